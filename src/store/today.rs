//! What is due, for Today: the open clocks in the order of their urgency, a page at a time.
//!
//! Late, today and coming lie one after the other, and within the first two what is more urgent
//! comes first, so a page walks a few stretches of an index on `clock` and reads the cases of
//! its own rows alone. Whose work is looked at are several such walks read as one.

#[cfg(test)]
mod tests;

use std::cmp::Ordering;

use chrono::{DateTime, NaiveTime, Utc};
use rusqlite::{Connection, OptionalExtension, Row, named_params};
use strum::IntoEnumIterator;

use super::StoreError;
use super::case_list::team;
use super::case_record::{BRIEF_COLUMNS, BRIEF_WIDTH, IS_SHOWN, Viewer, brief, instant, word};
use super::clock::due_of;
use super::merge::{merged, page_of};
use crate::domain::case::{CaseId, ClockKind};
use crate::domain::case_list::{PageFrom, Whose};
use crate::domain::chronology::Detail;
use crate::domain::sharing::Confidential;
use crate::domain::today::{About, DueKey, DuePage, DueRow, Group, Moments};

/// The least urgent rank.
const LAST_RANK: u8 = 2;

/// What is asked of Today.
#[derive(Debug, Clone)]
pub struct DueQuery {
    pub whose: Whose,
    pub moments: Moments,
    pub from: PageFrom<DueKey>,
    /// How many rows at most.
    pub rows: usize,
}

/// One page of Today.
///
/// # Errors
/// Those of the store.
pub fn page(
    connection: &Connection,
    query: &DueQuery,
    viewer: Viewer,
) -> Result<DuePage, StoreError> {
    let walks = walks(connection, query.whose, viewer)?;
    let most = query.rows.saturating_add(1);
    let mut stretches = stretches();
    if query.from.is_backwards() {
        stretches.reverse();
    }
    let started = query.from.key().map(|key| (key.group, key.rank));
    let mut keys = Vec::new();
    for stretch in stretches {
        let is_passed = started.is_some_and(|started| {
            if query.from.is_backwards() {
                stretch > started
            } else {
                stretch < started
            }
        });
        if is_passed || keys.len() >= most {
            continue;
        }
        let wanted = Stretch {
            group: stretch.0,
            rank: stretch.1,
            moments: query.moments,
            beside: query.from.key().filter(|_| started == Some(stretch)),
            holds_beside: query.from.holds_key(),
            is_backwards: query.from.is_backwards(),
        };
        keys.extend(keys_of(connection, &walks, &wanted, most - keys.len())?);
    }
    let (keys, has_more) = page_of(keys, query.rows, query.from.is_backwards());
    let mut rows = Vec::with_capacity(keys.len());
    for key in keys {
        rows.extend(row_of(connection, key, viewer)?);
    }
    Ok(DuePage { rows, has_more })
}

/// How many are in a group, counted up to `most`.
///
/// # Errors
/// Those of the store.
pub fn count(
    connection: &Connection,
    whose: Whose,
    group: Group,
    moments: Moments,
    viewer: Viewer,
    most: usize,
) -> Result<usize, StoreError> {
    let walks = walks(connection, whose, viewer)?;
    let mut counted = 0;
    for (stretch, rank) in stretches() {
        if stretch == group {
            let wanted = Stretch {
                group,
                rank,
                moments,
                beside: None,
                holds_beside: false,
                is_backwards: false,
            };
            counted += keys_of(connection, &walks, &wanted, most - counted)?.len();
        }
    }
    Ok(counted)
}

/// The next things due in one case, the first first.
///
/// # Errors
/// Those of the store.
pub fn of_case(
    connection: &Connection,
    case: CaseId,
    viewer: Viewer,
    moments: Moments,
) -> Result<Vec<DueRow>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT urgency, late_from, id FROM clock
         WHERE case_id = ?1 AND done_at IS NULL ORDER BY late_from, urgency, id LIMIT 20",
    )?;
    let keys: Vec<DueKey> = statement
        .query_map([case.0], |row| {
            let late_from: DateTime<Utc> = row.get(1)?;
            let group = moments.group(late_from);
            Ok(DueKey {
                group,
                rank: row.get(0)?,
                late_from,
                clock: row.get(2)?,
            })
        })?
        .collect::<Result<_, _>>()?;
    let mut rows = Vec::with_capacity(keys.len());
    for key in keys {
        rows.extend(row_of(connection, key, viewer)?);
    }
    Ok(rows)
}

/// One stretch of the order: a rank of what is late, a rank of what is due today, what is coming.
struct Stretch<'a> {
    group: Group,
    rank: u8,
    moments: Moments,
    /// The row it goes on from, where that lies in it, and whether it is part of the page.
    beside: Option<&'a DueKey>,
    holds_beside: bool,
    is_backwards: bool,
}

fn stretches() -> Vec<(Group, u8)> {
    Group::iter()
        .flat_map(|group| {
            let ranks = if group == Group::Coming { 0 } else { LAST_RANK };
            (0..=ranks).map(move |rank| (group, rank))
        })
        .collect()
}

/// One walk along an index: whose work.
enum Walk {
    Everybodys,
    Of(i64),
    Nobodys,
    /// Work of this kind that nobody has taken.
    NobodysOf(ClockKind),
}

fn walks(connection: &Connection, whose: Whose, viewer: Viewer) -> Result<Vec<Walk>, StoreError> {
    Ok(match whose {
        Whose::All => vec![Walk::Everybodys],
        Whose::Mine => {
            let kinds = ClockKind::iter().filter(|kind| kind.roles().contains(&viewer.role));
            let mut walks: Vec<Walk> = kinds.map(Walk::NobodysOf).collect();
            walks.push(Walk::Of(viewer.user_id));
            walks
        }
        Whose::Team => {
            let people = team(connection, viewer)?;
            let mut walks: Vec<Walk> = people.into_iter().map(Walk::Of).collect();
            walks.push(Walk::Nobodys);
            walks
        }
    })
}

fn keys_of(
    connection: &Connection,
    walks: &[Walk],
    wanted: &Stretch<'_>,
    most: usize,
) -> Result<Vec<DueKey>, StoreError> {
    // What is coming stands in the order of days, whatever its urgency: each is a walk of its own.
    let urgencies = match wanted.group {
        Group::Coming => 0..=LAST_RANK,
        Group::Late | Group::Today => wanted.rank..=wanted.rank,
    };
    let steps: Vec<(&Walk, u8)> = walks
        .iter()
        .flat_map(|walk| urgencies.clone().map(move |urgency| (walk, urgency)))
        .filter(|(walk, urgency)| match walk {
            Walk::NobodysOf(kind) => kind.urgency() == *urgency,
            _ => true,
        })
        .collect();
    let mut statements = Vec::with_capacity(steps.len());
    for (walk, _) in &steps {
        statements.push(connection.prepare_cached(&sql(walk, wanted))?);
    }
    let now = instant(wanted.moments.now);
    let end = instant(wanted.moments.end_of_today);
    let mut streams = Vec::with_capacity(steps.len());
    for (statement, (walk, urgency)) in statements.iter_mut().zip(&steps) {
        let (owner, kind): (i64, &str) = match walk {
            Walk::Of(owner) => (*owner, ""),
            Walk::NobodysOf(kind) => (0, kind.into()),
            Walk::Everybodys | Walk::Nobodys => (0, ""),
        };
        let beside = wanted.beside.map(|key| instant(key.late_from));
        let clock = wanted.beside.map(|key| key.clock);
        let text = sql(walk, wanted);
        let given = named_params! {
            ":urgency": urgency, ":owner": owner, ":kind": kind, ":now": now, ":end": end,
            ":beside": beside, ":clock": clock,
            ":most": i64::try_from(most).unwrap_or(i64::MAX),
        };
        // A query knows only those variables that stand in it.
        let used: Vec<_> = given
            .iter()
            .filter(|(name, _)| text.contains(name))
            .copied()
            .collect();
        streams.push(statement.query(used.as_slice())?);
    }
    let read = |row: &Row<'_>| {
        Ok(DueKey {
            group: wanted.group,
            rank: wanted.rank,
            late_from: row.get(0)?,
            clock: row.get(1)?,
        })
    };
    let order = |one: &DueKey, other: &DueKey| -> Ordering {
        if wanted.is_backwards {
            other.cmp(one)
        } else {
            one.cmp(other)
        }
    };
    merged(streams, read, order, most)
}

fn sql(walk: &Walk, wanted: &Stretch<'_>) -> String {
    let (index, whose) = match walk {
        Walk::Everybodys => ("clock_open", ""),
        Walk::Of(_) => ("clock_open_by_owner", " AND owner_id = :owner"),
        Walk::Nobodys => ("clock_open_by_owner", " AND owner_id IS NULL"),
        Walk::NobodysOf(_) => ("clock_nobodys", " AND owner_id IS NULL AND kind = :kind"),
    };
    let within = match wanted.group {
        Group::Late => "late_from <= :now",
        Group::Today => "late_from > :now AND late_from <= :end",
        Group::Coming => "late_from > :end",
    };
    let (after, direction) = if wanted.is_backwards {
        ("<", "DESC")
    } else {
        (">", "ASC")
    };
    let or_at = if wanted.holds_beside { "=" } else { "" };
    let beside = match wanted.beside {
        Some(_) => format!(" AND (late_from, id) {after}{or_at} (:beside, :clock COLLATE BINARY)"),
        None => String::new(),
    };
    format!(
        "SELECT late_from, id FROM clock INDEXED BY {index}
         WHERE done_at IS NULL{whose} AND urgency = :urgency AND {within}{beside}
         ORDER BY late_from {direction}, id {direction} LIMIT :most"
    )
}

/// The row of a clock; none where it was stopped meanwhile.
fn row_of(
    connection: &Connection,
    key: DueKey,
    viewer: Viewer,
) -> Result<Option<DueRow>, StoreError> {
    let sql = format!(
        "SELECT {BRIEF_COLUMNS}, k.kind, k.due, k.subject_id, u.display_name, {IS_SHOWN},
             c.last_score, c.last_category, r.received_at, m.part1_start, m.part2_start, m.venue_id,
             g.display_name, e.detail, a.what, a.who
         FROM clock k
         CROSS JOIN case_record c ON c.id = k.case_id
         LEFT JOIN user_account u ON u.id = k.owner_id
         LEFT JOIN referral r ON r.id = k.subject_id
             AND k.kind IN ('triage', 'police-at-once', 'written-confirmation')
         LEFT JOIN meeting m ON m.id = k.subject_id
             AND k.kind IN ('meeting', 'preparation', 'invitation-answer')
         LEFT JOIN event e ON e.id = k.subject_id AND k.kind = 'glass-broken'
         LEFT JOIN user_account g ON g.id = e.user_id
         LEFT JOIN plan_action a ON a.id = k.subject_id AND k.kind = 'plan-action'
         WHERE k.id = :clock AND k.done_at IS NULL"
    );
    let clock = key.clock;
    let given = named_params! {
        ":clock": clock, ":user": viewer.user_id, ":now": instant(viewer.now),
    };
    Ok(connection
        .prepare_cached(&sql)?
        .query_row(given, |row| due_row(row, key))
        .optional()?)
}

fn due_row(row: &Row<'_>, key: DueKey) -> rusqlite::Result<DueRow> {
    let at = |column: usize| BRIEF_WIDTH + column;
    let kind: ClockKind = word(row, at(0))?;
    let due: String = row.get(at(1))?;
    let is_shown: bool = row.get(at(4))?;
    let score: Option<u32> = row.get(at(5))?;
    let category: Option<u32> = row.get(at(6))?;
    let received: Option<DateTime<Utc>> = row.get(at(7))?;
    let part1: Option<NaiveTime> = row.get(at(8))?;
    let broken: Option<String> = row.get(at(12))?;
    let about = match (kind, received, part1, score.zip(category)) {
        (ClockKind::GlassBroken, ..) => About::GlassBroken {
            by: row.get::<_, Option<String>>(at(11))?.unwrap_or_default(),
            reason: Detail::read(&broken.unwrap_or_default())
                .reason
                .unwrap_or_default(),
        },
        _ if !is_shown => About::Nothing,
        (ClockKind::PlanAction, ..) => About::Action {
            what: confidential(row, at(13))?,
            who: confidential(row, at(14))?,
        },
        (_, Some(at), ..) => About::Received(at),
        (_, _, Some(part1), _) => About::Meeting {
            part1,
            part2: row.get(at(9))?,
            venue: row.get::<_, Option<String>>(at(10))?.unwrap_or_default(),
        },
        (ClockKind::Decision | ClockKind::SerafAgain, _, _, Some((score, category))) => {
            About::Score { score, category }
        }
        _ => About::Nothing,
    };
    let case = brief(row)?;
    Ok(DueRow {
        kind,
        due: due_of(&due).ok_or_else(|| {
            rusqlite::Error::InvalidColumnType(at(1), due, rusqlite::types::Type::Text)
        })?,
        case: if is_shown { case } else { case.hidden() },
        is_hidden: !is_shown,
        subject: row.get(at(2))?,
        owner: row.get(at(3))?,
        about,
        key,
    })
}

fn confidential(row: &Row<'_>, at: usize) -> rusqlite::Result<Confidential> {
    let text: Option<String> = row.get(at)?;
    Ok(Confidential::new(text.unwrap_or_default()))
}
