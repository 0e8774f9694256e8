//! A short form over a screen: what is typed in it is kept as a draft on every change, and comes
//! back when the form is opened again.

use std::collections::BTreeMap;

use super::cx::Cx;
use super::effect::{Ask, AskId};
use super::form::{Form, Reply, Typed};
use super::input::{Key, KeyCode};
use super::keymap::{Command, Letters};
use super::model::Confirm;
use super::talk::drafts::{self, KeptDraft};
use crate::words::Key as W;

/// The form and what it is about.
#[derive(Debug)]
pub struct Over<K> {
    pub kind: K,
    pub form: Form,
    /// Under which name what is typed is kept.
    place: String,
    looking: Option<AskId>,
    is_touched: bool,
}

/// What came of a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pressed {
    Nothing,
    /// Enter that no field has a use for any more says that the form is done.
    Done,
}

/// What became of a command while a form is over a screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// The person wants it saved: the screen knows how.
    Save,
    Done,
    /// For the rest of the program.
    NotMine,
}

/// What is the same for every screen that may have a form over it. The screen hands over the place
/// in which it keeps the form.
impl<K> Over<K> {
    /// What letters are while the form is there, and while it is not.
    pub fn letters(place: Option<&Self>) -> Letters {
        match place {
            Some(over) if over.form.takes_text() => Letters::AreText,
            _ => Letters::AreCommands,
        }
    }

    /// Takes a command; none where no form is there.
    pub fn told(place: &mut Option<Self>, cx: &mut Cx<'_>, command: Command) -> Option<Told> {
        let over = place.as_ref()?;
        match command {
            Command::Save => return Some(Told::Save),
            Command::Discard if over.is_touched => cx.confirm(Confirm::DiscardDraft),
            // What was typed is in its draft.
            Command::Back => *place = None,
            _ => return Some(Told::NotMine),
        }
        Some(Told::Done)
    }

    /// Takes a key; whether the person says that the form is done.
    pub fn keyed(place: &mut Option<Self>, cx: &mut Cx<'_>, key: Key) -> bool {
        let over = place.as_mut();
        over.is_some_and(|over| over.key(cx, key) == Pressed::Done)
    }

    /// Takes a paste into the form, or says why there is nowhere to paste.
    pub fn pasted(place: &mut Option<Self>, cx: &mut Cx<'_>, text: &str) {
        match place {
            Some(over) => over.paste(cx, text),
            None => cx.say_why(W::WhyPasteNotHere),
        }
    }

    /// Takes what was typed in it before, where that is what was looked for.
    pub fn heard(place: &mut Option<Self>, id: AskId, draft: Option<KeptDraft>) {
        if let Some(over) = place {
            over.found(id, draft);
        }
    }

    /// Closes it for good: it was saved, or the person wants it gone.
    pub fn close(place: &mut Option<Self>, cx: &mut Cx<'_>) -> Option<K> {
        let over = place.take()?;
        cx.discard_draft(&over.place);
        Some(over.kind)
    }
}

impl<K> Over<K> {
    /// Opens a form, and looks for what was typed in it before.
    pub fn open(cx: &mut Cx<'_>, kind: K, place: String, form: Form) -> Self {
        let asked = drafts::Ask::Of {
            place: place.clone(),
        };
        Self {
            kind,
            form,
            looking: Some(cx.ask(Ask::Drafts(asked))),
            place,
            is_touched: false,
        }
    }

    fn key(&mut self, cx: &mut Cx<'_>, key: Key) -> Pressed {
        let last = self.form.fields().len().saturating_sub(1);
        let was_last = self.form.focus() == last;
        match self.form.key(key) {
            Reply::Changed => self.keep(cx),
            Reply::Moved if key.code == KeyCode::Enter && was_last && self.form.focus() == 0 => {
                return Pressed::Done;
            }
            Reply::Moved | Reply::NotMine => {}
        }
        Pressed::Nothing
    }

    fn paste(&mut self, cx: &mut Cx<'_>, text: &str) {
        let pasted = self.form.paste(text);
        cx.say_of_paste(pasted);
        self.keep(cx);
    }

    /// Puts back what was typed before, where nothing has been typed since.
    fn found(&mut self, id: AskId, draft: Option<KeptDraft>) {
        if self.looking != Some(id) {
            return;
        }
        self.looking = None;
        let typed: Option<BTreeMap<String, Typed>> =
            draft.and_then(|draft| serde_json::from_str(&draft.content).ok());
        if let (Some(typed), false) = (typed, self.is_touched) {
            self.form.restore(&typed);
            self.is_touched = true;
        }
    }

    fn keep(&mut self, cx: &mut Cx<'_>) {
        self.is_touched = true;
        cx.keep_draft(&self.place, &self.form.draft());
    }
}
