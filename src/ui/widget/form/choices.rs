//! Fields in which something is chosen: one of several, any of several, a name found by typing.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::{Block, Columns, around_cursor};
use crate::app::form::Pick;
use crate::ui::text;
use crate::ui::theme::Glyph;
use crate::ui::view::View;
use crate::words::Key as W;

pub(super) fn one<'v>(
    view: &View<'v>,
    names: impl Iterator<Item = &'v str>,
    chosen: Option<usize>,
    is_focused: bool,
    columns: Columns,
) -> Block<'v> {
    let names: Vec<&str> = names.collect();
    let chosen_name = chosen.and_then(|at| names.get(at).copied());
    if !is_focused {
        let line = match chosen_name {
            Some(name) => Line::raw(text::cut(name, columns.value)),
            None => Line::styled(view.words.say(W::ShellNoneChosen), view.theme.muted()),
        };
        return Block {
            lines: vec![line],
            cursor: None,
        };
    }
    let parts = names.iter().enumerate().map(|(at, name)| {
        let style = if Some(at) == chosen {
            view.theme.selected()
        } else {
            Style::new()
        };
        let mark = if Some(at) == chosen {
            view.theme.glyph(Glyph::Ticked)
        } else {
            " "
        };
        (format!("({mark}) {name}"), style)
    });
    Block {
        lines: flow(parts, columns.value),
        cursor: None,
    }
}

pub(super) fn many<'v>(
    view: &View<'v>,
    names: impl Iterator<Item = (&'v str, bool)>,
    cursor: usize,
    is_focused: bool,
    columns: Columns,
) -> Block<'v> {
    let names: Vec<(&str, bool)> = names.collect();
    if !is_focused {
        let chosen: Vec<&str> = names
            .iter()
            .filter(|(_, chosen)| *chosen)
            .map(|(name, _)| *name)
            .collect();
        let lines = if chosen.is_empty() {
            let none = view.words.say(W::ShellNoneChosen);
            vec![Line::styled(none, view.theme.muted())]
        } else {
            text::wrap(&chosen.join(", "), columns.value)
                .into_iter()
                .map(Line::raw)
                .collect()
        };
        return Block {
            lines,
            cursor: None,
        };
    }
    let parts = names.iter().enumerate().map(|(at, (name, chosen))| {
        let style = if at == cursor {
            view.theme.selected()
        } else {
            Style::new()
        };
        let mark = if *chosen {
            view.theme.glyph(Glyph::Ticked)
        } else {
            " "
        };
        (format!("[{mark}] {name}"), style)
    });
    Block {
        lines: flow(parts, columns.value),
        cursor: None,
    }
}

/// Choices beside each other, in as many lines as they need.
fn flow<'v>(parts: impl Iterator<Item = (String, Style)>, cols: usize) -> Vec<Line<'v>> {
    let mut lines = Vec::new();
    let mut spans: Vec<Span<'_>> = Vec::new();
    let mut used = 0;
    for (part, style) in parts {
        let part = text::cut(&part, cols);
        let width = text::width(&part);
        if used > 0 && used + 2 + width > cols {
            lines.push(Line::from(std::mem::take(&mut spans)));
            used = 0;
        }
        if used > 0 {
            spans.push(Span::raw("  "));
            used += 2;
        }
        spans.push(Span::styled(part, style));
        used += width;
    }
    lines.push(Line::from(spans));
    lines
}

pub(super) fn pick<'v>(
    view: &View<'v>,
    field: &'v Pick,
    is_focused: bool,
    columns: Columns,
) -> Block<'v> {
    let typed = field.text();
    let (shown, cursor) = around_cursor(typed, typed.chars().count(), columns.value);
    let mut spans = vec![Span::raw(shown)];
    if field.chosen().is_some() {
        let mark = format!(" {}", view.theme.glyph(Glyph::Yes));
        spans.push(Span::styled(mark, view.theme.good()));
    }
    let mut lines = vec![Line::from(spans)];
    if is_focused {
        for (at, (_, called)) in field.offered().into_iter().enumerate() {
            let name = text::cut(view.called(called), columns.value.saturating_sub(2));
            let line = if field.marked() == Some(at) {
                let mark = view.theme.glyph(Glyph::Selected);
                Line::from(vec![
                    Span::raw(mark),
                    Span::raw(" "),
                    Span::styled(name, view.theme.selected()),
                ])
            } else {
                Line::styled(format!("  {name}"), view.theme.muted())
            };
            lines.push(line);
        }
    }
    Block {
        lines,
        cursor: is_focused.then_some((0, cursor)),
    }
}
