//! The list of cases: what a row shows, how it is filtered and sorted, and from where it goes on.
//!
//! The list is read from the store a page at a time, by the key of the row beside it, so that it
//! costs the same with ten cases and with a million. What was typed into a search is read in
//! `case_list/search_text.rs`. Reading the rows is `store`'s.

mod search_text;

use chrono::{DateTime, Utc};
use strum::{EnumIter, EnumString, IntoStaticStr};

use super::case::{CaseBrief, CaseId, Stage};
pub use search_text::{Sought, sought};

/// One row of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseRow {
    /// Without name, birth date and age where `is_hidden`.
    pub case: CaseBrief,
    /// A restricted case, and the person who looks is not among those named for it.
    pub is_hidden: bool,
    /// Who works on it, by the name others read.
    pub owner: Option<String>,
    pub last_event_at: DateTime<Utc>,
    /// Of the last completed assessment.
    pub score: Option<u32>,
    pub is_at_risk: bool,
    /// From where the list goes on, before and after this row.
    pub key: RowKey,
}

/// The place of a row in an order: what it is sorted by, and its case where that is equal.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct RowKey {
    pub sorted_by: String,
    pub id: CaseId,
}

/// In which order the list stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, EnumIter, EnumString, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Sort {
    /// What happened last comes first.
    #[default]
    LastEvent,
    /// Family name, then given name, by the Welsh alphabet.
    Name,
    /// The newest reference first.
    Reference,
    /// The youngest first; those without a birth date last.
    Born,
}

impl Sort {
    /// The next order, and after the last one the first.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::LastEvent => Self::Name,
            Self::Name => Self::Reference,
            Self::Reference => Self::Born,
            Self::Born => Self::LastEvent,
        }
    }

    /// Whether the rows stand from the least to the greatest.
    pub const fn is_ascending(self) -> bool {
        matches!(self, Self::Name)
    }

    /// Whether the place of a row says something that a restricted case keeps to itself. Such
    /// cases are left out of these orders for those who are not named for them.
    pub const fn tells_of_the_person(self) -> bool {
        matches!(self, Self::Name | Self::Born)
    }
}

/// Which cases the list holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Filter {
    /// Cases that are worked on.
    Live { whose: Whose, only: Only },
    /// Closed cases, whoever worked on them.
    Closed,
    /// Cases that only named people may see, live or closed.
    Restricted,
    /// All there are.
    Everything,
}

impl Default for Filter {
    fn default() -> Self {
        Self::Live {
            whose: Whose::All,
            only: Only::Any,
        }
    }
}

/// Whose work is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, EnumIter, EnumString, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Whose {
    #[default]
    Mine,
    /// Of all people of the same role, and what nobody has taken yet.
    Team,
    All,
}

impl Whose {
    /// The next wider look, and after the widest the narrowest.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Mine => Self::Team,
            Self::Team => Self::All,
            Self::All => Self::Mine,
        }
    }
}

/// Which of the live cases.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Only {
    Any,
    /// Those at one stage; on the protocol is one. None is closed and live.
    At(Stage),
    /// The last SERAF says at risk.
    AtRisk,
}

/// One page of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListPage {
    /// In the order of the list, whichever way they were read.
    pub rows: Vec<CaseRow>,
    /// Whether there is more in the direction that was read.
    pub has_more: bool,
}

/// Whether a person now begins to look, or goes on in what they have opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// Is written down.
    Begun,
    GoesOn,
}

/// From where a page is read, and in which direction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PageFrom<K> {
    Start,
    /// This row and those after it: to read again what is there.
    At(K),
    After(K),
    /// The rows just before the key; the page still stands in the order of the list.
    Before(K),
    End,
}

impl<K> PageFrom<K> {
    /// Whether the page is read towards the start.
    pub const fn is_backwards(&self) -> bool {
        matches!(self, Self::Before(_) | Self::End)
    }

    /// Whether the row of the key is part of the page.
    pub const fn holds_key(&self) -> bool {
        matches!(self, Self::At(_))
    }

    /// The row beside which the page lies.
    pub const fn key(&self) -> Option<&K> {
        match self {
            Self::At(key) | Self::After(key) | Self::Before(key) => Some(key),
            Self::Start | Self::End => None,
        }
    }
}
