//! What has happened, or what a person meant: everything that `update` hears of.

use super::effect::AskId;
use super::input::Input;

pub use super::talk::{Answer, Failure};

/// One thing that happened.
#[derive(Debug, PartialEq)]
pub enum Msg {
    /// Something came in from the terminal.
    Input(Input),
    /// The store's thread has answered.
    Answered { id: AskId, answer: Answer },
    /// The process came back to the foreground.
    Resumed,
    /// Nobody has touched a key for as long as policy allows.
    LeftAlone,
    /// Something that is shown says another time now.
    Woken,
    /// The line dropped or the system asked the program to end.
    Ended,
}
