//! Rows of Today, of the list of cases and of a case's page.

use super::Command as C;
use super::Footer::{HelpOnly, Shown};
use super::{Place, Row, letter, plain, row};
use crate::app::input::KeyCode;
use crate::words::Key as W;

/// What can be done on Today besides opening what is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TodayCommand {
    /// Mine, my team's, everybody's.
    NextWhose,
    /// The young person's page, and not the form that is due.
    OpenCase,
}

/// What can be done with the list of cases.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CasesCommand {
    NextSort,
    ChooseFilter,
    /// From the typed words to what was found, and back.
    TypeOrRead,
}

/// What can be done on a case's page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CaseCommand {
    OtherPart,
    Triage,
    Seraf,
    PutForward,
    Decide,
    PlanMeeting,
    Prepare,
    EditPerson,
    /// The plan made with the family.
    Plan,
    Voice,
    Attendance,
    AddRelation,
    Join,
    UndoJoin,
    Close,
    /// Lets only named people see it, or everybody again.
    Restrict,
}

/// What is due.
pub(super) const TODAY: &[Row] = &[
    row(
        Place::Today,
        &[letter('c')],
        C::Today(TodayCommand::OpenCase),
        W::KeymapTodayCase,
        Shown,
    ),
    row(
        Place::Today,
        &[letter('f')],
        C::Today(TodayCommand::NextWhose),
        W::KeymapTodayWhose,
        Shown,
    ),
];

/// The list of cases.
pub(super) const CASES: &[Row] = &[
    row(
        Place::Cases,
        &[letter('s')],
        C::Cases(CasesCommand::NextSort),
        W::KeymapCasesSort,
        Shown,
    ),
    row(
        Place::Cases,
        &[letter('f')],
        C::Cases(CasesCommand::ChooseFilter),
        W::KeymapCasesFilter,
        Shown,
    ),
    row(
        Place::Cases,
        &[plain(KeyCode::Tab)],
        C::Cases(CasesCommand::TypeOrRead),
        W::KeymapCasesTypeOrRead,
        HelpOnly,
    ),
];

/// A case's page.
pub(super) const CASE: &[Row] = &[
    row(
        Place::Case,
        &[plain(KeyCode::Tab)],
        C::Case(CaseCommand::OtherPart),
        W::KeymapCasePart,
        Shown,
    ),
    row(
        Place::Case,
        &[letter('t')],
        C::Case(CaseCommand::Triage),
        W::KeymapCaseTriage,
        Shown,
    ),
    row(
        Place::Case,
        &[letter('a')],
        C::Case(CaseCommand::Seraf),
        W::KeymapCaseSeraf,
        Shown,
    ),
    row(
        Place::Case,
        &[letter('p')],
        C::Case(CaseCommand::PutForward),
        W::KeymapCasePutForward,
        Shown,
    ),
    row(
        Place::Case,
        &[letter('d')],
        C::Case(CaseCommand::Decide),
        W::KeymapCaseDecide,
        Shown,
    ),
    row(
        Place::Case,
        &[letter('m')],
        C::Case(CaseCommand::PlanMeeting),
        W::KeymapCaseMeeting,
        Shown,
    ),
    row(
        Place::Case,
        &[letter('i')],
        C::Case(CaseCommand::Prepare),
        W::KeymapCasePrepare,
        HelpOnly,
    ),
    row(
        Place::Case,
        &[letter('e')],
        C::Case(CaseCommand::EditPerson),
        W::ReferralKeyEditPerson,
        Shown,
    ),
    row(
        Place::Case,
        &[letter('l')],
        C::Case(CaseCommand::Plan),
        W::KeymapCasePlan,
        Shown,
    ),
    row(
        Place::Case,
        &[letter('v')],
        C::Case(CaseCommand::Voice),
        W::KeymapCaseVoice,
        Shown,
    ),
    row(
        Place::Case,
        &[letter('w')],
        C::Case(CaseCommand::Attendance),
        W::KeymapCaseAttendance,
        HelpOnly,
    ),
    row(
        Place::Case,
        &[letter('r')],
        C::Case(CaseCommand::AddRelation),
        W::KeymapCaseRelation,
        Shown,
    ),
    row(
        Place::Case,
        &[letter('o')],
        C::Case(CaseCommand::Join),
        W::KeymapCaseJoin,
        HelpOnly,
    ),
    row(
        Place::Case,
        &[letter('x')],
        C::Case(CaseCommand::UndoJoin),
        W::KeymapCaseUndoJoin,
        HelpOnly,
    ),
    row(
        Place::Case,
        &[letter('z')],
        C::Case(CaseCommand::Restrict),
        W::KeymapCaseRestrict,
        HelpOnly,
    ),
    row(
        Place::Case,
        &[letter('Z')],
        C::Case(CaseCommand::Close),
        W::KeymapCaseClose,
        HelpOnly,
    ),
];
