//! Where a passphrase comes from: a private file for scripts, or the terminal, without echo.
//!
//! Never from an argument or the environment: other people of the machine can read those.

use std::fs::File;
use std::io::{IsTerminal, Read};
use std::os::unix::fs::MetadataExt;
use std::path::Path;

use zeroize::Zeroizing;

use super::{CliError, Context};
use crate::store::vault::Passphrase;

/// Longer than any passphrase; a file beyond it is some other file.
const LONGEST_BYTES: u64 = 4096;
/// Group and others: a passphrase file may give them nothing.
const OTHERS: u32 = 0o077;

/// The passphrase of `user`.
pub fn ask(context: &Context, user: &str) -> Result<Passphrase, CliError> {
    match &context.passphrase_file {
        Some(file) => from_file(file),
        None => from_terminal(&format!("Passphrase of {user}: ")),
    }
}

/// The first passphrase of a store, typed twice unless a file gives it.
pub fn ask_new(context: &Context, user: &str) -> Result<Passphrase, CliError> {
    choose(context.passphrase_file.as_deref(), user)
}

/// A new passphrase, typed twice unless a file gives it.
pub fn choose(file: Option<&Path>, user: &str) -> Result<Passphrase, CliError> {
    if let Some(file) = file {
        return from_file(file);
    }
    let first = from_terminal(&format!("New passphrase of {user}: "))?;
    let second = from_terminal("The same again: ")?;
    if !first.is_same_as(&second) {
        return Err(CliError::failed("The two passphrases are not the same.")
            .to_do("Nothing was made. Start again."));
    }
    Ok(first)
}

fn from_terminal(prompt: &str) -> Result<Passphrase, CliError> {
    if !std::io::stdin().is_terminal() {
        return Err(
            CliError::usage("There is no terminal to ask for the passphrase on.")
                .to_do("Name a file with --passphrase-file."),
        );
    }
    Ok(Passphrase::new(rpassword::prompt_password(prompt)?))
}

fn from_file(path: &Path) -> Result<Passphrase, CliError> {
    let unreadable = |error: std::io::Error| {
        CliError::failed(format!(
            "The passphrase file {} cannot be read: {error}.",
            path.display()
        ))
    };
    let file = File::open(path).map_err(unreadable)?;
    let about = file.metadata().map_err(unreadable)?;
    if about.mode() & OTHERS != 0 {
        return Err(CliError::failed(format!(
            "The passphrase file {} can be read by other people of this machine.",
            path.display()
        ))
        .to_do(
            "Make it private with `chmod 600`, and choose a new passphrase if it has been open.",
        ));
    }
    // Sized beforehand: a growing buffer would leave pieces of the passphrase behind.
    let room = usize::try_from(LONGEST_BYTES).unwrap_or_default();
    let mut text = Zeroizing::new(String::with_capacity(room));
    file.take(LONGEST_BYTES)
        .read_to_string(&mut text)
        .map_err(unreadable)?;
    let line = text.lines().next().unwrap_or_default();
    Ok(Passphrase::new(line.to_owned()))
}
