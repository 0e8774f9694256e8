//! How the columns of other people's registers are called, and what the words in them mean:
//! `import-referrals.toml`.

use std::collections::BTreeMap;

use serde::Deserialize;
use strum::{EnumIter, EnumString, IntoStaticStr};
use thiserror::Error;

use crate::domain::likeness::fold_for_search;

/// The name of the file, embedded and in an authority's own folder.
pub const FILE: &str = "import-referrals.toml";

/// What a column can hold.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, EnumString, IntoStaticStr,
)]
#[strum(serialize_all = "kebab-case")]
pub enum Column {
    FullName,
    GivenName,
    FamilyName,
    KnownAs,
    OtherNames,
    Born,
    Age,
    Gender,
    Address,
    /// Further lines of the address; several columns may be these.
    AddressMore,
    Living,
    School,
    Language,
    ReceivedOn,
    ReceivedTime,
    How,
    Source,
    SourceName,
    SourceContact,
    WhatHappened,
    Feared,
    DangerNow,
    YoungPersonKnows,
    ParentsKnow,
    Outcome,
    OutcomeReason,
}

/// Lists of words, by what they are words of.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, EnumString, IntoStaticStr,
)]
#[strum(serialize_all = "kebab-case")]
pub enum WordList {
    Gender,
    Living,
    Language,
    How,
    Source,
    Feared,
    YesNo,
    Outcome,
}

/// The file, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Headings {
    columns: BTreeMap<String, Column>,
    nothing: Vec<String>,
    words: BTreeMap<WordList, BTreeMap<String, String>>,
}

/// The file was refused, and where.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{file}: {key}: {problem}")]
pub struct HeadingsError {
    pub file: String,
    pub key: String,
    pub problem: HeadingsProblem,
}

#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum HeadingsProblem {
    /// In the words of the reader.
    #[error("{0}")]
    NotReadable(String),
    #[error("there is no such column; leave it out")]
    UnknownColumn,
    #[error("there is no such list of words; leave it out")]
    UnknownList,
    #[error("\"{name}\" stands under {other} too")]
    Twice { name: String, other: String },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    columns: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    nothing: Nothing,
    #[serde(default)]
    words: BTreeMap<String, BTreeMap<String, Vec<String>>>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct Nothing {
    words: Vec<String>,
}

impl Headings {
    /// What comes with the program.
    ///
    /// # Errors
    /// None in a program that passed its tests.
    pub fn embedded() -> Result<Self, HeadingsError> {
        Self::from_toml(FILE, include_str!("../../data/import-referrals.toml"))
    }

    /// Reads and checks the file.
    ///
    /// # Errors
    /// The first key that cannot be right, by file and key.
    pub fn from_toml(name: &str, text: &str) -> Result<Self, HeadingsError> {
        let refuse = |key: &str, problem| HeadingsError {
            file: name.to_owned(),
            key: key.to_owned(),
            problem,
        };
        let file: File = toml::from_str(text).map_err(|error| {
            let start = error.span().map_or(0, |span| span.start);
            let line = text
                .bytes()
                .take(start)
                .filter(|byte| *byte == b'\n')
                .count()
                + 1;
            let message = error.message().trim().to_owned();
            refuse(
                &format!("line {line}"),
                HeadingsProblem::NotReadable(message),
            )
        })?;
        let mut columns = BTreeMap::new();
        for (id, names) in &file.columns {
            let key = format!("columns.{id}");
            let column: Column = id
                .parse()
                .map_err(|_| refuse(&key, HeadingsProblem::UnknownColumn))?;
            for name in names {
                if let Some(other) = columns.insert(fold_for_search(name), column)
                    && other != column
                {
                    let other: &str = other.into();
                    return Err(refuse(&key, twice(name, other)));
                }
            }
        }
        let mut words = BTreeMap::new();
        for (id, meanings) in &file.words {
            let key = format!("words.{id}");
            let list: WordList = id
                .parse()
                .map_err(|_| refuse(&key, HeadingsProblem::UnknownList))?;
            let mut known: BTreeMap<String, String> = BTreeMap::new();
            for (meaning, said) in meanings {
                for word in said {
                    let other = known.insert(fold_for_search(word), meaning.clone());
                    if let Some(other) = other.filter(|other| other != meaning) {
                        let key = format!("{key}.{meaning}");
                        return Err(refuse(&key, twice(word, &other)));
                    }
                }
            }
            words.insert(list, known);
        }
        Ok(Self {
            columns,
            nothing: file
                .nothing
                .words
                .iter()
                .map(|word| fold_for_search(word))
                .collect(),
            words,
        })
    }

    /// The column of a heading, however it is written.
    pub fn column(&self, heading: &str) -> Option<Column> {
        self.columns.get(&fold_for_search(heading)).copied()
    }

    /// The names of a column, for saying which would have been understood.
    pub fn names(&self, column: Column) -> impl Iterator<Item = &str> {
        self.columns
            .iter()
            .filter(move |(_, named)| **named == column)
            .map(|(name, _)| name.as_str())
    }

    /// Whether the text means that nothing is known.
    pub fn is_nothing(&self, text: &str) -> bool {
        let folded = fold_for_search(text);
        folded.is_empty() || self.nothing.contains(&folded)
    }

    /// What a word of a list means.
    pub fn meaning(&self, list: WordList, word: &str) -> Option<&str> {
        let known = self.words.get(&list)?;
        known.get(&fold_for_search(word)).map(String::as_str)
    }
}

fn twice(name: &str, other: &str) -> HeadingsProblem {
    HeadingsProblem::Twice {
        name: name.to_owned(),
        other: other.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use strum::IntoEnumIterator;

    use super::*;
    use crate::domain::policy::Policies;
    use crate::domain::referral::Source;

    #[test]
    fn headings_that_come_with_the_program_know_every_column() {
        let headings = Headings::embedded().unwrap();
        for column in Column::iter() {
            assert!(headings.names(column).next().is_some(), "{column:?}");
        }
        assert_eq!(headings.column("D.O.B."), Some(Column::Born));
        assert_eq!(headings.column("  dyddiad GENI "), Some(Column::Born));
        assert_eq!(headings.column("Child's Name"), Some(Column::FullName));
        assert_eq!(headings.column("shoe size"), None);
        assert!(headings.is_nothing("N/K") && headings.is_nothing(" - "));
    }

    #[test]
    fn meanings_are_words_of_the_program_and_of_policy() {
        let headings = Headings::embedded().unwrap();
        let policies = Policies::embedded().unwrap();
        for meaning in headings.words[&WordList::Source].values() {
            let is_known = policies.agencies.get(meaning).is_some()
                || Source::of(meaning, "").is_some_and(|one| !matches!(one, Source::Agency(_)));
            assert!(is_known, "{meaning}");
        }
        for meaning in headings.words[&WordList::Outcome].values() {
            assert!(policies.triage_outcomes.get(meaning).is_some(), "{meaning}");
        }
    }

    #[track_caller]
    fn check_refused(text: &str, key: &str) {
        let error = Headings::from_toml("own.toml", text).unwrap_err();
        assert_eq!(error.key, key, "{error}");
        assert_eq!(error.file, "own.toml");
    }

    #[test]
    fn faulty_file_is_refused_by_key() {
        check_refused("[columns]\nshoes = [\"size\"]", "columns.shoes");
        check_refused("[columns]\nborn = 3", "line 2");
        check_refused(
            "[columns]\nborn = [\"D.O.B\"]\nage = [\"d o b\"]",
            "columns.born",
        );
        check_refused("[columns]\n[words.shoes]\nx = [\"y\"]", "words.shoes");
        check_refused(
            "[columns]\n[words.gender]\nmale = [\"x\"]\nfemale = [\"X\"]",
            "words.gender.male",
        );
    }
}
