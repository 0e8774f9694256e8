//! The real binary in a real terminal: it comes in, gives the terminal back whatever ends it, and
//! shows the selection without colours.

#![expect(clippy::unwrap_used, reason = "a test stops at the first fault")]
#![expect(clippy::expect_used, reason = "a test stops at the first fault")]

use std::path::PathBuf;

use chrono::{DateTime, Utc};
use diogel::domain::roles::Role;
use rustix::process::Signal;
use tempfile::TempDir;

#[path = "support/pty.rs"]
mod pty;
#[path = "support/stores.rs"]
mod stores;

use pty::{Pty, PtyProgram, keys};
use stores::{demo, store_of};

const CLOCK: &str = "2026-11-23T10:00:00Z";

fn now() -> DateTime<Utc> {
    CLOCK.parse().unwrap()
}

/// A store of one person, an administrator.
fn store() -> (TempDir, PathBuf) {
    store_of_one(Role::Administrator)
}

fn store_of_one(role: Role) -> (TempDir, PathBuf) {
    store_of(&[("duty", "Gwen Admin", role)], now())
}

fn program(path: &std::path::Path) -> PtyProgram {
    PtyProgram::diogel()
        .args(["--store"])
        .args([path])
        .env("DIOGEL_CLOCK", CLOCK)
}

/// Comes in, and waits for the list of people.
fn inside(program: PtyProgram) -> Pty {
    let mut app = program.start();
    // The only person of the store is filled in; then letters go to the passphrase.
    app.wait_for_text("duty");
    app.send("demo");
    app.send(keys::ENTER);
    app.wait_for_text("Gwen Admin");
    app
}

#[track_caller]
fn assert_given_back(app: &Pty) {
    app.wait_for("the screen to be given back", |screen| {
        !screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste()
    });
    assert!(app.is_line_mode(), "the terminal is still raw");
}

#[test]
fn terminal_is_whole_after_leaving() {
    let (_folder, path) = store();
    let mut app = inside(program(&path));
    app.send("q");
    app.wait_for_text("Leave Diogel?");
    app.send(keys::ENTER);
    assert!(app.wait_for_exit().success());
    assert_given_back(&app);
}

#[test]
fn terminal_is_whole_after_being_told_to_end() {
    let (_folder, path) = store();
    let mut app = inside(program(&path));
    app.signal(Signal::TERM);
    app.wait_for_exit();
    assert_given_back(&app);
}

#[test]
fn lost_line_ends_the_program_and_leaves_no_process_behind() {
    let (_folder, path) = store();
    let mut app = inside(program(&path));
    let process = app.pid();
    app.hang_up();
    app.wait_for_exit();
    // Gone, and not spinning somewhere without a line.
    assert_eq!(
        rustix::process::test_kill_process(process),
        Err(rustix::io::Errno::SRCH)
    );
}

#[test]
fn lost_line_in_the_middle_of_a_sentence_loses_none_of_it() {
    let (_folder, path) = demo(1, now());
    let begun = || {
        let mut app = program(&path).args(["--user", "duty"]).start();
        app.wait_for_text("Passphrase");
        app.send("demo\r");
        app.wait_for_text("Monday 23 November 2026");
        app.send("n");
        app.wait_for_text("New referral");
        app
    };
    let mut app = begun();
    app.send("\tSiân Ang");
    app.wait_for_text("Siân Ang");
    app.hang_up();
    app.wait_for_exit();
    let app = begun();
    app.wait_for_text("Siân Ang");
}

#[test]
fn suspended_program_is_locked_when_it_comes_back() {
    let (_folder, path) = store();
    let shell = PtyProgram::new("bash")
        .args(["--norc", "--noprofile", "-i"])
        .env("PS1", "ready> ")
        .env("DIOGEL_CLOCK", CLOCK);
    let mut app = shell.start();
    app.wait_for_text("ready>");
    app.send(&format!(
        "{} --store {}\r",
        env!("CARGO_BIN_EXE_diogel"),
        path.display()
    ));
    app.wait_for_text("duty");
    app.send("demo\r");
    app.wait_for_text("Gwen Admin");
    app.send(keys::CTRL_Z);
    app.wait_for("the shell", |screen| !screen.alternate_screen());
    app.wait_for_text("Stopped");
    app.send("fg\r");
    app.wait_for_text("Locked");
    app.wait_until_gone("Gwen Admin");
    app.send("demo\r");
    app.wait_for_text("Gwen Admin");
}

#[test]
fn selected_row_is_reversed_with_and_without_colours_and_in_plain_letters() {
    for (variable, argument, mark) in [
        ("DIOGEL_NOTHING", "--mouse", "▌"),
        ("NO_COLOR", "--mouse", "▌"),
        ("DIOGEL_NOTHING", "--ascii", ">"),
        ("DIOGEL_NOTHING", "--contrast", "▌"),
    ] {
        let (_folder, path) = store();
        let app = inside(program(&path).env(variable, "1").args([argument]));
        app.wait_for("a reversed row", |screen| {
            let (rows, cols) = screen.size();
            (0..rows).any(|row| {
                (0..cols).any(|col| screen.cell(row, col).is_some_and(vt100::Cell::inverse))
            })
        });
        let row = *app.reversed_rows().first().expect("a row is selected");
        assert_eq!(app.cell(row, 0).text, mark, "{variable} {argument}");
        assert!(!app.cell(row, 1).coloured, "{variable} {argument}");
        if variable == "NO_COLOR" {
            app.look(|screen| {
                let (rows, cols) = screen.size();
                for (row, col) in (0..rows).flat_map(|row| (0..cols).map(move |col| (row, col))) {
                    let cell = screen.cell(row, col).expect("within the screen");
                    assert_eq!(cell.fgcolor(), vt100::Color::Default);
                    assert_eq!(cell.bgcolor(), vt100::Color::Default);
                }
            });
        }
    }
}

#[test]
fn selected_row_is_reversed_in_every_list_however_it_is_shown() {
    for (variable, argument, mark) in [
        ("DIOGEL_NOTHING", "--mouse", "▌"),
        ("NO_COLOR", "--mouse", "▌"),
        ("DIOGEL_NOTHING", "--ascii", ">"),
    ] {
        let (_folder, path) = demo(1, now());
        let mut app = program(&path)
            .args(["--user", "principal", argument])
            .env(variable, "1")
            .start();
        app.wait_for_text("principal");
        app.send("demo\r");
        app.wait_for_text("Monday 23 November 2026");
        for (keys, title) in [
            ("1", "Monday 23 November"),
            ("2", "Cases"),
            ("3", "Meetings,"),
            ("P", "protocol"),
            ("/a", "Find: a"),
        ] {
            app.send(keys);
            app.wait_for_text(title);
            let is_marked = |screen: &vt100::Screen| {
                let (rows, cols) = screen.size();
                (2..rows).any(|row| {
                    let reversed = |col| screen.cell(row, col).is_some_and(vt100::Cell::inverse);
                    (0..cols).any(reversed)
                        && screen
                            .cell(row, 0)
                            .is_some_and(|cell| cell.contents() == mark)
                })
            };
            app.wait_for(
                &format!("a marked row: {keys} {variable} {argument}"),
                is_marked,
            );
            // One row and no more: whatever else is reversed is not taken for it.
            let rows = app.reversed_rows();
            assert_eq!(rows.len(), 1, "{keys} {variable} {argument}: {rows:?}");
        }
    }
}

#[test]
fn terminal_is_whole_after_a_fault_on_either_thread_of_the_program() {
    for (thread, keys) in [("app", "\x1b[200~x\x1b[201~"), ("store", "n")] {
        let (_folder, path) = demo(1, now());
        let mut app = program(&path)
            .args(["--user", "duty"])
            .env("DIOGEL_DRILL", thread)
            .start();
        app.wait_for_text("Passphrase");
        app.send("demo\r");
        app.wait_for_text("Monday 23 November 2026");
        app.send(keys);
        assert_eq!(app.wait_for_exit().exit_code(), 101, "{thread}");
        assert_given_back(&app);
        app.wait_for_text("diogel: ");
        let sent = String::from_utf8_lossy(&app.bytes()).into_owned();
        assert!(!sent.contains("whom nobody"), "{sent}");
    }
}

/// Over a slow line, or from a script, keys come before anything has answered.
#[test]
fn keys_typed_all_at_once_do_what_they_would_do_one_by_one() {
    let (_folder, path) = store_of_one(Role::DutyWorker);
    let mut app = program(&path).env("DIOGEL_DRILL", "slow").start();
    app.wait_for_text("duty");
    let to_the_form = "demo\r2n";
    let right = keys::RIGHT.repeat(2);
    let tabs = keys::TAB.repeat(9);
    let told = format!("\tMum\t\t{}", keys::RIGHT);
    app.send(&format!(
        "{to_the_form}{right}\tCerys\tHughes{tabs}Out overnight twice.\t \t{right}{told}{}q",
        keys::CTRL_S
    ));
    app.wait_for_text("Leave Diogel?");
    app.send("n");
    app.wait_for_text("Cerys Hughes");
    app.wait_for_text("to triage");
}

#[test]
fn referral_asked_for_on_the_command_line_prints_its_reference_after_the_form() {
    let (_folder, path) = store_of_one(Role::DutyWorker);
    let mut app = program(&path).args(["refer"]).start();
    app.wait_for_text("duty");
    app.send("demo\r");
    app.wait_for_text("In danger now?");
    app.send(&keys::RIGHT.repeat(2));
    app.send("\tCerys\tHughes");
    app.send(&keys::TAB.repeat(9));
    app.send("Out overnight twice.\t \t");
    app.send(&keys::RIGHT.repeat(2));
    app.send("\tMum\t\t");
    app.send(keys::RIGHT);
    app.send(keys::CTRL_S);
    app.wait_for_text("Recorded as NPT-26-001");
    app.send(keys::CTRL_C);
    app.wait_for_text("Leave Diogel?");
    app.send(keys::ENTER);
    assert!(app.wait_for_exit().success());
    assert_given_back(&app);
    let is_there = |row: String| row.trim() == "NPT-26-001";
    app.wait_for("the reference", |screen| screen.rows(0, 80).any(is_there));
}

#[test]
fn without_a_terminal_it_says_so_and_ends_with_2() {
    let (_folder, path) = store();
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_diogel"))
        .arg("--store")
        .arg(&path)
        .stdin(std::process::Stdio::null())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("terminal"), "{said}");
}
