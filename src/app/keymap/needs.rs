//! Which right a command needs, so that nobody is offered a key that would only be refused.
//!
//! Rights themselves are `domain::roles`' and are asked for again by casework: this table decides
//! what is told of and what is answered at once, never what is allowed.

use super::{
    AdminCommand, CaseCommand, Command, DecisionCommand, MeetingsCommand, MinutesCommand,
    PanelCommand, Place, PlanCommand, PlannerCommand, PreparationCommand, ProtocolCommand, Row,
    SerafCommand, TriageCommand, rows_of,
};
use crate::domain::roles::{Action, Role, may};

impl Command {
    /// The right without which the command does nothing for anybody; none for what is open to all
    /// who reached the place, and where somebody without the right reads instead.
    pub const fn needs(self) -> Option<Action> {
        match self {
            Self::GoToToday
            | Self::GoToCases
            | Self::GoToMeetings
            | Self::GoToProtocol
            | Self::Search => Some(Action::SeeCase),
            Self::GoToAdmin | Self::Admin(AdminCommand::Verify) => Some(Action::VerifyStore),
            Self::Admin(AdminCommand::AddPerson | AdminCommand::DisablePerson) => {
                Some(Action::ManageUsers)
            }
            Self::NewReferral | Self::Referral(_) => Some(Action::Refer),
            Self::Triage(TriageCommand::PoliceTold | TriageCommand::ConfirmedInWriting) => {
                Some(Action::Refer)
            }
            Self::Case(command) => of_case(command),
            Self::Seraf(command) => of_seraf(command),
            Self::Decision(DecisionCommand::Waiting) => Some(Action::Decide),
            Self::Meetings(MeetingsCommand::MarkHeld | MeetingsCommand::Run)
            | Self::Planner(PlannerCommand::Run)
            | Self::Minutes(MinutesCommand::Approve | MinutesCommand::CloseCorrections)
            | Self::Runner(_)
            | Self::Family(_) => Some(Action::RunMeeting),
            Self::Meetings(MeetingsCommand::Attendance) => Some(Action::SeeFigures),
            Self::Preparation(
                PreparationCommand::AddHeldBack
                | PreparationCommand::WriteFiles
                | PreparationCommand::Sent
                | PreparationCommand::Coming
                | PreparationCommand::SendsOther
                | PreparationCommand::NotComing
                | PreparationCommand::NoAnswer
                | PreparationCommand::OtherLanguage,
            )
            | Self::Protocol(ProtocolCommand::PlanReview)
            | Self::Minutes(
                MinutesCommand::Write
                | MinutesCommand::Draft
                | MinutesCommand::NoteSent
                | MinutesCommand::Correct,
            ) => Some(Action::PlanMeeting),
            Self::Plan(PlanCommand::Write) => Some(Action::FollowPlan),
            Self::Plan(
                PlanCommand::Next
                | PlanCommand::AddGoal
                | PlanCommand::AddAction
                | PlanCommand::AddAgainstHarm
                | PlanCommand::TakeOut
                | PlanCommand::GoOnWith
                | PlanCommand::Agree
                | PlanCommand::Drop,
            ) => Some(Action::MakePlan),
            Self::GoToPanel => Some(Action::SeePanel),
            Self::Panel(PanelCommand::Raise | PanelCommand::Note) => Some(Action::KeepPanel),
            Self::Voice(_) => Some(Action::HearVoice),
            // Named one by one, so that whoever adds a command decides.
            Self::Palette
            | Self::Help
            | Self::Back
            | Self::Quit
            | Self::Leave
            | Self::Suspend
            | Self::Lock
            | Self::SwitchLanguage
            | Self::MaskNames
            | Self::Up
            | Self::Down
            | Self::First
            | Self::Last
            | Self::PageUp
            | Self::PageDown
            | Self::HalfPageUp
            | Self::HalfPageDown
            | Self::Open
            | Self::Save
            | Self::Discard
            | Self::Undo
            | Self::Redo
            | Self::Confirm
            | Self::Refuse
            | Self::Today(_)
            | Self::Cases(_)
            | Self::Attendance(_)
            | Self::Panel(PanelCommand::Turn)
            | Self::Plan(PlanCommand::Copy | PlanCommand::Versions)
            | Self::Admin(AdminCommand::ChangePassphrase)
            | Self::Triage(
                TriageCommand::OpenCase | TriageCommand::ReadOn | TriageCommand::ReadBack,
            )
            | Self::Decision(DecisionCommand::Assessments | DecisionCommand::Side)
            | Self::Meetings(
                MeetingsCommand::OpenCase
                | MeetingsCommand::Prepare
                | MeetingsCommand::Earlier
                | MeetingsCommand::Later
                | MeetingsCommand::Today,
            )
            // The planner opens for those alone who may plan.
            | Self::Planner(_)
            | Self::Preparation(PreparationCommand::OtherPart | PreparationCommand::OpenCase)
            | Self::Protocol(ProtocolCommand::LastMinutes)
            | Self::Minutes(
                MinutesCommand::OtherVersion
                | MinutesCommand::OtherLanguage
                | MinutesCommand::Document
                | MinutesCommand::Decide
                | MinutesCommand::OpenCase,
            ) => None,
        }
    }

    /// Whether a person of this role is offered the command; before anybody has come in there is
    /// no role, and only what is open to all.
    pub fn is_for(self, role: Option<Role>) -> bool {
        match (self.needs(), role) {
            (None, _) => true,
            (Some(needed), Some(role)) => may(role, needed),
            (Some(_), None) => false,
        }
    }
}

const fn of_case(command: CaseCommand) -> Option<Action> {
    match command {
        CaseCommand::Triage => Some(Action::Triage),
        CaseCommand::Seraf => Some(Action::AssessSeraf),
        CaseCommand::PutForward => Some(Action::PutForward),
        CaseCommand::Decide => Some(Action::Decide),
        CaseCommand::PlanMeeting => Some(Action::PlanMeeting),
        CaseCommand::EditPerson | CaseCommand::AddRelation => Some(Action::Refer),
        CaseCommand::Close => Some(Action::CloseCase),
        CaseCommand::Restrict => Some(Action::RestrictCase),
        CaseCommand::Join | CaseCommand::UndoJoin => Some(Action::JoinRecords),
        CaseCommand::OtherPart
        | CaseCommand::Prepare
        | CaseCommand::Plan
        | CaseCommand::Voice
        | CaseCommand::Attendance => None,
    }
}

const fn of_seraf(command: SerafCommand) -> Option<Action> {
    match command {
        SerafCommand::PutForward => Some(Action::PutForward),
        SerafCommand::OtherColumn
        | SerafCommand::Guide
        | SerafCommand::Past
        | SerafCommand::NextSection
        | SerafCommand::SectionBefore => None,
        SerafCommand::Tick
        | SerafCommand::No
        | SerafCommand::NotKnown
        | SerafCommand::Clear
        | SerafCommand::ByDates
        | SerafCommand::Judge
        | SerafCommand::Day
        | SerafCommand::Complete
        | SerafCommand::AddStatement
        | SerafCommand::RemoveStatement
        | SerafCommand::Begin
        | SerafCommand::Choose
        | SerafCommand::AllMine
        | SerafCommand::AllTheirs
        | SerafCommand::TogetherNow => Some(Action::AssessSeraf),
    }
}

/// The rows that work in a place for a person of this role, in the order of [`rows_of`].
pub fn rows_for(place: Place, role: Option<Role>) -> impl Iterator<Item = &'static Row> {
    rows_of(place).filter(move |row| row.command.is_for(role))
}
