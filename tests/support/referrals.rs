//! A store with three young people in it, and two people who work there, for the screens of
//! referrals. Use with `#[path = "support/referrals.rs"] mod referrals_store;`.

use std::path::PathBuf;

use chrono::{DateTime, TimeZone, Utc};
use diogel::casework::{Desk, accounts, referrals};
use diogel::domain::person::{Living, Person};
use diogel::domain::referral::{Fear, How, NewReferral, ReferTo, Source};
use diogel::domain::relation::{NewRelation, Related, RelationKind};
use diogel::domain::roles::{Actor, Role};
use diogel::domain::rules::Rules;
use diogel::domain::sharing::Confidential;
use diogel::store::vault::{self, Passphrase};
use diogel::store::{Store, testing};
use tempfile::TempDir;

pub fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 23, 10, 42, 0).unwrap()
}

pub fn named(given: &str, family: &str, born: &str, address: &str) -> NewReferral {
    NewReferral {
        received_at: now() - chrono::TimeDelta::hours(70),
        how: How::Telephone,
        source: Source::Agency("school-or-college".to_owned()),
        source_name: Confidential::new("Ms Pugh"),
        source_contact: Confidential::new("01639 000000"),
        person: Person {
            given_name: given.to_owned(),
            family_name: family.to_owned(),
            born: born.parse().ok(),
            address: address.to_owned(),
            living: Living::AtHome,
            ..Person::default()
        },
        feared: vec![Fear::Exchange],
        what_happened: Confidential::new("Out overnight twice, and has a new phone."),
        danger_now: false,
        police_told_at: None,
        young_person_knows: Some(false),
        young_person_view: Confidential::default(),
        parents_know: Some(true),
        parents_view: Confidential::new("Mum is worried."),
    }
}

/// Siân, her brother and a girl at the same address, and two people who work there.
pub fn store() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let (path, _, mut store) = testing::store_in(folder.path()).unwrap();
    let rules = Rules::embedded().unwrap();
    let duty = accounts::found(&mut store, now(), "duty", "Mari Huws", Role::DutyWorker).unwrap();
    let admin = Actor {
        role: Role::Administrator,
        ..duty.clone()
    };
    let passphrase = Passphrase::new(testing::PASSPHRASE.to_owned());
    let mut desk = Desk {
        store: &mut store,
        actor: &admin,
        now: now(),
        rules: &rules,
    };
    accounts::add(
        &mut desk,
        "principal",
        "Anwen Bevan",
        Role::PrincipalOfficer,
        &passphrase,
    )
    .unwrap();
    desk.actor = &duty;
    let home = "1 Tŷ Gwyn, Port Talbot";
    let mut take = |new: &NewReferral| {
        referrals::refer(&mut desk, new, ReferTo::NewCase)
            .unwrap()
            .case
            .id
    };
    let sian = take(&named("Siân", "Llewellyn", "2012-04-03", home));
    let dafydd = take(&named("Dafydd", "Llewellyn", "2010-01-09", ""));
    take(&named("Ffion", "Price", "2011-02-02", home));
    let sibling = NewRelation {
        kind: RelationKind::Sibling,
        who: Related::Case(dafydd),
        note: String::new(),
    };
    referrals::add_relation(&mut desk, sian, &sibling).unwrap();
    drop(store);
    (folder, path)
}

/// Takes more referrals.
pub fn take(path: &std::path::Path, to: ReferTo, all: &[NewReferral]) {
    let passphrase = Passphrase::new(testing::PASSPHRASE.to_owned());
    let key = vault::unlock(path, "duty", &passphrase).unwrap();
    let mut store = Store::open(path, &key).unwrap();
    let duty = accounts::come_in(&mut store, now(), "duty").unwrap();
    let rules = Rules::embedded().unwrap();
    let mut desk = Desk {
        store: &mut store,
        actor: &duty,
        now: now(),
        rules: &rules,
    };
    for new in all {
        referrals::refer(&mut desk, new, to).unwrap();
    }
}
