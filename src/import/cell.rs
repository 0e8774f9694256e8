//! One cell as it stands in the file, and the dates and ages that people put into it.

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use crate::domain::calendar::Holidays;
use crate::domain::date_words::{self, DateContext, DateProblem, Prefer};
use crate::domain::plain_text;

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    Empty,
    Text(String),
    Number(f64),
    Date(NaiveDateTime),
    YesNo(bool),
}

/// A spreadsheet counts days from here (its day 60, 29 February 1900, never was).
const DAY_0: (i32, u32, u32) = (1899, 12, 30);
/// 1950 to 2064: outside of it a bare number is not a date.
const SERIALS: std::ops::RangeInclusive<i64> = 18_264..=60_000;

impl Cell {
    /// The cell as a person reads it, without anything that acts on a terminal.
    pub fn text(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => plain_text::clean_multiline(text).trim().to_owned(),
            Self::Number(number) if number.fract() == 0.0 => format!("{number:.0}"),
            Self::Number(number) => number.to_string(),
            Self::Date(at) if at.time() == NaiveTime::MIN => at.format("%d/%m/%Y").to_string(),
            Self::Date(at) => at.format("%d/%m/%Y %H:%M").to_string(),
            Self::YesNo(true) => "yes".to_owned(),
            Self::YesNo(false) => "no".to_owned(),
        }
    }

    /// A date with, where one stands there, its time.
    ///
    /// # Errors
    /// Why it is no date. One without a year is not understood: which year would be a guess.
    pub fn date(
        &self,
        context: &Reading<'_>,
    ) -> Result<(NaiveDate, Option<NaiveTime>), DateProblem> {
        match self {
            Self::Date(at) => {
                let time = Some(at.time()).filter(|time| *time != NaiveTime::MIN);
                Ok((at.date(), time))
            }
            Self::Number(number) => serial(*number).ok_or(DateProblem::NotUnderstood),
            _ => typed_date(&self.text(), context),
        }
    }

    /// An age in whole years: `14`, `14 yrs`, `c. 15`, `tua 15 oed`.
    pub fn age(&self) -> Option<u8> {
        let text = self.text();
        let digits: String = text
            .chars()
            .skip_while(|letter| !letter.is_ascii_digit())
            .take_while(char::is_ascii_digit)
            .collect();
        let has_one_number = text.chars().filter(char::is_ascii_digit).count() == digits.len();
        digits
            .parse()
            .ok()
            .filter(|age| has_one_number && *age < 26)
    }

    /// A time of day.
    pub fn time(&self) -> Option<NaiveTime> {
        match self {
            Self::Date(at) => Some(at.time()),
            // A part of a day.
            Self::Number(part) if (0.0..1.0).contains(part) => Some(time_of_part(*part)),
            _ => date_words::time(&self.text()).ok(),
        }
    }
}

/// What dates are read against.
#[derive(Debug, Clone, Copy)]
pub struct Reading<'a> {
    pub today: NaiveDate,
    pub holidays: &'a Holidays,
}

fn typed_date(
    text: &str,
    context: &Reading<'_>,
) -> Result<(NaiveDate, Option<NaiveTime>), DateProblem> {
    let text = text.trim();
    if let Ok(number) = text.parse::<f64>()
        && let Some(found) = serial(number)
    {
        return Ok(found);
    }
    let (day, time) = match text.split_once([' ', 'T']) {
        Some((day, time)) if time.contains(':') && !day.is_empty() => {
            (day, date_words::time(time.trim()).ok())
        }
        _ => (text, None),
    };
    if !has_day_month_and_year(day) {
        return Err(DateProblem::NotUnderstood);
    }
    let date = date_words::date(
        day,
        &DateContext {
            today: context.today,
            prefer: Prefer::Past,
            holidays: context.holidays,
        },
    )?;
    Ok((date, time))
}

/// Two numbers beside a month's name, or three numbers: not "12/3", and not "yesterday".
fn has_day_month_and_year(text: &str) -> bool {
    let parts = text.split(|letter: char| !letter.is_alphanumeric());
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    let numbers = parts
        .iter()
        .filter(|part| part.starts_with(|letter: char| letter.is_ascii_digit()))
        .count();
    numbers == 3 || (numbers == 2 && parts.len() >= 3)
}

/// A day as a spreadsheet counts it, with the part of the day behind the point.
fn serial(number: f64) -> Option<(NaiveDate, Option<NaiveTime>)> {
    let whole = format!("{:.0}", number.trunc()).parse::<i64>().ok()?;
    if !SERIALS.contains(&whole) {
        return None;
    }
    let (year, month, day) = DAY_0;
    let first = NaiveDate::from_ymd_opt(year, month, day)?;
    let date = first.checked_add_days(Days::new(u64::try_from(whole).ok()?))?;
    let part = number.fract();
    Some((date, (part > 0.0).then(|| time_of_part(part))))
}

fn time_of_part(part: f64) -> NaiveTime {
    let minutes = format!("{:.0}", part * 24.0 * 60.0).parse().unwrap_or(0);
    NaiveTime::MIN
        .overflowing_add_signed(TimeDelta::minutes(minutes))
        .0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_date(cell: &Cell, date: &str, time: Option<&str>) {
        let holidays = Holidays::embedded().unwrap();
        let context = Reading {
            today: "2026-11-23".parse().unwrap(),
            holidays: &holidays,
        };
        let (found, at) = cell.date(&context).unwrap();
        assert_eq!(found.to_string(), date);
        assert_eq!(at, time.map(|time| time.parse().unwrap()));
    }

    fn text(text: &str) -> Cell {
        Cell::Text(text.to_owned())
    }

    #[test]
    fn dates_are_read_as_councils_write_them() {
        for typed in [
            "03/04/2012",
            "3/4/12",
            "3.4.2012",
            "3-Apr-12",
            "3 April 2012",
            "2012-04-03",
            "3 Ebrill 2012",
            "Tues 3rd April 2012",
            "41002",
        ] {
            check_date(&text(typed), "2012-04-03", None);
        }
        check_date(&text("03/04/2012 14:30"), "2012-04-03", Some("14:30:00"));
        check_date(&text("2012-04-03T14:30"), "2012-04-03", Some("14:30:00"));
        check_date(&Cell::Number(41_002.0), "2012-04-03", None);
        check_date(&Cell::Number(41_002.5), "2012-04-03", Some("12:00:00"));
    }

    #[test]
    fn what_is_no_whole_date_is_refused() {
        let holidays = Holidays::embedded().unwrap();
        let context = Reading {
            today: "2026-11-23".parse().unwrap(),
            holidays: &holidays,
        };
        for typed in [
            "31/02/2012",
            "12/25/2012",
            "3/4",
            "yesterday",
            "14",
            "soon",
            "99999999",
            "0",
            "-3",
        ] {
            assert!(text(typed).date(&context).is_err(), "{typed}");
        }
        assert!(Cell::Number(f64::NAN).date(&context).is_err());
        assert!(Cell::Number(1e300).date(&context).is_err());
    }

    #[test]
    fn ages_are_read_and_other_numbers_are_not() {
        assert_eq!(text("14 yrs").age(), Some(14));
        assert_eq!(text("c. 15").age(), Some(15));
        assert_eq!(Cell::Number(16.0).age(), Some(16));
        for typed in ["2012", "14-15", "", "teen", "03/04/2012"] {
            assert_eq!(text(typed).age(), None, "{typed}");
        }
    }

    #[test]
    fn text_of_numbers_and_dates_reads_as_in_the_sheet() {
        assert_eq!(Cell::Number(7.0).text(), "7");
        let at: NaiveDateTime = "2012-04-03T00:00:00".parse().unwrap();
        assert_eq!(Cell::Date(at).text(), "03/04/2012");
        assert_eq!(text(" a\u{1b}[31mb ").text(), "ab");
    }
}
