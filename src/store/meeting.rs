//! The rows of meetings and of the people on their lists.
//!
//! Plain functions over a connection, with prepared statements and no transaction of their own,
//! so that a deed of casework and a bulk writer can both use them. What takes people's time is
//! read in `store/meeting/busy.rs`.

mod basis;
pub mod busy;
pub(super) mod row;
#[cfg(test)]
mod tests;

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{Connection, OptionalExtension, named_params, params};

pub use self::basis::{decided_at, family_known, last_held_on, on_protocol_since};
use self::row::{agenda_text, invited, meeting, meeting_brief, time_text};
use super::StoreError;
use super::case_record::{BRIEF_COLUMNS, IS_SHOWN, Viewer, instant};
use crate::domain::case::CaseId;
use crate::domain::meeting::{
    Invited, Meeting, MeetingBrief, MeetingId, MeetingPlan, MeetingStatus, NotAsked,
};

const COLUMNS: &str = "id, case_id, kind, status, held_on, part1_start, part1_minutes, \
     part1_agenda, part2_start, part2_minutes, part2_agenda, no_part2_reason, no_part2_by, \
     venue_id, chair_id, day_reason, cancelled_reason, version";

/// Adds a meeting with everybody on its list.
///
/// # Errors
/// [`StoreError::Constraint`] where the plan breaks a rule of the tables; those of the store.
pub fn insert(
    connection: &Connection,
    case: CaseId,
    plan: &MeetingPlan,
    status: MeetingStatus,
    cancelled_reason: &str,
) -> Result<MeetingId, StoreError> {
    let (kind, status): (&str, &str) = (plan.kind.into(), status.into());
    let (no_part2_reason, no_part2_by) = reason_columns(plan.no_part2.as_ref());
    connection
        .prepare_cached(
            "INSERT INTO meeting (case_id, kind, status, held_on, part1_start, part1_minutes,
                 part1_agenda, part2_start, part2_minutes, part2_agenda, no_part2_reason,
                 no_part2_by, venue_id, chair_id, day_reason, cancelled_reason)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)",
        )?
        .execute(params![
            case.0,
            kind,
            status,
            plan.day,
            time_text(plan.part1.start),
            plan.part1.minutes,
            agenda_text(&plan.part1),
            plan.part2.as_ref().map(|part| time_text(part.start)),
            plan.part2.as_ref().map(|part| part.minutes),
            plan.part2.as_ref().map_or("[]".to_owned(), agenda_text),
            no_part2_reason,
            no_part2_by,
            plan.venue,
            plan.chair,
            plan.day_reason,
            cancelled_reason,
        ])?;
    let id = MeetingId(connection.last_insert_rowid());
    for person in &plan.people {
        insert_person(connection, id, person)?;
    }
    Ok(id)
}

/// Puts another plan in the place of a meeting's, where nobody else has changed it since it was
/// read. People keep their rows; those no longer on the list are taken off it at `at`.
///
/// # Errors
/// [`StoreError::Conflict`] where somebody has; [`StoreError::Constraint`]; those of the store.
pub fn update(
    connection: &Connection,
    meeting: &Meeting,
    plan: &MeetingPlan,
    at: DateTime<Utc>,
) -> Result<(), StoreError> {
    let kind: &str = plan.kind.into();
    let (no_part2_reason, no_part2_by) = reason_columns(plan.no_part2.as_ref());
    let changed = connection
        .prepare_cached(
            "UPDATE meeting SET kind = ?1, held_on = ?2, part1_start = ?3, part1_minutes = ?4,
                 part1_agenda = ?5, part2_start = ?6, part2_minutes = ?7, part2_agenda = ?8,
                 no_part2_reason = ?9, no_part2_by = ?10, venue_id = ?11, chair_id = ?12,
                 day_reason = ?13, version = version + 1
             WHERE id = ?14 AND version = ?15",
        )?
        .execute(params![
            kind,
            plan.day,
            time_text(plan.part1.start),
            plan.part1.minutes,
            agenda_text(&plan.part1),
            plan.part2.as_ref().map(|part| time_text(part.start)),
            plan.part2.as_ref().map(|part| part.minutes),
            plan.part2.as_ref().map_or("[]".to_owned(), agenda_text),
            no_part2_reason,
            no_part2_by,
            plan.venue,
            plan.chair,
            plan.day_reason,
            meeting.id.0,
            meeting.version,
        ])?;
    one_changed(changed, meeting.id)?;
    let stay: Vec<i64> = plan.people.iter().filter_map(|person| person.row).collect();
    for gone in meeting.plan.people.iter().filter_map(|person| person.row) {
        if !stay.contains(&gone) {
            connection
                .prepare_cached(
                    "UPDATE meeting_person SET removed_at = ?3, version = version + 1
                     WHERE id = ?1 AND meeting_id = ?2",
                )?
                .execute(params![gone, meeting.id.0, instant(at)])?;
        }
    }
    for person in &plan.people {
        match person.row {
            Some(row) => update_person(connection, meeting.id, row, person)?,
            None => {
                insert_person(connection, meeting.id, person)?;
            }
        }
    }
    Ok(())
}

/// Says what has become of a meeting, where nobody else has changed it since it was read. The
/// reason is that of a cancelling, and empty otherwise.
///
/// # Errors
/// [`StoreError::Conflict`] where somebody has; those of the store.
pub fn set_status(
    connection: &Connection,
    meeting: &Meeting,
    status: MeetingStatus,
    cancelled_reason: &str,
) -> Result<(), StoreError> {
    let status: &str = status.into();
    let changed = connection
        .prepare_cached(
            "UPDATE meeting SET status = ?1, cancelled_reason = ?2, version = version + 1
             WHERE id = ?3 AND version = ?4",
        )?
        .execute(params![
            status,
            cancelled_reason,
            meeting.id.0,
            meeting.version
        ])?;
    one_changed(changed, meeting.id)
}

/// Writes down on which day a meeting really takes place, where nobody else has changed it since
/// it was read.
///
/// # Errors
/// [`StoreError::Conflict`] where somebody has; those of the store.
pub fn set_day(
    connection: &Connection,
    meeting: &Meeting,
    day: NaiveDate,
) -> Result<(), StoreError> {
    let changed = connection
        .prepare_cached(
            "UPDATE meeting SET held_on = ?1, version = version + 1
             WHERE id = ?2 AND version = ?3",
        )?
        .execute(params![day, meeting.id.0, meeting.version])?;
    one_changed(changed, meeting.id)
}

/// One meeting with its people.
///
/// # Errors
/// Those of the store.
pub fn by_id(connection: &Connection, id: MeetingId) -> Result<Option<Meeting>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM meeting WHERE id = ?1");
    let found = connection
        .prepare_cached(&sql)?
        .query_row([id.0], meeting)
        .optional()?;
    found.map(|one| with_people(connection, one)).transpose()
}

/// Every meeting of a case, the last one first.
///
/// # Errors
/// Those of the store.
pub fn of_case(connection: &Connection, case: CaseId) -> Result<Vec<Meeting>, StoreError> {
    let sql =
        format!("SELECT {COLUMNS} FROM meeting WHERE case_id = ?1 ORDER BY held_on DESC, id DESC");
    let mut rows = connection.prepare_cached(&sql)?;
    let found: Vec<Meeting> = rows
        .query_map([case.0], meeting)?
        .collect::<Result<_, _>>()?;
    found
        .into_iter()
        .map(|one| with_people(connection, one))
        .collect()
}

/// The meetings on these days, both included, in the order in which they begin: at most `limit`.
/// Those of restricted cases only where the viewer is named for them.
///
/// # Errors
/// Those of the store.
pub fn between(
    connection: &Connection,
    first: NaiveDate,
    last: NaiveDate,
    viewer: &Viewer,
    limit: u32,
) -> Result<Vec<MeetingBrief>, StoreError> {
    let sql = format!(
        "SELECT {BRIEF_COLUMNS}, m.id, m.kind, m.status, m.held_on, m.part1_start, m.part2_start,
             m.venue_id, coalesce(u.display_name, ''), m.version
         FROM meeting m JOIN case_record c ON c.id = m.case_id
             LEFT JOIN user_account u ON u.id = m.chair_id
         WHERE m.held_on BETWEEN :first AND :last AND {IS_SHOWN}
         ORDER BY m.held_on, m.part1_start, m.id LIMIT :limit"
    );
    let mut rows = connection.prepare_cached(&sql)?;
    let found = rows
        .query_map(
            named_params! {
                ":first": first,
                ":last": last,
                ":user": viewer.user_id,
                ":now": instant(viewer.now),
                ":limit": limit,
            },
            meeting_brief,
        )?
        .collect::<Result<_, _>>()?;
    Ok(found)
}

/// Puts somebody on the list of a meeting.
///
/// # Errors
/// [`StoreError::Constraint`]; those of the store.
pub fn insert_person(
    connection: &Connection,
    meeting: MeetingId,
    person: &Invited,
) -> Result<i64, StoreError> {
    let kind: &str = person.kind.into();
    let (reason, by) = reason_columns(person.not_asked.as_ref());
    connection
        .prepare_cached(
            "INSERT INTO meeting_person (meeting_id, user_id, name, name_key, agency_id, role,
                 kind, part1, part2, not_asked_reason, not_asked_by)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        )?
        .execute(params![
            meeting.0,
            person.user_id,
            person.name,
            person.name_key(),
            person.agency,
            person.role,
            kind,
            person.part1,
            person.part2,
            reason,
            by,
        ])?;
    Ok(connection.last_insert_rowid())
}

fn update_person(
    connection: &Connection,
    meeting: MeetingId,
    row: i64,
    person: &Invited,
) -> Result<(), StoreError> {
    let kind: &str = person.kind.into();
    let (reason, by) = reason_columns(person.not_asked.as_ref());
    let changed = connection
        .prepare_cached(
            "UPDATE meeting_person SET user_id = ?1, name = ?2, name_key = ?3, agency_id = ?4,
                 role = ?5, kind = ?6, part1 = ?7, part2 = ?8, not_asked_reason = ?9,
                 not_asked_by = ?10, version = version + 1
             WHERE id = ?11 AND meeting_id = ?12",
        )?
        .execute(params![
            person.user_id,
            person.name,
            person.name_key(),
            person.agency,
            person.role,
            kind,
            person.part1,
            person.part2,
            reason,
            by,
            row,
            meeting.0,
        ])?;
    one_changed(changed, meeting)
}

fn with_people(connection: &Connection, mut meeting: Meeting) -> Result<Meeting, StoreError> {
    let mut rows = connection.prepare_cached(
        "SELECT id, user_id, name, agency_id, role, kind, part1, part2, not_asked_reason,
             not_asked_by
         FROM meeting_person WHERE meeting_id = ?1 AND removed_at IS NULL ORDER BY id",
    )?;
    meeting.plan.people = rows
        .query_map([meeting.id.0], invited)?
        .collect::<Result<_, _>>()?;
    Ok(meeting)
}

fn reason_columns(reason: Option<&NotAsked>) -> (&str, Option<i64>) {
    match reason {
        Some(given) => (&given.reason, Some(given.decided_by)),
        None => ("", None),
    }
}

fn one_changed(changed: usize, meeting: MeetingId) -> Result<(), StoreError> {
    if changed == 1 {
        return Ok(());
    }
    Err(StoreError::Conflict {
        what: "meeting",
        id: meeting.0,
    })
}
