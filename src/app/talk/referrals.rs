//! What the screens of this part ask of the store and hear from it.

use chrono::{DateTime, Utc};

use crate::domain::case::{CaseBrief, CaseId};
use crate::domain::person::Person;
use crate::domain::referral::{
    AfterHearing, LikelyPeople, NewReferral, NewStrategyDiscussion, NextSteps, ReferTo, ReferralId,
    Referred, ToTriage, TriageDone,
};
use crate::domain::relation::{Join, NewRelation, Relation};
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
    /// The young person, the people around them, and records joined. Answered by `Around`.
    Around { case: CaseId },
    /// Writes a young person's details down. Answered by `Noted`.
    EditPerson {
        case: CaseId,
        version: i64,
        person: Box<Person>,
    },
    /// Answered by `Noted`. `with` is the reference of the other's case, as typed.
    AddRelation {
        case: CaseId,
        new: NewRelation,
        with: Option<String>,
    },
    /// Answered by `Noted`.
    RemoveRelation { case: CaseId, relation: i64 },
    /// Says that the record of the reference typed is of the same person. Answered by `Noted`.
    Join {
        kept: CaseId,
        other: String,
        reason: String,
    },
    /// Answered by `Noted`.
    UndoJoin { join: i64, reason: String },
}

#[derive(Debug, PartialEq, Eq)]
pub enum Answer {
    Likely(LikelyPeople),
    Referred(Box<Referred>),
    ToTriage(Box<ToTriage>),
    Triaged(Box<TriageDone>),
    Around(Box<Around>),
    /// It was done and written down.
    Noted,
}

/// A young person with everybody and every record that belongs to them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Around {
    pub case: CaseBrief,
    pub person: Person,
    pub relations: Vec<Relation>,
    pub joins: Vec<Join>,
}
