use std::sync::Arc;

use chrono::{TimeZone, Utc};

use super::*;
use crate::app::effect::Ask;
use crate::app::input::KeyCode;
use crate::app::msg::Failure;
use crate::app::talk::drafts;
use crate::app::testing::{SMALL, press, press_ctrl};
use crate::domain::roles::{Account, Role};
use crate::domain::rules::Rules;

fn start() -> Model {
    let size = SMALL;
    let now = Utc.with_ymd_and_hms(2026, 11, 23, 10, 0, 0).unwrap();
    let rules = Arc::new(Rules::embedded().unwrap());
    let user = Some("gwen".to_owned());
    let (model, effects) = Model::new(size, now, Language::English, rules, user);
    let ask = Ask::Accounts(accounts::Ask::Names);
    assert_eq!(effects, [Effect::Ask { id: AskId(1), ask }]);
    model
}

fn actor(role: Role) -> Actor {
    Actor {
        user_id: 1,
        user_name: "gwen".to_owned(),
        display_name: "Gwen Admin".to_owned(),
        role,
    }
}

fn type_in(model: &mut Model, text: &str) {
    for letter in text.chars() {
        assert_eq!(press(model, KeyCode::Char(letter)), []);
    }
}

fn answer(model: &mut Model, id: u64, answer: accounts::Answer) -> Vec<Effect> {
    let id = AskId(id);
    let answer = Answer::Accounts(answer);
    update(model, Msg::Answered { id, answer })
}

fn names(names: &[&str]) -> accounts::Answer {
    accounts::Answer::Names {
        names: names.iter().map(|name| (*name).to_owned()).collect(),
        is_fictional: false,
    }
}

fn unlock(model: &Model) -> &crate::app::screen::Unlock {
    match model.screen() {
        Some(Screen::Unlock(unlock)) => unlock,
        other => panic!("not the locked screen: {other:?}"),
    }
}

fn admin(model: &Model) -> &Admin {
    match model.screen() {
        Some(Screen::Admin(admin)) => admin,
        other => panic!("not admin: {other:?}"),
    }
}

/// Unlocked by an administrator, with two people listed.
fn inside() -> Model {
    let mut model = start();
    answer(&mut model, 1, names(&["gwen"]));
    type_in(&mut model, "q?1");
    press(&mut model, KeyCode::Enter);
    answer(
        &mut model,
        2,
        accounts::Answer::CameIn(actor(Role::Administrator)),
    );
    let person = |id: i64, name: &str| Account {
        id,
        user_name: name.to_owned(),
        display_name: name.to_owned(),
        role: Role::DutyWorker,
        is_disabled: false,
        version: 1,
    };
    answer(
        &mut model,
        3,
        accounts::Answer::People(vec![person(1, "gwen"), person(2, "mari")]),
    );
    model
}

#[test]
fn letters_of_a_passphrase_are_no_commands_and_leave_the_model_on_enter() {
    let mut model = start();
    answer(&mut model, 1, names(&[]));
    type_in(&mut model, "q?1");
    let effects = press(&mut model, KeyCode::Enter);
    let [
        Effect::Ask {
            ask:
                Ask::Accounts(accounts::Ask::Unlock {
                    user, passphrase, ..
                }),
            ..
        },
    ] = effects.as_slice()
    else {
        panic!("{effects:?}");
    };
    assert_eq!((user.as_str(), passphrase.expose()), ("gwen", "q?1"));
    assert!(unlock(&model).passphrase.is_empty());
}

#[test]
fn passphrase_is_never_shown_by_debug() {
    let mut model = start();
    type_in(&mut model, "canary");
    assert!(!format!("{model:?}").contains("canary"));
}

#[test]
fn wrong_passphrase_is_told_and_the_name_stays() {
    let mut model = start();
    answer(&mut model, 1, names(&[]));
    type_in(&mut model, "wrong");
    press(&mut model, KeyCode::Enter);
    let words_key = "wrong-passphrase";
    let answer = Answer::Failed(Failure {
        words_key,
        is_conflict: false,
    });
    let id = AskId(2);
    update(&mut model, Msg::Answered { id, answer });
    assert_eq!(model.notice, Some(Notice::Trouble(words_key)));
    assert_eq!(unlock(&model).user, "gwen");
    assert!(unlock(&model).is_opening.is_none());
    assert!(model.actor.is_none());
}

#[test]
fn stale_answer_is_dropped() {
    let mut model = inside();
    answer(&mut model, 1, accounts::Answer::CameIn(actor(Role::Chair)));
    answer(&mut model, 3, accounts::Answer::People(Vec::new()));
    assert_eq!(model.actor, Some(actor(Role::Administrator)));
    assert_eq!(admin(&model).people.len(), 2);
}

#[test]
fn quit_asks_and_no_keeps_everything() {
    let mut model = inside();
    assert_eq!(press(&mut model, KeyCode::Char('q')), []);
    assert_eq!(press(&mut model, KeyCode::Esc), []);
    assert!(model.dialogs.is_empty());
    press_ctrl(&mut model, 'c');
    let effects = press(&mut model, KeyCode::Enter);
    assert_eq!(effects, [Effect::CloseStore, Effect::Quit]);
}

#[test]
fn lock_forgets_who_and_what_was_read() {
    let mut model = inside();
    press(&mut model, KeyCode::Char('?'));
    let effects = press_ctrl(&mut model, 'l');
    assert_eq!(effects.first(), Some(&Effect::CloseStore));
    assert!(model.actor.is_none());
    assert!(model.dialogs.is_empty());
    assert_eq!(unlock(&model).user, "gwen");
}

#[test]
fn suspend_locks_first() {
    let mut model = inside();
    let effects = press_ctrl(&mut model, 'z');
    assert_eq!(effects.first(), Some(&Effect::CloseStore));
    assert_eq!(effects.last(), Some(&Effect::Suspend));
}

#[test]
fn line_dropped_closes_the_store_and_ends() {
    let mut model = inside();
    let effects = update(&mut model, Msg::Ended);
    assert_eq!(effects, [Effect::CloseStore, Effect::Quit]);
}

#[test]
fn selection_stays_within_the_rows() {
    let mut model = inside();
    for code in [
        KeyCode::Down,
        KeyCode::Down,
        KeyCode::PageDown,
        KeyCode::Char('G'),
    ] {
        press(&mut model, code);
        assert_eq!(admin(&model).cursor.at, 1);
    }
    press(&mut model, KeyCode::Char('g'));
    assert_eq!(admin(&model).cursor.at, 0);
}

#[test]
fn paste_presses_no_key() {
    let mut model = inside();
    let effects = update(&mut model, Msg::Input(Input::Paste("q\n1\n".to_owned())));
    assert_eq!(effects, []);
    assert!(model.dialogs.is_empty());
}

#[test]
fn unlocked_again_by_the_same_person_comes_back_to_where_it_was() {
    let mut model = inside();
    press_ctrl(&mut model, 'l');
    type_in(&mut model, "q?1");
    press(&mut model, KeyCode::Enter);
    answer(
        &mut model,
        5,
        accounts::Answer::CameIn(actor(Role::Administrator)),
    );
    assert!(admin(&model).people.is_empty());
}

#[test]
fn role_decides_which_places_open() {
    let mut model = inside();
    press(&mut model, KeyCode::Char('1'));
    assert_eq!(model.notice, Some(Notice::Trouble("refused")));
    admin(&model);
    let mut model = start();
    answer(
        &mut model,
        1,
        accounts::Answer::CameIn(actor(Role::DutyWorker)),
    );
    assert!(matches!(model.screen(), Some(Screen::Today(_))));
    press(&mut model, KeyCode::Char('2'));
    assert!(matches!(model.screen(), Some(Screen::Cases(_))));
    press(&mut model, KeyCode::Esc);
    assert!(matches!(model.screen(), Some(Screen::Today(_))));
}

#[test]
fn palette_runs_the_command_that_was_typed() {
    let mut model = inside();
    press(&mut model, KeyCode::Char(':'));
    type_in(&mut model, "hide nam");
    press(&mut model, KeyCode::Enter);
    assert!(model.is_masked);
    assert!(model.dialogs.is_empty());
    press(&mut model, KeyCode::Char(':'));
    press(&mut model, KeyCode::Esc);
    assert!(model.dialogs.is_empty());
    // Esc may come late over a slow line: there is a second way out.
    press(&mut model, KeyCode::Char(':'));
    press_ctrl(&mut model, 'g');
    assert!(model.dialogs.is_empty());
}

#[test]
fn no_store_leads_to_the_first_run_and_differing_passphrases_are_told() {
    let mut model = start();
    let path = "/somewhere".to_owned();
    answer(&mut model, 1, accounts::Answer::NoStore { path });
    type_in(&mut model, "mari");
    for code in [KeyCode::Tab, KeyCode::Tab, KeyCode::Right, KeyCode::Tab] {
        assert_eq!(press(&mut model, code), []);
    }
    type_in(&mut model, "a long passphrase");
    assert_eq!(press_ctrl(&mut model, 's'), []);
    let Some(Screen::FirstRun(page)) = model.screen() else {
        panic!("left the first run");
    };
    assert_eq!(
        page.form.fault("passphrase"),
        Some(Word::ShellPassphrasesDiffer)
    );
    assert_eq!(page.form.text("user"), "mari");
}

#[test]
fn later_draft_of_a_place_overtakes_an_earlier_one_of_the_same() {
    let keep = |place: &str| {
        let place = place.to_owned();
        let content = "{}".to_owned();
        Ask::Drafts(drafts::Ask::Keep { place, content })
    };
    assert!(keep("referral").overtakes(&keep("referral")));
    assert!(!keep("referral").overtakes(&keep("triage:1")));
}
