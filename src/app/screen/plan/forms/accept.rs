//! What stands in a form of the plan's screen, taken into the plan.

use chrono::NaiveDate;

use super::{Accepted, Around, Faults, PlanForm};
use crate::app::cx::Cx;
use crate::app::form::Form;
use crate::domain::date_words::{self, Prefer};
use crate::domain::plan::{
    ActionId, ActionStatus, Agreement, AnyAction, Goal, HarmAction, NewProgress, Owner, Plan,
    PlanFault, SharedAction, SharedPart, shared_faults,
};
use crate::domain::sharing::{Confidential, Shareable};
use crate::words::Key as W;

/// Takes what stands in the form.
///
/// # Errors
/// What is wrong with its fields.
pub(in super::super) fn accept(
    kind: PlanForm,
    form: &Form,
    around: &Around<'_>,
    cx: &Cx<'_>,
) -> Result<Accepted, Faults> {
    let mut part = part_of(around.plan);
    match kind {
        PlanForm::Progress(id) => return progress(form, around, ActionId(id), cx),
        // The copy is written whatever stands in the plan.
        PlanForm::Write => return Err(Vec::new()),
        PlanForm::Agree => return agreement(form, &part, cx),
        PlanForm::AgainstHarm(at) => {
            let mut actions = around.plan.against_harm.clone();
            let before = at.and_then(|at| actions.get(at));
            let action = harm_action(form, around, before, cx)?;
            set(&mut actions, at, action);
            return Ok(Accepted::AgainstHarm(actions));
        }
        PlanForm::Goal(at) => set(&mut part.goals, at, goal(form)?),
        PlanForm::Action(at) => {
            let before = at.and_then(|at| part.actions.get(at));
            let action = shared_action(form, around, before, cx)?;
            set(&mut part.actions, at, action);
        }
        PlanForm::NotAgreed => part.not_agreed = shareable(form, "words"),
    }
    Ok(Accepted::Shared(Box::new(part)))
}

/// The shared part without one goal; its actions stay, and serve none.
pub(in super::super) fn without_goal(plan: &Plan, at: usize) -> Accepted {
    let mut part = part_of(plan);
    if at < part.goals.len() {
        part.goals.remove(at);
    }
    for action in &mut part.actions {
        action.goal = match action.goal {
            Some(goal) if goal == at => None,
            Some(goal) if goal > at => Some(goal - 1),
            goal => goal,
        };
    }
    Accepted::Shared(Box::new(part))
}

pub(in super::super) fn without_action(plan: &Plan, at: usize) -> Accepted {
    let mut part = part_of(plan);
    if at < part.actions.len() {
        part.actions.remove(at);
    }
    Accepted::Shared(Box::new(part))
}

/// The plan that is being made with one more action: an open one of the plan that holds. The goal
/// that it served is looked for by its words.
pub(in super::super) fn going_on_with(
    draft: &Plan,
    holds: &Plan,
    id: ActionId,
) -> Option<Accepted> {
    match holds.action(id)? {
        AnyAction::Shared(action) => {
            let mut part = part_of(draft);
            let goal = action.goal.and_then(|at| holds.shared.goals.get(at));
            part.actions.push(SharedAction {
                id: None,
                before: action.id,
                goal: goal.and_then(|goal| part.goals.iter().position(|one| one == goal)),
                ..action.clone()
            });
            Some(Accepted::Shared(Box::new(part)))
        }
        AnyAction::AgainstHarm(action) => {
            let mut actions = draft.against_harm.clone();
            actions.push(HarmAction {
                id: None,
                before: action.id,
                ..action.clone()
            });
            Some(Accepted::AgainstHarm(actions))
        }
    }
}

pub(in super::super) fn without_harm(plan: &Plan, at: usize) -> Accepted {
    let mut actions = plan.against_harm.clone();
    if at < actions.len() {
        actions.remove(at);
    }
    Accepted::AgainstHarm(actions)
}

fn progress(
    form: &Form,
    around: &Around<'_>,
    id: ActionId,
    cx: &Cx<'_>,
) -> Result<Accepted, Faults> {
    let mut faults = Vec::new();
    let words = form.text("words").trim().to_owned();
    if words.is_empty() {
        faults.push(("words", W::PlanFaultWords));
    }
    let status: Option<ActionStatus> = form.chosen("status").and_then(|id| id.parse().ok());
    if status.is_none() {
        faults.push(("status", W::PlanFaultStatus));
    }
    let on = past_day(form, cx);
    if let Err(fault) = on {
        faults.push(fault);
    }
    let action = around.plan.action(id);
    match (action, status, on) {
        (Some(action), Some(status), Ok(on)) if faults.is_empty() => Ok(Accepted::Noted {
            action: id,
            version: action.version(),
            progress: NewProgress {
                on,
                words: Confidential::new(words),
                status,
            },
        }),
        (None, ..) => Err(vec![("words", W::PlanFaultGone)]),
        _ => Err(faults),
    }
}

fn goal(form: &Form) -> Result<Goal, Faults> {
    let goal = Goal {
        whose: shareable(form, "whose"),
        words: shareable(form, "words"),
    };
    let mut faults = Vec::new();
    if goal.whose.as_str().is_empty() {
        faults.push(("whose", W::PlanFaultWhose));
    }
    if goal.words.as_str().is_empty() {
        faults.push(("words", W::PlanFaultWords));
    }
    if faults.is_empty() {
        return Ok(goal);
    }
    Err(faults)
}

/// What every action needs: what, who, by when.
fn needed(form: &Form, before: Option<NaiveDate>, cx: &Cx<'_>) -> Result<NaiveDate, Faults> {
    let mut faults = Vec::new();
    if form.text("what").trim().is_empty() {
        faults.push(("what", W::PlanFaultWhat));
    }
    if form.text("who").trim().is_empty() {
        faults.push(("who", W::PlanFaultWho));
    }
    let by = date_words::date(&form.text("by"), &cx.dates(Prefer::Future)).ok();
    // A day that stands in the plan already may have passed: the action is late.
    let by = by.filter(|by| *by >= cx.today() || Some(*by) == before);
    match by {
        Some(by) if faults.is_empty() => Ok(by),
        Some(_) => Err(faults),
        None => {
            faults.push(("by", W::PlanFaultBy));
            Err(faults)
        }
    }
}

fn shared_action(
    form: &Form,
    around: &Around<'_>,
    before: Option<&SharedAction>,
    cx: &Cx<'_>,
) -> Result<SharedAction, Faults> {
    let by = needed(form, before.and_then(|action| action.by), cx)?;
    Ok(SharedAction {
        goal: form.chosen("goal").and_then(|at| at.parse().ok()),
        what: shareable(form, "what"),
        who: shareable(form, "who"),
        owner: owner(form, around),
        by: Some(by),
        how_we_know: shareable(form, "how"),
        ..before.cloned().unwrap_or_default()
    })
}

fn harm_action(
    form: &Form,
    around: &Around<'_>,
    before: Option<&HarmAction>,
    cx: &Cx<'_>,
) -> Result<HarmAction, Faults> {
    let by = needed(form, before.and_then(|action| action.by), cx)?;
    Ok(HarmAction {
        what: confidential(form, "what"),
        who: confidential(form, "who"),
        owner: owner(form, around),
        by: Some(by),
        how_we_know: confidential(form, "how"),
        ..before.cloned().unwrap_or_default()
    })
}

fn agreement(form: &Form, part: &SharedPart, cx: &Cx<'_>) -> Result<Accepted, Faults> {
    let others = form.text("others");
    let others = others.split([',', ';']).map(str::trim);
    let by = form.chosen_all("by").into_iter();
    let by = by.chain(others.filter(|one| !one.is_empty()).map(str::to_owned));
    let on = past_day(form, cx).map_err(|fault| vec![fault])?;
    let agreement = Agreement {
        on,
        by: by.map(Shareable::new).collect(),
    };
    let faults: Faults = shared_faults(part, &agreement, cx.today())
        .into_iter()
        .map(|fault| match fault {
            PlanFault::AgreedInFuture => ("on", W::PlanFaultDay),
            PlanFault::NobodyAgreed => ("by", W::PlanFaultNobody),
            PlanFault::Nothing => ("by", W::PlanFaultNothing),
            PlanFault::WhoMissing(_) => ("by", W::PlanFaultSomeWho),
            PlanFault::ByMissing(_) => ("by", W::PlanFaultSomeBy),
            PlanFault::ByBefore(_) => ("on", W::PlanFaultSomeBefore),
        })
        .collect();
    if faults.is_empty() {
        return Ok(Accepted::Agreed(agreement));
    }
    Err(faults)
}

/// The day on which it was: today where nothing is typed.
fn past_day(form: &Form, cx: &Cx<'_>) -> Result<NaiveDate, (&'static str, W)> {
    let typed = form.text("on");
    if typed.trim().is_empty() {
        return Ok(cx.today());
    }
    date_words::date(&typed, &cx.dates(Prefer::Past))
        .ok()
        .filter(|day| *day <= cx.today())
        .ok_or(("on", W::PlanFaultDay))
}

fn owner(form: &Form, around: &Around<'_>) -> Option<Owner> {
    let id: i64 = form.chosen("owner")?.parse().ok()?;
    around
        .page
        .owners
        .iter()
        .find(|one| one.user_id == id)
        .cloned()
}

fn set<T>(all: &mut Vec<T>, at: Option<usize>, one: T) {
    match at.and_then(|at| all.get_mut(at)) {
        Some(place) => *place = one,
        None => all.push(one),
    }
}

fn shareable(form: &Form, field: &str) -> Shareable {
    Shareable::new(form.text(field).trim())
}

fn confidential(form: &Form, field: &str) -> Confidential {
    Confidential::new(form.text(field).trim())
}

/// What stands in a plan's shared part, to be changed in one place.
fn part_of(plan: &Plan) -> SharedPart {
    SharedPart {
        goals: plan.shared.goals.clone(),
        actions: plan.shared.actions.clone(),
        not_agreed: plan.shared.not_agreed.clone(),
    }
}
