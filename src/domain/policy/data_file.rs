//! Reading the data files that policy can change, and what can be wrong with one.
//!
//! Every complaint names the file and the key. The sentences are for those who edit the files; the
//! program's own texts are in `words`. What the keys mean is not known here.

use std::collections::BTreeSet;
use std::ops::Range;

use serde::de::DeserializeOwned;

use crate::domain::bilingual::Bilingual;

const MOST_ID_CHARS: usize = 40;

/// A data file that was refused, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}: {key}: {problem}")]
pub struct PolicyError {
    /// The file as it was named to the reader.
    pub file: String,
    /// The key by its path, with ids where there are some: `agency.camhs.name`. For what the
    /// format itself refuses, followed by the line.
    pub key: String,
    pub problem: PolicyProblem,
}

/// Why a key was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PolicyProblem {
    /// A missing or unknown key, a wrong type, or no TOML: in the words of the reader.
    #[error("{0}")]
    NotReadable(String),
    #[error("this must be from {least} to {most}, but is {found}")]
    OutOfRange { found: u32, least: u32, most: u32 },
    #[error("this must not be above {beside}")]
    Above { beside: &'static str },
    #[error("this must not be empty")]
    Empty,
    #[error("this holds a control or direction character; use plain text only")]
    ControlCharacter,
    #[error("\"{0}\" is not an id; use up to 40 small letters, digits and \"-\"")]
    NotAnId(String),
    #[error("\"{0}\" is no prefix; use 1 to 8 capital letters")]
    NotAPrefix(String),
    #[error("\"{0}\" is no time of day; write it as 14:00")]
    NotATime(String),
    #[error("\"{0}\" is no e-mail address; write it as name@example.org")]
    NotAnAddress(String),
    #[error("the id \"{0}\" is given twice")]
    DoubleId(String),
    #[error("there is none; at least one is needed")]
    NoneGiven,
    #[error("exactly one must be the default, but {0} are")]
    NotOneDefault(usize),
    #[error("a decision cannot say both this and `{0}`")]
    Contradicts(&'static str),
    #[error("no such file is known here")]
    UnknownFile,
}

/// One file while it is read and checked.
#[derive(Debug, Clone, Copy)]
pub(super) struct DataFile<'a> {
    pub name: &'a str,
    pub text: &'a str,
}

impl DataFile<'_> {
    /// The file as its type says, before its values are checked.
    pub fn parse<T: DeserializeOwned>(self) -> Result<T, PolicyError> {
        toml::from_str(self.text).map_err(|error| {
            let message = error.message().trim().to_owned();
            let key = self.place_of(error.span(), &message);
            self.refuse(key, PolicyProblem::NotReadable(message))
        })
    }

    pub fn refuse(self, key: impl Into<String>, problem: PolicyProblem) -> PolicyError {
        PolicyError {
            file: self.name.to_owned(),
            key: key.into(),
            problem,
        }
    }

    pub fn check_range(
        self,
        key: &str,
        found: u32,
        allowed: std::ops::RangeInclusive<u32>,
    ) -> Result<(), PolicyError> {
        if allowed.contains(&found) {
            return Ok(());
        }
        let (least, most) = allowed.into_inner();
        let problem = PolicyProblem::OutOfRange { found, least, most };
        Err(self.refuse(key, problem))
    }

    pub fn check_text(self, key: &str, text: &str) -> Result<(), PolicyError> {
        if text.trim().is_empty() {
            return Err(self.refuse(key, PolicyProblem::Empty));
        }
        if text.chars().any(is_control_or_direction) {
            return Err(self.refuse(key, PolicyProblem::ControlCharacter));
        }
        Ok(())
    }

    pub fn check_bilingual(self, key: &str, text: &Bilingual) -> Result<(), PolicyError> {
        self.check_text(&format!("{key}.en"), &text.en)?;
        self.check_text(&format!("{key}.cy"), &text.cy)
    }

    /// Refuses an empty list, ids that are none, and ids given twice.
    pub fn check_ids<'i>(
        self,
        list: &str,
        ids: impl IntoIterator<Item = &'i str>,
    ) -> Result<(), PolicyError> {
        let mut seen = BTreeSet::new();
        for id in ids {
            if !is_id(id) {
                let shown = id.chars().filter(|c| !c.is_control()).take(60).collect();
                return Err(self.refuse(format!("{list}.id"), PolicyProblem::NotAnId(shown)));
            }
            if !seen.insert(id) {
                let problem = PolicyProblem::DoubleId(id.to_owned());
                return Err(self.refuse(format!("{list}.id"), problem));
            }
        }
        if seen.is_empty() {
            return Err(self.refuse(list, PolicyProblem::NoneGiven));
        }
        Ok(())
    }

    /// The key that the reader stumbled over, by its table and the line it stands on.
    fn place_of(self, span: Option<Range<usize>>, message: &str) -> String {
        let start = span.map_or(0, |span| span.start);
        let before = self.text.get(..start).unwrap_or("");
        let line_number = before.matches('\n').count() + 1;
        let mut table = "";
        let mut line = "";
        for (number, text) in (1..=line_number).zip(self.text.lines()) {
            let text = text.trim();
            if text.starts_with('[') {
                table = text.trim_matches(['[', ']']);
            }
            if number == line_number {
                line = text;
            }
        }
        let missing = message.strip_prefix("missing field `");
        let key = missing
            .and_then(|rest| rest.split('`').next())
            .or_else(|| line.split_once('=').map(|(key, _)| key.trim()));
        let path = [Some(table), key]
            .into_iter()
            .flatten()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(".");
        if path.is_empty() {
            format!("line {line_number}")
        } else {
            format!("{path} (line {line_number})")
        }
    }
}

fn is_id(id: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    !id.is_empty() && id.len() <= MOST_ID_CHARS && id.chars().all(plain)
}

fn is_control_or_direction(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
