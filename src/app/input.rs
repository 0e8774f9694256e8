//! What a person does at the terminal, in words of our own.
//!
//! No terminal library is named here, so that `app` and its tests need none; the runtime
//! translates. What a key means is not decided here.

/// One thing that came in from the terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// A key was pressed.
    Key(Key),
    /// Text came in as one piece; its line ends are text and press nothing.
    Paste(String),
    /// The terminal now has this size, in columns and rows.
    Resized { cols: u16, rows: u16 },
    /// The main button was pressed at this cell, counted from 0 at the top left.
    Click { col: u16, row: u16 },
    /// The wheel was turned up one step over this cell.
    ScrollUp { col: u16, row: u16 },
    /// The wheel was turned down one step over this cell.
    ScrollDown { col: u16, row: u16 },
}

/// A key with what was held beside it. Shift is in the character or in `BackTab`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    /// Which key.
    pub code: KeyCode,
    /// Whether Ctrl was held.
    pub ctrl: bool,
    /// Whether Alt was held; never for a letter typed with `AltGr`, which is text.
    pub alt: bool,
}

/// Which key was pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum KeyCode {
    /// A character, as typed.
    Char(char),
    Enter,
    Esc,
    Tab,
    /// Shift-Tab.
    BackTab,
    Backspace,
    Delete,
    Up,
    Down,
    Left,
    Right,
    Home,
    End,
    PageUp,
    PageDown,
    /// A function key, from 1.
    F(u8),
}

impl Key {
    /// The key with nothing held.
    pub const fn plain(code: KeyCode) -> Self {
        Self {
            code,
            ctrl: false,
            alt: false,
        }
    }

    /// The character with Ctrl held.
    pub const fn ctrl(character: char) -> Self {
        Self {
            code: KeyCode::Char(character),
            ctrl: true,
            alt: false,
        }
    }
}
