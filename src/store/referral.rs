//! The rows of referrals: what was told, and what was decided on it.

use chrono::{DateTime, Utc};
use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::StoreError;
use super::case_record::{instant, word};
use crate::domain::case::CaseId;
use crate::domain::referral::{NewReferral, Referral, ReferralId, Source, Triaged};
use crate::domain::sharing::Confidential;

const COLUMNS: &str = "r.id, r.case_id, r.received_at, taken.display_name, r.how, r.source, \
     r.source_agency, r.source_name, r.source_contact, r.person, r.feared, r.what_happened, \
     r.danger_now, r.police_told_at, r.young_person_knows, r.young_person_view, r.parents_know, \
     r.parents_view, r.confirmed_at, r.outcome, r.outcome_reason, r.triaged_at, \
     decided.display_name, r.version";
const FROM: &str = "referral r JOIN user_account taken ON taken.id = r.received_by \
     LEFT JOIN user_account decided ON decided.id = r.triaged_by";

/// Adds a referral to a case. `received_by` is a user.
///
/// # Errors
/// Those of the store.
pub fn insert(
    connection: &Connection,
    case: CaseId,
    new: &NewReferral,
    received_by: i64,
) -> Result<ReferralId, StoreError> {
    let how: &str = new.how.into();
    let person = json(&new.person)?;
    let feared = json(&new.feared)?;
    connection
        .prepare_cached(
            "INSERT INTO referral (case_id, received_at, received_by, how, source, source_agency,
                source_name, source_contact, person, feared, what_happened, danger_now,
                police_told_at, young_person_knows, young_person_view, parents_know, parents_view)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)",
        )?
        .execute(params![
            case.0,
            instant(new.received_at),
            received_by,
            how,
            new.source.word(),
            new.source.agency(),
            new.source_name.for_professionals(),
            new.source_contact.for_professionals(),
            person,
            feared,
            new.what_happened.for_professionals(),
            new.danger_now,
            new.police_told_at.map(instant),
            new.young_person_knows,
            new.young_person_view.for_professionals(),
            new.parents_know,
            new.parents_view.for_professionals(),
        ])?;
    Ok(ReferralId(connection.last_insert_rowid()))
}

/// One referral.
///
/// # Errors
/// Those of the store.
pub fn by_id(connection: &Connection, id: ReferralId) -> Result<Option<Referral>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM {FROM} WHERE r.id = ?1");
    Ok(connection
        .prepare_cached(&sql)?
        .query_row([id.0], referral)
        .optional()?)
}

/// All referrals of a case, the latest first.
///
/// # Errors
/// Those of the store.
pub fn of_case(connection: &Connection, case: CaseId) -> Result<Vec<Referral>, StoreError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM {FROM} WHERE r.case_id = ?1 ORDER BY r.received_at DESC, r.id DESC"
    );
    let found = connection
        .prepare_cached(&sql)?
        .query_map([case.0], referral)?
        .collect::<Result<_, _>>()?;
    Ok(found)
}

/// Writes down the decision on a referral; `version` is the one it was read at.
///
/// # Errors
/// [`StoreError::Conflict`] where somebody has changed or decided it meanwhile.
pub fn set_outcome(
    connection: &Connection,
    id: ReferralId,
    version: i64,
    outcome: &str,
    reason: &Confidential,
    at: DateTime<Utc>,
    by: i64,
) -> Result<(), StoreError> {
    let changed = connection
        .prepare_cached(
            "UPDATE referral SET outcome = ?1, outcome_reason = ?2, triaged_at = ?3,
                triaged_by = ?4, version = version + 1
             WHERE id = ?5 AND version = ?6 AND outcome IS NULL",
        )?
        .execute(params![
            outcome,
            reason.for_professionals(),
            instant(at),
            by,
            id.0,
            version
        ])?;
    kept(changed, id)
}

/// Opens a decision again, because what it followed from was undone. The chronology keeps it.
///
/// # Errors
/// Those of the store.
pub fn clear_outcome(connection: &Connection, id: ReferralId) -> Result<(), StoreError> {
    connection
        .prepare_cached(
            "UPDATE referral SET outcome = NULL, outcome_reason = '', triaged_at = NULL,
                triaged_by = NULL, version = version + 1
             WHERE id = ?1",
        )?
        .execute([id.0])?;
    Ok(())
}

/// Writes down when the report came in writing too.
///
/// # Errors
/// [`StoreError::Conflict`] where it was written down already.
pub fn set_confirmed(
    connection: &Connection,
    id: ReferralId,
    at: DateTime<Utc>,
) -> Result<(), StoreError> {
    let changed = connection
        .prepare_cached(
            "UPDATE referral SET confirmed_at = ?1, version = version + 1
             WHERE id = ?2 AND confirmed_at IS NULL",
        )?
        .execute(params![instant(at), id.0])?;
    kept(changed, id)
}

/// Writes down when the police were told.
///
/// # Errors
/// [`StoreError::Conflict`] where it was written down already.
pub fn set_police_told(
    connection: &Connection,
    id: ReferralId,
    at: DateTime<Utc>,
) -> Result<(), StoreError> {
    let changed = connection
        .prepare_cached(
            "UPDATE referral SET police_told_at = ?1, version = version + 1
             WHERE id = ?2 AND police_told_at IS NULL",
        )?
        .execute(params![instant(at), id.0])?;
    kept(changed, id)
}

fn kept(changed: usize, id: ReferralId) -> Result<(), StoreError> {
    if changed == 1 {
        return Ok(());
    }
    Err(StoreError::Conflict {
        what: "referral",
        id: id.0,
    })
}

fn json(value: &impl serde::Serialize) -> Result<String, StoreError> {
    serde_json::to_string(value)
        .map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()).into())
}

fn read<T: serde::de::DeserializeOwned>(row: &Row<'_>, at: usize) -> rusqlite::Result<T> {
    let text: String = row.get(at)?;
    serde_json::from_str(&text)
        .map_err(|error| rusqlite::Error::FromSqlConversionFailure(at, Type::Text, error.into()))
}

fn moment(row: &Row<'_>, at: usize) -> rusqlite::Result<Option<DateTime<Utc>>> {
    row.get(at)
}

fn confidential(row: &Row<'_>, at: usize) -> rusqlite::Result<Confidential> {
    Ok(Confidential::new(row.get::<_, String>(at)?))
}

fn referral(row: &Row<'_>) -> rusqlite::Result<Referral> {
    let (source, agency): (String, String) = (row.get(5)?, row.get(6)?);
    let source = Source::of(&source, &agency).ok_or(rusqlite::Error::InvalidColumnType(
        5,
        source,
        Type::Text,
    ))?;
    let outcome: Option<String> = row.get(19)?;
    let triaged = match (outcome, moment(row, 21)?, row.get::<_, Option<String>>(22)?) {
        (Some(outcome), Some(at), Some(by)) => Some(Triaged {
            outcome,
            reason: confidential(row, 20)?,
            at,
            by,
        }),
        _ => None,
    };
    Ok(Referral {
        id: ReferralId(row.get(0)?),
        case: CaseId(row.get(1)?),
        told: NewReferral {
            received_at: row.get(2)?,
            how: word(row, 4)?,
            source,
            source_name: confidential(row, 7)?,
            source_contact: confidential(row, 8)?,
            person: read(row, 9)?,
            feared: read(row, 10)?,
            what_happened: confidential(row, 11)?,
            danger_now: row.get(12)?,
            police_told_at: moment(row, 13)?,
            young_person_knows: row.get(14)?,
            young_person_view: confidential(row, 15)?,
            parents_know: row.get(16)?,
            parents_view: confidential(row, 17)?,
        },
        received_by: row.get(3)?,
        confirmed_at: moment(row, 18)?,
        triaged,
        version: row.get(23)?,
    })
}
