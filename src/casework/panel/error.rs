//! Why something was not done with the Panel's register. Nothing has then been changed.

use thiserror::Error;

/// What stood in the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum PanelError {
    #[error("there is no such issue")]
    NoIssue,
    #[error("the issue is closed")]
    Closed,
    #[error("nothing was said")]
    NothingSaid,
    #[error("it is too long")]
    TooLong,
    #[error("there is no such agency")]
    NoAgency,
    /// The Panel's members may see no cases.
    #[error("the words name the young person")]
    NamesYoungPerson,
    #[error("it was given to the Panel, or taken from it, already")]
    GivenAlready,
    #[error("the issue was taken into this meeting already")]
    TakenAlready,
}

impl PanelError {
    /// The exit code of the command line (contract).
    pub fn exit_code(self) -> u8 {
        match self {
            Self::NoIssue => 3,
            Self::GivenAlready | Self::TakenAlready => 5,
            _ => 1,
        }
    }

    /// The part of a `words` key that names this kind of error.
    pub fn words_key(self) -> &'static str {
        match self {
            Self::NoIssue => "panel-no-issue",
            Self::Closed => "panel-closed",
            Self::NothingSaid => "panel-nothing-said",
            Self::TooLong => "panel-too-long",
            Self::NoAgency => "panel-no-agency",
            Self::NamesYoungPerson => "panel-names-young-person",
            Self::GivenAlready => "panel-given-already",
            Self::TakenAlready => "panel-taken-already",
        }
    }
}
