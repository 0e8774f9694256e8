//! The program for tests of screens: one screen in front, keys pressed, and what the store would
//! say to what it was asked. Tests that draw a screen stand on the same.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};

use super::effect::Effect;
use super::input::{Input, Key, KeyCode};
use super::model::{Model, Size};
use super::msg::Msg;
use super::screen::Screen;
use super::talk::drafts::{self, KeptDraft};
use super::talk::{Answer, Ask, Hold};
use super::update::update;
use crate::domain::bilingual::Language;
use crate::domain::case::{CaseBrief, CaseId, Stage};
use crate::domain::roles::{Actor, Role};
use crate::domain::rules::Rules;

pub(crate) const SMALL: Size = Size { cols: 80, rows: 24 };
pub(crate) const WIDE: Size = Size {
    cols: 120,
    rows: 40,
};

/// Tuesday 24 November 2026.
pub(crate) fn now() -> DateTime<Utc> {
    "2026-11-24T10:00:00Z".parse().unwrap()
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(crate) fn case() -> CaseBrief {
    CaseBrief {
        id: CaseId(38),
        reference: "NPT-26-038".to_owned(),
        given_name: "Cerys".to_owned(),
        family_name: "Hughes".to_owned(),
        known_as: String::new(),
        born: Some(day("2011-05-14")),
        stated_age: None,
        stage: Stage::ToBeHeard,
        is_restricted: false,
        owner: Some(1),
        opened_on: day("2026-11-02"),
        version: 3,
    }
}

/// A program with a screen in front, and what it asked. Nothing is answered yet.
pub(crate) fn program_at(
    screen: Screen,
    size: Size,
    language: Language,
    role: Role,
) -> (Model, Vec<Effect>) {
    let rules = Arc::new(Rules::embedded().unwrap());
    let (mut model, _) = Model::new(size, now(), language, rules, None);
    model.actor = Some(Actor {
        user_id: 1,
        user_name: "worker".to_owned(),
        display_name: "Lowri Ham".to_owned(),
        role,
    });
    model.stack.clear();
    model.waiting.clear();
    let effects = model.open(screen);
    (model, effects)
}

/// Answers what was asked last of the part that this answer comes from; a failure, what was asked
/// last of any but drafts.
#[track_caller]
pub(crate) fn answer(model: &mut Model, effects: &[Effect], answer: Answer) -> Vec<Effect> {
    let id = effects.iter().rev().find_map(|effect| match effect {
        Effect::Ask { id, ask } if is_answered_by(ask, &answer) => Some(*id),
        _ => None,
    });
    let Some(id) = id else {
        panic!("nobody asked for {answer:?}: {effects:?}");
    };
    update(model, Msg::Answered { id, answer })
}

fn is_answered_by(ask: &Ask, answer: &Answer) -> bool {
    match (ask, answer) {
        (Ask::Drafts(ask), Answer::Drafts(_)) => matches!(ask, drafts::Ask::Of { .. }),
        (Ask::After(_), Answer::After(_))
        | (Ask::Meetings(_), Answer::Meetings(_))
        | (Ask::Preparation(_), Answer::Preparation(_))
        | (Ask::Plans(_), Answer::Plans(_))
        | (Ask::Runner(_), Answer::Runner(_))
        | (Ask::Voice(_), Answer::Voice(_)) => true,
        (ask, Answer::Failed(_)) => !matches!(ask, Ask::Drafts(_)),
        _ => false,
    }
}

/// The draft that was kept, as it would be found again.
pub(crate) fn kept_draft(effects: &[Effect]) -> Option<KeptDraft> {
    effects.iter().find_map(|effect| match effect {
        Effect::Ask {
            ask: Ask::Drafts(drafts::Ask::Keep { place, content }),
            ..
        } => Some(KeptDraft {
            place: place.clone(),
            saved_at: now(),
            content: content.clone(),
        }),
        _ => None,
    })
}

/// Lets keys wait for nothing: a test of one screen answers only what it is about.
pub(crate) fn let_keys_through(model: &mut Model) {
    for one in &mut model.waiting {
        one.holds = Hold::Nothing;
    }
}

pub(crate) fn press_key(model: &mut Model, key: Key) -> Vec<Effect> {
    let_keys_through(model);
    update(model, Msg::Input(Input::Key(key)))
}

pub(crate) fn press(model: &mut Model, code: KeyCode) -> Vec<Effect> {
    press_key(model, Key::plain(code))
}

/// Presses a key before what was asked is answered: it waits, as it does in the program.
pub(crate) fn press_ahead(model: &mut Model, code: KeyCode) -> Vec<Effect> {
    update(model, Msg::Input(Input::Key(Key::plain(code))))
}

pub(crate) fn press_ctrl(model: &mut Model, letter: char) -> Vec<Effect> {
    press_key(model, Key::ctrl(letter))
}

/// Presses a key for each letter; what the last of them led to.
pub(crate) fn type_in(model: &mut Model, text: &str) -> Vec<Effect> {
    let mut last = Vec::new();
    for letter in text.chars() {
        last = press(model, KeyCode::Char(letter));
    }
    last
}
