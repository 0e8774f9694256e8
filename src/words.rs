//! Every text for people, in English and Welsh, by a typed key.
//!
//! The texts are Fluent files in `data/words/{en,cy}`, one file an area; `build.rs` makes a
//! [`Key`] of each. Dates and ages are in `words/dates.rs`, errors in `words/trouble.rs`.
//! No files are read here: an authority's own texts are handed in as text.

use std::borrow::Cow;
use std::fmt;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::LanguageIdentifier;

use crate::domain::bilingual::Language;

mod both;
mod cases;
mod chronology;
mod dates;
mod key;
#[cfg_attr(
    not(test),
    expect(dead_code, reason = "build.rs includes this file and uses all of it")
)]
mod outline;
mod overrides;
mod people;
#[cfg(test)]
mod tests;
mod trouble;

pub use both::BothWords;
pub use fluent_bundle::FluentValue as Value;
pub use key::Key;
pub use overrides::{Fault, FaultyText, OwnText};
pub use trouble::Trouble;

/// All texts in one language.
pub struct Words {
    language: Language,
    bundle: FluentBundle<FluentResource>,
    /// What [`Words::say`] answers, by key: most texts take nothing, and are made once.
    fixed: Vec<Box<str>>,
}

static ENGLISH: LazyLock<Words> = LazyLock::new(|| Words::new(Language::English, Vec::new()));
static WELSH: LazyLock<Words> = LazyLock::new(|| Words::new(Language::Welsh, Vec::new()));

impl Words {
    /// The texts in the program, read once.
    pub fn embedded(language: Language) -> &'static Self {
        match language {
            Language::English => &ENGLISH,
            Language::Welsh => &WELSH,
        }
    }

    /// The texts in the program with an authority's own in place of some of them.
    ///
    /// # Errors
    /// Every fault of every file, by its name and line: a text that cannot be read, an id that
    /// the program does not know, a variable that the text is not given.
    pub fn with_own_texts(
        language: Language,
        own: &[OwnText<'_>],
    ) -> Result<Self, Vec<FaultyText>> {
        overrides::checked(own).map(|resources| Self::new(language, resources))
    }

    fn new(language: Language, own: Vec<FluentResource>) -> Self {
        let identifier = language
            .code()
            .parse::<LanguageIdentifier>()
            .unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
        // The marks are invisible, and are themselves what `domain::plain_text` takes out.
        bundle.set_use_isolating(false);
        // English first, so that a text missing in Welsh is still a text.
        for file in key::embedded_files(Language::English) {
            bundle.add_resource_overriding(resource(file));
        }
        if language == Language::Welsh {
            for file in key::embedded_files(Language::Welsh) {
                bundle.add_resource_overriding(resource(file));
            }
        }
        for file in own {
            bundle.add_resource_overriding(file);
        }
        let mut words = Self {
            language,
            bundle,
            fixed: Vec::new(),
        };
        words.fixed = Key::ALL
            .iter()
            .map(|key| words.format(*key, None).into())
            .collect();
        words
    }

    pub const fn language(&self) -> Language {
        self.language
    }

    /// A text that is given nothing.
    pub fn say(&self, key: Key) -> &str {
        debug_assert!(
            key.variables().is_empty(),
            "{} needs {:?}: use `with`",
            key.id(),
            key.variables()
        );
        self.fixed
            .get(key as usize)
            .map_or(key.id(), |text| &**text)
    }

    /// A text with what it is given, by name: `words.with(Key::DaysLate, &[("days", 3.into())])`.
    pub fn with(&self, key: Key, given: &[(&str, Value<'_>)]) -> String {
        debug_assert!(
            key.variables()
                .iter()
                .all(|needed| given.iter().any(|(name, _)| name == needed)),
            "{} needs {:?}",
            key.id(),
            key.variables()
        );
        let arguments: FluentArgs<'_> = given
            .iter()
            .map(|(name, value)| (Cow::Borrowed(*name), value.clone()))
            .collect();
        self.format(key, Some(&arguments))
    }

    /// A missing text shows its id, which a test of the files makes impossible.
    fn format(&self, key: Key, arguments: Option<&FluentArgs<'_>>) -> String {
        let Some(pattern) = self
            .bundle
            .get_message(key.id())
            .and_then(|message| message.value())
        else {
            return key.id().to_owned();
        };
        // What could not be filled in is shown by its name; there is nothing better to do.
        let mut unfilled = Vec::new();
        self.bundle
            .format_pattern(pattern, arguments, &mut unfilled)
            .into_owned()
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Words")
            .field("language", &self.language)
            .finish_non_exhaustive()
    }
}

/// What can be read of an embedded file; that it is all of it, a test says.
fn resource(file: &str) -> FluentResource {
    FluentResource::try_new(file.to_owned()).unwrap_or_else(|(readable, _)| readable)
}
