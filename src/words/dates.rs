//! Dates, times and ages as people write them, in both languages.
//!
//! Reading what people type is in `domain::date_words`; files and the store use ISO 8601.

use chrono::{Datelike, NaiveDate, NaiveTime};

use super::{Key, Words};

impl Words {
    /// `Fri 27 Nov`: for lists, where the year is plain from the place.
    pub fn date_short(&self, date: NaiveDate) -> String {
        self.with(
            Key::DateShort,
            &[
                ("weekday", self.weekday(Key::WeekdaysShort, date).into()),
                ("day", date.day().into()),
                ("month", self.month(Key::MonthsShort, date).into()),
            ],
        )
    }

    /// `27 Nov 2026`: for lists that reach over years.
    pub fn date_with_year(&self, date: NaiveDate) -> String {
        self.with(
            Key::DateWithYear,
            &[
                ("day", date.day().into()),
                ("month", self.month(Key::MonthsShort, date).into()),
                ("year", date.year().to_string().into()),
            ],
        )
    }

    /// `Friday 27 November 2026`: for headings and documents.
    pub fn date_long(&self, date: NaiveDate) -> String {
        self.with(
            Key::DateLong,
            &[
                ("weekday", self.weekday(Key::WeekdaysLong, date).into()),
                ("day", date.day().into()),
                ("month", self.month(Key::MonthsLong, date).into()),
                ("year", date.year().to_string().into()),
            ],
        )
    }

    /// `November 2026`: over a month of the calendar.
    pub fn month_and_year(&self, date: NaiveDate) -> String {
        self.with(
            Key::MonthAndYear,
            &[
                ("month", self.month(Key::MonthsLong, date).into()),
                ("year", date.year().to_string().into()),
            ],
        )
    }

    /// `14:05`, by the clock of 24 hours.
    pub fn time(&self, time: NaiveTime) -> String {
        time.format("%H:%M").to_string()
    }

    /// `14 years old`.
    pub fn age(&self, years: u32) -> String {
        self.with(Key::AgeYears, &[("years", years.into())])
    }

    /// How far `date` is from `today`, in days: `yesterday`, `in 3 days`.
    pub fn days_from(&self, today: NaiveDate, date: NaiveDate) -> String {
        let days = (date - today).num_days();
        match days {
            -1 => self.say(Key::DayYesterday).to_owned(),
            0 => self.say(Key::DayToday).to_owned(),
            1 => self.say(Key::DayTomorrow).to_owned(),
            ..-1 => self.with(Key::DaysAgo, &[("days", days.abs().into())]),
            2.. => self.with(Key::DaysAhead, &[("days", days.into())]),
        }
    }

    /// The seven names of the days, Monday first, short: the head of a calendar.
    pub fn weekdays_short(&self) -> impl Iterator<Item = &str> {
        self.say(Key::WeekdaysShort).split(", ")
    }

    fn weekday(&self, names: Key, date: NaiveDate) -> &str {
        self.listed(names, date.weekday().num_days_from_monday())
    }

    fn month(&self, names: Key, date: NaiveDate) -> &str {
        self.listed(names, date.month0())
    }

    /// One name of a list. Lists are one text each, so that their order is seen by translators.
    fn listed(&self, names: Key, place: u32) -> &str {
        let place = usize::try_from(place).unwrap_or_default();
        self.say(names).split(", ").nth(place).unwrap_or_default()
    }
}
