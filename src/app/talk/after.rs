//! What is asked and answered after a meeting: the protocol, the minutes, what is sent.

use crate::domain::bilingual::Language;
use crate::domain::meeting::MeetingId;
use crate::domain::minutes::{
    Correcting, Keeping, MinutesId, MinutesKind, MinutesOfMeeting, Sending,
};
use crate::domain::protocol::{BeforeProtocol, OnProtocol, ProtocolDeciding, ProtocolDecision};
use crate::domain::sharing::{Confidential, Shareable};

#[derive(Debug, PartialEq, Eq)]
pub enum Ask {
    /// Everybody who is on the protocol. Answered by `Register`.
    Register,
    /// What a decision on the protocol is made on. Answered by `Before`.
    Before { meeting: MeetingId },
    /// Answered by `Decided`.
    Decide(Box<ProtocolDeciding>),
    /// Marks a meeting held that was not run here. Answered by `Held`.
    MarkHeld { meeting: MeetingId, version: i64 },
    /// The minutes of a meeting and what is owed. Answered by `Minutes`.
    Minutes { meeting: MeetingId },
    /// A draft from what was recorded, not kept yet. Answered by `Drafted`.
    Draft {
        meeting: MeetingId,
        kind: MinutesKind,
        language: Language,
    },
    /// Keeps words of the full minutes. Answered by `Kept`.
    KeepFull {
        keeping: Keeping,
        words: Confidential,
    },
    /// Keeps words of the family's minutes. Answered by `Kept`.
    KeepFamily { keeping: Keeping, words: Shareable },
    /// Answered by `Approved`.
    Approve { minutes: MinutesId, version: i64 },
    /// Answered by `Noted`.
    NoteSent {
        minutes: MinutesId,
        sending: Box<Sending>,
    },
    /// Answered by `Noted`.
    CorrectFull {
        minutes: MinutesId,
        correcting: Box<Correcting<Confidential>>,
    },
    /// Answered by `Noted`.
    CorrectFamily {
        minutes: MinutesId,
        correcting: Box<Correcting<Shareable>>,
    },
    /// Answered by `CorrectionsClosed`.
    CloseCorrections { meeting: MeetingId },
    /// Writes a Word document into a folder; into the one beside the store where it is empty.
    /// Answered by `Written`.
    Write {
        meeting: MeetingId,
        minutes: MinutesId,
        folder: String,
    },
}

/// Words for one of the two versions, each in its own type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Drafted {
    Full(Confidential),
    Family(Shareable),
}

#[derive(Debug, PartialEq, Eq)]
pub enum Answer {
    Register(Vec<OnProtocol>),
    Before(Box<BeforeProtocol>),
    Decided(Box<ProtocolDecision>),
    Held,
    Minutes(Box<MinutesOfMeeting>),
    Drafted { language: Language, words: Drafted },
    Kept(MinutesId),
    Approved,
    Noted,
    CorrectionsClosed,
    Written { file: String },
}
