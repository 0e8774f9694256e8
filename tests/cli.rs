//! The command line through the real binary: answers, exit codes, and one clear sentence each.

#![expect(clippy::unwrap_used, reason = "a test stops at the first fault")]

use std::fs;
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

struct Place {
    folder: TempDir,
}

impl Place {
    fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, text: &str, mode: u32) -> PathBuf {
        let path = self.path(name);
        fs::write(&path, text).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
        path
    }

    fn run(&self, arguments: &[&str]) -> Output {
        self.run_with_input(arguments, "")
    }

    fn run_with_input(&self, arguments: &[&str], input: &str) -> Output {
        let mut child = Command::new(env!("CARGO_BIN_EXE_diogel"))
            .args(arguments)
            .env_remove("DIOGEL_STORE")
            .env_remove("DIOGEL_USER")
            .env("XDG_DATA_HOME", self.folder.path())
            .env("HOME", self.folder.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // A command that reads no input has closed it by now, which is no fault.
        let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
        child.wait_with_output().unwrap()
    }
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

#[track_caller]
fn check_refused(output: &Output, exit_code: i32, says: &str) {
    let told = String::from_utf8(output.stderr.clone()).unwrap();
    assert_eq!(output.status.code(), Some(exit_code), "{told}");
    assert!(told.contains(says), "{told}");
    assert!(!told.contains("panicked"), "{told}");
}

#[track_caller]
fn check_score(place: &Place, answers: &str, score: u64, category: u64, at_risk: bool) {
    let asked = [
        "seraf",
        "score",
        "--form",
        "seraf-wales",
        "--answers",
        "-",
        "--json",
    ];
    let output = place.run_with_input(&asked, answers);
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["score"], score);
    assert_eq!(report["category"], category);
    assert_eq!(report["at_risk"], at_risk);
}

#[test]
fn seraf_score_answers_the_contract() {
    let place = Place::new();
    check_score(
        &place,
        r#"{"form":"seraf-wales","answers":{}}"#,
        0,
        1,
        false,
    );
    let sixteen = r#"{"form":"seraf-wales","answers":{"V1":["present"],"S1":["current"],
        "S2":["current"],"S3":["current"]}}"#;
    check_score(&place, sixteen, 16, 4, true);
    let both = r#"{"form":"seraf-wales","answers":{"S3":["current","past"]}}"#;
    check_score(&place, both, 6, 2, false);
}

#[test]
fn seraf_score_in_welsh_differs_from_english() {
    let place = Place::new();
    let answers = place.write("a.json", r#"{"form":"seraf-wales","answers":{}}"#, 0o600);
    let answers = answers.to_str().unwrap();
    let asked = [
        "seraf",
        "score",
        "--form",
        "seraf-wales",
        "--answers",
        answers,
    ];
    let english = out(&place.run(&asked));
    let welsh = out(&place.run(&[&asked[..], &["--lang", "cy"]].concat()));
    assert!(english.starts_with("0 points, category 1"), "{english}");
    assert_ne!(english, welsh);
}

#[test]
fn seraf_score_wrong_answers_are_named() {
    let place = Place::new();
    let asked = ["seraf", "score", "--form", "seraf-wales", "--answers", "-"];
    let unknown = r#"{"form":"seraf-wales","answers":{"V99":["present"]}}"#;
    check_refused(&place.run_with_input(&asked, unknown), 1, "V99");
    let column = r#"{"form":"seraf-wales","answers":{"V1":["yesterday"]}}"#;
    check_refused(&place.run_with_input(&asked, column), 1, "yesterday");
    check_refused(&place.run_with_input(&asked, "{\"form\": "), 1, "line 1");
}

#[test]
fn seraf_score_unknown_form_is_not_found() {
    let place = Place::new();
    let asked = ["seraf", "score", "--form", "seraf-france", "--answers", "-"];
    check_refused(&place.run(&asked), 3, "seraf-france");
}

#[test]
fn seraf_check_names_file_and_key() {
    let place = Place::new();
    let own = include_str!("../data/seraf/seraf-wales.toml").replace("at_risk_from", "at_risk");
    let own = place.write("own.toml", &own, 0o600);
    let output = place.run(&["seraf", "check", own.to_str().unwrap()]);
    check_refused(&output, 1, "own.toml");
    check_refused(&output, 1, "at_risk");
    let good = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/seraf/seraf-wales.toml");
    let output = place.run(&["seraf", "check", good.to_str().unwrap()]);
    assert!(out(&output).contains("at most 65 points, at risk from 16"));
}

#[test]
fn init_then_verify_is_whole_and_then_tells_faults_apart() {
    let place = Place::new();
    let private = place.write("pass", "a fictional long passphrase\n", 0o600);
    let wrong = place.write("wrong", "another fictional passphrase\n", 0o600);
    let private = private.to_str().unwrap();
    let store = place.path("s.db");
    let store = store.to_str().unwrap();
    let made = place.run(&[
        "--store",
        store,
        "--user",
        "mari",
        "--passphrase-file",
        private,
        "init",
    ]);
    assert!(
        made.status.success(),
        "{}",
        String::from_utf8_lossy(&made.stderr)
    );
    assert!(out(&made).contains("AGE-SECRET-KEY-1"));

    let verified = place.run(&["--store", store, "--passphrase-file", private, "verify"]);
    assert!(
        verified.status.success(),
        "{}",
        String::from_utf8_lossy(&verified.stderr)
    );
    assert!(out(&verified).contains("every entry stands"));

    let again = place.run(&[
        "--store",
        store,
        "--user",
        "mari",
        "--passphrase-file",
        private,
        "init",
    ]);
    check_refused(&again, 1, "already a store");

    let refused = place.run(&[
        "--store",
        store,
        "--passphrase-file",
        wrong.to_str().unwrap(),
        "verify",
    ]);
    check_refused(&refused, 12, "not the passphrase of mari");

    fs::write(store, "no store at all").unwrap();
    check_refused(
        &place.run(&["--store", store, "--passphrase-file", private, "verify"]),
        13,
        "damaged",
    );
}

#[test]
fn verify_without_a_store_says_how_to_make_one() {
    let place = Place::new();
    check_refused(&place.run(&["--user", "mari", "verify"]), 10, "diogel init");
}

#[test]
fn init_refuses_an_open_passphrase_file_and_a_weak_passphrase() {
    let place = Place::new();
    let store = place.path("s.db");
    let store = store.to_str().unwrap();
    let open = place.write("open", "a fictional long passphrase\n", 0o644);
    let open = open.to_str().unwrap();
    let output = place.run(&[
        "--store",
        store,
        "--user",
        "mari",
        "--passphrase-file",
        open,
        "init",
    ]);
    check_refused(&output, 1, "chmod 600");
    let weak = place.write("weak", "short\n", 0o600);
    let weak = weak.to_str().unwrap();
    let output = place.run(&[
        "--store",
        store,
        "--user",
        "mari",
        "--passphrase-file",
        weak,
        "init",
    ]);
    check_refused(&output, 1, "5 characters");
    assert!(!Path::new(store).exists());
}

#[test]
fn passphrase_without_terminal_or_file_is_a_usage_error() {
    let place = Place::new();
    let store = place.path("s.db");
    let output = place.run(&["--store", store.to_str().unwrap(), "--user", "mari", "init"]);
    check_refused(&output, 2, "--passphrase-file");
}

#[test]
fn completions_and_manual_are_printed() {
    let place = Place::new();
    assert!(out(&place.run(&["completions", "bash"])).contains("_diogel"));
    assert!(out(&place.run(&["man"])).contains(".TH diogel"));
}

#[track_caller]
fn check_calendar(place: &Place, arguments: &[&str], first_line: &str) {
    let output = place.run(&[&["calendar", "--from"], arguments].concat());
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    assert_eq!(out(&output).lines().next(), Some(first_line));
}

#[test]
fn calendar_counts_over_bank_holidays_and_weekends() {
    let place = Place::new();
    // Thursday before Easter 2026: Good Friday, the weekend and Easter Monday are days off.
    check_calendar(
        &place,
        &["2026-04-02", "--working-days", "1"],
        "2026-04-07 Tue",
    );
    // The bank holiday for the late Queen's funeral was a day off of its own.
    check_calendar(
        &place,
        &["2022-09-16", "--working-days", "1"],
        "2022-09-20 Tue",
    );
    check_calendar(
        &place,
        &["2026-11-24", "--review"],
        "2026-12-22 Tue to 2027-01-05 Tue",
    );
}

#[test]
fn calendar_in_json_names_the_bank_holidays() {
    let place = Place::new();
    let output = place.run(&["calendar", "--from", "2026-11-24", "--review", "--json"]);
    let answer: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(answer["first"], "2026-12-22");
    assert_eq!(answer["last"], "2027-01-05");
    assert_eq!(answer["bank_holidays"][0]["date"], "2026-12-25");
}

#[test]
fn calendar_beyond_the_known_years_is_refused() {
    let place = Place::new();
    let output = place.run(&["calendar", "--from", "2035-01-01", "--working-days", "3"]);
    check_refused(&output, 1, "2035");
    check_refused(
        &place.run(&["calendar", "--from", "2026-02-31", "--review"]),
        2,
        "2026-02-31",
    );
    check_refused(
        &place.run(&["calendar", "--from", "2026-02-01"]),
        2,
        "--review",
    );
}

#[test]
fn people_are_added_listed_and_disabled() {
    let place = Place::new();
    let admin = place.write("admin", "a fictional long passphrase\n", 0o600);
    let duty = place.write("duty", "another fictional passphrase\n", 0o600);
    let (admin, duty) = (admin.to_str().unwrap(), duty.to_str().unwrap());
    let store = place.path("s.db");
    let as_admin = [
        "--store",
        store.to_str().unwrap(),
        "--user",
        "gwen",
        "--passphrase-file",
        admin,
    ];
    let as_duty = [
        "--store",
        store.to_str().unwrap(),
        "--user",
        "mari",
        "--passphrase-file",
        duty,
    ];
    let run = |who: &[&str], what: &[&str]| place.run(&[who, what].concat());
    assert!(run(&as_admin, &["init"]).status.success());

    let add = [
        "user",
        "add",
        "mari",
        "--role",
        "duty-worker",
        "--new-passphrase-file",
        duty,
    ];
    let added = run(&as_admin, &add);
    assert!(
        added.status.success(),
        "{}",
        String::from_utf8_lossy(&added.stderr)
    );
    check_refused(&run(&as_admin, &add), 5, "already somebody");
    check_refused(&run(&as_duty, &["user", "list"]), 4, "role does not allow");
    let in_welsh = run(&as_duty, &["--lang", "cy", "user", "list"]);
    check_refused(&in_welsh, 4, "Nid yw eich rôl");

    let listed = run(&as_admin, &["user", "list", "--json"]);
    let listed: serde_json::Value = serde_json::from_slice(&listed.stdout).unwrap();
    assert_eq!(listed[1]["name"], "mari");
    assert_eq!(listed[1]["role"], "duty-worker");

    assert!(
        run(&as_admin, &["user", "disable", "mari"])
            .status
            .success()
    );
    check_refused(&run(&as_duty, &["user", "list"]), 12, "Nobody of that name");
    check_refused(
        &run(&as_admin, &["user", "disable", "gwen"]),
        1,
        "only administrator",
    );
}

#[test]
fn data_folder_changes_what_calendar_and_seraf_count_by() {
    let place = Place::new();
    let folder = place.path("ours");
    fs::create_dir_all(folder.join("seraf")).unwrap();
    let policy = include_str!("../data/policy.toml")
        .replace("review_from_weeks = 4", "review_from_weeks = 2");
    fs::write(folder.join("policy.toml"), policy).unwrap();
    let form =
        include_str!("../data/seraf/seraf-wales.toml").replace("\"seraf-wales\"", "\"seraf-ours\"");
    fs::write(folder.join("seraf/ours.toml"), form).unwrap();
    let data = ["--data", folder.to_str().unwrap()];
    let review = ["calendar", "--from", "2026-11-24", "--review"];
    let counted = out(&place.run(&[&data[..], &review].concat()));
    assert!(
        counted.starts_with("2026-12-08 Tue to 2027-01-05 Tue"),
        "{counted}"
    );
    let forms = out(&place.run(&[&data[..], &["seraf", "forms"]].concat()));
    assert!(
        forms.contains("seraf-ours") && forms.contains("seraf-wales"),
        "{forms}"
    );

    fs::write(folder.join("policy.toml"), "[timescales]\ntriage = 1").unwrap();
    let refused = place.run(&[&data[..], &review].concat());
    check_refused(&refused, 1, "policy.toml: timescales.triage (line 2)");
    let in_welsh = place.run(&[&data[..], &review, &["--lang", "cy"]].concat());
    check_refused(&in_welsh, 1, "Ni wnaed dim");
}

#[test]
fn command_line_in_welsh_is_welsh_throughout() {
    let place = Place::new();
    let help = out(&place.run(&["--lang", "cy", "--help"]));
    assert!(
        help.contains("Gwaith achos") && !help.contains("Usage"),
        "{help}"
    );
    let of_a_command = out(&place.run(&["calendar", "--help", "--lang=cy"]));
    assert!(of_a_command.contains("gwyliau banc"), "{of_a_command}");
    let window = [
        "--lang",
        "cy",
        "calendar",
        "--from",
        "2026-11-24",
        "--review",
    ];
    let counted = out(&place.run(&window));
    assert!(
        counted.starts_with("2026-12-22 Maw hyd 2027-01-05 Maw"),
        "{counted}"
    );
    check_refused(
        &place.run(&["--lang", "cy", "clendar"]),
        2,
        "Nid yw clendar yn hysbys yma. Ai",
    );
    check_refused(&place.run(&["--lang", "cy", "init"]), 2, "Enwch y person");
}

#[test]
fn command_mistyped_is_one_clear_sentence() {
    let place = Place::new();
    check_refused(
        &place.run(&["clendar"]),
        2,
        "clendar is not known here. Is calendar meant?",
    );
    let role = ["user", "add", "mari", "--role", "boss"];
    check_refused(
        &place.run(&role),
        2,
        "\"boss\" cannot be what --role <ROLE> asks for",
    );
    check_refused(&place.run(&["calendar", "--review"]), 2, "--from <DATE>");
    let both = [
        "calendar",
        "--from",
        "2026-01-02",
        "--review",
        "--working-days",
        "2",
    ];
    check_refused(&place.run(&both), 2, "cannot be given together with");
}
