//! The frame that all screens share.
//!
//! ```text
//!  Diogel │ 1 Today  2 Cases  3 Meetings  6 Admin                       Mari Huws
//!  title                                                          how it stands
//! ────────────────────────────────────────────────────────────────────────────────
//!  body
//!  notice
//!  Enter open  n new referral  / find  : commands  ? help
//! ```

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Clear, Paragraph};

use super::theme::Glyph;
use super::view::{Title, View};
use super::widget::spans;
use super::{dialog, keys, screen, text};
use crate::app::dialog::Dialog;
use crate::app::keymap::{self, Command, Footer, Letters, Place, Row};
use crate::app::model::{Model, Notice};
use crate::app::screen::Screen;
use crate::domain::roles::{Action, may};
use crate::words::Key as W;

/// Below this nothing can be read.
const LEAST_COLS: u16 = 20;
/// The frame and a row of body.
const LEAST_ROWS: u16 = 6;

/// Draws a whole frame.
pub fn draw(frame: &mut Frame<'_>, view: &View<'_>) {
    let area = frame.area();
    let Some(front) = view.model.screen() else {
        return;
    };
    if area.width < LEAST_COLS || area.height < LEAST_ROWS {
        let says = view.words.with(
            W::ShellTooSmall,
            &[("cols", LEAST_COLS.into()), ("rows", LEAST_ROWS.into())],
        );
        let lines: Vec<Line<'_>> = text::wrap(&says, usize::from(area.width))
            .into_iter()
            .map(Line::raw)
            .collect();
        frame.render_widget(Paragraph::new(lines), area);
        return;
    }
    let [bar, title, rule, body, notice, footer] = Layout::vertical([
        Constraint::Length(1),
        Constraint::Length(1),
        Constraint::Length(1),
        Constraint::Min(0),
        Constraint::Length(1),
        Constraint::Length(1),
    ])
    .areas(area);
    if screen::is_neutral(front) {
        screen::body(frame, area, view, front);
    } else {
        draw_bar(frame, bar, view, front);
        draw_title(frame, title, view, &screen::title(view, front));
        let line = view
            .theme
            .glyph(Glyph::Rule)
            .repeat(usize::from(rule.width));
        frame.render_widget(Line::styled(line, view.theme.muted()), rule);
        screen::body(frame, body, view, front);
        draw_notice(frame, notice, view);
        draw_footer(frame, footer, view, front);
    }
    for over in &view.model.dialogs {
        dialog::draw(frame, area, view, over);
    }
}

/// The main places by the commands that lead there, each with what a role needs for it.
const PLACES: [(Command, Action, &str); 5] = [
    (Command::GoToToday, Action::SeeCase, "1"),
    (Command::GoToCases, Action::SeeCase, "2"),
    (Command::GoToMeetings, Action::SeeCase, "3"),
    (Command::GoToPanel, Action::SeePanel, "4"),
    (Command::GoToAdmin, Action::VerifyStore, "6"),
];

fn place_words(command: Command) -> W {
    match command {
        Command::GoToCases => W::KeymapCases,
        Command::GoToMeetings => W::KeymapMeetings,
        Command::GoToPanel => W::KeymapPanel,
        Command::GoToAdmin => W::KeymapAdmin,
        _ => W::KeymapToday,
    }
}

fn main_place(model: &Model) -> Option<Command> {
    let bottom = model.stack.first()?;
    match &bottom.screen {
        Screen::Today(_) => Some(Command::GoToToday),
        Screen::Cases(_) => Some(Command::GoToCases),
        Screen::Meetings(_) => Some(Command::GoToMeetings),
        Screen::Panel(_) => Some(Command::GoToPanel),
        Screen::Admin(_) => Some(Command::GoToAdmin),
        _ => None,
    }
}

fn draw_bar(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, front: &Screen) {
    let theme = view.theme;
    let separator = theme.glyph(Glyph::Separator);
    let mut spans = vec![
        Span::styled(" Diogel ", theme.title()),
        Span::styled(separator, theme.muted()),
    ];
    if let Some(actor) = view.model.actor.as_ref().filter(|_| !front.is_outside()) {
        let here = main_place(view.model);
        for (command, needed, key) in PLACES {
            if !may(actor.role, needed) {
                continue;
            }
            let words = view.words.say(place_words(command));
            spans.push(Span::styled(format!(" {key} "), theme.key()));
            let style = if here == Some(command) {
                theme.here()
            } else {
                theme.muted()
            };
            spans.push(Span::styled(words.to_owned(), style));
            spans.push(Span::raw(" "));
        }
        let mut who = actor.display_name.clone();
        if view.model.is_masked {
            who = format!("{} {separator} {who}", view.words.say(W::ShellMasked));
        }
        let used: usize = spans.iter().map(|span| text::width(&span.content)).sum();
        let room = usize::from(area.width).saturating_sub(used + 2);
        let who = text::cut(&who, room);
        let gap = room.saturating_sub(text::width(&who)) + 1;
        spans.push(Span::raw(" ".repeat(gap)));
        spans.push(Span::raw(who));
    }
    spans::draw(frame.buffer_mut(), area, spans);
}

fn draw_title(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, title: &Title) {
    let cols = usize::from(area.width).saturating_sub(2);
    let right = text::cut(&title.right, cols / 2);
    let room = cols.saturating_sub(text::width(&right) + 1);
    let left = text::pad(&title.left, room);
    let parts = [
        Span::raw(" "),
        Span::styled(left, view.theme.title()),
        Span::raw(" "),
        Span::raw(right),
    ];
    spans::draw(frame.buffer_mut(), area, parts);
}

pub(in crate::ui) fn draw_notice(frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    let Some(notice) = &view.model.notice else {
        return;
    };
    let theme = view.theme;
    let warning = theme.glyph(Glyph::Warning);
    let (mark, said, style) = match notice {
        Notice::Trouble(key) => {
            let trouble = view.words.trouble(key);
            let said = format!("{} {}", trouble.happened, trouble.to_do);
            (warning, said, theme.late())
        }
        Notice::Why(key) => (warning, view.words.say(*key).to_owned(), theme.warning()),
        Notice::Done(key) => {
            let said = view.words.say(*key).to_owned();
            (theme.glyph(Glyph::Yes), said, theme.good())
        }
        Notice::PasteTooLong(room) => {
            let room = i64::try_from(*room).unwrap_or(i64::MAX);
            let said = view
                .words
                .with(W::ShellPastedTooLong, &[("room", room.into())]);
            (warning, said, theme.late())
        }
        Notice::DoneTo(key, name) => {
            let said = view.words.with(*key, &[("name", name.as_str().into())]);
            (theme.glyph(Glyph::Yes), said, theme.good())
        }
    };
    // A long sentence is read whole: it takes rows of the body for as long as it stands.
    let cols = usize::from(area.width).saturating_sub(4);
    let said = text::wrap(&said, cols);
    let rows = u16::try_from(said.len()).unwrap_or(u16::MAX).min(area.y);
    let over = Rect {
        y: area.bottom().saturating_sub(rows),
        height: rows,
        ..area
    };
    let lines: Vec<Line<'_>> = said
        .into_iter()
        .enumerate()
        .map(|(at, part)| {
            let mark = if at == 0 { mark } else { " " };
            Line::styled(format!(" {mark} {part}"), style)
        })
        .collect();
    frame.render_widget(Clear, over);
    frame.render_widget(Paragraph::new(lines), over);
}

/// As many of the keys that do something just now as there is room for; help is always among
/// them, but where something is asked.
pub(in crate::ui) fn draw_footer(
    frame: &mut Frame<'_>,
    area: Rect,
    view: &View<'_>,
    front: &Screen,
) {
    if matches!(view.model.dialogs.last(), Some(Dialog::Help { .. })) {
        let says = text::cut(view.words.say(W::ShellHelpKeys), usize::from(area.width));
        return frame.render_widget(Line::raw(format!(" {says}")), area);
    }
    let (place, letters) = match view.model.dialogs.last() {
        Some(_) => (Place::Dialog, Letters::AreCommands),
        None => (front.look().place(), front.look().letters()),
    };
    let theme = view.theme;
    let role = view.model.role();
    let is_asked = place == Place::Dialog;
    let shown = keymap::rows_for(place, role)
        .filter(|row| row.footer == Footer::Shown)
        .filter(|row| row.command != Command::Help)
        .filter(|row| is_asked || front.look().offers(row.command, view.model.language));
    // Any other key answers a question with no: there is no help on it.
    let help = keymap::rows_for(place, role)
        .filter(|_| !is_asked)
        .find(|row| row.command == Command::Help);
    let hint = |row: &Row| {
        let key = keys::working(row, letters)?;
        Some((keys::name(key), view.words.say(row.words).to_owned()))
    };
    let help = help.and_then(hint);
    let cols_of = |(key, words): &(String, String)| text::width(key) + text::width(words) + 3;
    let mut room = usize::from(area.width)
        .saturating_sub(1)
        .saturating_sub(help.as_ref().map_or(0, cols_of));
    let mut hints = Vec::new();
    for one in shown.filter_map(hint) {
        let cols = cols_of(&one);
        if cols > room {
            break;
        }
        room -= cols;
        hints.push(one);
    }
    hints.extend(help);
    let mut spans = vec![Span::raw(" ")];
    for (key, words) in hints {
        spans.push(Span::styled(key, theme.key()));
        spans.push(Span::raw(format!(" {words}  ")));
    }
    spans::draw(frame.buffer_mut(), area, spans);
}
