//! The pages of a family session: how it is for somebody, the plan, what is agreed.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::app::cx::Cx;
use crate::app::form::{Field, Form, Reads, Typed};
use crate::domain::date_words::{self, Prefer};
use crate::domain::plan::{
    Agreement, FamilyPlan, Goal, PlanFault, SharedAction, SharedPart, shared_faults,
};
use crate::domain::runner::Finish;
use crate::domain::sharing::{FamilyView, PersonHere, Shareable};
use crate::domain::voice::{Difference, Feeling, Heard, Speaker, SupportFelt};
use crate::words::Key as W;

/// One page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FamilyPage {
    /// Who is here, and what was talked about.
    Welcome,
    /// How it is for one of them, by the place among those who speak.
    Voice(usize),
    Plan,
    Agree,
    Thanks,
}

/// A form over the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PlanForm {
    NewGoal,
    Goal(usize),
    NewAction,
    Action(usize),
}

type Faults = Vec<(&'static str, W)>;

/// Those who say how it is for them.
pub fn speakers(view: &FamilyView) -> impl Iterator<Item = &PersonHere> {
    view.here.iter().filter(|person| person.speaker.is_some())
}

/// The rows of the plan: each goal with what serves it, then what serves none.
pub fn plan_rows(plan: &FamilyPlan) -> Vec<PlanForm> {
    let mut rows = Vec::new();
    let actions = |goal: Option<usize>| {
        let of = move |(_, action): &(usize, &SharedAction)| action.goal == goal;
        plan.actions
            .iter()
            .enumerate()
            .filter(of)
            .map(|(at, _)| PlanForm::Action(at))
    };
    for at in 0..plan.goals.len() {
        rows.push(PlanForm::Goal(at));
        rows.extend(actions(Some(at)));
    }
    rows.extend(actions(None));
    rows
}

/// How it is for somebody.
pub fn voice_form() -> Form {
    let feelings = Feeling::ALL.map(|feeling| {
        let word = match feeling.step() {
            1 => W::FamilyFeeling1,
            2 => W::FamilyFeeling2,
            3 => W::FamilyFeeling3,
            4 => W::FamilyFeeling4,
            _ => W::FamilyFeeling5,
        };
        (feeling.step().to_string(), word)
    });
    let support = [
        (SupportFelt::No, W::FamilySupportNo),
        (SupportFelt::ABit, W::FamilySupportABit),
        (SupportFelt::Mostly, W::FamilySupportMostly),
        (SupportFelt::Yes, W::FamilySupportYes),
    ];
    let support = support.map(|(one, word)| {
        let id: &str = one.into();
        (id.to_owned(), word)
    });
    let difference = [
        (Difference::No, W::FamilyDifferenceNo),
        (Difference::ALittle, W::FamilyDifferenceALittle),
        (Difference::ALot, W::FamilyDifferenceALot),
        (Difference::TooSoon, W::FamilyDifferenceTooSoon),
    ];
    let difference = difference.map(|(one, word)| {
        let id: &str = one.into();
        (id.to_owned(), word)
    });
    Form::new(vec![
        Field::one("feeling", W::FamilyAskFeeling, feelings),
        Field::one("support", W::FamilyAskSupport, support),
        Field::one("difference", W::FamilyAskDifference, difference),
        Field::text("own-words", W::FamilyAskOwnWords),
        Field::text("worry", W::FamilyAskWorry),
        Field::text("strength", W::FamilyAskStrength),
    ])
}

/// What stands in the form of one of those who speak.
pub fn voice_of(view: &FamilyView, at: usize, form: &Form, today: NaiveDate) -> Option<Heard> {
    let person = speakers(view).nth(at)?;
    let who = person.speaker.unwrap_or(Speaker::Family);
    let mut heard = Heard::nothing_yet(today, who, person.name.as_str());
    heard.meeting = Some(view.meeting);
    let step = form.chosen("feeling").and_then(|step| step.parse().ok());
    heard.feeling = step.and_then(Feeling::new);
    heard.support = form.chosen("support").and_then(|word| word.parse().ok());
    heard.difference = form.chosen("difference").and_then(|word| word.parse().ok());
    heard.own_words = Shareable::new(form.text("own-words"));
    heard.worry = Shareable::new(form.text("worry"));
    heard.strength = Shareable::new(form.text("strength"));
    Some(heard)
}

/// Who agrees, what is not agreed, and when everybody meets again.
pub fn agree_form(view: &FamilyView) -> Form {
    let names = view.here.iter().map(|person| {
        let name = person.name.as_str().to_owned();
        (name.clone(), name)
    });
    let mut form = Form::new(vec![
        Field::many("agreed-by", W::FamilyAskAgreed, names),
        Field::text("not-agreed", W::FamilyAskNotAgreed),
        Field::reading("next-on", W::FamilyAskNext, Reads::DayToCome),
        Field::line("cut-short", W::FamilyAskCutShort),
    ]);
    let words = view.plan.not_agreed.as_str().to_owned();
    form.put("not-agreed", &Typed::Text(words));
    form
}

/// What ends the meeting.
///
/// # Errors
/// What is wrong with the fields.
pub fn finish_of(view: &FamilyView, form: &Form, cx: &Cx<'_>) -> Result<Finish, Faults> {
    let by = form.chosen_all("agreed-by");
    let typed = form.text("next-on");
    let next_on = if typed.trim().is_empty() {
        None
    } else {
        let day = date_words::date(&typed, &cx.dates(Prefer::Future))
            .map_err(|_| vec![("next-on", W::MeetingsFaultDay)])?;
        if !view.next_window.holds(day) {
            return Err(vec![("next-on", W::FamilyFaultNext)]);
        }
        Some(day)
    };
    let agreement = (!by.is_empty()).then(|| Agreement {
        on: cx.today(),
        by: by.into_iter().map(Shareable::new).collect(),
    });
    if let Some(agreement) = &agreement {
        let part = SharedPart {
            goals: view.plan.goals.clone(),
            actions: view.plan.actions.clone(),
            not_agreed: Shareable::default(),
        };
        match shared_faults(&part, agreement, cx.today()).first() {
            Some(PlanFault::Nothing) => return Err(vec![("agreed-by", W::FamilyFaultNoPlan)]),
            Some(_) => return Err(vec![("agreed-by", W::FamilyFaultByWhen)]),
            None => {}
        }
    }
    Ok(Finish {
        agreement,
        next_on,
        cut_short: form.text("cut-short"),
        not_agreed: Shareable::new(form.text("not-agreed")),
    })
}

/// The form of a goal or of something to be done, filled in.
pub fn plan_form(what: PlanForm, view: &FamilyView) -> Form {
    match what {
        PlanForm::NewGoal => goal_form(view, None),
        PlanForm::Goal(at) => goal_form(view, view.plan.goals.get(at)),
        PlanForm::NewAction => action_form(view, None),
        PlanForm::Action(at) => action_form(view, view.plan.actions.get(at)),
    }
}

fn goal_form(view: &FamilyView, goal: Option<&Goal>) -> Form {
    let names = speakers(view).map(|person| {
        let name = person.name.as_str().to_owned();
        (name.clone(), name)
    });
    let mut form = Form::new(vec![
        Field::text("words", W::FamilyGoalWords).needed(),
        Field::one("whose", W::FamilyGoalWhose, names),
    ]);
    if let Some(goal) = goal {
        let words = goal.words.as_str().to_owned();
        form.put("words", &Typed::Text(words));
        let whose = goal.whose.as_str().to_owned();
        form.put("whose", &Typed::One(Some(whose)));
    } else if let Some(first) = speakers(view).next() {
        let whose = first.name.as_str().to_owned();
        form.put("whose", &Typed::One(Some(whose)));
    }
    form
}

fn action_form(view: &FamilyView, action: Option<&SharedAction>) -> Form {
    let goals = view.plan.goals.iter().enumerate();
    let goals = goals.map(|(at, goal)| (at.to_string(), goal.words.as_str().to_owned()));
    let mut form = Form::new(vec![
        Field::line("what", W::FamilyActionWhat).needed(),
        Field::line("who", W::FamilyActionWho).needed(),
        Field::reading("by", W::FamilyActionBy, Reads::DayToCome),
        Field::line("how-we-know", W::FamilyActionKnow),
        Field::one("goal", W::FamilyActionGoal, goals),
    ]);
    let Some(action) = action else {
        let last = view.plan.goals.len().checked_sub(1);
        form.put("goal", &Typed::One(last.map(|at| at.to_string())));
        return form;
    };
    let text = |words: &Shareable| Typed::Text(words.as_str().to_owned());
    form.put("what", &text(&action.what));
    form.put("who", &text(&action.who));
    let by = action.by.map_or(String::new(), |day| day.to_string());
    form.put("by", &Typed::Text(by));
    form.put("how-we-know", &text(&action.how_we_know));
    form.put("goal", &Typed::One(action.goal.map(|at| at.to_string())));
    form
}

/// The plan with what stands in the form. A goal or action whose words are taken away goes.
///
/// # Errors
/// What is wrong with the fields.
pub fn part_with(
    view: &FamilyView,
    what: PlanForm,
    form: &Form,
    cx: &Cx<'_>,
) -> Result<SharedPart, Faults> {
    let plan = &view.plan;
    let mut part = SharedPart {
        goals: plan.goals.clone(),
        actions: plan.actions.clone(),
        not_agreed: plan.not_agreed.clone(),
    };
    match what {
        PlanForm::NewGoal | PlanForm::Goal(_) => {
            let whose = form.chosen("whose").unwrap_or_default();
            let whose = if whose.is_empty() {
                view.called.clone()
            } else {
                Shareable::new(whose)
            };
            let goal = Goal {
                whose,
                words: Shareable::new(form.text("words").trim()),
            };
            let is_blank = goal.words.as_str().is_empty();
            match what {
                PlanForm::Goal(at) if at < part.goals.len() => {
                    if let Some(place) = part.goals.get_mut(at) {
                        *place = goal;
                    }
                }
                _ if is_blank => return Err(vec![("words", W::FamilyFaultWords)]),
                _ => part.goals.push(goal),
            }
        }
        PlanForm::NewAction | PlanForm::Action(_) => {
            let before = match what {
                PlanForm::Action(at) => part.actions.get(at).cloned(),
                _ => None,
            };
            let is_new = before.is_none();
            let mut action = before.unwrap_or_default();
            action.what = Shareable::new(form.text("what").trim());
            action.who = Shareable::new(form.text("who").trim());
            let is_gone = action.what.as_str().is_empty() && !is_new;
            if action.what.as_str().is_empty() && is_new {
                return Err(vec![("what", W::FamilyFaultWords)]);
            }
            if action.who.as_str().is_empty() && !is_gone {
                return Err(vec![("who", W::FamilyFaultWho)]);
            }
            let by = form.text("by");
            action.by = if by.trim().is_empty() {
                None
            } else {
                let day = date_words::date(&by, &cx.dates(Prefer::Future))
                    .map_err(|_| vec![("by", W::MeetingsFaultDay)])?;
                Some(day)
            };
            action.how_we_know = Shareable::new(form.text("how-we-know").trim());
            action.goal = form.chosen("goal").and_then(|at| at.parse().ok());
            match what {
                PlanForm::Action(at) if is_gone => {
                    part.actions.remove(at);
                }
                PlanForm::Action(at) if at < part.actions.len() => {
                    if let Some(place) = part.actions.get_mut(at) {
                        *place = action;
                    }
                }
                _ => part.actions.push(action),
            }
        }
    }
    Ok(part)
}
