//! A whole meeting through the real binary in a real terminal, from its preparation over Part 1, the
//! curtain and Part 2 to both minutes, with the program killed in each. Nothing typed is lost, what comes after a kill in Part 2 is the family's
//! view, and the bytes sent after the curtain hold nothing of Part 1.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test stops at the first fault"
)]

use std::path::Path;

use diogel::store::testing;

#[path = "support/cerys.rs"]
mod cerys;
#[path = "support/in_terminal.rs"]
mod in_terminal;
#[path = "support/pty.rs"]
mod pty;
#[path = "support/stores.rs"]
mod stores;

use cerys::{SECRET, store};
use in_terminal::come_in;
use pty::{Pty, PtyProgram, keys};

const PAGE_DOWN: &str = keys::PAGE_DOWN;

/// To the runner, by way of the calendar. A form that was left open there comes up over it.
fn run(app: &mut Pty) {
    app.wait_for_text("Monday 23 November 2026");
    app.send("3");
    // Today names her too: wait for the calendar's own words.
    app.wait_for_text("initial ·");
    app.send("r");
}

#[test]
fn whole_meeting_killed_in_each_part_loses_nothing_and_shows_nothing_of_part_1() {
    let (_folder, path) = store();
    prepare(&path);
    let mut app = come_in(&path, "duty");
    run(&mut app);
    app.wait_for_text("PROFESSIONALS ONLY");
    app.send("b");
    app.wait_for_text("0 of 60 min");
    app.send(keys::DOWN);
    app.send("p");
    app.wait_for_text("present");
    // To the section of wider risks, and killed in the middle of a sentence.
    app.send("G");
    app.send(&"k".repeat(2));
    app.wait_for_text("Wider risks");
    app.send("a");
    app.wait_for_text("What was said");
    app.send("two older men behi");
    app.wait_for_text("men behi");
    stores::wait_for_draft(&path, "men behi");
    app.kill();

    let mut app = come_in(&path, "duty");
    run(&mut app);
    app.wait_for_text("men behi");
    app.send("nd the bus station");
    app.wait_for_text("the bus station");
    app.send(keys::CTRL_S);
    app.wait_until_gone("What was said");
    app.wait_for_text("professionals only");
    // One thing is shared, in the family's words.
    app.send("G");
    app.send("a");
    app.wait_for_text("What was said");
    app.send("Lowri weekly");
    app.send(keys::CTRL_S);
    app.wait_until_gone("What was said");
    app.wait_for_text("s shares it");
    app.send("s");
    app.wait_for_text("Words for the family");
    app.send("Lowri can meet you each week");
    app.wait_for_text("you each week");
    app.send(keys::CTRL_S);
    app.wait_for_text("To the family");

    // The curtain shows what they will see, and is drawn.
    app.send("\x14");
    app.wait_for_text("WHAT THE FAMILY WILL SEE");
    app.wait_for_text("1 Lowri can meet you each week");
    app.wait_for_text("1 other thing stays");
    let before = app.bytes().len();
    app.send(keys::ENTER);
    app.wait_for_text("Welcome, Cerys.");
    app.wait_until_gone("NPT-26-001");
    app.wait_until_gone("Diogel");
    app.send(PAGE_DOWN);
    app.wait_for_text("How is it for you, Cerys");
    app.send("\t\t\tBetter than it w");
    app.wait_for_text("Better than it w");
    let after = app.bytes()[before..].to_vec();
    let after = String::from_utf8_lossy(&after).into_owned();
    assert!(after.contains("\x1b[3J"), "the scrollback was not cleared");
    for held_back in ["bus station", "NPT-26-001", "Hughes ", "older men"] {
        assert!(!after.contains(held_back), "{held_back}");
    }
    stores::wait_for_draft(&path, "Better than it w");
    app.kill();

    // Killed in Part 2: behind the lock stands the family's view and nothing else.
    let mut app = come_in(&path, "duty");
    app.wait_for_text("How is it for you, Cerys");
    app.wait_for_text("Better than it w");
    app.send("as");
    app.send(PAGE_DOWN);
    app.wait_for_text("Kept, in your words");
    app.send(PAGE_DOWN);
    app.wait_for_text("Nothing is in the plan yet");
    app.send("g");
    app.wait_for_text("In your words");
    app.send("back to football");
    app.send(keys::CTRL_S);
    app.wait_for_text("“back to football”");
    app.send("a");
    app.wait_for_text("What will be done");
    app.send("ask the coach\tLowri\t11/12\t");
    app.send(keys::CTRL_S);
    app.wait_for_text("Lowri: ask the coach");
    app.send(PAGE_DOWN);
    app.wait_for_text("Who agrees to the plan");
    app.send(" \t\t4/1");
    app.send(keys::CTRL_S);
    app.wait_for_text("Have we finished?");
    app.send(keys::ENTER);
    app.wait_for_text("Thank you, Cerys.");
    app.wait_for_text("Monday 4 January 2027");
    let whole = String::from_utf8_lossy(&app.bytes()).into_owned();
    assert!(!whole.contains(SECRET) && !whole.contains("NPT-26-001"));

    // Only the passphrase leads back.
    app.send("\x07");
    app.wait_for_text("Your passphrase");
    app.send("not this");
    app.send(keys::ENTER);
    app.wait_for_text("not this person's passphrase");
    app.send(testing::PASSPHRASE);
    app.send(keys::ENTER);
    app.wait_for_text("PROFESSIONALS ONLY");
    app.wait_for_text("ended");
    app.send("G");
    app.wait_for_text("To the family");
    write_minutes(app, &path);
}

/// Cerys was told of the meeting: written down, with a kill in the middle of a word.
fn prepare(path: &Path) {
    let open = |app: &mut Pty| {
        app.wait_for_text("Monday 23 November 2026");
        app.send("3");
        app.wait_for_text("initial ·");
        app.send("i");
        app.wait_for_text("Asked beforehand");
        app.send(keys::ENTER);
        app.wait_for_text("Told by");
    };
    let mut app = come_in(path, "duty");
    open(&mut app);
    app.send("today\tLowri Ham\tat scho");
    app.wait_for_text("at scho");
    stores::wait_for_draft(path, "at scho");
    app.kill();
    let mut app = come_in(path, "duty");
    open(&mut app);
    app.wait_for_text("at scho");
    app.send(keys::CTRL_S);
    app.wait_for_text("by Lowri Ham, at scho");
}

/// Both minutes, drafted from what was recorded and approved, with a kill while they are written.
fn write_minutes(mut app: Pty, path: &Path) {
    app.send("m");
    app.wait_for_text("FULL");
    app.send("d");
    app.wait_for_text(SECRET);
    app.send("e");
    app.wait_for_text("Ctrl-E");
    app.send("Dai Rees will");
    app.wait_for_text("Dai Rees will");
    stores::wait_for_draft(path, "Dai Rees will");
    app.kill();
    let mut app = come_in(path, "duty");
    run(&mut app);
    app.wait_for_text("ended");
    app.send("m");
    app.wait_for_text("FULL");
    app.send("e");
    app.wait_for_text("Dai Rees will");
    app.send(" phone");
    app.wait_for_text("Dai Rees will phone");
    app.send(keys::CTRL_S);
    app.wait_for_text("draft, not approved");
    app.send("a");
    app.send(keys::ENTER);
    app.wait_for_text("approved 23 Nov 2026, Ann Bevan");
    app.send(keys::TAB);
    app.wait_for_text("FAMILY");
    app.send("d");
    app.wait_for_text("Our meeting");
    app.send(keys::CTRL_S);
    app.wait_for_text("draft, not approved");
    app.wait_until_gone(SECRET);
    app.send("a");
    app.send(keys::ENTER);
    app.wait_for_text("approved 23 Nov 2026, Ann Bevan");
}

/// Minutes to Part 2, as they stand at the top.
fn minutes_left(app: &Pty) -> Option<i64> {
    let screen = app.screen_text();
    let (_, after) = screen.split_once("Part 2 in ")?;
    after.split_whitespace().next()?.parse().ok()
}

/// The times of Part 1 cost a few bytes a minute, and nothing else does.
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
    run(&mut app);
    app.wait_for_text("PROFESSIONALS ONLY");
    app.send("b");
    app.wait_for_text("Part 2 in ");
    let left = minutes_left(&app).unwrap();
    let before = app.bytes().len();
    app.wait_for_text(&format!("Part 2 in {}", left - 1));
    let sent = app.bytes().len() - before;
    assert!(sent < 100, "{sent} bytes for a minute");
}
