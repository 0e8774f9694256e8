//! No command: the interactive program.

use std::sync::Arc;

use super::session::clock;
use super::{CliError, Context};
use crate::runtime::desk::Place;
use crate::runtime::program::{self, Start};
use crate::runtime::terminal::{Colours, Mouse};
use crate::store::vault;
use crate::ui::Theme;
use crate::ui::theme::{Kind, Signs};

/// How the program looks, as far as it is said on the command line.
#[derive(Debug, Clone, Copy, Default, clap::Args)]
pub struct Looks {
    /// More contrast: no faint text
    #[arg(long, global = true)]
    contrast: bool,
    /// Borders and marks in plain letters
    #[arg(long, global = true)]
    ascii: bool,
    /// Let mouse clicks and the wheel come to the program
    #[arg(long, global = true)]
    mouse: bool,
}

/// Opens the program on the store of this context.
pub fn run(context: &Context, looks: Looks) -> Result<(), CliError> {
    open(context, looks, false).map(|_| ())
}

/// Opens the program at the form of a new referral. Answers the references of what was recorded.
pub fn run_at_referral(context: &Context, looks: Looks) -> Result<Vec<String>, CliError> {
    open(context, looks, true)
}

fn open(
    context: &Context,
    looks: Looks,
    begins_with_referral: bool,
) -> Result<Vec<String>, CliError> {
    let path = context.store_path()?;
    let user = context.user.clone().or_else(|| {
        let login = std::env::var("LOGNAME").or_else(|_| std::env::var("USER"));
        let names = vault::slot_names(&path).unwrap_or_default();
        login.ok().filter(|login| names.contains(login))
    });
    Ok(program::run(Start {
        place: Place {
            path,
            clock: clock()?,
            rules: Arc::clone(&context.authority.rules),
        },
        words: Arc::clone(&context.authority.words),
        language: context.language,
        user,
        begins_with_referral,
        theme: theme(looks),
        colours: colours(),
        mouse: if looks.mouse { Mouse::On } else { Mouse::Off },
    })?)
}

fn theme(looks: Looks) -> Theme {
    Theme {
        kind: if looks.contrast {
            Kind::Contrast
        } else {
            Kind::Colour
        },
        signs: if looks.ascii || !is_utf8() {
            Signs::Ascii
        } else {
            Signs::Unicode
        },
    }
}

/// `NO_COLOR` as its authors define it: set and not empty.
fn colours() -> Colours {
    match std::env::var_os("NO_COLOR") {
        Some(value) if !value.is_empty() => Colours::Never,
        _ => Colours::Sent,
    }
}

/// Whether the terminal is told to write Unicode. Where nothing is said, today's terminals do.
fn is_utf8() -> bool {
    let said = ["LC_ALL", "LC_CTYPE", "LANG"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    match said {
        Some(value) => {
            let value = value.to_ascii_lowercase();
            value.contains("utf-8") || value.contains("utf8")
        }
        None => true,
    }
}
