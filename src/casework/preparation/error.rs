//! Why something of a meeting's preparation, or an invitation, was not kept.

use thiserror::Error;

use crate::domain::preparation::PreparationFault;

/// Nothing has been changed where one of these is answered.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PreparationError {
    #[error("what was entered cannot be right: {0:?}")]
    Faults(Vec<PreparationFault>),
    /// Not on the list, or taken off it meanwhile; an agency that is not asked.
    #[error("nobody of the list is meant")]
    NobodyThere,
    /// What, why and who agreed belong together.
    #[error("what, why or who agreed is missing")]
    NotWhole,
    #[error("something is held back still")]
    StillHeldBack,
    #[error("that day is to come")]
    ReceivedInFuture,
    #[error("nothing is to be sent to this person")]
    NothingToSend,
    /// An answer of somebody who was not asked, or was told that it is called off.
    #[error("this person has not been sent an invitation that stands")]
    NotAsked,
    /// Somebody else is sent, and nobody says who.
    #[error("who is coming in their place is missing")]
    NoteMissing,
    /// The family's language is theirs to choose, in the preparation.
    #[error("the family's language stands in their preparation")]
    LanguageIsTheirs,
}

impl PreparationError {
    /// The exit code of the command line (contract).
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::NobodyThere => 3,
            Self::StillHeldBack | Self::NothingToSend | Self::NotAsked => 5,
            Self::Faults(_)
            | Self::NotWhole
            | Self::ReceivedInFuture
            | Self::NoteMissing
            | Self::LanguageIsTheirs => 1,
        }
    }

    /// The part of a `words` key that names this kind of error.
    pub fn words_key(&self) -> &'static str {
        match self {
            Self::Faults(_) => "preparation-faults",
            Self::NobodyThere => "preparation-nobody",
            Self::NotWhole => "preparation-not-whole",
            Self::StillHeldBack => "preparation-still-held-back",
            Self::ReceivedInFuture => "preparation-in-future",
            Self::NothingToSend => "invitation-nothing-to-send",
            Self::NotAsked => "invitation-not-asked",
            Self::NoteMissing => "invitation-note-missing",
            Self::LanguageIsTheirs => "invitation-language-theirs",
        }
    }
}
