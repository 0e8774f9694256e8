//! The lists an authority keeps for itself: agencies, venues, and what a triage can come to.

use serde::Deserialize;

use crate::domain::bilingual::Bilingual;

use super::file::{Check, PolicyError, PolicyProblem, parse};

pub(super) const AGENCIES: &str = include_str!("../../../data/agencies.toml");
pub(super) const VENUES: &str = include_str!("../../../data/venues.toml");
pub(super) const OUTCOMES: &str = include_str!("../../../data/triage-outcomes.toml");

/// Those who work together around a young person, in the order of the file.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agencies {
    #[serde(default, rename = "agency")]
    agencies: Vec<Agency>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agency {
    pub id: String,
    pub name: Bilingual,
    /// Without it there is no strategy discussion (Wales Safeguarding Procedures: at least police
    /// and social services).
    #[serde(default)]
    pub needed_for_strategy: bool,
}

/// Where meetings are held, in the order of the file.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Venues {
    #[serde(default, rename = "venue")]
    venues: Vec<Venue>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Venue {
    pub id: String,
    pub name: Bilingual,
    /// A place where a young person and family may feel at ease.
    #[serde(default)]
    pub informal: bool,
    /// Offered first. Exactly one venue is.
    #[serde(default)]
    pub default: bool,
}

/// What a triage can come to, in the order of the file.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TriageOutcomes {
    #[serde(default, rename = "outcome")]
    outcomes: Vec<TriageOutcome>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TriageOutcome {
    pub id: String,
    pub name: Bilingual,
    #[serde(default)]
    pub opens_case: bool,
    #[serde(default)]
    pub needs_reason: bool,
    /// The agency that is told, which owes an answer by a date.
    #[serde(default)]
    pub sent_to: Option<String>,
}

impl Agencies {
    /// # Errors
    /// The first fault, with its key.
    pub fn from_toml(file: &str, text: &str) -> Result<Self, PolicyError> {
        let read: Self = parse(file, text)?;
        let check = Check(file);
        check.ids("agency", read.iter().map(|agency| &agency.id))?;
        for agency in read.iter() {
            check.bilingual(&format!("agency.{}.name", agency.id), &agency.name)?;
        }
        Ok(read)
    }

    pub fn iter(&self) -> impl Iterator<Item = &Agency> {
        self.agencies.iter()
    }

    pub fn get(&self, id: &str) -> Option<&Agency> {
        self.iter().find(|agency| agency.id == id)
    }
}

impl Venues {
    /// # Errors
    /// The first fault, with its key.
    pub fn from_toml(file: &str, text: &str) -> Result<Self, PolicyError> {
        let read: Self = parse(file, text)?;
        let check = Check(file);
        check.ids("venue", read.iter().map(|venue| &venue.id))?;
        for venue in read.iter() {
            check.bilingual(&format!("venue.{}.name", venue.id), &venue.name)?;
        }
        match read.iter().filter(|venue| venue.default).count() {
            1 => Ok(read),
            found => check.refuse("venue.default", PolicyProblem::NotOneDefault(found)),
        }
    }

    pub fn iter(&self) -> impl Iterator<Item = &Venue> {
        self.venues.iter()
    }

    pub fn get(&self, id: &str) -> Option<&Venue> {
        self.iter().find(|venue| venue.id == id)
    }

    /// The venue that is offered first; every list that was read has one.
    pub fn default_venue(&self) -> Option<&Venue> {
        self.iter().find(|venue| venue.default)
    }
}

impl TriageOutcomes {
    /// # Errors
    /// The first fault, with its key.
    pub fn from_toml(file: &str, text: &str) -> Result<Self, PolicyError> {
        let read: Self = parse(file, text)?;
        let check = Check(file);
        check.ids("outcome", read.iter().map(|outcome| &outcome.id))?;
        for outcome in read.iter() {
            check.bilingual(&format!("outcome.{}.name", outcome.id), &outcome.name)?;
        }
        Ok(read)
    }

    pub fn iter(&self) -> impl Iterator<Item = &TriageOutcome> {
        self.outcomes.iter()
    }

    pub fn get(&self, id: &str) -> Option<&TriageOutcome> {
        self.iter().find(|outcome| outcome.id == id)
    }
}
