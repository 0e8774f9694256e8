use std::sync::Arc;

use chrono::{DateTime, TimeZone, Utc};

use super::*;
use crate::app::effect::Effect;
use crate::app::input::Input;
use crate::app::model::Model;
use crate::app::msg::Msg;
use crate::app::talk::accounts;
use crate::app::testing::{SMALL, press, press_ahead};
use crate::app::update::update;
use crate::domain::bilingual::Language;
use crate::domain::case::{CaseBrief, CaseId, Stage};
use crate::domain::case_list::ListPage;
use crate::domain::roles::{Actor, Role};
use crate::domain::rules::Rules;

fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 23, 10, 0, 0).unwrap()
}

/// On the list of cases, which has not been answered yet.
fn on_cases() -> (Model, Vec<Effect>) {
    let rules = Arc::new(Rules::embedded().unwrap());
    let size = SMALL;
    let (mut model, _) = Model::new(size, now(), Language::English, rules, None);
    let actor = Actor {
        user_id: 1,
        user_name: "duty".to_owned(),
        display_name: "Mari Huws".to_owned(),
        role: Role::DutyWorker,
    };
    let answer = Answer::Accounts(accounts::Answer::CameIn(actor));
    update(
        &mut model,
        Msg::Answered {
            id: AskId(1),
            answer,
        },
    );
    let effects = press(&mut model, KeyCode::Char('2'));
    (model, effects)
}

fn type_in(model: &mut Model, text: &str) -> Vec<Effect> {
    text.chars()
        .flat_map(|letter| press(model, KeyCode::Char(letter)))
        .collect()
}

/// What was asked of this part, with the numbers of the askings.
fn asked(effects: &[Effect]) -> Vec<(AskId, &cases::Ask)> {
    effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::Ask {
                id,
                ask: Ask::Cases(ask),
            } => Some((*id, ask)),
            _ => None,
        })
        .collect()
}

fn row(id: i64) -> CaseRow {
    CaseRow {
        case: CaseBrief {
            id: CaseId(id),
            reference: format!("NPT-26-{id:03}"),
            given_name: "Siân".to_owned(),
            family_name: format!("Llewellyn {id}"),
            known_as: String::new(),
            born: None,
            stated_age: None,
            stage: Stage::Referred,
            is_restricted: false,
            owner: None,
            opened_on: now().date_naive(),
            version: 1,
        },
        is_hidden: false,
        owner: None,
        last_event_at: now(),
        score: None,
        is_at_risk: false,
        key: RowKey {
            sorted_by: String::new(),
            id: CaseId(id),
        },
    }
}

fn answer(model: &mut Model, id: AskId, rows: &[i64], has_more: bool) -> Vec<Effect> {
    let rows = rows.iter().map(|id| row(*id)).collect();
    let answer = Answer::Cases(cases::Answer::Listed(ListPage { rows, has_more }));
    update(model, Msg::Answered { id, answer })
}

fn page(model: &Model) -> &Cases {
    match model.screen() {
        Some(Screen::Cases(cases)) => cases,
        other => panic!("not the list of cases: {other:?}"),
    }
}

fn selected(model: &Model) -> Option<i64> {
    page(model).window().selected().map(|row| row.case.id.0)
}

#[test]
fn list_opened_is_written_down_and_its_preview_is_asked_for_once() {
    let (mut model, effects) = on_cases();
    let [(id, cases::Ask::List { look, from, .. })] = asked(&effects)[..] else {
        panic!("{effects:?}")
    };
    assert_eq!((*look, from), (Look::Begun, &PageFrom::Start));
    let effects = answer(&mut model, id, &[5, 4, 3], false);
    assert_eq!(asked(&effects)[0].1, &cases::Ask::Preview(CaseId(5)));
    let effects = press(&mut model, KeyCode::Down);
    assert_eq!(asked(&effects)[0].1, &cases::Ask::Preview(CaseId(4)));
    let effects = press(&mut model, KeyCode::Char('s'));
    let [(_, cases::Ask::List { sort, look, .. })] = asked(&effects)[..] else {
        panic!("{effects:?}")
    };
    assert_eq!((*sort, *look), (Sort::Name, Look::Begun));
}

#[test]
fn answer_to_fewer_letters_is_not_taken_for_more() {
    let (mut model, _) = on_cases();
    press(&mut model, KeyCode::Char('/'));
    let effects = type_in(&mut model, "si");
    let finds: Vec<AskId> = asked(&effects)
        .into_iter()
        .filter(|(_, ask)| matches!(ask, cases::Ask::Find { .. }))
        .map(|(id, _)| id)
        .collect();
    let [first, second] = finds[..] else {
        panic!("{effects:?}")
    };
    answer(&mut model, second, &[7], false);
    assert_eq!(selected(&model), Some(7));
    answer(&mut model, first, &[9, 8], true);
    assert_eq!(selected(&model), Some(7), "the earlier answer came late");
}

#[test]
fn search_notes_what_was_typed_only_once_it_rests() {
    let (mut model, _) = on_cases();
    press(&mut model, KeyCode::Char('/'));
    let effects = type_in(&mut model, "si");
    let waits = asked(&effects)
        .into_iter()
        .filter(|(_, ask)| matches!(ask, cases::Ask::NoteSearch { .. }))
        .map(|(_, ask)| ask)
        .collect::<Vec<_>>();
    assert!(waits.iter().all(|ask| ask.waits_for_rest()));
    assert!(waits[1].overtakes(waits[0]));
}

#[test]
fn letters_of_a_search_are_no_commands_and_escape_returns_to_the_list() {
    let (mut model, effects) = on_cases();
    let id = asked(&effects)[0].0;
    answer(&mut model, id, &[5, 4], false);
    press(&mut model, KeyCode::Down);
    press(&mut model, KeyCode::Char('/'));
    type_in(&mut model, "nq2:?");
    assert_eq!(page(&model).search.as_ref().unwrap().typed, "nq2:?");
    press(&mut model, KeyCode::Esc);
    assert_eq!(selected(&model), Some(4));
    assert!(page(&model).search.is_none());
}

#[test]
fn pasted_lines_are_looked_for_as_one_and_press_nothing() {
    let (mut model, _) = on_cases();
    press(&mut model, KeyCode::Char('/'));
    let paste = |text: &str| Msg::Input(Input::Paste(text.to_owned()));
    update(&mut model, paste("Siân\nLlew\u{1b}[2J"));
    assert_eq!(page(&model).search.as_ref().unwrap().typed, "Siân Llew");
    update(&mut model, paste(&"a".repeat(100_000)));
    assert_eq!(page(&model).search.as_ref().unwrap().typed, "Siân Llew");
    assert!(model.notice.is_some());
}

#[test]
fn filter_chosen_reads_another_list() {
    let (mut model, _) = on_cases();
    press(&mut model, KeyCode::Char('f'));
    press(&mut model, KeyCode::Down);
    let effects = press(&mut model, KeyCode::Enter);
    let [(_, cases::Ask::List { filter, .. })] = asked(&effects)[..] else {
        panic!("{effects:?}")
    };
    assert_eq!(*filter, FILTERS[1].0);
    press(&mut model, KeyCode::Char('f'));
    let effects = press(&mut model, KeyCode::Esc);
    assert!(asked(&effects).is_empty() && page(&model).filters.is_none());
}

#[test]
fn preview_of_a_row_that_was_left_is_not_shown() {
    let (mut model, effects) = on_cases();
    let id = asked(&effects)[0].0;
    let effects = answer(&mut model, id, &[5, 4], false);
    let late = asked(&effects)[0].0;
    press(&mut model, KeyCode::Down);
    let failure = crate::app::msg::Failure {
        words_key: "restricted",
        is_conflict: false,
    };
    let answer = Answer::Failed(failure);
    update(&mut model, Msg::Answered { id: late, answer });
    assert!(page(&model).beside.preview.is_none());
    assert!(
        model.notice.is_none(),
        "a look that nobody waits for is no trouble"
    );
}

/// The last search that was asked for.
fn last_find(effects: &[Effect]) -> AskId {
    let finds = asked(effects)
        .into_iter()
        .filter(|(_, ask)| matches!(ask, cases::Ask::Find { .. }));
    finds.map(|(id, _)| id).max().unwrap()
}

fn opened(model: &Model) -> Option<CaseId> {
    match model.screen() {
        Some(Screen::Case(case)) => Some(case.case),
        _ => None,
    }
}

#[test]
fn enter_before_the_list_is_there_opens_its_first_row() {
    let (mut model, effects) = on_cases();
    let id = asked(&effects)[0].0;
    press_ahead(&mut model, KeyCode::Enter);
    answer(&mut model, id, &[5, 4], false);
    assert_eq!(opened(&model), Some(CaseId(5)));
}

#[test]
fn enter_before_the_answer_opens_what_is_found_and_not_what_stands_there() {
    let (mut model, effects) = on_cases();
    answer(&mut model, asked(&effects)[0].0, &[3], false);
    press_ahead(&mut model, KeyCode::Char('/'));
    let first = last_find(&press_ahead(&mut model, KeyCode::Char('s')));
    // Letters go on into the words while they are looked for.
    let second = last_find(&press_ahead(&mut model, KeyCode::Char('i')));
    answer(&mut model, first, &[9, 8], false);
    // Nine was found by fewer letters: it is not whom the person means.
    press_ahead(&mut model, KeyCode::Down);
    press_ahead(&mut model, KeyCode::Enter);
    assert_eq!((opened(&model), &model.notice), (None, &None));
    answer(&mut model, second, &[7, 6], false);
    assert_eq!(opened(&model), Some(CaseId(6)));
}

#[test]
fn enter_after_words_that_find_nobody_says_so() {
    let (mut model, effects) = on_cases();
    answer(&mut model, asked(&effects)[0].0, &[3], false);
    press_ahead(&mut model, KeyCode::Char('/'));
    let find = last_find(&press_ahead(&mut model, KeyCode::Char('x')));
    press_ahead(&mut model, KeyCode::Enter);
    answer(&mut model, find, &[], false);
    assert_eq!(model.notice, Some(Notice::Why(W::CasesNoneSelected)));
}

#[test]
fn search_that_was_overtaken_holds_no_key_back() {
    let (mut model, effects) = on_cases();
    answer(&mut model, asked(&effects)[0].0, &[3], false);
    press_ahead(&mut model, KeyCode::Char('/'));
    let first = last_find(&press_ahead(&mut model, KeyCode::Char('s')));
    let second = last_find(&press_ahead(&mut model, KeyCode::Char('i')));
    let overtaken = Answer::Overtaken;
    update(
        &mut model,
        Msg::Answered {
            id: first,
            answer: overtaken,
        },
    );
    answer(&mut model, second, &[7], false);
    press_ahead(&mut model, KeyCode::Enter);
    assert_eq!(opened(&model), Some(CaseId(7)));
}
