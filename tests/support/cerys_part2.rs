//! Cerys Hughes' meeting, brought to Part 2; use with `cerys.rs`, `in_part1.rs`
//! and `stores.rs` beside it.

use std::path::PathBuf;

use diogel::casework::runner;
use diogel::domain::meeting::MeetingId;
use diogel::domain::runner::{ItemSection, NewItem};
use diogel::domain::sharing::Confidential;
use tempfile::TempDir;

use crate::cerys::{SECRET, store};
use crate::in_part1::begin_with_one_present;
use crate::stores::{as_user, now, opened};

/// The meeting of `cerys::store`, brought by the chair to Part 2, with one thing said that is not for the family and one
/// that is.
pub fn store_in_part2() -> (TempDir, PathBuf) {
    let (folder, path) = store();
    as_user(&mut opened(&path), "duty", now(), |desk| {
        let meeting = MeetingId(1);
        begin_with_one_present(desk, meeting);
        for words in [SECRET, "Lowri weekly"] {
            let item = NewItem {
                section: ItemSection::Support,
                change: None,
                agency: String::new(),
                words: Confidential::new(words),
            };
            runner::add_item(desk, meeting, &item).unwrap();
        }
        let items = runner::open(desk, meeting).unwrap().items;
        let shared = items.last().unwrap().id;
        runner::share_with_family(desk, shared, "Lowri can meet you each week").unwrap();
        runner::draw_curtain(desk, meeting).unwrap();
    });
    (folder, path)
}
