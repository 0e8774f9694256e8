//! New, gone and aged out told apart.

use super::*;
use crate::domain::seraf::{ChangeKind, Changes, Dated, changes};

const NO_BOXES: &[(&str, &str)] = &[];

fn between(
    before: (&[(&str, &str)], &EvidenceBook, NaiveDate),
    after: (&[(&str, &str)], &EvidenceBook, NaiveDate),
) -> Changes {
    let form = welsh();
    let (old, new) = (ticked(&form, before.0), ticked(&form, after.0));
    changes(
        &Dated {
            answers: &old,
            evidence: before.1,
            assessed_on: before.2,
        },
        &Dated {
            answers: &new,
            evidence: after.1,
            assessed_on: after.2,
        },
    )
}

/// Points that are new, gone and aged out.
#[track_caller]
fn parts(found: &Changes) -> (i64, i64, i64) {
    let kinds = [ChangeKind::New, ChangeKind::Gone, ChangeKind::AgedOut];
    let [new, gone, aged] = kinds.map(|kind| found.points(kind));
    let difference = i64::from(found.total) - i64::from(found.previous_total);
    assert_eq!(new + gone + aged + found.by_form, difference);
    (new, gone, aged)
}

fn none() -> EvidenceBook {
    EvidenceBook::default()
}

#[test]
fn tick_that_was_not_there_is_new() {
    let found = between(
        (&[("V4", "present")], &none(), day(2026, 8, 1)),
        (
            &[("V4", "present"), ("S1", "current")],
            &none(),
            day(2026, 11, 1),
        ),
    );
    assert_eq!(parts(&found), (5, 0, 0));
    assert_eq!((found.previous_total, found.total), (1, 6));
    assert_eq!(found.of("S1").count(), 1);
    assert_eq!(found.of("V4").count(), 0);
}

#[test]
fn tick_still_within_its_window_but_not_there_is_gone() {
    let found = between(
        (
            &[("M1", "current"), ("V4", "present")],
            &none(),
            day(2026, 8, 1),
        ),
        (NO_BOXES, &none(), day(2026, 11, 1)),
    );
    assert_eq!(parts(&found), (0, -2, 0));
    assert!(!found.fell_by_calendar_alone());
}

#[test]
fn current_tick_now_earlier_is_aged_out_and_not_new() {
    let found = between(
        (&[("S1", "current")], &none(), day(2026, 4, 1)),
        (&[("S1", "past")], &none(), day(2026, 11, 1)),
    );
    assert_eq!(parts(&found), (0, 0, -4));
    assert!(found.fell_by_calendar_alone());
    assert_eq!(found.changes.len(), 1);
}

#[test]
fn tick_whose_date_fell_out_of_every_window_is_aged_out() {
    let then = dated(&[("M1", day(2026, 2, 20))]);
    let found = between(
        (&[("M1", "current")], &then, day(2026, 4, 1)),
        (NO_BOXES, &none(), day(2026, 9, 1)),
    );
    assert_eq!(parts(&found), (0, 0, -1));
}

#[test]
fn date_learnt_only_now_tells_that_it_aged_out() {
    let learnt = dated(&[("M1", day(2025, 12, 1))]);
    let found = between(
        (&[("M1", "current")], &none(), day(2026, 4, 1)),
        (NO_BOXES, &learnt, day(2026, 7, 1)),
    );
    assert_eq!(parts(&found), (0, 0, -1));
}

#[test]
fn fresh_episode_beside_an_aged_one_is_new() {
    let found = between(
        (&[("S1", "past")], &none(), day(2026, 8, 1)),
        (
            &[("S1", "current"), ("S1", "past")],
            &none(),
            day(2026, 11, 1),
        ),
    );
    assert_eq!(parts(&found), (5, 0, 0));
}

#[test]
fn tick_that_persists_is_no_change() {
    let boxes: &[(&str, &str)] = &[("S1", "current"), ("M1", "current")];
    let found = between(
        (boxes, &none(), day(2025, 8, 1)),
        (boxes, &none(), day(2026, 11, 1)),
    );
    assert_eq!(parts(&found), (0, 0, 0));
    assert_eq!(found.changes, []);
}

#[test]
fn child_seven_months_on_fell_by_the_calendar_alone() {
    let before = [
        ("V1", "present"),
        ("M1", "current"),
        ("S1", "current"),
        ("S2", "current"),
    ];
    let after = [("V1", "present"), ("S1", "past"), ("S2", "past")];
    let found = between(
        (&before, &none(), day(2026, 1, 15)),
        (&after, &none(), day(2026, 8, 16)),
    );
    assert_eq!(parts(&found), (0, 0, -9));
    assert!(found.fell_by_calendar_alone());
}

#[test]
fn another_form_is_compared_by_ids_and_its_own_part_told() {
    let (old_form, new_form) = (issue_2013(), welsh());
    let old = ticked(&old_form, &[("S1", "current"), ("V1", "present")]);
    let new = ticked(&new_form, &[("S1", "current"), ("V1", "present")]);
    let book = none();
    let on = |answers| Dated {
        answers,
        evidence: &book,
        assessed_on: day(2026, 11, 1),
    };
    let found = changes(&on(&old), &on(&new));
    assert_eq!(parts(&found), (0, 0, 0));
    assert_eq!(
        (found.previous_total, found.total, found.by_form),
        (11, 6, -5)
    );
}

#[test]
fn level_in_the_place_of_another_is_one_change_by_the_difference() {
    let form = ceraf_like();
    let (high, low) = (
        ticked(&form, &[("L1", "high")]),
        ticked(&form, &[("L1", "low")]),
    );
    let book = none();
    let on = |answers| Dated {
        answers,
        evidence: &book,
        assessed_on: day(2026, 11, 1),
    };
    assert_eq!(parts(&changes(&on(&high), &on(&low))), (0, -2, 0));
    assert_eq!(parts(&changes(&on(&low), &on(&high))), (2, 0, 0));
}
