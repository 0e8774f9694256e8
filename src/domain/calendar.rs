//! Working days, bank holidays and the windows that timescales are counted in.
//!
//! A working day is Monday to Friday less the bank holidays of England and Wales (DOMAIN.md,
//! section 3); day 0 is the day of the event. Holidays come from a file that covers whole years.
//! An answer that touches a year the file does not cover is a [`BeyondHolidays`], which still
//! carries the answer by weekdays alone: no one is told a wrong date in silence, and no one is
//! left without a date. How long a timescale is belongs to `policy`; nothing here knows today.

mod holidays_file;
mod month;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, TimeDelta, TimeZone, Utc};

pub use holidays_file::{HolidaysError, HolidaysProblem};
pub use month::{Day, DayKind, Month};

/// The bank holidays of whole years, by date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holidays {
    by_date: BTreeMap<NaiveDate, String>,
    first_year: i32,
    last_year: i32,
}

/// An answer that touched a year whose bank holidays are not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the bank holidays of {year} are not known; the file covers {first_year} to {last_year}")]
pub struct BeyondHolidays<T: std::fmt::Debug> {
    /// The first year beyond the file that the answer touches.
    pub year: i32,
    pub first_year: i32,
    pub last_year: i32,
    /// The answer where each weekday of the unknown years counts as a working day. It may be
    /// early by the bank holidays that fall in between.
    pub by_weekdays: T,
}

/// An answer counted in working days.
pub type Counted<T> = Result<T, BeyondHolidays<T>>;

/// A span of days, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DateWindow {
    pub first: NaiveDate,
    pub last: NaiveDate,
}

impl DateWindow {
    /// Whether the day lies in the window.
    pub fn holds(&self, day: NaiveDate) -> bool {
        self.first <= day && day <= self.last
    }

    /// Every day of the window in order.
    pub fn days(&self) -> impl Iterator<Item = NaiveDate> {
        let last = self.last;
        self.first.iter_days().take_while(move |day| *day <= last)
    }
}

/// The days a review may be held on, counted in whole weeks from the last meeting
/// (the report: every 4 to 6 weeks). The ends are calendar days and may fall on a day off: see
/// [`Holidays::working_days_in`].
pub fn review_window(last_meeting: NaiveDate, weeks: RangeInclusive<u32>) -> DateWindow {
    let after = |weeks: u32| later_by_days(last_meeting, i64::from(weeks) * 7);
    DateWindow {
        first: after(*weeks.start()),
        last: after(*weeks.end()),
    }
}

impl Holidays {
    /// The first and last year whose bank holidays are known.
    pub fn years(&self) -> RangeInclusive<i32> {
        self.first_year..=self.last_year
    }

    /// The name of the bank holiday on this day, if it is one.
    pub fn holiday(&self, day: NaiveDate) -> Option<&str> {
        self.by_date.get(&day).map(String::as_str)
    }

    /// The bank holidays from `first` to `last`, both included, in order.
    pub fn between(
        &self,
        first: NaiveDate,
        last: NaiveDate,
    ) -> impl Iterator<Item = (NaiveDate, &str)> {
        // A range upside down holds nothing; BTreeMap would panic on it.
        let last = last.max(first);
        self.by_date
            .range(first..=last)
            .map(|(day, name)| (*day, name.as_str()))
    }

    /// Whether people work on this day: Monday to Friday and no bank holiday.
    ///
    /// # Errors
    /// [`BeyondHolidays`] where a year it touches is not covered.
    pub fn is_working_day(&self, day: NaiveDate) -> Counted<bool> {
        self.counted(self.works_on(day), day, day)
    }

    /// The day that is `n` working days after `from`, or before it where `n` is negative.
    ///
    /// `from` is day 0 whether or not it is a working day itself, so an event on a Saturday has
    /// its first working day on Monday, and 0 gives `from` back. A count beyond the end of the
    /// calendar stops at its last day.
    ///
    /// # Errors
    /// [`BeyondHolidays`] where a year it touches is not covered.
    pub fn add_working_days(&self, from: NaiveDate, n: i32) -> Counted<NaiveDate> {
        let direction = i64::from(n.signum());
        let mut left = i64::from(n).abs();
        let mut day = from;
        while left > 0 {
            // Whole weeks at a time while there are some. At least one day is left to be stepped to,
            // so that the last step ends on a working day.
            let stride = if left > 5 { (left - 1) / 5 * 7 } else { 1 };
            let next = later_by_days(day, stride * direction);
            if next == day {
                break;
            }
            left -= if direction > 0 {
                self.count_after(day, next)
            } else {
                self.count_before(next, day)
            };
            day = next;
        }
        self.counted(day, from.min(day), from.max(day))
    }

    /// How many working days have passed from one day to another, the first not counted and the
    /// last counted (day 0 is the day of the event). Negative where `to` is before `from`.
    ///
    /// For `n` above 0, `working_days_between(d, add_working_days(d, n))` is `n`.
    ///
    /// # Errors
    /// [`BeyondHolidays`] where a year it touches is not covered.
    pub fn working_days_between(&self, from: NaiveDate, to: NaiveDate) -> Counted<i64> {
        let passed = if to >= from {
            self.count_after(from, to)
        } else {
            -self.count_before(to, from)
        };
        self.counted(passed, from.min(to), from.max(to))
    }

    /// The instant by which something must be done that is due `n` working days after an instant:
    /// the same time by the clock on the wall, `n` working days on.
    ///
    /// A referral of Friday 14:10 with one working day is due on Monday 14:10; one of Saturday
    /// 14:10 likewise, for Monday is its first working day. Where the clocks go forward over that
    /// time, it is due an hour later; where they go back, at the first of the two.
    ///
    /// # Errors
    /// [`BeyondHolidays`] where a year it touches is not covered.
    pub fn due_after<Z: TimeZone>(
        &self,
        received: DateTime<Utc>,
        n: i32,
        zone: &Z,
    ) -> Counted<DateTime<Utc>> {
        let there = received.with_timezone(zone).naive_local();
        let from = there.date();
        let (Ok(day)
        | Err(BeyondHolidays {
            by_weekdays: day, ..
        })) = self.add_working_days(from, n);
        let due = instant_at(day.and_time(there.time()), zone);
        self.counted(due, from.min(day), from.max(day))
    }

    /// The working days inside a window, in order.
    ///
    /// # Errors
    /// [`BeyondHolidays`] where a year it touches is not covered.
    pub fn working_days_in(&self, window: DateWindow) -> Counted<Vec<NaiveDate>> {
        let days = window.days().filter(|day| self.works_on(*day)).collect();
        self.counted(days, window.first, window.last)
    }

    /// The working day inside the window that is nearest to the day wished for: the earlier of two
    /// at the same distance, for a young person waits. `None` where the window has none.
    ///
    /// # Errors
    /// [`BeyondHolidays`] where a year it touches is not covered.
    pub fn nearest_working_day(
        &self,
        wished: NaiveDate,
        window: DateWindow,
    ) -> Counted<Option<NaiveDate>> {
        let nearest = window
            .days()
            .filter(|day| self.works_on(*day))
            .min_by_key(|day| (*day - wished).num_days().abs());
        self.counted(nearest, window.first, window.last)
    }

    fn works_on(&self, day: NaiveDate) -> bool {
        is_weekday(day) && !self.by_date.contains_key(&day)
    }

    /// Working days in `from < day <= to`.
    fn count_after(&self, from: NaiveDate, to: NaiveDate) -> i64 {
        let holidays = self.by_date.range(from..=to).map(|(day, _)| *day);
        let off = holidays.filter(|day| *day != from && is_weekday(*day));
        weekdays_until(to) - weekdays_until(from) - i64::try_from(off.count()).unwrap_or(i64::MAX)
    }

    /// Working days in `from <= day < to`.
    fn count_before(&self, from: NaiveDate, to: NaiveDate) -> i64 {
        self.count_after(from, to) + i64::from(self.works_on(from)) - i64::from(self.works_on(to))
    }

    fn counted<T: std::fmt::Debug>(
        &self,
        answer: T,
        first: NaiveDate,
        last: NaiveDate,
    ) -> Counted<T> {
        let unknown = if first.year() < self.first_year {
            Some(last.year().min(self.first_year - 1))
        } else if last.year() > self.last_year {
            Some(first.year().max(self.last_year + 1))
        } else {
            None
        };
        match unknown {
            None => Ok(answer),
            Some(year) => Err(BeyondHolidays {
                year,
                first_year: self.first_year,
                last_year: self.last_year,
                by_weekdays: answer,
            }),
        }
    }
}

fn is_weekday(day: NaiveDate) -> bool {
    day.weekday().num_days_from_monday() < 5
}

/// Weekdays from a fixed Monday long ago up to and with this day; only differences mean anything.
fn weekdays_until(day: NaiveDate) -> i64 {
    // 1 January of year 1 was a Monday, and is day 1.
    let before_today = i64::from(day.num_days_from_ce()) - 1;
    before_today.div_euclid(7) * 5 + (before_today.rem_euclid(7) + 1).min(5)
}

fn later_by_days(day: NaiveDate, days: i64) -> NaiveDate {
    let moved = if days >= 0 {
        day.checked_add_days(Days::new(days.unsigned_abs()))
    } else {
        day.checked_sub_days(Days::new(days.unsigned_abs()))
    };
    // The ends of the calendar, a quarter of a million years away.
    moved.unwrap_or(if days >= 0 {
        NaiveDate::MAX
    } else {
        NaiveDate::MIN
    })
}

/// The instant at which clocks in the zone show this time.
fn instant_at<Z: TimeZone>(shown: NaiveDateTime, zone: &Z) -> DateTime<Utc> {
    let there = zone.from_local_datetime(&shown).earliest().or_else(|| {
        let later = shown.checked_add_signed(TimeDelta::hours(1))?;
        zone.from_local_datetime(&later).earliest()
    });
    there.map_or_else(|| shown.and_utc(), |at| at.with_timezone(&Utc))
}
