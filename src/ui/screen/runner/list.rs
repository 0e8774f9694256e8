//! Who is here, the plan of last time, and what is said, section by section.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use crate::app::screen::Runner;
use crate::app::screen::runner::RunnerRow;
use crate::app::screen::runner::over::{change_words, section_words};
use crate::domain::meeting::{Invited, InvitedKind};
use crate::domain::plan::{ActionStatus, AnyAction};
use crate::domain::runner::{How, Item, ItemSection, Part, Part1};
use crate::ui::screen::planner::person_name;
use crate::ui::text;
use crate::ui::theme::Glyph;
use crate::ui::view::View;
use crate::words::Key as W;

/// Columns in which a part's attendance is said.
const HOW_COLS: usize = 13;

/// How somebody attends.
pub(super) const fn how_words(how: How) -> W {
    match how {
        How::Present => W::RunnerPresent,
        How::ByPhone => W::RunnerByPhone,
        How::ByVideo => W::RunnerByVideo,
        How::Represented => W::RunnerRepresented,
        How::Apologies => W::RunnerApologies,
        How::Absent => W::RunnerAbsent,
        How::NotAsked => W::RunnerNotAsked,
        How::LeftEarly => W::RunnerLeftEarly,
    }
}

pub(super) fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    view: &View<'_>,
    page: &Runner,
    part1: &Part1,
) {
    let cols = usize::from(area.width);
    let rows = page.rows();
    let shown = rows.iter().enumerate().skip(page.cursor.first);
    for (place, (at, row)) in shown.take(usize::from(area.height)).enumerate() {
        let is_selected = at == page.cursor.at;
        let line = match row {
            RunnerRow::HeadHere => head_here(view, page, cols),
            RunnerRow::Person(at) => match part1.meeting.plan.people.get(*at) {
                Some(person) => person_line(view, page, part1, person, is_selected, cols),
                None => continue,
            },
            RunnerRow::HeadPlan => {
                Line::styled(view.words.say(W::RunnerLastPlan), view.theme.title())
            }
            RunnerRow::Action(at) => {
                let plan = part1.plan.as_ref();
                match plan.and_then(|plan| plan.actions().get(*at).copied()) {
                    Some(action) => action_line(view, action, cols),
                    None => continue,
                }
            }
            RunnerRow::Head(section) => section_line(view, part1, *section, cols),
            RunnerRow::Item(at) => match part1.items.get(*at) {
                Some(item) => item_line(view, part1, item, is_selected, cols),
                None => continue,
            },
        };
        let mark = if is_selected {
            view.theme.glyph(Glyph::Selected)
        } else {
            " "
        };
        let mut spans = vec![Span::styled(mark, view.theme.key())];
        spans.extend(
            line.spans
                .into_iter()
                .map(|span| span.patch_style(line.style)),
        );
        if is_selected
            && matches!(row, RunnerRow::Head(_) | RunnerRow::HeadHere)
            && let Some(label) = spans.get_mut(1)
        {
            label.style = view.theme.selected();
        }
        let row_area = Rect {
            y: area.y + u16::try_from(place).unwrap_or(u16::MAX),
            height: 1,
            ..area
        };
        frame.render_widget(Line::from(spans), row_area);
    }
}

/// The selected item in full, and in which words the family hears of it.
pub(super) fn draw_selected(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, page: &Runner) {
    let cols = usize::from(area.width).saturating_sub(2);
    let rule = view
        .theme
        .glyph(Glyph::Rule)
        .repeat(usize::from(area.width));
    let mut lines = vec![Line::styled(rule, view.theme.muted())];
    if let Some(item) = page.item() {
        for line in text::wrap(item.words.for_professionals(), cols)
            .into_iter()
            .take(2)
        {
            lines.push(Line::raw(format!(" {line}")));
        }
        if let Some(release) = &item.release {
            use chrono_tz::Europe::London;
            let time = view.words.time(release.at.with_timezone(&London).time());
            let said = view.words.with(
                W::RunnerReleased,
                &[
                    ("words", release.words.as_str().into()),
                    ("who", release.by.as_str().into()),
                    ("time", time.into()),
                ],
            );
            for line in text::wrap(&said, cols).into_iter().take(2) {
                lines.push(Line::styled(format!(" {line}"), view.theme.good()));
            }
        } else {
            let says = view.words.say(W::RunnerNotReleased);
            lines.push(Line::styled(format!(" {says}"), view.theme.muted()));
        }
    } else {
        let says = match page.row() {
            Some(RunnerRow::Person(_)) => W::RunnerHintPerson,
            _ => W::RunnerHintItem,
        };
        for line in text::wrap(view.words.say(says), cols).into_iter().take(2) {
            lines.push(Line::styled(format!(" {line}"), view.theme.muted()));
        }
        if let Some(part1) = page.part1.as_ref().filter(|part1| part1.run.is_some()) {
            let name = [("name", view.name(&part1.chair_name).into())];
            let says = view.words.with(W::RunnerInTheChair, &name);
            lines.push(Line::raw(format!(" {}", text::cut(&says, cols))));
        }
    }
    lines.truncate(usize::from(area.height));
    frame.render_widget(Paragraph::new(lines), area);
}

fn name_cols(cols: usize) -> usize {
    cols.saturating_sub(2 * HOW_COLS + 1)
}

fn head_here<'v>(view: &View<'v>, page: &Runner, cols: usize) -> Line<'v> {
    let style = |part| {
        if page.column == part {
            view.theme.here()
        } else {
            view.theme.muted()
        }
    };
    let head = text::pad(view.words.say(W::RunnerWhoIsHere), name_cols(cols));
    let cell = |word, part| {
        let says = view.words.say(word);
        let gap = " ".repeat(HOW_COLS.saturating_sub(text::width(says)));
        [Span::styled(says, style(part)), Span::raw(gap)]
    };
    let mut spans = vec![Span::styled(head, view.theme.title())];
    spans.extend(cell(W::MeetingsPart1, Part::One));
    spans.extend(cell(W::MeetingsPart2, Part::Two));
    Line::from(spans)
}

fn person_line<'v>(
    view: &View<'v>,
    page: &Runner,
    part1: &Part1,
    person: &Invited,
    is_selected: bool,
    cols: usize,
) -> Line<'v> {
    let name = text::pad(&person_name(view, person), name_cols(cols));
    let cell = |part: Part| {
        let is_theirs = match part {
            Part::One => person.kind == InvitedKind::Professional,
            Part::Two => person.part2,
        };
        let says = match part1.attends(person.row, part) {
            Some(noted) if noted.how == How::Represented && !noted.represented_by.is_empty() => {
                let name = view.name(&noted.represented_by);
                format!("{} {name}", view.theme.glyph(Glyph::Yes))
            }
            Some(noted) => view.words.say(how_words(noted.how)).to_owned(),
            None if is_theirs => view.theme.glyph(Glyph::Dot).to_owned(),
            None => String::new(),
        };
        let style = if is_selected && page.column == part {
            view.theme.selected()
        } else {
            Style::new()
        };
        let says = text::cut(&says, HOW_COLS - 1);
        let shown = if says.is_empty() {
            " ".to_owned()
        } else {
            says
        };
        let gap = " ".repeat(HOW_COLS.saturating_sub(text::width(&shown)));
        [Span::styled(shown, style), Span::raw(gap)]
    };
    let mut spans = vec![Span::raw(name)];
    spans.extend(cell(Part::One));
    spans.extend(cell(Part::Two));
    Line::from(spans)
}

fn action_line<'v>(view: &View<'v>, action: AnyAction<'_>, cols: usize) -> Line<'v> {
    let (word, style) = match action.status() {
        ActionStatus::Done => (W::RunnerActionDone, view.theme.good()),
        ActionStatus::Dropped => (W::RunnerActionDropped, view.theme.muted()),
        ActionStatus::Open if action.is_overdue(view.today()) => {
            (W::RunnerActionLate, view.theme.late())
        }
        ActionStatus::Open => (W::RunnerActionOpen, Style::new()),
    };
    let state = text::pad(view.words.say(word), HOW_COLS);
    let by = action
        .by()
        .map_or(String::new(), |day| view.words.date_short(day));
    let says = format!(
        "{}: {} {by}",
        view.name(action.who_for_professionals()),
        action.what_for_professionals()
    );
    let says = text::cut(&says, cols.saturating_sub(HOW_COLS + 2));
    Line::from(vec![
        Span::raw(" "),
        Span::styled(state, style),
        Span::raw(says),
    ])
}

fn section_line<'v>(view: &View<'v>, part1: &Part1, section: ItemSection, cols: usize) -> Line<'v> {
    let head = view.words.say(section_words(section));
    let mut spans = vec![Span::styled(head, view.theme.title())];
    if section == ItemSection::Seraf {
        let says = text::cut(
            &score_words(view, part1),
            cols.saturating_sub(text::width(head) + 3),
        );
        spans.push(Span::raw(format!("  {says}")));
    }
    Line::from(spans)
}

/// The current score and how it has changed since the one before.
fn score_words(view: &View<'_>, part1: &Part1) -> String {
    let mut scores = part1.scores.iter().rev();
    let Some(now) = scores.next() else {
        return view.words.say(W::RunnerNoScore).to_owned();
    };
    let said = view.words.with(
        W::RunnerScore,
        &[
            ("score", i64::from(now.score).into()),
            ("category", i64::from(now.category).into()),
            ("day", view.words.date_with_year(now.on).into()),
        ],
    );
    let Some(before) = scores.next() else {
        return said;
    };
    let change = i64::from(now.score) - i64::from(before.score);
    let sign = if change > 0 { "+" } else { "" };
    let was = view.words.with(
        W::RunnerScoreWas,
        &[
            ("score", i64::from(before.score).into()),
            ("change", format!("{sign}{change}").into()),
        ],
    );
    format!("{said} {} {was}", view.theme.glyph(Glyph::Dot))
}

fn item_line<'v>(
    view: &View<'v>,
    part1: &Part1,
    item: &Item,
    is_selected: bool,
    cols: usize,
) -> Line<'v> {
    let half = cols.saturating_sub(3) / 2;
    let agency = view.model.rules.policies.agencies.get(&item.agency);
    let agency = agency.map(|one| one.name.say(view.model.language));
    let change = item
        .change
        .map(|change| view.words.say(change_words(change)));
    let panel = part1.of_panel.iter().find(|(given, _)| *given == item.id);
    let panel = panel.map(|(_, issue)| {
        let number = issue.0.to_string();
        view.words
            .with(W::PanelNumber, &[("number", number.as_str().into())])
    });
    let mut said = String::new();
    for head in [panel.as_deref(), agency, change].into_iter().flatten() {
        said.push_str(head);
        said.push_str(": ");
    }
    said.push_str(&item.words.for_professionals().replace('\n', " "));
    let said = text::cut(&said, half);
    let gap = half.saturating_sub(text::width(&said)) + 1;
    let said_style = if is_selected {
        view.theme.selected()
    } else {
        Style::new()
    };
    let (sign, shared, style) = match &item.release {
        Some(release) => (
            Glyph::Yes,
            format!("“{}”", release.words.as_str().replace('\n', " ")),
            view.theme.good(),
        ),
        None => (
            Glyph::No,
            view.words.say(W::RunnerProfessionalsOnly).to_owned(),
            view.theme.muted(),
        ),
    };
    let sign = view.theme.glyph(sign);
    Line::from(vec![
        Span::raw(" "),
        Span::styled(said, said_style),
        Span::raw(" ".repeat(gap)),
        Span::styled(sign, style),
        Span::styled(
            format!(" {}", text::cut(&shared, half.saturating_sub(3))),
            style,
        ),
    ])
}
