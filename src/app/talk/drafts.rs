//! What was typed and not yet saved.

use chrono::{DateTime, Utc};

#[derive(Debug, PartialEq, Eq)]
pub enum Ask {
    /// Keeps a draft. Answered by `Kept`; a later one of the same place may overtake it.
    Keep { place: String, content: String },
    /// Looks for a draft. Answered by `Found`.
    Of { place: String },
    /// Throws a draft away. Answered by `Discarded`.
    Discard { place: String },
}

#[derive(Debug, PartialEq, Eq)]
pub enum Answer {
    Kept { place: String, at: DateTime<Utc> },
    Found(Option<KeptDraft>),
    Discarded { place: String },
}

/// A draft as it was last kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptDraft {
    pub place: String,
    pub saved_at: DateTime<Utc>,
    pub content: String,
}
