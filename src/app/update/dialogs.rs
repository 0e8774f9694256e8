//! Keys while something lies over the screen: nothing behind it is reached.

use super::{commanded, lock, tell};
use crate::app::dialog::{Dialog, Palette};
use crate::app::effect::Effect;
use crate::app::input::{Key, KeyCode};
use crate::app::keymap::{self, Command, Letters, Place, Row};
use crate::app::model::{Confirm, Model};
use crate::words::Words;

pub(super) fn keyed(model: &mut Model, key: Key) -> Vec<Effect> {
    let letters = match model.dialogs.last() {
        Some(Dialog::Palette(_)) => Letters::AreText,
        _ => Letters::AreCommands,
    };
    match keymap::command_of(Place::Dialog, key, letters) {
        Some(Command::Suspend) => {
            let mut effects = lock(model);
            effects.push(Effect::Suspend);
            return effects;
        }
        Some(Command::Lock) => return lock(model),
        Some(Command::Leave) if !is_leaving(model) => {
            model.dialogs.clear();
            model.dialogs.push(Dialog::Confirm(Confirm::Quit));
            return Vec::new();
        }
        _ => {}
    }
    let command = keymap::command_of(Place::Dialog, key, letters);
    match model.dialogs.pop() {
        Some(Dialog::Confirm(asked)) => match command {
            Some(Command::Confirm) => confirmed(model, asked),
            // Any other answer to a question is no.
            _ => Vec::new(),
        },
        Some(Dialog::Help { first }) => {
            if let Some(first) = help_moved(model, first, key) {
                model.dialogs.push(Dialog::Help { first });
            }
            Vec::new()
        }
        Some(Dialog::Palette(palette)) => in_palette(model, palette, key, command),
        None => Vec::new(),
    }
}

fn is_leaving(model: &Model) -> bool {
    matches!(model.dialogs.last(), Some(Dialog::Confirm(Confirm::Quit)))
}

fn confirmed(model: &mut Model, asked: Confirm) -> Vec<Effect> {
    match asked {
        Confirm::Quit => vec![Effect::CloseStore, Effect::Quit],
        other => tell(model, |screen, cx| screen.page().confirmed(cx, &other)),
    }
}

/// Moves the help, or lets it go by any key that does not move it.
fn help_moved(model: &Model, first: usize, key: Key) -> Option<usize> {
    let last = model.rows_offered().len().saturating_sub(1);
    let page = usize::from(model.size.rows.saturating_sub(6)).max(1);
    let moved = match key.code {
        KeyCode::Up | KeyCode::Char('k') => first.saturating_sub(1),
        KeyCode::Down | KeyCode::Char('j') => first + 1,
        KeyCode::PageUp => first.saturating_sub(page),
        KeyCode::PageDown => first + page,
        _ => return None,
    };
    Some(moved.min(last))
}

fn in_palette(
    model: &mut Model,
    mut palette: Palette,
    key: Key,
    command: Option<Command>,
) -> Vec<Effect> {
    let words = Words::embedded(model.language);
    let say = |row: &Row| words.say(row.words).to_owned();
    match (command, key.code) {
        (Some(Command::Refuse), _) => return Vec::new(),
        (Some(Command::Confirm), _) => {
            let chosen = palette.matching(say).get(palette.at).copied();
            return match chosen {
                Some(row) => commanded(model, row.command),
                None => Vec::new(),
            };
        }
        (_, KeyCode::Up) => palette.at = palette.at.saturating_sub(1),
        (_, KeyCode::Down | KeyCode::Tab) => {
            let last = palette.matching(say).len().saturating_sub(1);
            palette.at = (palette.at + 1).min(last);
        }
        (_, KeyCode::Backspace) => palette.erase(),
        (_, KeyCode::Char(letter)) if !key.ctrl && !key.alt => palette.typed(letter),
        _ => {}
    }
    model.dialogs.push(Dialog::Palette(palette));
    Vec::new()
}
