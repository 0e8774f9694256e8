//! The plan made together: goals in the young person's or family's own words, and who does what,
//! by when, and how everybody will know.
//!
//! Two types keep two things apart. [`FamilyPlan`] holds what was agreed with the family, in words
//! that they may read, and nothing else fits into it. [`Plan`] is the professionals': the same,
//! with the actions against those who cause the harm and the notes of progress beside it.

mod check;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use strum::{EnumIter, EnumString, IntoStaticStr};

pub use check::{HarmFault, LONGEST_WORDS_CHARS, PlanFault, shared_faults};

use super::case::{CaseBrief, CaseId};
use super::meeting::MeetingId;
use super::sharing::{Confidential, Shareable};

/// The number of a plan in its own store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlanId(pub i64);

/// The number of an action in its own store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ActionId(pub i64);

/// What has become of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumIter, EnumString, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum PlanStatus {
    /// Being made.
    Draft,
    /// The plan that holds now.
    Agreed,
    /// A later one was agreed; this one stays as it was.
    Replaced,
}

/// What has become of an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, EnumIter, EnumString, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum ActionStatus {
    #[default]
    Open,
    Done,
    /// Not done any more; why is in its progress.
    Dropped,
}

/// The user in whose list of work an action stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owner {
    pub user_id: i64,
    /// As others read it.
    pub name: String,
}

/// A goal, as it was said by whose it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Goal {
    /// The young person or one of the family, by the name they like.
    pub whose: Shareable,
    pub words: Shareable,
}

/// What one person will do, agreed in front of everybody.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SharedAction {
    /// None before it is kept.
    pub id: Option<ActionId>,
    /// The place of the goal it serves, in the plan's own list.
    pub goal: Option<usize>,
    pub what: Shareable,
    /// As everybody calls them: Mum, Lowri from Better Futures.
    pub who: Shareable,
    pub owner: Option<Owner>,
    pub by: Option<NaiveDate>,
    pub how_we_know: Shareable,
    pub status: ActionStatus,
    /// The action of the earlier plan that it goes on with.
    pub before: Option<ActionId>,
    pub version: i64,
}

/// An action against those who cause the harm. It is the professionals' alone: its words have no
/// way into a [`FamilyPlan`].
///
/// ```compile_fail,E0308
/// use diogel::domain::plan::{FamilyPlan, HarmAction};
/// fn slip(plan: &mut FamilyPlan, action: HarmAction) {
///     plan.actions.push(action);
/// }
/// ```
///
/// What was agreed in front of everybody does fit:
///
/// ```
/// use diogel::domain::plan::{FamilyPlan, SharedAction};
/// fn keep(plan: &mut FamilyPlan, action: SharedAction) {
///     plan.actions.push(action);
/// }
/// ```
///
/// Nor do its words by themselves:
///
/// ```compile_fail,E0308
/// use diogel::domain::plan::{HarmAction, SharedAction};
/// fn slip(action: &mut SharedAction, harm: HarmAction) {
///     action.what = harm.what;
/// }
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HarmAction {
    /// None before it is kept.
    pub id: Option<ActionId>,
    pub what: Confidential,
    pub who: Confidential,
    pub owner: Option<Owner>,
    pub by: Option<NaiveDate>,
    pub how_we_know: Confidential,
    pub status: ActionStatus,
    /// The action of the earlier plan that it goes on with.
    pub before: Option<ActionId>,
    pub version: i64,
}

/// The plan as the young person and family have it: every word in it is one that they may read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FamilyPlan {
    pub id: PlanId,
    /// The first plan of a case is 1.
    pub number: u32,
    pub status: PlanStatus,
    pub goals: Vec<Goal>,
    pub actions: Vec<SharedAction>,
    pub agreed_on: Option<NaiveDate>,
    /// By the names that everybody calls them.
    pub agreed_by: Vec<Shareable>,
    /// What was not agreed, in plain words; blank where all of it was.
    pub not_agreed: Shareable,
    /// Counts the changes; a change names the version it was made from.
    pub version: i64,
}

/// What somebody noted of an action between meetings. Professionals' words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    pub on: NaiveDate,
    pub words: Confidential,
    /// What the action was from then on.
    pub status: ActionStatus,
    pub by: String,
}

/// The whole plan, for professionals.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    pub case: CaseId,
    /// Where it was made.
    pub meeting: Option<MeetingId>,
    pub shared: FamilyPlan,
    pub against_harm: Vec<HarmAction>,
    /// By action, with what was noted of the actions it goes on with; the earliest first.
    pub progress: Vec<(ActionId, Progress)>,
}

/// As much of a plan as a list of versions shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanBrief {
    pub id: PlanId,
    pub number: u32,
    pub status: PlanStatus,
    pub agreed_on: Option<NaiveDate>,
    pub actions: u32,
    pub open: u32,
}

/// What a case has of plans.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Plans {
    /// The one that was agreed last.
    pub current: Option<Plan>,
    /// The one being made.
    pub draft: Option<Plan>,
    /// All that were ever agreed, the last one first.
    pub versions: Vec<PlanBrief>,
}

/// All that the plan's screen shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanPage {
    pub case: CaseBrief,
    pub plans: Plans,
    /// Colleagues in whose list of work an action can stand.
    pub owners: Vec<Owner>,
    /// The young person, then the family as it is known: offered where a name is asked for.
    pub names: Vec<String>,
}

/// What is set of a plan in front of everybody.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SharedPart {
    pub goals: Vec<Goal>,
    pub actions: Vec<SharedAction>,
    pub not_agreed: Shareable,
}

/// Who agreed to a plan, and on which day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agreement {
    pub on: NaiveDate,
    pub by: Vec<Shareable>,
}

/// What is noted of an action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewProgress {
    pub on: NaiveDate,
    pub words: Confidential,
    pub status: ActionStatus,
}

/// An action of either kind, for the professionals' lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AnyAction<'a> {
    Shared(&'a SharedAction),
    AgainstHarm(&'a HarmAction),
}

impl<'a> AnyAction<'a> {
    pub fn id(self) -> Option<ActionId> {
        match self {
            Self::Shared(action) => action.id,
            Self::AgainstHarm(action) => action.id,
        }
    }

    pub fn is_against_harm(self) -> bool {
        matches!(self, Self::AgainstHarm(_))
    }

    /// What is done, for a place that professionals alone see.
    pub fn what_for_professionals(self) -> &'a str {
        match self {
            Self::Shared(action) => action.what.as_str(),
            Self::AgainstHarm(action) => action.what.for_professionals(),
        }
    }

    /// Who does it, for a place that professionals alone see.
    pub fn who_for_professionals(self) -> &'a str {
        match self {
            Self::Shared(action) => action.who.as_str(),
            Self::AgainstHarm(action) => action.who.for_professionals(),
        }
    }

    /// How everybody will know, for a place that professionals alone see.
    pub fn how_we_know_for_professionals(self) -> &'a str {
        match self {
            Self::Shared(action) => action.how_we_know.as_str(),
            Self::AgainstHarm(action) => action.how_we_know.for_professionals(),
        }
    }

    pub fn owner(self) -> Option<&'a Owner> {
        match self {
            Self::Shared(action) => action.owner.as_ref(),
            Self::AgainstHarm(action) => action.owner.as_ref(),
        }
    }

    pub fn by(self) -> Option<NaiveDate> {
        match self {
            Self::Shared(action) => action.by,
            Self::AgainstHarm(action) => action.by,
        }
    }

    pub fn status(self) -> ActionStatus {
        match self {
            Self::Shared(action) => action.status,
            Self::AgainstHarm(action) => action.status,
        }
    }

    pub fn version(self) -> i64 {
        match self {
            Self::Shared(action) => action.version,
            Self::AgainstHarm(action) => action.version,
        }
    }

    /// Open, and its day has passed. On the day itself it is not late.
    pub fn is_overdue(self, today: NaiveDate) -> bool {
        is_overdue(self.status(), self.by(), today)
    }
}

/// Whether an action is late: open, and its day has passed. One without a day never is.
pub fn is_overdue(status: ActionStatus, by: Option<NaiveDate>, today: NaiveDate) -> bool {
    status == ActionStatus::Open && by.is_some_and(|by| by < today)
}

impl Plan {
    /// Every action, what is open first and among that what is due first; then as they stand in
    /// the plan, those against harm last.
    pub fn actions(&self) -> Vec<AnyAction<'_>> {
        let shared = self.shared.actions.iter().map(AnyAction::Shared);
        let harm = self.against_harm.iter().map(AnyAction::AgainstHarm);
        let mut all: Vec<_> = shared.chain(harm).collect();
        all.sort_by_key(|action| {
            let is_closed = action.status() != ActionStatus::Open;
            (is_closed, action.by().unwrap_or(NaiveDate::MAX))
        });
        all
    }

    pub fn action(&self, id: ActionId) -> Option<AnyAction<'_>> {
        self.actions()
            .into_iter()
            .find(|action| action.id() == Some(id))
    }

    /// What was noted of an action, the earliest first.
    pub fn progress_of(&self, id: ActionId) -> impl Iterator<Item = &Progress> {
        self.progress
            .iter()
            .filter(move |(action, _)| *action == id)
            .map(|(_, progress)| progress)
    }

    /// What is still open in this plan and is not gone on with in the next, those against harm last.
    pub fn left_out_of(&self, next: &Self) -> Vec<AnyAction<'_>> {
        let shared = next.shared.actions.iter().map(|action| action.before);
        let harm = next.against_harm.iter().map(|action| action.before);
        let gone_on_with: Vec<ActionId> = shared.chain(harm).flatten().collect();
        let shared = self.shared.actions.iter().map(AnyAction::Shared);
        let harm = self.against_harm.iter().map(AnyAction::AgainstHarm);
        let is_left_out = |action: &AnyAction<'_>| {
            action.status() == ActionStatus::Open
                && action.id().is_some_and(|id| !gone_on_with.contains(&id))
        };
        shared.chain(harm).filter(is_left_out).collect()
    }

    /// What a new plan begins with: the goals, and what is still open. Nothing is typed twice.
    pub fn carried_on(&self) -> (SharedPart, Vec<HarmAction>) {
        let is_open = |status| status == ActionStatus::Open;
        let shared = SharedPart {
            goals: self.shared.goals.clone(),
            actions: self
                .shared
                .actions
                .iter()
                .filter(|action| is_open(action.status))
                .map(|action| SharedAction {
                    id: None,
                    before: action.id,
                    ..action.clone()
                })
                .collect(),
            not_agreed: Shareable::default(),
        };
        let harm = self
            .against_harm
            .iter()
            .filter(|action| is_open(action.status))
            .map(|action| HarmAction {
                id: None,
                before: action.id,
                ..action.clone()
            })
            .collect();
        (shared, harm)
    }
}
