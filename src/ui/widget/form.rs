//! The one form of all screens: labels, what was typed, choices, faults beside their field.
//!
//! ```text
//!  Name *              Siân▏
//!  Living              ‹ at home ›
//!  Received            +6w          that is Mon 4 Jan 2027
//!  ! Type a day that has been.
//! ```

mod choices;
mod reading;
#[cfg(test)]
mod tests;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::{area, month};
use crate::app::form::{Field, FieldKind, Form, Reads};
use crate::ui::text;
use crate::ui::theme::Glyph;
use crate::ui::view::View;
use crate::words::Key as W;

/// Rows that text of several lines shows while it is not in focus.
const TEXT_ROWS: usize = 2;
/// And the most it shows while it is.
const TEXT_ROWS_IN_FOCUS: usize = 8;
/// Below this a month would push the form itself out of sight.
const ROWS_FOR_A_MONTH: u16 = 15;

/// What one field takes of the screen.
struct Block<'v> {
    lines: Vec<Line<'v>>,
    /// Row and column of the cursor within it.
    cursor: Option<(usize, usize)>,
}

/// Draws the form, scrolled so that the field in focus is in sight.
pub fn draw(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, form: &Form) {
    if area.width < 4 || area.height == 0 {
        return;
    }
    let layout = Columns::of(area);
    let blocks: Vec<Block<'_>> = form
        .fields()
        .iter()
        .enumerate()
        .map(|(at, field)| block(view, form, field, at == form.focus(), layout))
        .collect();
    let rows = usize::from(area.height);
    let before: usize = blocks
        .iter()
        .take(form.focus())
        .map(|b| b.lines.len())
        .sum();
    let in_focus = blocks
        .get(form.focus())
        .map_or(0, |block| block.lines.len());
    let all: usize = blocks.iter().map(|block| block.lines.len()).sum();
    let first = first_row(before, in_focus, all, rows);
    let cursor = blocks.get(form.focus()).and_then(|block| block.cursor);
    let lines: Vec<Line<'_>> = blocks
        .into_iter()
        .flat_map(|block| block.lines)
        .skip(first)
        .take(rows)
        .collect();
    frame.render_widget(Paragraph::new(lines), area);
    if let Some((row, col)) = cursor
        && let Some(row) = (before + row).checked_sub(first)
        && row < rows
    {
        let x = area
            .x
            .saturating_add(u16::try_from(col).unwrap_or(u16::MAX));
        let y = area
            .y
            .saturating_add(u16::try_from(row).unwrap_or(u16::MAX));
        if x < area.right() {
            frame.set_cursor_position((x, y));
        }
    }
}

/// The first row in sight: the field in focus whole, with what comes before it if there is room.
fn first_row(before: usize, in_focus: usize, all: usize, rows: usize) -> usize {
    if all <= rows {
        return 0;
    }
    let least = (before + in_focus).saturating_sub(rows);
    let centred = (before + in_focus / 2).saturating_sub(rows / 2);
    centred.clamp(least.min(before), before).min(all - rows)
}

#[derive(Clone, Copy)]
struct Columns {
    label: usize,
    value: usize,
    has_room_for_a_month: bool,
}

impl Columns {
    fn of(area: Rect) -> Self {
        let cols = usize::from(area.width).saturating_sub(3);
        let label = (cols / 3).clamp(1, 26);
        Self {
            label,
            value: cols.saturating_sub(label).max(1),
            has_room_for_a_month: area.height >= ROWS_FOR_A_MONTH,
        }
    }
}

fn block<'v>(
    view: &View<'v>,
    form: &Form,
    field: &'v Field,
    is_focused: bool,
    columns: Columns,
) -> Block<'v> {
    let mut block = match field.kind() {
        FieldKind::Line(..) => line_block(view, field, is_focused, columns),
        FieldKind::Text(_) => text_block(field, is_focused, columns),
        FieldKind::One { options, chosen } => {
            let ids = options.iter().map(|(_, called)| view.called(called));
            choices::one(view, ids, *chosen, is_focused, columns)
        }
        FieldKind::Many {
            options,
            chosen,
            cursor,
        } => {
            let names = options.iter().map(|(_, called)| view.called(called));
            choices::many(
                view,
                names.zip(chosen.iter().copied()),
                *cursor,
                is_focused,
                columns,
            )
        }
        FieldKind::Pick(pick) => choices::pick(view, pick, is_focused, columns),
        FieldKind::Secret(secret) => {
            let dots = view
                .theme
                .glyph(Glyph::Masked)
                .repeat(secret.chars().min(columns.value - 1));
            let cursor = is_focused.then(|| (0, text::width(&dots)));
            Block {
                lines: vec![Line::raw(dots)],
                cursor,
            }
        }
    };
    let label_style = if is_focused {
        view.theme.title()
    } else {
        Style::new()
    };
    let mut label = view.called(field.label()).to_owned();
    if field.is_needed() {
        label.push_str(" *");
    }
    let mark = if is_focused {
        view.theme.glyph(Glyph::Selected)
    } else {
        " "
    };
    // A label that is longer than its column goes on below: cut, it might ask for the opposite.
    let label = text::wrap(&label, columns.label);
    block
        .lines
        .resize_with(block.lines.len().max(label.len()), Line::default);
    let mut lines = Vec::with_capacity(block.lines.len() + 1);
    for (at, line) in block.lines.into_iter().enumerate() {
        let mark = if at == 0 { mark } else { " " };
        let label = label.get(at).map_or("", String::as_str);
        let label = text::pad(label, columns.label);
        let mut spans = vec![
            Span::styled(mark, view.theme.key()),
            Span::styled(label, label_style),
            Span::raw(" "),
        ];
        spans.extend(line.spans);
        lines.push(Line::from(spans).style(line.style));
    }
    if let Some(fault) = form.fault(field.id()) {
        let sign = view.theme.glyph(Glyph::Warning);
        let cols = columns.label + columns.value;
        for (at, said) in text::wrap(view.words.say(fault), cols.saturating_sub(2))
            .into_iter()
            .enumerate()
        {
            let sign = if at == 0 { sign } else { " " };
            lines.push(Line::styled(format!("  {sign} {said}"), view.theme.late()));
        }
    }
    block.cursor = block
        .cursor
        .map(|(row, col)| (row, col + columns.label + 2));
    Block { lines, ..block }
}

fn line_block<'v>(
    view: &View<'v>,
    field: &'v Field,
    is_focused: bool,
    columns: Columns,
) -> Block<'v> {
    let Some((lines, reads)) = field.line_text() else {
        return Block {
            lines: vec![Line::raw("")],
            cursor: None,
        };
    };
    let (typed, at) = lines;
    let as_read = |said: String| view.words.with(W::ShellReadAs, &[("date", said.into())]);
    let beside = columns.value.saturating_sub(text::width(typed));
    let fits = |said: &String| text::width(said) + 2 <= beside;
    let whole = reading::in_words(view, typed, reads).map(as_read);
    let short = || reading::in_short(view, typed, reads).map(as_read);
    let said = match whole {
        Some(whole) if fits(&whole) => whole,
        Some(whole) => short().filter(fits).unwrap_or(whole),
        None => String::new(),
    };
    let is_beside = said.is_empty() || fits(&said);
    let (shown, cursor_col) = around_cursor(typed, at, columns.value);
    let mut lines = vec![Line::raw(shown)];
    let muted = view.theme.muted();
    match lines.first_mut() {
        Some(line) if is_beside => line.push_span(Span::styled(format!("  {said}"), muted)),
        // Where it does not fit beside what was typed, it stands below.
        _ => lines.push(Line::styled(text::cut(&said, columns.value), muted)),
    }
    if is_focused
        && columns.has_room_for_a_month
        && matches!(reads, Reads::DayToCome | Reads::DayPast)
    {
        let day = reading::day(view, typed, reads).unwrap_or_else(|| view.today());
        lines.extend(month::lines(view, day));
    }
    Block {
        lines,
        cursor: is_focused.then_some((0, cursor_col)),
    }
}

/// The part of a line around its cursor that fits, and the cursor's column in it.
fn around_cursor(typed: &str, at: usize, cols: usize) -> (String, usize) {
    let cols = cols.max(2);
    let before: String = typed.chars().take(at).collect();
    let mut skipped = 0;
    let mut head = before.as_str();
    while text::width(head) >= cols {
        let mut letters = head.chars();
        letters.next();
        skipped += 1;
        head = letters.as_str();
    }
    let cursor = text::width(head);
    let rest: String = typed.chars().skip(skipped).collect();
    (text::cut(&rest, cols), cursor)
}

fn text_block(field: &Field, is_focused: bool, columns: Columns) -> Block<'_> {
    let Some((typed, cursor)) = field.area_text() else {
        return Block {
            lines: vec![Line::raw("")],
            cursor: None,
        };
    };
    let laid = area::lay_out(typed, cursor, columns.value);
    let most = if is_focused {
        TEXT_ROWS_IN_FOCUS
    } else {
        TEXT_ROWS
    };
    let least = if is_focused { 3 } else { 1 };
    let shown = laid.lines.len().clamp(least, most);
    let first = if is_focused {
        (laid.cursor.0 + 1).saturating_sub(shown)
    } else {
        0
    };
    let hidden = laid.lines.len().saturating_sub(first + shown);
    let mut lines: Vec<Line<'_>> = laid
        .lines
        .into_iter()
        .skip(first)
        .take(shown)
        .map(Line::raw)
        .collect();
    lines.resize_with(shown, || Line::raw(""));
    if hidden > 0
        && !is_focused
        && let Some(last) = lines.last_mut()
    {
        let text: String = last
            .spans
            .iter()
            .map(|span| span.content.as_ref())
            .collect();
        *last = Line::raw(format!(
            "{} …",
            text::cut(&text, columns.value.saturating_sub(3))
        ));
    }
    Block {
        lines,
        cursor: is_focused.then_some((laid.cursor.0 - first, laid.cursor.1)),
    }
}
