//! Where meetings are held: `venues.toml`.
//!
//! Whether a room is free on a day is casework.

use serde::{Deserialize, Serialize};

use super::data_file::{DataFile, PolicyError, PolicyProblem};
use crate::domain::bilingual::Bilingual;

/// How people come together there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum VenueKind {
    Room,
    Video,
}

/// One place to meet.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Venue {
    /// Kept in records, so never to be changed once used.
    pub id: String,
    pub by: VenueKind,
    pub name: Bilingual,
    /// Empty for video.
    #[serde(default)]
    pub address: String,
    /// A place that does not look like an office to a young person (the report).
    #[serde(default)]
    pub informal: bool,
    /// Stands in a new meeting; exactly one venue has it.
    #[serde(default)]
    pub default: bool,
}

/// All venues in the order of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Venues {
    list: Vec<Venue>,
    default: Venue,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct VenuesFile {
    #[serde(default)]
    venue: Vec<Venue>,
}

impl Venues {
    /// Reads and checks `venues.toml`.
    ///
    /// # Errors
    /// The first key that cannot be right, by file and key.
    pub fn from_toml(name: &str, text: &str) -> Result<Self, PolicyError> {
        let file = DataFile { name, text };
        let VenuesFile { venue: list } = file.parse()?;
        file.check_ids("venue", list.iter().map(|venue| venue.id.as_str()))?;
        for venue in &list {
            let key = |key: &str| format!("venue.{}.{key}", venue.id);
            file.check_bilingual(&key("name"), &venue.name)?;
            if venue.by == VenueKind::Room || !venue.address.is_empty() {
                file.check_text(&key("address"), &venue.address)?;
            }
        }
        let mut defaults = list.iter().filter(|venue| venue.default);
        let Some((default, 0)) = defaults
            .next()
            .map(|first| (first.clone(), defaults.count()))
        else {
            let found = list.iter().filter(|venue| venue.default).count();
            return Err(file.refuse("venue.default", PolicyProblem::NotOneDefault(found)));
        };
        Ok(Self { list, default })
    }

    /// Every venue in the order of the file.
    pub fn all(&self) -> &[Venue] {
        &self.list
    }

    /// The venue that stands in a new meeting.
    pub fn usual(&self) -> &Venue {
        &self.default
    }

    /// The venue with this id. A record may hold an id that the file no longer has.
    pub fn get(&self, id: &str) -> Option<&Venue> {
        self.list.iter().find(|venue| venue.id == id)
    }
}
