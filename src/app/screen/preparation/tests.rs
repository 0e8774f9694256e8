mod held_back;
mod invitations;

use chrono::NaiveTime;

use super::rows::Row;
use super::*;
use crate::app::effect::Effect;
use crate::app::model::{Model, Size};
use crate::app::msg::{Failure, Msg};
use crate::app::screen::Screen;
use crate::app::testing::{
    SMALL, case, day, now, press, press_ahead, press_ctrl, program_at, type_in,
};
use crate::app::update::update;
use crate::domain::bilingual::Language;
use crate::domain::invitation::{self, Invitation, Step};
use crate::domain::meeting::{
    Invited, InvitedKind, Meeting, MeetingId, MeetingKind, MeetingPlan, MeetingStatus, NotAsked,
    Part as MeetingPart,
};
use crate::domain::person::ChosenLanguage;
use crate::domain::preparation::{
    Advocate, Asked, HeldBack, PersonItem, PersonPreparation, Prepared, Report, Sheet, Withheld,
};
use crate::domain::roles::Role;
use crate::domain::sharing::{Confidential, Shareable};

fn person(row: i64, kind: InvitedKind, name: &str, beside: &str, parts: (bool, bool)) -> Invited {
    let is_agency = matches!(kind, InvitedKind::Professional | InvitedKind::Advocate);
    Invited {
        row: Some(row),
        agency: if is_agency { beside } else { "" }.to_owned(),
        role: if is_agency { "" } else { beside }.to_owned(),
        part1: parts.0,
        part2: parts.1,
        ..Invited::new(kind, name)
    }
}

fn plan() -> MeetingPlan {
    use InvitedKind::{Advocate, Family, Professional, YoungPerson};
    let part = |start: &str, minutes| MeetingPart {
        start: NaiveTime::parse_from_str(start, "%H:%M").unwrap(),
        minutes,
        agenda: Vec::new(),
    };
    let mut stepfather = person(4, Family, "Gareth Pugh", "stepfather", (false, false));
    stepfather.not_asked = Some(NotAsked {
        reason: "police bail".to_owned(),
        decided_by: 2,
    });
    MeetingPlan {
        kind: MeetingKind::Initial,
        day: day("2026-12-03"),
        part1: part("14:00", 60),
        part2: Some(part("15:10", 50)),
        no_part2: None,
        venue: "sandfields".to_owned(),
        chair: Some(2),
        day_reason: String::new(),
        people: vec![
            person(1, Professional, "Lowri Ham", "better-futures", (true, true)),
            person(2, YoungPerson, "Cerys Hughes", "", (false, true)),
            person(3, Family, "Siân Hughes", "Mum", (false, true)),
            stepfather,
            person(
                5,
                Professional,
                "Dai Rees",
                "south-wales-police",
                (true, true),
            ),
            person(6, Professional, "", "camhs", (true, false)),
            person(7, Advocate, "Ioan Lloyd", "advocacy", (false, true)),
        ],
    }
}

pub(crate) fn sent(row: i64, answer: invitation::Answer, note: &str) -> Invitation {
    let mut one = Invitation::new(row, format!("uid-{row}"));
    one.sent(Step::Invite, now(), now());
    one.answer = answer;
    one.answered_at = (answer != invitation::Answer::None).then(now);
    one.answer_note = Confidential::new(note);
    one.version = 2;
    one
}

/// Cerys is half prepared and her mother not at all; the police have reported; most are invited.
pub(crate) fn opened() -> Opened {
    use invitation::Answer as A;
    let plan = plan();
    let cerys = PersonPreparation {
        told_on: Some(day("2026-11-23")),
        told_by: Confidential::new("Lowri Ham"),
        told_how: Confidential::new("at school, over a hot chocolate"),
        wants_to_say: Shareable::new("I want to go back to football and I want you to believe me"),
        said_by: Shareable::new("Lowri"),
        advocate: Advocate::Offered,
        advocate_on: Some(day("2026-11-23")),
        language: ChosenLanguage::Welsh,
        venue_hard: Confidential::new("not the big room, it echoes"),
        nothing: [Asked::BesideThem].into(),
        version: 1,
        ..PersonPreparation::default()
    };
    let people = plan.people.iter();
    let people = people.filter(|one| !PersonItem::of(one, &plan).is_empty());
    let invitation = |row| match row {
        1 => Some(sent(1, A::Coming, "")),
        2 => Some(sent(2, A::None, "")),
        5 => Some(sent(5, A::Sending, "Nerys Pugh")),
        6 => {
            let mut moved = sent(6, A::None, "");
            moved.changed();
            Some(moved)
        }
        _ => None,
    };
    Opened {
        case: case(),
        sheet: Sheet {
            people: people
                .map(|one| Prepared {
                    person: one.clone(),
                    items: PersonItem::of(one, &plan),
                    preparation: if one.row == Some(2) {
                        cerys.clone()
                    } else {
                        PersonPreparation::default()
                    },
                })
                .collect(),
            held_back: vec![HeldBack {
                id: 9,
                withheld: Some(Withheld {
                    what: Confidential::new("the second man is being watched"),
                    reason: Confidential::new("an inquiry would fail"),
                }),
                agreed_by: Confidential::new("Ann Bevan"),
                noted_at: now(),
            }],
            reports: vec![Report {
                agency: "south-wales-police".to_owned(),
                received_on: day("2026-11-20"),
                note: Confidential::new("two pages"),
                version: 1,
            }],
            invitations: plan
                .people
                .iter()
                .map(|one| (one.clone(), invitation(one.row.unwrap())))
                .collect(),
            ready_by: day("2026-12-01"),
            meeting: Meeting {
                id: MeetingId(7),
                case: CaseId(38),
                status: MeetingStatus::Planned,
                plan,
                cancelled_reason: String::new(),
                version: 1,
            },
        },
    }
}

pub(crate) fn model(size: Size, language: Language, role: Role) -> Model {
    let screen = Screen::Preparation(Preparation::new(CaseId(38)));
    program_at(screen, size, language, role).0
}

/// The screen with what the store would answer first.
pub(crate) fn opened_with(size: Size, language: Language, opened: Opened) -> Model {
    let mut model = model(size, language, Role::SocialWorker);
    answer_first(
        &mut model,
        Answer::Preparation(preparation::Answer::Opened(Box::new(opened))),
    );
    model
}

pub(crate) fn answer_first(model: &mut Model, answer: Answer) -> Vec<Effect> {
    let id = model.waiting.first().unwrap().id;
    update(model, Msg::Answered { id, answer })
}

fn save(model: &mut Model) -> Vec<Effect> {
    press_ctrl(model, 's')
}

fn page(model: &Model) -> &Preparation {
    match model.screen() {
        Some(Screen::Preparation(page)) => page,
        other => panic!("{other:?}"),
    }
}

pub(crate) fn small() -> Model {
    opened_with(SMALL, Language::English, opened())
}

/// What was asked of the store about preparation, drafts left out.
fn asked(effects: Vec<Effect>) -> Vec<preparation::Ask> {
    effects
        .into_iter()
        .filter_map(|effect| match effect {
            Effect::Ask {
                ask: Ask::Preparation(ask),
                ..
            } => Some(ask),
            _ => None,
        })
        .collect()
}

fn kept(effects: Vec<Effect>) -> Deed {
    match asked(effects).pop() {
        Some(preparation::Ask::Keep { deed, .. }) => deed,
        other => panic!("{other:?}"),
    }
}

#[test]
fn cursor_steps_over_headings_in_both_directions() {
    let mut model = small();
    let selected = |model: &Model| page(model).rows()[page(model).cursor.at].clone();
    assert_eq!(selected(&model), Row::Person(0));
    press(&mut model, KeyCode::Up);
    assert_eq!(selected(&model), Row::Person(0));
    for expected in [
        Row::Person(1),
        Row::HeldBack(0),
        Row::Report("better-futures".to_owned()),
    ] {
        press(&mut model, KeyCode::Down);
        assert_eq!(selected(&model), expected);
    }
    press(&mut model, KeyCode::Up);
    assert_eq!(selected(&model), Row::HeldBack(0));
    press(&mut model, KeyCode::End);
    assert_eq!(selected(&model), Row::Invitations);
    press(&mut model, KeyCode::Home);
    assert_eq!(selected(&model), Row::Person(0));
}

#[test]
fn person_form_is_kept_as_a_draft_and_saved_as_one_deed() {
    let mut model = small();
    press(&mut model, KeyCode::Down);
    press(&mut model, KeyCode::Enter);
    type_in(&mut model, "yesterday");
    press(&mut model, KeyCode::Tab);
    let effects = press(&mut model, KeyCode::Char('L'));
    let drafts = effects
        .iter()
        .filter(|effect| format!("{effect:?}").contains("preparation:38"));
    assert_eq!(drafts.count(), 1);
    match kept(save(&mut model)) {
        Deed::Prepare {
            person,
            preparation,
        } => {
            assert_eq!(person, 3);
            assert_eq!(preparation.told_on, Some(day("2026-11-23")));
            assert_eq!(preparation.told_by.for_professionals(), "L");
            assert_eq!(preparation.version, 0);
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn person_form_shows_what_is_known_and_saves_all_of_it_again() {
    let mut model = small();
    press(&mut model, KeyCode::Enter);
    match kept(save(&mut model)) {
        Deed::Prepare { preparation, .. } => {
            assert_eq!(*preparation, opened().sheet.people[0].preparation);
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn day_to_come_is_marked_and_nothing_is_asked() {
    let mut model = small();
    press(&mut model, KeyCode::Down);
    press(&mut model, KeyCode::Enter);
    type_in(&mut model, "tomorrow");
    assert!(asked(save(&mut model)).is_empty());
    let over = page(&model).over.as_ref().unwrap();
    assert_eq!(over.form.fault("told-on"), Some(W::PreparationFaultFuture));
}

#[test]
fn form_left_by_esc_comes_back_as_it_was_typed() {
    let mut model = small();
    press(&mut model, KeyCode::Down);
    press(&mut model, KeyCode::Enter);
    type_in(&mut model, "fri");
    press(&mut model, KeyCode::Esc);
    assert!(page(&model).over.is_none());
    press(&mut model, KeyCode::Enter);
    let over = page(&model).over.as_ref().unwrap();
    assert_eq!(over.form.text("told-on"), "fri");
}

#[test]
fn draft_found_opens_the_form_with_what_was_typed() {
    let mut model = small();
    press(&mut model, KeyCode::Down);
    press(&mut model, KeyCode::Enter);
    let effects = press(&mut model, KeyCode::Char('f'));
    let content = effects
        .into_iter()
        .find_map(|effect| match effect {
            Effect::Ask {
                ask: Ask::Drafts(drafts::Ask::Keep { content, .. }),
                ..
            } => Some(content),
            _ => None,
        })
        .unwrap();
    let mut again = small();
    let draft = drafts::KeptDraft {
        place: "preparation:38".to_owned(),
        saved_at: now(),
        content,
    };
    answer_first(
        &mut again,
        Answer::Drafts(drafts::Answer::Found(Some(draft))),
    );
    let over = page(&again).over.as_ref().unwrap();
    assert_eq!(over.kind, OverKind::Person(3));
    assert_eq!(over.form.text("told-on"), "f");
}

#[test]
fn conflict_keeps_what_was_typed_and_reads_theirs() {
    let mut model = small();
    press(&mut model, KeyCode::Enter);
    type_in(&mut model, "1");
    press(&mut model, KeyCode::Tab);
    type_in(&mut model, " and Beth");
    save(&mut model);
    let failure = Failure {
        words_key: "conflict",
        is_conflict: true,
    };
    let id = model.waiting.last().unwrap().id;
    let effects = update(
        &mut model,
        Msg::Answered {
            id,
            answer: Answer::Failed(failure),
        },
    );
    assert!(matches!(
        asked(effects)[..],
        [] | [preparation::Ask::Open { .. }]
    ));
    let over = page(&model).over.as_ref();
    assert!(over.is_some());
}

#[test]
fn duty_worker_looks_and_changes_nothing() {
    let mut model = model(SMALL, Language::English, Role::DutyWorker);
    answer_first(
        &mut model,
        Answer::Preparation(preparation::Answer::Opened(Box::new(opened()))),
    );
    press(&mut model, KeyCode::Enter);
    assert!(page(&model).over.is_none());
    press(&mut model, KeyCode::Char('i'));
    for key in ['s', 'y', 'x', 'w', 'l', 'o'] {
        assert!(
            asked(press(&mut model, KeyCode::Char(key))).is_empty(),
            "{key}"
        );
        assert!(page(&model).over.is_none(), "{key}");
    }
}
