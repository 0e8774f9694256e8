//! When a step is due: the authority's timescales counted on the calendar.
//!
//! Dates are plain days; instants carry the time of day. Each rule's length is in `policy.toml`,
//! each count is in `calendar`. What a step is overdue *for* is casework.

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, TimeDelta, TimeZone, Utc};

use super::Policies;
use crate::domain::calendar::{BeyondHolidays, Counted, DateWindow, review_window};

impl Policies {
    /// When the decision on a referral must be recorded: the same time of day, so many working
    /// days on.
    ///
    /// # Errors
    /// [`BeyondHolidays`] where a year it touches is not covered, as in all that follow.
    pub fn triage_due<Z: TimeZone>(
        &self,
        received: DateTime<Utc>,
        zone: &Z,
    ) -> Counted<DateTime<Utc>> {
        let n = days(self.policy.timescales.triage_working_days);
        self.holidays.due_after(received, n, zone)
    }

    /// The day by which a SERAF is to be completed once it is decided that one is needed.
    ///
    /// # Errors
    /// [`BeyondHolidays`].
    pub fn seraf_due(&self, decided: NaiveDate) -> Counted<NaiveDate> {
        self.working_days_after(decided, self.policy.timescales.seraf_working_days)
    }

    /// When the Principal Officer's decision is due after a completed SERAF.
    ///
    /// # Errors
    /// [`BeyondHolidays`].
    pub fn decision_due<Z: TimeZone>(
        &self,
        completed: DateTime<Utc>,
        zone: &Z,
    ) -> Counted<DateTime<Utc>> {
        let n = days(self.policy.timescales.decision_working_days);
        self.holidays.due_after(completed, n, zone)
    }

    /// The days an initial meeting may be held on, from the day of the decision to the last day
    /// that policy allows.
    ///
    /// # Errors
    /// [`BeyondHolidays`].
    pub fn initial_meeting_window(&self, decided: NaiveDate) -> Counted<DateWindow> {
        let n = self.policy.timescales.initial_meeting_working_days;
        let window = |last| DateWindow {
            first: decided,
            last,
        };
        match self.working_days_after(decided, n) {
            Ok(last) => Ok(window(last)),
            Err(beyond) => Err(BeyondHolidays {
                year: beyond.year,
                first_year: beyond.first_year,
                last_year: beyond.last_year,
                by_weekdays: window(beyond.by_weekdays),
            }),
        }
    }

    /// The days a review may be held on.
    pub fn review_window(&self, last_meeting: NaiveDate) -> DateWindow {
        review_window(last_meeting, self.policy.timescales.review_weeks())
    }

    /// The day by which preparation for a meeting is to be done. Where bank holidays are not
    /// known, weekdays are counted: early is no harm here.
    pub fn prepared_by(&self, meeting: NaiveDate) -> NaiveDate {
        let n = days(self.policy.meetings.prepared_working_days_before);
        self.holidays
            .add_working_days(meeting, -n)
            .unwrap_or_else(|beyond| beyond.by_weekdays)
    }

    /// The last day on which the SERAF is to be done again. Month ends clamp.
    pub fn seraf_again_by(&self, assessed: NaiveDate) -> NaiveDate {
        let months = Months::new(self.policy.timescales.seraf_again_months);
        assessed
            .checked_add_months(months)
            .unwrap_or(NaiveDate::MAX)
    }

    /// The last day on which the young person is to be heard again.
    pub fn voice_again_by(&self, heard: NaiveDate) -> NaiveDate {
        later_by_days(heard, self.policy.timescales.voice_again_days)
    }

    /// The last day on which the family is to be told something again.
    pub fn family_told_again_by(&self, told: NaiveDate) -> NaiveDate {
        later_by_days(told, self.policy.timescales.family_told_again_days)
    }

    /// When plan and summary are owed after a meeting.
    ///
    /// # Errors
    /// [`BeyondHolidays`].
    pub fn plan_and_summary_due(&self, held: NaiveDate) -> Counted<NaiveDate> {
        let n = self.policy.timescales.plan_and_summary_working_days;
        self.working_days_after(held, n)
    }

    /// When the full record is owed after a meeting.
    ///
    /// # Errors
    /// [`BeyondHolidays`].
    pub fn full_record_due(&self, held: NaiveDate) -> Counted<NaiveDate> {
        self.working_days_after(held, self.policy.timescales.full_record_working_days)
    }

    /// Until when corrections may reach the chair.
    ///
    /// # Errors
    /// [`BeyondHolidays`].
    pub fn corrections_due(&self, record_received: NaiveDate) -> Counted<NaiveDate> {
        let n = self.policy.timescales.corrections_working_days;
        self.working_days_after(record_received, n)
    }

    /// When a report that nobody acknowledged is chased.
    ///
    /// # Errors
    /// [`BeyondHolidays`].
    pub fn acknowledgement_chased_on(&self, reported: NaiveDate) -> Counted<NaiveDate> {
        let n = self.policy.timescales.chase_acknowledgement_working_days;
        self.working_days_after(reported, n)
    }

    /// When a report by telephone is to be confirmed in writing: hours, not working days.
    pub fn written_confirmation_due(&self, told: DateTime<Utc>) -> DateTime<Utc> {
        later_by_hours(told, self.policy.timescales.written_confirmation_hours)
    }

    /// When a return interview is to have been offered: hours, not working days.
    pub fn return_interview_due(&self, found: DateTime<Utc>) -> DateTime<Utc> {
        later_by_hours(found, self.policy.timescales.return_interview_hours)
    }

    /// The first day on which a young person no longer is one by policy, from their birth date.
    /// Born on 29 February, that is 1 March in a year without one, as the law has it.
    pub fn no_longer_young_from(&self, born: NaiveDate) -> NaiveDate {
        let years = self.policy.young_person.until_birthday;
        let birthday = i32::try_from(years)
            .ok()
            .and_then(|years| born.year().checked_add(years));
        birthday
            .and_then(|year| {
                born.with_year(year).or_else(|| {
                    NaiveDate::from_ymd_opt(year, 2, 28)?.checked_add_days(Days::new(1))
                })
            })
            .unwrap_or(NaiveDate::MAX)
    }

    fn working_days_after(&self, from: NaiveDate, n: u32) -> Counted<NaiveDate> {
        self.holidays.add_working_days(from, days(n))
    }
}

fn days(n: u32) -> i32 {
    i32::try_from(n).unwrap_or(i32::MAX)
}

fn later_by_days(from: NaiveDate, count: u32) -> NaiveDate {
    from.checked_add_days(Days::new(u64::from(count)))
        .unwrap_or(NaiveDate::MAX)
}

fn later_by_hours(from: DateTime<Utc>, hours: u32) -> DateTime<Utc> {
    from.checked_add_signed(TimeDelta::hours(i64::from(hours)))
        .unwrap_or(DateTime::<Utc>::MAX_UTC)
}
