//! The plan, drawn: the goals in the words of those whose they are, what is still to be done with
//! its day and how late it is, and what became of the selected action.
//!
//! ```text
//!  Cerys: “I want to go back to football”
//! ─ 2 still to be done, 1 late ──────────────────────────────────────────────────
//! ▌▲ Fri 27 Nov  phone Mum each Friday             Lowri              2 wd over
//!  ○ Tue  1 Dec  disruption notice                 police      professionals only
//!  ✓ Fri 11 Dec  take her to training              Lowri, Mum               done
//! ────────────────────────────────────────────────────────────────────────────────
//!  Lowri · we will know when she says so · in the list of Ann Bevan
//!  Tue 1 Dec, Mari Huws: phoned, no answer
//! ```

mod copy;
mod draft;
mod lines;
#[cfg(test)]
mod tests;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use super::cases::beside;
use crate::app::screen::Plan;
use crate::app::screen::plan::{PlanForm, Shares, Showing, title as form_title};
use crate::domain::plan::{ActionId, Plan as WholePlan, PlanBrief, PlanPage, PlanStatus};
use crate::ui::text;
use crate::ui::theme::Glyph;
use crate::ui::view::{Title, View};
use crate::ui::widget::{over, rows};
use crate::words::Key as W;

pub fn title(view: &View<'_>, page: &Plan) -> Title {
    let Some(read) = &page.page else {
        return Title {
            left: view.words.say(W::PlanReading).to_owned(),
            right: String::new(),
        };
    };
    if let Some(copy) = page.copy() {
        // Nothing beside it that the family does not have.
        let given = [("name", view.name(read.case.called()).into_owned().into())];
        return Title {
            left: view.words.with(W::PlanCopyTitle, &given),
            right: state(view, copy.number, copy.status, copy.agreed_on),
        };
    }
    let who = format!(
        "{} {}",
        read.case.reference,
        beside::who(view, &read.case, false)
    );
    let right = match (&page.showing, page.plan()) {
        (Showing::Versions, _) => view.words.say(W::PlanVersions).to_owned(),
        (_, Some(plan)) => {
            let shared = &plan.shared;
            state(view, shared.number, shared.status, shared.agreed_on)
        }
        (_, None) => view.words.say(W::PlanTitle).to_owned(),
    };
    Title { left: who, right }
}

/// Which plan it is, and since when it holds.
fn state(
    view: &View<'_>,
    number: u32,
    status: PlanStatus,
    on: Option<chrono::NaiveDate>,
) -> String {
    let day = on.map(|on| view.words.date_with_year(on));
    let key = match status {
        PlanStatus::Draft => W::PlanStateDraft,
        PlanStatus::Agreed => W::PlanStateAgreed,
        PlanStatus::Replaced => W::PlanStateReplaced,
    };
    let given = [
        ("number", number.into()),
        ("day", day.unwrap_or_default().into()),
    ];
    view.words.with(key, &given)
}

pub fn body(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, page: &Plan) {
    let Some(read) = &page.page else {
        return;
    };
    if let Some(over) = &page.over {
        let (about, says) = form_says(view, page, over.kind);
        over::draw(frame, area, view, (&about, says), &over.form);
        return;
    }
    match &page.showing {
        Showing::Copy(copied) => copy::draw(frame, area, view, read, copied),
        Showing::Versions => versions(frame, area, view, page, read),
        Showing::Draft => match page.plan() {
            Some(plan) => draft::draw(frame, area, view, page, plan),
            None => says(frame, area, view, W::PlanReading),
        },
        Showing::Current | Showing::Version(_) => match page.plan() {
            Some(plan) => whole(frame, area, view, page, plan),
            None if read.plans.draft.is_some() => says(frame, area, view, W::PlanNoneButDraft),
            None => says(frame, area, view, W::PlanNone),
        },
    }
}

/// What a form is about, and what is to be known of it.
fn form_says<'v>(view: &View<'v>, page: &Plan, kind: PlanForm) -> (String, &'v str) {
    let says = match kind {
        PlanForm::Progress(_) => W::PlanFormProgressSays,
        PlanForm::Goal(_) => W::PlanFormGoalSays,
        PlanForm::Action(_) => W::PlanFormActionSays,
        PlanForm::AgainstHarm(_) => W::PlanFormHarmSays,
        PlanForm::NotAgreed => W::PlanNotAgreedSays,
        PlanForm::Agree => W::PlanFormAgreeSays,
        PlanForm::Write => W::PlanFormWriteSays,
    };
    let title = view.words.say(form_title(kind));
    let action = match (kind, page.plan()) {
        (PlanForm::Progress(id), Some(plan)) => plan.action(ActionId(id)),
        _ => None,
    };
    let about = match action {
        Some(action) => format!("{title}: {}", action.what_for_professionals()),
        None => title.to_owned(),
    };
    (about, view.words.say(says))
}

/// A plan with all its actions.
fn whole(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, page: &Plan, plan: &WholePlan) {
    let cols = usize::from(area.width);
    let shares = Shares::of(usize::from(area.height), plan.shared.goals.len());
    let rows_of = |rows: usize| Constraint::Length(u16::try_from(rows).unwrap_or(u16::MAX));
    let [above, head, list, below] = Layout::vertical([
        rows_of(shares.goals),
        Constraint::Length(1),
        Constraint::Min(0),
        rows_of(shares.detail),
    ])
    .areas(area);
    let goals = lines::goals(view, plan, cols, shares.goals);
    frame.render_widget(Paragraph::new(goals), above);
    frame.render_widget(lines::count(view, plan, cols), head);
    let actions = plan.actions();
    let shown = actions
        .iter()
        .skip(page.cursor.first)
        .map(|action| lines::action(view, *action, cols));
    rows::draw(frame, list, view, page.cursor, shown);
    let selected = actions.get(page.cursor.at).copied();
    let has_draft = matches!(page.showing, Showing::Current)
        && page
            .page
            .as_ref()
            .is_some_and(|read| read.plans.draft.is_some());
    let mut detail = vec![rule(view, cols)];
    detail.extend(lines::detail(view, plan, selected, has_draft, cols));
    detail.truncate(usize::from(below.height));
    frame.render_widget(Paragraph::new(detail), below);
}

fn versions(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, page: &Plan, read: &PlanPage) {
    let cols = usize::from(area.width);
    let [head, list] = Layout::vertical([Constraint::Length(1), Constraint::Min(0)]).areas(area);
    let says = format!(" {}", view.words.say(W::PlanVersionsSays));
    frame.render_widget(
        Line::styled(text::cut(&says, cols), view.theme.muted()),
        head,
    );
    let shown = read
        .plans
        .versions
        .iter()
        .skip(page.cursor.first)
        .map(|brief| version(view, brief));
    rows::draw(frame, list, view, page.cursor, shown);
}

fn version<'v>(view: &View<'v>, brief: &PlanBrief) -> rows::Row<'v> {
    let counts = view.words.with(
        W::PlanVersionCounts,
        &[
            ("actions", brief.actions.into()),
            ("open", brief.open.into()),
        ],
    );
    rows::Row {
        head: state(view, brief.number, brief.status, brief.agreed_on),
        rest: vec![format!("  {counts}").into()],
    }
}

fn says(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, key: W) {
    let cols = usize::from(area.width).saturating_sub(2);
    let lines: Vec<Line<'_>> = text::wrap(view.words.say(key), cols)
        .into_iter()
        .map(|line| Line::raw(format!(" {line}")))
        .collect();
    frame.render_widget(Paragraph::new(lines), area);
}

fn rule<'v>(view: &View<'v>, cols: usize) -> Line<'v> {
    Line::styled(
        view.theme.glyph(Glyph::Rule).repeat(cols),
        view.theme.muted(),
    )
}
