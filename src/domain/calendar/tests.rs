use chrono::{DateTime, Days, NaiveDate, Utc, Weekday};
use chrono_tz::Europe::London;
use proptest::prelude::*;

use super::*;

fn holidays() -> Holidays {
    Holidays::embedded().unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn instant(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

#[test]
fn embedded_file_covers_2014_to_2030() {
    assert_eq!(holidays().years(), 2014..=2030);
}

#[test]
fn embedded_file_has_the_published_number_of_days_each_year() {
    let holidays = holidays();
    for year in 2014..=2030 {
        let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
        let last = NaiveDate::from_ymd_opt(year, 12, 31).unwrap();
        // Eight a year; 2022 had the jubilee and the funeral, 2023 the coronation.
        let published = match year {
            2022 => 10,
            2023 => 9,
            _ => 8,
        };
        assert_eq!(holidays.between(first, last).count(), published, "{year}");
    }
}

#[test]
fn embedded_holidays_all_fall_on_weekdays() {
    let holidays = holidays();
    for (date, name) in holidays.between(day("2014-01-01"), day("2030-12-31")) {
        assert!(is_weekday(date), "{date} {name}");
    }
}

/// Easter Sundays 2014 to 2030, as the Church publishes them.
const EASTERS: [&str; 17] = [
    "2014-04-20",
    "2015-04-05",
    "2016-03-27",
    "2017-04-16",
    "2018-04-01",
    "2019-04-21",
    "2020-04-12",
    "2021-04-04",
    "2022-04-17",
    "2023-04-09",
    "2024-03-31",
    "2025-04-20",
    "2026-04-05",
    "2027-03-28",
    "2028-04-16",
    "2029-04-01",
    "2030-04-21",
];

#[test]
fn good_friday_and_easter_monday_stand_around_each_easter() {
    let holidays = holidays();
    for sunday in EASTERS.map(day) {
        let friday = sunday - Days::new(2);
        let monday = sunday + Days::new(1);
        assert_eq!(holidays.holiday(friday), Some("Good Friday"));
        assert_eq!(holidays.holiday(monday), Some("Easter Monday"));
    }
}

#[test]
fn days_off_are_the_published_ones() {
    let holidays = holidays();
    let table = [
        // One-off days.
        ("2022-06-02", "Spring bank holiday"),
        ("2022-06-03", "Platinum Jubilee"),
        ("2022-09-19", "State funeral of Queen Elizabeth II"),
        ("2023-05-08", "Coronation of King Charles III"),
        // Moved for VE Day.
        ("2020-05-08", "Early May bank holiday"),
        // Substitute days.
        ("2015-12-28", "Boxing Day (substitute day)"),
        ("2016-12-27", "Christmas Day (substitute day)"),
        ("2017-01-02", "New Year's Day (substitute day)"),
        ("2021-12-27", "Christmas Day (substitute day)"),
        ("2021-12-28", "Boxing Day (substitute day)"),
        ("2022-01-03", "New Year's Day (substitute day)"),
        ("2026-12-28", "Boxing Day (substitute day)"),
        ("2028-01-03", "New Year's Day (substitute day)"),
    ];
    for (date, name) in table {
        assert_eq!(holidays.holiday(day(date)), Some(name), "{date}");
        assert_eq!(holidays.is_working_day(day(date)), Ok(false), "{date}");
    }
    // Days that would have been holidays in another year.
    for date in ["2020-05-04", "2022-05-30", "2022-06-06", "2016-12-28"] {
        assert_eq!(holidays.is_working_day(day(date)), Ok(true), "{date}");
    }
}

#[test]
fn working_days_count_from_the_day_of_the_event() {
    let holidays = holidays();
    let table = [
        ("2026-11-23", 0, "2026-11-23"),
        ("2026-11-23", 1, "2026-11-24"),
        ("2026-11-23", 10, "2026-12-07"),
        ("2026-11-20", 1, "2026-11-23"),
        // Day 0 may be a day off, and 0 gives it back.
        ("2026-11-21", 0, "2026-11-21"),
        ("2026-11-21", 1, "2026-11-23"),
        ("2026-11-21", 10, "2026-12-04"),
        // Easter 2026: Friday 3 and Monday 6 April are off.
        ("2026-04-02", 1, "2026-04-07"),
        ("2026-04-02", 10, "2026-04-20"),
        // Christmas 2021 fell on a Saturday, New Year's Day 2022 too.
        ("2021-12-24", 1, "2021-12-29"),
        ("2021-12-24", 4, "2022-01-04"),
        // Christmas 2016 and 2022 fell on Sundays.
        ("2016-12-23", 1, "2016-12-28"),
        ("2022-12-23", 4, "2023-01-03"),
        // Boxing Day 2015 and 2020 fell on Saturdays.
        ("2015-12-24", 1, "2015-12-29"),
        ("2020-12-24", 1, "2020-12-29"),
        // The jubilee and the funeral.
        ("2022-06-01", 1, "2022-06-06"),
        ("2022-09-16", 1, "2022-09-20"),
        ("2023-05-05", 1, "2023-05-09"),
        // Backwards.
        ("2026-11-23", -1, "2026-11-20"),
        ("2026-04-07", -1, "2026-04-02"),
        ("2026-11-22", -1, "2026-11-20"),
        ("2026-11-22", -10, "2026-11-09"),
    ];
    for (from, n, expected) in table {
        let found = holidays.add_working_days(day(from), n);
        assert_eq!(found, Ok(day(expected)), "{from} {n:+}");
    }
}

#[test]
fn working_days_between_counts_the_last_day_and_not_the_first() {
    let holidays = holidays();
    let table = [
        ("2026-11-19", "2026-11-23", 2),
        ("2026-11-23", "2026-11-23", 0),
        ("2026-11-20", "2026-11-22", 0),
        ("2026-11-21", "2026-11-23", 1),
        ("2026-04-02", "2026-04-07", 1),
        ("2026-11-23", "2026-11-20", -1),
    ];
    for (from, to, expected) in table {
        let found = holidays.working_days_between(day(from), day(to));
        assert_eq!(found, Ok(expected), "{from} to {to}");
    }
}

#[test]
fn days_beyond_the_file_answer_by_weekdays_and_say_so() {
    let holidays = holidays();
    let beyond = |year, by_weekdays| {
        Err(BeyondHolidays {
            year,
            first_year: 2014,
            last_year: 2030,
            by_weekdays,
        })
    };
    let found = holidays.add_working_days(day("2030-12-31"), 1);
    assert_eq!(found, beyond(2031, day("2031-01-01")));
    let found = holidays.add_working_days(day("2014-01-02"), -1);
    assert_eq!(found, beyond(2013, day("2013-12-31")));
    let found = holidays.is_working_day(day("2031-12-25"));
    assert!(found.unwrap_err().by_weekdays);
    assert_eq!(
        holidays
            .is_working_day(day("2013-12-28"))
            .unwrap_err()
            .to_string(),
        "the bank holidays of 2013 are not known; the file covers 2014 to 2030"
    );
    assert!(!holidays.month(2031, 1).unwrap().holidays_known);
}

#[test]
fn counts_beyond_the_calendar_stop_at_its_end() {
    let holidays = holidays();
    let found = holidays.add_working_days(NaiveDate::MAX - Days::new(3), i32::MAX);
    assert_eq!(found.unwrap_err().by_weekdays, NaiveDate::MAX);
    let found = holidays.add_working_days(NaiveDate::MIN + Days::new(3), i32::MIN);
    assert_eq!(found.unwrap_err().by_weekdays, NaiveDate::MIN);
}

#[test]
fn due_after_keeps_the_time_on_the_wall() {
    let holidays = holidays();
    let table = [
        // Friday 14:10 in winter to Monday 14:10.
        ("2026-11-20T14:10:00Z", 1, "2026-11-23T14:10:00Z"),
        ("2026-11-21T14:10:00Z", 1, "2026-11-23T14:10:00Z"),
        // The clocks go forward on 29 March 2026 and back on 25 October.
        ("2026-03-27T14:10:00Z", 1, "2026-03-30T13:10:00Z"),
        ("2026-10-23T13:10:00Z", 1, "2026-10-26T14:10:00Z"),
        // 23:30 in Wales on Thursday 18 June is 22:30 in UTC; 00:30 on Friday is Thursday in UTC.
        ("2026-06-18T22:30:00Z", 1, "2026-06-19T22:30:00Z"),
        ("2026-06-18T23:30:00Z", 1, "2026-06-21T23:30:00Z"),
        // Over Easter.
        ("2026-04-02T09:00:00Z", 1, "2026-04-07T09:00:00Z"),
    ];
    for (received, n, due) in table {
        let found = holidays.due_after(instant(received), n, &London);
        assert_eq!(found, Ok(instant(due)), "{received} {n:+}");
    }
}

#[test]
fn instants_that_clocks_skip_or_show_twice_are_still_found() {
    // 01:30 on 29 March 2026 does not exist; on 25 October it comes twice.
    let skipped = day("2026-03-29").and_hms_opt(1, 30, 0).unwrap();
    assert_eq!(
        instant_at(skipped, &London),
        instant("2026-03-29T01:30:00Z")
    );
    let twice = day("2026-10-25").and_hms_opt(1, 30, 0).unwrap();
    assert_eq!(instant_at(twice, &London), instant("2026-10-25T00:30:00Z"));
}

#[test]
fn review_window_is_four_to_six_weeks_on() {
    let window = review_window(day("2026-11-20"), 4..=6);
    assert_eq!(window.first, day("2026-12-18"));
    assert_eq!(window.last, day("2027-01-01"));
    let working = holidays().working_days_in(window).unwrap();
    let expected = ["18", "21", "22", "23", "24", "29", "30", "31"];
    assert_eq!(working, expected.map(|d| day(&format!("2026-12-{d}"))));
}

#[test]
fn nearest_working_day_stays_in_the_window_and_prefers_the_earlier() {
    let holidays = holidays();
    let window = review_window(day("2026-11-20"), 4..=6);
    let nearest = |wished| holidays.nearest_working_day(day(wished), window).unwrap();
    assert_eq!(nearest("2026-12-24"), Some(day("2026-12-24")));
    assert_eq!(nearest("2026-12-26"), Some(day("2026-12-24")));
    assert_eq!(nearest("2026-12-28"), Some(day("2026-12-29")));
    assert_eq!(nearest("2027-03-01"), Some(day("2026-12-31")));
    assert_eq!(nearest("2026-01-01"), Some(day("2026-12-18")));
    let christmas = DateWindow {
        first: day("2026-12-25"),
        last: day("2026-12-28"),
    };
    let found = holidays.nearest_working_day(day("2026-12-26"), christmas);
    assert_eq!(found, Ok(None));
}

#[test]
fn month_grid_starts_on_monday_and_names_holidays() {
    let holidays = holidays();
    let december = holidays.month(2026, 12).unwrap();
    assert_eq!(december.weeks.len(), 5);
    let first_week = december.weeks[0];
    assert_eq!(first_week[0].date, day("2026-11-30"));
    assert!(!first_week[0].in_month);
    assert!(first_week[1].in_month);
    assert_eq!(first_week[1].kind, DayKind::Working);
    assert_eq!(first_week[5].kind, DayKind::Weekend);
    let christmas = december.weeks[3][4];
    assert_eq!(christmas.date, day("2026-12-25"));
    assert_eq!(christmas.kind, DayKind::Holiday("Christmas Day"));
    assert!(december.holidays_known);
    // February 2027 is four weeks to the day, August 2026 touches six.
    assert_eq!(holidays.month(2027, 2).unwrap().weeks.len(), 4);
    assert_eq!(holidays.month(2026, 8).unwrap().weeks.len(), 6);
    assert!(holidays.month(2026, 0).is_none());
    assert!(holidays.month(2026, 13).is_none());
    assert!(holidays.month(i32::MAX, 1).is_none());
    assert!(holidays.month(NaiveDate::MAX.year(), 12).is_some());
}

fn some_day() -> impl Strategy<Value = NaiveDate> {
    (0_u64..6100).prop_map(|days| day("2014-02-01") + Days::new(days))
}

proptest! {
    #[test]
    fn counting_by_weeks_agrees_with_counting_by_days(from in some_day(), n in -300_i32..300) {
        let holidays = holidays();
        let found = match holidays.add_working_days(from, n) {
            Ok(found) => found,
            Err(beyond) => beyond.by_weekdays,
        };
        let mut at = from;
        let mut left = n.abs();
        while left > 0 {
            at = if n > 0 { at + Days::new(1) } else { at - Days::new(1) };
            let off = matches!(at.weekday(), Weekday::Sat | Weekday::Sun)
                || holidays.holiday(at).is_some();
            left -= i32::from(!off);
        }
        prop_assert_eq!(found, at);
        let (Ok(between) | Err(BeyondHolidays { by_weekdays: between, .. })) =
            holidays.working_days_between(from, found);
        prop_assert_eq!(between, i64::from(n));
    }

    #[test]
    fn passing_days_add_up(a in some_day(), b in some_day(), c in some_day()) {
        let holidays = holidays();
        let mut days = [a, b, c];
        days.sort_unstable();
        let between = |from: usize, to: usize| holidays.working_days_between(days[from], days[to]).unwrap();
        prop_assert_eq!(between(0, 1) + between(1, 2), between(0, 2));
    }

    #[test]
    fn each_month_holds_each_of_its_days_once(year in 1900_i32..2200, month in 1_u32..=12) {
        let holidays = holidays();
        let grid = holidays.month(year, month).unwrap();
        let days: Vec<u32> = grid
            .weeks
            .iter()
            .flatten()
            .filter(|day| day.in_month)
            .map(|day| day.date.day())
            .collect();
        let most = u32::try_from(days.len()).unwrap();
        prop_assert_eq!(days, (1..=most).collect::<Vec<_>>());
        prop_assert!(NaiveDate::from_ymd_opt(year, month, most + 1).is_none());
        prop_assert!(grid.weeks.iter().all(|week| week[0].date.weekday() == Weekday::Mon));
    }
}
