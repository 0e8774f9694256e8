use super::*;
use crate::app::effect::{Ask, Effect};
use crate::app::input::KeyCode;
use crate::app::model::{Model, Notice, Size};
use crate::app::msg::{Answer, Msg};
use crate::app::screen::Screen;
use crate::app::talk::voice;
use crate::app::testing::{SMALL, case, day, press, program_at};
use crate::app::update::update;
use crate::domain::bilingual::Language;
use crate::domain::case::CaseId;
use crate::domain::roles::Role;
use crate::ui::testing::drawn;

fn counted() -> Vec<Counted> {
    let line = |party, counts: [u32; 6]| {
        let [came, from_afar, sent, apologies, absent, not_noted] = counts;
        Counted {
            party,
            invited: counts.iter().sum(),
            came,
            from_afar,
            sent,
            apologies,
            absent,
            not_noted,
            missed_twice: None,
        }
    };
    let agency = |id: &str| Party::Agency(id.to_owned());
    let mut camhs = line(agency("camhs"), [1, 0, 0, 1, 1, 0]);
    camhs.missed_twice = Some([day("2026-11-10"), day("2026-09-29")]);
    vec![
        camhs,
        line(agency("south-wales-police"), [3, 1, 1, 0, 0, 0]),
        line(Party::YoungPerson, [2, 0, 0, 0, 1, 0]),
        line(Party::Family, [2, 0, 0, 1, 0, 1]),
    ]
}

fn asked(effects: &[Effect]) -> Vec<&voice::Ask> {
    effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::Ask {
                ask: Ask::Voice(ask),
                ..
            } => Some(ask),
            _ => None,
        })
        .collect()
}

fn answered(model: &mut Model, effects: &[Effect], answer: voice::Answer) {
    for effect in effects {
        if let Effect::Ask {
            id,
            ask: Ask::Voice(_),
        } = effect
        {
            let answer = Answer::Voice(answer);
            update(model, Msg::Answered { id: *id, answer });
            return;
        }
    }
    panic!("nothing asked: {effects:?}");
}

fn opened(size: Size, language: Language) -> Model {
    let screen = Screen::Attendance(Attendance::of_case(CaseId(38)));
    let (mut model, effects) = program_at(screen, size, language, Role::SocialWorker);
    let of_case = voice::Answer::OfCase(Box::new(case()), counted());
    answered(&mut model, &effects, of_case);
    model
}

#[test]
fn attendance_marks_who_missed_twice_running_and_says_when() {
    for (name, size, language) in [
        ("case_80x24", SMALL, Language::English),
        (
            "case_120x40",
            Size {
                cols: 120,
                rows: 40,
            },
            Language::English,
        ),
        ("case_80x24_welsh", SMALL, Language::Welsh),
        ("case_40x12", Size { cols: 40, rows: 12 }, Language::English),
    ] {
        insta::assert_snapshot!(name, drawn(&opened(size, language)));
    }
}

#[test]
fn tab_turns_to_every_agency_year_by_year_and_back() {
    let mut model = opened(SMALL, Language::English);
    press(&mut model, KeyCode::Left);
    assert_eq!(model.notice, Some(Notice::Why(W::AttendanceWhyWhole)));
    let effects = press(&mut model, KeyCode::Tab);
    let between = |first: &str, last: &str| voice::Ask::AttendanceBetween {
        first: day(first),
        last: day(last),
    };
    assert_eq!(asked(&effects), [&between("2025-11-25", "2026-11-24")]);
    answered(&mut model, &effects, voice::Answer::ByAgency(counted()));
    insta::assert_snapshot!("agencies_80x24", drawn(&model));
    let effects = press(&mut model, KeyCode::Left);
    assert_eq!(asked(&effects), [&between("2024-11-25", "2025-11-24")]);
    press(&mut model, KeyCode::Right);
    press(&mut model, KeyCode::Right);
    assert_eq!(model.notice, Some(Notice::Why(W::AttendanceWhyNoLater)));
    let effects = press(&mut model, KeyCode::Tab);
    assert_eq!(asked(&effects), [&voice::Ask::AttendanceOf(CaseId(38))]);
}

#[test]
fn attendance_is_drawn_at_every_size() {
    for cols in [0, 1, 20, 23, 40, 80] {
        for rows in [0, 1, 5, 6, 8, 12, 24] {
            drawn(&opened(Size { cols, rows }, Language::English));
        }
    }
}
