//! Plans: made, agreed, followed.
//!
//! Long because each test tells one whole story of a plan.

use super::*;
use crate::casework::testing::{CASE, House, day};
use crate::domain::plan::{Goal, HarmFault, Owner, PlanFault, PlanPage, SharedAction};
use crate::domain::roles::Role;
use crate::domain::sharing::Shareable;
use crate::store::{StoreError, audit};

/// Case 1, Cerys Hughes, is on the protocol and the worker's; case 2 is restricted, case 3 has a
/// planned meeting. Everybody of the house works in it.
pub(in crate::casework) fn house() -> House {
    let house = House::founded(
        &[
            ("worker", "Lowri Ham", Role::SocialWorker),
            ("chair", "Ann Bevan", Role::Chair),
            ("duty", "Mari Huws", Role::DutyWorker),
            ("admin", "Sam Rees", Role::Administrator),
        ],
        "2026-11-24T10:00:00Z",
    );
    house.run(
        "INSERT INTO case_record (id, uid, reference, given_name, family_name, name_key, living,
                 language, stage, restricted, owner_id, opened_on, last_event_at) VALUES
                 (1, 'a', 'NPT-26-001', 'Cerys', 'Hughes', 'x', 'at-home', 'en', 'on-protocol', 0,
                     1, '2026-11-01', '2026-11-01T09:00:00Z'),
                 (2, 'b', 'NPT-26-002', 'Owain', 'Rees', 'x', 'at-home', 'en', 'on-protocol', 1,
                     1, '2026-11-01', '2026-11-01T09:00:00Z'),
                 (3, 'c', 'NPT-26-003', 'Rhys', 'Morgan', 'x', 'at-home', 'en', 'referred', 0,
                     1, '2026-11-01', '2026-11-01T09:00:00Z');
             INSERT INTO meeting (id, case_id, kind, status, held_on, part1_start, part1_minutes,
                 part2_start, part2_minutes, venue_id)
                 VALUES (1, 1, 'initial', 'held', '2026-11-24', '14:00', 60, '15:10', 50, 'x'),
                     (2, 3, 'initial', 'planned', '2026-12-04', '14:00', 60, '15:10', 50, 'x');",
    );
    house
}

fn action(what: &str, by: &str) -> SharedAction {
    SharedAction {
        what: Shareable::new(what),
        who: Shareable::new("Lowri"),
        by: Some(day(by)),
        ..SharedAction::default()
    }
}

fn part() -> SharedPart {
    SharedPart {
        goals: vec![Goal {
            whose: Shareable::new("Cerys"),
            words: Shareable::new("I want to go back to football"),
        }],
        actions: vec![
            SharedAction {
                goal: Some(0),
                owner: Some(Owner {
                    user_id: 2,
                    name: "Ann Bevan".to_owned(),
                }),
                ..action("take her to training", "2026-12-11")
            },
            action("phone Mum each Friday", "2026-11-27"),
        ],
        not_agreed: Shareable::new("the phone at night"),
    }
}

fn harm() -> Vec<HarmAction> {
    vec![HarmAction {
        what: Confidential::new("disruption notice"),
        who: Confidential::new("South Wales Police"),
        by: Some(day("2026-12-01")),
        ..HarmAction::default()
    }]
}

fn agreement() -> Agreement {
    Agreement {
        on: day("2026-11-24"),
        by: vec![Shareable::new("Cerys"), Shareable::new("Mum")],
    }
}

/// A plan agreed by the worker, with two shared actions and one against harm.
fn agreed(house: &mut House) -> PlanId {
    let worker = house.actor("worker");
    let mut desk = house.desk(&worker);
    let begun = begin(&mut desk, CASE, None).unwrap();
    let version = set_shared(&mut desk, begun.id, begun.version, &part()).unwrap();
    let version = set_against_harm(&mut desk, begun.id, version, &harm()).unwrap();
    agree(&mut desk, begun.id, version, &agreement()).unwrap();
    begun.id
}

fn page(house: &mut House) -> PlanPage {
    let worker = house.actor("worker");
    of_case(&mut house.desk(&worker), CASE).unwrap()
}

fn progress(words: &str, status: ActionStatus) -> NewProgress {
    NewProgress {
        on: day("2026-11-24"),
        words: Confidential::new(words),
        status,
    }
}

fn error_of<T>(result: Result<T, CaseworkError>) -> PlanError {
    match result.err() {
        Some(CaseworkError::Plan(error)) => error,
        other => panic!("{other:?}"),
    }
}

#[test]
fn plan_agreed_puts_each_open_action_into_its_owners_list() {
    let mut house = house();
    agreed(&mut house);
    // Where nobody is named, it is the worker's whose case it is.
    assert_eq!(
        house.clocks_and_owners(),
        [
            "plan-action 2026-11-27 worker",
            "plan-action 2026-12-01 worker",
            "plan-action 2026-12-11 chair",
        ]
    );
    assert_eq!(house.all_events(), ["plan-agreed"]);
    let page = page(&mut house);
    assert!(page.plans.draft.is_none());
    let current = page.plans.current.unwrap();
    assert_eq!(current.shared.agreed_by, agreement().by);
    assert_eq!(current.against_harm.len(), 1);
    let audited = house.audited();
    for deed in [
        "plan-begun",
        "plan-set",
        "plan-against-harm-set",
        "plan-agreed",
    ] {
        assert!(audited.contains(&deed.to_owned()), "{deed}: {audited:?}");
    }
    let verdict = audit::verify(house.store.connection(), None).unwrap();
    assert!(verdict.is_whole());
}

#[test]
fn owners_offered_are_those_who_may_follow_a_plan() {
    let mut house = house();
    let names: Vec<String> = page(&mut house)
        .owners
        .into_iter()
        .map(|one| one.name)
        .collect();
    assert!(names.contains(&"Mari Huws".to_owned()));
    assert!(!names.contains(&"Sam Rees".to_owned()), "{names:?}");
}

#[test]
fn later_plan_begins_with_what_is_open_and_leaves_the_earlier_one_as_it_was() {
    let mut house = house();
    let first = agreed(&mut house);
    let worker = house.actor("worker");
    let before = version(&mut house.desk(&worker), first).unwrap();
    let done = before.shared.actions[1].id.unwrap();
    let chair = house.actor("chair");
    let mut desk = house.desk(&chair);
    note_progress(&mut desk, done, 1, &progress("did it", ActionStatus::Done)).unwrap();
    let draft = begin(&mut desk, CASE, Some(MeetingId(1))).unwrap();
    assert_eq!(draft.number, 2);
    assert_eq!(draft.goals, part().goals);
    let carried: Vec<&str> = draft.actions.iter().map(|one| one.what.as_str()).collect();
    assert_eq!(carried, ["take her to training"]);
    // Going on with it changes nothing.
    assert_eq!(begin(&mut desk, CASE, None).unwrap(), draft);
    agree(&mut desk, draft.id, draft.version, &agreement()).unwrap();

    assert_eq!(
        house.clocks_and_owners(),
        [
            "plan-action 2026-12-01 worker",
            "plan-action 2026-12-11 chair"
        ]
    );
    let page = page(&mut house);
    let current = page.plans.current.unwrap();
    assert_eq!(current.shared.id, draft.id);
    assert_eq!(current.meeting, Some(MeetingId(1)));
    assert_eq!(current.against_harm[0].what, harm()[0].what);
    let numbers: Vec<u32> = page.plans.versions.iter().map(|one| one.number).collect();
    assert_eq!(numbers, [2, 1]);
    let after = version(&mut house.desk(&worker), first).unwrap();
    assert_eq!(after.shared.goals, before.shared.goals);
    assert_eq!(after.shared.status, PlanStatus::Replaced);
}

#[test]
fn family_copy_holds_nothing_against_harm() {
    let mut house = house();
    let id = agreed(&mut house);
    let chair = house.actor("chair");
    let mut desk = house.desk(&chair);
    let copy = family_copy(&mut desk, id).unwrap();
    assert_eq!(copy.actions.len(), 2);
    assert!(!format!("{copy:?}").contains("disruption"));
    assert_eq!(current_for_family(&mut desk, CASE).unwrap(), Some(copy));
    let audited = house.audited();
    assert_eq!(audited.last().unwrap(), "family-plan-seen");
    // What it says of harm is not written down either.
    let details = house.texts("SELECT detail FROM audit WHERE action LIKE '%plan%'");
    assert!(details.iter().all(|one| !one.contains("disruption")));
}

#[test]
fn blank_goals_and_actions_are_left_out_and_text_is_cleaned() {
    let mut house = house();
    let worker = house.actor("worker");
    let mut desk = house.desk(&worker);
    let begun = begin(&mut desk, CASE, None).unwrap();
    let mut given = part();
    given.goals.insert(
        0,
        Goal {
            whose: Shareable::new("Mum"),
            words: Shareable::new("  "),
        },
    );
    given.actions[0].goal = Some(1);
    given.actions[0].what = Shareable::new("take her\u{1b}[2J\u{202e} to training");
    given.actions.push(SharedAction::default());
    set_shared(&mut desk, begun.id, begun.version, &given).unwrap();
    let kept = family_copy(&mut desk, begun.id).unwrap();
    assert_eq!(kept.goals, part().goals);
    assert_eq!(kept.actions.len(), 2);
    assert_eq!(kept.actions[0].goal, Some(0));
    assert_eq!(kept.actions[0].what.as_str(), "take her to training");
}

#[test]
fn plan_that_is_not_whole_is_not_agreed_and_harm_is_no_part_of_the_answer() {
    let mut house = house();
    let worker = house.actor("worker");
    let mut desk = house.desk(&worker);
    let begun = begin(&mut desk, CASE, None).unwrap();
    let mut given = part();
    given.actions[1].by = None;
    let version = set_shared(&mut desk, begun.id, begun.version, &given).unwrap();
    let nobody = Agreement {
        by: Vec::new(),
        ..agreement()
    };
    assert_eq!(
        error_of(agree(&mut desk, begun.id, version, &nobody)),
        PlanError::Faults(vec![PlanFault::ByMissing(1), PlanFault::NobodyAgreed])
    );
    let half = HarmAction {
        what: Confidential::new("disruption notice"),
        ..HarmAction::default()
    };
    assert_eq!(
        error_of(set_against_harm(&mut desk, begun.id, version, &[half])),
        PlanError::HarmFaults(vec![(0, HarmFault::WhoMissing), (0, HarmFault::ByMissing)])
    );
    assert_eq!(house.clocks_and_owners(), Vec::<String>::new());
}

#[test]
fn progress_that_ends_an_action_ends_its_clock_and_opening_it_again_starts_one() {
    let mut house = house();
    let id = agreed(&mut house);
    let duty = house.actor("duty");
    let mut desk = house.desk(&duty);
    let action = version(&mut desk, id).unwrap().shared.actions[1]
        .id
        .unwrap();
    let note = |desk: &mut Desk<'_>, seen, status| {
        note_progress(desk, action, seen, &progress("phoned", status))
    };
    note(&mut desk, 1, ActionStatus::Open).unwrap();
    note(&mut desk, 2, ActionStatus::Done).unwrap();
    assert_eq!(house.clocks_and_owners().len(), 2);
    let mut desk = house.desk(&duty);
    note(&mut desk, 3, ActionStatus::Open).unwrap();
    let stale = note(&mut desk, 3, ActionStatus::Done).unwrap_err();
    assert!(matches!(
        stale,
        CaseworkError::Store(StoreError::Conflict { .. })
    ));
    assert_eq!(
        house.clocks_and_owners()[0],
        "plan-action 2026-11-27 worker"
    );
    let plan = page(&mut house).plans.current.unwrap();
    let noted: Vec<&str> = plan.progress_of(action).map(|one| &*one.by).collect();
    assert_eq!(noted, ["Mari Huws"; 3]);
}

#[test]
fn progress_without_words_of_a_day_to_come_or_of_an_earlier_plan_is_refused() {
    let mut house = house();
    let first = agreed(&mut house);
    let worker = house.actor("worker");
    let mut desk = house.desk(&worker);
    let action = version(&mut desk, first).unwrap().shared.actions[0]
        .id
        .unwrap();
    let blank = progress(" \n ", ActionStatus::Open);
    assert_eq!(
        error_of(note_progress(&mut desk, action, 1, &blank)),
        PlanError::WordsMissing
    );
    let mut later = progress("phoned", ActionStatus::Open);
    later.on = day("2026-11-25");
    assert_eq!(
        error_of(note_progress(&mut desk, action, 1, &later)),
        PlanError::InFuture
    );
    let next = begin(&mut desk, CASE, None).unwrap();
    agree(&mut desk, next.id, next.version, &agreement()).unwrap();
    let open = progress("phoned", ActionStatus::Open);
    assert_eq!(
        error_of(note_progress(&mut desk, action, 1, &open)),
        PlanError::NotCurrent
    );
}

#[test]
fn what_is_open_and_left_out_is_asked_about_before_the_next_plan_is_agreed() {
    let mut house = house();
    let first = agreed(&mut house);
    let worker = house.actor("worker");
    let mut desk = house.desk(&worker);
    let holds = version(&mut desk, first).unwrap();
    let next = begin(&mut desk, CASE, None).unwrap();
    // All but the goals is taken out: two actions before everybody, one against harm.
    let bare = SharedPart {
        actions: Vec::new(),
        ..part()
    };
    let kept = set_shared(&mut desk, next.id, next.version, &bare).unwrap();
    let kept = set_against_harm(&mut desk, next.id, kept, &[]).unwrap();
    let refused = |desk: &mut Desk<'_>, kept: i64| {
        error_of(agree(desk, next.id, kept, &agreement())) == PlanError::LeavesOut
    };
    let left_out = |desk: &mut Desk<'_>| {
        let plans = of_case(desk, CASE).unwrap().plans;
        let (current, draft) = (plans.current.unwrap(), plans.draft.unwrap());
        current.left_out_of(&draft).len()
    };
    assert!(refused(&mut desk, kept));
    assert_eq!(left_out(&mut desk), 3);
    // One is done, one is dropped with a reason, one is gone on with.
    let [training, phone] = [0, 1].map(|at| holds.shared.actions[at].clone());
    let done = progress("she went", ActionStatus::Done);
    note_progress(&mut desk, training.id.unwrap(), 1, &done).unwrap();
    assert!(refused(&mut desk, kept));
    let dropped = progress("the notice was refused", ActionStatus::Dropped);
    let harm = holds.against_harm[0].id.unwrap();
    note_progress(&mut desk, harm, 1, &dropped).unwrap();
    assert!(refused(&mut desk, kept));
    // That it is still open says nothing of what becomes of it.
    let open = progress("phoned twice", ActionStatus::Open);
    note_progress(&mut desk, phone.id.unwrap(), 1, &open).unwrap();
    assert!(refused(&mut desk, kept));
    let on = SharedPart {
        actions: vec![SharedAction {
            id: None,
            before: phone.id,
            ..phone
        }],
        ..part()
    };
    let kept = set_shared(&mut desk, next.id, kept, &on).unwrap();
    assert_eq!(left_out(&mut desk), 0);
    agree(&mut desk, next.id, kept, &agreement()).unwrap();
}

#[test]
fn roles_and_restrictions_are_asked_before_anything() {
    let mut house = house();
    let (admin, duty, worker) = (
        house.actor("admin"),
        house.actor("duty"),
        house.actor("worker"),
    );
    let refused = of_case(&mut house.desk(&admin), CASE);
    assert!(matches!(refused, Err(CaseworkError::Refused { .. })));
    let refused = begin(&mut house.desk(&duty), CASE, None);
    assert!(matches!(refused, Err(CaseworkError::Refused { .. })));
    let restricted = begin(&mut house.desk(&worker), CaseId(2), None);
    assert!(matches!(restricted, Err(CaseworkError::Restricted { .. })));
    let of_other = begin(&mut house.desk(&worker), CASE, Some(MeetingId(2)));
    assert_eq!(error_of(of_other), PlanError::OtherCase);
    let none = family_copy(&mut house.desk(&worker), PlanId(99));
    assert_eq!(error_of(none), PlanError::NoPlan);
}

#[test]
fn draft_thrown_away_leaves_the_plan_that_holds() {
    let mut house = house();
    let first = agreed(&mut house);
    let worker = house.actor("worker");
    let mut desk = house.desk(&worker);
    let draft = begin(&mut desk, CASE, None).unwrap();
    drop_draft(&mut desk, draft.id, draft.version).unwrap();
    assert_eq!(
        error_of(drop_draft(&mut desk, first, 9)),
        PlanError::NotADraft
    );
    let page = page(&mut house);
    assert_eq!(page.plans.current.unwrap().shared.id, first);
    assert!(page.plans.draft.is_none());
}
