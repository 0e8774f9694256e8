//! `find`, `show` and `due` through the real binary: lines of 80 columns, JSON, exit codes.

#![expect(clippy::unwrap_used, reason = "a test stops at the first fault")]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use chrono::{TimeZone, Utc};
use diogel::casework::referrals;
use diogel::domain::case::CaseId;
use diogel::domain::person::Person;
use diogel::domain::referral::{How, NewReferral, ReferTo, Source};
use diogel::domain::roles::Role;
use diogel::domain::sharing::Confidential;
use diogel::store::StoreError;
use serde_json::Value;
use tempfile::TempDir;

#[path = "support/stores.rs"]
mod stores;

use stores::{as_user, opened, store_of};

const NOW: &str = "2026-11-23T14:42:00Z";

struct Office {
    folder: TempDir,
    store: PathBuf,
}

impl Office {
    fn new() -> Self {
        let at = Utc.with_ymd_and_hms(2026, 11, 20, 10, 42, 0).unwrap();
        let people = [
            ("duty", "Mari Huws", Role::DutyWorker),
            ("admin", "Gwen", Role::Administrator),
        ];
        let (folder, path) = store_of(&people, at);
        let mut store = opened(&path);
        for (given, family, born) in [
            ("Siân", "Llewellyn", "2012-03-04"),
            ("Rhys", "Morgan", "2010-01-02"),
            ("Ifan", "Rees", "2011-05-06"),
        ] {
            let new = referral(given, family, born, at);
            as_user(&mut store, "duty", at, |desk| {
                referrals::refer(desk, &new, ReferTo::NewCase).unwrap();
            });
        }
        store
            .with_transaction(|tx| {
                // As a store may be that an older or another program has written into.
                tx.execute_batch(
                    "UPDATE case_record SET restricted = 1 WHERE id = 3;
                     UPDATE case_record SET given_name = 'Rhys' || char(27) || '[31m' WHERE id = 2;",
                )
                .map_err(StoreError::from)?;
                diogel::store::search::put(tx, CaseId(2))
            })
            .unwrap();
        drop(store);
        let office = Self {
            store: path,
            folder,
        };
        fs::write(office.passphrase(), "demo").unwrap();
        fs::set_permissions(office.passphrase(), fs::Permissions::from_mode(0o600)).unwrap();
        office
    }

    fn passphrase(&self) -> PathBuf {
        self.folder.path().join("passphrase")
    }

    fn run(&self, user: &str, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_diogel"))
            .args(arguments)
            .args(["--user", user])
            .arg("--store")
            .arg(&self.store)
            .arg("--passphrase-file")
            .arg(self.passphrase())
            .env_remove("DIOGEL_STORE")
            .env_remove("DIOGEL_USER")
            .env("DIOGEL_CLOCK", NOW)
            .env("HOME", self.folder.path())
            .output()
            .unwrap()
    }

    #[track_caller]
    fn told(&self, user: &str, arguments: &[&str]) -> String {
        let output = self.run(user, arguments);
        let error = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(0), "{error}");
        let told = String::from_utf8(output.stdout).unwrap();
        for line in told.lines() {
            assert!(diogel::ui::text::width(line) <= 80, "{line}");
            assert!(!line.chars().any(char::is_control), "{line:?}");
        }
        told
    }

    fn json(&self, user: &str, arguments: &[&str]) -> Value {
        let mut all = arguments.to_vec();
        all.push("--json");
        let output = self.run(user, &all);
        serde_json::from_slice(&output.stdout).unwrap()
    }

    #[track_caller]
    fn refused(&self, user: &str, arguments: &[&str], code: i32, says: &str) {
        let output = self.run(user, arguments);
        let error = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(code), "{error}");
        assert!(error.contains(says), "{error}");
    }
}

fn referral(given: &str, family: &str, born: &str, at: chrono::DateTime<Utc>) -> NewReferral {
    NewReferral {
        received_at: at,
        how: How::Written,
        source: Source::Family,
        source_name: Confidential::default(),
        source_contact: Confidential::default(),
        person: Person {
            given_name: given.to_owned(),
            family_name: family.to_owned(),
            born: born.parse().ok(),
            address: "12 Heol y Môr".to_owned(),
            ..Person::default()
        },
        feared: Vec::new(),
        what_happened: Confidential::new("Out overnight twice, a new phone, and a car outside."),
        danger_now: false,
        police_told_at: None,
        young_person_knows: None,
        young_person_view: Confidential::default(),
        parents_know: None,
        parents_view: Confidential::default(),
    }
}

#[test]
fn find_tells_a_line_for_each_case_and_3_where_there_is_none() {
    let office = Office::new();
    for typed in [&["sian", "ll"][..], &["26/001"], &["4/3/2012"]] {
        let told = office.told("duty", &[&["find"], typed].concat());
        assert!(told.starts_with("NPT-26-001  Siân Llewellyn, 14"), "{told}");
        assert_eq!(told.lines().count(), 1, "{told}");
    }
    assert!(office.told("duty", &["find", "heol"]).lines().count() == 2);
    office.refused("duty", &["find", "nobody"], 3, "Nobody is found");
    office.refused("admin", &["find", "sian"], 4, "role");
    let found = office.json("duty", &["find", "morgan"]);
    assert_eq!(found["cases"][0]["reference"], "NPT-26-002");
    assert_eq!(found["cases"][0]["age"], 16);
    assert_eq!(found["more"], false);
    let hidden = office.json("duty", &["find", "ifan rees"]);
    assert_eq!(hidden["cases"][0]["name"], Value::Null);
    assert_eq!(hidden["cases"][0]["hidden"], true);
}

#[test]
fn show_tells_a_case_on_one_screen_and_refuses_a_restricted_one_without_a_reason() {
    let office = Office::new();
    let told = office.told("duty", &["show", "npt", "26", "1"]);
    for part in [
        "NPT-26-001 Siân Llewellyn, 14",
        "Worry: Out overnight twice",
        "Triage",
        "4 h over",
        "same address",
        "What happened",
        "Referral received",
    ] {
        assert!(told.contains(part), "{part}: {told}");
    }
    assert!(told.lines().count() <= 24, "{told}");
    assert!(!office.told("duty", &["show", "26/002"]).contains('\u{1b}'));
    office.refused("duty", &["show", "26/999"], 3, "no such case");
    office.refused("duty", &["show", "26/003"], 4, "restricted");
    office.refused("admin", &["show", "26/001"], 4, "role");
    let told = office.told("duty", &["show", "26/003", "--reason", "Mum rang: missing"]);
    assert!(told.contains("Ifan Rees, 15"), "{told}");
    let shown = office.json("duty", &["show", "26/001"]);
    assert_eq!(shown["case"]["name"], "Siân Llewellyn");
    assert_eq!(shown["due"][0]["late"]["hours"], 4);
    assert_eq!(shown["events"][0]["kind"], "referred");
}

#[test]
fn due_tells_what_is_late_first_and_whose() {
    let office = Office::new();
    let told = office.told("duty", &["due"]);
    assert!(told.starts_with("Late\n"), "{told}");
    assert!(told.contains("Triage"), "{told}");
    assert!(told.contains("restricted"), "{told}");
    let due = office.json("duty", &["due", "--all"]);
    assert_eq!(due["due"][0]["group"], "late");
    assert_eq!(due["due"].as_array().unwrap().len(), 3);
    let cut = office.json("duty", &["due", "--all", "--limit", "2"]);
    assert_eq!(cut["more"], true);
    office.refused("admin", &["due"], 4, "role");
    office.refused(
        "duty",
        &["due", "--all", "--team"],
        2,
        "cannot be given together",
    );
}

#[test]
fn answers_are_in_welsh_where_that_is_asked_for() {
    let office = Office::new();
    let told = office.told("duty", &["--lang", "cy", "due"]);
    assert!(told.starts_with("Hwyr\n"), "{told}");
    assert!(Path::new(&office.store).exists());
}
