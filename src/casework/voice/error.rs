//! Why a voice, an answer or what a family was told was not recorded.

use thiserror::Error;

use crate::domain::voice::HeardFault;

/// Nothing has been recorded where one of these is answered.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum VoiceError {
    #[error("there is no such voice")]
    NoVoice,
    #[error("the meeting is another young person's")]
    OtherCase,
    #[error("what was said is not whole: {0:?}")]
    Faults(Vec<HeardFault>),
    #[error("nothing was said")]
    WordsMissing,
    #[error("nobody is named who was told")]
    WhomMissing,
    #[error("the words are too long")]
    TooLong,
    #[error("the day has not come yet")]
    InFuture,
}

impl VoiceError {
    /// The exit code of the command line (contract).
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::NoVoice => 3,
            _ => 1,
        }
    }

    /// The part of a `words` key that names this kind of error.
    pub fn words_key(&self) -> &'static str {
        match self {
            Self::NoVoice => "no-voice",
            Self::OtherCase => "voice-other-case",
            Self::Faults(_) => "voice-not-whole",
            Self::WordsMissing => "voice-words-missing",
            Self::WhomMissing => "voice-whom-missing",
            Self::TooLong => "voice-too-long",
            Self::InFuture => "voice-in-future",
        }
    }
}
