//! The rows of the people who work in a store.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::StoreError;
use crate::domain::roles::{Account, Role};

const COLUMNS: &str = "id, user_name, display_name, role, disabled_at IS NOT NULL, version";

/// Adds a person.
///
/// # Errors
/// [`StoreError::Constraint`] where the name is taken.
pub fn insert(
    connection: &Connection,
    user_name: &str,
    display_name: &str,
    role: Role,
) -> Result<i64, StoreError> {
    let role: &str = role.into();
    connection
        .prepare_cached(
            "INSERT INTO user_account (user_name, display_name, role) VALUES (?1, ?2, ?3)",
        )?
        .execute(params![user_name, display_name, role])?;
    Ok(connection.last_insert_rowid())
}

/// The person of this name, in capitals or not.
///
/// # Errors
/// Those of the store.
pub fn by_name(connection: &Connection, user_name: &str) -> Result<Option<Account>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM user_account WHERE user_name = ?1");
    Ok(connection
        .prepare_cached(&sql)?
        .query_row([user_name], account)
        .optional()?)
}

/// The person of this number.
///
/// # Errors
/// Those of the store.
pub fn by_id(connection: &Connection, id: i64) -> Result<Option<Account>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM user_account WHERE id = ?1");
    Ok(connection
        .prepare_cached(&sql)?
        .query_row([id], account)
        .optional()?)
}

/// Everybody, in the order in which they came.
///
/// # Errors
/// Those of the store.
pub fn all(connection: &Connection) -> Result<Vec<Account>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM user_account ORDER BY id");
    let mut rows = connection.prepare_cached(&sql)?;
    let people = rows.query_map([], account)?.collect::<Result<_, _>>()?;
    Ok(people)
}

/// Writes down that a person no longer works here.
///
/// # Errors
/// [`StoreError::Conflict`] where somebody else changed the row meanwhile.
pub fn disable(
    connection: &Connection,
    person: &Account,
    at: DateTime<Utc>,
) -> Result<(), StoreError> {
    let changed = connection
        .prepare_cached(
            "UPDATE user_account SET disabled_at = ?1, version = version + 1
             WHERE id = ?2 AND version = ?3",
        )?
        .execute(params![at.to_rfc3339(), person.id, person.version])?;
    if changed == 1 {
        return Ok(());
    }
    Err(StoreError::Conflict {
        what: "user",
        id: person.id,
    })
}

/// Takes back a person who was never given a slot, and so has done nothing.
///
/// # Errors
/// [`StoreError::Constraint`] where something of theirs is kept.
pub fn remove_without_slot(connection: &Connection, user_name: &str) -> Result<(), StoreError> {
    connection.execute("DELETE FROM user_account WHERE user_name = ?1", [user_name])?;
    Ok(())
}

fn account(row: &Row<'_>) -> rusqlite::Result<Account> {
    let role: String = row.get(3)?;
    let role = role.parse().map_err(|_| {
        rusqlite::Error::InvalidColumnType(3, "role".to_owned(), rusqlite::types::Type::Text)
    })?;
    Ok(Account {
        id: row.get(0)?,
        user_name: row.get(1)?,
        display_name: row.get(2)?,
        role,
        is_disabled: row.get(4)?,
        version: row.get(5)?,
    })
}
