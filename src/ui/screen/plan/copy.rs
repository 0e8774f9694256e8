//! The family's copy on the screen: the very lines of the text file, broken to its width.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use crate::app::screen::plan::Copied;
use crate::domain::plan::PlanPage;
use crate::export;
use crate::ui::text;
use crate::ui::view::View;
use crate::words::Key as W;

/// Lines are easier to read when they are not as wide as the screen.
const WIDEST_COLS: usize = 72;

pub(super) fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    view: &View<'_>,
    read: &PlanPage,
    copied: &Copied,
) {
    if view.model.is_masked {
        // Names stand within sentences here, where they cannot be masked one by one.
        super::says(frame, area, view, W::PlanCopyMasked);
        return;
    }
    let cols = usize::from(area.width).saturating_sub(2).min(WIDEST_COLS);
    let page = export::family_plan_page(&copied.plan, read.case.called(), view.words);
    let lines: Vec<Line<'_>> = export::plain::lines(&page)
        .iter()
        .flat_map(|line| broken(line, cols))
        .map(|line| Line::raw(format!(" {line}")))
        .collect();
    let last = lines.len().saturating_sub(usize::from(area.height));
    let shown: Vec<Line<'_>> = lines.into_iter().skip(copied.first.min(last)).collect();
    frame.render_widget(Paragraph::new(shown), area);
}

/// A line broken between words; what hangs below a bullet stays below it.
fn broken(line: &str, cols: usize) -> Vec<String> {
    let hangs = line.starts_with("- ") || line.starts_with("  ");
    let Some((lead, rest)) = line.split_at_checked(2).filter(|_| hangs) else {
        return match text::wrap(line, cols) {
            lines if lines.is_empty() => vec![String::new()],
            lines => lines,
        };
    };
    let lines = text::wrap(rest, cols.saturating_sub(2));
    lines
        .into_iter()
        .enumerate()
        .map(|(number, line)| match number {
            0 => format!("{lead}{line}"),
            _ => format!("  {line}"),
        })
        .collect()
}
