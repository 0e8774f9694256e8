use super::*;
use crate::casework::after::tests::{MEETING, house};
use crate::casework::cases::{break_glass, open_case};
use crate::casework::meetings;
use crate::casework::testing::{CASE, House};
use crate::domain::case::Due;
use crate::store::audit;

const ON_PROTOCOL: CaseId = CaseId(2);
const WORKER: i64 = 1;
const PRINCIPAL: i64 = 2;
const ADMIN: i64 = 5;

fn close_it(house: &mut House, case: CaseId, reason: &str) -> Result<(), CaseworkError> {
    house.as_user("principal", |desk| close(desk, case, reason))
}

fn restrict_to(house: &mut House, to: &[i64], reason: &str) -> Result<(), CaseworkError> {
    house.as_user("principal", |desk| restrict(desk, CASE, to, reason))
}

#[track_caller]
fn check_refused(result: Result<(), CaseworkError>, why: KeepingError) {
    match result {
        Err(CaseworkError::Keeping(found)) => assert_eq!(found, why),
        other => panic!("{other:?}"),
    }
}

#[test]
fn case_is_closed_by_the_principal_officer_alone_and_what_is_due_ends() {
    let mut house = house();
    for user in ["worker", "chair", "duty", "admin"] {
        let refused = house.as_user(user, |desk| close(desk, CASE, "done"));
        assert!(
            matches!(refused, Err(CaseworkError::Refused { .. })),
            "{user}"
        );
    }
    check_refused(
        close_it(&mut house, CASE, "done"),
        KeepingError::MeetingPlanned,
    );
    house
        .as_user("chair", |desk| {
            meetings::cancel(desk, MEETING, 1, "moved away")
        })
        .unwrap();
    check_refused(close_it(&mut house, CASE, " \n"), KeepingError::NoReason);
    close_it(&mut house, CASE, " The family moved\u{1b}[31m away. ").unwrap();
    let stage = house.texts("SELECT stage || ' ' || closed_on FROM case_record WHERE id = 1");
    assert_eq!(stage, ["closed 2026-12-15"]);
    let open = house.texts("SELECT kind FROM clock WHERE case_id = 1 AND done_at IS NULL");
    assert_eq!(open, [] as [String; 0]);
    let said = house.texts("SELECT detail FROM event WHERE kind = 'closed'");
    assert_eq!(said, ["{\"reason\":\"The family moved away.\"}"]);
    check_refused(
        close_it(&mut house, CASE, "again"),
        KeepingError::ClosedAlready,
    );
    assert!(
        audit::verify(house.store.connection(), None)
            .unwrap()
            .is_whole()
    );
}

#[test]
fn case_on_the_protocol_or_with_a_referral_that_waits_is_not_closed() {
    let mut house = house();
    check_refused(
        close_it(&mut house, ON_PROTOCOL, "done"),
        KeepingError::OnProtocol,
    );
    let connection = house.store.connection();
    connection
        .execute_batch("UPDATE case_record SET stage = 'referred' WHERE id = 2")
        .unwrap();
    let due = Due::By("2026-12-16".parse().unwrap());
    clock::start(connection, ON_PROTOCOL, ClockKind::Triage, None, due, None).unwrap();
    check_refused(
        close_it(&mut house, ON_PROTOCOL, "done"),
        KeepingError::ReferralWaits,
    );
    assert_eq!(
        house.texts("SELECT kind FROM event WHERE kind = 'closed'"),
        [] as [String; 0]
    );
}

#[test]
fn restricted_case_is_seen_by_those_named_and_whoever_decided_it() {
    let mut house = house();
    let refused = house.as_user("chair", |desk| restrict(desk, CASE, &[WORKER], "kin"));
    assert!(matches!(refused, Err(CaseworkError::Refused { .. })));
    check_refused(
        restrict_to(&mut house, &[WORKER], ""),
        KeepingError::NoReason,
    );
    check_refused(
        restrict_to(&mut house, &[ADMIN], "kin"),
        KeepingError::SeesNoCases,
    );
    check_refused(
        restrict_to(&mut house, &[], "kin"),
        KeepingError::OpenAlready,
    );
    restrict_to(&mut house, &[WORKER], "A colleague is kin.").unwrap();
    for (user, sees) in [("worker", true), ("principal", true), ("chair", false)] {
        let opened = house.as_user(user, |desk| open_case(desk, CASE));
        assert_eq!(opened.is_ok(), sees, "{user}");
    }
    let may = house
        .as_user("principal", |desk| who_may_be_named(desk, CASE))
        .unwrap();
    let named: Vec<_> = may
        .iter()
        .filter(|one| one.is_named)
        .map(|one| one.user_id)
        .collect();
    assert_eq!(named, [WORKER, PRINCIPAL]);
    assert!(may.iter().all(|one| one.user_id != ADMIN));
    house
        .as_user("chair", |desk| break_glass(desk, CASE, "I chair tonight"))
        .unwrap();
    // Named anew without the worker: the glass that was broken stays so for its time.
    restrict_to(&mut house, &[PRINCIPAL], "The worker left.").unwrap();
    for (user, sees) in [("worker", false), ("principal", true), ("chair", true)] {
        let opened = house.as_user(user, |desk| open_case(desk, CASE));
        assert_eq!(opened.is_ok(), sees, "{user}");
    }
    restrict_to(&mut house, &[], "No longer needed.").unwrap();
    let opened = house.as_user("worker", |desk| open_case(desk, CASE));
    assert!(opened.is_ok());
    assert!(
        audit::verify(house.store.connection(), None)
            .unwrap()
            .is_whole()
    );
}
