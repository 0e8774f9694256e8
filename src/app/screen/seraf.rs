//! The SERAF of a case: the form while it is a draft, and what was completed before.
//!
//! Here are the keys and the answers; the form itself is `sheet`, its saving `saving`, and what
//! may lie over it has a file each. Those who may not assess see what was completed.

mod conflict;
mod evidence;
mod lines;
mod over;
mod past;
mod reckoned;
mod saving;
mod sheet;
mod statements;
mod texts;

pub use self::conflict::Conflict;
pub use self::evidence::{BASES, Statement, Statements};
pub use self::lines::{BEYOND, Line, Room, room};
pub use self::past::{Past, Reading};
pub use self::reckoned::{Caution, Reckoned, before};
pub use self::sheet::{Given, Sheet};
pub use self::texts::Texts;

use self::saving::{Aside, place};
use super::Reopen;
use crate::app::cursor::Cursor;
use crate::app::cx::{Cx, Go};
use crate::app::effect::{Ask, AskId};
use crate::app::form::{Form, Pasted, Reply};
use crate::app::input::Key;
use crate::app::keymap::{Command, Letters, Place, SerafCommand};
use crate::app::model::{Confirm, FRAME_ROWS, Notice, Size};
use crate::app::msg::Answer;
use crate::app::page::{Handled, Page};
use crate::app::talk::{drafts, seraf};
use crate::domain::assessment::{
    Assessment, CompletedNow, Content, Direction, OpenPoint, Opened, Part, with_changes,
};
use crate::domain::case::CaseId;
use crate::domain::roles::Action;
use crate::words::Key as W;

/// What stands on the screen.
#[derive(Debug)]
pub struct Seraf {
    pub case: CaseId,
    pub base: Base,
    /// What was completed, looked at over the form.
    pub back: Option<Box<Past>>,
    pub over: Option<Over>,
    /// What was kept aside of the draft, until the draft itself is there.
    aside: Option<Box<Aside>>,
    /// A version to go into the next draft: that of the one before was completed meanwhile.
    carried: Option<Box<Content>>,
    completing: Completing,
    is_leaving: bool,
    looks_back: bool,
}

/// What lies under everything else.
#[derive(Debug)]
pub enum Base {
    /// Not heard from the store yet.
    Opening,
    Form(Box<Sheet>),
    Past(Box<Past>),
    /// It cannot be opened; the two sentences why.
    Shut(&'static str),
}

/// What lies over it.
#[derive(Debug)]
pub enum Over {
    Texts(Box<Texts>),
    Statements(Box<Statements>),
    /// What must be settled before completing, with the selected one.
    Points(Cursor),
    /// All that is known of the selected line, from this row on.
    Guide(usize),
    Conflict(Box<Conflict>),
    PutForward(Form),
}

/// How far completing has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Completing {
    #[default]
    No,
    /// As soon as the last change is saved.
    WhenSaved,
    Asked(AskId),
}

impl Seraf {
    pub fn new(case: CaseId) -> Self {
        Self {
            case,
            base: Base::Opening,
            back: None,
            over: None,
            aside: None,
            carried: None,
            completing: Completing::No,
            is_leaving: false,
            looks_back: false,
        }
    }

    /// What was completed, without opening a draft.
    pub fn looking_back(case: CaseId) -> Self {
        Self {
            looks_back: true,
            ..Self::new(case)
        }
    }

    /// The form, where a draft is open.
    pub fn sheet(&self) -> Option<&Sheet> {
        match &self.base {
            Base::Form(sheet) => Some(sheet),
            _ => None,
        }
    }

    fn sheet_mut(&mut self) -> Option<&mut Sheet> {
        match &mut self.base {
            Base::Form(sheet) => Some(sheet),
            _ => None,
        }
    }

    /// What was completed, where that is looked at.
    pub fn past(&self) -> Option<&Past> {
        match (&self.back, &self.base) {
            (Some(past), _) | (None, Base::Past(past)) => Some(past),
            _ => None,
        }
    }

    fn past_mut(&mut self) -> Option<&mut Past> {
        match (&mut self.back, &mut self.base) {
            (Some(past), _) | (None, Base::Past(past)) => Some(past),
            _ => None,
        }
    }

    /// How many cautions stand under the form.
    fn cautions(&self) -> usize {
        if let Some((_, reading)) = self.past().and_then(Past::read) {
            return reading.reckoned.cautions.len();
        }
        self.sheet()
            .map_or(0, |sheet| sheet.reckoned.cautions.len())
    }

    fn page(&self, cx: &Cx<'_>) -> usize {
        room(cx.size, self.cautions()).list_rows
    }

    fn open(&mut self, cx: &mut Cx<'_>) {
        if cx.may(Action::AssessSeraf) && !self.looks_back {
            let place = place(self.case);
            cx.ask(Ask::Drafts(drafts::Ask::Of { place }));
            cx.ask(Ask::Seraf(seraf::Ask::Begin { case: self.case }));
        } else {
            cx.ask(Ask::Seraf(seraf::Ask::History { case: self.case }));
        }
    }

    fn opened(&mut self, cx: &mut Cx<'_>, opened: Opened) {
        let today = cx.today();
        let carries = opened.is_new && !opened.earlier.is_empty();
        let mut sheet = Sheet::new(opened, today);
        if let Some(before) = self
            .sheet()
            .filter(|before| before.stored.id == sheet.stored.id)
        {
            sheet.cursor = before.cursor;
        }
        if carries {
            cx.say(Notice::Done(W::SerafCarriedOver));
        }
        let theirs = self
            .aside
            .take()
            .and_then(|aside| sheet.take_aside(cx, *aside));
        if let Some(carried) = self.carried.take()
            && sheet.edit(today, |content| *content = *carried)
        {
            sheet.save(cx);
        }
        if let Some(mine) = theirs {
            let stands = sheet.stored.clone();
            sheet.edit(today, |content| *content = mine);
            self.over = Some(Over::Conflict(Box::new(Conflict::of(
                None,
                &sheet.content,
                stands.clone(),
            ))));
            sheet.saving.held = Some(Box::new(stands));
        }
        self.base = Base::Form(Box::new(sheet));
    }

    /// Somebody else's version came back in place of a save.
    fn held(&mut self, theirs: Assessment, cx: &mut Cx<'_>) {
        self.completing = Completing::No;
        self.is_leaving = false;
        let Some(sheet) = self.sheet_mut() else {
            return;
        };
        let base = sheet.stored.content.clone();
        sheet.saving.held = Some(Box::new(theirs.clone()));
        sheet.keep_aside(cx);
        let conflict = Conflict::of(Some(&base), &sheet.content, theirs);
        self.over = Some(Over::Conflict(Box::new(conflict)));
    }

    fn completed(&mut self, cx: &mut Cx<'_>, done: CompletedNow) {
        self.completing = Completing::No;
        let judged = done.assessment.content.judgement.as_ref();
        let is_higher = judged.is_some_and(|judged| judged.direction == Direction::Higher);
        let said = if done.is_put_forward {
            W::SerafCompletedForward
        } else if is_higher {
            W::SerafCompletedHigher
        } else {
            W::SerafCompleted
        };
        if let Base::Form(sheet) = std::mem::replace(&mut self.base, Base::Opening) {
            let mut sheet = *sheet;
            sheet.forget_aside(cx);
            let mut all = sheet.earlier;
            all.push(done.assessment);
            all.sort_by_key(|one| (one.content.assessed_on, one.id));
            all.reverse();
            self.base = Base::Past(Box::new(Past::new(sheet.case, with_changes(all))));
        }
        self.over = None;
        cx.say(Notice::Done(said));
    }

    fn complete(&mut self, cx: &mut Cx<'_>) {
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

    fn complete_now(&mut self, cx: &mut Cx<'_>) {
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

    fn show_conflict(&mut self) {
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
    fn leave(&mut self, cx: &mut Cx<'_>) -> Handled {
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
    fn give(&mut self, cx: &mut Cx<'_>, given: Given) {
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

    fn step_back_or_forth(&mut self, cx: &mut Cx<'_>, command: Command) {
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

    fn command_of_form(&mut self, cx: &mut Cx<'_>, command: Command) -> Handled {
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

    fn command_of_past(&mut self, cx: &mut Cx<'_>, command: Command) -> Handled {
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

/// Rows that the list under the chart of scores has.
pub fn past_rows(size: Size) -> usize {
    let body = usize::from(size.rows).saturating_sub(FRAME_ROWS);
    body.saturating_sub(past_chart_rows(size) + 1).max(1)
}

/// Rows of the chart of scores; none where there is no room for one.
pub fn past_chart_rows(size: Size) -> usize {
    let body = usize::from(size.rows).saturating_sub(FRAME_ROWS);
    match body {
        30.. => 14,
        17..=29 => 9,
        _ => 0,
    }
}

impl Page for Seraf {
    fn place(&self) -> Place {
        match &self.over {
            Some(Over::Texts(_) | Over::PutForward(_)) => Place::Form,
            Some(Over::Statements(statements)) if statements.editing.is_some() => Place::Form,
            Some(Over::Statements(_)) => Place::SerafEvidence,
            Some(Over::Points(_)) => Place::List,
            Some(Over::Guide(_)) => Place::SerafGuide,
            Some(Over::Conflict(_)) => Place::SerafConflict,
            None if self.past().is_some() => Place::SerafPast,
            None => match &self.base {
                Base::Form(_) => Place::Seraf,
                _ => Place::SerafGuide,
            },
        }
    }

    fn letters(&self) -> Letters {
        if self.place() == Place::Form {
            Letters::AreText
        } else {
            Letters::AreCommands
        }
    }

    fn shown(&mut self, cx: &mut Cx<'_>) {
        let is_clean = self.sheet().is_none_or(Sheet::is_saved);
        if is_clean && !matches!(self.base, Base::Past(_)) {
            self.open(cx);
        }
    }

    fn command(&mut self, cx: &mut Cx<'_>, command: Command) -> Handled {
        match &self.over {
            Some(_) => self.command_over(cx, command),
            None if self.past().is_some() => self.command_of_past(cx, command),
            None => self.command_of_form(cx, command),
        }
    }

    fn key(&mut self, cx: &mut Cx<'_>, key: Key) {
        self.typed(cx, |form| form.key(key) == Reply::Changed);
    }

    fn paste(&mut self, cx: &mut Cx<'_>, text: &str) {
        let mut pasted = Pasted::NotHere;
        self.typed(cx, |form| {
            pasted = form.paste(text);
            pasted == Pasted::Whole
        });
        cx.say_of_paste(pasted);
    }

    fn answered(&mut self, cx: &mut Cx<'_>, id: AskId, answer: Answer) {
        match answer {
            Answer::Drafts(drafts::Answer::Found(found)) => self.found_draft(found),
            Answer::Seraf(answer) => self.heard(cx, id, answer),
            Answer::Failed(failure) => {
                self.is_leaving = false;
                self.completing = Completing::No;
                if let Some(sheet) = self.sheet_mut()
                    && sheet.takes_save(id).is_some()
                {
                    sheet.saving.has_failed = true;
                    sheet.keep_aside(cx);
                } else if matches!(self.base, Base::Opening) {
                    self.base = Base::Shut(failure.words_key);
                }
                cx.say(Notice::Trouble(failure.words_key));
            }
            _ => {}
        }
    }

    fn confirmed(&mut self, cx: &mut Cx<'_>, confirm: &Confirm) {
        match confirm {
            Confirm::CompleteAssessment => self.complete_now(cx),
            Confirm::DiscardDraft => self.discard_typed(cx),
            _ => {}
        }
    }

    fn reopen(&self) -> Option<Reopen> {
        Some(Reopen::Seraf(self.case))
    }
}

impl Seraf {
    fn heard(&mut self, cx: &mut Cx<'_>, id: AskId, answer: seraf::Answer) {
        match answer {
            seraf::Answer::Opened(opened) => self.opened(cx, *opened),
            seraf::Answer::History(case, all) => {
                self.base = Base::Past(Box::new(Past::new(case, all)));
            }
            seraf::Answer::Completed(done) => self.completed(cx, *done),
            seraf::Answer::Stale(theirs) => {
                if let Some(sheet) = self.sheet_mut() {
                    sheet.takes_save(id);
                }
                self.held(*theirs, cx);
            }
            seraf::Answer::Saved(saved) => {
                let Some(sheet) = self.sheet_mut() else {
                    return;
                };
                if let Some(sent) = sheet.takes_save(id) {
                    sheet.saved(cx, sent, saved);
                }
                if !sheet.is_saved() {
                    return;
                }
                if self.completing == Completing::WhenSaved {
                    self.complete_now(cx);
                }
                if std::mem::take(&mut self.is_leaving) {
                    cx.go(Go::Back);
                }
            }
            seraf::Answer::PutForward => {
                cx.discard_draft(&over::put_forward_place(self.case));
                self.over = None;
                cx.say(Notice::Done(W::SerafIsPutForward));
            }
        }
    }

    /// The open points of the form, as they stand.
    pub fn points(&self) -> &[OpenPoint] {
        self.sheet().map_or(&[], |sheet| &sheet.reckoned.open)
    }
}
