//! Workbooks: xlsx, xlsm, xls and ods. The first sheet with headings is read.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{Data, Range, Reader, open_workbook_auto_from_rs};
use chrono::{NaiveDate, NaiveDateTime};

use super::{HEADINGS_WITHIN_ROWS, Row, Table, TableError, best_headings};
use crate::import::cell::Cell;
use crate::import::headings::Headings;

/// More cells than any register has; a file of a few bytes can claim a thousand million.
const MOST_CELLS: usize = 20_000_000;

pub(super) fn open(bytes: Vec<u8>, headings: &Headings) -> Result<Table, TableError> {
    // The reader is sound on whole files; on damaged ones it may give up in the middle, which
    // must not take the program with it.
    let sheets = catch_unwind(AssertUnwindSafe(|| sheets(bytes)));
    let sheets = sheets.unwrap_or_else(|_| Err("it is damaged".to_owned()));
    for sheet in sheets.map_err(TableError::NotAWorkbook)? {
        let first: Vec<Row> = rows(&sheet).take(HEADINGS_WITHIN_ROWS).collect();
        if let Some(found) = best_headings(&first, headings) {
            let after = found.row;
            let rest: Vec<Row> = rows(&sheet).filter(|row| row.number > after).collect();
            return Ok(Table {
                headings: found,
                rows: Box::new(rest.into_iter().map(Ok)),
            });
        }
    }
    Err(TableError::NoHeadings)
}

fn sheets(bytes: Vec<u8>) -> Result<Vec<Range<Data>>, String> {
    let mut book =
        open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(|error| error.to_string())?;
    let mut sheets = Vec::new();
    for name in book.sheet_names() {
        let sheet = book
            .worksheet_range(&name)
            .map_err(|error| error.to_string())?;
        if sheet.width().saturating_mul(sheet.height()) > MOST_CELLS {
            return Err("it has too many cells".to_owned());
        }
        sheets.push(sheet);
    }
    Ok(sheets)
}

fn rows(sheet: &Range<Data>) -> impl Iterator<Item = Row> {
    let first = sheet.start().map_or(0, |(row, _)| u64::from(row)) + 1;
    (first..).zip(sheet.rows()).map(|(number, cells)| Row {
        number,
        cells: cells.iter().map(cell).collect(),
    })
}

fn cell(data: &Data) -> Cell {
    match data {
        Data::Empty => Cell::Empty,
        Data::Float(number) => Cell::Number(*number),
        #[expect(
            clippy::cast_precision_loss,
            reason = "cells hold no numbers of 16 digits"
        )]
        Data::Int(number) => Cell::Number(*number as f64),
        Data::Bool(yes) => Cell::YesNo(*yes),
        Data::DateTime(at) => moment(at).map_or(Cell::Number(at.as_f64()), Cell::Date),
        Data::DateTimeIso(text) => match text.parse::<NaiveDateTime>() {
            Ok(at) => Cell::Date(at),
            Err(_) => Cell::Text(text.clone()),
        },
        Data::String(text) if text.trim().is_empty() => Cell::Empty,
        Data::String(text) => Cell::Text(text.clone()),
        // An error of a formula reads as what the sheet shows.
        other => Cell::Text(other.to_string()),
    }
}

fn moment(at: &calamine::ExcelDateTime) -> Option<NaiveDateTime> {
    let (year, month, day, hour, minute, second, _) = at.to_ymd_hms_milli();
    NaiveDate::from_ymd_opt(i32::from(year), u32::from(month), u32::from(day))?.and_hms_opt(
        u32::from(hour),
        u32::from(minute),
        u32::from(second),
    )
}
