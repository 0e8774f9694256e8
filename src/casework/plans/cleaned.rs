//! A plan as it is kept: text from people cleaned, what is blank left out, goals found again.

use super::PlanError;
use crate::domain::plain_text::{clean, clean_multiline};
use crate::domain::plan::{
    Agreement, Goal, HarmAction, LONGEST_WORDS_CHARS, SharedAction, SharedPart,
};
use crate::domain::sharing::{Confidential, Shareable};

/// What somebody said in several lines.
pub(super) fn said(text: &str) -> Result<String, PlanError> {
    let cleaned = clean_multiline(text).trim().to_owned();
    if cleaned.chars().nth(LONGEST_WORDS_CHARS).is_some() {
        return Err(PlanError::TooLong);
    }
    Ok(cleaned)
}

fn line(text: &str) -> Result<String, PlanError> {
    said(&clean(text))
}

fn shared_line(text: &Shareable) -> Result<Shareable, PlanError> {
    line(text.as_str()).map(Shareable::new)
}

fn shared_lines(text: &Shareable) -> Result<Shareable, PlanError> {
    said(text.as_str()).map(Shareable::new)
}

fn confidential_line(text: &Confidential) -> Result<Confidential, PlanError> {
    line(text.for_professionals()).map(Confidential::new)
}

/// Goals without words or without whose they are, and actions without words, are left out.
pub(super) fn cleaned_part(part: &SharedPart) -> Result<SharedPart, PlanError> {
    let mut goals = Vec::with_capacity(part.goals.len());
    // Where each goal as given stands now.
    let mut places = Vec::with_capacity(part.goals.len());
    for goal in &part.goals {
        let goal = Goal {
            whose: shared_line(&goal.whose)?,
            words: shared_lines(&goal.words)?,
        };
        let is_blank = goal.whose.as_str().is_empty() || goal.words.as_str().is_empty();
        places.push((!is_blank).then_some(goals.len()));
        if !is_blank {
            goals.push(goal);
        }
    }
    let mut actions = Vec::with_capacity(part.actions.len());
    for action in &part.actions {
        let action = SharedAction {
            goal: action.goal.and_then(|at| places.get(at).copied().flatten()),
            what: shared_lines(&action.what)?,
            who: shared_line(&action.who)?,
            how_we_know: shared_lines(&action.how_we_know)?,
            ..action.clone()
        };
        if !action.what.as_str().is_empty() {
            actions.push(action);
        }
    }
    Ok(SharedPart {
        goals,
        actions,
        not_agreed: shared_lines(&part.not_agreed)?,
    })
}

/// Actions in which nothing at all was written are left out.
pub(super) fn cleaned_harm(actions: &[HarmAction]) -> Result<Vec<HarmAction>, PlanError> {
    let mut kept = Vec::with_capacity(actions.len());
    for action in actions {
        let action = HarmAction {
            what: said(action.what.for_professionals()).map(Confidential::new)?,
            who: confidential_line(&action.who)?,
            how_we_know: said(action.how_we_know.for_professionals()).map(Confidential::new)?,
            ..action.clone()
        };
        if !(action.what.is_blank() && action.who.is_blank() && action.by.is_none()) {
            kept.push(action);
        }
    }
    Ok(kept)
}

pub(super) fn cleaned_agreement(agreement: &Agreement) -> Agreement {
    let name = |name: &Shareable| clean(name.as_str()).trim().to_owned();
    let by = agreement.by.iter().map(name);
    Agreement {
        on: agreement.on,
        by: by
            .filter(|name| !name.is_empty())
            .map(Shareable::new)
            .collect(),
    }
}
