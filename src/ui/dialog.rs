//! What lies over a screen: a question, the help, the palette.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Clear, Paragraph};

use super::view::View;
use super::{keys, text};
use crate::app::dialog::{Dialog, Palette};
use crate::app::keymap::{self, Place, Row};
use crate::app::model::Confirm;
use crate::words::Key as W;

/// Draws one of them.
pub fn draw(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, dialog: &Dialog) {
    match dialog {
        Dialog::Confirm(confirm) => draw_confirm(frame, area, view, *confirm),
        Dialog::Help { first } => draw_help(frame, area, view, *first),
        Dialog::Palette(palette) => draw_palette(frame, area, view, palette),
    }
}

/// A box of at most this size in the middle, cleared; answers what is inside it.
pub fn boxed(
    frame: &mut Frame<'_>,
    area: Rect,
    view: &View<'_>,
    title: &str,
    (cols, rows): (u16, u16),
) -> Rect {
    let width = cols.min(area.width);
    let height = rows.min(area.height);
    let place = Rect {
        x: area.x + (area.width - width) / 2,
        y: area.y + (area.height - height) / 2,
        width,
        height,
    };
    let block = Block::bordered()
        .border_set(view.theme.border())
        .title(format!(" {title} "))
        .title_style(view.theme.title());
    let inside = block.inner(place);
    frame.render_widget(Clear, place);
    frame.render_widget(block, place);
    inside
}

fn confirm_words(confirm: Confirm) -> (W, W) {
    match confirm {
        Confirm::Quit => (W::ShellConfirmQuit, W::ShellConfirmQuitSays),
        Confirm::DiscardDraft => (W::ShellConfirmDiscard, W::ShellConfirmDiscardSays),
        Confirm::DisableUser => (W::ShellConfirmDisable, W::ShellConfirmDisableSays),
        Confirm::UndoJoin => (W::ShellConfirmUndoJoin, W::ShellConfirmUndoJoinSays),
        Confirm::CompleteAssessment => (W::ShellConfirmComplete, W::ShellConfirmCompleteSays),
        Confirm::ReplaceFiles => (
            W::InvitationsConfirmReplace,
            W::InvitationsConfirmReplaceSays,
        ),
        Confirm::GlassSeen => (W::TodayConfirmGlass, W::TodayConfirmGlassSays),
        Confirm::MarkHeld => (W::AfterConfirmHeld, W::AfterConfirmHeldSays),
        Confirm::RemoveAgainstCriteria => (W::ProtocolConfirmRemove, W::ProtocolConfirmRemoveSays),
        Confirm::ApproveMinutes => (W::MinutesConfirmApprove, W::MinutesConfirmApproveSays),
        Confirm::DraftAgain => (W::MinutesConfirmDraft, W::MinutesConfirmDraftSays),
        Confirm::KeepOverTheirs => (W::MinutesConfirmOver, W::MinutesConfirmOverSays),
        Confirm::DropPlan => (W::PlanConfirmDrop, W::PlanConfirmDropSays),
        Confirm::CancelMeeting => (
            W::ShellConfirmCancelMeeting,
            W::ShellConfirmCancelMeetingSays,
        ),
        Confirm::RemoveItem => (W::RunnerConfirmRemove, W::RunnerConfirmRemoveSays),
        Confirm::TakeChair => (W::RunnerConfirmChair, W::RunnerConfirmChairSays),
        Confirm::FinishMeeting => (W::FamilyConfirmFinish, W::FamilyConfirmFinishSays),
    }
}

fn draw_confirm(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, confirm: Confirm) {
    let (question, says) = confirm_words(confirm);
    let cols = area.width.min(62);
    let wrapped = text::wrap(view.words.say(says), usize::from(cols.saturating_sub(4)));
    let rows = u16::try_from(wrapped.len())
        .unwrap_or(u16::MAX)
        .saturating_add(4);
    let inside = boxed(frame, area, view, view.words.say(question), (cols, rows));
    let mut lines: Vec<Line<'_>> = wrapped
        .into_iter()
        .map(|line| Line::raw(format!(" {line}")))
        .collect();
    lines.push(Line::raw(""));
    let mut answers = vec![Span::raw(" ")];
    for row in keymap::all_rows().filter(|row| row.place == Place::Dialog) {
        if let Some(key) = row.keys.first() {
            answers.push(Span::styled(keys::name(*key), view.theme.key()));
            answers.push(Span::raw(format!(" {}   ", view.words.say(row.words))));
        }
    }
    lines.push(Line::from(answers));
    frame.render_widget(Paragraph::new(lines), inside);
}

fn draw_help(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, first: usize) {
    let rows = view.model.rows_offered();
    let height = u16::try_from(rows.len())
        .unwrap_or(u16::MAX)
        .saturating_add(2);
    let title = view.words.say(W::ShellHelpTitle);
    let size = (HELP_COLS, height.min(area.height.saturating_sub(2).max(3)));
    let inside = boxed(frame, area, view, title, size);
    let shown = usize::from(inside.height);
    let first = first.min(rows.len().saturating_sub(shown));
    let lines: Vec<Line<'_>> = rows
        .iter()
        .skip(first)
        .take(shown)
        .map(|row| row_line(view, row, usize::from(inside.width)))
        .collect();
    frame.render_widget(Paragraph::new(lines), inside);
}

/// Room for the longest words of a key, on the smallest screen that is whole.
const HELP_COLS: u16 = 76;
const KEYS_COLS: usize = 18;

fn row_line<'v>(view: &View<'v>, row: &Row, cols: usize) -> Line<'v> {
    let keys = text::pad(&keys::names(row), KEYS_COLS.min(cols));
    let words = text::cut(
        view.words.say(row.words),
        cols.saturating_sub(KEYS_COLS + 2),
    );
    Line::from(vec![
        Span::styled(format!(" {keys}"), view.theme.key()),
        Span::raw(" "),
        Span::raw(words),
    ])
}

fn draw_palette(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, palette: &Palette) {
    let rows = palette.matching(|row| view.words.say(row.words).to_owned());
    let title = view.words.say(W::ShellPaletteTitle);
    let inside = boxed(frame, area, view, title, (60, 16));
    let [typed, list] = ratatui::layout::Layout::vertical([
        ratatui::layout::Constraint::Length(1),
        ratatui::layout::Constraint::Min(0),
    ])
    .areas(inside);
    let cols = usize::from(inside.width);
    let line = text::cut(&palette.typed, cols.saturating_sub(4));
    let cursor = u16::try_from(text::width(&line)).unwrap_or(0) + 3;
    frame.render_widget(Line::raw(format!(" : {line}")), typed);
    if typed.width > cursor && typed.height > 0 {
        frame.set_cursor_position((typed.x + cursor, typed.y));
    }
    if rows.is_empty() {
        frame.render_widget(Line::raw(view.words.say(W::ShellPaletteNone)), list);
        return;
    }
    let shown = usize::from(list.height);
    let first = (palette.at + 1).saturating_sub(shown);
    let lines: Vec<Line<'_>> = rows
        .iter()
        .enumerate()
        .skip(first)
        .take(shown)
        .map(|(at, row)| {
            let line = row_line(view, row, cols);
            if at == palette.at {
                line.style(view.theme.selected())
            } else {
                line
            }
        })
        .collect();
    frame.render_widget(Paragraph::new(lines), list);
}
