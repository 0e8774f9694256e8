//! The audit chain: one row for every view and change, each with a hash over itself and the row
//! before it, written in the same transaction as what it tells of.
//!
//! The last hash, the head, is kept in `meta` too, and on paper where it is printed on backups
//! and documents. That makes tampering evident, not impossible: who holds the data key can write
//! a whole new chain, and only a head written down outside shows it (`verify`). What is audited,
//! and in which words, is for `casework`. Why so: `docs/decisions/0002-audit-chain.md`.

pub mod read;
#[cfg(test)]
mod tests;
pub mod verify;

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, SecondsFormat, Utc};
use rusqlite::{Connection, params};
use sha2::{Digest, Sha256};
use thiserror::Error;

use super::{StoreError, hex};

pub use self::read::{Stored, entries_before};
pub use self::verify::{Alteration, Verdict, verify};

/// One thing that a person (or the program, then `user_id` is none) did or saw.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry<'a> {
    pub at: DateTime<Utc>,
    pub user_id: Option<i64>,
    /// The name at that time, for people are renamed and leave.
    pub user_name: &'a str,
    /// A stable word such as `case.viewed`.
    pub action: &'a str,
    pub case_id: Option<i64>,
    /// What it was done to, such as a reference. Never empty words about a person.
    pub subject: &'a str,
    /// JSON; `{}` when there is nothing more to say.
    pub detail: &'a str,
}

/// The end of the chain: how many entries, and the hash of the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    pub seq: i64,
    pub hash: [u8; 32],
}

impl Head {
    /// Before the first entry.
    pub const START: Self = Self {
        seq: 0,
        hash: [0; 32],
    };

    /// What is written down outside the store.
    pub fn mark(&self) -> HeadMark {
        HeadMark {
            seq: self.seq,
            prefix: hex::encode(&self.hash).chars().take(MARK_DIGITS).collect(),
        }
    }
}

/// The short form, such as `1234:9f2ac0…`: what is printed.
impl fmt::Display for Head {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.mark().fmt(f)
    }
}

/// How many hexadecimal digits a mark shows: 80 bits, more than anyone can hit by trying.
const MARK_DIGITS: usize = 20;

/// A head as it was printed: the number of entries and the beginning of the hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeadMark {
    pub seq: i64,
    prefix: String,
}

impl HeadMark {
    /// Whether this was printed from `head`.
    pub fn is_of(&self, head: &Head) -> bool {
        head.mark() == *self
    }
}

impl fmt::Display for HeadMark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.seq, self.prefix)
    }
}

/// The text is not a head as it is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error(
    "a head of the audit chain looks like 1234:9f2ac01b77d04e5aa1c3, with {MARK_DIGITS} digits after the colon"
)]
pub struct NotAHead;

impl FromStr for HeadMark {
    type Err = NotAHead;

    fn from_str(text: &str) -> Result<Self, NotAHead> {
        let (seq, prefix) = text.trim().split_once(':').ok_or(NotAHead)?;
        let prefix = prefix.to_ascii_lowercase();
        let whole =
            prefix.chars().count() == MARK_DIGITS && prefix.chars().all(|c| c.is_ascii_hexdigit());
        match seq.parse() {
            Ok(seq) if whole && seq >= 0 => Ok(Self { seq, prefix }),
            _ => Err(NotAHead),
        }
    }
}

/// Writes `entry` at the end of the chain. Call it in the transaction of the change it tells of.
///
/// # Errors
/// When it cannot be written; the change must then not be kept either.
pub fn append(connection: &Connection, entry: &Entry<'_>) -> Result<Head, StoreError> {
    let before = head(connection)?;
    let at = instant_text(&entry.at);
    // Where rows were cut off or slipped in, work must still go on: the entry takes the next
    // free number, and `verify` sees the break for ever.
    let last: i64 = connection
        .prepare_cached("SELECT coalesce(max(seq), 0) FROM audit")?
        .query_row([], |row| row.get(0))?;
    let seq = before
        .seq
        .max(last)
        .checked_add(1)
        .ok_or_else(|| StoreError::Damaged("the audit's numbers have run out".to_owned()))?;
    let hash = entry_hash(seq, &at, entry, &before.hash);
    connection
        .prepare_cached(
            "INSERT INTO audit
                (seq, at, user_id, user_name, action, case_id, subject, detail, prev, hash)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        )?
        .execute(params![
            seq,
            at,
            entry.user_id,
            entry.user_name,
            entry.action,
            entry.case_id,
            entry.subject,
            entry.detail,
            before.hash,
            hash
        ])?;
    let head = Head { seq, hash };
    connection
        .prepare_cached("UPDATE meta SET value = ?1 WHERE key = 'audit-head'")?
        .execute([format!("{seq}:{}", hex::encode(&hash))])?;
    Ok(head)
}

/// The end of the chain as the store remembers it.
///
/// # Errors
/// [`StoreError::Damaged`] when the note of it is gone or unreadable.
pub fn head(connection: &Connection) -> Result<Head, StoreError> {
    let text: String = connection
        .prepare_cached("SELECT value FROM meta WHERE key = 'audit-head'")?
        .query_row([], |row| row.get(0))
        .map_err(|error| match error {
            rusqlite::Error::QueryReturnedNoRows => no_head(),
            other => other.into(),
        })?;
    let (seq, hash) = text.split_once(':').ok_or_else(no_head)?;
    match (seq.parse(), hex::decode_32(hash)) {
        (Ok(seq), Some(hash)) => Ok(Head { seq, hash }),
        _ => Err(no_head()),
    }
}

fn no_head() -> StoreError {
    StoreError::Damaged("the head of the audit chain is gone".to_owned())
}

/// Instants have one written form, or equal entries could have two hashes.
pub(super) fn instant_text(at: &DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Millis, true)
}

/// SHA-256 over the entry: every field with its length before it, so that no text can move from
/// one field into the next, and a missing value is not an empty one.
fn entry_hash(seq: i64, at: &str, entry: &Entry<'_>, prev: &[u8; 32]) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(b"diogel audit 1");
    hash.update(prev);
    hash.update(seq.to_be_bytes());
    for text in [
        at,
        entry.user_name,
        entry.action,
        entry.subject,
        entry.detail,
    ] {
        hash.update((text.len() as u64).to_be_bytes());
        hash.update(text.as_bytes());
    }
    for number in [entry.user_id, entry.case_id] {
        hash.update([u8::from(number.is_some())]);
        hash.update(number.unwrap_or(0).to_be_bytes());
    }
    hash.finalize().into()
}
