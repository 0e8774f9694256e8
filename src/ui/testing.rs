//! A model drawn to text, for the tests of screens.

use ratatui::Terminal;
use ratatui::backend::TestBackend;

use super::frame;
use super::theme::Theme;
use super::view::View;
use crate::app::model::{Model, Size};
use crate::words::Words;

/// The whole frame, a line a row.
pub(crate) fn drawn(model: &Model) -> String {
    let Size { cols, rows } = model.size;
    let mut terminal = Terminal::new(TestBackend::new(cols, rows)).unwrap();
    let view = View {
        model,
        words: Words::embedded(model.language),
        theme: Theme::default(),
    };
    terminal.draw(|canvas| frame::draw(canvas, &view)).unwrap();
    // The picture of no cells cannot be asked for.
    if cols == 0 || rows == 0 {
        return String::new();
    }
    terminal.backend().to_string()
}
