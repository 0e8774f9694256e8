//! What a case says of itself: as a preview beside a list, and whole on its own page.
//!
//! Each child is not filed alone: siblings, the household and people that several young people
//! know are part of both. How it is read is casework's, how it is said is `words`'.

use chrono::{DateTime, Utc};

use super::assessment::Direction;
use super::case::CaseBrief;
use super::chronology::Happened;
use super::decision::{Basis, Decision};
use super::person::Person;
use super::referral::Referral;
use super::relation::{Join, RelationKind};
use super::today::DueRow;

/// As much of a case as stands beside a list: who, what is the worry, who is near, what is next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    pub case: CaseBrief,
    pub person: Person,
    /// The last referral; none where records came in without one.
    pub referral: Option<Referral>,
    /// What the last completed assessment says, and the worker's own judgement beside it.
    pub score: Option<(Basis, Option<Direction>)>,
    pub near: Vec<Near>,
    /// What is due in the case, the first first.
    pub next: Vec<DueRow>,
}

/// Somebody near a young person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Near {
    pub how: NearHow,
    /// As known; empty where `case` is hidden.
    pub name: String,
    /// Their own case here. Without name and age where `is_hidden`.
    pub case: Option<CaseBrief>,
    /// A restricted case, and the person who looks is not among those named for it.
    pub is_hidden: bool,
    pub note: String,
}

/// In which way somebody is near.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NearHow {
    Relation(RelationKind),
    /// The other record says that this young person is its parent or carer.
    ChildOfTheirs,
    /// A case at the same address.
    SameAddress,
    /// Another case that names the same person.
    AlsoKnows {
        name: String,
    },
}

/// All that the first part of a case's page shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overview {
    pub preview: Preview,
    /// Who works on it, by the name others read.
    pub owner: Option<String>,
    /// The last decision.
    pub decision: Option<Decision>,
    /// Joins that stand, at either end. The other record is hidden as in [`Near`].
    pub joins: Vec<Join>,
    /// When the person who looks last opened the case; never, where they have not.
    pub last_seen: Option<DateTime<Utc>>,
    /// What others did in it since, the newest first, up to [`MOST_NEWS`].
    pub news: Vec<Happened>,
}

/// Somebody who could be named for a restricted case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MayBeNamed {
    pub user_id: i64,
    pub name: String,
    /// They are named for good already.
    pub is_named: bool,
}

/// More than these are to be read in the chronology.
pub const MOST_NEWS: usize = 20;
