//! What the screens of voice and attendance ask of the store and hear from it.

use chrono::NaiveDate;

use crate::domain::attendance::Attendance;
use crate::domain::case::{CaseBrief, CaseId};
use crate::domain::sharing::Shareable;
use crate::domain::voice::{Heard, NewTold, VoiceId, VoicePage};

#[derive(Debug, PartialEq, Eq)]
pub enum Ask {
    /// All that was heard and told in a case. Answered by `Opened`.
    Open(CaseId),
    /// Records what somebody said. Answered by `Recorded`.
    Record { case: CaseId, heard: Box<Heard> },
    /// What was done in answer. Answered by `AnswerNoted`.
    Answer {
        voice: VoiceId,
        what: Shareable,
        on: NaiveDate,
    },
    /// The family was told something. Answered by `ToldNoted`.
    Told { case: CaseId, told: Box<NewTold> },
    /// Who came to the meetings of a case. Answered by `OfCase`.
    AttendanceOf(CaseId),
    /// Who came to the meetings of these days. Answered by `ByAgency`.
    AttendanceBetween { first: NaiveDate, last: NaiveDate },
}

#[derive(Debug, PartialEq, Eq)]
pub enum Answer {
    Opened(Box<VoicePage>),
    Recorded,
    AnswerNoted,
    ToldNoted,
    OfCase(Box<CaseBrief>, Vec<Attendance>),
    ByAgency(Vec<Attendance>),
}
