//! What can be decided on a referral: `triage-outcomes.toml`.
//!
//! The outcomes say what follows; casework makes it follow.

use serde::Deserialize;

use super::data_file::{DataFile, PolicyError, PolicyProblem};
use crate::domain::bilingual::Bilingual;

/// One possible decision on next steps.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TriageOutcome {
    /// Kept in records, so never to be changed once used.
    pub id: String,
    pub text: Bilingual,
    /// A SERAF is to be completed.
    #[serde(default)]
    pub seraf_follows: bool,
    /// Police and social services speak at once.
    #[serde(default)]
    pub strategy_discussion: bool,
    /// A possible crime goes to the police now.
    #[serde(default)]
    pub police_at_once: bool,
    /// The referral becomes part of a case that is open already.
    #[serde(default)]
    pub joins_open_case: bool,
    /// Nothing more is to be done.
    #[serde(default)]
    pub closes: bool,
    /// Not decided without a reason in words.
    #[serde(default)]
    pub needs_reason: bool,
}

impl TriageOutcome {
    /// Whether somebody else is to take it on: then it is followed up until they are heard from.
    pub fn is_passed_on(&self) -> bool {
        !self.closes && !self.joins_open_case && !self.seraf_follows && !self.strategy_discussion
    }
}

/// All outcomes in the order of the file.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TriageOutcomes {
    #[serde(rename = "outcome", default)]
    list: Vec<TriageOutcome>,
}

impl TriageOutcomes {
    /// Reads and checks `triage-outcomes.toml`.
    ///
    /// # Errors
    /// The first key that cannot be right, by file and key.
    pub fn from_toml(name: &str, text: &str) -> Result<Self, PolicyError> {
        let file = DataFile { name, text };
        let outcomes: Self = file.parse()?;
        file.check_ids("outcome", outcomes.list.iter().map(|o| o.id.as_str()))?;
        for outcome in &outcomes.list {
            file.check_bilingual(&format!("outcome.{}.text", outcome.id), &outcome.text)?;
            let goes_on = [
                (outcome.seraf_follows, "seraf_follows"),
                (outcome.strategy_discussion, "strategy_discussion"),
                (outcome.joins_open_case, "joins_open_case"),
            ];
            // A referral that closes and goes on at once would be forgotten by one of the two.
            if let Some((_, other)) = goes_on.iter().find(|(set, _)| *set && outcome.closes) {
                let key = format!("outcome.{}.closes", outcome.id);
                return Err(file.refuse(key, PolicyProblem::Contradicts(other)));
            }
        }
        Ok(outcomes)
    }

    /// Every outcome in the order of the file.
    pub fn all(&self) -> &[TriageOutcome] {
        &self.list
    }

    /// The outcome with this id. A record may hold an id that the file no longer has.
    pub fn get(&self, id: &str) -> Option<&TriageOutcome> {
        self.list.iter().find(|outcome| outcome.id == id)
    }
}
