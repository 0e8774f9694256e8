//! One field: its kind, what stands in it, and how keys change it.

use std::borrow::Cow;

use tui_textarea::{CursorMove, TextArea};

use super::editing::{choose_many, choose_one, edit, keep_secret};
use super::pick::Pick;
use super::{Reply, Typed};
use crate::app::effect::Secret;
use crate::app::input::{Key, KeyCode};
use crate::domain::bilingual::Bilingual;
use crate::domain::plain_text;
use crate::words;

/// What a line of text means, so that it can be shown as it is read while it is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reads {
    /// Words.
    Words,
    /// A day to come, such as `+6w`, `fri` or `12/3`.
    DayToCome,
    /// A day that has been.
    DayPast,
    /// A birth date.
    Birth,
    /// A time of day.
    Time,
}

/// What a field, or one of several choices, is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Called {
    /// A text of the program.
    Word(words::Key),
    /// A text of the authority's own data.
    Data(Bilingual),
    /// A name, the same in every language.
    Name(String),
}

impl From<words::Key> for Called {
    fn from(key: words::Key) -> Self {
        Self::Word(key)
    }
}

impl From<Bilingual> for Called {
    fn from(text: Bilingual) -> Self {
        Self::Data(text)
    }
}

impl From<String> for Called {
    fn from(name: String) -> Self {
        Self::Name(name)
    }
}

/// Room for any name, address or date.
pub const LONGEST_LINE_CHARS: usize = 500;
/// Room for any account of what happened; about forty pages.
pub const LONGEST_TEXT_CHARS: usize = 100_000;

/// What came of a paste.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pasted {
    /// All of it stands in the field now.
    Whole,
    /// It would not fit, and none of it was taken: half a text would look like the whole.
    TooLong { room_chars: usize },
    /// The field in focus takes no text.
    NotHere,
}

/// How a field is filled.
#[derive(Debug)]
pub enum FieldKind {
    /// One line of text; dates and times are lines too, and read by `domain::date_words`.
    Line(Box<TextArea<'static>>, Reads),
    /// Text of several lines; Enter is a new line.
    Text(Box<TextArea<'static>>),
    /// One of several, or none yet.
    One {
        options: Vec<(String, Called)>,
        chosen: Option<usize>,
    },
    /// Any of several.
    Many {
        options: Vec<(String, Called)>,
        chosen: Vec<bool>,
        cursor: usize,
    },
    /// One of many, found by typing a part of its name; or a name that is not on the list.
    Pick(Box<Pick>),
    /// A passphrase: shown as dots, never part of a draft.
    Secret(Secret),
}

/// A field of a form. Its id names it in drafts, faults and tests.
#[derive(Debug)]
pub struct Field {
    id: Cow<'static, str>,
    label: Called,
    kind: FieldKind,
    is_needed: bool,
}

impl Field {
    fn new(id: Cow<'static, str>, label: Called, kind: FieldKind) -> Self {
        Self {
            id,
            label,
            kind,
            is_needed: false,
        }
    }

    pub fn line(id: impl Into<Cow<'static, str>>, label: impl Into<Called>) -> Self {
        Self::reading(id, label, Reads::Words)
    }

    /// A line that means a day or a time.
    pub fn reading(
        id: impl Into<Cow<'static, str>>,
        label: impl Into<Called>,
        reads: Reads,
    ) -> Self {
        let kind = FieldKind::Line(Box::new(area(Vec::new())), reads);
        Self::new(id.into(), label.into(), kind)
    }

    pub fn text(id: impl Into<Cow<'static, str>>, label: impl Into<Called>) -> Self {
        let kind = FieldKind::Text(Box::new(area(Vec::new())));
        Self::new(id.into(), label.into(), kind)
    }

    pub fn one(
        id: impl Into<Cow<'static, str>>,
        label: impl Into<Called>,
        options: impl IntoIterator<Item = (String, impl Into<Called>)>,
    ) -> Self {
        let kind = FieldKind::One {
            options: called(options),
            chosen: None,
        };
        Self::new(id.into(), label.into(), kind)
    }

    pub fn many(
        id: impl Into<Cow<'static, str>>,
        label: impl Into<Called>,
        options: impl IntoIterator<Item = (String, impl Into<Called>)>,
    ) -> Self {
        let options = called(options);
        let kind = FieldKind::Many {
            chosen: vec![false; options.len()],
            options,
            cursor: 0,
        };
        Self::new(id.into(), label.into(), kind)
    }

    /// A field in which a name is found by typing.
    pub fn pick(
        id: impl Into<Cow<'static, str>>,
        label: impl Into<Called>,
        options: impl IntoIterator<Item = (String, impl Into<Called>)>,
    ) -> Self {
        Self::new(
            id.into(),
            label.into(),
            FieldKind::Pick(Box::new(Pick::new(called(options)))),
        )
    }

    /// A field for a passphrase.
    pub fn secret(id: impl Into<Cow<'static, str>>, label: impl Into<Called>) -> Self {
        Self::new(
            id.into(),
            label.into(),
            FieldKind::Secret(Secret::default()),
        )
    }

    /// Marks the field as one that cannot be left empty; the form says so.
    #[must_use]
    pub fn needed(mut self) -> Self {
        self.is_needed = true;
        self
    }

    pub fn is_needed(&self) -> bool {
        self.is_needed
    }

    pub fn id(&self) -> &str {
        &self.id
    }

    /// What stands in a line, with the cursor's place in characters, and what it means.
    pub fn line_text(&self) -> Option<((&str, usize), Reads)> {
        match &self.kind {
            FieldKind::Line(area, reads) => {
                let line = area.lines().first().map_or("", String::as_str);
                Some(((line, place(area).1), *reads))
            }
            _ => None,
        }
    }

    /// What stands in a text of several lines, with the cursor's place in lines and characters.
    pub fn area_text(&self) -> Option<(&[String], (usize, usize))> {
        match &self.kind {
            FieldKind::Text(area) => Some((area.lines(), place(area))),
            _ => None,
        }
    }

    /// Takes a passphrase out of its field, which is then empty.
    pub(super) fn take_secret(&mut self) -> Secret {
        match &mut self.kind {
            FieldKind::Secret(secret) => std::mem::take(secret),
            _ => Secret::default(),
        }
    }

    pub fn label(&self) -> &Called {
        &self.label
    }

    pub fn kind(&self) -> &FieldKind {
        &self.kind
    }

    pub fn takes_text(&self) -> bool {
        !matches!(self.kind, FieldKind::One { .. } | FieldKind::Many { .. })
    }

    pub fn typed(&self) -> Typed {
        match &self.kind {
            FieldKind::Line(area, _) | FieldKind::Text(area) => {
                Typed::Text(area.lines().join("\n"))
            }
            FieldKind::Pick(pick) => pick.typed(),
            FieldKind::Secret(_) => Typed::Secret,
            FieldKind::One { options, chosen } => Typed::One(
                chosen
                    .and_then(|at| options.get(at))
                    .map(|(id, _)| id.clone()),
            ),
            FieldKind::Many {
                options, chosen, ..
            } => Typed::Many(
                options
                    .iter()
                    .zip(chosen)
                    .filter(|(_, chosen)| **chosen)
                    .map(|((id, _), _)| id.clone())
                    .collect(),
            ),
        }
    }

    pub(super) fn restore(&mut self, typed: &Typed) {
        match (&mut self.kind, typed) {
            (FieldKind::Line(area, _) | FieldKind::Text(area), Typed::Text(text)) => {
                **area = self::area(text.split('\n').map(str::to_owned).collect());
                area.move_cursor(CursorMove::Bottom);
                area.move_cursor(CursorMove::End);
            }
            (FieldKind::One { options, chosen }, Typed::One(wanted)) => {
                *chosen = wanted
                    .as_ref()
                    .and_then(|wanted| options.iter().position(|(id, _)| id == wanted));
            }
            (
                FieldKind::Many {
                    options, chosen, ..
                },
                Typed::Many(wanted),
            ) => {
                *chosen = options.iter().map(|(id, _)| wanted.contains(id)).collect();
            }
            (FieldKind::Pick(pick), Typed::Picked { id, text }) => {
                pick.restore(id.as_deref(), text);
            }
            // A draft of an older form of the screen: the field has another kind now.
            _ => {}
        }
    }

    pub(super) fn key(&mut self, key: Key) -> Reply {
        match &mut self.kind {
            FieldKind::Pick(pick) => pick.key(key),
            FieldKind::Secret(secret) => keep_secret(secret, key),
            FieldKind::Line(area, _) => match key.code {
                KeyCode::Enter | KeyCode::Up | KeyCode::Down => Reply::NotMine,
                _ => edit(area, key, LONGEST_LINE_CHARS),
            },
            FieldKind::Text(area) => {
                let (row, _) = place(area);
                let at_edge = match key.code {
                    KeyCode::Up => row == 0,
                    KeyCode::Down => row + 1 == area.lines().len(),
                    _ => false,
                };
                if at_edge {
                    return Reply::NotMine;
                }
                edit(area, key, LONGEST_TEXT_CHARS)
            }
            FieldKind::One { options, chosen } => choose_one(options.len(), chosen, key),
            FieldKind::Many { chosen, cursor, .. } => choose_many(chosen, cursor, key),
        }
    }

    /// Tab leaves the field: a name that is marked in its list, or typed whole, is taken.
    pub(super) fn leave(&mut self) -> Reply {
        match &mut self.kind {
            FieldKind::Pick(pick) => pick.leave(),
            _ => Reply::NotMine,
        }
    }

    pub(super) fn paste(&mut self, text: &str) -> Pasted {
        let (area, text, longest) = match &mut self.kind {
            // A pasted line break in a one-line field must neither be lost nor fire a command.
            FieldKind::Line(area, _) => (area, plain_text::clean(text), LONGEST_LINE_CHARS),
            FieldKind::Text(area) => (area, plain_text::clean_multiline(text), LONGEST_TEXT_CHARS),
            FieldKind::Pick(pick) => return pick.paste(&plain_text::clean(text)),
            FieldKind::Secret(secret) => {
                let letters = text.chars().filter(|letter| !letter.is_control());
                letters.for_each(|letter| secret.push(letter));
                return Pasted::Whole;
            }
            FieldKind::One { .. } | FieldKind::Many { .. } => return Pasted::NotHere,
        };
        let room_chars = longest.saturating_sub(length_chars(area));
        if text.chars().count() > room_chars {
            return Pasted::TooLong { room_chars };
        }
        area.insert_str(text);
        Pasted::Whole
    }
}

fn called(options: impl IntoIterator<Item = (String, impl Into<Called>)>) -> Vec<(String, Called)> {
    let options = options.into_iter();
    options.map(|(id, called)| (id, called.into())).collect()
}

fn area(lines: Vec<String>) -> TextArea<'static> {
    TextArea::new(lines)
}

fn place(area: &TextArea<'_>) -> (usize, usize) {
    let cursor = area.cursor();
    (cursor.0, cursor.1)
}

pub(super) fn length_chars(area: &TextArea<'_>) -> usize {
    let breaks = area.lines().len().saturating_sub(1);
    area.lines()
        .iter()
        .map(|line| line.chars().count())
        .sum::<usize>()
        + breaks
}
