use chrono::TimeZone;

use super::*;
use crate::casework::testing::House;
use crate::store::audit::Verdict;
use crate::store::testing;

fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 23, 10, 0, 0).unwrap()
}

fn passphrase(text: &str) -> Passphrase {
    Passphrase::new(text.to_owned())
}

fn house() -> House {
    House::founded(
        &[("admin", "Gwen Admin", Role::Administrator)],
        "2026-11-23T10:00:00Z",
    )
    .on("2026-11-23T10:05:00Z")
}

#[test]
fn person_added_can_unlock_and_come_in() {
    let mut house = house();
    let admin = house.actor("admin");
    let theirs = passphrase("a fictional passphrase");
    add(
        &mut house.desk(&admin),
        "mari",
        "Mari Huws",
        Role::DutyWorker,
        &theirs,
    )
    .unwrap();
    vault::unlock(house.store.path(), "mari", &theirs).unwrap();
    let actor = come_in(&mut house.store, now(), "MARI").unwrap();
    assert_eq!(actor.display_name, "Mari Huws");
    assert_eq!(actor.role, Role::DutyWorker);
    assert_eq!(house.audited(), ["store-founded", "user-added", "unlocked"]);
    let verdict = audit::verify(house.store.connection(), None).unwrap();
    assert!(matches!(verdict, Verdict::Whole { .. }));
}

#[test]
fn duty_worker_who_would_add_people_is_refused_and_nothing_is_written() {
    let mut house = house();
    let admin = house.actor("admin");
    let theirs = passphrase("a fictional passphrase");
    add(
        &mut house.desk(&admin),
        "mari",
        "",
        Role::DutyWorker,
        &theirs,
    )
    .unwrap();
    let duty = come_in(&mut house.store, now(), "mari").unwrap();
    let before = house.audited();
    let refused = add(&mut house.desk(&duty), "friend", "", Role::Chair, &theirs).unwrap_err();
    assert_eq!(refused.exit_code(), 4);
    assert!(list(&mut house.desk(&duty)).is_err());
    assert!(disable(&mut house.desk(&duty), "admin").is_err());
    assert_eq!(house.audited(), before);
}

#[test]
fn person_added_twice_is_a_conflict() {
    let mut house = house();
    let admin = house.actor("admin");
    let theirs = passphrase("a fictional passphrase");
    add(
        &mut house.desk(&admin),
        "mari",
        "",
        Role::DutyWorker,
        &theirs,
    )
    .unwrap();
    let again = add(&mut house.desk(&admin), "Mari", "", Role::Chair, &theirs).unwrap_err();
    assert_eq!(again.exit_code(), 5);
    let everybody = list(&mut house.desk(&admin)).unwrap();
    assert_eq!(everybody.len(), 2);
}

#[test]
fn person_disabled_can_neither_unlock_nor_come_in() {
    let mut house = house();
    let admin = house.actor("admin");
    let theirs = passphrase("a fictional passphrase");
    add(
        &mut house.desk(&admin),
        "mari",
        "",
        Role::DutyWorker,
        &theirs,
    )
    .unwrap();
    disable(&mut house.desk(&admin), "mari").unwrap();
    assert!(vault::unlock(house.store.path(), "mari", &theirs).is_err());
    let refused = come_in(&mut house.store, now(), "mari").unwrap_err();
    assert_eq!(refused.exit_code(), 4);
    let everybody = list(&mut house.desk(&admin)).unwrap();
    assert!(
        everybody
            .iter()
            .any(|one| one.user_name == "mari" && one.is_disabled)
    );
}

#[test]
fn only_administrator_left_is_not_disabled() {
    let mut house = house();
    let admin = house.actor("admin");
    let refused = disable(&mut house.desk(&admin), "admin").unwrap_err();
    assert!(matches!(refused, CaseworkError::LastAdministrator { .. }));
    assert!(come_in(&mut house.store, now(), "admin").is_ok());
}

#[test]
fn second_founding_is_refused() {
    let mut house = house();
    let again = found(&mut house.store, now(), "other", "", Role::Administrator).unwrap_err();
    assert_eq!(again.exit_code(), 5);
}

#[test]
fn blank_and_hidden_names_are_refused() {
    let mut house = house();
    let admin = house.actor("admin");
    let theirs = passphrase("a fictional passphrase");
    let added = add(
        &mut house.desk(&admin),
        " \u{1b}[2J\u{202e} ",
        "",
        Role::Chair,
        &theirs,
    );
    assert!(matches!(added, Err(CaseworkError::NoName)));
}

#[test]
fn store_that_was_never_given_a_person_is_founded_by_whoever_unlocks_it() {
    let folder = tempfile::tempdir().unwrap();
    let (_, _, mut store) = testing::store_in(folder.path()).unwrap();
    let actor = come_in(&mut store, now(), "duty").unwrap();
    assert_eq!(actor.role, Role::Administrator);
    assert!(matches!(
        come_in(&mut store, now(), "somebody"),
        Err(CaseworkError::UnknownUser { .. })
    ));
}
