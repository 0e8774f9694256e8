//! The days a meeting may be held on: by policy from the decision or the last meeting.
//!
//! A day outside of them, or one on which people do not work, is allowed with a reason.

use chrono::NaiveDate;

use super::MeetingKind;
use crate::domain::calendar::{BeyondHolidays, DateWindow, DayKind, Holidays};
use crate::domain::policy::Policies;

/// The span that policy allows for a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MeetingWindow {
    pub days: DateWindow,
    /// False where the count touched a year whose bank holidays are not known: the end may then be
    /// early by those that fall in between.
    pub holidays_known: bool,
}

/// What a day needs a reason for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayQuestion {
    BeforeWindow,
    AfterWindow,
    Weekend,
    BankHoliday,
}

/// The days for a meeting of this kind. `since` is the day of the decision for an initial meeting
/// (policy), and the day of the last meeting for a review (the report: 4 to 6 weeks).
pub fn window(kind: MeetingKind, since: NaiveDate, policies: &Policies) -> MeetingWindow {
    match kind {
        MeetingKind::Initial => match policies.initial_meeting_window(since) {
            Ok(days) => MeetingWindow {
                days,
                holidays_known: true,
            },
            Err(BeyondHolidays { by_weekdays, .. }) => MeetingWindow {
                days: by_weekdays,
                holidays_known: false,
            },
        },
        MeetingKind::Review => MeetingWindow {
            days: policies.review_window(since),
            holidays_known: true,
        },
    }
}

/// Why this day would need a reason; `None` for a working day inside the window.
pub fn day_question(
    day: NaiveDate,
    window: &MeetingWindow,
    holidays: &Holidays,
) -> Option<DayQuestion> {
    if day < window.days.first {
        return Some(DayQuestion::BeforeWindow);
    }
    if day > window.days.last {
        return Some(DayQuestion::AfterWindow);
    }
    match holidays.kind_of(day) {
        DayKind::Working => None,
        DayKind::Weekend => Some(DayQuestion::Weekend),
        DayKind::Holiday(_) => Some(DayQuestion::BankHoliday),
    }
}

/// Two weeks from this day: where a window has no day left, the next one people work on is in it.
pub(super) fn from_day(day: NaiveDate) -> DateWindow {
    DateWindow {
        first: day,
        last: day
            .checked_add_days(chrono::Days::new(13))
            .unwrap_or(NaiveDate::MAX),
    }
}
