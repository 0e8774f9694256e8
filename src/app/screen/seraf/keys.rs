//! Keys of the form itself and of what was completed: answers, undo, completing, looking back.

use super::lines;
use super::past::Past;
use super::sheet::Given;
use super::{Base, Completing, Conflict, Over, Seraf, past_rows};
use crate::app::cursor::Cursor;
use crate::app::cx::Cx;
use crate::app::effect::Ask;
use crate::app::keymap::{Command, SerafCommand};
use crate::app::model::{Confirm, Notice};
use crate::app::page::Handled;
use crate::app::talk::seraf;
use crate::domain::assessment::{Part, with_changes};
use crate::domain::roles::Action;
use crate::words::Key as W;

impl Seraf {
    pub(super) fn complete(&mut self, cx: &mut Cx<'_>) {
        let Some(sheet) = self.sheet() else {
            return;
        };
        if sheet.saving.held.is_some() {
            self.show_conflict();
        } else if !sheet.reckoned.open.is_empty() {
            self.over = Some(Over::Points(Cursor::default()));
        } else {
            cx.confirm(Confirm::CompleteAssessment);
        }
    }

    pub(super) fn complete_now(&mut self, cx: &mut Cx<'_>) {
        let Some(sheet) = self.sheet_mut() else {
            return;
        };
        if !sheet.is_saved() {
            sheet.save(cx);
            self.completing = Completing::WhenSaved;
            return;
        }
        let (id, version) = (sheet.stored.id, sheet.stored.version);
        let asked = cx.ask(Ask::Seraf(seraf::Ask::Complete { id, version }));
        self.completing = Completing::Asked(asked);
    }

    /// Puts the two versions side by side, where there are two.
    pub(super) fn show_conflict(&mut self) {
        let Some(sheet) = self.sheet() else {
            return;
        };
        if let Some(theirs) = &sheet.saving.held {
            let base = &sheet.stored.content;
            let conflict = Conflict::of(Some(base), &sheet.content, (**theirs).clone());
            self.over = Some(Over::Conflict(Box::new(conflict)));
        }
    }

    /// Leaves when everything is saved; at once where it cannot be saved but is kept aside.
    pub(super) fn leave(&mut self, cx: &mut Cx<'_>) -> Handled {
        let is_waiting = self.is_leaving;
        let Some(sheet) = self.sheet_mut() else {
            return Handled::No;
        };
        if sheet.is_saved() || sheet.saving.held.is_some() || is_waiting {
            return Handled::No;
        }
        sheet.save(cx);
        self.is_leaving = true;
        Handled::Yes
    }

    /// Answers the selected line, and says why where there is nothing to answer.
    pub(super) fn give(&mut self, cx: &mut Cx<'_>, given: Given) {
        let today = cx.today();
        let Some(sheet) = self.sheet_mut() else {
            return;
        };
        match sheet.give(today, given) {
            Some(true) => {
                sheet.save(cx);
                if given == Given::ByDates {
                    cx.say(Notice::Done(W::SerafTickedByDates));
                }
            }
            Some(false) => {}
            None if given == Given::ByDates => cx.say_why(W::SerafNoDates),
            None => cx.say_why(W::SerafNothingToTick),
        }
    }

    pub(super) fn step_back_or_forth(&mut self, cx: &mut Cx<'_>, command: Command) {
        let today = cx.today();
        let Some(sheet) = self.sheet_mut() else {
            return;
        };
        let (done, said) = if command == Command::Undo {
            (sheet.undo(today), W::SerafNothingToUndo)
        } else {
            (sheet.redo(today), W::SerafNothingToRedo)
        };
        if done {
            sheet.save(cx);
        } else {
            cx.say_why(said);
        }
    }

    pub(super) fn command_of_form(&mut self, cx: &mut Cx<'_>, command: Command) -> Handled {
        let page = self.page(cx);
        let Some(sheet) = self.sheet_mut() else {
            return Handled::No;
        };
        match command {
            Command::Seraf(deed) => match deed {
                SerafCommand::Tick => self.give(cx, Given::Tick),
                SerafCommand::No => self.give(cx, Given::No),
                SerafCommand::NotKnown => self.give(cx, Given::NotKnown),
                SerafCommand::Clear => self.give(cx, Given::Clear),
                SerafCommand::ByDates => self.give(cx, Given::ByDates),
                SerafCommand::OtherColumn => sheet.other_column(),
                SerafCommand::Judge => self.open_texts(cx, Part::Judgement),
                SerafCommand::Day => self.open_texts(cx, Part::AssessedOn),
                SerafCommand::Guide => self.over = Some(Over::Guide(0)),
                SerafCommand::Complete => self.complete(cx),
                SerafCommand::Past => {
                    let all = with_changes(sheet.earlier.clone());
                    self.back = Some(Box::new(Past::new(sheet.case.clone(), all)));
                }
                SerafCommand::PutForward => self.open_put_forward(cx),
                SerafCommand::NextSection | SerafCommand::SectionBefore => {
                    let is_forward = deed == SerafCommand::NextSection;
                    lines::to_section(&mut sheet.cursor, &sheet.lines, page, is_forward);
                }
                _ => return Handled::No,
            },
            Command::Open => self.open_line(cx),
            Command::Undo | Command::Redo => self.step_back_or_forth(cx, command),
            Command::Save if sheet.saving.held.is_some() => self.show_conflict(),
            Command::Save => {
                sheet.save(cx);
                if sheet.is_saved() {
                    cx.say(Notice::Done(W::SerafSavedAlready));
                }
            }
            Command::Back => return self.leave(cx),
            _ => {
                if !lines::moved(&mut sheet.cursor, command, &sheet.lines, page) {
                    return Handled::No;
                }
            }
        }
        Handled::Yes
    }

    pub(super) fn command_of_past(&mut self, cx: &mut Cx<'_>, command: Command) -> Handled {
        let reading_page = self.page(cx);
        let list_page = past_rows(cx.size);
        let is_over = self.back.is_some();
        let Some(past) = self.past_mut() else {
            return Handled::No;
        };
        match command {
            Command::Back if past.reading.is_some() => past.reading = None,
            Command::Back | Command::Seraf(SerafCommand::Begin) if is_over => self.back = None,
            Command::Open if past.reading.is_none() => {
                if past.completed.is_empty() {
                    cx.say_why(W::SerafNonePast);
                }
                past.open(reading_page);
            }
            Command::Open | Command::Seraf(SerafCommand::Guide) if past.reading.is_some() => {
                self.over = Some(Over::Guide(0));
            }
            Command::Seraf(SerafCommand::PutForward) => self.open_put_forward(cx),
            Command::Seraf(SerafCommand::Begin) => {
                if cx.may(Action::AssessSeraf) {
                    self.looks_back = false;
                    self.base = Base::Opening;
                    self.open(cx);
                } else {
                    cx.say(Notice::Trouble("refused"));
                }
            }
            _ => {
                if !past.moves(command, list_page, reading_page) {
                    return Handled::No;
                }
            }
        }
        Handled::Yes
    }
}
