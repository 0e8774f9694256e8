//! Rows of the Risky Behaviour Panel: issues, what was noted of them, and which meetings gave or
//! took them.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::StoreError;
use super::case_record::{BRIEF_COLUMNS, brief, instant, word};
use crate::domain::case::{CaseBrief, CaseId};
use crate::domain::meeting::MeetingId;
use crate::domain::panel::{NewIssue, NewPanelNote, PanelIssue, PanelIssueId, PanelNote};
use crate::domain::runner::ItemId;
use crate::domain::sharing::Confidential;

const LIVE: &str = "live";
const CLOSED: &str = "closed";

const ISSUES: &str = "SELECT i.id, i.kind, i.what, i.place, i.status, i.raised_at, u.display_name,
     i.version, coalesce((SELECT max(n.noted_at) FROM panel_note n WHERE n.issue_id = i.id),
         i.raised_at),
     (SELECT count(DISTINCT l.case_id) FROM panel_link l WHERE l.issue_id = i.id)
 FROM panel_issue i JOIN user_account u ON u.id = i.raised_by";

/// Writes a new issue.
///
/// # Errors
/// [`StoreError::Constraint`] where it says nothing; those of the store.
pub fn insert(
    connection: &Connection,
    new: &NewIssue,
    at: DateTime<Utc>,
    by: i64,
) -> Result<PanelIssueId, StoreError> {
    let kind: &str = new.kind.into();
    connection
        .prepare_cached(
            "INSERT INTO panel_issue (kind, what, place, raised_at, raised_by)
             VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![
            kind,
            new.what.for_professionals(),
            new.place.for_professionals(),
            instant(at),
            by
        ])?;
    Ok(PanelIssueId(connection.last_insert_rowid()))
}

/// The live issues, or all of them, the latest first: at most `most`.
///
/// # Errors
/// Those of the store.
pub fn issues(
    connection: &Connection,
    only_live: bool,
    most: u32,
) -> Result<Vec<PanelIssue>, StoreError> {
    let within = if only_live {
        "WHERE i.status = 'live'"
    } else {
        ""
    };
    let sql = format!("{ISSUES} {within} ORDER BY i.status = 'closed', i.id DESC LIMIT ?1");
    let mut rows = connection.prepare_cached(&sql)?;
    let found = rows.query_map([most], issue)?.collect::<Result<_, _>>()?;
    Ok(found)
}

/// One issue.
///
/// # Errors
/// Those of the store.
pub fn by_id(connection: &Connection, id: PanelIssueId) -> Result<Option<PanelIssue>, StoreError> {
    let sql = format!("{ISSUES} WHERE i.id = ?1");
    Ok(connection
        .prepare_cached(&sql)?
        .query_row([id.0], issue)
        .optional()?)
}

/// Notes what was learnt or done, and where the issue stands after it.
///
/// # Errors
/// [`StoreError::Conflict`] where somebody else noted something since `version`.
pub fn note(
    connection: &Connection,
    id: PanelIssueId,
    version: i64,
    new: &NewPanelNote,
    at: DateTime<Utc>,
    by: i64,
) -> Result<(), StoreError> {
    let status = if new.is_live { LIVE } else { CLOSED };
    let changed = connection
        .prepare_cached(
            "UPDATE panel_issue SET status = ?1, version = version + 1
             WHERE id = ?2 AND version = ?3",
        )?
        .execute(params![status, id.0, version])?;
    if changed != 1 {
        return Err(StoreError::Conflict {
            what: "panel issue",
            id: id.0,
        });
    }
    connection
        .prepare_cached(
            "INSERT INTO panel_note (issue_id, noted_at, noted_by, words, passed_to, status)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![
            id.0,
            instant(at),
            by,
            new.words.for_professionals(),
            new.passed_to,
            status
        ])?;
    Ok(())
}

/// What was noted of an issue, the latest first.
///
/// # Errors
/// Those of the store.
pub fn notes(connection: &Connection, id: PanelIssueId) -> Result<Vec<PanelNote>, StoreError> {
    let mut rows = connection.prepare_cached(
        "SELECT n.noted_at, u.display_name, n.words, n.passed_to, n.status
         FROM panel_note n JOIN user_account u ON u.id = n.noted_by
         WHERE n.issue_id = ?1 ORDER BY n.id DESC",
    )?;
    let found = rows
        .query_map([id.0], |row| {
            let words: String = row.get(2)?;
            let status: String = row.get(4)?;
            Ok(PanelNote {
                at: row.get(0)?,
                by: row.get(1)?,
                words: Confidential::new(words),
                passed_to: row.get(3)?,
                is_live: status == LIVE,
            })
        })?
        .collect::<Result<_, _>>()?;
    Ok(found)
}

/// The cases whose meetings gave or took an issue.
///
/// # Errors
/// Those of the store.
pub fn cases(connection: &Connection, id: PanelIssueId) -> Result<Vec<CaseBrief>, StoreError> {
    let sql = format!(
        "SELECT {BRIEF_COLUMNS} FROM case_record c
         WHERE c.id IN (SELECT case_id FROM panel_link WHERE issue_id = ?1) ORDER BY c.id"
    );
    let mut rows = connection.prepare_cached(&sql)?;
    let found = rows.query_map([id.0], brief)?.collect::<Result<_, _>>()?;
    Ok(found)
}

/// What hangs together: an issue and what was said of it in a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link {
    pub issue: PanelIssueId,
    pub case: CaseId,
    pub meeting: MeetingId,
    pub item: ItemId,
    /// The meeting gave it; else it was taken from the Panel.
    pub is_given: bool,
}

/// Writes that something said in a meeting was given to the Panel, or taken from it.
///
/// # Errors
/// [`StoreError::Constraint`] where it hangs together with one already.
pub fn link(
    connection: &Connection,
    link: Link,
    at: DateTime<Utc>,
    by: i64,
) -> Result<(), StoreError> {
    connection
        .prepare_cached(
            "INSERT INTO panel_link (issue_id, case_id, meeting_id, item_id, is_given, linked_at,
                 linked_by) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?
        .execute(params![
            link.issue.0,
            link.case.0,
            link.meeting.0,
            link.item.0,
            link.is_given,
            instant(at),
            by
        ])?;
    Ok(())
}

/// Which of the things said in a meeting are the Panel's, and under which number.
///
/// # Errors
/// Those of the store.
pub fn linked(
    connection: &Connection,
    meeting: MeetingId,
) -> Result<Vec<(ItemId, PanelIssueId)>, StoreError> {
    let mut rows = connection
        .prepare_cached("SELECT item_id, issue_id FROM panel_link WHERE meeting_id = ?1")?;
    let found = rows
        .query_map([meeting.0], |row| {
            Ok((ItemId(row.get(0)?), PanelIssueId(row.get(1)?)))
        })?
        .collect::<Result<_, _>>()?;
    Ok(found)
}

fn issue(row: &Row<'_>) -> rusqlite::Result<PanelIssue> {
    let (what, place): (String, String) = (row.get(2)?, row.get(3)?);
    let status: String = row.get(4)?;
    Ok(PanelIssue {
        id: PanelIssueId(row.get(0)?),
        kind: word(row, 1)?,
        what: Confidential::new(what),
        place: Confidential::new(place),
        is_live: status == LIVE,
        raised_at: row.get(5)?,
        raised_by: row.get(6)?,
        version: row.get(7)?,
        last_at: row.get(8)?,
        young_people: row.get(9)?,
    })
}
