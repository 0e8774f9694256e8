use super::*;
use crate::domain::case_list::{Sought, sought};
use crate::domain::roles::Role;
use crate::domain::rules::Rules;
use crate::store::account;
use crate::store::case_record::{by_reference, name_for};
use crate::store::testing::{SomeCase, connection_in_memory, insert_case};

fn viewer() -> Viewer {
    Viewer {
        user_id: 1,
        role: Role::DutyWorker,
        now: "2026-11-23T14:10:00Z".parse().unwrap(),
    }
}

fn store() -> Connection {
    let connection = connection_in_memory().unwrap();
    account::insert(&connection, "duty", "Mari Huws", Role::DutyWorker).unwrap();
    for (reference, given, family, born) in [
        ("NPT-26-041", "Siân", "Llewellyn", "2012-03-04"),
        ("NPT-26-042", "Sian", "Jones-Parry", "2010-12-11"),
        ("NPT-25-007", "Aoife", "O'Brien", "2011-05-06"),
        ("NPT-24-031", "Dafydd", "Llewellyn", "2009-03-04"),
    ] {
        let case = SomeCase {
            reference,
            given,
            family,
            born: Some(born),
            ..SomeCase::default()
        };
        insert_case(&connection, &case).unwrap();
    }
    connection
        .execute(
            "INSERT INTO case_alias (case_id, name, name_key) VALUES (1, 'Shân Lewis', '')",
            [],
        )
        .unwrap();
    connection
        .execute(
            "UPDATE case_record SET address = '12 Heol y Môr, Aberafan' WHERE id = 3",
            [],
        )
        .unwrap();
    put(&connection, CaseId(1)).unwrap();
    put(&connection, CaseId(3)).unwrap();
    connection
}

fn found(connection: &Connection, typed: &str) -> Vec<String> {
    let rules = Rules::embedded().unwrap();
    let today = "2026-11-23".parse().unwrap();
    match sought(typed, today, &rules) {
        Sought::Nothing => Vec::new(),
        Sought::Reference { whole, .. } => by_reference(connection, &whole)
            .unwrap()
            .into_iter()
            .map(|case| case.reference)
            .collect(),
        Sought::Words { words, born } => {
            by_words(connection, &words, born, &PageFrom::Start, 50, viewer())
                .unwrap()
                .rows
                .into_iter()
                .map(|row| row.case.reference)
                .collect()
        }
    }
}

#[test]
fn search_finds_as_people_type() {
    let connection = store();
    for (typed, expected) in [
        ("sian", &["NPT-26-042", "NPT-26-041"][..]),
        ("SIÂN", &["NPT-26-042", "NPT-26-041"]),
        ("s", &["NPT-26-042", "NPT-26-041"]),
        ("sian ll", &["NPT-26-041"]),
        ("llewellyn sian", &["NPT-26-041"]),
        ("llew", &["NPT-24-031", "NPT-26-041"]),
        ("shan", &["NPT-26-041"]),
        ("lewis", &["NPT-26-041"]),
        ("obrien", &["NPT-25-007"]),
        ("o'brien", &["NPT-25-007"]),
        ("jones parry", &["NPT-26-042"]),
        ("npt 26 41", &["NPT-26-041"]),
        ("26/042", &["NPT-26-042"]),
        ("npt26041", &["NPT-26-041"]),
        ("npt 26", &["NPT-26-042", "NPT-26-041"]),
        ("2504", &[]),
        ("25007", &["NPT-25-007"]),
        ("4/3/2012", &["NPT-26-041"]),
        ("4 Mar 2009", &["NPT-24-031"]),
        ("llewellyn 04.03.2012", &["NPT-26-041"]),
        ("dafydd 4/3/2012", &[]),
        ("heol y mor", &["NPT-25-007"]),
        ("12 heol", &["NPT-25-007"]),
        ("sian* OR dafydd", &[]),
        ("\" AND (", &[]),
        ("nobody", &[]),
    ] {
        assert_eq!(found(&connection, typed), expected, "{typed}");
    }
}

#[test]
fn words_written_anew_no_longer_find_by_the_old_ones() {
    let connection = store();
    connection
        .execute(
            "UPDATE case_record SET given_name = 'Seren' WHERE id = 1",
            [],
        )
        .unwrap();
    put(&connection, CaseId(1)).unwrap();
    assert_eq!(found(&connection, "seren"), ["NPT-26-041"]);
    assert_eq!(found(&connection, "sian ll"), [""; 0]);
}

#[test]
fn restricted_case_is_found_only_by_those_who_know_whom_they_look_for() {
    let connection = store();
    connection
        .execute("UPDATE case_record SET restricted = 1 WHERE id = 1", [])
        .unwrap();
    for typed in ["sian", "sian ll", "llewell", "lewis", "sian llewelly"] {
        let found = found(&connection, typed);
        assert!(!found.contains(&"NPT-26-041".to_owned()), "{typed}");
    }
    for typed in ["siân llewellyn", "shan lewis", "4/3/2012", "26041"] {
        let found = found(&connection, typed);
        assert!(found.contains(&"NPT-26-041".to_owned()), "{typed}");
    }
    name_for(&connection, CaseId(1), 1, None).unwrap();
    assert_eq!(found(&connection, "sian ll"), ["NPT-26-041"]);
}

#[test]
fn search_pages_give_each_row_once_in_both_directions() {
    let connection = connection_in_memory().unwrap();
    for number in 1..=53 {
        let case = SomeCase {
            reference: &format!("NPT-26-{number:03}"),
            // Those that are not shown lie between, some at the edge of a page.
            is_restricted: number % 5 == 0,
            ..SomeCase::default()
        };
        insert_case(&connection, &case).unwrap();
    }
    let words = ["llew".to_owned()];
    for rows in [1, 4, 10, 100] {
        for backwards in [false, true] {
            let mut from = if backwards {
                PageFrom::End
            } else {
                PageFrom::Start
            };
            let mut all = Vec::new();
            loop {
                let page = by_words(&connection, &words, None, &from, rows, viewer()).unwrap();
                let mut ids: Vec<i64> = page.rows.iter().map(|row| row.case.id.0).collect();
                let beside = if backwards {
                    ids.reverse();
                    page.rows.first()
                } else {
                    page.rows.last()
                };
                let Some(beside) = beside.map(|row| row.key.clone()) else {
                    break;
                };
                from = if backwards {
                    PageFrom::Before(beside)
                } else {
                    PageFrom::After(beside)
                };
                all.extend(ids);
                if !page.has_more {
                    break;
                }
            }
            let mut expected: Vec<i64> = (1..=53).filter(|id| id % 5 != 0).collect();
            if !backwards {
                expected.reverse();
            }
            assert_eq!(all, expected, "{rows} {backwards}");
        }
    }
}
