//! Rows of the calendar of meetings and of the planner.

use super::Command as C;
use super::Footer::{HelpOnly, Shown};
use super::MeetingsCommand as M;
use super::PlannerCommand as P;
use super::{Place, Row, letter, plain, row};
use crate::app::input::KeyCode;
use crate::words::Key as W;

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
        &[letter('h')],
        C::Meetings(M::MarkHeld),
        W::KeymapMeetingsHeld,
        Shown,
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
