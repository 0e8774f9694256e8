//! The SERAF of a case: the form while it is a draft, and what was completed before.
//!
//! Here are the keys and the answers; the form itself is `sheet`, its saving `saving`, and what
//! may lie over it has a file each. Those who may not assess see what was completed.

mod conflict;
mod evidence;
mod heard;
mod keys;
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
pub use self::past::{Past, Reading, past_chart_rows, past_rows};
pub use self::reckoned::{Caution, NotAskedYet, Reckoned, before};
pub use self::sheet::{Given, Sheet};
pub use self::texts::Texts;

use self::saving::{Aside, place};
use super::Reopen;
use crate::app::cursor::Cursor;
use crate::app::cx::Cx;
use crate::app::effect::{Ask, AskId};
use crate::app::form::{Form, Pasted, Reply};
use crate::app::input::Key;
use crate::app::keymap::{Command, Letters, Place};
use crate::app::model::{Confirm, Notice};
use crate::app::msg::Answer;
use crate::app::page::{Handled, Page};
use crate::app::talk::{drafts, seraf};
use crate::domain::assessment::Content;
use crate::domain::case::CaseId;
use crate::domain::roles::Action;

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
    carried: Option<Box<Carried>>,
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

/// A version whose draft was completed by somebody else, on its way into a new one.
#[derive(Debug)]
struct Carried {
    /// What both began with.
    base: Content,
    mine: Content,
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

    /// Keeps the selected line in sight: a caution that comes takes a row from the list.
    fn keep_in_sight(&mut self, cx: &Cx<'_>) {
        let page = self.page(cx);
        if let Some(reading) = self.past_mut().and_then(|past| past.reading.as_mut()) {
            let at = reading.cursor.at;
            lines::put(&mut reading.cursor, at, &reading.lines, page);
        } else if let Some(sheet) = self.sheet_mut() {
            let at = sheet.cursor.at;
            lines::put(&mut sheet.cursor, at, &sheet.lines, page);
        }
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
        let handled = match &self.over {
            Some(_) => self.command_over(cx, command),
            None if self.past().is_some() => self.command_of_past(cx, command),
            None => self.command_of_form(cx, command),
        };
        self.keep_in_sight(cx);
        handled
    }

    fn resized(&mut self, cx: &mut Cx<'_>) {
        self.keep_in_sight(cx);
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
                    if failure.words_key == "seraf-case-closed" && !self.looks_back {
                        // What was completed before it was closed can still be read.
                        self.looks_back = true;
                        self.open(cx);
                    } else {
                        self.base = Base::Shut(failure.words_key);
                    }
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
