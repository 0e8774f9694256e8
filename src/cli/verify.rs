//! `diogel verify`: the file's pages, its structure, its references and the chain of its audit.

use std::io::Write;

use clap::Args;

use super::{CliError, Context};
use crate::domain::roles::Action;
use crate::store::audit::{self, HeadMark, Verdict};
use crate::store::open::{Integrity, Thoroughness};

#[derive(Debug, Args)]
pub struct VerifyArguments {
    /// A head of the audit that was written down outside the store, to find a chain written anew
    #[arg(long, value_name = "HEAD")]
    against: Option<HeadMark>,
    /// Leave out the slow check of every index
    #[arg(long)]
    quick: bool,
}

/// The exit code for a store that is damaged or was tampered with.
const NOT_SOUND: u8 = 13;

pub fn run(
    context: &Context,
    arguments: &VerifyArguments,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let mut session = context.unlock()?;
    session.desk().allow(Action::VerifyStore)?;
    let store = session.store();
    let how = if arguments.quick {
        Thoroughness::Quick
    } else {
        Thoroughness::Full
    };
    let integrity = store.verify_integrity(how)?;
    let verdict = audit::verify(store.connection(), arguments.against.as_ref())?;
    for fault in faults(&integrity) {
        writeln!(out, "{fault}")?;
    }
    writeln!(out, "{}", in_words(&verdict))?;
    if integrity.is_sound() && verdict.is_whole() {
        return Ok(());
    }
    Err(
        CliError::with_code(NOT_SOUND, "The store is not as it was written.").to_do(
            "Nothing was changed. Keep the file as it is, and compare it with the last backup.",
        ),
    )
}

fn faults(integrity: &Integrity) -> Vec<String> {
    let named = [
        ("encrypted pages", &integrity.cipher),
        ("structure", &integrity.structure),
        ("references", &integrity.references),
    ];
    let edited = integrity.edited_steps.iter();
    named
        .iter()
        .flat_map(|(what, found)| found.iter().map(move |fault| format!("{what}: {fault}")))
        .chain(edited.map(|step| format!("step {step} of the tables was made by another text")))
        .collect()
}

fn in_words(verdict: &Verdict) -> String {
    match verdict {
        Verdict::Whole { head } => format!("audit: every entry stands as written, up to {head}"),
        Verdict::Altered { seq, .. } => format!("audit: entry {seq} was altered"),
        Verdict::Added { .. } => "audit: entries stand after the chain's end".to_owned(),
        Verdict::CutOff { .. } => "audit: entries were cut off at the end".to_owned(),
        Verdict::Rewritten { .. } => {
            "audit: the chain was written anew; it does not lead to the head you gave".to_owned()
        }
    }
}
