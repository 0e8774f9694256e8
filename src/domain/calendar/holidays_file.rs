//! Reading the file of bank holidays: `date,name`, a line a day, whole years.
//!
//! A line that cannot be right refuses the file, naming file, line and key, because a holiday left
//! out makes every timescale across it wrong. Nothing is read from the disk here.

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use chrono::{Datelike, NaiveDate};

use super::Holidays;

const EMBEDDED_NAME: &str = "bank-holidays-wales.csv";
const EMBEDDED: &str = include_str!("../../../data/bank-holidays-wales.csv");
const HEADER: &str = "date,name";

/// A file of bank holidays that was refused, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}: line {line}: {key}: {problem}")]
pub struct HolidaysError {
    /// The file as it was named to the reader.
    pub file: String,
    /// The line from 1.
    pub line: usize,
    /// `header`, `date` or `name`.
    pub key: &'static str,
    pub problem: HolidaysProblem,
}

/// Why a line was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum HolidaysProblem {
    #[error("the first line must be \"{HEADER}\", but is \"{0}\"")]
    NoHeader(String),
    #[error("a line must be a date, a comma and a name")]
    NoComma,
    #[error("\"{0}\" is no date; write it as 2026-12-25")]
    NotADate(String),
    #[error("the date {0} is given twice")]
    DoubleDate(NaiveDate),
    #[error("this must not be empty")]
    Empty,
    #[error("this holds a control character; use plain text only")]
    ControlCharacter,
    #[error("the file holds no bank holiday")]
    NoneGiven,
    #[error("there is no bank holiday in {0}, though the years around it have some")]
    YearWithout(i32),
}

impl Holidays {
    /// The bank holidays that came with the program.
    ///
    /// # Errors
    /// Never for a program that was tested: the file is read in its own tests.
    pub fn embedded() -> Result<Self, HolidaysError> {
        Self::from_csv(EMBEDDED_NAME, EMBEDDED)
    }

    /// Reads a file of bank holidays. Blank lines are passed over, the order does not matter, and
    /// a byte order mark or quotes around a name, as spreadsheets write them, do no harm.
    ///
    /// # Errors
    /// The first line that cannot be right, by file, line and key.
    pub fn from_csv(file: &str, text: &str) -> Result<Self, HolidaysError> {
        let refuse = |line, key, problem| HolidaysError {
            file: file.to_owned(),
            line,
            key,
            problem,
        };
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut lines = (1..).zip(text.lines().map(str::trim));
        let header = lines.next().map_or("", |(_, line)| line);
        if !header.eq_ignore_ascii_case(HEADER) {
            let problem = HolidaysProblem::NoHeader(header.chars().take(40).collect());
            return Err(refuse(1, "header", problem));
        }

        let mut by_date = BTreeMap::new();
        let mut last_line = 1;
        for (at, line) in lines.filter(|(_, line)| !line.is_empty()) {
            last_line = at;
            let (date, name) = line
                .split_once(',')
                .ok_or_else(|| refuse(at, "name", HolidaysProblem::NoComma))?;
            let date = date_of(date).map_err(|problem| refuse(at, "date", problem))?;
            let name = name_of(name).map_err(|problem| refuse(at, "name", problem))?;
            match by_date.entry(date) {
                Entry::Vacant(place) => place.insert(name),
                Entry::Occupied(_) => {
                    return Err(refuse(at, "date", HolidaysProblem::DoubleDate(date)));
                }
            };
        }

        let years = by_date.keys().next().zip(by_date.keys().next_back());
        let Some((first_year, last_year)) = years.map(|(a, b)| (a.year(), b.year())) else {
            return Err(refuse(last_line, "date", HolidaysProblem::NoneGiven));
        };
        // A year left out would be taken for a year without holidays. The year is the one after
        // each holiday's own, so a file of a few far-off dates is not walked year by year.
        let mut before = first_year;
        for year in by_date.keys().map(Datelike::year) {
            if year > before + 1 {
                let problem = HolidaysProblem::YearWithout(before + 1);
                return Err(refuse(last_line, "date", problem));
            }
            before = year;
        }
        Ok(Self {
            by_date,
            first_year,
            last_year,
        })
    }
}

fn date_of(text: &str) -> Result<NaiveDate, HolidaysProblem> {
    let text = text.trim().trim_matches('"');
    let not_a_date = || HolidaysProblem::NotADate(text.chars().take(40).collect());
    // chrono reads "2026-1-5" too; one way of writing a day keeps the file searchable.
    if text.len() != 10 {
        return Err(not_a_date());
    }
    NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_| not_a_date())
}

fn name_of(text: &str) -> Result<String, HolidaysProblem> {
    let name = text.trim().trim_matches('"').trim();
    if name.is_empty() {
        return Err(HolidaysProblem::Empty);
    }
    if name.chars().any(char::is_control) {
        return Err(HolidaysProblem::ControlCharacter);
    }
    Ok(name.to_owned())
}
