//! Why something after a meeting was not done.

use chrono::NaiveDate;
use thiserror::Error;

use crate::domain::minutes::MinutesFault;

/// Nothing has been changed where one of these is answered.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum AfterError {
    #[error("the meeting has not been held")]
    NotHeld,
    #[error("the day of the meeting is to come")]
    DayToCome,
    /// A later meeting has decided on the protocol already.
    #[error("a later meeting has decided on the protocol")]
    LaterDecided,
    /// Somebody decided on it since it was read.
    #[error("somebody decided on the protocol in the meantime")]
    DecidedMeanwhile,
    /// Put on who is on the protocol, or taken off who is not.
    #[error("that cannot be decided of somebody who is, or is not, on the protocol")]
    DoesNotFit,
    #[error("a reason is needed")]
    ReasonMissing,
    #[error("the case is closed")]
    CaseClosed,
    #[error("there are no such minutes")]
    NoMinutes,
    /// There are minutes of this kind and language already.
    #[error("somebody began these minutes in the meantime")]
    BegunMeanwhile,
    /// Approved minutes are never edited; what is not right is added as a correction.
    #[error("the minutes are approved and locked")]
    Locked,
    #[error("there is nothing in the minutes")]
    NothingWritten,
    #[error("the minutes are not approved yet")]
    NotApproved,
    #[error("the entry is not whole: {0:?}")]
    Faults(Vec<MinutesFault>),
    #[error("corrections may still come until {until}")]
    CorrectionsMayCome { until: NaiveDate },
    /// The folder cannot be made or written in.
    #[error("the document could not be written")]
    NotWritten,
    #[error("nobody waits for corrections")]
    NoCorrectionsAwaited,
}

impl AfterError {
    /// The exit code of the command line (contract).
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::NoMinutes => 3,
            Self::LaterDecided | Self::DecidedMeanwhile | Self::BegunMeanwhile | Self::Locked => 5,
            Self::NotHeld
            | Self::DayToCome
            | Self::DoesNotFit
            | Self::ReasonMissing
            | Self::CaseClosed
            | Self::NothingWritten
            | Self::NotApproved
            | Self::Faults(_)
            | Self::CorrectionsMayCome { .. }
            | Self::NotWritten
            | Self::NoCorrectionsAwaited => 1,
        }
    }

    /// The part of a `words` key that names this kind of error.
    pub fn words_key(&self) -> &'static str {
        match self {
            Self::NotHeld => "after-not-held",
            Self::DayToCome => "after-day-to-come",
            Self::LaterDecided => "protocol-later-decided",
            Self::DecidedMeanwhile => "protocol-decided-meanwhile",
            Self::DoesNotFit => "protocol-does-not-fit",
            Self::ReasonMissing => "protocol-reason-missing",
            Self::CaseClosed => "protocol-case-closed",
            Self::NoMinutes => "minutes-none",
            Self::BegunMeanwhile => "minutes-begun-meanwhile",
            Self::Locked => "minutes-locked",
            Self::NothingWritten => "minutes-nothing-written",
            Self::NotApproved => "minutes-not-approved",
            Self::Faults(_) => "minutes-faults",
            Self::CorrectionsMayCome { .. } => "minutes-corrections-may-come",
            Self::NotWritten => "minutes-not-written",
            Self::NoCorrectionsAwaited => "minutes-no-corrections-awaited",
        }
    }
}
