//! Taking a referral in the whole program: who it may be, danger, drafts, faults, and pictures.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::string_slice,
    reason = "a test stops at the first fault, and knows its own texts"
)]

use std::path::PathBuf;

use chrono::{DateTime, TimeZone, Utc};
use diogel::app::model::Standing;
use diogel::app::screen::{Referral, Screen, Triage};
use diogel::casework::{Desk, accounts, referrals};
use diogel::domain::case::CaseId;
use diogel::domain::person::{Living, Person};
use diogel::domain::referral::{Fear, How, NewReferral, ReferTo, Source};
use diogel::domain::relation::{NewRelation, Related, RelationKind};
use diogel::domain::roles::{Actor, Role};
use diogel::domain::rules::Rules;
use diogel::domain::sharing::Confidential;
use diogel::store::testing;
use diogel::store::vault::Passphrase;
use tempfile::TempDir;

#[path = "support/house.rs"]
mod house;

use house::House;

fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 23, 10, 42, 0).unwrap()
}

fn named(given: &str, family: &str, born: &str, address: &str) -> NewReferral {
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

/// A store with Siân, her brother and a girl at the same address, and two people who work there.
fn store() -> (TempDir, PathBuf) {
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

fn at_referral(path: &std::path::Path, size: (u16, u16)) -> House {
    let mut house = House::open(path, now(), size);
    house.come_in("duty");
    house.press("n");
    house.sees("New referral");
    house
}

/// Answers no to danger, and types the name.
fn type_name(house: &mut House, given: &str, family: &str) {
    house.press("<right><right><tab>");
    house.type_in(given);
    house.press("<tab>");
    house.type_in(family);
}

#[test]
fn look_at_pictures() {
    for size in [(80, 24), (120, 40)] {
        let (_folder, path) = store();
        let mut house = at_referral(&path, size);
        type_name(&mut house, "Shan", "Llewelyn");
        house.press("<f5>");
        println!("{}", house.screen());
        house.press("<ctrl-s>");
        println!("{}", house.screen());
        let mut house = House::open(&path, now(), size);
        house.come_in("duty");
        go_to_triage(&mut house, CaseId(1));
        println!("{}", house.screen());
        house.press("<right><right>");
        println!("{}", house.screen());
        house.press("<right><tab>It is her boyfriend");
        println!("{}", house.screen());
    }
}

/// The referral of Siân, as Today and the case lead there.
fn go_to_triage(house: &mut House, case: CaseId) {
    for (serial, screen) in [
        (1000, Screen::Triage(Triage::new(case))),
        (1001, Screen::Referral(Referral::default())),
    ] {
        house.model.stack.push(Standing { serial, screen });
    }
    house.press("<esc>");
}
