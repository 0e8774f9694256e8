use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn shared(what: &str, by: Option<&str>, status: ActionStatus) -> SharedAction {
    SharedAction {
        what: Shareable::new(what),
        who: Shareable::new("Lowri"),
        by: by.map(day),
        status,
        ..SharedAction::default()
    }
}

fn agreement() -> Agreement {
    Agreement {
        on: day("2026-11-24"),
        by: vec![Shareable::new("Cerys")],
    }
}

fn part(actions: Vec<SharedAction>) -> SharedPart {
    SharedPart {
        actions,
        ..SharedPart::default()
    }
}

fn plan(actions: Vec<SharedAction>, against_harm: Vec<HarmAction>) -> Plan {
    Plan {
        case: CaseId(1),
        meeting: None,
        shared: FamilyPlan {
            id: PlanId(1),
            number: 1,
            status: PlanStatus::Agreed,
            goals: vec![Goal {
                whose: Shareable::new("Cerys"),
                words: Shareable::new("I want to go back to football"),
            }],
            actions,
            agreed_on: Some(day("2026-11-24")),
            agreed_by: vec![Shareable::new("Cerys")],
            not_agreed: Shareable::new("the phone"),
            version: 1,
        },
        against_harm,
        progress: Vec::new(),
    }
}

#[test]
fn action_is_overdue_from_the_day_after_its_day_while_it_is_open() {
    let by = Some(day("2026-11-27"));
    for (status, by, today, late) in [
        (ActionStatus::Open, by, "2026-11-27", false),
        (ActionStatus::Open, by, "2026-11-28", true),
        (ActionStatus::Done, by, "2026-11-28", false),
        (ActionStatus::Dropped, by, "2026-11-28", false),
        (ActionStatus::Open, None, "2030-01-01", false),
    ] {
        assert_eq!(
            is_overdue(status, by, day(today)),
            late,
            "{status:?} {today}"
        );
    }
}

#[test]
fn plan_is_agreed_only_with_who_and_by_when_and_by_somebody() {
    let today = day("2026-11-24");
    let faults = |part: &SharedPart, agreement: &Agreement| shared_faults(part, agreement, today);
    let whole = part(vec![shared(
        "phone Mum",
        Some("2026-11-27"),
        ActionStatus::Open,
    )]);
    assert_eq!(faults(&whole, &agreement()), []);

    assert_eq!(
        faults(&SharedPart::default(), &agreement()),
        [PlanFault::Nothing]
    );
    let mut lacking = part(vec![
        shared("phone Mum", Some("2026-11-27"), ActionStatus::Open),
        shared("meet each week", None, ActionStatus::Open),
        shared("find a club", Some("2026-11-23"), ActionStatus::Open),
    ]);
    lacking.actions[0].who = Shareable::new(" ");
    let nobody = Agreement {
        on: day("2026-11-25"),
        by: vec![Shareable::new("")],
    };
    assert_eq!(
        faults(&lacking, &nobody),
        [
            PlanFault::WhoMissing(0),
            PlanFault::ByMissing(1),
            PlanFault::ByBefore(2),
            PlanFault::NobodyAgreed,
            PlanFault::AgreedInFuture,
        ]
    );
}

#[test]
fn action_carried_on_may_keep_a_day_that_has_passed() {
    let mut late = shared("phone Mum", Some("2026-11-20"), ActionStatus::Open);
    late.before = Some(ActionId(7));
    let faults = shared_faults(&part(vec![late]), &agreement(), day("2026-11-24"));
    assert_eq!(faults, []);
}

#[test]
fn action_against_harm_needs_what_who_and_by_when() {
    assert_eq!(
        HarmAction::default().faults(),
        [
            HarmFault::WhatMissing,
            HarmFault::WhoMissing,
            HarmFault::ByMissing
        ]
    );
}

#[test]
fn actions_stand_with_what_is_open_and_due_first() {
    let harm = HarmAction {
        what: Confidential::new("disruption order"),
        by: Some(day("2026-11-25")),
        ..HarmAction::default()
    };
    let plan = plan(
        vec![
            shared("done", Some("2026-11-01"), ActionStatus::Done),
            shared("some day", None, ActionStatus::Open),
            shared("friday", Some("2026-11-27"), ActionStatus::Open),
        ],
        vec![harm],
    );
    let order: Vec<&str> = plan
        .actions()
        .iter()
        .map(|action| action.what_for_professionals())
        .collect();
    assert_eq!(order, ["disruption order", "friday", "some day", "done"]);
}

#[test]
fn new_plan_begins_with_the_goals_and_what_is_still_open() {
    let mut open = shared("phone Mum", Some("2026-11-27"), ActionStatus::Open);
    open.id = Some(ActionId(3));
    open.goal = Some(0);
    let harm = HarmAction {
        id: Some(ActionId(9)),
        what: Confidential::new("disruption order"),
        ..HarmAction::default()
    };
    let plan = plan(
        vec![shared("done", None, ActionStatus::Done), open],
        vec![harm],
    );
    let (shared, harm) = plan.carried_on();
    assert_eq!(shared.goals, plan.shared.goals);
    assert_eq!(shared.not_agreed, Shareable::default());
    let [carried] = &shared.actions[..] else {
        panic!("{:?}", shared.actions);
    };
    assert_eq!((carried.id, carried.before), (None, Some(ActionId(3))));
    assert_eq!(carried.goal, Some(0));
    assert_eq!((harm[0].id, harm[0].before), (None, Some(ActionId(9))));
}

#[test]
fn action_against_harm_printed_for_debugging_is_hidden() {
    let plan = plan(
        Vec::new(),
        vec![HarmAction {
            what: Confidential::new("canary"),
            who: Confidential::new("canary"),
            how_we_know: Confidential::new("canary"),
            ..HarmAction::default()
        }],
    );
    assert!(!format!("{plan:?}").contains("canary"));
}
