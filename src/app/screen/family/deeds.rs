//! What the keys of a family session do.

use super::pages::{self, FamilyPage, PlanForm, finish_of, voice_of};
use super::{Family, Sent};
use crate::app::cx::Cx;
use crate::app::effect::Ask;
use crate::app::form::{Field, Form};
use crate::app::keymap::FamilyCommand;
use crate::app::model::Confirm;
use crate::app::talk::runner;
use crate::words::Key as W;

impl Family {
    pub(super) fn send(&mut self, cx: &mut Cx<'_>, sent: Sent, ask: runner::Ask) {
        self.saving = Some((cx.ask(Ask::Runner(ask)), sent));
    }

    pub(super) fn turn(&mut self, cx: &mut Cx<'_>, forward: bool) {
        if self.asking.is_some() || self.over.is_some() {
            return;
        }
        // What was said is kept when somebody goes on; nobody has to know of a key for that.
        if let Some(FamilyPage::Voice(at)) = self.page()
            && self.says_something(at)
            && self.saving.is_none()
            && forward
        {
            self.hear(cx, at);
        }
        let last = self.pages().len().saturating_sub(1);
        self.at = if forward {
            (self.at + 1).min(last)
        } else {
            self.at.saturating_sub(1)
        };
        self.keep(cx);
    }

    pub(super) fn says_something(&self, at: usize) -> bool {
        self.voices.get(at).is_some_and(|form| !form.is_blank())
    }

    pub(super) fn hear(&mut self, cx: &mut Cx<'_>, at: usize) {
        let (Some(view), Some(form)) = (&self.view, self.voices.get(at)) else {
            return;
        };
        let Some(heard) = voice_of(view, at, form, cx.today()) else {
            return;
        };
        if !heard.says_something() {
            return cx.say_why(W::FamilyNothingYet);
        }
        let meeting = self.meeting;
        let heard = Box::new(heard);
        self.send(cx, Sent::Voice(at), runner::Ask::Hear { meeting, heard });
    }

    pub(super) fn keep_page(&mut self, cx: &mut Cx<'_>) {
        // Twice the same would be kept twice.
        if self.saving.is_some() {
            return;
        }
        if self.over.is_some() {
            return self.set_plan(cx);
        }
        match self.page() {
            Some(FamilyPage::Voice(at)) => {
                self.hear(cx, at);
                self.keep(cx);
            }
            Some(FamilyPage::Agree) => {
                let Some(view) = &self.view else {
                    return;
                };
                match finish_of(view, &self.agree, cx) {
                    Ok(finish) => {
                        self.finish = Some(finish);
                        self.agree.show_faults([]);
                        cx.confirm(Confirm::FinishMeeting);
                    }
                    Err(faults) => self.agree.show_faults(faults),
                }
            }
            Some(FamilyPage::Welcome | FamilyPage::Plan) => self.turn(cx, true),
            Some(FamilyPage::Thanks) | None => {}
        }
    }

    pub(super) fn set_plan(&mut self, cx: &mut Cx<'_>) {
        let (Some(view), Some((what, form))) = (&self.view, &mut self.over) else {
            return;
        };
        match pages::part_with(view, *what, form, cx) {
            Ok(part) => {
                let ask = runner::Ask::SetPlan {
                    meeting: self.meeting,
                    kept: Box::new(view.plan.clone()),
                    part: Box::new(part),
                };
                self.send(cx, Sent::PlanForm, ask);
                self.sent = self.over.take();
                self.keep(cx);
            }
            Err(faults) => form.show_faults(faults),
        }
    }

    pub(super) fn open_plan_form(&mut self, cx: &mut Cx<'_>, what: PlanForm) {
        let Some(view) = &self.view else {
            return;
        };
        let mut form = pages::plan_form(what, view);
        self.left.come_back(&what, &mut form);
        self.over = Some((what, form));
        self.keep(cx);
    }

    /// Leaves the form over the plan; what was typed comes back with it.
    pub(super) fn leave_plan_form(&mut self, cx: &mut Cx<'_>) {
        let (Some(view), Some((what, form))) = (&self.view, self.over.take()) else {
            return;
        };
        if form.draft() == pages::plan_form(what, view).draft() {
            self.left.forget(&what);
        } else {
            self.left.leave(&what, &form);
        }
        self.keep(cx);
    }

    pub(super) fn ask_passphrase(&mut self) {
        let field = Field::secret("passphrase", W::FamilyPassphrase);
        self.asking = Some(Form::new(vec![field]));
    }

    pub(super) fn lift(&mut self, cx: &mut Cx<'_>) {
        let Some(form) = &mut self.asking else {
            return;
        };
        let passphrase = form.take_secret("passphrase");
        if passphrase.is_empty() {
            return;
        }
        let meeting = self.meeting;
        self.send(
            cx,
            Sent::Other,
            runner::Ask::Lift {
                meeting,
                passphrase,
            },
        );
    }

    pub(super) fn deed(&mut self, cx: &mut Cx<'_>, deed: FamilyCommand) {
        let rows = self
            .view
            .as_ref()
            .map_or(0, |view| view.plan.goals.len() + view.plan.actions.len());
        match deed {
            FamilyCommand::Next => self.turn(cx, true),
            FamilyCommand::Before => self.turn(cx, false),
            FamilyCommand::Keep => self.keep_page(cx),
            FamilyCommand::Lift => self.lift(cx),
            FamilyCommand::AddGoal => self.open_plan_form(cx, PlanForm::NewGoal),
            FamilyCommand::AddAction => self.open_plan_form(cx, PlanForm::NewAction),
            FamilyCommand::Up => self.cursor.at = self.cursor.at.saturating_sub(1),
            FamilyCommand::Down => {
                self.cursor.at = (self.cursor.at + 1).min(rows.saturating_sub(1));
            }
            FamilyCommand::Change => {
                let Some(view) = &self.view else {
                    return;
                };
                let row = pages::plan_rows(&view.plan).get(self.cursor.at).copied();
                match row {
                    Some(what) => self.open_plan_form(cx, what),
                    None => self.open_plan_form(cx, PlanForm::NewGoal),
                }
            }
        }
    }
}
