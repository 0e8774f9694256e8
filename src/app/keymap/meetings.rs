//! Rows of the calendar of meetings and of the planner.

use super::Command as C;
use super::Footer::{HelpOnly, Shown};
use super::{Place, Row, letter, plain, row};
use crate::app::input::KeyCode;
use crate::words::Key as W;
use MeetingsCommand as M;
use PlannerCommand as P;

/// What can be done in the calendar of meetings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MeetingsCommand {
    OpenCase,
    /// To the preparation of the selected meeting.
    Prepare,
    /// It was held, and not run here.
    MarkHeld,
    /// Opens the runner.
    Run,
    Earlier,
    Later,
    Today,
    /// Who came to meetings, by agency.
    Attendance,
}

/// What can be done with a meeting that is being planned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PlannerCommand {
    /// From the calendar to the list and back.
    Turn,
    /// Asks somebody to a part, or no longer.
    Ask,
    WhyNot,
    Day,
    AddPerson,
    Edit,
    /// To the next day with least in the way.
    NextFree,
    /// Somebody is not there on some days.
    Away,
    TakeOff,
    /// Takes what somebody else kept meanwhile.
    TakeTheirs,
    OpenCase,
    /// To preparation and invitations.
    Prepare,
    /// Opens the runner.
    Run,
    CancelMeeting,
}

/// What is planned.
pub(super) const MEETINGS: &[Row] = &[
    row(
        Place::Meetings,
        &[letter('c')],
        C::Meetings(M::OpenCase),
        W::KeymapMeetingsCase,
        Shown,
    ),
    row(
        Place::Meetings,
        &[letter('i')],
        C::Meetings(M::Prepare),
        W::KeymapMeetingsPrepare,
        Shown,
    ),
    row(
        Place::Meetings,
        &[letter('h')],
        C::Meetings(M::MarkHeld),
        W::KeymapMeetingsHeld,
        HelpOnly,
    ),
    row(
        Place::Meetings,
        &[letter('r')],
        C::Meetings(M::Run),
        W::KeymapMeetingsRun,
        Shown,
    ),
    row(
        Place::Meetings,
        &[plain(KeyCode::Left), letter('[')],
        C::Meetings(M::Earlier),
        W::KeymapMeetingsEarlier,
        Shown,
    ),
    row(
        Place::Meetings,
        &[plain(KeyCode::Right), letter(']')],
        C::Meetings(M::Later),
        W::KeymapMeetingsLater,
        Shown,
    ),
    row(
        Place::Meetings,
        &[letter('t')],
        C::Meetings(M::Today),
        W::KeymapMeetingsToday,
        HelpOnly,
    ),
    row(
        Place::Meetings,
        &[letter('w')],
        C::Meetings(M::Attendance),
        W::KeymapMeetingsAttendance,
        Shown,
    ),
];

/// One meeting being planned.
pub(super) const PLANNER: &[Row] = &[
    row(
        Place::Planner,
        &[plain(KeyCode::Tab), plain(KeyCode::BackTab)],
        C::Planner(P::Turn),
        W::KeymapPlannerTurn,
        Shown,
    ),
    row(
        Place::Planner,
        &[letter(' ')],
        C::Planner(P::Ask),
        W::KeymapPlannerAsk,
        Shown,
    ),
    row(
        Place::Planner,
        &[plain(KeyCode::Enter)],
        C::Planner(P::Edit),
        W::KeymapPlannerEdit,
        Shown,
    ),
    row(
        Place::Planner,
        &[letter('d')],
        C::Planner(P::Day),
        W::KeymapPlannerDay,
        Shown,
    ),
    row(
        Place::Planner,
        &[letter('a')],
        C::Planner(P::AddPerson),
        W::KeymapPlannerAdd,
        Shown,
    ),
    row(
        Place::Planner,
        &[letter('i')],
        C::Planner(P::Prepare),
        W::KeymapPlannerPrepare,
        HelpOnly,
    ),
    row(
        Place::Planner,
        &[letter('w')],
        C::Planner(P::WhyNot),
        W::KeymapPlannerWhyNot,
        HelpOnly,
    ),
    row(
        Place::Planner,
        &[letter('f')],
        C::Planner(P::NextFree),
        W::KeymapPlannerNextFree,
        HelpOnly,
    ),
    row(
        Place::Planner,
        &[letter('b')],
        C::Planner(P::Away),
        W::KeymapPlannerAway,
        HelpOnly,
    ),
    row(
        Place::Planner,
        &[plain(KeyCode::Delete)],
        C::Planner(P::TakeOff),
        W::KeymapPlannerTakeOff,
        HelpOnly,
    ),
    row(
        Place::Planner,
        &[letter('t')],
        C::Planner(P::TakeTheirs),
        W::KeymapPlannerTakeTheirs,
        HelpOnly,
    ),
    row(
        Place::Planner,
        &[letter('c')],
        C::Planner(P::OpenCase),
        W::KeymapPlannerCase,
        HelpOnly,
    ),
    row(
        Place::Planner,
        &[letter('r')],
        C::Planner(P::Run),
        W::KeymapPlannerRun,
        HelpOnly,
    ),
    row(
        Place::Planner,
        &[letter('X')],
        C::Planner(P::CancelMeeting),
        W::KeymapPlannerCancel,
        HelpOnly,
    ),
];
