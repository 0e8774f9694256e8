//! The SERAF and the decision as a person meets them: keys in, screens out, over a real store.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::string_slice,
    reason = "a test stops at the first fault, and knows its own texts"
)]

use std::path::{Path, PathBuf};

use chrono::{DateTime, TimeZone, Utc};
use diogel::app::model::Standing;
use diogel::app::screen::{Admin, Decision, Screen, Seraf};
use diogel::domain::case::CaseId;
use diogel::domain::roles::Role;
use tempfile::TempDir;

#[path = "support/house.rs"]
mod house;
#[path = "support/stores.rs"]
mod stores;

use house::House;
use stores::{STAFF, found, now, run, store_of};

const CASE: CaseId = CaseId(1);

fn at(month: u32, day: u32, hour: u32, minute: u32) -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, month, day, hour, minute, 0)
        .unwrap()
}

/// A store with people and one young person to be assessed.
fn store() -> (TempDir, PathBuf) {
    let [duty, worker, principal, _] = STAFF;
    let other = ("other", "Lowri Hâf", Role::SocialWorker);
    let (folder, path) = store_of(&[duty, worker, other, principal], now());
    run(
        &path,
        "INSERT INTO case_record (id, uid, reference, given_name, family_name, name_key,
            stated_age, living, language, stage, opened_on, last_event_at)
         VALUES (1, 'u1', 'NPT-26-041', 'Siân', 'Llewellyn', 'sian llewellyn', 14, 'at-home',
            'cy', 'assessing', '2026-11-01', '2026-11-01T09:00:00Z')",
    );
    (folder, path)
}

/// Somebody who has come in, with a screen in front of them.
fn at_screen(
    path: &Path,
    user: &str,
    now: DateTime<Utc>,
    size: (u16, u16),
    screen: Screen,
) -> House {
    let mut house = House::open(path, now, size);
    house.come_in(user);
    let standing = |serial, screen| Standing { serial, screen };
    house.model.stack.push(standing(1_000_000, screen));
    let above = Screen::Admin(Admin::default());
    house.model.stack.push(standing(1_000_001, above));
    house.press("<esc>");
    house
}

fn seraf(path: &Path, user: &str) -> House {
    let screen = Screen::Seraf(Seraf::new(CASE));
    at_screen(path, user, now(), (80, 24), screen)
}

fn seraf_on(path: &Path, user: &str, now: DateTime<Utc>) -> House {
    let screen = Screen::Seraf(Seraf::new(CASE));
    at_screen(path, user, now, (80, 24), screen)
}

/// Goes to a line of the form by its id, from the top.
#[track_caller]
fn go_to(house: &mut House, id: &str) {
    house.press("g");
    for _ in 0..60 {
        let screen = house.screen();
        let selected = screen.lines().find(|line| line.starts_with('▌'));
        let words = selected.unwrap_or_default();
        if words.split_whitespace().any(|word| word == id) || words.contains(id) && id.len() > 3 {
            return;
        }
        house.press("<down>");
    }
    panic!("{id} is not on the form:\n{}", house.screen());
}

/// Ticks these lines: in the first column, in the second (`S1:2`), or in both (`S1:3`).
fn tick(house: &mut House, ticks: &str) {
    for tick in ticks.split_whitespace() {
        let (id, which) = tick.split_once(':').unwrap_or((tick, "1"));
        go_to(house, id);
        house.press(match which {
            "2" => "<right><space><left>",
            "3" => "<space><right><space><left>",
            _ => "<space>",
        });
    }
}

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

/// A whole assessment at this moment, completed.
fn assessed(path: &Path, now: DateTime<Utc>, ticks: &str, reason: &str) {
    let mut house = seraf_on(path, "worker", now);
    tick(&mut house, ticks);
    if !reason.is_empty() {
        go_to(&mut house, "Why this category");
        house.press("<enter>");
        house.type_in(reason);
        house.press("<esc>");
    }
    house.press("<f2><enter>");
    house.sees("SERAF over time");
}

fn sessions(path: &Path) -> (House, House) {
    (seraf(path, "worker"), seraf(path, "other"))
}

const AT_RISK: &str = "V1 S1 S2 S3";

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
    house.sees("Lifelong ticks and evidence came over");
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
        ("<tab>", "V1 "),
        ("<backtab>", "Own judgement"),
        ("<backtab>", "S1 "),
        ("<down><backtab>", "S1 "),
        ("G", "Day of assessment"),
        ("<down>", "Day of assessment"),
        ("<home>", "V1 "),
        ("<end>", "Day of assessment"),
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
fn case_below_16_is_put_forward_with_a_reason() {
    let (_folder, path) = store();
    assessed(&path, now(), "V4", "");
    let mut house = seraf(&path, "worker");
    house.press("f");
    insta::assert_snapshot!("put_forward_80x24", house.screen());
    house.press("<ctrl-s>");
    house.sees("Say why in your own words.");
    house.type_in("two older men in a car");
    house.press("<ctrl-s>");
    house.sees("now before the Principal Officer");
    assert_eq!(
        found::<String>(&path, "SELECT stage FROM case_record"),
        ["put-forward"]
    );
}

#[test]
fn principal_officer_sees_what_waits_and_decides() {
    let (_folder, path) = store();
    assessed(&path, at(11, 20, 10, 0), AT_RISK, "");
    let mut house = House::inside(&path, now(), "principal");
    house.press("D");
    insta::assert_snapshot!("waiting_80x24", house.screen());
    house.press("<enter>");
    insta::assert_snapshot!("decision_empty_80x24", house.screen());
    house.press("<ctrl-s>");
    house.sees("Choose what is decided");
    house.press("<right>");
    house.sees("As the score says.");
    house.press("<right>");
    house.sees("Against the score, which says at risk (16)");
    house.press("<tab>");
    house.type_in("Placed with an aunt in Tenby; no contact since.");
    house.press("<ctrl-s>");
    house.sees("Say what is done instead of a meeting.");
    house.type_in("Better Futures weekly; SERAF again in a month.");
    insta::assert_snapshot!("decision_against_80x24", house.screen());
    house.resize(120, 40);
    insta::assert_snapshot!("decision_against_120x40", house.screen());
    house.press("<ctrl-s>");
    house.sees("Decided: not heard.");
    house.sees("No case waits for a decision.");
    assert_eq!(
        found::<String>(&path, "SELECT stage FROM case_record"),
        ["not-heard"]
    );
    let screen = Screen::Decision(Decision::new(CASE));
    let house = at_screen(&path, "duty", now(), (80, 24), screen);
    house.sees("AGAINST THE SCORE");
    insta::assert_snapshot!("decision_read_80x24", house.screen());
}

#[test]
fn decision_half_typed_is_kept_as_a_draft() {
    let (_folder, path) = store();
    assessed(&path, at(11, 20, 10, 0), AT_RISK, "");
    let decision = || Screen::Decision(Decision::new(CASE));
    let mut house = at_screen(&path, "principal", now(), (80, 24), decision());
    house.press("<right><tab>");
    house.type_in("Because of the car");
    drop(house);
    let mut house = at_screen(&path, "principal", now(), (80, 24), decision());
    house.sees("Because of the car");
    house.press("<ctrl-x><enter>");
    house.does_not_see("Because of the car");
}

#[test]
fn decision_made_meanwhile_is_shown_before_another_is_taken() {
    let (_folder, path) = store();
    assessed(&path, at(11, 20, 10, 0), AT_RISK, "");
    let decision = || Screen::Decision(Decision::new(CASE));
    let mut first = at_screen(&path, "principal", now(), (80, 24), decision());
    let mut second = at_screen(&path, "principal", now(), (80, 24), decision());
    first.press("<right><tab>");
    first.type_in("heard");
    first.press("<ctrl-s>");
    second.press("<right><right><tab>");
    second.type_in("not heard");
    second.press("<tab>");
    second.type_in("nurse");
    second.press("<ctrl-s>");
    second.sees("Somebody decided on this case");
    second.sees("Decided before");
    second.sees("not heard");
    second.press("<ctrl-s>");
    assert_eq!(
        found::<String>(&path, "SELECT outcome FROM decision ORDER BY id"),
        ["meeting", "no-meeting"]
    );
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

#[test]
fn random_keys_never_break_the_form() {
    let (_folder, path) = store();
    assessed(&path, at(8, 3, 10, 0), "V4 S1:2", "past");
    let keys = [
        "<space>",
        "<down>",
        "<up>",
        "<right>",
        "x",
        "-",
        "c",
        "e",
        "j",
        "h",
        "v",
        "d",
        "f",
        "t",
        "a",
        "u",
        "<ctrl-r>",
        "<f2>",
        "<esc>",
        "<enter>",
        "<tab>",
        "<backtab>",
        "<delete>",
        "g",
        "G",
        "<pgdn>",
        "<pgup>",
        "<ctrl-s>",
        "o",
        "m",
    ];
    let mut house = seraf(&path, "principal");
    let mut state: u64 = 0x2026_1123;
    for step in 0..1500 {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        let at = usize::try_from(state >> 33).unwrap() % keys.len();
        house.press(keys[at]);
        if step % 50 == 0 {
            let sizes = [(80, 24), (120, 40), (20, 6), (20, 5), (1, 1)];
            let (cols, rows) = sizes[step / 50 % sizes.len()];
            house.resize(cols, rows);
            house.screen();
        }
        if house.model.stack.len() < 2 {
            house = seraf(&path, "principal");
        }
    }
}
