//! A house with a meeting on its day; the tests of protocol and minutes stand on it too.

use chrono::{DateTime, NaiveTime, TimeZone, Utc};
use tempfile::TempDir;

use super::*;
use crate::domain::case::CaseId;
use crate::domain::meeting::{Invited, InvitedKind, MeetingKind, MeetingPlan, Part};
use crate::domain::roles::{Actor, Role};
use crate::domain::rules::Rules;
use crate::store::{Store, StoreError, account, protocol, testing};

pub(in crate::casework) struct House {
    _folder: TempDir,
    pub store: Store,
    pub rules: Rules,
    pub now: DateTime<Utc>,
}

pub(in crate::casework) const CASE: CaseId = CaseId(1);
pub(in crate::casework) const MEETING: MeetingId = MeetingId(1);

pub(in crate::casework) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

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
    let folder = tempfile::tempdir().unwrap();
    let (_, _, mut store) = testing::store_in(folder.path()).unwrap();
    let now = Utc.with_ymd_and_hms(2026, 12, 15, 16, 30, 0).unwrap();
    store
        .with_transaction(|tx| {
            for (name, role) in [
                ("worker", Role::SocialWorker),
                ("principal", Role::PrincipalOfficer),
                ("chair", Role::Chair),
                ("duty", Role::DutyWorker),
                ("admin", Role::Administrator),
            ] {
                account::insert(tx, name, name, role)?;
            }
            tx.execute_batch(
                "INSERT INTO case_record (id, uid, reference, given_name, family_name, name_key,
                    date_of_birth, living, language, stage, owner_id, opened_on, last_event_at)
                 VALUES (1, 'a', 'NPT-26-038', 'Cerys', 'Hughes', 'hughes cerys', '2011-05-02',
                    'at-home', 'cy', 'to-be-heard', 1, '2026-12-01', '2026-12-01T09:00:00Z'),
                        (2, 'b', 'NPT-26-039', 'Rhys', 'Morgan', 'morgan rhys', '2010-05-02',
                    'at-home', 'en', 'on-protocol', 1, '2026-10-01', '2026-10-01T09:00:00Z');",
            )
            .map_err(StoreError::from)?;
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
    House {
        _folder: folder,
        store,
        rules: Rules::embedded().unwrap(),
        now,
    }
}

impl House {
    pub fn as_user<T>(
        &mut self,
        user: &str,
        deed: impl FnOnce(&mut Desk<'_>) -> Result<T, CaseworkError>,
    ) -> Result<T, CaseworkError> {
        let person = account::by_name(self.store.connection(), user)
            .unwrap()
            .unwrap();
        let actor = Actor {
            user_id: person.id,
            user_name: person.user_name,
            display_name: person.display_name,
            role: person.role,
        };
        deed(&mut Desk {
            store: &mut self.store,
            actor: &actor,
            now: self.now,
            rules: &self.rules,
        })
    }

    /// The meeting of today, marked held by the chair.
    pub fn held() -> Self {
        let mut house = house();
        house
            .as_user("chair", |desk| mark_held(desk, MEETING, 1))
            .unwrap();
        house
    }

    pub fn on(mut self, moment: &str) -> Self {
        self.now = moment.parse().unwrap();
        self
    }

    pub fn texts(&self, sql: &str) -> Vec<String> {
        let mut rows = self.store.connection().prepare(sql).unwrap();
        rows.query_map([], |row| row.get(0))
            .unwrap()
            .map(Result::unwrap)
            .collect()
    }

    /// The open clocks of case 1 with the days that they are due.
    pub fn clocks(&self) -> Vec<String> {
        self.texts(
            "SELECT kind || ' ' || due FROM clock WHERE case_id = 1 AND done_at IS NULL
             ORDER BY kind",
        )
    }

    pub fn events(&self) -> Vec<String> {
        self.texts("SELECT kind FROM event WHERE case_id = 1 ORDER BY id")
    }

    pub fn stage(&self) -> String {
        let stages = self.texts("SELECT stage FROM case_record WHERE id = 1");
        stages.into_iter().next().unwrap()
    }

    pub fn run(&self, sql: &str) {
        self.store.connection().execute_batch(sql).unwrap();
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
    assert_eq!(
        house.texts("SELECT action FROM audit ORDER BY seq"),
        ["meeting-held"]
    );
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
