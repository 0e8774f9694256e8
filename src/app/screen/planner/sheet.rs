//! The plan under the hands: what is selected, what is in the way, and the way back.
//!
//! Everything that is counted from the plan is counted when the plan changes, so that moving
//! about costs nothing.

use chrono::NaiveDate;

use crate::app::cursor::Cursor;
use crate::app::cx::Cx;
use crate::domain::meeting::{
    Clash, DayScore, InvitedKind, MeetingPlan, PlanContext, PlanFault, PlanPlace, PlannerOffer,
    clashes, score_days,
};
use crate::words::Key as W;

/// So many changes can be taken back.
const MOST_UNDONE: usize = 200;
/// Rows before those of people: the two parts, venue, chair.
pub const ROWS_BEFORE_PEOPLE: usize = 4;

/// Which half of the screen the arrows move in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Focus {
    Calendar,
    List,
}

/// Which of the two parts is asked to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    Part1,
    Part2,
}

/// What the selected row of the list is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SheetRow {
    Part1,
    Part2,
    Venue,
    Chair,
    /// The place in the plan's list of people.
    Person(usize),
}

/// What came of asking or not asking somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Toggled {
    Done,
    /// They are not asked now, and that needs a reason.
    NeedsReason(usize),
    /// It cannot be done here.
    Not(W),
}

#[derive(Debug)]
pub struct Sheet {
    pub offer: PlannerOffer,
    pub plan: MeetingPlan,
    pub focus: Focus,
    pub cursor: Cursor,
    pub column: Column,
    /// Every day of the window that can still be chosen.
    pub scores: Vec<DayScore>,
    /// What is in the way on the chosen day.
    pub clashes: Vec<Clash>,
    /// What stopped it from being kept, until it is changed.
    pub faults: Vec<(PlanPlace, PlanFault)>,
    /// What somebody else kept meanwhile.
    pub theirs: Option<MeetingPlan>,
    before: Vec<MeetingPlan>,
    after: Vec<MeetingPlan>,
}

impl Sheet {
    pub fn new(offer: PlannerOffer, cx: &Cx<'_>) -> Self {
        let mut sheet = Self {
            plan: offer.plan.clone(),
            offer,
            focus: Focus::Calendar,
            cursor: Cursor::default(),
            column: Column::Part1,
            scores: Vec::new(),
            clashes: Vec::new(),
            faults: Vec::new(),
            theirs: None,
            before: Vec::new(),
            after: Vec::new(),
        };
        sheet.recount(cx);
        sheet
    }

    /// How many rows the list has.
    pub fn rows(&self) -> usize {
        ROWS_BEFORE_PEOPLE + self.plan.people.len()
    }

    pub fn row(&self) -> SheetRow {
        match self.cursor.at {
            0 => SheetRow::Part1,
            1 => SheetRow::Part2,
            2 => SheetRow::Venue,
            3 => SheetRow::Chair,
            at => SheetRow::Person(at - ROWS_BEFORE_PEOPLE),
        }
    }

    /// The selected person, while the list is in focus.
    pub fn person(&self) -> Option<usize> {
        match (self.focus, self.row()) {
            (Focus::List, SheetRow::Person(at)) if at < self.plan.people.len() => Some(at),
            _ => None,
        }
    }

    /// Whether anything differs from what is kept or was proposed.
    pub fn is_touched(&self) -> bool {
        self.plan != self.offer.plan
    }

    /// Changes the plan so that it can be undone.
    pub fn change(&mut self, cx: &Cx<'_>, how: impl FnOnce(&mut MeetingPlan)) {
        let before = self.plan.clone();
        how(&mut self.plan);
        if before == self.plan {
            return;
        }
        self.before.push(before);
        if self.before.len() > MOST_UNDONE {
            self.before.remove(0);
        }
        self.after.clear();
        self.recount(cx);
    }

    /// Takes the last change back; whether there was one.
    pub fn undo(&mut self, cx: &Cx<'_>) -> bool {
        let Some(before) = self.before.pop() else {
            return false;
        };
        self.after.push(std::mem::replace(&mut self.plan, before));
        self.recount(cx);
        true
    }

    /// Does again what was taken back; whether there was anything.
    pub fn redo(&mut self, cx: &Cx<'_>) -> bool {
        let Some(after) = self.after.pop() else {
            return false;
        };
        self.before.push(std::mem::replace(&mut self.plan, after));
        self.recount(cx);
        true
    }

    /// Puts a plan from a draft or of somebody else in the place of this one.
    pub fn put(&mut self, cx: &Cx<'_>, plan: MeetingPlan) {
        let kept: Vec<i64> = self
            .offer
            .plan
            .people
            .iter()
            .filter_map(|p| p.row)
            .collect();
        self.change(cx, |mine| {
            *mine = plan;
            for person in &mut mine.people {
                // A row that is gone meanwhile would be looked for in vain.
                person.row = person.row.filter(|row| kept.contains(row));
            }
        });
    }

    /// Takes what somebody else kept as the ground on which this plan is saved next.
    pub fn stand_on(&mut self, cx: &Cx<'_>, offer: PlannerOffer) {
        let mine = self.plan.clone();
        self.theirs = Some(offer.plan.clone());
        self.offer = offer;
        self.put(cx, mine);
        self.recount(cx);
    }

    /// Counts again what depends on the plan.
    pub fn recount(&mut self, cx: &Cx<'_>) {
        let holidays = &cx.rules.policies.holidays;
        let (window, busy) = (&self.offer.window, &self.offer.busy);
        self.scores = score_days(&self.plan, window, cx.today(), holidays, busy);
        self.clashes = clashes(&self.plan, busy);
        if !self.faults.is_empty() {
            self.faults = self.find_faults(cx);
        }
        let rows = self.rows();
        let page = self.list_rows(cx);
        self.cursor.put(self.cursor.at, rows, page);
    }

    pub fn find_faults(&self, cx: &Cx<'_>) -> Vec<(PlanPlace, PlanFault)> {
        self.plan.faults(&PlanContext {
            today: cx.today(),
            window: &self.offer.window,
            policies: &cx.rules.policies,
        })
    }

    /// Brings the place of a fault under the cursor.
    pub fn go_to(&mut self, cx: &Cx<'_>, place: PlanPlace) {
        let at = match place {
            PlanPlace::Day => {
                self.focus = Focus::Calendar;
                return;
            }
            PlanPlace::Part1 => 0,
            PlanPlace::Part2 => 1,
            PlanPlace::Venue => 2,
            PlanPlace::Chair => 3,
            PlanPlace::People => ROWS_BEFORE_PEOPLE,
            PlanPlace::Person(at) => ROWS_BEFORE_PEOPLE + at,
        };
        self.focus = Focus::List;
        let (rows, page) = (self.rows(), self.list_rows(cx));
        self.cursor.put(at, rows, page);
        if let PlanPlace::Person(_) = place {
            self.column = Column::Part2;
        }
    }

    /// How many rows of people and the like are in sight; `ui` lays out the same.
    pub fn list_rows(&self, cx: &Cx<'_>) -> usize {
        list_rows(cx.body_rows())
    }

    /// Asks the selected person to a part, or no longer.
    pub fn toggle(&mut self, cx: &Cx<'_>) -> Toggled {
        let Some(at) = self.person() else {
            return Toggled::Not(W::MeetingsWhyNobody);
        };
        let Some(person) = self.plan.people.get(at) else {
            return Toggled::Not(W::MeetingsWhyNobody);
        };
        match self.column {
            Column::Part1 if person.kind != InvitedKind::Professional => {
                Toggled::Not(W::MeetingsWhyPart1)
            }
            Column::Part2 if self.plan.part2.is_none() => Toggled::Not(W::MeetingsWhyNoPart2),
            Column::Part1 => {
                self.change(cx, |plan| {
                    if let Some(person) = plan.people.get_mut(at) {
                        person.part1 = !person.part1;
                    }
                });
                Toggled::Done
            }
            Column::Part2 => {
                let needs = person.kind.belongs_in_part2() && person.part2;
                self.change(cx, |plan| {
                    if let Some(person) = plan.people.get_mut(at) {
                        person.part2 = !person.part2;
                    }
                });
                if needs {
                    Toggled::NeedsReason(at)
                } else {
                    Toggled::Done
                }
            }
        }
    }

    /// The next better day after the chosen one: the free ones in order, then round again.
    pub fn next_free(&self) -> Option<NaiveDate> {
        let least = self.scores.iter().map(|score| score.weight).min()?;
        let free = || self.scores.iter().filter(|score| score.weight == least);
        free()
            .find(|score| score.day > self.plan.day)
            .or_else(|| free().next())
            .map(|score| score.day)
    }

    /// How a day stands; `None` for a day that is not among those to choose from.
    pub fn score(&self, day: NaiveDate) -> Option<&DayScore> {
        self.scores.iter().find(|score| score.day == day)
    }
}

/// Of a body of so many rows, how many are the list's: the rest says what is in the way.
pub const fn list_rows(body: usize) -> usize {
    let below = if body < 14 { 3 } else { BELOW_ROWS };
    body.saturating_sub(below)
}

/// Rows under calendar and list: the day, what is in the way, the best days, a hint.
pub const BELOW_ROWS: usize = 6;
