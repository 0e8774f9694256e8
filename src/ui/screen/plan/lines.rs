//! Goals, actions and what became of them, as lines.

use chrono::NaiveDate;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::app::screen::plan::status_words;
use crate::domain::case::Due;
use crate::domain::plan::{ActionStatus, AnyAction, Goal, Plan, Progress};
use crate::domain::sharing::Shareable;
use crate::ui::text;
use crate::ui::theme::Glyph;
use crate::ui::view::View;
use crate::ui::widget::rows;
use crate::words::Key as W;

const DAY_COLS: usize = 12;
/// Sign and space before the day.
const SIGN_COLS: usize = 2;
const WHO_COLS: usize = 18;
const STATE_COLS: usize = 18;
/// With fewer columns, who does it is said below only.
const COLS_FOR_WHO: usize = 70;

/// A goal in one line.
pub(super) fn goal(view: &View<'_>, goal: &Goal) -> String {
    let whose = view.name(goal.whose.as_str());
    let words = goal.words.as_str().replace('\n', " ");
    let given = [("words", words.into())];
    format!("{whose}: {}", view.words.with(W::PlanQuoted, &given))
}

/// As many goals as there is room for.
pub(super) fn goals<'v>(view: &View<'v>, plan: &Plan, cols: usize, rows: usize) -> Vec<Line<'v>> {
    let room = cols.saturating_sub(2);
    let all = &plan.shared.goals;
    if all.is_empty() {
        let says = format!(" {}", view.words.say(W::PlanNoGoals));
        return vec![Line::styled(text::cut(&says, cols), view.theme.muted())];
    }
    let shown = if all.len() > rows {
        rows.saturating_sub(1)
    } else {
        all.len()
    };
    let mut lines: Vec<Line<'v>> = all
        .iter()
        .take(shown)
        .map(|one| Line::raw(format!(" {}", text::cut(&goal(view, one), room))))
        .collect();
    let more = i64::try_from(all.len() - shown).unwrap_or(i64::MAX);
    if more > 0 {
        let says = view.words.with(W::PlanMoreGoals, &[("count", more.into())]);
        lines.push(Line::styled(format!(" {says}"), view.theme.muted()));
    }
    lines
}

/// How many are still to be done, and how many of them are late, in the rule above the list.
pub(super) fn count<'v>(view: &View<'v>, plan: &Plan, cols: usize) -> Line<'v> {
    let today = view.today();
    let actions = plan.actions();
    let open = actions
        .iter()
        .filter(|action| action.status() == ActionStatus::Open)
        .count();
    let late = actions
        .iter()
        .filter(|action| action.is_overdue(today))
        .count();
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let given = [("open", number(open).into()), ("late", number(late).into())];
    ruled(view, &view.words.with(W::PlanCount, &given), cols)
}

/// Words in a rule across the screen.
pub(super) fn ruled<'v>(view: &View<'v>, says: &str, cols: usize) -> Line<'v> {
    let rule = view.theme.glyph(Glyph::Rule);
    let says = text::cut(says, cols.saturating_sub(4));
    let left = cols.saturating_sub(text::width(&says) + 3);
    Line::from(vec![
        Span::styled(rule, view.theme.muted()),
        Span::raw(format!(" {says} ")),
        Span::styled(rule.repeat(left), view.theme.muted()),
    ])
}

/// One action: a sign with its meaning in words at the end, its day, what and who.
pub(super) fn action<'v>(view: &View<'v>, action: AnyAction<'_>, cols: usize) -> rows::Row<'v> {
    let today = view.today();
    let is_late = action.is_overdue(today);
    let (sign, style) = match action.status() {
        ActionStatus::Done => (Glyph::Yes, Style::new()),
        ActionStatus::Dropped => (Glyph::No, Style::new()),
        ActionStatus::Open if is_late => (Glyph::Late, view.theme.late()),
        ActionStatus::Open if action.by() == Some(today) => (Glyph::Today, Style::new()),
        ActionStatus::Open => (Glyph::Coming, Style::new()),
    };
    let state = state_words(view, action);
    let day = action
        .by()
        .map(|by| view.words.day_near(by, today))
        .unwrap_or_default();
    let who_cols = if cols >= COLS_FOR_WHO { WHO_COLS } else { 0 };
    let taken = 1 + SIGN_COLS + DAY_COLS + 1 + who_cols + STATE_COLS + 2;
    let what_cols = cols.saturating_sub(taken);
    let what = text::pad(
        &action.what_for_professionals().replace('\n', " "),
        what_cols,
    );
    let head = format!(
        "{} {} {what}",
        view.theme.glyph(sign),
        text::pad(&day, DAY_COLS)
    );
    let who = view.name(action.who_for_professionals());
    let who = text::pad(&who, who_cols.saturating_sub(1));
    let gap = if who_cols > 0 { " " } else { "" };
    rows::Row {
        head,
        rest: vec![
            Span::raw(format!("{gap}{who} ")),
            Span::styled(text::cut(&state, STATE_COLS), style),
        ],
    }
}

/// What there is to be said of an action beside its sign and day: that it is for professionals
/// only before all else, else how late it is, or that it is done.
fn state_words(view: &View<'_>, action: AnyAction<'_>) -> String {
    if action.is_against_harm() {
        return view.words.say(W::PlanProfessionalsOnly).to_owned();
    }
    match (action.status(), action.by()) {
        (ActionStatus::Open, Some(by)) if by <= view.today() => due_words(view, by),
        (ActionStatus::Open, _) => String::new(),
        (status, _) => view.words.say(status_words(status)).to_owned(),
    }
}

/// By how much it is late, or that it is due today.
fn due_words(view: &View<'_>, by: NaiveDate) -> String {
    let rules = &view.model.rules;
    view.words.due_when(Due::By(by), view.model.now, rules)
}

/// Below the list: the selected action in full and what was noted of it, then the plan's frame.
pub(super) fn detail<'v>(
    view: &View<'v>,
    plan: &Plan,
    selected: Option<AnyAction<'_>>,
    has_draft: bool,
    cols: usize,
) -> Vec<Line<'v>> {
    let room = cols.saturating_sub(2);
    let mut lines = Vec::new();
    let mut put = |says: &str, style: Style| {
        for line in text::wrap(says, room) {
            lines.push(Line::styled(format!(" {line}"), style));
        }
    };
    if let Some(action) = selected {
        let what = action.what_for_professionals();
        put(what, view.theme.title());
        put(&about(view, plan, action), Style::new());
        if let Some(id) = action.id() {
            // What was noted last is what one wants to know first.
            let noted: Vec<&Progress> = plan.progress_of(id).collect();
            for one in noted.into_iter().rev() {
                put(&noted_words(view, one), Style::new());
            }
        }
    }
    if has_draft {
        put(view.words.say(W::PlanHasDraft), view.theme.warning());
    }
    let not_agreed = plan.shared.not_agreed.as_str();
    if !not_agreed.is_empty() {
        let given = [("words", not_agreed.into())];
        put(&view.words.with(W::PlanNotAgreed, &given), Style::new());
    }
    if !plan.shared.agreed_by.is_empty() {
        let given = [("names", names(view, &plan.shared.agreed_by).into())];
        let says = view.words.with(W::PlanAgreedByNames, &given);
        put(&says, view.theme.muted());
    }
    lines
}

/// Who, to which end, how one will know, and in whose list of work it stands.
pub(super) fn about(view: &View<'_>, plan: &Plan, action: AnyAction<'_>) -> String {
    let dot = view.theme.glyph(Glyph::Dot);
    let mut parts = vec![view.name(action.who_for_professionals()).into_owned()];
    if action.is_against_harm() {
        parts.push(view.words.say(W::PlanProfessionalsOnly).to_owned());
        if let Some(by) = action.by().filter(|_| action.is_overdue(view.today())) {
            parts.push(due_words(view, by));
        }
    }
    let how = action.how_we_know_for_professionals();
    if !how.is_empty() {
        let given = [("words", how.into())];
        parts.push(view.words.with(W::PlanKnowWhen, &given));
    }
    if let AnyAction::Shared(shared) = action
        && let Some(aim) = shared.goal.and_then(|at| plan.shared.goals.get(at))
    {
        let given = [("goal", goal(view, aim).into())];
        parts.push(view.words.with(W::PlanForGoal, &given));
    }
    if let Some(owner) = action.owner() {
        let given = [("name", view.name(&owner.name).into_owned().into())];
        parts.push(view.words.with(W::PlanInListOf, &given));
    }
    parts.join(&format!(" {dot} "))
}

fn noted_words(view: &View<'_>, one: &Progress) -> String {
    let day = view.words.day_near(one.on, view.today());
    let by = view.name(&one.by);
    let words = one.words.for_professionals();
    match one.status {
        ActionStatus::Open => format!("{day}, {by}: {words}"),
        status => {
            let status = view.words.say(status_words(status));
            format!("{day}, {by}, {status}: {words}")
        }
    }
}

fn names(view: &View<'_>, all: &[Shareable]) -> String {
    let names: Vec<String> = all
        .iter()
        .map(|name| view.name(name.as_str()).into_owned())
        .collect();
    names.join(", ")
}
