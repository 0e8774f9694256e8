//! A house with a meeting on its day; the tests of protocol and minutes stand on it too.

use chrono::NaiveTime;

use super::*;
use crate::casework::testing::{CASE, House, day};
use crate::domain::case::{CaseId, Stage};
use crate::domain::meeting::{Invited, InvitedKind, MeetingKind, MeetingPlan, Part};
use crate::domain::roles::Role;
use crate::store::testing::{self, SomeCase};
use crate::store::{StoreError, protocol};

pub(in crate::casework) const MEETING: MeetingId = MeetingId(1);

pub(in crate::casework) fn plan_on(kind: MeetingKind, on: &str) -> MeetingPlan {
    let part = |hour| Part {
        start: NaiveTime::from_hms_opt(hour, 0, 0).unwrap(),
        minutes: 50,
        agenda: Vec::new(),
    };
    let asked = |kind, name: &str, agency: &str| Invited {
        agency: agency.to_owned(),
        part1: kind == InvitedKind::Professional,
        part2: true,
        ..Invited::new(kind, name)
    };
    MeetingPlan {
        kind,
        day: day(on),
        part1: part(14),
        part2: Some(part(15)),
        no_part2: None,
        venue: "sandfields".to_owned(),
        chair: Some(3),
        day_reason: String::new(),
        people: vec![
            asked(InvitedKind::Professional, "Dai Rees", "south-wales-police"),
            asked(InvitedKind::YoungPerson, "Cerys", ""),
            asked(InvitedKind::Family, "Siân Hughes", ""),
        ],
    }
}

/// Tuesday 15 December 2026, afternoon: the initial meeting of Cerys Hughes is today, and the
/// bank holidays of Christmas are near.
pub(in crate::casework) fn house() -> House {
    let mut house = House::of(
        &[
            ("worker", "worker", Role::SocialWorker),
            ("principal", "principal", Role::PrincipalOfficer),
            ("chair", "chair", Role::Chair),
            ("duty", "duty", Role::DutyWorker),
            ("admin", "admin", Role::Administrator),
        ],
        "2026-12-15T16:30:00Z",
    );
    house
        .store
        .with_transaction(|tx| {
            let cerys = SomeCase {
                reference: "NPT-26-038",
                given: "Cerys",
                family: "Hughes",
                born: Some("2011-05-02"),
                stage: Stage::ToBeHeard,
                owner: Some(1),
                language: "cy",
                ..SomeCase::default()
            };
            let rhys = SomeCase {
                reference: "NPT-26-039",
                given: "Rhys",
                family: "Morgan",
                stage: Stage::OnProtocol,
                language: "en",
                ..cerys
            };
            for (case, id) in [(cerys, CASE), (rhys, CaseId(2))] {
                assert_eq!(testing::insert_case(tx, &case)?, id);
            }
            let plan = plan_on(MeetingKind::Initial, "2026-12-15");
            let id = meeting::insert(tx, CASE, &plan, MeetingStatus::Planned, "")?;
            assert_eq!(id, MEETING);
            for kind in [ClockKind::Meeting, ClockKind::Preparation] {
                let due = Due::By(day("2026-12-15"));
                clock::start(tx, CASE, kind, Some(id.0), due, Some(3))?;
            }
            protocol::put_on(tx, CaseId(2), day("2026-10-05"))?;
            Ok::<_, StoreError>(())
        })
        .unwrap();
    house
}

impl House {
    /// The meeting of today, marked held by the chair.
    pub fn held() -> Self {
        let mut house = house();
        house
            .as_user("chair", |desk| mark_held(desk, MEETING, 1))
            .unwrap();
        house
    }
}

pub(in crate::casework) fn after_error<T: std::fmt::Debug>(
    result: Result<T, CaseworkError>,
) -> AfterError {
    match result {
        Err(CaseworkError::After(error)) => error,
        other => panic!("{other:?}"),
    }
}

#[test]
fn meeting_marked_held_owes_the_decision_the_plan_and_the_record_by_working_days() {
    let house = House::held();
    // 5 working days on is Tuesday 22; 20 skip Christmas, Boxing Day (given on Monday) and New
    // Year's Day.
    assert_eq!(
        house.clocks(),
        [
            "full-record 2027-01-15",
            "plan-and-summary 2026-12-22",
            "protocol-decision 2026-12-15"
        ]
    );
    assert_eq!(house.events(), ["meeting-held"]);
    assert_eq!(house.audited(), ["meeting-held"]);
}

#[test]
fn after_meeting_called_again_starts_nothing_twice() {
    let mut house = House::held();
    let before = house.texts("SELECT kind FROM clock ORDER BY id");
    let rules = house.rules.clone();
    house
        .as_user("chair", |desk| {
            desk.change(|change| {
                let held = meeting::by_id(change.tx, MEETING)?.unwrap();
                after_meeting(change, &rules, &held)
            })
        })
        .unwrap();
    assert_eq!(house.texts("SELECT kind FROM clock ORDER BY id"), before);
}

#[test]
fn meeting_of_a_day_to_come_is_not_marked_held() {
    let mut house = house().on("2026-12-14T10:00:00Z");
    let tried = house.as_user("chair", |desk| mark_held(desk, MEETING, 1));
    assert_eq!(after_error(tried), AfterError::DayToCome);
    assert!(house.events().is_empty());
}

#[test]
fn meeting_held_already_is_not_marked_held_again() {
    let mut house = House::held();
    let tried = house.as_user("chair", |desk| mark_held(desk, MEETING, 2));
    assert!(matches!(
        tried,
        Err(CaseworkError::Meeting(MeetingError::NotPlanned))
    ));
}

#[test]
fn meeting_changed_meanwhile_is_a_conflict() {
    let mut house = house();
    let tried = house.as_user("chair", |desk| mark_held(desk, MEETING, 7));
    assert_eq!(tried.unwrap_err().exit_code(), 5);
    assert_eq!(house.clocks().len(), 2);
}

#[test]
fn only_who_runs_meetings_marks_them_held() {
    let mut house = house();
    for user in ["worker", "duty", "admin"] {
        let tried = house.as_user(user, |desk| mark_held(desk, MEETING, 1));
        assert!(
            matches!(tried, Err(CaseworkError::Refused { .. })),
            "{user}"
        );
    }
    house
        .as_user("principal", |desk| mark_held(desk, MEETING, 1))
        .unwrap();
}

#[test]
fn review_of_somebody_on_the_protocol_is_owed_from_this_meeting_on() {
    let mut house = house();
    house.run("UPDATE case_record SET stage = 'on-protocol' WHERE id = 1");
    house
        .as_user("chair", |desk| mark_held(desk, MEETING, 1))
        .unwrap();
    // Six weeks on.
    assert!(house.clocks().contains(&"review 2027-01-26".to_owned()));
}
