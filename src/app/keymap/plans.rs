//! Rows of the plan, of the voice and of attendance over time.

use super::Command as C;
use super::Footer::{HelpOnly, Shown};
use super::{Place, Row, ctrl, letter, plain, row};
use crate::app::input::KeyCode;
use crate::words::Key as W;

/// What can be done with a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PlanCommand {
    /// Begins the next plan, or goes on with it.
    Next,
    /// The copy of the young person and family.
    Copy,
    /// Writes the copy into a file.
    Write,
    Versions,
    AddGoal,
    AddAction,
    /// An action against those who cause the harm.
    AddAgainstHarm,
    TakeOut,
    /// Takes in what is still open in the plan that holds and was left out.
    GoOnWith,
    Agree,
    /// Throws away the plan that is being made.
    Drop,
}

/// What can be done with what was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum VoiceCommand {
    Record,
    /// What was done in answer.
    Answer,
    /// The family was told something.
    Tell,
}

/// What can be done with the figures of attendance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AttendanceCommand {
    /// From a case to every agency, and back.
    Turn,
    Earlier,
    Later,
}

/// The plan that holds.
pub(super) const PLAN: &[Row] = &[
    row(
        Place::Plan,
        &[plain(KeyCode::Enter)],
        C::Open,
        W::KeymapPlanNote,
        Shown,
    ),
    row(
        Place::Plan,
        &[letter('y')],
        C::Plan(PlanCommand::Copy),
        W::KeymapPlanCopy,
        Shown,
    ),
    row(
        Place::Plan,
        &[letter('p')],
        C::Plan(PlanCommand::Next),
        W::KeymapPlanNext,
        Shown,
    ),
    row(
        Place::Plan,
        &[letter('v')],
        C::Plan(PlanCommand::Versions),
        W::KeymapPlanVersions,
        Shown,
    ),
];

/// A plan being made.
pub(super) const DRAFT: &[Row] = &[
    row(
        Place::PlanDraft,
        &[plain(KeyCode::Enter)],
        C::Open,
        W::KeymapPlanEdit,
        Shown,
    ),
    row(
        Place::PlanDraft,
        &[letter('w')],
        C::Plan(PlanCommand::AddGoal),
        W::KeymapPlanAddGoal,
        Shown,
    ),
    row(
        Place::PlanDraft,
        &[letter('a')],
        C::Plan(PlanCommand::AddAction),
        W::KeymapPlanAddAction,
        Shown,
    ),
    row(
        Place::PlanDraft,
        &[letter('h')],
        C::Plan(PlanCommand::AddAgainstHarm),
        W::KeymapPlanAddHarm,
        Shown,
    ),
    row(
        Place::PlanDraft,
        &[ctrl('s'), letter('s')],
        C::Plan(PlanCommand::Agree),
        W::KeymapPlanAgree,
        Shown,
    ),
    row(
        Place::PlanDraft,
        &[plain(KeyCode::Delete)],
        C::Plan(PlanCommand::TakeOut),
        W::KeymapPlanTakeOut,
        HelpOnly,
    ),
    row(
        Place::PlanDraft,
        &[letter('b')],
        C::Plan(PlanCommand::GoOnWith),
        W::KeymapPlanGoOn,
        HelpOnly,
    ),
    row(
        Place::PlanDraft,
        &[letter('y')],
        C::Plan(PlanCommand::Copy),
        W::KeymapPlanDraftCopy,
        HelpOnly,
    ),
    row(
        Place::PlanDraft,
        &[letter('X')],
        C::Plan(PlanCommand::Drop),
        W::KeymapPlanDrop,
        HelpOnly,
    ),
];

/// Plans as they were agreed.
pub(super) const VERSIONS: &[Row] = &[
    row(
        Place::PlanVersions,
        &[plain(KeyCode::Enter)],
        C::Open,
        W::KeymapPlanLook,
        Shown,
    ),
    row(
        Place::PlanVersions,
        &[letter('y')],
        C::Plan(PlanCommand::Copy),
        W::KeymapPlanVersionCopy,
        Shown,
    ),
];

/// The family's copy.
pub(super) const COPY: &[Row] = &[row(
    Place::PlanCopy,
    &[letter('w'), plain(KeyCode::Enter)],
    C::Plan(PlanCommand::Write),
    W::KeymapPlanWrite,
    Shown,
)];

/// What was said.
pub(super) const VOICE: &[Row] = &[
    row(
        Place::Voice,
        &[plain(KeyCode::Enter)],
        C::Open,
        W::KeymapVoiceRead,
        Shown,
    ),
    row(
        Place::Voice,
        &[letter('r')],
        C::Voice(VoiceCommand::Record),
        W::KeymapVoiceRecord,
        Shown,
    ),
    row(
        Place::Voice,
        &[letter('a')],
        C::Voice(VoiceCommand::Answer),
        W::KeymapVoiceAnswer,
        Shown,
    ),
    row(
        Place::Voice,
        &[letter('t')],
        C::Voice(VoiceCommand::Tell),
        W::KeymapVoiceTell,
        Shown,
    ),
];

/// Who came.
pub(super) const ATTENDANCE: &[Row] = &[
    row(
        Place::Attendance,
        &[plain(KeyCode::Tab), plain(KeyCode::Enter)],
        C::Attendance(AttendanceCommand::Turn),
        W::KeymapAttendanceTurn,
        Shown,
    ),
    row(
        Place::Attendance,
        &[plain(KeyCode::Left), letter('[')],
        C::Attendance(AttendanceCommand::Earlier),
        W::KeymapAttendanceEarlier,
        Shown,
    ),
    row(
        Place::Attendance,
        &[plain(KeyCode::Right), letter(']')],
        C::Attendance(AttendanceCommand::Later),
        W::KeymapAttendanceLater,
        Shown,
    ),
];
