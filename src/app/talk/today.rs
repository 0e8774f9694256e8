//! What Today asks of the store and hears from it.

use crate::domain::case::CaseId;
use crate::domain::case_list::{Look, PageFrom, Whose};
use crate::domain::today::{DueCounts, DueKey, DuePage, Unfinished};

#[derive(Debug, PartialEq, Eq)]
pub enum Ask {
    /// What is due, how much there is, and what was left unfinished. Answered by `Opened`.
    Open {
        whose: Whose,
        from: PageFrom<DueKey>,
        rows: usize,
        look: Look,
    },
    /// Another page. Answered by `Page`.
    More {
        whose: Whose,
        from: PageFrom<DueKey>,
        rows: usize,
    },
    /// The Principal Officer has read who opened a restricted case. Answered by `GlassSeen`.
    GlassSeen { case: CaseId, event: i64 },
}

#[derive(Debug, PartialEq, Eq)]
pub enum Answer {
    Opened(Opened),
    Page(DuePage),
    GlassSeen,
}

/// Today as it is opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    pub page: DuePage,
    pub counts: DueCounts,
    pub unfinished: Vec<Unfinished>,
}
