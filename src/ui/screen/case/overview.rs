//! The overview of a case: who, how it stands, what is new, what is due, who is near.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::event_words;
use crate::app::screen::Case;
use crate::app::screen::case::Item;
use crate::domain::case_page::{Near, Overview};
use crate::domain::decision::Outcome;
use crate::domain::relation::Join;
use crate::domain::today::{About, DueRow, Group};
use crate::ui::screen::cases::beside;
use crate::ui::text;
use crate::ui::theme::Glyph;
use crate::ui::view::View;
use crate::words::Key as W;

/// A label's column, where no label is longer.
const LABEL_COLS: usize = 10;
/// More of the worry is read in the referral.
const WORRY_ROWS: usize = 3;
/// The newest of what is new; all of it is in the chronology.
const NEWS_ROWS: usize = 4;

/// A line, and the item it shows, if it is one.
struct Row<'v> {
    line: Line<'v>,
    item: Option<Item>,
}

impl<'v> From<Line<'v>> for Row<'v> {
    fn from(line: Line<'v>) -> Self {
        Self { line, item: None }
    }
}

pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, page: &Case) {
    let Some(overview) = &page.overview else {
        let says = format!(" {}", view.words.say(W::CaseReading));
        frame.render_widget(Line::raw(says), area);
        return;
    };
    let selected = page.selected_item();
    let cols = usize::from(area.width);
    let mut rows = who(view, overview, cols);
    rows.extend(news(view, overview, cols));
    rows.extend(due(view, overview, cols, selected));
    rows.extend(near(view, overview, cols, selected));
    rows.extend(joined(view, page, overview, cols, selected));
    let at = rows
        .iter()
        .position(|row| row.item.is_some() && row.item == selected)
        .unwrap_or(0);
    let height = usize::from(area.height);
    // The top of the page stays in sight as long as the selected row is.
    let first = (at + 1).saturating_sub(height);
    for (row, y) in rows.into_iter().skip(first).take(height).zip(area.y..) {
        let place = Rect {
            y,
            height: 1,
            ..area
        };
        frame.render_widget(row.line, place);
    }
}

/// Room for the longest of the labels, in whichever language.
fn label_cols(view: &View<'_>) -> usize {
    [W::CaseWho, W::DueSeraf, W::CaseDecision, W::CaseWorry]
        .iter()
        .map(|label| text::width(view.words.say(*label)) + 1)
        .fold(LABEL_COLS, usize::max)
}

fn labelled<'v>(view: &View<'v>, label: W, words: &str, cols: usize, most: usize) -> Vec<Row<'v>> {
    let label_cols = label_cols(view);
    let room = cols.saturating_sub(label_cols + 2);
    let mut wrapped = text::wrap(words, room);
    if wrapped.len() > most {
        let rest = wrapped.split_off(most.saturating_sub(1)).join(" ");
        wrapped.push(text::cut(&rest, room));
    }
    let label = text::pad(view.words.say(label), label_cols);
    wrapped
        .into_iter()
        .enumerate()
        .map(|(at, line)| {
            let label = if at == 0 {
                label.clone()
            } else {
                " ".repeat(label_cols)
            };
            Line::from(vec![
                Span::raw(" "),
                Span::styled(label, view.theme.title()),
                Span::raw(line),
            ])
            .into()
        })
        .collect()
}

fn who<'v>(view: &View<'v>, overview: &Overview, cols: usize) -> Vec<Row<'v>> {
    let words = view.words;
    let preview = &overview.preview;
    let (case, person) = (&preview.case, &preview.person);
    let dot = format!(" {} ", view.theme.glyph(Glyph::Dot));
    let mut parts = Vec::new();
    if !case.known_as.is_empty() {
        let name = view.name(&case.known_as).into_owned();
        parts.push(words.with(W::CaseKnownAs, &[("name", name.into())]));
    }
    if let Some(born) = case.born {
        let day = words.date_with_year(born);
        parts.push(words.with(W::CaseBorn, &[("day", day.into())]));
    }
    parts.extend(words.lives(person.living).map(str::to_owned));
    for text in [&person.address, &person.school] {
        if !text.is_empty() {
            // Where somebody lives and learns tells who they are.
            parts.push(view.name(text).into_owned());
        }
    }
    if !person.other_names.is_empty() {
        let names = view.name(&person.other_names.join(", ")).into_owned();
        parts.push(words.with(W::CaseAlso, &[("names", names.into())]));
    }
    parts.push(match &overview.owner {
        Some(owner) => words.with(W::CaseWorker, &[("name", owner.as_str().into())]),
        None => words.say(W::CaseNobody).to_owned(),
    });
    let opened = words.date_with_year(case.opened_on);
    parts.push(words.with(W::CaseOpened, &[("day", opened.into())]));
    let mut rows = labelled(view, W::CaseWho, &parts.join(&dot), cols, 3);

    rows.extend(labelled(
        view,
        W::DueSeraf,
        &beside::score_words(view, preview),
        cols,
        1,
    ));
    if let Some(decision) = &overview.decision {
        let outcome = words.say(match decision.outcome {
            Outcome::Meeting => W::DecisionMeeting,
            Outcome::NoMeeting => W::DecisionNoMeeting,
            Outcome::MoreNeeded => W::DecisionMoreNeeded,
        });
        let mut told = outcome.to_owned();
        if decision.against_score {
            told.push_str(&dot);
            told.push_str(words.say(W::EventAgainstScore));
        }
        told.push_str(&dot);
        told.push_str(&words.moment(decision.decided_at, view.today()));
        rows.extend(labelled(view, W::CaseDecision, &told, cols, 1));
    }
    if let Some(referral) = &preview.referral {
        let told = &referral.told;
        let worry = format!(
            "{}{dot}{}, {}",
            beside::worry(view, preview),
            words.referred_by(&told.source, &view.model.rules),
            words.moment(told.received_at, view.today()),
        );
        rows.extend(labelled(view, W::CaseWorry, &worry, cols, WORRY_ROWS));
    }
    rows
}

fn heading<'v>(view: &View<'v>, words: &str) -> Row<'v> {
    Line::styled(format!(" {words}"), view.theme.title()).into()
}

fn news<'v>(view: &View<'v>, overview: &Overview, cols: usize) -> Vec<Row<'v>> {
    let Some(since) = overview.last_seen else {
        return Vec::new();
    };
    let when = view.words.moment(since, view.today());
    let says = view.words.with(W::CaseSince, &[("when", when.into())]);
    if overview.news.is_empty() {
        let nothing = view.words.say(W::CaseSinceNothing);
        let line = Line::from(vec![
            Span::styled(format!(" {says}: "), view.theme.title()),
            Span::raw(nothing),
        ]);
        return vec![line.into()];
    }
    let mut rows = vec![heading(view, &says)];
    for event in overview.news.iter().take(NEWS_ROWS) {
        let when = text::pad(&view.words.moment(event.at, view.today()), LABEL_COLS + 3);
        let by = event.by.as_deref().unwrap_or_default();
        let what = format!("{} ({by})", event_words(view, event));
        let what = text::cut(&what, cols.saturating_sub(LABEL_COLS + 7));
        rows.push(Line::raw(format!("   {when} {what}")).into());
    }
    if overview.news.len() > NEWS_ROWS {
        let more = view.theme.glyph(Glyph::More);
        rows.push(Line::raw(format!("   {more}")).into());
    }
    rows
}

fn item_style(view: &View<'_>, is_selected: bool) -> Style {
    if is_selected {
        view.theme.selected()
    } else {
        Style::new()
    }
}

fn due<'v>(
    view: &View<'v>,
    overview: &Overview,
    cols: usize,
    selected: Option<Item>,
) -> Vec<Row<'v>> {
    let rows = &overview.preview.next;
    let mut drawn = vec![heading(view, view.words.say(W::CaseDue))];
    if rows.is_empty() {
        let says = view.words.next_step(None, &view.model.rules);
        drawn.push(Line::raw(format!("   {says}")).into());
    }
    // What a day is cut off of may be its month: the columns are as wide as these rows need.
    let model = view.model;
    let kinds = rows.iter().map(|row| view.words.due_kind(row.kind));
    let whens = rows
        .iter()
        .map(|row| view.words.row_when(row, model.now, &model.rules));
    let columns = DueColumns {
        kind: kinds.map(text::width).fold(11, usize::max),
        when: whens
            .map(|when| text::width(&when) + 1)
            .fold(14, usize::max),
    };
    for (at, row) in rows.iter().enumerate() {
        let item = Item::Due(at);
        drawn.push(Row {
            line: due_line(view, row, cols, columns, selected == Some(item)),
            item: Some(item),
        });
    }
    drawn
}

#[derive(Clone, Copy)]
struct DueColumns {
    kind: usize,
    when: usize,
}

fn due_line<'v>(
    view: &View<'v>,
    row: &DueRow,
    cols: usize,
    columns: DueColumns,
    is_selected: bool,
) -> Line<'v> {
    let model = view.model;
    let (glyph, style) = match row.key.group {
        Group::Late => (Glyph::Late, view.theme.late()),
        Group::Today => (Glyph::Today, Style::new()),
        Group::Coming => (Glyph::Coming, view.theme.muted()),
    };
    let when = view.words.row_when(row, model.now, &model.rules);
    let mut rest = view.words.next_step(Some(row.kind), &model.rules);
    let about = view.words.due_about(row, view.today(), &model.rules);
    if matches!(row.about, About::Action { .. }) {
        rest = about;
    } else if !about.is_empty() {
        rest = format!("{about}: {rest}");
    }
    let used = 3 + columns.kind + 1 + columns.when;
    Line::from(vec![
        Span::raw(beside::mark(view, is_selected)),
        Span::styled(view.theme.glyph(glyph), style),
        Span::raw(" "),
        Span::styled(
            text::pad(view.words.due_kind(row.kind), columns.kind),
            item_style(view, is_selected),
        ),
        Span::raw(" "),
        Span::styled(text::pad(&when, columns.when), style),
        Span::raw(text::cut(&rest, cols.saturating_sub(used + 1))),
    ])
}

fn near<'v>(
    view: &View<'v>,
    overview: &Overview,
    cols: usize,
    selected: Option<Item>,
) -> Vec<Row<'v>> {
    let all = &overview.preview.near;
    let mut drawn = vec![heading(view, view.words.say(W::CaseNear))];
    if all.is_empty() {
        drawn.push(Line::raw(format!("   {}", view.words.say(W::CaseNoNear))).into());
    }
    for (at, one) in all.iter().enumerate() {
        let item = one.case.as_ref().map(|_| Item::Near(at));
        let is_selected = item.is_some() && item == selected;
        drawn.push(Row {
            line: near_line(view, one, cols, is_selected),
            item,
        });
    }
    drawn
}

fn near_line<'v>(view: &View<'v>, near: &Near, cols: usize, is_selected: bool) -> Line<'v> {
    let how = text::pad(&view.words.near_how(&near.how), 20);
    let name = match &near.case {
        Some(case) => beside::who(view, case, near.is_hidden),
        None => view.name(&near.name).into_owned(),
    };
    let case = near.case.as_ref().map_or_else(String::new, |case| {
        format!("{}  {}", case.reference, view.words.stage(case.stage))
    });
    let mut rest = case;
    if !near.note.is_empty() {
        let gap = if rest.is_empty() { "" } else { "  " };
        rest = format!("{rest}{gap}{}", near.note);
    }
    let name_cols = 26.min(cols.saturating_sub(26));
    Line::from(vec![
        Span::raw(beside::mark(view, is_selected)),
        Span::raw("  "),
        Span::raw(how),
        Span::raw(" "),
        Span::styled(text::pad(&name, name_cols), item_style(view, is_selected)),
        Span::raw("  "),
        Span::raw(text::cut(&rest, cols.saturating_sub(name_cols + 27))),
    ])
}

fn joined<'v>(
    view: &View<'v>,
    page: &Case,
    overview: &Overview,
    cols: usize,
    selected: Option<Item>,
) -> Vec<Row<'v>> {
    if overview.joins.is_empty() {
        return Vec::new();
    }
    let mut drawn = vec![heading(view, view.words.say(W::CaseJoined))];
    for (at, join) in overview.joins.iter().enumerate() {
        let item = Item::Join(at);
        drawn.push(Row {
            line: join_line(view, page, join, cols, selected == Some(item)),
            item: Some(item),
        });
    }
    drawn
}

fn join_line<'v>(
    view: &View<'v>,
    page: &Case,
    join: &Join,
    cols: usize,
    is_selected: bool,
) -> Line<'v> {
    let other = if join.kept.id == page.case {
        &join.other
    } else {
        &join.kept
    };
    let is_hidden = other.is_restricted && other.full_name().is_empty();
    let who = beside::who(view, other, is_hidden);
    let when = view.words.moment(join.at, view.today());
    let rest = format!("{when} {}: {}", join.by, join.reason.replace('\n', " "));
    Line::from(vec![
        Span::raw(beside::mark(view, is_selected)),
        Span::raw("  "),
        Span::styled(
            text::pad(&format!("{} {who}", other.reference), 34),
            item_style(view, is_selected),
        ),
        Span::raw("  "),
        Span::raw(text::cut(&rest, cols.saturating_sub(40))),
    ])
}
