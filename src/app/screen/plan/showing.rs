//! What of the plans is looked at, and the lines of a plan that is being made.

use super::forms::PlanForm;
use crate::app::keymap::Command;
use crate::domain::plan::{ActionId, AnyAction, FamilyPlan, Plan};

/// What is looked at.
#[derive(Debug, Default)]
pub enum Showing {
    /// The plan that holds.
    #[default]
    Current,
    /// The one being made.
    Draft,
    /// All that were ever agreed.
    Versions,
    /// One of them, as it was.
    Version(Box<Plan>),
    /// The copy of the young person and family.
    Copy(Box<Copied>),
}

/// The family's copy and the line from which it is read.
#[derive(Debug)]
pub struct Copied {
    pub plan: FamilyPlan,
    pub first: usize,
}

/// A line of a plan that is being made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DraftItem {
    Goal(usize),
    Action(usize),
    NotAgreed,
    AgainstHarm(usize),
    /// Still open in the plan that holds, and not in this one.
    LeftOut(ActionId),
}

impl DraftItem {
    /// The form in which it is changed.
    pub fn form(self) -> PlanForm {
        match self {
            Self::Goal(at) => PlanForm::Goal(Some(at)),
            Self::Action(at) => PlanForm::Action(Some(at)),
            Self::NotAgreed => PlanForm::NotAgreed,
            Self::AgainstHarm(at) => PlanForm::AgainstHarm(Some(at)),
            Self::LeftOut(id) => PlanForm::Progress(id.0),
        }
    }
}

/// The lines of a plan that is being made, in the order in which they are drawn; after them what
/// it leaves out of the plan that holds.
pub fn draft_items(plan: &Plan, holds: Option<&Plan>) -> Vec<DraftItem> {
    let left_out = holds.map_or_else(Vec::new, |holds| holds.left_out_of(plan));
    let left_out = left_out.into_iter().filter_map(AnyAction::id);
    let goals = (0..plan.shared.goals.len()).map(DraftItem::Goal);
    let actions = (0..plan.shared.actions.len()).map(DraftItem::Action);
    let harm = (0..plan.against_harm.len()).map(DraftItem::AgainstHarm);
    goals
        .chain(actions)
        .chain([DraftItem::NotAgreed])
        .chain(harm)
        .chain(left_out.map(DraftItem::LeftOut))
        .collect()
}

impl Showing {
    pub(super) fn copy_of(plan: FamilyPlan) -> Self {
        Self::Copy(Box::new(Copied { plan, first: 0 }))
    }

    /// Moves the copy by a command of lists; whether it was one. The end is kept in sight where
    /// it is drawn, for only there its length is known.
    pub(super) fn scrolls(&mut self, command: Command, page: usize) -> bool {
        let Self::Copy(copy) = self else {
            return false;
        };
        let half = (page / 2).max(1);
        copy.first = match command {
            Command::Up => copy.first.saturating_sub(1),
            Command::Down => copy.first.saturating_add(1),
            Command::PageUp | Command::HalfPageUp => copy.first.saturating_sub(half),
            Command::PageDown | Command::HalfPageDown => copy.first.saturating_add(half),
            Command::First => 0,
            _ => return false,
        };
        true
    }
}
