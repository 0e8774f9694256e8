//! One file a screen, each drawing the state of its twin in `app/screen`.

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

use ratatui::Frame;
use ratatui::layout::Rect;

use super::view::{Title, View};
use crate::app::screen::Screen;

/// Whether the screen has no frame around it: nothing but itself may be seen.
pub fn is_neutral(screen: &Screen) -> bool {
    matches!(screen, Screen::Family(_))
}

/// The second row of the screen.
pub fn title(view: &View<'_>, screen: &Screen) -> Title {
    match screen {
        Screen::Unlock(page) => unlock::title(view, page),
        Screen::FirstRun(page) => first_run::title(view, page),
        Screen::Today(page) => today::title(view, page),
        Screen::Cases(page) => cases::title(view, page),
        Screen::Case(page) => case::title(view, page),
        Screen::Referral(page) => referral::title(view, page),
        Screen::Triage(page) => triage::title(view, page),
        Screen::Person(page) => person::title(view, page),
        Screen::Seraf(page) => seraf::title(view, page),
        Screen::Decision(page) => decision::title(view, page),
        Screen::Waiting(page) => waiting::title(view, page),
        Screen::Meetings(page) => meetings::title(view, page),
        Screen::Planner(page) => planner::title(view, page),
        Screen::Preparation(page) => preparation::title(view, page),
        Screen::Protocol(page) => protocol::title(view, page),
        Screen::Deciding(page) => protocol::deciding::title(view, page),
        Screen::Minutes(page) => minutes::title(view, page),
        Screen::Plan(page) => plan::title(view, page),
        Screen::Voice(page) => voice::title(view, page),
        Screen::Panel(page) => panel::title(view, page),
        Screen::Attendance(page) => attendance::title(view, page),
        Screen::Runner(page) => runner::title(view, page),
        Screen::Family(_) => Title::default(),
        Screen::Admin(page) => admin::title(view, page),
    }
}

/// Everything between the rule and the notice.
pub fn body(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, screen: &Screen) {
    match screen {
        Screen::Unlock(page) => unlock::body(frame, area, view, page),
        Screen::FirstRun(page) => first_run::body(frame, area, view, page),
        Screen::Today(page) => today::body(frame, area, view, page),
        Screen::Cases(page) => cases::body(frame, area, view, page),
        Screen::Case(page) => case::body(frame, area, view, page),
        Screen::Referral(page) => referral::body(frame, area, view, page),
        Screen::Triage(page) => triage::body(frame, area, view, page),
        Screen::Person(page) => person::body(frame, area, view, page),
        Screen::Seraf(page) => seraf::body(frame, area, view, page),
        Screen::Decision(page) => decision::body(frame, area, view, page),
        Screen::Waiting(page) => waiting::body(frame, area, view, page),
        Screen::Meetings(page) => meetings::body(frame, area, view, page),
        Screen::Planner(page) => planner::body(frame, area, view, page),
        Screen::Preparation(page) => preparation::body(frame, area, view, page),
        Screen::Protocol(page) => protocol::body(frame, area, view, page),
        Screen::Deciding(page) => protocol::deciding::body(frame, area, view, page),
        Screen::Minutes(page) => minutes::body(frame, area, view, page),
        Screen::Plan(page) => plan::body(frame, area, view, page),
        Screen::Voice(page) => voice::body(frame, area, view, page),
        Screen::Panel(page) => panel::body(frame, area, view, page),
        Screen::Attendance(page) => attendance::body(frame, area, view, page),
        Screen::Runner(page) => runner::body(frame, area, view, page),
        Screen::Family(page) => family::body(frame, area, view, page),
        Screen::Admin(page) => admin::body(frame, area, view, page),
    }
}
