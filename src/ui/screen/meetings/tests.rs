use super::*;
use crate::app::effect::{Ask, Effect};
use crate::app::input::KeyCode;
use crate::app::model::{Model, Size};
use crate::app::msg::Answer;
use crate::app::screen::{Meetings, Screen};
use crate::app::talk::meetings;
use crate::app::testing::{SMALL, answer, case, day, press, program_at};
use crate::domain::bilingual::Language;
use crate::domain::case::{CaseBrief, CaseId};
use crate::domain::meeting::MeetingId;
use crate::domain::roles::Role;
use crate::ui::testing::drawn;

fn brief(id: i64, on: &str, given: &str, family: &str) -> MeetingBrief {
    let time = |hour, minute| chrono::NaiveTime::from_hms_opt(hour, minute, 0).unwrap();
    MeetingBrief {
        id: MeetingId(id),
        case: CaseBrief {
            id: CaseId(id),
            reference: format!("NPT-26-{id:03}"),
            given_name: given.to_owned(),
            family_name: family.to_owned(),
            ..case()
        },
        kind: MeetingKind::Review,
        status: MeetingStatus::Planned,
        day: day(on),
        part1_start: time(14, 0),
        part2_start: Some(time(15, 10)),
        venue: "sandfields".to_owned(),
        chair_name: "Ann Bevan".to_owned(),
        version: 1,
    }
}

fn calendar() -> Vec<MeetingBrief> {
    let mut held = brief(3, "2026-11-24", "Rhys", "Morgan");
    held.status = MeetingStatus::Held;
    let mut cancelled = brief(4, "2026-11-27", "Ffion", "Price-Llywelyn ap Gruffudd");
    cancelled.status = MeetingStatus::Cancelled;
    let mut initial = brief(38, "2026-12-04", "Cerys", "Hughes");
    initial.kind = MeetingKind::Initial;
    let mut alone = brief(22, "2026-12-04", "Ioan", "Rees");
    alone.part2_start = None;
    vec![held, cancelled, initial, alone]
}

fn program(size: Size, language: Language, role: Role) -> (Model, Vec<Effect>) {
    program_at(Screen::Meetings(Meetings::default()), size, language, role)
}

fn answered(model: &mut Model, effects: &[Effect], found: Vec<MeetingBrief>) {
    let found = Answer::Meetings(meetings::Answer::Calendar(found));
    answer(model, effects, found);
}

#[test]
fn calendar_says_each_day_once_and_what_became_of_a_meeting() {
    let wide = Size {
        cols: 120,
        rows: 40,
    };
    for (name, size, language) in [
        ("calendar_80x24", SMALL, Language::English),
        ("calendar_120x40", wide, Language::English),
        ("calendar_80x24_welsh", SMALL, Language::Welsh),
    ] {
        let (mut model, effects) = program(size, language, Role::SocialWorker);
        answered(&mut model, &effects, calendar());
        press(&mut model, KeyCode::Down);
        insta::assert_snapshot!(name, drawn(&model));
    }
}

#[test]
fn empty_calendar_says_what_to_do() {
    let (mut model, effects) = program(SMALL, Language::English, Role::Chair);
    answered(&mut model, &effects, Vec::new());
    insta::assert_snapshot!("empty_80x24", drawn(&model));
}

#[test]
fn enter_opens_the_planner_for_those_who_plan_and_the_case_for_others() {
    let (mut model, effects) = program(SMALL, Language::English, Role::SocialWorker);
    answered(&mut model, &effects, calendar());
    press(&mut model, KeyCode::Enter);
    assert!(matches!(model.screen(), Some(Screen::Minutes(_))), "held");
    press(&mut model, KeyCode::Esc);
    press(&mut model, KeyCode::Down);
    press(&mut model, KeyCode::Down);
    press(&mut model, KeyCode::Enter);
    assert!(matches!(model.screen(), Some(Screen::Planner(one)) if one.case == CaseId(38)));

    let (mut model, effects) = program(SMALL, Language::English, Role::DutyWorker);
    answered(&mut model, &effects, calendar());
    press(&mut model, KeyCode::Down);
    press(&mut model, KeyCode::Down);
    press(&mut model, KeyCode::Enter);
    assert!(matches!(model.screen(), Some(Screen::Case(_))));
}

#[test]
fn later_and_earlier_ask_for_their_four_weeks() {
    let (mut model, effects) = program(SMALL, Language::English, Role::Chair);
    answered(&mut model, &effects, calendar());
    let days = |effects: &[Effect]| {
        effects.iter().find_map(|effect| match effect {
            Effect::Ask {
                ask: Ask::Meetings(meetings::Ask::Between { first, last }),
                ..
            } => Some((*first, *last)),
            _ => None,
        })
    };
    let later = press(&mut model, KeyCode::Right);
    assert_eq!(days(&later), Some((day("2026-12-22"), day("2027-01-18"))));
    let earlier = press(&mut model, KeyCode::Left);
    assert_eq!(days(&earlier), Some((day("2026-11-24"), day("2026-12-21"))));
    // An answer to what was asked before is not taken for the new days.
    answered(&mut model, &later, calendar());
    assert!(matches!(model.screen(), Some(Screen::Meetings(page)) if page.meetings.is_empty()));
}

#[test]
fn calendar_is_drawn_at_every_size() {
    for cols in [1, 20, 40, 104, 200] {
        for rows in [1, 5, 6, 12, 60] {
            let size = Size { cols, rows };
            let (mut model, effects) = program(size, Language::English, Role::Chair);
            answered(&mut model, &effects, calendar());
            drawn(&model);
        }
    }
}
