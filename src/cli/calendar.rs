//! `diogel calendar`: working days and review windows, with the bank holidays of Wales on the way.

use std::fmt::Display;
use std::io::Write;

use chrono::{Datelike, NaiveDate};
use clap::{ArgGroup, Args};
use serde::Serialize;

use super::error::sentence;
use super::{CliError, Context, write_json};
use crate::domain::calendar::DateWindow;
use crate::words::{Key, Words};

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
    context: &Context,
    arguments: &CalendarArguments,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let words = context.words();
    let policies = &context.authority.rules.policies;
    let holidays = &policies.holidays;
    let from = arguments.from;
    let window = if let Some(days) = arguments.working_days {
        let day = holidays
            .add_working_days(from, days)
            .map_err(|error| refused(&error, words))?;
        DateWindow {
            first: day,
            last: day,
        }
    } else {
        policies.review_window(from)
    };
    for day in [from, window.last] {
        // A window in a year whose bank holidays are not known would look free of them.
        holidays
            .is_working_day(day)
            .map_err(|error| refused(&error, words))?;
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
    tell(&answer, words, out)
}

fn tell(answer: &Answer<'_>, words: &Words, out: &mut impl Write) -> Result<(), CliError> {
    let first = day(answer.first, words);
    if answer.first == answer.last {
        writeln!(out, "{first}")?;
    } else {
        let last = day(answer.last, words);
        let given = [("first", first.into()), ("last", last.into())];
        writeln!(out, "{}", words.with(Key::CliCalendarSpan, &given))?;
    }
    for holiday in &answer.bank_holidays {
        writeln!(out, "  {}  {}", day(holiday.date, words), holiday.name)?;
    }
    Ok(())
}

/// `2026-11-24 Tue`: for the eye and for `cut`.
fn day(date: NaiveDate, words: &Words) -> String {
    let place = usize::try_from(date.weekday().num_days_from_monday()).unwrap_or_default();
    let weekday = words.weekdays_short().nth(place).unwrap_or_default();
    format!("{date} {weekday}")
}

fn refused(error: &impl Display, words: &Words) -> CliError {
    CliError::failed(format!("{}.", sentence(error))).to_do(words.say(Key::CliCalendarToDo))
}
