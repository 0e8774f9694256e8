//! What the terminal shows, as far as it was told; and how far a new picture is the old one moved.
//!
//! A list that scrolls by a row is the same rows one place on. A terminal can move them itself for
//! a dozen bytes, where sending them again takes thousands over a slow line.

use ratatui::buffer::Cell;
use unicode_width::UnicodeWidthStr;

/// Fewer rows than this are cheaper to send than to think about.
const LEAST_ROWS_MOVED: usize = 4;

/// The rows on the screen. What was never written is blank.
#[derive(Debug, Clone, Default)]
pub(super) struct Shadow {
    rows: Vec<Vec<Cell>>,
}

/// Rows that stand a few places further up or down than before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Moved {
    /// The first and the last row of the part that moves, counted from 0.
    pub top: usize,
    pub bottom: usize,
    /// How many places up; negative for down.
    pub up: isize,
}

/// Whether cells of enough rows have changed for rows to have moved.
pub(super) fn may_have_moved(changed: &[(u16, u16, &Cell)]) -> bool {
    let rows = changed.chunk_by(|(_, one, _), (_, next, _)| one == next);
    rows.count() >= LEAST_ROWS_MOVED
}

impl Shadow {
    /// The screen was cleared.
    pub fn clear(&mut self) {
        self.rows.clear();
    }

    /// A cell was written; one that is wide covers what stands after it.
    pub fn write(&mut self, x: u16, y: u16, cell: &Cell) {
        let (x, y) = (usize::from(x), usize::from(y));
        let cols = width(cell).max(1);
        if self.rows.len() <= y {
            self.rows.resize(y + 1, Vec::new());
        }
        let Some(row) = self.rows.get_mut(y) else {
            return;
        };
        if row.len() < x + cols {
            row.resize(x + cols, Cell::EMPTY);
        }
        for (at, place) in row.iter_mut().enumerate().skip(x).take(cols) {
            *place = if at == x { cell.clone() } else { Cell::EMPTY };
        }
    }

    /// How many rows there are to compare.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    fn row(&self, at: usize) -> &[Cell] {
        self.rows.get(at).map_or(&[], Vec::as_slice)
    }

    fn same(&self, at: usize, other: &Self, other_at: usize) -> bool {
        let (one, other) = (self.row(at), other.row(other_at));
        let cols = one.len().max(other.len());
        (0..cols).all(|col| cell(one, col) == cell(other, col))
    }

    /// The best way in which `new` is this picture moved, where it is worth it.
    pub fn moved_to(&self, new: &Self) -> Option<Moved> {
        let rows = self.len().max(new.len());
        let changed: Vec<bool> = (0..rows).map(|row| !self.same(row, new, row)).collect();
        if changed.iter().filter(|changed| **changed).count() < LEAST_ROWS_MOVED {
            return None;
        }
        let most = isize::try_from(rows).unwrap_or(0) / 2;
        let ways = (1..=most).flat_map(|by| [by, -by]);
        let mut best: Option<(usize, Moved)> = None;
        for up in ways {
            for (first, last) in self.runs(new, up, rows) {
                let gained = changed
                    .get(first..=last)
                    .unwrap_or_default()
                    .iter()
                    .filter(|changed| **changed)
                    .count();
                let by = up.unsigned_abs();
                let (top, bottom) = if up > 0 {
                    (first, last + by)
                } else {
                    (first - by, last)
                };
                if gained >= LEAST_ROWS_MOVED && best.is_none_or(|(most, _)| gained > most) {
                    best = Some((gained, Moved { top, bottom, up }));
                }
            }
        }
        best.map(|(_, moved)| moved)
    }

    /// Stretches of rows of `new` that stand `up` places above where they stood.
    fn runs(&self, new: &Self, up: isize, rows: usize) -> Vec<(usize, usize)> {
        let mut runs = Vec::new();
        let mut begun = None;
        for row in 0..=rows {
            let from = row.checked_add_signed(up).filter(|from| *from < rows);
            let fits = row < rows && from.is_some_and(|from| new.same(row, self, from));
            match (fits, begun) {
                (true, None) => begun = Some(row),
                (false, Some(first)) => {
                    runs.push((first, row - 1));
                    begun = None;
                }
                _ => {}
            }
        }
        runs
    }

    /// Moves the rows as the terminal does, leaving blank ones behind.
    pub fn carry_out(&mut self, moved: Moved) {
        if self.rows.len() <= moved.bottom {
            self.rows.resize(moved.bottom + 1, Vec::new());
        }
        let by = moved.up.unsigned_abs();
        let Some(part) = self.rows.get_mut(moved.top..=moved.bottom) else {
            return;
        };
        if moved.up > 0 {
            part.rotate_left(by.min(part.len()));
            let left = part.len().saturating_sub(by);
            part.iter_mut().skip(left).for_each(Vec::clear);
        } else {
            part.rotate_right(by.min(part.len()));
            part.iter_mut().take(by).for_each(Vec::clear);
        }
    }

    /// The cells of `new` that differ from this picture, in order. A row with a wide character in
    /// either is given whole, for what a half of one leaves behind terminals do not agree on.
    pub fn differences(&self, new: &Self) -> Vec<(u16, u16, Cell)> {
        let mut found = Vec::new();
        for at in 0..self.len().max(new.len()) {
            let (before, after) = (self.row(at), new.row(at));
            if before == after {
                continue;
            }
            let is_whole = has_wide(before) || has_wide(after);
            let cols = before.len().max(after.len());
            let mut covered = 0;
            for col in 0..cols {
                if covered > 0 {
                    covered -= 1;
                    continue;
                }
                let wanted = cell(after, col);
                covered = width(wanted).saturating_sub(1);
                if is_whole || wanted != cell(before, col) {
                    let x = u16::try_from(col).unwrap_or(u16::MAX);
                    let y = u16::try_from(at).unwrap_or(u16::MAX);
                    found.push((x, y, wanted.clone()));
                }
            }
        }
        found
    }
}

fn cell(row: &[Cell], at: usize) -> &Cell {
    const BLANK: &Cell = &Cell::EMPTY;
    row.get(at).unwrap_or(BLANK)
}

/// How many columns a cell's character takes. Most are one byte and so one column; thousands are asked
/// for a frame.
fn width(cell: &Cell) -> usize {
    match cell.symbol() {
        symbol if symbol.len() == 1 => 1,
        symbol => symbol.width(),
    }
}

fn has_wide(row: &[Cell]) -> bool {
    row.iter().any(|cell| width(cell) > 1)
}
