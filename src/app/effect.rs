//! What the program orders from the world: one closed enum of values.
//!
//! `update` returns these and does nothing itself; `runtime` carries them out. Each says by which
//! message it is answered.

use std::fmt;

use zeroize::Zeroizing;

pub use super::talk::Ask;

/// Which asking an answer belongs to; an answer that nobody waits for any more is dropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AskId(pub u64);

/// An order to the world.
#[derive(Debug, PartialEq, Eq)]
pub enum Effect {
    /// Asks the store's thread. Answered by `Msg::Answered` with the same id.
    Ask { id: AskId, ask: Ask },
    /// Drops the store and its key from memory. Not answered: nothing can be asked after it.
    CloseStore,
    /// Gives the terminal back and stops the process until it is brought to the foreground.
    /// Answered by `Msg::Resumed`.
    Suspend,
    /// Clears the screen and what has scrolled out of sight, before the next frame is drawn. Not
    /// answered.
    ClearScreen,
    /// Ends the program. Not answered.
    Quit,
}

/// A passphrase on its way from the keyboard to the vault. Wiped when dropped, never shown, and
/// not to be copied.
#[derive(PartialEq, Eq)]
pub struct Secret(Zeroizing<String>);

/// Longer than any passphrase, so that the text never grows and leaves pieces behind.
const LONGEST_SECRET_BYTES: usize = 1024;

impl Default for Secret {
    fn default() -> Self {
        Self(Zeroizing::new(String::with_capacity(LONGEST_SECRET_BYTES)))
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(..)")
    }
}

impl Secret {
    /// Takes a character where there is room; a passphrase that long was not meant.
    pub fn push(&mut self, letter: char) {
        if self.0.len() + letter.len_utf8() <= LONGEST_SECRET_BYTES {
            self.0.push(letter);
        }
    }

    pub fn pop(&mut self) {
        self.0.pop();
    }

    pub fn clear(&mut self) {
        *self = Self::default();
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many characters were typed, for the dots on the screen.
    pub fn chars(&self) -> usize {
        self.0.chars().count()
    }

    /// The words themselves, for the vault alone.
    pub fn expose(&self) -> &str {
        &self.0
    }
}
