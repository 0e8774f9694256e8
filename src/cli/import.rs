//! `diogel import referrals FILE`: a register as a council keeps it, taken whole or not at all.
//!
//! Read twice: first every row is checked without the store, then what can be taken is taken as
//! one change. Each fault is told as it is met, by row and column, so that no list is kept.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};

use super::{CliError, Context};
use crate::casework::imports::{self, Kept, RowOutcome, Taken};
use crate::domain::date_words::DateProblem;
use crate::domain::referral::Imported;
use crate::import::{CellFault, CellProblem, Column, Headings, Reader, Table, TableError};
use crate::words::{Key, Words};

#[derive(Debug, Subcommand)]
pub enum ImportCommand {
    /// Take a register of referrals, from CSV or a workbook
    Referrals(ReferralsArguments),
}

#[derive(Debug, Args)]
pub struct ReferralsArguments {
    /// The register
    file: PathBuf,
    /// Only try it, and say what would be taken
    #[arg(long)]
    dry_run: bool,
    /// Leave out rows that cannot be taken
    #[arg(long)]
    skip_bad: bool,
}

pub fn run(
    context: &Context,
    command: &ImportCommand,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let ImportCommand::Referrals(arguments) = command;
    let words = context.words();
    let headings = match &context.authority.import_headings {
        Some(own) => own.as_ref().clone(),
        None => Headings::embedded().map_err(|error| CliError::failed(error.to_string()))?,
    };
    let path = &arguments.file;
    // What is no register is said before anybody is asked for a passphrase.
    let table = open(path, &headings, words)?;
    let columns = table.headings.clone();
    must_have(&table, path, &headings, words)?;
    let mut session = context.unlock()?;
    let mut desk = session.desk();
    let reader = Reader {
        headings: &headings,
        columns: &columns,
        policies: &context.authority.rules.policies,
        now: desk.now,
        nothing_said: words.say(Key::ImportNothingSaid),
    };
    let bad_rows = tell_faults(table, &reader, words, out)?;
    let unknown: Vec<&str> = columns.not_taken().collect();
    if !unknown.is_empty() {
        let given = [("columns", unknown.join(", ").into())];
        writeln!(out, "{}", words.with(Key::ImportNotTaken, &given))?;
    }
    if bad_rows > 0 && !arguments.skip_bad && !arguments.dry_run {
        return Err(rows_wrong(bad_rows, words));
    }
    let mut table = open(path, &headings, words)?;
    let mut next = || next_good(&mut table, &reader);
    let mut written = Ok(());
    let mut tell = |row: u64, outcome: &RowOutcome| {
        if let Some(line) = outcome_in_words(row, outcome, words)
            && written.is_ok()
        {
            written = writeln!(out, "{line}");
        }
    };
    let kept = if arguments.dry_run {
        Kept::OnlyTried
    } else {
        Kept::Yes
    };
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let skip = arguments.skip_bad;
    let taken = imports::referrals(&mut desk, &name, kept, skip, &mut next, &mut tell)?;
    written?;
    tell_taken(&taken, bad_rows, arguments, words, out)
}

fn tell_taken(
    taken: &Taken,
    bad_rows: u64,
    arguments: &ReferralsArguments,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let left_out = bad_rows + taken.restricted;
    if taken.restricted > 0 && !arguments.skip_bad && !arguments.dry_run {
        return Err(rows_wrong(left_out, words));
    }
    if arguments.dry_run {
        writeln!(out, "{}", words.say(Key::ImportTried))?;
    }
    let given = [
        ("referrals", taken.referrals.into()),
        ("new", taken.new_cases.into()),
        ("joined", taken.joined.into()),
        ("left", left_out.into()),
    ];
    writeln!(out, "{}", words.with(Key::ImportTaken, &given))?;
    if left_out > 0 && !arguments.skip_bad {
        return Err(rows_wrong(left_out, words));
    }
    Ok(())
}

fn rows_wrong(rows: u64, words: &Words) -> CliError {
    CliError::failed(words.with(Key::ImportRowsWrong, &[("rows", rows.into())]))
        .to_do(words.say(Key::ImportRowsWrongToDo))
}

fn open(path: &Path, headings: &Headings, words: &Words) -> Result<Table, CliError> {
    let file = path.display().to_string();
    Table::open(path, headings).map_err(|error| match error {
        TableError::NoHeadings => {
            let example = headings.names(Column::Born).next().unwrap_or_default();
            let given = [("file", file.into()), ("example", example.into())];
            CliError::failed(words.with(Key::ImportNoHeadings, &given))
                .to_do(words.say(Key::ImportNoHeadingsToDo))
        }
        other => {
            let given = [("file", file.into()), ("why", other.to_string().into())];
            CliError::failed(words.with(Key::ImportNoFile, &given))
                .to_do(words.say(Key::ImportNoFileToDo))
        }
    })
}

/// Without a name and the day it came, no row is a referral.
fn must_have(
    table: &Table,
    path: &Path,
    headings: &Headings,
    words: &Words,
) -> Result<(), CliError> {
    let names = [Column::FullName, Column::GivenName, Column::FamilyName];
    let has_name = names.iter().any(|column| table.headings.has(*column));
    let missing = if has_name {
        (!table.headings.has(Column::ReceivedOn))
            .then_some((Column::ReceivedOn, Key::ImportColumnReceived))
    } else {
        Some((Column::FullName, Key::ImportColumnName))
    };
    let Some((column, what)) = missing else {
        return Ok(());
    };
    let given = [
        ("file", path.display().to_string().into()),
        ("column", words.say(what).into()),
        (
            "example",
            headings.names(column).next().unwrap_or_default().into(),
        ),
    ];
    Err(
        CliError::failed(words.with(Key::ImportColumnMissing, &given))
            .to_do(words.say(Key::ImportNoHeadingsToDo)),
    )
}

/// Tells every fault of every row. Answers how many rows have some.
fn tell_faults(
    mut table: Table,
    reader: &Reader<'_>,
    words: &Words,
    out: &mut impl Write,
) -> Result<u64, CliError> {
    let mut bad_rows = 0;
    while let Some(row) = table.next_row() {
        let faults = match row {
            Ok(row) => match reader.read(&row) {
                Ok(_) => continue,
                Err(faults) => faults,
            },
            Err(TableError::EndlessRow { row }) => vec![CellFault {
                row,
                heading: String::new(),
                problem: CellProblem::Endless,
            }],
            Err(error) => return Err(CliError::failed(format!("{error}."))),
        };
        bad_rows += 1;
        for fault in &faults {
            writeln!(out, "{}", fault_in_words(fault, words))?;
        }
    }
    Ok(bad_rows)
}

/// The next row that can be taken. What is wrong with the others was told before.
fn next_good(table: &mut Table, reader: &Reader<'_>) -> Option<Imported> {
    while let Some(row) = table.next_row() {
        if let Some(told) = row.ok().and_then(|row| reader.read(&row).ok()) {
            return Some(told);
        }
    }
    None
}

fn fault_in_words(fault: &CellFault, words: &Words) -> String {
    let said = |key, said: &str| words.with(key, &[("said", said.into())]);
    let what = match &fault.problem {
        CellProblem::NoDate { said: text, why } => {
            let is_no_day = matches!(
                why,
                DateProblem::NoSuchDay { .. }
                    | DateProblem::NoSuchMonth(_)
                    | DateProblem::NoSuchYear(_)
                    | DateProblem::OtherWeekday { .. }
            );
            let key = if is_no_day {
                Key::ImportNotADay
            } else {
                Key::ImportNotADate
            };
            said(key, text)
        }
        CellProblem::NoReceivedDate => words.say(Key::ImportNoReceivedDate).to_owned(),
        CellProblem::NoTime { said: text } => said(Key::ImportNotATime, text),
        CellProblem::NoAge { said: text } => said(Key::ImportNotAnAge, text),
        CellProblem::NotAWord { said: text } => said(Key::ImportNotAWord, text),
        CellProblem::Faulty(fault) => words.say((*fault).into()).to_owned(),
        CellProblem::Endless => words.say(Key::ImportEndlessRow).to_owned(),
    };
    let row = fault.row.to_string();
    if fault.heading.is_empty() {
        let given = [("row", row.into()), ("what", what.into())];
        return words.with(Key::ImportRowAlone, &given);
    }
    let given = [
        ("row", row.into()),
        ("column", fault.heading.as_str().into()),
        ("what", what.into()),
    ];
    words.with(Key::ImportRow, &given)
}

fn outcome_in_words(row: u64, outcome: &RowOutcome, words: &Words) -> Option<String> {
    let row = ("row", row.to_string().into());
    Some(match outcome {
        RowOutcome::NewCase { .. } => return None,
        RowOutcome::Joined { reference } => {
            let given = [row, ("reference", reference.as_str().into())];
            words.with(Key::ImportJoined, &given)
        }
        RowOutcome::LooksLike { reference, other } => {
            let given = [
                row,
                ("reference", reference.as_str().into()),
                ("other", other.as_str().into()),
            ];
            words.with(Key::ImportLooksLike, &given)
        }
        RowOutcome::Restricted => words.with(Key::ImportRestricted, &[row]),
    })
}
