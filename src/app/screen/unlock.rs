//! The locked screen: who, and by which passphrase.

use crate::app::effect::{Ask, AskId, Secret};
use crate::app::input::{Key, KeyCode};

/// Which of the two is being filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Focus {
    Name,
    Passphrase,
}

/// Longer than any name that unlocks a store.
const LONGEST_NAME_CHARS: usize = 100;

/// What stands on the locked screen.
#[derive(Debug)]
pub struct Unlock {
    pub user: String,
    pub passphrase: Secret,
    pub focus: Focus,
    /// Those who can unlock the store, once known.
    pub names: Vec<String>,
    pub waiting: Option<AskId>,
    /// The name was typed here, so that a suggestion must not overwrite it.
    name_is_typed: bool,
}

impl Unlock {
    pub fn new(user: Option<String>) -> Self {
        Self {
            focus: if user.is_some() {
                Focus::Passphrase
            } else {
                Focus::Name
            },
            name_is_typed: user.is_some(),
            user: user.unwrap_or_default(),
            passphrase: Secret::default(),
            names: Vec::new(),
            waiting: None,
        }
    }

    /// The only person of a store need not type their name.
    pub fn offer(&mut self, names: Vec<String>) {
        if let ([only], false) = (names.as_slice(), self.name_is_typed) {
            self.user.clone_from(only);
            self.focus = Focus::Passphrase;
        }
        self.names = names;
    }

    /// Takes a key; Enter on a typed passphrase asks to unlock. The passphrase is then gone from
    /// here, whatever comes of it.
    pub fn key(&mut self, key: Key) -> Option<Ask> {
        if key.ctrl || key.alt {
            return None;
        }
        let is_ready = !self.passphrase.is_empty() && self.waiting.is_none();
        let has_room = self.user.chars().count() < LONGEST_NAME_CHARS;
        match (key.code, self.focus) {
            (KeyCode::Tab | KeyCode::BackTab | KeyCode::Up | KeyCode::Down, _)
            | (KeyCode::Enter, Focus::Name) => self.turn(),
            (KeyCode::Enter, Focus::Passphrase) if is_ready => {
                return Some(Ask::Unlock {
                    user: self.user.trim().to_owned(),
                    passphrase: std::mem::take(&mut self.passphrase),
                });
            }
            (KeyCode::Char(letter), Focus::Name) if has_room && !letter.is_control() => {
                self.name_is_typed = true;
                self.user.push(letter);
            }
            (KeyCode::Backspace, Focus::Name) => {
                self.name_is_typed = true;
                self.user.pop();
            }
            (KeyCode::Char(letter), Focus::Passphrase) => self.passphrase.push(letter),
            (KeyCode::Backspace, Focus::Passphrase) => self.passphrase.pop(),
            (KeyCode::Delete, Focus::Passphrase) => self.passphrase.clear(),
            _ => {}
        }
        None
    }

    fn turn(&mut self) {
        self.focus = match self.focus {
            Focus::Name => Focus::Passphrase,
            Focus::Passphrase => Focus::Name,
        };
    }
}
