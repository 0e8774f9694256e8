//! Today: state and update.

use super::Reopen;
use crate::app::cx::Cx;
use crate::app::effect::AskId;
use crate::app::keymap::{Command, Place};
use crate::app::msg::Answer;
use crate::app::page::{Handled, Page};

/// What stands on the screen.
#[derive(Debug, Default)]
pub struct Today {}

impl Page for Today {
    fn place(&self) -> Place {
        Place::List
    }

    fn shown(&mut self, _cx: &mut Cx<'_>) {}

    fn command(&mut self, _cx: &mut Cx<'_>, _command: Command) -> Handled {
        Handled::No
    }

    fn answered(&mut self, _cx: &mut Cx<'_>, _id: AskId, _answer: Answer) {}

    fn reopen(&self) -> Option<Reopen> {
        Some(Reopen::Today)
    }
}
