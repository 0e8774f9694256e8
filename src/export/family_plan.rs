//! The young person's and family's own copy of their plan, in plain words.
//!
//! Made of a [`FamilyPlan`], which has no place for what is professionals' alone. It names no
//! reference, no protocol and no worry.

use chrono::NaiveDate;

use super::word::{Block, Letters, Page};
use crate::domain::plan::{ActionStatus, FamilyPlan, PlanStatus, SharedAction};
use crate::domain::sharing::Shareable;
use crate::words::{Key, Words};

/// The copy as it stands on paper.
pub(super) fn page(plan: &FamilyPlan, called: &str, words: &Words) -> Page {
    let say = |key| words.say(key).to_owned();
    let mut blocks = vec![Block::Title(
        words.with(Key::PlanCopyHead, &[("name", called.into())]),
    )];
    blocks.push(match plan.status {
        PlanStatus::Draft => Block::Strong(say(Key::PlanCopyDraft)),
        PlanStatus::Agreed => Block::Text(agreed(plan, words)),
        PlanStatus::Replaced => Block::Strong(format!(
            "{} {}",
            agreed(plan, words),
            words.say(Key::PlanCopyReplaced)
        )),
    });
    if !plan.goals.is_empty() {
        blocks.push(Block::Heading(say(Key::PlanCopyGoals)));
        let goals = plan.goals.iter().map(|goal| {
            let given = [("words", goal.words.as_str().into())];
            let said = words.with(Key::PlanQuoted, &given);
            format!("{}: {said}", goal.whose.as_str())
        });
        blocks.push(Block::List(goals.collect()));
    }
    for (status, head) in [
        (ActionStatus::Open, Key::PlanCopyOpen),
        (ActionStatus::Done, Key::PlanCopyDone),
        (ActionStatus::Dropped, Key::PlanCopyDropped),
    ] {
        let items = actions(plan, status, words);
        if !items.is_empty() {
            blocks.push(Block::Heading(say(head)));
            blocks.push(Block::List(items));
        }
    }
    let not_agreed = plan.not_agreed.as_str();
    if !not_agreed.is_empty() {
        blocks.push(Block::Heading(say(Key::PlanCopyNotAgreed)));
        blocks.push(Block::Text(not_agreed.to_owned()));
    }
    blocks.push(Block::Heading(say(Key::PlanCopyChangeHead)));
    blocks.push(Block::Text(say(Key::PlanCopyChange)));
    Page {
        letters: Letters::Large,
        blocks,
        foot: None,
    }
}

/// The name of its file without ending: that there is a plan, whose, and of which day.
pub(super) fn name_parts(plan: &FamilyPlan, called: &str, words: &Words) -> Vec<String> {
    vec![
        words.say(Key::PlanCopyFile).to_owned(),
        called.to_owned(),
        plan.agreed_on.map(|on| on.to_string()).unwrap_or_default(),
    ]
}

/// Actions of this status, what is due first at the top.
fn actions(plan: &FamilyPlan, status: ActionStatus, words: &Words) -> Vec<String> {
    let mut of_status: Vec<&SharedAction> = plan
        .actions
        .iter()
        .filter(|action| action.status == status)
        .collect();
    of_status.sort_by_key(|action| action.by.unwrap_or(NaiveDate::MAX));
    of_status
        .into_iter()
        .map(|action| item(action, words))
        .collect()
}

/// Who does what; below it by when, and how everybody will know.
fn item(action: &SharedAction, words: &Words) -> String {
    let mut says = format!("{}: {}", action.who.as_str(), action.what.as_str());
    if action.status != ActionStatus::Open {
        return says;
    }
    if let Some(by) = action.by {
        let given = [("day", words.date_long(by).into())];
        says = format!("{says}\n{}", words.with(Key::PlanCopyBy, &given));
    }
    let how = action.how_we_know.as_str();
    if !how.is_empty() {
        let given = [("words", how.into())];
        says = format!("{says}\n{}", words.with(Key::PlanCopyKnow, &given));
    }
    says
}

fn agreed(plan: &FamilyPlan, words: &Words) -> String {
    let day = plan.agreed_on.map(|on| words.date_long(on));
    let names: Vec<&str> = plan.agreed_by.iter().map(Shareable::as_str).collect();
    let given = [
        ("day", day.unwrap_or_default().into()),
        ("names", names.join(", ").into()),
    ];
    words.with(Key::PlanCopyAgreed, &given)
}
