//! The rows of the CSE protocol: from which day to which a young person was on it, and what each
//! meeting decided. Decisions are only added: triggers forbid changing them.

#[cfg(test)]
mod tests;

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::types::Type;
use rusqlite::{Connection, Row, named_params, params};

use super::StoreError;
use super::case_record::{BRIEF_COLUMNS, BRIEF_WIDTH, IS_SHOWN, Viewer, brief, instant, word};
use crate::domain::case::CaseId;
use crate::domain::meeting::MeetingId;
use crate::domain::protocol::{OnProtocol, ProtocolDecision, ProtocolDecisionId, ProtocolOutcome};
use crate::domain::sharing::Confidential;

/// A decision that is made.
#[derive(Debug, Clone, Copy)]
pub struct NewProtocolDecision<'a> {
    pub case: CaseId,
    pub meeting: MeetingId,
    pub outcome: ProtocolOutcome,
    pub met: &'a [String],
    pub unmet: &'a [String],
    pub reason: &'a Confidential,
    pub dissent: &'a Confidential,
    pub decided_by: i64,
    pub decided_at: DateTime<Utc>,
}

/// Puts a young person on the protocol.
///
/// # Errors
/// [`StoreError::Constraint`] where they are on it already.
pub fn put_on(connection: &Connection, case: CaseId, from: NaiveDate) -> Result<i64, StoreError> {
    connection
        .prepare_cached("INSERT INTO protocol_period (case_id, from_on) VALUES (?1, ?2)")?
        .execute(params![case.0, from])?;
    Ok(connection.last_insert_rowid())
}

/// Takes a young person off it, with the reason.
///
/// # Errors
/// [`StoreError::NotFound`] where they are not on it.
pub fn take_off(
    connection: &Connection,
    case: CaseId,
    to: NaiveDate,
    reason: &str,
) -> Result<(), StoreError> {
    let changed = connection
        .prepare_cached(
            "UPDATE protocol_period SET to_on = ?1, end_reason = ?2, version = version + 1
             WHERE case_id = ?3 AND to_on IS NULL",
        )?
        .execute(params![to, reason, case.0])?;
    if changed == 1 {
        return Ok(());
    }
    Err(StoreError::NotFound)
}

/// Writes a decision.
///
/// # Errors
/// Those of the store.
pub fn insert_decision(
    connection: &Connection,
    new: &NewProtocolDecision<'_>,
) -> Result<ProtocolDecisionId, StoreError> {
    connection
        .prepare_cached(
            "INSERT INTO protocol_decision (case_id, meeting_id, decision, criteria, unmet, reason,
                 dissent, decided_by, decided_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        )?
        .execute(params![
            new.case.0,
            new.meeting.0,
            <&str>::from(new.outcome),
            ids_text(new.met),
            ids_text(new.unmet),
            new.reason.for_professionals(),
            new.dissent.for_professionals(),
            new.decided_by,
            instant(new.decided_at),
        ])?;
    Ok(ProtocolDecisionId(connection.last_insert_rowid()))
}

const DECISION: &str = "SELECT d.id, d.case_id, d.meeting_id, m.held_on, d.decision, d.criteria,
         d.unmet, d.reason, d.dissent, u.display_name, d.decided_at
     FROM protocol_decision d JOIN meeting m ON m.id = d.meeting_id
         JOIN user_account u ON u.id = d.decided_by";

/// Every decision on the protocol in a case, the latest first.
///
/// # Errors
/// Those of the store.
pub fn decisions_of(
    connection: &Connection,
    case: CaseId,
) -> Result<Vec<ProtocolDecision>, StoreError> {
    let sql = format!("{DECISION} WHERE d.case_id = ?1 ORDER BY d.id DESC");
    let mut statement = connection.prepare_cached(&sql)?;
    let found = statement
        .query_map([case.0], decision)?
        .collect::<Result<_, _>>()?;
    Ok(found)
}

/// The latest decision of one meeting.
///
/// # Errors
/// Those of the store.
pub fn decision_of_meeting(
    connection: &Connection,
    meeting: MeetingId,
) -> Result<Option<ProtocolDecision>, StoreError> {
    let sql = format!("{DECISION} WHERE d.meeting_id = ?1 ORDER BY d.id DESC LIMIT 1");
    let mut statement = connection.prepare_cached(&sql)?;
    let mut found = statement.query_map([meeting.0], decision)?;
    Ok(found.next().transpose()?)
}

/// Everybody who is on the protocol, the one whose last meeting is longest ago first. A restricted
/// case that the viewer may not see is hidden.
///
/// # Errors
/// Those of the store.
pub fn everybody_on(
    connection: &Connection,
    viewer: Viewer,
) -> Result<Vec<OnProtocol>, StoreError> {
    let sql = format!(
        "SELECT {BRIEF_COLUMNS}, {IS_SHOWN}, p.from_on, h.id, h.held_on,
             (SELECT min(held_on) FROM meeting WHERE case_id = c.id AND status = 'planned')
         FROM protocol_period p JOIN case_record c ON c.id = p.case_id
         LEFT JOIN meeting h ON h.id =
             (SELECT id FROM meeting WHERE case_id = c.id AND status = 'held'
              ORDER BY held_on DESC, id DESC LIMIT 1)
         WHERE p.to_on IS NULL
         ORDER BY coalesce(h.held_on, p.from_on), c.id"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let given = named_params! { ":user": viewer.user_id, ":now": instant(viewer.now) };
    let found = statement
        .query_map(given, on_protocol)?
        .collect::<Result<_, _>>()?;
    Ok(found)
}

fn on_protocol(row: &Row<'_>) -> rusqlite::Result<OnProtocol> {
    let at = |own: usize| BRIEF_WIDTH + own;
    let is_shown: bool = row.get(at(0))?;
    let case = brief(row)?;
    let last: Option<i64> = row.get(at(2))?;
    let last_on: Option<NaiveDate> = row.get(at(3))?;
    Ok(OnProtocol {
        case: if is_shown { case } else { case.hidden() },
        is_hidden: !is_shown,
        since: row.get(at(1))?,
        last_meeting: last.map(MeetingId).zip(last_on),
        planned: row.get(at(4))?,
    })
}

fn decision(row: &Row<'_>) -> rusqlite::Result<ProtocolDecision> {
    Ok(ProtocolDecision {
        id: ProtocolDecisionId(row.get(0)?),
        case: CaseId(row.get(1)?),
        meeting: MeetingId(row.get(2)?),
        meeting_on: row.get(3)?,
        outcome: word(row, 4)?,
        met: ids(row, 5)?,
        unmet: ids(row, 6)?,
        reason: Confidential::new(row.get::<_, String>(7)?),
        dissent: Confidential::new(row.get::<_, String>(8)?),
        decided_by: row.get(9)?,
        decided_at: row.get(10)?,
    })
}

fn ids_text(ids: &[String]) -> String {
    serde_json::Value::from(ids).to_string()
}

fn ids(row: &Row<'_>, at: usize) -> rusqlite::Result<Vec<String>> {
    let text: String = row.get(at)?;
    serde_json::from_str(&text)
        .map_err(|_| rusqlite::Error::InvalidColumnType(at, "criteria".to_owned(), Type::Text))
}
