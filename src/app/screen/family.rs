//! What the young person and family see: plain words, one thing at a time.
//!
//! All that this screen holds comes from a [`FamilyView`] or was typed here; there is nothing
//! behind it. The way back to Part 1 is the chair's passphrase.
//!
//! What its keys do is in `deeds`, what is kept of it while it is typed in `draft`.

mod deeds;
mod draft;
pub mod pages;
#[cfg(test)]
pub(crate) mod tests;

use self::pages::{FamilyPage, PlanForm, agree_form, voice_form};
use super::Reopen;
use crate::app::cursor::Cursor;
use crate::app::cx::{Cx, Go};
use crate::app::effect::{Ask, AskId};
use crate::app::form::{Form, Reply};
use crate::app::input::{Key, KeyCode};
use crate::app::keymap::{Command, FamilyCommand, Letters, Place};
use crate::app::left::LeftForms;
use crate::app::model::{Confirm, Notice};
use crate::app::msg::Answer;
use crate::app::page::{Handled, Page};
use crate::app::screen::{Runner, Screen};
use crate::app::talk::{drafts, runner};
use crate::domain::bilingual::Language;
use crate::domain::meeting::MeetingId;
use crate::domain::runner::Finish;
use crate::domain::sharing::FamilyView;
use crate::words::Key as W;

/// What stands before the young person and family.
#[derive(Debug)]
pub struct Family {
    pub meeting: MeetingId,
    pub view: Option<Box<FamilyView>>,
    /// The place among [`Self::pages`].
    pub at: usize,
    /// One for each of those who say how it is for them.
    pub voices: Vec<Form>,
    pub agree: Form,
    /// The row of the plan.
    pub cursor: Cursor,
    pub over: Option<(PlanForm, Form)>,
    /// What was begun on the plan and left: it comes back when the form opens again.
    left: LeftForms<PlanForm>,
    /// The chair's passphrase is asked for.
    pub asking: Option<Form>,
    draft: Option<drafts::KeptDraft>,
    /// What was sent and is not yet answered.
    saving: Option<(AskId, Sent)>,
    /// The form over the plan that was sent: it opens again were it refused.
    sent: Option<(PlanForm, Form)>,
    /// What is sent when everybody has said that the meeting is over.
    finish: Option<Finish>,
}

/// What is on its way to the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sent {
    /// What one of those who speak has said; their form is blank again when it is kept.
    Voice(usize),
    /// The form over the plan, which closes when it is kept.
    PlanForm,
    Other,
}

impl Family {
    /// A session that goes on after a lock, a kill or a hang-up: it asks for what it shows.
    pub fn new(meeting: MeetingId) -> Self {
        Self {
            meeting,
            view: None,
            at: 0,
            voices: Vec::new(),
            agree: Form::new(Vec::new()),
            cursor: Cursor::default(),
            over: None,
            left: LeftForms::default(),
            asking: None,
            draft: None,
            saving: None,
            sent: None,
            finish: None,
        }
    }

    /// The session that begins when the curtain is drawn.
    pub fn with(view: FamilyView) -> Self {
        let mut family = Self::new(view.meeting);
        family.take(view);
        family
    }

    /// The pages, in order.
    pub fn pages(&self) -> Vec<FamilyPage> {
        let Some(view) = &self.view else {
            return Vec::new();
        };
        if view.is_over {
            return vec![FamilyPage::Thanks];
        }
        let mut pages = vec![FamilyPage::Welcome];
        pages.extend((0..self.voices.len()).map(FamilyPage::Voice));
        pages.push(FamilyPage::Plan);
        pages.push(FamilyPage::Agree);
        pages
    }

    pub fn page(&self) -> Option<FamilyPage> {
        self.pages().get(self.at).copied()
    }

    /// The form in front, of whatever kind.
    fn form(&mut self) -> Option<&mut Form> {
        let page = self.page();
        if let Some(form) = &mut self.asking {
            return Some(form);
        }
        if let Some((_, form)) = &mut self.over {
            return Some(form);
        }
        match page? {
            FamilyPage::Voice(at) => self.voices.get_mut(at),
            FamilyPage::Agree => Some(&mut self.agree),
            FamilyPage::Welcome | FamilyPage::Plan | FamilyPage::Thanks => None,
        }
    }

    fn has_form(&self) -> bool {
        self.asking.is_some()
            || self.over.is_some()
            || matches!(self.page(), Some(FamilyPage::Voice(_) | FamilyPage::Agree))
    }

    /// Takes what the store answered; what is typed stays.
    fn take(&mut self, view: FamilyView) {
        let speakers = pages::speakers(&view).count();
        if self.voices.len() != speakers {
            self.voices = (0..speakers).map(|_| voice_form()).collect();
        }
        let is_first = self.view.is_none();
        if is_first {
            self.agree = agree_form(&view);
        }
        // Lines are told apart by their place: were one taken out, the others' may be another's.
        if self
            .view
            .as_ref()
            .is_some_and(|before| is_shorter(&view, before))
        {
            let is_new = |what: &PlanForm| matches!(what, PlanForm::NewGoal | PlanForm::NewAction);
            self.left.keep_only(is_new);
        }
        self.view = Some(Box::new(view));
        self.at = self.at.min(self.pages().len().saturating_sub(1));
    }
}

fn has_lines(view: &FamilyView) -> bool {
    !(view.plan.goals.is_empty() && view.plan.actions.is_empty())
}

fn is_shorter(view: &FamilyView, before: &FamilyView) -> bool {
    view.plan.goals.len() < before.plan.goals.len()
        || view.plan.actions.len() < before.plan.actions.len()
}

impl Page for Family {
    fn place(&self) -> Place {
        if self.asking.is_some() {
            return Place::FamilyPassphrase;
        }
        if self.over.is_some() {
            return Place::FamilyForm;
        }
        match self.page() {
            Some(FamilyPage::Plan) => Place::FamilyPlan,
            Some(FamilyPage::Agree) => Place::FamilyAgree,
            Some(FamilyPage::Thanks) => Place::FamilyThanks,
            Some(FamilyPage::Welcome | FamilyPage::Voice(_)) | None => Place::Family,
        }
    }

    fn offers(&self, command: Command, _language: Language) -> bool {
        let last = self.pages().len().saturating_sub(1);
        match command {
            Command::Family(FamilyCommand::Next) => self.at < last,
            Command::Family(FamilyCommand::Before) => self.at > 0,
            Command::Family(FamilyCommand::Keep) => self.has_form(),
            Command::Family(FamilyCommand::Change | FamilyCommand::Up | FamilyCommand::Down) => {
                self.view.as_ref().is_some_and(|view| has_lines(view))
            }
            _ => true,
        }
    }

    fn letters(&self) -> Letters {
        if self.has_form() {
            Letters::AreText
        } else {
            Letters::AreCommands
        }
    }

    fn shown(&mut self, cx: &mut Cx<'_>) {
        let meeting = self.meeting;
        cx.ask(Ask::Runner(runner::Ask::Family { meeting }));
        let place = self.place_of_draft();
        cx.ask(Ask::Drafts(drafts::Ask::Of { place }));
    }

    fn command(&mut self, cx: &mut Cx<'_>, command: Command) -> Handled {
        match command {
            Command::Back if self.asking.is_some() => self.asking = None,
            Command::Back if self.over.is_some() => self.leave_plan_form(cx),
            Command::Back => self.ask_passphrase(),
            Command::Family(deed) => self.deed(cx, deed),
            // What leads elsewhere is not among the rows of this place; should it ever come here,
            // it goes no further.
            Command::Leave
            | Command::Suspend
            | Command::Lock
            | Command::SwitchLanguage
            | Command::Help => return Handled::No,
            _ => {}
        }
        Handled::Yes
    }

    fn key(&mut self, cx: &mut Cx<'_>, key: Key) {
        let is_asking = self.asking.is_some();
        let Some(form) = self.form() else {
            // Enter goes on where there is nothing to fill in.
            if key.code == KeyCode::Enter {
                self.turn(cx, true);
            }
            return;
        };
        if form.key(key) == Reply::Changed && !is_asking {
            self.keep(cx);
        }
    }

    fn paste(&mut self, cx: &mut Cx<'_>, text: &str) {
        let is_asking = self.asking.is_some();
        if let Some(form) = self.form() {
            let pasted = form.paste(text);
            cx.say_of_paste(pasted);
            if !is_asking {
                self.keep(cx);
            }
        }
    }

    fn answered(&mut self, cx: &mut Cx<'_>, id: AskId, answer: Answer) {
        let sent = self.saving.take_if(|(waited, _)| *waited == id);
        let sent = sent.map(|(_, sent)| sent);
        match answer {
            Answer::Runner(runner::Answer::Family(view)) => {
                let is_first = self.view.is_none();
                let has_ended = view.is_over;
                self.take(*view);
                if is_first {
                    self.restore();
                }
                match sent {
                    Some(Sent::PlanForm) => {
                        self.sent = None;
                        cx.say(Notice::Done(W::FamilyKept));
                    }
                    Some(Sent::Voice(at)) => {
                        if let Some(form) = self.voices.get_mut(at) {
                            *form = voice_form();
                        }
                        cx.say(Notice::Done(W::FamilyKept));
                    }
                    Some(Sent::Other) | None => {}
                }
                if sent.is_some() {
                    if has_ended {
                        cx.discard_draft(&self.place_of_draft());
                    } else {
                        self.keep(cx);
                    }
                }
            }
            Answer::Runner(runner::Answer::Lifted) => {
                if self.is_blank() {
                    cx.discard_draft(&self.place_of_draft());
                }
                cx.go(Go::Alone(Screen::Runner(Runner::new(self.meeting))));
            }
            Answer::Drafts(drafts::Answer::Found(draft)) => {
                self.draft = draft;
                self.restore();
            }
            Answer::Failed(failure) => {
                match sent {
                    Some(Sent::PlanForm) if self.over.is_none() => self.over = self.sent.take(),
                    // Back to the words, which still stand there.
                    Some(Sent::Voice(at)) => {
                        let page = |page: &FamilyPage| *page == FamilyPage::Voice(at);
                        self.at = self.pages().iter().position(page).unwrap_or(self.at);
                        self.keep(cx);
                    }
                    _ => {}
                }
                cx.say(Notice::Trouble(failure.words_key));
            }
            _ => {}
        }
    }

    fn confirmed(&mut self, cx: &mut Cx<'_>, confirm: &Confirm) {
        if *confirm == Confirm::FinishMeeting
            && let Some(finish) = self.finish.take()
        {
            let meeting = self.meeting;
            self.send(
                cx,
                Sent::Other,
                runner::Ask::End {
                    meeting,
                    finish: Box::new(finish),
                },
            );
        }
    }

    fn reopen(&self) -> Option<Reopen> {
        Some(Reopen::Family(self.meeting))
    }
}
