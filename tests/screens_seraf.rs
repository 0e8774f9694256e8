//! The SERAF as a person meets it: keys in, screens out, over a real store.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::string_slice,
    reason = "a test stops at the first fault, and knows its own texts"
)]

use std::path::Path;

#[path = "support/assessing.rs"]
mod assessing;
#[path = "support/house.rs"]
mod house;
#[path = "support/stores.rs"]
mod stores;

use assessing::{AT_RISK, assessed, at, go_to, seraf, seraf_on, store, tick};
use house::House;
use stores::{found, run};

/// A statement on the selected line: who, how known (so many steps to the right), when.
fn say(house: &mut House, who: &str, steps: usize, when: &str) {
    house.press("ea");
    house.type_in(who);
    house.press("<tab>");
    house.press(&"<right>".repeat(steps));
    house.press("<tab>");
    house.type_in(when);
    house.press("<ctrl-s><esc>");
}

fn sessions(path: &Path) -> (House, House) {
    (seraf(path, "worker"), seraf(path, "other"))
}

fn scores(path: &Path) -> Vec<String> {
    found::<String>(
        path,
        "SELECT status || ' ' || coalesce(score, '-') FROM assessment ORDER BY id",
    )
}

#[test]
fn empty_form_is_drawn_at_both_sizes() {
    let (_folder, path) = store();
    let mut house = seraf(&path, "worker");
    insta::assert_snapshot!("empty_form_80x24", house.screen());
    house.resize(120, 40);
    insta::assert_snapshot!("empty_form_120x40", house.screen());
    house.resize(40, 12);
    insta::assert_snapshot!("empty_form_40x12", house.screen());
}

#[test]
fn form_half_filled_shows_its_warnings_and_what_follows() {
    let (_folder, path) = store();
    let mut house = seraf(&path, "worker");
    tick(&mut house, "V4 V8 M1 M3 S1:3 S4:2");
    go_to(&mut house, "V5");
    house.press("x<down>-");
    go_to(&mut house, "S1");
    say(&mut house, "Cwrt Sart school", 2, "3 nov");
    insta::assert_snapshot!("mid_form_80x24", house.screen());
    house.resize(120, 40);
    insta::assert_snapshot!("mid_form_120x40", house.screen());
    house.press("h");
    insta::assert_snapshot!("guide_120x40", house.screen());
    house.press("<esc><f3>");
    house.resize(80, 24);
    insta::assert_snapshot!("mid_form_welsh_80x24", house.screen());
}

#[test]
fn everything_ticked_is_65_points() {
    let (_folder, path) = store();
    let mut house = seraf(&path, "worker");
    let all: Vec<String> = (1..=11)
        .map(|n| format!("V{n}"))
        .chain((1..=12).map(|n| format!("M{n}")))
        .chain((1..=7).map(|n| format!("S{n}:3")))
        .collect();
    tick(&mut house, &all.join(" "));
    insta::assert_snapshot!("all_ticked_80x24", house.screen());
    house.press("<f2><enter>");
    house.sees("before the Principal Officer");
    assert_eq!(scores(&path), ["completed 65"]);
}

#[test]
fn every_key_is_saved_and_another_session_sees_it() {
    let (_folder, path) = store();
    let mut house = seraf(&path, "worker");
    house.press("<space><down>x<down>-<down><space>c");
    house.sees("draft, saved 10:42");
    let answers = found::<String>(&path, "SELECT answers FROM assessment");
    assert_eq!(
        answers,
        [
            r#"{"form":"seraf-wales","answers":{"V1":["present"],"V2":"no","V3":"not-known"},"extra":{}}"#
        ]
    );
    let other = seraf(&path, "other");
    other.sees("[x]    V1");
}

#[test]
fn undo_and_redo_go_back_and_forth_over_the_whole_form() {
    let (_folder, path) = store();
    let mut house = seraf(&path, "worker");
    house.press("<space>j<right><tab>");
    house.type_in("a new phone");
    house.press("<esc>");
    go_to(&mut house, "S1");
    say(&mut house, "school", 1, "3 nov");
    house.press("<space>");
    house.sees("6  category 2");
    house.press("uuu");
    house.sees("1  category 1");
    house.press("u");
    house.sees("0  category 1");
    house.press("u");
    house.sees("nothing to undo");
    house.press("<ctrl-r><ctrl-r><ctrl-r><ctrl-r>");
    house.sees("6  category 2");
    house.sees("school, 3 Nov 2026");
    house.press("<ctrl-r>");
    house.sees("nothing to redo");
    let stored = found::<String>(&path, "SELECT judgement_reason FROM assessment");
    assert_eq!(stored, ["a new phone"]);
}

#[test]
fn dates_that_say_another_column_are_offered_and_taken() {
    let (_folder, path) = store();
    let mut house = seraf(&path, "worker");
    go_to(&mut house, "S1");
    house.press("<space>ea");
    house.type_in("Mum");
    house.press("<tab><right><tab>");
    house.type_in("1 feb");
    house.press("<esc>");
    house.sees("The dates say: 6–12 months ago");
    house.press("<esc>");
    house.sees("dates differ: t");
    house.press("t");
    house.sees("Ticked as the dates say.");
    house.sees("1  category 1");
    house.press("<up>t");
    house.sees("No date of this line falls in a column");
}

#[test]
fn statement_half_typed_is_kept_and_comes_back() {
    let (_folder, path) = store();
    let mut house = seraf(&path, "worker");
    go_to(&mut house, "S1");
    house.press("ea");
    house.press("<tab><tab>");
    house.type_in("31/2");
    house.press("<esc>");
    house.sees("Say who said so.");
    house.sees("Not understood as a day");
    insta::assert_snapshot!("statement_faults_80x24", house.screen());
    house.press("<esc>");
    house.sees("Not recorded yet");
    let mut again = seraf(&path, "worker");
    go_to(&mut again, "S1");
    again.press("ea");
    again.sees("31/2");
    for _ in 0..4 {
        again.press("<backspace>");
    }
}

#[test]
fn statement_taken_out_is_brought_back_by_undo() {
    let (_folder, path) = store();
    let mut house = seraf(&path, "worker");
    go_to(&mut house, "S1");
    say(&mut house, "school", 1, "3 nov");
    say(&mut house, "Mum", 3, "1 nov");
    house.press("e<down><delete>");
    house.does_not_see("Mum");
    house.press("u");
    house.sees("Mum (an opinion), last known 1 Nov 2026");
    house.press("<down><enter>");
    house.sees("▌Who said so *             Mum");
    house.press("<esc><esc>");
}

#[test]
fn completing_names_what_blocks_and_leads_there() {
    let (_folder, path) = store();
    let mut house = seraf(&path, "worker");
    house.press("<f2>");
    house.sees("Nothing is answered yet.");
    house.press("<enter>");
    tick(&mut house, "S1");
    house.press("d");
    for _ in 0..10 {
        house.press("<backspace>");
    }
    house.type_in("30/11/2026");
    house.press("<esc>");
    house.sees("That day is still to come.");
    for _ in 0..10 {
        house.press("<backspace>");
    }
    house.type_in("fri");
    house.press("<esc>");
    house.sees("on 20 Nov 2026");
    house.press("<f2>");
    insta::assert_snapshot!("points_80x24", house.screen());
    house.press("<enter>");
    house.sees("Why this category");
    house.type_in("once, with a cousin");
    house.press("<esc><f2>");
    house.sees("Complete this SERAF?");
    house.press("<esc>");
    assert_eq!(scores(&path), ["draft -"]);
    house.press("<f2><enter>");
    assert_eq!(scores(&path), ["completed 5"]);
    house.sees("Completed and locked.");
}

#[test]
fn two_sessions_on_one_draft_lose_nothing() {
    let (_folder, path) = store();
    let (mut mine, mut theirs) = sessions(&path);
    tick(&mut theirs, "S1 S2");
    tick(&mut mine, "V1");
    mine.sees("Two versions of this draft");
    insta::assert_snapshot!("conflict_80x24", mine.screen());
    // Not now: what is typed waits, and nothing of theirs is overwritten.
    mine.press("<esc>");
    mine.sees("two versions: Ctrl-S");
    tick(&mut mine, "S1:2");
    mine.press("<ctrl-s>");
    mine.sees("both changed it");
    mine.press("<down>");
    insta::assert_snapshot!("conflict_both_changed_80x24", mine.screen());
    mine.press("<f2>");
    mine.sees("The two versions are one now");
    mine.sees("draft, saved");
    // Mine of S1, theirs of S2, mine of V1: 1 + 5 + 1.
    mine.sees("7  category 2");
    let answers = found::<String>(&path, "SELECT answers FROM assessment");
    assert!(answers[0].contains(r#""V1":["present"],"S1":["past"],"S2":["current"]"#));
    // One's own version is one step back.
    mine.press("u");
    mine.sees("2  category 1");
}

#[test]
fn draft_completed_by_another_keeps_ones_own_for_a_new_one() {
    let (_folder, path) = store();
    let (mut mine, mut theirs) = sessions(&path);
    tick(&mut theirs, "V1 V2");
    theirs.press("<f2><enter>");
    tick(&mut mine, "V3");
    mine.sees("completed this draft");
    insta::assert_snapshot!("conflict_completed_80x24", mine.screen());
    mine.press("<f2>");
    mine.sees("[x]    V1");
    mine.sees("[x]    V3");
    mine.sees("was 2:");
    assert_eq!(scores(&path), ["completed 2", "draft -"]);
}

#[test]
fn what_waits_when_the_program_is_locked_comes_back() {
    let (_folder, path) = store();
    let (mut mine, mut theirs) = sessions(&path);
    tick(&mut theirs, "S1");
    tick(&mut mine, "V1");
    mine.press("<esc>");
    mine.press("<ctrl-l>");
    let mut mine = seraf(&path, "worker");
    mine.sees("Two versions of this draft");
    mine.press("<f2>");
    mine.sees("1  category 1");
}

#[test]
fn texts_come_back_as_typed_after_a_kill() {
    let (_folder, path) = store();
    {
        let mut house = seraf(&path, "worker");
        go_to(&mut house, "What protects");
        house.press("<enter>");
        house.type_in("Nan, football");
        // Killed here, in the middle of the form.
    }
    let mut house = seraf(&path, "worker");
    go_to(&mut house, "What protects");
    house.sees("Nan, football");
}

#[test]
fn second_assessment_says_what_is_new_gone_and_aged_out() {
    let (_folder, path) = store();
    let mut first = seraf_on(&path, "worker", at(2, 2, 10, 0));
    tick(&mut first, "V4 S1 S2 S3");
    go_to(&mut first, "S1");
    say(&mut first, "school", 2, "1 feb");
    first.press("<f2><enter>");
    let mut house = seraf(&path, "worker");
    house.sees("Lifelong ticks, evidence and known facts came over");
    house.sees("not asked yet");
    tick(&mut house, "S1:2 S4");
    go_to(&mut house, "S2");
    house.press("x<down>x");
    insta::assert_snapshot!("second_form_80x24", house.screen());
    house.sees("was 16: +5 new");
    house.sees("The category was 4 before");
}

#[test]
fn history_is_a_chart_and_the_same_in_words() {
    let (_folder, path) = store();
    assessed(&path, at(2, 2, 10, 0), "V4 V8", "");
    assessed(&path, at(5, 4, 10, 0), "M1 M3 S1 S4:2", "one night only");
    assessed(&path, at(8, 3, 10, 0), "M1 M3 S1 S2 S4", "");
    let mut house = seraf(&path, "worker");
    house.press("v");
    insta::assert_snapshot!("history_80x24", house.screen());
    house.resize(120, 40);
    insta::assert_snapshot!("history_120x40", house.screen());
    house.press("<down><enter>");
    house.sees("completed by Gethin Pugh");
    house.press("G");
    house.sees("one night only");
    house.press("<space>");
    house.press("<esc><esc>");
    house.sees("draft");
}

#[test]
fn those_who_may_not_assess_see_what_was_completed() {
    let (_folder, path) = store();
    assessed(&path, at(8, 3, 10, 0), "V4 V8", "");
    let mut house = seraf(&path, "duty");
    house.sees("SERAF over time");
    house.press("a");
    house.sees("Your role does not allow that.");
    house.press("f");
    house.sees("Your role does not allow that.");
    house.press("<enter>");
    house.sees("[x]    V4");
    assert_eq!(scores(&path), ["completed 2"]);
}

/// The selected line.
fn selected(house: &House) -> String {
    let screen = house.screen();
    let line = screen.lines().find(|line| line.starts_with('▌'));
    line.unwrap_or_default().to_owned()
}

#[test]
fn every_key_of_moving_goes_where_it_says() {
    let (_folder, path) = store();
    let mut house = seraf(&path, "worker");
    for (keys, line) in [
        ("<down>", "V2 "),
        ("<up>", "V1 "),
        // The first line has nothing above it.
        ("<up>", "V1 "),
        ("<tab>", "M1 "),
        ("<tab>", "S1 "),
        ("<tab>", "Own judgement"),
        ("<tab>", "Ethnicity"),
        ("<tab>", "V1 "),
        ("<backtab>", "Ethnicity"),
        ("<backtab>", "Own judgement"),
        ("<backtab>", "S1 "),
        ("<down><backtab>", "S1 "),
        ("G", "Exploitation named before"),
        ("<down>", "Exploitation named before"),
        ("<home>", "V1 "),
        ("<end>", "Exploitation named before"),
        ("g", "V1 "),
        ("<ctrl-d><ctrl-u>", "V1 "),
        ("<pgdn><pgup>", "V1 "),
    ] {
        house.press(keys);
        let found = selected(&house);
        assert!(found.contains(line), "{keys}: {found}");
    }
    house.press("<pgdn>");
    assert!(!selected(&house).contains("V1 "));
    // The heading over the first line of a section stays in sight.
    house.press("g<tab><tab>");
    house.sees("Significant indicators");
}

#[test]
fn column_key_and_clear_key_work_by_letter_and_by_name() {
    let (_folder, path) = store();
    let mut house = seraf(&path, "worker");
    go_to(&mut house, "S1");
    house.press("o<space>");
    house.sees("[ ][x] S1");
    house.press("o<space>");
    house.sees("[x][x] S1");
    house.press("<delete>");
    house.sees("[·][·] S1");
    house.press("<left><space>c");
    house.sees("[·][·] S1");
    go_to(&mut house, "May have been harmed");
    for (key, says) in [
        ("<space>", "yes"),
        ("x", "no"),
        ("-", "not known"),
        ("c", "not asked"),
    ] {
        house.press(key);
        assert!(
            selected(&house).contains(says),
            "{key}: {}",
            selected(&house)
        );
    }
    go_to(&mut house, "What protects");
    house.press("<space>");
    house.sees("There is nothing to tick on this line");
}

#[test]
fn closed_case_still_shows_what_was_completed() {
    let (_folder, path) = store();
    assessed(&path, at(8, 3, 10, 0), "V4 V8", "");
    run(
        &path,
        "UPDATE case_record SET stage = 'closed', closed_on = '2026-10-01' WHERE id = 1",
    );
    let mut house = seraf(&path, "worker");
    house.sees("3 Aug 2026    2  category 1");
    house.press("f");
    house.sees("The case is closed.");
}

#[test]
fn guidance_of_a_line_is_one_key_away() {
    let (_folder, path) = store();
    let mut house = seraf(&path, "worker");
    go_to(&mut house, "M6");
    house.press("h");
    house.sees("Taking it back does not mean that it did not happen.");
    house.press("<esc><f3>h");
    house.sees("Nid yw tynnu'n ôl yn golygu na ddigwyddodd.");
}

#[test]
fn names_are_hidden_by_the_privacy_key() {
    let (_folder, path) = store();
    assessed(&path, at(11, 20, 10, 0), AT_RISK, "");
    let mut house = seraf(&path, "worker");
    house.press("<f8>");
    house.does_not_see("Llewellyn");
    house.press("v");
    house.does_not_see("Llewellyn");
}

#[test]
fn screens_are_drawn_at_every_size() {
    let (_folder, path) = store();
    assessed(&path, at(8, 3, 10, 0), "V4 V8", "");
    let mut house = seraf(&path, "worker");
    tick(&mut house, "S1:3");
    say(&mut house, "school", 1, "3 nov");
    for keys in [
        "",
        "h",
        "<esc>e",
        "a",
        "<esc><esc>j",
        "<esc><f2>",
        "<esc>v",
        "<enter>",
        "<esc><esc>f",
    ] {
        house.press(keys);
        for (cols, rows) in [
            (200, 60),
            (120, 40),
            (80, 24),
            (40, 12),
            (20, 6),
            (20, 5),
            (1, 1),
        ] {
            house.resize(cols, rows);
            house.frame(cols, rows);
        }
        house.frame(0, 0);
        house.resize(80, 24);
    }
}
