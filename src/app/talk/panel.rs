//! What the Panel's place asks of the store and hears from it.

use crate::domain::panel::{NewIssue, NewPanelNote, PanelIssue, PanelIssueId, PanelPage};

#[derive(Debug, PartialEq, Eq)]
pub enum Ask {
    /// The register. Answered by `Listed`.
    List { only_live: bool },
    /// One issue, whole. Answered by `Opened`.
    Open(PanelIssueId),
    /// Answered by `Raised`.
    Raise(Box<NewIssue>),
    /// Answered by `Noted`.
    Note {
        issue: PanelIssueId,
        version: i64,
        note: Box<NewPanelNote>,
    },
}

#[derive(Debug, PartialEq, Eq)]
pub enum Answer {
    Listed(Vec<PanelIssue>),
    Opened(Box<PanelPage>),
    Raised(PanelIssueId),
    Noted,
}
