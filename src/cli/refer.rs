//! `diogel refer`: records a referral out of JSON and prints its reference, or opens the form.

mod told;

use std::fs::File;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::json;

use super::interactive::{self, Looks};
use super::{CliError, Context, write_json};
use crate::casework::referrals::{self, ReferralError};
use crate::casework::{CaseworkError, Desk};
use crate::domain::plain_text::clean;
use crate::domain::referral::{FieldFault, NewReferral, ReferTo};
use crate::words::{Key, Words};

/// Far more than the longest texts take; what is longer is not a referral.
const MOST_BYTES: u64 = 4 << 20;
/// So many people who may be the same are named.
const MOST_NAMED: usize = 5;

#[derive(Debug, Args)]
pub struct ReferArguments {
    /// The referral as JSON; - reads it from standard input; without it, a form on the terminal
    #[arg(long, value_name = "FILE|-")]
    file: Option<PathBuf>,
    /// For programs: docs/json.md
    #[arg(long, requires = "file")]
    json: bool,
}

pub fn run(
    context: &Context,
    arguments: &ReferArguments,
    looks: Looks,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let Some(file) = &arguments.file else {
        for reference in interactive::run_at_referral(context, looks)? {
            writeln!(out, "{reference}")?;
        }
        return Ok(());
    };
    let words = context.words();
    let text = read(file, words)?;
    // What is no referral at all is said before anybody is asked for a passphrase.
    let told = told::parse(&text).map_err(|why| {
        let file = shown(file);
        let given = [("file", file.into()), ("why", why.into())];
        CliError::usage(words.with(Key::ReferralCliNotOne, &given))
            .to_do(words.say(Key::ReferralCliNotOneToDo))
    })?;
    let mut session = context.unlock()?;
    let mut desk = session.desk();
    let join = told.join.clone();
    let new = told.into_referral(desk.now).map_err(|wrong| {
        let given = [("field", wrong.field.into()), ("typed", wrong.typed.into())];
        CliError::failed(words.with(Key::ReferralCliWrong, &given))
            .to_do(words.say(Key::TroubleReferralFaultyToDo))
    })?;
    let to = match &join {
        Some(reference) => ReferTo::Case(referrals::case_meant(&desk, reference)?.id),
        None => ReferTo::NewCase,
    };
    let may_be = match to {
        ReferTo::NewCase => may_be(&mut desk, &new)?,
        ReferTo::Case(_) => Vec::new(),
    };
    let taken = referrals::refer(&mut desk, &new, to).map_err(|error| told_faults(error, words))?;
    if new.danger_now && new.police_told_at.is_none() {
        warn(words.say(Key::ReferralPoliceNow));
    }
    let reference = &taken.case.reference;
    if arguments.json {
        let answer = json!({ "reference": reference, "joined": taken.is_joined,
            "may_be": may_be });
        return write_json(&answer, out);
    }
    if !may_be.is_empty() {
        let given = [("references", may_be.join(", ").into())];
        warn(&words.with(Key::ReferralCliMayBe, &given));
    }
    Ok(writeln!(out, "{reference}")?)
}

fn read(file: &Path, words: &Words) -> Result<String, CliError> {
    let mut text = String::new();
    let done = if file == Path::new("-") {
        io::stdin().take(MOST_BYTES).read_to_string(&mut text)
    } else {
        File::open(file).and_then(|file| file.take(MOST_BYTES).read_to_string(&mut text))
    };
    done.map_err(|error| {
        let why = error.to_string();
        let given = [("file", shown(file).into()), ("why", why.into())];
        CliError::failed(words.with(Key::CliFileUnreadable, &given))
    })?;
    Ok(text)
}

fn shown(file: &Path) -> String {
    clean(&file.display().to_string())
}

/// The references of people who may be the same, the likeliest first.
fn may_be(desk: &mut Desk<'_>, new: &NewReferral) -> Result<Vec<String>, CliError> {
    let found = referrals::likely(desk, &new.person, &[])?;
    let references = found.same.iter().map(|one| one.reference().to_owned());
    Ok(references.take(MOST_NAMED).collect())
}

/// Faults as a sentence each, beside the name of the field; other errors as they are.
fn told_faults(error: CaseworkError, words: &Words) -> CliError {
    let CaseworkError::Referral(ReferralError::Faulty(faults)) = &error else {
        return error.into();
    };
    let sentence = |one: &FieldFault| {
        let field: &str = one.field.into();
        format!("{field}: {}", words.say(one.fault.into()))
    };
    let sentences: Vec<String> = faults.iter().map(sentence).collect();
    CliError::failed(sentences.join("\n")).to_do(words.say(Key::TroubleReferralFaultyToDo))
}

fn warn(sentence: &str) {
    // A closed pipe must not undo what is recorded.
    let _ = writeln!(io::stderr(), "diogel: {sentence}");
}
