use chrono::TimeZone;
use rusqlite::Connection;

use super::*;
use crate::domain::assessment::{Harmed, Judgement, View};
use crate::domain::rules::Rules;
use crate::domain::seraf::{Basis as How, Evidence};
use crate::domain::sharing::Confidential;
use crate::store::testing;

fn store() -> (Connection, Rules) {
    let connection = testing::connection_in_memory().unwrap();
    connection
        .execute_batch(
            "INSERT INTO user_account (id, user_name, display_name, role)
             VALUES (1, 'worker', 'Mari Huws', 'social-worker'),
                    (2, 'other', 'Gwyn Rees', 'social-worker');
             INSERT INTO case_record (id, uid, reference, given_name, family_name, name_key,
                living, language, stage, opened_on, last_event_at)
             VALUES (1, 'u', 'NPT-26-001', 'Example', 'Example', 'example example',
                'at-home', 'cy', 'assessing', '2026-03-01', '2026-03-01T09:00:00Z');",
        )
        .unwrap();
    (connection, Rules::embedded().unwrap())
}

fn at(hour: u32) -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 23, hour, 0, 0).unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn full(form: &Form) -> Content {
    let words = |text: &str| Confidential::new(text);
    let mut content = Content::blank(form, day("2026-11-23"));
    let s1 = form.item_at("S1").unwrap();
    let (section, _) = form.item(s1).unwrap();
    content
        .answers
        .tick(s1, section.column_at("current").unwrap());
    content.answers.say_not_known(form.item_at("V6").unwrap());
    content.evidence.add(
        "S1",
        Evidence {
            last_known: Some(day("2026-11-03")),
            source: "school".to_owned(),
            note: "out overnight".to_owned(),
            basis: How::Reported,
        },
    );
    content.judgement = Some(Judgement {
        direction: Direction::Higher,
        reason: words("new phone"),
    });
    content.category_reason = words("one");
    content.harmed = Harmed::NotKnown;
    content.harmed_note = words("two");
    content.protective = words("Nan");
    content.narrative = words("three\nfour");
    content.young_person_view = View {
        words: words("it is fine"),
        said_on: Some(day("2026-11-20")),
    };
    content.family_view = View {
        words: words("worried"),
        said_on: None,
    };
    content.helped_by = words("school nurse");
    content
        .about
        .put("ethnicity", words("Welsh \"and\" Somali"));
    content.about.put("known-since", words("about\n2019"));
    content
}

fn new<'a>(connection: &Connection, content: &'a Content) -> NewAssessment<'a> {
    NewAssessment {
        case: CaseId(1),
        form_version: form_version(connection, content.form()).unwrap(),
        content,
        begun_by: 1,
        begun_at: at(9),
    }
}

fn done(score: u32) -> Completion {
    Completion {
        score,
        category: 1,
        at_risk: false,
        age: Some(14),
        completed_by: 2,
        completed_at: at(12),
    }
}

#[test]
fn draft_written_is_read_back_whole() {
    let (connection, rules) = store();
    let content = full(rules.forms.default_form().unwrap());
    let id = insert_draft(&connection, &new(&connection, &content)).unwrap();
    let read = draft_of(&connection, CaseId(1)).unwrap().unwrap();
    assert_eq!(read.id, id);
    assert_eq!(read.content, content);
    assert_eq!(read.begun.name, "Mari Huws");
    assert!(read.is_draft());
}

#[test]
fn draft_saved_from_an_old_version_is_a_conflict_and_changes_nothing() {
    let (connection, rules) = store();
    let form = rules.forms.default_form().unwrap();
    let mut content = Content::blank(form, day("2026-11-23"));
    let id = insert_draft(&connection, &new(&connection, &content)).unwrap();
    content.protective = Confidential::new("football");
    let about = Confidential::new("none known");
    content.about.put("youth-justice", about);
    assert_eq!(save(&connection, id, 1, &content, 2, at(10)).unwrap(), 2);
    let mine = Content::blank(form, day("2026-11-22"));
    let stale = save(&connection, id, 1, &mine, 1, at(11));
    assert!(matches!(stale, Err(StoreError::Conflict { .. })));
    let kept = by_id(&connection, id).unwrap().unwrap();
    assert_eq!(kept.content, content);
    assert_eq!(
        (kept.saved.name.as_str(), kept.saved.at),
        ("Gwyn Rees", at(10))
    );
}

#[test]
fn second_draft_in_a_case_is_refused() {
    let (connection, rules) = store();
    let content = full(rules.forms.default_form().unwrap());
    insert_draft(&connection, &new(&connection, &content)).unwrap();
    let second = insert_draft(&connection, &new(&connection, &content));
    assert!(matches!(second, Err(StoreError::Constraint(_))));
}

#[test]
fn draft_completed_is_never_saved_or_completed_again() {
    let (connection, rules) = store();
    let content = full(rules.forms.default_form().unwrap());
    let id = insert_draft(&connection, &new(&connection, &content)).unwrap();
    complete(&connection, id, 1, &done(5)).unwrap();
    let read = by_id(&connection, id).unwrap().unwrap();
    let outcome = read.outcome.unwrap();
    assert_eq!(
        (outcome.score, outcome.category, outcome.age),
        (5, 1, Some(14))
    );
    assert_eq!(outcome.completed.name, "Gwyn Rees");
    for version in [1, 2] {
        assert!(save(&connection, id, version, &content, 1, at(13)).is_err());
        assert!(complete(&connection, id, version, &done(6)).is_err());
    }
    assert_eq!(draft_of(&connection, CaseId(1)).unwrap(), None);
}

#[test]
fn completed_come_latest_first_and_up_to_a_day() {
    let (connection, rules) = store();
    let form = rules.forms.default_form().unwrap();
    for (on, score) in [("2026-05-01", 3), ("2026-11-01", 9), ("2026-08-01", 5)] {
        let content = Content::blank(form, day(on));
        insert_completed(&connection, &new(&connection, &content), &done(score)).unwrap();
    }
    let scores = |all: &[Assessment]| -> Vec<u32> {
        all.iter()
            .map(|one| one.outcome.as_ref().unwrap().score)
            .collect()
    };
    let all = completed(&connection, CaseId(1)).unwrap();
    assert_eq!(scores(&all), [9, 5, 3]);
    let up_to = latest(&connection, CaseId(1), Some(day("2026-10-31"))).unwrap();
    assert_eq!(scores(&[up_to.unwrap()]), [5]);
    let (basis, judgement) = basis(&connection, CaseId(1)).unwrap().unwrap();
    assert_eq!((basis.score, judgement), (9, None));
    let forms: i64 = connection
        .query_row("SELECT count(*) FROM form_version", [], |row| row.get(0))
        .unwrap();
    assert_eq!(forms, 1);
}

#[test]
fn header_that_is_not_what_the_program_writes_is_named_as_damaged() {
    let (connection, rules) = store();
    let content = full(rules.forms.default_form().unwrap());
    let id = insert_draft(&connection, &new(&connection, &content)).unwrap();
    connection
        .execute("UPDATE assessment SET about = '[1]'", [])
        .unwrap();
    assert!(matches!(
        by_id(&connection, id),
        Err(StoreError::Damaged(said)) if said == format!("the header of assessment {}", id.0)
    ));
}
