//! A meeting's preparation: the check list with its small forms, and who is asked to the meeting
//! with what was sent to them and what they answered.
//!
//! The rows are in `rows`, the forms in `over`. What was typed in a form is kept as a draft on
//! every change, also when the form is left.

mod deeds;
mod draft;
pub mod over;
pub mod rows;
#[cfg(test)]
pub(crate) mod tests;

use self::over::{Accepted, Over, OverKind};
use self::rows::Row;
use super::Reopen;
use crate::app::cursor::Cursor;
use crate::app::cx::Cx;
use crate::app::effect::{Ask, AskId};
use crate::app::form::Reply;
use crate::app::input::{Key, KeyCode};
use crate::app::keymap::{Command, Letters, Place};
use crate::app::left::LeftForms;
use crate::app::model::{Confirm, Notice};
use crate::app::msg::Answer;
use crate::app::page::{Handled, Page};
use crate::app::talk::drafts;
use crate::app::talk::preparation::{self, Deed, Opened, Unwritten};
use crate::domain::case::CaseId;
use crate::words::Key as W;

/// The part of the screen that is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Part {
    #[default]
    List,
    Invitations,
}

/// What stands on the screen.
#[derive(Debug)]
pub struct Preparation {
    pub case: CaseId,
    pub part: Part,
    /// None until it has been read.
    pub opened: Option<Box<Opened>>,
    /// There is no meeting to prepare.
    pub is_empty: bool,
    /// Among the rows of the check list, headings too.
    pub cursor: Cursor,
    /// Among the people who are asked.
    pub people: Cursor,
    pub over: Option<Over>,
    /// What was left by Esc in a form, until it is opened again or saved.
    left: LeftForms<OverKind>,
    /// The folder that was written into last.
    folder: String,
    draft: Option<drafts::KeptDraft>,
    has_looked_for_draft: bool,
    saving: Option<AskId>,
    writing: Option<Writing>,
}

/// Files that are being written, until it is known what came of it.
#[derive(Debug)]
struct Writing {
    id: AskId,
    people: Vec<i64>,
    folder: String,
}

impl Preparation {
    pub fn new(case: CaseId) -> Self {
        Self {
            case,
            part: Part::default(),
            opened: None,
            is_empty: false,
            cursor: Cursor::default(),
            people: Cursor::default(),
            over: None,
            left: LeftForms::default(),
            folder: String::new(),
            draft: None,
            has_looked_for_draft: false,
            saving: None,
            writing: None,
        }
    }

    /// The rows of the check list.
    pub fn rows(&self) -> Vec<Row> {
        let opened = self.opened.as_ref();
        opened.map_or_else(Vec::new, |opened| rows::rows(&opened.sheet))
    }

    fn open_form(&mut self, cx: &mut Cx<'_>, kind: OverKind) {
        let Some(opened) = &self.opened else {
            return;
        };
        let Some(mut over) = over::open(kind, &opened.sheet, &self.folder, cx) else {
            return;
        };
        self.left.come_back(&over.kind, &mut over.form);
        self.over = Some(over);
    }

    fn accept(&mut self, cx: &mut Cx<'_>) {
        let (None, Some(over), Some(opened)) = (self.saving, &mut self.over, &self.opened) else {
            return;
        };
        match over::accept(over, &opened.sheet, cx) {
            Ok(Accepted::Keep(deed)) => self.send(cx, deed),
            Ok(Accepted::Write { people, folder }) => self.write(cx, people, folder, false),
            Err(faults) => over.form.show_faults(faults),
        }
    }

    fn send(&mut self, cx: &mut Cx<'_>, deed: Deed) {
        let Some(opened) = &self.opened else {
            return;
        };
        let meeting = opened.sheet.meeting.id;
        let ask = preparation::Ask::Keep { meeting, deed };
        self.saving = Some(cx.ask(Ask::Preparation(ask)));
    }

    fn write(&mut self, cx: &mut Cx<'_>, people: Vec<i64>, folder: String, replace: bool) {
        let Some(opened) = &self.opened else {
            return;
        };
        let id = cx.ask(Ask::Preparation(preparation::Ask::Write {
            meeting: opened.sheet.meeting.id,
            people: people.clone(),
            folder: folder.clone(),
            replace,
        }));
        self.saving = Some(id);
        self.writing = Some(Writing { id, people, folder });
    }

    fn take(&mut self, cx: &mut Cx<'_>, opened: Box<Opened>) {
        let invitations = opened.sheet.invitations.len();
        self.opened = Some(opened);
        let (rows, page) = (self.rows(), self.list_rows(cx));
        self.cursor.put(self.cursor.at, rows.len(), page);
        rows::leave_headings(&mut self.cursor, &rows, page, Command::Down);
        self.people.put(self.people.at, invitations, page);
    }

    /// How many rows of a list there are above what is said of the selected one.
    fn list_rows(&self, cx: &Cx<'_>) -> usize {
        let body = cx.body_rows();
        body.saturating_sub(rows::below_rows(body) + usize::from(self.part == Part::Invitations))
    }

    fn moves(&mut self, cx: &mut Cx<'_>, command: Command) -> bool {
        let page = self.list_rows(cx);
        match self.part {
            Part::List => {
                let rows = self.rows();
                let has_moved = self.cursor.moves(command, rows.len(), page);
                if has_moved {
                    rows::leave_headings(&mut self.cursor, &rows, page, command);
                }
                has_moved
            }
            Part::Invitations => {
                let opened = self.opened.as_ref();
                let people = opened.map_or(0, |opened| opened.sheet.invitations.len());
                self.people.moves(command, people, page)
            }
        }
    }

    /// A form was saved: it goes, and nothing of it is left typed.
    fn form_done(&mut self, cx: &mut Cx<'_>) {
        if let Some(over) = self.over.take() {
            self.left.forget(&over.kind);
        }
        self.keep(cx);
    }
}

impl Page for Preparation {
    fn place(&self) -> Place {
        match (&self.over, self.part) {
            (Some(_), _) => Place::Form,
            (None, Part::List) => Place::Preparation,
            (None, Part::Invitations) => Place::Invitations,
        }
    }

    fn letters(&self) -> Letters {
        match &self.over {
            Some(over) if over.form.takes_text() => Letters::AreText,
            _ => Letters::AreCommands,
        }
    }

    fn shown(&mut self, cx: &mut Cx<'_>) {
        let case = self.case;
        cx.ask(Ask::Preparation(preparation::Ask::Open { case }));
        if !self.has_looked_for_draft {
            let place = self.place_of_draft();
            cx.ask(Ask::Drafts(drafts::Ask::Of { place }));
        }
    }

    fn command(&mut self, cx: &mut Cx<'_>, command: Command) -> Handled {
        if self.over.is_some() {
            match command {
                Command::Save => self.accept(cx),
                Command::Discard => cx.confirm(Confirm::DiscardDraft),
                Command::Back => self.leave_form(cx),
                _ => return Handled::No,
            }
            return Handled::Yes;
        }
        match command {
            Command::Open => self.open_row(cx),
            Command::Back if self.part == Part::Invitations => self.part = Part::List,
            Command::Preparation(deed) => self.deed(cx, deed),
            _ if self.moves(cx, command) => {}
            _ => return Handled::No,
        }
        Handled::Yes
    }

    fn key(&mut self, cx: &mut Cx<'_>, key: Key) {
        let Some(over) = &mut self.over else {
            return;
        };
        match over.form.key(key) {
            Reply::Changed => self.keep(cx),
            // Enter that no field has a use for any more says that the form is done.
            Reply::Moved if key.code == KeyCode::Enter && over.form.focus() == 0 => {
                self.accept(cx);
            }
            Reply::Moved | Reply::NotMine => {}
        }
    }

    fn paste(&mut self, cx: &mut Cx<'_>, text: &str) {
        if let Some(over) = &mut self.over {
            let pasted = over.form.paste(text);
            cx.say_of_paste(pasted);
            self.keep(cx);
        } else {
            cx.say_why(W::WhyPasteNotHere);
        }
    }

    fn answered(&mut self, cx: &mut Cx<'_>, id: AskId, answer: Answer) {
        let was_saving = self.saving == Some(id);
        if was_saving {
            self.saving = None;
        }
        match answer {
            Answer::Preparation(preparation::Answer::Opened(opened)) => {
                self.is_empty = false;
                if self.opened.is_none() && !opened.sheet.is_planned() {
                    // Nothing is left to prepare; those who were asked are to be told.
                    self.part = Part::Invitations;
                }
                self.take(cx, opened);
                self.settle_draft(cx);
            }
            Answer::Preparation(preparation::Answer::Kept(opened)) => {
                self.take(cx, opened);
                self.form_done(cx);
                cx.say(Notice::Done(W::PreparationKept));
            }
            Answer::Preparation(preparation::Answer::Written { folder, opened }) => {
                if let Some(writing) = self.writing.take_if(|writing| writing.id == id) {
                    self.folder = writing.folder;
                }
                self.take(cx, opened);
                self.form_done(cx);
                cx.say(Notice::DoneTo(W::InvitationsWritten, folder));
            }
            Answer::Preparation(preparation::Answer::AlreadyThere { .. }) => {
                cx.confirm(Confirm::ReplaceFiles);
            }
            Answer::Preparation(preparation::Answer::NotWritten(why)) => {
                self.writing = None;
                cx.say_why(unwritten_words(why));
            }
            Answer::Drafts(drafts::Answer::Found(draft)) => {
                self.draft = draft;
                self.has_looked_for_draft = true;
                self.settle_draft(cx);
            }
            Answer::Failed(failure) if was_saving && failure.is_conflict => {
                let case = self.case;
                cx.ask(Ask::Preparation(preparation::Ask::Open { case }));
                cx.say_why(if self.over.is_some() {
                    W::PreparationChangedMeanwhile
                } else {
                    W::PreparationChangedList
                });
            }
            Answer::Failed(failure) => {
                self.is_empty = self.opened.is_none();
                // That there is no meeting is said by the place itself.
                if !(self.is_empty && failure.words_key == "no-meeting") {
                    cx.say(Notice::Trouble(failure.words_key));
                }
            }
            _ => {}
        }
    }

    fn confirmed(&mut self, cx: &mut Cx<'_>, confirm: &Confirm) {
        match confirm {
            Confirm::DiscardDraft => self.form_done(cx),
            Confirm::ReplaceFiles => {
                if let Some(writing) = self.writing.take() {
                    self.write(cx, writing.people, writing.folder, true);
                }
            }
            _ => {}
        }
    }

    fn resized(&mut self, cx: &mut Cx<'_>) {
        if let Some(opened) = self.opened.take() {
            self.take(cx, opened);
        }
    }

    fn reopen(&self) -> Option<Reopen> {
        Some(Reopen::Preparation(self.case))
    }
}

fn unwritten_words(why: Unwritten) -> W {
    match why {
        Unwritten::Nobody => W::InvitationsWhyNobody,
        Unwritten::NoFolder => W::InvitationsWhyNoFolder,
        Unwritten::NotAllowed => W::InvitationsWhyNotAllowed,
        Unwritten::FullDisk => W::InvitationsWhyFullDisk,
        Unwritten::Other => W::InvitationsWhyOther,
    }
}
