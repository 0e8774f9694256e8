//! What is taken already: chair, room and people, and which days of a window suit them best.
//!
//! Nothing is forbidden here. A clash is shown before a plan is kept, and people decide.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use super::{Invited, InvitedKind, MeetingPlan, MeetingWindow, day_question};
use crate::domain::calendar::Holidays;
use crate::domain::policy::{VenueKind, Venues};

/// Whose time is taken.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum BusyWho {
    /// Somebody who works in this store.
    User(i64),
    /// A venue's id. Only rooms are ever taken; a call by video is not.
    Room(String),
    /// A professional who does not: by agency and folded name.
    Professional { agency: String, name_key: String },
    /// One of this family, in a meeting of this case or of a sibling's.
    Family { name_key: String },
}

impl BusyWho {
    /// Under whom a person's time is looked up; nobody for an agency that sends somebody unnamed.
    pub fn of(person: &Invited) -> Option<Self> {
        if let Some(user) = person.user_id {
            return Some(Self::User(user));
        }
        let name_key = person.name_key();
        if name_key.is_empty() {
            return None;
        }
        Some(if person.kind.belongs_in_part2() {
            Self::Family { name_key }
        } else {
            Self::Professional {
                agency: person.agency.clone(),
                name_key,
            }
        })
    }
}

/// By what it is taken. Never by whose case: that is nobody's business here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BusyWhy {
    Meeting,
    /// Known not to be there.
    Away,
}

/// A time that is taken, `to` not included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Busy {
    pub who: BusyWho,
    pub from: NaiveDateTime,
    pub to: NaiveDateTime,
    pub why: BusyWhy,
}

impl Busy {
    /// Away for whole days, both included.
    pub fn away(who: BusyWho, first: NaiveDate, last: NaiveDate) -> Self {
        let after = last.succ_opt().unwrap_or(last);
        Self {
            who,
            from: first.and_time(NaiveTime::MIN),
            to: after.and_time(NaiveTime::MIN),
            why: BusyWhy::Away,
        }
    }

    fn overlaps(&self, (from, to): (NaiveDateTime, NaiveDateTime)) -> bool {
        self.from < to && from < self.to
    }
}

/// With whom or what a plan clashes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ClashWith {
    Chair,
    Room,
    /// The place in the plan's list of people.
    Person(usize),
}

/// One clash of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    pub with: ClashWith,
    pub from: NaiveDateTime,
    pub to: NaiveDateTime,
    pub why: BusyWhy,
}

/// How well a day suits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayScore {
    pub day: NaiveDate,
    /// The reasons: everything that is in the way on that day.
    pub clashes: Vec<Clash>,
    /// 0 where nothing is. The young person and the chair weigh most, for without them there is
    /// no meeting; then family, advocate and room; then single agencies, which can send another.
    pub weight: u32,
}

/// Everybody and everything whose time a plan would take: what a store is asked about. A call by
/// video needs no room.
pub fn wanted(plan: &MeetingPlan, venues: &Venues) -> Vec<BusyWho> {
    let is_room = venues
        .get(&plan.venue)
        .is_none_or(|venue| venue.by == VenueKind::Room);
    let room = is_room.then(|| BusyWho::Room(plan.venue.clone()));
    let mut whose: Vec<BusyWho> = plan
        .chair
        .map(BusyWho::User)
        .into_iter()
        .chain(room)
        .collect();
    for person in &plan.people {
        whose.extend(BusyWho::of(person));
    }
    whose
}

/// Everything that is in the way of a plan as it stands: chair and room for the whole meeting,
/// people for the parts they are asked to.
pub fn clashes(plan: &MeetingPlan, busy: &[Busy]) -> Vec<Clash> {
    clashes_of(plan, &looked_up(plan), busy)
}

/// Under whom each person of a plan is looked up, in the order of its list.
fn looked_up(plan: &MeetingPlan) -> Vec<Option<BusyWho>> {
    plan.people.iter().map(BusyWho::of).collect()
}

fn clashes_of(plan: &MeetingPlan, people: &[Option<BusyWho>], busy: &[Busy]) -> Vec<Clash> {
    let whole = plan.span();
    let mut found = Vec::new();
    // Whatever takes a person's time on this day lies near the meeting as a whole.
    for one in busy.iter().filter(|one| one.overlaps(whole)) {
        let clash = |with| Clash {
            with,
            from: one.from,
            to: one.to,
            why: one.why,
        };
        if matches!(&one.who, BusyWho::User(user) if plan.chair == Some(*user)) {
            found.push(clash(ClashWith::Chair));
        }
        if matches!(&one.who, BusyWho::Room(venue) if plan.venue == *venue) {
            found.push(clash(ClashWith::Room));
        }
        for (at, (person, who)) in plan.people.iter().zip(people).enumerate() {
            let is_wanted = || {
                let mut spans = plan.spans_of(person).into_iter();
                spans.any(|span| one.overlaps(span))
            };
            if who.as_ref() == Some(&one.who) && is_wanted() {
                found.push(clash(ClashWith::Person(at)));
            }
        }
    }
    found.sort_by_key(|clash| (rank(clash.with), clash.from, clash.to));
    found.dedup();
    found
}

/// The working days of the window from today on, each with what is in the way, in order.
pub fn score_days(
    plan: &MeetingPlan,
    window: &MeetingWindow,
    today: NaiveDate,
    holidays: &Holidays,
    busy: &[Busy],
) -> Vec<DayScore> {
    let mut that_day = plan.clone();
    let people = looked_up(plan);
    window
        .days
        .days()
        .filter(|day| *day >= today && day_question(*day, window, holidays).is_none())
        .map(|day| {
            that_day.day = day;
            let clashes = clashes_of(&that_day, &people, busy);
            let weight = clashes.iter().map(|clash| weight(clash, plan)).sum();
            DayScore {
                day,
                clashes,
                weight,
            }
        })
        .collect()
}

/// The day with least in the way; of two alike the earlier, for a young person waits.
pub fn best_day(scores: &[DayScore]) -> Option<&DayScore> {
    scores.iter().min_by_key(|score| (score.weight, score.day))
}

fn weight(clash: &Clash, plan: &MeetingPlan) -> u32 {
    let kind = match clash.with {
        ClashWith::Chair => return 10,
        ClashWith::Room => return 5,
        ClashWith::Person(at) => plan.people.get(at).map(|person| person.kind),
    };
    match kind {
        Some(InvitedKind::YoungPerson) => 10,
        Some(InvitedKind::Family | InvitedKind::Advocate) => 5,
        Some(InvitedKind::Professional) | None => 2,
    }
}

fn rank(with: ClashWith) -> (u8, usize) {
    match with {
        ClashWith::Chair => (0, 0),
        ClashWith::Room => (1, 0),
        ClashWith::Person(at) => (2, at),
    }
}
