//! What becomes of an action between meetings.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, params};

use crate::domain::case::CaseId;
use crate::domain::plan::{ActionId, ActionStatus, NewProgress, PlanId, PlanStatus};
use crate::store::StoreError;
use crate::store::case_record::word;

/// What an action is noted on, before it is noted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ActionPlace {
    pub case: CaseId,
    pub plan: PlanId,
    pub plan_status: PlanStatus,
    pub status: ActionStatus,
    pub by: Option<NaiveDate>,
    pub owner: Option<i64>,
    pub is_against_harm: bool,
}

/// Where an action stands.
///
/// # Errors
/// Those of the store.
pub fn action_place(
    connection: &Connection,
    action: ActionId,
) -> Result<Option<ActionPlace>, StoreError> {
    Ok(connection
        .prepare_cached(
            "SELECT p.case_id, p.id, p.status, a.status, a.by_on, a.owner_id, a.against_harm
             FROM plan_action a JOIN plan p ON p.id = a.plan_id WHERE a.id = ?1",
        )?
        .query_row([action.0], |row| {
            Ok(ActionPlace {
                case: CaseId(row.get(0)?),
                plan: PlanId(row.get(1)?),
                plan_status: word(row, 2)?,
                status: word(row, 3)?,
                by: row.get(4)?,
                owner: row.get(5)?,
                is_against_harm: row.get(6)?,
            })
        })
        .optional()?)
}

/// Notes what became of an action.
///
/// # Errors
/// [`StoreError::Conflict`] where somebody else noted something since `version`.
pub fn note(
    connection: &Connection,
    action: ActionId,
    version: i64,
    new: &NewProgress,
    user_id: i64,
) -> Result<i64, StoreError> {
    let status: &str = new.status.into();
    let changed = connection
        .prepare_cached(
            "UPDATE plan_action SET status = ?1, version = version + 1
             WHERE id = ?2 AND version = ?3",
        )?
        .execute(params![status, action.0, version])?;
    if changed != 1 {
        return Err(StoreError::Conflict {
            what: "action",
            id: action.0,
        });
    }
    connection
        .prepare_cached(
            "INSERT INTO action_progress (action_id, noted_on, words, status, noted_by)
             VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![
            action.0,
            new.on,
            new.words.for_professionals(),
            status,
            user_id
        ])?;
    Ok(connection.last_insert_rowid())
}
