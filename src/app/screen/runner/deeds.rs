//! What the chair does in Part 1, by keys: each is saved at once.

use super::over::OverKind;
use super::{Runner, RunnerRow};
use crate::app::cx::{Cx, Go};
use crate::app::effect::Ask;
use crate::app::keymap::{Command, RunnerCommand};
use crate::app::model::{Confirm, Notice};
use crate::app::screen::{Case, Minutes, Screen};
use crate::app::talk::runner;
use crate::domain::meeting::InvitedKind;
use crate::domain::runner::{Attending, How, Part, RunStage};
use crate::words::Key as W;

impl Runner {
    /// Nothing waits for the answer: the next key may come before it, and none is lost.
    pub(super) fn send(cx: &mut Cx<'_>, ask: runner::Ask) {
        cx.ask(Ask::Runner(ask));
    }

    pub(super) fn attends(&mut self, cx: &mut Cx<'_>, how: How) {
        let Some(part1) = &self.part1 else {
            return;
        };
        let person = match self.row() {
            Some(RunnerRow::Person(at)) => part1.meeting.plan.people.get(at),
            _ => None,
        };
        let Some((person, row)) = person.and_then(|one| Some((one, one.row?))) else {
            return cx.say_why(W::RunnerWhyNobody);
        };
        if self.column == Part::One && person.kind != InvitedKind::Professional {
            return cx.say_why(W::MeetingsWhyPart1);
        }
        if part1.run.is_none() {
            return cx.say(Notice::Trouble("runner-not-begun"));
        }
        let part = self.column;
        if how == How::Represented {
            return self.open(cx, OverKind::Represented(row, part.number()));
        }
        let attending = Attending {
            person: row,
            part,
            how,
            represented_by: String::new(),
        };
        let meeting = self.meeting;
        Self::send(cx, runner::Ask::Attend { meeting, attending });
        // The next person, as a chair goes round the table.
        self.moves(cx, Command::Down);
    }

    /// Asks first: it is written down who leads a meeting, and since when.
    pub(super) fn take_chair(&self, cx: &mut Cx<'_>) {
        let run = self.part1.as_ref().and_then(|part1| part1.run.as_ref());
        match run {
            None => cx.say(Notice::Trouble("runner-not-begun")),
            Some(run) if run.stage == RunStage::Ended => cx.say_why(W::RunnerWhyEnded),
            Some(run) if cx.actor.is_some_and(|actor| actor.user_id == run.chair) => {
                cx.say_why(W::RunnerWhyYourChair);
            }
            Some(_) => cx.confirm(Confirm::TakeChair),
        }
    }

    pub(super) fn deed(&mut self, cx: &mut Cx<'_>, deed: RunnerCommand) {
        let meeting = self.meeting;
        let stage = self.part1.as_ref().and_then(|part1| part1.stage());
        match deed {
            // Nothing can be said of a meeting that has not been read yet.
            deed if self.part1.is_none() && deed != RunnerCommand::Begin => {
                cx.say_why(W::MeetingsOpening);
            }
            RunnerCommand::Begin if stage.is_some() => cx.say_why(W::RunnerWhyBegun),
            RunnerCommand::Begin => Self::send(cx, runner::Ask::Begin { meeting }),
            RunnerCommand::TakeChair => self.take_chair(cx),
            RunnerCommand::Attends(how) => self.attends(cx, how),
            RunnerCommand::Part1Column => self.column = Part::One,
            RunnerCommand::Part2Column => self.column = Part::Two,
            RunnerCommand::Minutes if stage == Some(RunStage::Ended) => {
                cx.go(Go::Over(Screen::Minutes(Minutes::new(meeting))));
            }
            RunnerCommand::Minutes => cx.say_why(W::RunnerWhyNotEnded),
            RunnerCommand::OpenCase => {
                if let Some(part1) = &self.part1 {
                    let case = part1.case.id;
                    cx.go(Go::Over(Screen::Case(Case::new(case))));
                }
            }
            _ if stage.is_none() => cx.say(Notice::Trouble("runner-not-begun")),
            RunnerCommand::Bring => self.open(cx, OverKind::Bring),
            RunnerCommand::AddItem => {
                let section = self.section();
                self.open(cx, OverKind::Add(section.into()));
            }
            RunnerCommand::RemoveItem => match self.item() {
                Some(_) => cx.confirm(Confirm::RemoveItem),
                None => cx.say_why(W::RunnerWhyNoItem),
            },
            RunnerCommand::Share => match self.item().map(|item| item.id.0) {
                Some(item) => self.open(cx, OverKind::Share(item)),
                None => cx.say_why(W::RunnerWhyNoItem),
            },
            RunnerCommand::GiveToPanel => match self.item().map(|item| item.id.0) {
                Some(item) => self.open(cx, OverKind::GiveToPanel(item)),
                None => cx.say_why(W::RunnerWhyNoItem),
            },
            RunnerCommand::TakeFromPanel => {
                let none = self
                    .part1
                    .as_ref()
                    .is_none_or(|part1| part1.panel.is_empty());
                if none {
                    return cx.say_why(W::RunnerNoLiveIssues);
                }
                self.open(cx, OverKind::TakeFromPanel);
            }
            RunnerCommand::TakeBack => match self.item() {
                Some(item) if item.release.is_some() => {
                    let id = item.id;
                    Self::send(cx, runner::Ask::TakeBack { id });
                }
                _ => cx.say_why(W::RunnerWhyNotShared),
            },
            RunnerCommand::Curtain | RunnerCommand::Draw | RunnerCommand::EndWithoutFamily
                if stage == Some(RunStage::Ended) =>
            {
                cx.say_why(W::RunnerWhyEnded);
            }
            RunnerCommand::Curtain => self.ask_preview(cx),
            RunnerCommand::Draw => Self::send(cx, runner::Ask::Draw { meeting }),
            RunnerCommand::EndWithoutFamily => self.open(cx, OverKind::EndWithoutFamily),
        }
    }

    /// What would be refused after the curtain is refused before it.
    pub(super) fn ask_preview(&mut self, cx: &mut Cx<'_>) {
        let Some(part1) = &self.part1 else {
            return;
        };
        if part1.meeting.plan.part2.is_none() {
            return cx.say(Notice::Trouble("runner-no-part2"));
        }
        if !part1.has_attendance() {
            return cx.say(Notice::Trouble("runner-no-attendance"));
        }
        let meeting = self.meeting;
        Self::send(cx, runner::Ask::Preview { meeting });
    }
}
