//! What the keys of the plan's screen do: to the plan that holds, and to the one being made.

use super::Plan;
use super::forms::{self, Accepted, Around, PlanForm};
use super::showing::{DraftItem, Showing};
use crate::app::cx::Cx;
use crate::app::effect::Ask;
use crate::app::keymap::PlanCommand;
use crate::app::model::{Confirm, Notice};
use crate::app::over::Over;
use crate::app::talk::plans::{self, CopyKind};
use crate::domain::plan::ActionId;
use crate::domain::roles::Action;
use crate::words::Key as W;

impl Plan {
    pub(super) fn begin(&mut self, cx: &mut Cx<'_>, kind: PlanForm) {
        let needed = match kind {
            PlanForm::Progress(_) | PlanForm::Write => Action::FollowPlan,
            _ => Action::MakePlan,
        };
        if !cx.may(needed) {
            return cx.say(Notice::Trouble("refused"));
        }
        let (Some(page), plan) = (&self.page, self.plan()) else {
            return;
        };
        let form = match (kind, &self.showing, plan) {
            (PlanForm::Write, Showing::Copy(_), _) => forms::write_form(),
            (PlanForm::Write, _, _) => return,
            // What became of something that the plan being made leaves out.
            (PlanForm::Progress(_), Showing::Draft, _) => match self.holds() {
                Some(plan) => forms::open(kind, &Around { page, plan }),
                None => return,
            },
            (PlanForm::Progress(_), _, Some(plan)) | (_, Showing::Draft, Some(plan)) => {
                forms::open(kind, &Around { page, plan })
            }
            _ => return,
        };
        let place = kind.draft_place(self.case);
        self.over = Some(Over::open(cx, kind, place, form));
    }

    /// What Enter does to the selected row.
    pub(super) fn open(&mut self, cx: &mut Cx<'_>) {
        match &self.showing {
            Showing::Current => {
                let action = self
                    .plan()
                    .and_then(|plan| plan.actions().get(self.cursor.at)?.id());
                match action {
                    Some(ActionId(id)) => self.begin(cx, PlanForm::Progress(id)),
                    None => cx.say_why(W::PlanWhyNoAction),
                }
            }
            Showing::Draft => {
                if let Some(item) = self.draft_items().get(self.cursor.at).copied() {
                    self.begin(cx, item.form());
                }
            }
            Showing::Versions => {
                let version = self.page.as_ref().and_then(|page| {
                    let brief = page.plans.versions.get(self.cursor.at)?;
                    Some(brief.id)
                });
                match version {
                    Some(id) => {
                        self.opening = Some(cx.ask(Ask::Plans(plans::Ask::Version(id))));
                    }
                    None => cx.say_why(W::PlanWhyNoVersion),
                }
            }
            Showing::Version(_) | Showing::Copy(_) => cx.say_why(W::PlanWhyAsItWas),
        }
    }

    pub(super) fn deed(&mut self, cx: &mut Cx<'_>, deed: PlanCommand) {
        match deed {
            PlanCommand::Next => self.next_plan(cx),
            PlanCommand::Copy => match self.plan() {
                Some(plan) => {
                    let copy = Showing::copy_of(plan.shared.clone());
                    self.show(copy);
                }
                None => cx.say_why(W::PlanWhyNoPlan),
            },
            PlanCommand::Write => self.begin(cx, PlanForm::Write),
            PlanCommand::Versions => {
                if self
                    .page
                    .as_ref()
                    .is_some_and(|page| page.plans.versions.is_empty())
                {
                    cx.say_why(W::PlanWhyNoVersion);
                } else {
                    self.show(Showing::Versions);
                }
            }
            PlanCommand::AddGoal => self.begin(cx, PlanForm::Goal(None)),
            PlanCommand::AddAction => self.begin(cx, PlanForm::Action(None)),
            PlanCommand::AddAgainstHarm => self.begin(cx, PlanForm::AgainstHarm(None)),
            PlanCommand::Agree => self.agree(cx),
            PlanCommand::GoOnWith => self.go_on_with(cx),
            PlanCommand::TakeOut => self.take_out(cx),
            PlanCommand::Drop => cx.confirm(Confirm::DropPlan),
        }
    }

    pub(super) fn next_plan(&mut self, cx: &mut Cx<'_>) {
        if !cx.may(Action::MakePlan) {
            return cx.say(Notice::Trouble("refused"));
        }
        let Some(page) = &self.page else {
            return;
        };
        if page.plans.draft.is_some() {
            self.show(Showing::Draft);
        } else {
            self.saving = Some(cx.ask(Ask::Plans(plans::Ask::Begin(self.case))));
        }
    }

    /// What is left out of the plan that holds is asked about first, one after the other.
    fn agree(&mut self, cx: &mut Cx<'_>) {
        let items = self.draft_items();
        let left_out = |item: &DraftItem| matches!(item, DraftItem::LeftOut(_));
        match items.iter().position(left_out) {
            Some(at) => {
                self.cursor.put(at, items.len(), self.shown_rows(cx));
                cx.say(Notice::Trouble("plan-leaves-out"));
            }
            None => self.begin(cx, PlanForm::Agree),
        }
    }

    /// Takes what was left out into the plan that is being made.
    fn go_on_with(&mut self, cx: &mut Cx<'_>) {
        let (Some(draft), Some(holds)) = (self.plan(), self.holds()) else {
            return;
        };
        let accepted = match self.draft_items().get(self.cursor.at) {
            Some(DraftItem::LeftOut(id)) => forms::going_on_with(draft, holds, *id),
            _ => None,
        };
        match accepted {
            Some(accepted) => self.send(cx, accepted),
            None => cx.say_why(W::PlanWhyNotLeftOut),
        }
    }

    /// Takes the selected line out of the plan that is being made.
    pub(super) fn take_out(&mut self, cx: &mut Cx<'_>) {
        let Some(plan) = self.plan() else {
            return;
        };
        let item = self.draft_items().get(self.cursor.at).copied();
        let accepted = match item {
            Some(DraftItem::Goal(at)) => forms::without_goal(plan, at),
            Some(DraftItem::Action(at)) => forms::without_action(plan, at),
            Some(DraftItem::AgainstHarm(at)) => forms::without_harm(plan, at),
            Some(DraftItem::NotAgreed | DraftItem::LeftOut(_)) | None => {
                return cx.say_why(W::PlanWhyNothingToTakeOut);
            }
        };
        self.send(cx, accepted);
    }

    pub(super) fn accept(&mut self, cx: &mut Cx<'_>) {
        if self.saving.is_some() {
            return;
        }
        if let (Some(over), Showing::Copy(copy)) = (&self.over, &self.showing) {
            let kind = over.form.chosen("kind").and_then(|kind| kind.parse().ok());
            let ask = plans::Ask::WriteCopy {
                plan: copy.plan.id,
                language: cx.language,
                kind: kind.unwrap_or(CopyKind::Word),
                folder: over.form.text("folder"),
            };
            self.saving = Some(cx.ask(Ask::Plans(ask)));
            return;
        }
        let accepted = {
            let about = match &self.over {
                Some(over) if matches!(over.kind, PlanForm::Progress(_)) => self.holds(),
                _ => self.plan(),
            };
            let (Some(over), Some(page), Some(plan)) = (&self.over, &self.page, about) else {
                return;
            };
            forms::accept(over.kind, &over.form, &Around { page, plan }, cx)
        };
        match accepted {
            Ok(accepted) => self.send(cx, accepted),
            Err(faults) => {
                if let Some(over) = &mut self.over {
                    over.form.show_faults(faults);
                }
            }
        }
    }

    pub(super) fn send(&mut self, cx: &mut Cx<'_>, accepted: Accepted) {
        let Some(plan) = self.plan() else {
            return;
        };
        let (id, version) = (plan.shared.id, plan.shared.version);
        let ask = match accepted {
            Accepted::Shared(part) => plans::Ask::SetShared {
                plan: id,
                version,
                part,
            },
            Accepted::AgainstHarm(actions) => plans::Ask::SetAgainstHarm {
                plan: id,
                version,
                actions,
            },
            Accepted::Agreed(agreement) => plans::Ask::Agree {
                plan: id,
                version,
                agreement,
            },
            Accepted::Noted {
                action,
                version,
                progress,
            } => plans::Ask::Note {
                action,
                version,
                progress,
            },
        };
        self.saving = Some(cx.ask(Ask::Plans(ask)));
    }
}
