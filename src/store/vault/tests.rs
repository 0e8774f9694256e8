//! One corruption, one named test; and what must never be done to what is there already.
//! Long, because each way to be wrong has a test with its name.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::*;
use crate::store::Store;

fn passphrase(text: &str) -> Passphrase {
    Passphrase::new(text.to_owned())
}

/// A store of cheap slots, with `duty` and the passphrase `demo`.
fn made() -> (TempDir, PathBuf, DataKey, RecoveryKey) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("cases.diogel");
    let (key, recovery) =
        create(&path, "duty", &passphrase("demo"), PassphraseCost::Cheap).unwrap();
    (folder, path, key, recovery)
}

fn keys_of(path: &Path) -> PathBuf {
    files::with_suffix(path, ".keys")
}

/// Changes the text of the slots file by hand.
fn edit_slots(path: &Path, edit: impl FnOnce(String) -> String) {
    let keys = keys_of(path);
    let text = fs::read_to_string(&keys).unwrap();
    let edited = edit(text.clone());
    assert_ne!(text, edited, "the edit changed nothing");
    fs::write(&keys, edited).unwrap();
}

/// Changes one letter of the first age file in `text` after `after`.
fn spoil_age_text(text: &str, after: &str) -> String {
    let (head, tail) = text.split_once(after).unwrap();
    let (before, rest) = tail.split_once("FILE-----\n").unwrap();
    let mut letters: Vec<char> = rest.chars().collect();
    letters[100] = if letters[100] == 'A' { 'B' } else { 'A' };
    let rest: String = letters.into_iter().collect();
    format!("{head}{after}{before}FILE-----\n{rest}")
}

#[track_caller]
fn expect_error<T, E>(result: Result<T, E>) -> E {
    match result {
        Ok(_) => panic!("it should have been refused"),
        Err(error) => error,
    }
}

#[test]
fn unlock_with_the_passphrase_gives_the_key() {
    let (_folder, path, key, _) = made();
    let unlocked = unlock(&path, "duty", &passphrase("demo")).unwrap();
    assert_eq!(unlocked.expose(), key.expose());
}

#[test]
fn unlock_with_another_passphrase_is_wrong_passphrase() {
    let (_folder, path, ..) = made();
    let error = expect_error(unlock(&path, "duty", &passphrase("Demo")));
    assert!(matches!(error, OpenError::WrongPassphrase { ref user } if user == "duty"));
    assert_eq!(error.exit_code(), 12);
}

#[test]
fn unlock_of_an_unknown_person_names_them() {
    let (_folder, path, ..) = made();
    let error = expect_error(unlock(&path, "nobody", &passphrase("demo")));
    assert!(matches!(error, OpenError::NoSlot { ref user } if user == "nobody"));
}

#[test]
fn unlock_of_a_spoilt_slot_is_damage_and_not_a_wrong_passphrase() {
    let (_folder, path, ..) = made();
    edit_slots(&path, |text| spoil_age_text(&text, "[[slot]]"));
    let error = expect_error(unlock(&path, "duty", &passphrase("demo")));
    assert!(
        matches!(error, OpenError::Damaged { damage: Damage::Slot(ref user), .. } if user == "duty")
    );
    assert_eq!(error.exit_code(), 13);
}

#[test]
fn unlock_of_a_slot_moved_to_another_name_is_damage() {
    let (_folder, path, ..) = made();
    edit_slots(&path, |text| text.replace("\"duty\"", "\"chair\""));
    let error = expect_error(unlock(&path, "chair", &passphrase("demo")));
    assert!(matches!(error, OpenError::Damaged { .. }));
}

#[test]
fn open_with_the_slots_of_another_store_is_damage() {
    let (_folder, path, ..) = made();
    let (_other_folder, other, ..) = made();
    fs::copy(keys_of(&other), keys_of(&path)).unwrap();
    let key = unlock(&path, "duty", &passphrase("demo")).unwrap();
    let error = expect_error(Store::open(&path, &key));
    // The slots fit their own key, so what does not pass its check is the file.
    assert_eq!(error.exit_code(), 13);
}

#[test]
fn unlock_with_recovery_key_gives_the_key_and_others_do_not() {
    let (_folder, path, key, recovery) = made();
    let typed = recovery.expose_for_printing().to_lowercase();
    let (left, right) = typed.split_at(20);
    let typed = RecoveryKey::parse(&format!(" {left} {right}\n")).unwrap();
    let unlocked = unlock_with_recovery(&path, &typed).unwrap();
    assert_eq!(unlocked.expose(), key.expose());

    let error = expect_error(unlock_with_recovery(&path, &RecoveryKey::generate()));
    assert!(matches!(error, OpenError::WrongRecoveryKey));
}

#[test]
fn unlock_with_recovery_of_a_spoilt_slot_is_damage() {
    let (_folder, path, _, recovery) = made();
    edit_slots(&path, |text| spoil_age_text(&text, "[recovery]"));
    let error = expect_error(unlock_with_recovery(&path, &recovery));
    assert!(matches!(
        error,
        OpenError::Damaged {
            damage: Damage::RecoverySlot,
            ..
        }
    ));
}

#[test]
fn recovery_key_with_a_typing_mistake_is_told_at_once() {
    let key = RecoveryKey::generate();
    let mut letters: Vec<char> = key.expose_for_printing().chars().collect();
    letters[30] = if letters[30] == 'Q' { 'P' } else { 'Q' };
    let typed: String = letters.into_iter().collect();
    assert!(RecoveryKey::parse(&typed).is_err());
}

#[test]
fn recovery_key_replaced_makes_the_old_one_void() {
    let (_folder, path, key, old) = made();
    let new = replace_recovery(&path, &key).unwrap();
    assert!(unlock_with_recovery(&path, &new).is_ok());
    assert!(matches!(
        expect_error(unlock_with_recovery(&path, &old)),
        OpenError::WrongRecoveryKey
    ));
}

#[test]
fn slot_added_opens_with_its_own_passphrase_only() {
    let (_folder, path, key, _) = made();
    add_slot(&path, &key, "siân", &passphrase("ŵyl")).unwrap();
    assert_eq!(slot_names(&path).unwrap(), ["duty", "siân"]);
    // The same letters as a terminal may send them: letter and accent apart.
    let unlocked = unlock(&path, "sia\u{302}n", &passphrase("w\u{302}yl")).unwrap();
    assert_eq!(unlocked.expose(), key.expose());
    assert!(unlock(&path, "siân", &passphrase("demo")).is_err());
    assert!(unlock(&path, "duty", &passphrase("demo")).is_ok());
}

#[test]
fn slot_added_twice_is_refused() {
    let (_folder, path, key, _) = made();
    let error = expect_error(add_slot(&path, &key, "duty", &passphrase("other")));
    assert!(matches!(error, VaultError::NameTaken(_)));
    assert!(unlock(&path, "duty", &passphrase("demo")).is_ok());
}

#[test]
fn slot_with_the_key_of_another_store_is_refused() {
    let (_folder, path, ..) = made();
    let (_other_folder, _, other_key, _) = made();
    let error = expect_error(add_slot(&path, &other_key, "chair", &passphrase("demo")));
    assert!(matches!(
        error,
        VaultError::Open(OpenError::WrongKey { .. })
    ));
    assert_eq!(slot_names(&path).unwrap(), ["duty"]);
}

#[test]
fn slot_names_that_could_deceive_are_refused() {
    let (_folder, path, key, _) = made();
    let long = "a".repeat(65);
    for name in [
        "",
        "  ",
        "a b",
        "a\u{1b}[2J",
        "du\u{202e}ty",
        "du\u{200b}ty",
        &long,
    ] {
        let error = expect_error(add_slot(&path, &key, name, &passphrase("demo")));
        assert!(matches!(error, VaultError::BadName), "{name:?}");
    }
}

#[test]
fn passphrase_changed_voids_the_old_one() {
    let (_folder, path, key, _) = made();
    change_passphrase(&path, &key, "duty", &passphrase("new one")).unwrap();
    assert!(unlock(&path, "duty", &passphrase("new one")).is_ok());
    let error = expect_error(unlock(&path, "duty", &passphrase("demo")));
    assert!(matches!(error, OpenError::WrongPassphrase { .. }));
    let error = expect_error(change_passphrase(&path, &key, "nobody", &passphrase("x")));
    assert!(matches!(error, VaultError::Open(OpenError::NoSlot { .. })));
}

#[test]
fn slot_removed_opens_no_longer_and_the_last_one_stays() {
    let (_folder, path, key, _) = made();
    add_slot(&path, &key, "chair", &passphrase("demo")).unwrap();
    remove_slot(&path, &key, "duty").unwrap();
    assert!(matches!(
        expect_error(unlock(&path, "duty", &passphrase("demo"))),
        OpenError::NoSlot { .. }
    ));
    let error = expect_error(remove_slot(&path, &key, "chair"));
    assert!(matches!(error, VaultError::LastSlot(_)));
    assert!(unlock(&path, "chair", &passphrase("demo")).is_ok());
}

#[test]
fn slots_changed_by_many_at_once_are_all_kept() {
    let (_folder, path, key, _) = made();
    std::thread::scope(|scope| {
        for number in 0..8 {
            let (path, key) = (&path, &key);
            scope.spawn(move || {
                add_slot(path, key, &format!("user{number}"), &passphrase("demo")).unwrap();
            });
        }
    });
    assert_eq!(slot_names(&path).unwrap().len(), 9);
}

#[test]
fn slots_that_are_no_slots_are_damage() {
    for (what, text) in [
        ("empty", ""),
        ("cut", "format = \"diogel-keys\"\nversion = 1\nstore = \"x"),
        ("another format", "format = \"else\"\nversion = 1\n"),
        ("no version", "format = \"diogel-keys\"\n"),
        ("no slots", "format = \"diogel-keys\"\nversion = 1\n"),
    ] {
        let (_folder, path, ..) = made();
        fs::write(keys_of(&path), text).unwrap();
        let error = expect_error(unlock(&path, "duty", &passphrase("demo")));
        assert!(
            matches!(
                error,
                OpenError::Damaged {
                    damage: Damage::SlotsUnreadable(_),
                    ..
                }
            ),
            "{what}: {error}"
        );
    }
}

#[test]
fn slots_of_a_newer_program_are_told_as_such() {
    let (_folder, path, ..) = made();
    edit_slots(&path, |text| text.replace("version = 1", "version = 7"));
    let error = expect_error(unlock(&path, "duty", &passphrase("demo")));
    assert!(matches!(
        error,
        OpenError::Newer {
            found: 7,
            known: 1,
            ..
        }
    ));
    assert_eq!(error.exit_code(), 1);
}

#[test]
fn slot_too_dear_to_try_is_refused() {
    let (_folder, path, ..) = made();
    let keys = keys_of(&path);
    let mut slots = Slots::read(&keys).unwrap();
    slots.forge_dear_slot("duty");
    slots.write(&keys).unwrap();
    let error = expect_error(unlock(&path, "duty", &passphrase("demo")));
    assert!(matches!(
        error,
        OpenError::Damaged {
            damage: Damage::Slot(_),
            ..
        }
    ));
}

#[test]
fn both_files_are_private_to_their_owner() {
    let (_folder, path, ..) = made();
    for file in [path.clone(), keys_of(&path)] {
        let mode = fs::metadata(&file).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{}", file.display());
    }
}

#[test]
fn create_leaves_two_files_and_nothing_else() {
    let (folder, ..) = made();
    let mut names: Vec<_> = fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names, ["cases.diogel", "cases.diogel.keys"]);
}

#[test]
fn create_never_touches_what_is_there() {
    let (_folder, path, ..) = made();
    let before = (fs::read(&path).unwrap(), fs::read(keys_of(&path)).unwrap());
    let error = expect_error(create(
        &path,
        "duty",
        &passphrase("demo"),
        PassphraseCost::Cheap,
    ));
    assert!(matches!(
        error,
        VaultError::Open(OpenError::AlreadyThere { .. })
    ));
    let after = (fs::read(&path).unwrap(), fs::read(keys_of(&path)).unwrap());
    assert!(before == after);

    let folder = tempfile::tempdir().unwrap();
    let letter = folder.path().join("letter.txt");
    fs::write(&letter, "Dear all").unwrap();
    let refused = create(&letter, "duty", &passphrase("demo"), PassphraseCost::Cheap);
    assert!(refused.is_err());
    assert_eq!(fs::read_to_string(&letter).unwrap(), "Dear all");
}

#[test]
fn create_over_a_link_that_leads_nowhere_makes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("cases.diogel");
    std::os::unix::fs::symlink(folder.path().join("gone"), &path).unwrap();
    let refused = create(&path, "duty", &passphrase("demo"), PassphraseCost::Cheap);
    assert!(matches!(
        expect_error(refused),
        VaultError::Open(OpenError::AlreadyThere { .. })
    ));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn store_reached_by_a_link_has_its_slots_beside_the_file_itself() {
    let (_folder, path, key, _) = made();
    let elsewhere = tempfile::tempdir().unwrap();
    let link = elsewhere.path().join("link.diogel");
    std::os::unix::fs::symlink(&path, &link).unwrap();
    assert!(unlock(&link, "duty", &passphrase("demo")).is_ok());
    assert!(Store::open(&link, &key).is_ok());
}

#[test]
fn create_where_slots_lie_alone_says_half_made() {
    let (_folder, path, ..) = made();
    fs::rename(&path, files::with_suffix(&path, ".elsewhere")).unwrap();
    let again = create(&path, "duty", &passphrase("demo"), PassphraseCost::Cheap);
    for error in [
        match expect_error(again) {
            VaultError::Open(error) => error,
            other => panic!("{other}"),
        },
        expect_error(unlock(&path, "duty", &passphrase("demo"))),
    ] {
        assert!(matches!(
            error,
            OpenError::HalfMade {
                half: Half::SlotsOnly,
                ..
            }
        ));
        assert_eq!(error.exit_code(), 13);
    }
    assert!(keys_of(&path).exists());
}

#[test]
fn create_after_a_set_up_that_died_before_its_slots_succeeds() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("cases.diogel");
    fs::write(files::with_suffix(&path, ".making"), "half a store").unwrap();
    let (key, _) = create(&path, "duty", &passphrase("demo"), PassphraseCost::Cheap).unwrap();
    assert!(Store::open(&path, &key).is_ok());
}

#[test]
fn create_in_a_folder_that_refuses_writing_says_so() {
    let folder = tempfile::tempdir().unwrap();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o500)).unwrap();
    // Permissions do not hold the superuser back, but the kernel's own folders do.
    let place = if rustix::process::geteuid().is_root() {
        PathBuf::from("/sys/kernel")
    } else {
        folder.path().to_path_buf()
    };
    let error = expect_error(create(
        &place.join("cases.diogel"),
        "duty",
        &passphrase("demo"),
        PassphraseCost::Cheap,
    ));
    assert!(
        matches!(error, VaultError::Open(OpenError::ReadOnly { .. })),
        "{error}"
    );
}

#[test]
fn create_of_a_real_store_wants_a_good_passphrase_before_making_anything() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("cases.diogel");
    for (text, fault) in [
        (
            "demo",
            WeakPassphrase::TooShort {
                given: 4,
                needed: 12,
            },
        ),
        (
            "ŵŷŵŷŵŷŵŷŵŷŵ",
            WeakPassphrase::TooShort {
                given: 11,
                needed: 12,
            },
        ),
        ("aaaaaaaaaaaaaaaa", WeakPassphrase::Repetitive),
        ("Anna.Pritchard1", WeakPassphrase::UserName),
    ] {
        let refused = create(
            &path,
            "anna.pritchard",
            &passphrase(text),
            PassphraseCost::Real,
        );
        match expect_error(refused) {
            VaultError::Weak(found) => assert_eq!(found, fault, "{text}"),
            other => panic!("{text}: {other}"),
        }
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn real_store_stays_dear_for_everyone_added_later() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("cases.diogel");
    let good = passphrase("tri gair ar hap");
    let (key, _) = create(&path, "duty", &good, PassphraseCost::Real).unwrap();
    assert_eq!(passphrase_cost(&path).unwrap(), PassphraseCost::Real);
    let error = expect_error(add_slot(&path, &key, "chair", &passphrase("demo")));
    assert!(matches!(error, VaultError::Weak(_)));
    let text = fs::read_to_string(keys_of(&path)).unwrap();
    assert!(text.contains("cost = \"real\""));
    assert_eq!(Slots::read(&keys_of(&path)).unwrap().log_n_of("duty"), 17);
    let unlocked = unlock(&path, "duty", &good).unwrap();
    let store = Store::open(&path, &unlocked).unwrap();
    assert!(!store.is_fictional());
    let wiped: String = store
        .connection()
        .query_row("PRAGMA cipher_memory_security", [], |row| row.get(0))
        .unwrap();
    assert_eq!(wiped, "1");
}

#[test]
fn cheap_store_stays_fictional_though_its_slots_are_edited() {
    let (_folder, path, key, _) = made();
    edit_slots(&path, |text| text.replace("\"cheap\"", "\"real\""));
    assert!(Store::open(&path, &key).unwrap().is_fictional());
}

#[test]
fn cheap_store_is_marked_in_its_slots() {
    let (_folder, path, ..) = made();
    let text = fs::read_to_string(keys_of(&path)).unwrap();
    assert!(text.contains("cost = \"cheap\""));
}

#[test]
fn slots_hold_no_key_and_no_passphrase_in_plain() {
    let (_folder, path, key, recovery) = made();
    add_slot(&path, &key, "chair", &passphrase("cwtch-cwtch")).unwrap();
    let text = fs::read_to_string(keys_of(&path)).unwrap();
    assert!(!text.contains("cwtch-cwtch"));
    assert!(!text.contains(&crate::store::hex::encode(key.expose())));
    assert!(!text.contains(recovery.expose_for_printing()));
}
