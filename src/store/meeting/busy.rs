//! Whose time is taken on some days: by planned meetings, and by being known to be away.
//!
//! Asked for single people and rooms by index, never for everybody, so that it stays quick where
//! there are many cases. Of the other meetings nothing is read but their times.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use rusqlite::types::Type;
use rusqlite::{Connection, Row, params};

use super::super::StoreError;
use crate::domain::case::CaseId;
use crate::domain::meeting::{Busy, BusyWho, BusyWhy, MeetingId};

/// Days, and the meeting that is being planned and so is in nobody's way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BusyDays {
    pub first: NaiveDate,
    pub last: NaiveDate,
    pub except: Option<MeetingId>,
}

/// Everything known of these people and rooms. Family is looked for in the meetings of this case
/// and of the cases that are related to it.
///
/// # Errors
/// Those of the store.
pub fn busy(
    connection: &Connection,
    case: CaseId,
    whose: &[BusyWho],
    days: &BusyDays,
) -> Result<Vec<Busy>, StoreError> {
    let mut found = Vec::new();
    for who in whose {
        match who {
            BusyWho::User(user) => of_user(connection, *user, days, &mut found)?,
            BusyWho::Room(venue) => of_room(connection, venue, days, &mut found)?,
            BusyWho::Professional { agency, name_key } => {
                of_professional(connection, agency, name_key, days, &mut found)?;
            }
            BusyWho::Family { name_key } => {
                of_family(connection, case, name_key, days, &mut found)?;
            }
        }
    }
    Ok(found)
}

/// Writes down that somebody is away for whole days, both included. `case` is that of one of a
/// family, and empty for everybody else.
///
/// # Errors
/// [`StoreError::Constraint`] where the days are the wrong way round; those of the store.
pub fn insert_away(
    connection: &Connection,
    who: &BusyWho,
    name: &str,
    case: Option<CaseId>,
    first: NaiveDate,
    last: NaiveDate,
) -> Result<i64, StoreError> {
    let (user, name_key, agency) = match who {
        BusyWho::User(user) => (Some(*user), "", ""),
        BusyWho::Room(venue) => (None, venue.as_str(), ROOM),
        BusyWho::Professional { agency, name_key } => (None, name_key.as_str(), agency.as_str()),
        BusyWho::Family { name_key } => (None, name_key.as_str(), ""),
    };
    connection
        .prepare_cached(
            "INSERT INTO unavailability (user_id, name, name_key, agency_id, case_id, from_on,
                 to_on)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?
        .execute(params![
            user,
            name,
            name_key,
            agency,
            case.map(|case| case.0),
            first,
            last
        ])?;
    Ok(connection.last_insert_rowid())
}

/// Stands in the place of an agency for a room that is closed. No agency's id has a space.
const ROOM: &str = "a room";

fn of_user(
    connection: &Connection,
    user: i64,
    days: &BusyDays,
    found: &mut Vec<Busy>,
) -> Result<(), StoreError> {
    let who = BusyWho::User(user);
    let mut in_chair = connection.prepare_cached(
        "SELECT held_on, part1_start, part1_minutes, part2_start, part2_minutes, 1, 1
         FROM meeting
         WHERE chair_id = ?1 AND status = 'planned' AND held_on BETWEEN ?2 AND ?3
           AND id IS NOT ?4",
    )?;
    let mut on_list = connection.prepare_cached(
        "SELECT m.held_on, m.part1_start, m.part1_minutes, m.part2_start, m.part2_minutes,
             p.part1, p.part2
         FROM meeting_person p JOIN meeting m ON m.id = p.meeting_id
         WHERE p.user_id = ?1 AND p.removed_at IS NULL AND m.status = 'planned' AND m.held_on BETWEEN ?2 AND ?3
           AND m.id IS NOT ?4",
    )?;
    let except = days.except.map(|id| id.0);
    for rows in [&mut in_chair, &mut on_list] {
        let spans = rows.query_map(params![user, days.first, days.last, except], spans)?;
        for span in spans {
            push_meetings(&who, span?, found);
        }
    }
    let mut away = connection.prepare_cached(
        "SELECT from_on, to_on FROM unavailability
         WHERE user_id = ?1 AND to_on >= ?2 AND from_on <= ?3",
    )?;
    push_away(
        away.query_map(params![user, days.first, days.last], both_days)?,
        &who,
        found,
    )
}

fn of_room(
    connection: &Connection,
    venue: &str,
    days: &BusyDays,
    found: &mut Vec<Busy>,
) -> Result<(), StoreError> {
    let who = BusyWho::Room(venue.to_owned());
    let mut meetings = connection.prepare_cached(
        "SELECT held_on, part1_start, part1_minutes, part2_start, part2_minutes, 1, 1
         FROM meeting
         WHERE venue_id = ?1 AND status = 'planned' AND held_on BETWEEN ?2 AND ?3
           AND id IS NOT ?4",
    )?;
    let except = days.except.map(|id| id.0);
    for span in meetings.query_map(params![venue, days.first, days.last, except], spans)? {
        push_meetings(&who, span?, found);
    }
    away_by_name(connection, &who, venue, ROOM, days, found)
}

fn of_professional(
    connection: &Connection,
    agency: &str,
    name_key: &str,
    days: &BusyDays,
    found: &mut Vec<Busy>,
) -> Result<(), StoreError> {
    if name_key.is_empty() {
        return Ok(());
    }
    let who = BusyWho::Professional {
        agency: agency.to_owned(),
        name_key: name_key.to_owned(),
    };
    let mut meetings = connection.prepare_cached(
        "SELECT m.held_on, m.part1_start, m.part1_minutes, m.part2_start, m.part2_minutes,
             p.part1, p.part2
         FROM meeting_person p JOIN meeting m ON m.id = p.meeting_id
         WHERE p.name_key = ?1 AND p.agency_id = ?2 AND p.kind IN ('professional', 'advocate')
           AND p.removed_at IS NULL
           AND m.status = 'planned' AND m.held_on BETWEEN ?3 AND ?4 AND m.id IS NOT ?5",
    )?;
    let except = days.except.map(|id| id.0);
    let all = params![name_key, agency, days.first, days.last, except];
    for span in meetings.query_map(all, spans)? {
        push_meetings(&who, span?, found);
    }
    away_by_name(connection, &who, name_key, agency, days, found)
}

fn of_family(
    connection: &Connection,
    case: CaseId,
    name_key: &str,
    days: &BusyDays,
    found: &mut Vec<Busy>,
) -> Result<(), StoreError> {
    if name_key.is_empty() {
        return Ok(());
    }
    let who = BusyWho::Family {
        name_key: name_key.to_owned(),
    };
    let mut meetings = connection.prepare_cached(
        "WITH near (case_id) AS (
             SELECT ?1
             UNION SELECT other_case FROM relation WHERE case_id = ?1 AND other_case IS NOT NULL
             UNION SELECT case_id FROM relation WHERE other_case = ?1)
         SELECT m.held_on, m.part1_start, m.part1_minutes, m.part2_start, m.part2_minutes,
             p.part1, p.part2
         FROM near JOIN meeting m ON m.case_id = near.case_id
             JOIN meeting_person p ON p.meeting_id = m.id
         WHERE p.name_key = ?2 AND p.kind IN ('young-person', 'family')
           AND p.removed_at IS NULL
           AND m.status = 'planned' AND m.held_on BETWEEN ?3 AND ?4 AND m.id IS NOT ?5",
    )?;
    let except = days.except.map(|id| id.0);
    let all = params![case.0, name_key, days.first, days.last, except];
    for span in meetings.query_map(all, spans)? {
        push_meetings(&who, span?, found);
    }
    let mut away = connection.prepare_cached(
        "SELECT from_on, to_on FROM unavailability
         WHERE name_key = ?1 AND case_id = ?2 AND to_on >= ?3 AND from_on <= ?4",
    )?;
    let all = params![name_key, case.0, days.first, days.last];
    push_away(away.query_map(all, both_days)?, &who, found)
}

fn away_by_name(
    connection: &Connection,
    who: &BusyWho,
    name_key: &str,
    agency: &str,
    days: &BusyDays,
    found: &mut Vec<Busy>,
) -> Result<(), StoreError> {
    let mut away = connection.prepare_cached(
        "SELECT from_on, to_on FROM unavailability
         WHERE name_key = ?1 AND agency_id = ?2 AND case_id IS NULL
           AND to_on >= ?3 AND from_on <= ?4",
    )?;
    let all = params![name_key, agency, days.first, days.last];
    push_away(away.query_map(all, both_days)?, who, found)
}

/// When somebody is wanted at a meeting, from the columns of the queries above.
fn spans(row: &Row<'_>) -> rusqlite::Result<Vec<(NaiveDateTime, NaiveDateTime)>> {
    let day: NaiveDate = row.get(0)?;
    let mut found = Vec::with_capacity(2);
    for (at, is_wanted) in [(1, row.get::<_, bool>(5)?), (3, row.get::<_, bool>(6)?)] {
        let start: Option<String> = row.get(at)?;
        let Some(start) = start.filter(|_| is_wanted) else {
            continue;
        };
        let minutes: u32 = row.get(at + 1)?;
        let from = NaiveTime::parse_from_str(&start, "%H:%M")
            .map_err(|_| rusqlite::Error::InvalidColumnType(at, start, Type::Text))?;
        let from = day.and_time(from);
        found.push((from, from + TimeDelta::minutes(i64::from(minutes))));
    }
    Ok(found)
}

fn push_meetings(who: &BusyWho, spans: Vec<(NaiveDateTime, NaiveDateTime)>, found: &mut Vec<Busy>) {
    found.extend(spans.into_iter().map(|(from, to)| Busy {
        who: who.clone(),
        from,
        to,
        why: BusyWhy::Meeting,
    }));
}

fn both_days(row: &Row<'_>) -> rusqlite::Result<(NaiveDate, NaiveDate)> {
    Ok((row.get(0)?, row.get(1)?))
}

fn push_away(
    days: impl Iterator<Item = rusqlite::Result<(NaiveDate, NaiveDate)>>,
    who: &BusyWho,
    found: &mut Vec<Busy>,
) -> Result<(), StoreError> {
    for both in days {
        let (first, last) = both?;
        found.push(Busy::away(who.clone(), first, last));
    }
    Ok(())
}
