//! What has happened, or what a person meant: everything that `update` hears of.

use chrono::{DateTime, Utc};

use super::effect::AskId;
use super::input::Input;
use crate::domain::roles::{Account, Actor};

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Msg {
    /// Something came in from the terminal.
    Input(Input),
    /// The store's thread has answered.
    Answered { id: AskId, answer: Answer },
    /// The process came back to the foreground.
    Resumed,
    /// The minute has changed, or a long pause has ended: what is due may be late now.
    MinutePassed(DateTime<Utc>),
    /// The line dropped or the system asked the program to end.
    Ended,
}

/// What the store's thread answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    Names(Vec<String>),
    CameIn(Actor),
    People(Vec<Account>),
    Verified(Verified),
    /// It was not done; the key finds its two sentences in `words`.
    Failed {
        words_key: &'static str,
    },
}

/// What a check of the store found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    pub is_sound: bool,
    /// The end of the audit chain as it is printed, to be written down outside the store.
    pub head: Option<String>,
}
