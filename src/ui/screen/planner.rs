//! The planner, drawn: the month with its window, the two parts with who is asked, and below what
//! is in the way, before anything is saved.
//!
//! ```text
//!  December 2026           Part 1  14:00–15:00, 60 min   professionals · 5 points
//!  Mo Tu We Th Fr Sa Su    Part 2  15:10–16:00, 50 min   with Cerys · 6 points
//!      1● 2● 3○ 4● 5  6    Venue   Sandfields Community Centre (informal)
//!   …                       1  2
//!  ● free ○ clash ⌂ off    [✓][✓] Children's Services · Lowri Ham
//! ```

mod below;
mod calendar;
mod list;
#[cfg(test)]
mod tests;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;

pub(super) use self::list::person_name;
use crate::app::screen::Planner;
use crate::app::screen::planner::over;
use crate::app::screen::planner::sheet::{Focus, Sheet, list_rows};
use crate::domain::meeting::MeetingKind;
use crate::ui::theme::Glyph;
use crate::ui::view::{Title, View};
use crate::ui::widget::form;
use crate::words::Key as W;

/// The month and a space on each side.
const CALENDAR_COLS: u16 = 24;
/// Where there is less room, calendar and list are seen one at a time.
const COLS_FOR_BOTH: u16 = 60;

pub fn title(view: &View<'_>, page: &Planner) -> Title {
    let Some(sheet) = &page.sheet else {
        return Title {
            left: view.words.say(W::MeetingsPlanner).to_owned(),
            right: String::new(),
        };
    };
    let separator = view.theme.glyph(Glyph::Separator);
    let case = &sheet.offer.case;
    let name = case.full_name();
    let mut who = format!("{} {}", case.reference, view.name(&name));
    if let Some(age) = case.age(view.today()) {
        who = format!("{who}, {age}");
    }
    let kind = view.words.say(match sheet.plan.kind {
        MeetingKind::Initial => W::MeetingsInitial,
        MeetingKind::Review => W::MeetingsReview,
    });
    let left = match &page.over {
        Some(over) => {
            let title = view.words.say(over::title(over.kind));
            format!("{title} {separator} {who}")
        }
        None => format!("{kind} {separator} {who}"),
    };
    Title {
        left,
        right: state(view, page, sheet),
    }
}

/// Whether it is kept as a meeting, as a draft, or not at all yet.
fn state(view: &View<'_>, page: &Planner, sheet: &Sheet) -> String {
    match page.kept_at {
        Some(at) if sheet.is_touched() || page.over.is_some() => view.draft_kept(at),
        _ if sheet.offer.meeting.is_some() => view.words.say(W::MeetingsIsPlanned).to_owned(),
        _ => view.words.say(W::MeetingsIsProposal).to_owned(),
    }
}

pub fn body(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, page: &Planner) {
    let Some(sheet) = &page.sheet else {
        let says = format!(" {}", view.words.say(W::MeetingsOpening));
        frame.render_widget(Line::raw(says), area);
        return;
    };
    if let Some(over) = &page.over {
        form::draw(frame, area, view, &over.form);
        return;
    }
    let rows = u16::try_from(list_rows(usize::from(area.height))).unwrap_or(area.height);
    let [above, below] =
        Layout::vertical([Constraint::Length(rows), Constraint::Min(0)]).areas(area);
    if area.width >= COLS_FOR_BOTH {
        let [left, right] =
            Layout::horizontal([Constraint::Length(CALENDAR_COLS), Constraint::Min(0)])
                .areas(above);
        calendar::draw(frame, left, view, sheet);
        list::draw(frame, right, view, sheet);
    } else if sheet.focus == Focus::Calendar {
        calendar::draw(frame, above, view, sheet);
    } else {
        list::draw(frame, above, view, sheet);
    }
    below::draw(frame, below, view, sheet);
}
