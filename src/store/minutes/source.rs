//! What minutes are drafted from: what was recorded of a meeting, read for each version apart.
//!
//! The family's source asks only for columns that the family may see (`store::confidential`), of
//! items only the words of a release that was not taken back, and of a plan no action against
//! those who cause the harm.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row};

use crate::domain::attendance::How;
use crate::domain::case::CaseBrief;
use crate::domain::meeting::{Meeting, MeetingId};
use crate::domain::minutes::{Attended, FamilySource, FullSource, Said};
use crate::domain::plan::PlanId;
use crate::domain::sharing::{Confidential, Shareable};
use crate::domain::voice::{Heard, Speaker};
use crate::store::case_record::word;
use crate::store::{StoreError, plan, protocol, voice};

/// Everything that was recorded of a meeting.
///
/// # Errors
/// Those of the store.
pub fn full_source(
    connection: &Connection,
    case: &CaseBrief,
    meeting: &Meeting,
) -> Result<FullSource, StoreError> {
    let id = meeting.id;
    let run = run_of(connection, id)?;
    let planned_without = meeting.plan.no_part2.as_ref();
    let no_part2 = match &run {
        Some(run) if !run.no_part2.is_blank() => run.no_part2.clone(),
        _ => Confidential::new(planned_without.map_or("", |given| &given.reason)),
    };
    Ok(FullSource {
        case: case.clone(),
        meeting: meeting.clone(),
        chair: chair_of(connection, id)?,
        no_part2,
        record_taker: run
            .as_ref()
            .map_or_else(Confidential::default, |run| run.record_taker.clone()),
        cut_short: run
            .as_ref()
            .map_or_else(Confidential::default, |run| run.cut_short.clone()),
        attended: attended(connection, id)?,
        items: items(connection, id)?,
        heard: heard(connection, meeting)?,
        plan: match plan_id(connection, id)? {
            Some(id) => plan::by_id(connection, id)?,
            None => None,
        },
        decision: protocol::decision_of_meeting(connection, id)?,
        next_on: run.and_then(|run| run.next_on),
    })
}

/// What of a meeting the family may have.
///
/// # Errors
/// Those of the store.
pub fn family_source(
    connection: &Connection,
    case: &CaseBrief,
    meeting: &Meeting,
) -> Result<FamilySource, StoreError> {
    let id = meeting.id;
    let here = attended(connection, id)?
        .into_iter()
        .filter(|one| one.part == 2 && was_there(one.how) && !one.name.is_empty())
        .map(|one| (Shareable::new(one.name), Shareable::new(one.role)))
        .collect();
    Ok(FamilySource {
        called: Shareable::new(case.called()),
        kind: meeting.plan.kind,
        day: meeting.plan.day,
        part2_start: meeting.plan.part2.as_ref().map(|part| part.start),
        venue: meeting.plan.venue.clone(),
        chair: Shareable::new(chair_of(connection, id)?),
        here,
        released: released(connection, id)?,
        heard: heard(connection, meeting)?,
        plan: match plan_id(connection, id)? {
            Some(id) => plan::family_plan(connection, id)?,
            None => None,
        },
        next_on: run_of(connection, id)?.and_then(|run| run.next_on),
    })
}

struct Run {
    record_taker: Confidential,
    no_part2: Confidential,
    cut_short: Confidential,
    next_on: Option<NaiveDate>,
}

fn run_of(connection: &Connection, meeting: MeetingId) -> Result<Option<Run>, StoreError> {
    Ok(connection
        .prepare_cached(
            "SELECT record_taker, no_part2_reason, cut_short_reason, next_on
             FROM meeting_run WHERE meeting_id = ?1",
        )?
        .query_row([meeting.0], |row| {
            Ok(Run {
                record_taker: Confidential::new(row.get::<_, String>(0)?),
                no_part2: Confidential::new(row.get::<_, String>(1)?),
                cut_short: Confidential::new(row.get::<_, String>(2)?),
                next_on: row.get(3)?,
            })
        })
        .optional()?)
}

/// Who took the chair: on the day where the meeting was run here, else as planned.
fn chair_of(connection: &Connection, meeting: MeetingId) -> Result<String, StoreError> {
    Ok(connection
        .prepare_cached(
            "SELECT coalesce(u.display_name, '') FROM meeting m
             LEFT JOIN meeting_run r ON r.meeting_id = m.id
             LEFT JOIN user_account u ON u.id = coalesce(r.chair_id, m.chair_id)
             WHERE m.id = ?1",
        )?
        .query_row([meeting.0], |row| row.get(0))?)
}

fn attended(connection: &Connection, meeting: MeetingId) -> Result<Vec<Attended>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT a.part, p.kind, p.name, p.role, p.agency_id, a.how, a.represented_by, a.note
         FROM attendance a JOIN meeting_person p ON p.id = a.meeting_person
         WHERE p.meeting_id = ?1 ORDER BY a.part, p.id",
    )?;
    let found = statement
        .query_map([meeting.0], |row| {
            Ok(Attended {
                part: row.get(0)?,
                kind: word(row, 1)?,
                name: row.get(2)?,
                role: row.get(3)?,
                agency: row.get(4)?,
                how: word::<How>(row, 5)?,
                represented_by: row.get(6)?,
                note: Confidential::new(row.get::<_, String>(7)?),
            })
        })?
        .collect::<Result<_, _>>()?;
    Ok(found)
}

/// In the room or on the line, for a while at least.
const fn was_there(how: How) -> bool {
    matches!(
        how,
        How::Present | How::ByPhone | How::ByVideo | How::LeftEarly
    )
}

fn items(connection: &Connection, meeting: MeetingId) -> Result<Vec<Said>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT i.section, i.change, i.agency_id, i.words, r.family_words
         FROM meeting_item i
             LEFT JOIN release r ON r.item_id = i.id AND r.taken_back_at IS NULL
         WHERE i.meeting_id = ?1 AND i.removed_at IS NULL ORDER BY i.place, i.id",
    )?;
    let mut found: Vec<Said> = statement
        .query_map([meeting.0], |row| {
            Ok(Said {
                section: word(row, 0)?,
                change: optional_word(row, 1)?,
                agency: row.get(2)?,
                words: Confidential::new(row.get::<_, String>(3)?),
                family_words: row.get::<_, Option<String>>(4)?.map(Shareable::new),
            })
        })?
        .collect::<Result<_, _>>()?;
    found.sort_by_key(|said| said.section);
    Ok(found)
}

/// Only the words of releases that stand, of items that stand.
fn released(connection: &Connection, meeting: MeetingId) -> Result<Vec<Shareable>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT r.family_words FROM release r JOIN meeting_item i ON i.id = r.item_id
         WHERE i.meeting_id = ?1 AND i.removed_at IS NULL AND r.taken_back_at IS NULL
         ORDER BY CASE i.section WHEN 'since-last' THEN 0 WHEN 'seraf' THEN 1
             WHEN 'circumstances' THEN 2 WHEN 'wider-risks' THEN 3 WHEN 'support' THEN 4
             ELSE 5 END, i.place, i.id",
    )?;
    let found = statement
        .query_map([meeting.0], |row| {
            Ok(Shareable::new(row.get::<_, String>(0)?))
        })?
        .collect::<Result<_, _>>()?;
    Ok(found)
}

/// In the order in which they were heard, the young person first.
fn heard(connection: &Connection, held: &Meeting) -> Result<Vec<Heard>, StoreError> {
    let mut found: Vec<Heard> = voice::of_case(connection, held.case)?
        .into_iter()
        .map(|voice| voice.heard)
        .filter(|heard| heard.meeting == Some(held.id))
        .collect();
    found.reverse();
    found.sort_by_key(|heard| heard.who == Speaker::Family);
    Ok(found)
}

/// The plan that was made at a meeting; the last one where there are several.
fn plan_id(connection: &Connection, meeting: MeetingId) -> Result<Option<PlanId>, StoreError> {
    Ok(connection
        .prepare_cached("SELECT id FROM plan WHERE meeting_id = ?1 ORDER BY number DESC LIMIT 1")?
        .query_row([meeting.0], |row| row.get(0).map(PlanId))
        .optional()?)
}

fn optional_word<T: std::str::FromStr>(row: &Row<'_>, at: usize) -> rusqlite::Result<Option<T>> {
    match row.get::<_, Option<String>>(at)? {
        None => Ok(None),
        Some(_) => word(row, at).map(Some),
    }
}
