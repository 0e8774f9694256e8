//! A CSE meeting in its two parts, as it is planned: when, where, who is asked to which part.
//!
//! Part 1 is for professionals; in Part 2 the young person and family come in (the report). The
//! days a meeting may be held on are in `window`, who and what is taken already in `clash`, what
//! a plan must say before it is kept in `check`. What is said at a meeting is not here.

mod check;
mod clash;
mod offer;
#[cfg(test)]
mod tests;
mod window;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use serde::{Deserialize, Serialize};
use strum::{EnumIter, EnumString, IntoStaticStr};

pub use check::{PLANNED_MINUTES, PlanContext, PlanFault, PlanHint, PlanPlace};
pub use clash::{
    Busy, BusyWho, BusyWhy, Clash, ClashWith, DayScore, best_day, clashes, score_days, wanted,
};
pub use offer::{Colleague, FamilyKnown, PlannerOffer, Proposal, proposal, proposed_day};
pub use window::{DayQuestion, MeetingWindow, day_question, window};

use crate::domain::case::{CaseBrief, CaseId};
use crate::domain::likeness::fold_for_search;

/// The number of a meeting in its own store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct MeetingId(pub i64);

/// The first meeting after the decision, or one of those that follow it.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    EnumIter,
    EnumString,
    IntoStaticStr,
    Serialize,
    Deserialize,
)]
#[strum(serialize_all = "kebab-case")]
#[serde(rename_all = "kebab-case")]
pub enum MeetingKind {
    Initial,
    Review,
}

/// What has become of a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumIter, EnumString, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum MeetingStatus {
    Planned,
    Held,
    Cancelled,
}

/// One part: when it begins by the clock on the wall, how long, and what is to be spoken of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    pub start: NaiveTime,
    pub minutes: u32,
    /// In the order in which it is taken.
    pub agenda: Vec<String>,
}

impl Part {
    /// When it ends on the day it begins; `None` where that is after midnight.
    pub fn end(&self) -> Option<NaiveTime> {
        let (end, days) = self
            .start
            .overflowing_add_signed(TimeDelta::minutes(i64::from(self.minutes)));
        (days == 0).then_some(end)
    }

    /// From its beginning to its end on a day.
    pub fn span(&self, day: NaiveDate) -> (NaiveDateTime, NaiveDateTime) {
        let from = day.and_time(self.start);
        (from, from + TimeDelta::minutes(i64::from(self.minutes)))
    }
}

/// In what part somebody comes to a meeting.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    EnumIter,
    EnumString,
    IntoStaticStr,
    Serialize,
    Deserialize,
)]
#[strum(serialize_all = "kebab-case")]
#[serde(rename_all = "kebab-case")]
pub enum InvitedKind {
    /// Of an agency.
    Professional,
    YoungPerson,
    Family,
    Advocate,
}

impl InvitedKind {
    /// Whether Part 2 is theirs: keeping them out of it needs a reason.
    pub const fn belongs_in_part2(self) -> bool {
        matches!(self, Self::YoungPerson | Self::Family)
    }
}

/// Why somebody is not asked, and which user decided it (the chair, by the procedures).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotAsked {
    pub reason: String,
    pub decided_by: i64,
}

/// One person on the list of a meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invited {
    /// The row in the store, once there is one.
    pub row: Option<i64>,
    pub kind: InvitedKind,
    /// May be empty for an agency that has not said yet whom it sends.
    pub name: String,
    /// An agency's id, for a professional or advocate; else empty.
    pub agency: String,
    /// What they are here, in the field's or the family's word: school nurse, Mum.
    pub role: String,
    /// Where they work in this store themselves.
    pub user_id: Option<i64>,
    pub part1: bool,
    pub part2: bool,
    /// For one of the family, or the young person, who is not asked to Part 2.
    pub not_asked: Option<NotAsked>,
}

impl Invited {
    /// Somebody asked to nothing yet.
    pub fn new(kind: InvitedKind, name: impl Into<String>) -> Self {
        Self {
            row: None,
            kind,
            name: name.into(),
            agency: String::new(),
            role: String::new(),
            user_id: None,
            part1: false,
            part2: false,
            not_asked: None,
        }
    }

    pub fn is_asked(&self) -> bool {
        self.part1 || self.part2
    }

    /// The name as it is compared and looked up: without accents and capitals.
    pub fn name_key(&self) -> String {
        fold_for_search(&self.name)
    }
}

/// A meeting as it is planned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeetingPlan {
    pub kind: MeetingKind,
    pub day: NaiveDate,
    /// Professionals only.
    pub part1: Part,
    /// With the young person and family; none where that is not appropriate now.
    pub part2: Option<Part>,
    /// Why there is no Part 2.
    pub no_part2: Option<NotAsked>,
    /// A venue's id.
    pub venue: String,
    /// The user who takes the chair.
    pub chair: Option<i64>,
    /// Why it is on a day outside the window or on a day off, and who agreed to that.
    pub day_reason: String,
    pub people: Vec<Invited>,
}

impl MeetingPlan {
    /// From the beginning of Part 1 to the end of the last part: so long room and chair are taken.
    pub fn span(&self) -> (NaiveDateTime, NaiveDateTime) {
        let (from, end) = self.part1.span(self.day);
        let last = self
            .part2
            .as_ref()
            .map_or(end, |part| part.span(self.day).1.max(end));
        (from, last)
    }

    /// Whether people who were told of the other plan must be told again: another day, another
    /// time, another place.
    pub fn is_elsewhere_than(&self, other: &Self) -> bool {
        let when = |plan: &Self| {
            let second = plan.part2.as_ref().map(|part| part.start);
            (plan.day, plan.part1.start, second)
        };
        when(self) != when(other) || self.venue != other.venue
    }

    /// When a person is wanted there, part by part.
    pub fn spans_of(&self, person: &Invited) -> Vec<(NaiveDateTime, NaiveDateTime)> {
        let first = person.part1.then(|| self.part1.span(self.day));
        let second = self
            .part2
            .as_ref()
            .filter(|_| person.part2)
            .map(|part| part.span(self.day));
        first.into_iter().chain(second).collect()
    }
}

/// A meeting as the store keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    pub id: MeetingId,
    pub case: CaseId,
    pub status: MeetingStatus,
    pub plan: MeetingPlan,
    pub cancelled_reason: String,
    /// Counts the changes; a change names the version it was made from.
    pub version: i64,
}

/// As much of a meeting as a list or calendar shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeetingBrief {
    pub id: MeetingId,
    pub case: CaseBrief,
    pub kind: MeetingKind,
    pub status: MeetingStatus,
    pub day: NaiveDate,
    pub part1_start: NaiveTime,
    pub part2_start: Option<NaiveTime>,
    pub venue: String,
    /// The name of the one in the chair; empty where nobody is.
    pub chair_name: String,
    /// As in [`Meeting`].
    pub version: i64,
}
