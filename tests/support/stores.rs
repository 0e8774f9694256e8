//! Stores with people in them, demos, and the ways back into both for a test that wants to bring
//! something about or to look at what was kept. Everybody's passphrase is `testing::PASSPHRASE`.
//!
//! Use with `#[path = "support/stores.rs"] mod stores;`.

#![expect(
    dead_code,
    reason = "each test program includes this file and uses a part of it"
)]

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use diogel::casework::{Desk, accounts};
use diogel::demo::write::{Making, make};
use diogel::domain::roles::{Actor, Role};
use diogel::domain::rules::Rules;
use diogel::store::vault::{self, Passphrase};
use diogel::store::{Store, account, testing};
use tempfile::TempDir;

/// Monday 23 November 2026, for programs that are started.
pub const CLOCK: &str = "2026-11-23T10:42:00Z";

/// The same moment.
pub fn now() -> DateTime<Utc> {
    CLOCK.parse().unwrap()
}

/// Name to come in with, name to be called by, role.
pub type Person = (&'static str, &'static str, Role);

/// Somebody of each role that works with cases.
pub const STAFF: [Person; 4] = [
    ("duty", "Mari Huws", Role::DutyWorker),
    ("worker", "Gethin Pugh", Role::SocialWorker),
    ("principal", "Anwen Bevan", Role::PrincipalOfficer),
    ("chair", "Ceri Rosser", Role::Chair),
];

pub const ADMIN: Person = ("admin", "Gwen Admin", Role::Administrator);

/// A store of these people. The first of them founds it, and is called `duty`.
pub fn store_of(people: &[Person], now: DateTime<Utc>) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let (path, _, mut store) = testing::store_in(folder.path()).unwrap();
    let ((user, name, role), others) = people.split_first().unwrap();
    let founder = Actor {
        role: Role::Administrator,
        ..accounts::found(&mut store, now, user, name, *role).unwrap()
    };
    let rules = Rules::embedded().unwrap();
    let mut desk = Desk {
        store: &mut store,
        actor: &founder,
        now,
        rules: &rules,
    };
    for (user, name, role) in others {
        accounts::add(&mut desk, user, name, *role, &passphrase()).unwrap();
    }
    drop(store);
    (folder, path)
}

/// A folder in memory where there is one: what is synced at every key is quicker there.
pub fn folder_in_memory() -> TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() {
        return tempfile::tempdir_in(memory).unwrap();
    }
    tempfile::tempdir().unwrap()
}

/// A demo in this folder.
pub fn demo_in(folder: &Path, seed: u64, stories: u64, now: DateTime<Utc>) -> PathBuf {
    let path = folder.join("demo.diogel");
    let making = Making { seed, stories, now };
    let rules = Rules::embedded().unwrap();
    make(&path, &rules, &making, &mut |_| ControlFlow::Continue(())).unwrap();
    path
}

/// A demo of 40 stories, which has something of everything.
pub fn demo(seed: u64, now: DateTime<Utc>) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = demo_in(folder.path(), seed, 40, now);
    (folder, path)
}

fn passphrase() -> Passphrase {
    Passphrase::new(testing::PASSPHRASE.to_owned())
}

/// The store, opened with the key of this person.
pub fn opened_as(path: &Path, user: &str) -> Store {
    let key = vault::unlock(path, user, &passphrase()).unwrap();
    Store::open(path, &key).unwrap()
}

/// The store, opened with the key of whoever founded it.
pub fn opened(path: &Path) -> Store {
    opened_as(path, "duty")
}

/// Waits until these words are kept as a draft. They are seen on the screen before.
#[track_caller]
pub fn wait_for_draft(path: &Path, words: &str) {
    let store = opened(path);
    let sql = "SELECT count(*) FROM draft WHERE instr(content, ?1) > 0";
    let patience = Instant::now() + Duration::from_secs(60);
    let is_kept = || {
        let found: i64 = store
            .connection()
            .query_row(sql, [words], |row| row.get(0))
            .unwrap();
        found > 0
    };
    while !is_kept() {
        assert!(Instant::now() < patience, "{words:?} was not kept");
        std::thread::sleep(Duration::from_millis(10));
    }
}

/// With this person at the desk.
pub fn as_user<T>(
    store: &mut Store,
    user: &str,
    now: DateTime<Utc>,
    deed: impl FnOnce(&mut Desk<'_>) -> T,
) -> T {
    let found = account::by_name(store.connection(), user).unwrap().unwrap();
    let actor = Actor {
        user_id: found.id,
        user_name: found.user_name,
        display_name: found.display_name,
        role: found.role,
    };
    deed(&mut Desk {
        store,
        actor: &actor,
        now,
        rules: &Rules::embedded().unwrap(),
    })
}

/// Changes rows that no deed of the program would.
pub fn run(path: &Path, sql: &str) {
    opened(path).connection().execute_batch(sql).unwrap();
}

/// The first column of what a query finds.
pub fn found<T: rusqlite::types::FromSql>(path: &Path, sql: &str) -> Vec<T> {
    let store = opened(path);
    let mut rows = store.connection().prepare(sql).unwrap();
    rows.query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect()
}
