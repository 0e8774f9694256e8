//! Why a deed on referrals, relations or records of one person was not done.

use thiserror::Error;

use crate::domain::referral::FieldFault;

/// Why it was not done. Nothing has then been changed.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ReferralError {
    /// Something in it cannot be right; every fault, by field.
    #[error("{} of what was entered cannot be right", .0.len())]
    Faulty(Vec<FieldFault>),
    #[error("there is no such referral")]
    NoReferral,
    #[error("the referral has been decided on already")]
    DecidedAlready,
    /// Not in the authority's list of outcomes.
    #[error("there is no outcome {0}")]
    UnknownOutcome(String),
    #[error("this needs a reason in words")]
    ReasonNeeded,
    #[error("the text is too long")]
    TooLong,
    /// The outcome joins an open case, and this one was not open before and none was named.
    #[error("the case to join with is not named")]
    NothingToJoin,
    #[error("a record cannot be joined to itself")]
    SameRecord,
    #[error("the record is joined to another already")]
    JoinedAlready,
    #[error("there is no such join, or it was undone already")]
    NotJoined,
    #[error("that relation is there already")]
    RelatedAlready,
    #[error("there is no such relation")]
    NoRelation,
    #[error("a name is needed for somebody without a case")]
    NobodyRelated,
    #[error("that moment is in the future")]
    InFuture,
    #[error("that was written down already")]
    DoneAlready,
    /// A strategy discussion is not one without these agencies.
    #[error("a strategy discussion needs {}", .0.join(", "))]
    AgenciesMissing(Vec<String>),
}

impl ReferralError {
    /// The exit code of the command line (contract).
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::NoReferral | Self::NoRelation | Self::NotJoined => 3,
            Self::DecidedAlready
            | Self::JoinedAlready
            | Self::RelatedAlready
            | Self::DoneAlready => 5,
            Self::Faulty(_)
            | Self::UnknownOutcome(_)
            | Self::ReasonNeeded
            | Self::TooLong
            | Self::NothingToJoin
            | Self::SameRecord
            | Self::NobodyRelated
            | Self::InFuture
            | Self::AgenciesMissing(_) => 1,
        }
    }

    /// The part of a `words` key that names this kind of error.
    pub fn words_key(&self) -> &'static str {
        match self {
            Self::Faulty(_) => "referral-faulty",
            Self::NoReferral => "referral-none",
            Self::DecidedAlready => "referral-decided-already",
            Self::UnknownOutcome(_) => "referral-unknown-outcome",
            Self::ReasonNeeded => "referral-reason-needed",
            Self::TooLong => "referral-too-long",
            Self::NothingToJoin => "referral-nothing-to-join",
            Self::SameRecord => "referral-same-record",
            Self::JoinedAlready => "referral-joined-already",
            Self::NotJoined => "referral-not-joined",
            Self::RelatedAlready => "referral-related-already",
            Self::NoRelation => "referral-no-relation",
            Self::NobodyRelated => "referral-nobody-related",
            Self::InFuture => "referral-in-future",
            Self::DoneAlready => "referral-done-already",
            Self::AgenciesMissing(_) => "referral-agencies-missing",
        }
    }
}
