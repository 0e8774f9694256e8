use chrono::TimeDelta;

use super::*;
use crate::casework::after::mark_held;
use crate::casework::after::tests::{MEETING, after_error, house, plan_on};
use crate::casework::testing::{CASE, House, day};
use crate::domain::meeting::{MeetingKind, MeetingStatus};
use crate::domain::protocol::ProtocolDecisionId;

fn deciding(outcome: ProtocolOutcome, seen: Option<ProtocolDecisionId>) -> ProtocolDeciding {
    ProtocolDeciding {
        meeting: MEETING,
        seen,
        outcome,
        met: Vec::new(),
        reason: Confidential::new("out overnight again, new phone"),
        dissent: Confidential::new("school: not needed"),
    }
}

fn decided(house: &mut House, outcome: ProtocolOutcome) -> ProtocolDecision {
    let seen = house
        .as_user("chair", |desk| of_case(desk, CASE))
        .unwrap()
        .first()
        .map(|one| one.id);
    house
        .as_user("chair", |desk| decide(desk, &deciding(outcome, seen)))
        .unwrap()
}

/// A second meeting, six weeks after the first and held.
fn reviewed(house: &mut House) -> MeetingId {
    let plan = plan_on(MeetingKind::Review, "2027-01-26");
    let planned = MeetingStatus::Planned;
    let id = meeting::insert(house.store.connection(), CASE, &plan, planned, "").unwrap();
    house.now += TimeDelta::weeks(6);
    house
        .as_user("chair", |desk| mark_held(desk, id, 1))
        .unwrap();
    id
}

#[test]
fn young_person_put_on_is_on_from_the_day_of_the_meeting_and_reviewed_within_six_weeks() {
    let mut house = House::held();
    let made = decided(&mut house, ProtocolOutcome::PutOn);
    assert_eq!(made.meeting_on, day("2026-12-15"));
    assert_eq!(made.dissent.for_professionals(), "school: not needed");
    assert_eq!(house.stage(), "on-protocol");
    assert_eq!(
        house.texts("SELECT from_on FROM protocol_period WHERE case_id = 1 AND to_on IS NULL"),
        ["2026-12-15"]
    );
    assert_eq!(
        house.clocks(),
        [
            "family-not-told 2026-12-29",
            "full-record 2027-01-15",
            "plan-and-summary 2026-12-22",
            "review 2027-01-26",
            "voice-not-heard 2027-01-12"
        ]
    );
    assert_eq!(house.events(), ["meeting-held", "protocol-on"]);
}

#[test]
fn young_person_not_put_on_is_off_the_protocol_with_no_review_owed() {
    let mut house = House::held();
    decided(&mut house, ProtocolOutcome::NotPutOn);
    assert_eq!(house.stage(), "off-protocol");
    assert!(
        house
            .texts("SELECT from_on FROM protocol_period WHERE case_id = 1")
            .is_empty()
    );
    let stopped = ["review", "voice-not-heard", "family-not-told"];
    let still_runs = |one: &String| stopped.iter().any(|kind| one.starts_with(kind));
    assert!(!house.clocks().iter().any(still_runs));
    assert_eq!(house.events(), ["meeting-held", "protocol-not-on"]);
}

#[test]
fn removal_against_the_criteria_is_made_and_says_which_were_not_met() {
    let mut house = House::held();
    decided(&mut house, ProtocolOutcome::PutOn);
    let review = reviewed(&mut house);
    let seen = house.as_user("chair", |desk| before(desk, review)).unwrap();
    assert_eq!(seen.on_since, Some(day("2026-12-15")));
    let removal = ProtocolDeciding {
        meeting: review,
        met: ["nothing-new", "no-such"].map(str::to_owned).to_vec(),
        ..deciding(
            ProtocolOutcome::Remove,
            seen.decisions.first().map(|one| one.id),
        )
    };
    let made = house
        .as_user("principal", |desk| decide(desk, &removal))
        .unwrap();
    assert!(made.is_against_criteria());
    assert_eq!(made.met, ["nothing-new"]);
    assert!(made.unmet.contains(&"below-at-risk".to_owned()));
    assert_eq!(house.stage(), "off-protocol");
    assert_eq!(
        house.texts("SELECT to_on || ' ' || end_reason FROM protocol_period WHERE case_id = 1"),
        ["2027-01-26 out overnight again, new phone"]
    );
    assert!(!house.clocks().iter().any(|one| one.starts_with("review")));
}

#[test]
fn removal_by_the_criteria_is_not_marked() {
    let mut house = House::held();
    decided(&mut house, ProtocolOutcome::PutOn);
    let review = reviewed(&mut house);
    let removal = ProtocolDeciding {
        meeting: review,
        met: vec!["passed-on".to_owned()],
        ..deciding(ProtocolOutcome::Remove, Some(ProtocolDecisionId(1)))
    };
    let made = house
        .as_user("chair", |desk| decide(desk, &removal))
        .unwrap();
    assert!(!made.is_against_criteria());
}

#[test]
fn stay_restarts_the_review_unless_one_is_planned() {
    let mut house = House::held();
    decided(&mut house, ProtocolOutcome::PutOn);
    let review = reviewed(&mut house);
    let next = plan_on(MeetingKind::Review, "2027-03-02");
    let planned = MeetingStatus::Planned;
    meeting::insert(house.store.connection(), CASE, &next, planned, "").unwrap();
    let stay = ProtocolDeciding {
        meeting: review,
        ..deciding(ProtocolOutcome::Stay, Some(ProtocolDecisionId(1)))
    };
    house.as_user("chair", |desk| decide(desk, &stay)).unwrap();
    assert!(!house.clocks().iter().any(|one| one.starts_with("review")));
    assert_eq!(house.stage(), "on-protocol");
}

#[test]
fn decision_that_does_not_fit_or_has_no_reason_changes_nothing() {
    let mut house = House::held();
    let remove = deciding(ProtocolOutcome::Remove, None);
    let tried = house.as_user("chair", |desk| decide(desk, &remove));
    assert_eq!(after_error(tried), AfterError::DoesNotFit);
    let blank = ProtocolDeciding {
        reason: Confidential::new(" \u{1b} "),
        ..deciding(ProtocolOutcome::PutOn, None)
    };
    let tried = house.as_user("chair", |desk| decide(desk, &blank));
    assert_eq!(after_error(tried), AfterError::ReasonMissing);
    assert_eq!(house.stage(), "to-be-heard");
    assert_eq!(house.events(), ["meeting-held"]);
}

#[test]
fn decision_at_a_meeting_not_held_is_refused() {
    let mut house = house();
    let tried = house.as_user("chair", |desk| {
        decide(desk, &deciding(ProtocolOutcome::PutOn, None))
    });
    assert_eq!(after_error(tried), AfterError::NotHeld);
}

#[test]
fn second_decider_is_told_that_it_was_decided_meanwhile() {
    let mut house = House::held();
    decided(&mut house, ProtocolOutcome::PutOn);
    let late = deciding(ProtocolOutcome::NotPutOn, None);
    let tried = house.as_user("principal", |desk| decide(desk, &late));
    let error = after_error(tried);
    assert_eq!(
        (error.exit_code(), error),
        (5, AfterError::DecidedMeanwhile)
    );
}

#[test]
fn earlier_meeting_decides_no_more_once_a_later_one_has() {
    let mut house = House::held();
    decided(&mut house, ProtocolOutcome::PutOn);
    let review = reviewed(&mut house);
    let stay = ProtocolDeciding {
        meeting: review,
        ..deciding(ProtocolOutcome::Stay, Some(ProtocolDecisionId(1)))
    };
    let made = house.as_user("chair", |desk| decide(desk, &stay)).unwrap();
    let late = deciding(ProtocolOutcome::Remove, Some(made.id));
    let tried = house.as_user("chair", |desk| decide(desk, &late));
    assert_eq!(after_error(tried), AfterError::LaterDecided);
}

#[test]
fn only_the_chair_and_the_principal_officer_decide() {
    let mut house = House::held();
    for user in ["worker", "duty", "admin"] {
        let tried = house.as_user(user, |desk| {
            decide(desk, &deciding(ProtocolOutcome::PutOn, None))
        });
        assert!(
            matches!(tried, Err(CaseworkError::Refused { .. })),
            "{user}"
        );
    }
    for user in ["worker", "duty", "chair", "principal"] {
        house.as_user(user, |desk| before(desk, MEETING)).unwrap();
        house.as_user(user, register).unwrap();
    }
    let tried = house.as_user("admin", register);
    assert!(matches!(tried, Err(CaseworkError::Refused { .. })));
}

#[test]
fn decision_is_never_changed_deleted_or_replaced() {
    let mut house = House::held();
    decided(&mut house, ProtocolOutcome::PutOn);
    for sql in [
        "UPDATE protocol_decision SET reason = 'x'",
        "DELETE FROM protocol_decision",
        "INSERT OR REPLACE INTO protocol_decision (id, case_id, meeting_id, decision, reason,
             decided_by, decided_at) VALUES (1, 1, 1, 'stay', 'x', 1, '2026-12-15')",
    ] {
        assert!(
            house.store.connection().execute_batch(sql).is_err(),
            "{sql}"
        );
    }
}

#[test]
fn register_shows_everybody_on_the_protocol_the_longest_waiting_first() {
    let mut house = House::held();
    decided(&mut house, ProtocolOutcome::PutOn);
    let all = house.as_user("worker", register).unwrap();
    let names: Vec<_> = all.iter().map(|one| one.case.full_name()).collect();
    assert_eq!(names, ["Rhys Morgan", "Cerys Hughes"]);
    let [rhys, cerys] = &all[..] else {
        panic!("{all:?}")
    };
    assert_eq!(rhys.last_meeting, None);
    assert_eq!(cerys.last_meeting, Some((MEETING, day("2026-12-15"))));
    let policies = &house.rules.policies;
    // Since 5 October without a meeting: from then on six weeks.
    let late = rhys.next_review(policies);
    assert_eq!(late.window.last, day("2026-11-16"));
    assert_eq!(
        late.late_working_days(day("2026-12-15"), &policies.holidays),
        Some(21)
    );
}

#[test]
fn register_hides_who_a_restricted_case_is() {
    let mut house = House::held();
    house.restrict(CaseId(2));
    let all = house.as_user("worker", register).unwrap();
    assert!(all[0].is_hidden);
    assert_eq!(all[0].case.full_name(), "");
    assert_eq!(house.audit_details("register-seen"), [r#"{"cases":[]}"#]);
}
