//! Lines of answers for a terminal of 80 columns, and what several commands say alike of a case.
//!
//! Text from people is cleaned here, whatever way it came into the store.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Europe::London;
use serde_json::{Value, json};

use crate::domain::case::CaseBrief;
use crate::domain::plain_text::clean;
use crate::ui::text;
use crate::words::{Key, Words};

/// What a look-up over SSH has room for.
pub const COLS: usize = 80;

/// Texts in columns of these widths with a space between, the line cut at [`COLS`].
pub fn columns(cells: &[(&str, usize)]) -> String {
    let padded: Vec<String> = cells
        .iter()
        .map(|(words, cols)| text::pad(&clean(words), *cols))
        .collect();
    text::cut(padded.join(" ").trim_end(), COLS)
}

/// A label and its text, wrapped below itself.
pub fn labelled(label: &str, words: &str) -> Vec<String> {
    let indent = text::width(label) + 1;
    let words = clean(words);
    text::wrap(&words, COLS.saturating_sub(indent))
        .into_iter()
        .enumerate()
        .map(|(at, line)| {
            if at == 0 {
                format!("{label} {line}")
            } else {
                format!("{}{line}", " ".repeat(indent))
            }
        })
        .collect()
}

/// The name and age, or that the case is restricted.
pub fn who(words: &Words, case: &CaseBrief, is_hidden: bool, today: NaiveDate) -> String {
    if is_hidden {
        return words.say(Key::CasesRestricted).to_owned();
    }
    words.name_and_age(&case.full_name(), case, today)
}

/// The same in at most so many columns: a long name is cut before the age is.
pub fn who_within(
    words: &Words,
    case: &CaseBrief,
    is_hidden: bool,
    today: NaiveDate,
    cols: usize,
) -> String {
    let whole = clean(&who(words, case, is_hidden, today));
    if is_hidden || text::width(&whole) <= cols {
        return text::cut(&whole, cols);
    }
    let name = clean(&case.full_name());
    let age_cols = text::width(&whole).saturating_sub(text::width(&name));
    let name = text::cut(&name, cols.saturating_sub(age_cols));
    words.name_and_age(&name, case, today)
}

/// The day of a moment in Wales.
pub fn day(at: DateTime<Utc>) -> NaiveDate {
    at.with_timezone(&London).date_naive()
}

/// What all answers for programs say of a case; nothing of the person where it is hidden.
pub fn case_json(case: &CaseBrief, is_hidden: bool, age: Option<u32>) -> Value {
    let stage: &str = case.stage.into();
    let name = (!is_hidden).then(|| case.full_name());
    json!({
        "reference": case.reference,
        "name": name,
        "born": case.born,
        "age": age.filter(|_| !is_hidden),
        "stage": stage,
        "restricted": case.is_restricted,
        "hidden": is_hidden,
    })
}
