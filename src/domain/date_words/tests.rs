use chrono::{NaiveDate, NaiveTime, Weekday};
use proptest::prelude::*;

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[track_caller]
fn check(today: &str, prefer: Prefer, table: &[(&str, &str)]) {
    let holidays = Holidays::embedded().unwrap();
    let context = DateContext {
        today: day(today),
        prefer,
        holidays: &holidays,
    };
    for (typed, expected) in table {
        assert_eq!(date(typed, &context), Ok(day(expected)), "{typed}");
    }
}

#[track_caller]
fn refuse(prefer: Prefer, table: &[(&str, DateProblem)]) {
    let holidays = Holidays::embedded().unwrap();
    let context = DateContext {
        today: day("2026-11-24"),
        prefer,
        holidays: &holidays,
    };
    for (typed, expected) in table {
        assert_eq!(date(typed, &context), Err(*expected), "{typed}");
    }
}

/// 24 November 2026 is a Tuesday.
#[test]
fn words_looking_ahead_are_read() {
    let table = [
        ("today", "2026-11-24"),
        (" Tomorrow ", "2026-11-25"),
        ("yesterday", "2026-11-23"),
        ("heddiw", "2026-11-24"),
        ("YFORY", "2026-11-25"),
        ("ddoe", "2026-11-23"),
        ("echdoe", "2026-11-22"),
        // A weekday never means today.
        ("fri", "2026-11-27"),
        ("friday", "2026-11-27"),
        ("gwener", "2026-11-27"),
        ("dydd Gwener", "2026-11-27"),
        ("tue", "2026-12-01"),
        ("mawrth", "2026-12-01"),
        ("mon", "2026-11-30"),
        ("next fri", "2026-12-04"),
        ("gwener nesaf", "2026-12-04"),
        ("next mon", "2026-11-30"),
        ("this fri", "2026-11-27"),
        ("this mon", "2026-11-23"),
        ("last fri", "2026-11-20"),
        ("last tue", "2026-11-17"),
        ("gwener diwethaf", "2026-11-20"),
        ("+6w", "2027-01-05"),
        ("+6 weeks", "2027-01-05"),
        ("in 6 weeks", "2027-01-05"),
        ("ymhen 6 wythnos", "2027-01-05"),
        ("-3d", "2026-11-21"),
        ("−3d", "2026-11-21"),
        ("3 days ago", "2026-11-21"),
        ("3 diwrnod yn ôl", "2026-11-21"),
        ("+10wd", "2026-12-08"),
        ("+10dg", "2026-12-08"),
        ("in 10 working days", "2026-12-08"),
        ("-1wd", "2026-11-23"),
        ("+23wd", "2026-12-29"),
        ("+2m", "2027-01-24"),
        ("+3 mis", "2027-02-24"),
        ("-1y", "2025-11-24"),
        ("+0d", "2026-11-24"),
    ];
    check("2026-11-24", Prefer::Future, &table);
}

#[test]
fn weekdays_looking_back_are_the_last_such_day() {
    let table = [
        ("fri", "2026-11-20"),
        ("tue", "2026-11-17"),
        ("llun", "2026-11-23"),
        ("next fri", "2026-12-04"),
        ("last fri", "2026-11-20"),
    ];
    check("2026-11-24", Prefer::Past, &table);
}

#[test]
fn next_weekday_on_a_sunday_is_in_the_week_that_begins_tomorrow() {
    let table = [
        ("next fri", "2026-12-04"),
        ("fri", "2026-12-04"),
        ("next sun", "2026-12-06"),
        ("this sun", "2026-11-29"),
    ];
    check("2026-11-29", Prefer::Future, &table);
}

#[test]
fn months_clamp_to_the_end_of_the_shorter_month() {
    let table = [
        ("+1m", "2027-02-28"),
        ("-2m", "2026-11-30"),
        ("+13m", "2028-02-29"),
    ];
    check("2027-01-31", Prefer::Future, &table);
}

#[test]
fn dates_with_a_year_mean_the_same_both_ways() {
    let table = [
        ("12/3/2026", "2026-03-12"),
        ("12.3.26", "2026-03-12"),
        ("12-03-2026", "2026-03-12"),
        ("12 3 2026", "2026-03-12"),
        ("2026-03-12", "2026-03-12"),
        ("2026/3/12", "2026-03-12"),
        ("12 March 2026", "2026-03-12"),
        ("12th of March 2026", "2026-03-12"),
        ("Thursday 12 March, 2026", "2026-03-12"),
        ("March 12 2026", "2026-03-12"),
        ("Mar 12, 2026", "2026-03-12"),
        ("12 Mawrth 2026", "2026-03-12"),
        ("12fed o Fawrth 2026", "2026-03-12"),
        ("Mawrth 12 2026", "2026-03-12"),
        ("Iau 12 Maw 2026", "2026-03-12"),
        ("1af o Orffennaf 2026", "2026-07-01"),
        ("29/2/2024", "2024-02-29"),
        ("1/1/2000", "2000-01-01"),
        ("1 Mai 2026", "2026-05-01"),
        ("1 Meh 2026", "2026-06-01"),
        ("1 Med 2026", "2026-09-01"),
        ("1 Rhag 2026", "2026-12-01"),
    ];
    check("2026-11-24", Prefer::Future, &table);
    check("2026-11-24", Prefer::Past, &table);
}

#[test]
fn dates_without_a_year_are_the_nearest_that_way() {
    let ahead = [
        ("12/3", "2027-03-12"),
        ("24/11", "2026-11-24"),
        ("23/11", "2027-11-23"),
        ("12 Mar", "2027-03-12"),
        ("Mar 12", "2027-03-12"),
        ("4 Rhagfyr", "2026-12-04"),
        ("Fri 4 Dec", "2026-12-04"),
        ("Gwener 4 Rhagfyr", "2026-12-04"),
        ("mawrth 1/12", "2026-12-01"),
        ("mawrth 1 rhagfyr", "2026-12-01"),
        ("29/2", "2028-02-29"),
    ];
    check("2026-11-24", Prefer::Future, &ahead);
    let back = [
        ("12/3", "2026-03-12"),
        ("24/11", "2026-11-24"),
        ("25/11", "2025-11-25"),
        ("29/2", "2024-02-29"),
        ("29 Chwefror", "2024-02-29"),
    ];
    check("2026-11-24", Prefer::Past, &back);
    // 2100 has no 29 February.
    check("2097-01-01", Prefer::Future, &[("29/2", "2104-02-29")]);
}

#[test]
fn two_digits_of_a_year_follow_the_way_the_field_looks() {
    let back = [
        ("1/2/09", "2009-02-01"),
        ("1/2/99", "1999-02-01"),
        ("1/2/27", "1927-02-01"),
        // Later this year is a slip to be pointed to, not a hundred years ago.
        ("25/12/26", "2026-12-25"),
        ("1/2/00", "2000-02-01"),
    ];
    check("2026-11-24", Prefer::Past, &back);
    let ahead = [
        ("1/2/26", "2026-02-01"),
        ("1/2/27", "2027-02-01"),
        ("1/2/75", "2075-02-01"),
        ("1/2/76", "1976-02-01"),
    ];
    check("2026-11-24", Prefer::Future, &ahead);
}

#[test]
fn dates_that_cannot_be_say_why() {
    let no_day = |day, month, year| DateProblem::NoSuchDay { day, month, year };
    let table = [
        ("", DateProblem::Empty),
        ("  ", DateProblem::Empty),
        ("31/2", no_day(31, 2, None)),
        ("31/2/2026", no_day(31, 2, Some(2026))),
        ("29/2/2023", no_day(29, 2, Some(2023))),
        ("2023-02-29", no_day(29, 2, Some(2023))),
        ("31 April", no_day(31, 4, None)),
        ("31 Ebrill 2026", no_day(31, 4, Some(2026))),
        ("0/3", no_day(0, 3, None)),
        ("32/1/26", no_day(32, 1, Some(2026))),
        ("3/13", DateProblem::NoSuchMonth(13)),
        ("12/25/2026", DateProblem::NoSuchMonth(25)),
        ("1/0/2026", DateProblem::NoSuchMonth(0)),
        ("12/3/6", DateProblem::NoSuchYear(6)),
        ("12/3/206", DateProblem::NoSuchYear(206)),
        ("12/3/0026", DateProblem::NoSuchYear(26)),
        ("12/3/1026", DateProblem::NoSuchYear(1026)),
        ("12/3/9026", DateProblem::NoSuchYear(9026)),
        ("+999y", DateProblem::TooFarAway),
        ("-200y", DateProblem::TooFarAway),
        ("+99999999999999999999999w", DateProblem::TooFarAway),
        ("+99999999999999999999999wd", DateProblem::TooFarAway),
        ("-99999999999999999999999m", DateProblem::TooFarAway),
    ];
    refuse(Prefer::Future, &table);
    let thursday = DateProblem::OtherWeekday {
        date: day("2026-12-03"),
        actual: Weekday::Thu,
    };
    refuse(
        Prefer::Future,
        &[("Fri 3 Dec", thursday), ("Gwener 3/12/2026", thursday)],
    );
    let unknown = DateProblem::HolidaysUnknown {
        year: 2031,
        by_weekdays: day("2034-09-11"),
    };
    refuse(Prefer::Future, &[("+2000wd", unknown)]);
}

#[test]
fn what_is_no_date_is_not_understood() {
    let words = [
        "soon",
        "12",
        "mar",
        "12 foo",
        "1/2/3/4",
        "12032026",
        "+",
        "+w",
        "+6",
        "6w",
        "-",
        "/",
        "..",
        "next",
        "next week",
        "fri sat",
        "12 mar apr",
        "in weeks",
        "ago",
        "٣/٤",
        "1\u{1b}[2J/2",
        "fri 12",
        "12th 13th 14th 15th",
    ];
    let table = words.map(|word| (word, DateProblem::NotUnderstood));
    refuse(Prefer::Future, &table);
    let paste = "1/2/2026 ".repeat(11_000);
    refuse(Prefer::Future, &[(&paste, DateProblem::NotUnderstood)]);
}

#[test]
fn times_of_day_are_read_as_typed() {
    let table = [
        ("14:00", (14, 0)),
        ("9.30", (9, 30)),
        ("09:30", (9, 30)),
        ("1430", (14, 30)),
        ("930", (9, 30)),
        ("14h05", (14, 5)),
        ("2pm", (14, 0)),
        ("2 PM", (14, 0)),
        ("2.30pm", (14, 30)),
        ("2:30 p.m.", (14, 30)),
        ("230pm", (14, 30)),
        ("12am", (0, 0)),
        ("12pm", (12, 0)),
        ("12:15am", (0, 15)),
        ("2 yp", (14, 0)),
        ("7 yr hwyr", (19, 0)),
        ("9 y bore", (9, 0)),
        ("noon", (12, 0)),
        ("canol dydd", (12, 0)),
        ("9", (9, 0)),
        ("14", (14, 0)),
        ("0", (0, 0)),
        ("2:30", (2, 30)),
        ("0000", (0, 0)),
        ("23:59", (23, 59)),
    ];
    for (typed, (hour, minute)) in table {
        let expected = NaiveTime::from_hms_opt(hour, minute, 0).unwrap();
        assert_eq!(time(typed), Ok(expected), "{typed}");
    }
}

#[test]
fn times_that_cannot_be_say_why() {
    let table = [
        ("", TimeProblem::Empty),
        ("24:00", TimeProblem::NoSuchTime),
        ("9:75", TimeProblem::NoSuchTime),
        ("14pm", TimeProblem::NoSuchTime),
        ("0am", TimeProblem::NoSuchTime),
        ("25", TimeProblem::NoSuchTime),
        ("2", TimeProblem::MorningOrAfternoon { hour: 2 }),
        ("6", TimeProblem::MorningOrAfternoon { hour: 6 }),
        ("9:3", TimeProblem::NotUnderstood),
        ("9:300", TimeProblem::NotUnderstood),
        ("tea time", TimeProblem::NotUnderstood),
        ("pm", TimeProblem::NotUnderstood),
        ("14:00:00", TimeProblem::NotUnderstood),
        ("٩:٣٠", TimeProblem::NotUnderstood),
        ("12345", TimeProblem::NotUnderstood),
        ("+900", TimeProblem::NotUnderstood),
    ];
    for (typed, expected) in table {
        assert_eq!(time(typed), Err(expected), "{typed}");
    }
    assert_eq!(time(&"9".repeat(100_000)), Err(TimeProblem::NotUnderstood));
}

#[test]
fn ages_change_on_the_birthday() {
    let table = [
        ("2010-06-15", "2026-06-14", Some(15)),
        ("2010-06-15", "2026-06-15", Some(16)),
        ("2012-02-29", "2026-02-28", Some(13)),
        ("2012-02-29", "2026-03-01", Some(14)),
        ("2026-06-15", "2026-06-15", Some(0)),
        ("2026-06-15", "2026-06-14", None),
    ];
    for (born, on, age) in table {
        assert_eq!(age_on(day(born), day(on)), age, "{born} on {on}");
    }
}

#[test]
fn birth_dates_are_checked_against_the_referral() {
    let check = |born| check_birth_date(day(born), day("2026-11-24"), 18);
    assert_eq!(check("2012-11-24"), Ok(14));
    assert_eq!(check("2008-11-25"), Ok(17));
    let adult = BirthDateProblem::NoLongerYoung {
        age: 18,
        until_birthday: 18,
    };
    assert_eq!(check("2008-11-24"), Err(adult));
    assert_eq!(check("2026-11-25"), Err(BirthDateProblem::InTheFuture));
    let found = check("1900-01-01");
    assert_eq!(found, Err(BirthDateProblem::TooLongAgo { age: 126 }));
}

proptest! {
    #[test]
    fn dates_written_out_are_read_back(days in 0_u64..70_000, ahead in any::<bool>()) {
        let holidays = Holidays::embedded().unwrap();
        let prefer = if ahead { Prefer::Future } else { Prefer::Past };
        let context = DateContext { today: day("2026-11-24"), prefer, holidays: &holidays };
        let written = day("1990-01-01") + Days::new(days);
        for format in ["%Y-%m-%d", "%d/%m/%Y", "%-d.%-m.%Y", "%a %-d %B %Y", "%A %d %b %Y"] {
            let typed = written.format(format).to_string();
            prop_assert_eq!(date(&typed, &context), Ok(written));
        }
    }

    #[test]
    fn any_words_are_answered(typed in "([0-9]{1,5}|[+-]|[/. :]|mar|fri|wd|w|pm|next|ago|\\PC){0,8}") {
        let holidays = Holidays::embedded().unwrap();
        let context = DateContext {
            today: day("2026-11-24"),
            prefer: Prefer::Past,
            holidays: &holidays,
        };
        if let Ok(found) = date(&typed, &context) {
            prop_assert!((1900..=2199).contains(&found.year()));
        }
        let _ = time(&typed);
    }
}
