//! Each thing that can be wrong with a store is a different error, and none of them changes the
//! files; and the settings that keep words from being lost or read.
//! Long, because each has a test with its name.

use std::fs;

use rusqlite::params;

use super::*;
use crate::store::error::{Damage, Half};
use crate::store::testing::store_in;
use crate::store::vault::files::with_suffix;

const SHORT_WAIT: Duration = Duration::from_millis(50);

#[track_caller]
fn refused(path: &Path, key: &DataKey) -> OpenError {
    match Store::open_waiting(path, key, SHORT_WAIT) {
        Ok(_) => panic!("it should have been refused"),
        Err(error) => error,
    }
}

pub(super) fn note(store: &mut Store, key: &str, value: &str) -> Result<(), StoreError> {
    store.with_transaction(|transaction| {
        transaction.execute(
            "INSERT INTO meta (key, value) VALUES (?1, ?2)",
            params![key, value],
        )?;
        Ok(())
    })
}

pub(super) fn notes(store: &Store, like: &str) -> i64 {
    store
        .connection()
        .query_row(
            "SELECT count(*) FROM meta WHERE key LIKE ?1",
            [like],
            |row| row.get(0),
        )
        .unwrap()
}

/// Writes over a few bytes in the middle of page `page` (the first is 0).
pub(super) fn spoil_page(path: &Path, page: usize) {
    let mut bytes = fs::read(path).unwrap();
    for byte in bytes.iter_mut().skip(page * 4096 + 1000).take(8) {
        *byte ^= 0x55;
    }
    fs::write(path, bytes).unwrap();
}

#[test]
fn open_where_nothing_is_says_no_store_and_makes_none() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("cases.diogel");
    let error = refused(&path, &DataKey::from_bytes(&[1; 32]));
    assert!(matches!(error, OpenError::NoStore { .. }));
    assert_eq!(error.exit_code(), 10);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn open_with_the_key_of_another_store_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let (path, _, store) = store_in(folder.path()).unwrap();
    drop(store);
    let before = fs::read(&path).unwrap();
    let error = refused(&path, &DataKey::from_bytes(&[1; 32]));
    assert!(matches!(error, OpenError::WrongKey { .. }), "{error}");
    assert_eq!(error.exit_code(), 12);
    assert!(fs::read(&path).unwrap() == before);
}

#[test]
fn open_of_a_spoilt_first_page_is_damage_and_keeps_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let (path, key, store) = store_in(folder.path()).unwrap();
    drop(store);
    spoil_page(&path, 0);
    let before = fs::read(&path).unwrap();
    let error = refused(&path, &key);
    assert!(
        matches!(
            error,
            OpenError::Damaged {
                damage: Damage::Pages,
                ..
            }
        ),
        "{error}"
    );
    assert_eq!(error.exit_code(), 13);
    assert!(fs::read(&path).unwrap() == before);
}

#[test]
fn open_of_a_file_that_is_no_store_keeps_it() {
    let folder = tempfile::tempdir().unwrap();
    let (path, key, store) = store_in(folder.path()).unwrap();
    drop(store);
    let letter = "Dear all, ".repeat(1000);
    fs::write(&path, &letter).unwrap();
    let error = refused(&path, &key);
    assert_eq!(error.exit_code(), 13);
    assert_eq!(fs::read_to_string(&path).unwrap(), letter);
}

#[test]
fn open_without_the_slots_beside_it_says_which_file_is_missing() {
    let folder = tempfile::tempdir().unwrap();
    let (path, key, store) = store_in(folder.path()).unwrap();
    drop(store);
    fs::remove_file(with_suffix(&path, ".keys")).unwrap();
    let error = refused(&path, &key);
    assert!(matches!(
        error,
        OpenError::Damaged {
            damage: Damage::SlotsMissing,
            ..
        }
    ));
}

#[test]
fn open_of_an_emptied_file_says_half_made() {
    let folder = tempfile::tempdir().unwrap();
    let (path, key, store) = store_in(folder.path()).unwrap();
    drop(store);
    fs::write(&path, "").unwrap();
    let error = refused(&path, &key);
    assert!(matches!(
        error,
        OpenError::HalfMade {
            half: Half::EmptyFile,
            ..
        }
    ));
    assert_eq!(fs::metadata(&path).unwrap().len(), 0);
}

#[test]
fn open_of_a_folder_is_not_a_store() {
    let folder = tempfile::tempdir().unwrap();
    let error = refused(folder.path(), &DataKey::from_bytes(&[1; 32]));
    assert!(matches!(
        error,
        OpenError::Damaged {
            damage: Damage::NotAStore,
            ..
        }
    ));
}

#[test]
fn open_of_a_newer_store_touches_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (path, key, store) = store_in(folder.path()).unwrap();
    store
        .connection()
        .pragma_update(None, "user_version", 9999)
        .unwrap();
    drop(store);
    let before = fs::read(&path).unwrap();
    let error = refused(&path, &key);
    assert!(
        matches!(error, OpenError::Newer { found: 9999, known, .. } if known == migrations::latest())
    );
    assert_eq!(error.exit_code(), 1);
    assert!(fs::read(&path).unwrap() == before);
}

#[test]
fn open_while_another_program_holds_the_whole_file_says_locked() {
    let folder = tempfile::tempdir().unwrap();
    let (path, key, store) = store_in(folder.path()).unwrap();
    drop(store);
    let holder = connect(&path, &key, SHORT_WAIT).unwrap();
    holder
        .execute_batch(
            "PRAGMA locking_mode = EXCLUSIVE;
             BEGIN IMMEDIATE; INSERT INTO meta (key, value) VALUES ('a', 'b'); COMMIT;",
        )
        .unwrap();
    let error = refused(&path, &key);
    assert!(matches!(error, OpenError::Locked { .. }), "{error}");
    assert_eq!(error.exit_code(), 11);
    drop(holder);
    assert!(Store::open(&path, &key).is_ok());
}

#[test]
fn change_while_another_session_writes_waits_and_then_says_busy() {
    let folder = tempfile::tempdir().unwrap();
    let (path, key, mut first) = store_in(folder.path()).unwrap();
    let mut second = Store::open_waiting(&path, &key, SHORT_WAIT).unwrap();
    first
        .with_transaction(|_| {
            assert!(matches!(note(&mut second, "a", "b"), Err(StoreError::Busy)));
            Ok::<_, StoreError>(())
        })
        .unwrap();
    note(&mut second, "a", "b").unwrap();
}

#[test]
fn changes_of_many_sessions_at_once_are_all_kept() {
    let folder = tempfile::tempdir().unwrap();
    let (path, key, store) = store_in(folder.path()).unwrap();
    std::thread::scope(|scope| {
        for session in 0..6 {
            let (path, key) = (&path, &key);
            scope.spawn(move || {
                let mut store = Store::open(path, key).unwrap();
                for number in 0..20 {
                    note(&mut store, &format!("many-{session}-{number}"), "x").unwrap();
                }
            });
        }
    });
    assert_eq!(notes(&store, "many-%"), 120);
}

#[test]
fn change_that_fails_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (_, _, mut store) = store_in(folder.path()).unwrap();
    let failed: Result<(), StoreError> = store.with_transaction(|transaction| {
        transaction.execute("INSERT INTO meta VALUES ('gone-1', 'x')", [])?;
        Err(StoreError::Conflict {
            what: "case",
            id: 1,
        })
    });
    assert!(matches!(failed, Err(StoreError::Conflict { .. })));
    let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        store.with_transaction(|transaction| -> Result<(), StoreError> {
            transaction.execute("INSERT INTO meta VALUES ('gone-2', 'x')", [])?;
            std::panic::resume_unwind(Box::new("a fault"))
        })
    }));
    assert!(panicked.is_err());
    assert_eq!(notes(&store, "gone-%"), 0);
    note(&mut store, "kept", "x").unwrap();
}

#[test]
fn errors_are_sorted_by_what_can_be_done() {
    let folder = tempfile::tempdir().unwrap();
    let (_, _, mut store) = store_in(folder.path()).unwrap();
    note(&mut store, "a", "b").unwrap();
    assert!(matches!(
        note(&mut store, "a", "b"),
        Err(StoreError::Constraint(_))
    ));
    let none =
        store
            .connection()
            .query_row("SELECT value FROM meta WHERE key = 'none'", [], |row| {
                row.get::<_, String>(0)
            });
    assert!(matches!(
        none.map_err(StoreError::from),
        Err(StoreError::NotFound)
    ));
}

#[test]
fn full_disk_is_told_and_keeps_what_was_there() {
    let folder = tempfile::tempdir().unwrap();
    let (_, _, mut store) = store_in(folder.path()).unwrap();
    note(&mut store, "before", "x").unwrap();
    let pages: i64 = store
        .connection()
        .query_row("PRAGMA page_count", [], |row| row.get(0))
        .unwrap();
    store
        .connection()
        .query_row(&format!("PRAGMA max_page_count = {pages}"), [], |row| {
            row.get::<_, i64>(0)
        })
        .unwrap();
    let full = note(&mut store, "big", &"x".repeat(100_000));
    assert!(matches!(full, Err(StoreError::FullDisk)));
    assert_eq!(notes(&store, "before"), 1);
    assert_eq!(notes(&store, "big"), 0);
}

#[test]
fn connection_has_the_settings_that_keep_words_safe() {
    let folder = tempfile::tempdir().unwrap();
    let (_, _, store) = store_in(folder.path()).unwrap();
    let setting = |name: &str| -> String {
        store
            .connection()
            .query_row(&format!("PRAGMA {name}"), [], |row| {
                Ok(match row.get_ref(0)? {
                    rusqlite::types::ValueRef::Integer(number) => number.to_string(),
                    other => other.as_str()?.to_owned(),
                })
            })
            .unwrap()
    };
    for (name, value) in [
        ("journal_mode", "wal"),
        ("synchronous", "2"),
        ("foreign_keys", "1"),
        ("temp_store", "2"),
        ("mmap_size", "0"),
        ("trusted_schema", "0"),
        ("cache_size", "-3072"),
        ("busy_timeout", "5000"),
        ("cipher_log_level", "NONE"),
    ] {
        assert_eq!(setting(name), value, "{name}");
    }
    assert!(setting("cipher_version").starts_with("4."));
}

#[test]
fn full_text_search_is_built_in_and_works_from_triggers() {
    let folder = tempfile::tempdir().unwrap();
    let (_, _, mut store) = store_in(folder.path()).unwrap();
    let found: i64 = store
        .with_transaction(|transaction| {
            transaction.execute_batch(
                "CREATE TABLE words (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
                 CREATE VIRTUAL TABLE words_index USING fts5(text, content = '',
                     tokenize = \"unicode61 remove_diacritics 2\");
                 CREATE TRIGGER words_added AFTER INSERT ON words BEGIN
                     INSERT INTO words_index (rowid, text) VALUES (NEW.id, NEW.text);
                 END;
                 INSERT INTO words (text) VALUES ('Siân Gŵyl');",
            )?;
            transaction
                .query_row(
                    "SELECT rowid FROM words_index WHERE words_index MATCH 'sian gwyl'",
                    [],
                    |row| row.get(0),
                )
                .map_err(StoreError::from)
        })
        .unwrap();
    assert_eq!(found, 1);
}

#[test]
fn files_on_disk_hold_no_word_in_plain() {
    let folder = tempfile::tempdir().unwrap();
    let (_, _, mut store) = store_in(folder.path()).unwrap();
    let word = "ystlumod-pedol-lleiaf";
    note(&mut store, word, &word.repeat(500)).unwrap();
    let holds = |needle: &str| {
        fs::read_dir(folder.path()).unwrap().any(|entry| {
            let bytes = fs::read(entry.unwrap().path()).unwrap();
            bytes
                .windows(needle.len())
                .any(|window| window == needle.as_bytes())
        })
    };
    let files = fs::read_dir(folder.path()).unwrap().count();
    assert!(files >= 4, "file, log, its index and slots: {files}");
    assert!(!holds(word));
    store
        .connection()
        .execute_batch("PRAGMA wal_checkpoint(TRUNCATE)")
        .unwrap();
    assert!(!holds(word));
    assert!(!holds("SQLite format 3"));
    assert!(
        holds("diogel-keys"),
        "the search itself must be able to find something"
    );
}

#[test]
fn errors_of_the_file_system_are_sorted_by_what_can_be_done() {
    use rustix::io::Errno;
    let path = Path::new("/srv/cases.diogel");
    let sorted = |errno: Errno| OpenError::from_io(path, errno.into()).words_key();
    for (errno, key) in [
        (Errno::ROFS, "read-only"),
        (Errno::ACCESS, "read-only"),
        (Errno::PERM, "read-only"),
        (Errno::NOSPC, "full-disk"),
        (Errno::DQUOT, "full-disk"),
        (Errno::IO, "io"),
    ] {
        assert_eq!(sorted(errno), key, "{errno}");
    }
    let reading = OpenError::from_reading(path, Errno::ACCESS.into());
    assert_eq!(reading.words_key(), "not-readable");
}

#[test]
fn kinds_of_error_are_different_sentences_and_words() {
    let path = PathBuf::from("/srv/cases.diogel");
    let user = "duty".to_owned();
    let errors = [
        OpenError::NoStore { path: path.clone() },
        OpenError::HalfMade {
            path: path.clone(),
            half: Half::SlotsOnly,
        },
        OpenError::Locked { path: path.clone() },
        OpenError::WrongPassphrase { user },
        OpenError::Damaged {
            path: path.clone(),
            damage: Damage::Pages,
        },
        OpenError::Newer {
            path: path.clone(),
            found: 2,
            known: 1,
        },
        OpenError::ReadOnly { path: path.clone() },
        OpenError::NetworkFileSystem { path, kind: "NFS" },
    ];
    for (index, one) in errors.iter().enumerate() {
        for other in errors.iter().skip(index + 1) {
            assert_ne!(one.to_string(), other.to_string());
            assert_ne!(one.words_key(), other.words_key());
        }
    }
}
