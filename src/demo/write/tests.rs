//! A demo in a store: every stage there, the audit sound, the same by its seed, people let in.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use super::*;
use strum::IntoEnumIterator;

use crate::demo::cast::CAST;
use crate::domain::case::Stage;
use crate::store::audit;
use crate::store::open::Thoroughness;
use crate::store::vault::{self, Passphrase};

fn making(stories: u64, seed: u64) -> Making {
    Making {
        seed,
        stories,
        now: "2026-11-23T10:42:00Z".parse().unwrap(),
    }
}

fn made(folder: &Path, making: &Making) -> (Store, Made) {
    let rules = Rules::embedded().unwrap();
    let path = folder.join("demo.db");
    make(&path, &rules, making, &mut |_| ControlFlow::Continue(())).unwrap()
}

fn counted(store: &Store, what: &str) -> BTreeMap<String, i64> {
    let sql = format!("SELECT {what}, count(*) FROM case_record GROUP BY 1");
    let mut query = store.connection().prepare(&sql).unwrap();
    query
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap()
}

#[test]
fn demo_made_holds_every_stage_and_is_sound() {
    let folder = tempfile::tempdir().unwrap();
    let (store, made) = made(folder.path(), &making(150, 1));
    assert_eq!(made.cases, 150);
    let stages = counted(&store, "stage");
    assert_eq!(stages.len(), Stage::iter().count(), "{stages:?}");
    assert!(audit::verify(store.connection(), None).unwrap().is_whole());
    let found = store.verify_integrity(Thoroughness::Full).unwrap();
    assert!(found.is_sound(), "{found:?}");
    assert!(store.is_fictional());
    for player in &CAST {
        let passphrase = Passphrase::new(PASSPHRASE.to_owned());
        vault::unlock(store.path(), player.user_name, &passphrase).unwrap();
    }
}

#[test]
fn demo_made_twice_by_one_seed_has_the_same_cases_and_audit() {
    let told = |seed| {
        let folder = tempfile::tempdir().unwrap();
        let (store, _) = made(folder.path(), &making(60, seed));
        let names = counted(&store, "reference || given_name || family_name || stage");
        // Not the whole chain: the stable names of cases are drawn anew in each store.
        let mut query = store
            .connection()
            .prepare(
                "SELECT at || user_name || action || subject || detail FROM audit ORDER BY seq",
            )
            .unwrap();
        let audit: Vec<String> = query
            .query_map([], |row| row.get(0))
            .unwrap()
            .collect::<Result<_, _>>()
            .unwrap();
        (names, audit)
    };
    assert_eq!(told(5), told(5));
    assert_ne!(told(5), told(6));
}

#[test]
fn demo_stopped_midway_says_so_and_is_not_there() {
    let folder = tempfile::tempdir().unwrap();
    let rules = Rules::embedded().unwrap();
    let path = folder.path().join("demo.db");
    let stopped = make(&path, &rules, &making(3_000, 1), &mut |_| {
        ControlFlow::Break(())
    });
    assert!(matches!(
        stopped.err(),
        Some(CaseworkError::Store(StoreError::Stopped))
    ));
    assert!(!path.exists());
}

/// A busy authority that works: some things are late, none of them for weeks, and most are not.
#[test]
fn demo_has_few_things_late_and_none_for_weeks() {
    for seed in [1, 2, 3] {
        let folder = tempfile::tempdir().unwrap();
        let (store, _) = made(folder.path(), &making(120, seed));
        let days_late = "SELECT kind || ' ' || CAST(julianday('2026-11-23') - julianday(substr(due, 1, 10))
                 AS INTEGER) AS late FROM clock WHERE done_at IS NULL AND substr(due, 1, 10) < '2026-11-23'";
        let mut query = store.connection().prepare(days_late).unwrap();
        let late: Vec<String> = query
            .query_map([], |row| row.get(0))
            .unwrap()
            .collect::<Result<_, _>>()
            .unwrap();
        let days = |one: &String| one.rsplit(' ').next().unwrap().parse::<u32>().unwrap();
        assert!((3..=25).contains(&late.len()), "{seed}: {late:?}");
        assert!(late.iter().all(|one| days(one) <= 14), "{seed}: {late:?}");
        assert!(
            !late.iter().any(|one| one.starts_with("police")),
            "{seed}: {late:?}"
        );
    }
}

#[test]
fn meetings_to_come_are_prepared_and_something_of_it_is_still_owed() {
    let folder = tempfile::tempdir().unwrap();
    let (store, _) = made(folder.path(), &making(60, 1));
    let count = |sql: &str| -> i64 {
        let connection = store.connection();
        connection.query_row(sql, [], |row| row.get(0)).unwrap()
    };
    for some in [
        "SELECT count(*) FROM preparation WHERE told_on IS NOT NULL AND wants_to_say <> ''",
        "SELECT count(*) FROM preparation WHERE advocate <> 'not-offered'",
        "SELECT count(*) FROM agency_report",
        "SELECT count(*) FROM not_shared WHERE what = ''",
        "SELECT count(*) FROM invitation WHERE answer = 'coming'",
        "SELECT count(*) FROM invitation WHERE sent_at IS NOT NULL AND answer = 'none'",
        "SELECT count(*) FROM clock WHERE kind = 'preparation' AND done_at IS NULL",
    ] {
        assert!(count(some) > 0, "{some}");
    }
    // Nobody asks any more how a meeting of the past was prepared.
    let past = "SELECT count(*) FROM clock JOIN meeting ON meeting.id = clock.subject_id
         WHERE clock.kind = 'preparation' AND clock.done_at IS NULL AND held_on < '2026-11-23'";
    assert_eq!(count(past), 0);
}
