//! The list of cases, a page at a time: every filter in every order walks an index of its own.
//!
//! Pages go on from the key of a row, never from a count of rows, and nothing is sorted or
//! counted here, so that a page costs the same however many cases there are. Each query names
//! its index: a plan that sorts a million rows would otherwise be one mistyped column away.

#[cfg(test)]
mod tests;

use std::cmp::Ordering;

use rusqlite::{Connection, Row, named_params};

use super::StoreError;
use super::case_record::{BRIEF_COLUMNS, BRIEF_WIDTH, IS_SHOWN, Viewer, brief, instant};
use super::merge::{merged, page_of};
use crate::domain::case::{CaseId, Stage};
use crate::domain::case_list::{CaseRow, Filter, ListPage, Only, PageFrom, RowKey, Sort, Whose};

/// What is asked of the list.
#[derive(Debug, Clone)]
pub struct ListQuery {
    pub filter: Filter,
    pub sort: Sort,
    pub from: PageFrom<RowKey>,
    /// How many rows at most.
    pub rows: usize,
}

/// One page of the list.
///
/// # Errors
/// Those of the store.
pub fn page(
    connection: &Connection,
    query: &ListQuery,
    viewer: Viewer,
) -> Result<ListPage, StoreError> {
    let workers = match query.filter {
        Filter::Live { whose, .. } => workers(connection, whose, viewer)?,
        _ => None,
    };
    let sql = sql(query);
    let key = query.from.key();
    let stage = match query.filter {
        Filter::Live {
            only: Only::At(stage),
            ..
        } => stage,
        _ => Stage::Closed,
    };
    let stage: &str = stage.into();
    let most = i64::try_from(query.rows).unwrap_or(i64::MAX - 1) + 1;
    let (now, key_text) = (instant(viewer.now), key.map_or("", |key| &key.sorted_by));
    let key_id = key.map_or(0, |key| key.id.0);
    // One query for each worker, or one in all.
    let everybody = vec![None];
    let workers = workers.as_deref().unwrap_or(&everybody);
    let mut statements = Vec::with_capacity(workers.len());
    for _ in workers {
        statements.push(connection.prepare_cached(&sql)?);
    }
    let mut streams = Vec::with_capacity(workers.len());
    for (statement, worker) in statements.iter_mut().zip(workers) {
        let given = named_params! {
            ":user": viewer.user_id,
            ":now": now,
            ":key": key_text,
            ":key_id": key_id,
            ":stage": stage,
            ":worker": worker,
            ":rows": most,
        };
        // A query knows only those variables that stand in it.
        let used: Vec<_> = given
            .iter()
            .filter(|(name, _)| sql.contains(name))
            .copied()
            .collect();
        streams.push(statement.query(used.as_slice())?);
    }
    let is_ascending = query.sort.is_ascending() != query.from.is_backwards();
    let order = |one: &CaseRow, other: &CaseRow| -> Ordering {
        let ascending = one.key.cmp(&other.key);
        if is_ascending {
            ascending
        } else {
            ascending.reverse()
        }
    };
    let found = merged(streams, row, order, query.rows.saturating_add(1))?;
    let (rows, has_more) = page_of(found, query.rows, query.from.is_backwards());
    Ok(ListPage { rows, has_more })
}

/// The columns of [`row`], of a `case_record` called `c` and its worker `u`; the key is added by
/// each query.
pub(super) fn row_columns(sorted_by: &str) -> String {
    format!(
        "{BRIEF_COLUMNS}, c.last_event_at, u.display_name, c.last_score, c.at_risk, \
         {sorted_by}, {IS_SHOWN}"
    )
}

/// Reads [`row_columns`]; of a case that is not shown, no more than that it is there.
pub(super) fn row(row: &Row<'_>) -> rusqlite::Result<CaseRow> {
    let case = brief(row)?;
    let is_shown: bool = row.get(BRIEF_WIDTH + 5)?;
    let key = RowKey {
        sorted_by: row.get(BRIEF_WIDTH + 4)?,
        id: case.id,
    };
    let score: Option<u32> = row.get(BRIEF_WIDTH + 2)?;
    let is_at_risk: bool = row.get(BRIEF_WIDTH + 3)?;
    Ok(CaseRow {
        case: if is_shown { case } else { case.hidden() },
        is_hidden: !is_shown,
        last_event_at: row.get(BRIEF_WIDTH)?,
        owner: row.get(BRIEF_WIDTH + 1)?,
        score: score.filter(|_| is_shown),
        is_at_risk: is_at_risk && is_shown,
        key,
    })
}

/// Whose cases are meant: nobody in particular (`None`), or each worker, `None` among them for
/// the cases that nobody has taken.
fn workers(
    connection: &Connection,
    whose: Whose,
    viewer: Viewer,
) -> Result<Option<Vec<Option<i64>>>, StoreError> {
    Ok(match whose {
        Whose::All => None,
        Whose::Mine => Some(vec![Some(viewer.user_id)]),
        Whose::Team => {
            let mut team: Vec<Option<i64>> =
                team(connection, viewer)?.into_iter().map(Some).collect();
            team.push(None);
            Some(team)
        }
    })
}

/// The people of the viewer's role, and those who were: their work is still there.
///
/// # Errors
/// Those of the store.
pub(super) fn team(connection: &Connection, viewer: Viewer) -> Result<Vec<i64>, StoreError> {
    let role: &str = viewer.role.into();
    let mut rows =
        connection.prepare_cached("SELECT id FROM user_account WHERE role = ?1 ORDER BY id")?;
    let ids = rows
        .query_map([role], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    Ok(ids)
}

/// The query of a page.
fn sql(query: &ListQuery) -> String {
    let (index, condition) = match query.filter {
        Filter::Everything => ("all", "TRUE".to_owned()),
        // Most cases of a store are closed after a few years, so few are passed over.
        Filter::Closed => ("all", "c.stage = 'closed'".to_owned()),
        Filter::Restricted => ("restricted", "c.restricted = 1".to_owned()),
        Filter::Live { whose, only } => {
            let (index, only) = match only {
                Only::Any => ("live", ""),
                Only::At(_) => ("stage", " AND c.stage = :stage"),
                Only::AtRisk => ("risk", " AND c.at_risk = 1"),
            };
            let (index, whose) = match whose {
                Whose::All => (index, ""),
                // The live cases of one worker are few; the rest is looked for among them.
                Whose::Mine | Whose::Team => ("owner", " AND c.owner_id IS :worker"),
            };
            (index, format!("c.stage <> 'closed'{whose}{only}"))
        }
    };
    let (column, order) = match query.sort {
        Sort::LastEvent => ("last_event_at", "last_event"),
        Sort::Name => ("name_key", "name"),
        Sort::Reference => ("reference_order", "reference"),
        Sort::Born => ("born_order", "born"),
    };
    let (after, direction) = if query.sort.is_ascending() == query.from.is_backwards() {
        ("<", "DESC")
    } else {
        (">", "ASC")
    };
    // Without the word on the id, which has no collation of its own, the page would begin at the
    // first row of the same name instead of at the key.
    let or_at = if query.from.holds_key() { "=" } else { "" };
    let from = match query.from.key() {
        Some(_) => format!(" AND (c.{column}, c.id) {after}{or_at} (:key, :key_id COLLATE BINARY)"),
        None => String::new(),
    };
    let shown = if query.sort.tells_of_the_person() {
        format!(" AND {IS_SHOWN}")
    } else {
        String::new()
    };
    let columns = row_columns(&format!("c.{column}"));
    format!(
        "SELECT {columns}
         FROM case_record c INDEXED BY case_{index}_by_{order}
         LEFT JOIN user_account u ON u.id = c.owner_id
         WHERE {condition}{from}{shown}
         ORDER BY c.{column} {direction}, c.id {direction} LIMIT :rows"
    )
}

/// One case as a row, for a search that names it.
///
/// # Errors
/// Those of the store.
pub fn one(
    connection: &Connection,
    id: CaseId,
    viewer: Viewer,
) -> Result<Option<CaseRow>, StoreError> {
    let columns = row_columns("''");
    let sql = format!(
        "SELECT {columns} FROM case_record c LEFT JOIN user_account u ON u.id = c.owner_id
         WHERE c.id = :id"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let found = statement
        .query(named_params! {
            ":user": viewer.user_id, ":now": instant(viewer.now), ":id": id.0,
        })?
        .next()?
        .map(row)
        .transpose()?;
    Ok(found)
}
