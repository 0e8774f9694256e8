//! All that is known of the selected line: its words in full, the days its columns speak of, the
//! guidance of the form, what it rests on, and what was said last time.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use super::Shown;
use super::foot::caution_words;
use super::head::projection_words;
use super::list::{part_name, part_says};
use crate::app::screen::seraf::{BASES, Line as FormLine};
use crate::domain::assessment::{Content, Part};
use crate::domain::seraf::{Evidence, ItemAnswer, ItemAt, Ticks, window_of};
use crate::ui::text;
use crate::ui::theme::Glyph;
use crate::ui::view::View;
use crate::words::Key as W;

/// Whether it has the whole screen, from a row on, or a place beside the list.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Whole {
    From(usize),
    No,
}

pub(super) fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    view: &View<'_>,
    shown: &Shown<'_>,
    whole: Whole,
) {
    let bar = view.theme.glyph(Glyph::Separator);
    let (edge, cols) = match whole {
        Whole::From(_) => (" ".to_owned(), usize::from(area.width).saturating_sub(2)),
        Whole::No => (
            format!(" {bar} "),
            usize::from(area.width).saturating_sub(3),
        ),
    };
    let mut lines = Vec::new();
    match shown.line() {
        Some(FormLine::Item(at)) => item(view, shown, at, &mut lines),
        Some(FormLine::Text(part)) => text_of(view, shown, part, &mut lines),
        _ => {}
    }
    if whole != Whole::No {
        cautions(view, shown, &mut lines);
    }
    let rows: Vec<Line<'_>> = lines
        .iter()
        .flat_map(|(said, is_title)| {
            let style = if *is_title {
                view.theme.title()
            } else {
                ratatui::style::Style::new()
            };
            let edge = &edge;
            text::wrap(said, cols).into_iter().map(move |line| {
                Line::from(vec![
                    ratatui::text::Span::raw(edge.clone()),
                    ratatui::text::Span::styled(line, style),
                ])
            })
        })
        .collect();
    let first = match whole {
        Whole::From(first) => first.min(rows.len().saturating_sub(usize::from(area.height))),
        Whole::No => 0,
    };
    let rows: Vec<Line<'_>> = rows.into_iter().skip(first).collect();
    let missing = usize::from(area.height).saturating_sub(rows.len());
    let empty = std::iter::repeat_n(Line::raw(edge.clone()), missing);
    let rows: Vec<Line<'_>> = rows.into_iter().chain(empty).collect();
    frame.render_widget(Paragraph::new(rows), area);
}

type Lines = Vec<(String, bool)>;

fn text_of(view: &View<'_>, shown: &Shown<'_>, part: Part, lines: &mut Lines) {
    let form = shown.content.form();
    lines.push((part_name(view, form, part), true));
    if let Part::About(at) = part
        && let Some(guidance) = form
            .about_field(at)
            .and_then(|field| field.guidance.as_ref())
    {
        lines.push((guidance.say(view.model.language).to_owned(), false));
    }
    lines.push((String::new(), false));
    let said = match shown.content.text(part) {
        Some(text) if !text.is_blank() => text.for_professionals().to_owned(),
        _ => part_says(view, shown.content, part),
    };
    lines.push((said, false));
    let Some((before, there)) = shown.said_before(part) else {
        return;
    };
    let date = view.words.date_with_year(before.assessed_on);
    let said = if shown.is_as_before(part) {
        view.words
            .with(W::SerafAsBeforeOn, &[("date", date.into())])
    } else {
        let answer = there.for_professionals().into();
        view.words.with(
            W::SerafLastTime,
            &[("date", date.into()), ("answer", answer)],
        )
    };
    lines.push((String::new(), false));
    lines.push((said, false));
}

fn item(view: &View<'_>, shown: &Shown<'_>, at: ItemAt, lines: &mut Lines) {
    let Some((section, item)) = shown.content.form().item(at) else {
        return;
    };
    let language = view.model.language;
    let content = shown.content;
    lines.push((format!("{}  {}", item.id, item.text.say(language)), true));
    let answer = answer_words(view, content, at);
    let given = [("answer", answer.into())];
    lines.push((view.words.with(W::SerafAnswerIs, &given), false));
    if let Some(before) = shown.before
        && let Some(there) = before.form().item_at(&item.id)
    {
        lines.push((
            view.words.with(
                W::SerafLastTime,
                &[
                    ("date", view.words.date_with_year(before.assessed_on).into()),
                    ("answer", answer_words(view, before, there).into()),
                ],
            ),
            false,
        ));
    }
    for (column, points) in section.columns.iter().zip(&item.points) {
        let title = column.title.say(language);
        let window = column
            .window
            .and_then(|window| window_of(window, content.assessed_on));
        lines.push((
            match window {
                Some((first, last)) => view.words.with(
                    W::SerafWindow,
                    &[
                        ("column", title.into()),
                        ("first", view.words.date_with_year(first).into()),
                        ("last", view.words.date_with_year(last).into()),
                        ("points", (*points).into()),
                    ],
                ),
                None => view.words.with(
                    W::SerafForLife,
                    &[("column", title.into()), ("points", (*points).into())],
                ),
            },
            false,
        ));
    }
    if let Some(guidance) = &item.guidance {
        lines.push((guidance.say(language).to_owned(), false));
    }
    if let Some(said) = dates_words(view, content, at) {
        lines.push((said, false));
    }
    lines.push((String::new(), false));
    lines.push((view.words.say(W::SerafWhatIsKnown).to_owned(), true));
    let all = content.evidence.of(&item.id);
    if all.is_empty() {
        lines.push((view.words.say(W::SerafNothingYet).to_owned(), false));
    }
    for said in all {
        lines.push((statement_words(view, said), false));
        if !said.note.trim().is_empty() {
            lines.push((said.note.clone(), false));
        }
    }
}

fn cautions(view: &View<'_>, shown: &Shown<'_>, lines: &mut Lines) {
    lines.push((String::new(), false));
    lines.push((view.words.say(W::SerafAllCautions).to_owned(), true));
    lines.push((projection_words(view, shown), false));
    for caution in &shown.reckoned.cautions {
        let said = caution_words(view, shown.content.form(), *caution);
        lines.push((
            format!("{} {said}", view.theme.glyph(Glyph::Warning)),
            false,
        ));
    }
}

/// An answer in words: its columns by name.
pub(super) fn answer_words(view: &View<'_>, content: &Content, at: ItemAt) -> String {
    let said = match content.answers.item(at) {
        ItemAnswer::NotAsked => W::SerafNotAsked,
        ItemAnswer::No => W::SerafNo,
        ItemAnswer::NotKnown => W::SerafNotKnown,
        ItemAnswer::Ticked(ticks) => return ticks_words(view, content, at, ticks),
    };
    view.words.say(said).to_owned()
}

fn ticks_words(view: &View<'_>, content: &Content, at: ItemAt, ticks: Ticks) -> String {
    let Some((section, _)) = content.form().item(at) else {
        return String::new();
    };
    let names: Vec<&str> = ticks
        .columns()
        .filter_map(|column| section.column(column))
        .map(|column| column.title.say(view.model.language))
        .collect();
    names.join(", ")
}

/// What the dates say where they say other than the ticks.
pub(super) fn dates_words(view: &View<'_>, content: &Content, at: ItemAt) -> Option<String> {
    if !content.dates_differ(at) {
        return None;
    }
    let (form, on) = (content.form(), content.assessed_on);
    let Some(ticks) = content.evidence.ticks_by_dates(form, at, on) else {
        return Some(view.words.say(W::SerafDatesSayNone).to_owned());
    };
    let columns = ticks_words(view, content, at, ticks);
    Some(
        view.words
            .with(W::SerafDatesSay, &[("columns", columns.into())]),
    )
}

/// Who said it, how it is known, and when it last was so.
pub(super) fn statement_words(view: &View<'_>, said: &Evidence) -> String {
    let basis = BASES.iter().find(|(basis, ..)| *basis == said.basis);
    let basis = basis.map_or("", |(_, _, words)| view.words.say(*words));
    let who = view.words.with(
        W::SerafSaidBy,
        &[
            ("who", view.name(&said.source).into()),
            ("basis", basis.into()),
        ],
    );
    let when = match said.last_known {
        Some(day) => view.words.with(
            W::SerafLastKnownOn,
            &[("date", view.words.date_with_year(day).into())],
        ),
        None => view.words.say(W::SerafNoDate).to_owned(),
    };
    format!("{who}, {when}")
}
