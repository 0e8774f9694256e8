//! What is open in the plan that holds and is left out of the next one: named, asked about line by
//! line, and only then is the next one agreed.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::string_slice,
    reason = "a test stops at the first fault, and knows its own texts"
)]

use chrono::NaiveDate;
use diogel::casework::plans;
use diogel::domain::case::CaseId;
use diogel::domain::plan::{Agreement, Goal, HarmAction, SharedAction, SharedPart};
use diogel::domain::sharing::{Confidential, Shareable};

#[path = "support/cerys.rs"]
mod cerys;
#[path = "support/house.rs"]
mod house;
#[path = "support/stores.rs"]
mod stores;

use cerys::{SECRET, store};
use house::House;
use stores::{as_user, now, opened};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A plan that holds: one goal, two actions before everybody, one against harm.
fn agreed(path: &std::path::Path) {
    let action = |what: &str, by: &str| SharedAction {
        goal: Some(0),
        what: Shareable::new(what),
        who: Shareable::new("Lowri"),
        by: Some(day(by)),
        ..SharedAction::default()
    };
    let part = SharedPart {
        goals: vec![Goal {
            whose: Shareable::new("Cerys"),
            words: Shareable::new("back to football"),
        }],
        actions: vec![
            action("ask the coach", "2026-11-27"),
            action("phone Mum on Fridays", "2026-12-11"),
        ],
        not_agreed: Shareable::default(),
    };
    let harm = HarmAction {
        what: Confidential::new(SECRET),
        who: Confidential::new("South Wales Police"),
        by: Some(day("2026-12-01")),
        ..HarmAction::default()
    };
    let agreement = Agreement {
        on: now().date_naive(),
        by: vec![Shareable::new("Cerys")],
    };
    as_user(&mut opened(path), "duty", now(), |desk| {
        let begun = plans::begin(desk, CaseId(1), None).unwrap();
        let kept = plans::set_shared(desk, begun.id, begun.version, &part).unwrap();
        let kept = plans::set_against_harm(desk, begun.id, kept, &[harm]).unwrap();
        plans::agree(desk, begun.id, kept, &agreement).unwrap();
    });
}

#[test]
fn what_is_left_out_is_named_and_each_line_asked_about_before_agreeing() {
    let (_folder, path) = store();
    agreed(&path);
    let mut house = House::inside(&path, now(), "duty");
    house.press("3c");
    house.press("l");
    house.sees("still to be done: 3");
    house.press("p");
    house.sees("what stands here becomes the plan when it is agreed");
    house.does_not_see("Left out");
    // Both actions and the one against harm are taken out: goal, action, action, not agreed, harm.
    house.press("<down><delete>");
    house.sees("Left out");
    house.press("<delete>");
    house.press("<down><delete>");
    assert_eq!(house.screen().matches("Left out").count(), 3);
    // Agreeing leads to the first of them instead, and says why.
    house.press("s");
    house.sees("is still open, and is not in this one");
    house.sees("not in this one. What became of");
    house.sees("▌Left out");
    // It is done: said in the form that is known from the plan that holds.
    house.press("<enter>");
    house.type_in("she asked, training is on Tuesdays");
    house.press("<tab>");
    house.press("<right>");
    house.sees("(x) done");
    house.press("<ctrl-s>");
    assert_eq!(house.screen().matches("Left out").count(), 2);
    // The second is gone on with, for the goal that it served.
    house.press("s<f3>");
    house.sees("ddaeth ohono?");
    house.press("<f3>b");
    assert_eq!(house.screen().matches("Left out").count(), 1);
    house.sees("phone Mum on Fridays");
    // The last is the professionals' alone, and says so.
    house.press("s");
    house.sees("professionals only");
    house.press("b");
    house.does_not_see("Left out");
    house.press("s");
    house.sees("Who agrees to the plan");
    house.press("<space><ctrl-s>");
    house.sees("The plan is agreed");
    house.sees("still to be done: 2");
}
