//! What the young person and family say, in one line of time beside the scores: recording it,
//! what was done in answer, what the family was told.

mod forms;
#[cfg(test)]
pub(crate) mod tests;

use self::forms::Accepted;
pub use self::forms::{
    VoiceForm, difference_words, feeling_words, how_words, support_words, title,
};
use super::Reopen;
use crate::app::cursor::Cursor;
use crate::app::cx::Cx;
use crate::app::effect::{Ask, AskId};
use crate::app::input::Key;
use crate::app::keymap::{Command, Letters, Place, VoiceCommand};
use crate::app::model::{Confirm, Notice};
use crate::app::msg::Answer;
use crate::app::over::{Over, Told};
use crate::app::page::{Handled, Page};
use crate::app::talk::{drafts, voice};
use crate::domain::case::CaseId;
use crate::domain::roles::Action;
use crate::domain::voice::{Moment, VoiceId, VoicePage};
use crate::words::Key as W;

/// With fewer rows than these, the picture over time gives way to the list.
const ROWS_FOR_PICTURE: usize = 15;
/// With fewer rows than these, so does the selected one in full; Enter still shows it.
const ROWS_FOR_DETAIL: usize = 10;
/// Reminders and the rule under them.
const HEAD_ROWS: usize = 3;
/// The lines of young person, family and scores, and that of the days.
pub const PICTURE_ROWS: usize = 4;
/// The rule, and as many lines of what was said as there is room for.
pub const DETAIL_ROWS: usize = 6;

/// What stands on the screen.
#[derive(Debug)]
pub struct Voice {
    pub case: CaseId,
    /// None until it has been read.
    pub page: Option<Box<VoicePage>>,
    pub cursor: Cursor,
    /// The selected one is read in full, from this line on.
    pub reading: Option<usize>,
    pub over: Option<Over<VoiceForm>>,
    first_form: Option<VoiceForm>,
    opening: Option<AskId>,
    saving: Option<AskId>,
}

/// The rows of each part, from those of the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shares {
    pub picture: usize,
    pub list: usize,
    pub detail: usize,
}

impl Shares {
    /// Head first; the picture gives way before the detail, and that before the list.
    pub fn of(body_rows: usize) -> Self {
        let picture = if body_rows >= ROWS_FOR_PICTURE {
            PICTURE_ROWS
        } else {
            0
        };
        let detail = if body_rows >= ROWS_FOR_DETAIL {
            DETAIL_ROWS.max(body_rows / 3)
        } else {
            0
        };
        Self {
            picture,
            detail,
            list: body_rows.saturating_sub(HEAD_ROWS + picture + detail),
        }
    }
}

impl Voice {
    pub fn new(case: CaseId) -> Self {
        Self {
            case,
            page: None,
            cursor: Cursor::default(),
            reading: None,
            over: None,
            first_form: None,
            opening: None,
            saving: None,
        }
    }

    /// With one of its forms open, by the name of the form in a draft's place.
    pub fn with_form(case: CaseId, form: &str) -> Option<Self> {
        let kind = VoiceForm::of_draft(form)?;
        Some(Self {
            first_form: Some(kind),
            ..Self::new(case)
        })
    }

    /// The lines of the course, the last first.
    pub fn course(&self) -> Vec<Moment<'_>> {
        self.page
            .as_ref()
            .map_or_else(Vec::new, |page| page.voices.course())
    }

    pub fn selected(&self) -> Option<Moment<'_>> {
        self.course().get(self.cursor.at).copied()
    }

    fn read(&mut self, cx: &mut Cx<'_>) {
        self.opening = Some(cx.ask(Ask::Voice(voice::Ask::Open(self.case))));
    }

    fn begin(&mut self, cx: &mut Cx<'_>, kind: VoiceForm) {
        let Some(page) = &self.page else {
            return;
        };
        if !cx.may(Action::HearVoice) {
            return cx.say(Notice::Trouble("refused"));
        }
        let form = forms::open(kind, page);
        let place = kind.draft_place(self.case);
        self.over = Some(Over::open(cx, kind, place, form));
    }

    fn deed(&mut self, cx: &mut Cx<'_>, deed: VoiceCommand) {
        match deed {
            VoiceCommand::Record => self.begin(cx, VoiceForm::Record),
            VoiceCommand::Tell => self.begin(cx, VoiceForm::Told),
            VoiceCommand::Answer => match self.selected() {
                Some(Moment::Said(one)) => {
                    let VoiceId(id) = one.id;
                    self.begin(cx, VoiceForm::Answer(id));
                }
                _ => cx.say_why(W::VoiceWhyChooseSaid),
            },
        }
    }

    fn accept(&mut self, cx: &mut Cx<'_>) {
        if self.saving.is_some() {
            return;
        }
        let Some(over) = &mut self.over else {
            return;
        };
        let ask = match forms::accept(over.kind, &over.form, cx) {
            Ok(Accepted::Heard(heard)) => voice::Ask::Record {
                case: self.case,
                heard,
            },
            Ok(Accepted::Answered { voice, what, on }) => voice::Ask::Answer { voice, what, on },
            Ok(Accepted::Told(told)) => voice::Ask::Told {
                case: self.case,
                told,
            },
            Err(faults) => return over.form.show_faults(faults),
        };
        self.saving = Some(cx.ask(Ask::Voice(ask)));
    }

    fn saved(&mut self, cx: &mut Cx<'_>, says: W) {
        Over::close(&mut self.over, cx);
        cx.say(Notice::Done(says));
        self.read(cx);
    }

    fn list_rows(cx: &Cx<'_>) -> usize {
        Shares::of(cx.body_rows()).list
    }

    fn moves(&mut self, cx: &Cx<'_>, command: Command) -> bool {
        if let Some(first) = &mut self.reading {
            let page = cx.body_rows().max(1);
            *first = match command {
                Command::Up => first.saturating_sub(1),
                Command::Down => first.saturating_add(1),
                Command::PageUp | Command::HalfPageUp => first.saturating_sub(page / 2),
                Command::PageDown | Command::HalfPageDown => first.saturating_add(page / 2),
                Command::First => 0,
                _ => return false,
            };
            return true;
        }
        let rows = self.course().len();
        self.cursor.moves(command, rows, Self::list_rows(cx))
    }
}

impl Page for Voice {
    fn place(&self) -> Place {
        if self.over.is_some() {
            Place::Form
        } else {
            Place::Voice
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
            Command::Back if self.reading.is_some() => self.reading = None,
            Command::Open if self.selected().is_some() => {
                self.reading = match self.reading {
                    None => Some(0),
                    Some(_) => None,
                };
            }
            Command::Open => cx.say_why(W::VoiceWhyNothing),
            Command::Voice(deed) => self.deed(cx, deed),
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
        let was_opening = self.opening == Some(id);
        let was_saving = self.saving == Some(id);
        if was_opening {
            self.opening = None;
        }
        if was_saving {
            self.saving = None;
        }
        match answer {
            Answer::Voice(voice::Answer::Opened(page)) if was_opening => {
                self.page = Some(page);
                let rows = self.course().len();
                self.cursor.put(self.cursor.at, rows, Self::list_rows(cx));
                if let Some(kind) = self.first_form.take() {
                    self.begin(cx, kind);
                }
            }
            Answer::Voice(voice::Answer::Recorded) => self.saved(cx, W::VoiceRecorded),
            Answer::Voice(voice::Answer::AnswerNoted) => self.saved(cx, W::VoiceAnswerNoted),
            Answer::Voice(voice::Answer::ToldNoted) => self.saved(cx, W::VoiceToldNoted),
            Answer::Drafts(drafts::Answer::Found(draft)) => {
                Over::heard(&mut self.over, id, draft);
            }
            Answer::Failed(failure) if was_opening || was_saving => {
                cx.say(Notice::Trouble(failure.words_key));
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
        let rows = self.course().len();
        self.cursor.put(self.cursor.at, rows, Self::list_rows(cx));
    }

    fn reopen(&self) -> Option<Reopen> {
        Some(Reopen::Voice(self.case))
    }
}
