//! Meetings, drawn: what is planned on the days that are shown, and where there is room the month.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::cases::beside;
use crate::app::screen::Meetings;
use crate::domain::meeting::{MeetingBrief, MeetingKind, MeetingStatus};
use crate::ui::text;
use crate::ui::theme::Glyph;
use crate::ui::view::{Title, View};
use crate::ui::widget::{month, rows};
use crate::words::Key as W;

#[cfg(test)]
mod tests;

/// Where there is so much room, the month stands beside the list.
const COLS_FOR_MONTH: u16 = 104;
const DAY_COLS: usize = 13;
const TIMES_COLS: usize = 13;
const WHO_COLS: usize = 31;

pub fn title(view: &View<'_>, page: &Meetings) -> Title {
    let (first, last) = page.days(view.today());
    let count = i64::try_from(page.meetings.len()).unwrap_or(i64::MAX);
    let left = view.words.with(
        W::MeetingsTitle,
        &[
            ("first", view.words.date_short(first).into()),
            ("last", view.words.date_with_year(last).into()),
        ],
    );
    let right = if page.is_read {
        view.words
            .with(W::MeetingsCount, &[("count", count.into())])
    } else {
        String::new()
    };
    Title { left, right }
}

pub fn body(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, page: &Meetings) {
    let mut area = area;
    if area.width >= COLS_FOR_MONTH {
        let month_cols = u16::try_from(month::MONTH_COLS).unwrap_or(0) + 3;
        let [list, beside] =
            Layout::horizontal([Constraint::Min(0), Constraint::Length(month_cols)]).areas(area);
        let selected = page.meetings.get(page.cursor.at).map(|one| one.day);
        let day = selected.unwrap_or_else(|| page.days(view.today()).0);
        frame.render_widget(Paragraph::new(month::lines(view, day)), beside);
        area = list;
    }
    let [head, list] = Layout::vertical([Constraint::Length(1), Constraint::Min(0)]).areas(area);
    if page.meetings.is_empty() {
        let says = if page.is_read {
            W::MeetingsEmpty
        } else {
            W::MeetingsOpening
        };
        let lines: Vec<Line<'_>> = text::wrap(view.words.say(says), usize::from(list.width))
            .into_iter()
            .map(|line| Line::raw(format!(" {line}")))
            .collect();
        frame.render_widget(Paragraph::new(lines), list);
        return;
    }
    let cols = usize::from(area.width);
    let heads = format!(
        " {}{}{}",
        text::pad(view.words.say(W::MeetingsHeadDay), DAY_COLS),
        text::pad(view.words.say(W::MeetingsHeadTimes), TIMES_COLS),
        view.words.say(W::MeetingsHeadWho),
    );
    let heads = text::cut(&heads, cols);
    frame.render_widget(Line::styled(heads, view.theme.muted()), head);
    let mut before = page
        .cursor
        .first
        .checked_sub(1)
        .and_then(|at| page.meetings.get(at))
        .map(|one| one.day);
    let shown = page.meetings.iter().skip(page.cursor.first);
    let shown = shown.map(|meeting| {
        // The day is said once for all of its meetings.
        let is_first = before.replace(meeting.day) != Some(meeting.day);
        row(view, meeting, is_first, cols)
    });
    rows::draw(frame, list, view, page.cursor, shown);
}

fn row<'v>(view: &View<'v>, meeting: &MeetingBrief, is_first: bool, cols: usize) -> rows::Row<'v> {
    let day = if is_first {
        view.words.date_short(meeting.day)
    } else {
        String::new()
    };
    let time = |time| view.words.time(time);
    let second = meeting.part2_start.map(time).unwrap_or_default();
    let times = format!("{} {second}", time(meeting.part1_start));
    let case = &meeting.case;
    let who_cols = WHO_COLS.min(cols.saturating_sub(DAY_COLS + TIMES_COLS + 1));
    let name_cols = who_cols.saturating_sub(text::width(&case.reference) + 1);
    let name = beside::who_within(view, case, false, name_cols);
    let who = format!("{} {name}", case.reference);
    let kind = view.words.say(match meeting.kind {
        MeetingKind::Initial => W::MeetingsKindInitial,
        MeetingKind::Review => W::MeetingsKindReview,
    });
    let venue = view.model.rules.policies.venues.get(&meeting.venue);
    let venue = venue.map_or(meeting.venue.as_str(), |one| {
        one.name.say(view.model.language)
    });
    let dot = view.theme.glyph(Glyph::Dot);
    let mut rest = format!("{kind} {dot} {venue}");
    if !meeting.chair_name.is_empty() {
        rest = format!("{rest} {dot} {}", meeting.chair_name);
    }
    let state = match meeting.status {
        MeetingStatus::Planned => None,
        MeetingStatus::Held => Some(W::MeetingsHeld),
        MeetingStatus::Cancelled => Some(W::MeetingsIsCancelled),
    };
    let head = format!(
        "{}{}{} ",
        text::pad(&day, DAY_COLS),
        text::pad(&times, TIMES_COLS),
        text::pad(&who, who_cols)
    );
    let mut room = cols.saturating_sub(text::width(&head) + 2);
    let mut spans = Vec::new();
    if let Some(state) = state {
        let says = text::cut(&format!("{} {dot} ", view.words.say(state)), room);
        room = room.saturating_sub(text::width(&says));
        spans.push(Span::styled(says, view.theme.warning()));
    }
    spans.push(Span::raw(text::cut(&rest, room)));
    rows::Row { head, rest: spans }
}
