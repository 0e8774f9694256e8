//! A meeting prepared and invited to, key by key: from Today's row over the check list to files that
//! are read back, answers, a move and a cancellation.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::string_slice,
    reason = "a test stops at the first fault, and knows its own texts"
)]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use chrono::{DateTime, TimeZone, Utc};
use diogel::casework::meetings;
use diogel::domain::case::CaseId;
use diogel::domain::roles::Role;
use tempfile::TempDir;

#[path = "support/house.rs"]
mod house;
#[path = "support/stores.rs"]
mod stores;

use house::House;
use stores::{as_user, opened, store_of};

fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 24, 10, 0, 0).unwrap()
}

/// Cerys Hughes is heard on Thursday 3 December 2026, as her worker planned it; Mum is known.
fn store() -> (TempDir, PathBuf) {
    let people = [
        ("duty", "Mari Huws", Role::DutyWorker),
        ("worker", "Lowri Ham", Role::SocialWorker),
        ("chair", "Ann Bevan", Role::Chair),
    ];
    let (folder, path) = store_of(&people, now());
    let mut store = opened(&path);
    store
        .connection()
        .execute_batch(
            "INSERT INTO case_record (id, uid, reference, given_name, family_name, name_key, living,
                 language, stage, owner_id, opened_on, last_event_at)
                 SELECT 1, 'a', 'NPT-26-038', 'Cerys', 'Hughes', 'hughes cerys', 'at-home', 'cy',
                     'to-be-heard', id, '2026-11-01', '2026-11-01T09:00:00Z'
                 FROM user_account WHERE user_name = 'worker';
             INSERT INTO decision (case_id, decided_at, decided_by, outcome, against_score, reason)
                 VALUES (1, '2026-11-23T11:00:00Z', 1, 'meeting', 0, 'heard');
             INSERT INTO relation (case_id, name, kind, name_key)
                 VALUES (1, 'Siân Hughes', 'parent-carer', 'sian hughes');",
        )
        .unwrap();
    as_user(&mut store, "worker", now(), |desk| {
        let mut plan = meetings::offer(desk, CaseId(1)).unwrap().plan;
        plan.day = "2026-12-03".parse().unwrap();
        plan.people
            .retain(|one| ["", "south-wales-police"].contains(&one.agency.as_str()));
        meetings::plan(desk, CaseId(1), &plan).unwrap();
    });
    (folder, path)
}

fn come_in(path: &Path) -> House {
    House::inside(path, now(), "worker")
}

/// From Today to the preparation of the one meeting that there is.
fn to_preparation(house: &mut House) {
    house.press("3");
    house.press("i");
    house.sees("Asked beforehand");
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn meeting_is_prepared_from_today_s_row_to_the_last_line_of_its_list() {
    let (_folder, path) = store();
    let mut house = come_in(&path);
    house.sees("Prepare");
    // The only row that is coming before the meeting itself.
    house.press("<enter>");
    house.sees("Asked beforehand");
    house.sees("ready by Tue 1 Dec");
}

#[test]
fn what_was_typed_in_a_form_is_there_after_the_lock() {
    let (_folder, path) = store();
    let mut house = come_in(&path);
    to_preparation(&mut house);
    house.press("<enter>");
    house.press("yesterday");
    house.press("<tab>");
    house.type_in("Lowri H");
    house.press("<ctrl-l>");
    house.does_not_see("Cerys");
    house.come_in("worker");
    house.sees("Lowri H");
    house.press("<ctrl-s>");
    house.sees("Saved.");
    house.sees("Told on Mon 23 Nov by Lowri H");
}

#[test]
fn files_are_written_sent_answered_moved_and_called_off() {
    let (folder, path) = store();
    let letters = folder.path().join("letters");
    let mut house = come_in(&path);
    to_preparation(&mut house);
    house.press("i");
    house.sees("to be sent");
    house.press("w");
    house.type_in(letters.to_str().unwrap());
    house.press("<ctrl-s>");
    house.sees("Written into");
    let first = names(&letters);
    assert_eq!(
        first,
        [
            "cyfarfod-2026-12-03-cerys.docx",
            "cyfarfod-2026-12-03-cerys.ics",
            "meeting-2026-12-03-sian-hughes.docx",
            "meeting-2026-12-03-sian-hughes.ics",
            "npt-26-038-2026-12-03-south-wales-police.docx",
            "npt-26-038-2026-12-03-south-wales-police.ics",
        ]
    );
    for name in &first {
        let mode = fs::metadata(letters.join(name)).unwrap().permissions();
        assert_eq!(mode.mode() & 0o777, 0o600, "{name}");
    }
    // A second time they are in the way.
    house.press("w");
    house.press("<ctrl-s>");
    house.sees("Replace files?");
    house.press("<enter>");
    house.sees("Written into");
    assert_eq!(names(&letters), first);

    // All are sent, and the police answer.
    for _ in 0..3 {
        house.press("s");
        house.press("<down>");
    }
    house.press("g");
    house.press("y");
    house.sees("en  coming");
    house.press("s");
    house.sees("They have been sent what stands.");
    // Today names who owes an answer.
    house.press("1");
    house.sees("from Siân Hughes");
    house.does_not_see("from South Wales Police");

    // The meeting is moved in the planner, and everybody is to be told.
    house.press("3");
    house.press("<enter>");
    house.sees("Prepared:");
    house.press("d");
    house.type_in("4/12");
    house.press("<ctrl-s>");
    house.press("<ctrl-s>");
    house.type_in("the chair is away");
    house.press("<ctrl-s>");
    to_preparation(&mut house);
    house.press("i");
    house.sees("changed: send again");
    house.does_not_see("en  coming");
    house.press("w");
    house.type_in(letters.to_str().unwrap());
    house.press("<ctrl-s>");
    house.sees("Written into");
    let moved = letters.join("meeting-2026-12-04-sian-hughes-changed-1.ics");
    let moved = fs::read_to_string(moved).unwrap();
    let before = fs::read_to_string(letters.join("meeting-2026-12-03-sian-hughes.ics")).unwrap();
    let uid = |text: &str| {
        let mut lines = text.lines();
        lines
            .find(|line| line.starts_with("UID:"))
            .unwrap()
            .to_owned()
    };
    assert_eq!(uid(&before), uid(&moved));
    assert!(before.contains("SEQUENCE:0") && moved.contains("SEQUENCE:1"));
    assert!(moved.contains("DTSTART:20261204T150500Z"), "{moved}");

    // And called off: whoever was told of the new day is told that too, and Today asks for it.
    house.press("s");
    house.press("3");
    house.press("<enter>");
    house.press("X");
    house.type_in("Cerys asked for it");
    house.press("<ctrl-s>");
    house.press("1");
    house.sees("Prepare");
    house.press("3");
    house.press("i");
    house.sees("called off: tell them");
}

#[test]
fn young_person_told_by_word_of_mouth_is_asked_for_again_when_the_meeting_moves() {
    let (_folder, path) = store();
    let mut house = come_in(&path);
    to_preparation(&mut house);
    house.press("<enter>");
    house.type_in("today");
    house.press("<tab>");
    house.type_in("Lowri Ham");
    house.press("<tab>");
    house.type_in("at school");
    house.press("<ctrl-s>");
    house.sees("Told on Tue 24 Nov by Lowri Ham, at school");
    house.does_not_see("has moved since then");
    house.press("3<enter>d");
    house.type_in("4/12");
    house.press("<ctrl-s><ctrl-s>");
    house.type_in("the chair is away");
    house.press("<ctrl-s>");
    to_preparation(&mut house);
    house.sees("The meeting has moved since then: tell them again.");
    house.press("<f3>");
    house.sees("dywedwch wrthyn nhw eto");
    house.press("<f3>");
    // On the same day as before: the form asks anew, and what was known before stays till then.
    house.press("<enter>");
    house.does_not_see("at school");
    house.type_in("today");
    house.press("<tab>");
    house.type_in("Lowri Ham");
    house.press("<tab>");
    house.type_in("by phone");
    house.press("<ctrl-s>");
    house.sees("by Lowri Ham, by phone");
    house.does_not_see("has moved since then");
}
