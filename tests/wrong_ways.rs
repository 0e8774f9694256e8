//! Meetings that do not go as planned, key by key on the screens: nobody noted, nobody came, somebody
//! left, somebody else leads it, cut short and taken up again, two people at its minutes.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::string_slice,
    reason = "a test stops at the first fault, and knows its own texts"
)]

use std::path::Path;

use chrono::Days;
use diogel::store::testing;

#[path = "support/cerys.rs"]
mod cerys;
#[path = "support/cerys_part2.rs"]
mod cerys_part2;
#[path = "support/house.rs"]
mod house;
#[path = "support/in_part1.rs"]
mod in_part1;
#[path = "support/stores.rs"]
mod stores;

use cerys::store;
use cerys_part2::store_in_part2;
use house::House;
use stores::{found, now};

fn come_in(path: &Path, user: &str) -> House {
    House::inside(path, now(), user)
}

/// From Today to the runner of the one meeting that there is.
fn run(house: &mut House) {
    house.press("3r");
}

/// One line of what is in the store.
fn kept(path: &Path, sql: &str) -> String {
    found(path, sql).remove(0)
}

/// Who took the chair from whom, of those that are written down.
fn chairs_taken(path: &Path) -> String {
    kept(
        path,
        "SELECT coalesce(group_concat(user_name, ' '), '') FROM audit WHERE action = 'chair-taken'",
    )
}

/// Begun, the first professional present, one thing said.
fn begin(house: &mut House) {
    run(house);
    house.press("b<down>pGa");
    house.type_in("two older men");
    house.press("<ctrl-s>");
    house.sees("two older men");
}

#[test]
fn part_2_without_attendance_says_what_is_missing_and_how_to_note_it() {
    let (_folder, path) = store();
    let mut house = come_in(&path, "duty");
    run(&mut house);
    house.press("<ctrl-t>");
    house.sees("This meeting has not begun.");
    house.press("b<ctrl-t>");
    house.sees("Nobody is noted as being here.");
    house.sees("Note who is here first: p present");
    house.sees("PART 1");
    house.press("<down>p<ctrl-t><enter>");
    house.sees("Welcome, Cerys.");
}

#[test]
fn nobody_of_the_family_came_is_ended_with_a_reason_and_noted_for_each() {
    let (_folder, path) = store();
    let mut house = come_in(&path, "duty");
    begin(&mut house);
    house.press("E<ctrl-s>");
    house.sees("Why no Part 2");
    house.type_in("nobody came, the bus did not run");
    house.press("<ctrl-s>");
    house.sees("ended: m minutes");
    // Of each of the family, in the column of Part 2.
    house.press("<home><right>");
    while !house.screen().contains("▌Cerys Hughes") {
        house.press("<down>");
    }
    house.press("xx");
    assert_eq!(house.screen().matches("absent").count(), 2);
    house.press("<ctrl-t>");
    house.sees("This meeting has ended: m opens its minutes.");
    house.press("m");
    house.sees("PROFESSIONALS ONLY");
    house.press("d");
    house.sees("the bus did not run");
}

#[test]
fn young_person_who_leaves_midway_is_heard_so_far_and_the_meeting_ends_without_them() {
    let (_folder, path) = store_in_part2();
    let mut house = come_in(&path, "duty");
    house.sees("Welcome, Cerys.");
    house.press("<pgdn>");
    house.sees("How is it for you, Cerys");
    house.press("<tab><tab><tab>");
    house.type_in("I don't want to talk about it");
    // She gets up; the others go on to the end.
    house.press("<pgdn><pgdn><pgdn>");
    house.sees("What we agree");
    house.press("<tab><tab><tab>");
    house.type_in("Cerys had to go out");
    house.press("<ctrl-s>");
    house.sees("Have we finished?");
    house.press("<enter>");
    house.sees("Thank you, Cerys.");
    assert_eq!(
        kept(&path, "SELECT own_words FROM voice"),
        "I don't want to talk about it"
    );
    assert_eq!(
        kept(&path, "SELECT cut_short_reason FROM meeting_run"),
        "Cerys had to go out"
    );
    assert_eq!(kept(&path, "SELECT status FROM plan"), "draft");
    house.press("<esc>");
    house.type_in(testing::PASSPHRASE);
    house.press("<enter><home><right>");
    while !house.screen().contains("▌Cerys Hughes") {
        house.press("<down>");
    }
    house.press("e");
    house.sees("left early");
}

#[test]
fn chair_is_replaced_before_the_meeting_by_whoever_begins_it_and_during_part_1_by_a_key() {
    let (_folder, path) = store();
    let mut principal = come_in(&path, "principal");
    run(&mut principal);
    principal.press("t");
    principal.sees("This meeting has not begun.");
    principal.press("b");
    principal.sees("In the chair: Bethan Rees");
    principal.press("t");
    principal.sees("You have the chair already.");
    let mut duty = come_in(&path, "duty");
    run(&mut duty);
    duty.sees("In the chair: Bethan Rees");
    duty.press("t");
    duty.sees("Take the chair?");
    duty.press("<esc>");
    duty.sees("In the chair: Bethan Rees");
    duty.press("t<enter>");
    duty.sees("In the chair: Ann Bevan");
    assert_eq!(chairs_taken(&path), "duty");
}

#[test]
fn chair_is_replaced_during_part_2_at_the_locked_screen_and_lands_in_the_family_s_view() {
    let (_folder, path) = store_in_part2();
    let mut house = come_in(&path, "duty");
    house.press("<pgdn><tab><tab><tab>");
    house.type_in("Better than it w");
    // Ann is called away and locks the screen before she goes.
    house.press("<ctrl-l>");
    house.sees("The meeting goes on.");
    house.does_not_see("Cerys");
    // Lowri may not run meetings: nothing opens here, not even her own work.
    house.press("<tab>");
    retype_name(&mut house, "worker");
    house.sees("The meeting goes on at this screen.");
    assert!(house.model.actor.is_none());
    house.press("<tab>");
    retype_name(&mut house, "principal");
    house.sees("How is it for you, Cerys");
    house.sees("Better than it w");
    house.press("<tab><tab><tab>");
    house.type_in("as");
    house.press("<pgdn><pgup><pgup>");
    house.sees("Bethan Rees leads the meeting");
    assert_eq!(chairs_taken(&path), "principal");
    assert_eq!(
        kept(&path, "SELECT own_words FROM voice"),
        "Better than it was"
    );
    // Killed and started again: hers is the family's view, and her passphrase leads back.
    drop(house);
    let mut house = come_in(&path, "principal");
    house.sees("Welcome, Cerys.");
    house.press("<esc>");
    house.type_in(testing::PASSPHRASE);
    house.press("<enter>");
    house.sees("PROFESSIONALS ONLY");
}

fn retype_name(house: &mut House, user: &str) {
    for _ in 0..20 {
        house.press("<backspace>");
    }
    house.type_in(user);
    house.press("<enter>");
    house.type_in(testing::PASSPHRASE);
    house.press("<enter>");
}

#[test]
fn chair_is_taken_from_another_machine_only_when_asked_and_the_first_screen_says_so() {
    let (_folder, path) = store_in_part2();
    let mut duty = come_in(&path, "duty");
    let mut principal = come_in(&path, "principal");
    run(&mut principal);
    principal.sees("Take the chair?");
    principal.press("<esc>");
    principal.does_not_see("Welcome");
    principal.does_not_see("bus station");
    principal.press("<esc>r<enter>");
    principal.sees("Welcome, Cerys.");
    principal.sees("Bethan Rees leads the meeting");
    // What is typed at the first screen is not lost, and not kept either: it is not theirs any more.
    duty.press("<pgdn><tab><tab><tab>");
    duty.type_in("it is fine");
    duty.press("<ctrl-s>");
    duty.sees("Somebody else leads this meeting now.");
    duty.press("<ctrl-l>");
    duty.sees("The meeting goes on.");
}

#[test]
fn meeting_broken_off_is_taken_up_again_on_other_days_where_it_was_left() {
    let (_folder, path) = store();
    let mut house = come_in(&path, "duty");
    begin(&mut house);
    house.sees("0 of 60 min");
    // The fire alarm: everybody goes home. Two days later, Part 1 goes on where it was.
    drop(house);
    let later = |days| now().checked_add_days(Days::new(days)).unwrap();
    let mut house = House::inside(&path, later(2), "duty");
    // Today names it as late; the calendar has it on the day that was planned.
    house.sees("Late");
    house.press("3<left>r");
    house.sees("present");
    house.press("<end>");
    house.sees("two older men");
    house.sees("begun Mon 23 Nov, taken up again");
    house.does_not_see(" of 60 min");
    house.press("<home><ctrl-t><enter>");
    house.sees("Welcome, Cerys.");
    house.press("<pgdn><tab><tab><tab>");
    house.type_in("fine");
    house.press("<pgdn>");
    // And broken off again in Part 2; the day after, it is the family's view that comes back.
    drop(house);
    let mut house = House::inside(&path, later(3), "duty");
    house.does_not_see("two older men");
    house.press("<pgdn><pgdn><pgdn>");
    house.sees("What we agree");
    house.press("<ctrl-s><enter>");
    house.sees("Thank you, Cerys.");
    assert_eq!(kept(&path, "SELECT own_words FROM voice"), "fine");
    assert_eq!(kept(&path, "SELECT status FROM meeting"), "held");
}

#[test]
fn two_people_at_the_minutes_the_later_one_is_told_and_loses_nothing() {
    let (_folder, path) = store();
    let mut duty = come_in(&path, "duty");
    begin(&mut duty);
    duty.press("E");
    duty.type_in("nobody came");
    duty.press("<ctrl-s>m");
    let mut principal = come_in(&path, "principal");
    run(&mut principal);
    principal.press("m");
    // Both draft and write; Ann saves first.
    for house in [&mut duty, &mut principal] {
        house.press("d");
        house.sees("two older men");
    }
    duty.press("e");
    duty.type_in("ANN WAS HERE ");
    duty.press("<ctrl-s>");
    duty.sees("draft, not approved");
    principal.press("e");
    principal.type_in("BETHAN TOO ");
    principal.press("<ctrl-s>");
    principal.sees("BETHAN TOO");
    principal.sees("Somebody else began these minutes");
    assert!(kept(&path, "SELECT words FROM minutes").contains("ANN WAS HERE"));
    // Killed and come back: what she typed is there still, and saving it asks first.
    drop(principal);
    let mut principal = come_in(&path, "principal");
    run(&mut principal);
    principal.press("m");
    principal.sees("Somebody else changed these minutes meanwhile. Saving asks first.");
    principal.press("e");
    principal.sees("BETHAN TOO");
    principal.press("<ctrl-s>");
    principal.sees("Save over theirs?");
    principal.press("<esc>");
    assert!(kept(&path, "SELECT words FROM minutes").contains("ANN WAS HERE"));
    principal.press("<ctrl-s><enter>");
    assert!(kept(&path, "SELECT words FROM minutes").contains("BETHAN TOO"));
}
