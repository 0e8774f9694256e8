//! `diogel calendar`: working days and review windows, with the bank holidays of Wales on the way.

use std::fmt::Display;
use std::io::Write;

use chrono::{Datelike, NaiveDate};
use clap::{ArgGroup, Args};
use serde::Serialize;

use super::error::sentence;
use super::{CliError, Context, write_json};
use crate::domain::calendar::{DateWindow, Holidays, review_window};

/// Reviews are held every 4 to 6 weeks (the report).
const REVIEW_WEEKS: std::ops::RangeInclusive<u32> = 4..=6;

#[derive(Debug, Args)]
#[command(group = ArgGroup::new("what").required(true))]
pub struct CalendarArguments {
    /// The day of the event, as 2026-11-24; it is day 0
    #[arg(long, value_name = "DATE")]
    from: NaiveDate,
    /// The day so many working days later
    #[arg(long, value_name = "N", group = "what", value_parser = clap::value_parser!(i32).range(-2600..=2600), allow_negative_numbers = true)]
    working_days: Option<i32>,
    /// The first and last day on which a review may be held after a meeting on that day
    #[arg(long, group = "what")]
    review: bool,
    /// For programs: docs/json.md
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Answer<'a> {
    from: NaiveDate,
    #[serde(skip_serializing_if = "Option::is_none")]
    working_days: Option<i32>,
    first: NaiveDate,
    last: NaiveDate,
    bank_holidays: Vec<BankHoliday<'a>>,
}

#[derive(Serialize)]
struct BankHoliday<'a> {
    date: NaiveDate,
    name: &'a str,
}

pub fn run(
    _context: &Context,
    arguments: &CalendarArguments,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let holidays = Holidays::embedded().map_err(|error| refused(&error))?;
    let from = arguments.from;
    let window = if let Some(days) = arguments.working_days {
        let day = holidays
            .add_working_days(from, days)
            .map_err(|error| refused(&error))?;
        DateWindow {
            first: day,
            last: day,
        }
    } else {
        review_window(from, REVIEW_WEEKS)
    };
    for day in [from, window.last] {
        // A window in a year whose bank holidays are not known would look free of them.
        holidays
            .is_working_day(day)
            .map_err(|error| refused(&error))?;
    }
    let span = if window.first < from {
        (window.first, from)
    } else {
        (from, window.last)
    };
    let bank_holidays = holidays
        .between(span.0, span.1)
        .map(|(date, name)| BankHoliday { date, name })
        .collect();
    let answer = Answer {
        from,
        working_days: arguments.working_days,
        first: window.first,
        last: window.last,
        bank_holidays,
    };
    if arguments.json {
        return write_json(&answer, out);
    }
    tell(&answer, out)
}

fn tell(answer: &Answer<'_>, out: &mut impl Write) -> Result<(), CliError> {
    if answer.first == answer.last {
        writeln!(out, "{}", day(answer.first))?;
    } else {
        writeln!(out, "{} to {}", day(answer.first), day(answer.last))?;
    }
    for holiday in &answer.bank_holidays {
        writeln!(out, "  {}  {}", day(holiday.date), holiday.name)?;
    }
    Ok(())
}

fn day(date: NaiveDate) -> String {
    format!("{date} {}", date.weekday())
}

fn refused(error: &impl Display) -> CliError {
    CliError::failed(format!("{}.", sentence(error)))
        .to_do("Nothing was counted. Bring data/bank-holidays-wales.csv up to date.")
}
