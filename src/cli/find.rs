//! `diogel find`: cases by name, other name, reference, date of birth or address, a line each.

use std::io::Write;

use clap::Args;
use serde_json::{Value, json};

use super::{CliError, Context, lines, write_json};
use crate::casework::cases::{self, Finding};
use crate::domain::case_list::{CaseRow, Look, PageFrom};
use crate::words::Key;

#[derive(Debug, Args)]
pub struct FindArguments {
    /// What is known: a name or its beginning, a reference, a date of birth, an address
    #[arg(required = true)]
    text: Vec<String>,
    /// How many at most
    #[arg(long, value_name = "N", default_value_t = 20, value_parser = clap::value_parser!(u16).range(1..=500))]
    limit: u16,
    /// For programs: docs/json.md
    #[arg(long)]
    json: bool,
}

/// Nothing was found (contract).
const NOT_FOUND: u8 = 3;

/// Room for a name and an age.
const WHO_COLS: usize = 32;

pub fn run(
    context: &Context,
    arguments: &FindArguments,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let words = context.words();
    let mut session = context.unlock()?;
    let mut desk = session.desk();
    let finding = Finding {
        typed: arguments.text.join(" "),
        from: PageFrom::Start,
        rows: usize::from(arguments.limit),
    };
    let today = desk.today();
    let found = cases::find(&mut desk, &finding, Look::Begun)?;
    if arguments.json {
        let rows: Vec<Value> = found
            .rows
            .iter()
            .map(|row| row_json(row, row.case.age(today)))
            .collect();
        write_json(&json!({ "cases": rows, "more": found.has_more }), out)?;
    } else {
        for row in &found.rows {
            let who = lines::who_within(words, &row.case, row.is_hidden, today, WHO_COLS);
            let day = lines::day(row.last_event_at);
            let line = lines::columns(&[
                (&row.case.reference, 11),
                (&who, WHO_COLS),
                (words.stage(row.case.stage), 18),
                (&words.day_near(day, today), 14),
            ]);
            writeln!(out, "{line}")?;
        }
        if found.has_more {
            writeln!(out, "{}", words.say(Key::CliFindMore))?;
        }
    }
    if found.rows.is_empty() {
        return Err(CliError::with_code(NOT_FOUND, words.say(Key::CliFindNone))
            .to_do(words.say(Key::CliFindNoneToDo)));
    }
    Ok(())
}

fn row_json(row: &CaseRow, age: Option<u32>) -> Value {
    let mut case = lines::case_json(&row.case, row.is_hidden, age);
    if let Value::Object(fields) = &mut case {
        fields.insert("score".to_owned(), json!(row.score));
        fields.insert("at_risk".to_owned(), json!(row.is_at_risk));
        fields.insert("worker".to_owned(), json!(row.owner));
        fields.insert("last_event_at".to_owned(), json!(row.last_event_at));
    }
    case
}
