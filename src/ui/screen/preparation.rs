//! A meeting's preparation, drawn: the check list with a mark for each thing and person, the
//! invitations, and below what is known of the selected row.
//!
//! ```text
//!  Asked beforehand      told  words  beside  advocate  language  travel  place
//! ▌Cerys Hughes          ✓     ✓      ○       …         cy        ○       ✓
//!  What can't be shared
//!  ○ nobody has said yet what can't be shared
//! ```

mod below;
mod invitations;
mod list;
#[cfg(test)]
mod tests;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use crate::app::screen::Preparation;
use crate::app::screen::preparation::Part;
use crate::app::screen::preparation::over::{self, OverKind};
use crate::app::screen::preparation::rows::below_rows;
use crate::app::talk::preparation::Opened;
use crate::domain::preparation::State;
use crate::ui::text;
use crate::ui::theme::Glyph;
use crate::ui::view::{Title, View};
use crate::ui::widget::form;
use crate::words::Key as W;

pub fn title(view: &View<'_>, page: &Preparation) -> Title {
    let separator = view.theme.glyph(Glyph::Separator);
    let what = view.words.say(match (&page.over, page.part) {
        (Some(over), _) => over::title(&over.kind),
        (None, Part::List) => W::PreparationTitle,
        (None, Part::Invitations) => W::InvitationsTitle,
    });
    let Some(opened) = &page.opened else {
        return Title {
            left: what.to_owned(),
            right: String::new(),
        };
    };
    let name = opened.case.full_name();
    let whose = format!("{} {}", opened.case.reference, view.name(&name));
    match page
        .over
        .as_ref()
        .map(|over| subject(view, opened, &over.kind))
    {
        Some(subject) => Title {
            left: format!("{what} {separator} {}", subject.unwrap_or(whose)),
            right: String::new(),
        },
        None => Title {
            left: format!("{what} {separator} {whose}"),
            right: how_far(view, opened),
        },
    }
}

/// Whom or what a form is about, where that is not the case as a whole.
fn subject(view: &View<'_>, opened: &Opened, form: &OverKind) -> Option<String> {
    match form {
        OverKind::Person(row) | OverKind::Answer(row) => {
            let mut people = opened.sheet.invitations.iter();
            let (person, _) = people.find(|(person, _)| person.row == Some(*row))?;
            Some(invitations::who(view, person))
        }
        OverKind::Report(agency) => Some(list::agency_name(view, agency)),
        OverKind::HeldBack(_) | OverKind::Write(_) => None,
    }
}

/// How much is done, and by when all of it is to be.
fn how_far(view: &View<'_>, opened: &Opened) -> String {
    let sheet = &opened.sheet;
    if !sheet.is_planned() {
        return view.words.say(W::PreparationCalledOff).to_owned();
    }
    let progress = sheet.progress();
    if progress.is_ready() {
        return view.words.say(W::PreparationReady).to_owned();
    }
    let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    view.words.with(
        W::PreparationProgress,
        &[
            ("done", count(progress.done).into()),
            ("of", count(progress.of).into()),
            ("day", view.words.date_short(sheet.ready_by).into()),
        ],
    )
}

pub fn body(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, page: &Preparation) {
    if let Some(over) = &page.over {
        form::draw(frame, area, view, &over.form);
        return;
    }
    let Some(opened) = &page.opened else {
        let says = if page.is_empty {
            W::PreparationEmpty
        } else {
            W::MeetingsOpening
        };
        let cols = usize::from(area.width).saturating_sub(2);
        let lines: Vec<Line<'_>> = text::wrap(view.words.say(says), cols)
            .into_iter()
            .map(|line| Line::raw(format!(" {line}")))
            .collect();
        frame.render_widget(Paragraph::new(lines), area);
        return;
    };
    let rows = u16::try_from(below_rows(usize::from(area.height))).unwrap_or(0);
    let [above, below] =
        Layout::vertical([Constraint::Min(0), Constraint::Length(rows)]).areas(area);
    match page.part {
        Part::List => list::draw(frame, above, view, page, opened),
        Part::Invitations => invitations::draw(frame, above, view, page, opened),
    }
    below::draw(frame, below, view, page, opened);
}

/// The sign of a state; its word stands in the help of the place.
fn sign(view: &View<'_>, state: State) -> &'static str {
    view.theme.glyph(match state {
        State::Open => Glyph::Coming,
        State::Waiting => Glyph::More,
        State::Done => Glyph::Yes,
    })
}
