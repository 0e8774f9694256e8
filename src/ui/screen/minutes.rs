//! The minutes of a meeting, drawn: over the words stands for whom they are, in a bar that cannot
//! be overlooked; below them what is owed, sent and asked to be put right.
//!
//! ```text
//!  FULL · PROFESSIONALS ONLY · English                          draft, not approved
//!  # Who was there
//!  - Dai Rees, South Wales Police: present
//! ─────────────────────────────────────────────────────────────────────────────────
//!  ○ Full record by Fri 15 Jan · sent to nobody yet
//! ```
//!
//! Where there is room both versions stand side by side.

mod beside;
#[cfg(test)]
pub(crate) mod tests;

use chrono_tz::Europe::London;
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Modifier;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use crate::app::screen::Minutes;
use crate::app::screen::minutes::{Over, Present, Writing};
use crate::domain::bilingual::Language;
use crate::domain::minutes::{LineKind, MinutesKind, line_of};
use crate::ui::text;
use crate::ui::theme::Glyph;
use crate::ui::view::{Title, View};
use crate::ui::widget::area::lay_out;
use crate::ui::widget::form;
use crate::words::Key as W;

/// From here both versions stand side by side.
const COLS_FOR_TWO: u16 = 110;

pub fn title(view: &View<'_>, page: &Minutes) -> Title {
    let Some(found) = &page.found else {
        return Title::default();
    };
    let case = &found.case;
    let name = view.name(&case.full_name()).into_owned();
    let who = view.words.name_and_age(&name, case, view.today());
    let day = view.words.date_with_year(found.meeting.plan.day);
    let of = view.words.with(W::MinutesTitle, &[("day", day.into())]);
    let dot = view.theme.glyph(Glyph::Dot);
    let right = match page.kept_at {
        Some(at) if page.is_writing => view.draft_kept(at),
        _ => String::new(),
    };
    Title {
        left: format!("{} {who} {dot} {of}", case.reference),
        right,
    }
}

pub fn body(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, page: &Minutes) {
    if page.found.is_none() {
        let says = format!(" {}", view.words.say(W::MinutesReading));
        frame.render_widget(Line::styled(says, view.theme.muted()), area);
        return;
    }
    if let Some(over) = &page.over {
        draw_over(frame, area, view, page, over);
        return;
    }
    if area.width >= COLS_FOR_TWO {
        let [left, gap, right] = Layout::horizontal([
            Constraint::Fill(1),
            Constraint::Length(2),
            Constraint::Fill(1),
        ])
        .areas(area);
        frame.render_widget(Paragraph::new(""), gap);
        draw_version(frame, left, view, page, MinutesKind::Full);
        draw_version(frame, right, view, page, MinutesKind::Family);
    } else {
        draw_version(frame, area, view, page, page.kind);
    }
}

/// For whom the words are, in which language.
fn heading(view: &View<'_>, kind: MinutesKind, language: Language) -> String {
    let dot = view.theme.glyph(Glyph::Dot);
    let what = view.words.say(match kind {
        MinutesKind::Full => W::MinutesHeadingFull,
        MinutesKind::Family => W::MinutesHeadingFamily,
    });
    let language = view.words.say(match language {
        Language::English => W::MinutesInEnglish,
        Language::Welsh => W::MinutesInWelsh,
    });
    format!(" {what} {dot} {language}")
}

fn draw_bar(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, page: &Minutes, kind: MinutesKind) {
    let language = page.language(view.model.language);
    let is_front = kind == page.kind;
    let cols = usize::from(area.width);
    let left = heading(view, kind, language);
    let right = format!("{} ", state(view, page, kind, language));
    let room = cols.saturating_sub(text::width(&left));
    let right = if text::width(&right) <= room {
        right
    } else {
        String::new()
    };
    let between = room.saturating_sub(text::width(&right));
    let line = format!("{left}{}{right}", " ".repeat(between));
    let style = match (is_front, kind) {
        (true, MinutesKind::Full) => view.theme.late().patch(view.theme.selected()),
        (true, MinutesKind::Family) => view.theme.good().patch(view.theme.selected()),
        (false, _) => view.theme.muted(),
    };
    let style = style.add_modifier(Modifier::BOLD);
    frame.render_widget(Line::styled(text::cut(&line, cols), style), area);
}

/// What has become of a version.
fn state(view: &View<'_>, page: &Minutes, kind: MinutesKind, language: Language) -> String {
    let present = page.present(kind, language);
    if page.writing(kind, language).is_some() {
        return view.words.say(W::MinutesNotSaved).to_owned();
    }
    match present {
        None => view.words.say(W::MinutesNone).to_owned(),
        Some(present) => match present.approved() {
            None => view.words.say(W::MinutesNotApproved).to_owned(),
            Some(approval) => {
                let day = approval.at.with_timezone(&London).date_naive();
                let given = [
                    ("name", approval.by.as_str().into()),
                    ("day", view.words.date_with_year(day).into()),
                ];
                view.words.with(W::MinutesApprovedBy, &given)
            }
        },
    }
}

fn draw_version(
    frame: &mut Frame<'_>,
    area: Rect,
    view: &View<'_>,
    page: &Minutes,
    kind: MinutesKind,
) {
    let cols = usize::from(area.width);
    let beside = beside::lines(view, page, kind, cols);
    let most = (area.height.saturating_sub(1)) / 2;
    let rows = u16::try_from(beside.len()).unwrap_or(u16::MAX).min(most);
    let [bar, words, rule, below] = Layout::vertical([
        Constraint::Length(1),
        Constraint::Min(0),
        Constraint::Length(u16::from(rows > 0)),
        Constraint::Length(rows),
    ])
    .areas(area);
    draw_bar(frame, bar, view, page, kind);
    let line = view.theme.glyph(Glyph::Rule).repeat(cols);
    frame.render_widget(Line::styled(line, view.theme.muted()), rule);
    frame.render_widget(Paragraph::new(beside), below);
    let language = page.language(view.model.language);
    let writing = page.writing(kind, language);
    if let (true, true, Some(writing)) = (page.is_writing, kind == page.kind, writing) {
        draw_editor(frame, words, writing);
        return;
    }
    // What somebody else wrote meanwhile is to be read before it is written over.
    let typed = writing.filter(|one| !one.is_behind).map(Writing::words);
    let present = page.present(kind, language);
    let stored = present.map(Present::words);
    let lines = match (typed.as_deref().or(stored), page.is_drafting()) {
        (Some(said), _) => set_lines(view, said, cols),
        (None, true) => plain(view, W::MinutesDrafting, cols),
        (None, false) => plain(view, W::MinutesNothingYet, cols),
    };
    let first = page
        .first_lines
        .get(usize::from(kind == MinutesKind::Family))
        .copied()
        .unwrap_or_default();
    let rows = usize::from(words.height);
    let last = lines.len().saturating_sub(rows);
    let first = first.min(last);
    let is_more = first < last;
    let mut shown: Vec<Line<'_>> = lines.into_iter().skip(first).take(rows).collect();
    if is_more && rows > 1 {
        shown.pop();
        let more = format!(
            " {} {}",
            view.theme.glyph(Glyph::More),
            view.words.say(W::MinutesMore)
        );
        shown.push(Line::styled(text::cut(&more, cols), view.theme.key()));
    }
    frame.render_widget(Paragraph::new(shown), words);
}

/// The words as they are typed, over the whole width, with the cursor in sight.
fn draw_editor(frame: &mut Frame<'_>, area: Rect, writing: &Writing) {
    let typed = writing.form.focused().and_then(|field| field.area_text());
    let Some((typed, cursor)) = typed else {
        return;
    };
    if area.width < 4 || area.height == 0 {
        return;
    }
    let laid = lay_out(typed, cursor, usize::from(area.width) - 2);
    let (row, col) = laid.cursor;
    let rows = usize::from(area.height);
    // The cursor stands in the lower third, so that what comes before it can be read.
    let first = (row + 1).saturating_sub(rows - rows / 3);
    let last = laid.lines.len().saturating_sub(rows);
    let first = first.min(last.max((row + 1).saturating_sub(rows)));
    let shown = laid.lines.into_iter().skip(first).take(rows);
    let shown: Vec<Line<'_>> = shown.map(|line| Line::raw(format!(" {line}"))).collect();
    frame.render_widget(Paragraph::new(shown), area);
    let x = area.x + u16::try_from(col + 1).unwrap_or(0).min(area.width - 1);
    let y = area.y + u16::try_from(row - first).unwrap_or(0).min(area.height - 1);
    frame.set_cursor_position((x, y));
}

fn plain<'v>(view: &View<'v>, says: W, cols: usize) -> Vec<Line<'v>> {
    text::wrap(view.words.say(says), cols.saturating_sub(2))
        .into_iter()
        .map(|line| Line::raw(format!(" {line}")))
        .collect()
}

/// The words as they are read: headings stand out, points hang.
fn set_lines<'v>(view: &View<'v>, said: &str, cols: usize) -> Vec<Line<'v>> {
    let room = cols.saturating_sub(4);
    let mut lines = Vec::new();
    for line in said.lines() {
        let (kind, words) = line_of(line);
        let wrapped = text::wrap(words, room);
        match kind {
            LineKind::Blank => lines.push(Line::raw("")),
            LineKind::Heading => lines.extend(
                wrapped
                    .into_iter()
                    .map(|line| Line::styled(format!(" {line}"), view.theme.title())),
            ),
            LineKind::Plain => {
                lines.extend(
                    wrapped
                        .into_iter()
                        .map(|line| Line::raw(format!(" {line}"))),
                );
            }
            LineKind::Point => {
                let dot = view.theme.glyph(Glyph::Dot);
                lines.extend(wrapped.into_iter().enumerate().map(|(number, line)| {
                    let mark = if number == 0 { dot } else { " " };
                    Line::raw(format!("  {mark} {line}"))
                }));
            }
        }
    }
    lines
}

fn draw_over(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, page: &Minutes, over: &Over) {
    let cols = usize::from(area.width);
    let [bar, rest] = Layout::vertical([Constraint::Length(1), Constraint::Min(0)]).areas(area);
    draw_bar(frame, bar, view, page, over.of);
    let mut lines = vec![Line::styled(
        format!(" {}", view.words.say(over.kind.title())),
        view.theme.title(),
    )];
    let says = text::wrap(view.words.say(over.kind.says()), cols.saturating_sub(2));
    lines.extend(says.into_iter().map(|line| Line::raw(format!(" {line}"))));
    lines.push(Line::raw(""));
    let rows = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    let [above, below] = Layout::vertical([Constraint::Max(rows), Constraint::Min(0)]).areas(rest);
    frame.render_widget(Paragraph::new(lines), above);
    form::draw(frame, below, view, &over.form);
}
