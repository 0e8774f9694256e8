//! A house with people, a case and its clocks; the tests of decisions stand on it too.

use super::*;
use crate::casework::testing::{CASE, House};
use crate::domain::assessment::{Direction, Judgement, OpenPoint};
use crate::domain::roles::Role;
use crate::domain::seraf::ItemAnswer;

/// Monday morning, with a case that is to be assessed and its clock running.
pub(in crate::casework) fn house() -> House {
    let mut house = House::of(
        &[
            ("worker", "worker", Role::SocialWorker),
            ("other", "other", Role::SocialWorker),
            ("principal", "principal", Role::PrincipalOfficer),
            ("duty", "duty", Role::DutyWorker),
            ("chair", "chair", Role::Chair),
            ("admin", "admin", Role::Administrator),
        ],
        "2026-11-23T10:00:00Z",
    );
    house
        .store
        .with_transaction(|tx| {
            tx.execute_batch(
                "INSERT INTO case_record (id, uid, reference, given_name, family_name, name_key,
                    stated_age, living, language, stage, owner_id, opened_on, last_event_at)
                 VALUES (1, 'u1', 'NPT-26-041', 'Siân', 'Example', 'sian example', 14,
                    'at-home', 'cy', 'assessing', 1, '2026-11-01', '2026-11-01T09:00:00Z'),
                        (2, 'u2', 'NPT-26-042', 'Rhys', 'Example', 'rhys example', 15,
                    'at-home', 'en', 'put-forward', NULL, '2026-11-01', '2026-11-01T09:00:00Z');",
            )
            .map_err(StoreError::from)?;
            let due = Due::By("2026-11-30".parse().unwrap());
            clock::start(tx, CASE, ClockKind::Seraf, None, due, Some(1))?;
            Ok::<_, StoreError>(())
        })
        .unwrap();
    house
}

impl House {
    /// Fills the open draft in and completes it.
    pub fn assessed(&mut self, ticks: &[(&str, &str)]) -> CompletedNow {
        let opened = self.as_user("worker", |desk| begin(desk, CASE)).unwrap();
        let mut content = opened.draft.content;
        content.category_reason = Confidential::new("discussed with the family");
        for (item, column) in ticks {
            tick(&mut content, item, column);
        }
        let (id, version) = (opened.draft.id, opened.draft.version);
        let saved = self
            .as_user("worker", |desk| save_draft(desk, id, version, &content))
            .unwrap();
        self.as_user("worker", |desk| complete(desk, id, saved.version))
            .unwrap()
    }
}

pub(in crate::casework) fn tick(content: &mut Content, item: &str, column: &str) {
    let at = content.form().item_at(item).unwrap();
    let column = content.form().item(at).unwrap().0.column_at(column);
    content.answers.tick(at, column.unwrap());
}

/// 16 points: three current significant indicators and a vulnerability.
pub(in crate::casework) const AT_RISK: [(&str, &str); 4] = [
    ("V1", "present"),
    ("S1", "current"),
    ("S2", "current"),
    ("S3", "current"),
];

#[track_caller]
fn refused<T: std::fmt::Debug>(result: &Result<T, CaseworkError>) {
    assert!(
        matches!(result, Err(CaseworkError::Refused { .. })),
        "{result:?}"
    );
}

#[test]
fn second_person_opens_the_draft_that_is_there() {
    let mut house = house();
    let first = house.as_user("worker", |desk| begin(desk, CASE)).unwrap();
    let second = house.as_user("other", |desk| begin(desk, CASE)).unwrap();
    assert!(first.is_new && !second.is_new);
    assert_eq!(first.draft, second.draft);
    assert_eq!(house.events(), ["assessment-started"]);
    assert_eq!(house.audited(), ["assessment-begun", "assessment-opened"]);
}

#[test]
fn roles_without_the_right_may_not_assess() {
    let mut house = house();
    for user in ["duty", "chair", "admin"] {
        refused(&house.as_user(user, |desk| begin(desk, CASE)));
    }
    let draft = house.as_user("worker", |desk| begin(desk, CASE)).unwrap();
    let (id, content) = (draft.draft.id, draft.draft.content);
    for user in ["duty", "chair", "admin"] {
        refused(&house.as_user(user, |desk| save_draft(desk, id, 1, &content)));
        refused(&house.as_user(user, |desk| complete(desk, id, 1)));
        refused(&house.as_user(user, |desk| put_forward(desk, CASE, "because")));
    }
    refused(&house.as_user("admin", |desk| history(desk, CASE)));
    house.as_user("duty", |desk| history(desk, CASE)).unwrap();
}

#[test]
fn restricted_case_is_shut_to_those_not_named() {
    let mut house = house();
    house.restrict(CASE);
    let shut = house.as_user("worker", |desk| begin(desk, CASE));
    assert!(matches!(shut, Err(CaseworkError::Restricted { .. })));
    let named = "INSERT INTO case_access (case_id, user_id) VALUES (1, 1)";
    house.store.connection().execute(named, []).unwrap();
    house.as_user("worker", |desk| begin(desk, CASE)).unwrap();
}

#[test]
fn draft_saved_from_an_old_version_shows_what_stands_and_changes_nothing() {
    let mut house = house();
    let opened = house.as_user("worker", |desk| begin(desk, CASE)).unwrap();
    let id = opened.draft.id;
    let mut theirs = opened.draft.content.clone();
    tick(&mut theirs, "V1", "present");
    house
        .as_user("other", |desk| save_draft(desk, id, 1, &theirs))
        .unwrap();
    let mut mine = opened.draft.content;
    tick(&mut mine, "V2", "present");
    let stale = house.as_user("worker", |desk| save_draft(desk, id, 1, &mine));
    let Err(CaseworkError::Seraf(SerafError::Stale { theirs: there })) = stale else {
        panic!("{stale:?}")
    };
    assert_eq!(there.content, theirs);
    assert_eq!((there.saved.name.as_str(), there.version), ("other", 2));
    // Having seen it, they may put theirs in its place.
    let saved = house.as_user("worker", |desk| save_draft(desk, id, there.version, &mine));
    assert_eq!(saved.unwrap().version, 3);
}

#[test]
fn draft_saved_holds_no_escape_sequence() {
    let mut house = house();
    let opened = house.as_user("worker", |desk| begin(desk, CASE)).unwrap();
    let mut content = opened.draft.content;
    content.narrative = Confidential::new("one\u{1b}[2Jtwo");
    let id = opened.draft.id;
    house
        .as_user("worker", |desk| save_draft(desk, id, 1, &content))
        .unwrap();
    let narratives = house.texts("SELECT narrative FROM assessment");
    assert_eq!(narratives, ["onetwo"]);
}

#[test]
fn completing_at_16_puts_the_case_before_the_principal_officer_at_once() {
    let mut house = house();
    let done = house.assessed(&AT_RISK);
    let outcome = done.assessment.outcome.unwrap();
    assert_eq!(
        (outcome.score, outcome.category, outcome.at_risk),
        (16, 4, true)
    );
    assert!(done.is_put_forward);
    assert_eq!(house.stage(), "put-forward");
    // The Seraf clock has stopped; one working day for the decision; three months for the next.
    assert_eq!(
        house.clocks(),
        ["decision 2026-11-24T10:00:00Z", "seraf-again 2027-02-23"]
    );
    assert_eq!(
        house.events(),
        ["assessment-started", "assessment-completed", "put-forward"]
    );
    assert_eq!(
        house.audited(),
        [
            "assessment-begun",
            "assessment-saved",
            "assessment-completed",
            "put-forward"
        ]
    );
}

#[test]
fn completing_at_15_puts_nothing_forward() {
    let mut house = house();
    let done = house.assessed(&AT_RISK[1..]);
    assert_eq!(done.assessment.outcome.unwrap().score, 15);
    assert!(!done.is_put_forward);
    assert_eq!(house.stage(), "assessing");
    assert_eq!(house.clocks(), ["seraf-again 2027-02-23"]);
}

#[test]
fn assessment_completed_is_locked_for_ever() {
    let mut house = house();
    let done = house.assessed(&AT_RISK).assessment;
    for version in 1..=done.version {
        let content = done.content.clone();
        let saved = house.as_user("worker", |desk| {
            save_draft(desk, done.id, version, &content)
        });
        assert!(matches!(
            saved,
            Err(CaseworkError::Seraf(SerafError::Stale { .. }))
        ));
        let again = house.as_user("worker", |desk| complete(desk, done.id, version));
        assert!(matches!(
            again,
            Err(CaseworkError::Seraf(SerafError::Stale { .. }))
        ));
    }
}

#[test]
fn open_points_keep_an_assessment_from_being_completed() {
    let mut house = house();
    let opened = house.as_user("worker", |desk| begin(desk, CASE)).unwrap();
    let (id, mut content) = (opened.draft.id, opened.draft.content);
    content.assessed_on = "2026-11-24".parse().unwrap();
    tick(&mut content, "S1", "current");
    house
        .as_user("worker", |desk| save_draft(desk, id, 1, &content))
        .unwrap();
    let kept = house.as_user("worker", |desk| complete(desk, id, 2));
    let Err(CaseworkError::Seraf(SerafError::OpenPoints(open))) = kept else {
        panic!("{kept:?}")
    };
    assert_eq!(
        open,
        [
            OpenPoint::DateInFuture,
            OpenPoint::CurrentSignificantBelow(4)
        ]
    );
    content.assessed_on = "2026-11-23".parse().unwrap();
    content.judgement = Some(Judgement {
        direction: Direction::Higher,
        reason: Confidential::new("a new phone"),
    });
    house
        .as_user("worker", |desk| save_draft(desk, id, 2, &content))
        .unwrap();
    house
        .as_user("worker", |desk| complete(desk, id, 3))
        .unwrap();
}

#[test]
fn completing_from_an_old_version_is_stale() {
    let mut house = house();
    let opened = house.as_user("worker", |desk| begin(desk, CASE)).unwrap();
    let (id, mut content) = (opened.draft.id, opened.draft.content);
    tick(&mut content, "V1", "present");
    house
        .as_user("other", |desk| save_draft(desk, id, 1, &content))
        .unwrap();
    let stale = house.as_user("worker", |desk| complete(desk, id, 1));
    assert!(matches!(
        stale,
        Err(CaseworkError::Seraf(SerafError::Stale { .. }))
    ));
}

#[test]
fn next_assessment_keeps_what_holds_for_life_and_history_says_what_changed() {
    let mut house = house();
    house.assessed(&[("V1", "present"), ("M1", "current")]);
    house.now = "2027-02-01T10:00:00Z".parse().unwrap();
    let opened = house.as_user("worker", |desk| begin(desk, CASE)).unwrap();
    let answer = |item: &str| {
        let at = opened.draft.content.form().item_at(item).unwrap();
        opened.draft.content.answers.item(at)
    };
    assert!(answer("V1").ticks().is_some());
    assert_eq!(answer("M1"), ItemAnswer::NotAsked);
    assert_eq!(opened.earlier.len(), 1);
    house.assessed(&[("S1", "current")]);
    let (_, history) = house.as_user("duty", |desk| history(desk, CASE)).unwrap();
    assert_eq!(history.len(), 2);
    let changes = history[0].changes.as_ref().unwrap();
    assert_eq!((changes.previous_total, changes.total), (2, 6));
    assert_eq!(house.clocks(), ["seraf-again 2027-05-01"]);
    let latest = house.as_user("duty", |desk| previous(desk, CASE)).unwrap();
    assert_eq!(latest.unwrap().id, history[0].assessment.id);
}

#[test]
fn header_is_taken_over_from_the_last_completed_and_the_locked_one_keeps_its_own() {
    let mut house = house();
    let said = |house: &mut House, words: &str| {
        let opened = house.as_user("worker", |desk| begin(desk, CASE)).unwrap();
        let draft = opened.draft;
        let mut content = draft.content.clone();
        tick(&mut content, "V1", "present");
        content.about.put("legal-status", Confidential::new(words));
        let saved = house
            .as_user("worker", |desk| {
                save_draft(desk, draft.id, draft.version, &content)
            })
            .unwrap();
        house
            .as_user("worker", |desk| complete(desk, draft.id, saved.version))
            .unwrap();
        draft.content.about
    };
    assert!(said(&mut house, "none\u{1b}[2J").is_empty());
    house.now = "2027-02-01T10:00:00Z".parse().unwrap();
    let taken_over = said(&mut house, "interim care order");
    let header = [("legal-status", "none")];
    assert_eq!(taken_over.for_professionals(), header.into());
    assert_eq!(
        house.texts("SELECT about FROM assessment ORDER BY id"),
        [
            r#"{"legal-status":"none"}"#,
            r#"{"legal-status":"interim care order"}"#
        ]
    );
}

#[test]
fn assessment_of_an_earlier_day_written_up_late_does_not_overrule_a_later_one() {
    let mut house = house();
    house.assessed(&[("V1", "present")]);
    let opened = house.as_user("worker", |desk| begin(desk, CASE)).unwrap();
    let (id, mut content) = (opened.draft.id, opened.draft.content);
    content.assessed_on = "2026-09-01".parse().unwrap();
    for (item, column) in &AT_RISK {
        tick(&mut content, item, column);
    }
    house
        .as_user("worker", |desk| save_draft(desk, id, 1, &content))
        .unwrap();
    let done = house
        .as_user("worker", |desk| complete(desk, id, 2))
        .unwrap();
    assert!(!done.is_put_forward);
    assert_eq!(house.clocks(), ["seraf-again 2027-02-23"]);
}

#[test]
fn case_below_16_is_put_forward_by_a_person_with_a_reason_once() {
    let mut house = house();
    let blank = house.as_user("worker", |desk| put_forward(desk, CASE, " \n"));
    assert!(matches!(
        blank,
        Err(CaseworkError::Seraf(SerafError::ReasonNeeded))
    ));
    house
        .as_user("worker", |desk| put_forward(desk, CASE, "two older men"))
        .unwrap();
    assert_eq!(house.stage(), "put-forward");
    assert_eq!(
        house.clocks(),
        ["decision 2026-11-24T10:00:00Z", "seraf 2026-11-30"]
    );
    let again = house.as_user("worker", |desk| put_forward(desk, CASE, "again"));
    assert!(matches!(
        again,
        Err(CaseworkError::Seraf(SerafError::WaitsAlready))
    ));
    // A score that comes after keeps the place in the queue.
    let done = house.assessed(&AT_RISK);
    assert!(!done.is_put_forward);
    assert_eq!(house.stage(), "put-forward");
}

#[test]
fn closed_case_is_not_assessed() {
    let mut house = house();
    let close = "UPDATE case_record SET stage = 'closed', closed_on = '2026-11-20' WHERE id = 1";
    house.store.connection().execute(close, []).unwrap();
    let closed = house.as_user("worker", |desk| begin(desk, CASE));
    assert!(matches!(
        closed,
        Err(CaseworkError::Seraf(SerafError::CaseClosed))
    ));
    let closed = house.as_user("worker", |desk| put_forward(desk, CASE, "because"));
    assert!(matches!(
        closed,
        Err(CaseworkError::Seraf(SerafError::CaseClosed))
    ));
}
