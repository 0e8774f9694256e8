//! The chronology of a case and of the records joined to it, a page at a time, the newest first.
//!
//! Each record's events walk one index, and several walks are read as one; the events themselves
//! stay where they were written, so that a join can be undone.

#[cfg(test)]
mod tests;

use std::cmp::Ordering;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, Row, named_params, params};

use super::StoreError;
use super::case_record::{instant, word};
use super::merge::{merged, page_of};
use crate::domain::case::CaseId;
use crate::domain::case_list::PageFrom;
use crate::domain::chronology::{ChronologyPage, Detail, Happened, HappenedKey};

/// The records that are of one person with this one by joins that stand, this one first.
///
/// # Errors
/// Those of the store.
pub fn records_of_one_person(
    connection: &Connection,
    case: CaseId,
) -> Result<Vec<CaseId>, StoreError> {
    let mut records = vec![case];
    let mut looked_at = 0;
    while let Some(one) = records.get(looked_at).copied() {
        looked_at += 1;
        let mut beside = connection.prepare_cached(
            "SELECT other_case FROM joined WHERE kept_case = ?1 AND undone_at IS NULL
             UNION SELECT kept_case FROM joined WHERE other_case = ?1 AND undone_at IS NULL",
        )?;
        for found in beside.query_map([one.0], |row| row.get(0))? {
            let found = CaseId(found?);
            if !records.contains(&found) {
                records.push(found);
            }
        }
    }
    Ok(records)
}

/// One page of what happened in these records; the first is the one that is looked at.
///
/// # Errors
/// Those of the store.
pub fn page(
    connection: &Connection,
    records: &[CaseId],
    from: &PageFrom<HappenedKey>,
    rows: usize,
) -> Result<ChronologyPage, StoreError> {
    let is_backwards = from.is_backwards();
    let (after, direction) = if is_backwards {
        (">", "ASC")
    } else {
        ("<", "DESC")
    };
    let or_at = if from.holds_key() { "=" } else { "" };
    let beside = match from.key() {
        Some(_) => format!(" AND (e.at, e.id) {after}{or_at} (:at, :event COLLATE BINARY)"),
        None => String::new(),
    };
    let sql = format!(
        "SELECT e.id, e.at, e.kind, e.subject_id, u.display_name, e.case_id, c.reference, e.detail
         FROM event e INDEXED BY event_by_case
         CROSS JOIN case_record c ON c.id = e.case_id
         LEFT JOIN user_account u ON u.id = e.user_id
         WHERE e.case_id = :case{beside}
         ORDER BY e.at {direction}, e.id {direction} LIMIT :rows"
    );
    let most = i64::try_from(rows).unwrap_or(i64::MAX - 1) + 1;
    let mut statements = Vec::with_capacity(records.len());
    for _ in records {
        statements.push(connection.prepare_cached(&sql)?);
    }
    let mut streams = Vec::with_capacity(records.len());
    for (statement, record) in statements.iter_mut().zip(records) {
        streams.push(match from.key() {
            Some(key) => statement.query(named_params! {
                ":case": record.0, ":at": instant(key.at), ":event": key.event, ":rows": most,
            })?,
            None => statement.query(named_params! { ":case": record.0, ":rows": most })?,
        });
    }
    let order = |one: &Happened, other: &Happened| -> Ordering {
        if is_backwards {
            one.key.cmp(&other.key)
        } else {
            other.key.cmp(&one.key)
        }
    };
    let looked_at = records.first().copied();
    let read = |row: &Row<'_>| happened(row, looked_at);
    let found = merged(streams, read, order, rows.saturating_add(1))?;
    let (events, has_more) = page_of(found, rows, is_backwards);
    Ok(ChronologyPage { events, has_more })
}

/// What others did in these records since a moment, the newest first; the first is the one that
/// is looked at.
///
/// # Errors
/// Those of the store.
pub fn news(
    connection: &Connection,
    records: &[CaseId],
    since: DateTime<Utc>,
    but_by: i64,
    most: usize,
) -> Result<Vec<Happened>, StoreError> {
    let mut statements = Vec::with_capacity(records.len());
    for _ in records {
        statements.push(connection.prepare_cached(
            "SELECT e.id, e.at, e.kind, e.subject_id, u.display_name, e.case_id, c.reference,
                 e.detail
             FROM event e INDEXED BY event_by_case
             CROSS JOIN case_record c ON c.id = e.case_id
             LEFT JOIN user_account u ON u.id = e.user_id
             WHERE e.case_id = ?1 AND e.at > ?2 AND e.user_id IS NOT ?3
             ORDER BY e.at DESC, e.id DESC",
        )?);
    }
    let since = instant(since);
    let mut streams = Vec::with_capacity(records.len());
    for (statement, record) in statements.iter_mut().zip(records) {
        streams.push(statement.query(params![record.0, since, but_by])?);
    }
    let looked_at = records.first().copied();
    let read = |row: &Row<'_>| happened(row, looked_at);
    merged(streams, read, |one, other| other.key.cmp(&one.key), most)
}

/// When a person last opened a case.
///
/// # Errors
/// Those of the store.
pub fn last_seen(
    connection: &Connection,
    case: CaseId,
    user_id: i64,
) -> Result<Option<DateTime<Utc>>, StoreError> {
    use rusqlite::OptionalExtension;
    Ok(connection
        .prepare_cached("SELECT at FROM seen WHERE user_id = ?1 AND case_id = ?2")?
        .query_row(params![user_id, case.0], |row| row.get(0))
        .optional()?)
}

/// Writes down that a person has now seen a case.
///
/// # Errors
/// Those of the store.
pub fn mark_seen(
    connection: &Connection,
    case: CaseId,
    user_id: i64,
    at: DateTime<Utc>,
) -> Result<(), StoreError> {
    connection
        .prepare_cached(
            "INSERT INTO seen (user_id, case_id, at) VALUES (?1, ?2, ?3)
             ON CONFLICT (user_id, case_id) DO UPDATE SET at = excluded.at",
        )?
        .execute(params![user_id, case.0, instant(at)])?;
    Ok(())
}

fn happened(row: &Row<'_>, looked_at: Option<CaseId>) -> rusqlite::Result<Happened> {
    let at: DateTime<Utc> = row.get(1)?;
    let case = CaseId(row.get(5)?);
    let reference: String = row.get(6)?;
    let detail: String = row.get(7)?;
    Ok(Happened {
        at,
        kind: word(row, 2)?,
        subject: row.get(3)?,
        by: row.get(4)?,
        case,
        of_joined: (looked_at != Some(case)).then_some(reference),
        detail: Detail::read(&detail),
        key: HappenedKey {
            at,
            event: row.get(0)?,
        },
    })
}
