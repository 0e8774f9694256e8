//! Who came to the meetings they were asked to: in one case, or every agency over a year.

use chrono::{Days, Months, NaiveDate};

use super::Reopen;
use crate::app::cursor::Cursor;
use crate::app::cx::Cx;
use crate::app::effect::{Ask, AskId};
use crate::app::keymap::{AttendanceCommand, Command, Place};
use crate::app::model::Notice;
use crate::app::msg::Answer;
use crate::app::page::{Handled, Page};
use crate::app::talk::voice;
use crate::domain::attendance::Attendance as Counted;
use crate::domain::case::{CaseBrief, CaseId};
use crate::words::Key as W;

/// Months that are counted at a time, over all cases.
const SHOWN_MONTHS: u32 = 12;
/// Rows that are not the list: the head of its columns, the rule and the line below.
pub const OTHER_ROWS: usize = 5;

/// Whose meetings are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    Case(CaseId),
    /// Of every agency; years back from the one that ends today.
    Agencies {
        years_back: u32,
    },
}

/// What stands on the screen.
#[derive(Debug)]
pub struct Attendance {
    pub of: Of,
    /// The case from which one came, to turn back to.
    from_case: Option<CaseId>,
    pub case: Option<Box<CaseBrief>>,
    pub counted: Vec<Counted>,
    pub cursor: Cursor,
    pub is_read: bool,
    waiting: Option<AskId>,
}

impl Attendance {
    /// At the meetings of a case.
    pub fn of_case(case: CaseId) -> Self {
        Self::new(Of::Case(case), Some(case))
    }

    /// Of every agency in the year up to today.
    pub fn of_agencies() -> Self {
        Self::new(Of::Agencies { years_back: 0 }, None)
    }

    fn new(of: Of, from_case: Option<CaseId>) -> Self {
        Self {
            of,
            from_case,
            case: None,
            counted: Vec::new(),
            cursor: Cursor::default(),
            is_read: false,
            waiting: None,
        }
    }

    /// The days that are counted, both included; a case's meetings are counted from the first.
    pub fn days(&self, today: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
        let Of::Agencies { years_back } = self.of else {
            return None;
        };
        let back = |months: u32| {
            today
                .checked_sub_months(Months::new(months))
                .unwrap_or(NaiveDate::MIN)
        };
        let last = back(years_back.saturating_mul(SHOWN_MONTHS));
        let before = back(years_back.saturating_add(1).saturating_mul(SHOWN_MONTHS));
        let first = before.checked_add_days(Days::new(1)).unwrap_or(before);
        Some((first, last))
    }

    pub fn selected(&self) -> Option<&Counted> {
        self.counted.get(self.cursor.at)
    }

    fn ask(&mut self, cx: &mut Cx<'_>) {
        let ask = match (self.of, self.days(cx.today())) {
            (Of::Agencies { .. }, Some((first, last))) => {
                voice::Ask::AttendanceBetween { first, last }
            }
            (Of::Case(case), _) => voice::Ask::AttendanceOf(case),
            (Of::Agencies { .. }, None) => return,
        };
        self.waiting = Some(cx.ask(Ask::Voice(ask)));
    }

    fn turn_to(&mut self, cx: &mut Cx<'_>, of: Of) {
        self.of = of;
        self.is_read = false;
        self.counted.clear();
        self.cursor = Cursor::default();
        self.ask(cx);
    }

    fn shown_rows(cx: &Cx<'_>) -> usize {
        cx.body_rows().saturating_sub(OTHER_ROWS)
    }

    fn deed(&mut self, cx: &mut Cx<'_>, deed: AttendanceCommand) {
        match (deed, self.of) {
            (AttendanceCommand::Turn, Of::Case(_)) => {
                self.turn_to(cx, Of::Agencies { years_back: 0 });
            }
            (AttendanceCommand::Turn, Of::Agencies { .. }) => match self.from_case {
                Some(case) => self.turn_to(cx, Of::Case(case)),
                None => cx.say_why(W::AttendanceWhyNoCase),
            },
            (_, Of::Case(_)) => cx.say_why(W::AttendanceWhyWhole),
            (AttendanceCommand::Earlier, Of::Agencies { years_back }) => {
                let years_back = years_back.saturating_add(1);
                self.turn_to(cx, Of::Agencies { years_back });
            }
            (AttendanceCommand::Later, Of::Agencies { years_back: 0 }) => {
                cx.say_why(W::AttendanceWhyNoLater);
            }
            (AttendanceCommand::Later, Of::Agencies { years_back }) => {
                let years_back = years_back - 1;
                self.turn_to(cx, Of::Agencies { years_back });
            }
        }
    }
}

impl Page for Attendance {
    fn place(&self) -> Place {
        Place::Attendance
    }

    fn shown(&mut self, cx: &mut Cx<'_>) {
        self.ask(cx);
    }

    fn command(&mut self, cx: &mut Cx<'_>, command: Command) -> Handled {
        if let Command::Attendance(deed) = command {
            self.deed(cx, deed);
            return Handled::Yes;
        }
        let (rows, shown) = (self.counted.len(), Self::shown_rows(cx));
        if self.cursor.moves(command, rows, shown) {
            return Handled::Yes;
        }
        Handled::No
    }

    fn answered(&mut self, cx: &mut Cx<'_>, id: AskId, answer: Answer) {
        if self.waiting != Some(id) {
            return;
        }
        self.waiting = None;
        match answer {
            Answer::Voice(voice::Answer::OfCase(case, counted)) => {
                self.case = Some(case);
                self.counted = counted;
            }
            Answer::Voice(voice::Answer::ByAgency(counted)) => self.counted = counted,
            Answer::Failed(failure) => return cx.say(Notice::Trouble(failure.words_key)),
            _ => return,
        }
        self.is_read = true;
        let rows = self.counted.len();
        self.cursor.put(self.cursor.at, rows, Self::shown_rows(cx));
    }

    fn resized(&mut self, cx: &mut Cx<'_>) {
        let rows = self.counted.len();
        self.cursor.put(self.cursor.at, rows, Self::shown_rows(cx));
    }

    fn reopen(&self) -> Option<Reopen> {
        Some(match (self.of, self.from_case) {
            (Of::Case(case), _) | (_, Some(case)) => Reopen::AttendanceOf(case),
            (Of::Agencies { .. }, None) => Reopen::AttendanceOfAgencies,
        })
    }
}
