use chrono::NaiveDate;
use strum::IntoEnumIterator;

use super::*;
use crate::app::effect::Effect;
use crate::app::model::{Model, Size};
use crate::app::msg::Failure;
use crate::app::screen::runner::tests::asked;
use crate::app::testing::{SMALL, answer, day, press, press_ctrl, program_at, type_in};
use crate::domain::bilingual::Language;
use crate::domain::calendar::DateWindow;
use crate::domain::plan::{FamilyPlan, Goal, PlanId, PlanStatus, SharedAction};
use crate::domain::roles::Role;
use crate::domain::sharing::{PersonHere, Shareable};
use crate::domain::voice::{Feeling, Speaker};

fn person(name: &str, role: &str, agency: &str, speaker: Option<Speaker>) -> PersonHere {
    PersonHere {
        name: Shareable::new(name),
        role: Shareable::new(role),
        agency: agency.to_owned(),
        speaker,
    }
}

pub(crate) fn view() -> FamilyView {
    FamilyView {
        meeting: MeetingId(7),
        called: Shareable::new("Cerys"),
        chair: Shareable::new("Ann Bevan"),
        here: vec![
            person("Cerys", "", "", Some(Speaker::YoungPerson)),
            person("Siân", "Mum", "", Some(Speaker::Family)),
            person("Lowri Ham", "", "childrens-services", None),
        ],
        told: vec![
            Shareable::new("We saw you have a new phone, and we would like to know more"),
            Shareable::new("Lowri can meet you each week, you pick where"),
        ],
        wanted_to_say: vec![(Shareable::new("Cerys"), Shareable::new("I miss football"))],
        plan: FamilyPlan {
            id: PlanId(4),
            number: 1,
            status: PlanStatus::Draft,
            goals: vec![Goal {
                whose: Shareable::new("Cerys"),
                words: Shareable::new("I want to go back to football"),
            }],
            actions: vec![SharedAction {
                goal: Some(0),
                what: Shareable::new("ask the coach"),
                who: Shareable::new("Lowri and Mum"),
                by: Some(day("2026-12-11")),
                how_we_know: Shareable::new("first training"),
                ..SharedAction::default()
            }],
            agreed_on: None,
            agreed_by: Vec::new(),
            not_agreed: Shareable::default(),
            version: 3,
        },
        next_window: DateWindow {
            first: day("2026-12-22"),
            last: day("2027-01-05"),
        },
        next_on: None,
        heard: Vec::new(),
        began_at: "2026-11-24T09:40:00Z".parse().unwrap(),
        minutes: 50,
        is_over: false,
    }
}

pub(crate) fn opened(size: Size, language: Language, view: FamilyView) -> Model {
    let family = Screen::Family(Family::new(MeetingId(7)));
    let (mut model, effects) = program_at(family, size, language, Role::Chair);
    tell(&mut model, &effects, view);
    model
}

fn tell(model: &mut Model, effects: &[Effect], view: FamilyView) -> Vec<Effect> {
    let family = runner::Answer::Family(Box::new(view));
    answer(model, effects, Answer::Runner(family))
}

fn small() -> Model {
    opened(SMALL, Language::English, view())
}

fn page(model: &Model) -> &Family {
    match model.screen() {
        Some(Screen::Family(page)) => page,
        other => panic!("not the family: {other:?}"),
    }
}

/// To the page of this place, from the first.
pub(crate) fn turn_to(model: &mut Model, at: usize) {
    for _ in 0..at {
        press(model, KeyCode::PageDown);
    }
}

const PLAN: usize = 3;
const AGREE: usize = 4;

#[test]
fn pages_are_welcome_each_who_speaks_the_plan_and_what_is_agreed() {
    let model = small();
    assert_eq!(
        page(&model).pages(),
        [
            FamilyPage::Welcome,
            FamilyPage::Voice(0),
            FamilyPage::Voice(1),
            FamilyPage::Plan,
            FamilyPage::Agree
        ]
    );
}

#[test]
fn no_key_leads_elsewhere() {
    use crate::app::keymap::{all_rows, rows_of};
    let allowed = |command: Command| {
        matches!(
            command,
            Command::Help
                | Command::Back
                | Command::Leave
                | Command::Suspend
                | Command::Lock
                | Command::SwitchLanguage
                | Command::Family(_)
        )
    };
    // A place of the family's that is forgotten there would lead everywhere.
    let named = Place::iter().filter(|place| <&str>::from(place).starts_with("family"));
    assert_eq!(named.collect::<Vec<_>>(), Place::OF_FAMILY);
    for place in Place::OF_FAMILY {
        for row in rows_of(place) {
            assert!(allowed(row.command), "{:?}", row.command);
        }
    }
    // And every command of the program, should it come here by any other way.
    for row in all_rows().filter(|row| !allowed(row.command)) {
        let mut model = small();
        crate::app::update::commanded(&mut model, row.command);
        assert!(matches!(model.screen(), Some(Screen::Family(_))), "{row:?}");
        assert_eq!(model.stack.len(), 1, "{row:?}");
        assert_eq!(model.dialogs, [], "{row:?}");
    }
}

#[test]
fn what_somebody_said_is_kept_when_they_go_on() {
    let mut model = small();
    turn_to(&mut model, 1);
    press(&mut model, KeyCode::Right);
    press(&mut model, KeyCode::Right);
    press(&mut model, KeyCode::Tab);
    press(&mut model, KeyCode::Tab);
    press(&mut model, KeyCode::Tab);
    type_in(&mut model, "Better, q is fine: 1 2 3 / ?");
    let effects = press(&mut model, KeyCode::PageDown);
    let asks = asked(&effects);
    let [runner::Ask::Hear { heard, .. }] = asks.as_slice() else {
        panic!("{asks:?}");
    };
    assert_eq!(heard.name.as_str(), "Cerys");
    assert_eq!(heard.who, Speaker::YoungPerson);
    assert_eq!(heard.feeling, Feeling::new(2));
    assert_eq!(heard.own_words.as_str(), "Better, q is fine: 1 2 3 / ?");
    assert_eq!(page(&model).page(), Some(FamilyPage::Voice(1)));
}

#[test]
fn words_that_could_not_be_kept_stand_there_again_and_are_kept_once_they_can() {
    let mut model = small();
    turn_to(&mut model, 1);
    press(&mut model, KeyCode::Right);
    let sent = press(&mut model, KeyCode::PageDown);
    let failure = Answer::Failed(Failure {
        words_key: "store-busy",
        is_conflict: false,
    });
    answer(&mut model, &sent, failure);
    assert_eq!(page(&model).page(), Some(FamilyPage::Voice(0)));
    assert!(!page(&model).voices[0].is_blank());
    let sent = press(&mut model, KeyCode::PageDown);
    tell(&mut model, &sent, view());
    assert_eq!(page(&model).page(), Some(FamilyPage::Voice(1)));
    assert!(page(&model).voices[0].is_blank());
    assert_eq!(model.notice, Some(Notice::Done(W::FamilyKept)));
}

#[test]
fn form_that_is_open_when_an_earlier_answer_comes_stays_open() {
    let mut model = small();
    turn_to(&mut model, 1);
    press(&mut model, KeyCode::Right);
    let heard = press(&mut model, KeyCode::PageDown);
    press(&mut model, KeyCode::PageDown);
    press(&mut model, KeyCode::Char('g'));
    type_in(&mut model, "to sleep at home");
    tell(&mut model, &heard, view());
    let (_, form) = page(&model).over.as_ref().unwrap();
    assert_eq!(form.text("words"), "to sleep at home");
}

#[test]
fn going_on_without_a_word_records_nothing() {
    let mut model = small();
    for _ in 0..4 {
        assert_eq!(asked(&press(&mut model, KeyCode::PageDown)).len(), 0);
    }
    assert_eq!(page(&model).page(), Some(FamilyPage::Agree));
}

#[test]
fn goal_and_action_are_set_in_the_version_that_was_seen() {
    let mut model = small();
    turn_to(&mut model, PLAN);
    press(&mut model, KeyCode::Char('g'));
    type_in(&mut model, "to sleep at home");
    let effects = press_ctrl(&mut model, 's');
    let asks = asked(&effects);
    let [runner::Ask::SetPlan { kept, part, .. }] = asks.as_slice() else {
        panic!("{asks:?}");
    };
    assert_eq!(kept.version, 3);
    assert_eq!(part.goals[1].words.as_str(), "to sleep at home");
    assert_eq!(part.goals[1].whose.as_str(), "Cerys");
    tell(&mut model, &effects, view());
    assert!(page(&model).over.is_none());

    press(&mut model, KeyCode::Char('a'));
    type_in(&mut model, "phone Mum");
    press_ctrl(&mut model, 's');
    let (_, form) = page(&model).over.as_ref().unwrap();
    assert_eq!(form.fault("who"), Some(W::FamilyFaultWho));
    type_in(&mut model, "Lowri");
    press(&mut model, KeyCode::Tab);
    type_in(&mut model, "11/12");
    let effects = press_ctrl(&mut model, 's');
    let asks = asked(&effects);
    let [runner::Ask::SetPlan { part, .. }] = asks.as_slice() else {
        panic!("{asks:?}");
    };
    let action = part.actions.last().unwrap();
    assert_eq!(
        (action.who.as_str(), action.by),
        ("Lowri", Some(day("2026-12-11")))
    );
}

#[test]
fn meeting_ends_only_when_everybody_has_said_so() {
    let mut model = small();
    turn_to(&mut model, AGREE);
    press(&mut model, KeyCode::Char(' '));
    press(&mut model, KeyCode::Tab);
    press(&mut model, KeyCode::Tab);
    type_in(&mut model, "4/12");
    press_ctrl(&mut model, 's');
    let fault = page(&model).agree.fault("next-on");
    assert_eq!(fault, Some(W::FamilyFaultNext), "before the window");
    for _ in 0..4 {
        press(&mut model, KeyCode::Backspace);
    }
    type_in(&mut model, "5/1");
    assert_eq!(asked(&press_ctrl(&mut model, 's')).len(), 0);
    let effects = press(&mut model, KeyCode::Enter);
    let asks = asked(&effects);
    let [runner::Ask::End { finish, .. }] = asks.as_slice() else {
        panic!("{asks:?}");
    };
    assert_eq!(finish.next_on, NaiveDate::from_ymd_opt(2027, 1, 5));
    let by: Vec<&str> = finish
        .agreement
        .as_ref()
        .unwrap()
        .by
        .iter()
        .map(Shareable::as_str)
        .collect();
    assert_eq!(by, ["Cerys"]);
    let over = FamilyView {
        is_over: true,
        next_on: finish.next_on,
        ..view()
    };
    tell(&mut model, &effects, over);
    assert_eq!(page(&model).pages(), [FamilyPage::Thanks]);
}

#[test]
fn plan_in_which_a_day_is_missing_is_not_agreed_and_says_where_to_look() {
    let mut without_a_day = view();
    without_a_day.plan.actions[0].by = None;
    let size = SMALL;
    let mut model = opened(size, Language::English, without_a_day);
    turn_to(&mut model, AGREE);
    press(&mut model, KeyCode::Char(' '));
    press_ctrl(&mut model, 's');
    let fault = page(&model).agree.fault("agreed-by");
    assert_eq!(fault, Some(W::FamilyFaultByWhen));
    assert_eq!(model.dialogs, []);
}

#[test]
fn way_back_is_the_passphrase_which_no_draft_holds() {
    let mut model = small();
    press(&mut model, KeyCode::Esc);
    assert!(page(&model).asking.is_some());
    let effects = type_in(&mut model, "secret");
    assert_eq!(effects, [], "nothing of it is kept");
    let effects = press(&mut model, KeyCode::Enter);
    assert!(matches!(
        asked(&effects).as_slice(),
        [runner::Ask::Lift { .. }]
    ));
    let wrong = Answer::Failed(Failure {
        words_key: "wrong-passphrase",
        is_conflict: false,
    });
    answer(&mut model, &effects, wrong);
    assert!(matches!(model.screen(), Some(Screen::Family(_))));
    press(&mut model, KeyCode::Esc);
    assert!(page(&model).asking.is_none(), "and back to the family");
    press(&mut model, KeyCode::Esc);
    type_in(&mut model, "demo");
    let effects = press(&mut model, KeyCode::Enter);
    let lifted = Answer::Runner(runner::Answer::Lifted);
    let effects = answer(&mut model, &effects, lifted);
    assert!(effects.contains(&Effect::ClearScreen));
    assert!(matches!(model.screen(), Some(Screen::Runner(_))));
}

#[test]
fn lock_in_part_2_comes_back_to_the_family() {
    use crate::app::msg::Msg;
    use crate::app::talk::accounts;
    use crate::app::update::update;
    let mut model = small();
    let actor = model.actor.clone().unwrap();
    let effects = press_ctrl(&mut model, 'l');
    assert!(matches!(model.screen(), Some(Screen::Unlock(_))));
    let id = effects.iter().find_map(|effect| match effect {
        Effect::Ask { id, .. } => Some(*id),
        _ => None,
    });
    // The store says that Part 2 goes on, whoever had locked and whatever is remembered here.
    let came = accounts::Answer::CameInDuringPart2(actor, MeetingId(7));
    let id = id.unwrap();
    let answer = Answer::Accounts(came);
    let effects = update(&mut model, Msg::Answered { id, answer });
    assert_eq!(effects.first(), Some(&Effect::ClearScreen));
    assert_eq!(model.stack.len(), 1);
    assert_eq!(page(&model).meeting, MeetingId(7));
}

#[test]
fn line_that_is_left_comes_back_when_its_form_opens_again() {
    let mut model = small();
    turn_to(&mut model, PLAN);
    press(&mut model, KeyCode::Char('a'));
    type_in(&mut model, "phone each Friday");
    press(&mut model, KeyCode::Esc);
    assert!(page(&model).over.is_none());
    press(&mut model, KeyCode::Char('g'));
    let (_, form) = page(&model).over.as_ref().unwrap();
    assert_eq!(
        form.text("words"),
        "",
        "it is not put where it was not typed"
    );
    press(&mut model, KeyCode::Esc);
    press(&mut model, KeyCode::Char('a'));
    let (_, form) = page(&model).over.as_ref().unwrap();
    assert_eq!(form.text("what"), "phone each Friday");
}

#[test]
fn pages_tell_only_of_keys_that_do_something_there() {
    let keys = |model: &Model| {
        let page = page(model);
        let turns = [
            FamilyCommand::Before,
            FamilyCommand::Next,
            FamilyCommand::Keep,
        ];
        turns.map(|deed| page.offers(Command::Family(deed), Language::English))
    };
    let mut model = small();
    assert_eq!(keys(&model), [false, true, false], "welcome");
    turn_to(&mut model, 1);
    assert_eq!(keys(&model), [true, true, true], "what somebody says");
    turn_to(&mut model, AGREE - 1);
    assert_eq!(keys(&model), [true, false, true], "what is agreed");
    press(&mut model, KeyCode::Esc);
    assert_eq!(page(&model).place(), Place::FamilyPassphrase);
    let over = FamilyView {
        is_over: true,
        ..view()
    };
    let model = opened(Size { cols: 80, rows: 24 }, Language::English, over);
    assert_eq!(page(&model).place(), Place::FamilyThanks);
}

#[test]
fn draft_brings_back_what_a_family_had_typed() {
    let mut model = small();
    turn_to(&mut model, 1);
    for _ in 0..3 {
        press(&mut model, KeyCode::Tab);
    }
    let effects = type_in(&mut model, "half a w");
    let content = effects.iter().find_map(|effect| match effect {
        Effect::Ask {
            ask: Ask::Drafts(drafts::Ask::Keep { content, .. }),
            ..
        } => Some(content.clone()),
        _ => None,
    });
    let mut again = Family::with(view());
    again.draft = Some(drafts::KeptDraft {
        place: "family-7".to_owned(),
        saved_at: model.now,
        content: content.unwrap(),
    });
    again.restore();
    assert_eq!(again.voices[0].text("own-words"), "half a w");
    assert_eq!(again.page(), Some(FamilyPage::Voice(0)));
}
