//! `diogel user`: the people of a store.

use std::io::Write;
use std::path::PathBuf;

use clap::Subcommand;
use serde_json::json;

use super::{CliError, Context, passphrase, write_json};
use crate::casework::accounts;
use crate::domain::roles::Role;

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
    let mut session = context.unlock()?;
    let mut desk = session.desk();
    match command {
        UserCommand::Add {
            name,
            role,
            display_name,
            new_passphrase_file,
        } => {
            let theirs = passphrase::choose(new_passphrase_file.as_deref(), name)?;
            accounts::add(&mut desk, name, display_name, *role, &theirs)?;
            let role: &str = role.into();
            writeln!(out, "Added {name}, {role}")?;
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
                let ended = if one.is_disabled { "  disabled" } else { "" };
                writeln!(
                    out,
                    "{}  {}  {role}{ended}",
                    one.user_name, one.display_name
                )?;
            }
        }
        UserCommand::Disable { name } => {
            accounts::disable(&mut desk, name)?;
            writeln!(out, "{name} no longer works here")?;
        }
        UserCommand::Passphrase {
            new_passphrase_file,
        } => {
            let user = desk.actor.user_name.clone();
            let chosen = passphrase::choose(new_passphrase_file.as_deref(), &user)?;
            accounts::change_own_passphrase(&mut desk, &chosen)?;
            writeln!(
                out,
                "{user} has a new passphrase; the old one no longer opens the store"
            )?;
        }
    }
    Ok(())
}
