//! Who was asked to meetings that were held, and whether they came, as it was noted.
//!
//! Read only: the rows are written while a meeting runs.

use chrono::NaiveDate;
use rusqlite::{Connection, Row, named_params};

use super::StoreError;
use super::case_record::word;
use crate::domain::attendance::{Asked, How, Party};
use crate::domain::case::CaseId;
use crate::domain::meeting::{InvitedKind, MeetingId};

/// One row for each person and each part they were asked to, with what was noted of it.
const ASKED: &str = "SELECT m.id, m.held_on, p.kind, p.agency_id, a.how
     FROM meeting m JOIN meeting_person p ON p.meeting_id = m.id
         JOIN (SELECT 1 AS part UNION ALL SELECT 2) parts
             ON (parts.part = 1 AND p.part1 = 1) OR (parts.part = 2 AND p.part2 = 1)
         LEFT JOIN attendance a ON a.meeting_person = p.id AND a.part = parts.part
     WHERE m.status = 'held' AND p.removed_at IS NULL";

/// Everybody who was asked to the meetings of a case.
///
/// # Errors
/// Those of the store.
pub fn of_case(connection: &Connection, case: CaseId) -> Result<Vec<Asked>, StoreError> {
    let sql = format!("{ASKED} AND m.case_id = :case ORDER BY m.held_on, m.id");
    let mut rows = connection.prepare_cached(&sql)?;
    let found = rows
        .query_map(named_params! { ":case": case.0 }, asked)?
        .collect::<Result<_, _>>()?;
    Ok(found)
}

/// The agencies that were asked to meetings on these days, both included, of any case. Nothing
/// in it says whose meeting it was.
///
/// # Errors
/// Those of the store.
pub fn of_agencies(
    connection: &Connection,
    first: NaiveDate,
    last: NaiveDate,
) -> Result<Vec<Asked>, StoreError> {
    let sql = format!(
        "{ASKED} AND m.held_on BETWEEN :first AND :last AND p.agency_id <> ''
         ORDER BY m.held_on, m.id"
    );
    let mut rows = connection.prepare_cached(&sql)?;
    let found = rows
        .query_map(named_params! { ":first": first, ":last": last }, asked)?
        .collect::<Result<_, _>>()?;
    Ok(found)
}

fn asked(row: &Row<'_>) -> rusqlite::Result<Asked> {
    let kind: InvitedKind = word(row, 2)?;
    let agency: String = row.get(3)?;
    let how: Option<String> = row.get(4)?;
    let how: Option<How> = how.map(|_| word(row, 4)).transpose()?;
    Ok(Asked {
        meeting: MeetingId(row.get(0)?),
        on: row.get(1)?,
        party: Party::of(kind, &agency),
        how,
    })
}
