//! The list of cases, drawn: the search or the heads of the columns, the rows, who is selected.
//!
//! ```text
//!  Young person              Reference  Stage            SERAF  Last event   Worker
//! ▌Siân Llewellyn, 14        NPT-26-041 to triage               Fri 20 Nov
//!  Rhys Morgan, 16           NPT-25-009 on the protocol  16 c4  Mon 16 Nov   G. Pugh
//! ```

pub mod beside;

use chrono_tz::Europe::London;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use crate::app::screen::Cases;
use crate::app::screen::cases::{FILTERS, Filters, Search, filter_words, preview_rows};
use crate::domain::case_list::{CaseRow, Sort};
use crate::ui::theme::Glyph;
use crate::ui::view::{Title, View};
use crate::ui::widget::{rows, spans};
use crate::ui::{dialog, text};
use crate::words::Key as W;

pub fn title(view: &View<'_>, page: &Cases) -> Title {
    let dot = view.theme.glyph(Glyph::Dot);
    let place = view.words.say(W::CasesTitle);
    if page.search.is_some() {
        // What is found was neither filtered nor sorted.
        return Title {
            left: format!("{place} {dot} {}", view.words.say(W::CasesFoundAmong)),
            right: String::new(),
        };
    }
    let filter = view.words.say(filter_words(page.filter));
    let sort = view.words.say(match page.sort {
        Sort::LastEvent => W::SortLastEvent,
        Sort::Name => W::SortName,
        Sort::Reference => W::SortReference,
        Sort::Born => W::SortBorn,
    });
    let right = if page.sort.tells_of_the_person() {
        view.words.say(W::CasesHiddenLeftOut).to_owned()
    } else {
        String::new()
    };
    Title {
        left: format!("{place} {dot} {filter} {dot} {sort}"),
        right,
    }
}

pub fn body(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, page: &Cases) {
    let (above, below) = beside::split(area, preview_rows(usize::from(area.height)));
    let head = Rect {
        height: above.height.min(1),
        ..above
    };
    let list = Rect {
        y: above.y + head.height,
        height: above.height - head.height,
        ..above
    };
    let columns = Columns::of(view, list, page);
    match &page.search {
        Some(search) => draw_search(frame, head, view, search),
        None => spans::draw_line(frame.buffer_mut(), head, heads(view, columns)),
    }
    let window = page.window();
    if window.rows.is_empty() {
        draw_empty(frame, list, view, page);
    } else {
        let in_sight = window.rows.iter().skip(window.cursor.first);
        let drawn = in_sight.map(|row| case_row(view, row, columns));
        rows::draw(frame, list, view, window.cursor, drawn);
    }
    beside::draw(frame, below, view, &page.beside);
    if let Some(filters) = &page.filters {
        draw_filters(frame, area, view, filters);
    }
}

fn draw_search(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, search: &Search) {
    let find = view.words.say(W::CasesFind);
    let cols = usize::from(area.width).saturating_sub(text::width(find) + 4);
    let typed = text::cut(&search.typed, cols);
    let cursor = text::width(find) + 2 + text::width(&typed);
    let line = Line::from(vec![
        Span::raw(" "),
        Span::styled(find, view.theme.title()),
        Span::raw(" "),
        Span::raw(typed),
    ]);
    frame.render_widget(line, area);
    let cursor = u16::try_from(cursor).unwrap_or(u16::MAX);
    if search.is_typing && area.height > 0 && cursor < area.width {
        frame.set_cursor_position((area.x + cursor, area.y));
    }
}

fn draw_empty(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, page: &Cases) {
    let says = match &page.search {
        Some(search) if search.typed.trim().is_empty() => W::CasesFindHint,
        _ if page.window().is_waiting() => W::TodayReading,
        Some(_) => W::CasesFindNone,
        None => W::CasesEmpty,
    };
    let cols = usize::from(area.width).saturating_sub(2);
    let lines: Vec<Line<'_>> = text::wrap(view.words.say(says), cols)
        .into_iter()
        .map(|line| Line::raw(format!(" {line}")))
        .collect();
    frame.render_widget(Paragraph::new(lines), area);
}

/// The widths of the columns, each with the space after it.
#[derive(Debug, Clone, Copy)]
struct Columns {
    name: usize,
    reference: usize,
    stage: usize,
    score: usize,
    last: usize,
    worker: usize,
}

impl Columns {
    fn of(view: &View<'_>, area: Rect, page: &Cases) -> Self {
        let cols = usize::from(area.width).saturating_sub(1);
        let (reference, stage, score) = (12, 18, 6);
        // The names of days and months are longer in one language than in the other.
        let window = page.window();
        let in_sight = window.rows.iter().skip(window.cursor.first);
        let last = in_sight
            .take(usize::from(area.height))
            .map(|row| text::width(&last_event(view, row)) + 1)
            .max()
            .unwrap_or(0)
            .max(11);
        let rest = cols.saturating_sub(reference + stage + score + last);
        // Where there is no room for all, the last columns go first.
        let name = (rest * 2 / 3).clamp(cols.min(22), 42);
        Self {
            name,
            reference,
            stage,
            score,
            last,
            worker: rest.saturating_sub(name),
        }
    }
}

fn heads<'v>(view: &View<'v>, columns: Columns) -> Line<'v> {
    let words = [
        (W::CasesHeadName, columns.name),
        (W::CasesHeadReference, columns.reference),
        (W::CasesHeadStage, columns.stage),
        (W::CasesHeadScore, columns.score),
        (W::CasesHeadLast, columns.last),
        (W::CasesHeadWorker, columns.worker),
    ];
    let mut line = String::from(" ");
    for (key, cols) in words {
        line.push_str(&cell(view.words.say(key), cols));
    }
    Line::styled(line, view.theme.muted())
}

/// A text in its column, with a space after it.
fn cell(words: &str, cols: usize) -> String {
    let mut cell = text::pad(words, cols.saturating_sub(1));
    if cols > 0 {
        cell.push(' ');
    }
    cell
}

fn last_event(view: &View<'_>, row: &CaseRow) -> String {
    let day = row.last_event_at.with_timezone(&London).date_naive();
    view.words.day_near(day, view.today())
}

fn case_row<'v>(view: &View<'v>, row: &CaseRow, columns: Columns) -> rows::Row<'v> {
    let words = view.words;
    let stage = cell(words.stage(row.case.stage), columns.stage);
    let score = row.score.map_or_else(String::new, |score| {
        let mark = if row.is_at_risk {
            view.theme.glyph(Glyph::Late)
        } else {
            " "
        };
        format!("{score:>3} {mark}")
    });
    let score_style = if row.is_at_risk {
        view.theme.late()
    } else {
        ratatui::style::Style::new()
    };
    let last = cell(&last_event(view, row), columns.last);
    let owner = row.owner.as_deref().unwrap_or_default();
    rows::Row {
        head: text::pad(
            &beside::who_within(
                view,
                &row.case,
                row.is_hidden,
                columns.name.saturating_sub(1),
            ),
            columns.name.saturating_sub(1),
        ),
        rest: vec![
            Span::raw(" "),
            Span::raw(cell(&row.case.reference, columns.reference)),
            Span::raw(stage),
            Span::styled(cell(&score, columns.score), score_style),
            Span::raw(last),
            Span::raw(cell(owner, columns.worker)),
        ],
    }
}

fn draw_filters(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, filters: &Filters) {
    let title = view.words.say(W::CasesFilters);
    let rows = u16::try_from(FILTERS.len()).unwrap_or(u16::MAX);
    let inside = dialog::boxed(frame, area, view, title, (38, rows.saturating_add(2)));
    let mut cursor = filters.cursor;
    cursor.put(cursor.at, FILTERS.len(), usize::from(inside.height));
    let cols = usize::from(inside.width).saturating_sub(2);
    let drawn = FILTERS
        .iter()
        .skip(cursor.first)
        .map(|(_, words)| rows::Row {
            head: text::pad(view.words.say(*words), cols),
            rest: Vec::new(),
        });
    rows::draw(frame, inside, view, cursor, drawn);
}
