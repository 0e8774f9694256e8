//! Why a meeting was not planned, moved or cancelled.

use thiserror::Error;

use crate::domain::meeting::{MeetingId, PlanFault, PlanPlace};

/// Nothing has been changed where one of these is answered.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum MeetingError {
    #[error("it has not been decided that this case is heard at a meeting")]
    NotToBeHeard,
    #[error("a meeting is planned already")]
    PlannedAlready { meeting: MeetingId },
    #[error("there is no such meeting")]
    NoMeeting,
    /// Held or cancelled in the meantime.
    #[error("the meeting is not planned any more")]
    NotPlanned,
    /// A review where the initial meeting is next, or the other way round.
    #[error("another kind of meeting is next in this case")]
    OtherKind,
    #[error("the plan is not whole: {0:?}")]
    Faults(Vec<(PlanPlace, PlanFault)>),
    #[error("a reason is needed")]
    ReasonMissing,
    #[error("the last day is before the first")]
    DaysUpsideDown,
}

impl MeetingError {
    /// The exit code of the command line (contract).
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::NoMeeting => 3,
            Self::PlannedAlready { .. } | Self::NotPlanned => 5,
            Self::NotToBeHeard
            | Self::OtherKind
            | Self::Faults(_)
            | Self::ReasonMissing
            | Self::DaysUpsideDown => 1,
        }
    }

    /// The part of a `words` key that names this kind of error.
    pub fn words_key(&self) -> &'static str {
        match self {
            Self::NotToBeHeard => "meeting-not-to-be-heard",
            Self::PlannedAlready { .. } => "meeting-planned-already",
            Self::NoMeeting => "no-meeting",
            Self::NotPlanned => "meeting-not-planned",
            Self::OtherKind => "meeting-other-kind",
            Self::Faults(_) => "meeting-faults",
            Self::ReasonMissing => "meeting-reason-missing",
            Self::DaysUpsideDown => "days-upside-down",
        }
    }
}
