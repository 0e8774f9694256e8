//! Brings a store's tables from the version they are at to the one this program knows.
//!
//! One numbered SQL file a step, each in one transaction with its version and checksum, so that
//! a step is done or not done. A file is never edited once it has been released: people's stores
//! have run it. A store newer than the program is refused before anything is written.

use rusqlite::{Connection, TransactionBehavior, params};
use sha2::{Digest, Sha256};

use super::hex;

#[cfg(test)]
mod tests;

/// Number, name and SQL of every step, in order from 1 without gaps.
pub const MIGRATIONS: &[(u32, &str, &str)] = &[
    (
        1,
        "meta_and_audit",
        include_str!("migrations/0001_meta_and_audit.sql"),
    ),
    (2, "casework", include_str!("migrations/0002_casework.sql")),
    (
        3,
        "two_part_meeting",
        include_str!("migrations/0003_two_part_meeting.sql"),
    ),
    (
        4,
        "rows_deleted_are_found",
        include_str!("migrations/0004_rows_deleted_are_found.sql"),
    ),
    (
        5,
        "told_again",
        include_str!("migrations/0005_told_again.sql"),
    ),
    (6, "panel", include_str!("migrations/0006_panel.sql")),
    (
        7,
        "seraf_header",
        include_str!("migrations/0007_seraf_header.sql"),
    ),
];

/// Kept by the runner itself, before the first step.
const OWN_TABLE: &str = "
    CREATE TABLE IF NOT EXISTS migration (
        number INTEGER PRIMARY KEY,
        name   TEXT NOT NULL,
        sha256 TEXT NOT NULL
    ) STRICT";

/// Why a store was not brought up to date. It is then at the last step that was whole.
#[derive(Debug)]
pub enum MigrationError {
    /// The store was made by a newer program, at version `found`.
    Newer { found: u32, known: u32 },
    /// Step `number` failed and was undone.
    Failed {
        number: u32,
        source: rusqlite::Error,
    },
    /// The version could not be read.
    Unreadable(rusqlite::Error),
}

/// The version of a store whose every step has been run.
pub fn latest() -> u32 {
    MIGRATIONS.last().map_or(0, |(number, ..)| *number)
}

/// The version a store is at; 0 for an empty one.
///
/// # Errors
/// When the first page of the file cannot be read.
pub fn version(connection: &Connection) -> rusqlite::Result<u32> {
    connection.query_row("PRAGMA user_version", [], |row| row.get(0))
}

/// Runs the steps that a store has not had yet.
///
/// # Errors
/// A newer store is refused, untouched. A step that fails leaves nothing of itself behind.
pub fn migrate(connection: &mut Connection) -> Result<(), MigrationError> {
    migrate_with(connection, MIGRATIONS)
}

/// As [`migrate`], with steps of one's own, for tests of old stores.
pub(super) fn migrate_with(
    connection: &mut Connection,
    steps: &[(u32, &str, &str)],
) -> Result<(), MigrationError> {
    let found = version(connection).map_err(MigrationError::Unreadable)?;
    let known = steps.last().map_or(0, |(number, ..)| *number);
    if found > known {
        return Err(MigrationError::Newer { found, known });
    }
    if found == known {
        return Ok(());
    }
    for (number, name, sql) in steps.iter().filter(|(number, ..)| *number > found) {
        run_step(connection, *number, name, sql).map_err(|source| MigrationError::Failed {
            number: *number,
            source,
        })?;
    }
    Ok(())
}

fn run_step(
    connection: &mut Connection,
    number: u32,
    name: &str,
    sql: &str,
) -> rusqlite::Result<()> {
    if !rebuilds(sql) {
        return run_in_transaction(connection, number, name, sql);
    }
    // It would trip over its own references; they are all checked before the step is kept. The
    // switch does nothing within a transaction.
    connection.execute_batch("PRAGMA foreign_keys = OFF")?;
    let done = run_in_transaction(connection, number, name, sql);
    connection.execute_batch("PRAGMA foreign_keys = ON")?;
    done
}

/// Whether a step takes a table away to put another in its place. Every other step has each of its
/// rows checked as it is written, and need not read the whole store for it.
fn rebuilds(sql: &str) -> bool {
    sql.contains("DROP TABLE")
}

fn run_in_transaction(
    connection: &mut Connection,
    number: u32,
    name: &str,
    sql: &str,
) -> rusqlite::Result<()> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    if version(&transaction)? >= number {
        // Another session of the program has just done it.
        return Ok(());
    }
    transaction.execute_batch(OWN_TABLE)?;
    transaction.execute_batch(sql)?;
    transaction.execute(
        "INSERT INTO migration (number, name, sha256) VALUES (?1, ?2, ?3)",
        params![number, name, checksum(sql)],
    )?;
    let broken: Option<String> = if rebuilds(sql) {
        let mut check = transaction.prepare("PRAGMA foreign_key_check")?;
        let mut rows = check.query([])?;
        match rows.next()? {
            Some(row) => Some(row.get(0)?),
            None => None,
        }
    } else {
        None
    };
    if let Some(table) = broken {
        return Err(rusqlite::Error::SqliteFailure(
            rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_CONSTRAINT_FOREIGNKEY),
            Some(format!(
                "a row of {table} points nowhere after step {number}"
            )),
        ));
    }
    transaction.pragma_update(None, "user_version", number)?;
    transaction.commit()
}

/// The steps whose SQL is no longer what this store has run: a released file was edited.
///
/// # Errors
/// When the table of steps cannot be read.
pub fn edited_since_run(connection: &Connection) -> rusqlite::Result<Vec<u32>> {
    let mut query = connection.prepare("SELECT number, sha256 FROM migration ORDER BY number")?;
    let run: Vec<(u32, String)> = query
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(run
        .into_iter()
        .filter(|(number, was)| {
            MIGRATIONS
                .iter()
                .any(|(step, _, sql)| step == number && checksum(sql) != *was)
        })
        .map(|(number, _)| number)
        .collect())
}

pub(super) fn checksum(sql: &str) -> String {
    hex::encode(&Sha256::digest(sql.as_bytes()))
}
