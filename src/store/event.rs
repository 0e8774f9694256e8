//! The chronology's rows: what happened in a case, written with what happened.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, params};
use serde_json::Value;

use super::StoreError;
use super::case_record::instant;
use crate::domain::case::{CaseId, EventKind};

/// Adds an event. `subject` is the row it is about; `detail` a JSON object with what the
/// chronology says of it in words. Also moves the case up in the order of last events.
///
/// # Errors
/// Those of the store.
pub fn append(
    connection: &Connection,
    case: CaseId,
    at: DateTime<Utc>,
    kind: EventKind,
    subject: Option<i64>,
    user_id: Option<i64>,
    detail: &Value,
) -> Result<i64, StoreError> {
    let word: &str = kind.into();
    connection
        .prepare_cached(
            "INSERT INTO event (case_id, at, kind, subject_id, user_id, detail)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![
            case.0,
            instant(at),
            word,
            subject,
            user_id,
            detail.to_string()
        ])?;
    let id = connection.last_insert_rowid();
    connection
        .prepare_cached(
            "UPDATE case_record SET last_event_at = ?1 WHERE id = ?2 AND last_event_at < ?1",
        )?
        .execute(params![instant(at), case.0])?;
    Ok(id)
}
