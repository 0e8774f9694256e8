//! The rows of the CSE protocol: from which day to which a young person was on it.

use chrono::NaiveDate;
use rusqlite::{Connection, params};

use super::StoreError;
use crate::domain::case::CaseId;

/// Puts a young person on the protocol.
///
/// # Errors
/// [`StoreError::Constraint`] where they are on it already.
pub fn put_on(connection: &Connection, case: CaseId, from: NaiveDate) -> Result<i64, StoreError> {
    connection
        .prepare_cached("INSERT INTO protocol_period (case_id, from_on) VALUES (?1, ?2)")?
        .execute(params![case.0, from])?;
    Ok(connection.last_insert_rowid())
}

/// Takes a young person off it, with the reason.
///
/// # Errors
/// [`StoreError::NotFound`] where they are not on it.
pub fn take_off(
    connection: &Connection,
    case: CaseId,
    to: NaiveDate,
    reason: &str,
) -> Result<(), StoreError> {
    let changed = connection
        .prepare_cached(
            "UPDATE protocol_period SET to_on = ?1, end_reason = ?2, version = version + 1
             WHERE case_id = ?3 AND to_on IS NULL",
        )?
        .execute(params![to, reason, case.0])?;
    if changed == 1 {
        return Ok(());
    }
    Err(StoreError::NotFound)
}
