//! A page that is a form as a whole: whether something was typed in it, and since when a draft of
//! it is kept.

use chrono::{DateTime, Utc};

use super::cx::Cx;
use super::form::{Form, Pasted, Reply};
use super::input::Key;
use super::talk::drafts::{self, KeptDraft};

/// What is the same for every such page.
#[derive(Debug, Default)]
pub struct Typing {
    pub kept_at: Option<DateTime<Utc>>,
    is_touched: bool,
}

impl Typing {
    /// Whether anything was typed, now or before.
    pub fn is_touched(&self) -> bool {
        self.is_touched
    }

    /// Takes a key into the form; whether what would be saved has changed.
    pub fn keyed(&mut self, form: &mut Form, key: Key) -> bool {
        let has_changed = form.key(key) == Reply::Changed;
        self.is_touched |= has_changed;
        has_changed
    }

    /// Takes a paste into the form, or says why not; whether what would be saved has changed.
    pub fn pasted(&mut self, form: &mut Form, cx: &mut Cx<'_>, text: &str) -> bool {
        let pasted = form.paste(text);
        cx.say_of_paste(pasted);
        let has_changed = pasted == Pasted::Whole;
        self.is_touched |= has_changed;
        has_changed
    }

    /// Something was put into the form that the person will want to keep.
    pub fn touch(&mut self) {
        self.is_touched = true;
    }

    /// Takes what is said of its draft. Answers what is to be put back: what was typed before,
    /// where nothing has been typed since.
    pub fn heard(&mut self, answer: drafts::Answer) -> Option<String> {
        match answer {
            drafts::Answer::Found(Some(KeptDraft {
                content, saved_at, ..
            })) if !self.is_touched => {
                self.kept_at = Some(saved_at);
                Some(content)
            }
            drafts::Answer::Kept { at, .. } if self.is_touched => {
                self.kept_at = Some(at);
                None
            }
            _ => None,
        }
    }
}
