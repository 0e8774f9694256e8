//! How keys are written for people.

use crate::app::input::{Key, KeyCode};
use crate::app::keymap::{Letters, Row};

/// The key as it stands on the keyboard, with what is held beside it.
pub fn name(key: Key) -> String {
    let plain = match key.code {
        KeyCode::Char(' ') => "Space".to_owned(),
        KeyCode::Char(letter) if key.ctrl => letter.to_uppercase().to_string(),
        KeyCode::Char(letter) => letter.to_string(),
        KeyCode::Enter => "Enter".to_owned(),
        KeyCode::Esc => "Esc".to_owned(),
        KeyCode::Tab => "Tab".to_owned(),
        KeyCode::BackTab => "Shift-Tab".to_owned(),
        KeyCode::Backspace => "Backspace".to_owned(),
        KeyCode::Delete => "Del".to_owned(),
        KeyCode::Up => "Up".to_owned(),
        KeyCode::Down => "Down".to_owned(),
        KeyCode::Left => "Left".to_owned(),
        KeyCode::Right => "Right".to_owned(),
        KeyCode::Home => "Home".to_owned(),
        KeyCode::End => "End".to_owned(),
        KeyCode::PageUp => "PgUp".to_owned(),
        KeyCode::PageDown => "PgDn".to_owned(),
        KeyCode::F(number) => format!("F{number}"),
    };
    match (key.ctrl, key.alt) {
        (true, true) => format!("Ctrl-Alt-{plain}"),
        (true, false) => format!("Ctrl-{plain}"),
        (false, true) => format!("Alt-{plain}"),
        (false, false) => plain,
    }
}

/// The first key of a row that works just now: where letters are text, a letter does not.
pub fn working(row: &Row, letters: Letters) -> Option<Key> {
    let works = |key: &&Key| {
        let is_letter = matches!(key.code, KeyCode::Char(_)) && !key.ctrl && !key.alt;
        letters == Letters::AreCommands || !is_letter
    };
    row.keys.iter().find(works).copied()
}

/// All keys of a row, for the help.
pub fn names(row: &Row) -> String {
    let names: Vec<String> = row.keys.iter().map(|key| name(*key)).collect();
    names.join(" ")
}
