use rusqlite::Connection;

use super::*;
use crate::domain::case::Stage;
use crate::domain::voice::{Difference, HeardHow, SupportFelt};
use crate::store::testing::{SomeCase, connection_in_memory, insert_case};

fn house() -> (Connection, CaseId) {
    let connection = connection_in_memory().unwrap();
    connection
        .execute_batch(
            "INSERT INTO user_account (id, user_name, display_name, role)
             VALUES (1, 'worker', 'Lowri Ham', 'social-worker')",
        )
        .unwrap();
    let case = SomeCase {
        stage: Stage::OnProtocol,
        ..SomeCase::default()
    };
    let case = insert_case(&connection, &case).unwrap();
    (connection, case)
}

fn heard(on: &str) -> Heard {
    Heard {
        how: HeardHow::ByPhone,
        feeling: Feeling::new(2),
        support: Some(SupportFelt::ABit),
        difference: Some(Difference::TooSoon),
        own_words: Shareable::new("nobody asked me"),
        worry: Shareable::new("the car"),
        strength: Shareable::new("Nan"),
        ..Heard::nothing_yet(on.parse().unwrap(), Speaker::YoungPerson, "Cerys")
    }
}

fn now() -> DateTime<Utc> {
    "2026-11-24T10:00:00Z".parse().unwrap()
}

#[test]
fn voice_written_is_read_back_with_its_answers() {
    let (connection, case) = house();
    let id = insert(&connection, case, &heard("2026-11-20"), 1, now()).unwrap();
    insert(&connection, case, &heard("2026-11-22"), 1, now()).unwrap();
    let what = Shareable::new("changed the taxi");
    insert_answer(&connection, id, &what, "2026-11-23".parse().unwrap(), 1).unwrap();
    let voices = of_case(&connection, case).unwrap();
    assert_eq!(voices.len(), 2);
    assert_eq!(voices[1].heard, heard("2026-11-20"));
    assert_eq!(voices[1].recorded_by, "Lowri Ham");
    assert_eq!(voices[1].answers[0].what, what);
    let last = last_heard(&connection, case, Speaker::YoungPerson).unwrap();
    assert_eq!(last, Some("2026-11-22".parse().unwrap()));
    assert_eq!(
        last_heard(&connection, case, Speaker::Family).unwrap(),
        None
    );
}

#[test]
fn telling_that_nothing_has_happened_is_read_back_as_that() {
    let (connection, case) = house();
    let told_now = |news| NewTold {
        on: "2026-11-20".parse().unwrap(),
        whom: Shareable::new("Mum"),
        how: Confidential::new("phone"),
        news,
    };
    let said = News::Said(Shareable::new("the police called"));
    for news in [News::NothingYet, said.clone()] {
        insert_told(&connection, case, &told_now(news), 1).unwrap();
    }
    let found: Vec<News> = told(&connection, case)
        .unwrap()
        .into_iter()
        .map(|one| one.told.news)
        .collect();
    assert_eq!(found, [said, News::NothingYet]);
}

#[test]
fn what_was_said_answered_and_told_is_never_changed_deleted_or_replaced() {
    let (connection, case) = house();
    let id = insert(&connection, case, &heard("2026-11-20"), 1, now()).unwrap();
    let on = "2026-11-23".parse().unwrap();
    insert_answer(&connection, id, &Shareable::new("x"), on, 1).unwrap();
    let told = NewTold {
        on,
        whom: Shareable::new("Mum"),
        how: Confidential::default(),
        news: News::NothingYet,
    };
    insert_told(&connection, case, &told, 1).unwrap();
    for sql in [
        "UPDATE voice SET own_words = 'x'",
        "UPDATE voice SET feeling = NULL",
        "DELETE FROM voice",
        "INSERT OR REPLACE INTO voice (id, case_id, heard_on, who, name, how, recorded_by,
             recorded_at) VALUES (1, 1, '2026-11-20', 'family', 'x', 'drawing', 1, 'x')",
        "UPDATE voice_answer SET what = 'y'",
        "DELETE FROM voice_answer",
        "UPDATE family_told SET what = 'y'",
        "DELETE FROM family_told",
    ] {
        let refused = connection.execute(sql, []).unwrap_err().to_string();
        assert!(refused.contains("never"), "{sql}: {refused}");
    }
}
