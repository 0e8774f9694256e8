//! The register of the CSE protocol, drawn: who is on it, the next review, and how late it is.
//!
//! ```text
//!   Young person                     On since      Last meeting  Next review
//! ▌NPT-26-038 Cerys Hughes, 15       15 Dec 2026   15 Dec 2026   ○ by Tue 26 Jan
//!  NPT-26-039 Rhys Morgan, 16        5 Oct 2026    none yet      ▲ 21 wd over
//! ```

pub mod deciding;
#[cfg(test)]
mod tests;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::cases::beside;
use crate::app::screen::Protocol;
use crate::domain::protocol::OnProtocol;
use crate::domain::today::Lateness;
use crate::ui::text;
use crate::ui::theme::Glyph;
use crate::ui::view::{Title, View};
use crate::ui::widget::rows;
use crate::words::Key as W;

const DAY_COLS: usize = 13;
const REVIEW_COLS: usize = 22;
/// Below so many columns the last meeting is left out.
const COLS_FOR_LAST: usize = 76;

pub fn title(view: &View<'_>, page: &Protocol) -> Title {
    let left = view.words.say(W::ProtocolTitle).to_owned();
    let Some(register) = &page.register else {
        return Title {
            left,
            right: String::new(),
        };
    };
    let late = register
        .iter()
        .filter(|one| late(view, one).is_some())
        .count();
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let given = [
        ("count", count(register.len()).into()),
        ("late", count(late).into()),
    ];
    Title {
        left,
        right: view.words.with(W::ProtocolCount, &given),
    }
}

pub fn body(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, page: &Protocol) {
    let [top, list] = Layout::vertical([Constraint::Length(1), Constraint::Min(0)]).areas(area);
    let cols = usize::from(area.width);
    let register = match &page.register {
        Some(register) if !register.is_empty() => register,
        found => {
            let says = match found {
                Some(_) => W::ProtocolNobody,
                None => W::ProtocolReading,
            };
            let lines: Vec<Line<'_>> = text::wrap(view.words.say(says), cols.saturating_sub(2))
                .into_iter()
                .map(|line| Line::raw(format!(" {line}")))
                .collect();
            frame.render_widget(Paragraph::new(lines), list);
            return;
        }
    };
    let who_cols = who_cols(cols);
    let third = if cols >= COLS_FOR_LAST {
        text::pad(view.words.say(W::ProtocolHeadLast), DAY_COLS)
    } else {
        String::new()
    };
    let heads = format!(
        " {}{}{third}{}",
        text::pad(view.words.say(W::ProtocolHeadWho), who_cols),
        text::pad(view.words.say(W::ProtocolHeadSince), DAY_COLS),
        view.words.say(W::ProtocolHeadReview),
    );
    frame.render_widget(
        Line::styled(text::cut(&heads, cols), view.theme.muted()),
        top,
    );
    let shown = register.iter().skip(page.cursor.first);
    let shown = shown.map(|one| row(view, one, cols));
    rows::draw(frame, list, view, page.cursor, shown);
}

fn who_cols(cols: usize) -> usize {
    let last = if cols >= COLS_FOR_LAST { DAY_COLS } else { 0 };
    cols.saturating_sub(1 + DAY_COLS + last + REVIEW_COLS)
        .clamp(12, 44)
}

fn row<'v>(view: &View<'v>, one: &OnProtocol, cols: usize) -> rows::Row<'v> {
    let case = &one.case;
    let who = if one.is_hidden {
        format!("{} {}", case.reference, view.words.say(W::ProtocolHidden))
    } else {
        // A space stays between the age and the day beside it.
        let name_cols = who_cols(cols).saturating_sub(text::width(&case.reference) + 2);
        let name = beside::who_within(view, case, false, name_cols);
        format!("{} {name}", case.reference)
    };
    let head = text::pad(&who, who_cols(cols));
    let since = text::pad(&view.words.date_with_year(one.since), DAY_COLS);
    let mut rest = vec![Span::raw(since)];
    if cols >= COLS_FOR_LAST {
        let last = match one.last_meeting {
            Some((_, on)) => view.words.date_with_year(on),
            None => view.words.say(W::ProtocolNoMeeting).to_owned(),
        };
        rest.push(Span::raw(text::pad(&last, DAY_COLS)));
    }
    let (mark, says, style) = review(view, one);
    let room = cols.saturating_sub(text::width(&head) + 1 + DAY_COLS);
    let says = format!("{} {says}", view.theme.glyph(mark));
    rest.push(Span::styled(text::cut(&says, room), style));
    rows::Row { head, rest }
}

/// When the next review is, or by when, and how late.
fn review(view: &View<'_>, one: &OnProtocol) -> (Glyph, String, Style) {
    let review = one.next_review(&view.model.rules.policies);
    let today = view.today();
    let planned = review.planned.map(|on| {
        let given = [("day", view.words.day_near(on, today).into())];
        view.words.with(W::ProtocolPlanned, &given)
    });
    match (late(view, one), planned) {
        (Some(days), planned) => {
            let days = u32::try_from(days).unwrap_or(0);
            let late = view.words.late(Lateness::WorkingDays(days));
            let says = match planned {
                Some(planned) => format!("{late}, {planned}"),
                None => late,
            };
            (Glyph::Late, says, view.theme.late())
        }
        (None, Some(planned)) => (Glyph::Yes, planned, Style::new()),
        (None, None) => {
            let last = view.words.day_near(review.window.last, today);
            let says = view.words.with(W::ProtocolBy, &[("day", last.into())]);
            (Glyph::Coming, says, Style::new())
        }
    }
}

fn late(view: &View<'_>, one: &OnProtocol) -> Option<i64> {
    let policies = &view.model.rules.policies;
    one.next_review(policies)
        .late_working_days(view.today(), &policies.holidays)
}
