//! The forms of the plan's screen: what became of an action, and all lines of a new plan. How what
//! was typed is taken into the plan is in `forms/accept.rs`.

mod accept;

use strum::IntoEnumIterator;

pub(super) use self::accept::{accept, going_on_with, without_action, without_goal, without_harm};
use crate::app::form::{Called, Field, Form, Reads, Typed};
use crate::app::talk::plans::CopyKind;
use crate::domain::case::CaseId;
use crate::domain::plan::{
    ActionId, ActionStatus, Agreement, AnyAction, Goal, HarmAction, NewProgress, Plan, PlanPage,
    SharedPart,
};
use crate::words::Key as W;

/// Which form it is. Lines of a plan are counted from 0, as they stand in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlanForm {
    /// Of the action of this number.
    Progress(i64),
    Goal(Option<usize>),
    Action(Option<usize>),
    AgainstHarm(Option<usize>),
    NotAgreed,
    Agree,
    /// Into which file the copy is written.
    Write,
}

/// What a form is made from and taken into.
#[derive(Debug, Clone, Copy)]
pub(super) struct Around<'a> {
    pub(super) page: &'a PlanPage,
    pub(super) plan: &'a Plan,
}

/// What an accepted form asks for.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Accepted {
    Shared(Box<SharedPart>),
    AgainstHarm(Vec<HarmAction>),
    Agreed(Agreement),
    Noted {
        action: ActionId,
        version: i64,
        progress: NewProgress,
    },
}

/// Faults by field.
pub(super) type Faults = Vec<(&'static str, W)>;

impl PlanForm {
    /// The form of a draft, by the name of its place.
    pub(super) fn of_draft(name: &str) -> Option<Self> {
        let name = name.strip_prefix("plan-")?;
        let at = |rest: &str| match rest {
            "new" => Some(None),
            at => at.parse().ok().map(Some),
        };
        match name.split_once('-') {
            Some(("progress", id)) => id.parse().ok().map(Self::Progress),
            Some(("goal", rest)) => at(rest).map(Self::Goal),
            Some(("action", rest)) => at(rest).map(Self::Action),
            Some(("harm", rest)) => at(rest).map(Self::AgainstHarm),
            _ if name == "not-agreed" => Some(Self::NotAgreed),
            _ if name == "agree" => Some(Self::Agree),
            // Of a copy that is looked at no more.
            _ if name == "write" => None,
            _ => None,
        }
    }

    /// Under which name what is typed is kept.
    pub(super) fn draft_place(self, case: CaseId) -> String {
        let at = |at: Option<usize>| at.map_or("new".to_owned(), |at| at.to_string());
        let name = match self {
            Self::Progress(id) => format!("progress-{id}"),
            Self::Goal(place) => format!("goal-{}", at(place)),
            Self::Action(place) => format!("action-{}", at(place)),
            Self::AgainstHarm(place) => format!("harm-{}", at(place)),
            Self::NotAgreed => "not-agreed".to_owned(),
            Self::Agree => "agree".to_owned(),
            Self::Write => "write".to_owned(),
        };
        format!("plan-{name}:{}", case.0)
    }
}

/// What a form is called.
pub const fn title(kind: PlanForm) -> W {
    match kind {
        PlanForm::Progress(_) => W::PlanFormProgress,
        PlanForm::Goal(_) => W::PlanFormGoal,
        PlanForm::Action(_) => W::PlanFormAction,
        PlanForm::AgainstHarm(_) => W::PlanFormHarm,
        PlanForm::NotAgreed => W::PlanFormNotAgreed,
        PlanForm::Agree => W::PlanFormAgree,
        PlanForm::Write => W::PlanFormWrite,
    }
}

/// What has become of an action, in words.
pub const fn status_words(status: ActionStatus) -> W {
    match status {
        ActionStatus::Open => W::PlanStatusOpen,
        ActionStatus::Done => W::PlanStatusDone,
        ActionStatus::Dropped => W::PlanStatusDropped,
    }
}

/// The form, with what is known already.
pub(super) fn open(kind: PlanForm, around: &Around<'_>) -> Form {
    let shared = &around.plan.shared;
    match kind {
        PlanForm::Progress(id) => progress_form(around, ActionId(id)),
        PlanForm::Goal(at) => goal_form(around, at.and_then(|at| shared.goals.get(at))),
        PlanForm::Action(at) => {
            let action = at.and_then(|at| shared.actions.get(at));
            action_form(around, action.map(AnyAction::Shared), true)
        }
        PlanForm::AgainstHarm(at) => {
            let action = at.and_then(|at| around.plan.against_harm.get(at));
            action_form(around, action.map(AnyAction::AgainstHarm), false)
        }
        PlanForm::NotAgreed => {
            let mut form = Form::new(vec![Field::text("words", W::PlanNotAgreedWords)]);
            put_text(&mut form, "words", shared.not_agreed.as_str());
            form
        }
        PlanForm::Write => write_form(),
        PlanForm::Agree => Form::new(vec![
            Field::many("by", W::PlanAgreedBy, names(around)),
            Field::line("others", W::PlanAgreedOthers),
            Field::reading("on", W::PlanAgreedOn, Reads::DayPast),
        ]),
    }
}

/// In which kind of file, and into which folder, the copy is written.
pub(super) fn write_form() -> Form {
    let kinds = [
        (word(CopyKind::Word), W::PlanWriteWord),
        (word(CopyKind::Text), W::PlanWriteText),
    ];
    let mut form = Form::new(vec![
        Field::one("kind", W::PlanWriteKind, kinds).needed(),
        Field::line("folder", W::PlanWriteFolder).needed(),
    ]);
    form.put("kind", &Typed::One(Some(word(CopyKind::Word))));
    put_text(&mut form, "folder", "~");
    form
}

fn progress_form(around: &Around<'_>, id: ActionId) -> Form {
    let status = around.plan.action(id).map(AnyAction::status);
    let all = ActionStatus::iter().map(|one| (word(one), status_words(one)));
    let mut form = Form::new(vec![
        Field::text("words", W::PlanProgressWords).needed(),
        Field::one("status", W::PlanProgressStatus, all).needed(),
        Field::reading("on", W::PlanProgressOn, Reads::DayPast),
    ]);
    form.put("status", &Typed::One(status.map(word)));
    form
}

fn goal_form(around: &Around<'_>, goal: Option<&Goal>) -> Form {
    let mut form = Form::new(vec![
        Field::pick("whose", W::PlanGoalWhose, names(around)).needed(),
        Field::text("words", W::PlanGoalWords).needed(),
    ]);
    let young = around.page.case.called();
    let whose = goal.map_or(young, |goal| goal.whose.as_str());
    put_name(&mut form, "whose", whose);
    put_text(&mut form, "words", goal.map_or("", |g| g.words.as_str()));
    form
}

fn action_form(around: &Around<'_>, action: Option<AnyAction<'_>>, is_shared: bool) -> Form {
    let owners = around
        .page
        .owners
        .iter()
        .map(|one| (one.user_id.to_string(), Called::Name(one.name.clone())));
    let mut fields = vec![
        Field::text("what", W::PlanActionWhat).needed(),
        Field::line("who", W::PlanActionWho).needed(),
        Field::reading("by", W::PlanActionBy, Reads::DayToCome).needed(),
        Field::line("how", W::PlanActionHow),
        Field::pick("owner", W::PlanActionOwner, owners),
    ];
    if is_shared && !around.plan.shared.goals.is_empty() {
        let goals = around
            .plan
            .shared
            .goals
            .iter()
            .enumerate()
            .map(|(at, goal)| {
                let name = format!("{}: {}", goal.whose.as_str(), goal.words.as_str());
                (at.to_string(), Called::Name(name))
            });
        fields.push(Field::one("goal", W::PlanActionGoal, goals));
    }
    let mut form = Form::new(fields);
    let Some(action) = action else {
        return form;
    };
    put_text(&mut form, "what", action.what_for_professionals());
    put_text(&mut form, "who", action.who_for_professionals());
    put_text(&mut form, "how", action.how_we_know_for_professionals());
    if let Some(by) = action.by() {
        put_text(&mut form, "by", &by.to_string());
    }
    if let Some(owner) = action.owner() {
        let picked = Typed::Picked {
            id: Some(owner.user_id.to_string()),
            text: owner.name.clone(),
        };
        form.put("owner", &picked);
    }
    if let AnyAction::Shared(shared) = action {
        let goal = shared.goal.map(|at| at.to_string());
        form.put("goal", &Typed::One(goal));
    }
    form
}

/// The young person, the family, and whoever else has a goal in the plan.
fn names(around: &Around<'_>) -> Vec<(String, Called)> {
    let goals = around.plan.shared.goals.iter();
    let whose = goals.map(|goal| goal.whose.as_str().to_owned());
    let mut offered: Vec<(String, Called)> = Vec::new();
    for name in around.page.names.iter().cloned().chain(whose) {
        if !name.is_empty() && offered.iter().all(|(known, _)| *known != name) {
            offered.push((name.clone(), Called::Name(name)));
        }
    }
    offered
}

fn put_text(form: &mut Form, field: &str, text: &str) {
    form.put(field, &Typed::Text(text.to_owned()));
}

fn put_name(form: &mut Form, field: &str, name: &str) {
    let picked = Typed::Picked {
        id: Some(name.to_owned()),
        text: name.to_owned(),
    };
    form.put(field, &picked);
}

fn word(of: impl Into<&'static str>) -> String {
    let word: &str = of.into();
    word.to_owned()
}
