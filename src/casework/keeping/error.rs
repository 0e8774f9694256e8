//! Why a case was not closed, restricted or opened to all. Nothing has then been changed.

use thiserror::Error;

/// What stood in the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum KeepingError {
    #[error("a reason is needed")]
    NoReason,
    #[error("the case is closed already")]
    ClosedAlready,
    /// Only a meeting takes a young person off the CSE protocol.
    #[error("the young person is on the CSE protocol")]
    OnProtocol,
    #[error("a meeting is planned")]
    MeetingPlanned,
    #[error("a referral waits for its decision on next steps")]
    ReferralWaits,
    #[error("the case is not restricted")]
    OpenAlready,
    #[error("the role of somebody named sees no cases")]
    SeesNoCases,
}

impl KeepingError {
    /// The exit code of the command line (contract).
    pub fn exit_code(self) -> u8 {
        match self {
            Self::ClosedAlready | Self::OpenAlready => 5,
            _ => 1,
        }
    }

    /// The part of a `words` key that names this kind of error.
    pub fn words_key(self) -> &'static str {
        match self {
            Self::NoReason => "keep-no-reason",
            Self::ClosedAlready => "keep-closed-already",
            Self::OnProtocol => "keep-on-protocol",
            Self::MeetingPlanned => "keep-meeting-planned",
            Self::ReferralWaits => "keep-referral-waits",
            Self::OpenAlready => "keep-open-already",
            Self::SeesNoCases => "keep-sees-no-cases",
        }
    }
}
