//! Part 2 in a real terminal, ended in every way that there is: killed, told to end, crashed, hung
//! up, locked, left. What comes back is the locked screen, and behind it the family's view alone;
//! and no byte of any of it says anything of Part 1.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test stops at the first fault"
)]

use diogel::store::testing;
use rustix::process::Signal;

#[path = "support/cerys.rs"]
mod cerys;
#[path = "support/cerys_part2.rs"]
mod cerys_part2;
#[path = "support/in_part1.rs"]
mod in_part1;
#[path = "support/in_terminal.rs"]
mod in_terminal;
#[path = "support/pty.rs"]
mod pty;
#[path = "support/stores.rs"]
mod stores;

use cerys::SECRET;
use cerys_part2::store_in_part2;
use in_terminal::come_in;
use pty::{Pty, keys};

/// In what way a session ends.
#[derive(Debug, Clone, Copy)]
enum End {
    Signal(Signal),
    HangUp,
    Leave,
}

const ENDS: [End; 7] = [
    End::Signal(Signal::KILL),
    End::Signal(Signal::TERM),
    End::Signal(Signal::INT),
    // As a crash of the program or of a library in it ends it.
    End::Signal(Signal::ABORT),
    End::Signal(Signal::ILL),
    End::HangUp,
    End::Leave,
];

#[track_caller]
fn says_nothing_of_part_1(app: &Pty, after: &str) {
    let sent = String::from_utf8_lossy(&app.bytes()).into_owned();
    for held_back in [SECRET, "bus station", "NPT-26-001", "PROFESSIONALS"] {
        assert!(!sent.contains(held_back), "{held_back} after {after}");
    }
}

#[test]
fn part_2_ended_in_any_way_comes_back_to_the_family_s_view_alone() {
    let (_folder, path) = store_in_part2();
    for end in ENDS {
        let mut app = come_in(&path, "duty");
        app.wait_for_text("Welcome, Cerys.");
        // What a crash would write of its memory is nothing.
        let limits = format!("/proc/{}/limits", app.pid().as_raw_nonzero());
        if let Ok(limits) = std::fs::read_to_string(limits) {
            let mut lines = limits.lines();
            let core = lines.find(|line| line.starts_with("Max core file size"));
            let core: Vec<&str> = core.unwrap().split_whitespace().skip(4).collect();
            assert_eq!(core[..2], ["0", "0"], "{core:?}");
        }
        match end {
            End::Signal(signal) => {
                app.signal(signal);
                app.wait_for_exit();
            }
            End::HangUp => {
                app.hang_up();
                app.wait_for_exit();
            }
            End::Leave => {
                app.send(keys::CTRL_C);
                app.wait_for_text("Leave");
                app.send(keys::ENTER);
                app.wait_for_exit();
            }
        }
        says_nothing_of_part_1(&app, &format!("{end:?}"));
    }
}

#[test]
fn part_2_locked_or_suspended_shows_nothing_until_the_chair_comes_back_to_it() {
    let (_folder, path) = store_in_part2();
    let mut app = come_in(&path, "duty");
    app.wait_for_text("Welcome, Cerys.");
    for lock in ["\x0c", keys::CTRL_Z] {
        app.send(lock);
        app.wait_until_gone("Cerys");
        app.wait_for_text("Passphrase");
        // Nothing but a passphrase is of use here.
        app.send("3\x14\x1b:1\x06");
        app.wait_for_text("Passphrase");
        app.send(keys::DELETE);
        app.send("not this");
        app.send(keys::ENTER);
        app.wait_for_text("not this person's passphrase");
        app.send(testing::PASSPHRASE);
        app.send(keys::ENTER);
        app.wait_for_text("Welcome, Cerys.");
    }
    says_nothing_of_part_1(&app, "two locks");
}
