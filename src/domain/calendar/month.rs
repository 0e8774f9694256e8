//! One month as a calendar shows it: weeks from Monday, and what kind of day each is.
//!
//! Only facts of the calendar; which days are chosen, free or clash is the screen's matter.

use chrono::{Datelike, NaiveDate};

use super::{Holidays, is_weekday, later_by_days};

/// A month in whole weeks from Monday to Sunday.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Month<'a> {
    pub year: i32,
    /// 1 to 12.
    pub month: u32,
    /// Four to six weeks; the first and last may begin or end in the months beside this one.
    pub weeks: Vec<[Day<'a>; 7]>,
    /// False where the bank holidays of this year are not known, so none can be shown.
    pub holidays_known: bool,
}

/// One day of the grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day<'a> {
    pub date: NaiveDate,
    /// False for the days of the months before and after that fill the first and last week.
    pub in_month: bool,
    pub kind: DayKind<'a>,
}

/// Whether people work that day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayKind<'a> {
    Working,
    Weekend,
    /// A bank holiday by its name, also where it falls on a weekend.
    Holiday(&'a str),
}

impl Holidays {
    /// The grid of a month. `None` for a month that is none (0, 13) or a year beyond the calendar.
    pub fn month(&self, year: i32, month: u32) -> Option<Month<'_>> {
        let first = NaiveDate::from_ymd_opt(year, month, 1)?;
        let before = i64::from(first.weekday().num_days_from_monday());
        let monday = later_by_days(first, -before);
        let belongs = |day: NaiveDate| day.year() == year && day.month() == month;
        let weeks = (0..6)
            .map(|week| {
                [0, 1, 2, 3, 4, 5, 6].map(|weekday| {
                    let date = later_by_days(monday, week * 7 + weekday);
                    Day {
                        date,
                        in_month: belongs(date),
                        kind: self.kind_of(date),
                    }
                })
            })
            .filter(|week| week.iter().any(|day| day.in_month))
            .collect();
        Some(Month {
            year,
            month,
            weeks,
            holidays_known: self.years().contains(&year),
        })
    }

    /// What kind of day this is; in years that are not covered, by the weekday alone.
    pub fn kind_of(&self, day: NaiveDate) -> DayKind<'_> {
        match self.holiday(day) {
            Some(name) => DayKind::Holiday(name),
            None if is_weekday(day) => DayKind::Working,
            None => DayKind::Weekend,
        }
    }
}
