//! `diogel verify`: the file's pages, its structure, its references and the chain of its audit.

use std::io::Write;

use clap::Args;

use super::{CliError, Context};
use crate::domain::roles::Action;
use crate::store::audit::{self, HeadMark, Verdict};
use crate::store::open::{Integrity, Thoroughness};
use crate::words::{Key, Words};

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
    let words = context.words();
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
    for fault in faults(&integrity, words) {
        writeln!(out, "{fault}")?;
    }
    writeln!(out, "{}", in_words(&verdict, words))?;
    if integrity.is_sound() && verdict.is_whole() {
        return Ok(());
    }
    Err(
        CliError::with_code(NOT_SOUND, words.say(Key::CliVerifyNotSound))
            .to_do(words.say(Key::CliVerifyNotSoundToDo)),
    )
}

fn faults(integrity: &Integrity, words: &Words) -> Vec<String> {
    let named = [
        (Key::CliVerifyPages, &integrity.cipher),
        (Key::CliVerifyStructure, &integrity.structure),
        (Key::CliVerifyReferences, &integrity.references),
    ];
    let edited = integrity.edited_steps.iter();
    let said = |key: Key, fault: &String| words.with(key, &[("fault", fault.as_str().into())]);
    named
        .iter()
        .flat_map(|(what, found)| found.iter().map(|fault| said(*what, fault)))
        .chain(edited.map(|step| words.with(Key::CliVerifyStep, &[("step", (*step).into())])))
        .collect()
}

fn in_words(verdict: &Verdict, words: &Words) -> String {
    match verdict {
        Verdict::Whole { head } => {
            words.with(Key::CliVerifyWhole, &[("head", head.to_string().into())])
        }
        Verdict::Altered { seq, .. } => {
            words.with(Key::CliVerifyAltered, &[("seq", seq.to_string().into())])
        }
        Verdict::Added { .. } => words.say(Key::CliVerifyAdded).to_owned(),
        Verdict::CutOff { .. } => words.say(Key::CliVerifyCutOff).to_owned(),
        Verdict::Rewritten { .. } => words.say(Key::CliVerifyRewritten).to_owned(),
    }
}
