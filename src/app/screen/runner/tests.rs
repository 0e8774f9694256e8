use super::*;
use crate::app::effect::Effect;
use crate::app::model::{Model, Size};
use crate::app::msg::{Failure, Msg};
use crate::app::screen::planner::tests::offer;
use crate::app::testing::{
    SMALL, answer, case, day, press, press_ahead, press_ctrl, program_at, type_in,
};
use crate::app::update::update;
use crate::domain::bilingual::Language;
use crate::domain::case::CaseId;
use crate::domain::meeting::{Meeting, MeetingStatus};
use crate::domain::roles::Role;
use crate::domain::runner::{Attending, How, ItemChange, ItemId, Release, Run};
use crate::domain::sharing::Confidential;
use crate::domain::voice::ScoreOn;
use crate::words::Key as W;

fn item(id: i64, section: ItemSection, words: &str) -> Item {
    Item {
        id: ItemId(id),
        section,
        change: None,
        agency: String::new(),
        words: Confidential::new(words),
        release: None,
        version: 1,
    }
}

/// Cerys Hughes' meeting on 24 November at 14:00, begun at 13:26 for a program whose clock says
/// 10:00: the test of time sets its own.
pub(crate) fn part1() -> Part1 {
    let mut offer = offer();
    for (at, person) in (1..).zip(&mut offer.plan.people) {
        person.row = Some(at);
    }
    offer.plan.people[1].name = "Dai Rees".to_owned();
    offer.plan.people[6].role = "Mum".to_owned();
    offer.plan.day = day("2026-11-24");
    let mut phone = item(
        11,
        ItemSection::SinceLast,
        "a new phone, not hers; nobody says from whom",
    );
    phone.change = Some(ItemChange::New);
    let mut support = item(13, ItemSection::Support, "weekly, her choice of place");
    support.agency = "better-futures".to_owned();
    support.release = Some(Release {
        words: Shareable::new("Lowri can meet you each week, you pick where"),
        by: "Ann Bevan".to_owned(),
        at: "2026-11-24T09:58:00Z".parse().unwrap(),
    });
    let score = |on: &str, score, category| ScoreOn {
        on: day(on),
        score,
        category,
    };
    Part1 {
        panel: Vec::new(),
        of_panel: Vec::new(),
        case: case(),
        meeting: Meeting {
            id: MeetingId(7),
            case: CaseId(38),
            status: MeetingStatus::Planned,
            plan: offer.plan,
            cancelled_reason: String::new(),
            version: 2,
        },
        run: Some(Run {
            stage: RunStage::Part1,
            part1_began_at: "2026-11-24T09:26:00Z".parse().unwrap(),
            part2_began_at: None,
            ended_at: None,
            chair: 1,
            no_part2_reason: Confidential::default(),
            cut_short_reason: Confidential::default(),
            next_on: None,
            version: 1,
        }),
        chair_name: "Ann Bevan".to_owned(),
        attending: vec![
            Attending {
                person: 1,
                part: Part::One,
                how: How::Present,
                represented_by: String::new(),
            },
            Attending {
                person: 2,
                part: Part::One,
                how: How::Represented,
                represented_by: "Nia Puw".to_owned(),
            },
        ],
        items: vec![
            phone,
            item(
                12,
                ItemSection::WiderRisks,
                "two older men, one car, behind the bus station",
            ),
            support,
        ],
        scores: vec![score("2026-08-20", 14, 3), score("2026-11-20", 23, 4)],
        plan: None,
        part2_due: Some("2026-11-24T10:26:00Z".parse().unwrap()),
    }
}

pub(crate) fn opened(size: Size, language: Language, part1: Part1) -> Model {
    let runner = Screen::Runner(Runner::new(MeetingId(7)));
    let (mut model, effects) = program_at(runner, size, language, Role::Chair);
    tell(&mut model, &effects, part1);
    model
}

fn tell(model: &mut Model, effects: &[Effect], part1: Part1) -> Vec<Effect> {
    let part1 = runner::Answer::Part1(Box::new(part1));
    answer(model, effects, Answer::Runner(part1))
}

pub(crate) fn asked(effects: &[Effect]) -> Vec<&runner::Ask> {
    effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::Ask {
                ask: Ask::Runner(ask),
                ..
            } => Some(ask),
            _ => None,
        })
        .collect()
}

fn small() -> Model {
    opened(SMALL, Language::English, part1())
}

fn page(model: &Model) -> &Runner {
    match model.screen() {
        Some(Screen::Runner(page)) => page,
        other => panic!("not the runner: {other:?}"),
    }
}

pub(crate) fn go_to(model: &mut Model, wanted: RunnerRow) {
    let at = page(model).rows().iter().position(|row| *row == wanted);
    press(model, KeyCode::Home);
    for _ in 0..at.unwrap() {
        press(model, KeyCode::Down);
    }
}

#[test]
fn one_key_notes_one_person_and_goes_on_to_the_next() {
    let mut model = small();
    go_to(&mut model, RunnerRow::Person(2));
    let first = press(&mut model, KeyCode::Char('p'));
    let second = press(&mut model, KeyCode::Char('o'));
    let noted = |effects: &[Effect]| match asked(effects).as_slice() {
        [runner::Ask::Attend { attending, .. }] => (attending.person, attending.how),
        other => panic!("{other:?}"),
    };
    assert_eq!(noted(&first), (3, How::Present));
    assert_eq!(noted(&second), (4, How::Apologies));
    assert_eq!(page(&model).row(), Some(RunnerRow::Person(4)));
}

#[test]
fn family_is_noted_for_part_2_alone() {
    let mut model = small();
    go_to(&mut model, RunnerRow::Person(6));
    assert_eq!(asked(&press(&mut model, KeyCode::Char('p'))).len(), 0);
    assert_eq!(model.notice, Some(Notice::Why(W::MeetingsWhyPart1)));
    press(&mut model, KeyCode::Right);
    let effects = press(&mut model, KeyCode::Char('x'));
    let asks = asked(&effects);
    let [runner::Ask::Attend { attending, .. }] = asks.as_slice() else {
        panic!("{asks:?}");
    };
    assert_eq!((attending.part, attending.how), (Part::Two, How::Absent));
}

#[test]
fn item_is_added_to_the_section_that_is_selected() {
    let mut model = small();
    go_to(&mut model, RunnerRow::Head(ItemSection::Circumstances));
    press(&mut model, KeyCode::Char('a'));
    type_in(&mut model, "moved in with Nan");
    let effects = press_ctrl(&mut model, 's');
    let asks = asked(&effects);
    let [runner::Ask::AddItem { item, .. }] = asks.as_slice() else {
        panic!("{asks:?}");
    };
    assert_eq!(item.section, ItemSection::Circumstances);
    assert_eq!(item.words.for_professionals(), "moved in with Nan");
    tell(&mut model, &effects, part1());
    assert!(page(&model).over.is_none());
}

#[test]
fn sharing_asks_in_which_words_and_never_offers_the_professionals_own() {
    let mut model = small();
    go_to(&mut model, RunnerRow::Item(1));
    press(&mut model, KeyCode::Char('s'));
    let over = page(&model).over.as_ref().unwrap();
    assert_eq!(over.form.text("family-words"), "");
    press_ctrl(&mut model, 's');
    let over = page(&model).over.as_ref().unwrap();
    assert_eq!(over.form.fault("family-words"), Some(W::RunnerFaultWords));
    type_in(&mut model, "We worry about who you meet");
    let effects = press_ctrl(&mut model, 's');
    let asks = asked(&effects);
    assert!(
        matches!(asks.as_slice(), [runner::Ask::Share { id: ItemId(12), words }]
            if words == "We worry about who you meet")
    );
}

#[test]
fn what_was_typed_comes_back_after_a_kill() {
    let mut model = small();
    press(&mut model, KeyCode::Char('a'));
    let effects = type_in(&mut model, "half a sent");
    let kept = effects.iter().find_map(|effect| match effect {
        Effect::Ask {
            ask: Ask::Drafts(drafts::Ask::Keep { place, content }),
            ..
        } => Some(drafts::KeptDraft {
            place: place.clone(),
            saved_at: model.now,
            content: content.clone(),
        }),
        _ => None,
    });
    assert_eq!(kept.as_ref().unwrap().place, "runner-7:38");
    let size = SMALL;
    let runner = Screen::Runner(Runner::new(MeetingId(7)));
    let (mut again, effects) = program_at(runner, size, Language::English, Role::Chair);
    let effects = tell(&mut again, &effects, part1());
    let draft_id = effects.iter().find_map(|effect| match effect {
        Effect::Ask {
            id,
            ask: Ask::Drafts(_),
        } => Some(*id),
        _ => None,
    });
    let found = Answer::Drafts(drafts::Answer::Found(kept));
    let id = draft_id.unwrap();
    update(&mut again, Msg::Answered { id, answer: found });
    let over = page(&again).over.as_ref().unwrap();
    assert_eq!(over.form.text("words"), "half a sent");
}

#[test]
fn curtain_shows_what_they_will_see_and_drawn_forgets_everything_else() {
    let mut model = small();
    let effects = press_ctrl(&mut model, 't');
    assert!(matches!(
        asked(&effects).as_slice(),
        [runner::Ask::Preview { .. }]
    ));
    let preview = runner::Answer::Preview {
        here: Vec::new(),
        told: vec![Shareable::new("Lowri can meet you each week")],
    };
    answer(&mut model, &effects, Answer::Runner(preview));
    assert_eq!(page(&model).place(), Place::Curtain);
    press(&mut model, KeyCode::Esc);
    assert_eq!(page(&model).place(), Place::Runner, "Esc: not yet");
    let effects = press_ctrl(&mut model, 't');
    let preview = runner::Answer::Preview {
        here: Vec::new(),
        told: Vec::new(),
    };
    answer(&mut model, &effects, Answer::Runner(preview));
    let effects = press(&mut model, KeyCode::Enter);
    let view = crate::app::screen::family::tests::view();
    let family = Answer::Runner(runner::Answer::Family(Box::new(view)));
    let effects = answer(&mut model, &effects, family);
    assert_eq!(effects.first(), Some(&Effect::ClearScreen));
    assert_eq!(model.stack.len(), 1);
    assert!(matches!(model.screen(), Some(Screen::Family(_))));
    let held = format!("{model:?}");
    for secret in ["bus station", "not hers", "NPT-26-038"] {
        assert!(!held.contains(secret), "{secret}");
    }
}

#[test]
fn curtain_is_not_drawn_by_a_key_pressed_before_anybody_saw_what_it_shows() {
    let mut model = small();
    let effects = press_ctrl(&mut model, 't');
    press_ahead(&mut model, KeyCode::Enter);
    let preview = runner::Answer::Preview {
        here: Vec::new(),
        told: Vec::new(),
    };
    let effects = answer(&mut model, &effects, Answer::Runner(preview));
    assert!(asked(&effects).is_empty());
    assert_eq!(page(&model).place(), Place::Curtain);
}

#[test]
fn words_typed_behind_the_curtain_never_come_before_the_family() {
    let mut model = small();
    let effects = press_ctrl(&mut model, 't');
    let preview = runner::Answer::Preview {
        here: Vec::new(),
        told: Vec::new(),
    };
    answer(&mut model, &effects, Answer::Runner(preview));
    let effects = press(&mut model, KeyCode::Enter);
    for letter in "not hers".chars() {
        press_ahead(&mut model, KeyCode::Char(letter));
    }
    let view = crate::app::screen::family::tests::view();
    let family = Answer::Runner(runner::Answer::Family(Box::new(view)));
    answer(&mut model, &effects, family);
    assert!(matches!(model.screen(), Some(Screen::Family(_))));
    assert!(!format!("{model:?}").contains("'n'"));
}

#[test]
fn curtain_is_not_offered_before_anybody_is_noted() {
    let mut nobody = part1();
    nobody.attending.clear();
    let size = SMALL;
    let mut model = opened(size, Language::English, nobody);
    let effects = press_ctrl(&mut model, 't');
    assert_eq!(asked(&effects).len(), 0);
    assert_eq!(model.notice, Some(Notice::Trouble("runner-no-attendance")));
}

#[test]
fn runner_opened_while_part_2_goes_on_shows_the_family_and_nothing_else() {
    let size = SMALL;
    let runner = Screen::Runner(Runner::new(MeetingId(7)));
    let (mut model, effects) = program_at(runner, size, Language::English, Role::Chair);
    let refused = Answer::Failed(Failure {
        words_key: "runner-behind-curtain",
        is_conflict: false,
    });
    let effects = answer(&mut model, &effects, refused);
    assert_eq!(effects.first(), Some(&Effect::ClearScreen));
    assert!(matches!(model.screen(), Some(Screen::Family(_))));
}

#[test]
fn nothing_is_noted_before_the_meeting_is_begun() {
    let mut not_begun = part1();
    not_begun.run = None;
    let size = SMALL;
    let mut model = opened(size, Language::English, not_begun);
    for key in ['a', 's', 'w', 'E'] {
        assert_eq!(asked(&press(&mut model, KeyCode::Char(key))).len(), 0);
        assert_eq!(model.notice, Some(Notice::Trouble("runner-not-begun")));
    }
    let effects = press(&mut model, KeyCode::Char('b'));
    assert!(matches!(
        asked(&effects).as_slice(),
        [runner::Ask::Begin { .. }]
    ));
}

#[test]
fn time_gone_and_left_is_told_in_minutes() {
    let part1 = part1();
    let at = |text: &str| part1.timing(text.parse().unwrap()).unwrap();
    let early = at("2026-11-24T10:00:00Z");
    assert_eq!(
        (early.gone, early.planned, early.part2_in),
        (34, 60, Some(26))
    );
    assert_eq!(at("2026-11-24T10:30:00Z").part2_in, Some(-4));
}

#[test]
fn timers_wake_at_the_next_minute_that_shows_and_not_before() {
    let millisecond = chrono::TimeDelta::milliseconds(1);
    for due in ["2026-11-24T10:26:00Z", "2026-11-24T10:30:17Z"] {
        let part1 = Part1 {
            part2_due: Some(due.parse().unwrap()),
            ..part1()
        };
        let mut now = part1.run.as_ref().unwrap().part1_began_at;
        // Beyond the minute at which Part 2 is due.
        for _ in 0..200 {
            let next = part1.timing_changes_at(now).unwrap();
            assert!(next > now);
            assert_eq!(part1.timing(next - millisecond), part1.timing(now), "{now}");
            assert_ne!(part1.timing(next), part1.timing(now), "{now}");
            now = next;
        }
    }
    let mut ended = part1();
    let run = ended.run.as_mut().unwrap();
    let now = run.part1_began_at;
    run.stage = RunStage::Ended;
    assert_eq!(ended.timing_changes_at(now), None);
}

#[test]
fn runner_alone_wakes_the_program_and_a_family_s_view_never_does() {
    let size = SMALL;
    let mut model = opened(size, Language::English, part1());
    let wakes = model.wakes_at().unwrap();
    assert!(wakes > model.now);
    assert_eq!(crate::app::update::update(&mut model, Msg::Woken), []);
    let family = crate::app::screen::family::tests::view();
    let model = crate::app::screen::family::tests::opened(size, Language::English, family);
    assert_eq!(model.wakes_at(), None);
}

#[test]
fn keys_of_a_meeting_that_could_not_be_read_say_why_they_do_nothing() {
    let runner = Screen::Runner(Runner::new(MeetingId(7)));
    let size = SMALL;
    let (mut model, _) = program_at(runner, size, Language::English, Role::Chair);
    for letter in ['m', 'a', 'S'] {
        assert_eq!(press(&mut model, KeyCode::Char(letter)), []);
        assert_eq!(model.notice, Some(Notice::Why(W::MeetingsOpening)));
    }
}
