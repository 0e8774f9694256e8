//! The rows of what is prepared before a meeting: with each person, what can't be shared, and the
//! reports of agencies.
//!
//! Plain functions over a connection. What is done and what is open is `domain::preparation`'s.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{Connection, Row, params};

use super::StoreError;
use super::case_record::{instant, word};
use crate::domain::meeting::MeetingId;
use crate::domain::preparation::{Asked, HeldBack, PersonPreparation, Report, Withheld};
use crate::domain::sharing::{Confidential, Shareable};

/// What is prepared with the people of a meeting, by their row on its list.
///
/// # Errors
/// Those of the store.
pub fn of_meeting(
    connection: &Connection,
    meeting: MeetingId,
) -> Result<BTreeMap<i64, PersonPreparation>, StoreError> {
    let mut rows = connection.prepare_cached(
        "SELECT r.meeting_person, r.told_on, r.told_by, r.told_how, r.wants_to_say, r.said_by,
             r.beside_them, r.advocate, r.advocate_on, r.language, r.transport, r.venue_hard,
             r.none_of, r.version, r.tell_again
         FROM meeting_person p JOIN preparation r ON r.meeting_person = p.id
         WHERE p.meeting_id = ?1",
    )?;
    let found = rows
        .query_map([meeting.0], |row| Ok((row.get(0)?, prepared(row)?)))?
        .collect::<Result<_, _>>()?;
    Ok(found)
}

/// Keeps what is prepared with a person, where nobody else has changed it since it was read.
///
/// # Errors
/// [`StoreError::Conflict`] where somebody has; those of the store.
pub fn save(
    connection: &Connection,
    person: i64,
    preparation: &PersonPreparation,
) -> Result<(), StoreError> {
    let (advocate, language): (&str, String) = (
        preparation.advocate.into(),
        <&str>::from(preparation.language).to_owned(),
    );
    let changed = connection
        .prepare_cached(
            "INSERT INTO preparation (meeting_person, told_on, told_by, told_how, wants_to_say,
                 said_by, beside_them, advocate, advocate_on, language, transport, venue_hard,
                 none_of, tell_again)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?15)
             ON CONFLICT (meeting_person) DO UPDATE SET told_on = ?2, told_by = ?3, told_how = ?4,
                 wants_to_say = ?5, said_by = ?6, beside_them = ?7, advocate = ?8,
                 advocate_on = ?9, language = ?10, transport = ?11, venue_hard = ?12,
                 none_of = ?13, tell_again = ?15, version = version + 1
             WHERE version = ?14",
        )?
        .execute(params![
            person,
            preparation.told_on,
            preparation.told_by.for_professionals(),
            preparation.told_how.for_professionals(),
            preparation.wants_to_say.as_str(),
            preparation.said_by.as_str(),
            preparation.beside_them.as_str(),
            advocate,
            preparation.advocate_on,
            language,
            preparation.transport.for_professionals(),
            preparation.venue_hard.for_professionals(),
            nothing_text(preparation),
            preparation.version,
            preparation.tell_again,
        ])?;
    one_changed(changed, "preparation", person)
}

/// Says that what this person was told of the meeting no longer holds; nothing where they were
/// told nothing yet. Answers whether they had been.
///
/// # Errors
/// Those of the store.
pub fn tell_again(connection: &Connection, person: i64) -> Result<bool, StoreError> {
    let changed = connection
        .prepare_cached(
            "UPDATE preparation SET tell_again = 1, version = version + 1
             WHERE meeting_person = ?1 AND told_on IS NOT NULL",
        )?
        .execute([person])?;
    Ok(changed > 0)
}

/// What those who were asked hold back, as far as it still holds, the first noted first.
///
/// # Errors
/// Those of the store.
pub fn held_back(connection: &Connection, meeting: MeetingId) -> Result<Vec<HeldBack>, StoreError> {
    let mut rows = connection.prepare_cached(
        "SELECT id, what, reason, agreed_by, noted_at FROM not_shared
         WHERE meeting_id = ?1 AND withdrawn_at IS NULL ORDER BY id",
    )?;
    let found = rows
        .query_map([meeting.0], |row| {
            let what: String = row.get(1)?;
            let reason: String = row.get(2)?;
            let withheld = (!what.is_empty()).then(|| Withheld {
                what: Confidential::new(what),
                reason: Confidential::new(reason),
            });
            Ok(HeldBack {
                id: row.get(0)?,
                withheld,
                agreed_by: Confidential::new(row.get::<_, String>(3)?),
                noted_at: row.get(4)?,
            })
        })?
        .collect::<Result<_, _>>()?;
    Ok(found)
}

/// Notes something that can't be shared; with `None`, that those who were asked hold nothing back.
///
/// # Errors
/// Those of the store.
pub fn insert_held_back(
    connection: &Connection,
    meeting: MeetingId,
    withheld: Option<&Withheld>,
    agreed_by: &Confidential,
    by: i64,
    at: DateTime<Utc>,
) -> Result<i64, StoreError> {
    let (what, reason) = withheld.map_or(("", ""), |withheld| {
        (
            withheld.what.for_professionals(),
            withheld.reason.for_professionals(),
        )
    });
    connection
        .prepare_cached(
            "INSERT INTO not_shared (meeting_id, what, reason, agreed_by, noted_by, noted_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![
            meeting.0,
            what,
            reason,
            agreed_by.for_professionals(),
            by,
            instant(at)
        ])?;
    Ok(connection.last_insert_rowid())
}

/// Says that something noted no longer holds; the row stays.
///
/// # Errors
/// [`StoreError::Conflict`] where somebody else has withdrawn it; those of the store.
pub fn withdraw_held_back(
    connection: &Connection,
    meeting: MeetingId,
    id: i64,
    by: i64,
    at: DateTime<Utc>,
) -> Result<(), StoreError> {
    let changed = connection
        .prepare_cached(
            "UPDATE not_shared SET withdrawn_by = ?1, withdrawn_at = ?2
             WHERE id = ?3 AND meeting_id = ?4 AND withdrawn_at IS NULL",
        )?
        .execute(params![by, instant(at), id, meeting.0])?;
    one_changed(changed, "not-shared", id)
}

/// The reports that have come in.
///
/// # Errors
/// Those of the store.
pub fn reports(connection: &Connection, meeting: MeetingId) -> Result<Vec<Report>, StoreError> {
    let mut rows = connection.prepare_cached(
        "SELECT agency_id, received_on, note, version FROM agency_report
         WHERE meeting_id = ?1 ORDER BY id",
    )?;
    let found = rows
        .query_map([meeting.0], |row| {
            Ok(Report {
                agency: row.get(0)?,
                received_on: row.get::<_, NaiveDate>(1)?,
                note: Confidential::new(row.get::<_, String>(2)?),
                version: row.get(3)?,
            })
        })?
        .collect::<Result<_, _>>()?;
    Ok(found)
}

/// Keeps that a report came in, where nobody else has changed it since it was read.
///
/// # Errors
/// [`StoreError::Conflict`] where somebody has; those of the store.
pub fn save_report(
    connection: &Connection,
    meeting: MeetingId,
    report: &Report,
) -> Result<(), StoreError> {
    let changed = connection
        .prepare_cached(
            "INSERT INTO agency_report (meeting_id, agency_id, received_on, note)
             VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (meeting_id, agency_id) DO UPDATE SET received_on = ?3, note = ?4,
                 version = version + 1
             WHERE version = ?5",
        )?
        .execute(params![
            meeting.0,
            report.agency,
            report.received_on,
            report.note.for_professionals(),
            report.version
        ])?;
    one_changed(changed, "report", meeting.0)
}

/// Takes back that a report came in: it was written down by mistake.
///
/// # Errors
/// [`StoreError::Conflict`] where somebody else has changed it; those of the store.
pub fn remove_report(
    connection: &Connection,
    meeting: MeetingId,
    agency: &str,
    version: i64,
) -> Result<(), StoreError> {
    let changed = connection
        .prepare_cached(
            "DELETE FROM agency_report WHERE meeting_id = ?1 AND agency_id = ?2 AND version = ?3",
        )?
        .execute(params![meeting.0, agency, version])?;
    one_changed(changed, "report", meeting.0)
}

fn prepared(row: &Row<'_>) -> rusqlite::Result<PersonPreparation> {
    let confidential = |at: usize| row.get::<_, String>(at).map(Confidential::new);
    let shareable = |at: usize| row.get::<_, String>(at).map(Shareable::new);
    let nothing: String = row.get(12)?;
    let nothing: Vec<String> = serde_json::from_str(&nothing).unwrap_or_default();
    Ok(PersonPreparation {
        told_on: row.get(1)?,
        told_by: confidential(2)?,
        told_how: confidential(3)?,
        wants_to_say: shareable(4)?,
        said_by: shareable(5)?,
        beside_them: shareable(6)?,
        advocate: word(row, 7)?,
        advocate_on: row.get(8)?,
        language: word(row, 9)?,
        transport: confidential(10)?,
        venue_hard: confidential(11)?,
        nothing: nothing
            .iter()
            .filter_map(|word| word.parse().ok())
            .collect(),
        version: row.get(13)?,
        tell_again: row.get(14)?,
    })
}

fn nothing_text(preparation: &PersonPreparation) -> String {
    let words: Vec<&str> = preparation
        .nothing
        .iter()
        .map(|asked: &Asked| (*asked).into())
        .collect();
    serde_json::json!(words).to_string()
}

fn one_changed(changed: usize, what: &'static str, id: i64) -> Result<(), StoreError> {
    if changed == 1 {
        return Ok(());
    }
    Err(StoreError::Conflict { what, id })
}
