//! What is due: one row from the step that starts it to the step that ends it.
//!
//! Written in the transaction of those steps. Today reads the open rows, never the cases.

use chrono::{DateTime, Utc};
use chrono_tz::Europe::London;
use rusqlite::types::Type;
use rusqlite::{Connection, Row, params};

use super::StoreError;
use super::case_record::{instant, word};
use crate::domain::case::{CaseId, ClockKind, Due};
use crate::domain::today::late_from;

/// The text of a due moment or day. A day sorts before every moment of itself.
pub fn due_text(due: Due) -> String {
    match due {
        Due::At(at) => instant(at),
        Due::By(day) => day.to_string(),
    }
}

/// The due moment or day of a text that [`due_text`] made.
pub fn due_of(text: &str) -> Option<Due> {
    if let Ok(day) = text.parse() {
        return Some(Due::By(day));
    }
    text.parse().ok().map(Due::At)
}

/// Starts a clock. `subject` is the row it is about (a referral, a meeting); `owner` a user.
///
/// # Errors
/// Those of the store.
pub fn start(
    connection: &Connection,
    case: CaseId,
    kind: ClockKind,
    subject: Option<i64>,
    due: Due,
    owner: Option<i64>,
) -> Result<i64, StoreError> {
    let word: &str = kind.into();
    connection
        .prepare_cached(
            "INSERT INTO clock (case_id, kind, subject_id, due, late_from, urgency, owner_id)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?
        .execute(params![
            case.0,
            word,
            subject,
            due_text(due),
            instant(late_from(due, &London)),
            kind.urgency(),
            owner
        ])?;
    Ok(connection.last_insert_rowid())
}

/// Whether a clock of this kind runs in a case; with `subject`, one about it.
///
/// # Errors
/// Those of the store.
pub fn is_open(
    connection: &Connection,
    case: CaseId,
    kind: ClockKind,
    subject: Option<i64>,
) -> Result<bool, StoreError> {
    let word: &str = kind.into();
    Ok(connection
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM clock WHERE case_id = ?1 AND kind = ?2
                AND done_at IS NULL AND (?3 IS NULL OR subject_id = ?3))",
        )?
        .query_row(params![case.0, word, subject], |row| row.get(0))?)
}

/// One open clock of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Open {
    pub kind: ClockKind,
    pub due: Due,
    /// The row it is about.
    pub subject: Option<i64>,
}

/// The open clocks of a case, the first due first.
///
/// # Errors
/// Those of the store.
pub fn open_of_case(connection: &Connection, case: CaseId) -> Result<Vec<Open>, StoreError> {
    let read = |row: &Row<'_>| {
        let due: String = row.get(1)?;
        Ok(Open {
            kind: word(row, 0)?,
            due: due_of(&due).ok_or(rusqlite::Error::InvalidColumnType(1, due, Type::Text))?,
            subject: row.get(2)?,
        })
    };
    let found = connection
        .prepare_cached(
            "SELECT kind, due, subject_id FROM clock WHERE case_id = ?1 AND done_at IS NULL
             ORDER BY due, id",
        )?
        .query_map([case.0], read)?
        .collect::<Result<_, _>>()?;
    Ok(found)
}

/// Gives to somebody the open clocks of a case that are nobody's yet.
///
/// # Errors
/// Those of the store.
pub fn give_what_is_nobodys(
    connection: &Connection,
    case: CaseId,
    owner: i64,
) -> Result<(), StoreError> {
    connection
        .prepare_cached(
            "UPDATE clock SET owner_id = ?1
             WHERE case_id = ?2 AND done_at IS NULL AND owner_id IS NULL AND kind <> ?3",
        )?
        // The decision is the Principal Officer's, whoever works on the case.
        .execute(params![owner, case.0, <&str>::from(ClockKind::Decision)])?;
    Ok(())
}

/// Stops every open clock of a case.
///
/// # Errors
/// Those of the store.
pub fn finish_all(
    connection: &Connection,
    case: CaseId,
    at: DateTime<Utc>,
) -> Result<usize, StoreError> {
    Ok(connection
        .prepare_cached("UPDATE clock SET done_at = ?1 WHERE case_id = ?2 AND done_at IS NULL")?
        .execute(params![instant(at), case.0])?)
}

/// Stops the open clocks of a kind in a case; with `subject`, only those about it. Answers how
/// many there were.
///
/// # Errors
/// Those of the store.
pub fn finish(
    connection: &Connection,
    case: CaseId,
    kind: ClockKind,
    subject: Option<i64>,
    at: DateTime<Utc>,
) -> Result<usize, StoreError> {
    let word: &str = kind.into();
    Ok(connection
        .prepare_cached(
            "UPDATE clock SET done_at = ?1
             WHERE case_id = ?2 AND kind = ?3 AND done_at IS NULL
               AND (?4 IS NULL OR subject_id = ?4)",
        )?
        .execute(params![instant(at), case.0, word, subject])?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn due_written_is_read_back() {
        let day = Due::By("2026-11-27".parse().unwrap());
        let moment = Due::At("2026-11-27T14:00:00Z".parse().unwrap());
        for due in [day, moment] {
            assert_eq!(due_of(&due_text(due)), Some(due));
        }
        assert!(due_text(day) < due_text(moment));
        assert_eq!(due_of("soon"), None);
    }
}
