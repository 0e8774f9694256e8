//! The runner, drawn: Part 1 for professionals only, and what the family will see of it.
//!
//! ```text
//!  PART 1 · PROFESSIONALS ONLY │ NPT-26-038 Cerys Hughes      34 of 60 min · Part 2 in 26 min
//!  Who is here                 Part 1      Part 2
//! ▌Children's Services · …     present     ·
//!  Wider risks
//!   two older men, one car                 ⊘ professionals only
//!   weekly, her choice of place            ✓ "Lowri can meet you each week"
//! ```

mod curtain;
mod list;
#[cfg(test)]
pub(in crate::ui::screen) mod tests;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use crate::app::screen::Runner;
use crate::app::screen::runner::{list_rows, over};
use crate::domain::runner::{Part1, RunStage};
use crate::ui::text;
use crate::ui::theme::Glyph;
use crate::ui::view::{Title, View};
use crate::ui::widget::form;
use crate::words::Key as W;

/// Rows in which the item stands above the form of the family's words.
const ITEM_ROWS: u16 = 4;

pub fn title(view: &View<'_>, page: &Runner) -> Title {
    let separator = view.theme.glyph(Glyph::Separator);
    let Some(part1) = &page.part1 else {
        return Title {
            left: view.words.say(W::RunnerTitle).to_owned(),
            right: String::new(),
        };
    };
    let name = part1.case.full_name();
    let who = format!("{} {}", part1.case.reference, view.name(&name));
    let what = match &page.over {
        Some(over) => over::title(over.kind),
        None if page.preview.is_some() => W::CurtainTitle,
        None => W::RunnerTitle,
    };
    Title {
        left: format!("{} {separator} {who}", view.words.say(what)),
        right: time(view, part1),
    }
}

fn time(view: &View<'_>, part1: &Part1) -> String {
    match part1.stage() {
        None => return view.words.say(W::RunnerNotBegun).to_owned(),
        Some(RunStage::Ended) => return view.words.say(W::RunnerEnded).to_owned(),
        Some(RunStage::Part1 | RunStage::Part2) => {}
    }
    if let Some(day) = part1.begun_before(view.model.now) {
        let day = view.words.date_short(day);
        return view.words.with(W::RunnerBegunOn, &[("day", day.into())]);
    }
    let Some(timing) = part1.timing(view.model.now) else {
        return String::new();
    };
    let gone = view.words.with(
        W::RunnerTime,
        &[
            ("gone", timing.gone.into()),
            ("planned", timing.planned.into()),
        ],
    );
    let dot = view.theme.glyph(Glyph::Dot);
    match timing.part2_in {
        Some(minutes) if minutes >= 0 => {
            let due = view
                .words
                .with(W::RunnerPart2In, &[("minutes", minutes.into())]);
            format!("{gone} {dot} {due}")
        }
        Some(minutes) => {
            let late = view
                .words
                .with(W::RunnerPart2Late, &[("minutes", (-minutes).into())]);
            format!("{gone} {dot} {late}")
        }
        None => gone,
    }
}

pub fn body(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, page: &Runner) {
    let Some(part1) = &page.part1 else {
        let says = format!(" {}", view.words.say(W::MeetingsOpening));
        frame.render_widget(Line::raw(says), area);
        return;
    };
    if let Some(over) = &page.over {
        let mut below = area;
        if let Some(item) = &over.item
            && matches!(
                over.kind,
                over::OverKind::Share(_) | over::OverKind::GiveToPanel(_)
            )
        {
            let [above, rest] =
                Layout::vertical([Constraint::Max(ITEM_ROWS), Constraint::Min(0)]).areas(area);
            let mut says = item.words.for_professionals().to_owned();
            if matches!(over.kind, over::OverKind::GiveToPanel(_)) {
                says = format!("{says}\n{}", view.words.say(W::RunnerGiveSays));
            }
            frame.render_widget(Paragraph::new(wrapped(view, above, &says)), above);
            below = rest;
        }
        form::draw(frame, below, view, &over.form);
        return;
    }
    if let Some(preview) = &page.preview {
        curtain::draw(frame, area, view, part1, preview);
        return;
    }
    let rows = u16::try_from(list_rows(usize::from(area.height))).unwrap_or(area.height);
    let [above, below] =
        Layout::vertical([Constraint::Length(rows), Constraint::Min(0)]).areas(area);
    list::draw(frame, above, view, page, part1);
    list::draw_selected(frame, below, view, page);
}

fn wrapped<'v>(view: &View<'v>, area: Rect, says: &str) -> Vec<Line<'v>> {
    let cols = usize::from(area.width).saturating_sub(2);
    let lines = text::wrap(says, cols).into_iter();
    lines
        .map(|line| Line::styled(format!(" {line}"), view.theme.muted()))
        .collect()
}
