//! Cerys Hughes' meeting in a real terminal: planned for today, with Ann Bevan (`duty`) in the chair
//! and Bethan Rees (`principal`) who may run meetings too.
//!
//! Use with `pty.rs` beside it: `#[path = "support/cerys.rs"] mod cerys;`.

#![expect(
    dead_code,
    reason = "each test program includes this file and uses a part of it"
)]

use std::path::{Path, PathBuf};

use chrono::{DateTime, TimeZone, Utc};
use diogel::casework::{Desk, accounts, meetings, runner};
use diogel::domain::case::CaseId;
use diogel::domain::meeting::{MeetingId, MeetingPlan};
use diogel::domain::roles::{Actor, Role};
use diogel::domain::rules::Rules;
use diogel::domain::runner::{Attending, How, ItemSection, NewItem, Part};
use diogel::domain::sharing::Confidential;
use diogel::store::vault::{self, Passphrase};
use diogel::store::{Store, testing};
use tempfile::TempDir;

use crate::pty::{Pty, PtyProgram, keys};

pub const CLOCK: &str = "2026-11-23T10:42:00Z";
pub const SECRET: &str = "two older men behind the bus station";

pub fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 23, 10, 42, 0).unwrap()
}

/// Cerys Hughes' meeting, planned for today; Ann Bevan takes the chair.
pub fn store() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let (path, _, mut store) = testing::store_in(folder.path()).unwrap();
    let rules = Rules::embedded().unwrap();
    let chair = accounts::found(&mut store, now(), "duty", "Ann Bevan", Role::Chair).unwrap();
    store
        .connection()
        .execute_batch(
            "INSERT INTO case_record (id, uid, reference, given_name, family_name, name_key, living,
                 language, stage, opened_on, last_event_at) VALUES
                 (1, 'a', 'NPT-26-001', 'Cerys', 'Hughes', 'x', 'at-home', 'en', 'to-be-heard',
                     '2026-11-01', '2026-11-01T09:00:00Z');
             INSERT INTO decision (case_id, decided_at, decided_by, outcome, against_score, reason)
                 VALUES (1, '2026-11-16T11:00:00Z', 1, 'meeting', 0, 'heard');
             INSERT INTO relation (case_id, name, kind, name_key)
                 VALUES (1, 'Siân', 'parent-carer', 'sian');",
        )
        .unwrap();
    let administrator = Actor {
        role: Role::Administrator,
        ..chair.clone()
    };
    let mut desk = Desk {
        store: &mut store,
        actor: &administrator,
        now: now(),
        rules: &rules,
    };
    let passphrase = Passphrase::new(testing::PASSPHRASE.to_owned());
    for (user, name, role) in [
        ("principal", "Bethan Rees", Role::PrincipalOfficer),
        ("worker", "Lowri Ham", Role::SocialWorker),
    ] {
        accounts::add(&mut desk, user, name, role, &passphrase).unwrap();
    }
    let mut desk = Desk {
        store: &mut store,
        actor: &chair,
        now: now(),
        rules: &rules,
    };
    let offered = meetings::offer(&mut desk, CaseId(1)).unwrap().plan;
    let plan = MeetingPlan {
        day: now().date_naive(),
        chair: Some(chair.user_id),
        ..offered
    };
    meetings::plan(&mut desk, CaseId(1), &plan).unwrap();
    drop(store);
    (folder, path)
}

/// The same, brought by the chair to Part 2, with one thing said that is not for the family and one
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

/// The program, with the chair inside.
pub fn come_in(path: &Path) -> Pty {
    start_as(path, "duty")
}

/// The program, with this person inside.
pub fn start_as(path: &Path, user: &str) -> Pty {
    let mut app = PtyProgram::diogel()
        .args(["--user", user, "--store"])
        .args([path])
        .env("DIOGEL_CLOCK", CLOCK)
        .start();
    app.wait_for_text("fictional");
    app.send(testing::PASSPHRASE);
    app.send(keys::ENTER);
    app
}

/// To the runner, by way of the calendar.
pub fn run(app: &mut Pty) {
    app.wait_for_text("Monday 23 November 2026");
    app.send("3");
    // Today names her too: wait for the calendar's own words.
    app.wait_for_text("initial ·");
    app.send("r");
    app.wait_for_text("PROFESSIONALS ONLY");
}
