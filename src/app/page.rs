//! What every screen can be told. A screen is its state and its update; `ui/screen` draws it.

use chrono::{DateTime, Utc};

use super::cx::Cx;
use super::effect::AskId;
use super::input::Key;
use super::keymap::{Command, Letters, Place};
use super::model::Confirm;
use super::msg::Answer;

/// Whether a screen had a use for a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Handled {
    Yes,
    No,
}

/// One screen.
pub trait Page {
    /// Which rows of the keymap work here just now.
    fn place(&self) -> Place;

    /// Whether letters are text just now.
    fn letters(&self) -> Letters {
        Letters::AreCommands
    }

    /// Whether a command of its place does anything just now. Footer and help tell of no other; one
    /// that is pressed all the same says why it cannot act.
    fn offers(&self, _command: Command) -> bool {
        true
    }

    /// Comes to the front, for the first time or again: asks for what it shows.
    fn shown(&mut self, cx: &mut Cx<'_>);

    /// Takes a command of the keymap. What it has no use for goes on to the program.
    fn command(&mut self, cx: &mut Cx<'_>, command: Command) -> Handled;

    /// Takes a key that is no command here.
    fn key(&mut self, _cx: &mut Cx<'_>, _key: Key) {}

    /// Takes pasted text, which presses no key.
    fn paste(&mut self, _cx: &mut Cx<'_>, _text: &str) {}

    /// Hears the answer to something it asked. One that it no longer waits for it ignores.
    fn answered(&mut self, cx: &mut Cx<'_>, id: AskId, answer: Answer);

    /// A dangerous verb that it asked about was confirmed.
    fn confirmed(&mut self, _cx: &mut Cx<'_>, _confirm: &Confirm) {}

    /// The terminal has another size.
    fn resized(&mut self, _cx: &mut Cx<'_>) {}

    /// When something that it shows will say another time, if nobody touches a key before; none
    /// where nothing does.
    fn wakes_at(&self, _now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        None
    }

    /// How to open this screen again after the program was locked; `None` where that makes no
    /// sense or what it holds is kept by the screen below.
    fn reopen(&self) -> Option<super::screen::Reopen> {
        None
    }
}
