//! The rows of joins: two records of one person, linked with both kept, and let go again.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::StoreError;
use super::case_record::{by_id, instant, word};
use crate::domain::case::{CaseId, Stage};
use crate::domain::relation::Join;

/// Links `other` to `kept`. `other_stage` is the stage that the join closes the other record from,
/// where it does.
///
/// # Errors
/// [`StoreError::Constraint`] where the other record is joined to one already.
pub fn insert(
    connection: &Connection,
    kept: CaseId,
    other: CaseId,
    at: DateTime<Utc>,
    by: i64,
    reason: &str,
    other_stage: Option<Stage>,
) -> Result<i64, StoreError> {
    let stage: Option<&str> = other_stage.map(Into::into);
    connection
        .prepare_cached(
            "INSERT INTO joined (kept_case, other_case, joined_at, joined_by, reason, other_stage)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![kept.0, other.0, instant(at), by, reason, stage])?;
    Ok(connection.last_insert_rowid())
}

/// Lets the two go again.
///
/// # Errors
/// [`StoreError::Conflict`] where that was done already.
pub fn undo(
    connection: &Connection,
    id: i64,
    at: DateTime<Utc>,
    by: i64,
) -> Result<(), StoreError> {
    let changed = connection
        .prepare_cached(
            "UPDATE joined SET undone_at = ?1, undone_by = ?2 WHERE id = ?3 AND undone_at IS NULL",
        )?
        .execute(params![instant(at), by, id])?;
    if changed == 1 {
        return Ok(());
    }
    Err(StoreError::Conflict { what: "join", id })
}

/// The two ends of a join, and the stage that it closed the other record from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ends {
    pub kept: CaseId,
    pub other: CaseId,
    pub other_stage: Option<Stage>,
}

/// The ends of one join.
///
/// # Errors
/// [`StoreError::NotFound`] where there is none of this id.
pub fn ends(connection: &Connection, id: i64) -> Result<Ends, StoreError> {
    connection
        .prepare_cached("SELECT kept_case, other_case, other_stage FROM joined WHERE id = ?1")?
        .query_row([id], |row| {
            let has_stage = row.get::<_, Option<String>>(2)?.is_some();
            Ok(Ends {
                kept: CaseId(row.get(0)?),
                other: CaseId(row.get(1)?),
                other_stage: has_stage.then(|| word(row, 2)).transpose()?,
            })
        })
        .optional()?
        .ok_or(StoreError::NotFound)
}

/// The record that a case is joined to now.
///
/// # Errors
/// Those of the store.
pub fn kept_of(connection: &Connection, other: CaseId) -> Result<Option<CaseId>, StoreError> {
    Ok(connection
        .prepare_cached("SELECT kept_case FROM joined WHERE other_case = ?1 AND undone_at IS NULL")?
        .query_row([other.0], |row| Ok(CaseId(row.get(0)?)))
        .optional()?)
}

/// Every join of a case, at either end, undone ones too, the latest first.
///
/// # Errors
/// Those of the store.
pub fn of_case(connection: &Connection, case: CaseId) -> Result<Vec<Join>, StoreError> {
    type Found = (
        i64,
        CaseId,
        CaseId,
        DateTime<Utc>,
        String,
        String,
        Option<DateTime<Utc>>,
    );
    let read = |row: &Row<'_>| -> rusqlite::Result<Found> {
        Ok((
            row.get(0)?,
            CaseId(row.get(1)?),
            CaseId(row.get(2)?),
            row.get(3)?,
            row.get(4)?,
            row.get(5)?,
            row.get(6)?,
        ))
    };
    let rows: Vec<Found> = connection
        .prepare_cached(
            "SELECT j.id, j.kept_case, j.other_case, j.joined_at, u.display_name, j.reason,
                j.undone_at
             FROM joined j JOIN user_account u ON u.id = j.joined_by
             WHERE j.kept_case = ?1 OR j.other_case = ?1 ORDER BY j.joined_at DESC, j.id DESC",
        )?
        .query_map([case.0], read)?
        .collect::<Result<_, _>>()?;
    let mut joins = Vec::new();
    for (id, kept, other, at, by, reason, undone_at) in rows {
        joins.push(Join {
            id,
            kept: by_id(connection, kept)?.ok_or(StoreError::NotFound)?,
            other: by_id(connection, other)?.ok_or(StoreError::NotFound)?,
            at,
            by,
            reason,
            undone_at,
        });
    }
    Ok(joins)
}
