//! Reading minutes whole: their words in the type of their kind, with what stands beside them.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, Row, params};

use crate::domain::bilingual::Language;
use crate::domain::meeting::MeetingId;
use crate::domain::minutes::{
    Approval, Correction, FamilyMinutes, FullMinutes, Minutes, MinutesId, MinutesKind, Sent,
};
use crate::domain::sharing::{Confidential, Shareable};
use crate::store::StoreError;

/// The full minutes of a meeting, one for each language that there is.
///
/// # Errors
/// Those of the store.
pub fn full_of(
    connection: &Connection,
    meeting: MeetingId,
) -> Result<Vec<FullMinutes>, StoreError> {
    let rows = of_meeting(connection, meeting, MinutesKind::Full, "words")?;
    let texts = corrections(connection, meeting, MinutesKind::Full, "words")?;
    whole(connection, rows, &texts, Confidential::new)
}

/// The family's minutes of a meeting, one for each language that there is.
///
/// # Errors
/// Those of the store.
pub fn family_of(
    connection: &Connection,
    meeting: MeetingId,
) -> Result<Vec<FamilyMinutes>, StoreError> {
    let rows = of_meeting(connection, meeting, MinutesKind::Family, "family_words")?;
    let texts = corrections(connection, meeting, MinutesKind::Family, "family_words")?;
    whole(connection, rows, &texts, Shareable::new)
}

type TextRow = Minutes<String>;

fn of_meeting(
    connection: &Connection,
    meeting: MeetingId,
    kind: MinutesKind,
    column: &str,
) -> Result<Vec<TextRow>, StoreError> {
    let sql = format!(
        "SELECT m.id, m.meeting_id, m.language, m.{column}, u.display_name, m.approved_at,
             m.version
         FROM minutes m LEFT JOIN user_account u ON u.id = m.approved_by
         WHERE m.meeting_id = ?1 AND m.kind = ?2 ORDER BY m.language DESC"
    );
    let kind: &str = kind.into();
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement
        .query_map(params![meeting.0, kind], |row| {
            let by: Option<String> = row.get(4)?;
            let at: Option<DateTime<Utc>> = row.get(5)?;
            Ok(Minutes {
                id: MinutesId(row.get(0)?),
                meeting: MeetingId(row.get(1)?),
                language: language(row, 2)?,
                words: row.get(3)?,
                approved: by.zip(at).map(|(by, at)| Approval { by, at }),
                corrections: Vec::new(),
                sent: Vec::new(),
                version: row.get(6)?,
            })
        })?
        .collect::<Result<_, _>>()?;
    Ok(rows)
}

fn corrections(
    connection: &Connection,
    meeting: MeetingId,
    kind: MinutesKind,
    column: &str,
) -> Result<Vec<(MinutesId, Correction<String>)>, StoreError> {
    let sql = format!(
        "SELECT c.minutes_id, c.asked_by, c.asked_on, c.{column}, u.display_name
         FROM minutes_correction c JOIN minutes m ON m.id = c.minutes_id
             JOIN user_account u ON u.id = c.noted_by
         WHERE m.meeting_id = ?1 AND m.kind = ?2 ORDER BY c.id"
    );
    let kind: &str = kind.into();
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement
        .query_map(params![meeting.0, kind], |row| {
            let correction = Correction {
                asked_by: Confidential::new(row.get::<_, String>(1)?),
                asked_on: row.get(2)?,
                words: row.get(3)?,
                noted_by: row.get(4)?,
            };
            Ok((MinutesId(row.get(0)?), correction))
        })?
        .collect::<Result<_, _>>()?;
    Ok(rows)
}

/// Minutes with what stands beside them, their words in the type of their kind.
fn whole<T>(
    connection: &Connection,
    rows: Vec<TextRow>,
    corrections: &[(MinutesId, Correction<String>)],
    text: impl Fn(String) -> T,
) -> Result<Vec<Minutes<T>>, StoreError> {
    let mut found = Vec::with_capacity(rows.len());
    for row in rows {
        let of_this = corrections.iter().filter(|(id, _)| *id == row.id);
        let corrections = of_this
            .map(|(_, one)| Correction {
                asked_by: one.asked_by.clone(),
                asked_on: one.asked_on,
                words: text(one.words.clone()),
                noted_by: one.noted_by.clone(),
            })
            .collect();
        found.push(Minutes {
            sent: sent(connection, row.id)?,
            id: row.id,
            meeting: row.meeting,
            language: row.language,
            words: text(row.words),
            approved: row.approved,
            corrections,
            version: row.version,
        });
    }
    Ok(found)
}

fn sent(connection: &Connection, id: MinutesId) -> Result<Vec<Sent>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT s.whom, s.sent_on, s.how, u.display_name
         FROM minutes_sent s JOIN user_account u ON u.id = s.noted_by
         WHERE s.minutes_id = ?1 ORDER BY s.sent_on, s.id",
    )?;
    let rows = statement
        .query_map([id.0], |row| {
            Ok(Sent {
                whom: row.get(0)?,
                on: row.get(1)?,
                how: row.get(2)?,
                noted_by: row.get(3)?,
            })
        })?
        .collect::<Result<_, _>>()?;
    Ok(rows)
}

pub(super) fn language(row: &Row<'_>, at: usize) -> rusqlite::Result<Language> {
    let code: String = row.get(at)?;
    Ok(if code == Language::Welsh.code() {
        Language::Welsh
    } else {
        Language::English
    })
}
