//! Who is selected in a list: name, worry, who is near, what is next by policy.
//!
//! Three lines on a small screen; on a tall one the worry and those near have lines of their own.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::screen::cases::Beside;
use crate::domain::assessment::Direction;
use crate::domain::case::CaseBrief;
use crate::domain::case_page::{Near, Preview};
use crate::ui::text;
use crate::ui::theme::Glyph;
use crate::ui::view::View;
use crate::ui::widget::spans;
use crate::words::Key as W;

/// The list above, and the rows of a preview below it.
pub fn split(area: Rect, preview_rows: usize) -> (Rect, Rect) {
    let rows = u16::try_from(preview_rows).unwrap_or(0).min(area.height);
    let list = Rect {
        height: area.height - rows,
        ..area
    };
    let below = Rect {
        y: area.y + list.height,
        height: rows,
        ..area
    };
    (list, below)
}

/// The bar before a selected row.
pub fn mark<'v>(view: &View<'v>, is_selected: bool) -> &'v str {
    if is_selected {
        view.theme.glyph(Glyph::Selected)
    } else {
        " "
    }
}

/// The name and age of a young person, or that the case is restricted.
pub fn who(view: &View<'_>, case: &CaseBrief, is_hidden: bool) -> String {
    if is_hidden {
        return view.words.say(W::CasesRestricted).to_owned();
    }
    let name = case.full_name();
    view.words
        .name_and_age(&view.name(&name), case, view.today())
}

/// The same in at most so many columns: a long name is cut before the age is.
pub fn who_within(view: &View<'_>, case: &CaseBrief, is_hidden: bool, cols: usize) -> String {
    let whole = who(view, case, is_hidden);
    if is_hidden || text::width(&whole) <= cols {
        return text::cut(&whole, cols);
    }
    let name = case.full_name();
    let name = view.name(&name);
    let age_cols = text::width(&whole).saturating_sub(text::width(&name));
    let name = text::cut(&name, cols.saturating_sub(age_cols));
    text::cut(&view.words.name_and_age(&name, case, view.today()), cols)
}

/// A sentence in the place of a preview.
pub fn says(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, words: &str) {
    let cols = usize::from(area.width).saturating_sub(2);
    let lines = text::wrap(words, cols).into_iter().map(Line::raw).collect();
    draw_lines(frame, area, view, lines);
}

/// Draws what was read for the selected row; nothing but the rule until it is there.
pub fn draw(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, beside: &Beside) {
    let lines = match &beside.preview {
        Some(preview) => lines(view, preview, area),
        None => Vec::new(),
    };
    draw_lines(frame, area, view, lines);
}

fn draw_lines(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, lines: Vec<Line<'_>>) {
    if area.height == 0 {
        return;
    }
    let rule = view
        .theme
        .glyph(Glyph::Rule)
        .repeat(usize::from(area.width));
    let rows = std::iter::once(Line::styled(rule, view.theme.muted())).chain(lines);
    for (place, line) in rows.take(usize::from(area.height)).enumerate() {
        let indent = u16::from(place > 0).min(area.width);
        let place = Rect {
            x: area.x + indent,
            y: area.y + u16::try_from(place).unwrap_or(u16::MAX),
            width: area.width - indent,
            height: 1,
        };
        spans::draw_line(frame.buffer_mut(), place, line);
    }
}

fn lines<'v>(view: &View<'v>, preview: &Preview, area: Rect) -> Vec<Line<'v>> {
    let cols = usize::from(area.width).saturating_sub(2);
    let is_tall = area.height > 4;
    let dot = view.theme.glyph(Glyph::Dot);
    let mut lines = vec![who_line(view, preview, cols)];
    let worry = worry(view, preview);
    let near = near_words(view, &preview.near);
    if is_tall {
        lines.extend(labelled(view, W::BesideWorry, &worry, cols, 3));
        lines.extend(labelled(view, W::BesideNear, &near, cols, 2));
    } else {
        let both = [worry.as_str(), near.as_str()]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>();
        // Half of the line for each, so that a long worry does not push out who is near.
        let both = match both.as_slice() {
            [worry, near] => {
                let label = text::width(view.words.say(W::BesideWorry)) + 1;
                let room = cols.saturating_sub(label + 3);
                let near_cols = text::width(near).min(room / 2);
                let worry = text::cut(worry, room - near_cols);
                let near = text::cut(near, room - text::width(&worry));
                format!("{worry} {dot} {near}")
            }
            [one] => (*one).to_owned(),
            _ => String::new(),
        };
        lines.extend(labelled(view, W::BesideWorry, &both, cols, 1));
    }
    let next = preview.next.first().map(|row| row.kind);
    let next = view.words.next_step(next, &view.model.rules);
    let most = if is_tall { 2 } else { 1 };
    lines.extend(labelled(view, W::BesideNext, &next, cols, most));
    lines
}

/// Name, where they live, who referred, and the score.
fn who_line<'v>(view: &View<'v>, preview: &Preview, cols: usize) -> Line<'v> {
    let words = view.words;
    let name = who(view, &preview.case, false);
    let mut parts = Vec::new();
    parts.extend(words.lives(preview.person.living).map(str::to_owned));
    if let Some(referral) = &preview.referral {
        parts.push(words.referred_by(&referral.told.source, &view.model.rules));
    }
    parts.push(score_words(view, preview));
    let dot = format!(" {} ", view.theme.glyph(Glyph::Dot));
    let rest = format!("{dot}{}", parts.join(&dot));
    let name = text::cut(&name, cols);
    let rest = text::cut(&rest, cols.saturating_sub(text::width(&name)));
    Line::from(vec![
        Span::styled(name, view.theme.title()),
        Span::raw(rest),
    ])
}

/// What the last SERAF says, with the worker's own judgement beside it.
pub fn score_words(view: &View<'_>, preview: &Preview) -> String {
    let Some((basis, judgement)) = preview.score else {
        return view.words.say(W::BesideNoScore).to_owned();
    };
    let score = view.words.score(basis.score, u32::from(basis.category));
    match judgement {
        None => score,
        Some(Direction::Higher) => {
            format!("{score}, {}", view.words.say(W::NearJudgedHigher))
        }
        Some(Direction::Lower) => format!("{score}, {}", view.words.say(W::NearJudgedLower)),
    }
}

/// What happened, in one line; danger first.
pub fn worry(view: &View<'_>, preview: &Preview) -> String {
    let Some(referral) = &preview.referral else {
        return String::new();
    };
    let told = referral.told.what_happened.for_professionals();
    let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
    if referral.told.danger_now {
        return format!("{}: {told}", view.words.say(W::BesideDanger));
    }
    told
}

/// Who is near, each in a few words.
fn near_words(view: &View<'_>, near: &[Near]) -> String {
    let dot = format!(" {} ", view.theme.glyph(Glyph::Dot));
    let parts: Vec<String> = near.iter().map(|one| near_one(view, one)).collect();
    parts.join(&dot)
}

fn near_one(view: &View<'_>, near: &Near) -> String {
    let how = view.words.near_how(&near.how);
    let name = if near.is_hidden {
        view.words.say(W::BesideRestricted).to_owned()
    } else {
        view.name(&near.name).into_owned()
    };
    let mut given = vec![("how", how.into()), ("name", name.into())];
    let Some(case) = &near.case else {
        return view.words.with(W::BesideNamed, &given);
    };
    given.push(("reference", case.reference.as_str().into()));
    given.push(("stage", view.words.stage(case.stage).into()));
    view.words.with(W::BesideIs, &given)
}

/// A label and a text in at most so many lines; nothing where there is no text.
fn labelled<'v>(view: &View<'v>, label: W, words: &str, cols: usize, most: usize) -> Vec<Line<'v>> {
    if words.is_empty() {
        return Vec::new();
    }
    let label = view.words.say(label);
    let indent = text::width(label) + 1;
    let room = cols.saturating_sub(indent);
    let mut wrapped = text::wrap(words, room);
    if wrapped.len() > most {
        let rest = wrapped.split_off(most.saturating_sub(1)).join(" ");
        wrapped.push(text::cut(&rest, room));
    }
    wrapped
        .into_iter()
        .enumerate()
        .map(|(at, line)| {
            if at == 0 {
                Line::from(vec![
                    Span::styled(label, view.theme.title()),
                    Span::raw(format!(" {line}")),
                ])
            } else {
                Line::raw(format!("{}{line}", " ".repeat(indent)))
            }
        })
        .collect()
}
