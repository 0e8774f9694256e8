//! Errors for people, as two sentences: what happened, and what to do now.
//!
//! The texts are found by the error's own `words_key()`, for this room knows no store:
//! `trouble-KEY` and `trouble-KEY-to-do` in `trouble.ftl`.

use super::{Key, Words};

/// What happened, and what to do now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Trouble<'a> {
    pub happened: &'a str,
    pub to_do: &'a str,
}

impl Words {
    /// The two sentences for an error, by what its `words_key()` says. A key without texts gets
    /// the sentences for anything unforeseen; a test keeps that from happening.
    pub fn trouble(&self, words_key: &str) -> Trouble<'_> {
        let happened = Key::from_id(&format!("trouble-{words_key}"));
        let to_do = Key::from_id(&format!("trouble-{words_key}-to-do"));
        Trouble {
            happened: self.say(happened.unwrap_or(Key::TroubleOther)),
            to_do: self.say(to_do.unwrap_or(Key::TroubleOtherToDo)),
        }
    }
}
