//! An error as a person at the command line reads it: what happened, and what to do now.
//!
//! Errors of the store and of casework carry the key of their sentences, which are said in the
//! person's language where the program ends. The detail behind them (a path, a name) is the
//! error's own.

use std::fmt::{self, Write};
use std::io;

use crate::casework::CaseworkError;
use crate::runtime::terminal::TerminalError;
use crate::store::vault::VaultError;
use crate::store::{OpenError, StoreError};
use crate::words::{Key, Words};

/// What happened, what to do, and the exit code of the contract.
#[derive(Debug)]
pub struct CliError {
    exit_code: u8,
    what: What,
}

#[derive(Debug)]
enum What {
    Said {
        happened: String,
        to_do: Option<String>,
    },
    Keyed {
        words_key: &'static str,
        detail: String,
    },
    NotWritten(io::Error),
    /// The reader went away, as `head` does; nobody is left to be told.
    Nobody,
}

impl CliError {
    /// Exit code 1: the command could not do what was asked.
    pub fn failed(happened: impl Into<String>) -> Self {
        Self::with_code(1, happened)
    }

    /// Exit code 2: what was typed cannot be meant.
    pub fn usage(happened: impl Into<String>) -> Self {
        Self::with_code(2, happened)
    }

    pub fn with_code(exit_code: u8, happened: impl Into<String>) -> Self {
        Self {
            exit_code,
            what: What::Said {
                happened: happened.into(),
                to_do: None,
            },
        }
    }

    /// What the person can do now.
    #[must_use]
    pub fn to_do(mut self, advice: impl Into<String>) -> Self {
        if let What::Said { to_do, .. } = &mut self.what {
            *to_do = Some(advice.into());
        }
        self
    }

    pub fn exit_code(&self) -> u8 {
        self.exit_code
    }

    /// The lines to be shown.
    pub fn tell(&self, words: &Words) -> String {
        let mut told = String::new();
        // Writing to a string does not fail.
        let _ = match &self.what {
            What::Said { happened, to_do } => {
                let to_do = to_do.iter().map(|to_do| format!("{to_do}\n"));
                write!(told, "diogel: {happened}\n{}", to_do.collect::<String>())
            }
            What::Keyed { words_key, detail } => {
                let trouble = words.trouble(words_key);
                let (happened, to_do) = (trouble.happened, trouble.to_do);
                writeln!(told, "diogel: {happened}\n{to_do}\n({detail})")
            }
            What::NotWritten(why) => {
                let why = why.to_string();
                let happened = words.with(Key::CliAnswerNotWritten, &[("why", why.into())]);
                writeln!(told, "diogel: {happened}")
            }
            What::Nobody => Ok(()),
        };
        told
    }

    fn keyed(exit_code: u8, words_key: &'static str, error: &impl fmt::Display) -> Self {
        Self {
            exit_code,
            what: What::Keyed {
                words_key,
                detail: error.to_string(),
            },
        }
    }
}

impl From<io::Error> for CliError {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            return Self {
                exit_code: 1,
                what: What::Nobody,
            };
        }
        Self {
            exit_code: 1,
            what: What::NotWritten(error),
        }
    }
}

impl From<TerminalError> for CliError {
    fn from(error: TerminalError) -> Self {
        Self::keyed(error.exit_code(), error.words_key(), &error)
    }
}

impl From<OpenError> for CliError {
    fn from(error: OpenError) -> Self {
        Self::keyed(error.exit_code(), error.words_key(), &error)
    }
}

impl From<VaultError> for CliError {
    fn from(error: VaultError) -> Self {
        Self::keyed(error.exit_code(), error.words_key(), &error)
    }
}

impl From<StoreError> for CliError {
    fn from(error: StoreError) -> Self {
        Self::keyed(error.exit_code(), error.words_key(), &error)
    }
}

impl From<CaseworkError> for CliError {
    fn from(error: CaseworkError) -> Self {
        Self::keyed(error.exit_code(), error.words_key(), &error)
    }
}

/// An error's own text, begun as a sentence.
pub fn sentence(error: &impl fmt::Display) -> String {
    let text = error.to_string();
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}
