//! The rows of cases: read as briefs, changed by version.

use std::str::FromStr;

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::StoreError;
use crate::domain::case::{CaseBrief, CaseId, Stage};
use crate::domain::roles::Role;

/// The columns of [`brief`], of a `case_record` called `c`.
pub const BRIEF_COLUMNS: &str = "c.id, c.reference, c.given_name, c.family_name, c.known_as, \
     c.date_of_birth, c.stated_age, c.stage, c.restricted, c.owner_id, c.opened_on, c.version";
/// How many columns a brief takes; a query's own come after.
pub const BRIEF_WIDTH: usize = 12;

/// Reads [`BRIEF_COLUMNS`] from the beginning of a row.
///
/// # Errors
/// A column that is not what the type says.
pub fn brief(row: &Row<'_>) -> rusqlite::Result<CaseBrief> {
    Ok(CaseBrief {
        id: CaseId(row.get(0)?),
        reference: row.get(1)?,
        given_name: row.get(2)?,
        family_name: row.get(3)?,
        known_as: row.get(4)?,
        born: row.get::<_, Option<NaiveDate>>(5)?,
        stated_age: row.get(6)?,
        stage: word(row, 7)?,
        is_restricted: row.get(8)?,
        owner: row.get(9)?,
        opened_on: row.get(10)?,
        version: row.get(11)?,
    })
}

/// Who looks: their role's team, and whether a restricted case is shown to them.
#[derive(Debug, Clone, Copy)]
pub struct Viewer {
    pub user_id: i64,
    pub role: Role,
    pub now: DateTime<Utc>,
}

/// Whether the case `c` is shown whole to the viewer, as SQL over `:user` and `:now`.
pub const IS_SHOWN: &str = "(c.restricted = 0 OR EXISTS (SELECT 1 FROM case_access a \
     WHERE a.case_id = c.id AND a.user_id = :user AND (a.until IS NULL OR a.until > :now)))";

/// A column that holds one of an enum's words.
///
/// # Errors
/// A word that the type does not know.
pub fn word<T: FromStr>(row: &Row<'_>, at: usize) -> rusqlite::Result<T> {
    let text: String = row.get(at)?;
    text.parse()
        .map_err(|_| rusqlite::Error::InvalidColumnType(at, text, Type::Text))
}

/// An instant as every table keeps it: UTC, to the second, so that texts sort as times do.
pub fn instant(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// One case.
///
/// # Errors
/// Those of the store.
pub fn by_id(connection: &Connection, id: CaseId) -> Result<Option<CaseBrief>, StoreError> {
    let sql = format!("SELECT {BRIEF_COLUMNS} FROM case_record c WHERE c.id = ?1");
    Ok(connection
        .prepare_cached(&sql)?
        .query_row([id.0], brief)
        .optional()?)
}

/// The case of a reference, as `ReferencePolicy::read` gives it.
///
/// # Errors
/// Those of the store.
pub fn by_reference(
    connection: &Connection,
    reference: &str,
) -> Result<Option<CaseBrief>, StoreError> {
    let sql = format!("SELECT {BRIEF_COLUMNS} FROM case_record c WHERE c.reference = ?1");
    Ok(connection
        .prepare_cached(&sql)?
        .query_row([reference], brief)
        .optional()?)
}

/// Whether a person is among those who may see a restricted case at this moment.
///
/// # Errors
/// Those of the store.
pub fn is_named_for(
    connection: &Connection,
    id: CaseId,
    user_id: i64,
    at: DateTime<Utc>,
) -> Result<bool, StoreError> {
    Ok(connection
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM case_access
             WHERE case_id = ?1 AND user_id = ?2 AND (until IS NULL OR until > ?3))",
        )?
        .query_row(params![id.0, user_id, instant(at)], |row| row.get(0))?)
}

/// Names a person for a restricted case, for good or until a moment. Who is named for good
/// stays so.
///
/// # Errors
/// Those of the store.
pub fn name_for(
    connection: &Connection,
    id: CaseId,
    user_id: i64,
    until: Option<DateTime<Utc>>,
) -> Result<(), StoreError> {
    connection
        .prepare_cached(
            "INSERT INTO case_access (case_id, user_id, until) VALUES (?1, ?2, ?3)
             ON CONFLICT (case_id, user_id) DO UPDATE SET until = excluded.until
             WHERE case_access.until IS NOT NULL",
        )?
        .execute(params![id.0, user_id, until.map(instant)])?;
    Ok(())
}

/// Those who are named for a restricted case for good.
///
/// # Errors
/// Those of the store.
pub fn named_for_good(connection: &Connection, id: CaseId) -> Result<Vec<i64>, StoreError> {
    let mut rows = connection
        .prepare_cached("SELECT user_id FROM case_access WHERE case_id = ?1 AND until IS NULL")?;
    let named = rows.query_map([id.0], |row| row.get(0))?;
    Ok(named.collect::<Result<_, _>>()?)
}

/// Forgets who was named for a case for good; a glass that is broken stays so for its time.
///
/// # Errors
/// Those of the store.
pub fn forget_named(connection: &Connection, id: CaseId) -> Result<(), StoreError> {
    connection
        .prepare_cached("DELETE FROM case_access WHERE case_id = ?1 AND until IS NULL")?
        .execute([id.0])?;
    Ok(())
}

/// Says who works on a case, where nobody else has changed it since it was read.
///
/// # Errors
/// [`StoreError::Conflict`] where somebody has.
pub fn set_owner(connection: &Connection, case: &CaseBrief, owner: i64) -> Result<(), StoreError> {
    let changed = connection
        .prepare_cached(
            "UPDATE case_record SET owner_id = ?1, version = version + 1
             WHERE id = ?2 AND version = ?3",
        )?
        .execute(params![owner, case.id.0, case.version])?;
    if changed == 1 {
        return Ok(());
    }
    Err(StoreError::Conflict {
        what: "case",
        id: case.id.0,
    })
}

/// Lets named people alone see a case from now on, or everybody again.
///
/// # Errors
/// Those of the store.
pub fn set_restricted(
    connection: &Connection,
    id: CaseId,
    is_restricted: bool,
) -> Result<(), StoreError> {
    connection
        .prepare_cached(
            "UPDATE case_record SET restricted = ?1, version = version + 1 WHERE id = ?2",
        )?
        .execute(params![is_restricted, id.0])?;
    Ok(())
}

/// Brings a case to a stage, where nobody else has changed it since it was read.
///
/// # Errors
/// [`StoreError::Conflict`] where somebody has.
pub fn set_stage(
    connection: &Connection,
    case: &CaseBrief,
    stage: Stage,
    at: DateTime<Utc>,
    today: NaiveDate,
) -> Result<(), StoreError> {
    let word: &str = stage.into();
    let closed = (stage == Stage::Closed).then_some(today);
    let changed = connection
        .prepare_cached(
            "UPDATE case_record
             SET stage = ?1, closed_on = ?2, last_event_at = ?3, version = version + 1
             WHERE id = ?4 AND version = ?5",
        )?
        .execute(params![word, closed, instant(at), case.id.0, case.version])?;
    if changed == 1 {
        return Ok(());
    }
    Err(StoreError::Conflict {
        what: "case",
        id: case.id.0,
    })
}

/// The next number of a year, counted from 1.
///
/// # Errors
/// Those of the store.
pub fn next_number(connection: &Connection, year: i32) -> Result<u32, StoreError> {
    Ok(connection
        .prepare_cached(
            "INSERT INTO counter (year, last) VALUES (?1, 1)
             ON CONFLICT (year) DO UPDATE SET last = last + 1 RETURNING last",
        )?
        .query_row([year], |row| row.get(0))?)
}
