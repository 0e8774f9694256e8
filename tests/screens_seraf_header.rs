//! The header of the SERAF as a person meets it: filled in, taken over, and the same for two.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::string_slice,
    reason = "a test stops at the first fault, and knows its own texts"
)]

#[path = "support/assessing.rs"]
mod assessing;
#[path = "support/house.rs"]
mod house;
#[path = "support/stores.rs"]
mod stores;

use std::path::Path;

use assessing::{AT_RISK, assessed, at, go_to, seraf, seraf_on, store, tick};
use house::House;
use stores::found;

/// Says something in a field of the header, by its name on the form.
#[track_caller]
fn say(house: &mut House, field: &str, words: &str) {
    go_to(house, field);
    house.press("<enter>");
    house.type_in(words);
    house.press("<esc>");
}

fn headers(path: &Path) -> Vec<String> {
    found::<String>(path, "SELECT about FROM assessment ORDER BY id")
}

#[test]
fn header_stands_last_and_is_drawn_at_both_sizes_in_both_languages() {
    let (_folder, path) = store();
    let mut house = seraf(&path, "worker");
    say(&mut house, "Ethnicity", "Welsh and Somali");
    say(
        &mut house,
        "Known to social services",
        "about 2019, in another authority",
    );
    go_to(&mut house, "Legal status");
    insta::assert_snapshot!("header_80x24", house.screen());
    house.press("<f3>");
    insta::assert_snapshot!("header_welsh_80x24", house.screen());
    house.press("<f3>");
    house.resize(120, 40);
    insta::assert_snapshot!("header_120x40", house.screen());
    house.press("<enter>");
    insta::assert_snapshot!("header_typed_120x40", house.screen());
    house.resize(80, 24);
    insta::assert_snapshot!("header_typed_80x24", house.screen());
}

#[test]
fn what_is_typed_is_saved_with_every_letter_and_undone_as_one_step() {
    let (_folder, path) = store();
    let mut house = seraf(&path, "worker");
    go_to(&mut house, "In care since");
    house.press("<space>");
    house.sees("There is nothing to tick on this line");
    house.press("<enter>");
    house.sees("▌In care since");
    house.type_in("about 2019");
    assert_eq!(headers(&path), [r#"{"in-care-since":"about 2019"}"#]);
    // The next field is a Tab away.
    house.press("<tab>");
    house.sees("▌Child protection plan");
    house.press("<esc>");
    house.sees("▌In care since                  about 2019");
    house.press("u");
    house.does_not_see("about 2019");
    assert_eq!(headers(&path), ["{}"]);
    house.press("<ctrl-r>");
    assert_eq!(headers(&path), [r#"{"in-care-since":"about 2019"}"#]);
    let other = seraf(&path, "other");
    let Some(diogel::app::screen::Screen::Seraf(page)) = other.model.screen() else {
        panic!("not the form");
    };
    let about = &page.sheet().unwrap().content.about;
    assert_eq!(
        about.for_professionals(),
        [("in-care-since", "about 2019")].into()
    );
}

#[test]
fn next_seraf_has_the_header_of_the_last_and_says_so() {
    let (_folder, path) = store();
    let mut first = seraf_on(&path, "worker", at(8, 3, 10, 0));
    tick(&mut first, AT_RISK);
    say(&mut first, "Legal status", "none");
    say(&mut first, "Youth justice", "none");
    let long = "the youth club of the valley, where the coach is trusted most";
    say(&mut first, "Other agencies", long);
    first.press("<f2><enter>");
    let mut house = seraf(&path, "worker");
    house.sees("Lifelong ticks, evidence and known facts came over");
    say(&mut house, "Youth justice", ", and one caution since");
    go_to(&mut house, "Legal status");
    house.sees("none  (as last time)");
    go_to(&mut house, "Other agencies");
    house.sees("the youth club of the valley, …  (as last time)");
    go_to(&mut house, "Legal status");
    house.press("h");
    house.sees("As in the SERAF of 3 Aug 2026.");
    house.press("<esc>");
    go_to(&mut house, "Youth justice");
    house.sees("none, and one caution since");
    house.press("h");
    house.sees("Last time (3 Aug 2026): none");
    house.press("<esc>");
    house.resize(120, 40);
    go_to(&mut house, "Legal status");
    insta::assert_snapshot!("header_taken_over_120x40", house.screen());
    // The one that is completed is read as it was.
    house.press("v<enter>G");
    go_to(&mut house, "Youth justice");
    house.does_not_see("one caution since");
    assert_eq!(
        headers(&path),
        [
            format!(
                r#"{{"legal-status":"none","other-agencies":"{long}","youth-justice":"none"}}"#
            ),
            format!(
                r#"{{"legal-status":"none","other-agencies":"{long}","youth-justice":"none, and one caution since"}}"#
            )
        ]
    );
}

#[test]
fn two_people_in_the_header_of_one_draft_lose_nothing() {
    let (_folder, path) = store();
    let (mut mine, mut theirs) = (seraf(&path, "worker"), seraf(&path, "other"));
    say(&mut theirs, "Other agencies", "theirs");
    say(&mut theirs, "Ethnicity", "Welsh");
    go_to(&mut mine, "Other agencies");
    mine.press("<enter>");
    mine.paste("m");
    mine.sees("Somebody else saved this draft too.");
    // Who types is not interrupted: no letter becomes a command.
    mine.type_in("ine");
    mine.does_not_see("Two versions of this draft");
    mine.sees("two versions: Ctrl-S");
    mine.press("<esc>");
    mine.sees("Two versions of this draft");
    insta::assert_snapshot!("header_conflict_80x24", mine.screen());
    mine.press("<f2>");
    mine.sees("The two versions are one now");
    assert_eq!(
        headers(&path),
        [r#"{"ethnicity":"Welsh","other-agencies":"mine\ntheirs"}"#]
    );
    mine.press("<enter>");
    mine.sees("mine");
    mine.sees("theirs");
}

#[test]
fn names_stay_hidden_by_the_privacy_key_over_the_header() {
    let (_folder, path) = store();
    // The last SERAF has nothing there, so nothing is as in it.
    assessed(&path, at(8, 3, 10, 0), "V4 V8", "");
    let mut house = seraf(&path, "worker");
    say(&mut house, "Other agencies", "the school nurse");
    house.does_not_see("as last time");
    house.press("<f8>");
    house.does_not_see("Llewellyn");
    house.press("<enter>");
    house.does_not_see("Llewellyn");
}
