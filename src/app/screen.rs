//! The screens as one closed enum, and what all of them have in common.
//!
//! A screen is its state and its update in a file of its own; `ui/screen` mirrors it. How keys
//! become commands is `keymap`'s, what lies over a screen is `update`'s.

pub mod admin;
pub mod attendance;
pub mod case;
pub mod cases;
pub mod decision;
pub mod family;
pub mod first_run;
pub mod meetings;
pub mod minutes;
pub mod panel;
pub mod person;
pub mod plan;
pub mod planner;
pub mod preparation;
pub mod protocol;
pub mod referral;
pub mod runner;
pub mod seraf;
pub mod today;
pub mod triage;
pub mod unlock;
pub mod voice;
pub mod waiting;

pub use self::admin::Admin;
pub use self::attendance::Attendance;
pub use self::case::Case;
pub use self::cases::Cases;
pub use self::decision::Decision;
pub use self::family::Family;
pub use self::first_run::FirstRun;
pub use self::meetings::Meetings;
pub use self::minutes::Minutes;
pub use self::panel::Panel;
pub use self::person::Person;
pub use self::plan::Plan;
pub use self::planner::Planner;
pub use self::preparation::Preparation;
pub use self::protocol::{Deciding, Protocol};
pub use self::referral::Referral;
pub use self::runner::Runner;
pub use self::seraf::Seraf;
pub use self::today::Today;
pub use self::triage::Triage;
pub use self::unlock::Unlock;
pub use self::voice::Voice;
pub use self::waiting::Waiting;

use super::page::Page;
use crate::domain::case::CaseId;
use crate::domain::meeting::MeetingId;
use crate::domain::minutes::MinutesKind;

/// The place a person is at.
#[derive(Debug)]
pub enum Screen {
    Unlock(Unlock),
    FirstRun(FirstRun),
    Today(Today),
    Cases(Cases),
    Case(Case),
    Referral(Referral),
    Triage(Triage),
    Person(Person),
    Seraf(Seraf),
    Decision(Decision),
    Waiting(Waiting),
    Meetings(Meetings),
    Planner(Planner),
    Preparation(Preparation),
    Protocol(Protocol),
    Deciding(Deciding),
    Minutes(Minutes),
    Plan(Plan),
    Voice(Voice),
    /// The Risky Behaviour Panel's register.
    Panel(Panel),
    Attendance(Attendance),
    Runner(Runner),
    /// What the young person and family see. While it is in front, there is nothing behind it.
    Family(Family),
    Admin(Admin),
}

/// How to come back to a screen after the program was locked. Numbers only: what was typed is in
/// its draft, what was read is read again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reopen {
    Today,
    Cases,
    Meetings,
    Admin,
    Case(CaseId),
    Referral,
    Triage(CaseId),
    Person(CaseId),
    Seraf(CaseId),
    Decision(CaseId),
    Waiting,
    Planner(CaseId),
    Preparation(CaseId),
    Protocol,
    Deciding(MeetingId),
    Minutes(MeetingId, MinutesKind),
    Plan(CaseId),
    Voice(CaseId),
    Panel,
    AttendanceOf(CaseId),
    AttendanceOfAgencies,
    Runner(MeetingId),
    Family(MeetingId),
}

impl Screen {
    /// The locked screen, with the name already filled in where it is known.
    pub fn unlock(user: Option<String>) -> Self {
        Self::Unlock(Unlock::new(user))
    }

    /// The screen that makes a store where there is none.
    pub fn first_run(path: String) -> Self {
        Self::FirstRun(FirstRun::new(path))
    }

    /// A screen that was left when the program was locked.
    pub fn reopened(how: Reopen) -> Self {
        match how {
            Reopen::Today => Self::Today(Today::default()),
            Reopen::Cases => Self::Cases(Cases::default()),
            Reopen::Meetings => Self::Meetings(Meetings::default()),
            Reopen::Admin => Self::Admin(Admin::default()),
            Reopen::Case(id) => Self::Case(Case::new(id)),
            Reopen::Referral => Self::Referral(Referral::default()),
            Reopen::Triage(id) => Self::Triage(Triage::new(id)),
            Reopen::Person(id) => Self::Person(Person::new(id)),
            Reopen::Seraf(id) => Self::Seraf(Seraf::new(id)),
            Reopen::Decision(id) => Self::Decision(Decision::new(id)),
            Reopen::Waiting => Self::Waiting(Waiting::default()),
            Reopen::Planner(id) => Self::Planner(Planner::new(id)),
            Reopen::Preparation(id) => Self::Preparation(Preparation::new(id)),
            Reopen::Protocol => Self::Protocol(Protocol::default()),
            Reopen::Deciding(id) => Self::Deciding(Deciding::new(id)),
            Reopen::Minutes(id, kind) => Self::Minutes(Minutes::of_kind(id, kind)),
            Reopen::Plan(id) => Self::Plan(Plan::new(id)),
            Reopen::Panel => Self::Panel(Panel::default()),
            Reopen::Voice(id) => Self::Voice(Voice::new(id)),
            Reopen::AttendanceOf(id) => Self::Attendance(Attendance::of_case(id)),
            Reopen::AttendanceOfAgencies => Self::Attendance(Attendance::of_agencies()),
            Reopen::Runner(id) => Self::Runner(Runner::new(id)),
            Reopen::Family(id) => Self::Family(Family::new(id)),
        }
    }

    /// Whether it is shown before anybody has come in.
    pub fn is_outside(&self) -> bool {
        matches!(self, Self::Unlock(_) | Self::FirstRun(_))
    }

    /// The screen as something that can be told.
    pub fn page(&mut self) -> &mut dyn Page {
        match self {
            Self::Unlock(page) => page,
            Self::FirstRun(page) => page,
            Self::Today(page) => page,
            Self::Cases(page) => page,
            Self::Case(page) => page,
            Self::Referral(page) => page,
            Self::Triage(page) => page,
            Self::Person(page) => page,
            Self::Seraf(page) => page,
            Self::Decision(page) => page,
            Self::Waiting(page) => page,
            Self::Meetings(page) => page,
            Self::Planner(page) => page,
            Self::Preparation(page) => page,
            Self::Protocol(page) => page,
            Self::Deciding(page) => page,
            Self::Minutes(page) => page,
            Self::Plan(page) => page,
            Self::Voice(page) => page,
            Self::Panel(page) => page,
            Self::Attendance(page) => page,
            Self::Runner(page) => page,
            Self::Family(page) => page,
            Self::Admin(page) => page,
        }
    }

    /// The screen as something that can be asked.
    pub fn look(&self) -> &dyn Page {
        match self {
            Self::Unlock(page) => page,
            Self::FirstRun(page) => page,
            Self::Today(page) => page,
            Self::Cases(page) => page,
            Self::Case(page) => page,
            Self::Referral(page) => page,
            Self::Triage(page) => page,
            Self::Person(page) => page,
            Self::Seraf(page) => page,
            Self::Decision(page) => page,
            Self::Waiting(page) => page,
            Self::Meetings(page) => page,
            Self::Planner(page) => page,
            Self::Preparation(page) => page,
            Self::Protocol(page) => page,
            Self::Deciding(page) => page,
            Self::Minutes(page) => page,
            Self::Plan(page) => page,
            Self::Voice(page) => page,
            Self::Panel(page) => page,
            Self::Attendance(page) => page,
            Self::Runner(page) => page,
            Self::Family(page) => page,
            Self::Admin(page) => page,
        }
    }
}
