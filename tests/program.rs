//! The whole program without a terminal: coming in, going about, locking, sizes and languages.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::string_slice,
    reason = "a test stops at the first fault, and knows its own texts"
)]

use std::path::PathBuf;

use tempfile::TempDir;

#[path = "support/house.rs"]
mod house;
#[path = "support/stores.rs"]
mod stores;

use house::House;
use stores::{ADMIN, STAFF, now, store_of};

/// A store with a person of every role that works with cases, and an administrator.
fn store() -> (TempDir, PathBuf) {
    let [duty, worker, principal, chair] = STAFF;
    store_of(&[duty, worker, principal, chair, ADMIN], now())
}

#[test]
fn wrong_passphrase_is_one_clear_sentence_and_the_right_one_opens() {
    let (_folder, path) = store();
    let mut house = House::open(&path, now(), (80, 24));
    house.sees("Locked");
    house.sees("admin");
    house.type_in("duty");
    house.press("<enter>");
    house.type_in("not it");
    house.press("<enter>");
    house.sees("passphrase");
    assert!(house.model.actor.is_none());
    house.type_in("demo");
    house.press("<enter>");
    house.sees("Mari Huws");
    house.sees("1 Today");
    house.does_not_see("6 Admin");
}

#[test]
fn locked_program_shows_nothing_and_comes_back_where_it_was() {
    let (_folder, path) = store();
    let mut house = House::inside(&path, now(), "admin");
    house.sees("Gethin Pugh");
    house.press("a");
    house.type_in("newcomer");
    house.press("<ctrl-l>");
    house.sees("Locked");
    house.does_not_see("Gethin Pugh");
    house.does_not_see("newcomer");
    house.type_in("demo");
    house.press("<enter>");
    house.sees("Gethin Pugh");
}

#[test]
fn administrator_adds_a_person_who_can_then_come_in() {
    let (_folder, path) = store();
    let mut house = House::inside(&path, now(), "admin");
    house.press("a<ctrl-s>");
    house.sees("Type the name");
    house.type_in("lowri");
    house.press("<tab>Lowri Ham<tab><right><tab>demo<tab>other<ctrl-s>");
    house.sees("not the same");
    house.type_in("demo");
    house.press("<tab>demo<enter>");
    house.sees("Saved");
    house.sees("Lowri Ham");
    house.press("<ctrl-l>");
    house.come_in("lowri");
    house.sees("Lowri Ham");
    house.sees("1 Today");
}

#[test]
fn everything_is_said_in_welsh_after_the_key() {
    let (_folder, path) = store();
    let mut house = House::inside(&path, now(), "duty");
    house.press("<f3>");
    house.sees("1 Heddiw");
    house.press("?");
    house.sees("Bysellau'r lle hwn");
    house.press("<esc><f3>");
    house.sees("1 Today");
}

#[test]
fn every_size_is_drawn_or_says_what_it_needs() {
    let (_folder, path) = store();
    let mut house = House::inside(&path, now(), "admin");
    for dialog in ["", "?", ":", "<ctrl-c>"] {
        house.press(dialog);
        for (cols, rows) in [
            (0, 0),
            (1, 1),
            (20, 5),
            (20, 6),
            (40, 12),
            (80, 24),
            (200, 60),
        ] {
            let frame = house.frame(cols, rows);
            assert_eq!(frame.lines().count(), usize::from(rows));
        }
        house.press("<esc>");
    }
    house.resize(15, 4);
    house.sees("Diogel needs");
    house.resize(80, 24);
    house.sees("Gethin Pugh");
}

#[test]
fn key_that_cannot_act_says_why() {
    let (_folder, path) = store();
    let mut house = House::inside(&path, now(), "duty");
    house.press("6");
    house.sees("Your role does not allow that.");
    house.press("q<enter>");
    assert!(house.has_quit);
}
