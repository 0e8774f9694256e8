use super::*;
use crate::app::effect::{Ask, Effect};
use crate::app::input::KeyCode;
use crate::app::msg::{Answer, Failure, Msg};
use crate::app::screen::{Decision, Referral, Screen, Today};
use crate::app::talk::{cases, drafts};
use crate::app::testing::{SMALL, answer, press_ahead, program_at};
use crate::app::update::update;
use crate::domain::bilingual::Language;
use crate::domain::case::CaseId;
use crate::domain::roles::Role;

fn at(screen: Screen) -> (Model, Vec<Effect>) {
    program_at(screen, SMALL, Language::English, Role::PrincipalOfficer)
}

fn type_ahead(model: &mut Model, text: &str) {
    for letter in text.chars() {
        press_ahead(model, KeyCode::Char(letter));
    }
}

fn failed() -> Answer {
    Answer::Failed(Failure {
        words_key: "restricted",
        is_conflict: false,
    })
}

#[test]
fn words_typed_before_a_form_is_there_go_into_the_form() {
    let (mut model, _) = at(Screen::Today(Today::default()));
    let effects = model.open(Screen::Referral(Referral::default()));
    press_ahead(&mut model, KeyCode::Tab);
    type_ahead(&mut model, "q1n");
    assert!(!model.typed_ahead.is_empty());
    let nothing_kept = Answer::Drafts(drafts::Answer::Found(None));
    answer(&mut model, &effects, nothing_kept);
    let Some(Screen::Referral(referral)) = model.screen() else {
        panic!("{:?}", model.screen())
    };
    assert_eq!(referral.form.text("given_name"), "q1n");
    assert!(model.typed_ahead.is_empty());
}

#[test]
fn keys_after_one_that_opens_wait_for_that_place_too() {
    let (mut model, effects) = at(Screen::Decision(Decision::new(CaseId(38))));
    press_ahead(&mut model, KeyCode::Esc);
    press_ahead(&mut model, KeyCode::Char('2'));
    press_ahead(&mut model, KeyCode::Enter);
    for effect in effects {
        let Effect::Ask { id, ask } = effect else {
            continue;
        };
        let answer = match ask {
            Ask::Drafts(_) => Answer::Drafts(drafts::Answer::Found(None)),
            _ => failed(),
        };
        update(&mut model, Msg::Answered { id, answer });
    }
    assert!(
        matches!(model.screen(), Some(Screen::Decision(_))),
        "what fails takes with it what was meant for what would have come"
    );
    assert!(model.typed_ahead.is_empty());
}

#[test]
fn locking_does_not_wait_and_forgets_what_was_typed() {
    let (mut model, _) = at(Screen::Referral(Referral::default()));
    type_ahead(&mut model, "Cerys");
    let effects = update(&mut model, Msg::Input(Input::Key(Key::ctrl('l'))));
    assert_eq!(effects.first(), Some(&Effect::CloseStore));
    assert!(model.actor.is_none() && model.typed_ahead.is_empty());
}

#[test]
fn leaving_asks_at_once_and_no_key_typed_before_answers_it() {
    let (mut model, effects) = at(Screen::Referral(Referral::default()));
    type_ahead(&mut model, "y");
    update(&mut model, Msg::Input(Input::Key(Key::ctrl('c'))));
    assert_eq!(model.dialogs.len(), 1);
    answer(
        &mut model,
        &effects,
        Answer::Drafts(drafts::Answer::Found(None)),
    );
    assert_eq!(model.dialogs.len(), 1);
}

#[test]
fn answer_to_a_screen_that_was_left_holds_nothing() {
    let (mut model, _) = at(Screen::Today(Today::default()));
    crate::app::testing::let_keys_through(&mut model);
    model.open(Screen::Referral(Referral::default()));
    super::super::leave_front(&mut model);
    assert_eq!(press_ahead(&mut model, KeyCode::Char('?')), []);
    assert_eq!(model.dialogs.len(), 1, "the help is there at once");
}

#[test]
fn only_what_keys_depend_on_holds_them() {
    let preview = Ask::Cases(cases::Ask::Preview(CaseId(1)));
    assert_eq!(preview.holds(), Hold::Nothing);
    let find = Ask::Cases(cases::Ask::Find {
        typed: "s".to_owned(),
        from: crate::domain::case_list::PageFrom::Start,
        rows: 20,
    });
    assert_eq!(find.holds(), Hold::Commands);
    let place = "referral".to_owned();
    let content = String::new();
    let keep = Ask::Drafts(drafts::Ask::Keep { place, content });
    assert_eq!(keep.holds(), Hold::Nothing);
    let open = Ask::Cases(cases::Ask::Open(CaseId(1)));
    assert_eq!(open.holds(), Hold::Everything);
}
