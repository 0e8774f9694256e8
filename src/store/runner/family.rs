//! What a family session is made from. Only columns that the family may see are read here
//! (`store::confidential`): not a word of professionals passes through this file.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row};

use crate::domain::meeting::{InvitedKind, MeetingId};
use crate::domain::plan::PlanId;
use crate::domain::sharing::{PersonHere, Shareable};
use crate::domain::voice::Speaker;
use crate::store::StoreError;
use crate::store::case_record::word;

/// What the young person is called, and the name of the one in the chair.
///
/// # Errors
/// Those of the store.
pub fn called(
    connection: &Connection,
    meeting: MeetingId,
) -> Result<(Shareable, Shareable), StoreError> {
    Ok(connection
        .prepare_cached(
            "SELECT CASE WHEN c.known_as <> '' THEN c.known_as ELSE c.given_name END,
                 coalesce(u.display_name, '')
             FROM meeting m JOIN case_record c ON c.id = m.case_id
                 LEFT JOIN meeting_run r ON r.meeting_id = m.id
                 LEFT JOIN user_account u ON u.id = coalesce(r.chair_id, m.chair_id)
             WHERE m.id = ?1",
        )?
        .query_row([meeting.0], |row| {
            Ok((shareable(row, 0)?, shareable(row, 1)?))
        })?)
}

/// Who is there in Part 2: those of whom it was noted; before anything was noted of somebody,
/// those who are asked. Whoever came without being asked is there too: a family knows who is in
/// the room. Of whom nothing is noted for Part 2, and who did not come to Part 1 or left it, is not
/// taken to be there. A professional who was not named is left out.
///
/// # Errors
/// Those of the store.
pub fn here(connection: &Connection, meeting: MeetingId) -> Result<Vec<PersonHere>, StoreError> {
    let mut rows = connection.prepare_cached(
        "SELECT p.name, p.role, p.agency_id, p.kind
         FROM meeting_person p
             LEFT JOIN attendance a ON a.meeting_person = p.id AND a.part = 2
             LEFT JOIN attendance b ON b.meeting_person = p.id AND b.part = 1
         WHERE p.meeting_id = ?1 AND p.removed_at IS NULL AND p.name <> ''
           AND coalesce(a.how, CASE WHEN NOT p.part2 THEN 'not-asked'
                   WHEN coalesce(b.how, 'present') NOT IN ('present', 'by-phone', 'by-video')
                       THEN 'absent'
                   ELSE 'present' END)
               IN ('present', 'by-phone', 'by-video', 'left-early')
         ORDER BY p.kind <> 'young-person', p.kind <> 'family', p.kind <> 'advocate', p.id",
    )?;
    let found = rows
        .query_map([meeting.0], |row| {
            Ok(PersonHere {
                name: shareable(row, 0)?,
                role: shareable(row, 1)?,
                agency: row.get(2)?,
                speaker: match word::<InvitedKind>(row, 3)? {
                    InvitedKind::YoungPerson => Some(Speaker::YoungPerson),
                    InvitedKind::Family => Some(Speaker::Family),
                    InvitedKind::Professional | InvitedKind::Advocate => None,
                },
            })
        })?
        .collect::<Result<_, _>>()?;
    Ok(found)
}

/// The words that were released, in the order of the meeting.
///
/// # Errors
/// Those of the store.
pub fn told(connection: &Connection, meeting: MeetingId) -> Result<Vec<Shareable>, StoreError> {
    let mut rows = connection.prepare_cached(
        "SELECT r.family_words FROM release r JOIN meeting_item i ON i.id = r.item_id
         WHERE i.meeting_id = ?1 AND i.removed_at IS NULL AND r.taken_back_at IS NULL
         ORDER BY CASE i.section WHEN 'since-last' THEN 0 WHEN 'seraf' THEN 1
             WHEN 'circumstances' THEN 2 WHEN 'wider-risks' THEN 3 WHEN 'support' THEN 4
             ELSE 5 END, i.place, i.id",
    )?;
    let found = rows
        .query_map([meeting.0], |row| shareable(row, 0))?
        .collect::<Result<_, _>>()?;
    Ok(found)
}

/// What those who are asked to Part 2 said beforehand that they want to say.
///
/// # Errors
/// Those of the store.
pub fn wanted_to_say(
    connection: &Connection,
    meeting: MeetingId,
) -> Result<Vec<(Shareable, Shareable)>, StoreError> {
    let mut rows = connection.prepare_cached(
        "SELECT p.name, b.wants_to_say FROM meeting_person p
             JOIN preparation b ON b.meeting_person = p.id
         WHERE p.meeting_id = ?1 AND p.removed_at IS NULL AND p.part2 = 1
           AND b.wants_to_say <> ''
         ORDER BY p.kind <> 'young-person', p.id",
    )?;
    let found = rows
        .query_map([meeting.0], |row| {
            Ok((shareable(row, 0)?, shareable(row, 1)?))
        })?
        .collect::<Result<_, _>>()?;
    Ok(found)
}

/// Who has already been heard at this meeting.
///
/// # Errors
/// Those of the store.
pub fn heard(connection: &Connection, meeting: MeetingId) -> Result<Vec<Shareable>, StoreError> {
    let mut rows =
        connection.prepare_cached("SELECT name FROM voice WHERE meeting_id = ?1 GROUP BY name")?;
    let found = rows
        .query_map([meeting.0], |row| shareable(row, 0))?
        .collect::<Result<_, _>>()?;
    Ok(found)
}

/// The day that was chosen for the next meeting.
///
/// # Errors
/// Those of the store.
pub fn next_on(
    connection: &Connection,
    meeting: MeetingId,
) -> Result<Option<NaiveDate>, StoreError> {
    let found: Option<Option<NaiveDate>> = connection
        .prepare_cached("SELECT next_on FROM meeting_run WHERE meeting_id = ?1")?
        .query_row([meeting.0], |row| row.get(0))
        .optional()?;
    Ok(found.flatten())
}

/// The plan that was made, or is being made, at a meeting; the last one.
///
/// # Errors
/// Those of the store.
pub fn plan_of(connection: &Connection, meeting: MeetingId) -> Result<Option<PlanId>, StoreError> {
    Ok(connection
        .prepare_cached("SELECT id FROM plan WHERE meeting_id = ?1 ORDER BY number DESC LIMIT 1")?
        .query_row([meeting.0], |row| row.get(0).map(PlanId))
        .optional()?)
}

fn shareable(row: &Row<'_>, at: usize) -> rusqlite::Result<Shareable> {
    Ok(Shareable::new(row.get::<_, String>(at)?))
}
