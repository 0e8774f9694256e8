//! Words in one row of the screen, one part after the other.
//!
//! What ratatui's own line does, but quicker where every character takes one column, as nearly all
//! do: rows of a list are most of what a key draws again.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::ui::text;

/// Draws into the first row of an area; what has no room is left out.
pub fn draw<'a>(buffer: &mut Buffer, area: Rect, spans: impl IntoIterator<Item = Span<'a>>) {
    let area = area.intersection(buffer.area);
    if area.is_empty() {
        return;
    }
    let mut x = area.x;
    for span in spans {
        let room = area.right().saturating_sub(x);
        if room == 0 {
            return;
        }
        if !text::is_plain(&span.content) {
            if text::width(&span.content) > usize::from(room) {
                buffer.set_span(x, area.y, &span, room);
                return;
            }
            (x, _) = buffer.set_span(x, area.y, &span, room);
            continue;
        }
        for letter in span.content.chars().take(usize::from(room)) {
            if let Some(cell) = buffer.cell_mut((x, area.y)) {
                cell.set_char(letter).set_style(span.style);
            }
            x += 1;
        }
    }
}

/// Draws a line, its own style behind that of its parts.
pub fn draw_line(buffer: &mut Buffer, area: Rect, line: Line<'_>) {
    if line.spans.iter().all(|span| span.content.is_empty()) {
        return;
    }
    let row = Rect {
        height: area.height.min(1),
        ..area
    };
    buffer.set_style(row, line.style);
    draw(buffer, area, line.spans);
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use ratatui::style::{Modifier, Style};
    use ratatui::widgets::Widget;

    use super::*;

    proptest! {
        #[test]
        fn parts_look_as_in_ratatui_s_own_line(
            parts in prop::collection::vec(("[a-z ŵ日é|]{0,12}", any::<bool>()), 0..6),
            cols in 0_u16..30,
            behind in prop::sample::select(vec![Modifier::empty(), Modifier::DIM]),
        ) {
            let spans: Vec<Span<'_>> = parts
                .iter()
                .map(|(words, is_reversed)| {
                    let style = if *is_reversed {
                        Style::new().add_modifier(Modifier::REVERSED)
                    } else {
                        Style::new()
                    };
                    Span::styled(words.as_str(), style)
                })
                .collect();
            let area = Rect::new(2, 1, cols, 1);
            let whole = Rect::new(0, 0, 40, 3);
            let mut ours = Buffer::empty(whole);
            let mut theirs = Buffer::empty(whole);
            let line = Line::from(spans).style(Style::new().add_modifier(behind));
            draw_line(&mut ours, area, line.clone());
            line.render(area, &mut theirs);
            prop_assert_eq!(ours, theirs);
        }
    }
}
