//! Cerys Hughes' meeting: planned for today, with Ann Bevan (`duty`) in the chair, Bethan Rees
//! (`principal`) who may run meetings too, and Lowri Ham (`worker`) who may not.
//!
//! Use with `stores.rs` beside it: `#[path = "support/cerys.rs"] mod cerys;`.

use std::path::PathBuf;

use diogel::casework::meetings;
use diogel::domain::case::CaseId;
use diogel::domain::meeting::MeetingPlan;
use diogel::domain::roles::Role;
use tempfile::TempDir;

use crate::stores::{as_user, now, opened, store_of};

pub const SECRET: &str = "two older men behind the bus station";

/// Cerys Hughes' meeting, planned for today; Ann Bevan takes the chair.
pub fn store() -> (TempDir, PathBuf) {
    let people = [
        ("duty", "Ann Bevan", Role::Chair),
        ("principal", "Bethan Rees", Role::PrincipalOfficer),
        ("worker", "Lowri Ham", Role::SocialWorker),
    ];
    let (folder, path) = store_of(&people, now());
    let mut store = opened(&path);
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
    as_user(&mut store, "duty", now(), |desk| {
        let offered = meetings::offer(desk, CaseId(1)).unwrap().plan;
        let plan = MeetingPlan {
            day: now().date_naive(),
            chair: Some(desk.actor.user_id),
            ..offered
        };
        meetings::plan(desk, CaseId(1), &plan).unwrap();
    });
    drop(store);
    (folder, path)
}
