//! Cerys Hughes' meeting: planned for today, with Ann Bevan (`duty`) in the chair, Bethan Rees
//! (`principal`) who may run meetings too, and Lowri Ham (`worker`) who may not.
//!
//! Use with `#[path = "support/cerys.rs"] mod cerys;`.

use std::path::PathBuf;

use chrono::{DateTime, Utc};
use diogel::casework::{Desk, accounts, meetings};
use diogel::domain::case::CaseId;
use diogel::domain::meeting::MeetingPlan;
use diogel::domain::roles::{Actor, Role};
use diogel::domain::rules::Rules;
use diogel::store::testing;
use diogel::store::vault::Passphrase;
use tempfile::TempDir;

pub const CLOCK: &str = "2026-11-23T10:42:00Z";
pub const SECRET: &str = "two older men behind the bus station";

pub fn now() -> DateTime<Utc> {
    CLOCK.parse().unwrap()
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
