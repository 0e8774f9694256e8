//! `diogel refer` through the real binary: what is recorded, and one clear sentence for what is
//! not.

#![expect(clippy::unwrap_used, reason = "a test stops at the first fault")]

use std::fs;
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

const SIAN: &str = r#"{ "how": "telephone", "source": "agency", "agency": "school-or-college",
    "young_person": { "given_name": "Siân", "family_name": "Llewellyn", "born": "2012-04-03" },
    "feared": ["exchange"], "what_happened": "Out all night.", "danger_now": false }"#;

struct Place {
    folder: TempDir,
}

impl Place {
    /// A store with one duty worker. The clock stands still.
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let place = Self { folder };
        let passphrase = place.path("passphrase");
        fs::write(&passphrase, "a fictional passphrase\n").unwrap();
        fs::set_permissions(&passphrase, fs::Permissions::from_mode(0o600)).unwrap();
        let made = place.run(&["init", "--role", "duty-worker"], "");
        assert!(made.status.success(), "{made:?}");
        place
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn run(&self, arguments: &[&str], input: &str) -> Output {
        let mut child = Command::new(env!("CARGO_BIN_EXE_diogel"))
            .args(["--user", "mari", "--store"])
            .arg(self.path("cases.diogel"))
            .arg("--passphrase-file")
            .arg(self.path("passphrase"))
            .args(arguments)
            .env("DIOGEL_CLOCK", "2026-11-20T14:10:00Z")
            .env_remove("DIOGEL_DATA")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // A command that reads no input has closed it by now, which is no fault.
        let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
        child.wait_with_output().unwrap()
    }

    fn refer(&self, input: &str) -> Output {
        self.run(&["refer", "--file", "-"], input)
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[track_caller]
fn check_refused(output: &Output, exit_code: i32, says: &str) {
    let told = text(&output.stderr);
    assert_eq!(output.status.code(), Some(exit_code), "{told}");
    assert!(told.contains(says), "{told}");
    assert!(
        !told.contains("panicked") && !told.contains('\u{1b}'),
        "{told:?}"
    );
    assert!(output.stdout.is_empty());
}

#[test]
fn referral_recorded_prints_its_reference_and_names_who_it_may_be() {
    let place = Place::new();
    let first = place.refer(SIAN);
    assert_eq!(text(&first.stdout), "NPT-26-001\n", "{first:?}");
    assert!(first.stderr.is_empty());

    let heard = SIAN.replace("Siân", "Shan").replace("false", "true");
    let second = place.refer(&heard);
    assert_eq!(text(&second.stdout), "NPT-26-002\n");
    let told = text(&second.stderr);
    assert!(
        told.contains("999") && told.contains("NPT-26-001"),
        "{told}"
    );

    let joined = SIAN.replacen('{', r#"{ "join": "npt 26 1","#, 1);
    let third = place.run(&["refer", "--file", "-", "--json"], &joined);
    let answer: serde_json::Value = serde_json::from_slice(&third.stdout).unwrap();
    assert_eq!(answer["reference"], "NPT-26-001");
    assert_eq!(answer["joined"], true);
}

#[test]
fn bad_input_is_one_clear_sentence_and_nothing_is_recorded() {
    let place = Place::new();
    let long = "x".repeat(100_001);
    for (change, to, code, says) in [
        ("Siân", "", 0, ""),
        ("\"how\"", "\"hwo\"", 2, "hwo"),
        ("2012-04-03", "2012-02-30", 1, "born"),
        ("2012-04-03", "2027-01-01", 1, "in the future"),
        ("2012-04-03", "2001-01-01", 1, "no longer a young person"),
        (
            "school-or-college",
            "circus",
            1,
            "not on the authority's list",
        ),
        ("Out all night.", " ", 1, "Say what happened"),
        ("Out all night.", &long, 1, "100,000"),
        ("\"Siân\"", "\"\\u001b[2J\"", 0, ""),
        (
            "\"agency\", \"agency\"",
            "\"agency\", \"\\u001b]0;x\\u0007\"",
            2,
            "unknown field",
        ),
    ] {
        let given = SIAN.replacen(change, to, 1);
        assert_ne!(given, SIAN);
        let output = place.refer(&given);
        if code == 0 {
            // The family name is enough.
            assert!(output.status.success(), "{output:?}");
        } else {
            check_refused(&output, code, says);
        }
    }
    let nameless = SIAN.replace("Siân", "").replace("Llewellyn", "\\u001b[2J");
    check_refused(&place.refer(&nameless), 1, "name");
    check_refused(&place.refer("{"), 2, "line 1");
    check_refused(&place.refer(""), 2, "docs/json.md");
    let join = SIAN.replacen('{', r#"{ "join": "NPT-26-999","#, 1);
    check_refused(&place.refer(&join), 3, "no such case");
    let away = place.run(&["refer", "--file", "/nowhere/at-all.json"], "");
    check_refused(&away, 1, "at-all.json");
    check_refused(&place.run(&["refer"], ""), 2, "terminal");
    let next = place.refer(&SIAN.replace("Siân", "Megan"));
    assert_eq!(text(&next.stdout), "NPT-26-003\n");
}
