//! Who is asked, with what was sent to them and what they answered.

use chrono_tz::Europe::London;
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::list::agency_name;
use crate::app::screen::Preparation;
use crate::app::talk::preparation::Opened;
use crate::domain::invitation::{Answer, Invitation, Step};
use crate::domain::meeting::Invited;
use crate::ui::text;
use crate::ui::view::View;
use crate::ui::widget::rows;
use crate::words::Key as W;

const WHO_COLS: usize = 37;
const PARTS_COLS: usize = 8;
const LANGUAGE_COLS: usize = 4;

pub(super) fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    view: &View<'_>,
    page: &Preparation,
    opened: &Opened,
) {
    let [head, list] = Layout::vertical([Constraint::Length(1), Constraint::Min(0)]).areas(area);
    let cols = usize::from(area.width);
    let heads = format!(
        " {}{}{}{}",
        text::pad(view.words.say(W::InvitationsHeadWho), WHO_COLS),
        text::pad(view.words.say(W::InvitationsHeadParts), PARTS_COLS),
        text::pad("", LANGUAGE_COLS),
        view.words.say(W::InvitationsHeadState),
    );
    let heads = text::cut(&heads, cols);
    frame.render_widget(Line::styled(heads, view.theme.muted()), head);
    let sheet = &opened.sheet;
    let steps = sheet.steps();
    let shown = sheet.invitations.iter().zip(steps).skip(page.people.first);
    let shown = shown.map(|((person, invitation), step)| {
        let room = cols.saturating_sub(1 + WHO_COLS + PARTS_COLS + LANGUAGE_COLS);
        let (says, style) = state(view, invitation.as_ref(), step);
        let parts = match (person.part1, person.part2) {
            (true, true) => "1, 2",
            (true, false) => "1",
            (false, true) => "2",
            (false, false) => "",
        };
        let language = match step {
            Step::NotAsked => "",
            _ => sheet.language_of(person, invitation.as_ref()).code(),
        };
        rows::Row {
            head: text::pad(&who(view, person), WHO_COLS - 1),
            rest: vec![
                Span::raw(format!(" {}", text::pad(parts, PARTS_COLS))),
                Span::raw(text::pad(language, LANGUAGE_COLS)),
                Span::styled(text::cut(&says, room), style),
            ],
        }
    });
    rows::draw(frame, list, view, page.people, shown);
}

/// Name with agency or role; an agency that has not said whom it sends stands for its person.
pub(super) fn who(view: &View<'_>, person: &Invited) -> String {
    let name = view.name(&person.name);
    let beside = if person.agency.is_empty() {
        person.role.clone()
    } else {
        agency_name(view, &person.agency)
    };
    match (name.is_empty(), beside.is_empty()) {
        (true, _) => beside,
        (false, true) => name.into_owned(),
        (false, false) => format!("{name}, {beside}"),
    }
}

/// Where it stands, in words.
pub(super) fn state(
    view: &View<'_>,
    invitation: Option<&Invitation>,
    step: Step,
) -> (String, Style) {
    let say = |key| view.words.say(key).to_owned();
    let sent = |key| {
        let at = invitation.and_then(|one| one.sent_at);
        let day = at.map(|at| {
            view.words
                .date_short(at.with_timezone(&London).date_naive())
        });
        let day = day.unwrap_or_default();
        view.words.with(key, &[("day", day.into())])
    };
    match step {
        Step::NotAsked => (say(W::InvitationsIsNotAsked), view.theme.muted()),
        Step::Invite => (say(W::InvitationsIsOwed), view.theme.warning()),
        Step::Update => (say(W::InvitationsIsChanged), view.theme.warning()),
        Step::TellCancelled => (say(W::InvitationsIsCalledOff), view.theme.late()),
        Step::Cancelled => (sent(W::InvitationsToldCalledOff), view.theme.muted()),
        Step::Asked => (sent(W::InvitationsIsSent), Style::new()),
        Step::Answered => {
            let Some(one) = invitation else {
                return (String::new(), Style::new());
            };
            let note = one.answer_note.for_professionals();
            match one.answer {
                Answer::Coming | Answer::None => (say(W::InvitationsComing), view.theme.good()),
                Answer::NotComing => (say(W::InvitationsNotComing), view.theme.warning()),
                Answer::Sending => (
                    view.words
                        .with(W::InvitationsSends, &[("name", view.name(note).into())]),
                    view.theme.good(),
                ),
            }
        }
    }
}
