//! The screens as one closed enum, and what all of them have in common.
//!
//! A screen is its state and its update in a file of its own; `ui/screen` mirrors it. How keys
//! become commands is `keymap`'s, what lies over a screen is `update`'s.

pub mod admin;
pub mod unlock;

pub use self::admin::Admin;
pub use self::unlock::Unlock;

use super::effect::AskId;
use super::keymap::{Letters, Place};

/// The place a person is at.
#[derive(Debug)]
pub enum Screen {
    Unlock(Unlock),
    Admin(Admin),
}

impl Screen {
    /// The locked screen, with the name already filled in where it is known.
    pub fn unlock(user: Option<String>) -> Self {
        Self::Unlock(Unlock::new(user))
    }

    /// Which rows of the keymap work here.
    pub fn place(&self) -> Place {
        match self {
            Self::Unlock(_) => Place::Locked,
            Self::Admin(_) => Place::List,
        }
    }

    /// Whether letters are text just now.
    pub fn letters(&self) -> Letters {
        match self {
            Self::Unlock(_) => Letters::AreText,
            Self::Admin(_) => Letters::AreCommands,
        }
    }

    /// Remembers the asking whose answer this screen waits for. An earlier one is given up.
    pub(super) fn waits_for(&mut self, id: AskId) {
        *self.waiting() = Some(id);
    }

    /// Whether this is the answer that the screen waits for; it then waits no longer.
    pub(super) fn takes(&mut self, id: AskId) -> bool {
        let waiting = self.waiting();
        let is_mine = *waiting == Some(id);
        if is_mine {
            *waiting = None;
        }
        is_mine
    }

    fn waiting(&mut self) -> &mut Option<AskId> {
        match self {
            Self::Unlock(unlock) => &mut unlock.waiting,
            Self::Admin(admin) => &mut admin.waiting,
        }
    }
}
