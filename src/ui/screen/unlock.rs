//! The locked screen, drawn: nothing of any case is on it.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use crate::app::screen::Unlock;
use crate::app::screen::unlock::Focus;
use crate::ui::text;
use crate::ui::theme::Glyph;
use crate::ui::view::{Title, View};
use crate::words::Key as W;

pub fn title(view: &View<'_>, _page: &Unlock) -> Title {
    Title {
        left: view.words.say(W::ShellLocked).to_owned(),
        right: String::new(),
    }
}

pub fn body(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, page: &Unlock) {
    let labels = [
        view.words.say(W::ShellUnlockName),
        view.words.say(W::ShellPassphrase),
    ];
    let label_cols = labels
        .iter()
        .map(|label| text::width(label))
        .max()
        .unwrap_or(0)
        + 2;
    let cols = usize::from(area.width).saturating_sub(label_cols + 4);
    let user = text::cut(&page.user, cols);
    let dots = view
        .theme
        .glyph(Glyph::Masked)
        .repeat(page.passphrase.chars().min(cols));
    let typed = match page.focus {
        Focus::Name => text::width(&user),
        Focus::Passphrase => text::width(&dots),
    };
    let row = |label: &str, value: String, is_focused: bool| {
        let mark = if is_focused {
            view.theme.glyph(Glyph::Selected)
        } else {
            " "
        };
        let style = if is_focused {
            view.theme.title()
        } else {
            view.theme.muted()
        };
        Line::from(vec![
            Span::raw(format!(" {mark}")),
            Span::styled(text::pad(label, label_cols), style),
            Span::raw(value),
        ])
    };
    let mut lines = vec![
        Line::raw(""),
        row(labels[0], user, page.focus == Focus::Name),
        row(labels[1], dots, page.focus == Focus::Passphrase),
        Line::raw(""),
    ];
    if page.is_opening.is_some() {
        lines.push(Line::raw(format!("  {}", view.words.say(W::ShellOpening))));
    } else if page.names.len() > 1 {
        let names = page.names.join(", ");
        let said = view
            .words
            .with(W::ShellKnownNames, &[("names", names.into())]);
        let wrapped = text::wrap(&said, usize::from(area.width).saturating_sub(4));
        lines.extend(
            wrapped
                .into_iter()
                .map(|line| Line::styled(format!("  {line}"), view.theme.muted())),
        );
    }
    if page.part2.is_some() {
        lines.push(Line::raw(""));
        let says = view.words.say(W::FamilyLocked);
        let wrapped = text::wrap(says, usize::from(area.width).saturating_sub(4));
        let wrapped = wrapped.into_iter();
        lines.extend(wrapped.map(|line| Line::raw(format!("  {line}"))));
    }
    if page.is_fictional {
        lines.push(Line::raw(""));
        let says = view.words.say(W::ShellFictional);
        let wrapped = text::wrap(says, usize::from(area.width).saturating_sub(4));
        lines.extend(
            wrapped
                .into_iter()
                .map(|line| Line::raw(format!("  {line}"))),
        );
    }
    frame.render_widget(Paragraph::new(lines), area);
    let row = match page.focus {
        Focus::Name => 1,
        Focus::Passphrase => 2,
    };
    let x = area
        .x
        .saturating_add(u16::try_from(label_cols + typed + 2).unwrap_or(u16::MAX));
    if page.is_opening.is_none() && area.height > row && x < area.right() {
        frame.set_cursor_position((x, area.y + row));
    }
}
