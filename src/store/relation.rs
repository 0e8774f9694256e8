//! The rows of relations: siblings, parents and carers, household, friends, adults of concern.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::StoreError;
use super::case_record::{BRIEF_COLUMNS, BRIEF_WIDTH, brief, word};
use crate::domain::case::{CaseBrief, CaseId};
use crate::domain::likeness::fold_for_search;
use crate::domain::relation::{NewRelation, Related, Relation};

/// Adds a relation to a case.
///
/// # Errors
/// [`StoreError::Constraint`] for a relation of a case to itself.
pub fn insert(connection: &Connection, case: CaseId, new: &NewRelation) -> Result<i64, StoreError> {
    let kind: &str = new.kind.into();
    let (other, name) = match &new.who {
        Related::Case(other) => (Some(other.0), ""),
        Related::Named(name) => (None, name.as_str()),
    };
    connection
        .prepare_cached(
            "INSERT INTO relation (case_id, other_case, name, name_key, kind, note)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![
            case.0,
            other,
            name,
            fold_for_search(name),
            kind,
            new.note
        ])?;
    Ok(connection.last_insert_rowid())
}

/// Whether a case has this relation already, said on either of the two records.
///
/// # Errors
/// Those of the store.
pub fn is_there(
    connection: &Connection,
    case: CaseId,
    new: &NewRelation,
) -> Result<bool, StoreError> {
    let kind: &str = new.kind.into();
    let (other, name) = match &new.who {
        Related::Case(other) => (Some(other.0), ""),
        Related::Named(name) => (None, name.as_str()),
    };
    Ok(connection
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM relation WHERE case_id = ?1 AND kind = ?2
                AND other_case IS ?3 AND name_key = ?4)
             OR EXISTS (SELECT 1 FROM relation WHERE case_id = ?3 AND kind = ?2
                AND other_case = ?1 AND kind <> 'parent-carer')",
        )?
        .query_row(params![case.0, kind, other, fold_for_search(name)], |row| {
            row.get(0)
        })?)
}

/// All relations of a case, those said on the other's record among them.
///
/// # Errors
/// Those of the store.
pub fn of_case(connection: &Connection, case: CaseId) -> Result<Vec<Relation>, StoreError> {
    let sql = format!(
        "SELECT {BRIEF_COLUMNS}, r.id, r.kind, r.name, r.note, 0, r.version
         FROM relation r LEFT JOIN case_record c ON c.id = r.other_case WHERE r.case_id = ?1
         UNION ALL
         SELECT {BRIEF_COLUMNS}, r.id, r.kind, r.name, r.note, 1, r.version
         FROM relation r JOIN case_record c ON c.id = r.case_id WHERE r.other_case = ?1"
    );
    let mut found: Vec<Relation> = connection
        .prepare_cached(&sql)?
        .query_map([case.0], relation)?
        .collect::<Result<_, _>>()?;
    found.sort_by_key(|one| (one.kind, one.id));
    Ok(found)
}

/// Takes a relation away that was said in error; answers what it was.
///
/// # Errors
/// [`StoreError::NotFound`] where the case has no such relation.
pub fn remove(connection: &Connection, case: CaseId, id: i64) -> Result<Relation, StoreError> {
    let found = of_case(connection, case)?
        .into_iter()
        .find(|one| one.id == id)
        .ok_or(StoreError::NotFound)?;
    connection
        .prepare_cached("DELETE FROM relation WHERE id = ?1")?
        .execute([id])?;
    Ok(found)
}

/// Other cases whose records name the same person, at most `most`: a shared contact.
///
/// # Errors
/// Those of the store.
pub fn cases_naming(
    connection: &Connection,
    name: &str,
    but: CaseId,
    most: u32,
) -> Result<Vec<CaseBrief>, StoreError> {
    let key = fold_for_search(name);
    if key.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "SELECT DISTINCT {BRIEF_COLUMNS} FROM relation r JOIN case_record c ON c.id = r.case_id
         WHERE r.name_key = ?1 AND r.name_key <> '' AND r.case_id <> ?2
         ORDER BY r.case_id DESC LIMIT ?3"
    );
    let found = connection
        .prepare_cached(&sql)?
        .query_map(params![key, but.0, most], brief)?
        .collect::<Result<_, _>>()?;
    Ok(found)
}

fn relation(row: &Row<'_>) -> rusqlite::Result<Relation> {
    let has_case = row.get::<_, Option<i64>>(0)?.is_some();
    Ok(Relation {
        id: row.get(BRIEF_WIDTH)?,
        kind: word(row, BRIEF_WIDTH + 1)?,
        case: has_case.then(|| brief(row)).transpose()?,
        name: row.get(BRIEF_WIDTH + 2)?,
        note: row.get(BRIEF_WIDTH + 3)?,
        is_from_other: row.get(BRIEF_WIDTH + 4)?,
        version: row.get(BRIEF_WIDTH + 5)?,
    })
}

/// The case that a relation was written down on.
///
/// # Errors
/// Those of the store.
pub fn written_on(connection: &Connection, id: i64) -> Result<Option<CaseId>, StoreError> {
    Ok(connection
        .prepare_cached("SELECT case_id FROM relation WHERE id = ?1")?
        .query_row([id], |row| Ok(CaseId(row.get(0)?)))
        .optional()?)
}
