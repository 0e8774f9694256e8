//! Is this the young person we know already? Names folded, sorted and sounded, and two identities
//! compared with the reasons said.
//!
//! A likeness asks a person to look; it never joins two records by itself. Weights and the line
//! for showing are ours, kept together below. Finding candidates in the store is not done here:
//! [`phonetic_keys`] are what its index holds.

mod compare;
mod names;
mod short_forms;
mod sounds;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;

pub use compare::likeness;
pub use names::{fold_for_search, phonetic_keys, welsh_sort_key};
pub use sounds::{MOST_SOUNDS, birth_dates_like, sounds};

/// What is known of one person, as far as it tells them apart. Empty texts are not known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Identity {
    /// Given name, with middle names after it where they are known.
    pub given: String,
    pub family: String,
    /// Other names in use: nicknames, earlier family names, full names once used.
    pub aliases: Vec<String>,
    pub born: Option<NaiveDate>,
    /// An age someone stated, for those whose birth date is not known.
    pub stated_age: Option<StatedAge>,
    pub address: String,
}

/// "About 14", and on which day that was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StatedAge {
    pub years: u32,
    pub on: NaiveDate,
}

/// Why two identities look alike, or do not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    SameName,
    OtherOrder,
    Alias,
    SoundsAlike,
    SimilarSpelling,
    /// "Dan" and "Daniel", "Dai" and "Dafydd", of the same family name.
    ShortForm,
    /// "D" and "Dafydd" of the same family name.
    Initial,
    /// The given name alone: family names change.
    SameGivenName,
    SameBirthDate,
    /// Day and month changed places.
    SwappedBirthDate,
    /// One digit differs, or two neighbours changed places.
    SimilarBirthDate,
    AgeFits,
    SameAddress,
    /// Speaks against: both birth dates are known and not near each other.
    BirthDatesDiffer,
    /// Speaks against: a stated age more than two years off.
    AgeDiffers,
}

/// How alike two identities are, 0 to 100, with every reason counted in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Likeness {
    pub score: u8,
    pub reasons: Vec<Reason>,
}

/// The line was set so that a full name alone is shown, also in another order or as it was heard,
/// and that twins of different names are not.
const SHOW_FROM: u8 = 50;

impl Likeness {
    /// Whether a person should be asked to look at the pair.
    pub fn worth_showing(&self) -> bool {
        self.score >= SHOW_FROM
    }
}

impl Reason {
    /// Points for or against; an address says more of people whose names match than of siblings.
    const fn points(self, names_match: bool) -> i32 {
        match self {
            Self::SameName => 60,
            Self::OtherOrder | Self::Alias => 55,
            Self::SoundsAlike => 50,
            Self::SameBirthDate => 40,
            Self::SimilarSpelling | Self::ShortForm => 35,
            Self::SwappedBirthDate => 30,
            Self::SimilarBirthDate => 25,
            Self::SameAddress if names_match => 30,
            Self::SameAddress => 8,
            Self::SameGivenName | Self::Initial => 20,
            Self::AgeFits => 10,
            Self::AgeDiffers => -25,
            Self::BirthDatesDiffer => -30,
        }
    }
}
