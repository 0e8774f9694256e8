//! What came before the Principal Officer, and what was decided. Decisions are only added:
//! triggers forbid changing them.
//!
//! Plain functions without a transaction of their own, for one deed and for bulk writing alike.

use chrono::{DateTime, Utc};
use chrono_tz::Europe::London;
use rusqlite::{Connection, OptionalExtension, Row, named_params, params};

use super::StoreError;
use super::case_record::{BRIEF_COLUMNS, BRIEF_WIDTH, IS_SHOWN, Viewer, brief, instant, word};
use super::clock::due_of;
use crate::domain::assessment::AssessmentId;
use crate::domain::case::{CaseId, ClockKind};
use crate::domain::decision::{
    Basis, Decision, DecisionId, Outcome, PutForward, PutForwardBy, Waiting, WaitingAfter,
};
use crate::domain::sharing::Confidential;

/// A case that is put forward.
#[derive(Debug, Clone, Copy)]
pub struct NewPutForward<'a> {
    pub case: CaseId,
    pub assessment: Option<AssessmentId>,
    pub at: DateTime<Utc>,
    pub user_id: i64,
    pub by: PutForwardBy,
    /// Empty only where the score did it.
    pub reason: &'a Confidential,
}

/// A decision that is made.
#[derive(Debug, Clone, Copy)]
pub struct NewDecision<'a> {
    pub case: CaseId,
    pub basis: Option<Basis>,
    pub decided_at: DateTime<Utc>,
    pub decided_by: i64,
    pub outcome: Outcome,
    pub against_score: bool,
    pub reason: &'a Confidential,
    /// Empty only where the case is to be heard.
    pub instead: &'a Confidential,
}

/// Writes that a case came before the Principal Officer.
///
/// # Errors
/// Those of the store.
pub fn insert_put_forward(
    connection: &Connection,
    new: &NewPutForward<'_>,
) -> Result<i64, StoreError> {
    connection
        .prepare_cached(
            "INSERT INTO put_forward (case_id, assessment_id, at, user_id, because, reason)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![
            new.case.0,
            new.assessment.map(|id| id.0),
            instant(new.at),
            new.user_id,
            <&str>::from(new.by),
            new.reason.for_professionals()
        ])?;
    Ok(connection.last_insert_rowid())
}

/// Writes a decision.
///
/// # Errors
/// Those of the store.
pub fn insert(connection: &Connection, new: &NewDecision<'_>) -> Result<DecisionId, StoreError> {
    connection
        .prepare_cached(
            "INSERT INTO decision (case_id, assessment_id, score, category, at_risk, decided_at,
                 decided_by, outcome, against_score, reason, instead)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        )?
        .execute(params![
            new.case.0,
            new.basis.map(|basis| basis.assessment.0),
            new.basis.map(|basis| basis.score),
            new.basis.map(|basis| basis.category),
            new.basis.map(|basis| basis.at_risk),
            instant(new.decided_at),
            new.decided_by,
            <&str>::from(new.outcome),
            new.against_score,
            new.reason.for_professionals(),
            new.instead.for_professionals()
        ])?;
    Ok(DecisionId(connection.last_insert_rowid()))
}

/// Every decision on a case, the latest first.
///
/// # Errors
/// Those of the store.
pub fn of_case(connection: &Connection, case: CaseId) -> Result<Vec<Decision>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT d.id, d.case_id, d.decided_at, d.decided_by, u.display_name, d.outcome,
             d.against_score, d.reason, d.instead, d.assessment_id, d.score, d.category, d.at_risk
         FROM decision d JOIN user_account u ON u.id = d.decided_by
         WHERE d.case_id = ?1 ORDER BY d.id DESC",
    )?;
    let decisions = statement
        .query_map([case.0], |row| {
            Ok(Decision {
                id: DecisionId(row.get(0)?),
                case: CaseId(row.get(1)?),
                decided_at: row.get(2)?,
                decided_by: row.get(3)?,
                decided_by_name: row.get(4)?,
                outcome: word(row, 5)?,
                against_score: row.get(6)?,
                reason: Confidential::new(row.get::<_, String>(7)?),
                instead: Confidential::new(row.get::<_, String>(8)?),
                basis: basis(row, 9)?,
            })
        })?
        .collect::<Result<_, _>>()?;
    Ok(decisions)
}

/// How a case last came before the Principal Officer.
///
/// # Errors
/// Those of the store.
pub fn last_put_forward(
    connection: &Connection,
    case: CaseId,
) -> Result<Option<PutForward>, StoreError> {
    Ok(connection
        .prepare_cached(
            "SELECT p.id, p.case_id, p.at, u.display_name, p.because, p.reason
             FROM put_forward p JOIN user_account u ON u.id = p.user_id
             WHERE p.case_id = ?1 ORDER BY p.id DESC LIMIT 1",
        )?
        .query_row([case.0], |row| put_forward(row, 0))
        .optional()?)
}

/// The cases that wait for a decision, the one due first at the top, as far as the
/// viewer may see those that are restricted; and from where the next page goes on, if there is more.
///
/// # Errors
/// Those of the store.
pub fn waiting(
    connection: &Connection,
    viewer: Viewer,
    after: Option<&WaitingAfter>,
    limit: usize,
) -> Result<(Vec<Waiting>, Option<WaitingAfter>), StoreError> {
    let clock: &str = ClockKind::Decision.into();
    let sql = format!(
        "SELECT {BRIEF_COLUMNS}, k.due, k.id, p.id, p.case_id, p.at, u.display_name, p.because,
             p.reason, a.id, a.score, a.category, a.at_risk, a.judgement
         FROM clock k
         JOIN case_record c ON c.id = k.case_id
         JOIN put_forward p ON p.id = k.subject_id
         JOIN user_account u ON u.id = p.user_id
         LEFT JOIN assessment a ON a.id =
             (SELECT id FROM assessment WHERE case_id = c.id AND status = 'completed'
              ORDER BY assessed_on DESC, id DESC LIMIT 1)
         WHERE k.kind = :kind AND k.done_at IS NULL AND (k.due, k.id) > (:due, :clock)
             AND {IS_SHOWN}
         ORDER BY k.due, k.id LIMIT :rows"
    );
    let (due, id) = after.map_or((String::new(), 0), |after| {
        (super::clock::due_text(after.due), after.clock)
    });
    let mut statement = connection.prepare_cached(&sql)?;
    let at_most = i64::try_from(limit).unwrap_or(i64::MAX);
    let mut rows = statement.query(named_params! {
        ":kind": clock,
        ":due": due,
        ":clock": id,
        ":user": viewer.user_id,
        ":now": instant(viewer.now),
        ":rows": at_most,
    })?;
    let mut waiting = Vec::new();
    let mut last = None;
    while let Some(row) = rows.next()? {
        let due = due_of(&row.get::<_, String>(BRIEF_WIDTH)?)
            .ok_or_else(|| StoreError::Damaged("when a decision is due".to_owned()))?;
        last = Some(WaitingAfter {
            due,
            clock: row.get(BRIEF_WIDTH + 1)?,
        });
        waiting.push(Waiting {
            case: brief(row)?,
            due,
            put_forward: put_forward(row, BRIEF_WIDTH + 2)?,
            basis: basis(row, BRIEF_WIDTH + 8)?,
            judgement: match row.get::<_, Option<String>>(BRIEF_WIDTH + 12)? {
                None => None,
                Some(_) => Some(word(row, BRIEF_WIDTH + 12)?),
            },
        });
    }
    let is_whole = waiting.len() < limit;
    Ok((waiting, last.filter(|_| !is_whole)))
}

/// How many restricted cases wait that the viewer may not see.
///
/// # Errors
/// Those of the store.
pub fn waiting_unseen(connection: &Connection, viewer: Viewer) -> Result<u32, StoreError> {
    let clock: &str = ClockKind::Decision.into();
    let sql = format!(
        "SELECT count(*) FROM clock k JOIN case_record c ON c.id = k.case_id
         WHERE k.kind = :kind AND k.done_at IS NULL AND NOT {IS_SHOWN}"
    );
    Ok(connection.prepare_cached(&sql)?.query_row(
        named_params! {
            ":kind": clock,
            ":user": viewer.user_id,
            ":now": instant(viewer.now),
        },
        |row| row.get(0),
    )?)
}

fn put_forward(row: &Row<'_>, at: usize) -> rusqlite::Result<PutForward> {
    let moment: DateTime<Utc> = row.get(at + 2)?;
    Ok(PutForward {
        id: row.get(at)?,
        case: CaseId(row.get(at + 1)?),
        at: moment,
        on: moment.with_timezone(&London).date_naive(),
        user_name: row.get(at + 3)?,
        by: word(row, at + 4)?,
        reason: Confidential::new(row.get::<_, String>(at + 5)?),
    })
}

fn basis(row: &Row<'_>, at: usize) -> rusqlite::Result<Option<Basis>> {
    let Some(id) = row.get::<_, Option<i64>>(at)? else {
        return Ok(None);
    };
    Ok(Some(Basis {
        assessment: AssessmentId(id),
        score: row.get(at + 1)?,
        category: row.get(at + 2)?,
        at_risk: row.get(at + 3)?,
    }))
}
