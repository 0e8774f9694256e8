//! The selected row of a list, and the part of the list that is on the screen.
//!
//! The part moves only when the selection would leave it, so that a step of the cursor changes two
//! rows on the screen and no more.

use super::keymap::Command;

/// A place in a list, and the first row that is shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Cursor {
    pub at: usize,
    pub first: usize,
}

impl Cursor {
    /// Moves by a command of lists; whether it was one. `rows` is how many the list has, `page`
    /// how many are shown.
    pub fn moves(&mut self, command: Command, rows: usize, page: usize) -> bool {
        let page = page.max(1);
        let half = (page / 2).max(1);
        let at = match command {
            Command::Up => self.at.saturating_sub(1),
            Command::Down => self.at.saturating_add(1),
            Command::First => 0,
            Command::Last => usize::MAX,
            Command::PageUp => self.at.saturating_sub(page),
            Command::PageDown => self.at.saturating_add(page),
            Command::HalfPageUp => self.at.saturating_sub(half),
            Command::HalfPageDown => self.at.saturating_add(half),
            _ => return false,
        };
        self.put(at, rows, page);
        true
    }

    /// Puts the selection on a row that the list has, and keeps it in sight.
    pub fn put(&mut self, at: usize, rows: usize, page: usize) {
        let page = page.max(1);
        self.at = at.min(rows.saturating_sub(1));
        let last_first = rows.saturating_sub(page);
        self.first = self
            .first
            .clamp((self.at + 1).saturating_sub(page), self.at)
            .min(last_first.max((self.at + 1).saturating_sub(page)));
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn step_within_the_page_leaves_the_page_where_it_is() {
        let mut cursor = Cursor { at: 5, first: 3 };
        assert!(cursor.moves(Command::Down, 100, 10));
        assert_eq!(cursor, Cursor { at: 6, first: 3 });
        cursor.moves(Command::Last, 100, 10);
        assert_eq!(cursor, Cursor { at: 99, first: 90 });
        assert!(!cursor.moves(Command::Save, 100, 10));
    }

    proptest! {
        #[test]
        fn selection_is_always_in_sight(at in 0_usize..200, rows in 0_usize..200, page in 0_usize..50, first in 0_usize..300) {
            let mut cursor = Cursor { at: 0, first };
            cursor.put(at, rows, page);
            prop_assert!(cursor.first <= cursor.at);
            prop_assert!(cursor.at < cursor.first + page.max(1));
            prop_assert!(rows == 0 || cursor.at < rows);
        }
    }
}
