//! The rows of plans: goals, actions of both kinds, progress, and the versions that were agreed.
//!
//! [`family_plan`] never reads a row of the actions against those who cause the harm. How rows
//! become values is in `store/plan/row.rs`, what becomes of an action in `store/plan/progress.rs`.

pub mod progress;
mod row;
#[cfg(test)]
mod tests;

use rusqlite::{Connection, OptionalExtension, params};

use self::row::{AGAINST_HARM, ORDER, SHARED, agreed_by_text, plan_head};
use super::StoreError;
use super::case_record::word;
use crate::domain::case::CaseId;
use crate::domain::meeting::MeetingId;
use crate::domain::plan::{
    Agreement, FamilyPlan, Goal, HarmAction, Plan, PlanBrief, PlanId, PlanStatus, SharedAction,
    SharedPart,
};

/// Begins a plan, with nothing in it.
///
/// # Errors
/// [`StoreError::Constraint`] where one is being made already.
pub fn insert_draft(
    connection: &Connection,
    case: CaseId,
    meeting: Option<MeetingId>,
) -> Result<PlanId, StoreError> {
    connection
        .prepare_cached(
            "INSERT INTO plan (case_id, meeting_id, number, status)
             SELECT ?1, ?2, coalesce(max(number), 0) + 1, 'draft' FROM plan WHERE case_id = ?1",
        )?
        .execute(params![case.0, meeting.map(|id| id.0)])?;
    Ok(PlanId(connection.last_insert_rowid()))
}

/// Says at which meeting the plan that is being made is made.
///
/// # Errors
/// Those of the store.
pub fn set_meeting(
    connection: &Connection,
    plan: PlanId,
    meeting: MeetingId,
) -> Result<(), StoreError> {
    connection
        .prepare_cached("UPDATE plan SET meeting_id = ?1 WHERE id = ?2 AND status = 'draft'")?
        .execute(params![meeting.0, plan.0])?;
    Ok(())
}

/// Puts goals and shared actions in the place of a draft's. Answers its version from now on.
///
/// # Errors
/// [`StoreError::Conflict`] where somebody else changed the draft, or it is none any more.
pub fn set_shared(
    connection: &Connection,
    plan: PlanId,
    version: i64,
    part: &SharedPart,
) -> Result<i64, StoreError> {
    let next = next_version(connection, plan, version)?;
    connection
        .prepare_cached("UPDATE plan SET not_agreed = ?1 WHERE id = ?2")?
        .execute(params![part.not_agreed.as_str(), plan.0])?;
    connection
        .prepare_cached("DELETE FROM plan_action WHERE plan_id = ?1 AND against_harm = 0")?
        .execute([plan.0])?;
    connection
        .prepare_cached("DELETE FROM plan_goal WHERE plan_id = ?1")?
        .execute([plan.0])?;
    let mut goals = Vec::with_capacity(part.goals.len());
    for (place, goal) in part.goals.iter().enumerate() {
        goals.push(insert_goal(connection, plan, place, goal)?);
    }
    for (place, action) in part.actions.iter().enumerate() {
        let goal = action.goal.and_then(|at| goals.get(at).copied());
        connection.prepare_cached(INSERT_ACTION)?.execute(params![
            plan.0,
            goal,
            false,
            action.what.as_str(),
            action.who.as_str(),
            action.owner.as_ref().map(|owner| owner.user_id),
            action.by,
            action.how_we_know.as_str(),
            row_place(place),
            action.before.map(|id| id.0),
        ])?;
    }
    Ok(next)
}

/// Puts actions against those who cause the harm in the place of a draft's.
///
/// # Errors
/// As for [`set_shared`].
pub fn set_against_harm(
    connection: &Connection,
    plan: PlanId,
    version: i64,
    actions: &[HarmAction],
) -> Result<i64, StoreError> {
    let next = next_version(connection, plan, version)?;
    connection
        .prepare_cached("DELETE FROM plan_action WHERE plan_id = ?1 AND against_harm = 1")?
        .execute([plan.0])?;
    for (place, action) in actions.iter().enumerate() {
        connection.prepare_cached(INSERT_ACTION)?.execute(params![
            plan.0,
            None::<i64>,
            true,
            action.what.for_professionals(),
            action.who.for_professionals(),
            action.owner.as_ref().map(|owner| owner.user_id),
            action.by,
            action.how_we_know.for_professionals(),
            row_place(place),
            action.before.map(|id| id.0),
        ])?;
    }
    Ok(next)
}

const INSERT_ACTION: &str = "INSERT INTO plan_action (plan_id, goal_id, against_harm, what, who, \
     owner_id, by_on, how_we_know, place, before_id)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";

/// Makes a draft the plan that holds. The one before it stays, as replaced.
///
/// # Errors
/// As for [`set_shared`].
pub fn agree(
    connection: &Connection,
    case: CaseId,
    plan: PlanId,
    version: i64,
    agreement: &Agreement,
) -> Result<(), StoreError> {
    next_version(connection, plan, version)?;
    connection
        .prepare_cached(
            "UPDATE plan SET status = 'replaced' WHERE case_id = ?1 AND status = 'agreed'",
        )?
        .execute([case.0])?;
    connection
        .prepare_cached(
            "UPDATE plan SET status = 'agreed', agreed_on = ?1, agreed_by = ?2 WHERE id = ?3",
        )?
        .execute(params![agreement.on, agreed_by_text(&agreement.by), plan.0])?;
    Ok(())
}

/// Throws a draft away.
///
/// # Errors
/// As for [`set_shared`].
pub fn drop_draft(connection: &Connection, plan: PlanId, version: i64) -> Result<(), StoreError> {
    next_version(connection, plan, version)?;
    for sql in [
        "DELETE FROM plan_action WHERE plan_id = ?1",
        "DELETE FROM plan_goal WHERE plan_id = ?1",
        "DELETE FROM plan WHERE id = ?1",
    ] {
        connection.prepare_cached(sql)?.execute([plan.0])?;
    }
    Ok(())
}

/// The plan of this status that a case has; there is at most one draft and one that holds.
///
/// # Errors
/// Those of the store.
pub fn with_status(
    connection: &Connection,
    case: CaseId,
    status: PlanStatus,
) -> Result<Option<PlanId>, StoreError> {
    let status: &str = status.into();
    Ok(connection
        .prepare_cached(
            "SELECT id FROM plan WHERE case_id = ?1 AND status = ?2 ORDER BY number DESC LIMIT 1",
        )?
        .query_row(params![case.0, status], |row| row.get(0).map(PlanId))
        .optional()?)
}

/// The plan that was agreed last before this meeting made one of its own.
///
/// # Errors
/// Those of the store.
pub fn before_meeting(
    connection: &Connection,
    case: CaseId,
    meeting: MeetingId,
) -> Result<Option<PlanId>, StoreError> {
    Ok(connection
        .prepare_cached(
            "SELECT id FROM plan WHERE case_id = ?1 AND status <> 'draft'
               AND number < coalesce((SELECT min(own.number) FROM plan own
                   WHERE own.case_id = ?1 AND own.meeting_id = ?2), 1000000)
             ORDER BY number DESC LIMIT 1",
        )?
        .query_row(params![case.0, meeting.0], |row| row.get(0).map(PlanId))
        .optional()?)
}

/// The case that a plan is of.
///
/// # Errors
/// Those of the store.
pub fn case_of(connection: &Connection, plan: PlanId) -> Result<Option<CaseId>, StoreError> {
    Ok(connection
        .prepare_cached("SELECT case_id FROM plan WHERE id = ?1")?
        .query_row([plan.0], |row| row.get(0).map(CaseId))
        .optional()?)
}

/// One plan, whole.
///
/// # Errors
/// Those of the store.
pub fn by_id(connection: &Connection, plan: PlanId) -> Result<Option<Plan>, StoreError> {
    let Some(shared) = family_plan(connection, plan)? else {
        return Ok(None);
    };
    let (case, meeting) = connection
        .prepare_cached("SELECT case_id, meeting_id FROM plan WHERE id = ?1")?
        .query_row([plan.0], |row| {
            let meeting: Option<i64> = row.get(1)?;
            Ok((CaseId(row.get(0)?), meeting.map(MeetingId)))
        })?;
    let sql = format!("{AGAINST_HARM} {ORDER}");
    let against_harm = connection
        .prepare_cached(&sql)?
        .query_map([plan.0], row::harm_action)?
        .collect::<Result<_, _>>()?;
    Ok(Some(Plan {
        case,
        meeting,
        shared,
        against_harm,
        progress: row::progress(connection, plan)?,
    }))
}

/// One plan as the family has it. No row of an action against harm is read.
///
/// # Errors
/// Those of the store.
pub fn family_plan(
    connection: &Connection,
    plan: PlanId,
) -> Result<Option<FamilyPlan>, StoreError> {
    let head = connection
        .prepare_cached(
            "SELECT id, number, status, agreed_on, agreed_by, not_agreed, version
             FROM plan WHERE id = ?1",
        )?
        .query_row([plan.0], plan_head)
        .optional()?;
    let Some(mut found) = head else {
        return Ok(None);
    };
    let mut goals = connection.prepare_cached(
        "SELECT id, whose, words FROM plan_goal WHERE plan_id = ?1 ORDER BY place",
    )?;
    let goals: Vec<(i64, Goal)> = goals
        .query_map([plan.0], row::goal)?
        .collect::<Result<_, _>>()?;
    let place_of = |id: i64| goals.iter().position(|(goal, _)| *goal == id);
    let sql = format!("{SHARED} {ORDER}");
    let mut actions = connection.prepare_cached(&sql)?;
    found.actions = actions
        .query_map([plan.0], |row| {
            let goal: Option<i64> = row.get(row::GOAL)?;
            let action = row::shared_action(row)?;
            Ok(SharedAction {
                goal: goal.and_then(place_of),
                ..action
            })
        })?
        .collect::<Result<_, _>>()?;
    found.goals = goals.into_iter().map(|(_, goal)| goal).collect();
    Ok(Some(found))
}

/// All plans of a case that were ever agreed, the last one first.
///
/// # Errors
/// Those of the store.
pub fn versions(connection: &Connection, case: CaseId) -> Result<Vec<PlanBrief>, StoreError> {
    let mut rows = connection.prepare_cached(
        "SELECT p.id, p.number, p.status, p.agreed_on, count(a.id),
             coalesce(sum(a.status = 'open'), 0)
         FROM plan p LEFT JOIN plan_action a ON a.plan_id = p.id
         WHERE p.case_id = ?1 AND p.status <> 'draft'
         GROUP BY p.id ORDER BY p.number DESC",
    )?;
    let found = rows
        .query_map([case.0], |row| {
            Ok(PlanBrief {
                id: PlanId(row.get(0)?),
                number: row.get(1)?,
                status: word(row, 2)?,
                agreed_on: row.get(3)?,
                actions: row.get(4)?,
                open: row.get(5)?,
            })
        })?
        .collect::<Result<_, _>>()?;
    Ok(found)
}

fn insert_goal(
    connection: &Connection,
    plan: PlanId,
    place: usize,
    goal: &Goal,
) -> Result<i64, StoreError> {
    connection
        .prepare_cached(
            "INSERT INTO plan_goal (plan_id, whose, words, place) VALUES (?1, ?2, ?3, ?4)",
        )?
        .execute(params![
            plan.0,
            goal.whose.as_str(),
            goal.words.as_str(),
            row_place(place)
        ])?;
    Ok(connection.last_insert_rowid())
}

/// Counts a change of a draft, where nobody else has changed it.
fn next_version(connection: &Connection, plan: PlanId, version: i64) -> Result<i64, StoreError> {
    let changed = connection
        .prepare_cached(
            "UPDATE plan SET version = version + 1
             WHERE id = ?1 AND version = ?2 AND status = 'draft'",
        )?
        .execute(params![plan.0, version])?;
    if changed == 1 {
        return Ok(version + 1);
    }
    Err(StoreError::Conflict {
        what: "plan",
        id: plan.0,
    })
}

fn row_place(place: usize) -> i64 {
    i64::try_from(place).unwrap_or(i64::MAX)
}
