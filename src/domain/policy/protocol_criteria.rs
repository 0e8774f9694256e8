//! What is looked at before a young person is taken off the CSE protocol:
//! `protocol-criteria.toml`.
//!
//! Says which criteria there are and whether those met agree with a removal. Who decides, and
//! what is recorded, is `domain::protocol`'s and casework's.

use serde::Deserialize;

use super::data_file::{DataFile, PolicyError, PolicyProblem};
use crate::domain::bilingual::Bilingual;

/// One stated criterion for removal.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    /// Kept in records, so never to be changed once used.
    pub id: String,
    pub text: Bilingual,
    /// To be met before a removal agrees with the criteria.
    #[serde(default)]
    pub needed: bool,
    /// Agrees with a removal by itself, such as a move to another authority.
    #[serde(default)]
    pub enough_alone: bool,
}

/// All criteria in the order of the file.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProtocolCriteria {
    #[serde(rename = "criterion", default)]
    list: Vec<Criterion>,
}

impl ProtocolCriteria {
    /// Reads and checks `protocol-criteria.toml`.
    ///
    /// # Errors
    /// The first key that cannot be right, by file and key.
    pub fn from_toml(name: &str, text: &str) -> Result<Self, PolicyError> {
        let file = DataFile { name, text };
        let criteria: Self = file.parse()?;
        file.check_ids("criterion", criteria.list.iter().map(|one| one.id.as_str()))?;
        for one in &criteria.list {
            file.check_bilingual(&format!("criterion.{}.text", one.id), &one.text)?;
            if one.needed && one.enough_alone {
                let key = format!("criterion.{}.needed", one.id);
                return Err(file.refuse(key, PolicyProblem::Contradicts("enough_alone")));
            }
        }
        Ok(criteria)
    }

    /// Every criterion in the order of the file.
    pub fn all(&self) -> &[Criterion] {
        &self.list
    }

    /// The criterion with this id. A record may hold an id that the file no longer has.
    pub fn get(&self, id: &str) -> Option<&Criterion> {
        self.list.iter().find(|one| one.id == id)
    }

    /// The ids among these that the file has, once each and in its order.
    pub fn known(&self, ids: &[String]) -> Vec<String> {
        let given = |one: &&Criterion| ids.contains(&one.id);
        let known = self.list.iter().filter(given);
        known.map(|one| one.id.clone()).collect()
    }

    /// The needed criteria that are not met, by id; none where one that is enough alone is.
    pub fn unmet(&self, met: &[String]) -> Vec<String> {
        let is_met = |one: &Criterion| met.contains(&one.id);
        if self.list.iter().any(|one| one.enough_alone && is_met(one)) {
            return Vec::new();
        }
        let missing = self.list.iter().filter(|one| one.needed && !is_met(one));
        missing.map(|one| one.id.clone()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = include_str!("../../../data/protocol-criteria.toml");

    fn criteria() -> ProtocolCriteria {
        ProtocolCriteria::from_toml("protocol-criteria.toml", FILE).unwrap()
    }

    #[test]
    fn removal_agrees_when_all_that_is_needed_is_met() {
        let criteria = criteria();
        let needed: Vec<String> = criteria.unmet(&[]);
        assert!(needed.len() > 2);
        assert!(criteria.unmet(&needed).is_empty());
        let (first, rest) = needed.split_first().unwrap();
        assert_eq!(criteria.unmet(rest), vec![first.clone()]);
    }

    #[test]
    fn criterion_that_is_enough_alone_leaves_nothing_unmet() {
        assert!(criteria().unmet(&["passed-on".to_owned()]).is_empty());
    }

    #[test]
    fn ids_that_the_file_does_not_have_are_left_out() {
        let given = ["plan-done", "no-such", "nothing-new", "plan-done"].map(str::to_owned);
        let known = criteria().known(&given);
        assert_eq!(known, ["nothing-new", "plan-done"]);
    }

    #[track_caller]
    fn refused(text: &str) -> String {
        let read = ProtocolCriteria::from_toml("own.toml", text);
        read.unwrap_err().to_string()
    }

    #[test]
    fn file_that_cannot_be_right_is_refused_by_its_key() {
        assert!(refused("").starts_with("own.toml: criterion:"));
        let both = "[[criterion]]\nid = \"a\"\ntext = { en = \"a\", cy = \"a\" }\nneeded = true\n\
             enough_alone = true\n";
        assert!(refused(both).starts_with("own.toml: criterion.a.needed:"));
        let empty = "[[criterion]]\nid = \"a\"\ntext = { en = \"a\", cy = \" \" }\n";
        assert!(refused(empty).starts_with("own.toml: criterion.a.text.cy:"));
        let unknown =
            "[[criterion]]\nid = \"a\"\ntext = { en = \"a\", cy = \"a\" }\nneded = true\n";
        assert!(refused(unknown).contains("neded"));
    }
}
