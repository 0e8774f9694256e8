//! What changed between two assessments: new, gone, or only aged out.
//!
//! A score that falls by the calendar alone is not a child made safe (DOMAIN.md, hazards), so each
//! tick that is no longer there is asked whether its day merely fell out of the window. The parts
//! always add up to the difference of the two totals.

use chrono::NaiveDate;

use super::answers::{Answers, ExtraAnswer};
use super::evidence::{EvidenceBook, column_for, day_of_tick};
use super::form::{Choice, ColumnAt, Form, Item, Section};
use super::score::{Header, total_and_category};

/// One assessment with its day and evidence.
#[derive(Debug, Clone, Copy)]
pub struct Dated<'a> {
    pub answers: &'a Answers,
    pub evidence: &'a EvidenceBook,
    pub assessed_on: NaiveDate,
}

/// Why an item's points differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChangeKind {
    /// Ticked now, not before.
    New,
    /// Ticked before, no longer, though its day is still within the window.
    Gone,
    /// Ticked before; its day has left the window, for an earlier column or for none.
    AgedOut,
}

/// One tick that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The id of the item or of the extra field.
    pub item: String,
    /// The id of the column that was ticked or is ticked now: for what aged out, the one it left.
    pub column: Option<String>,
    pub kind: ChangeKind,
    /// Points added, negative when fewer.
    pub points: i64,
}

/// All differences, in the order of the present form.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Changes {
    pub previous_total: u32,
    pub total: u32,
    pub changes: Vec<Change>,
    /// What another form gives or takes for the same answers; 0 on the same form.
    pub by_form: i64,
}

impl Changes {
    /// Points of one kind together.
    pub fn points(&self, kind: ChangeKind) -> i64 {
        let of_kind = self.changes.iter().filter(|change| change.kind == kind);
        of_kind.map(|change| change.points).sum()
    }

    /// What changed for one item or extra field.
    pub fn of(&self, item: &str) -> impl Iterator<Item = &Change> {
        self.changes
            .iter()
            .filter(move |change| change.item == item)
    }

    /// Whether the total fell, and nothing but the calendar made it fall.
    pub fn fell_by_calendar_alone(&self) -> bool {
        self.total < self.previous_total
            && self.by_form == 0
            && self.points(ChangeKind::Gone) == 0
            && self.points(ChangeKind::AgedOut) < 0
    }
}

/// Compares two assessments, which may be on different forms or versions of one.
pub fn changes(previous: &Dated<'_>, now: &Dated<'_>) -> Changes {
    let header = Header::default();
    let (previous_total, _) = total_and_category(previous.answers, header);
    let (total, _) = total_and_category(now.answers, header);
    let mut found = Vec::new();
    for (_, section, item, _) in now.answers.all() {
        compare_item(previous, now, section, item, &mut found);
    }
    // Items that the present form no longer has.
    for (_, _, item, _) in previous.answers.all() {
        if now.answers.form().item_at(&item.id).is_none() {
            for tick in ticks_of(previous.answers, &item.id) {
                found.push(tick.lost(&item.id, ChangeKind::Gone));
            }
        }
    }
    compare_extras(previous.answers, now.answers, &mut found);
    let explained: i64 = found.iter().map(|change| change.points).sum();
    Changes {
        by_form: i64::from(total) - i64::from(previous_total) - explained,
        previous_total,
        total,
        changes: found,
    }
}

/// A ticked column by its id, so that two forms can be compared.
#[derive(Clone, Copy)]
struct Tick<'a> {
    section: &'a Section,
    at: ColumnAt,
    column: &'a str,
    points: i64,
}

impl Tick<'_> {
    fn lost(&self, item: &str, kind: ChangeKind) -> Change {
        Change {
            item: item.to_owned(),
            column: Some(self.column.to_owned()),
            kind,
            points: -self.points,
        }
    }

    fn won(&self, item: &str) -> Change {
        Change {
            item: item.to_owned(),
            column: Some(self.column.to_owned()),
            kind: ChangeKind::New,
            points: self.points,
        }
    }

    /// How many months back the column's window begins; `None` for one that holds for life.
    fn starts(&self) -> Option<u32> {
        let window = self.section.column(self.at)?.window?;
        Some(window.from_months)
    }
}

fn ticks_of<'a>(answers: &'a Answers, item: &str) -> Vec<Tick<'a>> {
    let form: &Form = answers.form();
    let Some((at, (section, item))) = form.item_at(item).and_then(|at| Some((at, form.item(at)?)))
    else {
        return Vec::new();
    };
    let answer = answers.item(at);
    section
        .columns()
        .zip(&item.points)
        .filter(|((at, _), _)| answer.is_ticked(*at))
        .map(|((at, column), points)| Tick {
            section,
            at,
            column: &column.id,
            points: i64::from(*points),
        })
        .collect()
}

fn compare_item(
    previous: &Dated<'_>,
    now: &Dated<'_>,
    section: &Section,
    item: &Item,
    found: &mut Vec<Change>,
) {
    let before = ticks_of(previous.answers, &item.id);
    let after = ticks_of(now.answers, &item.id);
    let not_in =
        |other: &[Tick<'_>], tick: &Tick<'_>| other.iter().all(|o| o.column != tick.column);
    let mut gained: Vec<Tick<'_>> = after
        .iter()
        .copied()
        .filter(|t| not_in(&before, t))
        .collect();
    for lost in before.iter().filter(|t| not_in(&after, t)) {
        // The same harm, now in an earlier column, is older and not new.
        let earlier = lost.starts().and_then(|start| {
            let earlier = |tick: &Tick<'_>| tick.starts().is_none_or(|other| other > start);
            gained.iter().position(earlier)
        });
        if let Some(earlier) = earlier {
            let mut change = lost.lost(&item.id, ChangeKind::AgedOut);
            change.points += gained.remove(earlier).points;
            found.push(change);
        } else if has_left(lost, previous, now, section, item) {
            found.push(lost.lost(&item.id, ChangeKind::AgedOut));
        } else if section.choice == Choice::One && !gained.is_empty() {
            // One answer in another's place is one change, by the difference.
            let mut change = gained.remove(0).won(&item.id);
            change.points -= lost.points;
            if change.points < 0 {
                change.kind = ChangeKind::Gone;
            }
            found.push(change);
        } else {
            found.push(lost.lost(&item.id, ChangeKind::Gone));
        }
    }
    found.extend(gained.iter().map(|tick| tick.won(&item.id)));
}

/// Whether the day a tick speaks of has left its column by now. Dates learnt since count too.
fn has_left(
    lost: &Tick<'_>,
    previous: &Dated<'_>,
    now: &Dated<'_>,
    section: &Section,
    item: &Item,
) -> bool {
    let dates = previous.evidence.dates(&item.id);
    let dates = dates.chain(now.evidence.dates(&item.id));
    let day = lost
        .section
        .column(lost.at)
        .and_then(|column| day_of_tick(column, dates, previous.assessed_on));
    let Some(day) = day.filter(|_| now.assessed_on > previous.assessed_on) else {
        return false;
    };
    let place = column_for(section, day, now.assessed_on).and_then(|at| section.column(at));
    place.is_none_or(|column| column.id != lost.column)
}

fn compare_extras(previous: &Answers, now: &Answers, found: &mut Vec<Change>) {
    let yes = |answers: &Answers, id: &str| {
        let at = answers.form().extra_at(id);
        at.is_some_and(|at| answers.extra(at) == ExtraAnswer::Yes)
    };
    let mut note = |id: &str, kind, points| {
        found.push(Change {
            item: id.to_owned(),
            column: None,
            kind,
            points,
        });
    };
    for extra in now.form().extras() {
        if yes(now, &extra.id) && !yes(previous, &extra.id) {
            note(&extra.id, ChangeKind::New, i64::from(extra.points));
        }
    }
    for extra in previous.form().extras() {
        if yes(previous, &extra.id) && !yes(now, &extra.id) {
            note(&extra.id, ChangeKind::Gone, -i64::from(extra.points));
        }
    }
}
