//! The Principal Officer's decision as a person meets it: keys in, screens out, over a real store.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::string_slice,
    reason = "a test stops at the first fault, and knows its own texts"
)]

use diogel::app::screen::{Decision, Screen};

#[path = "support/assessing.rs"]
mod assessing;
#[path = "support/house.rs"]
mod house;
#[path = "support/stores.rs"]
mod stores;

use assessing::{AT_RISK, CASE, assessed, at, at_screen, seraf, store};
use house::House;
use stores::{found, now};

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
