//! Meetings, drawn.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::app::screen::Meetings;
use crate::ui::view::{Title, View};
use crate::words::Key as W;

pub fn title(view: &View<'_>, _page: &Meetings) -> Title {
    Title {
        left: view.words.say(W::PlaceNotBuilt).to_owned(),
        right: String::new(),
    }
}

pub fn body(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, _page: &Meetings) {
    frame.render_widget(Line::raw(view.words.say(W::PlaceNotBuilt)), area);
}
