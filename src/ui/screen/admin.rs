//! Admin, drawn: the people of the store, what a check found, and the forms over them.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use crate::app::screen::Admin;
use crate::app::screen::admin::Over;
use crate::app::screen::first_run::role_words;
use crate::domain::roles::{Action, may};
use crate::ui::text;
use crate::ui::view::{Title, View};
use crate::ui::widget::{form, rows};
use crate::words::Key as W;

pub fn title(view: &View<'_>, page: &Admin) -> Title {
    let left = match page.over {
        Some(Over::Adding(_)) => W::AdminAdding,
        Some(Over::ChangingPassphrase(_)) => W::AdminChanging,
        None => W::AdminTitle,
    };
    Title {
        left: view.words.say(left).to_owned(),
        right: String::new(),
    }
}

pub fn body(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, page: &Admin) {
    if let Some(Over::Adding(form) | Over::ChangingPassphrase(form)) = &page.over {
        form::draw(frame, area, view, form);
        return;
    }
    let [list, below] = Layout::vertical([Constraint::Min(0), Constraint::Length(2)]).areas(area);
    let actor = view.model.actor.as_ref();
    let allowed = |action| actor.is_some_and(|actor| may(actor.role, action));
    let manages = allowed(Action::ManageUsers);
    if page.people.is_empty() {
        let says = if manages {
            W::AdminEmpty
        } else if allowed(Action::VerifyStore) {
            W::AdminNotYours
        } else {
            W::AdminNothingYet
        };
        let says = format!(" {}", view.words.say(says));
        frame.render_widget(Line::raw(says), list);
    }
    let people = page.people.iter().skip(page.cursor.first).map(|person| {
        let role = view.words.say(role_words(person.role));
        let ended = if person.is_disabled {
            view.words.say(W::AdminEnded)
        } else {
            ""
        };
        rows::Row {
            head: text::pad(&person.user_name, 16),
            rest: vec![
                Span::raw(text::pad(&person.display_name, 26)),
                Span::raw(text::pad(role, 20)),
                Span::styled(ended, view.theme.muted()),
            ],
        }
    });
    rows::draw(frame, list, view, page.cursor, people);
    let cols = usize::from(below.width).saturating_sub(2);
    let found = match (&page.verified, page.verifying) {
        (_, Some(_)) => view.words.say(W::AdminVerifying).to_owned(),
        (Some(found), None) if found.is_sound => {
            let head = found.head.as_deref().unwrap_or_default();
            view.words.with(W::AdminSound, &[("head", head.into())])
        }
        (Some(_), None) => view.words.say(W::AdminUnsound).to_owned(),
        (None, None) => String::new(),
    };
    let lines: Vec<Line<'_>> = text::wrap(&found, cols)
        .into_iter()
        .map(|line| Line::raw(format!(" {line}")))
        .collect();
    frame.render_widget(Paragraph::new(lines), below);
}
