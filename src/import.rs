//! Reading other people's files: registers of referrals as councils keep them, in CSV or in a
//! workbook, into rows, and rows into referrals with every fault by row and column.
//!
//! What the columns and the words in them mean is in `data/import-referrals.toml`. Nothing is
//! kept here: that is `casework::imports`.

pub mod cell;
pub mod fault;
pub mod headings;
pub mod referral;
pub mod table;
#[cfg(test)]
mod testing;

pub use self::cell::Cell;
pub use self::fault::{CellFault, CellProblem};
pub use self::headings::{Column, Headings, HeadingsError};
pub use self::referral::Reader;
pub use self::table::{Row, Table, TableError};
