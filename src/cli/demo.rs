//! `diogel demo`: a store of fictional cases, made by its seed, and opened.
//!
//! A demo that is there already is opened again; any other store is left as it is.

use std::fs;
use std::io::{self, IsTerminal, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use clap::Args;

use super::interactive::{self, Looks};
use super::{CliError, Context, session};
use crate::demo::write::{Made, Making, PASSPHRASE, make};
use crate::demo::{CAST, Hand};
use crate::store::OpenError;
use crate::store::vault::{self, PassphraseCost};
use crate::words::Key;

/// As many as one authority's team has seen in some years.
const USUAL_CASES: u64 = 300;
/// Above it, how far the making is, is told.
const TOLD_FROM_CASES: u64 = 5_000;

#[derive(Debug, Args)]
pub struct DemoArguments {
    /// How many cases
    #[arg(long, value_name = "N", default_value_t = USUAL_CASES, value_parser = clap::value_parser!(u64).range(1..=5_000_000))]
    cases: u64,
    /// Another number makes other cases; the same makes the same
    #[arg(long, value_name = "S", default_value_t = 1)]
    seed: u64,
    /// Only make it, and say what was made
    #[arg(long)]
    no_open: bool,
}

pub fn run(
    context: Context,
    looks: Looks,
    arguments: &DemoArguments,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let path = demo_path(&context)?;
    let words = context.words();
    let shown = || path.display().to_string();
    let found = vault::passphrase_cost(&path);
    match found {
        Ok(PassphraseCost::Cheap) => {
            let there = words.with(Key::DemoThere, &[("path", shown().into())]);
            writeln!(out, "{there}")?;
        }
        Ok(PassphraseCost::Real) => {
            let given = [("path", shown().into())];
            return Err(CliError::failed(words.with(Key::DemoNotOne, &given))
                .to_do(words.say(Key::DemoNotOneToDo)));
        }
        Err(OpenError::NoStore { .. }) => {
            let made = make_at(&path, &context, arguments)?;
            let given = [("cases", made.cases.into()), ("path", shown().into())];
            writeln!(out, "{}", words.with(Key::DemoMade, &given))?;
        }
        Err(error) => return Err(error.into()),
    }
    let names: Vec<&str> = CAST.iter().map(|player| player.user_name).collect();
    let given = [
        ("names", names.join(", ").into()),
        ("passphrase", PASSPHRASE.into()),
    ];
    writeln!(out, "{}", words.with(Key::DemoPeople, &given))?;
    let user = context
        .user
        .clone()
        .unwrap_or_else(|| Hand::Duty.player().user_name.to_owned());
    if arguments.no_open {
        let given = [("path", shown().into()), ("user", user.into())];
        writeln!(out, "{}", words.with(Key::DemoOpenWith, &given))?;
        return Ok(());
    }
    out.flush()?;
    let on_the_demo = Context {
        store: Some(path),
        user: Some(user),
        ..context
    };
    interactive::run(&on_the_demo, looks)
}

fn make_at(path: &Path, context: &Context, arguments: &DemoArguments) -> Result<Made, CliError> {
    let words = context.words();
    if let Some(folder) = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
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
    let making = Making {
        seed: arguments.seed,
        stories: arguments.cases,
        now: session::clock()?.now(),
    };
    let is_told = arguments.cases >= TOLD_FROM_CASES && io::stderr().is_terminal();
    let (_, made) = make(path, &context.authority.rules, &making, &mut |made| {
        if is_told {
            let given = [
                ("done", made.cases.into()),
                ("cases", arguments.cases.into()),
            ];
            let told = words.with(Key::DemoProgress, &given);
            let _ = write!(io::stderr(), "\r{told}");
        }
        ControlFlow::Continue(())
    })?;
    if is_told {
        let _ = writeln!(io::stderr());
    }
    Ok(made)
}

/// The path named, or `diogel/demo.db` in the XDG data folder: never that of the real store.
fn demo_path(context: &Context) -> Result<PathBuf, CliError> {
    if context.store.is_some() {
        return context.store_path();
    }
    Ok(context.store_path()?.with_file_name("demo.db"))
}
