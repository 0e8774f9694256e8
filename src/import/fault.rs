//! What can be wrong in a cell of a register. The command line says each in a sentence.

use super::cell::Cell;
use super::table::Row;
use crate::domain::date_words::DateProblem;
use crate::domain::referral::Fault;

/// What is wrong in one cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellFault {
    pub row: u64,
    /// The heading as it stands in the file; empty where no column is at fault.
    pub heading: String,
    pub problem: CellProblem,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CellProblem {
    NoDate {
        said: String,
        why: DateProblem,
    },
    NoReceivedDate,
    NoTime {
        said: String,
    },
    NoAge {
        said: String,
    },
    NotAWord {
        said: String,
    },
    /// What no referral may hold, however it was taken.
    Faulty(Fault),
    /// A quotation mark was opened and not closed.
    Endless,
}

pub(super) fn fault_at(row: &Row, heading: &str, problem: CellProblem) -> CellFault {
    CellFault {
        row: row.number,
        heading: heading.to_owned(),
        problem,
    }
}

/// What stands in a cell, short enough for a sentence.
pub(super) fn shown(cell: &Cell) -> String {
    const MOST_CHARS: usize = 40;
    let text = cell.text().replace('\n', " ");
    match text.char_indices().nth(MOST_CHARS) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text,
    }
}
