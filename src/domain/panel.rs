//! The Risky Behaviour Panel: people, places and pages of concern in the community.
//!
//! An issue is worded for the Panel, whose members may see no cases: no young person's name
//! stands in it. All of it is the professionals' own.

use chrono::{DateTime, Utc};
use strum::{EnumIter, EnumString, IntoStaticStr};

use super::case::CaseBrief;
use super::likeness::fold_for_search;
use super::sharing::Confidential;

/// The number that people say: “Panel 12”.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PanelIssueId(pub i64);

/// What an issue is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumIter, EnumString, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum IssueKind {
    Place,
    /// An adult, by what is known of them.
    Person,
    Online,
    Group,
    Other,
}

/// An issue as it is raised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewIssue {
    pub kind: IssueKind,
    pub what: Confidential,
    /// Where it is; may be empty.
    pub place: Confidential,
}

/// An issue as the register lists it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PanelIssue {
    pub id: PanelIssueId,
    pub kind: IssueKind,
    pub what: Confidential,
    pub place: Confidential,
    pub is_live: bool,
    pub raised_at: DateTime<Utc>,
    pub raised_by: String,
    /// When anything was last noted of it.
    pub last_at: DateTime<Utc>,
    /// Young people whose meetings gave or took it.
    pub young_people: u32,
    pub version: i64,
}

/// What was learnt or done, as it is noted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPanelNote {
    pub words: Confidential,
    /// The id of the agency that it was passed to; may be empty.
    pub passed_to: String,
    /// Whether the issue goes on after it.
    pub is_live: bool,
}

/// What was learnt or done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PanelNote {
    pub at: DateTime<Utc>,
    pub by: String,
    pub words: Confidential,
    pub passed_to: String,
    pub is_live: bool,
}

/// All that is known of an issue to the one who looks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PanelPage {
    pub issue: PanelIssue,
    /// The latest first.
    pub notes: Vec<PanelNote>,
    /// Cases that the one who looks may see.
    pub cases: Vec<CaseBrief>,
}

/// Whether words for the Panel have a young person's name in them, in whatever spelling.
pub fn names_young_person(words: &str, case: &CaseBrief) -> bool {
    let words = format!(" {} ", fold_for_search(words));
    [&case.given_name, &case.family_name, &case.known_as]
        .into_iter()
        .flat_map(|name| {
            let folded = fold_for_search(name);
            folded.split(' ').map(str::to_owned).collect::<Vec<_>>()
        })
        .any(|part| part.chars().count() > 1 && words.contains(&format!(" {part} ")))
}
