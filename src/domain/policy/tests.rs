use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use chrono_tz::Europe::London;

use super::PublishedCount::{Between, Exact, Hidden};
use super::*;
use crate::domain::bilingual::Language;

const POLICY_TEXT: &str = include_str!("../../../data/policy.toml");

fn policies() -> Policies {
    Policies::embedded().unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn instant(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

#[test]
fn embedded_policy_is_what_the_report_and_the_procedures_say() {
    let policies = policies();
    let times = policies.policy.timescales;
    assert_eq!(times.triage_working_days, 1);
    assert_eq!(times.written_confirmation_hours, 24);
    assert_eq!(times.chase_acknowledgement_working_days, 7);
    assert_eq!(times.initial_meeting_working_days, 10);
    assert_eq!(times.review_weeks(), 4..=6);
    assert_eq!(times.seraf_again_months, 3);
    assert_eq!(times.plan_and_summary_working_days, 5);
    assert_eq!(times.full_record_working_days, 20);
    assert_eq!(times.corrections_working_days, 10);
    assert_eq!(times.return_interview_hours, 72);
    assert_eq!(times.voice_again_days, 28);
    assert_eq!(times.family_told_again_days, 14);
    let meetings = policies.policy.meetings;
    assert_eq!(
        meetings.usual_start,
        NaiveTime::from_hms_opt(14, 0, 0).unwrap()
    );
    assert_eq!(
        (
            meetings.part_1_minutes,
            meetings.gap_minutes,
            meetings.part_2_minutes
        ),
        (60, 10, 50)
    );
    assert_eq!(meetings.prepared_working_days_before, 2);
    assert_eq!(policies.policy.session.auto_lock_minutes, 10);
}

#[test]
fn embedded_lists_hold_what_the_work_needs() {
    let policies = policies();
    let usual = policies.venues.usual();
    assert_eq!(
        usual.name.say(Language::English),
        "Sandfields Community Centre"
    );
    assert!(usual.informal);
    assert!(
        policies
            .venues
            .all()
            .iter()
            .any(|v| v.by == VenueKind::Video)
    );
    let needed: Vec<AgencyKind> = policies
        .agencies
        .all()
        .iter()
        .filter(|agency| agency.needed_for_strategy)
        .map(|agency| agency.kind)
        .collect();
    assert_eq!(needed, [AgencyKind::SocialServices, AgencyKind::Police]);
    assert!(policies.triage_outcomes.get("seraf").unwrap().seraf_follows);
    assert!(
        policies
            .triage_outcomes
            .get("no-further-action")
            .unwrap()
            .needs_reason
    );
    assert!(
        policies
            .triage_outcomes
            .get("strategy-at-once")
            .unwrap()
            .police_at_once
    );
}

#[test]
fn references_are_written_with_three_digits_at_least() {
    let reference = policies().policy.reference;
    assert_eq!(reference.reference(2026, 41), "NPT-26-041");
    assert_eq!(reference.reference(2026, 1234), "NPT-26-1234");
    assert_eq!(reference.reference(2005, 1), "NPT-05-001");
}

#[test]
fn references_are_read_as_people_type_them() {
    let reference = policies().policy.reference;
    for typed in [
        "NPT-26-041",
        "npt 26 41",
        " npt26-041 ",
        "26/041",
        "NPT–26–41",
        "26-0041",
    ] {
        assert_eq!(
            reference.read(typed).as_deref(),
            Some("NPT-26-041"),
            "{typed}"
        );
    }
    for typed in [
        "",
        "NPT",
        "NPT-26",
        "26-",
        "2026-041",
        "26-41-1",
        "12 Mar",
        "26-99999999999",
        "26-+1",
    ] {
        assert_eq!(reference.read(typed), None, "{typed}");
    }
}

#[test]
fn small_numbers_are_published_as_policy_says() {
    let mut figures = policies().policy.figures;
    let shown = |figures: &FiguresPolicy| [0, 1, 4, 5].map(|count| figures.published(count));
    assert_eq!(shown(&figures), [Exact(0), Hidden, Hidden, Exact(5)]);
    figures.small_numbers = SmallNumbers::Banded;
    assert_eq!(
        shown(&figures),
        [Exact(0), Between(1, 4), Between(1, 4), Exact(5)]
    );
    figures.small_numbers = SmallNumbers::Shown;
    assert_eq!(shown(&figures), [Exact(0), Exact(1), Exact(4), Exact(5)]);
}

#[test]
fn steps_are_due_by_policy_on_the_calendar() {
    let policies = policies();
    let received = instant("2026-11-20T14:10:00Z");
    let due = policies.triage_due(received, &London);
    assert_eq!(due, Ok(instant("2026-11-23T14:10:00Z")));
    let window = policies.initial_meeting_window(day("2026-11-23")).unwrap();
    assert_eq!(window.last, day("2026-12-07"));
    let review = policies.review_window(day("2026-11-23"));
    assert_eq!(
        (review.first, review.last),
        (day("2026-12-21"), day("2027-01-04"))
    );
    assert_eq!(
        policies.seraf_again_by(day("2026-11-30")),
        day("2027-02-28")
    );
    assert_eq!(
        policies.plan_and_summary_due(day("2026-11-20")),
        Ok(day("2026-11-27"))
    );
    assert_eq!(
        policies.full_record_due(day("2026-12-04")),
        Ok(day("2027-01-06"))
    );
    assert_eq!(
        policies.corrections_due(day("2026-11-23")),
        Ok(day("2026-12-07"))
    );
    assert_eq!(
        policies.acknowledgement_chased_on(day("2026-11-23")),
        Ok(day("2026-12-02"))
    );
    assert_eq!(
        policies.written_confirmation_due(received),
        instant("2026-11-21T14:10:00Z")
    );
    assert_eq!(
        policies.return_interview_due(received),
        instant("2026-11-23T14:10:00Z")
    );
    let beyond = policies
        .initial_meeting_window(day("2030-12-27"))
        .unwrap_err();
    assert_eq!(
        (beyond.year, beyond.by_weekdays.last),
        (2031, day("2031-01-10"))
    );
}

#[test]
fn young_people_are_so_up_to_the_birthday() {
    let policies = policies();
    assert_eq!(
        policies.no_longer_young_from(day("2010-06-15")),
        day("2028-06-15")
    );
    assert_eq!(
        policies.no_longer_young_from(day("2012-02-29")),
        day("2030-03-01")
    );
}

#[test]
fn policy_files_that_cannot_be_right_are_refused_by_file_and_key() {
    let changed = |from: &str, to: &str| {
        assert!(POLICY_TEXT.contains(from), "{from}");
        let text = POLICY_TEXT.replacen(from, to, 1);
        Policy::from_toml("p.toml", &text).unwrap_err().to_string()
    };
    let table = [
        (
            "review_from_weeks = 4",
            "review_from_weeks = 7",
            "p.toml: timescales.review_from_weeks: this must not be above review_to_weeks",
        ),
        (
            "auto_lock_minutes = 10",
            "auto_lock_minutes = 0",
            "p.toml: session.auto_lock_minutes: this must be from 1 to 120, but is 0",
        ),
        (
            "\"NPT\"",
            "\"npt\"",
            "p.toml: reference.prefix: \"npt\" is no prefix; use 1 to 8 capital letters",
        ),
        (
            "people_to_dispose = 2",
            "people_to_dispose = 1",
            "p.toml: retention.people_to_dispose: this must be from 2 to 9, but is 1",
        ),
        (
            "small_from = 1",
            "small_from = 5",
            "p.toml: figures.small_from: this must not be above small_to",
        ),
    ];
    for (from, to, expected) in table {
        assert_eq!(changed(from, to), expected);
    }
    // What the format itself refuses names the key too; the rest are the reader's own words.
    let table = [
        (
            "triage_working_days = 1",
            "triage_working_days = -1",
            "p.toml: timescales.triage_working_days (line ",
        ),
        (
            "triage_working_days = 1",
            "triage_working_days = \"1\"",
            "p.toml: timescales.triage_working_days (line ",
        ),
        (
            "triage_working_days = 1",
            "",
            "p.toml: timescales.triage_working_days (line ",
        ),
        (
            "triage_working_days = 1",
            "triage_days = 1",
            "p.toml: timescales.triage_days (line ",
        ),
        (
            "\"14:00\"",
            "\"25:00\"",
            "p.toml: meetings.usual_start (line ",
        ),
        ("[session]", "[sessions]", "p.toml: "),
        ("[session]", "[session", "p.toml: session (line "),
    ];
    for (from, to, expected) in table {
        let found = changed(from, to);
        assert!(found.starts_with(expected), "{found}");
    }
}

#[test]
fn lists_that_cannot_be_right_are_refused_by_file_and_key() {
    let agency = "[[agency]]\nid = \"a\"\nkind = \"police\"\nname = { en = \"A\", cy = \"A\" }\n";
    let venue = "[[venue]]\nid = \"v\"\nby = \"video\"\nname = { en = \"V\", cy = \"V\" }\n";
    let outcome = "[[outcome]]\nid = \"o\"\ntext = { en = \"O\", cy = \"O\" }\n";
    let wording = "[[wording]]\nid = \"w\"\nfind = [\"…\"]\ntry = { en = \"W\", cy = \"W\" }\n";
    let table = [
        (
            "agencies.toml",
            String::new(),
            "agencies.toml: agency: there is none; at least one is needed",
        ),
        (
            "agencies.toml",
            agency.repeat(2),
            "agencies.toml: agency.id: the id \"a\" is given twice",
        ),
        (
            "agencies.toml",
            agency.replace("\"a\"", "\"A b\""),
            "agencies.toml: agency.id: \"A b\" is not an id; use up to 40 small letters, digits and \"-\"",
        ),
        (
            "agencies.toml",
            agency.replace("cy = \"A\"", "cy = \" \""),
            "agencies.toml: agency.a.name.cy: this must not be empty",
        ),
        (
            "agencies.toml",
            agency.replace("en = \"A\"", "en = \"A\\u001b[2J\""),
            "agencies.toml: agency.a.name.en: this holds a control or direction character; use plain text only",
        ),
        (
            "venues.toml",
            venue.to_owned(),
            "venues.toml: venue.default: exactly one must be the default, but 0 are",
        ),
        (
            "venues.toml",
            format!(
                "{venue}default = true\n{}default = true\n",
                venue.replace("\"v\"", "\"w\"")
            ),
            "venues.toml: venue.default: exactly one must be the default, but 2 are",
        ),
        (
            "venues.toml",
            venue.replace("video", "room"),
            "venues.toml: venue.v.address: this must not be empty",
        ),
        (
            "triage-outcomes.toml",
            format!("{outcome}closes = true\nseraf_follows = true\n"),
            "triage-outcomes.toml: outcome.o.closes: a decision cannot say both this and `seraf_follows`",
        ),
        (
            "language-warnings.toml",
            wording.to_owned(),
            "language-warnings.toml: wording.w.find: this must not be empty",
        ),
        (
            "other.toml",
            String::new(),
            "other.toml: name: no such file is known here",
        ),
    ];
    for (name, text, expected) in table {
        let mut policies = policies();
        let before = policies.clone();
        let error = policies.replace(name, &text).unwrap_err();
        assert_eq!(error.to_string(), expected);
        assert_eq!(policies, before);
    }
}

#[test]
fn files_of_the_authority_take_the_place_of_the_embedded() {
    let mut policies = policies();
    let text = POLICY_TEXT.replace("review_to_weeks = 6", "review_to_weeks = 8");
    policies.replace("policy.toml", &text).unwrap();
    assert_eq!(policies.policy.timescales.review_weeks(), 4..=8);
    for name in Policies::FILES {
        assert!(policies.replace(name, "[").is_err(), "{name}");
    }
}
