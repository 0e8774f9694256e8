//! One way of tampering, one named test. The forger holds the key and drops the triggers.
//! Long, because each has its name.

use chrono::{TimeZone, Utc};
use rusqlite::Connection;

use super::*;
use crate::store::testing::connection_in_memory;

fn entry(number: i64) -> (String, DateTime<Utc>) {
    let at = Utc.with_ymd_and_hms(2018, 3, 1, 9, 0, 0).unwrap() + chrono::Duration::seconds(number);
    (format!("2018-{number:04}"), at)
}

fn append_numbered(connection: &Connection, number: i64) -> Head {
    let (subject, at) = entry(number);
    let entry = Entry {
        at,
        user_id: Some(2),
        user_name: "worker",
        action: "case.viewed",
        case_id: Some(number),
        subject: &subject,
        detail: "{}",
    };
    append(connection, &entry).unwrap()
}

/// A chain of `entries`, and the head after each.
fn chain(entries: i64) -> (Connection, Vec<Head>) {
    let connection = connection_in_memory().unwrap();
    let heads = (1..=entries)
        .map(|number| append_numbered(&connection, number))
        .collect();
    (connection, heads)
}

/// Does what the triggers forbid.
fn tamper(connection: &Connection, sql: &str) {
    connection
        .execute_batch(
            "DROP TRIGGER IF EXISTS audit_never_updated;
             DROP TRIGGER IF EXISTS audit_never_deleted;
             DROP TRIGGER IF EXISTS audit_never_replaced;",
        )
        .unwrap();
    connection.execute_batch(sql).unwrap();
}

#[track_caller]
fn check(connection: &Connection, verdict: &Verdict) {
    assert_eq!(verify(connection, None).unwrap(), *verdict);
}

#[test]
fn chain_untouched_is_whole() {
    let (connection, heads) = chain(5);
    check(&connection, &Verdict::Whole { head: heads[4] });
    for head in &heads {
        let verdict = verify(&connection, Some(&head.mark())).unwrap();
        assert!(verdict.is_whole(), "{verdict:?}");
    }
}

#[test]
fn chain_without_entries_is_whole() {
    let (connection, _) = chain(0);
    check(&connection, &Verdict::Whole { head: Head::START });
    let mark = Head::START.mark();
    assert!(verify(&connection, Some(&mark)).unwrap().is_whole());
}

#[test]
fn entry_altered_in_any_field_is_found() {
    for change in [
        "at = '2018-03-01T09:00:09.000Z'",
        "at = '2018-03-01T09:00:03Z'",
        "at = 'yesterday'",
        "user_id = 3",
        "user_id = NULL",
        "user_name = 'chair'",
        "action = 'case.changed'",
        "case_id = NULL",
        "case_id = 4",
        "subject = ''",
        "detail = '{\"a\":1}'",
        "hash = zeroblob(32)",
        "user_name = 'workercase', action = '.viewed'",
    ] {
        let (connection, _) = chain(5);
        tamper(
            &connection,
            &format!("UPDATE audit SET {change} WHERE seq = 3"),
        );
        let found = verify(&connection, None).unwrap();
        let expected = Verdict::Altered {
            seq: 3,
            how: Alteration::Content,
        };
        assert_eq!(found, expected, "{change}");
    }
}

#[test]
fn entry_rehashed_by_the_forger_breaks_the_link_after_it() {
    let (connection, heads) = chain(5);
    let (subject, at) = entry(3);
    let forged = Entry {
        at,
        user_id: Some(2),
        user_name: "chair",
        action: "case.viewed",
        case_id: Some(3),
        subject: &subject,
        detail: "{}",
    };
    let hash = entry_hash(3, &instant_text(&at), &forged, &heads[1].hash);
    let hash = hex::encode(&hash);
    tamper(
        &connection,
        &format!("UPDATE audit SET user_name = 'chair', hash = x'{hash}' WHERE seq = 3"),
    );
    check(
        &connection,
        &Verdict::Altered {
            seq: 4,
            how: Alteration::Link,
        },
    );
}

#[test]
fn entry_taken_out_of_the_middle_is_missing() {
    let (connection, _) = chain(5);
    tamper(&connection, "DELETE FROM audit WHERE seq = 2");
    check(
        &connection,
        &Verdict::Altered {
            seq: 2,
            how: Alteration::Missing,
        },
    );
}

#[test]
fn first_entry_taken_out_is_missing() {
    let (connection, _) = chain(5);
    tamper(&connection, "DELETE FROM audit WHERE seq = 1");
    check(
        &connection,
        &Verdict::Altered {
            seq: 1,
            how: Alteration::Missing,
        },
    );
}

#[test]
fn entries_swapped_are_found() {
    let (connection, _) = chain(5);
    tamper(
        &connection,
        "UPDATE audit SET seq = 99 WHERE seq = 2;
         UPDATE audit SET seq = 2 WHERE seq = 3;
         UPDATE audit SET seq = 3 WHERE seq = 99;",
    );
    check(
        &connection,
        &Verdict::Altered {
            seq: 2,
            how: Alteration::Content,
        },
    );
}

#[test]
fn entries_cut_off_the_end_are_told() {
    let (connection, _) = chain(5);
    tamper(&connection, "DELETE FROM audit WHERE seq > 3");
    check(
        &connection,
        &Verdict::CutOff {
            end: 3,
            expected: 5,
        },
    );
}

#[test]
fn every_entry_cut_off_is_told() {
    let (connection, _) = chain(5);
    tamper(&connection, "DELETE FROM audit");
    check(
        &connection,
        &Verdict::CutOff {
            end: 0,
            expected: 5,
        },
    );
}

#[test]
fn entries_after_the_end_are_told() {
    let (connection, _) = chain(3);
    tamper(
        &connection,
        "INSERT INTO audit SELECT seq + 3, at, user_id, user_name, action, case_id, subject,
            detail, prev, hash FROM audit WHERE seq < 3",
    );
    check(&connection, &Verdict::Added { end: 3, extra: 2 });
}

#[test]
fn entries_after_the_end_that_fit_the_chain_are_told_too() {
    let (connection, heads) = chain(3);
    append_numbered(&connection, 4);
    let note = format!("3:{}", hex::encode(&heads[2].hash));
    tamper(
        &connection,
        &format!("UPDATE meta SET value = '{note}' WHERE key = 'audit-head'"),
    );
    check(&connection, &Verdict::Added { end: 3, extra: 1 });
}

#[test]
fn chain_rewritten_in_the_entries_only_is_told_by_the_noted_head() {
    let (connection, heads) = chain(5);
    let note = format!("5:{}", hex::encode(&heads[4].hash));
    tamper(
        &connection,
        &format!(
            "DELETE FROM audit;
             UPDATE meta SET value = '0:{:064}' WHERE key = 'audit-head'",
            0
        ),
    );
    for number in [1, 2, 3, 4, 9] {
        append_numbered(&connection, number);
    }
    tamper(
        &connection,
        &format!("UPDATE meta SET value = '{note}' WHERE key = 'audit-head'"),
    );
    check(&connection, &Verdict::Rewritten { seq: 5 });
}

/// A whole new chain, as one who holds the key can write it.
fn rewritten(entries: i64) -> Connection {
    let connection = connection_in_memory().unwrap();
    for number in 1..=entries {
        append_numbered(&connection, number + 100);
    }
    connection
}

#[test]
fn chain_rewritten_whole_is_told_only_by_a_head_from_outside() {
    let (_, heads) = chain(5);
    let forged = rewritten(5);
    assert!(verify(&forged, None).unwrap().is_whole());
    for (seq, head) in (1..).zip(&heads) {
        let verdict = verify(&forged, Some(&head.mark())).unwrap();
        assert_eq!(verdict, Verdict::Rewritten { seq });
    }
}

#[test]
fn chain_cut_off_with_its_noted_head_is_told_by_a_head_from_outside() {
    let (_, heads) = chain(5);
    let (shorter, _) = chain(3);
    let verdict = verify(&shorter, Some(&heads[4].mark())).unwrap();
    assert_eq!(
        verdict,
        Verdict::CutOff {
            end: 3,
            expected: 5
        }
    );
}

#[test]
fn work_after_a_cut_goes_on_and_leaves_the_gap_in_sight() {
    let (connection, _) = chain(5);
    tamper(&connection, "DELETE FROM audit WHERE seq = 5");
    let head = append_numbered(&connection, 6);
    assert_eq!(head.seq, 6);
    check(
        &connection,
        &Verdict::Altered {
            seq: 5,
            how: Alteration::Missing,
        },
    );
}

#[test]
fn work_after_added_entries_goes_on_and_leaves_them_in_sight() {
    let (connection, _) = chain(2);
    tamper(
        &connection,
        "INSERT INTO audit SELECT 3, at, user_id, user_name, action, case_id, subject, detail,
            prev, hash FROM audit WHERE seq = 2",
    );
    assert_eq!(append_numbered(&connection, 4).seq, 4);
    check(
        &connection,
        &Verdict::Altered {
            seq: 3,
            how: Alteration::Content,
        },
    );
}

#[test]
fn noted_head_gone_is_damage_and_stops_new_entries() {
    let (connection, _) = chain(2);
    connection
        .execute("DELETE FROM meta WHERE key = 'audit-head'", [])
        .unwrap();
    assert!(matches!(
        verify(&connection, None),
        Err(StoreError::Damaged(_))
    ));
}

#[test]
fn entries_cannot_be_changed_deleted_or_replaced_by_the_program() {
    let (connection, heads) = chain(3);
    for sql in [
        "UPDATE audit SET subject = 'x' WHERE seq = 1",
        "DELETE FROM audit WHERE seq = 3",
        "INSERT OR REPLACE INTO audit SELECT seq, at, user_id, 'x', action, case_id, subject,
            detail, prev, hash FROM audit WHERE seq = 2",
    ] {
        let refused = connection.execute(sql, []);
        let error = StoreError::from(refused.unwrap_err());
        assert!(matches!(error, StoreError::Constraint(_)), "{sql}: {error}");
    }
    check(&connection, &Verdict::Whole { head: heads[2] });
}

#[test]
fn missing_value_and_zero_have_different_hashes() {
    let (subject, at) = entry(1);
    let mut one = Entry {
        at,
        user_id: Some(0),
        user_name: "",
        action: "x",
        case_id: None,
        subject: &subject,
        detail: "{}",
    };
    let text = instant_text(&at);
    let with_zero = entry_hash(1, &text, &one, &[0; 32]);
    one.user_id = None;
    assert_ne!(entry_hash(1, &text, &one, &[0; 32]), with_zero);
    one.case_id = Some(0);
    assert_ne!(entry_hash(1, &text, &one, &[0; 32]), with_zero);
}

#[test]
fn head_is_printed_short_and_read_back() {
    let mut head = Head {
        seq: 1234,
        hash: [0; 32],
    };
    head.hash[0] = 0x9f;
    head.hash[9] = 0x0a;
    assert_eq!(head.to_string(), "1234:9f00000000000000000a");
    let mark: HeadMark = " 1234:9F00000000000000000A \n".parse().unwrap();
    assert!(mark.is_of(&head));
    head.hash[31] = 1;
    assert!(mark.is_of(&head), "only the beginning is printed");
    for text in [
        "",
        "1234",
        "1234:9f",
        "x:9f00000000000000000a",
        "1:9g00000000000000000a",
        "-1:9f00000000000000000a",
    ] {
        assert_eq!(text.parse::<HeadMark>(), Err(NotAHead), "{text}");
    }
}

#[test]
fn heads_of_known_entries_never_change() {
    // The encoding is a contract: heads are on paper. Worked out by hand with another program.
    let (_, heads) = chain(2);
    assert_eq!(heads[0].to_string(), "1:dc7faa6d0f27348d0932");
    assert_eq!(heads[1].to_string(), "2:363f75cd5c93337c95f7");
}

#[test]
fn entries_are_read_newest_first_by_pages_and_by_case() {
    let (connection, _) = chain(5);
    append_numbered(&connection, 2);
    let numbers = |case_id, before, limit| -> Vec<i64> {
        let entries = entries_before(&connection, case_id, before, limit).unwrap();
        entries.iter().map(|entry| entry.seq).collect()
    };
    assert_eq!(numbers(None, None, 2), [6, 5]);
    assert_eq!(numbers(None, Some(5), 3), [4, 3, 2]);
    assert_eq!(numbers(None, Some(1), 3), [] as [i64; 0]);
    assert_eq!(numbers(Some(2), None, 9), [6, 2]);
    assert_eq!(numbers(Some(2), Some(6), 9), [2]);
}

#[test]
fn chain_is_verified_within_a_transaction_too() {
    let (connection, heads) = chain(2);
    let transaction = connection.unchecked_transaction().unwrap();
    check(&transaction, &Verdict::Whole { head: heads[1] });
}
