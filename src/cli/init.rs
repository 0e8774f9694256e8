//! `diogel init`: makes a store, with its first person, and shows the recovery key once.

use std::fs;
use std::io::Write;

use clap::Args;

use super::{CliError, Context, passphrase, session};
use crate::casework::accounts;
use crate::domain::roles::Role;
use crate::store::Store;
use crate::store::vault::{self, PassphraseCost};
use crate::words::Key;

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
    let words = context.words();
    let Some(user) = &context.user else {
        return Err(CliError::usage(words.say(Key::CliInitNoPerson))
            .to_do(words.say(Key::CliInitNoPersonToDo)));
    };
    let now = session::clock()?.now();
    if context.store.is_none()
        && let Some(folder) = path.parent()
    {
        fs::create_dir_all(folder).map_err(|error| {
            let given = [
                ("folder", folder.display().to_string().into()),
                ("why", error.to_string().into()),
            ];
            CliError::failed(words.with(Key::CliFolderNotMade, &given))
                .to_do(words.say(Key::CliFolderNotMadeToDo))
        })?;
    }
    let passphrase = passphrase::ask_new(context, user)?;
    let (key, recovery) = vault::create(&path, user, &passphrase, PassphraseCost::Real)?;
    let mut store = Store::open(&path, &key)?;
    let name = &arguments.display_name;
    accounts::found(&mut store, now, user, name, arguments.role)?;
    let given = [("path", path.display().to_string().into())];
    writeln!(out, "{}", words.with(Key::CliInitMade, &given))?;
    writeln!(out, "{}", words.say(Key::CliInitRecovery))?;
    writeln!(out, "\n    {}\n", recovery.expose_for_printing())?;
    writeln!(out, "{}", words.say(Key::CliInitPrint))?;
    Ok(())
}
