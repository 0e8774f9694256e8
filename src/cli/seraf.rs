//! `diogel seraf`: forms at hand, a check of one's own form, and scores; none needs a store.

use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use clap::Subcommand;

use super::error::sentence;
use super::{CliError, Context, write_json};
use crate::domain::seraf::{
    Answers, Form, Forms, Header, RawAnswers, Score, ScoreReport, Warning, score,
};

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
    match command {
        SerafCommand::Forms { json } => list(context, *json, out),
        SerafCommand::Check { form } => {
            let form = from_file(form)?;
            writeln!(
                out,
                "{}: {} questions in {} sections, at most {} points, at risk from {}",
                form.id().as_str(),
                form.item_count(),
                form.sections().len(),
                form.most_points(),
                form.at_risk_from(),
            )?;
            Ok(())
        }
        SerafCommand::Score {
            form,
            answers,
            json,
        } => {
            let form = find(form)?;
            let answers = read_answers(&form, answers)?;
            let score = score(&answers, Header::default());
            let report = ScoreReport::new(&answers, &score, context.language);
            if *json {
                return write_json(&report, out);
            }
            tell(&form, &score, &report, out)
        }
    }
}

fn embedded() -> Result<Forms, CliError> {
    Forms::embedded().map_err(|error| CliError::failed(format!("{}.", sentence(&error))))
}

fn list(context: &Context, json: bool, out: &mut impl Write) -> Result<(), CliError> {
    let forms = embedded()?;
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
fn find(named: &str) -> Result<Form, CliError> {
    let forms = embedded()?;
    if let Some(form) = forms.get(named) {
        return Ok(form.clone());
    }
    let path = Path::new(named);
    if path.exists() || path.extension().is_some() {
        return from_file(path);
    }
    Err(
        CliError::with_code(NOT_FOUND, format!("There is no form called {named}."))
            .to_do("`diogel seraf forms` lists those at hand; a file of your own ends in .toml."),
    )
}

fn from_file(path: &Path) -> Result<Form, CliError> {
    let text = fs::read_to_string(path).map_err(|error| {
        CliError::failed(format!("{} cannot be read: {error}.", path.display()))
    })?;
    let file = path.file_name().map_or_else(
        || path.display().to_string(),
        |name| name.to_string_lossy().into_owned(),
    );
    Form::from_toml(&file, &text).map_err(|error| {
        CliError::failed(error.to_string()).to_do("Mend the file there, and check it again.")
    })
}

fn read_answers(form: &Form, path: &Path) -> Result<Answers, CliError> {
    let text = if path.as_os_str() == "-" {
        let mut text = String::new();
        io::stdin().read_to_string(&mut text).map(|_| text)
    } else {
        fs::read_to_string(path)
    }
    .map_err(|error| CliError::failed(format!("{} cannot be read: {error}.", path.display())))?;
    let raw: RawAnswers = serde_json::from_str(&text).map_err(|error| {
        CliError::failed(format!(
            "{} is not a list of answers: {error}.",
            path.display()
        ))
        .to_do("Mend the file there, and score it again.")
    })?;
    Answers::from_raw(form, &raw).map_err(|error| {
        CliError::failed(format!("{}.", sentence(&error)))
            .to_do("Nothing was scored. Mend the answers, and score them again.")
    })
}

fn tell(
    form: &Form,
    score: &Score,
    report: &ScoreReport,
    out: &mut impl Write,
) -> Result<(), CliError> {
    writeln!(
        out,
        "{} points, category {}: {}",
        report.score, report.category, report.title
    )?;
    writeln!(out, "{}", report.action)?;
    if let Some(next) = score.next_band {
        writeln!(out, "{} more is category {}", next.points, next.category)?;
    }
    if report.not_asked + report.not_known > 0 {
        writeln!(
            out,
            "{} not asked, {} not known; {} points if the unknowns were present",
            report.not_asked, report.not_known, report.score_if_unknown_present
        )?;
    }
    for warning in &score.warnings {
        writeln!(out, "! {}", warning_text(*warning, form))?;
    }
    Ok(())
}

fn warning_text(warning: Warning, form: &Form) -> String {
    match warning {
        Warning::CurrentSignificantBelow { category } => format!(
            "A significant indicator is current and the category is below {category}: say why, or judge higher."
        ),
        Warning::FloorApplied { category, .. } => {
            format!("A rule of the form gives at least category {category} here.")
        }
        Warning::AgeNeeded { .. } => format!(
            "A rule of {} depends on the young person's age: give it in the answers.",
            form.id().as_str()
        ),
    }
}
