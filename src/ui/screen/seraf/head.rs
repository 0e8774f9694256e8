//! The score and what belongs to it, always in sight: category and its action, the distance to
//! the next, what is open, what changed, and how the score falls if nothing new happens.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::Shown;
use crate::app::screen::seraf::NotAskedYet;
use crate::domain::seraf::{ChangeKind, Changes, Form};
use crate::ui::text;
use crate::ui::theme::{Glyph, Signs};
use crate::ui::view::View;
use crate::words::Key as W;

/// Draws as much as there is room for, and answers how many rows that took: what is left is the
/// list's.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, shown: &Shown<'_>) -> u16 {
    let cols = usize::from(area.width).saturating_sub(2);
    let change = change_words(view, shown);
    let open = open_line(view, shown);
    // The change stands beside the score, or where that is too long beside what is open.
    let beside_score = text::width(&change) + 2 <= cols.saturating_sub(score_cols(view, shown));
    let (at_score, at_open) = if beside_score {
        (change.as_str(), "")
    } else {
        ("", change.as_str())
    };
    let score = score_line(view, shown, at_score, cols);
    let open = Line::raw(format!(" {}", both_ends(&open, at_open, cols)));
    let scale = scale_line(view, shown, cols);
    let projection = Line::styled(
        format!(" {}", text::cut(&projection_words(view, shown), cols)),
        view.theme.muted(),
    );
    let mut actions = action_lines(view, shown, cols);
    let mut lines = vec![score];
    match area.height {
        5.. => {
            actions.truncate(usize::from(area.height) - 4);
            lines.extend([scale, open]);
            lines.append(&mut actions);
            lines.push(projection);
        }
        3..=4 => {
            actions.truncate(1);
            lines.push(open);
            lines.append(&mut actions);
        }
        2 => lines.push(open),
        _ => {}
    }
    let rows = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    for (row, line) in (0..area.height).zip(lines) {
        let place = Rect {
            y: area.y + row,
            height: 1,
            ..area
        };
        frame.render_widget(line, place);
    }
    rows.min(area.height)
}

/// Two texts at the two ends of a line; the left one gives way.
fn both_ends(left: &str, right: &str, cols: usize) -> String {
    let right = text::cut(right, cols);
    if right.is_empty() {
        return text::cut(left, cols);
    }
    let room = cols.saturating_sub(text::width(&right) + 2);
    format!("{}  {right}", text::pad(left, room))
}

fn score_words(view: &View<'_>, shown: &Shown<'_>) -> (String, String) {
    let score = &shown.reckoned.score;
    let band = shown.content.form().band_of(score.category);
    let title = band.map_or("", |band| band.title.say(view.model.language));
    let category = view.words.with(
        W::SerafCategory,
        &[("category", score.category.into()), ("title", title.into())],
    );
    let next = match score.next_band {
        Some(next) => view.words.with(
            W::SerafNext,
            &[
                ("points", next.points.into()),
                ("category", next.category.into()),
            ],
        ),
        None => view.words.say(W::SerafHighest).to_owned(),
    };
    (
        format!(" {:>2}  ", score.total),
        format!("{category} {} {next}", view.theme.glyph(Glyph::Dot)),
    )
}

fn score_cols(view: &View<'_>, shown: &Shown<'_>) -> usize {
    let (total, category) = score_words(view, shown);
    text::width(&total) + text::width(&category)
}

fn score_line<'v>(view: &View<'v>, shown: &Shown<'_>, change: &str, cols: usize) -> Line<'v> {
    let style = if shown.reckoned.score.at_risk {
        view.theme.late()
    } else {
        view.theme.title()
    };
    let (total, category) = score_words(view, shown);
    let room = cols.saturating_sub(text::width(&total));
    let category = text::cut(&category, room);
    let gap = room.saturating_sub(text::width(&category) + text::width(change));
    Line::from(vec![
        Span::styled(total, style),
        Span::styled(category, view.theme.title()),
        Span::raw(" ".repeat(gap)),
        Span::raw(change.to_owned()),
    ])
}

fn change_words(view: &View<'_>, shown: &Shown<'_>) -> String {
    let Some(changes) = &shown.reckoned.changes else {
        return view.words.say(W::SerafFirst).to_owned();
    };
    let parts = change_parts(view, changes, shown.reckoned.not_asked_yet);
    view.words.with(
        W::SerafWas,
        &[
            ("before", changes.previous_total.into()),
            ("parts", parts.into()),
        ],
    )
}

/// How much of a change is new, gone, aged out or only not asked yet; so many words as there is
/// to say.
pub(in crate::ui::screen) fn change_parts(
    view: &View<'_>,
    changes: &Changes,
    not_asked_yet: NotAskedYet,
) -> String {
    let parts = [
        (W::SerafChangeNew, changes.points(ChangeKind::New)),
        (
            W::SerafChangeGone,
            changes.points(ChangeKind::Gone) - not_asked_yet.gone,
        ),
        (
            W::SerafChangeAged,
            changes.points(ChangeKind::AgedOut) - not_asked_yet.aged_out,
        ),
        (
            W::SerafChangeOpen,
            not_asked_yet.gone + not_asked_yet.aged_out,
        ),
        (W::SerafChangeForm, changes.by_form),
    ];
    let said: Vec<String> = parts
        .into_iter()
        .filter(|(_, points)| *points != 0)
        .map(|(key, points)| {
            view.words
                .with(key, &[("points", signed(view, points).into())])
        })
        .collect();
    if said.is_empty() {
        return view.words.say(W::SerafChangeNone).to_owned();
    }
    said.join(", ")
}

fn signed(view: &View<'_>, points: i64) -> String {
    let minus = match view.theme.signs {
        Signs::Unicode => "−",
        Signs::Ascii => "-",
    };
    if points < 0 {
        format!("{minus}{}", points.abs())
    } else {
        format!("+{points}")
    }
}

fn open_line(view: &View<'_>, shown: &Shown<'_>) -> String {
    let score = &shown.reckoned.score;
    let mut parts = Vec::new();
    if score.not_asked > 0 {
        let given = [("count", score.not_asked.into())];
        parts.push(view.words.with(W::SerafNotAskedCount, &given));
    }
    if score.not_known > 0 {
        parts.push(view.words.with(
            W::SerafNotKnownCount,
            &[
                ("count", score.not_known.into()),
                ("score", score.if_unknown_present.into()),
            ],
        ));
    }
    if parts.is_empty() {
        return view.words.say(W::SerafAllAnswered).to_owned();
    }
    parts.join(&format!(" {} ", view.theme.glyph(Glyph::Dot)))
}

fn action_lines<'v>(view: &View<'v>, shown: &Shown<'_>, cols: usize) -> Vec<Line<'v>> {
    let form = shown.content.form();
    let band = form.band_of(shown.reckoned.score.category);
    let action = band.map_or("", |band| band.action.say(view.model.language));
    text::wrap(action, cols)
        .into_iter()
        .map(|line| Line::raw(format!(" {line}")))
        .collect()
}

pub(super) fn projection_words(view: &View<'_>, shown: &Shown<'_>) -> String {
    let Some((first, later)) = shown.reckoned.projection.split_first() else {
        return String::new();
    };
    if later.is_empty() {
        let given = [("score", first.total.into())];
        return view.words.with(W::SerafProjectionSame, &given);
    }
    let steps: Vec<String> = later
        .iter()
        .map(|step| {
            view.words.with(
                W::SerafProjectionStep,
                &[
                    ("score", step.total.into()),
                    ("date", view.words.date_with_year(step.from).into()),
                ],
            )
        })
        .collect();
    view.words
        .with(W::SerafProjection, &[("steps", steps.join(", ").into())])
}

/// The bands beside each other, each as wide as the others, with a mark where the score stands.
fn scale_line<'v>(view: &View<'v>, shown: &Shown<'_>, cols: usize) -> Line<'v> {
    let form = shown.content.form();
    let total = shown.reckoned.score.total;
    let cells = scale(form, total, cols, view.theme.signs);
    let mut spans = vec![Span::raw(" ")];
    let mut plain = String::new();
    for (cell, is_mark) in cells {
        if is_mark {
            spans.push(Span::styled(std::mem::take(&mut plain), view.theme.muted()));
            spans.push(Span::styled(cell.to_string(), view.theme.title()));
        } else {
            plain.push(cell);
        }
    }
    spans.push(Span::styled(plain, view.theme.muted()));
    Line::from(spans)
}

/// The cells of the scale, and which one is the mark.
fn scale(form: &Form, total: u32, cols: usize, signs: Signs) -> Vec<(char, bool)> {
    let (line, left, cross, right, mark) = match signs {
        Signs::Unicode => ('─', '├', '┼', '┤', '▲'),
        Signs::Ascii => ('-', '|', '+', '|', '^'),
    };
    let bands = form.bands();
    let width = cols.saturating_sub(bands.len() + 1) / bands.len().max(1);
    if width < 3 {
        return Vec::new();
    }
    let mut cells = vec![(left, false)];
    for (at, band) in bands.iter().enumerate() {
        let label = format!("{}–{}", band.from, band.to);
        let label = if signs == Signs::Ascii {
            label.replace('–', "-")
        } else {
            label
        };
        let letters = label.chars().count();
        let mut part: Vec<(char, bool)> = vec![(line, false); width];
        if letters <= width {
            let begin = (width - letters) / 2;
            for (cell, letter) in part.iter_mut().skip(begin).zip(label.chars()) {
                cell.0 = letter;
            }
        }
        if (band.from..=band.to).contains(&total) {
            let span = usize::try_from(band.to - band.from).unwrap_or(0).max(1);
            let into = usize::try_from(total - band.from).unwrap_or(0);
            let wanted = into * (width - 1) / span;
            // Beside the numbers, not over them.
            let free = (0..width)
                .filter(|place| part.get(*place).is_some_and(|(cell, _)| *cell == line))
                .min_by_key(|place| place.abs_diff(wanted));
            if let Some(cell) = part.get_mut(free.unwrap_or(wanted)) {
                *cell = (mark, true);
            }
        }
        cells.extend(part);
        let is_last = at + 1 == bands.len();
        cells.push((if is_last { right } else { cross }, false));
    }
    cells
}
