//! How the rows of meetings are read and written, column by column.

use chrono::NaiveTime;
use rusqlite::Row;
use rusqlite::types::Type;

use crate::domain::case::CaseId;
use crate::domain::meeting::{
    Invited, Meeting, MeetingBrief, MeetingId, MeetingKind, MeetingPlan, NotAsked, Part,
};
use crate::store::case_record::{BRIEF_WIDTH, brief, word};

/// A meeting without its people.
pub(super) fn meeting(row: &Row<'_>) -> rusqlite::Result<Meeting> {
    let kind: MeetingKind = word(row, 2)?;
    let part2_start: Option<String> = row.get(8)?;
    let part2 = match part2_start {
        None => None,
        Some(_) => Some(Part {
            start: time(row, 8)?,
            minutes: row.get(9)?,
            agenda: agenda(row, 10)?,
        }),
    };
    Ok(Meeting {
        id: MeetingId(row.get(0)?),
        case: CaseId(row.get(1)?),
        status: word(row, 3)?,
        plan: MeetingPlan {
            kind,
            day: row.get(4)?,
            part1: Part {
                start: time(row, 5)?,
                minutes: row.get(6)?,
                agenda: agenda(row, 7)?,
            },
            part2,
            no_part2: not_asked(row, 11)?,
            venue: row.get(13)?,
            chair: row.get(14)?,
            day_reason: row.get(15)?,
            people: Vec::new(),
        },
        cancelled_reason: row.get(16)?,
        version: row.get(17)?,
    })
}

pub(super) fn meeting_brief(row: &Row<'_>) -> rusqlite::Result<MeetingBrief> {
    let at = |own: usize| BRIEF_WIDTH + own;
    let part2: Option<String> = row.get(at(5))?;
    Ok(MeetingBrief {
        case: brief(row)?,
        id: MeetingId(row.get(at(0))?),
        kind: word(row, at(1))?,
        status: word(row, at(2))?,
        day: row.get(at(3))?,
        part1_start: time(row, at(4))?,
        part2_start: part2.map(|_| time(row, at(5))).transpose()?,
        venue: row.get(at(6))?,
        chair_name: row.get(at(7))?,
        version: row.get(at(8))?,
    })
}

/// Somebody on a list: id, user, name, agency, role, kind, both parts, and why they are not asked.
pub(in crate::store) fn invited(row: &Row<'_>) -> rusqlite::Result<Invited> {
    Ok(Invited {
        row: row.get(0)?,
        user_id: row.get(1)?,
        name: row.get(2)?,
        agency: row.get(3)?,
        role: row.get(4)?,
        kind: word(row, 5)?,
        part1: row.get(6)?,
        part2: row.get(7)?,
        not_asked: not_asked(row, 8)?,
    })
}

/// A reason and who decided it, from this column and the next.
pub(super) fn not_asked(row: &Row<'_>, at: usize) -> rusqlite::Result<Option<NotAsked>> {
    let decided_by: Option<i64> = row.get(at + 1)?;
    let Some(decided_by) = decided_by else {
        return Ok(None);
    };
    Ok(Some(NotAsked {
        reason: row.get(at)?,
        decided_by,
    }))
}

pub(super) fn time_text(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

pub(super) fn time(row: &Row<'_>, at: usize) -> rusqlite::Result<NaiveTime> {
    let text: String = row.get(at)?;
    NaiveTime::parse_from_str(&text, "%H:%M")
        .map_err(|_| rusqlite::Error::InvalidColumnType(at, text, Type::Text))
}

pub(super) fn agenda_text(part: &Part) -> String {
    serde_json::Value::from(part.agenda.clone()).to_string()
}

pub(super) fn agenda(row: &Row<'_>, at: usize) -> rusqlite::Result<Vec<String>> {
    let text: String = row.get(at)?;
    serde_json::from_str(&text)
        .map_err(|_| rusqlite::Error::InvalidColumnType(at, "agenda".to_owned(), Type::Text))
}
