//! The register of the Risky Behaviour Panel: what is of concern in the community, what was done
//! about it, and to whom it was passed.

pub mod forms;

use self::forms::PanelForm;
use super::Reopen;
use crate::app::cursor::Cursor;
use crate::app::cx::Cx;
use crate::app::effect::{Ask, AskId};
use crate::app::input::Key;
use crate::app::keymap::{Command, Letters, PanelCommand, Place};
use crate::app::model::{Confirm, Notice};
use crate::app::msg::Answer;
use crate::app::over::{Over, Told};
use crate::app::page::{Handled, Page};
use crate::app::talk::{drafts, panel};
use crate::domain::panel::{PanelIssue, PanelIssueId, PanelPage};
use crate::words::Key as W;

/// With fewer rows than these, the selected issue is shown by Enter alone.
const ROWS_FOR_DETAIL: usize = 12;
/// The rule, and what is said of the selected issue.
pub const DETAIL_ROWS: usize = 6;

/// What stands on the screen.
#[derive(Debug)]
pub struct Panel {
    /// None until it has been read.
    pub issues: Option<Vec<PanelIssue>>,
    pub only_live: bool,
    pub cursor: Cursor,
    /// One issue, whole, from this line on.
    pub reading: Option<(Box<PanelPage>, usize)>,
    pub over: Option<Over<PanelForm>>,
    first_form: Option<PanelForm>,
    /// The issue to be selected once the register has come.
    goes_to: Option<PanelIssueId>,
    waiting: Option<AskId>,
    saving: Option<AskId>,
}

impl Default for Panel {
    fn default() -> Self {
        Self {
            issues: None,
            only_live: true,
            cursor: Cursor::default(),
            reading: None,
            over: None,
            first_form: None,
            goes_to: None,
            waiting: None,
            saving: None,
        }
    }
}

/// Of a body of so many rows, how many are the list's.
pub const fn list_rows(body: usize) -> usize {
    if body < ROWS_FOR_DETAIL {
        body
    } else {
        body - DETAIL_ROWS
    }
}

impl Panel {
    /// With one of its forms open, by the name of the form in a draft's place.
    pub fn with_form(form: &str) -> Option<Self> {
        Some(Self {
            first_form: Some(PanelForm::of_draft(form)?),
            ..Self::default()
        })
    }

    pub fn selected(&self) -> Option<&PanelIssue> {
        self.issues.as_ref()?.get(self.cursor.at)
    }

    fn read(&mut self, cx: &mut Cx<'_>) {
        let only_live = self.only_live;
        self.waiting = Some(cx.ask(Ask::Panel(panel::Ask::List { only_live })));
    }

    fn put_cursor(&mut self, cx: &Cx<'_>) {
        let Some(issues) = &self.issues else {
            return;
        };
        let wanted = self.goes_to.take();
        let at = wanted.and_then(|id| issues.iter().position(|one| one.id == id));
        let at = at.unwrap_or(self.cursor.at);
        self.cursor.put(at, issues.len(), list_rows(cx.body_rows()));
    }

    fn begin(&mut self, cx: &mut Cx<'_>, kind: PanelForm) {
        let is_live = match kind {
            PanelForm::Raise => true,
            PanelForm::Note(id) => {
                let of = |one: &&PanelIssue| one.id.0 == id;
                self.issues
                    .iter()
                    .flatten()
                    .find(of)
                    .is_none_or(|one| one.is_live)
            }
        };
        let form = forms::open(kind, is_live, cx);
        self.over = Some(Over::open(cx, kind, kind.draft_place(), form));
    }

    fn deed(&mut self, cx: &mut Cx<'_>, deed: PanelCommand) {
        match deed {
            PanelCommand::Raise => self.begin(cx, PanelForm::Raise),
            PanelCommand::Note => match self.selected().map(|one| one.id.0) {
                Some(id) => self.begin(cx, PanelForm::Note(id)),
                None => cx.say_why(W::PanelWhyNone),
            },
            PanelCommand::Turn => {
                self.only_live = !self.only_live;
                self.goes_to = self.selected().map(|one| one.id);
                self.read(cx);
            }
        }
    }

    fn accept(&mut self, cx: &mut Cx<'_>) {
        if self.saving.is_some() {
            return;
        }
        let Some(over) = &mut self.over else {
            return;
        };
        let asked = match over.kind {
            PanelForm::Raise => {
                forms::issue(&over.form).map(|new| panel::Ask::Raise(Box::new(new)))
            }
            PanelForm::Note(id) => {
                let of = |one: &&PanelIssue| one.id.0 == id;
                let version = self.issues.iter().flatten().find(of);
                let version = version.map_or(0, |one| one.version);
                forms::note(&over.form).map(|note| panel::Ask::Note {
                    issue: PanelIssueId(id),
                    version,
                    note: Box::new(note),
                })
            }
        };
        match asked {
            Ok(ask) => self.saving = Some(cx.ask(Ask::Panel(ask))),
            Err(faults) => over.form.show_faults(faults),
        }
    }

    fn saved(&mut self, cx: &mut Cx<'_>, says: Notice) {
        Over::close(&mut self.over, cx);
        cx.say(says);
        self.read(cx);
        if let Some((page, _)) = &self.reading {
            cx.ask(Ask::Panel(panel::Ask::Open(page.issue.id)));
        }
    }

    fn moves(&mut self, cx: &Cx<'_>, command: Command) -> bool {
        let body = cx.body_rows().max(1);
        if let Some((_, first)) = &mut self.reading {
            *first = match command {
                Command::Up => first.saturating_sub(1),
                Command::Down => first.saturating_add(1),
                Command::PageUp | Command::HalfPageUp => first.saturating_sub(body / 2),
                Command::PageDown | Command::HalfPageDown => first.saturating_add(body / 2),
                Command::First => 0,
                _ => return false,
            };
            return true;
        }
        let rows = self.issues.as_ref().map_or(0, Vec::len);
        self.cursor.moves(command, rows, list_rows(body))
    }
}

impl Page for Panel {
    fn place(&self) -> Place {
        if self.over.is_some() {
            Place::Form
        } else {
            Place::Panel
        }
    }

    fn letters(&self) -> Letters {
        Over::letters(self.over.as_ref())
    }

    fn shown(&mut self, cx: &mut Cx<'_>) {
        self.read(cx);
    }

    fn command(&mut self, cx: &mut Cx<'_>, command: Command) -> Handled {
        match Over::told(&mut self.over, cx, command) {
            Some(Told::Save) => {
                self.accept(cx);
                return Handled::Yes;
            }
            Some(Told::Done) => return Handled::Yes,
            Some(Told::NotMine) => return Handled::No,
            None => {}
        }
        match command {
            Command::Back | Command::Open if self.reading.is_some() => self.reading = None,
            Command::Open => match self.selected().map(|one| one.id) {
                Some(id) => {
                    cx.ask(Ask::Panel(panel::Ask::Open(id)));
                }
                None => cx.say_why(W::PanelWhyNone),
            },
            Command::Panel(deed) => self.deed(cx, deed),
            _ if self.moves(cx, command) => {}
            _ => return Handled::No,
        }
        Handled::Yes
    }

    fn key(&mut self, cx: &mut Cx<'_>, key: Key) {
        if Over::keyed(&mut self.over, cx, key) {
            self.accept(cx);
        }
    }

    fn paste(&mut self, cx: &mut Cx<'_>, text: &str) {
        Over::pasted(&mut self.over, cx, text);
    }

    fn answered(&mut self, cx: &mut Cx<'_>, id: AskId, answer: Answer) {
        let was_saving = self.saving == Some(id);
        if was_saving {
            self.saving = None;
        }
        match answer {
            Answer::Panel(panel::Answer::Listed(found)) if self.waiting == Some(id) => {
                self.waiting = None;
                self.issues = Some(found);
                self.put_cursor(cx);
                if let Some(kind) = self.first_form.take() {
                    self.begin(cx, kind);
                }
            }
            Answer::Panel(panel::Answer::Opened(page)) => {
                let first = self.reading.as_ref().map_or(0, |(_, first)| *first);
                self.reading = Some((page, first));
            }
            Answer::Panel(panel::Answer::Raised(issue)) => {
                self.goes_to = Some(issue);
                let name = issue.0.to_string();
                self.saved(cx, Notice::DoneTo(W::PanelRaised, name));
            }
            Answer::Panel(panel::Answer::Noted) => {
                self.goes_to = self.selected().map(|one| one.id);
                self.saved(cx, Notice::Done(W::PanelNoted));
            }
            Answer::Drafts(drafts::Answer::Found(draft)) => {
                Over::heard(&mut self.over, id, draft);
            }
            Answer::Failed(failure) => {
                cx.say(Notice::Trouble(failure.words_key));
                // What the other one noted is read; what was typed here stays.
                if failure.is_conflict {
                    self.read(cx);
                }
            }
            _ => {}
        }
    }

    fn confirmed(&mut self, cx: &mut Cx<'_>, confirm: &Confirm) {
        if *confirm == Confirm::DiscardDraft {
            Over::close(&mut self.over, cx);
        }
    }

    fn resized(&mut self, cx: &mut Cx<'_>) {
        self.put_cursor(cx);
    }

    fn reopen(&self) -> Option<Reopen> {
        Some(Reopen::Panel)
    }
}
