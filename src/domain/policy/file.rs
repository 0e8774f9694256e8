//! Reading a policy file: what can be wrong with it, and at which key.
//!
//! The sentences are for those who edit the files; the program's own texts are in `words`.

use serde::de::DeserializeOwned;

use crate::domain::bilingual::Bilingual;

/// A policy file that was refused, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}: {key}: {problem}")]
pub struct PolicyError {
    /// The file as it was named to the reader.
    pub file: String,
    /// The key by its path, with the id or the place in the list: `venue.civic.name.en`,
    /// `venue 2.name`. For text that is no TOML, the line.
    pub key: String,
    pub problem: PolicyProblem,
}

/// Why a key was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PolicyProblem {
    #[error("this can't be read: {0}")]
    Unreadable(String),
    #[error("this must not be empty")]
    Empty,
    #[error("this holds a control or direction character; use plain text only")]
    ControlCharacter,
    #[error("this must be from {least} to {most}, but is {found}")]
    OutOfRange { found: u32, least: u32, most: u32 },
    #[error("\"{0}\" is no prefix; use 2 to 5 capital letters, such as NPT")]
    NotAPrefix(String),
    #[error("the window ends after {to} weeks, before it starts, after {from}")]
    WindowUpsideDown { from: u32, to: u32 },
    #[error("\"{0}\" is not an id; use up to 40 small letters, digits and \"-\"")]
    NotAnId(String),
    #[error("the id \"{0}\" is given twice")]
    DoubleId(String),
    #[error("the words \"{0}\" are given twice")]
    DoublePhrase(String),
    #[error("there is none; at least one is needed")]
    NoneGiven,
    #[error("exactly one must be the default, but {0} are")]
    NotOneDefault(usize),
    #[error("there is no agency \"{0}\" in the list of agencies")]
    UnknownAgency(String),
}

impl PolicyError {
    pub(super) fn new(file: &str, key: impl Into<String>, problem: PolicyProblem) -> Self {
        Self {
            file: file.to_owned(),
            key: key.into(),
            problem,
        }
    }
}

/// Reads a whole file into its shape. Which key a fault is at follows from where in the text it
/// is, since the reader's own message does not always say.
pub(super) fn parse<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, PolicyError> {
    toml::from_str(text).map_err(|error| {
        let start = error.span().map_or(0, |span| span.start);
        let message = error.message().replace('\n', ", ");
        let key = key_at(text, start, &message);
        PolicyError::new(file, key, PolicyProblem::Unreadable(message))
    })
}

fn key_at(text: &str, start: usize, message: &str) -> String {
    let mut table = String::new();
    let mut seen: Vec<&str> = Vec::new();
    let mut found = (1, "");
    let mut reached = 0;
    for (number, line) in (1..).zip(text.split_inclusive('\n')) {
        if reached > start {
            break;
        }
        reached += line.len();
        found = (number, line.trim());
        if let Some(name) = found.1.strip_prefix("[[") {
            let name = name.split(']').next().unwrap_or_default().trim();
            seen.push(name);
            let place = seen.iter().filter(|before| **before == name).count();
            table = format!("{name} {place}");
        } else if let Some(name) = found.1.strip_prefix('[') {
            name.split(']')
                .next()
                .unwrap_or_default()
                .trim()
                .clone_into(&mut table);
        }
    }
    let missing = message
        .strip_prefix("missing field `")
        .and_then(|rest| rest.split('`').next());
    let on_line = found.1.split_once('=').map(|(key, _)| key.trim());
    // A fault of a text in two languages lies within its own key.
    let key = match (missing, on_line) {
        (Some(missing), Some(line)) if matches!(missing, "en" | "cy") => {
            let outer = line.split('.').next().unwrap_or_default();
            format!("{outer}.{missing}")
        }
        (Some(missing), _) => missing.to_owned(),
        (None, Some(line)) if !line.starts_with('#') => line.to_owned(),
        (None, _) if table.is_empty() => return format!("line {}", found.0),
        (None, _) => return table,
    };
    if table.is_empty() {
        key
    } else {
        format!("{table}.{key}")
    }
}

/// One file under checking. The checks name the key they were asked about.
#[derive(Clone, Copy)]
pub(super) struct Check<'a>(pub &'a str);

impl Check<'_> {
    pub fn refuse<T>(self, key: &str, problem: PolicyProblem) -> Result<T, PolicyError> {
        Err(PolicyError::new(self.0, key, problem))
    }

    pub fn range(self, key: &str, found: u32, least: u32, most: u32) -> Result<(), PolicyError> {
        if (least..=most).contains(&found) {
            return Ok(());
        }
        self.refuse(key, PolicyProblem::OutOfRange { found, least, most })
    }

    pub fn text(self, key: &str, text: &str) -> Result<(), PolicyError> {
        if text.trim().is_empty() {
            return self.refuse(key, PolicyProblem::Empty);
        }
        if text.chars().any(is_unsafe) {
            return self.refuse(key, PolicyProblem::ControlCharacter);
        }
        Ok(())
    }

    pub fn bilingual(self, key: &str, text: &Bilingual) -> Result<(), PolicyError> {
        self.text(&format!("{key}.en"), &text.en)?;
        self.text(&format!("{key}.cy"), &text.cy)
    }

    /// Ids that are well formed and given once, and at least one of them.
    pub fn ids<'a>(
        self,
        kind: &str,
        ids: impl Iterator<Item = &'a String>,
    ) -> Result<(), PolicyError> {
        let mut seen: Vec<&String> = Vec::new();
        for (place, id) in (1..).zip(ids) {
            let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
            let key = format!("{kind} {place}.id");
            if id.is_empty() || id.len() > 40 || !id.chars().all(plain) {
                let shown = id.chars().filter(|c| !is_unsafe(*c)).take(40).collect();
                return self.refuse(&key, PolicyProblem::NotAnId(shown));
            }
            if seen.contains(&id) {
                return self.refuse(&key, PolicyProblem::DoubleId(id.clone()));
            }
            seen.push(id);
        }
        if seen.is_empty() {
            return self.refuse(kind, PolicyProblem::NoneGiven);
        }
        Ok(())
    }
}

/// Characters that could reach a terminal as a command or turn the direction of what follows.
fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{061c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}
