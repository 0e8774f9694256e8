//! `diogel import referrals` and `diogel demo` through the real binary.

#![expect(clippy::unwrap_used, reason = "a test stops at the first fault")]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

struct Place {
    folder: TempDir,
}

impl Place {
    /// A folder with a small demo in it.
    fn with_demo() -> Self {
        let place = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        let made = place.run(&["demo", "--no-open", "--cases", "40"]);
        assert!(made.status.success(), "{}", told(&made));
        fs::write(place.path("pass"), "demo\n").unwrap();
        let private = fs::Permissions::from_mode(0o600);
        fs::set_permissions(place.path("pass"), private).unwrap();
        place
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn run(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_diogel"))
            .args(arguments)
            .env_remove("DIOGEL_STORE")
            .env_remove("DIOGEL_USER")
            .env_remove("DIOGEL_DATA")
            .env("DIOGEL_CLOCK", "2026-11-23T10:42:00Z")
            .env("XDG_DATA_HOME", self.folder.path())
            .env("HOME", self.folder.path())
            .output()
            .unwrap()
    }

    fn run_as(&self, user: &str, arguments: &[&str]) -> Output {
        let store = self.path("diogel/demo.db");
        let pass = self.path("pass");
        let who = [
            "--store",
            store.to_str().unwrap(),
            "--user",
            user,
            "--passphrase-file",
            pass.to_str().unwrap(),
        ];
        self.run(&[&who[..], arguments].concat())
    }

    fn import(&self, register: &str, options: &[&str]) -> Output {
        let path = self.path("register.csv");
        fs::write(&path, register).unwrap();
        let file = path.to_str().unwrap();
        self.run_as("duty", &[&["import", "referrals", file], options].concat())
    }
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn told(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

const GOOD: &str = "\
Register of referrals;;;;;
Enw;Dyddiad geni;Dyddiad atgyfeirio;Gan;Pryderon;Maint esgid
Seren Nadolig;03/04/2012;12/11/2024;Heddlu;Mas drwy'r nos.;5
\"Nadolig, Seren\";03/04/2012;14/02/2025;Ysgol;Ffôn newydd.;5
Guto Gwirion;15;01/03/2025;;;
";

#[test]
fn register_is_tried_then_taken_with_repeated_children_joined() {
    let place = Place::with_demo();
    let tried = place.import(GOOD, &["--dry-run"]);
    assert!(tried.status.success(), "{}", told(&tried));
    assert!(out(&tried).contains("nothing was kept"), "{}", out(&tried));
    let taken = place.import(GOOD, &[]);
    assert!(taken.status.success(), "{}", told(&taken));
    let said = out(&taken);
    assert!(
        said.contains("Taken: 3; new cases: 2; joined to cases that were there: 1"),
        "{said}"
    );
    assert!(said.contains("Maint esgid"), "{said}");
    assert!(said.contains("Row 4: joined to NPT-24-"), "{said}");
    let verified = place.run_as("auditor", &["verify"]);
    assert!(verified.status.success(), "{}", told(&verified));
}

const BAD: &str = "\
Name,DOB,Date of referral,Sex
Seren Nadolig,31/02/2012,12/11/2024,F
Guto Gwirion,03/04/2012,soon,banana
Mabli Mwyn,03/04/2012,12/11/2024,F
";

#[test]
fn register_with_faults_is_refused_by_row_and_column_and_nothing_is_taken() {
    let place = Place::with_demo();
    let refused = place.import(BAD, &[]);
    assert_eq!(refused.status.code(), Some(1));
    let said = out(&refused);
    assert!(
        said.contains("Row 2, DOB: “31/02/2012” is no day of the calendar."),
        "{said}"
    );
    assert!(said.contains("Row 3, Date of referral: “soon”"), "{said}");
    assert!(said.contains("Row 3, Sex: “banana”"), "{said}");
    assert!(
        told(&refused).contains("2 rows cannot be taken"),
        "{}",
        told(&refused)
    );

    let skipped = place.import(BAD, &["--skip-bad"]);
    assert!(skipped.status.success(), "{}", told(&skipped));
    assert!(out(&skipped).contains("Taken: 1;"), "{}", out(&skipped));
    assert!(
        out(&skipped).contains("rows left out: 2"),
        "{}",
        out(&skipped)
    );
}

#[test]
fn file_that_is_no_register_is_one_clear_sentence() {
    let place = Place::with_demo();
    let no_register = place.import("a,b\n1,2\n", &[]);
    assert_eq!(no_register.status.code(), Some(1));
    assert!(told(&no_register).contains("headings that are known"));
    let no_date = place.import("Name,DOB\nSeren,03/04/2012\n", &[]);
    assert!(told(&no_date).contains("has no column for the date of the referral"));
    let missing = place.run_as(
        "duty",
        &["import", "referrals", "/nowhere.csv", "--lang", "cy"],
    );
    assert!(
        told(&missing).contains("Ni ellir darllen"),
        "{}",
        told(&missing)
    );
    let refused = place.import(GOOD, &["--user", "auditor"]);
    assert_eq!(refused.status.code(), Some(4), "{}", told(&refused));
}

#[test]
fn demo_is_opened_again_and_no_other_store_is_touched() {
    let place = Place::with_demo();
    let again = place.run(&["demo", "--no-open", "--cases", "500"]);
    assert!(out(&again).contains("there already"), "{}", out(&again));
    let real = place.path("real.db");
    fs::write(place.path("long"), "a fictional long passphrase\n").unwrap();
    let private = fs::Permissions::from_mode(0o600);
    fs::set_permissions(place.path("long"), private).unwrap();
    let long = place.path("long");
    let real = real.to_str().unwrap();
    let pass = ["--passphrase-file", long.to_str().unwrap()];
    let made = place.run(&[&["--store", real, "--user", "mari"], &pass[..], &["init"]].concat());
    assert!(made.status.success(), "{}", told(&made));
    let before = fs::read(real).unwrap();
    let refused = place.run(&["--store", real, "demo", "--no-open"]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(told(&refused).contains("no demo"), "{}", told(&refused));
    assert_eq!(fs::read(real).unwrap(), before);
    assert!(Path::new(real).exists());
}

#[test]
fn demo_in_welsh_says_what_was_made_in_welsh() {
    let place = Place {
        folder: tempfile::tempdir().unwrap(),
    };
    let made = place.run(&["demo", "--no-open", "--cases", "3", "--lang", "cy"]);
    assert!(out(&made).starts_with("Crëwyd 3 achos"), "{}", out(&made));
    assert!(out(&made).contains("principal"), "{}", out(&made));
}
