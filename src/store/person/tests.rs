//! People written are read back and found by sound, birth date and address; relations and joins.

use chrono::TimeZone;

use super::*;
use crate::domain::person::{ChosenLanguage, Gender, Living};
use crate::domain::relation::{NewRelation, Related, RelationKind};
use crate::store::{case_record, joined, relation, testing};

fn at() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 20, 14, 10, 0).unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn person(given: &str, family: &str, born: &str) -> Person {
    Person {
        given_name: given.to_owned(),
        family_name: family.to_owned(),
        born: born.parse().ok(),
        ..Person::default()
    }
}

fn add(connection: &Connection, reference: &str, person: &Person) -> CaseId {
    let new = NewCase {
        uid: reference,
        reference,
        person,
        stage: Stage::Referred,
        is_restricted: false,
        owner: None,
        opened_on: day("2026-11-20"),
        closed_on: None,
        at: at(),
    };
    insert(connection, &new).unwrap()
}

fn found(connection: &Connection, person: &Person) -> Vec<String> {
    let found = candidates(connection, person, day("2026-11-20"), 20).unwrap();
    let mut references: Vec<_> = found.into_iter().map(|one| one.case.reference).collect();
    references.sort();
    references
}

#[test]
fn person_written_and_changed_is_read_back() {
    let connection = testing::connection_in_memory().unwrap();
    let mut sian = Person {
        known_as: "Shaz".to_owned(),
        other_names: vec!["Siân O'Brien".to_owned(), "shazza_x".to_owned()],
        gender: Gender::Female,
        living: Living::WithCarers,
        language: ChosenLanguage::Welsh,
        address: "1 Tŷ Gwyn".to_owned(),
        ..person("Siân", "Llewellyn", "2012-04-03")
    };
    let case = add(&connection, "NPT-26-001", &sian);
    assert_eq!(of(&connection, case).unwrap(), sian);
    sian.family_name = "Pritchard".to_owned();
    sian.other_names.pop();
    let brief = case_record::by_id(&connection, case).unwrap().unwrap();
    update(&connection, &brief, &sian).unwrap();
    assert_eq!(of(&connection, case).unwrap(), sian);
    let stale = update(&connection, &brief, &sian);
    assert!(matches!(stale, Err(StoreError::Conflict { .. })));
    let searched: i64 = connection
        .query_row(
            "SELECT count(*) FROM case_search WHERE case_search MATCH 'obrien AND pritchard'",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(searched, 1);
}

#[test]
fn person_is_found_by_sound_order_alias_and_birth_date() {
    let connection = testing::connection_in_memory().unwrap();
    let sian = Person {
        known_as: "Shaz".to_owned(),
        ..person("Siân Mair", "Llewellyn", "2012-04-03")
    };
    add(&connection, "NPT-26-001", &sian);
    add(
        &connection,
        "NPT-26-002",
        &person("Dafydd", "Jones", "2012-03-04"),
    );
    for (given, family, born, expected) in [
        ("Shan", "Llewelyn", "", &["NPT-26-001"][..]),
        ("Llewellyn", "Siân", "", &["NPT-26-001"]),
        ("Shaz", "Llewellyn", "", &["NPT-26-001"]),
        ("Dai", "Jones", "", &[]),
        ("Dai", "Jones", "2012-03-04", &["NPT-26-001", "NPT-26-002"]),
        ("Megan", "Rees", "2010-01-01", &[]),
        ("", "", "", &[]),
    ] {
        let sought = person(given, family, born);
        assert_eq!(found(&connection, &sought), expected, "{given} {family}");
    }
}

#[test]
fn people_at_one_address_are_found_however_it_is_written() {
    let connection = testing::connection_in_memory().unwrap();
    let home = |given: &str, address: &str| Person {
        address: address.to_owned(),
        ..person(given, "Rees", "")
    };
    add(&connection, "NPT-26-001", &home("Ioan", "1 Tŷ-Gwyn"));
    add(&connection, "NPT-26-002", &home("Ffion", ""));
    assert_eq!(at_address(&connection, "1 ty gwyn", 5).unwrap().len(), 1);
    assert!(at_address(&connection, " ", 5).unwrap().is_empty());
}

#[test]
fn relation_is_seen_from_both_ends_and_not_written_twice() {
    let connection = testing::connection_in_memory().unwrap();
    let sian = add(&connection, "NPT-26-001", &person("Siân", "Rees", ""));
    let ioan = add(&connection, "NPT-26-002", &person("Ioan", "Rees", ""));
    let brothers = NewRelation {
        kind: RelationKind::Sibling,
        who: Related::Case(ioan),
        note: "half-brother".to_owned(),
    };
    relation::insert(&connection, sian, &brothers).unwrap();
    let back = NewRelation {
        who: Related::Case(sian),
        ..brothers.clone()
    };
    assert!(relation::is_there(&connection, sian, &brothers).unwrap());
    assert!(relation::is_there(&connection, ioan, &back).unwrap());
    let seen = relation::of_case(&connection, ioan).unwrap();
    assert_eq!(seen[0].case.as_ref().unwrap().id, sian);
    assert!(seen[0].is_from_other);
    let man = |name: &str| NewRelation {
        kind: RelationKind::AdultOfConcern,
        who: Related::Named(name.to_owned()),
        note: String::new(),
    };
    relation::insert(&connection, sian, &man("Gaz")).unwrap();
    relation::insert(&connection, ioan, &man("GAZ")).unwrap();
    let shared = relation::cases_naming(&connection, "gaz", sian, 5).unwrap();
    assert_eq!(shared.len(), 1);
    assert_eq!(shared[0].id, ioan);
    assert!(relation::is_there(&connection, ioan, &man("gaz")).unwrap());
    let gone = relation::of_case(&connection, sian).unwrap()[0].id;
    relation::remove(&connection, sian, gone).unwrap();
    assert!(relation::of_case(&connection, ioan).unwrap().len() == 1);
}

#[test]
fn record_is_joined_to_one_other_at_a_time() {
    let connection = testing::connection_in_memory().unwrap();
    let user = crate::store::account::insert(
        &connection,
        "duty",
        "Mari Huws",
        crate::domain::roles::Role::DutyWorker,
    )
    .unwrap();
    let one = add(&connection, "NPT-26-001", &person("Siân", "Rees", ""));
    let two = add(&connection, "NPT-26-002", &person("Shan", "Rees", ""));
    let join = |reason| {
        let stage = Some(Stage::Referred);
        joined::insert(&connection, one, two, at(), user, reason, stage)
    };
    let id = join("same birth certificate").unwrap();
    assert!(matches!(join("again"), Err(StoreError::Constraint(_))));
    assert_eq!(joined::kept_of(&connection, two).unwrap(), Some(one));
    let ends = joined::ends(&connection, id).unwrap();
    assert_eq!(ends.other_stage, Some(Stage::Referred));
    joined::undo(&connection, id, at(), user).unwrap();
    assert!(matches!(
        joined::undo(&connection, id, at(), user),
        Err(StoreError::Conflict { .. })
    ));
    assert_eq!(joined::kept_of(&connection, two).unwrap(), None);
    join("now surely").unwrap();
    let joins = joined::of_case(&connection, two).unwrap();
    assert_eq!(joins.len(), 2);
    assert_eq!(
        joins.iter().filter(|one| one.undone_at.is_none()).count(),
        1
    );
}

/// How each look-up is carried out, as the database plans it.
fn plan(connection: &Connection, sql: &str) -> String {
    let mut rows = connection
        .prepare(&format!("EXPLAIN QUERY PLAN {sql}"))
        .unwrap();
    let given = vec![rusqlite::types::Value::Null; rows.parameter_count()];
    let steps = rows
        .query_map(rusqlite::params_from_iter(given), |row| {
            row.get::<_, String>(3)
        })
        .unwrap();
    steps.map(Result::unwrap).collect::<Vec<_>>().join("; ")
}

#[test]
fn lookups_read_an_index_and_never_all_cases() {
    let connection = testing::connection_in_memory().unwrap();
    for sql in [by_sound(), by_birth_date(), by_address()] {
        let plan = plan(&connection, &sql);
        assert!(!plan.contains("SCAN c"), "{plan}");
        assert!(!plan.contains("case_by_last_event"), "{plan}");
    }
}
