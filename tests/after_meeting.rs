//! After a meeting, through the whole program: marked held, decided on the protocol, minutes drafted,
//! approved, sent and written as a document.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::string_slice,
    reason = "a test stops at the first fault, and knows its own texts"
)]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveTime, TimeZone, Utc};
use diogel::domain::case::Stage;
use diogel::domain::meeting::{
    Invited, InvitedKind, MeetingKind, MeetingPlan, MeetingStatus, Part,
};
use diogel::domain::roles::Role;
use diogel::store::{account, meeting, testing};
use tempfile::TempDir;

#[path = "support/house.rs"]
mod house;
#[path = "support/stores.rs"]
mod stores;

use house::House;
use stores::{opened, store_of};

/// Friday 20 November 2026, after the meeting of that day.
fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 20, 16, 30, 0).unwrap()
}

/// A store with a chair, and Cerys Hughes, whose initial meeting was planned for today.
fn store() -> (TempDir, PathBuf) {
    let duty = ("duty", "Mari Huws", Role::DutyWorker);
    let chair = ("chair", "Ann Bevan", Role::Chair);
    let (folder, path) = store_of(&[duty, chair], now());
    let store = opened(&path);
    let connection = store.connection();
    let chair = account::by_name(connection, "chair").unwrap().unwrap();
    let case = testing::insert_case(
        connection,
        &testing::SomeCase {
            given: "Cerys",
            family: "Hughes",
            stage: Stage::ToBeHeard,
            ..testing::SomeCase::default()
        },
    )
    .unwrap();
    let part = |hour| Part {
        start: NaiveTime::from_hms_opt(hour, 0, 0).unwrap(),
        minutes: 50,
        agenda: Vec::new(),
    };
    let mum = Invited {
        part2: true,
        ..Invited::new(InvitedKind::Family, "Siân Hughes")
    };
    let plan = MeetingPlan {
        kind: MeetingKind::Initial,
        day: now().date_naive(),
        part1: part(14),
        part2: Some(part(15)),
        no_part2: None,
        venue: "sandfields".to_owned(),
        chair: Some(chair.id),
        day_reason: String::new(),
        people: vec![mum],
    };
    meeting::insert(connection, case, &plan, MeetingStatus::Planned, "").unwrap();
    (folder, path)
}

/// The only document of a folder, and that nobody but its owner may read it.
fn document_in(folder: &Path) -> String {
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(folder), 0o700);
    let files: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    let [file] = &files[..] else {
        panic!("{files:?}")
    };
    assert_eq!(mode(file), 0o600);
    assert_eq!(file.file_name().unwrap(), "our-meeting-2026-11-20.docx");
    docx_rs::read_docx(&fs::read(file).unwrap()).unwrap().json()
}

#[test]
fn meeting_marked_held_is_decided_on_written_up_sent_and_put_on_paper() {
    let (folder, path) = store();
    let mut house = House::inside(&path, now(), "chair");
    house.press("3");
    house.sees("Cerys Hughes");
    house.press("h");
    house.press("<enter>");
    house.sees("FULL · PROFESSIONALS ONLY");
    house.sees("Protocol today");

    house.press("p");
    house.sees("Not on the protocol.");
    house.press("<space>");
    house.press("<tab>");
    house.type_in("SERAF 23");
    house.press("<ctrl-s>");
    house.sees("Put on the CSE protocol");
    house.press("P");
    house.sees("by Fri 1 Jan");
    house.press("m");

    house.press("<tab>");
    house.sees("FAMILY");
    house.press("d");
    house.sees("Our meeting");
    house.does_not_see("SERAF 23");
    house.press("<ctrl-s>");
    house.sees("draft, not approved");
    house.press("a");
    house.press("<enter>");
    house.sees("approved 20 Nov 2026, Ann Bevan");
    house.press("s");
    house.type_in("Siân Hughes");
    house.press("<ctrl-s>");
    house.sees("Sent 20 Nov 2026 to Siân Hughes");
    house.sees("Corrections by Fri 4 Dec");

    house.press("w");
    house.press("<ctrl-s>");
    house.sees("Written");
    let text = document_in(&folder.path().join("documents"));
    assert!(text.contains("Sandfields Community Centre"), "{text}");
    assert!(!text.contains("SERAF 23"), "{text}");
}
