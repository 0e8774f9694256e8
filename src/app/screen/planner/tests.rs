mod keeping;
mod people;

use chrono::{NaiveDateTime, NaiveTime};

use super::sheet::{Column, Focus, SheetRow};
use super::*;
use crate::app::effect::Effect;
use crate::app::input::Input;
use crate::app::model::{Model, Size};
use crate::app::msg::{Failure, Msg};
use crate::app::screen::Screen;
use crate::app::testing::{
    SMALL, answer, case, day, kept_draft, press, press_ctrl, program_at, type_in,
};
use crate::app::update::update;
use crate::domain::bilingual::Language;
use crate::domain::meeting::{
    Busy, BusyWho, BusyWhy, ClashWith, Colleague, FamilyKnown, Invited, InvitedKind, Meeting,
    MeetingId, MeetingKind, MeetingStatus, NotAsked, PlanFault, PlanPlace, Proposal, proposal,
    window,
};
use crate::domain::roles::Role;
use crate::domain::rules::Rules;

pub(crate) fn moment(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
}

/// Decided on Monday 23 November 2026. Ann Bevan, in the chair, has another meeting on Thursday
/// 3 December; the room is taken on the 1st; Lowri Ham is away until the 2nd.
pub(crate) fn offer() -> PlannerOffer {
    let rules = Rules::embedded().unwrap();
    let case = case();
    let colleague = |user_id, name: &str, can_chair| Colleague {
        user_id,
        name: name.to_owned(),
        can_chair,
    };
    let colleagues = vec![
        colleague(1, "Lowri Ham", false),
        colleague(2, "Ann Bevan", true),
        colleague(3, "Bethan Rees", true),
    ];
    let known = |name: &str, is_carer| FamilyKnown {
        name: name.to_owned(),
        is_carer,
        note: String::new(),
    };
    let family = vec![known("Siân Hughes", true), known("Gareth Pugh", false)];
    let mut plan = proposal(
        &Proposal {
            kind: MeetingKind::Initial,
            case: &case,
            last: None,
            colleagues: &colleagues,
            family: &family,
            policies: &rules.policies,
            planned_by: 3,
        },
        day("2026-12-03"),
    );
    plan.chair = Some(2);
    let taken = |who, from: &str, to: &str| Busy {
        who,
        from: moment(from),
        to: moment(to),
        why: BusyWhy::Meeting,
    };
    PlannerOffer {
        meeting: None,
        prepared: None,
        since: day("2026-11-23"),
        window: window(MeetingKind::Initial, day("2026-11-23"), &rules.policies),
        plan,
        colleagues,
        family,
        looked_at: (day("2026-11-24"), day("2027-01-18")),
        missed: Vec::new(),
        busy: vec![
            taken(BusyWho::User(2), "2026-12-03 14:30", "2026-12-03 15:30"),
            taken(
                BusyWho::Room("sandfields".to_owned()),
                "2026-12-01 13:00",
                "2026-12-01 17:00",
            ),
            Busy::away(BusyWho::User(1), day("2026-11-24"), day("2026-12-02")),
        ],
        case,
    }
}

fn program(size: Size, language: Language) -> (Model, Vec<Effect>) {
    let planner = Screen::Planner(Planner::new(CaseId(38)));
    program_at(planner, size, language, Role::SocialWorker)
}

pub(crate) fn opened_with(
    size: Size,
    language: Language,
    offer: PlannerOffer,
    draft: Option<drafts::KeptDraft>,
) -> Model {
    let (mut model, effects) = program(size, language);
    let offered = meetings::Answer::Offered(Box::new(offer));
    answer(&mut model, &effects, Answer::Meetings(offered));
    let found = drafts::Answer::Found(draft);
    answer(&mut model, &effects, Answer::Drafts(found));
    model
}

pub(crate) fn opened() -> Model {
    let size = SMALL;
    opened_with(size, Language::English, offer(), None)
}

pub(crate) fn planner(model: &Model) -> &Planner {
    match model.screen() {
        Some(Screen::Planner(planner)) => planner,
        other => panic!("not the planner: {other:?}"),
    }
}

pub(crate) fn sheet(model: &Model) -> &Sheet {
    planner(model).sheet.as_ref().unwrap()
}

/// To the row of the list that has this place.
pub(crate) fn select(model: &mut Model, row: usize) {
    if sheet(model).focus == Focus::Calendar {
        press(model, KeyCode::Tab);
    }
    press(model, KeyCode::Home);
    for _ in 0..row {
        press(model, KeyCode::Down);
    }
}

const CERYS: usize = 4 + 5;
const MUM: usize = 4 + 6;

fn asked(effects: &[Effect]) -> Vec<&meetings::Ask> {
    effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::Ask {
                ask: Ask::Meetings(ask),
                ..
            } => Some(ask),
            _ => None,
        })
        .collect()
}

pub(crate) fn planned(version: i64) -> PlannerOffer {
    let mut offer = offer();
    for (at, person) in (1..).zip(&mut offer.plan.people) {
        person.row = Some(at);
    }
    offer.plan.day = day("2026-12-04");
    offer.meeting = Some(Meeting {
        id: MeetingId(7),
        case: CaseId(38),
        status: MeetingStatus::Planned,
        plan: offer.plan.clone(),
        cancelled_reason: String::new(),
        version,
    });
    offer.prepared = Some(crate::domain::preparation::Progress { done: 3, of: 19 });
    offer
}

#[test]
fn offer_is_shown_with_the_usual_agenda_and_what_is_in_the_way() {
    let model = opened();
    let sheet = sheet(&model);
    assert_eq!(sheet.plan.part1.agenda.len(), 7);
    assert_eq!(sheet.plan.part2.as_ref().unwrap().agenda.len(), 7);
    assert_eq!(sheet.clashes.len(), 1);
    assert_eq!(sheet.clashes[0].with, ClashWith::Chair);
    assert!(!sheet.is_touched() || sheet.offer.plan == sheet.plan);
}

#[test]
fn day_typed_in_words_is_taken_and_kept_as_a_draft() {
    let mut model = opened();
    press(&mut model, KeyCode::Char('d'));
    type_in(&mut model, "4/12");
    let effects = press_ctrl(&mut model, 's');
    assert_eq!(sheet(&model).plan.day, day("2026-12-04"));
    assert_eq!(sheet(&model).clashes, []);
    assert!(kept_draft(&effects).is_some());
    // The letters of the form were text, not commands.
    assert!(planner(&model).over.is_none());
}

#[test]
fn day_outside_the_window_is_not_taken_without_a_reason() {
    let mut model = opened();
    press(&mut model, KeyCode::Char('d'));
    type_in(&mut model, "+4w");
    press_ctrl(&mut model, 's');
    let over = planner(&model).over.as_ref().unwrap();
    assert_eq!(over.form.fault("reason"), Some(W::MeetingsFaultDayReason));
    type_in(&mut model, "Cerys sits exams");
    press_ctrl(&mut model, 's');
    assert_eq!(sheet(&model).plan.day, day("2026-12-22"));
    assert_eq!(sheet(&model).plan.day_reason, "Cerys sits exams");
}

#[test]
fn arrows_walk_over_days_and_f_finds_a_free_one() {
    let mut model = opened();
    press(&mut model, KeyCode::Right);
    assert_eq!(sheet(&model).plan.day, day("2026-12-04"));
    press(&mut model, KeyCode::Up);
    assert_eq!(sheet(&model).plan.day, day("2026-11-27"));
    press(&mut model, KeyCode::Char('f'));
    assert_eq!(sheet(&model).plan.day, day("2026-12-04"));
    press(&mut model, KeyCode::Char('u'));
    assert_eq!(sheet(&model).plan.day, day("2026-11-27"), "undone");
    press_ctrl(&mut model, 'r');
    assert_eq!(sheet(&model).plan.day, day("2026-12-04"), "done again");
}

#[test]
fn part_2_not_held_needs_a_reason_and_part_times_are_checked() {
    let mut model = opened();
    select(&mut model, 1);
    press(&mut model, KeyCode::Enter);
    press(&mut model, KeyCode::Right);
    press_ctrl(&mut model, 's');
    let over = planner(&model).over.as_ref().unwrap();
    assert_eq!(over.form.fault("reason"), Some(W::MeetingsFaultReason));
    type_in(&mut model, "Cerys asked for it");
    press_ctrl(&mut model, 's');
    assert_eq!(sheet(&model).plan.part2, None);
    select(&mut model, 0);
    press(&mut model, KeyCode::Enter);
    for _ in 0..5 {
        press(&mut model, KeyCode::Backspace);
    }
    press(&mut model, KeyCode::End);
    for _ in 0..5 {
        press(&mut model, KeyCode::Backspace);
    }
    type_in(&mut model, "half past");
    press_ctrl(&mut model, 's');
    let over = planner(&model).over.as_ref().unwrap();
    assert_eq!(over.form.fault("start"), Some(W::MeetingsFaultTime));
}

#[test]
fn random_keys_never_break_the_planner() {
    use rand::{RngExt as _, SeedableRng as _};
    let mut random = rand_chacha::ChaCha8Rng::seed_from_u64(38);
    for (cols, rows) in [(80, 24), (20, 5), (1, 1)] {
        let size = Size { cols, rows };
        let mut model = opened_with(size, Language::Welsh, offer(), None);
        for _ in 0..3_000 {
            let key = match random.random_range(0..12) {
                0 => Key::plain(KeyCode::Esc),
                1 => Key::plain(KeyCode::Tab),
                2 => Key::plain(KeyCode::Enter),
                3 => Key::plain(KeyCode::Up),
                4 => Key::plain(KeyCode::Down),
                5 => Key::plain(KeyCode::Left),
                6 => Key::plain(KeyCode::Right),
                7 => Key::plain(KeyCode::Delete),
                8 => Key::ctrl('s'),
                9 => Key::plain(KeyCode::PageDown),
                _ => Key::plain(KeyCode::Char(random.random_range(' '..='~'))),
            };
            update(&mut model, Msg::Input(Input::Key(key)));
            if !matches!(model.screen(), Some(Screen::Planner(_))) {
                model = opened_with(size, Language::Welsh, offer(), None);
            }
        }
    }
}
