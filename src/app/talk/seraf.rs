//! What the SERAF screens ask of the store and hear from it.

use crate::domain::assessment::{
    Assessment, AssessmentId, Completed, CompletedNow, Content, Opened, Saved,
};
use crate::domain::case::{CaseBrief, CaseId};
use crate::domain::sharing::Confidential;

#[derive(Debug, PartialEq, Eq)]
pub enum Ask {
    /// Opens the draft of a case, or begins one. Answered by `Opened`.
    Begin { case: CaseId },
    /// Saves a draft from a version. Answered by `Saved` or `Stale`.
    Save {
        id: AssessmentId,
        version: i64,
        content: Box<Content>,
    },
    /// Completes a draft. Answered by `Completed` or `Stale`.
    Complete { id: AssessmentId, version: i64 },
    /// Puts the case before the Principal Officer. Answered by `PutForward`.
    PutForward { case: CaseId, reason: Confidential },
    /// Every completed assessment. Answered by `History`.
    History { case: CaseId },
}

#[derive(Debug, PartialEq, Eq)]
pub enum Answer {
    Opened(Box<Opened>),
    Saved(Saved),
    /// Somebody else saved or completed the draft since; this is what stands.
    Stale(Box<Assessment>),
    Completed(Box<CompletedNow>),
    PutForward,
    /// The latest day first.
    History(CaseBrief, Vec<Completed>),
}
