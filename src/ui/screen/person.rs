//! A young person's details, drawn: the form, and above it what somebody else has changed.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use crate::app::screen::Person;
use crate::ui::text;
use crate::ui::view::{Title, View};
use crate::ui::widget::form;
use crate::words::Key as W;

pub fn title(view: &View<'_>, page: &Person) -> Title {
    let Some(case) = &page.brief else {
        return Title::default();
    };
    let name = view.name(&case.full_name()).into_owned();
    let who = view.words.name_and_age(&name, case, view.today());
    let left = format!("{} {who}", case.reference);
    let right = page.typing.kept_at.map(|at| view.draft_kept(at));
    Title {
        left,
        right: right.unwrap_or_default(),
    }
}

pub fn body(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, page: &Person) {
    let cols = usize::from(area.width).saturating_sub(2);
    let mut lines = Vec::new();
    if !page.theirs.is_empty() {
        let says = view.words.say(W::ReferralPersonTheirs);
        lines.extend(text::wrap(says, cols));
        for (label, now) in &page.theirs {
            let now = view.name(now);
            let line = format!("  {}: {now}", view.called(label));
            lines.extend(text::wrap(&line, cols));
        }
    }
    let rows = u16::try_from(lines.len()).unwrap_or(0).min(area.height / 2);
    let [above, below] =
        Layout::vertical([Constraint::Length(rows), Constraint::Min(0)]).areas(area);
    form::draw(frame, below, view, &page.form);
    let lines: Vec<Line<'_>> = lines
        .into_iter()
        .map(|line| Line::styled(format!(" {line}"), view.theme.warning()))
        .collect();
    frame.render_widget(Paragraph::new(lines), above);
}
