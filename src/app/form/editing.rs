//! How keys change what stands in a field: editing words, choosing, a passphrase.

use tui_textarea::{CursorMove, Input as AreaInput, Key as AreaKey, TextArea};

use super::Reply;
use super::field::length_chars;
use crate::app::effect::Secret;
use crate::app::input::{Key, KeyCode};

pub(super) fn keep_secret(secret: &mut Secret, key: Key) -> Reply {
    match key.code {
        KeyCode::Char(letter) if !key.ctrl && !key.alt && !letter.is_control() => {
            secret.push(letter);
        }
        KeyCode::Backspace => secret.pop(),
        KeyCode::Delete => secret.clear(),
        _ => return Reply::NotMine,
    }
    Reply::Moved
}

/// The keys of editing, named here one by one: the library's own shortcuts would take letters
/// with Ctrl that are commands in Diogel.
pub(super) fn edit(area: &mut TextArea<'_>, key: Key, longest_chars: usize) -> Reply {
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

pub(super) fn choose_one(options: usize, chosen: &mut Option<usize>, key: Key) -> Reply {
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

pub(super) fn choose_many(chosen: &mut [bool], cursor: &mut usize, key: Key) -> Reply {
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
