//! A part of a list that is longer than anybody would load: the rows around the cursor.
//!
//! Rows are read from the store a page at a time while the cursor nears an end of those that are
//! here, and let go at the other end. Which question reads them is the screen's.

#[cfg(test)]
mod tests;

use super::cursor::Cursor;
use super::effect::AskId;
use super::keymap::Command;
use crate::domain::case_list::{CaseRow, PageFrom, RowKey};
use crate::domain::chronology::{Happened, HappenedKey};
use crate::domain::today::{DueKey, DueRow};

/// A row that knows its place in the list.
pub trait Placed {
    type Key: Clone + PartialEq;

    fn place(&self) -> Self::Key;
    /// Whether it is the same thing, though its place may have changed.
    fn is_same(&self, key: &Self::Key) -> bool;
}

impl Placed for CaseRow {
    type Key = RowKey;

    fn place(&self) -> RowKey {
        self.key.clone()
    }

    fn is_same(&self, key: &RowKey) -> bool {
        self.key.id == key.id
    }
}

impl Placed for DueRow {
    type Key = DueKey;

    fn place(&self) -> DueKey {
        self.key.clone()
    }

    fn is_same(&self, key: &DueKey) -> bool {
        self.key.clock == key.clock
    }
}

impl Placed for Happened {
    type Key = HappenedKey;

    fn place(&self) -> HappenedKey {
        self.key
    }

    fn is_same(&self, key: &HappenedKey) -> bool {
        self.key == *key
    }
}

/// The rows around the cursor.
#[derive(Debug)]
pub struct Window<T: Placed> {
    pub rows: Vec<T>,
    pub cursor: Cursor,
    /// Whether nothing lies before the first row and after the last.
    pub begins: bool,
    pub ends: bool,
    waiting: Option<(AskId, PageFrom<T::Key>)>,
    /// The person wants to stand on the first row of the page that comes.
    goes_to_first: bool,
}

impl<T: Placed> Default for Window<T> {
    fn default() -> Self {
        Self {
            rows: Vec::new(),
            cursor: Cursor::default(),
            begins: true,
            ends: true,
            waiting: None,
            goes_to_first: false,
        }
    }
}

/// More rows than this are let go at the end that the cursor is far from.
const MOST_ROWS: usize = 600;

impl<T: Placed> Window<T> {
    pub fn selected(&self) -> Option<&T> {
        self.rows.get(self.cursor.at)
    }

    /// Whether rows are on their way.
    pub fn is_waiting(&self) -> bool {
        self.waiting.is_some()
    }

    /// How many rows are read first, where so many are shown: those of the first frame, and one that
    /// tells whether there are more. The rest is read while they are looked at.
    pub const fn first_rows(shown: usize) -> usize {
        shown.saturating_add(1)
    }

    /// What is to be read next, with nobody having moved yet: what is near the first rows.
    pub fn goes_on(&self, shown: usize) -> Option<PageFrom<T::Key>> {
        let wanted = self.wanted(shown).filter(|_| !self.is_waiting());
        wanted.filter(|wanted| matches!(wanted, PageFrom::After(_)))
    }

    /// How many rows are read at once, where so many are shown.
    pub const fn page_rows(shown: usize) -> usize {
        let two = shown.saturating_mul(2);
        if two < 60 { 60 } else { two }
    }

    /// Moves by a command of lists: whether it was one, and what is to be read now.
    pub fn moves(&mut self, command: Command, shown: usize) -> Option<Option<PageFrom<T::Key>>> {
        let before = self.cursor;
        if !self.cursor.moves(command, self.rows.len(), shown) {
            return None;
        }
        let wanted = match command {
            Command::First if !self.begins => Some(PageFrom::Start),
            Command::Last if !self.ends => Some(PageFrom::End),
            _ => self.wanted(shown),
        };
        if matches!(wanted, Some(PageFrom::Start | PageFrom::End)) {
            // The rows between are never loaded: the cursor waits where it was.
            self.cursor = before;
        }
        self.goes_to_first = wanted == Some(PageFrom::Start);
        Some(wanted.filter(|wanted| self.waiting.as_ref().is_none_or(|(_, is)| is != wanted)))
    }

    /// What lies beyond the end that the cursor is near.
    fn wanted(&self, shown: usize) -> Option<PageFrom<T::Key>> {
        let near = shown.max(1) * 2;
        if !self.ends && self.cursor.at + near >= self.rows.len() {
            return self.rows.last().map(|row| PageFrom::After(row.place()));
        }
        if !self.begins && self.cursor.at < near {
            return self.rows.first().map(|row| PageFrom::Before(row.place()));
        }
        None
    }

    /// How to read again what is here: from where, and how many rows.
    pub fn again(&self, shown: usize) -> (PageFrom<T::Key>, usize) {
        let rows = match self.rows.len() {
            0 => Self::first_rows(shown),
            some => some.max(Self::page_rows(shown)),
        };
        match self.rows.first() {
            Some(first) if !self.begins => (PageFrom::At(first.place()), rows),
            _ => (PageFrom::Start, rows),
        }
    }

    /// Waits for a page; answers to earlier askings are no longer heard.
    pub fn wait(&mut self, id: AskId, from: PageFrom<T::Key>) {
        self.waiting = Some((id, from));
    }

    /// Takes a page that was waited for; whether it was.
    pub fn take(&mut self, id: AskId, mut page: Vec<T>, has_more: bool, shown: usize) -> bool {
        if self
            .waiting
            .as_ref()
            .is_none_or(|(waited, _)| *waited != id)
        {
            return false;
        }
        let Some((_, from)) = self.waiting.take() else {
            return false;
        };
        let was_at = self.selected().map(Placed::place);
        match from {
            PageFrom::After(_) => {
                self.rows.append(&mut page);
                self.ends = !has_more;
                let gone = self.rows.len().saturating_sub(MOST_ROWS);
                let gone = gone.min(self.cursor.first);
                if gone > 0 {
                    self.rows.drain(..gone);
                    self.cursor.at -= gone;
                    self.cursor.first -= gone;
                    self.begins = false;
                }
            }
            PageFrom::Before(_) => {
                let came = page.len();
                page.append(&mut self.rows);
                self.rows = page;
                self.begins = !has_more;
                self.cursor.at += came;
                self.cursor.first += came;
                let last_shown = self.cursor.first + shown.max(1);
                let kept = MOST_ROWS.max(last_shown);
                if self.rows.len() > kept {
                    self.rows.truncate(kept);
                    self.ends = false;
                }
            }
            PageFrom::Start | PageFrom::At(_) => {
                self.begins = from == PageFrom::Start;
                self.rows = page;
                self.ends = !has_more;
                if std::mem::take(&mut self.goes_to_first) {
                    self.cursor = Cursor::default();
                } else {
                    self.find_again(was_at.as_ref(), shown);
                }
            }
            PageFrom::End => {
                self.rows = page;
                self.begins = !has_more;
                self.ends = true;
                self.cursor.put(usize::MAX, self.rows.len(), shown);
            }
        }
        true
    }

    /// Stands on the row it stood on, where that is still there.
    fn find_again(&mut self, was_at: Option<&T::Key>, shown: usize) {
        let found = was_at.and_then(|key| self.rows.iter().position(|row| row.is_same(key)));
        let at = found.unwrap_or(self.cursor.at);
        self.cursor.put(at, self.rows.len(), shown);
    }

    /// Stands on the first row of the page that comes, whatever was selected before.
    pub fn to_first(&mut self) {
        self.goes_to_first = true;
    }

    /// Stands on the first row, before another list is read.
    pub fn forget(&mut self) {
        *self = Self::default();
    }
}
