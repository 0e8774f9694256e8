//! What a tick rests on: the statements on one item, and the form in which one is typed.
//!
//! A statement needs who said it and how it is known, so that one person's view is never
//! recorded as fact. What is half typed stays in a draft of its own.

use crate::app::cursor::Cursor;
use crate::app::form::{Field, Form, Reads, Typed};
use crate::domain::date_words::DateContext;
use crate::domain::plain_text;
use crate::domain::seraf::{Basis, Evidence, ItemAt};
use crate::words::Key as W;

use super::texts::{day, read_day};

/// The statements on one item.
#[derive(Debug)]
pub struct Statements {
    pub at: ItemAt,
    pub cursor: Cursor,
    pub editing: Option<Statement>,
}

/// One statement while it is typed.
#[derive(Debug)]
pub struct Statement {
    /// Which one it is; none for a new one.
    pub position: Option<usize>,
    pub form: Form,
    pub has_warned: bool,
}

impl Statements {
    pub fn of(at: ItemAt) -> Self {
        Self {
            at,
            cursor: Cursor::default(),
            editing: None,
        }
    }
}

impl Statement {
    /// An empty form, or one filled from what was said.
    pub fn open(position: Option<usize>, said: Option<&Evidence>) -> Self {
        let mut form = Form::new(vec![
            Field::line("source", W::SerafWho).needed(),
            Field::one("basis", W::SerafBasis, bases()).needed(),
            Field::reading("last-known", W::SerafLastKnown, Reads::DayPast),
            Field::text("note", W::SerafNote),
        ]);
        if let Some(said) = said {
            form.put("source", &Typed::Text(said.source.clone()));
            form.put("note", &Typed::Text(said.note.clone()));
            form.put("last-known", &Typed::Text(day(said.last_known)));
            form.put("basis", &Typed::One(Some(word_of(said.basis).to_owned())));
        }
        Self {
            position,
            form,
            has_warned: false,
        }
    }

    /// The statement as typed.
    ///
    /// # Errors
    /// What is missing or cannot be read, by field.
    pub fn read(&self, dates: &DateContext<'_>) -> Result<Evidence, Vec<(&'static str, W)>> {
        let mut faults = Vec::new();
        let source = plain_text::clean(&self.form.text("source"))
            .trim()
            .to_owned();
        if source.is_empty() {
            faults.push(("source", W::SerafFaultWho));
        }
        let basis = self.form.chosen("basis").and_then(|word| basis_of(&word));
        if basis.is_none() {
            faults.push(("basis", W::SerafFaultBasis));
        }
        let last_known = match read_day(&self.form.text("last-known"), dates) {
            Ok(day) => day,
            Err(fault) => {
                faults.push(("last-known", fault));
                None
            }
        };
        match basis {
            Some(basis) if faults.is_empty() => Ok(Evidence {
                last_known,
                source,
                note: plain_text::clean_multiline(&self.form.text("note")),
                basis,
            }),
            _ => Err(faults),
        }
    }
}

/// What each way of knowing is called.
pub const BASES: [(Basis, &str, W); 3] = [
    (Basis::Seen, "seen", W::SerafSeen),
    (Basis::Reported, "reported", W::SerafReported),
    (Basis::Opinion, "opinion", W::SerafOpinion),
];

fn bases() -> [(String, W); 3] {
    BASES.map(|(_, id, words)| (id.to_owned(), words))
}

fn word_of(basis: Basis) -> &'static str {
    BASES
        .iter()
        .find(|(known, ..)| *known == basis)
        .map_or("", |(_, id, _)| id)
}

fn basis_of(word: &str) -> Option<Basis> {
    BASES
        .iter()
        .find(|(_, id, _)| *id == word)
        .map(|(basis, ..)| *basis)
}
