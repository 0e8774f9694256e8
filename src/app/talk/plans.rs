//! What the plan's screen asks of the store and hears from it.

use crate::domain::bilingual::Language;
use crate::domain::case::CaseId;
use crate::domain::plan::{
    ActionId, Agreement, HarmAction, NewProgress, Plan, PlanId, PlanPage, SharedPart,
};

#[derive(Debug, PartialEq, Eq)]
pub enum Ask {
    /// What a case has of plans. Answered by `Opened`.
    Open(CaseId),
    /// One plan as it stood. Answered by `Version`.
    Version(PlanId),
    /// Begins a plan. Answered by `Begun`.
    Begin(CaseId),
    /// Answered by `Set`.
    SetShared {
        plan: PlanId,
        version: i64,
        part: Box<SharedPart>,
    },
    /// Answered by `Set`.
    SetAgainstHarm {
        plan: PlanId,
        version: i64,
        actions: Vec<HarmAction>,
    },
    /// Answered by `Agreed`.
    Agree {
        plan: PlanId,
        version: i64,
        agreement: Agreement,
    },
    /// Throws a plan away that was being made. Answered by `Dropped`.
    Drop { plan: PlanId, version: i64 },
    /// Answered by `Noted`.
    Note {
        action: ActionId,
        version: i64,
        progress: NewProgress,
    },
    /// Writes the family's copy into a folder. Answered by `Written`, or `NotWritten`.
    WriteCopy {
        plan: PlanId,
        language: Language,
        kind: CopyKind,
        folder: String,
    },
}

/// What kind of file a copy is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::EnumString, strum::IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum CopyKind {
    Word,
    Text,
}

#[derive(Debug, PartialEq, Eq)]
pub enum Answer {
    Opened(Box<PlanPage>),
    Version(Box<Plan>),
    Begun,
    Set,
    Agreed,
    Dropped,
    Noted,
    /// Where it stands now.
    Written(String),
    /// The folder did not take it.
    NotWritten,
}
