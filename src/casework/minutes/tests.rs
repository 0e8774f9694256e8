use super::*;
use crate::casework::after::tests::{MEETING, after_error, house};
use crate::casework::testing::{CASE, House, day};
use crate::domain::bilingual::Language;
use crate::domain::minutes::{Correcting, MinutesFault, Sending};

const NEW: Keeping = Keeping {
    meeting: MEETING,
    language: Language::English,
    seen: None,
};

fn again(id: MinutesId, version: i64) -> Keeping {
    Keeping {
        seen: Some((id, version)),
        ..NEW
    }
}

fn full(house: &mut House, words: &str) -> MinutesId {
    let words = Confidential::new(words);
    let kept = house.as_user("worker", |desk| keep_full(desk, NEW, &words));
    kept.unwrap()
}

fn family(house: &mut House, words: &str) -> MinutesId {
    let words = Shareable::new(words);
    let kept = house.as_user("worker", |desk| keep_family(desk, NEW, &words));
    kept.unwrap()
}

fn approved(house: &mut House, id: MinutesId) {
    house.as_user("chair", |desk| approve(desk, id, 1)).unwrap();
}

fn sending(whom: &str, on: &str) -> Sending {
    Sending {
        whom: whom.to_owned(),
        on: day(on),
        how: "by hand".to_owned(),
    }
}

fn send(house: &mut House, id: MinutesId, on: &str) {
    let sending = sending("Siân Hughes", on);
    house
        .as_user("worker", |desk| note_sent(desk, id, &sending))
        .unwrap();
}

#[test]
fn minutes_are_kept_edited_approved_and_then_locked() {
    let mut house = House::held();
    let id = full(&mut house, "# Who was there\n\u{1b}[31m- Dai\n");
    let edited = Confidential::new("- Dai Rees");
    house
        .as_user("worker", |desk| keep_full(desk, again(id, 1), &edited))
        .unwrap();
    house.as_user("chair", |desk| approve(desk, id, 2)).unwrap();
    let found = house.as_user("duty", |desk| look(desk, MEETING)).unwrap();
    let [minutes] = &found.full[..] else {
        panic!("{found:?}")
    };
    assert_eq!(minutes.words.for_professionals(), "- Dai Rees");
    assert_eq!(minutes.approved.as_ref().unwrap().by, "chair");
    let late = house.as_user("worker", |desk| keep_full(desk, again(id, 3), &edited));
    assert_eq!(after_error(late), AfterError::Locked);
    let twice = house.as_user("chair", |desk| approve(desk, id, 3));
    assert_eq!(after_error(twice), AfterError::Locked);
    assert_eq!(house.events(), ["meeting-held", "minutes-approved"]);
}

#[test]
fn store_itself_refuses_to_change_approved_minutes() {
    let mut house = House::held();
    let id = full(&mut house, "as it was");
    approved(&mut house, id);
    house.run("INSERT INTO minutes_sent (minutes_id, whom, sent_on, noted_by) VALUES (1, 'a', '2026-12-16', 1)");
    for sql in [
        "UPDATE minutes SET words = 'otherwise'",
        "UPDATE minutes SET approved_by = NULL, approved_at = NULL",
        "DELETE FROM minutes",
        "INSERT OR REPLACE INTO minutes (meeting_id, kind, language, words)
             VALUES (1, 'full', 'en', 'otherwise')",
        "UPDATE minutes_sent SET whom = 'b'",
        "DELETE FROM minutes_sent",
    ] {
        assert!(
            house.store.connection().execute_batch(sql).is_err(),
            "{sql}"
        );
    }
    assert_eq!(house.texts("SELECT words FROM minutes"), ["as it was"]);
}

#[test]
fn words_of_one_version_never_stand_in_the_column_of_the_other() {
    let house = House::held();
    for sql in [
        "INSERT INTO minutes (meeting_id, kind, language, words) VALUES (1, 'family', 'en', 'x')",
        "INSERT INTO minutes (meeting_id, kind, language, family_words)
             VALUES (1, 'full', 'en', 'x')",
    ] {
        assert!(
            house.store.connection().execute_batch(sql).is_err(),
            "{sql}"
        );
    }
}

#[test]
fn two_people_at_once_never_overwrite_each_other() {
    let mut house = House::held();
    let id = full(&mut house, "first");
    let words = Confidential::new("second");
    house
        .as_user("worker", |desk| keep_full(desk, again(id, 1), &words))
        .unwrap();
    let other = Confidential::new("third");
    let late = house.as_user("chair", |desk| keep_full(desk, again(id, 1), &other));
    assert_eq!(late.unwrap_err().exit_code(), 5);
    let new = house.as_user("chair", |desk| keep_full(desk, NEW, &other));
    assert_eq!(after_error(new), AfterError::BegunMeanwhile);
    let approval = house.as_user("chair", |desk| approve(desk, id, 1));
    assert_eq!(approval.unwrap_err().exit_code(), 5);
}

#[test]
fn each_language_has_minutes_of_its_own() {
    let mut house = House::held();
    full(&mut house, "as heard");
    let welsh = Keeping {
        language: Language::Welsh,
        ..NEW
    };
    let words = Confidential::new("fel y clywyd");
    house
        .as_user("worker", |desk| keep_full(desk, welsh, &words))
        .unwrap();
    let found = house.as_user("chair", |desk| look(desk, MEETING)).unwrap();
    let languages: Vec<_> = found.full.iter().map(|one| one.language).collect();
    assert_eq!(languages, [Language::English, Language::Welsh]);
}

#[test]
fn empty_minutes_are_not_approved() {
    let mut house = House::held();
    let id = full(&mut house, "  \n");
    let tried = house.as_user("chair", |desk| approve(desk, id, 1));
    assert_eq!(after_error(tried), AfterError::NothingWritten);
}

#[test]
fn roles_draft_approve_and_see_minutes_as_the_table_says() {
    let mut house = House::held();
    let id = full(&mut house, "words");
    let words = Confidential::new("other words");
    for (user, keeps, approves, sees) in [
        ("admin", false, false, false),
        ("duty", false, false, true),
        ("worker", true, false, true),
        ("chair", true, true, true),
        ("principal", true, true, true),
    ] {
        let version = house.texts("SELECT CAST(version AS TEXT) FROM minutes")[0]
            .parse()
            .unwrap();
        let kept = house.as_user(user, |desk| keep_full(desk, again(id, version), &words));
        assert_eq!(kept.is_ok(), keeps, "{user}");
        let read = house.as_user(user, |desk| full_source(desk, MEETING));
        assert_eq!(read.is_ok(), keeps, "{user}");
        let tried = house.as_user(user, |desk| approve(desk, id, 99));
        let is_refused = matches!(tried, Err(CaseworkError::Refused { .. }));
        assert_eq!(!is_refused, approves, "{user}");
        let seen = house.as_user(user, |desk| look(desk, MEETING));
        assert_eq!(seen.is_ok(), sees, "{user}");
    }
}

#[test]
fn first_sending_stops_what_is_owed_and_starts_the_days_of_corrections() {
    let mut house = House::held();
    let (whole, plain) = (
        full(&mut house, "words"),
        family(&mut house, "words for them"),
    );
    approved(&mut house, whole);
    approved(&mut house, plain);
    house.now = "2026-12-18T10:00:00Z".parse().unwrap();
    send(&mut house, plain, "2026-12-18");
    // Ten working days over Christmas and New Year.
    assert_eq!(
        house.clocks(),
        [
            "corrections 2027-01-06",
            "full-record 2027-01-15",
            "protocol-decision 2026-12-15"
        ]
    );
    house.now = "2026-12-22T10:00:00Z".parse().unwrap();
    send(&mut house, whole, "2026-12-22");
    assert_eq!(
        house.clocks(),
        ["corrections 2027-01-08", "protocol-decision 2026-12-15"]
    );
    let found = house.as_user("chair", |desk| look(desk, MEETING)).unwrap();
    assert_eq!(found.family[0].sent[0].whom, "Siân Hughes");
    assert_eq!(found.family[0].sent[0].how, "by hand");
    assert!(house.events().contains(&"document-sent".to_owned()));
}

#[test]
fn sending_noted_late_counts_from_the_day_it_was_sent() {
    let mut house = House::held();
    let id = full(&mut house, "words");
    approved(&mut house, id);
    house.now = "2027-01-11T10:00:00Z".parse().unwrap();
    send(&mut house, id, "2026-12-16");
    assert!(
        house
            .clocks()
            .contains(&"corrections 2027-01-04".to_owned())
    );
}

#[test]
fn nothing_is_sent_or_corrected_before_it_is_approved() {
    let mut house = House::held();
    let id = full(&mut house, "words");
    let sent = sending("Mum", "2026-12-15");
    let tried = house.as_user("chair", |desk| note_sent(desk, id, &sent));
    assert_eq!(after_error(tried), AfterError::NotApproved);
    let correcting = Correcting {
        asked_by: "Dai".to_owned(),
        on: day("2026-12-15"),
        words: Confidential::new("x"),
    };
    let tried = house.as_user("chair", |desk| correct_full(desk, id, &correcting));
    assert_eq!(after_error(tried), AfterError::NotApproved);
}

#[test]
fn correction_stands_beside_the_minutes_and_changes_no_word_of_them() {
    let mut house = House::held();
    let id = full(&mut house, "Dai was there");
    approved(&mut house, id);
    let correcting = Correcting {
        asked_by: "Dai Rees".to_owned(),
        on: day("2026-12-15"),
        words: Confidential::new("I left at half past two"),
    };
    house
        .as_user("worker", |desk| correct_full(desk, id, &correcting))
        .unwrap();
    let found = house.as_user("chair", |desk| look(desk, MEETING)).unwrap();
    let minutes = &found.full[0];
    assert_eq!(minutes.words.for_professionals(), "Dai was there");
    let [one] = &minutes.corrections[..] else {
        panic!("{minutes:?}")
    };
    assert_eq!(one.words.for_professionals(), "I left at half past two");
    for sql in [
        "UPDATE minutes_correction SET words = 'x'",
        "DELETE FROM minutes_correction",
    ] {
        assert!(
            house.store.connection().execute_batch(sql).is_err(),
            "{sql}"
        );
    }
}

#[test]
fn correction_of_one_version_is_not_taken_for_the_other() {
    let mut house = House::held();
    let id = family(&mut house, "words");
    approved(&mut house, id);
    let correcting = Correcting {
        asked_by: "Dai".to_owned(),
        on: day("2026-12-15"),
        words: Confidential::new("for professionals"),
    };
    let tried = house.as_user("chair", |desk| correct_full(desk, id, &correcting));
    assert_eq!(after_error(tried), AfterError::NoMinutes);
    let family = Keeping {
        seen: Some((id, 2)),
        ..NEW
    };
    let words = Confidential::new("for professionals");
    let tried = house.as_user("chair", |desk| keep_full(desk, family, &words));
    assert_eq!(after_error(tried), AfterError::NoMinutes);
}

#[test]
fn entry_that_cannot_be_right_is_refused_with_what_is_wrong() {
    let mut house = House::held();
    let id = full(&mut house, "words");
    approved(&mut house, id);
    let wrong = sending(" ", "2026-12-16");
    let tried = house.as_user("chair", |desk| note_sent(desk, id, &wrong));
    let faults = vec![MinutesFault::NobodyNamed, MinutesFault::DayToCome];
    assert_eq!(after_error(tried), AfterError::Faults(faults));
}

#[test]
fn corrections_close_when_their_days_are_over_and_not_before() {
    let mut house = House::held();
    let id = full(&mut house, "words");
    approved(&mut house, id);
    send(&mut house, id, "2026-12-15");
    let until = day("2026-12-31");
    let tried = house.as_user("chair", |desk| close_corrections(desk, MEETING));
    assert_eq!(after_error(tried), AfterError::CorrectionsMayCome { until });
    house.now = "2026-12-31T10:00:00Z".parse().unwrap();
    let tried = house.as_user("worker", |desk| close_corrections(desk, MEETING));
    assert!(matches!(tried, Err(CaseworkError::Refused { .. })));
    house
        .as_user("chair", |desk| close_corrections(desk, MEETING))
        .unwrap();
    let tried = house.as_user("chair", |desk| close_corrections(desk, MEETING));
    assert_eq!(after_error(tried), AfterError::NoCorrectionsAwaited);
}

#[test]
fn minutes_of_a_meeting_not_held_and_of_a_restricted_case_are_refused() {
    let mut early = house();
    let tried = early.as_user("chair", |desk| look(desk, MEETING));
    assert_eq!(after_error(tried), AfterError::NotHeld);
    let mut house = House::held();
    house.restrict(CASE);
    let tried = house.as_user("chair", |desk| look(desk, MEETING));
    assert!(matches!(
        tried,
        Err(CaseworkError::Restricted { case: CASE })
    ));
}
