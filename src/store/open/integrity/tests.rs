//! Each fault is found, and a sound store has none.

use std::fs;

use super::*;
use crate::store::open::tests::spoil_page;
use crate::store::testing::store_in;

#[test]
fn integrity_of_a_good_store_is_sound() {
    let folder = tempfile::tempdir().unwrap();
    let (_, _, store) = store_in(folder.path()).unwrap();
    for how in [Thoroughness::Quick, Thoroughness::Full] {
        let found = store.verify_integrity(how).unwrap();
        assert!(found.is_sound(), "{found:?}");
    }
}

#[test]
fn integrity_names_a_page_that_was_changed_from_outside() {
    let folder = tempfile::tempdir().unwrap();
    let (path, key, mut store) = store_in(folder.path()).unwrap();
    store
        .with_transaction(|transaction| -> Result<(), StoreError> {
            transaction.execute_batch(
                "CREATE TABLE long (text TEXT) STRICT; INSERT INTO long SELECT hex(zeroblob(50000))",
            )?;
            Ok(())
        })
        .unwrap();
    drop(store);
    let pages = fs::read(&path).unwrap().len() / 4096;
    spoil_page(&path, pages - 2);
    let store = Store::open(&path, &key).unwrap();
    let found = store.verify_integrity(Thoroughness::Quick).unwrap();
    assert_eq!(found.cipher.len(), 1, "{found:?}");
    let read = store
        .connection()
        .query_row("SELECT text FROM long", [], |row| row.get::<_, String>(0));
    assert!(matches!(
        read.map_err(StoreError::from),
        Err(StoreError::Damaged(_))
    ));
}

#[test]
fn integrity_names_a_row_that_points_nowhere() {
    let folder = tempfile::tempdir().unwrap();
    let (_, _, store) = store_in(folder.path()).unwrap();
    store
        .connection()
        .execute_batch(
            "CREATE TABLE parent (id INTEGER PRIMARY KEY) STRICT;
             CREATE TABLE child (parent INTEGER REFERENCES parent) STRICT;
             PRAGMA foreign_keys = OFF;
             INSERT INTO child VALUES (7);",
        )
        .unwrap();
    let found = store.verify_integrity(Thoroughness::Quick).unwrap();
    assert_eq!(found.references, ["child"]);
}
