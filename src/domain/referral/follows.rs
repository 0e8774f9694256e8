//! What is due after a referral: the clocks that start when it is taken.

use chrono::{DateTime, Utc};
use chrono_tz::Europe::London;

use super::{How, NewReferral};
use crate::domain::calendar::BeyondHolidays;
use crate::domain::case::{ClockKind, Due};
use crate::domain::policy::Policies;

/// The clocks that a referral starts: the decision on next steps, the written confirmation of a
/// report by telephone, and the police where somebody is in danger and they were not told.
pub fn clocks(new: &NewReferral, policies: &Policies) -> Vec<(ClockKind, Due)> {
    let triage = triage_due(new.received_at, policies);
    let mut started = vec![(ClockKind::Triage, Due::At(triage))];
    if new.how == How::Telephone {
        let due = policies.written_confirmation_due(new.received_at);
        started.push((ClockKind::WrittenConfirmation, Due::At(due)));
    }
    if new.danger_now && new.police_told_at.is_none() {
        started.push((ClockKind::PoliceAtOnce, Due::At(new.received_at)));
    }
    started
}

/// When the decision on a referral is due. Beyond the years whose bank holidays are known each
/// weekday counts: the clock may then end early by a holiday, and never late.
pub fn triage_due(received: DateTime<Utc>, policies: &Policies) -> DateTime<Utc> {
    let (Ok(due)
    | Err(BeyondHolidays {
        by_weekdays: due, ..
    })) = policies.triage_due(received, &London);
    due
}
