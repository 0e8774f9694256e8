//! The rows of a meeting while it is held: its run, who attends, what is said, what is released.
//!
//! What the family sees is read in `store/runner/family.rs`, from columns that they may see.

pub mod family;
#[cfg(test)]
mod tests;

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::StoreError;
use super::case_record::{instant, word};
use crate::domain::meeting::MeetingId;
use crate::domain::runner::{
    Attending, How, Item, ItemChange, ItemId, NewItem, Part, Release, Run, RunStage,
};
use crate::domain::sharing::{Confidential, Shareable};

/// Begins a meeting.
///
/// # Errors
/// [`StoreError::Constraint`] for one that was begun already; those of the store.
pub fn begin(
    connection: &Connection,
    meeting: MeetingId,
    chair: i64,
    at: DateTime<Utc>,
) -> Result<(), StoreError> {
    connection
        .prepare_cached(
            "INSERT INTO meeting_run (meeting_id, stage, part1_began_at, chair_id)
             VALUES (?1, 'part1', ?2, ?3)",
        )?
        .execute(params![meeting.0, instant(at), chair])?;
    Ok(())
}

/// How far a meeting has come; none where it was not begun.
///
/// # Errors
/// Those of the store.
pub fn run(connection: &Connection, meeting: MeetingId) -> Result<Option<Run>, StoreError> {
    Ok(connection
        .prepare_cached(
            "SELECT stage, part1_began_at, part2_began_at, ended_at, chair_id, no_part2_reason,
                 cut_short_reason, next_on, version
             FROM meeting_run WHERE meeting_id = ?1",
        )?
        .query_row([meeting.0], |row| {
            Ok(Run {
                stage: word(row, 0)?,
                part1_began_at: row.get(1)?,
                part2_began_at: row.get(2)?,
                ended_at: row.get(3)?,
                chair: row.get(4)?,
                no_part2_reason: Confidential::new(row.get::<_, String>(5)?),
                cut_short_reason: Confidential::new(row.get::<_, String>(6)?),
                next_on: row.get(7)?,
                version: row.get(8)?,
            })
        })
        .optional()?)
}

/// The meeting whose Part 2 goes on, with this user in the chair.
///
/// # Errors
/// Those of the store.
pub fn part2_of(connection: &Connection, chair: i64) -> Result<Option<MeetingId>, StoreError> {
    Ok(connection
        .prepare_cached(
            "SELECT meeting_id FROM meeting_run WHERE stage = 'part2' AND chair_id = ?1
             ORDER BY part2_began_at DESC LIMIT 1",
        )?
        .query_row([chair], |row| row.get(0).map(MeetingId))
        .optional()?)
}

/// Brings a meeting into Part 2, or back out of it.
///
/// # Errors
/// [`StoreError::NotFound`] for a meeting that was not begun or has ended.
pub fn set_stage(
    connection: &Connection,
    meeting: MeetingId,
    stage: RunStage,
    at: DateTime<Utc>,
) -> Result<(), StoreError> {
    let stage: &str = stage.into();
    let changed = connection
        .prepare_cached(
            "UPDATE meeting_run
             SET stage = ?1, version = version + 1,
                 part2_began_at = CASE WHEN ?1 = 'part2'
                     THEN coalesce(part2_began_at, ?2) ELSE part2_began_at END
             WHERE meeting_id = ?3 AND stage <> 'ended'",
        )?
        .execute(params![stage, instant(at), meeting.0])?;
    if changed == 1 {
        return Ok(());
    }
    Err(StoreError::NotFound)
}

/// Hands the chair of a meeting that was begun to somebody else.
///
/// # Errors
/// Those of the store.
pub fn set_chair(
    connection: &Connection,
    meeting: MeetingId,
    chair: i64,
) -> Result<(), StoreError> {
    connection
        .prepare_cached(
            "UPDATE meeting_run SET chair_id = ?1, version = version + 1
             WHERE meeting_id = ?2 AND chair_id <> ?1",
        )?
        .execute(params![chair, meeting.0])?;
    Ok(())
}

/// How a meeting ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ending<'a> {
    pub at: DateTime<Utc>,
    pub no_part2_reason: &'a str,
    pub cut_short_reason: &'a str,
    pub next_on: Option<NaiveDate>,
}

/// Ends a meeting.
///
/// # Errors
/// [`StoreError::NotFound`] for a meeting that was not begun or has ended already.
pub fn end(
    connection: &Connection,
    meeting: MeetingId,
    ending: &Ending<'_>,
) -> Result<(), StoreError> {
    let changed = connection
        .prepare_cached(
            "UPDATE meeting_run
             SET stage = 'ended', ended_at = ?1, no_part2_reason = ?2, cut_short_reason = ?3,
                 next_on = ?4, version = version + 1
             WHERE meeting_id = ?5 AND stage <> 'ended'",
        )?
        .execute(params![
            instant(ending.at),
            ending.no_part2_reason,
            ending.cut_short_reason,
            ending.next_on,
            meeting.0
        ])?;
    if changed == 1 {
        return Ok(());
    }
    Err(StoreError::NotFound)
}

/// Writes down how somebody attends a part, in the place of what was noted before.
///
/// # Errors
/// [`StoreError::Constraint`] for somebody who is not on a list.
pub fn attend(connection: &Connection, attending: &Attending) -> Result<(), StoreError> {
    let how: &str = attending.how.into();
    connection
        .prepare_cached(
            "INSERT INTO attendance (meeting_person, part, how, represented_by)
             VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (meeting_person, part) DO UPDATE SET how = excluded.how,
                 represented_by = excluded.represented_by, version = version + 1",
        )?
        .execute(params![
            attending.person,
            attending.part.number(),
            how,
            attending.represented_by
        ])?;
    Ok(())
}

/// Everybody's attendance that was noted.
///
/// # Errors
/// Those of the store.
pub fn attending(
    connection: &Connection,
    meeting: MeetingId,
) -> Result<Vec<Attending>, StoreError> {
    let mut rows = connection.prepare_cached(
        "SELECT a.meeting_person, a.part, a.how, a.represented_by
         FROM meeting_person p JOIN attendance a ON a.meeting_person = p.id
         WHERE p.meeting_id = ?1 AND p.removed_at IS NULL ORDER BY p.id, a.part",
    )?;
    let found = rows
        .query_map([meeting.0], |row| {
            Ok(Attending {
                person: row.get(0)?,
                part: if row.get::<_, u8>(1)? == 1 {
                    Part::One
                } else {
                    Part::Two
                },
                how: word::<How>(row, 2)?,
                represented_by: row.get(3)?,
            })
        })?
        .collect::<Result<_, _>>()?;
    Ok(found)
}

/// Adds something said, after what is there.
///
/// # Errors
/// [`StoreError::Constraint`]; those of the store.
pub fn insert_item(
    connection: &Connection,
    meeting: MeetingId,
    item: &NewItem,
    author: i64,
) -> Result<ItemId, StoreError> {
    let section: &str = item.section.into();
    let change: Option<&str> = item.change.map(ItemChange::into);
    connection
        .prepare_cached(
            "INSERT INTO meeting_item (meeting_id, section, change, agency_id, words, place,
                 author_id)
             SELECT ?1, ?2, ?3, ?4, ?5, coalesce(max(place), 0) + 1, ?6
             FROM meeting_item WHERE meeting_id = ?1",
        )?
        .execute(params![
            meeting.0,
            section,
            change,
            item.agency,
            item.words.for_professionals(),
            author
        ])?;
    Ok(ItemId(connection.last_insert_rowid()))
}

/// Puts other words in the place of something said, where nobody has changed it since.
///
/// # Errors
/// [`StoreError::Conflict`] where somebody has; those of the store.
pub fn update_item(
    connection: &Connection,
    id: ItemId,
    version: i64,
    item: &NewItem,
) -> Result<(), StoreError> {
    let section: &str = item.section.into();
    let change: Option<&str> = item.change.map(ItemChange::into);
    let changed = connection
        .prepare_cached(
            "UPDATE meeting_item
             SET section = ?1, change = ?2, agency_id = ?3, words = ?4, version = version + 1
             WHERE id = ?5 AND version = ?6 AND removed_at IS NULL",
        )?
        .execute(params![
            section,
            change,
            item.agency,
            item.words.for_professionals(),
            id.0,
            version
        ])?;
    one_changed(changed, id)
}

/// Takes something off the list that was not said. The row stays, with the moment.
///
/// # Errors
/// [`StoreError::Conflict`] where somebody else has changed it; those of the store.
pub fn remove_item(
    connection: &Connection,
    id: ItemId,
    version: i64,
    at: DateTime<Utc>,
) -> Result<(), StoreError> {
    let changed = connection
        .prepare_cached(
            "UPDATE meeting_item SET removed_at = ?1, version = version + 1
             WHERE id = ?2 AND version = ?3 AND removed_at IS NULL",
        )?
        .execute(params![instant(at), id.0, version])?;
    one_changed(changed, id)
}

/// What was said, in order, with what is released of it.
///
/// # Errors
/// Those of the store.
pub fn items(connection: &Connection, meeting: MeetingId) -> Result<Vec<Item>, StoreError> {
    let mut rows = connection.prepare_cached(
        "SELECT i.id, i.section, i.change, i.agency_id, i.words, i.version, r.family_words,
             u.display_name, r.released_at
         FROM meeting_item i
             LEFT JOIN release r ON r.item_id = i.id AND r.taken_back_at IS NULL
             LEFT JOIN user_account u ON u.id = r.released_by
         WHERE i.meeting_id = ?1 AND i.removed_at IS NULL ORDER BY i.place, i.id",
    )?;
    let found = rows
        .query_map([meeting.0], item)?
        .collect::<Result<_, _>>()?;
    Ok(found)
}

/// The meeting in which something was said.
///
/// # Errors
/// Those of the store.
pub fn meeting_of(connection: &Connection, id: ItemId) -> Result<Option<MeetingId>, StoreError> {
    Ok(connection
        .prepare_cached("SELECT meeting_id FROM meeting_item WHERE id = ?1 AND removed_at IS NULL")?
        .query_row([id.0], |row| row.get(0).map(MeetingId))
        .optional()?)
}

/// Releases something in words for the family; what was released of it before is taken back.
///
/// # Errors
/// Those of the store.
pub fn release(
    connection: &Connection,
    id: ItemId,
    words: &Shareable,
    by: i64,
    at: DateTime<Utc>,
) -> Result<(), StoreError> {
    take_back(connection, id, by, at)?;
    connection
        .prepare_cached(
            "INSERT INTO release (item_id, family_words, released_by, released_at)
             VALUES (?1, ?2, ?3, ?4)",
        )?
        .execute(params![id.0, words.as_str(), by, instant(at)])?;
    Ok(())
}

/// Takes back what was released of something. Answers how many releases there were.
///
/// # Errors
/// Those of the store.
pub fn take_back(
    connection: &Connection,
    id: ItemId,
    by: i64,
    at: DateTime<Utc>,
) -> Result<usize, StoreError> {
    Ok(connection
        .prepare_cached(
            "UPDATE release SET taken_back_by = ?1, taken_back_at = ?2
             WHERE item_id = ?3 AND taken_back_at IS NULL",
        )?
        .execute(params![by, instant(at), id.0])?)
}

fn item(row: &Row<'_>) -> rusqlite::Result<Item> {
    let words: Option<String> = row.get(6)?;
    let release = match words {
        None => None,
        Some(words) => Some(Release {
            words: Shareable::new(words),
            by: row.get(7)?,
            at: row.get(8)?,
        }),
    };
    let change: Option<String> = row.get(2)?;
    Ok(Item {
        id: ItemId(row.get(0)?),
        section: word(row, 1)?,
        change: change.map(|_| word(row, 2)).transpose()?,
        agency: row.get(3)?,
        words: Confidential::new(row.get::<_, String>(4)?),
        version: row.get(5)?,
        release,
    })
}

fn one_changed(changed: usize, id: ItemId) -> Result<(), StoreError> {
    if changed == 1 {
        return Ok(());
    }
    Err(StoreError::Conflict {
        what: "meeting item",
        id: id.0,
    })
}
