//! What waits for the Principal Officer, drawn: a row a case, and what is known of the selected.

use chrono_tz::Europe::London;
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use crate::app::screen::Waiting;
use crate::app::screen::waiting::FOOT_ROWS;
use crate::domain::assessment::Direction;
use crate::domain::case::Due;
use crate::domain::decision::{PutForwardBy, Waiting as Case};
use crate::ui::text;
use crate::ui::theme::Glyph;
use crate::ui::view::{Title, View};
use crate::ui::widget::rows::{self, Row};
use crate::words::Key as W;

const NAME_COLS: usize = 24;
const REFERENCE_COLS: usize = 11;
const SCORE_COLS: usize = 24;

pub fn title(view: &View<'_>, page: &Waiting) -> Title {
    let right = if page.unseen > 0 {
        view.words
            .with(W::DecideUnseen, &[("count", page.unseen.into())])
    } else {
        String::new()
    };
    Title {
        left: view.words.say(W::DecideWaitingTitle).to_owned(),
        right,
    }
}

pub fn body(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, page: &Waiting) {
    if page.cases.is_empty() {
        let said = if page.is_read {
            W::DecideNoneWaiting
        } else {
            W::DecideReading
        };
        frame.render_widget(Line::raw(format!(" {}", view.words.say(said))), area);
        return;
    }
    let rows = u16::try_from(FOOT_ROWS).unwrap_or(0);
    let foot_rows = if area.height > rows + 4 { rows } else { 0 };
    let [list, foot] =
        Layout::vertical([Constraint::Min(0), Constraint::Length(foot_rows)]).areas(area);
    let lines = page
        .cases
        .iter()
        .skip(page.cursor.first)
        .map(|case| row(view, case, usize::from(area.width)));
    rows::draw(frame, list, view, page.cursor, lines);
    if foot.height > 1
        && let Some(case) = page.cases.get(page.cursor.at)
    {
        draw_foot(frame, foot, view, case);
    }
}

fn is_late(view: &View<'_>, due: Due) -> bool {
    match due {
        Due::At(at) => at < view.model.now,
        Due::By(day) => day < view.today(),
    }
}

fn row<'v>(view: &View<'v>, case: &Case, cols: usize) -> Row<'v> {
    let name = case.case.full_name();
    let age = case.case.age(view.today());
    let age = age.map(|age| format!(", {age}")).unwrap_or_default();
    let who = format!("{}{age}", view.name(&name));
    let late = is_late(view, case.due);
    let mark = view
        .theme
        .glyph(if late { Glyph::Late } else { Glyph::Today });
    let reference = text::pad(&case.case.reference, REFERENCE_COLS);
    let head = format!("{reference} {who}");
    let head = text::cut(&head, REFERENCE_COLS + 1 + NAME_COLS);
    let gap = (REFERENCE_COLS + 1 + NAME_COLS).saturating_sub(text::width(&head)) + 1;
    let score = match &case.basis {
        Some(basis) => view.words.with(
            W::DecideScore,
            &[
                ("score", basis.score.into()),
                ("category", basis.category.into()),
            ],
        ),
        None => view.words.say(W::DecideNoScore).to_owned(),
    };
    let days = case.age_working_days(view.today(), &view.model.rules.policies.holidays);
    let waits = view.words.with(W::DecideAge, &[("days", days.into())]);
    let style = if late {
        view.theme.late()
    } else {
        Style::new()
    };
    let mut rest = vec![
        Span::raw(" ".repeat(gap)),
        Span::styled(format!("{mark} {waits:>6}  "), style),
        Span::raw(text::pad(&score, SCORE_COLS)),
    ];
    if late {
        rest.push(Span::styled(
            format!("{} ", view.words.say(W::DecideLate)),
            style,
        ));
    }
    let judged = match case.judgement {
        Some(Direction::Higher) => view.words.say(W::SerafJudgedHigher),
        Some(Direction::Lower) => view.words.say(W::SerafJudgedLower),
        None => "",
    };
    let used = REFERENCE_COLS + NAME_COLS + SCORE_COLS + 20;
    rest.push(Span::raw(text::cut(judged, cols.saturating_sub(used))));
    Row { head, rest }
}

/// What is known of the selected case, so that the list leads to a young person.
fn draw_foot(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, case: &Case) {
    let cols = usize::from(area.width).saturating_sub(2);
    let rule = view.theme.glyph(Glyph::Rule);
    let put = &case.put_forward;
    let given = [
        ("date", view.words.date_with_year(put.on).into()),
        ("who", view.name(&put.user_name).into()),
    ];
    let mut said = view.words.with(W::DecidePutForwardOn, &given);
    said.push_str(": ");
    match put.by {
        PutForwardBy::Score => said.push_str(view.words.say(W::DecideByScore)),
        PutForwardBy::Person => said.push_str(put.reason.for_professionals()),
    }
    let due = match case.due {
        Due::At(at) => {
            let at = at.with_timezone(&London);
            format!(
                "{} {}",
                view.words.date_short(at.date_naive()),
                view.words.time(at.time())
            )
        }
        Due::By(day) => view.words.date_short(day),
    };
    let due = view.words.with(W::DecideDue, &[("date", due.into())]);
    let mut lines = vec![Line::styled(
        rule.repeat(usize::from(area.width)),
        view.theme.muted(),
    )];
    let room = usize::from(area.height).saturating_sub(2);
    let wrapped = text::wrap(&said, cols).into_iter().take(room);
    lines.extend(wrapped.map(|line| Line::raw(format!(" {line}"))));
    lines.push(Line::raw(format!(" {}", text::cut(&due, cols))));
    frame.render_widget(Paragraph::new(lines), area);
}
