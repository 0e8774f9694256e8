//! The register of the CSE protocol: who is on it, since when, when the next review is due, and
//! how late it is. The form in which a meeting decides is in `protocol/deciding.rs`.

mod deciding;
#[cfg(test)]
pub(crate) mod tests;

pub use self::deciding::{Deciding, outcome_words};
use super::minutes::Minutes;
use super::{Case, Planner, Reopen, Screen};
use crate::app::cursor::Cursor;
use crate::app::cx::{Cx, Go};
use crate::app::effect::{Ask, AskId};
use crate::app::keymap::{Command, Place, ProtocolCommand};
use crate::app::model::Notice;
use crate::app::msg::Answer;
use crate::app::page::{Handled, Page};
use crate::app::talk::after;
use crate::domain::protocol::OnProtocol;
use crate::domain::roles::Action;
use crate::words::Key as W;

/// Rows above the list: the head of its columns.
pub const HEAD_ROWS: usize = 1;

/// What stands on the screen.
#[derive(Debug, Default)]
pub struct Protocol {
    /// None until it has been read.
    pub register: Option<Vec<OnProtocol>>,
    pub cursor: Cursor,
    waiting: Option<AskId>,
}

impl Protocol {
    fn rows(&self) -> usize {
        self.register.as_ref().map_or(0, Vec::len)
    }

    fn selected(&self) -> Option<&OnProtocol> {
        self.register.as_ref()?.get(self.cursor.at)
    }

    fn deed(&self, cx: &mut Cx<'_>, command: ProtocolCommand) {
        let Some(selected) = self.selected() else {
            cx.say_why(W::ProtocolWhyNobody);
            return;
        };
        match command {
            ProtocolCommand::PlanReview if !cx.may(Action::PlanMeeting) => {
                cx.say(Notice::Trouble("refused"));
            }
            ProtocolCommand::PlanReview => {
                cx.go(Go::Over(Screen::Planner(Planner::new(selected.case.id))));
            }
            ProtocolCommand::LastMinutes => match selected.last_meeting {
                Some((meeting, _)) => cx.go(Go::Over(Screen::Minutes(Minutes::new(meeting)))),
                None => cx.say_why(W::ProtocolWhyNoMeeting),
            },
        }
    }
}

impl Page for Protocol {
    fn place(&self) -> Place {
        Place::Protocol
    }

    fn shown(&mut self, cx: &mut Cx<'_>) {
        self.waiting = Some(cx.ask(Ask::After(after::Ask::Register)));
    }

    fn command(&mut self, cx: &mut Cx<'_>, command: Command) -> Handled {
        match command {
            Command::Open => {
                if let Some(selected) = self.selected() {
                    cx.go(Go::Over(Screen::Case(Case::new(selected.case.id))));
                }
            }
            Command::Protocol(deed) => self.deed(cx, deed),
            _ => {
                let page = cx.body_rows().saturating_sub(HEAD_ROWS);
                let rows = self.rows();
                if !self.cursor.moves(command, rows, page) {
                    return Handled::No;
                }
            }
        }
        Handled::Yes
    }

    fn answered(&mut self, cx: &mut Cx<'_>, id: AskId, answer: Answer) {
        if self.waiting != Some(id) {
            return;
        }
        self.waiting = None;
        match answer {
            Answer::After(after::Answer::Register(found)) => {
                self.register = Some(found);
                let (rows, page) = (self.rows(), cx.body_rows().saturating_sub(HEAD_ROWS));
                self.cursor.put(self.cursor.at, rows, page);
            }
            Answer::Failed(failure) => cx.say(Notice::Trouble(failure.words_key)),
            _ => {}
        }
    }

    fn resized(&mut self, cx: &mut Cx<'_>) {
        let (rows, page) = (self.rows(), cx.body_rows().saturating_sub(HEAD_ROWS));
        self.cursor.put(self.cursor.at, rows, page);
    }

    fn reopen(&self) -> Option<Reopen> {
        Some(Reopen::Protocol)
    }
}
