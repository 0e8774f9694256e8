//! Three young people on the protocol on 24 November 2026, and the decision at a meeting.

use super::*;
use crate::app::effect::Effect;
use crate::app::input::{Key, KeyCode};
use crate::app::model::{Model, Size};
use crate::app::msg::Answer;
use crate::app::screen::minutes::tests::{MEETING, meeting};
use crate::app::talk::drafts;
use crate::app::testing::{SMALL, answer, case, day, press_key, program_at, type_in};
use crate::domain::bilingual::Language;
use crate::domain::case::{CaseBrief, CaseId};
use crate::domain::meeting::MeetingId;
use crate::domain::protocol::{
    BeforeProtocol, ProtocolDecision, ProtocolDecisionId, ProtocolOutcome,
};
use crate::domain::roles::Role;
use crate::domain::sharing::Confidential;

pub(crate) fn register() -> Vec<OnProtocol> {
    let one = |id: i64, given: &str, family: &str, since: &str| OnProtocol {
        case: CaseBrief {
            id: CaseId(id),
            reference: format!("NPT-26-{id:03}"),
            given_name: given.to_owned(),
            family_name: family.to_owned(),
            ..case()
        },
        is_hidden: false,
        since: day(since),
        last_meeting: None,
        planned: None,
    };
    let late = one(9, "Rhys", "Morgan", "2026-09-07");
    let mut hidden = one(12, "", "", "2026-10-12");
    hidden.is_hidden = true;
    hidden.last_meeting = Some((MeetingId(4), day("2026-10-30")));
    hidden.planned = Some(day("2026-12-09"));
    let mut new = one(38, "Cerys", "Hughes", "2026-11-20");
    new.last_meeting = Some((MEETING, day("2026-11-20")));
    vec![late, hidden, new]
}

pub(crate) fn before(is_on: bool) -> BeforeProtocol {
    let put_on = ProtocolDecision {
        id: ProtocolDecisionId(5),
        case: case().id,
        meeting: MeetingId(4),
        meeting_on: day("2026-10-12"),
        outcome: ProtocolOutcome::PutOn,
        met: Vec::new(),
        unmet: Vec::new(),
        reason: Confidential::new("SERAF 23; two adults not yet known"),
        dissent: Confidential::default(),
        decided_by: "Ann Bevan".to_owned(),
        decided_at: "2026-10-12T15:50:00Z".parse().unwrap(),
    };
    BeforeProtocol {
        case: case(),
        meeting: meeting(),
        on_since: is_on.then(|| day("2026-10-12")),
        decisions: if is_on { vec![put_on] } else { Vec::new() },
        planned: None,
    }
}

pub(crate) fn listed(size: Size, language: Language, found: Vec<OnProtocol>) -> Model {
    let screen = Screen::Protocol(Protocol::default());
    let (mut model, effects) = program_at(screen, size, language, Role::Chair);
    let found = after::Answer::Register(found);
    answer(&mut model, &effects, Answer::After(found));
    model
}

pub(crate) fn deciding(size: Size, language: Language, is_on: bool) -> Model {
    let screen = Screen::Deciding(Deciding::new(MEETING));
    let (mut model, effects) = program_at(screen, size, language, Role::Chair);
    let found = after::Answer::Before(Box::new(before(is_on)));
    let effects = answer(&mut model, &effects, Answer::After(found));
    let none = drafts::Answer::Found(None);
    answer(&mut model, &effects, Answer::Drafts(none));
    model
}

const SAVE: Key = Key::ctrl('s');
const TAB: Key = Key::plain(KeyCode::Tab);
const ENTER: Key = Key::plain(KeyCode::Enter);
const SPACE: Key = Key::plain(KeyCode::Char(' '));
const RIGHT: Key = Key::plain(KeyCode::Right);

fn page(model: &Model) -> &Deciding {
    match model.screen() {
        Some(Screen::Deciding(page)) => page,
        other => panic!("{other:?}"),
    }
}

fn decided(effects: &[Effect]) -> Option<&crate::domain::protocol::ProtocolDeciding> {
    effects.iter().find_map(|effect| match effect {
        Effect::Ask {
            ask: Ask::After(after::Ask::Decide(deciding)),
            ..
        } => Some(&**deciding),
        _ => None,
    })
}

/// Chooses the second of what is offered.
pub(crate) fn second(model: &mut Model) {
    while page(model).form.chosen("outcome") != Some("remove".to_owned()) {
        press_key(model, RIGHT);
    }
}

#[test]
fn register_leads_to_the_case_the_review_and_the_last_minutes() {
    let mut model = listed(SMALL, Language::English, register());
    type_in(&mut model, "m");
    assert!(matches!(
        model.notice,
        Some(Notice::Why(W::ProtocolWhyNoMeeting))
    ));
    type_in(&mut model, "jjm");
    assert!(matches!(model.screen(), Some(Screen::Minutes(_))));
    let mut model = listed(SMALL, Language::English, register());
    type_in(&mut model, "p");
    assert!(matches!(model.screen(), Some(Screen::Planner(_))));
    let mut model = listed(SMALL, Language::English, register());
    press_key(&mut model, ENTER);
    assert!(matches!(model.screen(), Some(Screen::Case(_))));
}

#[test]
fn register_is_reached_from_everywhere_by_one_key() {
    let screen = Screen::Meetings(crate::app::screen::Meetings::default());
    let (mut model, _) = program_at(screen, SMALL, Language::English, Role::SocialWorker);
    type_in(&mut model, "P");
    assert!(matches!(model.screen(), Some(Screen::Protocol(_))));
}

#[test]
fn decision_without_choice_or_reason_is_marked_and_not_asked() {
    let mut model = deciding(SMALL, Language::English, false);
    assert_eq!(decided(&press_key(&mut model, SAVE)), None);
    assert!(page(&model).form.fault("outcome").is_some());
    press_key(&mut model, SPACE);
    assert_eq!(decided(&press_key(&mut model, SAVE)), None);
    assert!(page(&model).form.fault("reason").is_some());
}

#[test]
fn putting_on_is_decided_with_reason_and_dissent_and_no_criteria() {
    let mut model = deciding(SMALL, Language::English, false);
    press_key(&mut model, SPACE);
    assert!(!page(&model).removes());
    press_key(&mut model, TAB);
    type_in(&mut model, "SERAF 23");
    press_key(&mut model, TAB);
    type_in(&mut model, "school");
    let effects = press_key(&mut model, SAVE);
    let asked = decided(&effects).unwrap();
    assert_eq!(asked.outcome, ProtocolOutcome::PutOn);
    assert_eq!(asked.reason.for_professionals(), "SERAF 23");
    assert_eq!(asked.dissent.for_professionals(), "school");
    assert_eq!((asked.seen, asked.met.len()), (None, 0));
}

#[test]
fn removal_asks_for_the_criteria_and_once_more_where_they_are_not_met() {
    let mut model = deciding(SMALL, Language::English, true);
    second(&mut model);
    assert!(page(&model).removes());
    let rules = model.rules.clone();
    assert!(!page(&model).unmet(&rules).is_empty());
    press_key(&mut model, TAB);
    press_key(&mut model, SPACE);
    press_key(&mut model, TAB);
    type_in(&mut model, "safer");
    assert_eq!(decided(&press_key(&mut model, SAVE)), None);
    assert!(!model.dialogs.is_empty());
    let effects = press_key(&mut model, ENTER);
    let asked = decided(&effects).unwrap();
    assert_eq!(asked.outcome, ProtocolOutcome::Remove);
    assert_eq!(asked.met, ["below-at-risk"]);
    assert_eq!(asked.seen, Some(ProtocolDecisionId(5)));
}

#[test]
fn what_is_typed_is_a_draft_on_every_change_and_survives_another_choice() {
    let mut model = deciding(SMALL, Language::English, true);
    second(&mut model);
    press_key(&mut model, TAB);
    press_key(&mut model, TAB);
    let effects = type_in(&mut model, "safer");
    let kept = effects.iter().any(|effect| {
        matches!(effect, Effect::Ask { ask: Ask::Drafts(drafts::Ask::Keep { place, content }), .. }
            if place == "protocol:38:7" && content.contains("safer"))
    });
    assert!(kept);
    press_key(&mut model, Key::plain(KeyCode::BackTab));
    press_key(&mut model, Key::plain(KeyCode::BackTab));
    press_key(&mut model, Key::plain(KeyCode::Left));
    assert!(!page(&model).removes());
    assert_eq!(page(&model).form.text("reason"), "safer");
}

#[test]
fn decided_leads_to_the_minutes() {
    let mut model = deciding(SMALL, Language::English, false);
    press_key(&mut model, SPACE);
    press_key(&mut model, TAB);
    type_in(&mut model, "x");
    let effects = press_key(&mut model, SAVE);
    let decision = before(true).decisions.remove(0);
    let done = after::Answer::Decided(Box::new(decision));
    answer(&mut model, &effects, Answer::After(done));
    assert!(matches!(model.screen(), Some(Screen::Minutes(_))));
    assert_eq!(model.notice, Some(Notice::Done(W::ProtocolPutOn)));
}
