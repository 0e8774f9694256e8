//! The cases that wait for the Principal Officer's decision, the one due first at the top.

use super::{Decision, Reopen, Screen};
use crate::app::cursor::Cursor;
use crate::app::cx::{Cx, Go};
use crate::app::effect::{Ask, AskId};
use crate::app::keymap::{Command, Place};
use crate::app::model::Notice;
use crate::app::msg::Answer;
use crate::app::page::{Handled, Page};
use crate::app::talk::decisions;
use crate::domain::case::CaseId;
use crate::domain::decision::{Waiting as Case, WaitingAfter};

/// What stands on the screen.
#[derive(Debug, Default)]
pub struct Waiting {
    pub cases: Vec<Case>,
    /// Restricted cases that wait and are not shown.
    pub unseen: u32,
    pub cursor: Cursor,
    /// Whether the store has answered.
    pub is_read: bool,
    /// From where the next page goes on.
    pub next: Option<WaitingAfter>,
    first_page: Option<AskId>,
    next_page: Option<AskId>,
}

/// Rows of the screen that are not the list: what is known of the selected case.
pub const FOOT_ROWS: usize = 4;

impl Waiting {
    /// Rows that the list has room for.
    pub fn page(cx: &Cx<'_>) -> usize {
        let body = cx.body_rows();
        if body > FOOT_ROWS + 4 {
            body - FOOT_ROWS
        } else {
            body
        }
    }

    fn selected(&self) -> Option<CaseId> {
        self.cases.get(self.cursor.at).map(|one| one.case.id)
    }

    /// Reads on before the end is reached.
    fn read_on(&mut self, cx: &mut Cx<'_>) {
        let is_near_end = self.cursor.at + Self::page(cx) >= self.cases.len();
        if is_near_end && self.next_page.is_none() && self.next.is_some() {
            let after = self.next.clone();
            self.next_page = Some(cx.ask(Ask::Decisions(decisions::Ask::Waiting { after })));
        }
    }
}

impl Page for Waiting {
    fn place(&self) -> Place {
        Place::List
    }

    fn shown(&mut self, cx: &mut Cx<'_>) {
        self.next_page = None;
        let ask = decisions::Ask::Waiting { after: None };
        self.first_page = Some(cx.ask(Ask::Decisions(ask)));
    }

    fn command(&mut self, cx: &mut Cx<'_>, command: Command) -> Handled {
        if command == Command::Open {
            match self.selected() {
                Some(case) => cx.go(Go::Over(Screen::Decision(Decision::new(case)))),
                None => return Handled::No,
            }
            return Handled::Yes;
        }
        if !self.cursor.moves(command, self.cases.len(), Self::page(cx)) {
            return Handled::No;
        }
        self.read_on(cx);
        Handled::Yes
    }

    fn answered(&mut self, cx: &mut Cx<'_>, id: AskId, answer: Answer) {
        match answer {
            Answer::Decisions(decisions::Answer::Waiting(list)) => {
                if self.first_page == Some(id) {
                    let selected = self.selected();
                    self.first_page = None;
                    self.cases = list.cases;
                    // The same case stays selected where it still waits.
                    let place = self
                        .cases
                        .iter()
                        .position(|one| Some(one.case.id) == selected);
                    let at = place.unwrap_or(self.cursor.at);
                    self.cursor.put(at, self.cases.len(), Self::page(cx));
                } else if self.next_page == Some(id) {
                    self.next_page = None;
                    self.cases.extend(list.cases);
                } else {
                    return;
                }
                self.is_read = true;
                self.unseen = list.unseen;
                self.next = list.next;
            }
            Answer::Failed(failure) => {
                self.is_read = true;
                cx.say(Notice::Trouble(failure.words_key));
            }
            _ => {}
        }
    }

    fn resized(&mut self, cx: &mut Cx<'_>) {
        self.cursor
            .put(self.cursor.at, self.cases.len(), Self::page(cx));
    }

    fn reopen(&self) -> Option<Reopen> {
        Some(Reopen::Waiting)
    }
}
