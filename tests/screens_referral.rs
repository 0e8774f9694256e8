//! Taking a referral in the whole program: who it may be, danger, drafts, faults, and pictures.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::string_slice,
    reason = "a test stops at the first fault, and knows its own texts"
)]

use diogel::app::screen::{Referral, Screen};
use diogel::domain::case::CaseId;
use diogel::domain::referral::ReferTo;

#[path = "support/house.rs"]
mod house;
#[path = "support/referrals.rs"]
mod referrals_store;
#[path = "support/stores.rs"]
mod stores;

use house::House;
use referrals_store::{named, store, take};
use stores::{now, opened};

fn at_referral(path: &std::path::Path, size: (u16, u16)) -> House {
    let mut house = House::open(path, now(), size);
    house.come_in("duty");
    house.press("n");
    house.sees("New referral");
    house
}

/// Answers no to danger, and types the name.
fn type_name(house: &mut House, given: &str, family: &str) {
    house.press("<right><right><tab>");
    house.type_in(given);
    house.press("<tab>");
    house.type_in(family);
}

/// Puts everything else that is needed into the form, after the name.
fn fill_the_rest(house: &mut House, account: &str) {
    // Known as, other names, birth date, gender, address, living, school, language.
    house.press("<tab><tab><tab>14<tab><right><tab><tab><right><tab><tab><right><tab>");
    house.type_in(account);
    // Feared; from the family; their name, how reached, by telephone.
    house.press("<tab><space><tab><right><right><tab><tab><tab><right>");
}

fn referral(house: &House) -> &Referral {
    match house.model.screen() {
        Some(Screen::Referral(referral)) => referral,
        other => panic!("not a referral: {other:?}"),
    }
}

#[test]
fn person_who_may_be_the_same_is_shown_while_the_name_is_typed() {
    let (_folder, path) = store();
    let mut house = at_referral(&path, (80, 24));
    insta::assert_snapshot!("referral_empty_80", house.screen());
    type_name(&mut house, "Shan", "Llewelyn");
    house.sees("1 person may be the same");
    house.sees("NPT-26-001  Siân Llewellyn, 14 years old");
    house.sees("name sounds alike");
    house.sees("brother or sister Dafydd Llewellyn NPT-26-002");
    house.sees("same address Ffion Price");
    house.press("<f5>");
    insta::assert_snapshot!("referral_likely_80", house.screen());
    insta::assert_snapshot!("referral_likely_120", house.frame(120, 40));
    house.press("<backspace><backspace><backspace><backspace><backspace><backspace>");
    house.sees("Nobody of that name");
}

#[test]
fn name_in_another_order_and_a_short_form_of_the_same_day_are_shown() {
    let (_folder, path) = store();
    let mut house = at_referral(&path, (80, 24));
    type_name(&mut house, "Llewellyn", "Sian");
    house.sees("name in another order");
    house.press("<ctrl-x><enter>");
    type_name(&mut house, "Dai", "Llewellyn");
    house.does_not_see("NPT-26-002");
    house.press("<tab><tab><tab>9/1/2010");
    house.sees("NPT-26-002");
    house.sees("short form of the name, same date of birth");
}

#[test]
fn referral_joined_to_a_person_shown_goes_to_their_case_and_can_be_let_go() {
    let (_folder, path) = store();
    let mut house = at_referral(&path, (80, 24));
    type_name(&mut house, "Shan", "Llewelyn");
    house.press("<f6>");
    house.sees("Nobody is marked");
    house.press("<f5><f6>");
    house.sees("becomes part of NPT-26-001");
    house.press("<ctrl-o>");
    house.does_not_see("becomes part of");
    house.press("<ctrl-o>");
    fill_the_rest(&mut house, "Seen in a car again.");
    house.press("<ctrl-s>");
    house.sees("Recorded in NPT-26-001, which was there");
    assert!(matches!(house.model.screen(), Some(Screen::Case(_))));
}

#[test]
fn new_referral_saved_says_its_reference_and_leaves_no_draft() {
    let (_folder, path) = store();
    let mut house = at_referral(&path, (80, 24));
    type_name(&mut house, "Cerys", "Hughes");
    fill_the_rest(&mut house, "Seen in a car.");
    house.press("<ctrl-s>");
    house.sees("Recorded as NPT-26-004");
    let mut house = at_referral(&path, (80, 24));
    assert!(!house.screen().contains("Cerys"));
    type_name(&mut house, "Cerys", "Hughes");
    house.sees("same name");
}

#[test]
fn danger_now_says_loudly_to_phone_the_police() {
    let (_folder, path) = store();
    let mut house = at_referral(&path, (80, 24));
    house.press("<right>");
    house.sees("PHONE THE POLICE NOW: 999");
    insta::assert_snapshot!("referral_danger_80", house.screen());
    house.press("<tab>today<tab>10:30");
    house.does_not_see("PHONE THE POLICE");
    house.press("<backtab><backtab><right>");
    house.does_not_see("Police told on");
    // What was typed there comes back with the answer.
    house.press("<left>");
    house.sees("10:30");
    house.does_not_see("PHONE THE POLICE");
}

#[test]
fn faults_are_shown_beside_their_fields_and_nothing_typed_is_lost() {
    let (_folder, path) = store();
    let mut house = at_referral(&path, (80, 24));
    type_name(&mut house, "Cerys", "Hughes");
    house.press("<tab><tab><tab>31/2/2012<ctrl-s>");
    house.sees("There is no such day in the calendar.");
    house.sees("Say what happened");
    house.sees("Cerys");
    insta::assert_snapshot!("referral_faults_80", house.screen());
    insta::assert_snapshot!("referral_faults_120", house.frame(120, 40));
    for _ in 0.."31/2/2012".len() {
        house.press("<backspace>");
    }
    house.press("3/2/2001<ctrl-s>");
    house.sees("adult safeguarding");
}

#[test]
fn draft_comes_back_after_a_lock_and_after_a_kill() {
    let (_folder, path) = store();
    let mut house = at_referral(&path, (80, 24));
    type_name(&mut house, "Shan", "Llewelyn");
    house.press("<f5><f6>");
    fill_the_rest(&mut house, "Seen in a car.");
    house.press("<ctrl-l>");
    house.sees("Locked");
    house.does_not_see("Llewelyn");
    house.type_in("demo");
    house.press("<enter>");
    house.sees("joins NPT-26-001");
    let typed = referral(&house).form.draft();
    drop(house);

    let house = at_referral(&path, (80, 24));
    assert_eq!(referral(&house).form.draft(), typed);
    assert_eq!(
        referral(&house).form.text("what_happened"),
        "Seen in a car."
    );
    assert_eq!(referral(&house).joins.as_ref().unwrap().case, CaseId(1));
    house.sees("joins NPT-26-001");
}

#[test]
fn draft_left_by_esc_is_kept_and_thrown_away_only_when_asked() {
    let (_folder, path) = store();
    let mut house = at_referral(&path, (80, 24));
    type_name(&mut house, "Cerys", "Hughes");
    house.press("<esc>");
    house.does_not_see("New referral:");
    house.press("n");
    house.sees("New referral: Cerys Hughes");
    // It may be about somebody else than the one who is told of now.
    house.sees("This was left unfinished. Ctrl-X throws it away, for a new one.");
    house.press("<ctrl-x>");
    house.sees("Throw away");
    house.press("<esc>");
    house.sees("Cerys");
    house.press("<ctrl-x><enter>");
    house.does_not_see("Cerys");
    house.press("<esc>n");
    house.does_not_see("Cerys");
}

#[test]
fn pastes_that_are_too_long_or_dangerous_lose_nothing_and_reach_no_terminal() {
    let (_folder, path) = store();
    let mut house = at_referral(&path, (80, 24));
    type_name(&mut house, "Cerys", "Hughes");
    house.paste(&"x".repeat(100_000));
    house.sees("none of it was taken");
    assert_eq!(referral(&house).form.text("family_name"), "Hughes");
    house.paste("\u{1b}]0;owned\u{7}\u{1b}[31m\u{202e}-Parry\n\r");
    assert_eq!(referral(&house).form.text("family_name"), "Hughes-Parry  ");
    assert!(!house.screen().contains('\u{1b}'));
    for _ in 0..9 {
        house.press("<tab>");
    }
    house.paste(&"ŵ".repeat(100_000));
    assert_eq!(
        referral(&house).form.text("what_happened").chars().count(),
        100_000
    );
    house.paste("y");
    house.sees("room for 0");
    house.press("<backspace>");
    house.paste("y");
    assert!(referral(&house).form.text("what_happened").ends_with("ŵy"));
}

#[test]
fn restricted_record_shows_its_reference_and_nothing_else() {
    let (_folder, path) = store();
    restrict(&path, "NPT-26-001");
    let mut house = at_referral(&path, (80, 24));
    type_name(&mut house, "Sian", "Llewellyn");
    house.sees("NPT-26-001: restricted");
    house.does_not_see("Siân");
    house.does_not_see("Tŷ Gwyn");
    house.press("<f5><f6>");
    fill_the_rest(&mut house, "Seen in a car.");
    house.press("<ctrl-s>");
    house.sees("restricted to named people");
    assert_eq!(
        referral(&house).form.text("what_happened"),
        "Seen in a car."
    );
}

/// Makes a case restricted, as an import or the Principal Officer would.
fn restrict(path: &std::path::Path, reference: &str) {
    let store = opened(path);
    let changed = store.connection().execute(
        "UPDATE case_record SET restricted = 1 WHERE reference = ?1",
        [reference],
    );
    assert_eq!(changed.unwrap(), 1);
}

#[test]
fn wording_that_blames_is_pointed_to_gently() {
    let (_folder, path) = store();
    let mut house = at_referral(&path, (80, 24));
    type_name(&mut house, "Cerys", "Hughes");
    for _ in 0..9 {
        house.press("<tab>");
    }
    house.type_in("Her boyfriend drove her.");
    house.sees("“boyfriend”: if this is an adult");
    insta::assert_snapshot!("referral_wording_80", house.screen());
}

#[test]
fn long_names_with_accents_and_hidden_names_are_drawn_whole() {
    let (_folder, path) = store();
    let mut house = at_referral(&path, (80, 24));
    type_name(
        &mut house,
        "Siân Angharad Mererid Ŵyn",
        "ap Rhydderch-Fychan o Lanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
    );
    house.press("<tab><tab><tab>3/4/2012");
    house.sees("same date of birth");
    insta::assert_snapshot!("referral_long_80", house.screen());
    house.press("<f8>");
    house.does_not_see("Llewellyn");
    house.does_not_see("Tŷ Gwyn");
    house.press("<f3>");
    house.sees("yr un dyddiad geni");
}

#[test]
fn every_size_is_drawn() {
    let (_folder, path) = store();
    let mut house = at_referral(&path, (80, 24));
    let mut steps = vec![
        "<right>",
        "<tab>",
        "<tab>",
        "Sian",
        "<tab>",
        "Llewellyn",
        "<f5>",
    ];
    steps.extend(["<f6>"; 2]);
    steps.extend(["<tab>"; 22]);
    for step in steps {
        house.press(step);
        for (cols, rows) in [(0, 0), (1, 1), (20, 5), (20, 6), (40, 12), (200, 60)] {
            house.frame(cols, rows);
        }
    }
    insta::assert_snapshot!("referral_40", house.frame(40, 12));
}

#[test]
fn many_people_who_may_be_the_same_are_counted_and_reached_one_after_the_other() {
    let (_folder, path) = store();
    take(
        &path,
        ReferTo::NewCase,
        &[
            named("Shan", "Llewelyn", "2011-05-05", ""),
            named("Siân Mair", "Llewellyn", "2012-04-03", "2 Heol Las, Neath"),
            named("Sian", "Llewelyn", "", ""),
            named("Siân", "Llewellyn", "2009-09-09", ""),
        ],
    );
    let mut house = at_referral(&path, (80, 24));
    type_name(&mut house, "Siân", "Llewellyn");
    house.sees("5 people may be the same");
    house.sees("more");
    house.press("<f5><f5><f5><f5><f5>");
    insta::assert_snapshot!("referral_many_80", house.screen());
    house.press("<f6>");
    house.sees("becomes part of");
    house.press("<f3>");
    insta::assert_snapshot!("referral_welsh_80", house.screen());
    // From the last, the first is the next.
    house.press("<f5><f7>");
    assert!(matches!(house.model.screen(), Some(Screen::Case(_))));
    house.press("<esc>");
    assert_eq!(referral(&house).form.text("given_name"), "Siân");
}
