use chrono::TimeDelta;

use super::*;
use crate::casework::assessments::tests::{AT_RISK, house};
use crate::casework::testing::{CASE, House};
use crate::domain::case::{ClockKind, EventKind};
use crate::domain::case_page::NearHow;
use crate::domain::relation::{NewRelation, Related, RelationKind};
use crate::domain::today::DueRow;
use crate::store::{chronology as events, relation, testing};

const OTHER: CaseId = CaseId(2);

fn listing() -> Listing {
    Listing {
        filter: Filter::default(),
        sort: Sort::Reference,
        from: PageFrom::Start,
        rows: 50,
    }
}

fn finding(typed: &str) -> Finding {
    Finding {
        typed: typed.to_owned(),
        from: PageFrom::Start,
        rows: 50,
    }
}

fn asked(whose: Whose) -> DueAsked {
    DueAsked {
        whose,
        from: PageFrom::Start,
        rows: 50,
    }
}

/// A house whose second case is restricted, and findable.
fn restricted_house() -> House {
    let mut house = house();
    house
        .store
        .with_transaction(|tx| {
            testing::restrict(tx, OTHER)?;
            search::put(tx, CASE)?;
            search::put(tx, OTHER)
        })
        .unwrap();
    house
}

#[track_caller]
fn is_refused<T>(result: &Result<T, CaseworkError>) -> bool {
    matches!(result, Err(CaseworkError::Refused { .. }))
}

#[test]
fn only_roles_that_see_cases_look_at_them() {
    let mut house = restricted_house();
    for (user, may_see) in [
        ("worker", true),
        ("principal", true),
        ("duty", true),
        ("chair", true),
        ("admin", false),
    ] {
        let refused = [
            is_refused(&house.as_user(user, |desk| list(desk, &listing(), Look::Begun))),
            is_refused(&house.as_user(user, |desk| find(desk, &finding("sian"), Look::Begun))),
            is_refused(&house.as_user(user, |desk| due(desk, &asked(Whose::All), Look::Begun))),
            is_refused(&house.as_user(user, |desk| due_counts(desk, Whose::All))),
            is_refused(&house.as_user(user, |desk| preview(desk, CASE))),
            is_refused(&house.as_user(user, |desk| open_case(desk, CASE))),
            is_refused(&house.as_user(user, |desk| by_reference(desk, "26 41"))),
            is_refused(&house.as_user(user, |desk| {
                chronology(desk, CASE, &PageFrom::Start, 10, Look::Begun)
            })),
            is_refused(&house.as_user(user, |desk| break_glass(desk, OTHER, "on duty"))),
        ];
        assert_eq!(refused, [!may_see; 9], "{user}");
    }
}

#[test]
fn look_that_is_refused_leaves_no_trace_of_a_look() {
    let mut house = restricted_house();
    let _ = house.as_user("admin", |desk| list(desk, &listing(), Look::Begun));
    let opened = house.as_user("worker", |desk| open_case(desk, OTHER));
    assert!(matches!(
        opened,
        Err(CaseworkError::Restricted { case: OTHER })
    ));
    assert!(house.audited().is_empty());
}

#[test]
fn list_is_written_down_once_when_it_is_opened() {
    let mut house = house();
    house
        .as_user("worker", |desk| {
            list(desk, &listing(), Look::Begun)?;
            list(desk, &listing(), Look::GoesOn)?;
            find(desk, &finding("s"), Look::GoesOn)?;
            find(desk, &finding("si\u{1b}[31mân"), Look::Begun)?;
            due(desk, &asked(Whose::Mine), Look::Begun)?;
            due(desk, &asked(Whose::Mine), Look::GoesOn)
        })
        .unwrap();
    assert_eq!(
        house.audited(),
        ["cases-listed", "cases-searched", "due-listed"]
    );
    let details = house.texts("SELECT detail FROM audit ORDER BY seq");
    assert_eq!(details[0], r#"{"filter":"all","sort":"reference"}"#);
    assert_eq!(details[1], r#"{"shown":0,"typed":"siân"}"#);
}

#[test]
fn search_by_reference_finds_the_one_and_pages_no_further() {
    let mut house = restricted_house();
    let found = |house: &mut House, typed: &str, from| {
        let finding = Finding {
            from,
            ..finding(typed)
        };
        let page = house.as_user("duty", |desk| find(desk, &finding, Look::GoesOn));
        page.unwrap().rows
    };
    let rows = found(&mut house, "npt 26 41", PageFrom::Start);
    assert_eq!(rows[0].case.full_name(), "Siân Example");
    let after = PageFrom::After(rows[0].key.clone());
    assert!(found(&mut house, "npt 26 41", after).is_empty());
    // A reference that is typed leads to a restricted case, without a name.
    let rows = found(&mut house, "26/042", PageFrom::Start);
    assert!(rows[0].is_hidden && rows[0].case.full_name().is_empty());
    assert!(found(&mut house, "26/999", PageFrom::Start).is_empty());
    // As much of one as is typed finds all that begin so, restricted ones not among them.
    let rows = found(&mut house, "26/04", PageFrom::Start);
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].case.reference, "NPT-26-041");
    assert!(found(&mut house, "", PageFrom::Start).is_empty());
}

#[test]
fn case_opened_shows_what_others_did_since_it_was_last_opened() {
    let mut house = house();
    let first = house
        .as_user("worker", |desk| open_case(desk, CASE))
        .unwrap();
    assert_eq!((first.last_seen, first.news.len()), (None, 0));
    assert_eq!(first.owner.as_deref(), Some("worker"));
    house.now += TimeDelta::hours(1);
    house.assessed(&AT_RISK);
    let own = house
        .as_user("worker", |desk| open_case(desk, CASE))
        .unwrap();
    assert!(own.news.is_empty(), "what I did myself is no news");
    let _ = house.as_user("principal", |desk| open_case(desk, CASE));
    house.now += TimeDelta::hours(1);
    house
        .store
        .with_transaction(|tx| {
            let kind = EventKind::FamilyTold;
            let at = house.now;
            crate::store::event::append(tx, CASE, at, kind, None, Some(1), &json!({}))
        })
        .unwrap();
    house.now += TimeDelta::hours(1);
    let principal = house
        .as_user("principal", |desk| open_case(desk, CASE))
        .unwrap();
    let kinds: Vec<EventKind> = principal.news.iter().map(|event| event.kind).collect();
    assert_eq!(kinds, [EventKind::FamilyTold]);
    let (basis, _) = principal.preview.score.unwrap();
    assert_eq!(basis.score, 16);
    let decision = |row: &DueRow| row.kind == ClockKind::Decision;
    assert!(principal.preview.next.iter().any(decision));
    let at_risk = Listing {
        filter: Filter::Live {
            whose: Whose::All,
            only: Only::AtRisk,
        },
        ..listing()
    };
    let rows = house.as_user("chair", |desk| list(desk, &at_risk, Look::Begun));
    let rows = rows.unwrap().rows;
    assert_eq!((rows.len(), rows[0].score), (1, Some(16)));
}

#[test]
fn case_page_shows_who_is_near_and_hides_those_who_are_restricted() {
    let mut house = restricted_house();
    house
        .store
        .with_transaction(|tx| {
            for (case, who) in [
                (CASE, Related::Case(OTHER)),
                (CASE, Related::Named("Nia Example".to_owned())),
                (OTHER, Related::Named("Nia Exámple".to_owned())),
            ] {
                let kind = RelationKind::Household;
                let note = "said by school".to_owned();
                relation::insert(tx, case, &NewRelation { kind, who, note })?;
            }
            Ok::<_, crate::store::StoreError>(())
        })
        .unwrap();
    let near = |house: &mut House| {
        let overview = house
            .as_user("worker", |desk| open_case(desk, CASE))
            .unwrap();
        overview.preview.near
    };
    let all = near(&mut house);
    assert_eq!(all.len(), 2);
    assert!(all[0].is_hidden && all[0].name.is_empty() && all[0].note.is_empty());
    assert_eq!(all[0].how, NearHow::Relation(RelationKind::Household));
    assert_eq!(all[1].name, "Nia Example");
    house
        .as_user("worker", |desk| {
            break_glass(desk, OTHER, "their sister is here")
        })
        .unwrap();
    assert_eq!(near(&mut house)[0].name, "Rhys Example");
}

#[test]
fn glass_is_broken_with_a_reason_for_a_day_and_the_principal_officer_is_told() {
    let mut house = restricted_house();
    for blank in ["", " \n", "\u{1b}[2J"] {
        let refused = house.as_user("duty", |desk| break_glass(desk, OTHER, blank));
        assert!(matches!(
            refused,
            Err(CaseworkError::Glass(GlassError::NoReason))
        ));
    }
    let needless = house.as_user("duty", |desk| break_glass(desk, CASE, "why not"));
    assert!(matches!(
        needless,
        Err(CaseworkError::Glass(GlassError::NotNeeded))
    ));
    house
        .as_user("duty", |desk| {
            break_glass(desk, OTHER, "Mum rang, he is missing")
        })
        .unwrap();
    house
        .as_user("duty", |desk| open_case(desk, OTHER))
        .unwrap();
    assert_eq!(house.audited(), ["glass-broken", "case-opened"]);
    let told = |house: &mut House, user: &str| {
        let page = house.as_user(user, |desk| due(desk, &asked(Whose::All), Look::GoesOn));
        let mut rows = page.unwrap().rows;
        rows.retain(|row| row.kind == ClockKind::GlassBroken);
        rows
    };
    // Others see that somebody is owed a look, and not whose reason it was.
    assert_eq!(told(&mut house, "worker")[0].about, About::Nothing);
    let row = told(&mut house, "principal").remove(0);
    let About::GlassBroken { by, reason } = &row.about else {
        panic!("{row:?}")
    };
    assert_eq!(
        (by.as_str(), reason.as_str()),
        ("duty", "Mum rang, he is missing")
    );
    let event = row.subject.unwrap();
    assert!(is_refused(
        &house.as_user("duty", |desk| glass_seen(desk, OTHER, event))
    ));
    house
        .as_user("principal", |desk| glass_seen(desk, OTHER, event))
        .unwrap();
    assert!(told(&mut house, "principal").is_empty());
    house.now += TimeDelta::hours(24);
    let opened = house.as_user("duty", |desk| open_case(desk, OTHER));
    assert!(matches!(opened, Err(CaseworkError::Restricted { .. })));
}

#[test]
fn chronology_leaves_out_a_joined_record_that_is_restricted_and_says_so() {
    let mut house = restricted_house();
    house
        .store
        .with_transaction(|tx| {
            tx.execute_batch(
                "INSERT INTO joined (kept_case, other_case, joined_at, joined_by, reason)
                 VALUES (1, 2, '2026-11-20T10:00:00Z', 1, 'one person')",
            )
            .map_err(crate::store::StoreError::from)?;
            for case in [CASE, OTHER] {
                let kind = EventKind::Referred;
                crate::store::event::append(tx, case, house.now, kind, None, Some(1), &json!({}))?;
            }
            Ok::<_, crate::store::StoreError>(())
        })
        .unwrap();
    let read = |house: &mut House| {
        house
            .as_user("worker", |desk| {
                chronology(desk, CASE, &PageFrom::Start, 10, Look::Begun)
            })
            .unwrap()
    };
    let (page, hidden) = read(&mut house);
    assert_eq!((page.events.len(), hidden), (1, 1));
    house
        .as_user("worker", |desk| break_glass(desk, OTHER, "one person"))
        .unwrap();
    let (page, hidden) = read(&mut house);
    assert_eq!((page.events.len(), hidden), (3, 0));
    let records = events::records_of_one_person(house.store.connection(), CASE).unwrap();
    assert_eq!(records, [CASE, OTHER]);
}

#[test]
fn reference_is_read_in_any_form_and_an_unknown_one_is_no_case() {
    let mut house = house();
    for typed in ["NPT-26-041", "npt 26 41", " npt-26-041 "] {
        let id = house.as_user("duty", |desk| by_reference(desk, typed));
        assert_eq!(id.unwrap(), CASE, "{typed}");
    }
    let none = house.as_user("duty", |desk| by_reference(desk, "NPT-26-999"));
    assert!(matches!(none, Err(CaseworkError::NoCase)));
}

#[test]
fn unfinished_forms_are_named_with_their_case_the_last_one_first() {
    let mut house = restricted_house();
    for (minute, place) in ["referral", "decision:1", "triage:2"].iter().enumerate() {
        house.now += TimeDelta::minutes(i64::try_from(minute).unwrap());
        house
            .as_user("worker", |desk| {
                crate::casework::drafts::keep(desk, place, "{}")
            })
            .unwrap();
    }
    let all = house.as_user("worker", |desk| unfinished(desk)).unwrap();
    let told: Vec<(&str, Option<&str>)> = all
        .iter()
        .map(|one| {
            let case = one.case.as_ref().map(|case| case.reference.as_str());
            (one.place.as_str(), case)
        })
        .collect();
    assert_eq!(
        told,
        [
            ("triage:2", None),
            ("decision:1", Some("NPT-26-041")),
            ("referral", None)
        ]
    );
    assert!(
        house
            .as_user("duty", |desk| unfinished(desk))
            .unwrap()
            .is_empty()
    );
}
