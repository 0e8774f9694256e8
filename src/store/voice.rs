//! The rows of what young people and families said, what was done in answer, and what they were
//! told. Rows are only added: triggers forbid changing them.

#[cfg(test)]
mod tests;

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::StoreError;
use super::case_record::{instant, word};
use super::clock::due_of;
use crate::domain::case::{CaseId, ClockKind, Due};
use crate::domain::meeting::MeetingId;
use crate::domain::sharing::{Confidential, Shareable};
use crate::domain::voice::{
    Feeling, Heard, NewTold, News, ScoreOn, Speaker, Told, Voice, VoiceAnswer, VoiceId,
};

/// Records what somebody said.
///
/// # Errors
/// Those of the store.
pub fn insert(
    connection: &Connection,
    case: CaseId,
    heard: &Heard,
    user_id: i64,
    at: DateTime<Utc>,
) -> Result<VoiceId, StoreError> {
    let (who, how): (&str, &str) = (heard.who.into(), heard.how.into());
    let support: Option<&str> = heard.support.map(Into::into);
    let difference: Option<&str> = heard.difference.map(Into::into);
    connection
        .prepare_cached(
            "INSERT INTO voice (case_id, meeting_id, heard_on, who, name, how, feeling, support,
                 difference, own_words, worry, strength, recorded_by, recorded_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
        )?
        .execute(params![
            case.0,
            heard.meeting.map(|id| id.0),
            heard.on,
            who,
            heard.name.as_str(),
            how,
            heard.feeling.map(Feeling::step),
            support,
            difference,
            heard.own_words.as_str(),
            heard.worry.as_str(),
            heard.strength.as_str(),
            user_id,
            instant(at),
        ])?;
    Ok(VoiceId(connection.last_insert_rowid()))
}

/// The case whose voice it is.
///
/// # Errors
/// Those of the store.
pub fn case_of(connection: &Connection, voice: VoiceId) -> Result<Option<CaseId>, StoreError> {
    Ok(connection
        .prepare_cached("SELECT case_id FROM voice WHERE id = ?1")?
        .query_row([voice.0], |row| row.get(0).map(CaseId))
        .optional()?)
}

/// Adds what was done in answer.
///
/// # Errors
/// Those of the store.
pub fn insert_answer(
    connection: &Connection,
    voice: VoiceId,
    what: &Shareable,
    on: NaiveDate,
    user_id: i64,
) -> Result<i64, StoreError> {
    connection
        .prepare_cached(
            "INSERT INTO voice_answer (voice_id, what, done_on, noted_by) VALUES (?1, ?2, ?3, ?4)",
        )?
        .execute(params![voice.0, what.as_str(), on, user_id])?;
    Ok(connection.last_insert_rowid())
}

/// Everything that was heard in a case, the last one first, each with its answers.
///
/// # Errors
/// Those of the store.
pub fn of_case(connection: &Connection, case: CaseId) -> Result<Vec<Voice>, StoreError> {
    let mut rows = connection.prepare_cached(
        "SELECT v.id, v.case_id, v.meeting_id, v.heard_on, v.who, v.name, v.how, v.feeling,
             v.support, v.difference, v.own_words, v.worry, v.strength,
             coalesce(u.display_name, ''), v.recorded_at
         FROM voice v LEFT JOIN user_account u ON u.id = v.recorded_by
         WHERE v.case_id = ?1 ORDER BY v.heard_on DESC, v.id DESC",
    )?;
    let mut found: Vec<Voice> = rows.query_map([case.0], voice)?.collect::<Result<_, _>>()?;
    for voice in &mut found {
        voice.answers = answers(connection, voice.id)?;
    }
    Ok(found)
}

fn answers(connection: &Connection, voice: VoiceId) -> Result<Vec<VoiceAnswer>, StoreError> {
    let mut rows = connection.prepare_cached(
        "SELECT a.what, a.done_on, coalesce(u.display_name, '')
         FROM voice_answer a LEFT JOIN user_account u ON u.id = a.noted_by
         WHERE a.voice_id = ?1 ORDER BY a.done_on, a.id",
    )?;
    let found = rows
        .query_map([voice.0], |row| {
            Ok(VoiceAnswer {
                what: shareable(row, 0)?,
                on: row.get(1)?,
                by: row.get(2)?,
            })
        })?
        .collect::<Result<_, _>>()?;
    Ok(found)
}

/// Writes down that the family was told something.
///
/// # Errors
/// Those of the store.
pub fn insert_told(
    connection: &Connection,
    case: CaseId,
    told: &NewTold,
    user_id: i64,
) -> Result<i64, StoreError> {
    let what = match &told.news {
        News::NothingYet => "",
        News::Said(words) => words.as_str(),
    };
    connection
        .prepare_cached(
            "INSERT INTO family_told (case_id, told_on, whom, how, what, noted_by)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![
            case.0,
            told.on,
            told.whom.as_str(),
            told.how.for_professionals(),
            what,
            user_id
        ])?;
    Ok(connection.last_insert_rowid())
}

/// What the family was told, the last first.
///
/// # Errors
/// Those of the store.
pub fn told(connection: &Connection, case: CaseId) -> Result<Vec<Told>, StoreError> {
    let mut rows = connection.prepare_cached(
        "SELECT t.told_on, t.whom, t.how, t.what, coalesce(u.display_name, '')
         FROM family_told t LEFT JOIN user_account u ON u.id = t.noted_by
         WHERE t.case_id = ?1 ORDER BY t.told_on DESC, t.id DESC",
    )?;
    let found = rows
        .query_map([case.0], |row| {
            let how: String = row.get(2)?;
            let what: String = row.get(3)?;
            let news = if what.is_empty() {
                News::NothingYet
            } else {
                News::Said(Shareable::new(what))
            };
            Ok(Told {
                told: NewTold {
                    on: row.get(0)?,
                    whom: shareable(row, 1)?,
                    how: Confidential::new(how),
                    news,
                },
                by: row.get(4)?,
            })
        })?
        .collect::<Result<_, _>>()?;
    Ok(found)
}

/// The day on which this speaker was last heard in a case.
///
/// # Errors
/// Those of the store.
pub fn last_heard(
    connection: &Connection,
    case: CaseId,
    who: Speaker,
) -> Result<Option<NaiveDate>, StoreError> {
    let who: &str = who.into();
    Ok(connection
        .prepare_cached("SELECT max(heard_on) FROM voice WHERE case_id = ?1 AND who = ?2")?
        .query_row(params![case.0, who], |row| row.get(0))?)
}

/// The day on which a family was last told something.
///
/// # Errors
/// Those of the store.
pub fn last_told(connection: &Connection, case: CaseId) -> Result<Option<NaiveDate>, StoreError> {
    Ok(connection
        .prepare_cached("SELECT max(told_on) FROM family_told WHERE case_id = ?1")?
        .query_row([case.0], |row| row.get(0))?)
}

/// The day of the last meeting in whose Part 2 the young person or one of the family was: what
/// was discussed was told there.
///
/// # Errors
/// Those of the store.
pub fn told_at_meeting(
    connection: &Connection,
    case: CaseId,
) -> Result<Option<NaiveDate>, StoreError> {
    Ok(connection
        .prepare_cached(
            "SELECT max(m.held_on) FROM meeting m
                 JOIN meeting_person p ON p.meeting_id = m.id
                 JOIN attendance a ON a.meeting_person = p.id AND a.part = 2
             WHERE m.case_id = ?1 AND m.status = 'held'
               AND p.kind IN ('young-person', 'family')
               AND a.how IN ('present', 'by-phone', 'by-video', 'left-early')",
        )?
        .query_row([case.0], |row| row.get(0))?)
}

/// The scores of completed assessments, the earliest first.
///
/// # Errors
/// Those of the store.
pub fn scores(connection: &Connection, case: CaseId) -> Result<Vec<ScoreOn>, StoreError> {
    let mut rows = connection.prepare_cached(
        "SELECT assessed_on, score, category FROM assessment
         WHERE case_id = ?1 AND status = 'completed' ORDER BY assessed_on, id",
    )?;
    let found = rows
        .query_map([case.0], |row| {
            Ok(ScoreOn {
                on: row.get(0)?,
                score: row.get(1)?,
                category: row.get(2)?,
            })
        })?
        .collect::<Result<_, _>>()?;
    Ok(found)
}

/// The day of the open reminder of this kind.
///
/// # Errors
/// Those of the store.
pub fn reminder(
    connection: &Connection,
    case: CaseId,
    kind: ClockKind,
) -> Result<Option<NaiveDate>, StoreError> {
    let kind: &str = kind.into();
    let due: Option<String> = connection
        .prepare_cached(
            "SELECT due FROM clock WHERE case_id = ?1 AND kind = ?2 AND done_at IS NULL
             ORDER BY due LIMIT 1",
        )?
        .query_row(params![case.0, kind], |row| row.get(0))
        .optional()?;
    Ok(due.and_then(|due| match due_of(&due) {
        Some(Due::By(day)) => Some(day),
        Some(Due::At(at)) => Some(at.date_naive()),
        None => None,
    }))
}

fn voice(row: &Row<'_>) -> rusqlite::Result<Voice> {
    let meeting: Option<i64> = row.get(2)?;
    let feeling: Option<u8> = row.get(7)?;
    Ok(Voice {
        id: VoiceId(row.get(0)?),
        case: CaseId(row.get(1)?),
        heard: Heard {
            on: row.get(3)?,
            meeting: meeting.map(MeetingId),
            who: word(row, 4)?,
            name: shareable(row, 5)?,
            how: word(row, 6)?,
            feeling: feeling.and_then(Feeling::new),
            support: maybe_word(row, 8)?,
            difference: maybe_word(row, 9)?,
            own_words: shareable(row, 10)?,
            worry: shareable(row, 11)?,
            strength: shareable(row, 12)?,
        },
        recorded_by: row.get(13)?,
        recorded_at: row.get(14)?,
        answers: Vec::new(),
    })
}

fn maybe_word<T: std::str::FromStr>(row: &Row<'_>, at: usize) -> rusqlite::Result<Option<T>> {
    let text: Option<String> = row.get(at)?;
    text.map(|text| {
        text.parse()
            .map_err(|_| rusqlite::Error::InvalidColumnType(at, text, Type::Text))
    })
    .transpose()
}

fn shareable(row: &Row<'_>, at: usize) -> rusqlite::Result<Shareable> {
    let text: String = row.get(at)?;
    Ok(Shareable::new(text))
}
