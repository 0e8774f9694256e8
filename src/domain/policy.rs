//! What the authority has decided and can change: timescales, agencies, venues, outcomes, wording.
//!
//! Each lives in a file of `data/`, is embedded in the program, and can be put in place by a file
//! of the same name. [`Policies`] holds them all with the bank holidays, and says when things are
//! due. A file that cannot be right is refused, naming file and key. Nothing is read from the disk
//! here, and no rule depends on today.

mod agencies;
mod data_file;
mod due;
mod language;
mod protocol_criteria;
mod settings;
#[cfg(test)]
mod tests;
mod triage;
mod venues;

pub use agencies::{Agencies, Agency, AgencyKind};
pub use data_file::{PolicyError, PolicyProblem};
pub use language::{LanguageWarning, LanguageWarnings, Wording};
pub use protocol_criteria::{Criterion, ProtocolCriteria};
pub use settings::{
    ContactPolicy, FiguresPolicy, MeetingPolicy, Policy, PublishedCount, ReferencePolicy,
    RetentionPolicy, SessionPolicy, SmallNumbers, Timescales, YoungPersonPolicy,
};
pub use triage::{TriageOutcome, TriageOutcomes};
pub use venues::{Venue, VenueKind, Venues};

use crate::domain::calendar::{Holidays, HolidaysError};
use data_file::DataFile;

const POLICY: &str = "policy.toml";
const AGENCIES: &str = "agencies.toml";
const VENUES: &str = "venues.toml";
const TRIAGE_OUTCOMES: &str = "triage-outcomes.toml";
const LANGUAGE_WARNINGS: &str = "language-warnings.toml";
const PROTOCOL_CRITERIA: &str = "protocol-criteria.toml";
const HOLIDAYS: &str = "bank-holidays-wales.csv";

/// All that policy can change, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policies {
    pub policy: Policy,
    pub agencies: Agencies,
    pub venues: Venues,
    pub triage_outcomes: TriageOutcomes,
    pub language_warnings: LanguageWarnings,
    pub protocol_criteria: ProtocolCriteria,
    pub holidays: Holidays,
}

/// A data file that was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PoliciesError {
    #[error(transparent)]
    Policy(#[from] PolicyError),
    #[error(transparent)]
    Holidays(#[from] HolidaysError),
}

impl Policies {
    /// The names of the files that an authority can put in the place of the embedded ones.
    pub const FILES: [&'static str; 7] = [
        POLICY,
        AGENCIES,
        VENUES,
        TRIAGE_OUTCOMES,
        LANGUAGE_WARNINGS,
        PROTOCOL_CRITERIA,
        HOLIDAYS,
    ];

    /// What comes with the program.
    ///
    /// # Errors
    /// None in a program that passed its tests; they read every embedded file.
    pub fn embedded() -> Result<Self, PoliciesError> {
        Ok(Self {
            policy: Policy::from_toml(POLICY, include_str!("../../data/policy.toml"))?,
            agencies: Agencies::from_toml(AGENCIES, include_str!("../../data/agencies.toml"))?,
            venues: Venues::from_toml(VENUES, include_str!("../../data/venues.toml"))?,
            triage_outcomes: TriageOutcomes::from_toml(
                TRIAGE_OUTCOMES,
                include_str!("../../data/triage-outcomes.toml"),
            )?,
            language_warnings: LanguageWarnings::from_toml(
                LANGUAGE_WARNINGS,
                include_str!("../../data/language-warnings.toml"),
            )?,
            protocol_criteria: ProtocolCriteria::from_toml(
                PROTOCOL_CRITERIA,
                include_str!("../../data/protocol-criteria.toml"),
            )?,
            holidays: Holidays::embedded()?,
        })
    }

    /// Puts an authority's own file in the place of the embedded one. `name` is one of
    /// [`Self::FILES`]. A file that is refused leaves everything as it was.
    ///
    /// # Errors
    /// What is wrong with the file, or that its name is not known.
    pub fn replace(&mut self, name: &str, text: &str) -> Result<(), PoliciesError> {
        match name {
            POLICY => self.policy = Policy::from_toml(name, text)?,
            AGENCIES => self.agencies = Agencies::from_toml(name, text)?,
            VENUES => self.venues = Venues::from_toml(name, text)?,
            TRIAGE_OUTCOMES => self.triage_outcomes = TriageOutcomes::from_toml(name, text)?,
            LANGUAGE_WARNINGS => self.language_warnings = LanguageWarnings::from_toml(name, text)?,
            PROTOCOL_CRITERIA => {
                self.protocol_criteria = ProtocolCriteria::from_toml(name, text)?;
            }
            HOLIDAYS => self.holidays = Holidays::from_csv(name, text)?,
            _ => {
                let file = DataFile { name, text };
                return Err(file.refuse("name", PolicyProblem::UnknownFile).into());
            }
        }
        Ok(())
    }
}
