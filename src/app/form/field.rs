//! One field: its kind, what stands in it, and how keys change it.

use tui_textarea::{CursorMove, Input as AreaInput, Key as AreaKey, TextArea};

use super::{Reply, Typed};
use crate::app::input::{Key, KeyCode};
use crate::domain::plain_text;
use crate::words;

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
#[derive(Debug, Clone)]
pub enum FieldKind {
    /// One line of text; dates and times are lines too, and read by `domain::date_words`.
    Line(Box<TextArea<'static>>),
    /// Text of several lines; Enter is a new line.
    Text(Box<TextArea<'static>>),
    /// One of several, or none yet.
    One {
        options: Vec<(String, words::Key)>,
        chosen: Option<usize>,
    },
    /// Any of several.
    Many {
        options: Vec<(String, words::Key)>,
        chosen: Vec<bool>,
        cursor: usize,
    },
}

/// A field of a form. Its id names it in drafts, faults and tests.
#[derive(Debug, Clone)]
pub struct Field {
    id: &'static str,
    label: words::Key,
    kind: FieldKind,
}

impl Field {
    pub fn line(id: &'static str, label: words::Key) -> Self {
        let kind = FieldKind::Line(Box::new(area(Vec::new())));
        Self { id, label, kind }
    }

    pub fn text(id: &'static str, label: words::Key) -> Self {
        let kind = FieldKind::Text(Box::new(area(Vec::new())));
        Self { id, label, kind }
    }

    pub fn one(
        id: &'static str,
        label: words::Key,
        options: impl IntoIterator<Item = (String, words::Key)>,
    ) -> Self {
        let kind = FieldKind::One {
            options: options.into_iter().collect(),
            chosen: None,
        };
        Self { id, label, kind }
    }

    pub fn many(
        id: &'static str,
        label: words::Key,
        options: impl IntoIterator<Item = (String, words::Key)>,
    ) -> Self {
        let options: Vec<_> = options.into_iter().collect();
        let kind = FieldKind::Many {
            chosen: vec![false; options.len()],
            options,
            cursor: 0,
        };
        Self { id, label, kind }
    }

    pub fn id(&self) -> &'static str {
        self.id
    }

    pub fn label(&self) -> words::Key {
        self.label
    }

    pub fn kind(&self) -> &FieldKind {
        &self.kind
    }

    pub fn takes_text(&self) -> bool {
        matches!(self.kind, FieldKind::Line(_) | FieldKind::Text(_))
    }

    pub fn typed(&self) -> Typed {
        match &self.kind {
            FieldKind::Line(area) | FieldKind::Text(area) => Typed::Text(area.lines().join("\n")),
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
            (FieldKind::Line(area) | FieldKind::Text(area), Typed::Text(text)) => {
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
            // A draft of an older form of the screen: the field has another kind now.
            _ => {}
        }
    }

    pub(super) fn key(&mut self, key: Key) -> Reply {
        match &mut self.kind {
            FieldKind::Line(area) => match key.code {
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

    pub(super) fn paste(&mut self, text: &str) -> Pasted {
        let (area, text, longest) = match &mut self.kind {
            // A pasted line break in a one-line field must neither be lost nor fire a command.
            FieldKind::Line(area) => (area, plain_text::clean(text), LONGEST_LINE_CHARS),
            FieldKind::Text(area) => (area, plain_text::clean_multiline(text), LONGEST_TEXT_CHARS),
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

fn area(lines: Vec<String>) -> TextArea<'static> {
    TextArea::new(lines)
}

fn place(area: &TextArea<'_>) -> (usize, usize) {
    let cursor = area.cursor();
    (cursor.0, cursor.1)
}

fn length_chars(area: &TextArea<'_>) -> usize {
    let breaks = area.lines().len().saturating_sub(1);
    area.lines()
        .iter()
        .map(|line| line.chars().count())
        .sum::<usize>()
        + breaks
}

/// The keys of editing, named here one by one: the library's own shortcuts would take letters
/// with Ctrl that are commands in Diogel.
fn edit(area: &mut TextArea<'_>, key: Key, longest_chars: usize) -> Reply {
    let plain = !key.ctrl && !key.alt;
    let input = match key.code {
        KeyCode::Char(letter) if plain => {
            if letter.is_control() || length_chars(area) >= longest_chars {
                return Reply::Moved;
            }
            AreaKey::Char(letter)
        }
        KeyCode::Enter if plain => {
            if length_chars(area) >= longest_chars {
                return Reply::Moved;
            }
            AreaKey::Enter
        }
        KeyCode::Backspace => AreaKey::Backspace,
        KeyCode::Delete => AreaKey::Delete,
        KeyCode::Char('z') if key.ctrl => return Reply::NotMine,
        KeyCode::Char('u') if key.alt => return changed(area.undo()),
        KeyCode::Char('r') if key.ctrl => return changed(area.redo()),
        other => {
            let Some(to) = movement(other, key.ctrl) else {
                return Reply::NotMine;
            };
            area.move_cursor(to);
            return Reply::Moved;
        }
    };
    changed(area.input_without_shortcuts(AreaInput {
        key: input,
        ctrl: false,
        alt: false,
        shift: false,
    }))
}

fn movement(code: KeyCode, by_words: bool) -> Option<CursorMove> {
    Some(match code {
        KeyCode::Left if by_words => CursorMove::WordBack,
        KeyCode::Right if by_words => CursorMove::WordForward,
        KeyCode::Left => CursorMove::Back,
        KeyCode::Right => CursorMove::Forward,
        KeyCode::Up => CursorMove::Up,
        KeyCode::Down => CursorMove::Down,
        KeyCode::Home => CursorMove::Head,
        KeyCode::End => CursorMove::End,
        _ => return None,
    })
}

fn changed(has_changed: bool) -> Reply {
    if has_changed {
        Reply::Changed
    } else {
        Reply::Moved
    }
}

fn choose_one(options: usize, chosen: &mut Option<usize>, key: Key) -> Reply {
    let Some(last) = options.checked_sub(1) else {
        return Reply::NotMine;
    };
    let next = match key.code {
        KeyCode::Right | KeyCode::Char(' ') => Some(match *chosen {
            Some(at) if at < last => at + 1,
            _ => 0,
        }),
        KeyCode::Left => Some(match *chosen {
            Some(0) | None => last,
            Some(at) => at - 1,
        }),
        KeyCode::Delete | KeyCode::Backspace => None,
        _ => return Reply::NotMine,
    };
    let has_changed = *chosen != next;
    *chosen = next;
    changed(has_changed)
}

fn choose_many(chosen: &mut [bool], cursor: &mut usize, key: Key) -> Reply {
    let Some(last) = chosen.len().checked_sub(1) else {
        return Reply::NotMine;
    };
    match key.code {
        KeyCode::Char(' ') => {
            if let Some(one) = chosen.get_mut(*cursor) {
                *one = !*one;
            }
            Reply::Changed
        }
        KeyCode::Right if *cursor < last => {
            *cursor += 1;
            Reply::Moved
        }
        KeyCode::Left if *cursor > 0 => {
            *cursor -= 1;
            Reply::Moved
        }
        KeyCode::Left | KeyCode::Right => Reply::Moved,
        _ => Reply::NotMine,
    }
}
