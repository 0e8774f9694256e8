//! Why a plan was not set, agreed or followed.

use thiserror::Error;

use crate::domain::plan::{HarmFault, PlanFault};

/// Nothing has been changed where one of these is answered.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PlanError {
    #[error("there is no such plan")]
    NoPlan,
    #[error("there is no such action")]
    NoAction,
    /// Agreed or thrown away in the meantime.
    #[error("the plan is not being made any more")]
    NotADraft,
    /// A later plan was agreed in the meantime.
    #[error("the action is not one of the plan that holds")]
    NotCurrent,
    #[error("the meeting is another young person's")]
    OtherCase,
    /// Of the part that is read by everybody.
    #[error("the plan is not whole: {0:?}")]
    Faults(Vec<PlanFault>),
    /// By the place of the action, counted from 0.
    #[error("the actions against harm are not whole: {0:?}")]
    HarmFaults(Vec<(usize, HarmFault)>),
    /// What is open in the plan that holds is neither gone on with nor closed.
    #[error("an open action of the plan that holds is left out")]
    LeavesOut,
    #[error("nothing was said")]
    WordsMissing,
    #[error("the words are too long")]
    TooLong,
    #[error("the day has not come yet")]
    InFuture,
}

impl PlanError {
    /// The exit code of the command line (contract).
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::NoPlan | Self::NoAction => 3,
            Self::NotADraft | Self::NotCurrent => 5,
            Self::OtherCase
            | Self::Faults(_)
            | Self::HarmFaults(_)
            | Self::LeavesOut
            | Self::WordsMissing
            | Self::TooLong
            | Self::InFuture => 1,
        }
    }

    /// The part of a `words` key that names this kind of error.
    pub fn words_key(&self) -> &'static str {
        match self {
            Self::NoPlan => "no-plan",
            Self::NoAction => "no-action",
            Self::NotADraft => "plan-not-a-draft",
            Self::NotCurrent => "plan-not-current",
            Self::OtherCase => "plan-other-case",
            Self::Faults(_) => "plan-not-whole",
            Self::HarmFaults(_) => "plan-harm-not-whole",
            Self::LeavesOut => "plan-leaves-out",
            Self::WordsMissing => "plan-words-missing",
            Self::TooLong => "plan-too-long",
            Self::InFuture => "plan-in-future",
        }
    }
}
