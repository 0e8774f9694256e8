//! The Risky Behaviour Panel, key by key: its register, and what a meeting gives to it and takes
//! from it.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::string_slice,
    reason = "a test stops at the first fault, and knows its own texts"
)]

#[path = "support/house.rs"]
mod house;
#[path = "support/stores.rs"]
mod stores;

use house::House;
use stores::{demo, now};

#[test]
fn member_of_the_panel_raises_notes_and_closes_an_issue() {
    let (_folder, path) = demo(11, now());
    let mut house = House::inside(&path, now(), "panel");
    // Where their work begins; cases are not theirs.
    insta::assert_snapshot!("panel_80x24", house.screen());
    house.press("2");
    house.sees("Your role does not allow that.");
    house.press("a<ctrl-s>");
    house.sees("Choose what it is about.");
    house.press("<space><tab>");
    house.type_in("Cars wait at the gates");
    // Going away keeps what was typed.
    house.press("<esc>a");
    house.sees("Cars wait at the gates");
    house.press("<ctrl-s>");
    house.sees("Raised as Panel 6.");
    house.press("e");
    house.type_in("School has asked for a patrol");
    house.press("<ctrl-s>");
    house.sees("Noted.");
    house.press("<enter>");
    insta::assert_snapshot!("issue_80x24", house.screen());
    house.press("<esc>e");
    house.type_in("Gone");
    house.press("<tab><tab><right><ctrl-s>");
    house.does_not_see("Cars wait at the gates");
    house.press("f");
    house.sees("Cars wait at the gates");
    house.press("<f3>");
    insta::assert_snapshot!("panel_welsh_80x24", house.screen());
    let mut wide = House::open(&path, now(), (120, 40));
    wide.come_in("panel");
    insta::assert_snapshot!("panel_120x40", wide.screen());
    for (cols, rows) in [(0, 0), (1, 1), (20, 5), (40, 12)] {
        wide.frame(cols, rows);
    }
}

#[test]
fn meeting_takes_an_issue_and_gives_one_and_the_family_sees_neither() {
    let (_folder, path) = demo(11, now());
    let mut house = House::inside(&path, now(), "chair");
    house.press("3r");
    house.press("b<down>p");
    house.press("d");
    house.type_in("skate");
    house.press("<enter><ctrl-s>");
    house.sees("A man of about thirty");
    house.sees("Panel 3");
    house.press("a");
    house.type_in("Seen with others at the weir");
    house.press("<ctrl-s>u");
    house.press("<space><tab>");
    house.type_in("Young people gather at the weir");
    house.press("<ctrl-s>");
    house.sees("Panel 6");
    house.press("<ctrl-t><enter>");
    house.does_not_see("weir");
    house.does_not_see("A man of about thirty");
    house.does_not_see("Panel");
}
