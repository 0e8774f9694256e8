//! The month of the chosen day: the window, and what is free in it, told by marks.

use chrono::Datelike;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use crate::app::screen::planner::sheet::{Focus, Sheet};
use crate::domain::calendar::{Day, DayKind};
use crate::ui::text;
use crate::ui::theme::Glyph;
use crate::ui::view::View;
use crate::words::Key as W;

pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, sheet: &Sheet) {
    let holidays = &view.model.rules.policies.holidays;
    let day = sheet.plan.day;
    let Some(month) = holidays.month(day.year(), day.month()) else {
        return;
    };
    let mark = match sheet.focus {
        Focus::Calendar => view.theme.glyph(Glyph::Selected),
        Focus::List => " ",
    };
    let mut lines = vec![Line::from(vec![
        Span::styled(mark, view.theme.key()),
        Span::styled(view.words.month_and_year(day), view.theme.title()),
    ])];
    let names = view.words.weekdays_short();
    let names: Vec<String> = names
        .map(|name| text::pad(&name.chars().take(2).collect::<String>(), 2))
        .collect();
    let names = format!(" {}", names.join(" "));
    lines.push(Line::styled(names, view.theme.muted()));
    for week in &month.weeks {
        let mut spans = vec![Span::raw(" ")];
        for one in week {
            spans.extend(cell(view, sheet, one));
        }
        lines.push(Line::from(spans));
    }
    let legend = view.words.with(
        W::MeetingsLegend,
        &[
            ("free", view.theme.glyph(Glyph::Today).into()),
            ("clash", view.theme.glyph(Glyph::Coming).into()),
            ("holiday", view.theme.glyph(Glyph::Holiday).into()),
        ],
    );
    let cols = usize::from(area.width).saturating_sub(2);
    for line in text::wrap(&legend, cols) {
        lines.push(Line::styled(format!(" {line}"), view.theme.muted()));
    }
    if let DayKind::Holiday(name) = holidays.kind_of(day) {
        let holiday = view.theme.glyph(Glyph::Holiday);
        for line in text::wrap(&format!("{holiday} {name}"), cols) {
            lines.push(Line::raw(format!(" {line}")));
        }
    }
    frame.render_widget(Paragraph::new(lines), area);
}

/// Two columns of number and one of mark.
fn cell<'v>(view: &View<'v>, sheet: &Sheet, day: &Day<'_>) -> [Span<'v>; 2] {
    if !day.in_month {
        return [Span::raw("  "), Span::raw(" ")];
    }
    let is_in_window = sheet.offer.window.days.holds(day.date);
    let mut style = match day.kind {
        DayKind::Working if is_in_window => Style::new().add_modifier(Modifier::BOLD),
        _ => view.theme.muted(),
    };
    if day.date == view.today() {
        style = style.add_modifier(Modifier::UNDERLINED);
    }
    if day.date == sheet.plan.day {
        style = view.theme.selected();
    }
    let (glyph, mark_style) = match (day.kind, sheet.score(day.date)) {
        (DayKind::Holiday(_), _) => (Some(Glyph::Holiday), view.theme.muted()),
        (_, Some(score)) if score.clashes.is_empty() => (Some(Glyph::Today), view.theme.good()),
        (_, Some(_)) => (Some(Glyph::Coming), view.theme.warning()),
        (_, None) => (None, Style::new()),
    };
    let glyph = glyph.map_or(" ", |glyph| view.theme.glyph(glyph));
    [
        Span::styled(format!("{:>2}", day.date.day()), style),
        Span::styled(glyph, mark_style),
    ]
}
