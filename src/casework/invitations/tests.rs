use super::*;
use crate::casework::after::tests::MEETING;
use crate::casework::meetings;
use crate::casework::preparation::tests::{CERYS, MUM, POLICE, before, preparation_error, whole};
use crate::casework::preparation::{prepare, sheet};
use crate::casework::testing::{CASE, House, day};
use crate::domain::invitation::{Call, CallKind, Letter};
use crate::domain::person::ChosenLanguage;
use crate::domain::preparation::PersonPreparation;
use crate::export::{self, tests::reading};
use crate::store::confidential;
use crate::words::Words;

fn written(house: &mut House, people: &[i64]) -> Vec<Letter> {
    house
        .as_user("worker", |desk| letters(desk, MEETING, people))
        .unwrap()
}

fn call(house: &mut House, person: i64) -> Call {
    written(house, &[person])[0].call().clone()
}

fn stands(house: &mut House, person: i64) -> (Step, i64) {
    let (_, sheet) = house
        .as_user("worker", |desk| sheet(desk, Wanted::Meeting(MEETING)))
        .unwrap();
    let steps = sheet.steps();
    let mut people = sheet.invitations.iter().zip(steps);
    let found = people.find(|((one, _), _)| one.row == Some(person));
    let ((_, invitation), step) = found.unwrap();
    (step, invitation.as_ref().map_or(0, |one| one.version))
}

fn send(house: &mut House, person: i64) {
    let (_, version) = stands(house, person);
    house
        .as_user("worker", |desk| mark_sent(desk, MEETING, person, version))
        .unwrap();
}

fn answer(house: &mut House, person: i64, answer: Answer, note: &str) -> Result<(), CaseworkError> {
    let (_, version) = stands(house, person);
    let note = Confidential::new(note);
    house.as_user("worker", |desk| {
        answered(desk, MEETING, person, version, answer, &note)
    })
}

fn moved_to(house: &mut House, on: &str) {
    let meeting = meeting::by_id(house.store.connection(), MEETING)
        .unwrap()
        .unwrap();
    let mut plan = meeting.plan.clone();
    plan.day = day(on);
    plan.day_reason = "the chair is away; agreed with the Principal Officer".to_owned();
    house
        .as_user("worker", |desk| {
            meetings::move_meeting(desk, MEETING, meeting.version, &plan, "chair away")
        })
        .unwrap();
}

fn called_off_now(house: &mut House) {
    let version = meeting::by_id(house.store.connection(), MEETING)
        .unwrap()
        .unwrap()
        .version;
    house
        .as_user("worker", |desk| {
            meetings::cancel(desk, MEETING, version, "Cerys asked for it")
        })
        .unwrap();
}

/// Who owes an answer, by their row.
fn owed(house: &House) -> Vec<String> {
    house.texts(
        "SELECT subject_id || ' ' || due FROM clock
         WHERE kind = 'invitation-answer' AND done_at IS NULL ORDER BY subject_id",
    )
}

#[test]
fn letters_of_two_kinds_each_begin_when_their_reader_is_to_come() {
    let mut house = before();
    let letters = written(&mut house, &[POLICE, CERYS, MUM]);
    let [
        Letter::Professional(police),
        Letter::Family(cerys),
        Letter::Family(mum),
    ] = &letters[..]
    else {
        panic!("{letters:?}");
    };
    assert_eq!(police.call.from.to_rfc3339(), "2026-12-15T14:00:00+00:00");
    assert_eq!(police.report_by, Some(day("2026-12-11")));
    assert_eq!(police.part1.as_ref().unwrap().end.to_string(), "14:50:00");
    // Five minutes before Part 2, and Part 1 is over by then.
    assert_eq!(cerys.arrive.to_string(), "14:55:00");
    assert_eq!(cerys.call.from.to_rfc3339(), "2026-12-15T14:55:00+00:00");
    assert_eq!(cerys.language, Language::Welsh, "as the case knows");
    assert_eq!(mum.language, Language::English, "nobody asked her");
    let others: Vec<_> = mum.others.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(others, ["Dai Rees", "Cerys"]);
    for letter in &letters {
        assert_eq!(letter.call().kind, CallKind::Invite);
        assert_eq!(letter.call().sequence, 0);
    }
    // Each has a uid of their own, which stays.
    let again = written(&mut house, &[POLICE, CERYS, MUM]);
    assert_eq!(letters, again);
    assert_ne!(letters[0].call().uid, letters[1].call().uid);
}

#[test]
fn family_never_arrives_before_part_1_has_ended() {
    let mut house = before();
    house.run("UPDATE meeting SET part1_minutes = 60");
    let Letter::Family(mum) = written(&mut house, &[MUM]).remove(0) else {
        panic!();
    };
    assert_eq!(mum.arrive.to_string(), "15:00:00");
}

#[test]
fn person_s_choice_of_language_decides_the_letter() {
    let mut house = before();
    let given = PersonPreparation {
        language: ChosenLanguage::Welsh,
        ..whole()
    };
    house
        .as_user("worker", |desk| prepare(desk, MEETING, MUM, &given))
        .unwrap();
    house
        .as_user("worker", |desk| {
            write_in(desk, MEETING, POLICE, 0, Language::Welsh)
        })
        .unwrap();
    for letter in written(&mut house, &[POLICE, MUM]) {
        assert_eq!(letter.language(), Language::Welsh);
    }
    let refused = house.as_user("worker", |desk| {
        write_in(desk, MEETING, MUM, 0, Language::English)
    });
    assert_eq!(
        preparation_error(refused),
        PreparationError::LanguageIsTheirs
    );
}

#[test]
fn sent_invitation_stands_in_the_chronology_and_owes_an_answer() {
    let mut house = before();
    send(&mut house, POLICE);
    assert_eq!(stands(&mut house, POLICE).0, Step::Asked);
    assert_eq!(owed(&house), ["1 2026-12-11"]);
    let events = house.texts("SELECT kind || ' ' || detail FROM event");
    assert_eq!(events.len(), 1);
    assert!(events[0].starts_with("document-sent"), "{events:?}");
    assert!(events[0].contains("Dai Rees"));
    let again = house.as_user("worker", |desk| mark_sent(desk, MEETING, POLICE, 1));
    assert_eq!(preparation_error(again), PreparationError::NothingToSend);
}

#[test]
fn answer_is_written_down_once_the_person_was_asked_and_can_be_taken_back() {
    let mut house = before();
    let early = answer(&mut house, MUM, Answer::Coming, "");
    assert_eq!(preparation_error(early), PreparationError::NotAsked);
    send(&mut house, MUM);
    let nobody = answer(&mut house, MUM, Answer::Sending, "  ");
    assert_eq!(preparation_error(nobody), PreparationError::NoteMissing);
    answer(&mut house, MUM, Answer::Sending, "Nan").unwrap();
    assert!(owed(&house).is_empty());
    assert_eq!(stands(&mut house, MUM).0, Step::Answered);
    answer(&mut house, MUM, Answer::None, "").unwrap();
    assert_eq!(owed(&house).len(), 1);
    let stale = house.as_user("worker", |desk| {
        let note = Confidential::default();
        answered(desk, MEETING, MUM, 1, Answer::Coming, &note)
    });
    assert_eq!(stale.unwrap_err().exit_code(), 5);
}

#[test]
fn move_keeps_the_uid_raises_the_sequence_and_asks_again() {
    let mut house = before();
    for person in [POLICE, CERYS] {
        send(&mut house, person);
    }
    answer(&mut house, POLICE, Answer::Coming, "").unwrap();
    let before = call(&mut house, POLICE);
    moved_to(&mut house, "2026-12-16");
    assert_eq!(stands(&mut house, POLICE).0, Step::Update);
    assert_eq!(stands(&mut house, MUM).0, Step::Invite, "never sent");
    assert!(owed(&house).is_empty(), "they do not know of it yet");
    let after = call(&mut house, POLICE);
    assert_eq!(after.uid, before.uid);
    assert_eq!((after.kind, after.sequence), (CallKind::Update, 1));
    assert_eq!(
        after.was.map(|was| was.to_string()).as_deref(),
        Some("2026-12-15 14:00:00")
    );
    assert_eq!(call(&mut house, MUM).sequence, 0);
    send(&mut house, POLICE);
    assert_eq!(stands(&mut house, POLICE).0, Step::Asked);
    // Read as calendars read it.
    let letter = written(&mut house, &[POLICE]).remove(0);
    let words = Words::embedded(Language::English);
    let read = reading::calendar(&export::calendar::file(&letter, words));
    assert_eq!(read.one("METHOD"), "REQUEST");
    assert_eq!(read.one("SEQUENCE"), "1");
    assert_eq!(read.one("DTSTART"), "20261216T140000Z");
    // Moved twice before anybody was told: it only rises.
    moved_to(&mut house, "2026-12-17");
    moved_to(&mut house, "2026-12-18");
    assert_eq!(call(&mut house, POLICE).sequence, 3);
}

#[test]
fn cancelling_cancels_every_invitation_that_was_sent_and_today_says_so() {
    let mut house = before();
    send(&mut house, POLICE);
    send(&mut house, MUM);
    let uid = call(&mut house, MUM).uid;
    called_off_now(&mut house);
    assert_eq!(stands(&mut house, MUM).0, Step::TellCancelled);
    assert_eq!(stands(&mut house, CERYS).0, Step::NotAsked, "never sent");
    assert!(owed(&house).is_empty());
    assert!(
        house
            .clocks()
            .contains(&"preparation 2026-12-08".to_owned())
    );
    let letters = written(&mut house, &[POLICE, CERYS, MUM]);
    assert_eq!(letters.len(), 2);
    let words = Words::embedded(Language::English);
    let read = reading::calendar(&export::calendar::file(&letters[1], words));
    assert_eq!(read.one("METHOD"), "CANCEL");
    assert_eq!(read.one("STATUS"), "CANCELLED");
    assert_eq!(read.one("UID"), uid);
    assert_eq!(read.one("SEQUENCE"), "1");
    // The case leads to the meeting that was called off until everybody was told.
    let wanted =
        |house: &mut House| house.as_user("worker", |desk| sheet(desk, Wanted::Case(CASE)));
    wanted(&mut house).unwrap();
    for person in [POLICE, MUM] {
        send(&mut house, person);
    }
    assert_eq!(stands(&mut house, MUM).0, Step::Cancelled);
    assert!(wanted(&mut house).is_err());
    let open = house.clocks();
    assert!(!open.iter().any(|clock| clock.starts_with("preparation")));
}

#[test]
fn person_taken_off_the_list_is_told_and_keeps_what_was_prepared() {
    let mut house = before();
    house
        .as_user("worker", |desk| prepare(desk, MEETING, MUM, &whole()))
        .unwrap();
    send(&mut house, MUM);
    let meeting = meeting::by_id(house.store.connection(), MEETING)
        .unwrap()
        .unwrap();
    let mut plan = meeting.plan.clone();
    plan.people.retain(|one| one.row != Some(MUM));
    house
        .as_user("worker", |desk| {
            meetings::move_meeting(desk, MEETING, meeting.version, &plan, "")
        })
        .unwrap();
    assert_eq!(stands(&mut house, MUM).0, Step::TellCancelled);
    assert!(owed(&house).is_empty());
    let letter = written(&mut house, &[MUM]).remove(0);
    assert_eq!(letter.call().kind, CallKind::Cancel);
    assert_eq!(letter.call().sequence, 1);
    send(&mut house, MUM);
    assert_eq!(stands(&mut house, MUM).0, Step::Cancelled);
    let kept = house.texts("SELECT wants_to_say FROM preparation");
    assert_eq!(kept.len(), 1);
}

#[test]
fn meeting_held_leaves_nobody_owing_an_answer() {
    let mut house = before();
    send(&mut house, POLICE);
    let mut house = house.on("2026-12-15T17:00:00Z");
    house
        .as_user("chair", |desk| {
            crate::casework::after::mark_held(desk, MEETING, 1)
        })
        .unwrap();
    assert!(owed(&house).is_empty());
}

#[test]
fn roles_that_do_not_plan_write_and_send_nothing() {
    let mut house = before();
    let note = Confidential::default();
    let refused = [
        house
            .as_user("duty", |desk| letters(desk, MEETING, &[MUM]))
            .map(drop),
        house.as_user("duty", |desk| mark_sent(desk, MEETING, MUM, 0)),
        house.as_user("duty", |desk| {
            answered(desk, MEETING, MUM, 0, Answer::Coming, &note)
        }),
        house.as_user("duty", |desk| {
            write_in(desk, MEETING, POLICE, 0, Language::Welsh)
        }),
    ];
    for one in refused {
        assert_eq!(one.unwrap_err().exit_code(), 4);
    }
    assert!(house.texts("SELECT uid FROM invitation").is_empty());
}

const CANARY: &str = "zzcanaryzz";

/// Puts the mark into every column of professionals' words that a row of this case has.
fn mark(house: &House) -> Vec<String> {
    let connection = house.store.connection();
    let mut marked = Vec::new();
    for (table, column) in confidential::PROFESSIONALS {
        // What the chain of the audit and its kind refuse is not of the case's own tables.
        for value in [
            CANARY.to_owned(),
            format!(r#"["{CANARY}"]"#),
            format!(r#"{{"x":"{CANARY}"}}"#),
        ] {
            let changed = connection.execute(
                &format!("UPDATE {table} SET {column} = ?1 || rowid WHERE {column} <> ''"),
                [&value],
            );
            let changed = changed.or_else(|_| {
                connection.execute(
                    &format!("UPDATE {table} SET {column} = ?1 WHERE {column} <> ''"),
                    [&value],
                )
            });
            if changed.is_ok_and(|rows| rows > 0) {
                marked.push(format!("{table}.{column}"));
                break;
            }
        }
    }
    marked
}

/// A case in which everything that the letters could reach is filled in, all of it invited.
fn filled() -> House {
    let mut house = before();
    for person in [CERYS, MUM] {
        let given = PersonPreparation {
            transport: Confidential::new("taxi"),
            venue_hard: Confidential::new("stairs"),
            beside_them: crate::domain::sharing::Shareable::new("Nan"),
            ..whole()
        };
        house
            .as_user("worker", |desk| prepare(desk, MEETING, person, &given))
            .unwrap();
        send(&mut house, person);
    }
    answer(&mut house, MUM, Answer::Sending, "Nan").unwrap();
    house.run(
        "UPDATE case_record SET address = '1 Sea Road', address_key = 'x', school = 'a school';
         UPDATE meeting SET part1_agenda = '[\"x\"]', day_reason = 'x';
         INSERT INTO meeting_person (meeting_id, name, name_key, kind, part1, part2,
             not_asked_reason, not_asked_by)
             VALUES (1, 'Gareth Pugh', 'gareth pugh', 'family', 0, 0, 'bail', 3);
         INSERT INTO relation (case_id, name, name_key, kind, note)
             VALUES (1, 'A man', 'a man', 'adult-of-concern', 'white car');
         INSERT INTO not_shared (meeting_id, what, reason, agreed_by, noted_by, noted_at)
             VALUES (1, 'the car', 'an inquiry', 'Ann', 1, '2026-12-08T09:00:00Z');
         INSERT INTO agency_report (meeting_id, agency_id, received_on, note)
             VALUES (1, 'south-wales-police', '2026-12-07', 'two pages');
         INSERT INTO meeting_item (meeting_id, section, words, place, author_id)
             VALUES (1, 'wider-risks', 'two men', 1, 1);",
    );
    house
}

#[test]
fn family_s_files_hold_no_confidential_word_through_move_and_cancel() {
    let mut house = filled();
    let marked = mark(&house);
    for needed in [
        "case_record.reference",
        "case_record.family_name",
        "case_record.address",
        "case_record.school",
        "relation.name",
        "relation.note",
        "meeting.part1_agenda",
        "meeting.day_reason",
        "meeting_person.not_asked_reason",
        "preparation.told_by",
        "preparation.told_how",
        "preparation.transport",
        "preparation.venue_hard",
        "not_shared.what",
        "not_shared.reason",
        "not_shared.agreed_by",
        "agency_report.note",
        "invitation.answer_note",
        "meeting_item.words",
        "user_account.user_name",
    ] {
        assert!(
            marked.iter().any(|one| one == needed),
            "{needed} {marked:?}"
        );
    }
    house.run("UPDATE user_account SET user_name = 'worker' WHERE id = 1");
    let mut seen = Vec::new();
    let mut look = |house: &mut House| {
        for letter in written(house, &[CERYS, MUM]) {
            assert!(matches!(letter, Letter::Family(_)));
            seen.push(letter.call().kind);
            for language in [Language::English, Language::Welsh] {
                let words = Words::embedded(language);
                let document = export::letter_document(&letter, words).unwrap();
                let everything = reading::document(&document).everything();
                let calendar = export::calendar::file(&letter, words);
                let name = export::stem(&letter, words);
                for text in [
                    &everything,
                    &calendar,
                    &calendar.replace("\r\n ", ""),
                    &name,
                ] {
                    assert!(!text.contains(CANARY), "{text}");
                }
            }
        }
        // The test sees what it looks for: a professional's letter says the reference.
        let letters = written(house, &[POLICE]);
        if let [letter] = &letters[..] {
            let words = Words::embedded(Language::English);
            assert!(export::calendar::file(letter, words).contains(CANARY));
        }
    };
    look(&mut house);
    moved_to(&mut house, "2026-12-16");
    mark(&house);
    house.run("UPDATE user_account SET user_name = 'worker' WHERE id = 1");
    look(&mut house);
    called_off_now(&mut house);
    mark(&house);
    house.run("UPDATE user_account SET user_name = 'worker' WHERE id = 1");
    look(&mut house);
    assert_eq!(
        seen,
        [
            CallKind::Invite,
            CallKind::Invite,
            CallKind::Update,
            CallKind::Update,
            CallKind::Cancel,
            CallKind::Cancel
        ]
    );
}

#[test]
fn today_names_who_owes_an_answer_and_nothing_of_another_meeting() {
    use crate::casework::cases::{DueAsked, due};
    use crate::domain::case_list::{Look, PageFrom, Whose};
    use crate::domain::today::About;
    let mut house = before();
    // A meeting of another case has the number of the person's row.
    house.run(
        "INSERT INTO meeting (id, case_id, kind, status, held_on, part1_start, part1_minutes,
             no_part2_reason, no_part2_by, venue_id)
         SELECT 3, 2, 'review', 'planned', '2026-12-10', '09:00', 60, 'x', 3, 'video'",
    );
    send(&mut house, POLICE);
    send(&mut house, MUM);
    let asked = DueAsked {
        whose: Whose::All,
        from: PageFrom::Start,
        rows: 20,
    };
    let page = house
        .as_user("worker", |desk| due(desk, &asked, Look::Begun))
        .unwrap();
    let owed: Vec<&About> = page
        .rows
        .iter()
        .filter(|row| row.kind == ClockKind::InvitationAnswer)
        .map(|row| &row.about)
        .collect();
    let from = |agency: &str, name: &str| About::Answer {
        agency: agency.to_owned(),
        name: name.to_owned(),
    };
    assert_eq!(
        owed,
        [
            &from("south-wales-police", "Dai Rees"),
            &from("", "Siân Hughes")
        ]
    );
}

#[test]
fn part_2_dropped_calls_it_off_for_the_family_at_the_time_they_were_told() {
    let mut house = before();
    send(&mut house, MUM);
    send(&mut house, POLICE);
    let told = call(&mut house, MUM).from;
    let meeting = meeting::by_id(house.store.connection(), MEETING)
        .unwrap()
        .unwrap();
    let mut plan = meeting.plan.clone();
    plan.part2 = None;
    plan.no_part2 = Some(crate::domain::meeting::NotAsked {
        reason: "not safe now".to_owned(),
        decided_by: 3,
    });
    house
        .as_user("worker", |desk| {
            meetings::move_meeting(desk, MEETING, meeting.version, &plan, "not safe now")
        })
        .unwrap();
    assert_eq!(stands(&mut house, MUM).0, Step::TellCancelled);
    assert_eq!(stands(&mut house, CERYS).0, Step::NotAsked);
    assert_eq!(stands(&mut house, POLICE).0, Step::Update);
    let call = call(&mut house, MUM);
    assert_eq!((call.kind, call.from), (CallKind::Cancel, told));
    assert!(call.to > call.from);
}
