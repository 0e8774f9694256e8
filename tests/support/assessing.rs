//! Siân Llewellyn's SERAF by keys. Use with `house.rs` and `stores.rs` beside it.

use std::path::{Path, PathBuf};

use chrono::{DateTime, TimeZone, Utc};
use diogel::app::model::Standing;
use diogel::app::screen::{Admin, Screen, Seraf};
use diogel::domain::case::CaseId;
use diogel::domain::roles::Role;
use tempfile::TempDir;

use crate::house::House;
use crate::stores::{STAFF, now, run, store_of};

pub const CASE: CaseId = CaseId(1);

pub fn at(month: u32, day: u32, hour: u32, minute: u32) -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, month, day, hour, minute, 0)
        .unwrap()
}

/// A store with people and one young person to be assessed.
pub fn store() -> (TempDir, PathBuf) {
    let [duty, worker, principal, _] = STAFF;
    let other = ("other", "Lowri Hâf", Role::SocialWorker);
    let (folder, path) = store_of(&[duty, worker, other, principal], now());
    run(
        &path,
        "INSERT INTO case_record (id, uid, reference, given_name, family_name, name_key,
            stated_age, living, language, stage, opened_on, last_event_at)
         VALUES (1, 'u1', 'NPT-26-041', 'Siân', 'Llewellyn', 'sian llewellyn', 14, 'at-home',
            'cy', 'assessing', '2026-11-01', '2026-11-01T09:00:00Z')",
    );
    (folder, path)
}

/// Somebody who has come in, with a screen in front of them.
pub fn at_screen(
    path: &Path,
    user: &str,
    now: DateTime<Utc>,
    size: (u16, u16),
    screen: Screen,
) -> House {
    let mut house = House::open(path, now, size);
    house.come_in(user);
    let standing = |serial, screen| Standing { serial, screen };
    house.model.stack.push(standing(1_000_000, screen));
    let above = Screen::Admin(Admin::default());
    house.model.stack.push(standing(1_000_001, above));
    house.press("<esc>");
    house
}

pub fn seraf(path: &Path, user: &str) -> House {
    let screen = Screen::Seraf(Seraf::new(CASE));
    at_screen(path, user, now(), (80, 24), screen)
}

pub fn seraf_on(path: &Path, user: &str, now: DateTime<Utc>) -> House {
    let screen = Screen::Seraf(Seraf::new(CASE));
    at_screen(path, user, now, (80, 24), screen)
}

/// Goes to a line of the form by its id, from the top.
#[track_caller]
pub fn go_to(house: &mut House, id: &str) {
    house.press("g");
    for _ in 0..60 {
        let screen = house.screen();
        let selected = screen.lines().find(|line| line.starts_with('▌'));
        let words = selected.unwrap_or_default();
        if words.split_whitespace().any(|word| word == id) || words.contains(id) && id.len() > 3 {
            return;
        }
        house.press("<down>");
    }
    panic!("{id} is not on the form:\n{}", house.screen());
}

/// Ticks these lines: in the first column, in the second (`S1:2`), or in both (`S1:3`).
pub fn tick(house: &mut House, ticks: &str) {
    for tick in ticks.split_whitespace() {
        let (id, which) = tick.split_once(':').unwrap_or((tick, "1"));
        go_to(house, id);
        house.press(match which {
            "2" => "<right><space><left>",
            "3" => "<space><right><space><left>",
            _ => "<space>",
        });
    }
}

/// A whole assessment at this moment, completed.
pub fn assessed(path: &Path, now: DateTime<Utc>, ticks: &str, reason: &str) {
    let mut house = seraf_on(path, "worker", now);
    tick(&mut house, ticks);
    if !reason.is_empty() {
        go_to(&mut house, "Why this category");
        house.press("<enter>");
        house.type_in(reason);
        house.press("<esc>");
    }
    house.press("<f2><enter>");
    house.sees("SERAF over time");
}

/// These make 16 points: category 4, at risk.
pub const AT_RISK: &str = "V1 S1 S2 S3";
