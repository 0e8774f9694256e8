//! Answers as they come out of a file, before they are held against a form.
//!
//! Read with any serde reader (`serde_json::from_str::<RawAnswers>`), then checked by
//! [`Answers::from_raw`]. A key given twice is kept as twice and refused: readers of JSON commonly
//! let the last one win, and a tick would be lost without a word.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::{Answers, ExtraAnswer, ItemAnswer, Ticks};
use crate::domain::seraf::form::{Choice, Form, Section};

pub(super) const NO: &str = "no";
pub(super) const NOT_KNOWN: &str = "not-known";
pub(super) const YES: &str = "yes";
pub(super) const AGE: &str = "age";
/// Nobody on these forms is older; a larger number is a slip.
const MOST_AGE: u64 = 25;

/// What can be wrong with answers that are well-formed JSON.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AnswerError {
    #[error("these answers were given on the form \"{found}\", not on \"{wanted}\"")]
    FormMismatch { wanted: String, found: String },
    #[error("the form has no item \"{0}\"")]
    UnknownItem(String),
    #[error("item \"{0}\" is answered twice")]
    DoubleItem(String),
    #[error("item {item}: there is no column \"{column}\"; known are {known}")]
    UnknownColumn {
        item: String,
        column: String,
        known: String,
    },
    #[error("item {item}: column \"{column}\" is given twice")]
    DoubleColumn { item: String, column: String },
    #[error(
        "item {item}: \"{word}\" is no answer; write \"no\", \"not-known\" or a list of columns"
    )]
    UnknownWord { item: String, word: String },
    #[error("item {item}: an answer is \"no\", \"not-known\" or a list of columns, not {found}")]
    WrongKind { item: String, found: &'static str },
    #[error("item {0}: the list of columns is empty; write \"no\", or leave the item out")]
    NoColumn(String),
    #[error("item {0}: only one column can be ticked here")]
    MoreThanOne(String),
    #[error("the form has no extra field \"{0}\"")]
    UnknownExtra(String),
    #[error("extra field \"{0}\" is answered twice")]
    DoubleExtra(String),
    #[error("extra field {0}: an answer is \"yes\", \"no\" or \"not-known\"")]
    WrongExtra(String),
    #[error("extra field age: write whole years, from 0 to 25")]
    WrongAge,
}

/// The file's own shape: names and answers as written.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawAnswers {
    form: String,
    answers: Pairs,
    #[serde(default)]
    extra: Pairs,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Pairs(Vec<(String, RawAnswer)>);

#[derive(Debug, Clone, PartialEq, Eq)]
enum RawAnswer {
    Word(String),
    Columns(Vec<RawAnswer>),
    YesNo(bool),
    Number(u64),
    Other(&'static str),
}

impl RawAnswer {
    fn kind(&self) -> &'static str {
        match self {
            Self::Word(_) => "a text",
            Self::Columns(_) => "a list",
            Self::YesNo(_) => "true or false",
            Self::Number(_) => "a number",
            Self::Other(kind) => kind,
        }
    }
}

impl RawAnswers {
    /// The form that the answers say they were given on.
    pub fn form(&self) -> &str {
        &self.form
    }
}

impl Answers {
    /// Holds answers against their form.
    ///
    /// # Errors
    /// The first answer that the form cannot take, by name.
    pub fn from_raw(form: &Form, raw: &RawAnswers) -> Result<Self, AnswerError> {
        if raw.form != form.id().as_str() {
            return Err(AnswerError::FormMismatch {
                wanted: form.id().to_string(),
                found: raw.form.clone(),
            });
        }
        let mut answers = Self::blank(form);
        for (position, (id, raw_answer)) in raw.answers.0.iter().enumerate() {
            if earlier(&raw.answers, position, id) {
                return Err(AnswerError::DoubleItem(id.clone()));
            }
            let place = form.items().find(|(_, _, item)| item.id == *id);
            let (at, section, _) = place.ok_or_else(|| AnswerError::UnknownItem(id.clone()))?;
            answers.put(at, item_answer(section, id, raw_answer)?);
        }
        for (position, (id, raw_answer)) in raw.extra.0.iter().enumerate() {
            if earlier(&raw.extra, position, id) {
                return Err(AnswerError::DoubleExtra(id.clone()));
            }
            if id == AGE {
                answers.stated_age = Some(age(raw_answer)?);
                continue;
            }
            let at = form.extra_at(id);
            let at = at.ok_or_else(|| AnswerError::UnknownExtra(id.clone()))?;
            answers.say_extra(at, extra_answer(id, raw_answer)?);
        }
        Ok(answers)
    }
}

fn earlier(pairs: &Pairs, position: usize, id: &str) -> bool {
    pairs
        .0
        .iter()
        .take(position)
        .any(|(before, _)| before == id)
}

fn item_answer(section: &Section, item: &str, raw: &RawAnswer) -> Result<ItemAnswer, AnswerError> {
    let item = item.to_owned();
    match raw {
        RawAnswer::Word(word) => match word.as_str() {
            NO => Ok(ItemAnswer::No),
            NOT_KNOWN => Ok(ItemAnswer::NotKnown),
            _ => Err(AnswerError::UnknownWord {
                item,
                word: word.clone(),
            }),
        },
        RawAnswer::Columns(columns) => ticks(section, item, columns),
        other => Err(AnswerError::WrongKind {
            item,
            found: other.kind(),
        }),
    }
}

fn ticks(
    section: &Section,
    item: String,
    columns: &[RawAnswer],
) -> Result<ItemAnswer, AnswerError> {
    let mut ticked: Option<Ticks> = None;
    for raw in columns {
        let RawAnswer::Word(column) = raw else {
            let found = raw.kind();
            return Err(AnswerError::WrongKind { item, found });
        };
        let tick = section.column_at(column).and_then(Ticks::of);
        let tick = tick.ok_or_else(|| AnswerError::UnknownColumn {
            item: item.clone(),
            column: column.clone(),
            known: known_columns(section),
        })?;
        ticked = match ticked {
            Some(ticks) if ticks.and(tick) == ticks => {
                let column = column.clone();
                return Err(AnswerError::DoubleColumn { item, column });
            }
            Some(_) if section.choice == Choice::One => return Err(AnswerError::MoreThanOne(item)),
            Some(ticks) => Some(ticks.and(tick)),
            None => Some(tick),
        };
    }
    ticked
        .map(ItemAnswer::Ticked)
        .ok_or(AnswerError::NoColumn(item))
}

fn known_columns(section: &Section) -> String {
    let ids: Vec<&str> = section.columns.iter().map(|c| c.id.as_str()).collect();
    ids.join(", ")
}

fn extra_answer(id: &str, raw: &RawAnswer) -> Result<ExtraAnswer, AnswerError> {
    match raw {
        RawAnswer::YesNo(true) => Ok(ExtraAnswer::Yes),
        RawAnswer::YesNo(false) => Ok(ExtraAnswer::No),
        RawAnswer::Word(word) if word == YES => Ok(ExtraAnswer::Yes),
        RawAnswer::Word(word) if word == NO => Ok(ExtraAnswer::No),
        RawAnswer::Word(word) if word == NOT_KNOWN => Ok(ExtraAnswer::NotKnown),
        _ => Err(AnswerError::WrongExtra(id.to_owned())),
    }
}

fn age(raw: &RawAnswer) -> Result<u8, AnswerError> {
    match raw {
        RawAnswer::Number(years) if *years <= MOST_AGE => {
            u8::try_from(*years).map_err(|_| AnswerError::WrongAge)
        }
        _ => Err(AnswerError::WrongAge),
    }
}

impl<'de> Deserialize<'de> for Pairs {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct PairsVisitor;
        impl<'de> Visitor<'de> for PairsVisitor {
            type Value = Pairs;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object with one entry for each answer")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Pairs, A::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Pairs(pairs))
            }
        }
        deserializer.deserialize_map(PairsVisitor)
    }
}

impl<'de> Deserialize<'de> for RawAnswer {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnswerVisitor)
    }
}

/// Takes anything, so that a wrong kind can be told together with its item's name.
struct AnswerVisitor;

impl<'de> Visitor<'de> for AnswerVisitor {
    type Value = RawAnswer;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an answer")
    }

    fn visit_str<E>(self, word: &str) -> Result<RawAnswer, E> {
        Ok(RawAnswer::Word(word.to_owned()))
    }

    fn visit_bool<E>(self, answer: bool) -> Result<RawAnswer, E> {
        Ok(RawAnswer::YesNo(answer))
    }

    fn visit_u64<E>(self, number: u64) -> Result<RawAnswer, E> {
        Ok(RawAnswer::Number(number))
    }

    fn visit_i64<E>(self, _: i64) -> Result<RawAnswer, E> {
        Ok(RawAnswer::Other("a negative number"))
    }

    fn visit_f64<E>(self, _: f64) -> Result<RawAnswer, E> {
        Ok(RawAnswer::Other("a number with a fraction"))
    }

    fn visit_unit<E>(self) -> Result<RawAnswer, E> {
        Ok(RawAnswer::Other("null"))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<RawAnswer, A::Error> {
        let mut columns = Vec::new();
        while let Some(column) = list.next_element()? {
            columns.push(column);
        }
        Ok(RawAnswer::Columns(columns))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<RawAnswer, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(RawAnswer::Other("an object"))
    }
}
