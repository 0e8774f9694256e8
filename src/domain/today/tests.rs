use chrono_tz::Europe::London;

use super::*;

/// Monday 23 November 2026, 14:10 in Wales.
const NOW: &str = "2026-11-23T14:10:00Z";

fn due(text: &str) -> Due {
    text.parse()
        .map_or_else(|_| Due::At(text.parse().unwrap()), Due::By)
}

fn late(text: &str, now: &str) -> Option<Lateness> {
    let holidays = Holidays::embedded().unwrap();
    lateness(due(text), now.parse().unwrap(), &London, &holidays).unwrap()
}

#[test]
fn lateness_of_moments_and_days_is_as_in_the_table() {
    use Lateness::{Days, Hours, WorkingDays};
    #[rustfmt::skip]
    let table = [
        // Moments: hours for a day, working days after.
        ("2026-11-23T14:10:01Z", NOW, None),
        ("2026-11-23T14:10:00Z", NOW, Some(Hours(0))),
        ("2026-11-23T13:10:01Z", NOW, Some(Hours(0))),
        ("2026-11-23T10:10:00Z", NOW, Some(Hours(4))),
        ("2026-11-22T14:10:01Z", NOW, Some(Hours(23))),
        ("2026-11-20T14:10:00Z", NOW, Some(WorkingDays(1))),
        ("2026-11-18T10:00:00Z", NOW, Some(WorkingDays(3))),
        // Days: due on the day itself is not late.
        ("2026-11-24", NOW, None),
        ("2026-11-23", NOW, None),
        ("2026-11-20", NOW, Some(WorkingDays(1))),
        ("2026-11-19", NOW, Some(WorkingDays(2))),
        // Due on Friday, looked at on Saturday and Sunday: no working day has passed.
        ("2026-11-20", "2026-11-21T09:00:00Z", Some(Days(1))),
        ("2026-11-20", "2026-11-22T09:00:00Z", Some(Days(2))),
        // Christmas 2026: the 25th a Friday, Boxing Day's holiday on Monday the 28th.
        ("2026-12-24", "2026-12-28T09:00:00Z", Some(Days(4))),
        ("2026-12-24", "2026-12-29T09:00:00Z", Some(WorkingDays(1))),
        // Summer: midnight in Wales is 23:00 by UTC.
        ("2026-07-01", "2026-07-01T22:59:59Z", None),
        ("2026-07-01", "2026-07-01T23:00:00Z", Some(WorkingDays(1))),
    ];
    for (due, now, expected) in table {
        assert_eq!(late(due, now), expected, "{due} at {now}");
    }
}

#[test]
fn lateness_beyond_the_known_holidays_still_counts_by_weekdays() {
    let holidays = Holidays::embedded().unwrap();
    let now = "2031-01-08T09:00:00Z".parse().unwrap();
    let beyond = lateness(due("2031-01-06"), now, &London, &holidays).unwrap_err();
    assert_eq!(beyond.by_weekdays, Some(Lateness::WorkingDays(2)));
}

#[test]
fn group_follows_the_moment_and_the_end_of_the_day_in_wales() {
    let moments = Moments::at(NOW.parse().unwrap(), &London);
    let group = |text| moments.group(late_from(due(text), &London));
    for (text, expected) in [
        ("2026-11-20", Group::Late),
        ("2026-11-23T14:00:00Z", Group::Late),
        ("2026-11-23T15:00:00Z", Group::Today),
        ("2026-11-23", Group::Today),
        ("2026-11-24T09:00:00Z", Group::Coming),
        ("2026-11-24", Group::Coming),
    ] {
        assert_eq!(group(text), expected, "{text}");
    }
}

#[test]
fn every_kind_of_work_has_somebody_whose_it_is() {
    use strum::IntoEnumIterator;
    for kind in ClockKind::iter() {
        assert!(!kind.roles().is_empty(), "{kind:?}");
        assert!(kind.urgency() <= 2);
    }
}
