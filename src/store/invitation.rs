//! The rows of invitations: what was sent to whom, and what they answered.
//!
//! Plain functions over a connection. What is owed to whom is `domain::invitation`'s.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::StoreError;
use super::case_record::{instant, word};
use super::meeting::row::invited;
use crate::domain::bilingual::Language;
use crate::domain::case::CaseId;
use crate::domain::invitation::Invitation;
use crate::domain::meeting::{Invited, MeetingId};
use crate::domain::person::ChosenLanguage;
use crate::domain::sharing::Confidential;

const COLUMNS: &str = "i.meeting_person, i.uid, i.sequence, i.sent_sequence, i.sent_at, \
     i.cancelled_at, i.language, i.answer, i.answer_note, i.answered_at, \
     i.told_start, i.version";

/// Everybody on a meeting's list with their invitation, where there is one, and those taken off
/// the list who were sent something.
///
/// # Errors
/// Those of the store.
pub fn of_meeting(
    connection: &Connection,
    meeting: MeetingId,
) -> Result<Vec<(Invited, Option<Invitation>)>, StoreError> {
    let sql = format!(
        "SELECT p.id, p.user_id, p.name, p.agency_id, p.role, p.kind, p.part1, p.part2,
             p.not_asked_reason, p.not_asked_by, {COLUMNS}
         FROM meeting_person p LEFT JOIN invitation i ON i.meeting_person = p.id
         WHERE p.meeting_id = ?1 AND (p.removed_at IS NULL OR i.sent_at IS NOT NULL)
         ORDER BY p.removed_at IS NOT NULL, p.id"
    );
    let mut rows = connection.prepare_cached(&sql)?;
    let found = rows
        .query_map([meeting.0], |row| {
            let has_one = row.get::<_, Option<i64>>(10)?.is_some();
            let invitation = has_one.then(|| invitation(row, 10)).transpose()?;
            Ok((invited(row)?, invitation))
        })?
        .collect::<Result<_, _>>()?;
    Ok(found)
}

/// The invitation of one person on a meeting's list.
///
/// # Errors
/// Those of the store.
pub fn of_person(connection: &Connection, person: i64) -> Result<Option<Invitation>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM invitation i WHERE i.meeting_person = ?1");
    Ok(connection
        .prepare_cached(&sql)?
        .query_row([person], |row| invitation(row, 0))
        .optional()?)
}

/// Keeps an invitation, where nobody else has changed it since it was read.
///
/// # Errors
/// [`StoreError::Conflict`] where somebody has; those of the store.
pub fn save(connection: &Connection, invitation: &Invitation) -> Result<(), StoreError> {
    let answer: &str = invitation.answer.into();
    let changed = connection
        .prepare_cached(
            "INSERT INTO invitation (meeting_person, uid, sequence, sent_sequence, sent_at,
                 cancelled_at, language, answer, answer_note, answered_at, told_start)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
             ON CONFLICT (meeting_person) DO UPDATE SET sequence = ?3, sent_sequence = ?4,
                 sent_at = ?5, cancelled_at = ?6, language = ?7, answer = ?8, answer_note = ?9,
                 answered_at = ?10, told_start = ?11, version = version + 1
             WHERE version = ?12",
        )?
        .execute(params![
            invitation.person,
            invitation.uid,
            invitation.sequence,
            invitation.sent_sequence,
            invitation.sent_at.map(instant),
            invitation.cancelled_at.map(instant),
            invitation.language.code(),
            answer,
            invitation.answer_note.for_professionals(),
            invitation.answered_at.map(instant),
            invitation.told_start.map(instant),
            invitation.version,
        ])?;
    if changed == 1 {
        return Ok(());
    }
    Err(StoreError::Conflict {
        what: "invitation",
        id: invitation.person,
    })
}

/// The last meeting of a case that preparation is about: the one that is planned, else the last
/// that was called off with people still to be told.
///
/// # Errors
/// Those of the store.
pub fn meeting_in_hand(
    connection: &Connection,
    case: CaseId,
) -> Result<Option<MeetingId>, StoreError> {
    Ok(connection
        .prepare_cached(
            "SELECT m.id FROM meeting m
             WHERE m.case_id = ?1 AND (m.status = 'planned' OR (m.status = 'cancelled'
                 AND EXISTS (SELECT 1 FROM meeting_person p
                     JOIN invitation i ON i.meeting_person = p.id
                     WHERE p.meeting_id = m.id AND i.sent_at IS NOT NULL
                       AND i.cancelled_at IS NULL)))
             ORDER BY m.status = 'planned' DESC, m.id DESC LIMIT 1",
        )?
        .query_row([case.0], |row| Ok(MeetingId(row.get(0)?)))
        .optional()?)
}

/// The language that a case's young person chose for meetings and letters.
///
/// # Errors
/// Those of the store.
pub fn language_known(connection: &Connection, case: CaseId) -> Result<ChosenLanguage, StoreError> {
    Ok(connection
        .prepare_cached("SELECT language FROM case_record WHERE id = ?1")?
        .query_row([case.0], |row| word(row, 0))?)
}

fn invitation(row: &Row<'_>, from: usize) -> rusqlite::Result<Invitation> {
    let at = |column: usize| from + column;
    let language: String = row.get(at(6))?;
    Ok(Invitation {
        person: row.get(at(0))?,
        uid: row.get(at(1))?,
        sequence: row.get(at(2))?,
        sent_sequence: row.get(at(3))?,
        sent_at: row.get(at(4))?,
        cancelled_at: row.get(at(5))?,
        language: if language == Language::Welsh.code() {
            Language::Welsh
        } else {
            Language::English
        },
        answer: word(row, at(7))?,
        answer_note: Confidential::new(row.get::<_, String>(at(8))?),
        answered_at: row.get(at(9))?,
        told_start: row.get(at(10))?,
        version: row.get(at(11))?,
    })
}
