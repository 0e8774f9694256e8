//! A referral on its way through the decision on next steps, and what is told of it after.

use chrono::{DateTime, Utc};

use super::{Referral, ReferralId};
use crate::domain::case::{CaseBrief, CaseId, ClockKind, Due};
use crate::domain::person::Person;
use crate::domain::relation::Relation;
use crate::domain::sharing::Confidential;

/// Which case a referral becomes part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReferTo {
    NewCase,
    /// The same young person, known already.
    Case(CaseId),
}

/// A referral that was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Referred {
    pub case: CaseBrief,
    pub referral: ReferralId,
    /// It was added to a case that was there.
    pub is_joined: bool,
}

/// A referral as it is looked at before the decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToTriage {
    pub referral: Referral,
    pub case: CaseBrief,
    /// The young person as the case knows them by now.
    pub person: Person,
    /// What runs about this referral, the first due first.
    pub open: Vec<(ClockKind, Due)>,
    /// Earlier and later referrals of the case, the latest first.
    pub others: Vec<Referral>,
    pub relations: Vec<Relation>,
}

/// What was decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextSteps {
    /// An id of `triage-outcomes.toml`.
    pub outcome: String,
    pub reason: Confidential,
    /// The open case that the record is joined with, for an outcome that says so.
    pub join_with: Option<CaseId>,
    /// The version of the referral that was looked at.
    pub version: i64,
}

/// What came of a decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TriageDone {
    /// The case as it stands now.
    pub case: CaseBrief,
    pub started: Vec<(ClockKind, Due)>,
    /// The record that the work goes on in, where this one was joined.
    pub joined_to: Option<CaseBrief>,
}

/// A strategy discussion as it was held, by phone, by video or in a room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewStrategyDiscussion {
    pub at: DateTime<Utc>,
    /// Ids of `agencies.toml`; each spoke for its agency.
    pub agencies: Vec<String>,
    pub decided: Confidential,
}

/// What those said whom a referral was passed on to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AfterHearing {
    /// They have taken it on; nothing more is to be done here.
    TheyHaveIt,
    /// They have not; the decision on next steps is open again.
    DecideAgain,
}
