//! `diogel init`: makes a store, with its first person, and shows the recovery key once.

use std::fs;
use std::io::Write;

use chrono::Utc;
use clap::Args;

use super::{CliError, Context, passphrase};
use crate::casework::accounts;
use crate::domain::roles::Role;
use crate::store::Store;
use crate::store::vault::{self, PassphraseCost};

#[derive(Debug, Args)]
pub struct InitArguments {
    /// What the first person is; an administrator can add the others
    #[arg(long, default_value = "administrator")]
    role: Role,
    /// Their name as others read it
    #[arg(long, value_name = "NAME", default_value = "")]
    display_name: String,
}

pub fn run(
    context: &Context,
    arguments: &InitArguments,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let path = context.store_path()?;
    let Some(user) = &context.user else {
        return Err(
            CliError::usage("A store needs its first person.").to_do("Name them with --user NAME.")
        );
    };
    if context.store.is_none()
        && let Some(folder) = path.parent()
    {
        fs::create_dir_all(folder).map_err(|error| {
            CliError::failed(format!("{} cannot be made: {error}.", folder.display()))
                .to_do("Name another place with --store PATH.")
        })?;
    }
    let passphrase = passphrase::ask_new(context, user)?;
    let (key, recovery) = vault::create(&path, user, &passphrase, PassphraseCost::Real)?;
    let mut store = Store::open(&path, &key)?;
    let name = &arguments.display_name;
    accounts::found(&mut store, Utc::now(), user, name, arguments.role)?;
    writeln!(out, "Made the store {}", path.display())?;
    writeln!(out, "Its recovery key, shown only now:")?;
    writeln!(out, "\n    {}\n", recovery.expose_for_printing())?;
    writeln!(
        out,
        "Print it and lock it away from this machine: without it, a lost passphrase is a lost store."
    )?;
    Ok(())
}
