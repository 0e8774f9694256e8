//! What the Safeguarding Principal Officer decides: whether a case is heard at a CSE strategy
//! meeting.
//!
//! A decision against the score is allowed, marked, and stands beside it for ever; a later one
//! does not erase the earlier (DOMAIN.md, section 2, hazards). Who may decide is `roles`'.

use chrono::{DateTime, NaiveDate, Utc};
use strum::{EnumIter, EnumString, IntoStaticStr};

use super::assessment::{AssessmentId, Completed, Direction};
use super::calendar::Holidays;
use super::case::{CaseBrief, CaseId, Due};
use super::sharing::Confidential;

/// The number of a decision in its own store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DecisionId(pub i64);

/// What was decided. The words are stable in the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumIter, EnumString, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Outcome {
    /// Heard at a CSE strategy meeting.
    Meeting,
    /// Not heard; something else is done.
    NoMeeting,
    /// More must be known first.
    MoreNeeded,
}

/// Whether an outcome goes against the score. `at_risk` is what the latest completed assessment
/// says; without one there is no score to go against, and asking for more goes against none.
pub fn against_score(outcome: Outcome, at_risk: Option<bool>) -> bool {
    match outcome {
        Outcome::Meeting => at_risk == Some(false),
        Outcome::NoMeeting => at_risk == Some(true),
        Outcome::MoreNeeded => false,
    }
}

/// What a decision was made on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Basis {
    pub assessment: AssessmentId,
    pub score: u32,
    pub category: u8,
    pub at_risk: bool,
}

/// A decision as recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    pub id: DecisionId,
    pub case: CaseId,
    pub decided_at: DateTime<Utc>,
    pub decided_by: i64,
    /// As shown to people.
    pub decided_by_name: String,
    pub outcome: Outcome,
    /// The score that it stands beside; none where nothing had been assessed.
    pub basis: Option<Basis>,
    pub against_score: bool,
    pub reason: Confidential,
    /// What is done instead of a meeting, or what is needed first.
    pub instead: Confidential,
}

/// Why a case came before the Principal Officer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumIter, EnumString, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum PutForwardBy {
    /// The score says that the young person is at risk.
    Score,
    /// A person put it forward, with a reason.
    Person,
}

/// A case brought before the Principal Officer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PutForward {
    pub id: i64,
    pub case: CaseId,
    pub at: DateTime<Utc>,
    /// The day in Wales.
    pub on: NaiveDate,
    pub user_name: String,
    pub by: PutForwardBy,
    /// Empty where the score did it.
    pub reason: Confidential,
}

/// One case that waits for a decision, as its list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    pub case: CaseBrief,
    pub put_forward: PutForward,
    pub due: Due,
    pub basis: Option<Basis>,
    pub judgement: Option<Direction>,
}

impl Waiting {
    /// How long it has waited, in working days; where bank holidays are not known, by weekdays.
    pub fn age_working_days(&self, today: NaiveDate, holidays: &Holidays) -> i64 {
        match holidays.working_days_between(self.put_forward.on, today) {
            Ok(days) => days,
            Err(beyond) => beyond.by_weekdays,
        }
    }
}

/// From where a list of what waits goes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaitingAfter {
    pub due: Due,
    pub clock: i64,
}

/// One page of what waits, the one due first at the top.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaitingList {
    pub cases: Vec<Waiting>,
    /// From where the next page goes on, if there is more.
    pub next: Option<WaitingAfter>,
    /// Restricted cases that wait and that this person is not named for.
    pub unseen: u32,
}

/// All that a decision is made on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Before {
    pub case: CaseBrief,
    /// How it last came here; none where it never did.
    pub put_forward: Option<PutForward>,
    /// Completed assessments, the latest day first.
    pub assessments: Vec<Completed>,
    /// Earlier decisions, the latest first.
    pub decisions: Vec<Decision>,
}

/// What is decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deciding {
    pub case: CaseId,
    /// The latest decision that was seen beside it.
    pub seen: Option<DecisionId>,
    pub outcome: Outcome,
    pub reason: Confidential,
    /// What is done instead of a meeting, or what is needed first.
    pub instead: Confidential,
}

#[cfg(test)]
mod tests {
    use strum::IntoEnumIterator;

    use super::*;

    #[test]
    fn against_score_is_as_in_the_table() {
        let table = [
            (Outcome::Meeting, Some(true), false),
            (Outcome::Meeting, Some(false), true),
            (Outcome::Meeting, None, false),
            (Outcome::NoMeeting, Some(true), true),
            (Outcome::NoMeeting, Some(false), false),
            (Outcome::NoMeeting, None, false),
            (Outcome::MoreNeeded, Some(true), false),
            (Outcome::MoreNeeded, Some(false), false),
            (Outcome::MoreNeeded, None, false),
        ];
        assert_eq!(table.len(), Outcome::iter().count() * 3);
        for (outcome, at_risk, against) in table {
            assert_eq!(
                against_score(outcome, at_risk),
                against,
                "{outcome:?} {at_risk:?}"
            );
        }
    }

    #[test]
    fn words_of_the_store_are_read_back() {
        for outcome in Outcome::iter() {
            let word: &'static str = outcome.into();
            assert_eq!(word.parse(), Ok(outcome));
        }
        for by in PutForwardBy::iter() {
            let word: &'static str = by.into();
            assert_eq!(word.parse(), Ok(by));
        }
    }
}
