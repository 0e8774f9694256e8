//! What the screen of preparation and invitations asks of the store and hears from it.

use chrono::NaiveDate;

use crate::domain::bilingual::Language;
use crate::domain::case::{CaseBrief, CaseId};
use crate::domain::invitation;
use crate::domain::meeting::MeetingId;
use crate::domain::preparation::{PersonPreparation, Sheet, Withheld};
use crate::domain::sharing::Confidential;

#[derive(Debug, PartialEq, Eq)]
pub enum Ask {
    /// The meeting that is in hand in a case. Answered by `Opened`.
    Open { case: CaseId },
    /// Something to be kept; answered by `Kept`.
    Keep { meeting: MeetingId, deed: Deed },
    /// Writes letters and calendar files for people of the list. Answered by `Written`,
    /// `AlreadyThere` or `NotWritten`.
    Write {
        meeting: MeetingId,
        people: Vec<i64>,
        /// As it was typed.
        folder: String,
        /// Files of the same names give way.
        replace: bool,
    },
}

/// What is kept of a meeting's preparation.
#[derive(Debug, PartialEq, Eq)]
pub enum Deed {
    Prepare {
        person: i64,
        preparation: Box<PersonPreparation>,
    },
    HoldBack {
        instead_of: Option<i64>,
        withheld: Option<Withheld>,
        agreed_by: Confidential,
    },
    TakeBack {
        note: i64,
    },
    Report {
        agency: String,
        received_on: Option<NaiveDate>,
        note: Confidential,
        version: i64,
    },
    Sent {
        person: i64,
        version: i64,
    },
    Answered {
        person: i64,
        version: i64,
        answer: invitation::Answer,
        note: Confidential,
    },
    WriteIn {
        person: i64,
        version: i64,
        language: Language,
    },
}

#[derive(Debug, PartialEq, Eq)]
pub enum Answer {
    Opened(Box<Opened>),
    Kept(Box<Opened>),
    /// So many files stand in the folder now; the sheet holds their uids.
    Written {
        folder: String,
        opened: Box<Opened>,
    },
    /// Nothing was written: a file of this name is there.
    AlreadyThere {
        name: String,
    },
    NotWritten(Unwritten),
}

/// A case and the preparation of its meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    pub case: CaseBrief,
    pub sheet: Sheet,
}

/// Why no file was written, or not all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unwritten {
    /// Nobody of those chosen is to be written to.
    Nobody,
    NoFolder,
    NotAllowed,
    FullDisk,
    Other,
}
