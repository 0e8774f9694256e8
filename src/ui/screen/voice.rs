//! The voice, drawn: when they were heard and told, a picture over time with the score beside
//! it, and one line for each thing that was said, told or scored.
//!
//! ```text
//!  Heard: Fri 20 Nov, again by Fri 18 Dec     Family told: Tue 10 Nov, 3 wd over
//!  Cerys        2                      3            4
//!  SERAF      14                       9
//!             1 Sep                            24 Nov
//! ▌Fri 20 Nov  Cerys       ●●○○○  “nobody asked me”
//!  Tue 10 Nov  Siân        told   nothing has happened yet
//!  Mon  2 Nov  SERAF       14     category 3
//! ```

mod course;
mod picture;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::cases::beside;
use crate::app::screen::Voice;
use crate::app::screen::voice::{Shares, VoiceForm, title as form_title};
use crate::domain::case::Due;
use crate::domain::voice::VoicePage;
use crate::ui::text;
use crate::ui::theme::Glyph;
use crate::ui::view::{Title, View};
use crate::ui::widget::{over, rows};
use crate::words::Key as W;

pub fn title(view: &View<'_>, page: &Voice) -> Title {
    let Some(read) = &page.page else {
        return Title {
            left: view.words.say(W::VoiceReading).to_owned(),
            right: String::new(),
        };
    };
    let who = format!(
        "{} {}",
        read.case.reference,
        beside::who(view, &read.case, false)
    );
    Title {
        left: who,
        right: view.words.say(W::VoiceTitle).to_owned(),
    }
}

pub fn body(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, page: &Voice) {
    let Some(read) = &page.page else {
        return;
    };
    if let Some(over) = &page.over {
        let says = form_says(view, over.kind);
        over::draw(frame, area, view, says, &over.form);
        return;
    }
    let cols = usize::from(area.width);
    if let Some(first) = page.reading {
        if let Some(moment) = page.selected() {
            let lines = course::whole(view, moment, cols.saturating_sub(2));
            let last = lines.len().saturating_sub(usize::from(area.height));
            let lines: Vec<Line<'_>> = lines.into_iter().skip(first.min(last)).collect();
            frame.render_widget(Paragraph::new(lines), area);
        }
        return;
    }
    let shares = Shares::of(usize::from(area.height));
    let rows_of = |rows: usize| Constraint::Length(u16::try_from(rows).unwrap_or(u16::MAX));
    let picture = match shares.picture {
        0 => Vec::new(),
        _ => picture::lines(view, read, cols),
    };
    let [head, above, list, below] = Layout::vertical([
        Constraint::Length(3),
        rows_of(picture.len()),
        Constraint::Min(0),
        rows_of(shares.detail),
    ])
    .areas(area);
    frame.render_widget(Paragraph::new(reminders(view, read, cols)), head);
    frame.render_widget(Paragraph::new(picture), above);
    let course = page.course();
    if course.is_empty() {
        let says = view.words.say(W::VoiceNothing);
        let lines: Vec<Line<'_>> = text::wrap(says, cols.saturating_sub(2))
            .into_iter()
            .map(|line| Line::raw(format!(" {line}")))
            .collect();
        frame.render_widget(Paragraph::new(lines), list);
        return;
    }
    let shown = course
        .iter()
        .skip(page.cursor.first)
        .map(|moment| course::row(view, *moment, cols));
    rows::draw(frame, list, view, page.cursor, shown);
    let Some(moment) = page.selected() else {
        return;
    };
    let mut lines = vec![rule(view, cols)];
    let room = usize::from(below.height).saturating_sub(1);
    let whole = course::whole(view, moment, cols.saturating_sub(2));
    let is_cut = whole.len() > room;
    lines.extend(
        whole
            .into_iter()
            .take(if is_cut { room.saturating_sub(1) } else { room }),
    );
    if is_cut && room > 0 {
        let says = format!(" {}", view.words.say(W::VoiceMore));
        lines.push(Line::styled(says, view.theme.muted()));
    }
    frame.render_widget(Paragraph::new(lines), below);
}

/// What a form is about, and what is to be known of it.
fn form_says<'v>(view: &View<'v>, kind: VoiceForm) -> (&'v str, &'v str) {
    let says = match kind {
        VoiceForm::Record => W::VoiceFormRecordSays,
        VoiceForm::Answer(_) => W::VoiceFormAnswerSays,
        VoiceForm::Told => W::VoiceFormToldSays,
    };
    (view.words.say(form_title(kind)), view.words.say(says))
}

/// When the young person was last heard and the family last told, and by when they are again.
fn reminders<'v>(view: &View<'v>, page: &VoicePage, cols: usize) -> Vec<Line<'v>> {
    let voices = &page.voices;
    vec![
        reminder(
            view,
            (W::VoiceHeard, W::VoiceNeverHeard),
            voices.last_heard(),
            voices.hear_by,
        ),
        reminder(
            view,
            (W::VoiceTold, W::VoiceNeverTold),
            voices.last_told(),
            voices.tell_by,
        ),
        rule(view, cols),
    ]
}

fn reminder<'v>(
    view: &View<'v>,
    (was, never): (W, W),
    last: Option<NaiveDate>,
    by: Option<NaiveDate>,
) -> Line<'v> {
    let today = view.today();
    let says = match last {
        Some(on) => {
            let given = [("day", view.words.day_near(on, today).into())];
            view.words.with(was, &given)
        }
        None => view.words.say(never).to_owned(),
    };
    let mut spans = vec![Span::raw(format!(" {says}"))];
    if let Some(by) = by {
        let is_late = by < today;
        let (sign, style) = if is_late {
            (view.theme.glyph(Glyph::Late), view.theme.late())
        } else {
            (view.theme.glyph(Glyph::Coming), Style::new())
        };
        let rules = &view.model.rules;
        let when = view.words.due_when(Due::By(by), view.model.now, rules);
        let given = [("when", when.into())];
        let says = view.words.with(W::VoiceAgain, &given);
        spans.push(Span::styled(format!("  {sign} {says}"), style));
    }
    Line::from(spans)
}

fn rule<'v>(view: &View<'v>, cols: usize) -> Line<'v> {
    Line::styled(
        view.theme.glyph(Glyph::Rule).repeat(cols),
        view.theme.muted(),
    )
}
