//! Deciding on a referral in the whole program, what is owed after it, details put right, and
//! pictures.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::string_slice,
    reason = "a test stops at the first fault, and knows its own texts"
)]

use diogel::app::screen::{Screen, Triage};
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
use stores::now;

/// The page of a case, found by its reference.
fn at_case(path: &std::path::Path, size: (u16, u16), user: &str, reference: &str) -> House {
    let mut house = House::open(path, now(), size);
    house.come_in(user);
    house.press("/");
    house.type_in(reference);
    house.press("<enter>");
    assert!(
        matches!(house.model.screen(), Some(Screen::Case(_))),
        "{}",
        house.screen()
    );
    house
}

fn at_triage(path: &std::path::Path, size: (u16, u16), user: &str) -> House {
    let mut house = at_case(path, size, user, "NPT-26-001");
    house.press("t");
    house.sees("Referral NPT-26-001");
    house
}

fn triage(house: &House) -> &Triage {
    match house.model.screen() {
        Some(Screen::Triage(triage)) => triage,
        other => panic!("not triage: {other:?}"),
    }
}

#[test]
fn referral_stands_in_full_beside_its_outcomes() {
    let (_folder, path) = store();
    let mut house = at_triage(&path, (80, 24), "duty");
    house.sees("Out overnight twice");
    house.sees("taken by Mari Huws");
    insta::assert_snapshot!("triage_80", house.screen());
    insta::assert_snapshot!("triage_120", house.frame(120, 40));
    house.press("<pgdn>");
    house.sees("Mum is worried.");
    house.sees("Around them: brother or sister Dafydd Llewellyn NPT-26-002");
    insta::assert_snapshot!("triage_read_on_80", house.screen());
    house.press("<pgup>");
    house.sees("In writing: 1 wd over");
}

#[test]
fn repeat_referral_says_what_was_told_otherwise_and_that_there_is_another() {
    let (_folder, path) = store();
    let mut again = named("Shan", "Llewellyn", "2012-03-04", "9 Heol Newydd");
    again.received_at = now() - chrono::TimeDelta::hours(80);
    take(&path, ReferTo::Case(CaseId(1)), &[again]);
    let mut house = at_triage(&path, (80, 24), "duty");
    house.press("<pgdn><pgdn>");
    house.sees("Told otherwise than the record has it: Given name Shan; Address 9 Heol");
    house.sees("1 other referral");
}

#[test]
fn outcome_says_what_follows_before_it_is_decided() {
    let (_folder, path) = store();
    let mut house = at_triage(&path, (80, 24), "duty");
    house.press("<right>");
    house.sees("Then: a SERAF by Mon 30 Nov");
    house.press("<right>");
    house.sees("police at once, strategy discussion at once, a SERAF");
    house.press("<right><right>");
    house.sees("heard back by");
    house.press("<right>");
    house.sees("the case closes");
}

#[test]
fn decision_for_a_seraf_goes_to_the_case_and_leaves_no_draft() {
    let (_folder, path) = store();
    let mut house = at_triage(&path, (80, 24), "duty");
    house.press("<ctrl-s>");
    house.sees("Choose what happens next");
    house.press("<right><tab>Out twice in a week.<ctrl-s>");
    house.sees("Decided: NPT-26-001");
    house.sees("SERAF under way");
    assert!(matches!(house.model.screen(), Some(Screen::Case(_))));
    house.press("t");
    house.sees("Decided 10:42 by Mari Huws: Complete a SERAF. Out twice in a week.");
    house.press("<ctrl-s>");
    house.sees("Nothing is to be decided");
}

#[test]
fn reason_is_asked_for_where_the_outcome_needs_one_and_the_draft_survives_a_kill() {
    let (_folder, path) = store();
    let mut house = at_triage(&path, (80, 24), "duty");
    house.press("<left><ctrl-s>");
    house.sees("Say why, in a sentence");
    house.press("Her boyfriend is known.");
    house.sees("“boyfriend”: if this is an adult");
    insta::assert_snapshot!("triage_reason_80", house.screen());
    house.press("<ctrl-l>");
    house.does_not_see("known");
    house.type_in("demo");
    house.press("<enter>");
    house.sees("Her boyfriend is known.");
    drop(house);
    let house = at_triage(&path, (80, 24), "duty");
    let form = &triage(&house).form;
    assert_eq!(form.text("reason"), "Her boyfriend is known.");
    assert_eq!(form.chosen("outcome").as_deref(), Some("no-further-action"));
}

#[test]
fn police_and_writing_are_written_down_by_one_key_each() {
    let (_folder, path) = store();
    let mut house = at_triage(&path, (80, 24), "duty");
    house.press("<right>");
    house.press("<f5>");
    house.sees("Police told 10:42");
    house.press("<f6>");
    house.sees("confirmed in writing 10:42");
    house.does_not_see("In writing: 1 wd over");
    house.press("<f6>");
    house.sees("is written down already");
    // What was chosen meanwhile still stands.
    house.sees("(x) Complete a SERAF");
    house.press("<ctrl-s>");
    house.sees("Decided: NPT-26-001");
}

#[test]
fn strategy_discussion_is_written_down_with_police_and_social_services() {
    let (_folder, path) = store();
    let mut house = at_triage(&path, (80, 24), "duty");
    house.press("<right><right><ctrl-s>");
    house.press("t");
    house.sees("PHONE THE POLICE NOW");
    house.press("<f5>");
    house.does_not_see("PHONE THE POLICE NOW");
    house.press("<ctrl-s>");
    house.sees("It needs police and social services at least.");
    insta::assert_snapshot!("triage_discussion_80", house.screen());
    house.press("<space><right><space><tab>Visit tonight.<ctrl-s>");
    house.sees("Written down.");
    house.does_not_see("Strategy:");
}

#[test]
fn referral_passed_on_is_heard_back_from_and_decided_again() {
    let (_folder, path) = store();
    let mut house = at_triage(&path, (80, 24), "duty");
    house.press("<right><right><right><right><tab>The missing team knows her.<ctrl-s>");
    house.press("t");
    house.sees("Hear back");
    house.press("Not theirs.<tab><left><ctrl-s>");
    house.sees("Next steps");
    assert!(triage(&house).form.chosen("outcome").is_none());
}

#[test]
fn record_is_joined_to_an_open_case_by_the_principal_officer() {
    let (_folder, path) = store();
    let mut house = at_triage(&path, (80, 24), "duty");
    house.press("<right><right><right><ctrl-s>");
    house.sees("Type the reference of the open case");
    house.press("npt 26 3<tab>One girl.<ctrl-s>");
    house.sees("Your role does not allow that");
    drop(house);
    let mut house = at_triage(&path, (80, 24), "principal");
    house.press("<right><right><right><tab>npt 26 99<tab>One girl.<ctrl-s>");
    house.sees("There is no such case");
    house.press("<backtab><backspace><backspace>3<ctrl-s>");
    house.sees("Decided: NPT-26-001");
    house.sees("closed");
}

#[test]
fn decision_taken_by_somebody_else_meanwhile_is_shown_and_not_overwritten() {
    let (_folder, path) = store();
    let mut house = at_triage(&path, (80, 24), "duty");
    house.press("<right><tab>Mine.");
    let mut other = at_triage(&path, (80, 24), "principal");
    other.press("<left><tab>Theirs.<ctrl-s>");
    other.sees("Decided");
    house.press("<ctrl-s>");
    house.sees("Somebody has decided on this referral already");
    house.sees("Theirs.");
}

#[test]
fn details_are_put_right_and_a_change_by_somebody_else_is_shown_beside_them() {
    let (_folder, path) = store();
    let mut house = at_case(&path, (80, 24), "duty", "NPT-26-001");
    house.press("e");
    house.sees("1 Tŷ Gwyn, Port Talbot");
    house.press("<tab><tab>Shaz");
    let mut other = at_case(&path, (80, 24), "principal", "NPT-26-001");
    other.press("e<tab><tab><tab><tab><tab><tab>, SA13<ctrl-s>");
    other.sees("The details are saved.");
    house.press("<ctrl-s>");
    house.sees("Someone else changed this");
    house.sees("Address: 1 Tŷ Gwyn, Port Talbot, SA13");
    insta::assert_snapshot!("person_conflict_80", house.screen());
    house.press("<tab><tab><tab><tab>, SA13<ctrl-s>");
    house.sees("The details are saved.");
    house.press("e");
    house.sees("Shaz");
    house.sees("SA13");
    house.press("<tab><tab><tab><tab>");
    for _ in 0..10 {
        house.press("<backspace>");
    }
    house.press("31/2/2012<ctrl-s>");
    house.sees("There is no such day");
    house.press("<ctrl-l>");
    house.type_in("demo");
    house.press("<enter>");
    house.sees("31/2/2012");
}

#[test]
fn every_size_is_drawn() {
    let (_folder, path) = store();
    for key in ["t", "e"] {
        let mut house = at_case(&path, (80, 24), "duty", "NPT-26-001");
        house.press(key);
        for step in [
            "<right>", "<right>", "<tab>", "why", "<tab>", "<pgdn>", "<f5>",
        ] {
            house.press(step);
            for (cols, rows) in [(0, 0), (1, 1), (20, 5), (20, 6), (40, 12), (200, 60)] {
                house.frame(cols, rows);
            }
        }
    }
}
