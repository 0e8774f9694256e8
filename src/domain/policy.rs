//! What an authority may set for itself: timescales, lengths, agencies, venues, outcomes, words.
//!
//! All of it is data in `data/`, embedded in the program and checked on reading; an authority's
//! file of the same name takes the place of the embedded one, whole. Files are read by others:
//! here only texts come in. How days are counted is in `calendar`.

mod file;
mod language;
mod lists;
mod settings;
#[cfg(test)]
mod tests;

pub use file::{PolicyError, PolicyProblem};
pub use language::{FoundPhrase, LanguageWarnings};
pub use lists::{Agencies, Agency, TriageOutcome, TriageOutcomes, Venue, Venues};
pub use settings::{
    DecisionPolicy, MeetingPolicy, PersonPolicy, Policy, RecordPolicy, ReferralPolicy,
    SessionPolicy,
};

const POLICY: &str = "policy.toml";
const AGENCIES: &str = "agencies.toml";
const VENUES: &str = "venues.toml";
const OUTCOMES: &str = "triage-outcomes.toml";
const WARNINGS: &str = "language-warnings.toml";

/// Everything an authority has set, read and checked together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policies {
    pub policy: Policy,
    pub agencies: Agencies,
    pub venues: Venues,
    pub triage_outcomes: TriageOutcomes,
    pub language_warnings: LanguageWarnings,
}

impl Policies {
    /// The names of the files that an authority may put in its own folder.
    pub const FILES: [&str; 5] = [POLICY, AGENCIES, VENUES, OUTCOMES, WARNINGS];

    /// What comes with the program.
    ///
    /// # Errors
    /// None in a program that passed its tests; they read every embedded file.
    pub fn embedded() -> Result<Self, PolicyError> {
        Self::read(|_| None)
    }

    /// What comes with the program, with the authority's own text wherever `own` has one for a
    /// file of [`Self::FILES`].
    ///
    /// # Errors
    /// The first fault, by file and key; also an outcome sent to an agency that is not listed.
    pub fn read(own: impl Fn(&str) -> Option<String>) -> Result<Self, PolicyError> {
        let text = |file: &str, embedded: &str| own(file).unwrap_or_else(|| embedded.to_owned());
        let policies = Self {
            policy: Policy::from_toml(POLICY, &text(POLICY, settings::EMBEDDED))?,
            agencies: Agencies::from_toml(AGENCIES, &text(AGENCIES, lists::AGENCIES))?,
            venues: Venues::from_toml(VENUES, &text(VENUES, lists::VENUES))?,
            triage_outcomes: TriageOutcomes::from_toml(OUTCOMES, &text(OUTCOMES, lists::OUTCOMES))?,
            language_warnings: LanguageWarnings::from_toml(
                WARNINGS,
                &text(WARNINGS, language::EMBEDDED),
            )?,
        };
        for outcome in policies.triage_outcomes.iter() {
            let Some(agency) = &outcome.sent_to else {
                continue;
            };
            if policies.agencies.get(agency).is_none() {
                let key = format!("outcome.{}.sent_to", outcome.id);
                let problem = PolicyProblem::UnknownAgency(agency.clone());
                return Err(PolicyError::new(OUTCOMES, key, problem));
            }
        }
        Ok(policies)
    }
}
