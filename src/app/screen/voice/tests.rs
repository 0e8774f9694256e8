use super::*;
use crate::app::effect::Effect;
use crate::app::input::KeyCode;
use crate::app::model::{Model, Size};
use crate::app::screen::Screen;
use crate::app::talk::drafts::KeptDraft;
use crate::app::testing::{SMALL, answer, case, day, press, press_ctrl, program_at, type_in};
use crate::domain::bilingual::Language;
use crate::domain::meeting::FamilyKnown;
use crate::domain::roles::Role;
use crate::domain::sharing::{Confidential, Shareable};
use crate::domain::voice::{
    Difference, Feeling, Heard, HeardHow, NewTold, News, ScoreOn, Speaker, SupportFelt, Told,
    Voice as Said, VoiceAnswer, Voices,
};

fn said(id: i64, heard: Heard, answers: Vec<VoiceAnswer>) -> Said {
    Said {
        id: VoiceId(id),
        case: CaseId(38),
        heard,
        recorded_by: "Lowri Ham".to_owned(),
        recorded_at: "2026-11-20T16:00:00Z".parse().unwrap(),
        answers,
    }
}

/// Cerys was heard twice, her mother once; the score fell between; nobody was told for weeks.
pub(crate) fn page() -> VoicePage {
    let young = |on: &str, step| Heard {
        feeling: Feeling::new(step),
        ..Heard::nothing_yet(day(on), Speaker::YoungPerson, "Cerys")
    };
    let told = Told {
        told: NewTold {
            on: day("2026-11-02"),
            whom: Shareable::new("Siân"),
            how: Confidential::new("by phone"),
            news: News::NothingYet,
        },
        by: "Mari Huws".to_owned(),
    };
    let score = |on: &str, score, category| ScoreOn {
        on: day(on),
        score,
        category,
    };
    VoicePage {
        case: case(),
        voices: Voices {
            voices: vec![
                said(
                    3,
                    Heard {
                        support: Some(SupportFelt::ABit),
                        difference: Some(Difference::TooSoon),
                        own_words: Shareable::new("Nobody asked me before. Lowri did."),
                        worry: Shareable::new("the car outside school"),
                        strength: Shareable::new("Nan"),
                        ..young("2026-11-20", 3)
                    },
                    vec![VoiceAnswer {
                        what: Shareable::new("the taxi comes to the back door"),
                        on: day("2026-11-23"),
                        by: "Lowri Ham".to_owned(),
                    }],
                ),
                said(
                    2,
                    Heard {
                        how: HeardHow::Message,
                        own_words: Shareable::new("I can't sleep"),
                        ..Heard::nothing_yet(day("2026-10-20"), Speaker::Family, "Siân")
                    },
                    Vec::new(),
                ),
                said(1, young("2026-09-14", 1), Vec::new()),
            ],
            told: vec![told],
            told_at_meeting: None,
            scores: vec![score("2026-09-10", 23, 4), score("2026-11-12", 14, 3)],
            hear_by: Some(day("2026-12-18")),
            tell_by: Some(day("2026-11-16")),
        },
        family: vec![FamilyKnown {
            name: "Siân".to_owned(),
            is_carer: true,
            note: String::new(),
        }],
    }
}

pub(crate) fn opened_as(screen: Voice, page: VoicePage, size: Size, language: Language) -> Model {
    let screen = Screen::Voice(screen);
    let (mut model, effects) = program_at(screen, size, language, Role::DutyWorker);
    let opened = voice::Answer::Opened(Box::new(page));
    answer(&mut model, &effects, Answer::Voice(opened));
    model
}

fn opened() -> Model {
    opened_as(Voice::new(CaseId(38)), page(), SMALL, Language::English)
}

fn screen(model: &Model) -> &Voice {
    match model.screen() {
        Some(Screen::Voice(voice)) => voice,
        other => panic!("not the voice: {other:?}"),
    }
}

fn asked(effects: &[Effect]) -> &voice::Ask {
    effects
        .iter()
        .find_map(|effect| match effect {
            Effect::Ask {
                ask: Ask::Voice(ask),
                ..
            } => Some(ask),
            _ => None,
        })
        .unwrap_or_else(|| panic!("nothing asked: {effects:?}"))
}

#[test]
fn course_holds_what_was_said_told_and_scored_the_last_first() {
    let model = opened();
    let days: Vec<String> = screen(&model)
        .course()
        .iter()
        .map(|moment| moment.on().to_string())
        .collect();
    assert_eq!(
        days,
        [
            "2026-11-20",
            "2026-11-12",
            "2026-11-02",
            "2026-10-20",
            "2026-09-14",
            "2026-09-10"
        ]
    );
}

#[test]
fn words_are_recorded_as_they_were_typed_with_how_they_were_heard() {
    let mut model = opened();
    press(&mut model, KeyCode::Char('r'));
    // Who and the name stand there already.
    press(&mut model, KeyCode::Tab);
    press(&mut model, KeyCode::Tab);
    press(&mut model, KeyCode::Right);
    press(&mut model, KeyCode::Tab);
    press(&mut model, KeyCode::Tab);
    type_in(&mut model, "I am tired");
    press(&mut model, KeyCode::Tab);
    press(&mut model, KeyCode::Right);
    let effects = press_ctrl(&mut model, 's');
    let voice::Ask::Record { case, heard } = asked(&effects) else {
        panic!("{effects:?}");
    };
    assert_eq!(*case, CaseId(38));
    let expected = Heard {
        how: HeardHow::InPerson,
        own_words: Shareable::new("I am tired"),
        feeling: Feeling::new(1),
        ..Heard::nothing_yet(day("2026-11-24"), Speaker::YoungPerson, "Cerys")
    };
    assert_eq!(**heard, expected);
    let effects = answer(&mut model, &effects, Answer::Voice(voice::Answer::Recorded));
    assert_eq!(model.notice, Some(Notice::Done(W::VoiceRecorded)));
    assert_eq!(asked(&effects), &voice::Ask::Open(CaseId(38)));
}

#[test]
fn record_without_anything_said_is_told_at_its_fields() {
    let mut model = opened();
    press(&mut model, KeyCode::Char('r'));
    let effects = press_ctrl(&mut model, 's');
    assert_eq!(effects, []);
    let form = &screen(&model).over.as_ref().unwrap().form;
    assert_eq!(form.fault("how"), Some(W::VoiceFaultHow));
    assert_eq!(form.fault("own-words"), Some(W::VoiceFaultNothing));
}

#[test]
fn answer_belongs_to_what_was_said_and_to_nothing_else() {
    let mut model = opened();
    press(&mut model, KeyCode::Down);
    press(&mut model, KeyCode::Char('a'));
    assert_eq!(model.notice, Some(Notice::Why(W::VoiceWhyChooseSaid)));
    press(&mut model, KeyCode::Up);
    press(&mut model, KeyCode::Char('a'));
    type_in(&mut model, "spoke with the driver");
    let effects = press_ctrl(&mut model, 's');
    let noted = voice::Ask::Answer {
        voice: VoiceId(3),
        what: Shareable::new("spoke with the driver"),
        on: day("2026-11-24"),
    };
    assert_eq!(asked(&effects), &noted);
}

#[test]
fn family_is_told_also_that_nothing_has_happened_yet() {
    let mut model = opened();
    press(&mut model, KeyCode::Char('t'));
    type_in(&mut model, "Siân");
    press(&mut model, KeyCode::Tab);
    press(&mut model, KeyCode::Left);
    let effects = press_ctrl(&mut model, 's');
    let voice::Ask::Told { told, .. } = asked(&effects) else {
        panic!("{effects:?}");
    };
    assert_eq!(told.news, News::NothingYet);
    assert_eq!(told.whom.as_str(), "Siân");
}

#[test]
fn words_beside_nothing_yet_are_neither_lost_nor_sent() {
    let mut model = opened();
    press(&mut model, KeyCode::Char('t'));
    type_in(&mut model, "Siân");
    press(&mut model, KeyCode::Tab);
    press(&mut model, KeyCode::Left);
    press(&mut model, KeyCode::Tab);
    type_in(&mut model, "the police called");
    let effects = press_ctrl(&mut model, 's');
    assert_eq!(effects, []);
    let form = &screen(&model).over.as_ref().unwrap().form;
    assert_eq!(form.fault("words"), Some(W::VoiceFaultNothingYetWords));
    assert_eq!(form.text("words"), "the police called");
}

#[test]
fn draft_of_a_record_opens_again_by_the_name_of_its_place() {
    let mut model = opened();
    press(&mut model, KeyCode::Char('r'));
    press(&mut model, KeyCode::Tab);
    let effects = type_in(&mut model, "x");
    let kept = effects.iter().find_map(|effect| match effect {
        Effect::Ask {
            ask: Ask::Drafts(drafts::Ask::Keep { place, content }),
            ..
        } => Some(KeptDraft {
            place: place.clone(),
            saved_at: "2026-11-24T10:00:00Z".parse().unwrap(),
            content: content.clone(),
        }),
        _ => None,
    });
    let kept = kept.unwrap();
    let (form, id) = kept.place.split_once(':').unwrap();
    assert_eq!((form, id), ("voice-record", "38"));
    let opened = Voice::with_form(CaseId(38), form).unwrap();
    let model = opened_as(opened, page(), SMALL, Language::English);
    assert_eq!(
        screen(&model).over.as_ref().map(|over| over.kind),
        Some(VoiceForm::Record)
    );
    assert!(Voice::with_form(CaseId(38), "voice-answer-3").is_some());
    assert!(Voice::with_form(CaseId(38), "relation").is_none());
}

#[test]
fn long_words_are_read_in_full_and_esc_goes_back_to_the_list() {
    let mut model = opened();
    press(&mut model, KeyCode::Enter);
    press(&mut model, KeyCode::Down);
    assert_eq!(screen(&model).reading, Some(1));
    press(&mut model, KeyCode::Esc);
    assert_eq!(screen(&model).reading, None);
}
