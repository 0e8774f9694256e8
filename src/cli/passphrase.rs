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
use crate::words::{Key, Words};

/// Longer than any passphrase; a file beyond it is some other file.
const LONGEST_BYTES: u64 = 4096;
/// Group and others: a passphrase file may give them nothing.
const OTHERS: u32 = 0o077;

/// The passphrase of `user`.
pub fn ask(context: &Context, user: &str) -> Result<Passphrase, CliError> {
    let words = context.words();
    match &context.passphrase_file {
        Some(file) => from_file(file, words),
        None => from_terminal(&prompt(Key::CliPassphraseOf, user, words), words),
    }
}

/// The first passphrase of a store, typed twice unless a file gives it.
pub fn ask_new(context: &Context, user: &str) -> Result<Passphrase, CliError> {
    choose(context.passphrase_file.as_deref(), user, context.words())
}

/// A new passphrase, typed twice unless a file gives it.
pub fn choose(file: Option<&Path>, user: &str, words: &Words) -> Result<Passphrase, CliError> {
    if let Some(file) = file {
        return from_file(file, words);
    }
    let first = from_terminal(&prompt(Key::CliPassphraseNew, user, words), words)?;
    let again = format!("{} ", words.say(Key::CliPassphraseAgain));
    let second = from_terminal(&again, words)?;
    if !first.is_same_as(&second) {
        return Err(CliError::failed(words.say(Key::CliPassphrasesDiffer))
            .to_do(words.say(Key::CliPassphrasesDifferToDo)));
    }
    Ok(first)
}

fn prompt(key: Key, user: &str, words: &Words) -> String {
    format!("{} ", words.with(key, &[("user", user.into())]))
}

fn from_terminal(prompt: &str, words: &Words) -> Result<Passphrase, CliError> {
    if !std::io::stdin().is_terminal() {
        return Err(
            CliError::usage(words.say(Key::CliNoTerminal)).to_do(words.say(Key::CliNoTerminalToDo))
        );
    }
    Ok(Passphrase::new(rpassword::prompt_password(prompt)?))
}

fn from_file(path: &Path, words: &Words) -> Result<Passphrase, CliError> {
    let file_name = path.display().to_string();
    let unreadable = |error: std::io::Error| {
        let given = [
            ("file", file_name.as_str().into()),
            ("why", error.to_string().into()),
        ];
        CliError::failed(words.with(Key::CliPassphraseFileUnreadable, &given))
    };
    let file = File::open(path).map_err(unreadable)?;
    let about = file.metadata().map_err(unreadable)?;
    if about.mode() & OTHERS != 0 {
        let given = [("file", file_name.as_str().into())];
        return Err(
            CliError::failed(words.with(Key::CliPassphraseFileOpen, &given))
                .to_do(words.say(Key::CliPassphraseFileOpenToDo)),
        );
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
