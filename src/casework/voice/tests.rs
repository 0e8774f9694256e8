use super::*;
use crate::casework::plans::tests::house;
use crate::casework::testing::{CASE, House, day};
use crate::domain::meeting::MeetingId;
use crate::domain::voice::{Feeling, HeardFault};

fn heard(on: &str, who: Speaker) -> Heard {
    Heard {
        feeling: Feeling::new(2),
        own_words: Shareable::new("nobody asked me"),
        ..Heard::nothing_yet(day(on), who, "Cerys")
    }
}

fn told(on: &str, news: News) -> NewTold {
    NewTold {
        on: day(on),
        whom: Shareable::new("Mum"),
        how: Confidential::new("by phone"),
        news,
    }
}

fn error_of<T>(result: Result<T, CaseworkError>) -> VoiceError {
    match result.err() {
        Some(CaseworkError::Voice(error)) => error,
        other => panic!("{other:?}"),
    }
}

/// The case is put on the protocol on the day of the house.
fn followed() -> House {
    let mut house = house();
    let worker = house.actor("worker");
    let rules = house.rules.clone();
    let mut desk = house.desk(&worker);
    let today = desk.today();
    let case = desk.case(Action::SeeCase, CASE).unwrap();
    desk.change(|change| start_reminders(change, &rules, &case, today))
        .unwrap();
    house
}

#[test]
fn reminders_start_once_with_the_authoritys_intervals_and_stop() {
    let mut house = followed();
    let expected = [
        "family-not-told 2026-12-08 worker",
        "voice-not-heard 2026-12-22 worker",
    ];
    assert_eq!(house.clocks_and_owners(), expected);
    house.now = "2026-12-01T10:00:00Z".parse().unwrap();
    let worker = house.actor("worker");
    let rules = house.rules.clone();
    let mut desk = house.desk(&worker);
    let today = desk.today();
    let case = desk.case(Action::SeeCase, CASE).unwrap();
    desk.change(|change| start_reminders(change, &rules, &case, today))
        .unwrap();
    assert_eq!(house.clocks_and_owners(), expected);
    let mut desk = house.desk(&worker);
    desk.change(|change| stop_reminders(change, CASE)).unwrap();
    assert_eq!(house.clocks_and_owners(), Vec::<String>::new());
}

#[test]
fn hearing_the_young_person_counts_anew_and_hearing_the_family_does_not() {
    let mut house = followed();
    house.now = "2026-12-10T10:00:00Z".parse().unwrap();
    let duty = house.actor("duty");
    let mut desk = house.desk(&duty);
    record(&mut desk, CASE, &heard("2026-12-10", Speaker::Family)).unwrap();
    assert_eq!(
        house.clocks_and_owners()[1],
        "voice-not-heard 2026-12-22 worker"
    );
    let mut desk = house.desk(&duty);
    record(&mut desk, CASE, &heard("2026-12-09", Speaker::YoungPerson)).unwrap();
    assert_eq!(
        house.clocks_and_owners()[1],
        "voice-not-heard 2027-01-06 worker"
    );
    // Recorded late, of an earlier day: nothing comes sooner.
    let mut desk = house.desk(&duty);
    record(&mut desk, CASE, &heard("2026-11-20", Speaker::YoungPerson)).unwrap();
    assert_eq!(
        house.clocks_and_owners()[1],
        "voice-not-heard 2027-01-06 worker"
    );
    assert_eq!(house.all_events(), ["voice-heard"; 3]);
}

#[test]
fn telling_the_family_counts_anew_also_that_nothing_has_happened() {
    let mut house = followed();
    house.now = "2026-12-10T10:00:00Z".parse().unwrap();
    let worker = house.actor("worker");
    let mut desk = house.desk(&worker);
    tell_family(&mut desk, CASE, &told("2026-12-10", News::NothingYet)).unwrap();
    assert_eq!(
        house.clocks_and_owners()[0],
        "family-not-told 2026-12-24 worker"
    );
    assert_eq!(house.all_events(), ["family-told"]);
    let mut desk = house.desk(&worker);
    let page = of_case(&mut desk, CASE).unwrap();
    assert_eq!(page.voices.last_told(), Some(day("2026-12-10")));
    assert_eq!(page.voices.tell_by, Some(day("2026-12-24")));
    assert_eq!(page.voices.told[0].by, "Lowri Ham");
}

#[test]
fn family_that_was_in_part_2_was_told_and_one_that_was_not_there_was_not() {
    let mut house = followed();
    house.now = "2026-12-01T10:00:00Z".parse().unwrap();
    let worker = house.actor("worker");
    let rules = house.rules.clone();
    let met = |house: &mut House| {
        let mut desk = house.desk(&worker);
        let case = desk.case(Action::SeeCase, CASE).unwrap();
        desk.change(|change| family_was_at_meeting(change, &rules, &case))
            .unwrap();
    };
    let held = |house: &House, how: &str| {
        house
            .store
            .connection()
            .execute_batch(&format!(
                "UPDATE meeting SET held_on = '2026-12-01' WHERE id = 1;
                 INSERT INTO meeting_person (meeting_id, name, name_key, kind, part1, part2)
                     VALUES (1, 'Mum', 'mum', 'family', 0, 1);
                 INSERT INTO attendance (meeting_person, part, how)
                     VALUES (last_insert_rowid(), 2, '{how}');"
            ))
            .unwrap();
    };
    held(&house, "absent");
    met(&mut house);
    assert_eq!(
        house.clocks_and_owners()[0],
        "family-not-told 2026-12-08 worker"
    );
    held(&house, "left-early");
    met(&mut house);
    assert_eq!(
        house.clocks_and_owners()[0],
        "family-not-told 2026-12-15 worker"
    );
    let page = of_case(&mut house.desk(&worker), CASE).unwrap();
    assert_eq!(page.voices.last_told(), Some(day("2026-12-01")));
}

#[test]
fn case_that_is_not_followed_gets_no_reminder_from_a_voice() {
    let mut house = house();
    let duty = house.actor("duty");
    let mut desk = house.desk(&duty);
    let case = CaseId(3);
    record(&mut desk, case, &heard("2026-11-24", Speaker::YoungPerson)).unwrap();
    tell_family(&mut desk, case, &told("2026-11-24", News::NothingYet)).unwrap();
    assert_eq!(house.texts("SELECT kind FROM clock"), Vec::<String>::new());
}

#[test]
fn voice_recorded_is_cleaned_and_kept_with_who_wrote_it_down() {
    let mut house = house();
    let duty = house.actor("duty");
    let mut desk = house.desk(&duty);
    let mut said = heard("2026-11-23", Speaker::YoungPerson);
    said.own_words = Shareable::new("nobody\u{1b}[2J asked\r\nme ");
    said.meeting = Some(MeetingId(1));
    let id = record(&mut desk, CASE, &said).unwrap();
    let what = Shareable::new("we asked her");
    answer(&mut desk, id, &what, day("2026-11-24")).unwrap();
    let page = of_case(&mut desk, CASE).unwrap();
    let voice = &page.voices.voices[0];
    assert_eq!(voice.heard.own_words.as_str(), "nobody asked\nme");
    assert_eq!(voice.recorded_by, "Mari Huws");
    assert_eq!(
        (voice.answers[0].what.as_str(), voice.answers.len()),
        ("we asked her", 1)
    );
    let audited = house.audited();
    for deed in ["voice-recorded", "voice-answered", "voices-seen"] {
        assert!(audited.contains(&deed.to_owned()), "{deed}: {audited:?}");
    }
    // What was said stands where it was said, and nowhere in the audit.
    let details = house.texts("SELECT detail FROM audit");
    assert!(details.iter().all(|one| !one.contains("nobody")));
}

#[test]
fn what_is_not_whole_is_refused_by_name() {
    let mut house = house();
    let worker = house.actor("worker");
    let mut desk = house.desk(&worker);
    let nothing = Heard::nothing_yet(day("2026-11-25"), Speaker::Family, "");
    assert_eq!(
        error_of(record(&mut desk, CASE, &nothing)),
        VoiceError::Faults(vec![
            HeardFault::NameMissing,
            HeardFault::InFuture,
            HeardFault::NothingSaid
        ])
    );
    let mut elsewhere = heard("2026-11-24", Speaker::YoungPerson);
    elsewhere.meeting = Some(MeetingId(2));
    assert_eq!(
        error_of(record(&mut desk, CASE, &elsewhere)),
        VoiceError::OtherCase
    );
    let blank = News::Said(Shareable::new(" "));
    let today = "2026-11-24";
    assert_eq!(
        error_of(tell_family(&mut desk, CASE, &told(today, blank))),
        VoiceError::WordsMissing
    );
    let mut nobody = told(today, News::NothingYet);
    nobody.whom = Shareable::default();
    assert_eq!(
        error_of(tell_family(&mut desk, CASE, &nobody)),
        VoiceError::WhomMissing
    );
    let later = told("2026-11-25", News::NothingYet);
    assert_eq!(
        error_of(tell_family(&mut desk, CASE, &later)),
        VoiceError::InFuture
    );
    let what = Shareable::new("asked her");
    let nowhere = answer(&mut desk, VoiceId(9), &what, day(today));
    assert_eq!(error_of(nowhere), VoiceError::NoVoice);
}

#[test]
fn roles_and_restrictions_are_asked_before_anything() {
    let mut house = house();
    let (admin, worker) = (house.actor("admin"), house.actor("worker"));
    let said = heard("2026-11-24", Speaker::YoungPerson);
    let refused = record(&mut house.desk(&admin), CASE, &said);
    assert!(matches!(refused, Err(CaseworkError::Refused { .. })));
    let refused = of_case(&mut house.desk(&admin), CASE);
    assert!(matches!(refused, Err(CaseworkError::Refused { .. })));
    let restricted = record(&mut house.desk(&worker), CaseId(2), &said);
    assert!(matches!(restricted, Err(CaseworkError::Restricted { .. })));
}
