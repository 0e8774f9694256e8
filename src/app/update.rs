//! The one function by which the program changes: a model and a message to effects.
//!
//! Pure: no clock, no files, no terminal. What a single screen does with its own keys is in
//! `screen`; here is the way to it, the dialogs over it, and the answers that come back.

#[cfg(test)]
mod tests;

use super::effect::{Ask, Effect};
use super::input::{Input, Key};
use super::keymap::{self, Command, Letters, Place};
use super::model::{Confirm, Dialog, Model, Notice, Size};
use super::msg::{Answer, Msg};
use super::screen::{Admin, Screen};
use crate::domain::bilingual::Language;
use crate::domain::roles::{Action, may};
use crate::words::Key as Word;

/// Takes what happened into the model, and answers with what is to be done about it.
pub fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::Input(Input::Key(key)) => keyed(model, key),
        Msg::Input(Input::Resized { cols, rows }) => {
            model.size = Size { cols, rows };
            Vec::new()
        }
        // A paste goes into a text field or nowhere: it never presses a key.
        Msg::Input(_) | Msg::MinutePassed(_) | Msg::Resumed => Vec::new(),
        Msg::Answered { id, answer } => {
            if model.screen.takes(id) {
                answered(model, answer)
            } else {
                Vec::new()
            }
        }
        Msg::Ended => vec![Effect::CloseStore, Effect::Quit],
    }
}

fn keyed(model: &mut Model, key: Key) -> Vec<Effect> {
    let (place, letters) = match model.dialogs.last() {
        Some(_) => (Place::Dialog, Letters::AreCommands),
        None => (model.screen.place(), model.screen.letters()),
    };
    if let Some(command) = keymap::command_of(place, key, letters) {
        return commanded(model, command);
    }
    if !model.dialogs.is_empty() {
        return Vec::new();
    }
    model.notice = None;
    if let Screen::Unlock(unlock) = &mut model.screen
        && let Some(ask) = unlock.key(key)
    {
        return vec![model.ask(ask)];
    }
    Vec::new()
}

fn commanded(model: &mut Model, command: Command) -> Vec<Effect> {
    if !model.dialogs.is_empty() {
        return in_dialog(model, command);
    }
    model.notice = None;
    match command {
        Command::Help => model.dialogs.push(Dialog::Help { first: 0 }),
        Command::Quit | Command::Leave => model.dialogs.push(Dialog::Confirm(Confirm::Quit)),
        Command::Suspend => {
            let mut effects = lock(model);
            effects.push(Effect::Suspend);
            return effects;
        }
        Command::Lock => return lock(model),
        Command::SwitchLanguage => {
            model.language = match model.language {
                Language::English => Language::Welsh,
                Language::Welsh => Language::English,
            };
        }
        Command::GoToAdmin => return go_to_admin(model),
        Command::Back => {}
        _ => {
            let page_rows = usize::from(model.size.rows.saturating_sub(6));
            if let Screen::Admin(admin) = &mut model.screen
                && admin.moves(command, page_rows)
            {
                return Vec::new();
            }
            model.notice = Some(Notice::Why(Word::WhyNotHere));
        }
    }
    Vec::new()
}

/// Keys while a question is open: nothing behind it is reached.
fn in_dialog(model: &mut Model, command: Command) -> Vec<Effect> {
    match command {
        Command::Suspend => {
            let mut effects = lock(model);
            effects.push(Effect::Suspend);
            return effects;
        }
        Command::Lock => return lock(model),
        _ => {}
    }
    match (model.dialogs.pop(), command) {
        (Some(Dialog::Confirm(Confirm::Quit)), Command::Confirm) => {
            vec![Effect::CloseStore, Effect::Quit]
        }
        (Some(Dialog::Help { first }), Command::Up) => {
            let first = first.saturating_sub(1);
            model.dialogs.push(Dialog::Help { first });
            Vec::new()
        }
        (Some(Dialog::Help { first }), Command::Down) => {
            let last = keymap::rows_of(model.screen.place())
                .count()
                .saturating_sub(1);
            let first = (first + 1).min(last);
            model.dialogs.push(Dialog::Help { first });
            Vec::new()
        }
        // Any other answer to a question is no; help goes by any key.
        _ => Vec::new(),
    }
}

/// Forgets all that was read, and asks for the passphrase again.
fn lock(model: &mut Model) -> Vec<Effect> {
    let user = model.actor.take().map(|actor| actor.user_name);
    if user.is_none() {
        return Vec::new();
    }
    model.dialogs.clear();
    model.notice = None;
    model.screen = Screen::unlock(user);
    vec![Effect::CloseStore, model.ask(Ask::Names)]
}

fn go_to_admin(model: &mut Model) -> Vec<Effect> {
    let allowed = model
        .actor
        .as_ref()
        .is_some_and(|actor| may(actor.role, Action::ManageUsers));
    if !allowed {
        model.notice = Some(Notice::Trouble("refused"));
        return Vec::new();
    }
    model.screen = Screen::Admin(Admin::default());
    vec![model.ask(Ask::People)]
}

fn answered(model: &mut Model, answer: Answer) -> Vec<Effect> {
    match (&mut model.screen, answer) {
        (_, Answer::Failed { words_key }) => {
            model.notice = Some(Notice::Trouble(words_key));
        }
        (Screen::Unlock(unlock), Answer::Names(names)) => unlock.offer(names),
        (Screen::Unlock(_), Answer::CameIn(actor)) => {
            model.actor = Some(actor);
            return go_to_admin(model);
        }
        (Screen::Admin(admin), Answer::People(people)) => {
            admin.selected = admin.selected.min(people.len().saturating_sub(1));
            admin.people = people;
        }
        (Screen::Admin(admin), Answer::Verified(verified)) => admin.verified = Some(verified),
        // An answer to a screen that has been left.
        _ => {}
    }
    Vec::new()
}
