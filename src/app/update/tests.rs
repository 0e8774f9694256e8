use super::*;
use crate::app::effect::AskId;
use crate::app::input::KeyCode;
use crate::domain::roles::{Account, Actor, Role};

fn start() -> Model {
    let size = Size { cols: 80, rows: 24 };
    let (model, effects) = Model::new(size, Language::English, Some("gwen".to_owned()));
    assert_eq!(
        effects,
        [Effect::Ask {
            id: AskId(1),
            ask: Ask::Names
        }]
    );
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

fn press(model: &mut Model, code: KeyCode) -> Vec<Effect> {
    update(model, Msg::Input(Input::Key(Key::plain(code))))
}

fn press_ctrl(model: &mut Model, letter: char) -> Vec<Effect> {
    update(model, Msg::Input(Input::Key(Key::ctrl(letter))))
}

fn type_in(model: &mut Model, text: &str) {
    for letter in text.chars() {
        assert_eq!(press(model, KeyCode::Char(letter)), []);
    }
}

fn answer(model: &mut Model, id: u64, answer: Answer) -> Vec<Effect> {
    let id = AskId(id);
    update(model, Msg::Answered { id, answer })
}

/// Unlocked by an administrator, with two people listed.
fn inside() -> Model {
    let mut model = start();
    answer(&mut model, 1, Answer::Names(vec!["gwen".to_owned()]));
    type_in(&mut model, "q?1");
    press(&mut model, KeyCode::Enter);
    answer(&mut model, 2, Answer::CameIn(actor(Role::Administrator)));
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
        Answer::People(vec![person(1, "gwen"), person(2, "mari")]),
    );
    model
}

#[test]
fn letters_of_a_passphrase_are_no_commands_and_leave_the_model_on_enter() {
    let mut model = start();
    answer(&mut model, 1, Answer::Names(Vec::new()));
    type_in(&mut model, "q?1");
    let effects = press(&mut model, KeyCode::Enter);
    let [
        Effect::Ask {
            ask: Ask::Unlock { user, passphrase },
            ..
        },
    ] = effects.as_slice()
    else {
        panic!("{effects:?}");
    };
    assert_eq!((user.as_str(), passphrase.expose()), ("gwen", "q?1"));
    let Screen::Unlock(unlock) = &model.screen else {
        panic!("left the locked screen");
    };
    assert!(unlock.passphrase.is_empty());
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
    answer(&mut model, 1, Answer::Names(Vec::new()));
    type_in(&mut model, "wrong");
    press(&mut model, KeyCode::Enter);
    let words_key = "wrong-passphrase";
    answer(&mut model, 2, Answer::Failed { words_key });
    assert_eq!(model.notice, Some(Notice::Trouble(words_key)));
    let Screen::Unlock(unlock) = &model.screen else {
        panic!("left the locked screen");
    };
    assert_eq!(unlock.user, "gwen");
    assert!(model.actor.is_none());
}

#[test]
fn stale_answer_is_dropped() {
    let mut model = inside();
    answer(&mut model, 1, Answer::CameIn(actor(Role::Chair)));
    answer(&mut model, 3, Answer::People(Vec::new()));
    assert_eq!(model.actor, Some(actor(Role::Administrator)));
    let Screen::Admin(admin) = &model.screen else {
        panic!("left admin");
    };
    assert_eq!(admin.people.len(), 2);
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
    assert!(matches!(&model.screen, Screen::Unlock(unlock) if unlock.user == "gwen"));
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
        assert!(matches!(&model.screen, Screen::Admin(admin) if admin.selected == 1));
    }
    press(&mut model, KeyCode::Char('g'));
    assert!(matches!(&model.screen, Screen::Admin(admin) if admin.selected == 0));
}

#[test]
fn paste_presses_no_key() {
    let mut model = inside();
    let effects = update(&mut model, Msg::Input(Input::Paste("q\n1\n".to_owned())));
    assert_eq!(effects, []);
    assert!(model.dialogs.is_empty());
}
