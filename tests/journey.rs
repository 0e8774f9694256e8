//! The main job from the first key to the last, through the real binary in a real terminal of
//! 80 columns: referral, triage, SERAF to 16, decision, a meeting in two parts; the program is
//! killed in between, and everything is there again.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test stops at the first fault"
)]

use std::path::{Path, PathBuf};

use tempfile::TempDir;

#[path = "support/in_terminal.rs"]
mod in_terminal;
#[path = "support/pty.rs"]
mod pty;
#[path = "support/stores.rs"]
mod stores;

use pty::{Pty, keys};
use stores::{STAFF, now, store_of};

/// A store of four people, each with a role of the process.
fn store() -> (TempDir, PathBuf) {
    store_of(&STAFF, now())
}

/// The program, with this person inside.
fn come_in(path: &Path, user: &str, name: &str) -> Pty {
    let app = in_terminal::come_in(path, user);
    app.wait_for_text(name);
    app.wait_for_text("Monday 23 November 2026");
    app
}

fn times(key: &str, count: usize) -> String {
    key.repeat(count)
}

#[test]
fn main_job_typed_killed_and_reopened_is_all_there() {
    let (_folder, path) = store();

    // The duty worker begins a referral, and the line is cut in the middle of a word.
    let mut duty = come_in(&path, "duty", "Mari Huws");
    duty.send("n");
    duty.wait_for_text("In danger now?");
    duty.send(&times(keys::RIGHT, 2));
    duty.send("\tCerys\tHughes\t\t\t12/3/2011\t");
    duty.wait_for_text("15 years old");
    duty.send(&times(keys::TAB, 5));
    duty.send("Out overnight twice, and a new pho");
    duty.wait_for_text("a new pho");
    duty.wait_for_text("draft, kept");
    stores::wait_for_draft(&path, "a new pho");
    duty.kill();

    let mut duty = come_in(&path, "duty", "Mari Huws");
    duty.send("n");
    // The cursor is where it was, in the middle of the word.
    duty.wait_for_text("a new pho");
    duty.send("ne that nobody gave her.");
    duty.wait_for_text("a new phone that nobody");
    // What is feared, who told, their name, how to reach them, how it came.
    duty.send("\t \t");
    duty.send(&times(keys::RIGHT, 2));
    duty.send("\tMum\t\t");
    duty.send(keys::RIGHT);
    duty.send(keys::CTRL_S);
    duty.wait_for_text("Recorded as NPT-26-001");
    duty.wait_for_text("to triage");
    duty.send("t");
    duty.wait_for_text("Complete a SERAF");
    duty.send(keys::RIGHT);
    duty.send(keys::CTRL_S);
    duty.wait_for_text("Decided: NPT-26-001");
    duty.kill();

    // The social worker ticks to 15, is killed, and finds the draft as it was.
    let mut worker = come_in(&path, "worker", "Gethin Pugh");
    worker.wait_for_text("NPT-26-001 Cerys Hughes");
    worker.send(keys::ENTER);
    worker.wait_for_text("30 not asked");
    worker.send("\t\t ");
    worker.send(keys::DOWN);
    worker.send(" ");
    worker.send(keys::DOWN);
    worker.send(" ");
    worker.wait_for_text("15  category 3");
    worker.wait_for_text("27 not asked");
    worker.wait_for_text("draft, saved");
    worker.kill();

    let mut worker = come_in(&path, "worker", "Gethin Pugh");
    worker.wait_for_text("Cerys Hughes");
    worker.send(keys::ENTER);
    worker.wait_for_text("15  category 3");
    worker.send("g ");
    worker.wait_for_text("16  category 4");
    worker.send(keys::F2);
    worker.wait_for_text("Complete this SERAF?");
    worker.send(keys::ENTER);
    worker.wait_for_text("Completed and locked");
    worker.kill();

    // 16 is before the Principal Officer at once.
    let mut principal = come_in(&path, "principal", "Anwen Bevan");
    principal.wait_for_text("Decision");
    principal.send(keys::ENTER);
    principal.wait_for_text("heard at a CSE strategy meeting");
    principal.wait_for_text("SERAF 16, category 4");
    principal.send(keys::RIGHT);
    principal.send("\tSignificant and current; the family wants help.");
    principal.send(keys::CTRL_S);
    principal.wait_for_text("to be heard");
    principal.kill();

    // The chair plans the meeting in its two parts.
    let mut chair = come_in(&path, "chair", "Ceri Rosser");
    chair.send("2");
    chair.wait_for_text("to be heard");
    chair.send(keys::ENTER);
    chair.wait_for_text("Worry");
    chair.send("m");
    chair.wait_for_text("Sandfields Community Centre");
    chair.wait_for_text("Part 1");
    chair.wait_for_text("Part 2");
    // Who plans it and may, takes the chair.
    chair.wait_for_text("Ceri Rosser");
    chair.send(keys::CTRL_S);
    chair.wait_for_text("The meeting is planned");
    chair.kill();

    // Reopened, all of it is there.
    let mut chair = come_in(&path, "chair", "Ceri Rosser");
    chair.send("3");
    chair.wait_for_text("Cerys Hughes, 15");
    chair.wait_for_text("initial");
    chair.send("2");
    chair.wait_for_text("Cerys Hughes, 15");
    chair.send("/");
    chair.send("hughes cerx");
    chair.wait_until_gone("NPT-26-001");
    chair.send(keys::BACKSPACE);
    chair.wait_for_text("NPT-26-001");
    chair.send(keys::ENTER);
    chair.wait_for_text("Worry  ");
    chair.send(keys::TAB);
    chair.wait_for_text("chronology");
    for happened in ["Referral received", "SERAF"] {
        chair.wait_for_text(happened);
    }
}
