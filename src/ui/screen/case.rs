//! A case's page, drawn: overview or chronology, and the forms over it.
//!
//! ```text
//!  Who       Siân Llewellyn, 14 · born 4 Mar 2012 · at home · also Shân Lewis
//!  SERAF     SERAF 16, category 4 · Decided: heard at a CSE strategy meeting
//!  Worry:    out overnight twice, new phone
//!  Since you last looked, Fri 10:02
//!            Mon 09:15  SERAF completed: SERAF 16, category 4        Gethin Pugh
//!  Due
//! ▌▲ Triage  4 h over
//!  Near
//!    brother or sister Dafydd Llewellyn, 17  NPT-24-031  closed
//! ```

mod overview;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::cases::beside;
use crate::app::over::Over;
use crate::app::screen::Case;
use crate::app::screen::case::{OverKind, Part};
use crate::domain::chronology::Happened;
use crate::ui::text;
use crate::ui::theme::Glyph;
use crate::ui::view::{Title, View};
use crate::ui::widget::{form, rows};
use crate::words::Key as W;

pub fn title(view: &View<'_>, page: &Case) -> Title {
    let dot = view.theme.glyph(Glyph::Dot);
    let part = view.words.say(match page.part {
        Part::Overview => W::CaseOverview,
        Part::Chronology => W::CaseChronology,
    });
    let Some(overview) = &page.overview else {
        let glass = page
            .over
            .as_ref()
            .is_some_and(|over| over.kind == OverKind::Glass);
        let left = if glass { W::CaseGlass } else { W::CaseReading };
        return Title {
            left: view.words.say(left).to_owned(),
            right: String::new(),
        };
    };
    let case = &overview.preview.case;
    let who = beside::who(view, case, false);
    let stage = view.words.stage(case.stage);
    Title {
        left: format!("{} {who}", case.reference),
        right: format!("{stage} {dot} {part}"),
    }
}

pub fn body(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, page: &Case) {
    if let Some(over) = &page.over {
        draw_over(frame, area, view, page, over);
        return;
    }
    match page.part {
        Part::Overview => overview::draw(frame, area, view, page),
        Part::Chronology => draw_chronology(frame, area, view, page),
    }
}

fn draw_over(
    frame: &mut Frame<'_>,
    area: Rect,
    view: &View<'_>,
    page: &Case,
    over: &Over<OverKind>,
) {
    let cols = usize::from(area.width).saturating_sub(2);
    let mut lines = vec![];
    let title = over.kind.title();
    let title = if over.kind == OverKind::Relation {
        let name = page
            .overview
            .as_ref()
            .map_or_else(String::new, |one| one.preview.case.called().to_owned());
        let given = [("name", view.name(&name).into_owned().into())];
        view.words.with(title, &given)
    } else {
        view.words.say(title).to_owned()
    };
    if over.kind != OverKind::Glass || page.overview.is_some() {
        lines.push(Line::styled(format!(" {title}"), view.theme.title()));
    }
    let says = match over.kind {
        OverKind::Glass => Some(view.words.say(W::CaseGlassSays).to_owned()),
        OverKind::Restrict => Some(view.words.say(W::CaseRestrictSays).to_owned()),
        OverKind::Close => {
            let due = page.overview.as_ref();
            let due = due.map_or(0, |one| one.preview.next.len());
            let count = i64::try_from(due).unwrap_or(i64::MAX);
            Some(
                view.words
                    .with(W::CaseCloseSays, &[("count", count.into())]),
            )
        }
        _ => None,
    };
    if let Some(says) = says {
        let says = text::wrap(&says, cols);
        lines.extend(says.into_iter().map(|line| Line::raw(format!(" {line}"))));
    }
    lines.push(Line::raw(""));
    let rows = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    let [above, below] = Layout::vertical([Constraint::Max(rows), Constraint::Min(0)]).areas(area);
    frame.render_widget(Paragraph::new(lines), above);
    form::draw(frame, below, view, &over.form);
}

/// When, what, and who did it; a line each.
const WHEN_COLS: usize = 18;
const WHO_COLS: usize = 14;

fn draw_chronology(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, page: &Case) {
    let history = &page.history;
    let mut list = area;
    if page.hidden_records > 0 && area.height > 1 {
        let count = i64::try_from(page.hidden_records).unwrap_or(i64::MAX);
        let says = view
            .words
            .with(W::CaseHiddenRecords, &[("count", count.into())]);
        let line = Rect { height: 1, ..area };
        frame.render_widget(Line::styled(format!(" {says}"), view.theme.warning()), line);
        list.y += 1;
        list.height -= 1;
    }
    if history.rows.is_empty() {
        let says = if history.is_waiting() {
            W::CaseReading
        } else {
            W::CaseNothingHappened
        };
        frame.render_widget(Line::raw(format!(" {}", view.words.say(says))), list);
        return;
    }
    let cols = usize::from(list.width).saturating_sub(1);
    let drawn = history
        .rows
        .iter()
        .skip(history.cursor.first)
        .map(|event| event_row(view, event, cols));
    rows::draw(frame, list, view, history.cursor, drawn);
}

fn event_row<'v>(view: &View<'v>, event: &Happened, cols: usize) -> rows::Row<'v> {
    let when = view.words.moment(event.at, view.today());
    let head = text::pad(&when, WHEN_COLS.min(cols));
    let rest = cols.saturating_sub(WHEN_COLS + 1);
    let who_cols = WHO_COLS.min(rest / 3);
    let what_cols = rest.saturating_sub(who_cols + 1);
    rows::Row {
        head,
        rest: vec![
            Span::raw(" "),
            Span::raw(text::pad(&event_words(view, event), what_cols)),
            Span::raw(" "),
            Span::styled(
                text::cut(event.by.as_deref().unwrap_or_default(), who_cols),
                view.theme.muted(),
            ),
        ],
    }
}

/// What happened, with the reference of the record where that is a joined one.
fn event_words(view: &View<'_>, event: &Happened) -> String {
    let what = view.words.happened(event, &view.model.rules);
    match &event.of_joined {
        Some(reference) => format!("[{reference}] {what}"),
        None => what,
    }
}
