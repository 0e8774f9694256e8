//! What happened in a case, as its chronology tells it, the last thing first.
//!
//! Where records of one person are joined, the chronology is of all of them, and each line says
//! whose it is. What an event holds besides its kind is written by the step that made it; only
//! what the chronology says in words is read here, and anything else is left alone.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Deserialize;

use super::case::{CaseId, EventKind};

/// One line of a chronology.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Happened {
    pub at: DateTime<Utc>,
    pub kind: EventKind,
    /// The row it is about.
    pub subject: Option<i64>,
    /// Who did it, by the name others read.
    pub by: Option<String>,
    /// The record it stands in, and its reference where that is not the case looked at.
    pub case: CaseId,
    pub of_joined: Option<String>,
    pub detail: Detail,
    /// From where the chronology goes on.
    pub key: HappenedKey,
}

/// The place of an event: newest first, and the later written first within one second.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct HappenedKey {
    pub at: DateTime<Utc>,
    pub event: i64,
}

/// What the steps write beside their events, as far as a chronology says it. All of it is
/// optional: an event is told with what it has.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default)]
pub struct Detail {
    pub score: Option<u32>,
    pub category: Option<u32>,
    /// The id of an outcome, which its own list puts into words.
    pub outcome: Option<String>,
    pub against_score: Option<bool>,
    pub reason: Option<String>,
    /// Somebody without a case here.
    pub name: Option<String>,
    /// The reference of another record.
    pub with: Option<String>,
    /// The day of a meeting, the beginnings of its parts by the clock on the wall.
    pub on: Option<NaiveDate>,
    pub part1: Option<String>,
    pub part2: Option<String>,
    /// The id of a venue.
    pub venue: Option<String>,
    /// What a meeting was moved to.
    pub to: Option<Box<Detail>>,
    /// The id of an agency.
    pub agency: Option<String>,
    pub danger_now: Option<bool>,
    /// What was decided in a discussion, or heard back.
    pub decided: Option<String>,
    pub said: Option<String>,
}

impl Detail {
    /// What can be read of an event's JSON; where a part is of another shape, nothing is said.
    pub fn read(json: &str) -> Self {
        serde_json::from_str(json).unwrap_or_default()
    }
}

/// One page of a chronology.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChronologyPage {
    /// In the order of the chronology, whichever way they were read.
    pub events: Vec<Happened>,
    /// Whether there is more in the direction that was read.
    pub has_more: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn detail_of_any_shape_is_read_as_far_as_it_goes() {
        let detail = Detail::read(r#"{"score": 14, "category": 3, "unknown": [1]}"#);
        assert_eq!((detail.score, detail.category), (Some(14), Some(3)));
        assert_eq!(Detail::read("[]"), Detail::default());
        assert_eq!(Detail::read(r#"{"score": "many"}"#), Detail::default());
    }
}
