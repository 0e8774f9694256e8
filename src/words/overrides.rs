//! An authority's own texts: what may be in their files, and how a fault is named.

use std::fmt;

use fluent_bundle::FluentResource;
use thiserror::Error;

use super::{Key, outline};

/// One file of own texts, already read.
#[derive(Debug, Clone, Copy)]
pub struct OwnText<'a> {
    /// The name of the file, for naming it where it has a fault.
    pub file: &'a str,
    pub text: &'a str,
}

/// What is wrong in a file of own texts. For whoever looks after the program.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Fault {
    #[error("line {line} cannot be read: {problem}")]
    Unreadable { line: usize, problem: String },
    #[error("there is no text called {0}")]
    UnknownId(String),
    #[error("the text {id} is not given ${variable}")]
    UnknownVariable { id: String, variable: String },
}

/// A fault and the file it is in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FaultyText {
    pub file: String,
    pub fault: Fault,
}

impl fmt::Display for FaultyText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.file, self.fault)
    }
}

/// The files, ready for use, or every fault in them.
pub(super) fn checked(own: &[OwnText<'_>]) -> Result<Vec<FluentResource>, Vec<FaultyText>> {
    let mut resources = Vec::new();
    let mut refused = Vec::new();
    for file in own {
        let mut faults = unknown_names(file.text);
        match FluentResource::try_new(file.text.to_owned()) {
            Ok(resource) => resources.push(resource),
            Err((_, problems)) => {
                faults.extend(problems.into_iter().map(|problem| Fault::Unreadable {
                    line: line_of(file.text, problem.pos.start),
                    problem: problem.kind.to_string(),
                }));
            }
        }
        refused.extend(faults.into_iter().map(|fault| FaultyText {
            file: file.file.to_owned(),
            fault,
        }));
    }
    if refused.is_empty() {
        Ok(resources)
    } else {
        Err(refused)
    }
}

fn unknown_names(text: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    for message in outline::messages(text) {
        let Some(key) = Key::from_id(&message.id) else {
            faults.push(Fault::UnknownId(message.id));
            continue;
        };
        for variable in message.variables {
            if !key.variables().contains(&variable.as_str()) {
                faults.push(Fault::UnknownVariable {
                    id: message.id.clone(),
                    variable,
                });
            }
        }
    }
    faults
}

/// The line, from 1, of a place counted in bytes.
fn line_of(text: &str, place: usize) -> usize {
    let before = text.bytes().take(place);
    1 + before.filter(|byte| *byte == b'\n').count()
}
