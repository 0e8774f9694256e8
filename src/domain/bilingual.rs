//! A text of the authority's own data in both languages, and which of the two is asked for.
//!
//! For texts that live in data files (forms, agencies, outcomes). The program's own texts are in
//! `words`, and are not held like this.

use serde::{Deserialize, Serialize};

/// English or Welsh. Written `en` and `cy` in files and on the command line.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum Language {
    #[default]
    #[serde(rename = "en")]
    English,
    #[serde(rename = "cy")]
    Welsh,
}

impl Language {
    /// The language's code in files and on the command line.
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Welsh => "cy",
        }
    }
}

/// A text in both languages. Where a file gives one text only, both are that text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bilingual {
    pub en: String,
    pub cy: String,
}

impl Bilingual {
    /// The text in one language.
    pub fn say(&self, language: Language) -> &str {
        match language {
            Language::English => &self.en,
            Language::Welsh => &self.cy,
        }
    }
}
