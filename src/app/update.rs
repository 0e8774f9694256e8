//! The one function by which the program changes: a model and a message to effects.
//!
//! Pure: no clock, no files, no terminal. What a single screen does with its own keys is in
//! `screen`; here is the way to it, the dialogs over it, and the answers that come back.

mod dialogs;
#[cfg(test)]
mod tests;
mod typed_ahead;

use super::cx::{Cx, Go};
use super::dialog::{Dialog, Palette};
use super::effect::{AskId, Effect};
use super::input::{Input, Key};
use super::keymap::{self, Command, DecisionCommand};
use super::model::{Confirm, Model, Notice, Size, Standing, Waiting};
use super::msg::{Answer, Msg};
use super::page::Handled;
use super::screen::{Admin, Family, Panel, Referral, Reopen, Screen, Today, Unlock};
use super::talk::{Hold, accounts, referrals};
use crate::domain::bilingual::Language;
use crate::domain::roles::{Action, Actor, may};
use crate::words::Key as Word;

/// Takes what happened into the model, and answers with what is to be done about it.
pub fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::Input(Input::Resized { cols, rows }) => {
            model.size = Size { cols, rows };
            tell(model, |screen, cx| screen.page().resized(cx))
        }
        Msg::Input(input) => typed_ahead::heard(model, input),
        Msg::Resumed | Msg::Woken => Vec::new(),
        Msg::Answered { id, answer } => {
            let mut effects = answered(model, id, answer);
            effects.extend(typed_ahead::go_on(model));
            effects
        }
        Msg::LeftAlone => lock(model),
        Msg::Ended => vec![Effect::CloseStore, Effect::Quit],
    }
}

/// Takes what a person did to what is in front, now that nothing is waited for that it depends on.
fn taken(model: &mut Model, input: &Input) -> Vec<Effect> {
    match input {
        Input::Key(key) => keyed(model, *key),
        Input::Paste(text) => pasted(model, text),
        Input::ScrollUp { .. } => scrolled(model, Command::Up),
        Input::ScrollDown { .. } => scrolled(model, Command::Down),
        Input::Click { .. } | Input::Resized { .. } => Vec::new(),
    }
}

/// Lets the screen in front do something, and carries out where it wants to go.
pub(super) fn tell(model: &mut Model, what: impl FnOnce(&mut Screen, &mut Cx<'_>)) -> Vec<Effect> {
    match model.stack.len().checked_sub(1) {
        Some(front) => tell_at(model, front, what),
        None => Vec::new(),
    }
}

fn tell_at(
    model: &mut Model,
    at: usize,
    what: impl FnOnce(&mut Screen, &mut Cx<'_>),
) -> Vec<Effect> {
    let is_front = at + 1 == model.stack.len();
    let Some(Standing { serial, screen }) = model.stack.get_mut(at) else {
        return Vec::new();
    };
    let serial = *serial;
    let mut cx = Cx {
        size: model.size,
        now: model.now,
        language: model.language,
        actor: model.actor.as_ref(),
        rules: &model.rules,
        next_ask: &mut model.next_ask,
        effects: Vec::new(),
        asked: Vec::new(),
        go: None,
        notice: None,
        confirm: None,
        must_be_seen: false,
    };
    what(screen, &mut cx);
    let Cx {
        mut effects,
        asked,
        go,
        notice,
        confirm,
        must_be_seen,
        ..
    } = cx;
    let waiting = |(id, holds)| Waiting { id, serial, holds };
    model.waiting.extend(asked.into_iter().map(waiting));
    // A screen that stands behind another may ask, but not speak or lead away.
    if is_front {
        if must_be_seen {
            model.typed_ahead.clear();
        }
        if notice.is_some() {
            model.notice = notice;
        }
        if let Some(confirm) = confirm {
            model.dialogs.push(Dialog::Confirm(confirm));
        }
        if let Some(go) = go {
            effects.extend(went(model, go));
        }
    }
    effects
}

fn went(model: &mut Model, go: Go) -> Vec<Effect> {
    match go {
        Go::Over(screen) => model.open(screen),
        Go::Instead(screen) => {
            leave_front(model);
            model.open(screen)
        }
        Go::To(screen) => {
            model.stack.clear();
            model.waiting.clear();
            model.open(screen)
        }
        Go::Alone(screen) => {
            model.stack.clear();
            model.waiting.clear();
            model.typed_ahead.clear();
            model.dialogs.clear();
            model.reopen.clear();
            model.notice = None;
            model.recorded.clear();
            let mut effects = vec![Effect::ClearScreen];
            effects.extend(model.open(screen));
            effects
        }
        Go::Back => back(model),
    }
}

/// Leaves the screen in front; from a main place there is nowhere to go back to but Today.
fn back(model: &mut Model) -> Vec<Effect> {
    if model.stack.len() > 1 {
        leave_front(model);
        return tell(model, |screen, cx| screen.page().shown(cx));
    }
    match model.screen() {
        Some(screen) if screen.is_outside() || matches!(screen, Screen::Today(_)) => Vec::new(),
        _ => went(model, Go::To(first_place(model.actor.as_ref()))),
    }
}

fn leave_front(model: &mut Model) {
    if let Some(left) = model.stack.pop() {
        model.waiting.retain(|one| one.serial != left.serial);
    }
}

fn keyed(model: &mut Model, key: Key) -> Vec<Effect> {
    if !model.dialogs.is_empty() {
        return dialogs::keyed(model, key);
    }
    let Some(screen) = model.screen() else {
        return Vec::new();
    };
    let (place, letters) = (screen.look().place(), screen.look().letters());
    if let Some(command) = keymap::command_of(place, key, letters) {
        commanded(model, command)
    } else {
        model.notice = None;
        tell(model, |screen, cx| screen.page().key(cx, key))
    }
}

fn pasted(model: &mut Model, text: &str) -> Vec<Effect> {
    // A paste goes into a text field or nowhere: it never presses a key, nor answers a question.
    if !model.dialogs.is_empty() {
        return Vec::new();
    }
    model.notice = None;
    tell(model, |screen, cx| screen.page().paste(cx, text))
}

fn scrolled(model: &mut Model, command: Command) -> Vec<Effect> {
    if !model.dialogs.is_empty() {
        return Vec::new();
    }
    tell(model, |screen, cx| {
        screen.page().command(cx, command);
    })
}

/// Carries a command out: the screen in front first, then what the whole program knows.
pub(super) fn commanded(model: &mut Model, command: Command) -> Vec<Effect> {
    model.notice = None;
    if model.actor.is_some() && !command.is_for(model.role()) {
        model.notice = Some(Notice::Trouble("refused"));
        return Vec::new();
    }
    let mut handled = Handled::No;
    let effects = tell(model, |screen, cx| {
        handled = screen.page().command(cx, command);
    });
    if handled == Handled::Yes {
        return effects;
    }
    match command {
        Command::Help => model.dialogs.push(Dialog::Help { first: 0 }),
        Command::Palette => {
            if let Some(screen) = model.screen() {
                let place = screen.look().place();
                model
                    .dialogs
                    .push(Dialog::Palette(Palette::new(place, model.role())));
            }
        }
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
        Command::MaskNames => model.is_masked = !model.is_masked,
        Command::GoToToday => return go_where(model, Reopen::Today),
        Command::GoToCases => return go_where(model, Reopen::Cases),
        Command::GoToMeetings => return go_where(model, Reopen::Meetings),
        Command::GoToProtocol => return go_where(model, Reopen::Protocol),
        Command::GoToPanel => return go_where(model, Reopen::Panel),
        Command::GoToAdmin => return go_where(model, Reopen::Admin),
        Command::Decision(DecisionCommand::Waiting) => {
            return go_where(model, Reopen::Waiting);
        }
        Command::NewReferral => return new_referral(model),
        Command::Search => {
            let effects = go_where(model, Reopen::Cases);
            if matches!(model.screen(), Some(Screen::Cases(_))) {
                let mut effects = effects;
                effects.extend(tell(model, |screen, cx| {
                    screen.page().command(cx, Command::Search);
                }));
                return effects;
            }
            return effects;
        }
        Command::Back => return back(model),
        _ => model.notice = Some(Notice::Why(Word::WhyNotHere)),
    }
    Vec::new()
}

/// Goes to a main place.
fn go_where(model: &mut Model, place: Reopen) -> Vec<Effect> {
    went(model, Go::To(Screen::reopened(place)))
}

fn new_referral(model: &mut Model) -> Vec<Effect> {
    if !allowed(model, Action::Refer) {
        model.notice = Some(Notice::Trouble("refused"));
        return Vec::new();
    }
    if matches!(model.screen(), Some(Screen::Referral(_))) {
        return Vec::new();
    }
    model.open(Screen::Referral(Referral::default()))
}

fn allowed(model: &Model, action: Action) -> bool {
    model
        .actor
        .as_ref()
        .is_some_and(|actor| may(actor.role, action))
}

/// Where a person's work begins: administrators and auditors have no cases to look at.
fn first_place(actor: Option<&Actor>) -> Screen {
    match actor {
        Some(actor) if may(actor.role, Action::SeeCase) => Screen::Today(Today::default()),
        Some(actor) if may(actor.role, Action::SeePanel) => Screen::Panel(Panel::default()),
        _ => Screen::Admin(Admin::default()),
    }
}

/// Forgets all that was read, and asks for the passphrase again. What was typed is in its drafts.
pub(super) fn lock(model: &mut Model) -> Vec<Effect> {
    let Some(actor) = model.actor.take() else {
        return Vec::new();
    };
    model.reopen = model.ways_back();
    model.dialogs.clear();
    model.notice = None;
    model.stack.clear();
    model.waiting.clear();
    model.typed_ahead.clear();
    let mut effects = vec![Effect::CloseStore];
    let mut unlock = Unlock::new(Some(actor.user_name));
    if let Some(meeting) = model.reopen.iter().find_map(|way| match way {
        Reopen::Family(meeting) => Some(*meeting),
        _ => None,
    }) {
        unlock = unlock.during_part2(meeting);
    }
    effects.extend(model.open(Screen::Unlock(unlock)));
    effects
}

fn answered(model: &mut Model, id: AskId, answer: Answer) -> Vec<Effect> {
    let Some(at) = model.waiting.iter().position(|one| one.id == id) else {
        return Vec::new();
    };
    let Waiting { serial, holds, .. } = model.waiting.swap_remove(at);
    if matches!(answer, Answer::Failed(_)) && holds == Hold::Everything {
        // It was meant for what has not come about.
        model.typed_ahead.clear();
    }
    if let Answer::Referrals(referrals::Answer::Referred(taken)) = &answer {
        model.recorded.push(taken.case.reference.clone());
    }
    let answer = match answer {
        Answer::Accounts(accounts::Answer::CameIn(actor)) => return came_in(model, actor),
        Answer::Accounts(accounts::Answer::CameInDuringPart2(actor, meeting)) => {
            model.reopen.clear();
            model.actor = Some(actor);
            return went(model, Go::Alone(Screen::Family(Family::new(meeting))));
        }
        Answer::Accounts(accounts::Answer::NoStore { path }) => {
            return went(model, Go::To(Screen::first_run(path)));
        }
        Answer::Overtaken => return Vec::new(),
        other => other,
    };
    let standing = |one: &Standing| one.serial == serial;
    let Some(at) = model.stack.iter().position(standing) else {
        return Vec::new();
    };
    tell_at(model, at, |screen, cx| {
        screen.page().answered(cx, id, answer);
        // Nobody has seen such a question yet: no key was meant for it.
        cx.must_be_seen |= cx.confirm.is_some();
    })
}

/// Somebody came in: everything opens again as it was left, for the one who left it.
fn came_in(model: &mut Model, actor: Actor) -> Vec<Effect> {
    let was_here = match model.screen() {
        Some(Screen::Unlock(unlock)) => unlock.was_locked_by(&actor.user_name),
        _ => false,
    };
    let ways = std::mem::take(&mut model.reopen);
    model.actor = Some(actor);
    model.stack.clear();
    model.waiting.clear();
    let mut effects = Vec::new();
    if was_here {
        for how in ways {
            effects.extend(model.open(Screen::reopened(how)));
        }
    }
    if model.stack.is_empty() {
        let first = first_place(model.actor.as_ref());
        effects.extend(model.open(first));
    }
    match model.begins_with.take() {
        Some(Reopen::Referral) => effects.extend(new_referral(model)),
        Some(how) => effects.extend(model.open(Screen::reopened(how))),
        None => {}
    }
    effects
}
