//! Rows out of a file, one at a time: CSV however it is encoded and separated, or the first sheet
//! of a workbook that has headings.
//!
//! The row of headings is looked for, because titles stand above it. Rows are numbered as a
//! spreadsheet shows them.

mod csv_file;
#[cfg(test)]
mod tests;
mod workbook;

use std::fs::File;
use std::io::Read;
use std::path::Path;

use thiserror::Error;

use super::cell::Cell;
use super::headings::{Column, Headings};

/// Larger than any register; a workbook has to be unpacked whole.
const MOST_WORKBOOK_BYTES: u64 = 64 * 1024 * 1024;
/// So many rows are looked at for the headings.
const HEADINGS_WITHIN_ROWS: usize = 25;
/// Fewer known headings than this are a coincidence.
const LEAST_HEADINGS: usize = 2;

/// One row of cells, numbered from 1 as a spreadsheet shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub number: u64,
    pub cells: Vec<Cell>,
}

impl Row {
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.text().is_empty())
    }
}

/// The row of headings: what each column is, and how it is called there.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HeadingRow {
    pub row: u64,
    pub columns: Vec<(Option<Column>, String)>,
}

impl HeadingRow {
    fn of(row: &Row, headings: &Headings) -> Self {
        let columns = row.cells.iter().map(|cell| {
            let text = cell.text();
            (headings.column(&text), text)
        });
        Self {
            row: row.number,
            columns: columns.collect(),
        }
    }

    /// How many different columns are known in it.
    pub fn known(&self) -> usize {
        let mut known: Vec<Column> = self.columns.iter().filter_map(|(one, _)| *one).collect();
        known.sort_unstable();
        known.dedup();
        known.len()
    }

    /// Headings that are not known, and so are not taken.
    pub fn not_taken(&self) -> impl Iterator<Item = &str> {
        self.columns
            .iter()
            .filter(|(column, name)| column.is_none() && !name.is_empty())
            .map(|(_, name)| name.as_str())
    }

    pub fn has(&self, column: Column) -> bool {
        self.columns.iter().any(|(one, _)| *one == Some(column))
    }
}

/// A file opened for reading its rows.
pub struct Table {
    pub headings: HeadingRow,
    rows: Box<dyn Iterator<Item = Result<Row, TableError>>>,
}

/// Why a file, or the rest of it, could not be read.
#[derive(Debug, Error)]
pub enum TableError {
    #[error("{0}")]
    Unreadable(#[from] std::io::Error),
    #[error("it is larger than {} MiB", MOST_WORKBOOK_BYTES / 1024 / 1024)]
    TooLarge,
    /// In the words of the reader.
    #[error("{0}")]
    NotAWorkbook(String),
    #[error("no row near its top has headings that are known")]
    NoHeadings,
    #[error("row {row} does not end: a quotation mark was opened and not closed")]
    EndlessRow { row: u64 },
}

impl Table {
    /// Opens a file. What it is, is told by how it begins and not by its name.
    ///
    /// # Errors
    /// What cannot be read, or has no headings that are known.
    pub fn open(path: &Path, headings: &Headings) -> Result<Self, TableError> {
        let mut file = File::open(path)?;
        let mut first = [0; 8];
        let read = file.read(&mut first)?;
        let begins = first.get(..read).unwrap_or_default();
        // A zip (xlsx, ods), or the older compound file (xls).
        if begins.starts_with(b"PK\x03\x04") || begins.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
            if file.metadata()?.len() > MOST_WORKBOOK_BYTES {
                return Err(TableError::TooLarge);
            }
            let bytes = std::fs::read(path)?;
            return workbook::open(bytes, headings);
        }
        csv_file::open(path, headings)
    }

    /// The next row that is not blank; none at the end.
    pub fn next_row(&mut self) -> Option<Result<Row, TableError>> {
        self.rows
            .by_ref()
            .find(|row| !matches!(row, Ok(row) if row.is_blank()))
    }
}

/// The best row of headings among the first rows.
fn best_headings(rows: &[Row], headings: &Headings) -> Option<HeadingRow> {
    rows.iter()
        .map(|row| HeadingRow::of(row, headings))
        // The first of equals: what comes after it is data.
        .rev()
        .max_by_key(HeadingRow::known)
        .filter(|row| row.known() >= LEAST_HEADINGS)
}
