//! `diogel init`: makes a store, with its first person, and shows the recovery key once.

use std::fs;
use std::io::Write;

use super::{CliError, Context, passphrase};
use crate::store::Store;
use crate::store::vault::{self, PassphraseCost};

pub fn run(context: &Context, out: &mut impl Write) -> Result<(), CliError> {
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
    Store::open(&path, &key)?;
    writeln!(out, "Made the store {}", path.display())?;
    writeln!(out, "Its recovery key, shown only now:")?;
    writeln!(out, "\n    {}\n", recovery.expose_for_printing())?;
    writeln!(
        out,
        "Print it and lock it away from this machine: without it, a lost passphrase is a lost store."
    )?;
    Ok(())
}
