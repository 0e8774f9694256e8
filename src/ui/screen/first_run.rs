//! The first screen of all, drawn.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use crate::app::screen::FirstRun;
use crate::ui::text;
use crate::ui::view::{Title, View};
use crate::ui::widget::form;
use crate::words::Key as W;

pub fn title(view: &View<'_>, page: &FirstRun) -> Title {
    let left = match page.recovery_key {
        Some(_) => W::ShellRecoveryTitle,
        None => W::ShellFirstRun,
    };
    Title {
        left: view.words.say(left).to_owned(),
        right: String::new(),
    }
}

pub fn body(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, page: &FirstRun) {
    let cols = usize::from(area.width).saturating_sub(4);
    if let Some(key) = &page.recovery_key {
        let mut lines = vec![Line::raw("")];
        for line in text::wrap(key.expose(), cols) {
            lines.push(Line::styled(format!("  {line}"), view.theme.title()));
        }
        lines.push(Line::raw(""));
        for line in text::wrap(view.words.say(W::ShellRecoverySays), cols) {
            lines.push(Line::raw(format!("  {line}")));
        }
        lines.push(Line::raw(""));
        let done = view.words.say(W::ShellRecoveryDone);
        lines.push(Line::styled(format!("  {done}"), view.theme.key()));
        frame.render_widget(Paragraph::new(lines), area);
        return;
    }
    let path = page.path.as_str();
    let says = view
        .words
        .with(W::ShellFirstRunSays, &[("path", path.into())]);
    let mut lines = text::wrap(&says, cols);
    lines.push(String::new());
    lines.extend(text::wrap(view.words.say(W::ShellFirstRunNeeds), cols));
    lines.push(String::new());
    let height = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    let [above, below] =
        Layout::vertical([Constraint::Max(height), Constraint::Min(0)]).areas(area);
    let lines: Vec<Line<'_>> = lines
        .into_iter()
        .map(|line| Line::raw(format!("  {line}")))
        .collect();
    frame.render_widget(Paragraph::new(lines), above);
    form::draw(frame, below, view, &page.form);
}
