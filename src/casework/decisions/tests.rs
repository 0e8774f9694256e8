use chrono::TimeDelta;

use super::*;
use crate::casework::assessments::put_forward;
use crate::casework::assessments::tests::{AT_RISK, house};
use crate::casework::testing::{CASE, House};

fn words(text: &str) -> Confidential {
    Confidential::new(text)
}

fn deciding(outcome: Outcome, seen: Option<DecisionId>) -> Deciding {
    Deciding {
        case: CASE,
        seen,
        outcome,
        reason: words("seen by the health visitor"),
        instead: words("school nurse weekly"),
    }
}

fn decided(house: &mut House, deciding: &Deciding) -> Result<Decision, CaseworkError> {
    house.as_user("principal", |desk| decide(desk, deciding))
}

fn seraf_error(result: Result<Decision, CaseworkError>) -> SerafError {
    match result {
        Err(CaseworkError::Seraf(error)) => error,
        other => panic!("{other:?}"),
    }
}

#[test]
fn case_at_risk_waits_with_its_score_and_age_in_working_days() {
    let mut house = house();
    house.assessed(&AT_RISK);
    let list = house
        .as_user("principal", |desk| waiting(desk, None))
        .unwrap();
    let [one] = &list.cases[..] else {
        panic!("{list:?}")
    };
    assert_eq!(one.case.reference, "NPT-26-041");
    let basis = one.basis.unwrap();
    assert_eq!((basis.score, basis.category), (16, 4));
    assert_eq!(list.unseen, 0);
    assert_eq!(list.next, None);
    // Days off do not count: the Monday after is five working days on.
    let holidays = &house.rules.policies.holidays;
    let age = |day: &str| one.age_working_days(day.parse().unwrap(), holidays);
    assert_eq!([age("2026-11-23"), age("2026-11-25")], [0, 2]);
    assert_eq!(age("2026-11-30"), 5);
}

#[test]
fn only_the_principal_officer_sees_what_waits_and_decides() {
    let mut house = house();
    house.assessed(&AT_RISK);
    for user in ["worker", "duty", "chair", "admin"] {
        let list = house.as_user(user, |desk| waiting(desk, None));
        assert!(matches!(list, Err(CaseworkError::Refused { .. })), "{user}");
        let meeting = deciding(Outcome::Meeting, None);
        let tried = house.as_user(user, |desk| decide(desk, &meeting));
        assert!(
            matches!(tried, Err(CaseworkError::Refused { .. })),
            "{user}"
        );
    }
    assert_eq!(house.stage(), "put-forward");
}

#[test]
fn restricted_case_that_waits_is_counted_and_not_named() {
    let mut house = house();
    house.assessed(&AT_RISK);
    house.restrict(CASE);
    let list = house
        .as_user("principal", |desk| waiting(desk, None))
        .unwrap();
    assert_eq!((list.cases.len(), list.unseen), (0, 1));
    // As long as the glass is broken it is shown.
    let named = "INSERT INTO case_access (case_id, user_id, until)
                 VALUES (1, 3, '2026-11-23T12:00:00Z')";
    house.store.connection().execute(named, []).unwrap();
    for (hours, seen) in [(1, (1, 0)), (2, (0, 1))] {
        house.now += TimeDelta::hours(hours);
        let list = house
            .as_user("principal", |desk| waiting(desk, None))
            .unwrap();
        assert_eq!((list.cases.len(), list.unseen), seen, "after {hours}");
    }
}

#[test]
fn decision_to_hear_brings_the_stage_and_the_clock_of_the_meeting() {
    let mut house = house();
    house.assessed(&AT_RISK);
    let mut meeting = deciding(Outcome::Meeting, None);
    meeting.instead = Confidential::default();
    let decision = decided(&mut house, &meeting).unwrap();
    assert!(!decision.against_score);
    assert_eq!(decision.decided_by_name, "principal");
    assert_eq!(house.stage(), "to-be-heard");
    // Ten working days from Monday 23 November; two weeks; four weeks.
    assert_eq!(
        house.clocks(),
        [
            "family-not-told 2026-12-07",
            "meeting-to-arrange 2026-12-07",
            "seraf-again 2027-02-23",
            "voice-not-heard 2026-12-21",
        ]
    );
    assert_eq!(house.events().last().unwrap(), "decided");
    assert_eq!(house.audited().last().unwrap(), "decided");
}

#[test]
fn decision_not_to_hear_against_the_score_is_allowed_and_marked() {
    let mut house = house();
    house.assessed(&AT_RISK);
    let decision = decided(&mut house, &deciding(Outcome::NoMeeting, None)).unwrap();
    assert!(decision.against_score);
    assert_eq!(decision.basis.unwrap().score, 16);
    assert_eq!(house.stage(), "not-heard");
    assert_eq!(house.clocks(), ["seraf-again 2027-02-23"]);
}

#[test]
fn decision_to_hear_below_the_score_is_marked_too() {
    let mut house = house();
    house.assessed(&[("V1", "present")]);
    house
        .as_user("worker", |desk| put_forward(desk, CASE, "two older men"))
        .unwrap();
    let decision = decided(&mut house, &deciding(Outcome::Meeting, None)).unwrap();
    assert!(decision.against_score);
}

#[test]
fn decision_without_reason_or_without_what_instead_is_refused() {
    let mut house = house();
    house.assessed(&AT_RISK);
    let mut silent = deciding(Outcome::Meeting, None);
    silent.reason = words(" \u{7}\n");
    let error = seraf_error(decided(&mut house, &silent));
    assert!(matches!(error, SerafError::ReasonNeeded));
    for outcome in [Outcome::NoMeeting, Outcome::MoreNeeded] {
        let mut silent = deciding(outcome, None);
        silent.instead = Confidential::default();
        let error = seraf_error(decided(&mut house, &silent));
        assert!(matches!(error, SerafError::InsteadNeeded));
    }
    assert_eq!(house.stage(), "put-forward");
}

#[test]
fn more_needed_sends_the_case_back_with_a_clock() {
    let mut house = house();
    house.assessed(&AT_RISK);
    decided(&mut house, &deciding(Outcome::MoreNeeded, None)).unwrap();
    assert_eq!(house.stage(), "assessing");
    assert_eq!(
        house.clocks(),
        ["seraf 2026-11-24T10:00:00Z", "seraf-again 2027-02-23"]
    );
}

#[test]
fn later_decision_erases_nothing_of_the_earlier() {
    let mut house = house();
    house.assessed(&AT_RISK);
    let first = decided(&mut house, &deciding(Outcome::NoMeeting, None)).unwrap();
    house.now += TimeDelta::days(2);
    let second = decided(&mut house, &deciding(Outcome::Meeting, Some(first.id))).unwrap();
    let before = house.as_user("duty", |desk| before(desk, CASE)).unwrap();
    let all = before.decisions.iter().map(|one| one.id);
    assert_eq!(all.collect::<Vec<_>>(), [second.id, first.id]);
    assert_eq!(before.decisions[1], first);
    assert_eq!(house.stage(), "to-be-heard");
}

#[test]
fn decision_made_beside_another_unseen_is_refused() {
    let mut house = house();
    house.assessed(&AT_RISK);
    decided(&mut house, &deciding(Outcome::Meeting, None)).unwrap();
    let error = seraf_error(decided(&mut house, &deciding(Outcome::NoMeeting, None)));
    assert!(matches!(error, SerafError::DecidedMeanwhile));
    assert_eq!(house.stage(), "to-be-heard");
}

#[test]
fn case_that_was_never_put_forward_is_not_decided() {
    let mut house = house();
    let error = seraf_error(decided(&mut house, &deciding(Outcome::Meeting, None)));
    assert!(matches!(error, SerafError::NotWaiting));
}

#[test]
fn case_not_heard_that_scores_16_again_waits_again() {
    let mut house = house();
    house.assessed(&AT_RISK);
    decided(&mut house, &deciding(Outcome::NoMeeting, None)).unwrap();
    house.now += TimeDelta::days(60);
    assert!(house.assessed(&AT_RISK).is_put_forward);
    assert_eq!(house.stage(), "put-forward");
    let list = house
        .as_user("principal", |desk| waiting(desk, None))
        .unwrap();
    assert_eq!(list.cases.len(), 1);
}
