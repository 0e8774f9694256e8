//! Deciding on a referral in the whole program, what is owed after it, details put right, and
//! pictures.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::string_slice,
    reason = "a test stops at the first fault, and knows its own texts"
)]

use diogel::app::screen::{Screen, Triage};

#[path = "support/house.rs"]
mod house;
#[path = "support/referrals.rs"]
mod referrals_store;

use house::House;
use referrals_store::{now, store};

/// The page of a case, found by its reference.
fn at_case(path: &std::path::Path, size: (u16, u16), user: &str, reference: &str) -> House {
    let mut house = House::open(path, now(), size);
    house.come_in(user);
    house.press("/");
    house.type_in(reference);
    house.press("<enter><enter>");
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
fn look() {
    let (_folder, path) = store();
    let mut house = at_triage(&path, (80, 24), "duty");
    insta::assert_snapshot!("triage_80", house.screen());
    insta::assert_snapshot!("triage_120", house.frame(120, 40));
    house.press("<right><right>");
    insta::assert_snapshot!("triage_strategy_80", house.screen());
}
