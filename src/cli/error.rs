//! An error as a person at the command line reads it: what happened, and what to do now.

use std::fmt;
use std::io;

use crate::store::vault::VaultError;
use crate::store::{OpenError, StoreError};

/// What happened, what to do, and the exit code of the contract.
#[derive(Debug)]
pub struct CliError {
    exit_code: u8,
    happened: String,
    to_do: Option<String>,
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
            happened: happened.into(),
            to_do: None,
        }
    }

    #[must_use]
    pub fn to_do(mut self, to_do: impl Into<String>) -> Self {
        self.to_do = Some(to_do.into());
        self
    }

    pub fn exit_code(&self) -> u8 {
        self.exit_code
    }

    /// The reader went away, as `head` does; nobody is left to be told.
    fn is_closed_pipe(&self) -> bool {
        self.happened.is_empty()
    }
}

impl fmt::Display for CliError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_closed_pipe() {
            return Ok(());
        }
        writeln!(f, "diogel: {}", self.happened)?;
        match &self.to_do {
            Some(to_do) => writeln!(f, "{to_do}"),
            None => Ok(()),
        }
    }
}

impl From<io::Error> for CliError {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            return Self::failed("");
        }
        Self::failed(format!("The answer could not be written: {error}."))
    }
}

impl From<OpenError> for CliError {
    fn from(error: OpenError) -> Self {
        let to_do = match &error {
            OpenError::NoStore { .. } => "Make one with `diogel init --user NAME`.",
            OpenError::AlreadyThere { .. } => {
                "Nothing was changed. Name another place with --store."
            }
            OpenError::Locked { .. } => "Wait a moment and try again.",
            OpenError::WrongPassphrase { .. } => {
                "Type it again; if it is lost, use the printed recovery key."
            }
            OpenError::NoSlot { .. } => "Name the person with --user, or have them added.",
            OpenError::Damaged { .. } | OpenError::HalfMade { .. } => {
                "Nothing was changed. Keep the file, and bring back the last backup."
            }
            OpenError::Newer { .. } => "Nothing was changed. Use the newer program.",
            OpenError::ReadOnly { .. } | OpenError::NotReadable { .. } => {
                "Ask for the right to write there, or name another place with --store."
            }
            OpenError::NetworkFileSystem { .. } => {
                "Keep it on a disk of this machine, and reach it over SSH."
            }
            OpenError::FullDisk { .. } => "Make room, and try again.",
            _ => "Nothing was changed. Try again, and tell whoever looks after Diogel.",
        };
        Self::with_code(error.exit_code(), format!("{}.", sentence(&error))).to_do(to_do)
    }
}

impl From<VaultError> for CliError {
    fn from(error: VaultError) -> Self {
        match error {
            VaultError::Open(error) => error.into(),
            other => Self::with_code(other.exit_code(), format!("{}.", sentence(&other))),
        }
    }
}

impl From<StoreError> for CliError {
    fn from(error: StoreError) -> Self {
        Self::with_code(error.exit_code(), format!("{}.", sentence(&error)))
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
