//! Reads the whole chain and says whether it is what was written. One row is held at a time, so
//! that a chain of millions needs no more memory than a short one. Nothing is changed.

use chrono::DateTime;
use rusqlite::{Connection, Row};

use super::{Entry, Head, HeadMark, entry_hash, head, instant_text};
use crate::store::StoreError;

/// How an entry is not what was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alteration {
    /// Its fields do not give its hash.
    Content,
    /// It does not follow on the entry before it.
    Link,
    /// It is not there, though later ones are.
    Missing,
}

/// What the chain shows. The first thing found is told; the first is where to look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Every entry is what was written, up to `head`.
    Whole { head: Head },
    /// Entry `seq` was altered.
    Altered { seq: i64, how: Alteration },
    /// There are `extra` entries after the chain's end, which the program did not write.
    Added { end: i64, extra: u64 },
    /// The chain once reached `expected` and now ends at `end`: entries were cut off.
    CutOff { end: i64, expected: i64 },
    /// The chain agrees with itself, but is not the one whose head was noted at entry `seq`.
    Rewritten { seq: i64 },
}

impl Verdict {
    /// Whether nothing is amiss.
    pub fn is_whole(&self) -> bool {
        matches!(self, Self::Whole { .. })
    }
}

/// Recomputes the chain from its entries and holds it against the head noted in the store and,
/// where there is one, a head that was written down `outside`.
///
/// # Errors
/// Only when the entries cannot be read; what is wrong with them is the verdict.
pub fn verify(connection: &Connection, outside: Option<&HeadMark>) -> Result<Verdict, StoreError> {
    // One moment of the store, though others are writing; the caller may hold one already.
    let _snapshot = if connection.is_autocommit() {
        Some(connection.unchecked_transaction()?)
    } else {
        None
    };
    let noted = head(connection)?;
    let mut query = connection.prepare(
        "SELECT seq, at, user_id, user_name, action, case_id, subject, detail, prev, hash
         FROM audit ORDER BY seq",
    )?;
    let mut rows = query.query([])?;
    let mut end = Head::START;
    let mut at_noted = (noted.seq == 0).then_some(Head::START);
    let mut outside_fits = outside.filter(|mark| mark.seq > 0).map(|_| false);
    let mut extra = 0;
    while let Some(row) = rows.next()? {
        let seq: i64 = row.get(0)?;
        if seq > noted.seq {
            // Not ours: their contents prove nothing.
            extra += 1;
            continue;
        }
        if seq != end.seq + 1 {
            return Ok(Verdict::Altered {
                seq: end.seq + 1,
                how: Alteration::Missing,
            });
        }
        match checked(row, seq, &end)? {
            Ok(next) => end = next,
            Err(how) => return Ok(Verdict::Altered { seq, how }),
        }
        if seq == noted.seq {
            at_noted = Some(end);
        }
        if let Some(mark) = outside.filter(|mark| mark.seq == seq) {
            outside_fits = Some(mark.is_of(&end));
        }
    }
    let verdict = if end.seq < noted.seq {
        Verdict::CutOff {
            end: end.seq,
            expected: noted.seq,
        }
    } else if at_noted.is_some_and(|found| found.hash != noted.hash) {
        Verdict::Rewritten { seq: noted.seq }
    } else if extra > 0 {
        Verdict::Added {
            end: end.seq,
            extra,
        }
    } else {
        match (outside, outside_fits) {
            (Some(mark), _) if mark.seq > end.seq => Verdict::CutOff {
                end: end.seq,
                expected: mark.seq,
            },
            (Some(mark), Some(false)) => Verdict::Rewritten { seq: mark.seq },
            _ => Verdict::Whole { head: end },
        }
    };
    Ok(verdict)
}

/// The head after this row, or how the row is wrong.
fn checked(row: &Row<'_>, seq: i64, before: &Head) -> rusqlite::Result<Result<Head, Alteration>> {
    let prev: [u8; 32] = row.get(8)?;
    let hash: [u8; 32] = row.get(9)?;
    let at = row.get_ref(1)?.as_str()?;
    let Some(instant) = DateTime::parse_from_rfc3339(at)
        .ok()
        .map(|instant| instant.to_utc())
        .filter(|instant| instant_text(instant) == at)
    else {
        return Ok(Err(Alteration::Content));
    };
    let entry = Entry {
        at: instant,
        user_id: row.get(2)?,
        user_name: row.get_ref(3)?.as_str()?,
        action: row.get_ref(4)?.as_str()?,
        case_id: row.get(5)?,
        subject: row.get_ref(6)?.as_str()?,
        detail: row.get_ref(7)?.as_str()?,
    };
    if entry_hash(seq, at, &entry, &prev) != hash {
        return Ok(Err(Alteration::Content));
    }
    if prev != before.hash {
        return Ok(Err(Alteration::Link));
    }
    Ok(Ok(Head { seq, hash }))
}
