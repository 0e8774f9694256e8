//! The clock: the only place that asks what time it is. Everybody else is told.
//!
//! `DIOGEL_CLOCK` (an instant such as `2026-11-23T09:00:00Z`) stops it, for tests and for pictures
//! of the demo; with a `+` before it the clock goes on from there. What follows from a date is in
//! `domain::calendar`.

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, Utc};
use chrono_tz::Europe::London;
use thiserror::Error;

/// The environment variable that stops the clock.
pub const CLOCK_VARIABLE: &str = "DIOGEL_CLOCK";

/// Where "now" comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// The machine's clock.
    System,
    /// A clock that stands still.
    Fixed(DateTime<Utc>),
    /// One that goes, so far before the machine's, or behind it.
    Shifted(TimeDelta),
}

/// The value given for the clock is not an instant. Exit code 2, as for anything mistyped.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{CLOCK_VARIABLE} is not an instant such as 2026-11-23T09:00:00Z: {0}")]
pub struct NotAnInstant(String);

impl Clock {
    /// The clock that `DIOGEL_CLOCK` asks for, and without it the machine's.
    ///
    /// # Errors
    /// When the variable is set to something that is not an RFC 3339 instant.
    pub fn from_environment() -> Result<Self, NotAnInstant> {
        let value = std::env::var_os(CLOCK_VARIABLE);
        Self::from_value(
            value
                .map(|value| value.to_string_lossy().into_owned())
                .as_deref(),
        )
    }

    fn from_value(value: Option<&str>) -> Result<Self, NotAnInstant> {
        let Some(value) = value.filter(|value| !value.is_empty()) else {
            return Ok(Self::System);
        };
        let (text, goes_on) = match value.trim().strip_prefix('+') {
            Some(text) => (text, true),
            None => (value.trim(), false),
        };
        let instant =
            DateTime::parse_from_rfc3339(text).map_err(|_| NotAnInstant(value.to_owned()))?;
        Ok(if goes_on {
            Self::Shifted(instant.to_utc() - Utc::now())
        } else {
            Self::Fixed(instant.to_utc())
        })
    }

    /// The instant, as the store keeps it.
    pub fn now(self) -> DateTime<Utc> {
        match self {
            Self::System => Utc::now(),
            Self::Fixed(instant) => instant,
            Self::Shifted(by) => Utc::now() + by,
        }
    }

    /// The date and time on a clock on a wall in Wales.
    pub fn local(self) -> NaiveDateTime {
        self.now().with_timezone(&London).naive_local()
    }

    /// Today in Wales.
    pub fn today(self) -> NaiveDate {
        self.local().date()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clock_without_a_value_is_the_machines() {
        assert_eq!(Clock::from_value(None), Ok(Clock::System));
        assert_eq!(Clock::from_value(Some("")), Ok(Clock::System));
    }

    #[test]
    fn fixed_clock_late_on_a_summer_evening_is_already_tomorrow_in_wales() {
        let clock = Clock::from_value(Some("2026-06-30T23:30:00Z")).unwrap();
        assert_eq!(clock.today().to_string(), "2026-07-01");
        assert_eq!(clock.local().to_string(), "2026-07-01 00:30:00");
        assert_eq!(clock.now(), clock.now());
    }

    #[test]
    fn clock_with_a_plus_goes_on_from_there() {
        let from: DateTime<Utc> = "2026-11-23T09:00:00Z".parse().unwrap();
        let clock = Clock::from_value(Some("+2026-11-23T09:00:00Z")).unwrap();
        let (first, then) = (clock.now(), clock.now());
        assert!(from <= first && first <= then);
        assert!(first < from + TimeDelta::hours(1));
    }

    #[test]
    fn fixed_clock_in_winter_is_universal_time() {
        let clock = Clock::from_value(Some("2026-11-23T09:00:00+00:00")).unwrap();
        assert_eq!(clock.local().to_string(), "2026-11-23 09:00:00");
    }

    #[test]
    fn clock_mistyped_is_named() {
        let fault = Clock::from_value(Some("yesterday")).unwrap_err();
        assert!(fault.to_string().contains("yesterday"));
    }
}
