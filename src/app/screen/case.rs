//! Case: state and update.

use super::Reopen;
use crate::app::cx::Cx;
use crate::app::effect::AskId;
use crate::app::keymap::{Command, Place};
use crate::app::msg::Answer;
use crate::app::page::{Handled, Page};
use crate::domain::case::CaseId;

/// What stands on the screen.
#[derive(Debug)]
pub struct Case {
    pub case: CaseId,
}

impl Case {
    pub fn new(case: CaseId) -> Self {
        Self { case }
    }
}

impl Page for Case {
    fn place(&self) -> Place {
        Place::List
    }

    fn shown(&mut self, _cx: &mut Cx<'_>) {}

    fn command(&mut self, _cx: &mut Cx<'_>, _command: Command) -> Handled {
        Handled::No
    }

    fn answered(&mut self, _cx: &mut Cx<'_>, _id: AskId, _answer: Answer) {}

    fn reopen(&self) -> Option<Reopen> {
        Some(Reopen::Case(self.case))
    }
}
