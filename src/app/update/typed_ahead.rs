//! What is typed before the store has answered waits, and is then taken as if every answer had come
//! at once.
//!
//! Over a slow line people press Enter and type on before they see what it opens; a program that
//! took those keys for the place before would lose their words, or do what nobody meant.

#[cfg(test)]
mod tests;

use super::{Effect, Input, Model, taken};
use crate::app::input::Key;
use crate::app::keymap::{self, Command};
use crate::app::talk::Hold;

/// Takes what a person did, or lets it wait.
pub(super) fn heard(model: &mut Model, input: Input) -> Vec<Effect> {
    if is_urgent(model, &input) {
        // Who locks or leaves means it now, whatever else was typed.
        model.typed_ahead.clear();
        return taken(model, &input);
    }
    if !model.typed_ahead.is_empty() || waits(model, &input) {
        model.typed_ahead.push_back(input);
        return Vec::new();
    }
    taken(model, &input)
}

/// Takes what has waited, as far as nothing is waited for any more.
pub(super) fn go_on(model: &mut Model) -> Vec<Effect> {
    let mut effects = Vec::new();
    while let Some(next) = model.typed_ahead.pop_front() {
        if waits(model, &next) {
            model.typed_ahead.push_front(next);
            break;
        }
        effects.extend(taken(model, &next));
    }
    effects
}

/// Whether what this means depends on an answer that is not there yet.
fn waits(model: &Model, input: &Input) -> bool {
    // A question or the help is there already.
    let Some(front) = model.stack.last().filter(|_| model.dialogs.is_empty()) else {
        return false;
    };
    let of_front = model
        .waiting
        .iter()
        .filter(|one| one.serial == front.serial);
    match of_front.map(|one| one.holds).max() {
        None | Some(Hold::Nothing) => false,
        Some(Hold::Commands) => match input {
            Input::Key(key) => command_of(model, *key).is_some(),
            Input::Paste(_) => false,
            _ => true,
        },
        Some(Hold::Everything) => true,
    }
}

fn is_urgent(model: &Model, input: &Input) -> bool {
    let Input::Key(key) = input else {
        return false;
    };
    key.ctrl
        && matches!(
            command_of(model, *key),
            Some(Command::Lock | Command::Leave | Command::Suspend)
        )
}

fn command_of(model: &Model, key: Key) -> Option<Command> {
    let page = model.screen()?.look();
    keymap::command_of(page.place(), key, page.letters())
}
