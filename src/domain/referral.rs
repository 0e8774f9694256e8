//! A referral: who told what about which young person, and what can be wrong with it as typed.
//!
//! What is due after it is in `follows`, what can be wrong in `faults`. Whether the young person
//! is known already is `likeness`'s question; keeping a referral is casework.

mod decided;
mod faults;
mod follows;
mod imported;
mod known;
#[cfg(test)]
mod tests;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use strum::{EnumIter, EnumString, IntoStaticStr};

pub use self::decided::{
    AfterHearing, NewStrategyDiscussion, NextSteps, ReferTo, Referred, ToTriage, TriageDone,
};
pub use self::faults::{
    Fault, FieldFault, LONGEST_LINE_CHARS, LONGEST_TEXT_CHARS, ReferralField, faults, person_faults,
};
pub use self::follows::{AfterTriage, after_triage, clocks, triage_due};
pub use self::imported::Imported;
pub use self::known::{Known, Likely, LikelyPeople, Near, NearKind};
use super::case::CaseId;
use super::person::Person;
use super::plain_text::{clean, clean_multiline};
use super::sharing::Confidential;

/// How a report came in.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    EnumIter,
    EnumString,
    IntoStaticStr,
    Serialize,
    Deserialize,
)]
#[strum(serialize_all = "kebab-case")]
#[serde(rename_all = "kebab-case")]
pub enum How {
    /// To be confirmed in writing (Wales Safeguarding Procedures: within 24 hours).
    Telephone,
    Written,
    InPerson,
}

/// Who told. A member of the public counts the same as a professional (the procedures).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Source {
    /// By its id in `agencies.toml`.
    Agency(String),
    Family,
    Public,
    YoungPerson,
    /// Who gave no name; none is to be kept, then.
    Anonymous,
}

impl Source {
    /// The word of the store and of JSON.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Agency(_) => "agency",
            Self::Family => "family",
            Self::Public => "public",
            Self::YoungPerson => "young-person",
            Self::Anonymous => "anonymous",
        }
    }

    /// The agency's id, for an agency.
    pub fn agency(&self) -> &str {
        match self {
            Self::Agency(id) => id,
            _ => "",
        }
    }

    /// From the word and, for an agency, its id.
    pub fn of(word: &str, agency: &str) -> Option<Self> {
        Some(match word {
            "agency" => Self::Agency(agency.to_owned()),
            "family" => Self::Family,
            "public" => Self::Public,
            "young-person" => Self::YoungPerson,
            "anonymous" => Self::Anonymous,
            _ => return None,
        })
    }
}

/// What is feared, by the report's definitions of child sexual exploitation.
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
pub enum Fear {
    /// Sexual activity for some form of payment.
    Exchange,
    /// Indecent images or other indecent material of children.
    Images,
    GroomingDirect,
    /// By mobile phone or the internet.
    GroomingByTechnology,
    /// For sexual purposes.
    Trafficking,
}

/// A referral as it is told, before it has a place in a case.
///
/// Nothing feared is allowed: families and the public do not usually make the link to
/// exploitation themselves (the report), and the SERAF asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewReferral {
    pub received_at: DateTime<Utc>,
    pub how: How,
    pub source: Source,
    /// Who told, and how they can be reached; never for the family's eyes.
    pub source_name: Confidential,
    pub source_contact: Confidential,
    pub person: Person,
    /// In the order of [`Fear`], none twice.
    pub feared: Vec<Fear>,
    /// In the words used by the person who told.
    pub what_happened: Confidential,
    /// Whether somebody is in danger now; then the police are told at once.
    pub danger_now: bool,
    pub police_told_at: Option<DateTime<Utc>>,
    /// `None` is not known.
    pub young_person_knows: Option<bool>,
    pub young_person_view: Confidential,
    pub parents_know: Option<bool>,
    pub parents_view: Confidential,
}

impl NewReferral {
    /// The same referral without anything that a terminal could act on or that hides in a file.
    #[must_use]
    pub fn cleaned(&self) -> Self {
        let line = |text: &Confidential| Confidential::new(clean(text.for_professionals()).trim());
        let lines = |text: &Confidential| {
            Confidential::new(clean_multiline(text.for_professionals()).trim())
        };
        let mut feared = self.feared.clone();
        feared.sort_unstable();
        feared.dedup();
        Self {
            received_at: self.received_at,
            how: self.how,
            source: match &self.source {
                Source::Agency(id) => Source::Agency(clean(id).trim().to_owned()),
                other => other.clone(),
            },
            source_name: line(&self.source_name),
            source_contact: line(&self.source_contact),
            person: self.person.cleaned(),
            feared,
            what_happened: lines(&self.what_happened),
            danger_now: self.danger_now,
            police_told_at: self.police_told_at,
            young_person_knows: self.young_person_knows,
            young_person_view: lines(&self.young_person_view),
            parents_know: self.parents_know,
            parents_view: lines(&self.parents_view),
        }
    }
}

/// The number of a referral in its own store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ReferralId(pub i64);

/// What was decided on a referral.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Triaged {
    /// The id of an outcome in `triage-outcomes.toml`.
    pub outcome: String,
    pub reason: Confidential,
    pub at: DateTime<Utc>,
    /// The display name of who decided.
    pub by: String,
}

/// A referral as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Referral {
    pub id: ReferralId,
    pub case: CaseId,
    /// What was told, the young person as told among it; the case may know more by now.
    pub told: NewReferral,
    /// The display name of who took it.
    pub received_by: String,
    /// When a report by telephone came in writing as well.
    pub confirmed_at: Option<DateTime<Utc>>,
    /// `None` while the decision is awaited.
    pub triaged: Option<Triaged>,
    pub version: i64,
}
