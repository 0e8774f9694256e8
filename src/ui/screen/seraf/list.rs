//! The lines of the form: a box for each column, the item, and what its answer rests on.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::Shown;
use crate::app::screen::seraf::Line as FormLine;
use crate::domain::assessment::{Content, Direction, Harmed, Part};
use crate::domain::seraf::{ChangeKind, ColumnAt, ExtraAnswer, Form, ItemAnswer, ItemAt, Section};
use crate::ui::text;
use crate::ui::theme::{Glyph, Signs};
use crate::ui::view::View;
use crate::words::Key as W;

/// Columns that the id of an item takes.
const ID_COLS: usize = 4;
/// Columns that the label of a text takes.
const LABEL_COLS: usize = 30;
/// Below this, what a text says needs all the room itself.
const COLS_BESIDE_A_MARK: usize = 55;

pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, shown: &Shown<'_>) {
    let cols = usize::from(area.width);
    for row in 0..area.height {
        let at = shown.cursor.first + usize::from(row);
        let Some(line) = shown.lines.get(at) else {
            return;
        };
        let is_selected = at == shown.cursor.at;
        let place = Rect {
            y: area.y + row,
            height: 1,
            ..area
        };
        frame.render_widget(line_of(view, shown, *line, is_selected, cols), place);
    }
}

fn line_of<'v>(
    view: &View<'v>,
    shown: &Shown<'_>,
    line: FormLine,
    is_selected: bool,
    cols: usize,
) -> Line<'v> {
    match line {
        FormLine::Section(place) => section_line(view, shown, place, cols),
        FormLine::Extras => heading(view, view.words.say(W::SerafExtras), "", cols),
        FormLine::Beyond => heading(view, view.words.say(W::SerafBeyond), "", cols),
        FormLine::About => heading(view, view.words.say(W::SerafAbout), "", cols),
        FormLine::Item(at) => item_line(view, shown, at, is_selected, cols),
        FormLine::Extra(at) => {
            let extra = shown.content.form().extra(at);
            let title = extra.map_or("", |extra| extra.title.say(view.model.language));
            let said = view.words.say(match shown.content.answers.extra(at) {
                ExtraAnswer::NotAsked => W::SerafNotAsked,
                ExtraAnswer::No => W::SerafNo,
                ExtraAnswer::NotKnown => W::SerafNotKnown,
                ExtraAnswer::Yes => W::SerafYes,
            });
            text_line(view, title, said, is_selected, cols)
        }
        FormLine::Text(part) => {
            let label = part_name(view, shown.content.form(), part);
            let said = part_says(view, shown.content, part);
            let as_before = view.words.say(W::SerafAsBefore);
            let room = cols.saturating_sub(text::width(as_before) + 2);
            // A mark on some of the lines alone would call the others changed.
            if !shown.is_as_before(part) || room < COLS_BESIDE_A_MARK {
                return text_line(view, &label, &said, is_selected, cols);
            }
            let mut line = text_line(view, &label, &said, is_selected, room);
            line.push_span(Span::raw("  "));
            line.push_span(Span::styled(as_before, view.theme.muted()));
            line
        }
    }
}

fn heading<'v>(view: &View<'v>, title: &str, right: &str, cols: usize) -> Line<'v> {
    let rule = view.theme.glyph(Glyph::Rule);
    let right = if right.is_empty() {
        String::new()
    } else {
        format!(" {right}")
    };
    let title = text::cut(title, cols.saturating_sub(text::width(&right) + 3));
    let used = text::width(&title) + text::width(&right) + 3;
    let rules = rule.repeat(cols.saturating_sub(used));
    Line::from(vec![
        Span::raw(" "),
        Span::styled(title, view.theme.title()),
        Span::raw(" "),
        Span::styled(rules, view.theme.muted()),
        Span::styled(right, view.theme.muted()),
    ])
}

fn section_line<'v>(view: &View<'v>, shown: &Shown<'_>, place: usize, cols: usize) -> Line<'v> {
    let Some(section) = shown.content.form().sections().get(place) else {
        return Line::default();
    };
    let score = shown.reckoned.score.sections.get(place);
    let score = score.copied().unwrap_or_default();
    let title = section.title.say(view.model.language);
    let columns: Vec<String> = section
        .columns
        .iter()
        .map(|column| {
            view.words.with(
                W::SerafColumn,
                &[
                    ("title", column.title.say(view.model.language).into()),
                    ("points", column.points.into()),
                ],
            )
        })
        .collect();
    let separator = view.theme.glyph(Glyph::Separator);
    let title = format!(
        "{title} {separator} {}",
        columns.join(&format!(" {separator} "))
    );
    let given = [
        ("points", score.points.into()),
        ("answered", score.answered.into()),
        ("items", score.items.into()),
    ];
    let long = view.words.with(W::SerafSectionCount, &given);
    let right = if text::width(&title) + text::width(&long) + 5 > cols {
        view.words.with(W::SerafSectionShort, &given)
    } else {
        long
    };
    heading(view, &title, &right, cols)
}

fn item_line<'v>(
    view: &View<'v>,
    shown: &Shown<'_>,
    at: ItemAt,
    is_selected: bool,
    cols: usize,
) -> Line<'v> {
    let Some((section, item)) = shown.content.form().item(at) else {
        return Line::default();
    };
    let answer = shown.content.answers.item(at);
    let mark = if is_selected {
        view.theme.glyph(Glyph::Selected)
    } else {
        " "
    };
    let mut spans = vec![Span::raw(mark)];
    for (column, _) in section.columns() {
        let here = is_selected && shown.column == Some(column);
        let style = if here {
            view.theme.selected()
        } else {
            Style::new()
        };
        let sign = box_sign(view, answer, column);
        spans.push(Span::styled(format!("[{sign}]"), style));
    }
    // Sections with fewer columns keep their words in line with the others.
    let most = shown.content.form().sections().iter();
    let most = most.map(|section| section.columns.len()).max().unwrap_or(1);
    let boxes = 3 * section.columns.len();
    spans.push(Span::raw(" ".repeat(3 * most - boxes + 1)));
    let used = 1 + 3 * most + 1 + ID_COLS;
    let room = cols.saturating_sub(used + 1);
    let said = item_says(view, shown, section, at);
    let words = item.text.say(view.model.language);
    let said_cols = text::width(&said).min(room / 2);
    let words_cols = room.saturating_sub(said_cols + 1);
    let words = text::cut(words, words_cols);
    let gap = room.saturating_sub(text::width(&words) + said_cols);
    spans.push(Span::raw(text::pad(&item.id, ID_COLS)));
    let style = if is_selected {
        view.theme.selected()
    } else if answer.ticks().is_some() {
        view.theme.title()
    } else {
        Style::new()
    };
    spans.push(Span::styled(words, style));
    spans.push(Span::raw(" ".repeat(gap)));
    let style = match answer {
        ItemAnswer::Ticked(_) => Style::new(),
        _ => view.theme.muted(),
    };
    spans.push(Span::styled(text::cut(&said, said_cols), style));
    Line::from(spans)
}

fn box_sign(view: &View<'_>, answer: ItemAnswer, column: ColumnAt) -> &'static str {
    match answer {
        ItemAnswer::Ticked(ticks) if ticks.contains(column) => view.theme.glyph(Glyph::Ticked),
        ItemAnswer::Ticked(_) => " ",
        ItemAnswer::No => match view.theme.signs {
            Signs::Unicode => "–",
            Signs::Ascii => "-",
        },
        ItemAnswer::NotKnown => "?",
        ItemAnswer::NotAsked => view.theme.glyph(Glyph::Unticked),
    }
}

/// What is said at the right of an item: how it changed, and what it rests on.
fn item_says(view: &View<'_>, shown: &Shown<'_>, section: &Section, at: ItemAt) -> String {
    let form = shown.content.form();
    let Some((_, item)) = form.item(at) else {
        return String::new();
    };
    let answer = shown.content.answers.item(at);
    let mut parts = Vec::new();
    let changes = shown.reckoned.changes.iter();
    let mut kinds: Vec<ChangeKind> = changes
        .flat_map(|changes| changes.of(&item.id))
        .map(|change| change.kind)
        .collect();
    kinds.dedup();
    for kind in kinds {
        match kind {
            ChangeKind::New => parts.push(view.words.say(W::SerafMarkNew).to_owned()),
            ChangeKind::AgedOut | ChangeKind::Gone if answer == ItemAnswer::NotAsked => {}
            ChangeKind::AgedOut => parts.push(view.words.say(W::SerafMarkAged).to_owned()),
            ChangeKind::Gone => parts.push(view.words.say(W::SerafMarkGone).to_owned()),
        }
    }
    match answer {
        ItemAnswer::NotAsked => parts.push(view.words.say(W::SerafNotAsked).to_owned()),
        ItemAnswer::No => parts.push(view.words.say(W::SerafNo).to_owned()),
        ItemAnswer::NotKnown => parts.push(view.words.say(W::SerafNotKnown).to_owned()),
        ItemAnswer::Ticked(_) => {}
    }
    let evidence = &shown.content.evidence;
    let has_windows = section.columns.iter().any(|column| column.window.is_some());
    if has_windows && shown.content.dates_differ(at) {
        parts.push(view.words.say(W::SerafDatesDiffer).to_owned());
    }
    let said = evidence.of(&item.id);
    match said.last() {
        Some(last) => {
            parts.push(view.name(&last.source).into_owned());
            if let Some(day) = evidence.last_known(&item.id) {
                parts.push(view.words.date_with_year(day));
            }
            let more = said.len() - 1;
            if more > 0 {
                let more = i64::try_from(more).unwrap_or(i64::MAX);
                parts.push(view.words.with(W::SerafMoreSaid, &[("count", more.into())]));
            }
        }
        None if answer.ticks().is_some() => {
            parts.push(view.words.say(W::SerafNoEvidence).to_owned());
        }
        None => {}
    }
    parts.join(", ")
}

fn text_line<'v>(
    view: &View<'v>,
    label: &str,
    said: &str,
    is_selected: bool,
    cols: usize,
) -> Line<'v> {
    let mark = if is_selected {
        view.theme.glyph(Glyph::Selected)
    } else {
        " "
    };
    let label_cols = LABEL_COLS.min(cols / 2);
    let label = text::cut(label, label_cols);
    let gap = label_cols.saturating_sub(text::width(&label)) + 1;
    let style = if is_selected {
        view.theme.selected()
    } else {
        Style::new()
    };
    let said = text::cut(said, cols.saturating_sub(label_cols + 3));
    Line::from(vec![
        Span::raw(mark),
        Span::styled(label, style),
        Span::raw(" ".repeat(gap)),
        Span::raw(said),
    ])
}

/// What a part that is a text is called.
pub(super) fn part_name(view: &View<'_>, form: &Form, part: Part) -> String {
    let words = match part {
        Part::About(at) => {
            let field = form.about_field(at);
            return field
                .map_or("", |field| field.text.say(view.model.language))
                .to_owned();
        }
        Part::Judgement => W::SerafJudgement,
        Part::CategoryReason => W::SerafCategoryReason,
        Part::Harmed => W::SerafHarmed,
        Part::HarmedNote => W::SerafHarmedNote,
        Part::Protective => W::SerafProtective,
        Part::Narrative => W::SerafNarrative,
        Part::YoungPersonView => W::SerafYoungPersonView,
        Part::FamilyView => W::SerafFamilyView,
        Part::HelpedBy => W::SerafHelpedBy,
        Part::AssessedOn | Part::Answer(_) | Part::Evidence(_) | Part::Extra(_) => {
            W::SerafAssessedOn
        }
    };
    view.words.say(words).to_owned()
}

/// What stands in a part, in one line.
pub(super) fn part_says(view: &View<'_>, content: &Content, part: Part) -> String {
    let nothing = || view.words.say(W::SerafNothingYet).to_owned();
    let dated = |said: Option<chrono::NaiveDate>, words: String| match said {
        Some(day) if !words.is_empty() => {
            format!("{} ({})", words, view.words.date_with_year(day))
        }
        _ => words,
    };
    let text = content
        .text(part)
        .map(|text| text.for_professionals().replace('\n', " "))
        .unwrap_or_default();
    let said = match part {
        Part::AssessedOn => view.words.date_long(content.assessed_on),
        Part::Harmed => view.words.say(harmed_words(content.harmed)).to_owned(),
        Part::Judgement => match &content.judgement {
            Some(judgement) => {
                let direction = view.words.say(match judgement.direction {
                    Direction::Higher => W::SerafHigher,
                    Direction::Lower => W::SerafLower,
                });
                let because = view.words.say(W::SerafJudgementReason);
                format!("{direction}, {because}: {text}")
            }
            None => String::new(),
        },
        Part::YoungPersonView => dated(content.young_person_view.said_on, text),
        Part::FamilyView => dated(content.family_view.said_on, text),
        _ => text,
    };
    if said.trim().is_empty() {
        nothing()
    } else {
        said
    }
}

pub(super) fn harmed_words(harmed: Harmed) -> W {
    match harmed {
        Harmed::NotAsked => W::SerafNotAsked,
        Harmed::No => W::SerafNo,
        Harmed::NotKnown => W::SerafNotKnown,
        Harmed::Yes => W::SerafYes,
    }
}
