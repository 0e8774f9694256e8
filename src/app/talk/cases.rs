//! What the list of cases and a case's page ask of the store and hear from it.

use super::Hold;
use crate::domain::case::CaseId;
use crate::domain::case_list::{Filter, ListPage, Look, PageFrom, RowKey, Sort};
use crate::domain::case_page::{MayBeNamed, Overview, Preview};
use crate::domain::chronology::{ChronologyPage, HappenedKey};
use crate::domain::relation::RelationKind;

#[derive(Debug, PartialEq, Eq)]
pub enum Ask {
    /// A page of the list. Answered by `Listed`.
    List {
        filter: Filter,
        sort: Sort,
        from: PageFrom<RowKey>,
        rows: usize,
        look: Look,
    },
    /// A page of what is found; a later one overtakes it. Answered by `Listed`.
    Find {
        typed: String,
        from: PageFrom<RowKey>,
        rows: usize,
    },
    /// Writes down what was looked for, once the typing rests. Answered by `Noted`.
    NoteSearch {
        typed: String,
    },
    /// What stands beside a list, once the cursor rests. Answered by `Preview`.
    Preview(CaseId),
    /// Opens a case. Answered by `Opened`.
    Open(CaseId),
    /// A page of what happened. Answered by `Chronology`.
    Chronology {
        case: CaseId,
        from: PageFrom<HappenedKey>,
        rows: usize,
        look: Look,
    },
    /// Opens a restricted case with a reason. Answered by `Done`, as are those that follow.
    BreakGlass {
        case: CaseId,
        reason: String,
    },
    PutForward {
        case: CaseId,
        reason: String,
    },
    /// `who` is the reference of a case, or a name.
    AddRelation {
        case: CaseId,
        kind: RelationKind,
        who: String,
        note: String,
    },
    /// `other` is a reference.
    Join {
        kept: CaseId,
        other: String,
        reason: String,
    },
    UndoJoin {
        join: i64,
        reason: String,
    },
    Close {
        case: CaseId,
        reason: String,
    },
    /// Who could be named for the case. Answered by `MayBeNamed`.
    MayBeNamed(CaseId),
    /// `to` are user ids; nobody opens it to all.
    Restrict {
        case: CaseId,
        to: Vec<i64>,
        reason: String,
    },
}

impl Ask {
    /// Whether this makes an earlier asking of this part needless.
    pub fn overtakes(&self, earlier: &Self) -> bool {
        matches!(
            (self, earlier),
            (Self::Preview(_), Self::Preview(_))
                | (Self::NoteSearch { .. }, Self::NoteSearch { .. })
                | (
                    Self::Find { .. },
                    Self::Find {
                        from: PageFrom::Start,
                        ..
                    }
                )
        )
    }

    /// Whether it waits until nobody has asked anything for a moment: what a cursor that runs
    /// over a list passes by is not read, drawn or written down.
    pub fn waits_for_rest(&self) -> bool {
        matches!(self, Self::Preview(_) | Self::NoteSearch { .. })
    }

    /// Which keys wait until this is answered.
    pub fn holds(&self) -> Hold {
        match self {
            Self::Preview(_) | Self::NoteSearch { .. } => Hold::Nothing,
            Self::Find { .. } => Hold::Commands,
            _ => Hold::Everything,
        }
    }
}

#[derive(Debug, PartialEq, Eq)]
pub enum Answer {
    Listed(ListPage),
    Noted,
    Preview(Box<Preview>),
    Opened(Box<Overview>),
    Chronology {
        page: ChronologyPage,
        /// Joined records that are left out because they are restricted.
        hidden: usize,
    },
    MayBeNamed(Vec<MayBeNamed>),
    Done,
}
