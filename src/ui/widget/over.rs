//! A short form under a line that says what it is about.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use super::form;
use crate::app::form::Form;
use crate::ui::text;
use crate::ui::view::View;

/// With fewer rows than these, the form has all the room there is.
const ROWS_FOR_HEAD: u16 = 12;

/// Draws the form, and above it what it is about and what is to be known of it.
pub fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    view: &View<'_>,
    (about, says): (&str, &str),
    form: &Form,
) {
    if area.height < ROWS_FOR_HEAD {
        form::draw(frame, area, view, form);
        return;
    }
    let cols = usize::from(area.width).saturating_sub(2);
    let mut lines: Vec<Line<'_>> = Vec::new();
    for (words, style) in [(about, view.theme.title()), (says, view.theme.muted())] {
        for line in text::wrap(words, cols) {
            if !line.is_empty() {
                lines.push(Line::styled(format!(" {line}"), style));
            }
        }
    }
    lines.push(Line::raw(""));
    let rows = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    let [above, below] = Layout::vertical([Constraint::Max(rows), Constraint::Min(0)]).areas(area);
    frame.render_widget(Paragraph::new(lines), above);
    form::draw(frame, below, view, form);
}
