//! Steps are whole or not at all, in order, and never edited once released.

use rusqlite::Connection;

use super::*;

/// Checksums of the steps that people's stores have run. A line is added when a step is
/// released and is never changed: to change the tables, add a step.
const RELEASED: &[(u32, &str)] = &[
    (
        1,
        "2bf74d756b6a733c6aed5215f3ca5ebb2365ba3a7f8de0fdf55212db48c5ffee",
    ),
    (
        2,
        "bef4d86b945594495a90c56c3c72cedc38de20ec407a520ebceef4414e2d9b73",
    ),
    (
        3,
        "42b66bab1ba73077ce9640de4f49f0fa4c47b712dbe3721f8992eb37f5c1bcc3",
    ),
    (
        4,
        "995f2bfdb2b0ca1550196ca04d8365c433fd00e6531d6cdb827ac26e57b29bb8",
    ),
    (
        5,
        "1f7c84c255733e62865d04f05fa3b67e52be8e72c84a44017b211791f53ed85d",
    ),
    (
        6,
        "06f9f310f244e58bde6f93e9e289624b9871726303fc3c213ddaa3bf50727a4d",
    ),
    (
        7,
        "03cdad253392d2f13115e44112031bd4867d8bfc52d6b97c77999bdbd44292b9",
    ),
];

const FIRST: (u32, &str, &str) = (
    1,
    "first",
    "CREATE TABLE a (id INTEGER PRIMARY KEY) STRICT;",
);
const SECOND: (u32, &str, &str) = (
    2,
    "second",
    "CREATE TABLE b (id INTEGER PRIMARY KEY, a INTEGER REFERENCES a) STRICT;",
);

fn empty() -> Connection {
    Connection::open_in_memory().unwrap()
}

/// Everything that decides how a store behaves, in order of name.
fn schema(connection: &Connection) -> Vec<(String, String, Option<String>)> {
    connection
        .prepare("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name")
        .unwrap()
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .unwrap()
        .collect::<rusqlite::Result<_>>()
        .unwrap()
}

#[test]
fn steps_are_numbered_from_one_without_gaps_and_bear_their_file_names() {
    for (index, (number, name, _)) in MIGRATIONS.iter().enumerate() {
        assert_eq!(*number, u32::try_from(index).unwrap() + 1);
        let file = format!(
            "{}/src/store/migrations/{number:04}_{name}.sql",
            env!("CARGO_MANIFEST_DIR")
        );
        assert!(std::path::Path::new(&file).exists(), "{file}");
    }
}

#[test]
fn released_steps_are_as_they_were() {
    for (number, was) in RELEASED {
        let (_, name, sql) = MIGRATIONS.iter().find(|(step, ..)| step == number).unwrap();
        assert_eq!(
            checksum(sql),
            *was,
            "step {number} {name} was edited after its release"
        );
    }
}

#[test]
fn empty_store_is_brought_to_the_latest_version() {
    let mut connection = empty();
    migrate(&mut connection).unwrap();
    assert_eq!(version(&connection).unwrap(), latest());
    assert_eq!(edited_since_run(&connection).unwrap(), [] as [u32; 0]);
}

#[test]
fn store_upgraded_from_any_version_is_as_a_fresh_one() {
    let mut fresh = empty();
    migrate(&mut fresh).unwrap();
    for steps in 1..MIGRATIONS.len() {
        let mut old = empty();
        migrate_with(&mut old, &MIGRATIONS[..steps]).unwrap();
        migrate(&mut old).unwrap();
        assert_eq!(schema(&old), schema(&fresh), "from version {steps}");
    }
    let mut twice = fresh;
    let before = schema(&twice);
    migrate(&mut twice).unwrap();
    assert_eq!(schema(&twice), before);
}

/// Tables of which the program deletes rows. A row that goes is looked for in all that could name
/// it; a table without an index for that is read through, and grows for ever.
const DELETED_FROM: &[&str] = &[
    "case_alias",
    "draft",
    "plan",
    "plan_action",
    "plan_goal",
    "relation",
];

#[test]
fn row_that_may_be_deleted_is_found_by_index_wherever_it_is_named() {
    let mut connection = empty();
    migrate(&mut connection).unwrap();
    let tables: Vec<String> = connection
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<rusqlite::Result<_>>()
        .unwrap();
    let mut found = 0;
    for child in tables {
        let named: Vec<(String, String)> = connection
            .prepare("SELECT \"table\", \"from\" FROM pragma_foreign_key_list(?1)")
            .unwrap()
            .query_map([&child], |row| Ok((row.get(0)?, row.get(1)?)))
            .unwrap()
            .collect::<rusqlite::Result<_>>()
            .unwrap();
        for (parent, column) in named {
            if !DELETED_FROM.contains(&parent.as_str()) {
                continue;
            }
            let steps: String = connection
                .prepare(&format!(
                    "EXPLAIN QUERY PLAN SELECT 1 FROM {child} WHERE {column} = ?1"
                ))
                .unwrap()
                .query_row([1], |row| row.get(3))
                .unwrap();
            assert!(steps.starts_with("SEARCH"), "{child}.{column}: {steps}");
            found += 1;
        }
    }
    assert!(found >= 5, "{found}");
}

#[test]
fn store_of_a_newer_program_is_refused_untouched() {
    let mut connection = empty();
    migrate_with(&mut connection, &[FIRST, SECOND]).unwrap();
    let before = schema(&connection);
    let refused = migrate_with(&mut connection, &[FIRST]);
    assert!(matches!(
        refused,
        Err(MigrationError::Newer { found: 2, known: 1 })
    ));
    assert_eq!(schema(&connection), before);
}

#[test]
fn step_that_fails_leaves_nothing_of_itself() {
    let mut connection = empty();
    migrate_with(&mut connection, &[FIRST]).unwrap();
    let before = schema(&connection);
    let half = (
        2,
        "half",
        "CREATE TABLE c (id INTEGER) STRICT; CREATE TABLE a (id INTEGER);",
    );
    let failed = migrate_with(&mut connection, &[FIRST, half]);
    assert!(matches!(
        failed,
        Err(MigrationError::Failed { number: 2, .. })
    ));
    assert_eq!(schema(&connection), before);
    assert_eq!(version(&connection).unwrap(), 1);
    migrate_with(&mut connection, &[FIRST, SECOND]).unwrap();
}

#[test]
fn step_that_orphans_a_row_is_undone() {
    let mut connection = empty();
    migrate_with(&mut connection, &[FIRST, SECOND]).unwrap();
    connection
        .execute_batch("INSERT INTO a (id) VALUES (1); INSERT INTO b (id, a) VALUES (1, 1)")
        .unwrap();
    let rebuilding = "CREATE TABLE other (id INTEGER PRIMARY KEY) STRICT;
        DROP TABLE a; ALTER TABLE other RENAME TO a;";
    for sql in ["DELETE FROM a;", rebuilding] {
        let orphaning = (3, "orphaning", sql);
        let failed = migrate_with(&mut connection, &[FIRST, SECOND, orphaning]);
        assert!(
            matches!(failed, Err(MigrationError::Failed { number: 3, .. })),
            "{sql}"
        );
    }
    let rows: i64 = connection
        .query_row("SELECT count(*) FROM a", [], |row| row.get(0))
        .unwrap();
    assert_eq!(rows, 1);
    let enforced: i64 = connection
        .query_row("PRAGMA foreign_keys", [], |row| row.get(0))
        .unwrap();
    assert_eq!(enforced, 1);
}

#[test]
fn step_edited_after_it_was_run_is_named() {
    let mut connection = empty();
    migrate(&mut connection).unwrap();
    connection
        .execute("UPDATE migration SET sha256 = 'else' WHERE number = 1", [])
        .unwrap();
    assert_eq!(edited_since_run(&connection).unwrap(), [1]);
}

/// A case with a completed assessment and a decision.
fn fill(connection: &Connection) {
    connection
        .execute_batch(
            "INSERT INTO user_account (id, user_name, display_name, role)
             VALUES (1, 'worker', 'Worker', 'social-worker');
             INSERT INTO case_record (id, uid, reference, given_name, family_name, name_key,
                living, language, stage, opened_on, last_event_at)
             VALUES (1, 'u', 'NPT-18-001', 'Example', 'Example', 'example example',
                'at-home', 'cy', 'referred', '2018-03-01', '2018-03-01T09:00:00.000Z');
             INSERT INTO form_version (id, form_id, hash, text) VALUES (1, 'f', 'h', 't');
             INSERT INTO assessment (id, case_id, status, form_version, assessed_on, answers,
                evidence, begun_by, begun_at, saved_by, saved_at, score, category, at_risk,
                completed_by, completed_at)
             VALUES (1, 1, 'completed', 1, '2018-03-01', '{}', '{}', 1, '2018-03-01T09:00:00Z',
                1, '2018-03-01T09:00:00Z', 16, 4, 1, 1, '2018-03-01T09:00:00Z');
             INSERT INTO decision (id, case_id, decided_at, decided_by, outcome, against_score,
                reason) VALUES (1, 1, '2018-03-01T09:00:00Z', 1, 'meeting', 0, 'because');",
        )
        .unwrap();
}

#[test]
fn records_completed_are_neither_changed_nor_deleted_nor_replaced() {
    let mut connection = empty();
    migrate(&mut connection).unwrap();
    fill(&connection);
    for change in [
        "UPDATE assessment SET score = 1",
        "UPDATE assessment SET about = '{\"ethnicity\":\"x\"}'",
        "DELETE FROM assessment",
        "REPLACE INTO assessment SELECT * FROM assessment",
        "UPDATE form_version SET text = 'other'",
        "DELETE FROM form_version",
        "REPLACE INTO form_version SELECT * FROM form_version",
        "UPDATE decision SET reason = 'other'",
        "DELETE FROM decision",
        "REPLACE INTO decision SELECT * FROM decision",
    ] {
        assert!(connection.execute(change, []).is_err(), "{change}");
    }
}

#[test]
fn assessment_made_before_there_was_a_header_has_an_empty_one_and_stays_locked() {
    let mut connection = empty();
    migrate_with(&mut connection, &MIGRATIONS[..6]).unwrap();
    fill(&connection);
    migrate(&mut connection).unwrap();
    let about: String = connection
        .query_row("SELECT about FROM assessment", [], |row| row.get(0))
        .unwrap();
    assert_eq!(about, "{}");
    let change = "UPDATE assessment SET about = '{\"ethnicity\":\"x\"}'";
    assert!(connection.execute(change, []).is_err());
    let not_json = "INSERT INTO assessment (case_id, status, form_version, assessed_on, answers,
         evidence, begun_by, begun_at, saved_by, saved_at, about)
         SELECT case_id, 'draft', form_version, assessed_on, answers, evidence, begun_by, begun_at,
         saved_by, saved_at, ?1 FROM assessment";
    assert!(connection.execute(not_json, ["words"]).is_err());
    assert_eq!(connection.execute(not_json, ["{}"]), Ok(1));
}
