//! The Risky Behaviour Panel: people, places and pages of concern in the community.
//!
//! An issue is worded for the Panel, whose members may see no cases: no young person's name
//! stands in it. All of it is the professionals' own.

use chrono::{DateTime, Utc};
use strum::{EnumIter, EnumString, IntoStaticStr};

use super::case::CaseBrief;
use super::likeness::fold_for_search;
use super::person::Person;
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

/// Whether an issue has any name of a young person in it, in whatever spelling.
pub fn names_young_person(new: &NewIssue, young: &Person) -> bool {
    let words = [&new.what, &new.place].map(|words| fold_for_search(words.for_professionals()));
    let words = format!(" {} ", words.join(" "));
    let names = [&young.given_name, &young.family_name, &young.known_as];
    let folded = names.into_iter().chain(&young.other_names);
    folded
        .map(|name| fold_for_search(name))
        .any(|name| name.split(' ').any(|part| is_named(&words, part)))
}

fn is_named(words: &str, part: &str) -> bool {
    part.chars().count() > 1 && words.contains(&format!(" {part} "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn name_of_the_young_person_is_found_in_any_spelling_and_part() {
        let young = Person {
            given_name: "Siân".to_owned(),
            family_name: "ap Rhys".to_owned(),
            other_names: vec!["Blaze_07".to_owned(), "J".to_owned()],
            ..Person::default()
        };
        let issue = |what: &str, place: &str| NewIssue {
            kind: IssueKind::Place,
            what: Confidential::new(what),
            place: Confidential::new(place),
        };
        for (what, place) in [
            ("Seen with SIAN, at night", ""),
            ("a flat", "the Rhys house"),
            ("a profile called blaze_07", ""),
        ] {
            assert!(
                names_young_person(&issue(what, place), &young),
                "{what} {place}"
            );
        }
        // A part of a word is no name, nor is a single letter.
        for what in ["Russian tea room", "Rhyswood Road", "block J"] {
            assert!(!names_young_person(&issue(what, ""), &young), "{what}");
        }
    }
}
