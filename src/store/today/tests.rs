use chrono_tz::Europe::London;

use ClockKind::{Decision, Meeting, PlanAction, PoliceAtOnce, Review, Seraf, Triage};

use super::*;
use crate::domain::case::Due;
use crate::domain::roles::Role;
use crate::store::testing::{SomeCase, connection_in_memory, insert_case, plan};
use crate::store::{account, clock};

const NOW: &str = "2026-11-23T14:10:00Z";

fn viewer(user_id: i64, role: Role) -> Viewer {
    Viewer {
        user_id,
        role,
        now: NOW.parse().unwrap(),
    }
}

fn moments() -> Moments {
    Moments::at(NOW.parse().unwrap(), &London)
}

fn due(text: &str) -> Due {
    text.parse()
        .map_or_else(|_| Due::At(text.parse().unwrap()), Due::By)
}

/// People: 1 duty, 2 and 3 social workers, 4 principal officer. One case, and clocks by hand.
fn store() -> Connection {
    let connection = connection_in_memory().unwrap();
    for (name, role) in [
        ("duty", Role::DutyWorker),
        ("worker", Role::SocialWorker),
        ("other", Role::SocialWorker),
        ("principal", Role::PrincipalOfficer),
    ] {
        account::insert(&connection, name, name, role).unwrap();
    }
    let case = insert_case(&connection, &SomeCase::default()).unwrap();
    for (kind, due_text, owner) in [
        (Review, "2026-11-19", Some(2)),
        (PlanAction, "2026-11-20", Some(3)),
        (Triage, "2026-11-23T10:00:00Z", None),
        (PoliceAtOnce, "2026-11-23T14:00:00Z", None),
        (Meeting, "2026-11-23T15:00:00Z", Some(2)),
        (Triage, "2026-11-23T16:00:00Z", None),
        (Decision, "2026-11-23", None),
        (Seraf, "2026-11-30", None),
        (PlanAction, "2026-11-27", Some(2)),
        (Triage, "2026-11-24T09:00:00Z", None),
    ] {
        clock::start(&connection, case, kind, None, due(due_text), owner).unwrap();
    }
    connection
}

fn all(connection: &Connection, whose: Whose, viewer: Viewer, most: usize) -> Vec<DueRow> {
    let mut all: Vec<DueRow> = Vec::new();
    let mut from = PageFrom::Start;
    loop {
        let query = DueQuery {
            whose,
            moments: moments(),
            from,
            rows: most,
        };
        let DuePage { rows, has_more } = page(connection, &query, viewer).unwrap();
        all.extend(rows);
        match all.last() {
            Some(last) if has_more => from = PageFrom::After(last.key.clone()),
            _ => return all,
        }
    }
}

fn told(rows: &[DueRow]) -> Vec<(Group, ClockKind, String)> {
    rows.iter()
        .map(|row| (row.key.group, row.kind, clock::due_text(row.due)))
        .collect()
}

#[test]
fn today_has_the_most_urgent_first_and_what_is_coming_by_day() {
    let connection = store();
    let principal = viewer(4, Role::PrincipalOfficer);
    let expected = [
        (Group::Late, PoliceAtOnce, "2026-11-23T14:00:00Z"),
        (Group::Late, Triage, "2026-11-23T10:00:00Z"),
        (Group::Late, Review, "2026-11-19"),
        (Group::Late, PlanAction, "2026-11-20"),
        (Group::Today, Triage, "2026-11-23T16:00:00Z"),
        (Group::Today, Meeting, "2026-11-23T15:00:00Z"),
        (Group::Today, Decision, "2026-11-23"),
        (Group::Coming, Triage, "2026-11-24T09:00:00Z"),
        (Group::Coming, PlanAction, "2026-11-27"),
        (Group::Coming, Seraf, "2026-11-30"),
    ]
    .map(|(group, kind, due)| (group, kind, due.to_owned()));
    for rows in [1, 2, 3, 50] {
        assert_eq!(
            told(&all(&connection, Whose::All, principal, rows)),
            expected
        );
    }
}

#[test]
fn pages_backwards_give_the_same_rows() {
    let connection = store();
    let principal = viewer(4, Role::PrincipalOfficer);
    let expected = told(&all(&connection, Whose::All, principal, 50));
    for most in [1, 3, 4] {
        let mut back: Vec<DueRow> = Vec::new();
        let mut from = PageFrom::End;
        loop {
            let query = DueQuery {
                whose: Whose::All,
                moments: moments(),
                from,
                rows: most,
            };
            let DuePage { rows, has_more } = page(&connection, &query, principal).unwrap();
            let after = std::mem::replace(&mut back, rows);
            back.extend(after);
            match back.first() {
                Some(first) if has_more => from = PageFrom::Before(first.key.clone()),
                _ => break,
            }
        }
        assert_eq!(told(&back), expected, "{most}");
    }
}

#[test]
fn mine_is_what_i_have_and_what_nobody_has_that_my_role_does() {
    let connection = store();
    let kinds = |whose, viewer| -> Vec<ClockKind> {
        let rows = all(&connection, whose, viewer, 2);
        rows.iter().map(|row| row.kind).collect()
    };
    let duty = viewer(1, Role::DutyWorker);
    assert_eq!(
        kinds(Whose::Mine, duty),
        [PoliceAtOnce, Triage, Triage, Triage]
    );
    let worker = viewer(2, Role::SocialWorker);
    assert_eq!(
        kinds(Whose::Mine, worker),
        [Review, Meeting, PlanAction, Seraf]
    );
    let principal = viewer(4, Role::PrincipalOfficer);
    assert_eq!(kinds(Whose::Mine, principal), [Decision]);
    // A colleague's action, and all that nobody has taken.
    let team = kinds(Whose::Team, worker);
    assert_eq!(team.len(), 10);
    assert_eq!(
        team.iter().filter(|kind| **kind == PlanAction).count(),
        2,
        "{team:?}"
    );
}

#[test]
fn what_is_done_is_gone_and_counts_stop_where_told() {
    let connection = store();
    let principal = viewer(4, Role::PrincipalOfficer);
    let late = |most| {
        count(
            &connection,
            Whose::All,
            Group::Late,
            moments(),
            principal,
            most,
        )
        .unwrap()
    };
    assert_eq!((late(100), late(3)), (4, 3));
    let at = NOW.parse().unwrap();
    clock::finish(&connection, CaseId(1), ClockKind::Triage, None, at).unwrap();
    assert_eq!(late(100), 3);
}

#[test]
fn restricted_case_is_due_without_a_name() {
    let connection = store();
    connection
        .execute("UPDATE case_record SET restricted = 1", [])
        .unwrap();
    let rows = all(&connection, Whose::All, viewer(1, Role::DutyWorker), 50);
    assert!(rows.iter().all(|row| row.is_hidden
        && row.case.full_name().is_empty()
        && row.case.reference == "NPT-26-041"));
}

#[test]
fn today_walks_an_index_of_clocks_and_sorts_nothing() {
    let connection = store();
    let key = DueKey {
        group: Group::Late,
        rank: 1,
        late_from: NOW.parse().unwrap(),
        clock: 3,
    };
    for group in Group::iter() {
        for beside in [None, Some(&key)] {
            for walk in [
                Walk::Everybodys,
                Walk::Of(1),
                Walk::Nobodys,
                Walk::NobodysOf(ClockKind::Triage),
            ] {
                let wanted = Stretch {
                    group,
                    rank: 1,
                    moments: moments(),
                    beside,
                    holds_beside: false,
                    is_backwards: beside.is_some(),
                };
                let plan = plan(&connection, &sql(&walk, &wanted)).unwrap();
                assert!(plan.contains("SEARCH clock USING COVERING INDEX"), "{plan}");
                assert!(plan.contains("late_from"), "{plan}");
                assert!(!plan.contains("TEMP B-TREE"), "{plan}");
            }
        }
    }
}
