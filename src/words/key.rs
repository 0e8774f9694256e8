//! The keys of all texts, made by `build.rs` from the English files, and the files themselves.

use crate::domain::bilingual::Language;

include!(concat!(env!("OUT_DIR"), "/words.rs"));

impl Key {
    /// The id of the text in the files.
    pub const fn id(self) -> &'static str {
        IDS[self as usize]
    }

    /// The names of what the text is given, sorted.
    pub const fn variables(self) -> &'static [&'static str] {
        VARIABLES[self as usize]
    }

    /// The key of an id, where there is one.
    pub fn from_id(id: &str) -> Option<Self> {
        let place = IDS.binary_search(&id).ok()?;
        Self::ALL.get(place).copied()
    }
}

/// The embedded files of a language.
pub(super) const fn embedded_files(language: Language) -> &'static [&'static str] {
    match language {
        Language::English => &ENGLISH,
        Language::Welsh => &WELSH,
    }
}
