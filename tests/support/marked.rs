//! A store of the demo in which a marked word stands in every column of professionals.
//!
//! The schema is asked, not a list alone: a column that nobody has thought about fails, and so does
//! a row that was left without its mark. Use with `in_part1.rs` and `stores.rs` beside it:
//! `#[path = "support/marked.rs"] mod marked;`.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use diogel::casework::runner;
use diogel::domain::meeting::MeetingId;
use diogel::domain::runner::{ItemSection, NewItem};
use diogel::domain::sharing::Confidential;
use diogel::store::Store;
use diogel::store::confidential::{FAMILY, NO_WORDS, PROFESSIONALS};
use rusqlite::Connection;
use tempfile::TempDir;

use crate::in_part1::begin_with_one_present;
use crate::stores::{as_user, demo_in, folder_in_memory, now, opened_as};

/// No text of the program and no name of the demo has it in it.
pub const MARK: &str = "ZQXJK";
/// Stands in the dates of professionals, which take no word.
pub const MARKED_YEAR: &str = "1907";
/// Shown on the family's screen, so that it is seen that the search looks at the right thing.
pub const FOR_FAMILY: &str = "RHANNWYD";

/// Which column's mark a text holds, if any.
pub fn leak_in(text: &str) -> Option<String> {
    if let Some(at) = text.find(MARK) {
        let number: String = text[at + MARK.len()..]
            .chars()
            .take_while(char::is_ascii_digit)
            .collect();
        let column = number
            .parse::<usize>()
            .ok()
            .and_then(|number| PROFESSIONALS.get(number));
        return Some(match column {
            Some((table, column)) => format!("{table}.{column}"),
            None => "a marked word".to_owned(),
        });
    }
    text.contains(MARKED_YEAR)
        .then(|| "a marked date".to_owned())
}

pub fn demo() -> (TempDir, PathBuf) {
    let folder = folder_in_memory();
    let path = demo_in(folder.path(), 38, 60, now());
    (folder, path)
}

pub fn opened(path: &Path) -> Store {
    opened_as(path, "chair")
}

/// A meeting of the demo with both parts, begun, with one thing shared and two kept back.
pub fn meeting_in_part1(store: &mut Store) -> MeetingId {
    let id: i64 = store
        .connection()
        .query_row(
            "SELECT m.id FROM meeting m JOIN case_record c ON c.id = m.case_id
             WHERE m.status = 'planned' AND m.part2_start IS NOT NULL AND c.restricted = 0
               AND (SELECT count(*) FROM meeting_person p
                    WHERE p.meeting_id = m.id AND p.part2 = 1 AND p.removed_at IS NULL
                      AND p.kind IN ('young-person', 'family')) > 0
             ORDER BY m.id DESC LIMIT 1",
            [],
            |row| row.get(0),
        )
        .unwrap();
    let id = MeetingId(id);
    as_user(store, "chair", now(), |desk| {
        begin_with_one_present(desk, id);
        for section in [
            ItemSection::WiderRisks,
            ItemSection::Support,
            ItemSection::Other,
        ] {
            let item = NewItem {
                section,
                change: None,
                agency: String::new(),
                words: Confidential::new("said among professionals"),
            };
            runner::add_item(desk, id, &item).unwrap();
        }
        let first = runner::open(desk, id).unwrap().items[0].id;
        runner::share_with_family(desk, first, FOR_FAMILY).unwrap();
    });
    id
}

/// Rows for tables that a demo leaves empty, so that each column has something to be marked.
pub fn fill_what_is_empty(connection: &Connection, meeting: MeetingId) {
    connection
        .execute_batch(&format!(
            "INSERT OR IGNORE INTO preparation (meeting_person, told_by)
                 SELECT id, 'x' FROM meeting_person WHERE meeting_id = {id};
             INSERT INTO not_shared (meeting_id, what, reason, agreed_by, noted_by, noted_at)
                 VALUES ({id}, 'x', 'x', 'x', 1, '2026-11-23T10:00:00Z');
             INSERT OR IGNORE INTO agency_report (meeting_id, agency_id, received_on, note)
                 VALUES ({id}, 'camhs', '2026-11-20', 'x');
             INSERT OR IGNORE INTO invitation (meeting_person, uid, answer_note)
                 SELECT id, 'uid-' || id, 'x' FROM meeting_person WHERE meeting_id = {id};
             INSERT OR IGNORE INTO draft (user_id, place, saved_at, content)
                 VALUES (1, 'x', '2026-11-23T10:00:00Z', '{{}}');
             INSERT INTO unavailability (user_id, name, name_key, from_on, to_on)
                 VALUES (1, 'x', 'x', '2026-11-20', '2026-11-20');
             INSERT INTO protocol_decision (case_id, meeting_id, decision, reason, dissent,
                     decided_by, decided_at)
                 SELECT case_id, id, 'stay', 'x', 'x', 1, '2026-11-23T10:00:00Z'
                 FROM meeting WHERE id = {id};
             INSERT INTO minutes (meeting_id, kind, language, words)
                 VALUES ({id}, 'full', 'en', 'x');
             INSERT INTO minutes_correction (minutes_id, asked_by, asked_on, words, noted_by)
                 SELECT id, 'x', '2026-11-20', 'x', 1 FROM minutes LIMIT 1;
             INSERT INTO minutes_sent (minutes_id, whom, sent_on, how, noted_by)
                 SELECT id, 'x', '2026-11-20', 'x', 1 FROM minutes LIMIT 1;",
            id = meeting.0
        ))
        .unwrap();
    // An action against those who cause the harm, in the plan that the family sees: all of it is
    // the professionals'.
    connection
        .execute(
            "INSERT INTO plan (case_id, meeting_id, number, status)
             SELECT case_id, id, 900, 'draft' FROM meeting WHERE id = ?1
               AND NOT EXISTS (SELECT 1 FROM plan p WHERE p.case_id = meeting.case_id
                   AND p.status = 'draft')",
            [meeting.0],
        )
        .unwrap();
    connection
        .execute(
            "INSERT INTO plan_action (plan_id, against_harm, what, who, how_we_know, place)
             SELECT p.id, 1, ?2, ?2, ?2, 900 FROM plan p JOIN meeting m ON m.case_id = p.case_id
             WHERE m.id = ?1 AND p.status = 'draft'",
            rusqlite::params![meeting.0, MARK],
        )
        .unwrap();
    connection
        .execute_batch(
            "INSERT INTO action_progress (action_id, noted_on, words, status, noted_by)
             SELECT id, '2026-11-20', 'x', 'open', 1 FROM plan_action WHERE against_harm = 1;
             INSERT INTO panel_issue (kind, what, place, raised_at, raised_by)
             VALUES ('place', 'x', 'x', '2026-11-20T09:00:00.000Z', 1);
             INSERT INTO panel_note (issue_id, noted_at, noted_by, words, status)
             SELECT id, '2026-11-20T09:00:00.000Z', 1, 'x', 'live' FROM panel_issue",
        )
        .unwrap();
}

/// Every column of the schema that can hold words stands in one of the three lists: one that is new
/// is thought about, or every test with a marked store fails.
fn ask_the_schema(connection: &Connection) {
    let mut query = connection
        .prepare(
            "SELECT m.name, c.name FROM sqlite_schema m, pragma_table_info(m.name) c
             WHERE m.type = 'table' AND c.type NOT IN ('INTEGER', 'REAL')
               -- The search's own index, over columns that are marked where they stand.
               AND m.name NOT LIKE 'sqlite%' AND m.name NOT LIKE 'case_search%'
               AND m.name <> 'migration'
               -- Sums of the audit's chain.
               AND NOT (m.name = 'audit' AND c.name IN ('prev', 'hash'))",
        )
        .unwrap();
    let columns: BTreeSet<(String, String)> = query
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    let listed: BTreeSet<(String, String)> = [FAMILY, PROFESSIONALS, NO_WORDS]
        .concat()
        .into_iter()
        .map(|(table, column)| (table.to_owned(), column.to_owned()))
        .collect();
    let unlisted: Vec<_> = columns.difference(&listed).collect();
    assert!(unlisted.is_empty(), "say who may see {unlisted:?}");
    assert!(columns.len() > 150, "the schema was not read");
}

/// Marks every column of professionals, in every row of the store, each with its own number. A
/// column that must hold JSON, a date, or something unlike all others gets the mark in that shape;
/// dates are marked by a year.
pub fn mark_everything(connection: &Connection) {
    ask_the_schema(connection);
    let triggers: Vec<String> = connection
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    for trigger in triggers {
        connection
            .execute_batch(&format!("DROP TRIGGER \"{trigger}\""))
            .unwrap();
    }
    connection
        .execute_batch("PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF;")
        .unwrap();
    let mut unmarked = Vec::new();
    for (number, (table, column)) in PROFESSIONALS.iter().enumerate() {
        let mark = format!("{MARK}{number}x");
        let value = match (*table, *column) {
            ("case_record", "date_of_birth") => format!("'{MARKED_YEAR}-03-09'"),
            // The chair comes in by this name.
            ("user_account", "user_name") => {
                format!("CASE WHEN user_name = 'chair' THEN user_name ELSE '{mark}' || id END")
            }
            ("meeting", "part1_agenda") => format!("'[\"{mark}\"]'"),
            ("assessment", "about") => format!("'{{\"ethnicity\":\"{mark}\"}}'"),
            ("event" | "audit", "detail") | ("draft", "content") => {
                format!("'{{\"x\":\"{mark}\"}}'")
            }
            _ => format!("'{mark}' || abs(random() % 1000000)"),
        };
        let sql = format!("UPDATE OR REPLACE {table} SET {column} = {value}");
        let marked = connection
            .execute(&sql, [])
            .unwrap_or_else(|error| panic!("{table}.{column}: {error}"));
        let left_out: i64 = connection
            .query_row(
                &format!(
                    "SELECT count(*) FROM {table} WHERE {column} IS NULL
                         OR (instr({column}, '{mark}') = 0 AND {column} <> 'chair'
                             AND {column} NOT LIKE '{MARKED_YEAR}%')"
                ),
                [],
                |row| row.get(0),
            )
            .unwrap();
        if marked == 0 || left_out > 0 {
            unmarked.push(format!("{table}.{column}"));
        }
    }
    assert_eq!(unmarked, Vec::<String>::new(), "nothing there to be marked");
}

/// A store in Part 2 with the mark everywhere.
pub fn marked() -> (TempDir, PathBuf, MeetingId) {
    let (folder, path) = demo();
    let mut store = opened(&path);
    let meeting = meeting_in_part1(&mut store);
    fill_what_is_empty(store.connection(), meeting);
    as_user(&mut store, "chair", now(), |desk| {
        runner::draw_curtain(desk, meeting).unwrap();
    });
    mark_everything(store.connection());
    (folder, path, meeting)
}
