//! What a person has typed and not yet saved, as encrypted as the rest.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, params};

use super::StoreError;
use super::case_record::instant;

/// A draft as it was last kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Which form it belongs to, such as `referral` or `decision:12`.
    pub place: String,
    pub saved_at: DateTime<Utc>,
    /// JSON; what it means is the form's.
    pub content: String,
}

/// Keeps a draft in the place of an earlier one.
///
/// # Errors
/// Those of the store.
pub fn save(
    connection: &Connection,
    user_id: i64,
    place: &str,
    at: DateTime<Utc>,
    content: &str,
) -> Result<(), StoreError> {
    connection
        .prepare_cached(
            "INSERT INTO draft (user_id, place, saved_at, content) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (user_id, place)
             DO UPDATE SET saved_at = excluded.saved_at, content = excluded.content",
        )?
        .execute(params![user_id, place, instant(at), content])?;
    Ok(())
}

/// One draft of a person.
///
/// # Errors
/// Those of the store.
pub fn get(
    connection: &Connection,
    user_id: i64,
    place: &str,
) -> Result<Option<Draft>, StoreError> {
    Ok(connection
        .prepare_cached(
            "SELECT place, saved_at, content FROM draft WHERE user_id = ?1 AND place = ?2",
        )?
        .query_row(params![user_id, place], draft)
        .optional()?)
}

/// All drafts of a person, the last one first.
///
/// # Errors
/// Those of the store.
pub fn all(connection: &Connection, user_id: i64) -> Result<Vec<Draft>, StoreError> {
    let mut rows = connection.prepare_cached(
        "SELECT place, saved_at, content FROM draft WHERE user_id = ?1
         ORDER BY saved_at DESC, place",
    )?;
    let drafts = rows
        .query_map([user_id], draft)?
        .collect::<Result<_, _>>()?;
    Ok(drafts)
}

/// Hands a draft to somebody else, in the place of what they had there; nothing where there is none.
///
/// # Errors
/// Those of the store.
pub fn hand_over(
    connection: &Connection,
    from: i64,
    to: i64,
    place: &str,
) -> Result<(), StoreError> {
    connection
        .prepare_cached(
            "UPDATE OR REPLACE draft SET user_id = ?2 WHERE user_id = ?1 AND place = ?3",
        )?
        .execute(params![from, to, place])?;
    Ok(())
}

/// Takes a draft away: it was saved for good, or thrown away by the person.
///
/// # Errors
/// Those of the store.
pub fn discard(connection: &Connection, user_id: i64, place: &str) -> Result<(), StoreError> {
    connection
        .prepare_cached("DELETE FROM draft WHERE user_id = ?1 AND place = ?2")?
        .execute(params![user_id, place])?;
    Ok(())
}

fn draft(row: &rusqlite::Row<'_>) -> rusqlite::Result<Draft> {
    Ok(Draft {
        place: row.get(0)?,
        saved_at: row.get(1)?,
        content: row.get(2)?,
    })
}
