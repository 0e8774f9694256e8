//! What the screens of this part ask of the store and hear from it.

use chrono::{DateTime, Utc};

use crate::domain::case::{CaseBrief, CaseId};
use crate::domain::person::Person;
use crate::domain::referral::{
    AfterHearing, LikelyPeople, NewReferral, NewStrategyDiscussion, NextSteps, ReferTo, ReferralId,
    Referred, ToTriage, TriageDone,
};
use crate::domain::sharing::Confidential;

#[derive(Debug, PartialEq, Eq)]
pub enum Ask {
    /// Who the person being typed may be already; `shown` were seen before. Answered by `Likely`;
    /// a later one overtakes it.
    Likely {
        typed: Box<Person>,
        shown: Vec<CaseId>,
    },
    /// Takes a referral and throws its draft away. Answered by `Referred`.
    Refer { new: Box<NewReferral>, to: ReferTo },
    /// The referral of a case that waits for its decision, else the latest. Answered by
    /// `ToTriage`.
    ToTriage { case: CaseId },
    /// Decides on next steps. `join_with` is a reference as typed. Answered by `Triaged`.
    Triage {
        referral: ReferralId,
        steps: NextSteps,
        join_with: Option<String>,
    },
    /// The police were told. Answered by `Noted`.
    PoliceTold {
        referral: ReferralId,
        at: DateTime<Utc>,
    },
    /// A report by telephone came in writing too. Answered by `Noted`.
    ConfirmInWriting { referral: ReferralId },
    /// Those it was passed on to have answered. Answered by `Noted`.
    HeardBack {
        referral: ReferralId,
        said: Confidential,
        after: AfterHearing,
    },
    /// A strategy discussion was held. Answered by `Noted`.
    StrategyDiscussed {
        case: CaseId,
        held: NewStrategyDiscussion,
    },
    /// The young person with all that is known of them. Answered by `Person`.
    PersonOf { case: CaseId },
    /// Writes a young person's details down and throws their draft away. Answered by `Noted`.
    EditPerson {
        case: CaseId,
        version: i64,
        person: Box<Person>,
    },
}

#[derive(Debug, PartialEq, Eq)]
pub enum Answer {
    Likely(LikelyPeople),
    Referred(Box<Referred>),
    ToTriage(Box<ToTriage>),
    Triaged(Box<TriageDone>),
    Person(CaseBrief, Box<Person>),
    /// It was done and written down.
    Noted,
}
