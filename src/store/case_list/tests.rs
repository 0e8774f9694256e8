use proptest::prelude::*;
use strum::IntoEnumIterator;

use super::*;
use crate::domain::roles::Role;
use crate::store::account;
use crate::store::case_record::name_for;
use crate::store::testing::{SomeCase, connection_in_memory, insert_case, plan};

const STAGES: [Stage; 4] = [
    Stage::Referred,
    Stage::PutForward,
    Stage::OnProtocol,
    Stage::Closed,
];
const NAMES: [(&str, &str); 6] = [
    ("Siân", "Llewellyn"),
    ("Ffion", "Price"),
    ("Rhys", "Davies"),
    ("Cai", "Ddu"),
    ("Aoife", "O'Brien"),
    ("Dafydd", "Llewellyn"),
];

fn viewer(user_id: i64) -> Viewer {
    Viewer {
        user_id,
        role: Role::SocialWorker,
        now: "2026-11-23T14:10:00Z".parse().unwrap(),
    }
}

/// People 1 and 2 are social workers, 3 is on duty.
fn people(connection: &Connection) {
    for (name, role) in [
        ("worker", Role::SocialWorker),
        ("other", Role::SocialWorker),
        ("duty", Role::DutyWorker),
    ] {
        account::insert(connection, name, name, role).unwrap();
    }
}

fn store_of(count: usize) -> Connection {
    let connection = connection_in_memory().unwrap();
    people(&connection);
    for at in 0..count {
        add(&connection, at);
    }
    connection
}

fn add(connection: &Connection, at: usize) {
    let (given, family) = NAMES[at % NAMES.len()];
    let day = 1 + at % 28;
    let case = SomeCase {
        reference: &format!("NPT-{:02}-{:03}", 24 + at % 3, at * 37 % 1500 + 1),
        given,
        family,
        born: (!at.is_multiple_of(5)).then_some(["2010-01-02", "2012-03-04", "2009-08-09"][at % 3]),
        stage: STAGES[at % STAGES.len()],
        owner: [Some(1), Some(2), None, Some(3)][at / 4 % 4],
        is_restricted: at % 7 == 3,
        last_event_at: &format!("2026-11-{day:02}T10:00:00Z"),
        ..SomeCase::default()
    };
    let id = insert_case(connection, &case).unwrap();
    set_score(connection, id, at % 3 == 1);
    if at % 14 == 3 {
        name_for(connection, id, 1, None).unwrap();
    }
}

fn set_score(connection: &Connection, id: CaseId, is_at_risk: bool) {
    connection
        .execute(
            "UPDATE case_record SET last_score = 17, last_category = 4, at_risk = ?2 WHERE id = ?1",
            rusqlite::params![id.0, is_at_risk],
        )
        .unwrap();
}

fn filters() -> Vec<Filter> {
    let mut filters = vec![Filter::Closed, Filter::Restricted, Filter::Everything];
    for whose in Whose::iter() {
        for only in [Only::Any, Only::At(Stage::OnProtocol), Only::AtRisk] {
            filters.push(Filter::Live { whose, only });
        }
    }
    filters
}

fn read(
    connection: &Connection,
    filter: Filter,
    sort: Sort,
    from: PageFrom<RowKey>,
    rows: usize,
) -> ListPage {
    let query = ListQuery {
        filter,
        sort,
        from,
        rows,
    };
    page(connection, &query, viewer(1)).unwrap()
}

/// Every row, page by page, forwards or backwards, in the order of the list.
fn walk(
    connection: &Connection,
    filter: Filter,
    sort: Sort,
    rows: usize,
    backwards: bool,
) -> Vec<CaseRow> {
    let mut all: Vec<CaseRow> = Vec::new();
    let mut from = if backwards {
        PageFrom::End
    } else {
        PageFrom::Start
    };
    loop {
        let page = read(connection, filter, sort, from, rows);
        assert!(page.rows.len() <= rows);
        if backwards {
            let after = std::mem::replace(&mut all, page.rows);
            all.extend(after);
            let Some(first) = all.first() else { break };
            from = PageFrom::Before(first.key.clone());
        } else {
            all.extend(page.rows);
            let Some(last) = all.last() else { break };
            from = PageFrom::After(last.key.clone());
        }
        if !page.has_more {
            break;
        }
    }
    all
}

/// What the list must be, by looking at every case.
fn expected(connection: &Connection, filter: Filter, sort: Sort) -> Vec<i64> {
    let columns = row_columns("c.name_key");
    let sql = format!(
        "SELECT {columns}, c.reference_order, c.at_risk FROM case_record c
         LEFT JOIN user_account u ON u.id = c.owner_id"
    );
    let mut rows = connection.prepare(&sql).unwrap();
    let given = named_params! { ":user": 1, ":now": "2026-11-23T14:10:00Z" };
    let mut all: Vec<(CaseRow, String, bool, CaseBriefParts)> = rows
        .query_map(given, |found| {
            let parts = (brief(found)?.born, brief(found)?.owner);
            let width = BRIEF_WIDTH + 6;
            Ok((row(found)?, found.get(width)?, found.get(width + 1)?, parts))
        })
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    all.retain(|(row, _, at_risk, (_, owner))| {
        let is_live = row.case.stage != Stage::Closed;
        let held = match filter {
            Filter::Everything => true,
            Filter::Closed => !is_live,
            Filter::Restricted => row.case.is_restricted,
            Filter::Live { whose, only } => {
                let by_whom = match whose {
                    Whose::All => true,
                    Whose::Mine => *owner == Some(1),
                    Whose::Team => *owner != Some(3),
                };
                let which = match only {
                    Only::Any => true,
                    Only::At(stage) => row.case.stage == stage,
                    Only::AtRisk => *at_risk,
                };
                is_live && by_whom && which
            }
        };
        held && !(row.is_hidden && sort.tells_of_the_person())
    });
    all.sort_by_key(|(row, reference, _, (born, _))| {
        let text = match sort {
            Sort::LastEvent => instant(row.last_event_at),
            Sort::Name => row.key.sorted_by.clone(),
            Sort::Reference => reference.clone(),
            Sort::Born => born.map(|day| day.to_string()).unwrap_or_default(),
        };
        (text, row.case.id)
    });
    if !sort.is_ascending() {
        all.reverse();
    }
    all.into_iter().map(|(row, ..)| row.case.id.0).collect()
}

type CaseBriefParts = (Option<chrono::NaiveDate>, Option<i64>);

fn ids(rows: &[CaseRow]) -> Vec<i64> {
    rows.iter().map(|row| row.case.id.0).collect()
}

#[test]
fn every_filter_in_every_order_gives_every_row_once_in_both_directions() {
    let connection = store_of(90);
    for filter in filters() {
        for sort in Sort::iter() {
            let expected = expected(&connection, filter, sort);
            for rows in [1, 7, 200] {
                let forwards = walk(&connection, filter, sort, rows, false);
                assert_eq!(ids(&forwards), expected, "{filter:?} {sort:?} {rows}");
                let backwards = walk(&connection, filter, sort, rows, true);
                assert_eq!(ids(&backwards), expected, "{filter:?} {sort:?} {rows}");
            }
        }
    }
}

#[test]
fn every_filter_in_every_order_walks_an_index_and_sorts_nothing() {
    let connection = store_of(5);
    let key = RowKey {
        sorted_by: "M".to_owned(),
        id: CaseId(3),
    };
    for filter in filters() {
        for sort in Sort::iter() {
            for from in [
                PageFrom::Start,
                PageFrom::At(key.clone()),
                PageFrom::After(key.clone()),
                PageFrom::Before(key.clone()),
                PageFrom::End,
            ] {
                let query = ListQuery {
                    filter,
                    sort,
                    from: from.clone(),
                    rows: 20,
                };
                let plan = plan(&connection, &sql(&query)).unwrap();
                assert!(!plan.contains("TEMP B-TREE"), "{query:?}\n{plan}");
                assert!(plan.contains("c USING INDEX case_"), "{query:?}\n{plan}");
                if from.key().is_some() {
                    // The page begins at the key, not at the start of the index.
                    assert!(plan.contains("SEARCH c USING INDEX"), "{query:?}\n{plan}");
                    assert!(plan.contains(",rowid)"), "{query:?}\n{plan}");
                }
            }
        }
    }
}

#[test]
fn page_read_again_begins_with_its_first_row() {
    let connection = store_of(40);
    for sort in Sort::iter() {
        let all = read(&connection, Filter::Everything, sort, PageFrom::Start, 40).rows;
        let at = PageFrom::At(all[3].key.clone());
        let again = read(&connection, Filter::Everything, sort, at, 5).rows;
        assert_eq!(ids(&again), ids(&all[3..8]), "{sort:?}");
    }
}

#[test]
fn names_stand_in_the_order_of_the_welsh_alphabet() {
    let connection = connection_in_memory().unwrap();
    let families = [
        "Ddu",
        "Davies",
        "Dyer",
        "Llewellyn",
        "Lloyd",
        "Lyn",
        "Rhys",
        "Roberts",
    ];
    for (at, family) in families.iter().enumerate() {
        let reference = format!("NPT-26-{:03}", at + 1);
        let case = SomeCase {
            reference: &reference,
            family,
            ..SomeCase::default()
        };
        insert_case(&connection, &case).unwrap();
    }
    let page = read(
        &connection,
        Filter::default(),
        Sort::Name,
        PageFrom::Start,
        20,
    );
    let names: Vec<&str> = page
        .rows
        .iter()
        .map(|row| row.case.family_name.as_str())
        .collect();
    assert_eq!(
        names,
        [
            "Davies",
            "Dyer",
            "Ddu",
            "Lyn",
            "Llewellyn",
            "Lloyd",
            "Roberts",
            "Rhys"
        ]
    );
}

#[test]
fn references_stand_by_their_numbers_the_newest_first() {
    let connection = connection_in_memory().unwrap();
    for reference in ["NPT-26-999", "NPT-26-1041", "NPT-25-1200", "NPT-26-041"] {
        let case = SomeCase {
            reference,
            ..SomeCase::default()
        };
        insert_case(&connection, &case).unwrap();
    }
    let page = read(
        &connection,
        Filter::default(),
        Sort::Reference,
        PageFrom::Start,
        20,
    );
    let references: Vec<&str> = page
        .rows
        .iter()
        .map(|row| row.case.reference.as_str())
        .collect();
    assert_eq!(
        references,
        ["NPT-26-1041", "NPT-26-999", "NPT-26-041", "NPT-25-1200"]
    );
}

#[test]
fn restricted_case_of_others_shows_its_reference_and_nothing_of_the_person() {
    let connection = connection_in_memory().unwrap();
    people(&connection);
    let case = SomeCase {
        is_restricted: true,
        ..SomeCase::default()
    };
    let id = insert_case(&connection, &case).unwrap();
    set_score(&connection, id, true);
    let all = |sort| read(&connection, Filter::Restricted, sort, PageFrom::Start, 20).rows;
    let row = all(Sort::LastEvent).remove(0);
    assert!(row.is_hidden && row.case.reference == "NPT-26-041");
    assert_eq!(row.case.full_name(), "");
    assert_eq!(
        (row.case.born, row.score, row.is_at_risk),
        (None, None, false)
    );
    // Its place by name or birth date would tell of it.
    assert!(all(Sort::Name).is_empty() && all(Sort::Born).is_empty());
    name_for(&connection, id, 1, Some(viewer(1).now)).unwrap();
    assert!(all(Sort::LastEvent)[0].is_hidden, "the time is over");
    name_for(&connection, id, 1, None).unwrap();
    assert_eq!(all(Sort::Name)[0].case.full_name(), "Siân Llewellyn");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// What is added while somebody pages neither doubles nor hides what was there.
    #[test]
    fn paging_under_inserts_gives_each_earlier_row_once(
        count in 1_usize..40,
        rows in 1_usize..9,
        sort in 0_usize..4,
        backwards: bool,
    ) {
        let connection = store_of(count);
        let sort = Sort::iter().nth(sort).unwrap();
        let filter = Filter::Everything;
        let before = expected(&connection, filter, sort);
        let mut all: Vec<i64> = Vec::new();
        let mut from = if backwards { PageFrom::End } else { PageFrom::Start };
        let mut added = count;
        loop {
            let page = read(&connection, filter, sort, from, rows);
            let beside = if backwards { page.rows.first() } else { page.rows.last() };
            let Some(beside) = beside else { break };
            from = if backwards {
                PageFrom::Before(beside.key.clone())
            } else {
                PageFrom::After(beside.key.clone())
            };
            let mut read = ids(&page.rows);
            if backwards {
                read.reverse();
            }
            all.extend(read);
            if !page.has_more {
                break;
            }
            if added < count + 20 {
                add(&connection, added);
                added += 1;
            }
        }
        if backwards {
            all.reverse();
        }
        all.retain(|id| before.contains(id));
        prop_assert_eq!(all, before);
    }
}
