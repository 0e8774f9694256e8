//! Meetings: what is planned, four weeks at a time, from today on.

use chrono::{Days, NaiveDate};

use super::Reopen;
use crate::app::cursor::Cursor;
use crate::app::cx::{Cx, Go};
use crate::app::effect::{Ask, AskId};
use crate::app::keymap::{Command, MeetingsCommand, Place};
use crate::app::model::{Confirm, Notice};
use crate::app::msg::Answer;
use crate::app::page::{Handled, Page};
use crate::app::screen::{Attendance, Case, Minutes, Planner, Preparation, Runner, Screen};
use crate::app::talk::{after, meetings};
use crate::domain::meeting::{MeetingBrief, MeetingId, MeetingStatus};
use crate::domain::roles::Action;
use crate::words::Key as W;

/// So many days are shown at a time.
pub const SHOWN_DAYS: u64 = 28;
/// Rows above the list: the head of its columns.
pub const HEAD_ROWS: usize = 1;

/// What stands on the screen.
#[derive(Debug, Default)]
pub struct Meetings {
    /// The first day that is shown; today before anything else was asked for.
    pub first: Option<NaiveDate>,
    pub meetings: Vec<MeetingBrief>,
    pub cursor: Cursor,
    /// The store has answered for these days.
    pub is_read: bool,
    waiting: Option<AskId>,
    /// The meeting that is being marked held.
    holding: Option<(AskId, MeetingId)>,
}

impl Meetings {
    /// The days that are shown, both included.
    pub fn days(&self, today: NaiveDate) -> (NaiveDate, NaiveDate) {
        let first = self.first.unwrap_or(today);
        let last = first.checked_add_days(Days::new(SHOWN_DAYS - 1));
        (first, last.unwrap_or(first))
    }

    fn ask(&mut self, cx: &mut Cx<'_>) {
        let (first, last) = self.days(cx.today());
        let ask = meetings::Ask::Between { first, last };
        self.waiting = Some(cx.ask(Ask::Meetings(ask)));
    }

    fn go_to(&mut self, cx: &mut Cx<'_>, first: Option<NaiveDate>) {
        self.first = first;
        self.cursor = Cursor::default();
        self.is_read = false;
        self.meetings.clear();
        self.ask(cx);
    }

    fn selected(&self) -> Option<&MeetingBrief> {
        self.meetings.get(self.cursor.at)
    }

    /// Marks the selected one held, after asking: it was not run here.
    fn ask_held(&self, cx: &mut Cx<'_>) {
        match self.selected() {
            None => cx.say_why(W::MeetingsWhyNoMeeting),
            Some(_) if !cx.may(Action::RunMeeting) => cx.say(Notice::Trouble("refused")),
            Some(one) if one.status != MeetingStatus::Planned => {
                cx.say(Notice::Trouble("meeting-not-planned"));
            }
            Some(one) if one.day > cx.today() => cx.say(Notice::Trouble("after-day-to-come")),
            Some(_) => cx.confirm(Confirm::MarkHeld),
        }
    }

    fn open(&self, cx: &mut Cx<'_>) {
        let Some(meeting) = self.selected() else {
            return;
        };
        let case = meeting.case.id;
        if meeting.status == MeetingStatus::Held {
            cx.go(Go::Over(Screen::Minutes(Minutes::new(meeting.id))));
        } else if meeting.status == MeetingStatus::Planned && cx.may(Action::PlanMeeting) {
            cx.go(Go::Over(Screen::Planner(Planner::new(case))));
        } else {
            cx.go(Go::Over(Screen::Case(Case::new(case))));
        }
    }
}

impl Page for Meetings {
    fn place(&self) -> Place {
        Place::Meetings
    }

    fn shown(&mut self, cx: &mut Cx<'_>) {
        self.ask(cx);
    }

    fn command(&mut self, cx: &mut Cx<'_>, command: Command) -> Handled {
        let (first, _) = self.days(cx.today());
        let span = Days::new(SHOWN_DAYS);
        match command {
            Command::Open => self.open(cx),
            Command::Meetings(MeetingsCommand::OpenCase) => match self.selected() {
                Some(meeting) => {
                    let case = meeting.case.id;
                    cx.go(Go::Over(Screen::Case(Case::new(case))));
                }
                None => cx.say_why(W::MeetingsWhyNoMeeting),
            },
            Command::Meetings(MeetingsCommand::Prepare) => match self.selected() {
                Some(meeting) => {
                    let case = meeting.case.id;
                    cx.go(Go::Over(Screen::Preparation(Preparation::new(case))));
                }
                None => cx.say_why(W::MeetingsWhyNoMeeting),
            },
            Command::Meetings(MeetingsCommand::MarkHeld) => self.ask_held(cx),
            Command::Meetings(MeetingsCommand::Run) => match self.selected() {
                Some(meeting) if meeting.status == MeetingStatus::Cancelled => {
                    cx.say(Notice::Trouble("meeting-not-planned"));
                }
                Some(meeting) if cx.may(Action::RunMeeting) => {
                    let runner = Runner::new(meeting.id);
                    cx.go(Go::Over(Screen::Runner(runner)));
                }
                Some(_) => cx.say_why(W::RunnerWhyNotYours),
                None => cx.say_why(W::MeetingsWhyNoMeeting),
            },
            Command::Meetings(MeetingsCommand::Earlier) => {
                self.go_to(cx, first.checked_sub_days(span));
            }
            Command::Meetings(MeetingsCommand::Later) => {
                self.go_to(cx, first.checked_add_days(span));
            }
            Command::Meetings(MeetingsCommand::Today) => self.go_to(cx, None),
            Command::Meetings(MeetingsCommand::Attendance) => {
                cx.go(Go::Over(Screen::Attendance(Attendance::of_agencies())));
            }
            _ => {
                let page = cx.body_rows().saturating_sub(HEAD_ROWS);
                if !self.cursor.moves(command, self.meetings.len(), page) {
                    return Handled::No;
                }
            }
        }
        Handled::Yes
    }

    fn answered(&mut self, cx: &mut Cx<'_>, id: AskId, answer: Answer) {
        if let Some((_, meeting)) = self.holding.take_if(|(asked, _)| *asked == id) {
            match answer {
                Answer::Failed(failure) => {
                    cx.say(Notice::Trouble(failure.words_key));
                    self.ask(cx);
                }
                _ => cx.go(Go::Over(Screen::Minutes(Minutes::new(meeting)))),
            }
            return;
        }
        if self.waiting != Some(id) {
            return;
        }
        self.waiting = None;
        match answer {
            Answer::Meetings(meetings::Answer::Calendar(found)) => {
                self.meetings = found;
                self.is_read = true;
                let page = cx.body_rows().saturating_sub(HEAD_ROWS);
                self.cursor.put(self.cursor.at, self.meetings.len(), page);
            }
            Answer::Failed(failure) => cx.say(Notice::Trouble(failure.words_key)),
            _ => {}
        }
    }

    fn confirmed(&mut self, cx: &mut Cx<'_>, confirm: &Confirm) {
        if *confirm == Confirm::MarkHeld
            && let Some(selected) = self.selected()
        {
            let (meeting, version) = (selected.id, selected.version);
            let ask = after::Ask::MarkHeld { meeting, version };
            self.holding = Some((cx.ask(Ask::After(ask)), meeting));
        }
    }

    fn reopen(&self) -> Option<Reopen> {
        Some(Reopen::Meetings)
    }
}
