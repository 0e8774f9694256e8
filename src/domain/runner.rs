//! A meeting while it is held: who is there, what is said in Part 1, and how far it has come.
//!
//! Everything here is the professionals'. What the family may see of it is a type of its own,
//! [`FamilyView`](super::sharing::FamilyView), made from other columns of the store.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use strum::{EnumIter, EnumString, IntoStaticStr};

pub use super::attendance::How;
use super::case::CaseBrief;
use super::meeting::{Meeting, MeetingId};
pub use super::minutes::{ItemChange, ItemSection};
use super::panel::{PanelIssue, PanelIssueId};
use super::plan::{Agreement, Plan};
use super::sharing::{Confidential, Shareable};
use super::voice::ScoreOn;

/// The number of something said, in its own store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemId(pub i64);

/// Which of the two parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    One,
    Two,
}

impl Part {
    pub const fn number(self) -> u8 {
        match self {
            Self::One => 1,
            Self::Two => 2,
        }
    }
}

/// How far a meeting that was begun has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumIter, EnumString, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum RunStage {
    Part1,
    /// The young person and family are there: Part 1 is behind the curtain.
    Part2,
    Ended,
}

/// A meeting that was begun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    pub stage: RunStage,
    pub part1_began_at: DateTime<Utc>,
    pub part2_began_at: Option<DateTime<Utc>>,
    pub ended_at: Option<DateTime<Utc>>,
    /// The user who takes the chair on the day.
    pub chair: i64,
    pub no_part2_reason: Confidential,
    pub cut_short_reason: Confidential,
    pub next_on: Option<NaiveDate>,
    pub version: i64,
}

/// How somebody of the list attends a part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attending {
    /// Their row on the meeting's list.
    pub person: i64,
    pub part: Part,
    pub how: How,
    /// Who came in their place.
    pub represented_by: String,
}

/// The words in which the family hears of something, and who released them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Release {
    pub words: Shareable,
    pub by: String,
    pub at: DateTime<Utc>,
}

/// Something said in Part 1. It is the professionals' until it is released.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    pub id: ItemId,
    pub section: ItemSection,
    /// In the section on what has changed.
    pub change: Option<ItemChange>,
    /// An agency's id, or empty.
    pub agency: String,
    pub words: Confidential,
    pub release: Option<Release>,
    pub version: i64,
}

/// Something said, as it is written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewItem {
    pub section: ItemSection,
    pub change: Option<ItemChange>,
    pub agency: String,
    pub words: Confidential,
}

/// All that the runner of Part 1 shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part1 {
    pub case: CaseBrief,
    pub meeting: Meeting,
    /// None before the meeting is begun.
    pub run: Option<Run>,
    pub chair_name: String,
    pub attending: Vec<Attending>,
    pub items: Vec<Item>,
    /// The completed SERAFs, the earliest first.
    pub scores: Vec<ScoreOn>,
    /// The plan agreed before this meeting, whose actions are looked at first.
    pub plan: Option<Plan>,
    /// The live issues of the Risky Behaviour Panel.
    pub panel: Vec<PanelIssue>,
    /// What was given to the Panel or taken from it, and under which number.
    pub of_panel: Vec<(ItemId, PanelIssueId)>,
    /// When Part 2 is to begin, by the plan.
    pub part2_due: Option<DateTime<Utc>>,
}

/// What ends a meeting in front of everybody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finish {
    /// Who agreed to the plan; with nobody it stays a draft.
    pub agreement: Option<Agreement>,
    pub next_on: Option<NaiveDate>,
    /// Why it was cut short; empty where it was not.
    pub cut_short: String,
    /// What was not agreed, in plain words.
    pub not_agreed: Shareable,
}

/// How the time stands, in whole minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timing {
    /// Since Part 1 began.
    pub gone: i64,
    pub planned: i64,
    /// Until Part 2 is due; negative when it is late.
    pub part2_in: Option<i64>,
}

/// The sections of Part 1, in the order in which they are taken.
pub const SECTIONS: [ItemSection; 6] = [
    ItemSection::SinceLast,
    ItemSection::Seraf,
    ItemSection::Circumstances,
    ItemSection::WiderRisks,
    ItemSection::Support,
    ItemSection::Other,
];

impl Part1 {
    pub fn stage(&self) -> Option<RunStage> {
        self.run.as_ref().map(|run| run.stage)
    }

    /// How somebody attends a part, where it was noted.
    pub fn attends(&self, person: Option<i64>, part: Part) -> Option<&Attending> {
        let of = |one: &&Attending| Some(one.person) == person && one.part == part;
        self.attending.iter().find(of)
    }

    pub fn items_of(&self, section: ItemSection) -> impl Iterator<Item = &Item> {
        self.items
            .iter()
            .filter(move |item| item.section == section)
    }

    /// How many of the items stay with the professionals.
    pub fn held_back(&self) -> usize {
        let held = |item: &&Item| item.release.is_none();
        self.items.iter().filter(held).count()
    }

    /// The day on which the meeting was begun, where that was not today: it is taken up again, and
    /// no clock runs from then.
    pub fn begun_before(&self, now: DateTime<Utc>) -> Option<NaiveDate> {
        let day = |at: DateTime<Utc>| at.with_timezone(&chrono_tz::Europe::London).date_naive();
        let begun = day(self.run.as_ref()?.part1_began_at);
        (begun != day(now)).then_some(begun)
    }

    /// How the time stands now; none of a meeting that was begun on another day, or has ended.
    pub fn timing(&self, now: DateTime<Utc>) -> Option<Timing> {
        let run = self.run.as_ref()?;
        if run.stage == RunStage::Ended || self.begun_before(now).is_some() {
            return None;
        }
        Some(Timing {
            gone: (now - run.part1_began_at).num_minutes().max(0),
            planned: i64::from(self.meeting.plan.part1.minutes),
            part2_in: self.part2_due.map(|due| (due - now).num_minutes()),
        })
    }

    /// When [`Self::timing`] will be another, which is after `now`; none where there is none.
    pub fn timing_changes_at(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let timing = self.timing(now)?;
        let began = self.run.as_ref()?.part1_began_at;
        let minutes = TimeDelta::minutes;
        // A minute that has gone is counted when it is whole; one to come until it is begun.
        let gone = began + minutes(timing.gone + 1);
        let part2 = self.part2_due.zip(timing.part2_in).map(|(due, left)| {
            if left > 0 {
                due - minutes(left) + TimeDelta::milliseconds(1)
            } else {
                due + minutes(1 - left)
            }
        });
        Some(part2.map_or(gone, |part2| part2.min(gone)))
    }

    /// Whether somebody who takes part in Part 1 was noted: without that, nobody knows later who
    /// heard what.
    pub fn has_attendance(&self) -> bool {
        self.attending
            .iter()
            .any(|one| one.part == Part::One && is_there(one.how))
    }
}

/// Under which name it is kept what a family types and has not saved yet. It names no case: a
/// family's session knows none.
pub fn family_draft(meeting: MeetingId) -> String {
    format!("family-{}", meeting.0)
}

/// Whether somebody takes part, be it for a while.
pub const fn is_there(how: How) -> bool {
    matches!(
        how,
        How::Present | How::ByPhone | How::ByVideo | How::Represented | How::LeftEarly
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_those_who_take_part_are_there() {
        use strum::IntoEnumIterator;
        let there: Vec<How> = How::iter().filter(|how| is_there(*how)).collect();
        assert_eq!(
            there,
            [
                How::Present,
                How::ByPhone,
                How::ByVideo,
                How::Represented,
                How::LeftEarly
            ]
        );
    }
}
