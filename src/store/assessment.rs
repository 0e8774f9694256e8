//! Assessments and the forms they were made on: drafts saved by version, and what is completed
//! for ever (triggers keep it so).
//!
//! Each form text is kept once, by its hash. Plain functions without a transaction of their own,
//! so that one person's deed and a large import are written by the same lines.

mod row;

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{Connection, OptionalExtension, params};
use sha2::{Digest, Sha256};

use self::row::{COLUMNS, Reader};
use super::StoreError;
use super::case_record::instant;
use super::hex;
use crate::domain::assessment::{Assessment, AssessmentId, Content, Direction};
use crate::domain::case::CaseId;
use crate::domain::decision::Basis;
use crate::domain::seraf::Form;

/// An assessment that is begun.
#[derive(Debug, Clone, Copy)]
pub struct NewAssessment<'a> {
    pub case: CaseId,
    /// As [`form_version`] gives it, of the content's own form.
    pub form_version: i64,
    pub content: &'a Content,
    pub begun_by: i64,
    pub begun_at: DateTime<Utc>,
}

/// What is worked out when it is completed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Completion {
    pub score: u32,
    pub category: u8,
    pub at_risk: bool,
    /// The age that the category was worked out with.
    pub age: Option<u8>,
    pub completed_by: i64,
    pub completed_at: DateTime<Utc>,
}

/// The row of a form's text, made where it is not there yet. A bulk writer asks once.
///
/// # Errors
/// Those of the store.
pub fn form_version(connection: &Connection, form: &Form) -> Result<i64, StoreError> {
    let hash = hex::encode(&Sha256::digest(form.file_text()));
    let known = connection
        .prepare_cached("SELECT id FROM form_version WHERE hash = ?1")?
        .query_row([&hash], |row| row.get(0))
        .optional()?;
    if let Some(id) = known {
        return Ok(id);
    }
    connection
        .prepare_cached("INSERT INTO form_version (form_id, hash, text) VALUES (?1, ?2, ?3)")?
        .execute(params![form.id().as_str(), hash, form.file_text()])?;
    Ok(connection.last_insert_rowid())
}

/// Begins a draft. A case has one at a time.
///
/// # Errors
/// [`StoreError::Constraint`] where a draft is open; those of the store.
pub fn insert_draft(
    connection: &Connection,
    new: &NewAssessment<'_>,
) -> Result<AssessmentId, StoreError> {
    insert(connection, new, None)
}

/// Writes an assessment that was completed at once, as an import or fictional cases do.
///
/// # Errors
/// Those of the store.
pub fn insert_completed(
    connection: &Connection,
    new: &NewAssessment<'_>,
    completion: &Completion,
) -> Result<AssessmentId, StoreError> {
    insert(connection, new, Some(completion))
}

fn insert(
    connection: &Connection,
    new: &NewAssessment<'_>,
    completion: Option<&Completion>,
) -> Result<AssessmentId, StoreError> {
    let content = new.content;
    let judgement = content.judgement.as_ref();
    let (status, by, at) = match completion {
        Some(done) => ("completed", done.completed_by, done.completed_at),
        None => ("draft", new.begun_by, new.begun_at),
    };
    connection
        .prepare_cached(
            "INSERT INTO assessment (case_id, status, form_version, assessed_on, answers,
                 evidence, judgement, judgement_reason, category_reason, harmed, harmed_note,
                 protective, narrative, young_person_view, young_person_view_on, family_view,
                 family_view_on, helped_by, begun_by, begun_at, saved_by, saved_at, score,
                 category, at_risk, age, completed_by, completed_at, about)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17,
                 ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29)",
        )?
        .execute(params![
            new.case.0,
            status,
            new.form_version,
            content.assessed_on,
            json(&content.answers)?,
            json(&content.evidence)?,
            judgement.map(|judged| <&str>::from(judged.direction)),
            judgement.map_or("", |judged| judged.reason.for_professionals()),
            content.category_reason.for_professionals(),
            <&str>::from(content.harmed),
            content.harmed_note.for_professionals(),
            content.protective.for_professionals(),
            content.narrative.for_professionals(),
            content.young_person_view.words.for_professionals(),
            content.young_person_view.said_on,
            content.family_view.words.for_professionals(),
            content.family_view.said_on,
            content.helped_by.for_professionals(),
            new.begun_by,
            instant(new.begun_at),
            by,
            instant(at),
            completion.map(|done| done.score),
            completion.map(|done| done.category),
            completion.map(|done| done.at_risk),
            completion.and_then(|done| done.age),
            completion.map(|done| done.completed_by),
            completion.map(|done| instant(done.completed_at)),
            json(&content.about.for_professionals())?,
        ])?;
    Ok(AssessmentId(connection.last_insert_rowid()))
}

/// Saves a draft where nobody else has saved it since it was read. Answers its new version.
///
/// # Errors
/// [`StoreError::Conflict`] where somebody has, or where it is completed by now.
pub fn save(
    connection: &Connection,
    id: AssessmentId,
    version: i64,
    content: &Content,
    saved_by: i64,
    saved_at: DateTime<Utc>,
) -> Result<i64, StoreError> {
    let judgement = content.judgement.as_ref();
    let saved = connection
        .prepare_cached(
            "UPDATE assessment SET assessed_on = ?3, answers = ?4, evidence = ?5, judgement = ?6,
                 judgement_reason = ?7, category_reason = ?8, harmed = ?9, harmed_note = ?10,
                 protective = ?11, narrative = ?12, young_person_view = ?13,
                 young_person_view_on = ?14, family_view = ?15, family_view_on = ?16,
                 helped_by = ?17, saved_by = ?18, saved_at = ?19, about = ?20,
                 version = version + 1
             WHERE id = ?1 AND version = ?2 AND status = 'draft'
             RETURNING version",
        )?
        .query_row(
            params![
                id.0,
                version,
                content.assessed_on,
                json(&content.answers)?,
                json(&content.evidence)?,
                judgement.map(|judged| <&str>::from(judged.direction)),
                judgement.map_or("", |judged| judged.reason.for_professionals()),
                content.category_reason.for_professionals(),
                <&str>::from(content.harmed),
                content.harmed_note.for_professionals(),
                content.protective.for_professionals(),
                content.narrative.for_professionals(),
                content.young_person_view.words.for_professionals(),
                content.young_person_view.said_on,
                content.family_view.words.for_professionals(),
                content.family_view.said_on,
                content.helped_by.for_professionals(),
                saved_by,
                instant(saved_at),
                json(&content.about.for_professionals())?,
            ],
            |row| row.get(0),
        )
        .optional()?;
    saved.ok_or(StoreError::Conflict {
        what: "assessment",
        id: id.0,
    })
}

/// Completes a draft as it was last saved; from then on no one changes it.
///
/// # Errors
/// [`StoreError::Conflict`] where it was saved since, or is completed by now.
pub fn complete(
    connection: &Connection,
    id: AssessmentId,
    version: i64,
    done: &Completion,
) -> Result<(), StoreError> {
    let changed = connection
        .prepare_cached(
            "UPDATE assessment SET status = 'completed', score = ?3, category = ?4, at_risk = ?5,
                 age = ?6, completed_by = ?7, completed_at = ?8, version = version + 1
             WHERE id = ?1 AND version = ?2 AND status = 'draft'",
        )?
        .execute(params![
            id.0,
            version,
            done.score,
            done.category,
            done.at_risk,
            done.age,
            done.completed_by,
            instant(done.completed_at)
        ])?;
    if changed == 1 {
        return Ok(());
    }
    Err(StoreError::Conflict {
        what: "assessment",
        id: id.0,
    })
}

/// One assessment.
///
/// # Errors
/// Those of the store; [`StoreError::Damaged`] where it cannot be read on its form.
pub fn by_id(connection: &Connection, id: AssessmentId) -> Result<Option<Assessment>, StoreError> {
    one(connection, "a.id = ?1", id.0)
}

/// The draft that is open in a case.
///
/// # Errors
/// As for [`by_id`].
pub fn draft_of(connection: &Connection, case: CaseId) -> Result<Option<Assessment>, StoreError> {
    one(connection, "a.case_id = ?1 AND a.status = 'draft'", case.0)
}

fn one(connection: &Connection, which: &str, id: i64) -> Result<Option<Assessment>, StoreError> {
    let sql = format!("{COLUMNS} WHERE {which}");
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = statement.query([id])?;
    let Some(row) = rows.next()? else {
        return Ok(None);
    };
    Reader::default().read(connection, row).map(Some)
}

/// The latest completed assessment of a case, by its day; with `on`, of those up to that day.
///
/// # Errors
/// As for [`by_id`].
pub fn latest(
    connection: &Connection,
    case: CaseId,
    on: Option<NaiveDate>,
) -> Result<Option<Assessment>, StoreError> {
    let sql = format!(
        "{COLUMNS} WHERE a.case_id = ?1 AND a.status = 'completed'
             AND (?2 IS NULL OR a.assessed_on <= ?2)
         ORDER BY a.assessed_on DESC, a.id DESC LIMIT 1"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = statement.query(params![case.0, on])?;
    let Some(row) = rows.next()? else {
        return Ok(None);
    };
    Reader::default().read(connection, row).map(Some)
}

/// Every completed assessment of a case, the latest day first.
///
/// # Errors
/// As for [`by_id`].
pub fn completed(connection: &Connection, case: CaseId) -> Result<Vec<Assessment>, StoreError> {
    let sql = format!(
        "{COLUMNS} WHERE a.case_id = ?1 AND a.status = 'completed'
         ORDER BY a.assessed_on DESC, a.id DESC"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = statement.query([case.0])?;
    let mut reader = Reader::default();
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        all.push(reader.read(connection, row)?);
    }
    Ok(all)
}

/// The score that a decision would stand beside, with the worker's judgement.
///
/// # Errors
/// Those of the store.
pub fn basis(
    connection: &Connection,
    case: CaseId,
) -> Result<Option<(Basis, Option<Direction>)>, StoreError> {
    Ok(connection
        .prepare_cached(
            "SELECT id, score, category, at_risk, judgement FROM assessment
             WHERE case_id = ?1 AND status = 'completed'
             ORDER BY assessed_on DESC, id DESC LIMIT 1",
        )?
        .query_row([case.0], |row| {
            let basis = Basis {
                assessment: AssessmentId(row.get(0)?),
                score: row.get(1)?,
                category: row.get(2)?,
                at_risk: row.get(3)?,
            };
            Ok((basis, row::direction(row, 4)?))
        })
        .optional()?)
}

fn json<T: serde::Serialize>(value: &T) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|error| {
        StoreError::Other(rusqlite::Error::ToSqlConversionFailure(Box::new(error)))
    })
}

#[cfg(test)]
mod tests;
