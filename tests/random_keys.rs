//! Thousands of random keys from every place, in three sizes, with frames in between: whatever
//! somebody presses, the program neither panics nor stops drawing.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::string_slice,
    reason = "a test stops at the first fault, and knows its own texts"
)]

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use chrono::{DateTime, TimeZone, Utc};
use diogel::app::input::{Key, KeyCode};
use diogel::demo::write::{Making, make};
use diogel::domain::rules::Rules;
use rand::rngs::SysRng;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use tempfile::TempDir;

#[path = "support/house.rs"]
mod house;

use house::House;

/// Keys from each place, shared out over the three sizes.
const KEYS: usize = 10_000;
const SIZES: [(u16, u16); 3] = [(80, 24), (20, 5), (1, 1)];

fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 23, 10, 42, 0).unwrap()
}

/// A folder in memory where there is one: drafts are synced at every key.
fn folder() -> TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() {
        return tempfile::tempdir_in(memory).unwrap();
    }
    tempfile::tempdir().unwrap()
}

fn demo() -> (TempDir, PathBuf) {
    let folder = folder();
    let path = folder.path().join("demo.diogel");
    let making = Making {
        seed: 11,
        stories: 40,
        now: now(),
    };
    let rules = Rules::embedded().unwrap();
    make(&path, &rules, &making, &mut |_| ControlFlow::Continue(())).unwrap();
    (folder, path)
}

/// Letters most of all, for they are both words and commands; every other kind of key too.
fn any_key(dice: &mut ChaCha8Rng) -> Key {
    const LETTERS: &[char] = &[
        'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r',
        's', 't', 'u', 'v', 'w', 'x', 'y', 'z', 'G', 'N', '1', '2', '3', '6', '/', ':', '?', '-',
        ' ', 'ŵ', '日',
    ];
    const NAMED: &[KeyCode] = &[
        KeyCode::Enter,
        KeyCode::Esc,
        KeyCode::Tab,
        KeyCode::BackTab,
        KeyCode::Backspace,
        KeyCode::Delete,
        KeyCode::Up,
        KeyCode::Down,
        KeyCode::Left,
        KeyCode::Right,
        KeyCode::Home,
        KeyCode::End,
        KeyCode::PageUp,
        KeyCode::PageDown,
        KeyCode::F(1),
        KeyCode::F(2),
        KeyCode::F(3),
        KeyCode::F(5),
        KeyCode::F(8),
    ];
    const CTRL: &[char] = &['s', 'u', 'd', 'r', 'g', 'j', 'x', 't', 'l', 'z', 'c'];
    match dice.random_range(0..100) {
        0..50 => Key::plain(KeyCode::Char(LETTERS[dice.random_range(0..LETTERS.len())])),
        50..94 => Key::plain(NAMED[dice.random_range(0..NAMED.len())]),
        _ => Key::ctrl(CTRL[dice.random_range(0..CTRL.len())]),
    }
}

/// Begins in a place as this person, again and again, and presses keys.
#[track_caller]
fn storm(user: &str, way: &str) {
    let (_folder, path) = demo();
    let seed = std::env::var("DIOGEL_SEED").ok();
    let seed = seed.map_or(5, |seed| match seed.as_str() {
        "random" => ChaCha8Rng::try_from_rng(&mut SysRng).unwrap().random(),
        number => number.parse().unwrap(),
    });
    let mut dice = ChaCha8Rng::seed_from_u64(seed);
    for size in SIZES {
        let mut house = begun(&path, user, way);
        house.resize(size.0, size.1);
        for number in 0..KEYS / SIZES.len() {
            if house.has_quit || house.model.actor.is_none() {
                house = begun(&path, user, way);
                house.resize(size.0, size.1);
            }
            house.key(any_key(&mut dice));
            if number % 5 == 0 {
                house.screen();
            }
            if number % 200 == 0 {
                for (cols, rows) in [(0, 0), (1, 1), (40, 12), (200, 60)] {
                    house.frame(cols, rows);
                }
            }
            if number % 400 == 0 {
                house.paste("Siân\u{1b}[31m\nllinell arall\t");
            }
        }
    }
}

fn begun(path: &Path, user: &str, way: &str) -> House {
    let mut house = House::open(path, now(), (80, 24));
    house.come_in(user);
    house.press(way);
    house
}

#[test]
fn today_survives_any_keys() {
    storm("duty", "1");
}

#[test]
fn cases_survive_any_keys() {
    storm("worker", "2");
}

#[test]
fn case_page_survives_any_keys() {
    storm("principal", "2<enter>");
}

#[test]
fn referral_survives_any_keys() {
    storm("duty", "n");
}

#[test]
fn meetings_survive_any_keys() {
    storm("chair", "3");
}

#[test]
fn admin_survives_any_keys() {
    storm("admin", "6");
}
