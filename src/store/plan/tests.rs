use rusqlite::Connection;

use super::*;
use crate::domain::case::Stage;
use crate::domain::sharing::{Confidential, Shareable};
use crate::store::testing::{SomeCase, connection_in_memory, insert_case};

fn house() -> (Connection, CaseId) {
    let connection = connection_in_memory().unwrap();
    connection
        .execute_batch(
            "INSERT INTO user_account (id, user_name, display_name, role)
             VALUES (1, 'worker', 'Lowri Ham', 'social-worker')",
        )
        .unwrap();
    let case = SomeCase {
        stage: Stage::OnProtocol,
        ..SomeCase::default()
    };
    let case = insert_case(&connection, &case).unwrap();
    (connection, case)
}

fn part() -> SharedPart {
    SharedPart {
        goals: vec![
            Goal {
                whose: Shareable::new("Mum"),
                words: Shareable::new("to sleep at night"),
            },
            Goal {
                whose: Shareable::new("Cerys"),
                words: Shareable::new("back to football"),
            },
        ],
        actions: vec![SharedAction {
            goal: Some(1),
            what: Shareable::new("take her to training"),
            who: Shareable::new("Lowri"),
            by: Some("2026-12-11".parse().unwrap()),
            ..SharedAction::default()
        }],
        not_agreed: Shareable::new("the phone at night"),
    }
}

fn agreement() -> Agreement {
    Agreement {
        on: "2026-11-24".parse().unwrap(),
        by: vec![Shareable::new("Cerys"), Shareable::new("Mum")],
    }
}

fn agreed(connection: &Connection, case: CaseId) -> PlanId {
    agreed_at(connection, case, None)
}

fn agreed_at(connection: &Connection, case: CaseId, meeting: Option<MeetingId>) -> PlanId {
    let id = insert_draft(connection, case, meeting).unwrap();
    let version = set_shared(connection, id, 1, &part()).unwrap();
    let harm = HarmAction {
        what: Confidential::new("canary"),
        who: Confidential::new("canary"),
        how_we_know: Confidential::new("canary"),
        ..HarmAction::default()
    };
    let version = set_against_harm(connection, id, version, &[harm]).unwrap();
    agree(connection, case, id, version, &agreement()).unwrap();
    id
}

#[test]
fn plan_written_is_read_back_with_each_action_at_its_goal() {
    let (connection, case) = house();
    let id = agreed(&connection, case);
    let plan = by_id(&connection, id).unwrap().unwrap();
    assert_eq!(plan.shared.goals, part().goals);
    assert_eq!(plan.shared.actions[0].goal, Some(1));
    assert_eq!(plan.shared.agreed_by, agreement().by);
    assert_eq!(plan.shared.not_agreed, part().not_agreed);
    assert_eq!(plan.against_harm[0].what.for_professionals(), "canary");
}

#[test]
fn family_plan_reads_no_row_against_harm() {
    let (connection, case) = house();
    let id = agreed(&connection, case);
    let family = family_plan(&connection, id).unwrap().unwrap();
    assert_eq!(family.actions.len(), 1);
    assert!(!format!("{family:?}").contains("canary"));
}

#[test]
fn stale_version_of_a_draft_is_a_conflict_and_changes_nothing() {
    let (connection, case) = house();
    let id = insert_draft(&connection, case, None).unwrap();
    set_shared(&connection, id, 1, &part()).unwrap();
    let late = set_shared(&connection, id, 1, &SharedPart::default());
    assert!(matches!(
        late,
        Err(StoreError::Conflict { what: "plan", .. })
    ));
    let kept = family_plan(&connection, id).unwrap().unwrap();
    assert_eq!(kept.goals.len(), 2);
}

#[test]
fn agreed_plan_is_never_changed_and_later_ones_leave_it_as_it_was() {
    let (connection, case) = house();
    let first = agreed(&connection, case);
    let before = family_plan(&connection, first).unwrap().unwrap();
    let second = agreed(&connection, case);
    let after = family_plan(&connection, first).unwrap().unwrap();
    assert_eq!(after.status, PlanStatus::Replaced);
    assert_eq!((after.goals, after.actions), (before.goals, before.actions));
    let current = with_status(&connection, case, PlanStatus::Agreed).unwrap();
    assert_eq!(current, Some(second));

    for sql in [
        "UPDATE plan SET not_agreed = 'x' WHERE id = 2",
        "UPDATE plan SET status = 'draft', agreed_on = NULL WHERE id = 2",
        "UPDATE plan SET status = 'agreed' WHERE id = 1",
        "DELETE FROM plan WHERE id = 1",
        "UPDATE plan_goal SET words = 'x'",
        "DELETE FROM plan_goal",
        "INSERT INTO plan_goal (plan_id, whose, words, place) VALUES (2, 'x', 'x', 9)",
        "UPDATE plan_action SET what = 'x'",
        "UPDATE plan_action SET by_on = '2030-01-01'",
        "UPDATE plan_action SET against_harm = 0",
        "DELETE FROM plan_action",
        "INSERT INTO plan_action (plan_id, what, who, place) VALUES (2, 'x', 'x', 9)",
    ] {
        let refused = connection.execute(sql, []).unwrap_err().to_string();
        assert!(refused.contains("never"), "{sql}: {refused}");
    }
}

#[test]
fn plan_before_a_meeting_is_not_the_one_it_made_nor_a_later_one() {
    let (connection, case) = house();
    let meeting = MeetingId(7);
    assert_eq!(before_meeting(&connection, case, meeting).unwrap(), None);
    let first = agreed(&connection, case);
    assert_eq!(
        before_meeting(&connection, case, meeting).unwrap(),
        Some(first)
    );
    // The meeting itself is not needed here.
    connection
        .execute_batch("PRAGMA foreign_keys = OFF")
        .unwrap();
    agreed_at(&connection, case, Some(meeting));
    agreed(&connection, case);
    assert_eq!(
        before_meeting(&connection, case, meeting).unwrap(),
        Some(first)
    );
}

#[test]
fn progress_follows_an_action_into_the_later_plan_and_is_never_changed() {
    use crate::domain::plan::{ActionStatus, NewProgress};
    let (connection, case) = house();
    let first = agreed(&connection, case);
    let note = |action, words: &str| {
        let new = NewProgress {
            on: "2026-12-01".parse().unwrap(),
            words: Confidential::new(words),
            status: ActionStatus::Open,
        };
        progress::note(&connection, action, 1, &new, 1).unwrap();
    };
    let old = by_id(&connection, first).unwrap().unwrap();
    note(old.shared.actions[0].id.unwrap(), "went once");

    let (shared, harm) = old.carried_on();
    let second = insert_draft(&connection, case, None).unwrap();
    let version = set_shared(&connection, second, 1, &shared).unwrap();
    let version = set_against_harm(&connection, second, version, &harm).unwrap();
    agree(&connection, case, second, version, &agreement()).unwrap();
    let new = by_id(&connection, second).unwrap().unwrap();
    let action = new.shared.actions[0].id.unwrap();
    note(action, "went again");

    let new = by_id(&connection, second).unwrap().unwrap();
    let words: Vec<&str> = new
        .progress_of(action)
        .map(|one| one.words.for_professionals())
        .collect();
    assert_eq!(words, ["went once", "went again"]);
    for sql in [
        "UPDATE action_progress SET words = 'x'",
        "DELETE FROM action_progress",
    ] {
        assert!(connection.execute(sql, []).is_err(), "{sql}");
    }
}

#[test]
fn versions_are_listed_with_what_is_open_in_them() {
    let (connection, case) = house();
    agreed(&connection, case);
    agreed(&connection, case);
    insert_draft(&connection, case, None).unwrap();
    let listed: Vec<(u32, u32, u32)> = versions(&connection, case)
        .unwrap()
        .iter()
        .map(|one| (one.number, one.actions, one.open))
        .collect();
    assert_eq!(listed, [(2, 2, 2), (1, 2, 2)]);
}
