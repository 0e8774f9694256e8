//! The rows of minutes: their words, who approved them, what was said against them and to whom
//! they were sent. What they are drafted from is read in `store/minutes/source.rs`.
//!
//! The full version's words and the family's stand in columns of their own; each is read by a
//! function of its own, into a type of its own (`store/minutes/read.rs`). Approved minutes are
//! locked by triggers.

mod read;
mod source;
#[cfg(test)]
mod tests;

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{Connection, OptionalExtension, params};

use self::read::language;
pub use self::read::{family_of, full_of};
pub use self::source::{family_source, full_source};
use super::StoreError;
use super::case_record::{instant, word};
use crate::domain::bilingual::Language;
use crate::domain::case::{CaseId, ClockKind};
use crate::domain::meeting::MeetingId;
use crate::domain::minutes::{MinutesId, MinutesKind};
use crate::domain::sharing::{Confidential, Shareable};

/// What minutes are, without their words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MinutesHead {
    pub id: MinutesId,
    pub meeting: MeetingId,
    pub kind: MinutesKind,
    pub language: Language,
    pub is_approved: bool,
    /// Whether there is anything in them.
    pub has_words: bool,
    pub version: i64,
}

/// One record of minutes, without its words.
///
/// # Errors
/// Those of the store.
pub fn head(connection: &Connection, id: MinutesId) -> Result<Option<MinutesHead>, StoreError> {
    Ok(connection
        .prepare_cached(
            "SELECT id, meeting_id, kind, language, approved_at IS NOT NULL,
                 words <> '' OR family_words <> '', version
             FROM minutes WHERE id = ?1",
        )?
        .query_row([id.0], |row| {
            Ok(MinutesHead {
                id: MinutesId(row.get(0)?),
                meeting: MeetingId(row.get(1)?),
                kind: word(row, 2)?,
                language: language(row, 3)?,
                is_approved: row.get(4)?,
                has_words: row.get(5)?,
                version: row.get(6)?,
            })
        })
        .optional()?)
}

/// Adds full minutes.
///
/// # Errors
/// [`StoreError::Constraint`] where there are some in this language already.
pub fn insert_full(
    connection: &Connection,
    meeting: MeetingId,
    language: Language,
    words: &Confidential,
) -> Result<MinutesId, StoreError> {
    insert(
        connection,
        meeting,
        MinutesKind::Full,
        language,
        words.for_professionals(),
        "",
    )
}

/// Adds the family's minutes.
///
/// # Errors
/// [`StoreError::Constraint`] where there are some in this language already.
pub fn insert_family(
    connection: &Connection,
    meeting: MeetingId,
    language: Language,
    words: &Shareable,
) -> Result<MinutesId, StoreError> {
    insert(
        connection,
        meeting,
        MinutesKind::Family,
        language,
        "",
        words.as_str(),
    )
}

/// Puts other words into full minutes that are not approved.
///
/// # Errors
/// [`StoreError::Conflict`] where somebody else has changed or approved them since `version`.
pub fn update_full(
    connection: &Connection,
    id: MinutesId,
    version: i64,
    words: &Confidential,
) -> Result<(), StoreError> {
    let changed = connection
        .prepare_cached(
            "UPDATE minutes SET words = ?1, version = version + 1
             WHERE id = ?2 AND version = ?3 AND kind = 'full' AND approved_at IS NULL",
        )?
        .execute(params![words.for_professionals(), id.0, version])?;
    one_changed(changed, id)
}

/// Puts other words into the family's minutes that are not approved.
///
/// # Errors
/// [`StoreError::Conflict`] where somebody else has changed or approved them since `version`.
pub fn update_family(
    connection: &Connection,
    id: MinutesId,
    version: i64,
    words: &Shareable,
) -> Result<(), StoreError> {
    let changed = connection
        .prepare_cached(
            "UPDATE minutes SET family_words = ?1, version = version + 1
             WHERE id = ?2 AND version = ?3 AND kind = 'family' AND approved_at IS NULL",
        )?
        .execute(params![words.as_str(), id.0, version])?;
    one_changed(changed, id)
}

/// Approves minutes, which locks them.
///
/// # Errors
/// [`StoreError::Conflict`] where somebody else has changed or approved them since `version`.
pub fn approve(
    connection: &Connection,
    id: MinutesId,
    version: i64,
    by: i64,
    at: DateTime<Utc>,
) -> Result<(), StoreError> {
    let changed = connection
        .prepare_cached(
            "UPDATE minutes SET approved_by = ?1, approved_at = ?2, version = version + 1
             WHERE id = ?3 AND version = ?4 AND approved_at IS NULL",
        )?
        .execute(params![by, instant(at), id.0, version])?;
    one_changed(changed, id)
}

/// Adds to whom minutes were sent.
///
/// # Errors
/// Those of the store.
pub fn insert_sent(
    connection: &Connection,
    id: MinutesId,
    whom: &str,
    on: NaiveDate,
    how: &str,
    noted_by: i64,
) -> Result<i64, StoreError> {
    connection
        .prepare_cached(
            "INSERT INTO minutes_sent (minutes_id, whom, sent_on, how, noted_by)
             VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![id.0, whom, on, how, noted_by])?;
    Ok(connection.last_insert_rowid())
}

/// Adds a correction of full minutes.
///
/// # Errors
/// Those of the store.
pub fn insert_full_correction(
    connection: &Connection,
    id: MinutesId,
    correction: (&Confidential, NaiveDate, &Confidential),
    noted_by: i64,
) -> Result<i64, StoreError> {
    let (asked_by, on, words) = correction;
    let text = (words.for_professionals(), "");
    insert_correction(connection, id, asked_by, on, text, noted_by)
}

/// Adds a correction of the family's minutes, in words for the family.
///
/// # Errors
/// Those of the store.
pub fn insert_family_correction(
    connection: &Connection,
    id: MinutesId,
    correction: (&Confidential, NaiveDate, &Shareable),
    noted_by: i64,
) -> Result<i64, StoreError> {
    let (asked_by, on, words) = correction;
    insert_correction(connection, id, asked_by, on, ("", words.as_str()), noted_by)
}

/// The last day on which minutes of a meeting were sent to anybody.
///
/// # Errors
/// Those of the store.
pub fn last_sent_on(
    connection: &Connection,
    meeting: MeetingId,
) -> Result<Option<NaiveDate>, StoreError> {
    Ok(connection
        .prepare_cached(
            "SELECT max(s.sent_on) FROM minutes_sent s JOIN minutes m ON m.id = s.minutes_id
             WHERE m.meeting_id = ?1",
        )?
        .query_row([meeting.0], |row| row.get(0))?)
}

/// The clocks of a meeting of these kinds: the kind, when due as the store words it, and whether
/// it has stopped.
///
/// # Errors
/// Those of the store.
pub fn clocks_of(
    connection: &Connection,
    case: CaseId,
    meeting: MeetingId,
) -> Result<Vec<(ClockKind, String, bool)>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT kind, due, done_at IS NOT NULL FROM clock
         WHERE case_id = ?1 AND subject_id = ?2
           AND kind IN ('protocol-decision', 'plan-and-summary', 'full-record', 'corrections')
         ORDER BY due, id",
    )?;
    let found = statement
        .query_map(params![case.0, meeting.0], |row| {
            Ok((word(row, 0)?, row.get(1)?, row.get(2)?))
        })?
        .collect::<Result<_, _>>()?;
    Ok(found)
}

fn insert(
    connection: &Connection,
    meeting: MeetingId,
    kind: MinutesKind,
    language: Language,
    words: &str,
    family_words: &str,
) -> Result<MinutesId, StoreError> {
    let kind: &str = kind.into();
    connection
        .prepare_cached(
            "INSERT INTO minutes (meeting_id, kind, language, words, family_words)
             VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![
            meeting.0,
            kind,
            language.code(),
            words,
            family_words
        ])?;
    Ok(MinutesId(connection.last_insert_rowid()))
}

fn insert_correction(
    connection: &Connection,
    id: MinutesId,
    asked_by: &Confidential,
    on: NaiveDate,
    (words, family_words): (&str, &str),
    noted_by: i64,
) -> Result<i64, StoreError> {
    connection
        .prepare_cached(
            "INSERT INTO minutes_correction (minutes_id, asked_by, asked_on, words, family_words,
                 noted_by)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![
            id.0,
            asked_by.for_professionals(),
            on,
            words,
            family_words,
            noted_by
        ])?;
    Ok(connection.last_insert_rowid())
}

fn one_changed(changed: usize, id: MinutesId) -> Result<(), StoreError> {
    if changed == 1 {
        return Ok(());
    }
    Err(StoreError::Conflict {
        what: "minutes",
        id: id.0,
    })
}
