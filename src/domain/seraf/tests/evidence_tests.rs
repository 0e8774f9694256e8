//! The edges of the windows and of projections, month ends above all.

use super::*;
use crate::domain::seraf::{Header, column_for, projection};

#[track_caller]
fn falls(assessed_on: NaiveDate, date: NaiveDate, expected: Option<&str>) {
    let form = welsh();
    let section = &form.sections()[2];
    let found = column_for(section, date, assessed_on).and_then(|at| section.column(at));
    assert_eq!(
        found.map(|column| column.id.as_str()),
        expected,
        "{date} on {assessed_on}"
    );
}

#[test]
fn dates_at_the_edges_of_the_windows_fall_on_the_right_side() {
    let on = day(2026, 11, 23);
    falls(on, day(2026, 11, 24), None);
    falls(on, day(2026, 11, 23), Some("current"));
    falls(on, day(2026, 5, 23), Some("current"));
    falls(on, day(2026, 5, 22), Some("past"));
    falls(on, day(2025, 11, 23), Some("past"));
    falls(on, day(2025, 11, 22), None);
}

#[test]
fn windows_at_month_ends_clamp() {
    falls(day(2026, 8, 31), day(2026, 2, 28), Some("current"));
    falls(day(2026, 8, 31), day(2026, 2, 27), Some("past"));
    falls(day(2028, 8, 31), day(2028, 2, 29), Some("current"));
    falls(day(2028, 8, 31), day(2028, 2, 28), Some("past"));
    falls(day(2028, 2, 29), day(2027, 2, 28), Some("past"));
    falls(day(2028, 2, 29), day(2027, 2, 27), None);
}

#[test]
fn date_of_a_vulnerability_never_grows_too_old() {
    let form = welsh();
    let section = &form.sections()[0];
    assert!(column_for(section, day(2010, 1, 1), day(2026, 11, 23)).is_some());
    assert!(column_for(section, day(2026, 11, 24), day(2026, 11, 23)).is_none());
}

#[test]
fn earlier_and_recent_episode_give_both_columns() {
    let form = welsh();
    let (at, _) = place(&form, "S1", "past");
    let book = dated(&[("S1", day(2026, 2, 1)), ("S1", day(2026, 11, 3))]);
    let both = ticked(&form, &[("S1", "current"), ("S1", "past")]).item(at);
    let on = day(2026, 11, 23);
    assert_eq!(book.ticks_by_dates(&form, at, on), both.ticks());
    assert!(!book.dates_disagree(&form, at, both, on));
    let one = ticked(&form, &[("S1", "current")]).item(at);
    assert!(book.dates_disagree(&form, at, one, on));
}

#[test]
fn statement_taken_out_can_be_put_back() {
    let mut book = dated(&[("S1", day(2026, 2, 1))]);
    let before = book.clone();
    let taken = book.remove("S1", 0).unwrap();
    assert_eq!((book.remove("S1", 0), book.of("S1").len()), (None, 0));
    book.add("S1", taken);
    assert_eq!(book, before);
}

#[test]
fn evidence_written_and_read_again_is_the_same() {
    let book = dated(&[("S1", day(2026, 2, 1)), ("V4", day(2020, 2, 29))]);
    let json = serde_json::to_string(&book).unwrap();
    assert_eq!(serde_json::from_str::<EvidenceBook>(&json).unwrap(), book);
}

fn steps(boxes: &[(&str, &str)], book: &EvidenceBook, on: NaiveDate) -> Vec<(NaiveDate, u32, u8)> {
    projection(&ticked(&welsh(), boxes), book, on, Header::default())
        .into_iter()
        .map(|step| (step.from, step.total, step.category))
        .collect()
}

#[test]
fn tick_of_february_stays_current_to_the_end_of_august() {
    let book = dated(&[("S1", day(2026, 2, 28))]);
    assert_eq!(
        steps(&[("S1", "current")], &book, day(2026, 3, 1)),
        [
            (day(2026, 3, 1), 5, 1),
            (day(2026, 9, 1), 1, 1),
            (day(2027, 3, 1), 0, 1),
        ]
    );
}

#[test]
fn both_columns_age_each_by_its_own_date() {
    let book = dated(&[("S1", day(2026, 1, 10)), ("S1", day(2026, 11, 3))]);
    assert_eq!(
        steps(
            &[("S1", "current"), ("S1", "past")],
            &book,
            day(2026, 11, 23)
        ),
        [
            (day(2026, 11, 23), 6, 2),
            (day(2027, 1, 11), 5, 1),
            (day(2027, 5, 4), 1, 1),
            (day(2027, 11, 4), 0, 1),
        ]
    );
}

#[test]
fn undated_earlier_tick_counts_as_late_as_its_column_allows() {
    assert_eq!(
        steps(
            &[("S1", "past")],
            &EvidenceBook::default(),
            day(2026, 11, 23)
        ),
        [(day(2026, 11, 23), 1, 1), (day(2027, 5, 23), 0, 1)]
    );
}

#[test]
fn vulnerabilities_never_age() {
    let book = dated(&[("V4", day(2010, 1, 1))]);
    assert_eq!(
        steps(&[("V4", "present")], &book, day(2026, 11, 23)),
        [(day(2026, 11, 23), 1, 1)]
    );
}

#[test]
fn windows_of_three_months_age_in_three_months() {
    let answers = ticked(&ceraf_like(), &[("H1", "recent")]);
    let found: Vec<(NaiveDate, u32)> = projection(
        &answers,
        &EvidenceBook::default(),
        day(2026, 1, 1),
        Header::default(),
    )
    .into_iter()
    .map(|step| (step.from, step.total))
    .collect();
    assert_eq!(
        found,
        [
            (day(2026, 1, 1), 4),
            (day(2026, 4, 2), 2),
            (day(2026, 7, 2), 0)
        ]
    );
}
