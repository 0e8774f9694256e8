//! What is refused of a referral and what is not, and the clocks that it starts.

use chrono::{NaiveDate, TimeDelta, TimeZone};
use proptest::prelude::*;
use strum::IntoEnumIterator;

use super::*;
use crate::domain::case::{ClockKind, Due};
use crate::domain::policy::Policies;

fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 20, 14, 10, 0).unwrap()
}

fn policies() -> Policies {
    Policies::embedded().unwrap()
}

fn sian() -> NewReferral {
    NewReferral {
        received_at: now(),
        how: How::Telephone,
        source: Source::Agency("school-or-college".to_owned()),
        source_name: Confidential::new("Ms Pugh"),
        source_contact: Confidential::new("01639 000000"),
        person: Person {
            given_name: "Siân".to_owned(),
            family_name: "Llewellyn".to_owned(),
            born: NaiveDate::from_ymd_opt(2012, 4, 3),
            ..Person::default()
        },
        feared: vec![Fear::Exchange],
        what_happened: Confidential::new("She was out all night and has a new phone."),
        danger_now: false,
        police_told_at: None,
        young_person_knows: None,
        young_person_view: Confidential::default(),
        parents_know: Some(true),
        parents_view: Confidential::default(),
    }
}

#[track_caller]
fn check(change: impl FnOnce(&mut NewReferral), expected: &[(ReferralField, Fault)]) {
    let mut new = sian();
    change(&mut new);
    let found: Vec<_> = faults(&new.cleaned(), now(), &policies())
        .into_iter()
        .map(|one| (one.field, one.fault))
        .collect();
    assert_eq!(found, expected);
}

fn day(text: &str) -> Option<NaiveDate> {
    text.parse().ok()
}

#[test]
fn referral_as_told_has_no_fault_and_nothing_feared_is_allowed() {
    check(|_| {}, &[]);
    check(|new| new.feared.clear(), &[]);
}

#[test]
fn referral_without_a_name_is_refused_unless_any_part_is_known() {
    let unnamed = |new: &mut NewReferral| {
        new.person.given_name = " \u{1b}[2J ".to_owned();
        new.person.family_name.clear();
    };
    check(unnamed, &[(ReferralField::GivenName, Fault::NoName)]);
    check(
        |new| {
            unnamed(new);
            new.person.known_as = "Shaz".to_owned();
        },
        &[],
    );
}

#[test]
fn birth_dates_that_cannot_be_are_refused() {
    let born = ReferralField::Born;
    check(
        |new| new.person.born = day("2026-11-21"),
        &[(born, Fault::BornInFuture)],
    );
    check(
        |new| new.person.born = day("1901-01-01"),
        &[(born, Fault::BornTooLongAgo { age: 125 })],
    );
    let adult = |age| Fault::NoLongerYoung {
        age,
        until_birthday: 18,
    };
    check(
        |new| new.person.born = day("2008-11-20"),
        &[(born, adult(18))],
    );
    check(|new| new.person.born = day("2008-11-21"), &[]);
    check(
        |new| new.person.stated_age = Some(19),
        &[(ReferralField::StatedAge, adult(19))],
    );
}

#[test]
fn age_is_asked_of_the_day_the_referral_came() {
    check(
        |new| {
            new.received_at = now() - TimeDelta::days(10);
            new.person.born = day("2008-11-15");
        },
        &[],
    );
}

#[test]
fn referral_from_the_future_is_refused_and_makes_no_birth_date_right() {
    check(
        |new| {
            new.received_at = now() + TimeDelta::days(9);
            new.person.born = day("2026-11-25");
        },
        &[
            (ReferralField::ReceivedAt, Fault::ReceivedInFuture),
            (ReferralField::Born, Fault::BornInFuture),
        ],
    );
}

#[test]
fn agency_that_is_not_known_or_not_named_is_refused() {
    check(
        |new| new.source = Source::Agency(String::new()),
        &[(ReferralField::Agency, Fault::NoAgency)],
    );
    check(
        |new| new.source = Source::Agency("circus".to_owned()),
        &[(ReferralField::Agency, Fault::UnknownAgency)],
    );
}

#[test]
fn anonymous_source_is_not_to_be_named() {
    check(
        |new| new.source = Source::Anonymous,
        &[(ReferralField::SourceName, Fault::AnonymousNamed)],
    );
}

#[test]
fn nothing_happened_and_far_too_much_are_refused() {
    check(
        |new| new.what_happened = Confidential::new(" \u{200b}\n"),
        &[(ReferralField::WhatHappened, Fault::NothingHappened)],
    );
    check(
        |new| new.what_happened = Confidential::new("a".repeat(LONGEST_TEXT_CHARS)),
        &[],
    );
    check(
        |new| {
            new.what_happened = Confidential::new("ŵ".repeat(LONGEST_TEXT_CHARS + 1));
            new.person.given_name = "ŷ".repeat(100_000);
        },
        &[
            (
                ReferralField::GivenName,
                Fault::TooLong {
                    longest_chars: LONGEST_LINE_CHARS,
                },
            ),
            (
                ReferralField::WhatHappened,
                Fault::TooLong {
                    longest_chars: LONGEST_TEXT_CHARS,
                },
            ),
        ],
    );
}

#[test]
fn words_of_the_store_are_read_back() {
    for how in How::iter() {
        let word: &'static str = how.into();
        assert_eq!(word.parse(), Ok(how));
    }
    for fear in Fear::iter() {
        let word: &'static str = fear.into();
        assert_eq!(word.parse(), Ok(fear));
    }
    for source in [
        Source::Agency("housing".to_owned()),
        Source::Family,
        Source::Public,
        Source::YoungPerson,
        Source::Anonymous,
    ] {
        assert_eq!(
            Source::of(source.word(), source.agency()),
            Some(source.clone())
        );
    }
}

#[test]
fn friday_referral_by_telephone_starts_its_clocks() {
    let mut new = sian();
    let at = |text: &str| Due::At(text.parse().unwrap());
    assert_eq!(
        clocks(&new, &policies()),
        [
            (ClockKind::Triage, at("2026-11-23T14:10:00Z")),
            (ClockKind::WrittenConfirmation, at("2026-11-21T14:10:00Z")),
        ]
    );
    new.how = How::InPerson;
    new.danger_now = true;
    assert_eq!(
        clocks(&new, &policies()),
        [
            (ClockKind::Triage, at("2026-11-23T14:10:00Z")),
            (ClockKind::PoliceAtOnce, at("2026-11-20T14:10:00Z")),
        ]
    );
    new.police_told_at = Some(now());
    assert_eq!(clocks(&new, &policies()).len(), 1);
}

#[test]
fn triage_beyond_the_known_bank_holidays_counts_weekdays() {
    let friday = Utc.with_ymd_and_hms(2031, 5, 2, 9, 0, 0).unwrap();
    let monday = Utc.with_ymd_and_hms(2031, 5, 5, 9, 0, 0).unwrap();
    assert_eq!(triage_due(friday, &policies()), monday);
}

proptest! {
    #[test]
    fn referral_cleaned_is_clean_and_stays_so(text in "\\PC{0,20}[\\x00-\\x1f\u{202e}]{0,4}\\PC{0,20}") {
        let mut new = sian();
        new.person.given_name.clone_from(&text);
        new.person.other_names = vec![text.clone(), text.clone()];
        new.what_happened = Confidential::new(text.clone());
        new.source_name = Confidential::new(text);
        let cleaned = new.cleaned();
        prop_assert_eq!(cleaned.cleaned(), cleaned.clone());
        let raw = |text: &str| text.chars().any(|c| c.is_control() && c != '\n');
        prop_assert!(!raw(&cleaned.person.given_name));
        prop_assert!(!cleaned.person.given_name.contains('\n'));
        prop_assert!(!raw(cleaned.what_happened.for_professionals()));
        prop_assert!(cleaned.person.other_names.len() <= 1);
    }
}
