use serde_json::json;

use super::*;
use crate::domain::case::EventKind;
use crate::domain::roles::Role;
use crate::store::testing::{SomeCase, connection_in_memory, insert_case};
use crate::store::{account, event};

/// Three records with events in turn, two at one second.
fn store() -> Connection {
    let connection = connection_in_memory().unwrap();
    account::insert(&connection, "duty", "Mari Huws", Role::DutyWorker).unwrap();
    for number in 1..=3 {
        let case = SomeCase {
            reference: &format!("NPT-26-{number:03}"),
            ..SomeCase::default()
        };
        insert_case(&connection, &case).unwrap();
    }
    for minute in 0..20 {
        let at = format!("2026-11-20T10:{:02}:00Z", minute / 2);
        event::append(
            &connection,
            CaseId(1 + i64::from(minute % 3)),
            at.parse().unwrap(),
            EventKind::AssessmentCompleted,
            None,
            Some(1),
            &json!({ "score": minute }),
        )
        .unwrap();
    }
    connection
}

fn join(connection: &Connection, kept: i64, other: i64) {
    connection
        .execute(
            "INSERT INTO joined (kept_case, other_case, joined_at, joined_by, reason)
             VALUES (?1, ?2, '2026-11-23T10:00:00Z', 1, 'one person')",
            [kept, other],
        )
        .unwrap();
}

fn all(connection: &Connection, records: &[CaseId], rows: usize) -> Vec<Happened> {
    let mut all: Vec<Happened> = Vec::new();
    let mut from = PageFrom::Start;
    loop {
        let read = page(connection, records, &from, rows).unwrap();
        all.extend(read.events);
        match all.last() {
            Some(last) if read.has_more => from = PageFrom::After(last.key),
            _ => return all,
        }
    }
}

#[test]
fn chronology_of_joined_records_is_one_and_says_whose_each_line_is() {
    let connection = store();
    join(&connection, 2, 1);
    let records = records_of_one_person(&connection, CaseId(1)).unwrap();
    assert_eq!(records, [CaseId(1), CaseId(2)]);
    for rows in [1, 3, 50] {
        let events = all(&connection, &records, rows);
        assert_eq!(events.len(), 14);
        assert!(events.windows(2).all(|pair| pair[0].key > pair[1].key));
        for one in events {
            assert_eq!(one.of_joined.is_some(), one.case == CaseId(2));
            assert_eq!(one.by.as_deref(), Some("Mari Huws"));
            assert!(one.detail.score.is_some());
        }
    }
}

#[test]
fn chronology_read_backwards_is_the_same() {
    let connection = store();
    let records = [CaseId(1), CaseId(3)];
    let expected = all(&connection, &records, 50);
    let mut back: Vec<Happened> = Vec::new();
    let mut from = PageFrom::End;
    loop {
        let read = page(&connection, &records, &from, 4).unwrap();
        let after = std::mem::replace(&mut back, read.events);
        back.extend(after);
        match back.first() {
            Some(first) if read.has_more => from = PageFrom::Before(first.key),
            _ => break,
        }
    }
    assert_eq!(back, expected);
}

#[test]
fn join_undone_parts_the_records_again_and_a_chain_is_followed() {
    let connection = store();
    join(&connection, 2, 1);
    join(&connection, 3, 2);
    let of = |case| records_of_one_person(&connection, CaseId(case)).unwrap();
    assert_eq!(of(1), [CaseId(1), CaseId(2), CaseId(3)]);
    assert_eq!(of(3), [CaseId(3), CaseId(2), CaseId(1)]);
    connection
        .execute(
            "UPDATE joined SET undone_at = '2026-11-24T10:00:00Z', undone_by = 1
             WHERE kept_case = 2",
            [],
        )
        .unwrap();
    assert_eq!(of(1), [CaseId(1)]);
}

#[test]
fn case_seen_is_remembered_for_each_person() {
    let connection = store();
    let at = "2026-11-23T10:00:00Z".parse().unwrap();
    assert_eq!(last_seen(&connection, CaseId(1), 1).unwrap(), None);
    mark_seen(&connection, CaseId(1), 1, at).unwrap();
    assert_eq!(last_seen(&connection, CaseId(1), 1).unwrap(), Some(at));
    assert_eq!(last_seen(&connection, CaseId(2), 1).unwrap(), None);
}
