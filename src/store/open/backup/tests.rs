//! A copy is a store of one moment, or it is not there at all.

use std::fs;

use super::*;
use crate::store::open::Thoroughness;
use crate::store::open::tests::{note, notes};
use crate::store::testing::{PASSPHRASE, store_in};
use crate::store::vault::{self, Passphrase};

#[test]
fn backup_taken_while_others_write_is_a_store_of_one_moment() {
    let folder = tempfile::tempdir().unwrap();
    let (path, key, mut store) = store_in(folder.path()).unwrap();
    for number in 0..40 {
        note(&mut store, &format!("kept-{number}"), &"x".repeat(200_000)).unwrap();
    }
    let mut writer = Store::open(&path, &key).unwrap();
    let dest = folder.path().join("copy.diogel");
    let mut steps = 0;
    let done = store
        .backup(&dest, |far| {
            steps += 1;
            assert!(far.pages_done <= far.pages);
            note(&mut writer, &format!("kept-later-{steps}"), "x").unwrap();
            ControlFlow::Continue(())
        })
        .unwrap();
    assert!(steps > 0);
    assert_eq!(done.head, audit::head(store.connection()).unwrap());

    let passphrase = Passphrase::new(PASSPHRASE.to_owned());
    let key = vault::unlock(&dest, "duty", &passphrase).unwrap();
    let copy = Store::open(&dest, &key).unwrap();
    assert_eq!(notes(&copy, "kept-%"), 40);
    assert!(
        copy.verify_integrity(Thoroughness::Full)
            .unwrap()
            .is_sound()
    );
}

#[test]
fn backup_that_is_stopped_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (_, _, mut store) = store_in(folder.path()).unwrap();
    note(&mut store, "long", &"x".repeat(6_000_000)).unwrap();
    let place = tempfile::tempdir().unwrap();
    let stopped = store.backup(&place.path().join("copy"), |_| ControlFlow::Break(()));
    assert!(matches!(stopped, Err(StoreError::Stopped)));
    assert_eq!(fs::read_dir(place.path()).unwrap().count(), 0);
    note(&mut store, "after", "x").unwrap();
}

#[test]
fn backup_never_overwrites() {
    let folder = tempfile::tempdir().unwrap();
    let (path, _, store) = store_in(folder.path()).unwrap();
    let before = fs::read(with_suffix(&path, ".keys")).unwrap();
    let taken = store.backup(&path, |_| ControlFlow::Continue(()));
    assert!(matches!(
        taken,
        Err(StoreError::File(OpenError::AlreadyThere { .. }))
    ));
    assert!(fs::read(with_suffix(&path, ".keys")).unwrap() == before);
}

#[test]
fn store_and_its_backup_bear_the_same_name() {
    let folder = tempfile::tempdir().unwrap();
    let (_, key, store) = store_in(folder.path()).unwrap();
    let dest = folder.path().join("copy.diogel");
    store.backup(&dest, |_| ControlFlow::Continue(())).unwrap();
    let copy = Store::open(&dest, &key).unwrap();
    assert_eq!(copy.id().unwrap(), store.id().unwrap());
    assert!(uuid::Uuid::parse_str(&store.id().unwrap()).is_ok());
}
