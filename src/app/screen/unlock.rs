//! The locked screen: who, and by which passphrase.

use crate::app::cx::Cx;
use crate::app::effect::{Ask, AskId, Secret};
use crate::app::input::{Key, KeyCode};
use crate::app::keymap::{Command, Letters, Place};
use crate::app::model::Notice;
use crate::app::msg::Answer;
use crate::app::page::{Handled, Page};
use crate::app::talk::accounts;
use crate::domain::meeting::MeetingId;

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
    /// The cases are made up: the passphrase may be told.
    pub is_fictional: bool,
    /// The store is being opened.
    pub is_opening: Option<AskId>,
    /// The meeting during whose Part 2 the screen was locked: the family may sit before it.
    pub part2: Option<MeetingId>,
    /// The name was typed here, so that a suggestion must not overwrite it.
    name_is_typed: bool,
    /// Who was here when the program was locked, as far as anybody was.
    left_by: Option<String>,
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
            left_by: user.clone(),
            user: user.unwrap_or_default(),
            passphrase: Secret::default(),
            names: Vec::new(),
            is_fictional: false,
            is_opening: None,
            part2: None,
        }
    }

    /// The screen as it is locked during Part 2 of a meeting.
    #[must_use]
    pub fn during_part2(mut self, meeting: MeetingId) -> Self {
        self.part2 = Some(meeting);
        self
    }

    /// Whether this person left the screens that wait behind the lock.
    pub fn was_locked_by(&self, user: &str) -> bool {
        self.left_by
            .as_ref()
            .is_some_and(|left_by| left_by.eq_ignore_ascii_case(user))
    }

    /// The only person of a store need not type their name.
    fn offer(&mut self, names: Vec<String>) {
        if let ([only], false) = (names.as_slice(), self.name_is_typed) {
            self.user.clone_from(only);
            self.focus = Focus::Passphrase;
        }
        self.names = names;
    }

    fn turn(&mut self) {
        self.focus = match self.focus {
            Focus::Name => Focus::Passphrase,
            Focus::Passphrase => Focus::Name,
        };
    }
}

impl Page for Unlock {
    fn place(&self) -> Place {
        Place::Locked
    }

    fn letters(&self) -> Letters {
        Letters::AreText
    }

    fn shown(&mut self, cx: &mut Cx<'_>) {
        cx.ask(Ask::Accounts(accounts::Ask::Names));
    }

    fn command(&mut self, _cx: &mut Cx<'_>, _command: Command) -> Handled {
        Handled::No
    }

    /// Enter on a typed passphrase asks to unlock. The passphrase is then gone from here,
    /// whatever comes of it.
    fn key(&mut self, cx: &mut Cx<'_>, key: Key) {
        if key.ctrl || key.alt {
            return;
        }
        let is_ready = !self.passphrase.is_empty() && self.is_opening.is_none();
        let has_room = self.user.chars().count() < LONGEST_NAME_CHARS;
        match (key.code, self.focus) {
            (KeyCode::Tab | KeyCode::BackTab | KeyCode::Up | KeyCode::Down, _)
            | (KeyCode::Enter, Focus::Name) => self.turn(),
            (KeyCode::Enter, Focus::Passphrase) if is_ready => {
                let user = self.user.trim().to_owned();
                let passphrase = std::mem::take(&mut self.passphrase);
                let ask = accounts::Ask::Unlock {
                    user,
                    passphrase,
                    part2: self.part2,
                };
                self.is_opening = Some(cx.ask(Ask::Accounts(ask)));
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
    }

    /// A passphrase may be pasted out of a password manager; line ends are not part of it.
    fn paste(&mut self, _cx: &mut Cx<'_>, text: &str) {
        let letters = text.chars().filter(|letter| !letter.is_control());
        match self.focus {
            Focus::Passphrase => letters.for_each(|letter| self.passphrase.push(letter)),
            Focus::Name => {
                self.name_is_typed = true;
                let room = LONGEST_NAME_CHARS.saturating_sub(self.user.chars().count());
                self.user.extend(letters.take(room));
            }
        }
    }

    fn answered(&mut self, cx: &mut Cx<'_>, id: AskId, answer: Answer) {
        match answer {
            Answer::Accounts(accounts::Answer::Names {
                names,
                is_fictional,
            }) => {
                self.is_fictional = is_fictional;
                self.offer(names);
            }
            Answer::Failed(failure) => {
                if self.is_opening == Some(id) {
                    self.is_opening = None;
                }
                cx.say(Notice::Trouble(failure.words_key));
            }
            _ => {}
        }
    }
}
