//! A month as a grid, with weekends, bank holidays and the chosen day, told by marks and not by
//! colour alone.

use chrono::{Datelike, NaiveDate};
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

use crate::domain::calendar::DayKind;
use crate::ui::theme::Glyph;
use crate::ui::view::View;

/// How wide the grid is: seven days of three columns.
pub const MONTH_COLS: usize = 21;

/// The month of `day` in lines: its name, the weekdays, the weeks. The chosen day is reversed, a
/// bank holiday has a mark after it, today is underlined.
pub fn lines<'v>(view: &View<'v>, day: NaiveDate) -> Vec<Line<'v>> {
    let holidays = &view.model.rules.policies.holidays;
    let Some(month) = holidays.month(day.year(), day.month()) else {
        return Vec::new();
    };
    let mut lines = vec![Line::styled(
        view.words.month_and_year(day),
        view.theme.title(),
    )];
    let names: Vec<String> = view
        .words
        .weekdays_short()
        .map(|name| name.chars().take(2).collect())
        .collect();
    let names = names.join(" ");
    lines.push(Line::styled(names, view.theme.muted()));
    let today = view.today();
    for week in &month.weeks {
        let mut spans = Vec::new();
        for one in week {
            if !one.in_month {
                spans.push(Span::raw("   "));
                continue;
            }
            let mut style = match one.kind {
                DayKind::Working => Style::new(),
                DayKind::Weekend | DayKind::Holiday(_) => view.theme.muted(),
            };
            if one.date == today {
                style = style.add_modifier(Modifier::UNDERLINED);
            }
            if one.date == day {
                style = style.add_modifier(Modifier::REVERSED);
            }
            let mark = match one.kind {
                DayKind::Holiday(_) => view.theme.glyph(Glyph::Holiday),
                _ => " ",
            };
            spans.push(Span::styled(format!("{:>2}", one.date.day()), style));
            spans.push(Span::raw(mark.to_owned()));
        }
        lines.push(Line::from(spans));
    }
    if let DayKind::Holiday(name) = holidays.kind_of(day) {
        let mark = view.theme.glyph(Glyph::Holiday);
        lines.push(Line::raw(format!("{mark} {name}")));
    }
    lines
}
