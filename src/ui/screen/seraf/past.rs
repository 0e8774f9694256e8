//! Scores over time: a chart, and under it each assessment in words, so that nothing is told by
//! the picture alone.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::head::change_parts;
use super::paragraph;
use crate::app::screen::seraf::{NotAskedYet, Past, past_chart_rows};
use crate::domain::assessment::{Completed, Direction};
use crate::ui::text;
use crate::ui::theme::{Glyph, Signs};
use crate::ui::view::View;
use crate::ui::widget::rows::{self, Row};
use crate::words::Key as W;

/// Columns of one bar with its label.
const BAR_COLS: usize = 13;

pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, past: &Past) {
    if past.completed.is_empty() {
        paragraph(frame, area, view.words.say(W::SerafPastNone));
        return;
    }
    let chart_rows = u16::try_from(past_chart_rows(view.model.size)).unwrap_or(0);
    let gap = u16::from(chart_rows > 0);
    let [chart, _, list] = Layout::vertical([
        Constraint::Length(chart_rows),
        Constraint::Length(gap),
        Constraint::Min(0),
    ])
    .areas(area);
    if chart.height > 3 {
        draw_chart(frame, chart, view, past);
    }
    let cols = usize::from(list.width);
    let lines = past
        .completed
        .iter()
        .skip(past.cursor.first)
        .map(|one| row(view, one, cols));
    rows::draw(frame, list, view, past.cursor, lines);
}

fn row<'v>(view: &View<'v>, one: &Completed, cols: usize) -> Row<'v> {
    let content = &one.assessment.content;
    let Some(outcome) = &one.assessment.outcome else {
        return Row::default();
    };
    let date = view.words.date_with_year(content.assessed_on);
    let head = text::pad(&date, 12);
    let band = content.form().band_of(outcome.category);
    let title = band.map_or("", |band| band.title.say(view.model.language));
    let category = view.words.with(
        W::SerafCategory,
        &[
            ("category", outcome.category.into()),
            ("title", title.into()),
        ],
    );
    let mut said = vec![category];
    if let Some(judgement) = &content.judgement {
        let words = match judgement.direction {
            Direction::Higher => W::SerafJudgedHigher,
            Direction::Lower => W::SerafJudgedLower,
        };
        said.push(view.words.say(words).to_owned());
    }
    said.push(match &one.changes {
        None => view.words.say(W::SerafFirst).to_owned(),
        Some(changes) => change_parts(view, changes, NotAskedYet::default()),
    });
    if one
        .changes
        .as_ref()
        .is_some_and(crate::domain::seraf::Changes::fell_by_calendar_alone)
    {
        said.push(view.words.say(W::SerafCautionCalendar).to_owned());
    }
    let style = if outcome.at_risk {
        view.theme.late()
    } else {
        view.theme.title()
    };
    let score = format!("{:>3}  ", outcome.score);
    let room = cols.saturating_sub(text::width(&head) + text::width(&score) + 2);
    let dot = view.theme.glyph(Glyph::Dot);
    Row {
        head,
        rest: vec![
            Span::styled(score, style),
            Span::raw(text::cut(&said.join(&format!(" {dot} ")), room)),
        ],
    }
}

/// Bars from the oldest on the left to the latest on the right, with the line from which a young
/// person is at risk. As many of the latest as there is room for.
fn draw_chart(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, past: &Past) {
    let cols = usize::from(area.width).saturating_sub(8);
    let most = (cols / BAR_COLS).max(1);
    let shown: Vec<&Completed> = past.completed.iter().take(most).rev().collect();
    let Some(form) = shown.last().map(|one| one.assessment.content.form()) else {
        return;
    };
    let limit = form.at_risk_from();
    let highest = shown
        .iter()
        .filter_map(|one| one.assessment.outcome.as_ref())
        .map(|outcome| outcome.score)
        .max()
        .unwrap_or(0)
        .max(limit + 4);
    let rows = usize::from(area.height).saturating_sub(2).max(1);
    let height_of = |score: u32| -> usize {
        let score = usize::try_from(score).unwrap_or(0);
        let highest = usize::try_from(highest).unwrap_or(1);
        // Anything above nothing is seen, and over each there is room for its number.
        (score * (rows - 1)).div_ceil(highest)
    };
    let limit_row = rows.saturating_sub(height_of(limit));
    let (line, bar) = match view.theme.signs {
        Signs::Unicode => ("╌", "█"),
        Signs::Ascii => ("-", "#"),
    };
    let mut lines = Vec::with_capacity(rows + 2);
    let legend = view
        .words
        .with(W::SerafChartAtRisk, &[("from", limit.into())]);
    lines.push(Line::styled(
        format!(" {line}{line} {legend}"),
        view.theme.muted(),
    ));
    for row in 0..rows {
        let is_limit = row == limit_row;
        let label = if is_limit {
            format!(" {limit:>3} ")
        } else {
            "     ".to_owned()
        };
        let mut spans = vec![Span::styled(label, view.theme.muted())];
        for one in &shown {
            let Some(outcome) = &one.assessment.outcome else {
                continue;
            };
            let height = height_of(outcome.score);
            let top = rows.saturating_sub(height);
            let blank = if is_limit { line } else { " " };
            let style = if outcome.at_risk {
                view.theme.late()
            } else {
                view.theme.title()
            };
            let (cell, style) = if row >= top && height > 0 {
                (bar.repeat(6), style)
            } else if row + 1 == top {
                (format!("{:^6}", outcome.score), style)
            } else {
                (blank.repeat(6), view.theme.muted())
            };
            let beside = blank.repeat((BAR_COLS - 6) / 2);
            let after = blank.repeat(BAR_COLS - 6 - (BAR_COLS - 6) / 2);
            spans.push(Span::styled(beside, view.theme.muted()));
            spans.push(Span::styled(cell, style));
            spans.push(Span::styled(after, view.theme.muted()));
        }
        lines.push(Line::from(spans));
    }
    let dates: String = shown
        .iter()
        .map(|one| {
            let date = view
                .words
                .date_with_year(one.assessment.content.assessed_on);
            text::pad(&date, BAR_COLS)
        })
        .collect();
    lines.push(Line::raw(format!("     {dates}")));
    frame.render_widget(Paragraph::new(lines), area);
}
