//! A store with three young people in it, and two people who work there, for the screens of
//! referrals. Use with `stores.rs` beside it:
//! `#[path = "support/referrals.rs"] mod referrals_store;`.

use std::path::{Path, PathBuf};

use diogel::casework::referrals;
use diogel::domain::person::{Living, Person};
use diogel::domain::referral::{Fear, How, NewReferral, ReferTo, Source};
use diogel::domain::relation::{NewRelation, Related, RelationKind};
use diogel::domain::sharing::Confidential;
use tempfile::TempDir;

use crate::stores::{STAFF, as_user, now, opened, store_of};

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
    let [duty, _, principal, _] = STAFF;
    let (folder, path) = store_of(&[duty, principal], now());
    let home = "1 Tŷ Gwyn, Port Talbot";
    as_user(&mut opened(&path), "duty", now(), |desk| {
        let mut take = |new: &NewReferral| {
            let taken = referrals::refer(desk, new, ReferTo::NewCase);
            taken.unwrap().case.id
        };
        let sian = take(&named("Siân", "Llewellyn", "2012-04-03", home));
        let dafydd = take(&named("Dafydd", "Llewellyn", "2010-01-09", ""));
        take(&named("Ffion", "Price", "2011-02-02", home));
        let sibling = NewRelation {
            kind: RelationKind::Sibling,
            who: Related::Case(dafydd),
            note: String::new(),
        };
        referrals::add_relation(desk, sian, &sibling).unwrap();
    });
    (folder, path)
}

/// Takes more referrals.
pub fn take(path: &Path, to: ReferTo, all: &[NewReferral]) {
    as_user(&mut opened(path), "duty", now(), |desk| {
        for new in all {
            referrals::refer(desk, new, to).unwrap();
        }
    });
}
