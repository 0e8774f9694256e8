//! Admin: the people of the store, and whether the store is as it was written.

use crate::app::effect::AskId;
use crate::app::keymap::Command;
use crate::app::msg::Verified;
use crate::domain::roles::Account;

/// What stands on the admin screen.
#[derive(Debug, Default)]
pub struct Admin {
    pub people: Vec<Account>,
    pub selected: usize,
    pub verified: Option<Verified>,
    pub waiting: Option<AskId>,
}

impl Admin {
    /// Moves the selection; whether the command was one of moving.
    pub fn moves(&mut self, command: Command, page_rows: usize) -> bool {
        let last = self.people.len().saturating_sub(1);
        let half = (page_rows / 2).max(1);
        self.selected = match command {
            Command::Up => self.selected.saturating_sub(1),
            Command::Down => self.selected + 1,
            Command::First => 0,
            Command::Last => last,
            Command::PageUp => self.selected.saturating_sub(page_rows.max(1)),
            Command::PageDown => self.selected + page_rows.max(1),
            Command::HalfPageUp => self.selected.saturating_sub(half),
            Command::HalfPageDown => self.selected + half,
            _ => return false,
        }
        .min(last);
        true
    }
}
