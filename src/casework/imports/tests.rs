//! Registers taken whole: repeated children joined, likenesses told, nothing kept of what is only
//! tried or cannot be taken.

use chrono::{DateTime, NaiveDate, Utc};

use super::*;
use crate::casework::testing::House;
use crate::domain::person::Person;
use crate::domain::referral::{How, NewReferral, Source};
use crate::domain::roles::{Actor, Role};
use crate::domain::sharing::Confidential;
use crate::store::{audit, case_record};

fn house() -> House {
    House::of(
        &[("duty", "Mari", Role::DutyWorker)],
        "2026-11-23T10:42:00Z",
    )
}

impl House {
    fn take(
        &mut self,
        role: Role,
        kept: Kept,
        may_leave_out: bool,
        rows: &[Imported],
    ) -> Result<(Taken, Vec<RowOutcome>), CaseworkError> {
        let actor = Actor {
            role,
            ..self.actor("duty")
        };
        let mut desk = self.desk(&actor);
        let mut told = Vec::new();
        let mut rows = rows.iter().cloned();
        let taken = referrals(
            &mut desk,
            "register.csv",
            kept,
            may_leave_out,
            &mut || rows.next(),
            &mut |_, outcome| told.push(outcome.clone()),
        )?;
        Ok((taken, told))
    }

    fn cases(&self) -> i64 {
        let sql = "SELECT count(*) FROM case_record";
        self.store
            .connection()
            .query_row(sql, [], |row| row.get(0))
            .unwrap()
    }
}

fn row(number: u64, given: &str, family: &str, born: Option<&str>) -> Imported {
    let received_at: DateTime<Utc> = "2025-03-04T12:00:00Z".parse().unwrap();
    Imported {
        row: number,
        referral: NewReferral {
            received_at,
            how: How::Written,
            source: Source::Public,
            source_name: Confidential::default(),
            source_contact: Confidential::default(),
            person: Person {
                given_name: given.to_owned(),
                family_name: family.to_owned(),
                born: born.map(|born| born.parse::<NaiveDate>().unwrap()),
                ..Person::default()
            },
            feared: Vec::new(),
            what_happened: Confidential::new("Out all night."),
            danger_now: false,
            police_told_at: None,
            young_person_knows: None,
            young_person_view: Confidential::default(),
            parents_know: None,
            parents_view: Confidential::default(),
        },
        outcome: None,
        outcome_reason: Confidential::default(),
    }
}

fn new_case(reference: &str) -> RowOutcome {
    RowOutcome::NewCase {
        reference: reference.to_owned(),
    }
}

#[test]
fn repeated_children_are_joined_and_likenesses_are_told() {
    let mut house = house();
    let rows = [
        row(2, "Siân", "Llewellyn", Some("2012-04-03")),
        row(3, "LLEWELLYN", "Sian", Some("2012-04-03")),
        row(4, "Shan", "Llewellyn", Some("2012-04-03")),
        row(5, "Ioan", "Rees", None),
        row(6, "Ioan", "Rees", None),
    ];
    let (taken, told) = house
        .take(Role::DutyWorker, Kept::Yes, false, &rows)
        .unwrap();
    assert_eq!(taken.referrals, 5);
    assert_eq!(told[0], new_case("NPT-25-001"));
    assert_eq!(
        told[1],
        RowOutcome::Joined {
            reference: "NPT-25-001".to_owned()
        }
    );
    // It only sounds so, and without an address: a person looks.
    assert!(matches!(&told[2], RowOutcome::LooksLike { other, .. } if other == "NPT-25-001"));
    assert!(matches!(&told[4], RowOutcome::LooksLike { .. }));
    assert_eq!(house.cases(), 4);
    assert!(
        audit::verify(house.store.connection(), None)
            .unwrap()
            .is_whole()
    );
}

#[test]
fn twins_are_two_cases() {
    let mut house = house();
    let rows = [
        row(2, "Siân", "Llewellyn", Some("2012-04-03")),
        row(3, "Rhys", "Llewellyn", Some("2012-04-03")),
    ];
    let (taken, _) = house
        .take(Role::DutyWorker, Kept::Yes, false, &rows)
        .unwrap();
    assert_eq!(taken.new_cases, 2);
}

#[test]
fn outcome_of_the_register_ends_the_clock_of_triage() {
    let mut house = house();
    let mut closed = row(2, "Siân", "Llewellyn", Some("2012-04-03"));
    closed.outcome = Some("no-further-action".to_owned());
    closed.outcome_reason = Confidential::new("NFA");
    house
        .take(Role::DutyWorker, Kept::Yes, false, &[closed])
        .unwrap();
    let open: i64 = house
        .store
        .connection()
        .query_row(
            "SELECT count(*) FROM clock WHERE done_at IS NULL",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(open, 0);
}

#[test]
fn register_only_tried_leaves_nothing() {
    let mut house = house();
    let rows = [row(2, "Siân", "Llewellyn", None)];
    let before = audit::head(house.store.connection()).unwrap();
    let (taken, told) = house
        .take(Role::DutyWorker, Kept::OnlyTried, false, &rows)
        .unwrap();
    assert_eq!(taken.new_cases, 1);
    assert_eq!(told, [new_case("NPT-25-001")]);
    assert_eq!(house.cases(), 0);
    assert_eq!(audit::head(house.store.connection()).unwrap(), before);
}

#[test]
fn row_of_a_restricted_child_is_left_out_or_nothing_is_taken() {
    let mut house = house();
    let sian = row(2, "Siân", "Llewellyn", Some("2012-04-03"));
    house
        .take(
            Role::DutyWorker,
            Kept::Yes,
            false,
            std::slice::from_ref(&sian),
        )
        .unwrap();
    case_record::set_restricted(house.store.connection(), CaseId(1), true).unwrap();
    let rows = [sian, row(3, "Ioan", "Rees", None)];
    let (taken, told) = house
        .take(Role::DutyWorker, Kept::Yes, false, &rows)
        .unwrap();
    assert_eq!((taken.restricted, house.cases()), (1, 1));
    assert_eq!(told[0], RowOutcome::Restricted);
    house
        .take(Role::DutyWorker, Kept::Yes, true, &rows)
        .unwrap();
    assert_eq!(house.cases(), 2);
}

#[test]
fn register_is_refused_by_role() {
    let mut house = house();
    let refused = house.take(Role::Auditor, Kept::Yes, false, &[]);
    assert!(matches!(refused, Err(CaseworkError::Refused { .. })));
}
