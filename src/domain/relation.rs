//! Who belongs to a young person, and which records are about one person: links held as data.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use strum::{EnumIter, EnumString, IntoStaticStr};

use super::case::{CaseBrief, CaseId};

/// What somebody is to a young person.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    EnumIter,
    EnumString,
    IntoStaticStr,
    Serialize,
    Deserialize,
)]
#[strum(serialize_all = "kebab-case")]
#[serde(rename_all = "kebab-case")]
pub enum RelationKind {
    Sibling,
    /// Of the young person whose record says so; seen from the other record, their child.
    ParentCarer,
    /// Lives in the same home.
    Household,
    Friend,
    /// Somebody who may do the harm.
    AdultOfConcern,
}

/// Who it is: somebody with a case here, or somebody known by name alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Related {
    Case(CaseId),
    Named(String),
}

/// A relation that is not in the store yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewRelation {
    pub kind: RelationKind,
    pub who: Related,
    pub note: String,
}

/// One relation, as seen from one of its ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relation {
    pub id: i64,
    pub kind: RelationKind,
    /// The other end, where it has a case here.
    pub case: Option<CaseBrief>,
    /// The name, where it has none.
    pub name: String,
    pub note: String,
    /// Written down on the other record, and seen from this one.
    pub is_from_other: bool,
    pub version: i64,
}

/// Two records that are about one person. Both keep all they have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Join {
    pub id: i64,
    pub kept: CaseBrief,
    pub other: CaseBrief,
    pub at: DateTime<Utc>,
    /// The display name of who joined them.
    pub by: String,
    pub reason: String,
    pub undone_at: Option<DateTime<Utc>>,
}
