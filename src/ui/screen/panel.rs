//! The Panel's register, drawn: a line for each issue, the selected one below, and one whole.
//!
//! ```text
//! ▌ 12 place     car park behind the bus station         2 young people  Tue 24 Nov
//!   11 online    a page that offers parties              none            Mon 16 Nov
//! ```

use chrono_tz::Europe::London;
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::cases::beside;
use crate::app::screen::Panel;
use crate::app::screen::panel::forms::{PanelForm, kind_words};
use crate::app::screen::panel::list_rows;
use crate::domain::panel::{PanelIssue, PanelNote, PanelPage};
use crate::ui::text;
use crate::ui::theme::Glyph;
use crate::ui::view::{Title, View};
use crate::ui::widget::{over, rows};
use crate::words::Key as W;

const NUMBER_COLS: usize = 6;
const KIND_COLS: usize = 9;
const LAST_COLS: usize = 12;

pub fn title(view: &View<'_>, page: &Panel) -> Title {
    let left = match &page.reading {
        Some((read, _)) => number_words(view, &read.issue),
        None => view.words.say(W::PanelTitle).to_owned(),
    };
    let count = page.issues.as_ref().map_or(0, Vec::len);
    let count = i64::try_from(count).unwrap_or(i64::MAX);
    let says = if page.only_live {
        W::PanelCountLive
    } else {
        W::PanelCountAll
    };
    let right = match &page.issues {
        Some(_) => view.words.with(says, &[("count", count.into())]),
        None => String::new(),
    };
    Title { left, right }
}

pub fn body(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, page: &Panel) {
    if let Some(over) = &page.over {
        let about = match over.kind {
            PanelForm::Raise => W::PanelFormRaise,
            PanelForm::Note(_) => W::PanelFormNote,
        };
        let says = (view.words.say(about), view.words.say(W::PanelFormSays));
        return over::draw(frame, area, view, says, &over.form);
    }
    let cols = usize::from(area.width);
    if let Some((read, first)) = &page.reading {
        let lines = whole(view, read, cols);
        let last = lines.len().saturating_sub(usize::from(area.height));
        let lines: Vec<Line<'_>> = lines.into_iter().skip((*first).min(last)).collect();
        return frame.render_widget(Paragraph::new(lines), area);
    }
    let shown = u16::try_from(list_rows(usize::from(area.height))).unwrap_or(u16::MAX);
    let [list, below] =
        Layout::vertical([Constraint::Length(shown), Constraint::Min(0)]).areas(area);
    let issues = match &page.issues {
        Some(issues) if !issues.is_empty() => issues,
        found => {
            let says = match found {
                Some(_) => W::PanelNothing,
                None => W::PanelReading,
            };
            let lines = wrapped(view.words.say(says), cols);
            return frame.render_widget(Paragraph::new(lines), list);
        }
    };
    let in_sight = issues.iter().skip(page.cursor.first);
    rows::draw(
        frame,
        list,
        view,
        page.cursor,
        in_sight.map(|one| row(view, one, cols)),
    );
    let Some(issue) = page.selected() else {
        return;
    };
    let rule = view.theme.glyph(Glyph::Rule).repeat(cols);
    let mut lines = vec![Line::styled(rule, view.theme.muted())];
    lines.extend(head(view, issue, cols));
    frame.render_widget(Paragraph::new(lines), below);
}

fn wrapped<'v>(words: &str, cols: usize) -> Vec<Line<'v>> {
    text::wrap(words, cols.saturating_sub(2))
        .into_iter()
        .map(|line| Line::raw(format!(" {line}")))
        .collect()
}

fn number_words(view: &View<'_>, issue: &PanelIssue) -> String {
    let number = issue.id.0.to_string();
    view.words
        .with(W::PanelNumber, &[("number", number.as_str().into())])
}

fn row<'v>(view: &View<'v>, one: &PanelIssue, cols: usize) -> rows::Row<'v> {
    let young = i64::from(one.young_people);
    let young = if one.is_live {
        let given = [("count", young.into())];
        view.words.with(W::PanelYoungPeople, &given)
    } else {
        view.words.say(W::PanelIsClosed).to_owned()
    };
    let last = view
        .words
        .date_short(one.last_at.with_timezone(&London).date_naive());
    let what_cols = cols
        .saturating_sub(1 + NUMBER_COLS + KIND_COLS + 16 + LAST_COLS)
        .max(8);
    let head = text::pad(&format!("{:>4}", one.id.0), NUMBER_COLS);
    let kind = text::pad(view.words.say(kind_words(one.kind)), KIND_COLS);
    let what = view.name(one.what.for_professionals()).into_owned();
    let what = text::pad(&text::cut(&what, what_cols - 1), what_cols);
    let style = if one.is_live {
        ratatui::style::Style::new()
    } else {
        view.theme.muted()
    };
    let says = format!("{kind}{what}{}{last}", text::pad(&young, 16));
    let room = cols.saturating_sub(1 + NUMBER_COLS);
    rows::Row {
        head,
        rest: vec![Span::styled(text::cut(&says, room), style)],
    }
}

/// What the issue is, where, and who raised it.
fn head<'v>(view: &View<'v>, issue: &PanelIssue, cols: usize) -> Vec<Line<'v>> {
    let mut lines = wrapped(&view.name(issue.what.for_professionals()), cols);
    let place = issue.place.for_professionals();
    if !place.is_empty() {
        let given = [("place", view.name(place).into_owned().into())];
        lines.extend(wrapped(&view.words.with(W::PanelWhere, &given), cols));
    }
    let day = issue.raised_at.with_timezone(&London).date_naive();
    let given = [
        ("day", view.words.date_with_year(day).into()),
        ("who", view.name(&issue.raised_by).into_owned().into()),
    ];
    lines.extend(wrapped(&view.words.with(W::PanelRaisedBy, &given), cols));
    if !issue.is_live {
        lines.extend(wrapped(view.words.say(W::PanelIsClosed), cols));
    }
    lines
}

fn whole<'v>(view: &View<'v>, page: &PanelPage, cols: usize) -> Vec<Line<'v>> {
    let mut lines = head(view, &page.issue, cols);
    if page.issue.young_people > 0 {
        lines.push(Line::raw(""));
        let young = view.words.say(W::PanelYoungPeopleHead);
        lines.push(Line::styled(format!(" {young}"), view.theme.title()));
    }
    if page.issue.young_people > 0 && page.cases.is_empty() {
        lines.extend(wrapped(view.words.say(W::PanelNoYoungPeople), cols));
    }
    for case in &page.cases {
        let who = beside::who(view, case, false);
        lines.extend(wrapped(&format!("{} {who}", case.reference), cols));
    }
    lines.push(Line::raw(""));
    let noted = view.words.say(W::PanelNotes);
    lines.push(Line::styled(format!(" {noted}"), view.theme.title()));
    if page.notes.is_empty() {
        lines.extend(wrapped(view.words.say(W::PanelNoNotes), cols));
    }
    for note in &page.notes {
        lines.extend(wrapped(&note_words(view, note), cols));
    }
    lines
}

fn note_words(view: &View<'_>, note: &PanelNote) -> String {
    let day = note.at.with_timezone(&London).date_naive();
    let says = format!(
        "{} {}: {}",
        view.words.date_with_year(day),
        view.name(&note.by),
        view.name(note.words.for_professionals())
    );
    let mut parts = vec![says];
    if !note.passed_to.is_empty() {
        let agencies = &view.model.rules.policies.agencies;
        let name = agencies.get(&note.passed_to).map_or_else(
            || note.passed_to.clone(),
            |one| one.name.say(view.words.language()).to_owned(),
        );
        let given = [("agency", name.into())];
        parts.push(view.words.with(W::PanelPassed, &given));
    }
    if !note.is_live {
        parts.push(view.words.say(W::PanelIsClosed).to_owned());
    }
    parts.join(" · ")
}
