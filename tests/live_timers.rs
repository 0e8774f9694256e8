//! The times of Part 1 go on by themselves, and cost a few bytes a minute; nothing else does.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test stops at the first fault"
)]

use diogel::store::testing;

#[path = "support/cerys.rs"]
mod cerys;
#[path = "support/pty.rs"]
mod pty;

use cerys::store;
use pty::{Pty, PtyProgram, keys};

/// Minutes to Part 2, as they stand at the top.
fn minutes_left(app: &Pty) -> Option<i64> {
    let screen = app.screen_text();
    let (_, after) = screen.split_once("Part 2 in ")?;
    after.split_whitespace().next()?.parse().ok()
}

#[test]
fn times_of_part_1_go_on_while_nobody_touches_a_key() {
    let (_folder, path) = store();
    let mut app = PtyProgram::diogel()
        .args(["--user", "duty", "--store"])
        .args([&path])
        .env("DIOGEL_CLOCK", "+2026-11-23T10:42:54Z")
        .start();
    app.wait_for_text("fictional");
    app.send(testing::PASSPHRASE);
    app.send(keys::ENTER);
    app.wait_for_text("Monday 23 November 2026");
    app.send("3");
    app.wait_for_text("initial ·");
    app.send("r");
    app.wait_for_text("PROFESSIONALS ONLY");
    app.send("b");
    app.wait_for_text("Part 2 in ");
    let left = minutes_left(&app).unwrap();
    let before = app.bytes().len();
    app.wait_for_text(&format!("Part 2 in {}", left - 1));
    let sent = app.bytes().len() - before;
    assert!(sent < 100, "{sent} bytes for a minute");
}
