//! A plan being made: its goals, its actions, what was not agreed, and apart from them the
//! actions against those who cause the harm.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::lines;
use crate::app::screen::Plan;
use crate::app::screen::plan::{DraftItem, Shares};
use crate::domain::plan::{AnyAction, Plan as WholePlan};
use crate::ui::text;
use crate::ui::theme::Glyph;
use crate::ui::view::View;
use crate::ui::widget::rows;
use crate::words::Key as W;

/// What a line is, before what it says.
const KIND_COLS: usize = 16;
const DAY_COLS: usize = 12;

pub(super) fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    view: &View<'_>,
    page: &Plan,
    plan: &WholePlan,
) {
    let cols = usize::from(area.width);
    let detail = Shares::of(usize::from(area.height), 0).detail;
    let detail = Constraint::Length(u16::try_from(detail).unwrap_or(u16::MAX));
    let [head, list, below] =
        Layout::vertical([Constraint::Length(1), Constraint::Min(0), detail]).areas(area);
    frame.render_widget(
        lines::ruled(view, view.words.say(W::PlanDraftSays), cols),
        head,
    );
    let items = page.draft_items();
    let shown = items
        .iter()
        .skip(page.cursor.first)
        .map(|item| row(view, page, plan, *item, cols));
    rows::draw(frame, list, view, page.cursor, shown);
    let selected = items.get(page.cursor.at).copied();
    let mut says = vec![super::rule(view, cols)];
    if let Some(item) = selected {
        says.extend(whole(view, page, plan, item, cols));
    }
    says.truncate(usize::from(below.height));
    frame.render_widget(Paragraph::new(says), below);
}

fn row<'v>(
    view: &View<'v>,
    page: &Plan,
    plan: &WholePlan,
    item: DraftItem,
    cols: usize,
) -> rows::Row<'v> {
    let shared = &plan.shared;
    let left_out = left_out(page, item);
    let (kind, says) = match item {
        DraftItem::Goal(at) => (
            W::PlanKindGoal,
            shared
                .goals
                .get(at)
                .map(|goal| lines::goal(view, goal))
                .unwrap_or_default(),
        ),
        DraftItem::Action(at) => (
            W::PlanKindAction,
            shared
                .actions
                .get(at)
                .map(|action| action_words(view, AnyAction::Shared(action)))
                .unwrap_or_default(),
        ),
        DraftItem::NotAgreed if shared.not_agreed.as_str().is_empty() => (
            W::PlanKindNotAgreed,
            view.words.say(W::PlanAllAgreed).to_owned(),
        ),
        DraftItem::NotAgreed => (W::PlanKindNotAgreed, shared.not_agreed.as_str().to_owned()),
        DraftItem::AgainstHarm(at) => (
            W::PlanKindHarm,
            plan.against_harm
                .get(at)
                .map(|action| action_words(view, AnyAction::AgainstHarm(action)))
                .unwrap_or_default(),
        ),
        DraftItem::LeftOut(_) => (
            W::PlanKindLeftOut,
            left_out
                .map(|action| action_words(view, action))
                .unwrap_or_default(),
        ),
    };
    let kind = text::pad(view.words.say(kind), KIND_COLS - 1);
    let mut room = cols.saturating_sub(KIND_COLS + 2);
    let mut rest = Vec::new();
    let is_left_out_harm = left_out.is_some_and(AnyAction::is_against_harm);
    if matches!(item, DraftItem::AgainstHarm(_)) || is_left_out_harm {
        let dot = view.theme.glyph(Glyph::Dot);
        let only = format!("{} {dot} ", view.words.say(W::PlanProfessionalsOnly));
        room = room.saturating_sub(text::width(&only));
        rest.push(Span::styled(only, view.theme.warning()));
    }
    let says = text::cut(&says.replace('\n', " "), room);
    rest.push(Span::raw(says));
    rows::Row {
        head: format!("{kind} "),
        rest,
    }
}

/// An action of the plan that holds, where the line is one that the next plan leaves out.
fn left_out(page: &Plan, item: DraftItem) -> Option<AnyAction<'_>> {
    match item {
        DraftItem::LeftOut(id) => page.holds()?.action(id),
        _ => None,
    }
}

/// Day, what and who, in one line.
fn action_words(view: &View<'_>, action: AnyAction<'_>) -> String {
    let dot = view.theme.glyph(Glyph::Dot);
    let day = match action.by() {
        Some(by) => view.words.day_near(by, view.today()),
        None => view.words.say(W::PlanNoDay).to_owned(),
    };
    let who = view.name(action.who_for_professionals());
    format!(
        "{} {} {dot} {who}",
        text::pad(&day, DAY_COLS),
        action.what_for_professionals()
    )
}

/// The selected line in full.
fn whole<'v>(
    view: &View<'v>,
    page: &Plan,
    plan: &WholePlan,
    item: DraftItem,
    cols: usize,
) -> Vec<Line<'v>> {
    let room = cols.saturating_sub(2);
    let action = match item {
        DraftItem::Action(at) => plan.shared.actions.get(at).map(AnyAction::Shared),
        DraftItem::AgainstHarm(at) => plan.against_harm.get(at).map(AnyAction::AgainstHarm),
        DraftItem::Goal(_) | DraftItem::NotAgreed | DraftItem::LeftOut(_) => None,
    };
    let says = match (item, action) {
        (_, Some(action)) => format!(
            "{}\n{}",
            action.what_for_professionals(),
            lines::about(view, plan, action)
        ),
        (DraftItem::Goal(at), _) => plan
            .shared
            .goals
            .get(at)
            .map(|goal| lines::goal(view, goal))
            .unwrap_or_default(),
        (DraftItem::LeftOut(_), _) => {
            let what = left_out(page, item).map_or("", AnyAction::what_for_professionals);
            format!("{what}\n{}", view.words.say(W::PlanLeftOutSays))
        }
        _ => view.words.say(W::PlanNotAgreedSays).to_owned(),
    };
    text::wrap(&says, room)
        .into_iter()
        .map(|line| Line::raw(format!(" {line}")))
        .collect()
}
