//! Reads entries back, newest first, a page at a time by number, so that a chain of millions
//! costs no more to look into than a short one.

use rusqlite::{Connection, Row, params};

use crate::store::StoreError;

/// An entry as it stands in the store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    pub seq: i64,
    /// The instant in UTC, ISO 8601 with milliseconds, as it was hashed.
    pub at: String,
    pub user_id: Option<i64>,
    pub user_name: String,
    pub action: String,
    pub case_id: Option<i64>,
    pub subject: String,
    /// JSON.
    pub detail: String,
}

/// Up to `limit` entries with a number below `before` (none: from the newest), of one case or of
/// all.
///
/// # Errors
/// When the entries cannot be read.
pub fn entries_before(
    connection: &Connection,
    case_id: Option<i64>,
    before: Option<i64>,
    limit: u32,
) -> Result<Vec<Stored>, StoreError> {
    // Two statements, for one with "or is null" would not use the index of cases.
    let of_case = "SELECT seq, at, user_id, user_name, action, case_id, subject, detail
        FROM audit WHERE seq < ?1 AND case_id = ?3 ORDER BY seq DESC LIMIT ?2";
    let of_all = "SELECT seq, at, user_id, user_name, action, case_id, subject, detail
        FROM audit WHERE seq < ?1 ORDER BY seq DESC LIMIT ?2";
    let before = before.unwrap_or(i64::MAX);
    let entries = match case_id {
        Some(case_id) => connection
            .prepare_cached(of_case)?
            .query_map(params![before, limit, case_id], stored)?
            .collect::<rusqlite::Result<_>>()?,
        None => connection
            .prepare_cached(of_all)?
            .query_map(params![before, limit], stored)?
            .collect::<rusqlite::Result<_>>()?,
    };
    Ok(entries)
}

fn stored(row: &Row<'_>) -> rusqlite::Result<Stored> {
    Ok(Stored {
        seq: row.get(0)?,
        at: row.get(1)?,
        user_id: row.get(2)?,
        user_name: row.get(3)?,
        action: row.get(4)?,
        case_id: row.get(5)?,
        subject: row.get(6)?,
        detail: row.get(7)?,
    })
}
