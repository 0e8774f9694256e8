//! Decisions on next steps, what they bring about, and the clocks that other deeds end.

use super::*;

fn decision(outcome: &str, reason: &str) -> NextSteps {
    NextSteps {
        outcome: outcome.to_owned(),
        reason: Confidential::new(reason),
        join_with: None,
        version: 1,
    }
}

#[test]
fn seraf_outcome_brings_the_case_to_assessment_with_its_clock() {
    let mut house = house();
    let taken = house.refer(&sian());
    let worker = house.actor("worker");
    let seen = to_triage(&mut house.desk(&worker), taken.referral).unwrap();
    let (written, due) = (at("2026-11-21T14:10:00Z"), at("2026-11-23T14:10:00Z"));
    assert_eq!(
        seen.open,
        [
            (ClockKind::WrittenConfirmation, written),
            (ClockKind::Triage, due)
        ]
    );
    let by_case = to_triage_of(&mut house.desk(&worker), taken.case.id).unwrap();
    assert_eq!(by_case.referral.id, taken.referral);
    let decided = decision("seraf", "");
    let done = triage(&mut house.desk(&worker), taken.referral, &decided).unwrap();
    assert_eq!(done.case.stage, Stage::Assessing);
    assert_eq!(
        house.open_clocks(taken.case.id),
        [
            (ClockKind::WrittenConfirmation, at("2026-11-21T14:10:00Z")),
            (ClockKind::Seraf, on("2026-11-27")),
        ]
    );
    let owner = house.owners("seraf");
    assert_eq!(owner, ["worker"]);
    assert_eq!(house.events_of(taken.case.id), ["referred", "triaged"]);
    assert_eq!(
        house.audited(),
        [
            "referred",
            "referral-read",
            "referral-read",
            "referral-triaged"
        ]
    );
    let kept = &of_case(&mut house.desk(&worker), taken.case.id).unwrap()[0];
    assert_eq!(kept.triaged.as_ref().unwrap().outcome, "seraf");
    house.check_chain();
}

#[test]
fn strategy_outcome_asks_for_police_and_discussion_at_once() {
    let mut house = house();
    let taken = house.refer(&sian());
    let duty = house.actor("duty");
    let decided = decision("strategy-at-once", "");
    triage(&mut house.desk(&duty), taken.referral, &decided).unwrap();
    let now = Due::At(friday());
    assert_eq!(
        house.open_clocks(taken.case.id)[1..],
        [
            (ClockKind::PoliceAtOnce, now),
            (ClockKind::StrategyDiscussion, now),
            (ClockKind::Seraf, on("2026-11-27")),
        ]
    );
    police_told(&mut house.desk(&duty), taken.referral, friday()).unwrap();
    refused(
        police_told(&mut house.desk(&duty), taken.referral, friday()),
        5,
    );
    let mut held = NewStrategyDiscussion {
        at: friday(),
        agencies: vec!["south-wales-police".to_owned()],
        decided: Confidential::new("Police visit tonight."),
    };
    let alone = strategy_discussed(&mut house.desk(&duty), taken.case.id, &held).unwrap_err();
    let missing = ReferralError::AgenciesMissing(vec!["childrens-services".to_owned()]);
    assert!(matches!(alone, CaseworkError::Referral(error) if error == missing));
    held.agencies.push("childrens-services".to_owned());
    strategy_discussed(&mut house.desk(&duty), taken.case.id, &held).unwrap();
    confirm_in_writing(&mut house.desk(&duty), taken.referral).unwrap();
    refused(
        confirm_in_writing(&mut house.desk(&duty), taken.referral),
        5,
    );
    let left = house.open_clocks(taken.case.id);
    assert_eq!(left, [(ClockKind::Seraf, on("2026-11-27"))]);
    assert_eq!(
        house.events_of(taken.case.id),
        [
            "referred",
            "triaged",
            "police-told",
            "strategy-discussed",
            "confirmed-in-writing"
        ]
    );
}

#[test]
fn outcome_that_needs_a_reason_is_not_taken_without() {
    let mut house = house();
    let taken = house.refer(&sian());
    let duty = house.actor("duty");
    let mut try_it = |outcome: &str, reason: &str| {
        triage(
            &mut house.desk(&duty),
            taken.referral,
            &decision(outcome, reason),
        )
    };
    refused(try_it("advice", " \u{200b}\n"), 1);
    refused(try_it("circus", "why not"), 1);
    refused(try_it("join-open-case", "the same girl"), 1);
    let closed = try_it("advice", "Mum has it in hand.").unwrap();
    assert_eq!(closed.case.stage, Stage::Closed);
    refused(try_it("seraf", ""), 5);
    assert_eq!(house.audited(), ["referred", "referral-triaged"]);
    assert_eq!(
        house.events_of(taken.case.id),
        ["referred", "triaged", "closed"]
    );
}

#[test]
fn case_is_not_closed_while_another_referral_waits() {
    let mut house = house();
    let first = house.refer(&sian());
    let duty = house.actor("duty");
    let to = ReferTo::Case(first.case.id);
    let second = refer(&mut house.desk(&duty), &sian(), to).unwrap();
    let advice = decision("advice", "One of two.");
    triage(&mut house.desk(&duty), first.referral, &advice).unwrap();
    assert_eq!(house.case(first.case.id).stage, Stage::Referred);
    triage(&mut house.desk(&duty), second.referral, &advice).unwrap();
    assert_eq!(house.case(first.case.id).stage, Stage::Closed);
}

#[test]
fn referral_passed_on_is_followed_until_heard_back() {
    let mut house = house();
    let taken = house.refer(&sian());
    let duty = house.actor("duty");
    let passed = decision("pass-to-team", "The missing team knows her.");
    triage(&mut house.desk(&duty), taken.referral, &passed).unwrap();
    let heard_by = (ClockKind::HeardBack, on("2026-12-01"));
    assert_eq!(house.open_clocks(taken.case.id)[1], heard_by);
    let said = Confidential::new("Not theirs after all.");
    let again = AfterHearing::DecideAgain;
    heard_back(&mut house.desk(&duty), taken.referral, &said, again).unwrap();
    let due = (ClockKind::Triage, at("2026-11-23T14:10:00Z"));
    assert_eq!(house.open_clocks(taken.case.id)[1], due);
    let mut passed = passed;
    passed.version = 3;
    triage(&mut house.desk(&duty), taken.referral, &passed).unwrap();
    let taken_on = AfterHearing::TheyHaveIt;
    heard_back(&mut house.desk(&duty), taken.referral, &said, taken_on).unwrap();
    assert_eq!(house.case(taken.case.id).stage, Stage::Closed);
    refused(
        heard_back(&mut house.desk(&duty), taken.referral, &said, taken_on),
        5,
    );
}

#[test]
fn two_people_deciding_at_once_do_not_overwrite_each_other() {
    let mut house = house();
    let taken = house.refer(&sian());
    let duty = house.actor("duty");
    police_told(&mut house.desk(&duty), taken.referral, friday()).unwrap();
    let stale = triage(
        &mut house.desk(&duty),
        taken.referral,
        &decision("seraf", ""),
    );
    refused(stale, 5);
    assert_eq!(house.case(taken.case.id).stage, Stage::Referred);
}

#[test]
fn chair_sees_a_referral_and_decides_nothing() {
    let mut house = house();
    let taken = house.refer(&sian());
    let chair = house.actor("chair");
    to_triage(&mut house.desk(&chair), taken.referral).unwrap();
    let id = taken.referral;
    refused(
        triage(&mut house.desk(&chair), id, &decision("seraf", "")),
        4,
    );
    refused(confirm_in_writing(&mut house.desk(&chair), id), 4);
    refused(police_told(&mut house.desk(&chair), id, friday()), 4);
    refused(to_triage(&mut house.desk(&chair), ReferralId(99)), 3);
}

#[test]
fn police_told_in_the_future_is_refused() {
    let mut house = house();
    let taken = house.refer(&sian());
    let duty = house.actor("duty");
    let tomorrow = friday() + TimeDelta::days(1);
    refused(
        police_told(&mut house.desk(&duty), taken.referral, tomorrow),
        1,
    );
}

#[test]
fn decision_in_a_year_of_unknown_bank_holidays_still_starts_its_clocks() {
    let mut house = house();
    house.now = Utc.with_ymd_and_hms(2031, 12, 24, 9, 0, 0).unwrap();
    let mut new = named("Siân", "Llewellyn", "2017-01-01");
    new.received_at = house.now;
    let taken = house.refer(&new);
    assert_eq!(taken.case.reference, "NPT-31-001");
    let due = (ClockKind::Triage, at("2031-12-25T09:00:00Z"));
    assert_eq!(house.open_clocks(taken.case.id)[0], due);
}
