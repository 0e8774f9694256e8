//! Bad input where a person meets it: typed into the app, given to the command line, or lying where
//! the store should be. One clear sentence each, and nothing that was there is lost.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::string_slice,
    reason = "a test stops at the first fault, and knows its own texts"
)]

use std::fs;
use std::os::unix::fs::{PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use chrono::{DateTime, TimeZone, Utc};
use diogel::store::testing;
use tempfile::TempDir;

#[path = "support/house.rs"]
mod house;
#[path = "support/pty.rs"]
mod pty;
#[path = "support/stores.rs"]
mod stores;

use house::House;
use pty::{PtyProgram, keys};
use stores::{STAFF, store_of};

/// Nobody in particular: the user without rights of their own on most systems.
const NOBODY: u32 = 65_534;

fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 20, 14, 10, 0).unwrap()
}

/// A store of one duty worker.
fn store() -> (TempDir, PathBuf) {
    let (folder, path) = store_of(&STAFF[..1], now());
    let pass = folder.path().join("pass");
    fs::write(&pass, format!("{}\n", testing::PASSPHRASE)).unwrap();
    fs::set_permissions(&pass, fs::Permissions::from_mode(0o600)).unwrap();
    (folder, path)
}

fn diogel(program: &Path, store: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command
        .args(["--user", "duty", "--store"])
        .arg(store)
        .arg("--passphrase-file")
        .arg(store.with_file_name("pass"))
        .args(arguments)
        .env("DIOGEL_CLOCK", "2026-11-20T14:10:00Z")
        .env_remove("DIOGEL_DATA");
    command
}

fn run(store: &Path, arguments: &[&str]) -> Output {
    let program = Path::new(env!("CARGO_BIN_EXE_diogel"));
    diogel(program, store, arguments).output().unwrap()
}

/// Two or three short lines: what happened, what to do now, where.
#[track_caller]
fn check_refused(output: &Output, exit_code: i32, says: &str) {
    let told = String::from_utf8(output.stderr.clone()).unwrap();
    assert_eq!(output.status.code(), Some(exit_code), "{told}");
    assert!(told.contains(says), "{told}");
    assert!(
        !told.contains("panicked") && !told.contains('\u{1b}'),
        "{told:?}"
    );
    let lines: Vec<&str> = told.lines().collect();
    assert!(
        (1..=3).contains(&lines.len()) && lines.iter().all(|line| !line.trim().is_empty()),
        "{told:?}"
    );
}

/// The form of a new referral, everything told but for who it is about.
fn at_referral(path: &Path) -> House {
    let mut house = House::inside(path, now(), "duty");
    house.press("n");
    house.sees("New referral");
    house
}

#[track_caller]
fn check_form(given: &str, born: &str, says: &str) {
    let (_folder, path) = store();
    let mut house = at_referral(&path);
    house.press("<tab>");
    house.sees("▌Given name");
    house.type_in(given);
    house.press("<tab>");
    house.type_in(if given.is_empty() { "" } else { "Llewellyn" });
    house.press("<tab><tab><tab>");
    house.sees("▌Date of birth");
    house.type_in(born);
    house.press("<ctrl-s>");
    house.sees(says);
    if !born.is_empty() {
        house.sees(born);
    }
    // Nothing is recorded, and what was typed is there again when the form is.
    house.press("<esc>2");
    house.does_not_see("NPT-");
    house.press("n");
    if !given.is_empty() {
        house.sees(given);
    }
}

#[test]
fn dates_and_names_that_cannot_be_are_said_beside_their_fields() {
    check_form("Siân", "30/2/2012", "There is no such day");
    check_form("Siân", "1/1/2027", "in the future");
    check_form("Siân", "1/1/2001", "no longer a young person");
    check_form("", "1/1/2012", "name");
}

#[test]
fn store_that_is_no_store_is_told_in_the_app_and_left_as_it_is() {
    let (folder, path) = store();
    let keys_file = folder.path().join("other.diogel.keys");
    fs::copy(path.with_extension("diogel.keys"), &keys_file).unwrap();
    let other = folder.path().join("other.diogel");
    for content in [&b"a letter to the council, no store"[..], &[0; 8192]] {
        fs::write(&other, content).unwrap();
        let mut house = House::open(&other, now(), (80, 24));
        // The only person of the store is filled in.
        house.type_in(testing::PASSPHRASE);
        house.press("<enter>");
        assert!(house.model.actor.is_none());
        house.sees("damaged or has been tampered with");
        assert_eq!(fs::read(&other).unwrap(), content);
        check_refused(&run(&other, &["find", "Huw"]), 13, "damaged");
        assert_eq!(fs::read(&other).unwrap(), content);
    }
}

#[test]
fn files_that_are_no_files_of_their_kind_are_one_clear_sentence() {
    let (folder, path) = store();
    let file = |name: &str, content: &[u8]| {
        let path = folder.path().join(name);
        fs::write(&path, content).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let import = |file: &str| run(&path, &["import", "referrals", file]);

    let toml = file("form.toml", b"[half a table");
    check_refused(&run(&path, &["seraf", "check", &toml]), 1, "line 1");
    let bytes = file("bytes.toml", &[0xff, 0xfe, 0x00, 0x80]);
    check_refused(&run(&path, &["seraf", "check", &bytes]), 1, "bytes.toml");
    check_refused(
        &run(&path, &["seraf", "check", "/none.toml"]),
        1,
        "/none.toml",
    );
    let data = folder.path().join("data");
    fs::create_dir(&data).unwrap();
    file("data/policy.toml", b"= nothing");
    let data = data.to_str().unwrap();
    let calendar = [
        "--data",
        data,
        "calendar",
        "--from",
        "2026-11-02",
        "--review",
    ];
    check_refused(&run(&path, &calendar), 1, "policy.toml");

    let answers = file("answers.json", br#"{"form":"#);
    let score = [
        "seraf",
        "score",
        "--form",
        "seraf-wales",
        "--answers",
        &answers,
    ];
    check_refused(&run(&path, &score), 1, "answers.json");

    check_refused(&import(&file("empty.csv", b"")), 1, "headings");
    check_refused(&import(&file("noise.csv", &[0x9c; 400])), 1, "headings");
    check_refused(
        &import(&file("zip.xlsx", b"PK\x03\x04 no workbook")),
        1,
        "zip.xlsx",
    );
    let register = b"Name,DOB,Date of referral\nSeren Huw,1/2/2012,2/11/2026\n\"never,closed\n";
    let unclosed = import(&file("unclosed.csv", register));
    assert_eq!(unclosed.status.code(), Some(1));
    let told = String::from_utf8(unclosed.stdout).unwrap();
    assert!(
        told.contains("Row 3") && told.contains("quotation mark"),
        "{told}"
    );
    check_refused(&run(&path, &["find", "Huw"]), 3, "Nobody is found");
}

/// As somebody who may read there and not write. Root may write anywhere, and so becomes nobody.
fn run_without_rights(program: &Path, store: &Path, arguments: &[&str]) -> Output {
    let mut command = diogel(program, store, arguments);
    if rustix::process::geteuid().is_root() {
        command.uid(NOBODY).gid(NOBODY);
    }
    command.output().unwrap()
}

#[test]
fn folder_that_may_not_be_written_to_is_told_and_nothing_in_it_is_touched() {
    let (folder, path) = store();
    // Where nobody may go to it, too.
    let program = folder.path().join("diogel");
    fs::copy(env!("CARGO_BIN_EXE_diogel"), &program).unwrap();
    let place = folder.path().join("shut");
    fs::create_dir(&place).unwrap();
    for file in fs::read_dir(folder.path()).unwrap() {
        let file = file.unwrap();
        if file.file_type().unwrap().is_file() && file.file_name() != "diogel" {
            fs::copy(file.path(), place.join(file.file_name())).unwrap();
        }
    }
    let store = place.join(path.file_name().unwrap());
    let files = || -> Vec<(PathBuf, Vec<u8>)> {
        let mut files: Vec<_> = fs::read_dir(&place)
            .unwrap()
            .map(|file| file.unwrap().path())
            .map(|path| (path.clone(), fs::read(&path).unwrap()))
            .collect();
        files.sort();
        files
    };
    let before = files();
    if rustix::process::geteuid().is_root() {
        for path in [&place, &place.join("pass")] {
            chown(path, Some(NOBODY), Some(NOBODY)).unwrap();
        }
        for (path, _) in &before {
            chown(path, Some(NOBODY), Some(NOBODY)).unwrap();
        }
    }
    let mode = |path: &Path, mode| {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    };
    mode(folder.path(), 0o755);
    mode(&place, 0o500);

    let shut = "cannot be written to";
    check_refused(
        &run_without_rights(&program, &store, &["find", "x"]),
        1,
        shut,
    );
    check_refused(&run_without_rights(&program, &store, &["verify"]), 1, shut);
    let new = place.join("new.diogel");
    let demo = ["demo", "--no-open", "--cases", "1"];
    check_refused(&run_without_rights(&program, &new, &demo), 1, shut);
    mode(&place, 0o700);
    assert_eq!(files(), before);
}

#[test]
fn folder_that_is_a_file_and_a_place_for_no_files_are_one_clear_sentence() {
    let (folder, path) = store();
    let under_a_file = path.join("new.diogel");
    let demo = ["demo", "--no-open", "--cases", "1"];
    let again = run(&under_a_file, &demo);
    check_refused(&again, 1, "folder");
    check_refused(&run(Path::new("/proc/new.diogel"), &demo), 1, "folder");
    assert!(folder.path().exists());
}

#[test]
fn escape_sequences_in_names_never_reach_the_terminal() {
    let (folder, path) = store();
    let referral = r#"{ "how": "telephone", "source": "anonymous",
        "young_person": { "given_name": "Siân\u001b]0;owned\u0007\u001b[5m",
            "family_name": "Ll\u009b2Jewellyn\u202e", "born": "2012-04-03" },
        "feared": ["exchange"], "what_happened": "Out\u001b[?1049l all\r night.",
        "danger_now": false }"#;
    let file = folder.path().join("referral.json");
    fs::write(&file, referral).unwrap();
    let taken = run(&path, &["refer", "--file", file.to_str().unwrap()]);
    assert!(taken.status.success(), "{taken:?}");
    let show = ["show", "NPT-26-001"];
    for arguments in [&["find", "Llewellyn"][..], &show, &["due", "--all"]] {
        let told = run(&path, arguments);
        let told = String::from_utf8(told.stdout).unwrap();
        assert!(told.contains("ewellyn"), "{told:?}");
        let raw = |letter: char| letter.is_control() && letter != '\n';
        assert!(
            !told.contains(raw) && !told.contains('\u{202e}'),
            "{told:?}"
        );
    }
    let mut app = PtyProgram::diogel()
        .args(["--user", "duty", "--store"])
        .args([&path])
        .env("DIOGEL_CLOCK", "2026-11-20T14:10:00Z")
        .start();
    app.wait_for_text("Passphrase");
    app.send(testing::PASSPHRASE);
    app.send(keys::ENTER);
    app.wait_for_text("NPT-26-001");
    app.send("c");
    app.wait_for_text("all night");
    // Pasted in brackets, it goes into the form without doing anything either.
    app.send("n");
    app.wait_for_text("New referral");
    app.send(keys::TAB);
    app.paste("\u{1b}]0;owned\u{7}\u{1b}[5m9:15");
    app.wait_for_text("9:15");
    let sent = app.bytes();
    let sent = String::from_utf8_lossy(&sent);
    for raw in [
        "\u{1b}]0;owned",
        "\u{1b}[5m",
        "\u{9b}",
        "\u{202e}",
        "\u{1b}[?1049l",
    ] {
        assert!(!sent.contains(raw), "{raw:?}");
    }
    assert!(app.look(vt100::Screen::alternate_screen));
}
