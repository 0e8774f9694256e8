//! What the screens of meetings ask of the store and hear from it.

use chrono::NaiveDate;

use crate::domain::case::CaseId;
use crate::domain::meeting::{
    Busy, BusyWho, Invited, MeetingBrief, MeetingId, MeetingPlan, PlannerOffer,
};

#[derive(Debug, PartialEq, Eq)]
pub enum Ask {
    /// The planned meeting of a case, else a proposal. Answered by `Offered`.
    Open { case: CaseId },
    /// Whose time is taken. Answered by `Taken`.
    Taken {
        case: CaseId,
        planned: Option<MeetingId>,
        whose: Vec<BusyWho>,
        days: (NaiveDate, NaiveDate),
    },
    /// Keeps a new plan. Answered by `Saved`.
    Plan {
        case: CaseId,
        plan: Box<MeetingPlan>,
    },
    /// Keeps another plan of a meeting. Answered by `Saved`.
    Move {
        meeting: MeetingId,
        version: i64,
        plan: Box<MeetingPlan>,
        reason: String,
    },
    /// Answered by `Cancelled`.
    Cancel {
        meeting: MeetingId,
        version: i64,
        reason: String,
    },
    /// Somebody is not there on these days. Answered by `AwayNoted`.
    NoteAway {
        case: CaseId,
        person: Box<Invited>,
        days: (NaiveDate, NaiveDate),
    },
    /// What is planned on these days. Answered by `Calendar`.
    Between { first: NaiveDate, last: NaiveDate },
}

#[derive(Debug, PartialEq, Eq)]
pub enum Answer {
    Offered(Box<PlannerOffer>),
    Taken {
        days: (NaiveDate, NaiveDate),
        busy: Vec<Busy>,
    },
    Saved(MeetingId),
    Cancelled,
    AwayNoted,
    Calendar(Vec<MeetingBrief>),
}
