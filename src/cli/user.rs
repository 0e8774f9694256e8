//! `diogel user`: the people of a store.

use std::io::Write;
use std::path::PathBuf;

use clap::Subcommand;
use serde_json::json;

use super::{CliError, Context, passphrase, write_json};
use crate::casework::accounts;
use crate::domain::roles::Role;
use crate::words::Key;

#[derive(Debug, Subcommand)]
pub enum UserCommand {
    /// Add a person with a role and a passphrase of their own
    Add {
        /// The name they unlock the store by
        name: String,
        /// What they are
        #[arg(long)]
        role: Role,
        /// Their name as others read it
        #[arg(long, value_name = "NAME", default_value = "")]
        display_name: String,
        /// A file with their passphrase, readable by its owner only
        #[arg(long, value_name = "FILE")]
        new_passphrase_file: Option<PathBuf>,
    },
    /// Everybody who works or has worked here
    List {
        /// For programs: docs/json.md
        #[arg(long)]
        json: bool,
    },
    /// End a person's work here; what they did keeps their name
    Disable { name: String },
    /// Choose a new passphrase of your own
    Passphrase {
        /// A file with the new passphrase, readable by its owner only
        #[arg(long, value_name = "FILE")]
        new_passphrase_file: Option<PathBuf>,
    },
}

pub fn run(context: &Context, command: &UserCommand, out: &mut impl Write) -> Result<(), CliError> {
    let words = context.words();
    let mut session = context.unlock()?;
    let mut desk = session.desk();
    match command {
        UserCommand::Add {
            name,
            role,
            display_name,
            new_passphrase_file,
        } => {
            let theirs = passphrase::choose(new_passphrase_file.as_deref(), name, words)?;
            accounts::add(&mut desk, name, display_name, *role, &theirs)?;
            let role: &str = role.into();
            let given = [("name", name.as_str().into()), ("role", role.into())];
            writeln!(out, "{}", words.with(Key::CliUserAdded, &given))?;
        }
        UserCommand::List { json } => {
            let people = accounts::list(&mut desk)?;
            if *json {
                let rows: Vec<_> = people
                    .iter()
                    .map(|one| {
                        let role: &str = one.role.into();
                        json!({ "name": one.user_name, "display_name": one.display_name,
                            "role": role, "disabled": one.is_disabled })
                    })
                    .collect();
                return write_json(&rows, out);
            }
            for one in people {
                let role: &str = one.role.into();
                write!(out, "{}  {}  {role}", one.user_name, one.display_name)?;
                if one.is_disabled {
                    write!(out, "  {}", words.say(Key::CliUserEnded))?;
                }
                writeln!(out)?;
            }
        }
        UserCommand::Disable { name } => {
            accounts::disable(&mut desk, name)?;
            let given = [("name", name.as_str().into())];
            writeln!(out, "{}", words.with(Key::CliUserDisabled, &given))?;
        }
        UserCommand::Passphrase {
            new_passphrase_file,
        } => {
            let user = desk.actor.user_name.clone();
            let chosen = passphrase::choose(new_passphrase_file.as_deref(), &user, words)?;
            accounts::change_own_passphrase(&mut desk, &chosen)?;
            let given = [("name", user.into())];
            writeln!(out, "{}", words.with(Key::CliUserPassphrase, &given))?;
        }
    }
    Ok(())
}
