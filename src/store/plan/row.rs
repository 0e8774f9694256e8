//! How the rows of plans are read, column by column.

use rusqlite::types::Type;
use rusqlite::{Connection, Row};

use crate::domain::plan::{
    ActionId, FamilyPlan, Goal, HarmAction, Owner, PlanId, Progress, SharedAction,
};
use crate::domain::sharing::{Confidential, Shareable};
use crate::store::StoreError;
use crate::store::case_record::word;

/// The shared actions of a plan; what is against harm is left where it is.
pub(super) const SHARED: &str = "SELECT a.id, a.what, a.who, a.owner_id, u.display_name, a.by_on, \
     a.how_we_know, a.status, a.before_id, a.version, a.goal_id
     FROM plan_action a LEFT JOIN user_account u ON u.id = a.owner_id
     WHERE a.plan_id = ?1 AND a.against_harm = 0";

/// The actions of a plan against those who cause the harm.
pub(super) const AGAINST_HARM: &str = "SELECT a.id, a.what, a.who, a.owner_id, u.display_name, \
     a.by_on, a.how_we_know, a.status, a.before_id, a.version
     FROM plan_action a LEFT JOIN user_account u ON u.id = a.owner_id
     WHERE a.plan_id = ?1 AND a.against_harm = 1";

pub(super) const ORDER: &str = "ORDER BY a.place, a.id";

/// The column of the goal in [`SHARED`].
pub(super) const GOAL: usize = 10;

/// A plan without goals and actions.
pub(super) fn plan_head(row: &Row<'_>) -> rusqlite::Result<FamilyPlan> {
    let names: String = row.get(4)?;
    let names: Vec<String> = serde_json::from_str(&names)
        .map_err(|_| rusqlite::Error::InvalidColumnType(4, "agreed_by".to_owned(), Type::Text))?;
    Ok(FamilyPlan {
        id: PlanId(row.get(0)?),
        number: row.get(1)?,
        status: word(row, 2)?,
        goals: Vec::new(),
        actions: Vec::new(),
        agreed_on: row.get(3)?,
        agreed_by: names.into_iter().map(Shareable::new).collect(),
        not_agreed: shareable(row, 5)?,
        version: row.get(6)?,
    })
}

pub(super) fn goal(row: &Row<'_>) -> rusqlite::Result<(i64, Goal)> {
    let goal = Goal {
        whose: shareable(row, 1)?,
        words: shareable(row, 2)?,
    };
    Ok((row.get(0)?, goal))
}

/// A shared action; the place of its goal is found by who reads it.
pub(super) fn shared_action(row: &Row<'_>) -> rusqlite::Result<SharedAction> {
    Ok(SharedAction {
        id: Some(ActionId(row.get(0)?)),
        goal: None,
        what: shareable(row, 1)?,
        who: shareable(row, 2)?,
        owner: owner(row)?,
        by: row.get(5)?,
        how_we_know: shareable(row, 6)?,
        status: word(row, 7)?,
        before: before(row)?,
        version: row.get(9)?,
    })
}

pub(super) fn harm_action(row: &Row<'_>) -> rusqlite::Result<HarmAction> {
    let confidential = |at: usize| -> rusqlite::Result<Confidential> {
        let text: String = row.get(at)?;
        Ok(Confidential::new(text))
    };
    Ok(HarmAction {
        id: Some(ActionId(row.get(0)?)),
        what: confidential(1)?,
        who: confidential(2)?,
        owner: owner(row)?,
        by: row.get(5)?,
        how_we_know: confidential(6)?,
        status: word(row, 7)?,
        before: before(row)?,
        version: row.get(9)?,
    })
}

/// What was noted of each action of a plan and of those it goes on with, the earliest first.
pub(super) fn progress(
    connection: &Connection,
    plan: PlanId,
) -> Result<Vec<(ActionId, Progress)>, StoreError> {
    let mut rows = connection.prepare_cached(
        "WITH RECURSIVE chain (action, row) AS (
             SELECT id, id FROM plan_action WHERE plan_id = ?1
             UNION
             SELECT chain.action, a.before_id FROM chain JOIN plan_action a ON a.id = chain.row
             WHERE a.before_id IS NOT NULL)
         SELECT chain.action, p.noted_on, p.words, p.status, coalesce(u.display_name, '')
         FROM chain JOIN action_progress p ON p.action_id = chain.row
             LEFT JOIN user_account u ON u.id = p.noted_by
         ORDER BY chain.action, p.noted_on, p.id",
    )?;
    let found = rows
        .query_map([plan.0], |row| {
            let words: String = row.get(2)?;
            let progress = Progress {
                on: row.get(1)?,
                words: Confidential::new(words),
                status: word(row, 3)?,
                by: row.get(4)?,
            };
            Ok((ActionId(row.get(0)?), progress))
        })?
        .collect::<Result<_, _>>()?;
    Ok(found)
}

/// Names as the store keeps them; blank ones are left out.
pub(super) fn agreed_by_text(names: &[Shareable]) -> String {
    let names: Vec<&str> = names
        .iter()
        .map(Shareable::as_str)
        .filter(|name| !name.trim().is_empty())
        .collect();
    serde_json::Value::from(names).to_string()
}

fn owner(row: &Row<'_>) -> rusqlite::Result<Option<Owner>> {
    let user_id: Option<i64> = row.get(3)?;
    let Some(user_id) = user_id else {
        return Ok(None);
    };
    let name: Option<String> = row.get(4)?;
    Ok(Some(Owner {
        user_id,
        name: name.unwrap_or_default(),
    }))
}

fn before(row: &Row<'_>) -> rusqlite::Result<Option<ActionId>> {
    let before: Option<i64> = row.get(8)?;
    Ok(before.map(ActionId))
}

fn shareable(row: &Row<'_>, at: usize) -> rusqlite::Result<Shareable> {
    let text: String = row.get(at)?;
    Ok(Shareable::new(text))
}
