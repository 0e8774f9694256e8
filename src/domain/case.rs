//! One young person is one case: who it is, as every list, header and chronology shows it.
//!
//! What was referred, assessed, decided and planned is in modules of its own.

use chrono::{DateTime, NaiveDate, Utc};
use strum::{EnumIter, EnumString, IntoStaticStr};

use super::date_words::age_on;

/// The number of a case in its own store. People say the reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CaseId(pub i64);

/// How far a case has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumIter, EnumString, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Stage {
    /// A referral is there; what happens next is not decided.
    Referred,
    /// A SERAF is to be completed.
    Assessing,
    /// Waits for the Principal Officer's decision.
    PutForward,
    /// Is to be heard at a CSE strategy meeting.
    ToBeHeard,
    OnProtocol,
    /// Was heard, and was not put on the protocol or taken off it; other help may go on.
    OffProtocol,
    /// The Principal Officer decided that it is not heard; something else is done.
    NotHeard,
    Closed,
}

/// As much of a young person as a row or a header shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseBrief {
    pub id: CaseId,
    /// Such as `NPT-26-041`.
    pub reference: String,
    pub given_name: String,
    pub family_name: String,
    /// What they like to be called, where that is another name; else empty.
    pub known_as: String,
    pub born: Option<NaiveDate>,
    /// An age somebody stated, in years as of `opened_on`, where no birth date is known.
    pub stated_age: Option<u8>,
    pub stage: Stage,
    /// Only named people may see it.
    pub is_restricted: bool,
    /// The user who works on it.
    pub owner: Option<i64>,
    pub opened_on: NaiveDate,
    pub version: i64,
}

impl CaseBrief {
    /// Given and family name as far as they are known, else what they are called.
    pub fn full_name(&self) -> String {
        let whole = format!("{} {}", self.given_name, self.family_name);
        match whole.trim() {
            "" => self.known_as.clone(),
            whole => whole.to_owned(),
        }
    }

    /// What the young person is called: the name they like, else the given name.
    pub fn called(&self) -> &str {
        if self.known_as.is_empty() {
            &self.given_name
        } else {
            &self.known_as
        }
    }

    /// What is shown of a restricted case to those who are not named for it: that it is there.
    #[must_use]
    pub fn hidden(self) -> Self {
        Self {
            given_name: String::new(),
            family_name: String::new(),
            known_as: String::new(),
            born: None,
            stated_age: None,
            ..self
        }
    }

    /// In whole years on this day, from the birth date, else as stated and grown older since.
    pub fn age(&self, on: NaiveDate) -> Option<u32> {
        match self.born {
            Some(born) => age_on(born, on),
            None => self
                .stated_age
                .map(|years| u32::from(years) + age_on(self.opened_on, on).unwrap_or(0)),
        }
    }
}

/// What happened in a case, as the chronology names it. The words are stable in the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumIter, EnumString, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum EventKind {
    Referred,
    /// A report by telephone came in writing too.
    ConfirmedInWriting,
    PoliceTold,
    Triaged,
    StrategyDiscussed,
    /// Those whom a referral was passed on to have answered.
    HeardBack,
    DetailsChanged,
    RelationAdded,
    RelationRemoved,
    Joined,
    JoinUndone,
    AssessmentStarted,
    AssessmentCompleted,
    PutForward,
    Decided,
    MeetingPlanned,
    MeetingMoved,
    MeetingCancelled,
    MeetingHeld,
    ProtocolOn,
    /// A meeting decided that they are not put on it.
    ProtocolNotOn,
    ProtocolStayed,
    ProtocolOff,
    PlanAgreed,
    ActionProgress,
    MinutesApproved,
    DocumentSent,
    VoiceHeard,
    FamilyTold,
    GlassBroken,
    /// Only named people see it from now on.
    Restricted,
    /// It is restricted no longer.
    OpenToAll,
    Closed,
}

/// What is due in a case, as Today counts it. The words are stable in the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumIter, EnumString, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum ClockKind {
    /// The decision on next steps after a referral.
    Triage,
    /// A report by telephone is to be confirmed in writing.
    WrittenConfirmation,
    /// Police are to be told at once.
    PoliceAtOnce,
    /// Police and social services are to speak at once.
    StrategyDiscussion,
    /// Those whom a referral was passed on to are to be heard from.
    HeardBack,
    /// A SERAF is to be begun or completed.
    Seraf,
    /// The Principal Officer's decision.
    Decision,
    /// A meeting is to be arranged by the end of its window.
    MeetingToArrange,
    /// A planned meeting, on its day.
    Meeting,
    /// Preparation for a meeting.
    Preparation,
    /// An answer to an invitation is owed.
    InvitationAnswer,
    /// A review of a case on the protocol, by the end of its window.
    Review,
    SerafAgain,
    /// A meeting was held; whether the young person is on the protocol is to be decided.
    ProtocolDecision,
    /// Plan and summary are owed to those who were there.
    PlanAndSummary,
    /// The full minutes are owed.
    FullRecord,
    /// Until when corrections of the minutes may reach the chair.
    Corrections,
    PlanAction,
    VoiceNotHeard,
    FamilyNotTold,
    /// Somebody opened a restricted case with a reason; the Principal Officer is told.
    GlassBroken,
}

/// When something is due: a moment, or the end of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    At(DateTime<Utc>),
    By(NaiveDate),
}

#[cfg(test)]
mod tests {
    use strum::IntoEnumIterator;

    use super::*;

    #[test]
    fn words_of_the_store_are_read_back() {
        for kind in ClockKind::iter() {
            let word: &'static str = kind.into();
            assert_eq!(word.parse(), Ok(kind));
        }
        for kind in EventKind::iter() {
            let word: &'static str = kind.into();
            assert_eq!(word.parse(), Ok(kind));
        }
        for stage in Stage::iter() {
            let word: &'static str = stage.into();
            assert_eq!(word.parse(), Ok(stage));
        }
    }
}
