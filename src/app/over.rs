//! A short form over a screen: what is typed in it is kept as a draft on every change, and comes
//! back when the form is opened again.

use std::collections::BTreeMap;

use super::cx::Cx;
use super::effect::{Ask, AskId};
use super::form::{Form, Reply, Typed};
use super::input::{Key, KeyCode};
use super::talk::drafts::{self, KeptDraft};

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
pub enum Pressed {
    Nothing,
    /// Enter that no field has a use for any more says that the form is done.
    Done,
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

    /// Whether anything was typed, now or before.
    pub fn is_touched(&self) -> bool {
        self.is_touched
    }

    pub fn key(&mut self, cx: &mut Cx<'_>, key: Key) -> Pressed {
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

    pub fn paste(&mut self, cx: &mut Cx<'_>, text: &str) {
        let pasted = self.form.paste(text);
        cx.say_of_paste(pasted);
        self.keep(cx);
    }

    /// Puts back what was typed before, where nothing has been typed since. Whether the answer
    /// was this form's.
    pub fn found(&mut self, id: AskId, draft: Option<KeptDraft>) -> bool {
        if self.looking != Some(id) {
            return false;
        }
        self.looking = None;
        let typed: Option<BTreeMap<String, Typed>> =
            draft.and_then(|draft| serde_json::from_str(&draft.content).ok());
        if let (Some(typed), false) = (typed, self.is_touched) {
            self.form.restore(&typed);
            self.is_touched = true;
        }
        true
    }

    /// Throws away what was kept of it: it was saved, or the person wants it gone.
    pub fn forget(&self, cx: &mut Cx<'_>) {
        cx.discard_draft(&self.place);
    }

    fn keep(&mut self, cx: &mut Cx<'_>) {
        self.is_touched = true;
        cx.keep_draft(&self.place, &self.form.draft());
    }
}
