//! Attendance over time, drawn: a line for each agency, and what the selected one comes to.
//!
//! ```text
//!                             asked   came  phone   sent  apol. absent   n/n
//! ▌! CAMHS                        3      1      0      0      1      1     0
//!    South Wales Police           3      3      0      0      0      0     0
//! ```

#[cfg(test)]
mod tests;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::cases::beside;
use crate::app::screen::Attendance;
use crate::app::screen::attendance::{OTHER_ROWS, Of};
use crate::domain::attendance::{Attendance as Counted, Party};
use crate::ui::text;
use crate::ui::theme::Glyph;
use crate::ui::view::{Title, View};
use crate::ui::widget::rows;
use crate::words::Key as W;

const COUNT_COLS: usize = 7;
const LEAST_NAME_COLS: usize = 20;
const MOST_NAME_COLS: usize = 40;

type Count = fn(&Counted) -> u32;

/// The columns in their order; where there is no room for all, the last give way, for they are
/// said of the selected agency below.
const COLUMNS: [(W, Count); 7] = [
    (W::AttendanceHeadAsked, |one| one.invited),
    (W::AttendanceHeadCame, |one| one.came),
    (W::AttendanceHeadAfar, |one| one.from_afar),
    (W::AttendanceHeadSent, |one| one.sent),
    (W::AttendanceHeadApologies, |one| one.apologies),
    (W::AttendanceHeadAbsent, |one| one.absent),
    (W::AttendanceHeadNotNoted, |one| one.not_noted),
];

pub fn title(view: &View<'_>, page: &Attendance) -> Title {
    let what = view.words.say(W::AttendanceTitle).to_owned();
    let whose = match (page.of, page.days(view.today()), &page.case) {
        (Of::Agencies { .. }, Some((first, last)), _) => {
            let given = [
                ("first", view.words.date_with_year(first).into()),
                ("last", view.words.date_with_year(last).into()),
            ];
            view.words.with(W::AttendanceDays, &given)
        }
        (_, _, Some(case)) => format!("{} {}", case.reference, beside::who(view, case, false)),
        _ => String::new(),
    };
    Title {
        left: whose,
        right: what,
    }
}

pub fn body(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, page: &Attendance) {
    let cols = usize::from(area.width);
    if page.counted.is_empty() {
        let says = if page.is_read {
            W::AttendanceNone
        } else {
            W::AttendanceReading
        };
        let lines: Vec<Line<'_>> = text::wrap(view.words.say(says), cols.saturating_sub(2))
            .into_iter()
            .map(|line| Line::raw(format!(" {line}")))
            .collect();
        frame.render_widget(Paragraph::new(lines), area);
        return;
    }
    let below_rows = u16::try_from(OTHER_ROWS - 1).unwrap_or(0);
    let [head, list, below] = Layout::vertical([
        Constraint::Length(1),
        Constraint::Min(0),
        Constraint::Length(below_rows),
    ])
    .areas(area);
    let shown = COLUMNS
        .len()
        .min(cols.saturating_sub(LEAST_NAME_COLS + 3) / COUNT_COLS);
    let name_cols = cols
        .saturating_sub(3 + shown * COUNT_COLS)
        .min(MOST_NAME_COLS);
    let columns = COLUMNS.get(..shown).unwrap_or(&COLUMNS);
    let mut heads = " ".repeat(name_cols + 3);
    for (key, _) in columns {
        heads.push_str(&right(view.words.say(*key)));
    }
    frame.render_widget(
        Line::styled(text::cut(&heads, cols), view.theme.muted()),
        head,
    );
    let lines = page.counted.iter().skip(page.cursor.first).map(|one| {
        let sign = match one.missed_twice {
            Some(_) => view.theme.glyph(Glyph::Warning),
            None => " ",
        };
        let counts: String = columns
            .iter()
            .map(|(_, count)| right(&count(one).to_string()))
            .collect();
        rows::Row {
            head: format!("{sign} {}", text::pad(&party(view, one), name_cols)),
            rest: vec![Span::raw(counts)],
        }
    });
    rows::draw(frame, list, view, page.cursor, lines);
    if let Some(one) = page.selected() {
        draw_below(frame, below, view, one);
    }
}

fn draw_below(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, one: &Counted) {
    let cols = usize::from(area.width).saturating_sub(2);
    let rule = view
        .theme
        .glyph(Glyph::Rule)
        .repeat(usize::from(area.width));
    let mut lines = vec![Line::styled(rule, view.theme.muted())];
    let says = view.words.with(
        W::AttendanceSays,
        &[
            ("invited", one.invited.into()),
            ("part", one.took_part().into()),
            ("apologies", one.apologies.into()),
            ("absent", one.absent.into()),
            ("unknown", one.not_noted.into()),
        ],
    );
    let says = text::wrap(&says, cols).into_iter();
    lines.extend(says.map(|line| Line::raw(format!(" {line}"))));
    if let Some([last, before]) = one.missed_twice {
        // What is marked comes before what is only counted.
        let given = [
            ("last", view.words.date_with_year(last).into()),
            ("before", view.words.date_with_year(before).into()),
        ];
        let sign = view.theme.glyph(Glyph::Warning);
        let says = view.words.with(W::AttendanceMissedTwice, &given);
        let says = format!(" {sign} {}", text::cut(&says, cols.saturating_sub(2)));
        lines.insert(1, Line::styled(says, view.theme.warning()));
    }
    frame.render_widget(Paragraph::new(lines), area);
}

/// What those are called who are counted as one.
fn party(view: &View<'_>, one: &Counted) -> String {
    match &one.party {
        Party::Agency(id) => {
            let agency = view.model.rules.policies.agencies.get(id);
            agency.map_or_else(
                || id.clone(),
                |agency| agency.name.say(view.model.language).to_owned(),
            )
        }
        Party::Other => view.words.say(W::AttendanceOther).to_owned(),
        Party::YoungPerson => view.words.say(W::AttendanceYoungPerson).to_owned(),
        Party::Family => view.words.say(W::AttendanceFamily).to_owned(),
    }
}

/// A head or a number at the right of its column.
fn right(says: &str) -> String {
    let says = text::cut(says, COUNT_COLS - 1);
    let missing = COUNT_COLS.saturating_sub(text::width(&says));
    format!("{}{says}", " ".repeat(missing))
}
