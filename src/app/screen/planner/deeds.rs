//! What the keys of the planner do: to the list, to the day, to the plan.

use chrono::{Datelike, Days, Months};

use super::Planner;
use super::over::OverKind;
use super::sheet::{Column, Focus, SheetRow, Toggled};
use crate::app::cx::{Cx, Go};
use crate::app::input::{Key, KeyCode};
use crate::app::keymap::{Command, PlannerCommand};
use crate::app::screen::{Case, Preparation, Runner, Screen};
use crate::domain::meeting::MeetingPlan;
use crate::domain::roles::Action;
use crate::words::Key as W;

impl Planner {
    pub(super) fn deed(&mut self, cx: &mut Cx<'_>, deed: PlannerCommand) {
        let Some(sheet) = &mut self.sheet else {
            return;
        };
        match deed {
            PlannerCommand::Turn => {
                sheet.focus = match sheet.focus {
                    Focus::Calendar => Focus::List,
                    Focus::List => Focus::Calendar,
                };
                return;
            }
            PlannerCommand::Day => return self.open(cx, OverKind::Day),
            PlannerCommand::AddPerson => return self.open(cx, OverKind::AddPerson),
            PlannerCommand::Edit => {
                let kind = match (sheet.focus, sheet.row()) {
                    (Focus::Calendar, _) => OverKind::Day,
                    (_, SheetRow::Part1) => OverKind::Part1,
                    (_, SheetRow::Part2) => OverKind::Part2,
                    (_, SheetRow::Venue) => OverKind::Venue,
                    (_, SheetRow::Chair) => OverKind::Chair,
                    (_, SheetRow::Person(at)) => OverKind::Person(at),
                };
                return self.open(cx, kind);
            }
            PlannerCommand::Ask => match sheet.toggle(cx) {
                Toggled::Done => {}
                Toggled::NeedsReason(at) => self.open(cx, OverKind::WhyNot(at)),
                Toggled::Not(why) => return cx.say_why(why),
            },
            PlannerCommand::WhyNot => {
                return match sheet.person() {
                    Some(at) if is_kept_out(&sheet.plan, at) => {
                        self.open(cx, OverKind::WhyNot(at));
                    }
                    _ => cx.say_why(W::MeetingsWhyNoReason),
                };
            }
            PlannerCommand::Away => {
                return match sheet.person() {
                    Some(at) if is_named(&sheet.plan, at) => self.open(cx, OverKind::Away(at)),
                    _ => cx.say_why(W::MeetingsWhyNobody),
                };
            }
            PlannerCommand::TakeOff => match sheet.person() {
                Some(at) => sheet.change(cx, |plan| {
                    plan.people.remove(at);
                }),
                None => return cx.say_why(W::MeetingsWhyNobody),
            },
            PlannerCommand::NextFree => match sheet.next_free() {
                Some(day) => sheet.change(cx, |plan| plan.day = day),
                None => return cx.say_why(W::MeetingsWhyNoDay),
            },
            PlannerCommand::TakeTheirs => match sheet.theirs.take() {
                Some(theirs) => sheet.put(cx, theirs),
                None => return cx.say_why(W::MeetingsWhyNoTheirs),
            },
            PlannerCommand::CancelMeeting => {
                return if sheet.offer.meeting.is_some() {
                    self.open(cx, OverKind::Cancelling);
                } else {
                    cx.say_why(W::MeetingsWhyNotPlanned);
                };
            }
            PlannerCommand::Prepare => {
                let is_planned = self
                    .sheet
                    .as_ref()
                    .is_some_and(|sheet| sheet.offer.meeting.is_some());
                if is_planned {
                    let preparation = Preparation::new(self.case);
                    cx.go(Go::Over(Screen::Preparation(preparation)));
                } else {
                    cx.say_why(W::PreparationWhyNotPlanned);
                }
                return;
            }
            PlannerCommand::Run => {
                return match &sheet.offer.meeting {
                    Some(_) if !cx.may(Action::RunMeeting) => cx.say_why(W::RunnerWhyNotYours),
                    Some(_) if sheet.is_touched() => cx.say_why(W::MeetingsWhySaveFirst),
                    Some(meeting) => {
                        let runner = Runner::new(meeting.id);
                        cx.go(Go::Instead(Screen::Runner(runner)));
                    }
                    None => cx.say_why(W::MeetingsWhySaveFirst),
                };
            }
            PlannerCommand::OpenCase => {
                return cx.go(Go::Over(Screen::Case(Case::new(self.case))));
            }
        }
        self.keep(cx);
        self.look_round(cx);
    }

    /// Arrows: in the calendar from day to day, in the list from row to row and part to part.
    pub(super) fn moves(&mut self, cx: &mut Cx<'_>, key: Key) {
        let Some(sheet) = &mut self.sheet else {
            return;
        };
        if sheet.focus == Focus::Calendar {
            let day = sheet.plan.day;
            let week = Days::new(7);
            let moved = match key.code {
                KeyCode::Left => day.pred_opt(),
                KeyCode::Right => day.succ_opt(),
                KeyCode::Up => day.checked_sub_days(week),
                KeyCode::Down => day.checked_add_days(week),
                KeyCode::PageUp => day.checked_sub_months(Months::new(1)),
                KeyCode::PageDown => day.checked_add_months(Months::new(1)),
                _ => None,
            };
            let Some(moved) = moved.filter(|day| (2000..2200).contains(&day.year())) else {
                return;
            };
            sheet.change(cx, |plan| plan.day = moved);
            self.keep(cx);
            self.look_round(cx);
            return;
        }
        let (rows, page) = (sheet.rows(), sheet.list_rows(cx));
        let command = match key.code {
            KeyCode::Up => Command::Up,
            KeyCode::Down => Command::Down,
            KeyCode::PageUp => Command::PageUp,
            KeyCode::PageDown => Command::PageDown,
            KeyCode::Home => Command::First,
            KeyCode::End => Command::Last,
            KeyCode::Left => {
                sheet.column = Column::Part1;
                return;
            }
            KeyCode::Right => {
                sheet.column = Column::Part2;
                return;
            }
            _ => return,
        };
        sheet.cursor.moves(command, rows, page);
    }
}

/// Whether somebody is kept out of a part that is theirs.
fn is_kept_out(plan: &MeetingPlan, at: usize) -> bool {
    let person = plan.people.get(at);
    person.is_some_and(|person| person.kind.belongs_in_part2() && !person.part2)
}

fn is_named(plan: &MeetingPlan, at: usize) -> bool {
    let person = plan.people.get(at);
    person.is_some_and(|person| !person.name.trim().is_empty())
}
