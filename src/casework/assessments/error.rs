//! Why a SERAF or a decision was not taken as it was given. Nothing has then been changed.

use thiserror::Error;

use crate::domain::assessment::{Assessment, OpenPoint};

/// What stood in the way.
#[derive(Debug, Error)]
pub enum SerafError {
    #[error("there is no form to assess with")]
    NoForm,
    #[error("there is no such draft")]
    NoDraft,
    #[error("the case is closed")]
    CaseClosed,
    /// Somebody else saved or completed the draft meanwhile: both versions are to be shown.
    #[error("the draft was changed by {} meanwhile", .theirs.saved.name)]
    Stale { theirs: Box<Assessment> },
    #[error("the assessment is not ready to be completed")]
    OpenPoints(Vec<OpenPoint>),
    #[error("a reason is needed")]
    ReasonNeeded,
    /// What is done instead of a meeting, or what is needed first.
    #[error("what is done instead is needed")]
    InsteadNeeded,
    #[error("the case waits for a decision already")]
    WaitsAlready,
    #[error("the case is to be heard, or was heard already")]
    HeardAlready,
    #[error("the case does not wait for a decision")]
    NotWaiting,
    /// Another decision was made since this one was begun.
    #[error("the case was decided meanwhile")]
    DecidedMeanwhile,
}

impl SerafError {
    /// The exit code of the command line (contract).
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::NoDraft => 3,
            Self::Stale { .. } | Self::DecidedMeanwhile => 5,
            _ => 1,
        }
    }

    /// The part of a `words` key that names this kind of error.
    pub fn words_key(&self) -> &'static str {
        match self {
            Self::NoForm => "seraf-no-form",
            Self::NoDraft => "seraf-no-draft",
            Self::CaseClosed => "seraf-case-closed",
            Self::Stale { .. } => "seraf-stale",
            Self::OpenPoints(_) => "seraf-open-points",
            Self::ReasonNeeded => "seraf-reason-needed",
            Self::InsteadNeeded => "seraf-instead-needed",
            Self::WaitsAlready => "seraf-waits-already",
            Self::HeardAlready => "seraf-heard-already",
            Self::NotWaiting => "seraf-not-waiting",
            Self::DecidedMeanwhile => "seraf-decided-meanwhile",
        }
    }
}
