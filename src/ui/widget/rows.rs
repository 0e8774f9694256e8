//! Rows of a list: the part that is in sight, with the selected one marked.
//!
//! Only the first part of the selected row is reversed, so that a step of the cursor sends few
//! bytes; the bar before it says the same without attributes.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Span;

use super::spans;
use crate::app::cursor::Cursor;
use crate::ui::text;
use crate::ui::theme::Glyph;
use crate::ui::view::View;

/// One row: the part that is reversed when it is selected, and the rest.
#[derive(Debug, Clone, Default)]
pub struct Row<'a> {
    pub head: String,
    pub rest: Vec<Span<'a>>,
}

/// Draws the rows from the cursor's first on; `rows` are those in sight, in order.
pub fn draw<'a>(
    frame: &mut Frame<'_>,
    area: Rect,
    view: &View<'_>,
    cursor: Cursor,
    rows: impl IntoIterator<Item = Row<'a>>,
) {
    for (place, row) in rows.into_iter().take(usize::from(area.height)).enumerate() {
        let is_selected = cursor.first + place == cursor.at;
        let y = area.y + u16::try_from(place).unwrap_or(u16::MAX);
        let line_area = Rect {
            y,
            height: 1,
            ..area
        };
        let cols = usize::from(area.width);
        let mark = if is_selected {
            view.theme.glyph(Glyph::Selected)
        } else {
            " "
        };
        let head = text::cut(&row.head, cols.saturating_sub(1));
        let head = if is_selected {
            Span::styled(head, view.theme.selected())
        } else {
            Span::raw(head)
        };
        let parts = [Span::raw(mark), head].into_iter().chain(row.rest);
        spans::draw(frame.buffer_mut(), line_area, parts);
    }
}
