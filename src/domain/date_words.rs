//! Dates and times as people type them, in English and Welsh.
//!
//! What is typed comes in with today and the way the field looks (back or ahead); a date or a typed
//! problem comes out, which `words` turns into a sentence. The field shows the date with its
//! weekday beside what was typed, so that a rule chosen here (see [`date`]) is never a surprise.
//! Working days come from `calendar`; no clock is read here.

mod birth;
mod names;
#[cfg(test)]
mod tests;
mod time_of_day;

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use crate::domain::calendar::Holidays;
pub use birth::{BirthDateProblem, age_on, check_birth_date};
use names::Unit;
pub use time_of_day::{TimeProblem, time};

/// Longer than any date in words, and far below what a paste can hold.
const MOST_CHARS: usize = 60;
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;

/// Which way a field looks: what happened looks back, what is planned looks ahead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Prefer {
    Past,
    Future,
}

/// What typed words are read against.
#[derive(Debug, Clone, Copy)]
pub struct DateContext<'a> {
    pub today: NaiveDate,
    pub prefer: Prefer,
    pub holidays: &'a Holidays,
}

/// Why what was typed is no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DateProblem {
    #[error("nothing is typed")]
    Empty,
    #[error("not understood as a date")]
    NotUnderstood,
    /// 31/2, or 29/2 in a year without one.
    #[error("there is no day {day} in month {month}")]
    NoSuchDay {
        day: u32,
        month: u32,
        /// Where one was typed.
        year: Option<i32>,
    },
    /// 3/13: the day is written first.
    #[error("there is no month {0}")]
    NoSuchMonth(u32),
    /// A year of one or three digits, or before 1900 or after 2199.
    #[error("the year {0} cannot be meant")]
    NoSuchYear(u32),
    /// `+999y`: outside the years 1900 to 2199.
    #[error("that is too far away")]
    TooFarAway,
    /// `Fri 3 Dec` where that is a Thursday.
    #[error("{date} is a {actual}")]
    OtherWeekday { date: NaiveDate, actual: Weekday },
    /// `+10wd` into a year whose bank holidays are not known.
    #[error("the bank holidays of {year} are not known")]
    HolidaysUnknown {
        year: i32,
        /// The date if each weekday were a working day.
        by_weekdays: NaiveDate,
    },
}

/// The date that is meant by what was typed.
///
/// - `today`, `tomorrow`, `yesterday`; `heddiw`, `yfory`, `ddoe`.
/// - `fri`, `gwener`: the next such day, or the last one in a field that looks back. Today is not
///   counted: for it people say today. `next fri`, `gwener nesaf`: the one in the week after this
///   (weeks begin on Monday), as people in Wales use it. `this fri`: the one in this week.
///   `last fri`, `gwener diwethaf`: the last one before today.
/// - `+6w`, `-3d`, `+2m`, `+1y`, `+10wd` (working days), `in 6 weeks`, `3 days ago`,
///   `ymhen 6 wythnos`, `3 diwrnod yn ôl`. Month ends clamp.
/// - `12/3`, `12 Mar`, `12 o Fawrth`: the day first; the next such date or, looking back, the last
///   one, today counted in both.
/// - `12/3/2026`, `12.3.26`, `2026-03-12`, `Thursday 12th March 2026`, `March 12 2026`. Two digits
///   of a year mean, looking back, one up to this year (`09` is 2009, `99` is 1999), and looking
///   ahead, the nearest.
///
/// # Errors
/// A [`DateProblem`] whose kind says what to tell the person.
pub fn date(typed: &str, context: &DateContext) -> Result<NaiveDate, DateProblem> {
    if typed.trim().is_empty() {
        return Err(DateProblem::Empty);
    }
    if typed.chars().nth(MOST_CHARS).is_some() {
        return Err(DateProblem::NotUnderstood);
    }
    let typed = typed
        .trim()
        .to_lowercase()
        .replace(['\u{2212}', '\u{2013}'], "-");
    // "dydd Gwener": the word for day before a Welsh weekday says no more.
    let words: Vec<&str> = typed
        .split([' ', ',', '\t', '\u{a0}'])
        .filter(|word| !word.is_empty() && !matches!(*word, "dydd" | "ddydd"))
        .collect();
    if let Some(found) = relative(&typed, &words, context) {
        return found;
    }
    match (calendar_date(&words, context), words.split_first()) {
        // Tried second, for mawrth is both Tuesday and March.
        (Err(DateProblem::NotUnderstood), Some((first, rest))) => {
            let weekday = names::weekday(first).ok_or(DateProblem::NotUnderstood)?;
            on_weekday(calendar_date(rest, context)?, weekday)
        }
        (found, _) => found,
    }
}

fn on_weekday(date: NaiveDate, weekday: Weekday) -> Result<NaiveDate, DateProblem> {
    let actual = date.weekday();
    if actual == weekday {
        return Ok(date);
    }
    Err(DateProblem::OtherWeekday { date, actual })
}

/// Dates told by their distance from today. `None` where it is not told so.
fn relative(
    typed: &str,
    words: &[&str],
    context: &DateContext,
) -> Option<Result<NaiveDate, DateProblem>> {
    let today = context.today;
    if let [word] = words {
        if let Some(days) = names::days_from_today(word) {
            return Some(shifted(context, days, Unit::Days));
        }
        if let Some(weekday) = names::weekday(word) {
            let days = match context.prefer {
                Prefer::Future => days_ahead(today, weekday),
                Prefer::Past => -days_back(today, weekday),
            };
            return Some(shifted(context, days, Unit::Days));
        }
    }
    if let [a, b] = words {
        let monday = -i64::from(today.weekday().num_days_from_monday());
        let of_week = |weekday: Weekday| monday + i64::from(weekday.num_days_from_monday());
        let days = match (*a, *b) {
            ("next", day) | (day, "nesaf") => names::weekday(day).map(|day| of_week(day) + 7),
            ("this", day) | (day, "yma" | "hwn") => names::weekday(day).map(of_week),
            ("last", day) | (day, "diwethaf") => {
                names::weekday(day).map(|day| -days_back(today, day))
            }
            _ => None,
        };
        if let Some(days) = days {
            return Some(shifted(context, days, Unit::Days));
        }
    }
    let (sign, amount) = signed_span(typed)?;
    let amount = amount.trim();
    let digits = amount.chars().take_while(char::is_ascii_digit).count();
    let number: String = amount.chars().take(digits).collect();
    let rest: String = amount.chars().skip(digits).collect();
    let unit = names::unit(&rest.split_whitespace().collect::<Vec<_>>())?;
    // More digits than fit are farther away than any year that can be meant.
    let count = number.parse::<i64>().unwrap_or(i64::from(i32::MAX));
    (digits > 0).then(|| shifted(context, sign * count, unit))
}

/// The sign and the rest of `+6w`, `in 6 weeks`, `6 weeks ago` and their like.
fn signed_span(typed: &str) -> Option<(i64, &str)> {
    for (start, sign) in [("+", 1), ("-", -1), ("in ", 1), ("ymhen ", 1)] {
        if let Some(rest) = typed.strip_prefix(start) {
            return Some((sign, rest));
        }
    }
    ["ago", "yn ôl", "yn ol"]
        .into_iter()
        .find_map(|end| typed.strip_suffix(end))
        .map(|rest| (-1, rest))
}

fn shifted(context: &DateContext, count: i64, unit: Unit) -> Result<NaiveDate, DateProblem> {
    let today = context.today;
    let moved = match unit {
        Unit::Days => by_days(today, count),
        Unit::Weeks => count.checked_mul(7).and_then(|days| by_days(today, days)),
        Unit::Months => by_months(today, count),
        Unit::Years => count
            .checked_mul(12)
            .and_then(|months| by_months(today, months)),
        Unit::WorkingDays => {
            let count = i32::try_from(count).unwrap_or(i32::MAX);
            match context.holidays.add_working_days(today, count) {
                Ok(date) => Some(date),
                Err(beyond) if YEARS.contains(&beyond.by_weekdays.year()) => {
                    return Err(DateProblem::HolidaysUnknown {
                        year: beyond.year,
                        by_weekdays: beyond.by_weekdays,
                    });
                }
                Err(_) => None,
            }
        }
    };
    moved
        .filter(|date| YEARS.contains(&date.year()))
        .ok_or(DateProblem::TooFarAway)
}

fn by_days(from: NaiveDate, days: i64) -> Option<NaiveDate> {
    let distance = Days::new(days.unsigned_abs());
    if days >= 0 {
        from.checked_add_days(distance)
    } else {
        from.checked_sub_days(distance)
    }
}

fn by_months(from: NaiveDate, months: i64) -> Option<NaiveDate> {
    let distance = Months::new(u32::try_from(months.unsigned_abs()).ok()?);
    if months >= 0 {
        from.checked_add_months(distance)
    } else {
        from.checked_sub_months(distance)
    }
}

/// 1 to 7 days until the next such day.
fn days_ahead(today: NaiveDate, weekday: Weekday) -> i64 {
    let days = i64::from(weekday.days_since(today.weekday()));
    if days == 0 { 7 } else { days }
}

/// 1 to 7 days since the last such day.
fn days_back(today: NaiveDate, weekday: Weekday) -> i64 {
    let days = i64::from(today.weekday().days_since(weekday));
    if days == 0 { 7 } else { days }
}

/// A part of a date as it was written.
#[derive(Debug, Clone, Copy)]
enum Part {
    /// A number of one digit.
    One(u32),
    Two(u32),
    /// Of three digits, which is nothing in a date, or more than a year can have.
    Three(u32),
    Four(u32),
    Month(u32),
}

/// Dates told by day, month and perhaps year.
fn calendar_date(words: &[&str], context: &DateContext) -> Result<NaiveDate, DateProblem> {
    use Part::{Four, Month, One, Two};

    let parts = words
        .iter()
        .flat_map(|word| word.split(['/', '.', '-']))
        .filter(|part| !matches!(*part, "" | "of" | "o"))
        .map(part)
        .collect::<Option<Vec<_>>>()
        .ok_or(DateProblem::NotUnderstood)?;
    let (day, month, year) = match parts[..] {
        [year @ Four(_), One(month) | Two(month), One(day) | Two(day)]
        | [Month(month), One(day) | Two(day), year @ Four(_)]
        | [
            One(day) | Two(day),
            One(month) | Two(month) | Month(month),
            year,
        ] => (day, month, Some(year)),
        [One(day) | Two(day), One(month) | Two(month) | Month(month)]
        | [Month(month), One(day) | Two(day)] => (day, month, None),
        _ => return Err(DateProblem::NotUnderstood),
    };
    let year = year.map(|year| whole_year(year, context)).transpose()?;
    if !(1..=12).contains(&month) {
        return Err(DateProblem::NoSuchMonth(month));
    }
    match year {
        None => nearest(day, month, context),
        Some(year) => NaiveDate::from_ymd_opt(year, month, day).ok_or(DateProblem::NoSuchDay {
            day,
            month,
            year: Some(year),
        }),
    }
}

fn part(text: &str) -> Option<Part> {
    if let Some(month) = names::month(text) {
        return Some(Part::Month(month));
    }
    let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
    let ending: String = text.chars().skip(digits.len()).collect();
    let ordinal = matches!(
        ending.as_str(),
        "" | "st" | "nd" | "rd" | "th" | "af" | "ail" | "il" | "ydd" | "fed" | "eg" | "ain"
    );
    let value = digits.parse().ok().filter(|_| ordinal)?;
    match digits.len() {
        1 => Some(Part::One(value)),
        2 => Some(Part::Two(value)),
        3 => Some(Part::Three(value)),
        4 => Some(Part::Four(value)),
        _ => None,
    }
}

/// The year that is meant by what stands in its place.
fn whole_year(year: Part, context: &DateContext) -> Result<i32, DateProblem> {
    let (typed, whole) = match year {
        Part::Month(_) => return Err(DateProblem::NotUnderstood),
        Part::One(typed) | Part::Three(typed) => (typed, None),
        Part::Four(typed) => (typed, i32::try_from(typed).ok()),
        Part::Two(typed) => {
            let latest = match context.prefer {
                Prefer::Past => context.today.year(),
                Prefer::Future => context.today.year() + 49,
            };
            let typed_year = i32::try_from(typed).ok();
            (
                typed,
                typed_year.map(|year| latest - (latest - year).rem_euclid(100)),
            )
        }
    };
    whole
        .filter(|year| YEARS.contains(year))
        .ok_or(DateProblem::NoSuchYear(typed))
}

/// The next or last such day of a year, today counted in both.
fn nearest(day: u32, month: u32, context: &DateContext) -> Result<NaiveDate, DateProblem> {
    let today = context.today;
    // Eight years reach over a year such as 2100 that skips its 29 February.
    (0..=8)
        .filter_map(|years| {
            let year = match context.prefer {
                Prefer::Future => today.year() + years,
                Prefer::Past => today.year() - years,
            };
            NaiveDate::from_ymd_opt(year, month, day)
        })
        .find(|date| match context.prefer {
            Prefer::Future => *date >= today,
            Prefer::Past => *date <= today,
        })
        .ok_or(DateProblem::NoSuchDay {
            day,
            month,
            year: None,
        })
}
