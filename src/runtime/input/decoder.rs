//! Bytes from a terminal to keys, pastes and clicks. Pure: bytes in, values out.
//!
//! Reads what xterm, the VTE family, tmux, the Linux console and `PuTTY` send. What it does not know
//! it swallows whole, so that no half of a sequence ever becomes text. Shift is in the character;
//! a letter that was made with `AltGr` is text, whatever the terminal says was held.

#[cfg(test)]
mod tests;

use crate::app::input::{Input, Key, KeyCode};

const ESCAPE: u8 = 0x1b;
const PASTE_END: &[u8] = b"\x1b[201~";
/// No terminal sends longer ones; beyond it, the bytes are taken for noise.
const LONGEST_SEQUENCE: usize = 64;

/// What has been received and not yet understood.
#[derive(Debug, Default)]
pub struct Decoder {
    pending: Vec<u8>,
    pasting: bool,
}

/// What the first bytes of those pending are.
enum Found {
    /// So many bytes, and what they mean.
    Whole(usize, Option<Input>),
    /// A paste begins after so many bytes.
    PasteBegins(usize),
    /// More bytes are needed.
    Part,
}

impl Decoder {
    /// Whether something is pending that silence would settle: see [`Decoder::flush`].
    pub fn is_waiting(&self) -> bool {
        !self.pending.is_empty()
    }

    /// Takes bytes as they come, in pieces of any size, and answers with what is complete.
    pub fn feed(&mut self, bytes: &[u8]) -> Vec<Input> {
        self.pending.extend_from_slice(bytes);
        let mut inputs = Vec::new();
        loop {
            if self.pasting && !self.take_paste(&mut inputs) {
                return inputs;
            }
            if self.pending.is_empty() {
                return inputs;
            }
            match first(&self.pending) {
                Found::Whole(count, input) => {
                    self.pending.drain(..count);
                    inputs.extend(input);
                }
                Found::PasteBegins(count) => {
                    self.pending.drain(..count);
                    self.pasting = true;
                }
                Found::Part => return inputs,
            }
        }
    }

    /// Nothing more came for a while: a lone Esc was the key Esc, the beginning of a paste is
    /// handed over, and half a character is noise.
    pub fn flush(&mut self) -> Vec<Input> {
        let pending = std::mem::take(&mut self.pending);
        if self.pasting {
            // The rest is still a paste: its line ends must press nothing.
            let kept = pending.len() - tail_to_keep(&pending);
            let (now, later) = pending.split_at(kept);
            self.pending = later.to_vec();
            return pasted(now).into_iter().collect();
        }
        match pending.as_slice() {
            [ESCAPE] => vec![plain(KeyCode::Esc)],
            // Alt-[ and Alt-O look like the beginning of a sequence.
            [ESCAPE, letter @ (b'[' | b'O')] => vec![alt(char::from(*letter))],
            _ => Vec::new(),
        }
    }

    /// Takes a paste up to its end. Answers whether it has ended.
    fn take_paste(&mut self, inputs: &mut Vec<Input>) -> bool {
        let end = self
            .pending
            .windows(PASTE_END.len())
            .position(|window| window == PASTE_END);
        let Some(end) = end else {
            return false;
        };
        let text: Vec<u8> = self.pending.drain(..end).collect();
        self.pending.drain(..PASTE_END.len());
        self.pasting = false;
        inputs.extend(pasted(&text));
        true
    }
}

/// A paste as text. Terminals send line ends as carriage returns.
fn pasted(bytes: &[u8]) -> Option<Input> {
    if bytes.is_empty() {
        return None;
    }
    let text = String::from_utf8_lossy(bytes);
    Some(Input::Paste(text.replace("\r\n", "\n").replace('\r', "\n")))
}

/// How many bytes at the end may be half of a character or half of a paste's end.
fn tail_to_keep(bytes: &[u8]) -> usize {
    let marker = (1..PASTE_END.len()).rev().find(|count| {
        PASTE_END
            .get(..*count)
            .is_some_and(|part| bytes.ends_with(part))
    });
    if let Some(count) = marker {
        return count;
    }
    match std::str::from_utf8(bytes) {
        Err(fault) if fault.error_len().is_none() => bytes.len() - fault.valid_up_to(),
        _ => 0,
    }
}

fn first(bytes: &[u8]) -> Found {
    match bytes {
        [] | [ESCAPE] => Found::Part,
        [ESCAPE, b'[', rest @ ..] => control_sequence(rest),
        [ESCAPE, b'O', rest @ ..] => match rest {
            [] => Found::Part,
            [letter, ..] => Found::Whole(3, application_key(*letter)),
        },
        // Esc twice is Esc, and whatever the second one begins.
        [ESCAPE, ESCAPE, ..] => Found::Whole(1, Some(plain(KeyCode::Esc))),
        [ESCAPE, rest @ ..] => match character(rest) {
            Found::Whole(count, input) => Found::Whole(count + 1, input.map(with_alt)),
            other => other,
        },
        _ => character(bytes),
    }
}

/// One character as typed, with the control characters that keys send.
fn character(bytes: &[u8]) -> Found {
    let Some(&byte) = bytes.first() else {
        return Found::Part;
    };
    let control = |offset: u8| {
        Some(Input::Key(Key {
            code: KeyCode::Char(char::from(byte + offset)),
            ctrl: true,
            alt: false,
        }))
    };
    let length = match byte {
        b'\r' => return Found::Whole(1, Some(plain(KeyCode::Enter))),
        b'\t' => return Found::Whole(1, Some(plain(KeyCode::Tab))),
        // Ctrl-H is what Backspace sends on some terminals.
        0x7f | 0x08 => return Found::Whole(1, Some(plain(KeyCode::Backspace))),
        0 => return Found::Whole(1, control(b' ')),
        0x01..=0x1a => return Found::Whole(1, control(b'a' - 1)),
        0x1b..=0x1f => return Found::Whole(1, control(b'@')),
        0x20..=0x7e => 1,
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        // Never the beginning of a character.
        _ => return Found::Whole(1, None),
    };
    let typed = bytes.get(..length).unwrap_or(bytes);
    match std::str::from_utf8(typed) {
        Ok(text) => Found::Whole(
            length,
            text.chars()
                .next()
                .map(|letter| plain(KeyCode::Char(letter))),
        ),
        Err(fault) => match fault.error_len() {
            Some(_) => Found::Whole(1, None),
            None => Found::Part,
        },
    }
}

/// `ESC O letter`: keypad and function keys in application mode.
fn application_key(letter: u8) -> Option<Input> {
    let code = match letter {
        b'M' => KeyCode::Enter,
        _ => named(letter)?,
    };
    Some(plain(code))
}

/// Keys that a single letter names, after `ESC [` and after `ESC O`.
fn named(letter: u8) -> Option<KeyCode> {
    Some(match letter {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'H' => KeyCode::Home,
        b'F' => KeyCode::End,
        b'P'..=b'S' => KeyCode::F(letter - b'P' + 1),
        b'Z' => KeyCode::BackTab,
        _ => return None,
    })
}

/// What follows `ESC [`.
fn control_sequence(rest: &[u8]) -> Found {
    // The Linux console's F1 to F5.
    if let [b'[', after @ ..] = rest {
        return match after {
            [] => Found::Part,
            [letter @ b'A'..=b'E', ..] => {
                Found::Whole(4, Some(plain(KeyCode::F(letter - b'A' + 1))))
            }
            _ => Found::Whole(4, None),
        };
    }
    let Some(end) = rest.iter().position(|byte| !(0x20..=0x3f).contains(byte)) else {
        if rest.len() > LONGEST_SEQUENCE {
            return Found::Whole(rest.len() + 2, None);
        }
        return Found::Part;
    };
    let (parameters, after) = rest.split_at(end);
    let last = after.first().copied().unwrap_or_default();
    if !(0x40..=0x7e).contains(&last) {
        // Cut off by something else, such as the next Esc: that is read anew.
        return Found::Whole(end + 2, None);
    }
    let length = end + 3;
    if let Some(mouse) = parameters.strip_prefix(b"<") {
        return Found::Whole(length, mouse_input(&numbers(mouse), last));
    }
    if parameters == b"200" && last == b'~' {
        return Found::PasteBegins(length);
    }
    Found::Whole(length, key_of_sequence(&numbers(parameters), last))
}

fn numbers(parameters: &[u8]) -> Vec<u16> {
    parameters
        .split(|byte| *byte == b';')
        .map(|part| {
            part.iter()
                .take_while(|byte| byte.is_ascii_digit())
                .fold(0_u16, |number, digit| {
                    number
                        .saturating_mul(10)
                        .saturating_add(u16::from(digit - b'0'))
                })
        })
        .collect()
}

fn key_of_sequence(numbers: &[u16], last: u8) -> Option<Input> {
    let first = numbers.first().copied().unwrap_or_default();
    let code = match last {
        b'~' => match first {
            1 | 7 => KeyCode::Home,
            3 => KeyCode::Delete,
            4 | 8 => KeyCode::End,
            5 => KeyCode::PageUp,
            6 => KeyCode::PageDown,
            11..=15 => function_key(first - 10)?,
            17..=21 => function_key(first - 11)?,
            23 | 24 => function_key(first - 12)?,
            _ => return None,
        },
        b'u' => match char::from_u32(u32::from(first))? {
            '\r' => KeyCode::Enter,
            '\t' => KeyCode::Tab,
            '\u{1b}' => KeyCode::Esc,
            '\u{7f}' => KeyCode::Backspace,
            letter if letter.is_control() => return None,
            letter => KeyCode::Char(letter),
        },
        _ => named(last)?,
    };
    // 1 + (1 for Shift, 2 for Alt, 4 for Ctrl).
    let held = numbers.get(1).copied().unwrap_or(1).saturating_sub(1);
    let (shift, alt, ctrl) = (held & 1 != 0, held & 2 != 0, held & 4 != 0);
    if code == KeyCode::Tab && shift {
        return Some(plain(KeyCode::BackTab));
    }
    // Ctrl and Alt together with a character is how AltGr is told: that is text.
    if matches!(code, KeyCode::Char(_)) && ctrl && alt {
        return Some(plain(code));
    }
    Some(Input::Key(Key { code, ctrl, alt }))
}

fn function_key(number: u16) -> Option<KeyCode> {
    u8::try_from(number).ok().map(KeyCode::F)
}

fn mouse_input(numbers: &[u16], last: u8) -> Option<Input> {
    let [button, col, row] = numbers else {
        return None;
    };
    let (col, row) = (col.checked_sub(1)?, row.checked_sub(1)?);
    match (button, last) {
        (0, b'M') => Some(Input::Click { col, row }),
        (64, b'M') => Some(Input::ScrollUp { col, row }),
        (65, b'M') => Some(Input::ScrollDown { col, row }),
        _ => None,
    }
}

fn plain(code: KeyCode) -> Input {
    Input::Key(Key {
        code,
        ctrl: false,
        alt: false,
    })
}

fn alt(letter: char) -> Input {
    with_alt(plain(KeyCode::Char(letter)))
}

/// The same key with Alt held; except a letter that only `AltGr` can have made.
fn with_alt(input: Input) -> Input {
    match input {
        Input::Key(key) => {
            let is_text = matches!(key.code, KeyCode::Char(letter) if !letter.is_ascii());
            Input::Key(Key {
                alt: !is_text,
                ..key
            })
        }
        other => other,
    }
}
