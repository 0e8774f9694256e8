//! Why the glass before a restricted case was not broken.

use thiserror::Error;

/// Nothing has been opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum GlassError {
    #[error("a reason is needed to open a restricted case")]
    NoReason,
    /// It is not restricted, or the person is named for it.
    #[error("the case is open to this person already")]
    NotNeeded,
}

impl GlassError {
    /// The exit code of the command line (contract).
    pub fn exit_code(self) -> u8 {
        1
    }

    /// The part of a `words` key that names this kind of error.
    pub fn words_key(self) -> &'static str {
        match self {
            Self::NoReason => "glass-no-reason",
            Self::NotNeeded => "glass-not-needed",
        }
    }
}
