//! Everything that the program knows, and so everything that a frame may show.

use super::effect::{Ask, AskId, Effect};
use super::screen::Screen;
use crate::domain::bilingual::Language;
use crate::domain::roles::Actor;
use crate::words::Key;

/// The terminal's size in cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    pub cols: u16,
    pub rows: u16,
}

/// What may be asked before a dangerous verb is carried out. One dialog serves them all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Confirm {
    Quit,
}

/// What lies over the screen, the last one on top.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Dialog {
    Confirm(Confirm),
    /// The keys of this place; the row from which they are shown.
    Help {
        first: usize,
    },
}

/// A line that says what has just come of something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// An error, by the key of its two sentences.
    Trouble(&'static str),
    /// A key that cannot act here says why.
    Why(Key),
}

/// The whole state of the interactive program.
#[derive(Debug)]
pub struct Model {
    pub size: Size,
    pub language: Language,
    /// Who came in; nobody while it is locked.
    pub actor: Option<Actor>,
    pub screen: Screen,
    pub dialogs: Vec<Dialog>,
    pub notice: Option<Notice>,
    next_ask: u64,
}

impl Model {
    /// A locked program before its first frame, and what it asks first.
    pub fn new(size: Size, language: Language, user: Option<String>) -> (Self, Vec<Effect>) {
        let mut model = Self {
            size,
            language,
            actor: None,
            screen: Screen::unlock(user),
            dialogs: Vec::new(),
            notice: None,
            next_ask: 0,
        };
        let effect = model.ask(Ask::Names);
        (model, vec![effect])
    }

    /// An asking with an id of its own. A screen that waits for the answer keeps the id.
    pub fn ask(&mut self, ask: Ask) -> Effect {
        self.next_ask += 1;
        let id = AskId(self.next_ask);
        self.screen.waits_for(id);
        Effect::Ask { id, ask }
    }
}
