//! The texts of both languages together, for a program that can switch between them.

use super::{FaultyText, OwnText, Words};
use crate::domain::bilingual::Language;

/// English and Welsh, either as they come with the program or with an authority's own texts.
#[derive(Debug)]
pub enum BothWords {
    Embedded,
    Own {
        english: Box<Words>,
        welsh: Box<Words>,
    },
}

impl BothWords {
    /// The texts in the program with an authority's own in place of some of them.
    ///
    /// # Errors
    /// Every fault of every file of both languages.
    pub fn with_own_texts(
        english: &[OwnText<'_>],
        welsh: &[OwnText<'_>],
    ) -> Result<Self, Vec<FaultyText>> {
        match (
            Words::with_own_texts(Language::English, english),
            Words::with_own_texts(Language::Welsh, welsh),
        ) {
            (Ok(english), Ok(welsh)) => Ok(Self::Own {
                english: Box::new(english),
                welsh: Box::new(welsh),
            }),
            (english, welsh) => {
                let faults = [english.err(), welsh.err()];
                Err(faults.into_iter().flatten().flatten().collect())
            }
        }
    }

    /// The texts in one language.
    pub fn of(&self, language: Language) -> &Words {
        match (self, language) {
            (Self::Embedded, language) => Words::embedded(language),
            (Self::Own { english, .. }, Language::English) => english,
            (Self::Own { welsh, .. }, Language::Welsh) => welsh,
        }
    }
}
