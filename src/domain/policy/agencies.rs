//! The agencies around a young person: `agencies.toml`.
//!
//! Only who they are; which of them takes part in a case is casework.

use serde::{Deserialize, Serialize};

use super::data_file::{DataFile, PolicyError};
use crate::domain::bilingual::Bilingual;

/// What an agency is for, which is what counts and figures go by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AgencyKind {
    Police,
    SocialServices,
    DirectWork,
    Health,
    Education,
    YouthJustice,
    Housing,
    /// Fostering and residential care.
    Placement,
    SubstanceMisuse,
    Advocacy,
    ThirdSector,
    Other,
}

/// One agency.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agency {
    /// Kept in records, so never to be changed once used.
    pub id: String,
    pub kind: AgencyKind,
    pub name: Bilingual,
    /// A strategy discussion is not one without it.
    #[serde(default)]
    pub needed_for_strategy: bool,
    /// Stands on the list of a new meeting.
    #[serde(default)]
    pub usually_asked: bool,
}

/// All agencies in the order of the file.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agencies {
    #[serde(rename = "agency", default)]
    list: Vec<Agency>,
}

impl Agencies {
    /// Reads and checks `agencies.toml`.
    ///
    /// # Errors
    /// The first key that cannot be right, by file and key.
    pub fn from_toml(name: &str, text: &str) -> Result<Self, PolicyError> {
        let file = DataFile { name, text };
        let agencies: Self = file.parse()?;
        file.check_ids("agency", agencies.list.iter().map(|a| a.id.as_str()))?;
        for agency in &agencies.list {
            file.check_bilingual(&format!("agency.{}.name", agency.id), &agency.name)?;
        }
        Ok(agencies)
    }

    /// Every agency in the order of the file.
    pub fn all(&self) -> &[Agency] {
        &self.list
    }

    /// The agency with this id. A record may hold an id that the file no longer has.
    pub fn get(&self, id: &str) -> Option<&Agency> {
        self.list.iter().find(|agency| agency.id == id)
    }
}
