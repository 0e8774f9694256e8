//! From what the next meeting of a case is counted, and who of the family is known.

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{Connection, OptionalExtension};

use crate::domain::case::CaseId;
use crate::store::StoreError;

/// The meeting that a case was last held at.
///
/// # Errors
/// Those of the store.
pub fn last_held_on(
    connection: &Connection,
    case: CaseId,
) -> Result<Option<NaiveDate>, StoreError> {
    Ok(connection
        .prepare_cached("SELECT max(held_on) FROM meeting WHERE case_id = ?1 AND status = 'held'")?
        .query_row([case.0], |row| row.get(0))?)
}

/// When it was last decided that a case is heard at a meeting.
///
/// # Errors
/// Those of the store.
pub fn decided_at(
    connection: &Connection,
    case: CaseId,
) -> Result<Option<DateTime<Utc>>, StoreError> {
    Ok(connection
        .prepare_cached(
            "SELECT decided_at FROM decision WHERE case_id = ?1 AND outcome = 'meeting'
             ORDER BY decided_at DESC LIMIT 1",
        )?
        .query_row([case.0], |row| row.get(0))
        .optional()?)
}

/// Since when a case is on the protocol, where it is.
///
/// # Errors
/// Those of the store.
pub fn on_protocol_since(
    connection: &Connection,
    case: CaseId,
) -> Result<Option<NaiveDate>, StoreError> {
    Ok(connection
        .prepare_cached("SELECT from_on FROM protocol_period WHERE case_id = ?1 AND to_on IS NULL")?
        .query_row([case.0], |row| row.get(0))
        .optional()?)
}

/// The people of the family that are known in a case: name, and how they belong to it, as the
/// store words it (`parent-carer`, `household`), with the note beside it.
///
/// # Errors
/// Those of the store.
pub fn family_known(
    connection: &Connection,
    case: CaseId,
) -> Result<Vec<(String, String, String)>, StoreError> {
    let mut rows = connection.prepare_cached(
        "SELECT name, kind, note FROM relation
         WHERE case_id = ?1 AND kind IN ('parent-carer', 'household') AND name <> ''
         ORDER BY kind = 'household', id",
    )?;
    let found = rows
        .query_map([case.0], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
        .collect::<Result<_, _>>()?;
    Ok(found)
}
