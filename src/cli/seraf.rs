//! `diogel seraf`: forms at hand, a check of one's own form, and scores; none needs a store.

use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use clap::Subcommand;

use super::error::sentence;
use super::{CliError, Context, write_json};
use crate::domain::seraf::{Answers, Form, Header, RawAnswers, Score, ScoreReport, Warning, score};
use crate::words::{Key, Words};

/// Exit code for a form that is not at hand.
const NOT_FOUND: u8 = 3;

#[derive(Debug, Subcommand)]
pub enum SerafCommand {
    /// The forms at hand
    Forms {
        /// For programs: docs/json.md
        #[arg(long)]
        json: bool,
    },
    /// Check a form of your own
    Check { form: PathBuf },
    /// What answers come to
    Score {
        /// A form's id, or a form file
        #[arg(long, value_name = "ID|FILE")]
        form: String,
        /// The answers as JSON; - reads them from standard input
        #[arg(long, value_name = "FILE|-")]
        answers: PathBuf,
        /// For programs: docs/json.md
        #[arg(long)]
        json: bool,
    },
}

pub fn run(
    context: &Context,
    command: &SerafCommand,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let words = context.words();
    match command {
        SerafCommand::Forms { json } => list(context, *json, out),
        SerafCommand::Check { form } => {
            let form = from_file(form, words)?;
            let given = [
                ("form", form.id().as_str().into()),
                ("items", form.item_count().into()),
                ("sections", form.sections().len().into()),
                ("most", form.most_points().into()),
                ("at-risk", form.at_risk_from().into()),
            ];
            writeln!(out, "{}", words.with(Key::CliSerafForm, &given))?;
            Ok(())
        }
        SerafCommand::Score {
            form,
            answers,
            json,
        } => {
            let form = find(context, form)?;
            let answers = read_answers(&form, answers, words)?;
            let score = score(&answers, Header::default());
            let report = ScoreReport::new(&answers, &score, context.language);
            if *json {
                return write_json(&report, out);
            }
            tell(&form, &score, &report, words, out)
        }
    }
}

fn list(context: &Context, json: bool, out: &mut impl Write) -> Result<(), CliError> {
    let forms = &context.authority.rules.forms;
    if json {
        let rows: Vec<_> = forms
            .iter()
            .map(|form| {
                serde_json::json!({
                    "id": form.id().as_str(),
                    "title": form.title().say(context.language),
                    "at_risk_from": form.at_risk_from(),
                    "most_points": form.most_points(),
                })
            })
            .collect();
        return write_json(&rows, out);
    }
    for form in forms.iter() {
        let title = form.title().say(context.language);
        writeln!(out, "{}  {title}", form.id().as_str())?;
    }
    Ok(())
}

/// A form at hand by its id; anything that looks like a file is read as one.
fn find(context: &Context, named: &str) -> Result<Form, CliError> {
    let words = context.words();
    if let Some(form) = context.authority.rules.forms.get(named) {
        return Ok(form.clone());
    }
    let path = Path::new(named);
    if path.exists() || path.extension().is_some() {
        return from_file(path, words);
    }
    let happened = words.with(Key::CliSerafNoForm, &[("form", named.into())]);
    Err(CliError::with_code(NOT_FOUND, happened).to_do(words.say(Key::CliSerafNoFormToDo)))
}

fn from_file(path: &Path, words: &Words) -> Result<Form, CliError> {
    let text = fs::read_to_string(path).map_err(|error| unreadable(path, &error, words))?;
    let file = path.file_name().map_or_else(
        || path.display().to_string(),
        |name| name.to_string_lossy().into_owned(),
    );
    Form::from_toml(&file, &text).map_err(|error| {
        CliError::failed(error.to_string()).to_do(words.say(Key::CliSerafFormFaultyToDo))
    })
}

fn unreadable(path: &Path, error: &io::Error, words: &Words) -> CliError {
    let given = [
        ("file", path.display().to_string().into()),
        ("why", error.to_string().into()),
    ];
    CliError::failed(words.with(Key::CliFileUnreadable, &given))
}

fn read_answers(form: &Form, path: &Path, words: &Words) -> Result<Answers, CliError> {
    let text = if path.as_os_str() == "-" {
        let mut text = String::new();
        io::stdin().read_to_string(&mut text).map(|_| text)
    } else {
        fs::read_to_string(path)
    }
    .map_err(|error| unreadable(path, &error, words))?;
    let raw: RawAnswers = serde_json::from_str(&text).map_err(|error| {
        let given = [
            ("file", path.display().to_string().into()),
            ("why", error.to_string().into()),
        ];
        CliError::failed(words.with(Key::CliSerafNotAnswers, &given))
            .to_do(words.say(Key::CliSerafNotAnswersToDo))
    })?;
    Answers::from_raw(form, &raw).map_err(|error| {
        CliError::failed(format!("{}.", sentence(&error)))
            .to_do(words.say(Key::CliSerafAnswersFaultyToDo))
    })
}

fn tell(
    form: &Form,
    score: &Score,
    report: &ScoreReport,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let given = [
        ("points", report.score.into()),
        ("category", report.category.into()),
        ("title", report.title.as_str().into()),
    ];
    writeln!(out, "{}", words.with(Key::CliSerafScore, &given))?;
    writeln!(out, "{}", report.action)?;
    if let Some(next) = score.next_band {
        let given = [
            ("points", next.points.into()),
            ("category", next.category.into()),
        ];
        writeln!(out, "{}", words.with(Key::CliSerafNext, &given))?;
    }
    if report.not_asked + report.not_known > 0 {
        let given = [
            ("not-asked", report.not_asked.into()),
            ("not-known", report.not_known.into()),
            ("if-present", report.score_if_unknown_present.into()),
        ];
        writeln!(out, "{}", words.with(Key::CliSerafOpen, &given))?;
    }
    for warning in &score.warnings {
        writeln!(out, "! {}", warning_text(*warning, form, words))?;
    }
    Ok(())
}

fn warning_text(warning: Warning, form: &Form, words: &Words) -> String {
    match warning {
        Warning::CurrentSignificantBelow { category } => {
            words.with(Key::CliSerafWarnCurrent, &[("category", category.into())])
        }
        Warning::FloorApplied { category, .. } => {
            words.with(Key::CliSerafWarnFloor, &[("category", category.into())])
        }
        Warning::AgeNeeded { .. } => {
            words.with(Key::CliSerafWarnAge, &[("form", form.id().as_str().into())])
        }
    }
}
