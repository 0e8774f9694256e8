//! Cerys Hughes' meeting, brought to Part 2; use with `cerys.rs` beside it.

use std::path::PathBuf;

use diogel::casework::{Desk, accounts, runner};
use diogel::domain::meeting::MeetingId;
use diogel::domain::rules::Rules;
use diogel::domain::runner::{Attending, How, ItemSection, NewItem, Part};
use diogel::domain::sharing::Confidential;
use diogel::store::vault::{self, Passphrase};
use diogel::store::{Store, testing};
use tempfile::TempDir;

use crate::cerys::{SECRET, now, store};

/// The meeting of `cerys::store`, brought by the chair to Part 2, with one thing said that is not for the family and one
/// that is.
pub fn store_in_part2() -> (TempDir, PathBuf) {
    let (folder, path) = store();
    let key = vault::unlock(
        &path,
        "duty",
        &Passphrase::new(testing::PASSPHRASE.to_owned()),
    );
    let mut store = Store::open(&path, &key.unwrap()).unwrap();
    let rules = Rules::embedded().unwrap();
    let chair = accounts::come_in(&mut store, now(), "duty").unwrap();
    let mut desk = Desk {
        store: &mut store,
        actor: &chair,
        now: now(),
        rules: &rules,
    };
    let meeting = MeetingId(1);
    let part1 = runner::begin(&mut desk, meeting).unwrap();
    let mut professionals = part1.meeting.plan.people.iter().filter(|one| one.part1);
    let attending = Attending {
        person: professionals.next().unwrap().row.unwrap(),
        part: Part::One,
        how: How::Present,
        represented_by: String::new(),
    };
    runner::attend(&mut desk, meeting, &attending).unwrap();
    for words in [SECRET, "Lowri weekly"] {
        let item = NewItem {
            section: ItemSection::Support,
            change: None,
            agency: String::new(),
            words: Confidential::new(words),
        };
        runner::add_item(&mut desk, meeting, &item).unwrap();
    }
    let items = runner::open(&mut desk, meeting).unwrap().items;
    let shared = items.last().unwrap().id;
    runner::share_with_family(&mut desk, shared, "Lowri can meet you each week").unwrap();
    runner::draw_curtain(&mut desk, meeting).unwrap();
    drop(store);
    (folder, path)
}
