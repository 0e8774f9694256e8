//! The minutes of Cerys Hughes's meeting of Friday 20 November 2026, looked at on the 24th; the
//! pictures in `ui` stand on it too.

use super::*;
use crate::app::effect::Effect;
use crate::app::input::KeyCode;
use crate::app::model::{Model, Size};
use crate::app::msg::Failure;
use crate::app::screen::Screen;
use crate::app::talk::after::Drafted;
use crate::app::talk::drafts::KeptDraft;
use crate::app::testing::{SMALL, answer, case, day, press_key, program_at, type_in};
use crate::domain::case::{ClockKind, Due};
use crate::domain::meeting::{
    Invited, InvitedKind, Meeting, MeetingKind, MeetingPlan, MeetingStatus, Part,
};
use crate::domain::minutes::{Correction, Owed};
use crate::domain::roles::Role;
use crate::domain::sharing::{Confidential, Shareable};

pub(crate) const MEETING: MeetingId = MeetingId(7);

pub(crate) fn meeting() -> Meeting {
    let part = |hour| Part {
        start: chrono::NaiveTime::from_hms_opt(hour, 0, 0).unwrap(),
        minutes: 50,
        agenda: Vec::new(),
    };
    let asked = |kind, name: &str| Invited {
        part1: kind == InvitedKind::Professional,
        part2: true,
        ..Invited::new(kind, name)
    };
    Meeting {
        id: MEETING,
        case: case().id,
        status: MeetingStatus::Held,
        plan: MeetingPlan {
            kind: MeetingKind::Initial,
            day: day("2026-11-20"),
            part1: part(14),
            part2: Some(part(15)),
            no_part2: None,
            venue: "sandfields".to_owned(),
            chair: Some(1),
            day_reason: String::new(),
            people: vec![
                asked(InvitedKind::Professional, "Dai Rees"),
                asked(InvitedKind::Professional, "Lowri Ham"),
                asked(InvitedKind::YoungPerson, "Cerys"),
                asked(InvitedKind::Family, "Siân Hughes"),
            ],
        },
        cancelled_reason: String::new(),
        version: 2,
    }
}

const FULL_WORDS: &str = "# Part 1, professionals: who was there\n- Dai Rees, South Wales Police: \
    present\n- CAMHS: apologies\n\n# Since the last meeting\n- increased: out overnight twice, and \
    was seen getting into a silver car by the station late on both nights [the family heard: “We \
    are worried because you were out at night.”]\n- new: a second phone [professionals only]";
const FAMILY_WORDS: &str = "# Our meeting\nWe met on Friday 20 November 2026 at Sandfields \
    Community Centre.\n\n# What we talked about\n- We are worried because you were out at night.\n\
    \n# Our plan\n- Cerys: “I want to go back to football”";

fn minutes<T>(words: T, is_approved: bool) -> crate::domain::minutes::Minutes<T> {
    crate::domain::minutes::Minutes {
        id: MinutesId(1),
        meeting: MEETING,
        language: Language::English,
        words,
        approved: is_approved.then(|| Approval {
            by: "Ann Bevan".to_owned(),
            at: "2026-11-23T10:00:00Z".parse().unwrap(),
        }),
        corrections: Vec::new(),
        sent: Vec::new(),
        version: 3,
    }
}

fn owed(kind: ClockKind, due: &str) -> Owed {
    Owed {
        kind,
        due: Due::By(day(due)),
        is_done: false,
    }
}

/// Nothing is written yet.
pub(crate) fn nothing() -> MinutesOfMeeting {
    MinutesOfMeeting {
        case: case(),
        meeting: meeting(),
        full: Vec::new(),
        family: Vec::new(),
        owed: vec![
            owed(ClockKind::ProtocolDecision, "2026-11-20"),
            owed(ClockKind::PlanAndSummary, "2026-11-27"),
            owed(ClockKind::FullRecord, "2026-12-18"),
        ],
    }
}

/// The full version is a draft, the family's is approved, sent, and asked to be put right.
pub(crate) fn under_way() -> MinutesOfMeeting {
    let mut family = minutes(Shareable::new(FAMILY_WORDS), true);
    family.id = MinutesId(2);
    family.sent = vec![Sent {
        whom: "Siân Hughes".to_owned(),
        on: day("2026-11-23"),
        how: "by hand".to_owned(),
        noted_by: "Lowri Ham".to_owned(),
    }];
    family.corrections = vec![Correction {
        asked_by: Confidential::new("Siân Hughes"),
        asked_on: day("2026-11-24"),
        words: Shareable::new("I said Mondays, not Tuesdays."),
        noted_by: "Lowri Ham".to_owned(),
    }];
    MinutesOfMeeting {
        full: vec![minutes(Confidential::new(FULL_WORDS), false)],
        family: vec![family],
        owed: vec![
            owed(ClockKind::FullRecord, "2026-12-18"),
            owed(ClockKind::Corrections, "2026-12-07"),
        ],
        ..nothing()
    }
}

pub(crate) fn opened(size: Size, language: Language, role: Role, found: MinutesOfMeeting) -> Model {
    let (mut model, effects) =
        program_at(Screen::Minutes(Minutes::new(MEETING)), size, language, role);
    let found = after::Answer::Minutes(Box::new(found));
    answer(&mut model, &effects, Answer::After(found));
    model
}

fn chair(found: MinutesOfMeeting) -> Model {
    opened(SMALL, Language::English, Role::Chair, found)
}

fn page(model: &Model) -> &Minutes {
    match model.screen() {
        Some(Screen::Minutes(page)) => page,
        other => panic!("{other:?}"),
    }
}

fn asked(effects: &[Effect]) -> Option<&after::Ask> {
    effects.iter().find_map(|effect| match effect {
        Effect::Ask {
            ask: Ask::After(ask),
            ..
        } => Some(ask),
        _ => None,
    })
}

fn kept_drafts(effects: &[Effect]) -> Vec<&str> {
    effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::Ask {
                ask: Ask::Drafts(drafts::Ask::Keep { place, .. }),
                ..
            } => Some(place.as_str()),
            _ => None,
        })
        .collect()
}

fn failed(words_key: &'static str, is_conflict: bool) -> Answer {
    Answer::Failed(Failure {
        words_key,
        is_conflict,
    })
}

const SAVE: Key = Key::ctrl('s');
const TAB: Key = Key::plain(KeyCode::Tab);
const ENTER: Key = Key::plain(KeyCode::Enter);
const ESC: Key = Key::plain(KeyCode::Esc);

#[test]
fn draft_is_asked_for_read_over_and_then_saved_as_the_version_in_front() {
    let mut model = chair(nothing());
    let effects = type_in(&mut model, "d");
    assert_eq!(
        asked(&effects),
        Some(&after::Ask::Draft {
            meeting: MEETING,
            kind: MinutesKind::Full,
            language: Language::English
        })
    );
    let words = Drafted::Full(Confidential::new("# Drafted"));
    let drafted = after::Answer::Drafted {
        language: Language::English,
        words,
    };
    let effects = answer(&mut model, &effects, Answer::After(drafted));
    assert_eq!(kept_drafts(&effects), ["minutes:38:7:full:en"]);
    let effects = press_key(&mut model, SAVE);
    match asked(&effects) {
        Some(after::Ask::KeepFull { keeping, words }) => {
            assert_eq!(keeping.seen, None);
            assert_eq!(words.for_professionals(), "# Drafted");
        }
        other => panic!("{other:?}"),
    }
    let kept = after::Answer::Kept(MinutesId(1));
    let effects = answer(&mut model, &effects, Answer::After(kept));
    assert!(effects.iter().any(|effect| matches!(
        effect,
        Effect::Ask {
            ask: Ask::Drafts(drafts::Ask::Discard { .. }),
            ..
        }
    )));
}

#[test]
fn letters_are_kept_as_a_draft_on_every_change_and_never_as_the_other_version() {
    let mut found = under_way();
    found.family[0].approved = None;
    let mut model = chair(found);
    type_in(&mut model, "e");
    let effects = type_in(&mut model, "x");
    assert_eq!(kept_drafts(&effects), ["minutes:38:7:full:en"]);
    press_key(&mut model, ESC);
    assert!(!page(&model).is_writing);
    press_key(&mut model, TAB);
    assert_eq!(page(&model).kind, MinutesKind::Family);
    type_in(&mut model, "e");
    let effects = type_in(&mut model, "y");
    assert_eq!(kept_drafts(&effects), ["minutes:38:7:family:en"]);
    match asked(&press_key(&mut model, SAVE)) {
        Some(after::Ask::KeepFamily { words, .. }) => {
            assert!(words.as_str().ends_with("football”y"));
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn draft_of_before_comes_back_when_the_minutes_open() {
    let (mut model, effects) = program_at(
        Screen::Minutes(Minutes::new(MEETING)),
        SMALL,
        Language::English,
        Role::SocialWorker,
    );
    let found = after::Answer::Minutes(Box::new(under_way()));
    let effects = answer(&mut model, &effects, Answer::After(found));
    let draft = KeptDraft {
        place: "minutes:38:7:full:en".to_owned(),
        saved_at: "2026-11-24T09:00:00Z".parse().unwrap(),
        content: r#"{"words":"half a sent","seen":[1,3]}"#.to_owned(),
    };
    let found = drafts::Answer::Found(Some(draft));
    answer(&mut model, &effects, Answer::Drafts(found));
    let writing = page(&model).writing(MinutesKind::Full, Language::English);
    let writing = writing.unwrap();
    assert_eq!(writing.words(), "half a sent");
    assert!(!writing.is_behind);
}

#[test]
fn somebody_elses_change_is_shown_and_saving_over_it_asks_first() {
    let mut model = chair(under_way());
    type_in(&mut model, "emine ");
    let effects = press_key(&mut model, SAVE);
    let effects = answer(&mut model, &effects, failed("conflict", true));
    let mut theirs = under_way();
    theirs.full[0].version = 4;
    theirs.full[0].words = Confidential::new("theirs");
    let found = after::Answer::Minutes(Box::new(theirs));
    answer(&mut model, &effects, Answer::After(found));
    assert!(press_key(&mut model, SAVE).is_empty());
    match asked(&press_key(&mut model, ENTER)) {
        Some(after::Ask::KeepFull { keeping, words }) => {
            assert_eq!(keeping.seen, Some((MinutesId(1), 4)));
            assert!(words.for_professionals().ends_with("mine "));
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn approving_asks_first_and_is_the_chairs_and_principal_officers() {
    let mut model = chair(under_way());
    assert!(type_in(&mut model, "a").is_empty());
    assert_eq!(
        asked(&press_key(&mut model, ENTER)),
        Some(&after::Ask::Approve {
            minutes: MinutesId(1),
            version: 3
        })
    );
    let mut model = opened(SMALL, Language::English, Role::SocialWorker, under_way());
    type_in(&mut model, "a");
    assert!(model.dialogs.is_empty());
}

#[test]
fn approved_minutes_are_not_written_in() {
    let mut model = chair(under_way());
    press_key(&mut model, TAB);
    type_in(&mut model, "e");
    assert!(!page(&model).is_writing);
    assert_eq!(model.notice, Some(Notice::Why(W::MinutesWhyLocked)));
}

#[test]
fn unsaved_words_are_not_approved_past() {
    let mut model = chair(under_way());
    type_in(&mut model, "ex");
    press_key(&mut model, ESC);
    type_in(&mut model, "a");
    assert!(model.dialogs.is_empty());
    assert_eq!(model.notice, Some(Notice::Why(W::MinutesWhySaveFirst)));
}

#[test]
fn sending_is_noted_of_the_version_in_front_with_today_to_begin_with() {
    let mut model = chair(under_way());
    type_in(&mut model, "s");
    assert_eq!(model.notice, Some(Notice::Why(W::MinutesWhyNotApproved)));
    press_key(&mut model, TAB);
    type_in(&mut model, "s");
    type_in(&mut model, "Cerys");
    let effects = press_key(&mut model, SAVE);
    match asked(&effects) {
        Some(after::Ask::NoteSent { minutes, sending }) => {
            assert_eq!(*minutes, MinutesId(2));
            assert_eq!(sending.whom, "Cerys");
            assert_eq!(sending.on, day("2026-11-24"));
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn correction_without_words_is_marked_beside_its_field_and_not_asked() {
    let mut model = chair(under_way());
    press_key(&mut model, TAB);
    type_in(&mut model, "r");
    type_in(&mut model, "Cerys");
    assert_eq!(asked(&press_key(&mut model, SAVE)), None);
    let over = page(&model).over.as_ref().unwrap();
    assert_eq!(over.form.fault("words"), Some(W::MinutesFaultEmpty));
    type_in(&mut model, "Mondays");
    let effects = press_key(&mut model, SAVE);
    assert!(matches!(
        asked(&effects),
        Some(after::Ask::CorrectFamily { .. })
    ));
}

#[test]
fn document_goes_into_the_folder_that_was_named_and_its_place_is_told() {
    let mut model = chair(under_way());
    type_in(&mut model, "wminutes");
    let effects = press_key(&mut model, SAVE);
    assert_eq!(
        asked(&effects),
        Some(&after::Ask::Write {
            meeting: MEETING,
            minutes: MinutesId(1),
            folder: "minutes".to_owned()
        })
    );
    let written = after::Answer::Written {
        file: "minutes/a.docx".to_owned(),
    };
    answer(&mut model, &effects, Answer::After(written));
    assert_eq!(
        model.notice,
        Some(Notice::DoneTo(
            W::MinutesWritten,
            "minutes/a.docx".to_owned()
        ))
    );
}

#[test]
fn minutes_of_the_other_language_are_others() {
    let mut model = chair(under_way());
    type_in(&mut model, "l");
    let page = page(&model);
    assert_eq!(page.language(Language::English), Language::Welsh);
    assert!(page.present(MinutesKind::Full, Language::Welsh).is_none());
}

#[test]
fn meeting_of_the_page_is_opened_again_after_locking_in_the_same_version() {
    let mut model = chair(under_way());
    press_key(&mut model, TAB);
    let how = model.screen().unwrap().look().reopen();
    assert_eq!(how, Some(Reopen::Minutes(MEETING, MinutesKind::Family)));
}
