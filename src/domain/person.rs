//! Who a young person is, as far as it has been told: names, birth date or age, where they live.
//!
//! What a referral says and what a case keeps are the same shape, so that one can fill the gaps
//! of the other. Whether a birth date can be is `referral`'s question; whether two people are one
//! is `likeness`'s.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use strum::{EnumIter, EnumString, IntoStaticStr};

use super::likeness::{Identity, StatedAge};
use super::plain_text::clean;

/// Sex or gender as told, for how people are spoken of and for the figures.
#[derive(
    Debug,
    Clone,
    Copy,
    Default,
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
pub enum Gender {
    #[default]
    NotKnown,
    Female,
    Male,
    NonBinary,
    Other,
}

/// Where a young person lives, in the words of the report: independently, at home, with carers,
/// or in a residential setting.
#[derive(
    Debug,
    Clone,
    Copy,
    Default,
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
pub enum Living {
    #[default]
    NotKnown,
    Independently,
    AtHome,
    WithCarers,
    Residential,
    Other,
}

/// The language a young person chooses for meetings and letters. That it was offered counts, so
/// "not asked" is an answer of its own.
#[derive(
    Debug,
    Clone,
    Copy,
    Default,
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
pub enum ChosenLanguage {
    #[default]
    NotAsked,
    #[strum(serialize = "en")]
    #[serde(rename = "en")]
    English,
    #[strum(serialize = "cy")]
    #[serde(rename = "cy")]
    Welsh,
    Other,
}

/// One young person. Empty texts are not known.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Person {
    /// With middle names after it, where they are known.
    pub given_name: String,
    pub family_name: String,
    /// What they like to be called, where that is another name.
    pub known_as: String,
    /// Nicknames, earlier names, names used online.
    pub other_names: Vec<String>,
    pub born: Option<NaiveDate>,
    /// In whole years on the day the person was referred, where an age is all that is known.
    pub stated_age: Option<u8>,
    pub gender: Gender,
    pub address: String,
    pub living: Living,
    pub school: String,
    pub language: ChosenLanguage,
}

impl Person {
    /// Whether any part of a name is known.
    pub fn is_named(&self) -> bool {
        [&self.given_name, &self.family_name, &self.known_as]
            .iter()
            .any(|name| name.chars().any(char::is_alphanumeric))
    }

    /// Given and family name as far as they are known, else what they are called.
    pub fn full_name(&self) -> String {
        let whole = format!("{} {}", self.given_name, self.family_name);
        match whole.trim() {
            "" => self.known_as.clone(),
            whole => whole.to_owned(),
        }
    }

    /// The person as a comparison takes them; `on` is the day on which an age was stated.
    pub fn identity(&self, on: NaiveDate) -> Identity {
        let mut aliases = self.other_names.clone();
        if !self.known_as.is_empty() {
            aliases.push(self.known_as.clone());
        }
        Identity {
            given: self.given_name.clone(),
            family: self.family_name.clone(),
            aliases,
            born: self.born,
            stated_age: self.stated_age.map(|years| StatedAge {
                years: u32::from(years),
                on,
            }),
            address: self.address.clone(),
        }
    }

    /// The same person in clean lines: nothing that a terminal could act on, no blanks around,
    /// no other name twice and none that is a name already.
    #[must_use]
    pub fn cleaned(&self) -> Self {
        let line = |text: &str| clean(text).split_whitespace().collect::<Vec<_>>().join(" ");
        let mut person = Self {
            given_name: line(&self.given_name),
            family_name: line(&self.family_name),
            known_as: line(&self.known_as),
            other_names: Vec::new(),
            address: line(&self.address),
            school: line(&self.school),
            ..*self
        };
        if person.known_as == person.given_name {
            person.known_as.clear();
        }
        for name in &self.other_names {
            person.add_other_name(&line(name));
        }
        person
    }

    /// Keeps a name that is not among theirs yet.
    pub fn add_other_name(&mut self, name: &str) {
        let known = [&self.given_name, &self.family_name, &self.known_as];
        let is_there = known
            .into_iter()
            .chain(&self.other_names)
            .any(|own| own == name)
            || self.full_name() == name;
        if !name.is_empty() && !is_there {
            self.other_names.push(name.to_owned());
        }
    }

    /// Takes from what was told elsewhere whatever is not known here. What is known stays as it
    /// is; another full name is kept as an other name. `told_years_later` is how many years after
    /// this person's first referral it was told, for a stated age.
    #[must_use]
    pub fn with_gaps_filled(&self, told: &Self, told_years_later: u8) -> Self {
        let mut filled = self.clone();
        let fill = |own: &mut String, theirs: &str| {
            if own.is_empty() {
                theirs.clone_into(own);
            }
        };
        fill(&mut filled.given_name, &told.given_name);
        fill(&mut filled.family_name, &told.family_name);
        fill(&mut filled.address, &told.address);
        fill(&mut filled.school, &told.school);
        if told.known_as != filled.given_name {
            fill(&mut filled.known_as, &told.known_as);
        }
        filled.born = filled.born.or(told.born);
        filled.stated_age = filled.stated_age.or_else(|| {
            told.stated_age
                .map(|years| years.saturating_sub(told_years_later))
        });
        if filled.gender == Gender::NotKnown {
            filled.gender = told.gender;
        }
        if filled.living == Living::NotKnown {
            filled.living = told.living;
        }
        if filled.language == ChosenLanguage::NotAsked {
            filled.language = told.language;
        }
        for name in [&told.full_name(), &told.known_as]
            .into_iter()
            .chain(&told.other_names)
        {
            filled.add_other_name(name);
        }
        filled
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sian() -> Person {
        Person {
            given_name: "Siân".to_owned(),
            family_name: "Llewellyn".to_owned(),
            ..Person::default()
        }
    }

    #[test]
    fn person_typed_with_escape_sequences_is_kept_in_clean_lines() {
        let typed = Person {
            given_name: " Si\u{1b}[31mân\n".to_owned(),
            known_as: "Siân".to_owned(),
            other_names: vec![
                "Shaz".to_owned(),
                "Shaz\u{202e} ".to_owned(),
                "Siân Llewellyn".to_owned(),
                String::new(),
            ],
            ..sian()
        };
        let kept = typed.cleaned();
        assert_eq!(kept.given_name, "Siân");
        assert_eq!(kept.known_as, "");
        assert_eq!(kept.other_names, ["Shaz"]);
    }

    #[test]
    fn gaps_are_filled_and_what_is_known_stays() {
        let known = Person {
            address: "1 Tŷ Gwyn".to_owned(),
            ..sian()
        };
        let told = Person {
            given_name: "Sian".to_owned(),
            family_name: "Pritchard".to_owned(),
            address: "2 Heol Las".to_owned(),
            stated_age: Some(15),
            living: Living::AtHome,
            ..Person::default()
        };
        let filled = known.with_gaps_filled(&told, 2);
        assert_eq!(filled.address, "1 Tŷ Gwyn");
        assert_eq!(filled.stated_age, Some(13));
        assert_eq!(filled.living, Living::AtHome);
        assert_eq!(filled.other_names, ["Sian Pritchard"]);
        assert_eq!(filled.with_gaps_filled(&told, 2), filled);
    }

    #[test]
    fn person_without_a_letter_is_not_named() {
        let blank = Person {
            given_name: " - ".to_owned(),
            ..Person::default()
        };
        assert!(!blank.is_named());
        assert!(sian().is_named());
    }
}
