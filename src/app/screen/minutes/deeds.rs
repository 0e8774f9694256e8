//! What each command does with the minutes, and what came of it.

use super::{Minutes, Over, OverKind};
use crate::app::cx::{Cx, Go};
use crate::app::effect::Ask;
use crate::app::keymap::{Command, MinutesCommand};
use crate::app::model::{Confirm, Notice};
use crate::app::screen::{Case, Deciding, Screen};
use crate::app::talk::{after, drafts};
use crate::domain::bilingual::Language;
use crate::domain::minutes::MinutesKind;
use crate::domain::roles::Action;
use crate::words::Key as W;

impl Minutes {
    pub(super) fn deed(&mut self, cx: &mut Cx<'_>, command: MinutesCommand) {
        match command {
            MinutesCommand::OtherVersion => {
                self.kind = match self.kind {
                    MinutesKind::Full => MinutesKind::Family,
                    MinutesKind::Family => MinutesKind::Full,
                };
                self.look_for_draft(cx);
            }
            MinutesCommand::OtherLanguage => {
                self.language = Some(match self.language(cx.language) {
                    Language::English => Language::Welsh,
                    Language::Welsh => Language::English,
                });
                self.first_lines = [0, 0];
                self.look_for_draft(cx);
            }
            MinutesCommand::Write => self.write(cx),
            MinutesCommand::Draft => self.draft(cx),
            MinutesCommand::Approve => self.approve(cx),
            MinutesCommand::NoteSent => self.begin(cx, OverKind::Sent),
            MinutesCommand::Correct => self.begin(cx, OverKind::Correction),
            MinutesCommand::Document => self.begin(cx, OverKind::Document),
            MinutesCommand::CloseCorrections => {
                let meeting = self.meeting;
                cx.ask(Ask::After(after::Ask::CloseCorrections { meeting }));
            }
            MinutesCommand::Decide => {
                cx.go(Go::Over(Screen::Deciding(Deciding::new(self.meeting))));
            }
            MinutesCommand::OpenCase => {
                if let Some(found) = &self.found {
                    cx.go(Go::Over(Screen::Case(Case::new(found.case.id))));
                }
            }
        }
    }

    fn approve(&mut self, cx: &mut Cx<'_>) {
        let language = self.language(cx.language);
        if !cx.may(Action::RunMeeting) {
            cx.say(Notice::Trouble("refused"));
            return;
        }
        let is_written = self.writing(self.kind, language).is_some();
        match self.present(self.kind, language) {
            _ if is_written => cx.say_why(W::MinutesWhySaveFirst),
            None => cx.say_why(W::MinutesWhyNothing),
            Some(present) if present.approved().is_some() => cx.say_why(W::MinutesWhyLocked),
            Some(_) => cx.confirm(Confirm::ApproveMinutes),
        }
    }

    /// Opens a form over the page, for minutes that are approved.
    fn begin(&mut self, cx: &mut Cx<'_>, kind: OverKind) {
        let language = self.language(cx.language);
        if !cx.may(Action::PlanMeeting) {
            cx.say(Notice::Trouble("refused"));
            return;
        }
        let (Some(found), Some(present)) = (&self.found, self.present(self.kind, language)) else {
            cx.say_why(W::MinutesWhyNothing);
            return;
        };
        if kind != OverKind::Document && present.approved().is_none() {
            cx.say_why(W::MinutesWhyNotApproved);
            return;
        }
        if self.writing(self.kind, language).is_some() {
            cx.say_why(W::MinutesWhySaveFirst);
            return;
        }
        let over = Over::new(kind, self.kind, present.id(), found, cx);
        let place = over.draft_place();
        cx.ask(Ask::Drafts(drafts::Ask::Of { place }));
        self.over = Some(over);
    }

    pub(super) fn scroll(&mut self, command: Command, page_rows: usize) -> bool {
        let half = (page_rows / 2).max(1);
        let most = self.found.as_ref().map_or(0, |_| 10_000);
        let Some(first) = self
            .first_lines
            .get_mut(usize::from(self.kind == MinutesKind::Family))
        else {
            return false;
        };
        *first = match command {
            Command::Up => first.saturating_sub(1),
            Command::Down => (*first + 1).min(most),
            Command::PageUp | Command::HalfPageUp => first.saturating_sub(half),
            Command::PageDown | Command::HalfPageDown => (*first + half).min(most),
            Command::First => 0,
            _ => return false,
        };
        true
    }

    pub(super) fn took(&mut self, cx: &mut Cx<'_>, answer: after::Answer) {
        match answer {
            after::Answer::Minutes(found) => {
                self.found = Some(found);
                self.mark_behind();
                self.look_for_draft(cx);
            }
            after::Answer::Drafted { language, words } => self.drafted(cx, language, &words),
            after::Answer::Kept(_) => self.kept(cx),
            after::Answer::Approved => {
                cx.say(Notice::Done(W::MinutesApproved));
                self.read(cx);
            }
            after::Answer::Noted => {
                if let Some(over) = self.over.take() {
                    cx.discard_draft(&over.draft_place());
                    cx.say(Notice::Done(over.kind.done_words()));
                }
                self.read(cx);
            }
            after::Answer::CorrectionsClosed => {
                cx.say(Notice::Done(W::MinutesCorrectionsClosed));
                self.read(cx);
            }
            after::Answer::Written { file } => {
                if let Some(over) = self.over.take() {
                    cx.discard_draft(&over.draft_place());
                }
                cx.say(Notice::DoneTo(W::MinutesWritten, file));
            }
            _ => {}
        }
    }
}
