use super::*;
use crate::app::effect::Effect;
use crate::app::input::KeyCode;
use crate::app::model::{Model, Size};
use crate::app::msg::Failure;
use crate::app::screen::Screen;
use crate::app::testing::{
    SMALL, answer, case, day, kept_draft, press, press_ctrl, program_at, type_in,
};
use crate::domain::bilingual::Language;
use crate::domain::plan::{
    ActionStatus, Goal, HarmAction, Owner, PlanBrief, PlanId, PlanStatus, Plans, Progress,
    SharedAction,
};
use crate::domain::roles::Role;
use crate::domain::sharing::{Confidential, Shareable};

fn shared(id: i64, what: &str, who: &str, by: &str) -> SharedAction {
    SharedAction {
        id: Some(ActionId(id)),
        what: Shareable::new(what),
        who: Shareable::new(who),
        by: Some(day(by)),
        version: 1,
        ..SharedAction::default()
    }
}

/// The plan that holds: one action late, one to come, one done, and one against harm.
pub(crate) fn whole() -> WholePlan {
    let goal = |whose: &str, words: &str| Goal {
        whose: Shareable::new(whose),
        words: Shareable::new(words),
    };
    WholePlan {
        case: CaseId(38),
        meeting: None,
        shared: FamilyPlan {
            id: PlanId(2),
            number: 2,
            status: PlanStatus::Agreed,
            goals: vec![
                goal("Cerys", "I want to go back to football"),
                goal("Siân", "to sleep at night"),
            ],
            actions: vec![
                shared(11, "phone Mum each Friday", "Lowri", "2026-11-20"),
                SharedAction {
                    goal: Some(0),
                    how_we_know: Shareable::new("first training"),
                    owner: Some(Owner {
                        user_id: 2,
                        name: "Ann Bevan".to_owned(),
                    }),
                    ..shared(12, "take her to training", "Lowri, Mum", "2026-12-11")
                },
                SharedAction {
                    status: ActionStatus::Done,
                    ..shared(13, "change the taxi", "school", "2026-11-18")
                },
            ],
            agreed_on: Some(day("2026-11-10")),
            agreed_by: vec![Shareable::new("Cerys"), Shareable::new("Siân")],
            not_agreed: Shareable::new("the phone at night"),
            version: 3,
        },
        against_harm: vec![HarmAction {
            id: Some(ActionId(14)),
            what: Confidential::new("disruption notice"),
            who: Confidential::new("South Wales Police"),
            by: Some(day("2026-12-01")),
            version: 1,
            ..HarmAction::default()
        }],
        progress: vec![(
            ActionId(11),
            Progress {
                on: day("2026-11-19"),
                words: Confidential::new("phoned twice, no answer"),
                status: ActionStatus::Open,
                by: "Mari Huws".to_owned(),
            },
        )],
    }
}

pub(crate) fn page() -> PlanPage {
    let owner = |user_id, name: &str| Owner {
        user_id,
        name: name.to_owned(),
    };
    let brief = |id, status, on: &str| PlanBrief {
        id: PlanId(id),
        number: u32::try_from(id).unwrap(),
        status,
        agreed_on: Some(day(on)),
        actions: 4,
        open: 3,
    };
    PlanPage {
        case: case(),
        plans: Plans {
            current: Some(whole()),
            draft: None,
            versions: vec![
                brief(2, PlanStatus::Agreed, "2026-11-10"),
                brief(1, PlanStatus::Replaced, "2026-09-29"),
            ],
        },
        owners: vec![owner(1, "Lowri Ham"), owner(2, "Ann Bevan")],
        names: vec!["Cerys".to_owned(), "Siân".to_owned()],
    }
}

/// The next plan, which goes on with what is open.
pub(crate) fn page_with_draft() -> PlanPage {
    let mut draft = whole();
    draft.shared.id = PlanId(3);
    draft.shared.number = 3;
    draft.shared.status = PlanStatus::Draft;
    draft.shared.agreed_on = None;
    draft.shared.agreed_by = Vec::new();
    draft.shared.actions.remove(2);
    draft.shared.version = 7;
    for action in &mut draft.shared.actions {
        action.before = action.id.take();
    }
    for action in &mut draft.against_harm {
        action.before = action.id.take();
    }
    let mut page = page();
    page.plans.draft = Some(draft);
    page
}

pub(crate) fn opened_as(screen: Plan, page: PlanPage, size: Size, language: Language) -> Model {
    let screen = Screen::Plan(screen);
    let (mut model, effects) = program_at(screen, size, language, Role::SocialWorker);
    let opened = plans::Answer::Opened(Box::new(page));
    answer(&mut model, &effects, Answer::Plans(opened));
    model
}

fn opened() -> Model {
    opened_as(Plan::new(CaseId(38)), page(), SMALL, Language::English)
}

/// With the plan that is being made in front.
pub(crate) fn drafting(size: Size, language: Language) -> Model {
    let plan = Plan::new(CaseId(38));
    let mut model = opened_as(plan, page_with_draft(), size, language);
    press(&mut model, KeyCode::Char('p'));
    model
}

fn plan(model: &Model) -> &Plan {
    match model.screen() {
        Some(Screen::Plan(plan)) => plan,
        other => panic!("not the plan: {other:?}"),
    }
}

fn asked(effects: &[Effect]) -> &plans::Ask {
    effects
        .iter()
        .find_map(|effect| match effect {
            Effect::Ask {
                ask: Ask::Plans(ask),
                ..
            } => Some(ask),
            _ => None,
        })
        .unwrap_or_else(|| panic!("nothing asked of plans: {effects:?}"))
}

#[test]
fn late_action_is_selected_first_and_today_leads_to_its_own() {
    let model = opened();
    let selected = |model: &Model| {
        let plan = plan(model);
        plan.plan().unwrap().actions()[plan.cursor.at].id()
    };
    assert_eq!(selected(&model), Some(ActionId(11)));
    let screen = Plan::at_action(CaseId(38), Some(12));
    let model = opened_as(screen, page(), SMALL, Language::English);
    assert_eq!(selected(&model), Some(ActionId(12)));
}

#[test]
fn progress_noted_is_sent_with_the_version_that_was_seen_and_its_draft_goes() {
    let mut model = opened();
    press(&mut model, KeyCode::Enter);
    let effects = type_in(&mut model, "met her");
    assert_eq!(kept_draft(&effects).unwrap().place, "plan-progress-11:38");
    press(&mut model, KeyCode::Tab);
    press(&mut model, KeyCode::Right);
    let effects = press_ctrl(&mut model, 's');
    let plans::Ask::Note {
        action,
        version,
        progress,
    } = asked(&effects)
    else {
        panic!("{effects:?}");
    };
    assert_eq!((*action, *version), (ActionId(11), 1));
    assert_eq!(progress.status, ActionStatus::Done);
    assert_eq!(progress.words.for_professionals(), "met her");
    assert_eq!(progress.on, day("2026-11-24"));
    let effects = answer(&mut model, &effects, Answer::Plans(plans::Answer::Noted));
    let discarded = drafts::Ask::Discard {
        place: "plan-progress-11:38".to_owned(),
    };
    let is_discard = |effect: &Effect| matches!(effect, Effect::Ask { ask: Ask::Drafts(ask), .. } if *ask == discarded);
    assert!(effects.iter().any(is_discard), "{effects:?}");
    assert!(plan(&model).over.is_none());
}

#[test]
fn words_typed_come_back_after_esc_and_after_a_lock() {
    let mut model = opened();
    press(&mut model, KeyCode::Enter);
    let effects = type_in(&mut model, "met her");
    let draft = kept_draft(&effects).unwrap();
    press(&mut model, KeyCode::Esc);
    assert!(plan(&model).over.is_none());
    let effects = press(&mut model, KeyCode::Enter);
    let found = drafts::Answer::Found(Some(draft.clone()));
    answer(&mut model, &effects, Answer::Drafts(found));
    let over = plan(&model).over.as_ref().unwrap();
    assert_eq!(over.form.text("words"), "met her");
    // Today opens it by the name of its place.
    let (form, _) = draft.place.split_once(':').unwrap();
    let screen = Plan::with_form(CaseId(38), form).unwrap();
    let model = opened_as(screen, page(), SMALL, Language::English);
    assert!(plan(&model).over.is_some());
}

#[test]
fn progress_without_words_is_told_beside_the_field_and_nothing_is_sent() {
    let mut model = opened();
    press(&mut model, KeyCode::Enter);
    let effects = press_ctrl(&mut model, 's');
    assert_eq!(effects, []);
    let over = plan(&model).over.as_ref().unwrap();
    assert_eq!(over.form.fault("words"), Some(W::PlanFaultWords));
}

#[test]
fn progress_refused_by_a_conflict_keeps_its_words_and_reads_the_plan_again() {
    let mut model = opened();
    press(&mut model, KeyCode::Enter);
    type_in(&mut model, "met her");
    let effects = press_ctrl(&mut model, 's');
    let failed = Answer::Failed(Failure {
        words_key: "conflict",
        is_conflict: true,
    });
    let effects = answer(&mut model, &effects, failed);
    assert_eq!(asked(&effects), &plans::Ask::Open(CaseId(38)));
    assert_eq!(model.notice, Some(Notice::Trouble("conflict")));
    let over = plan(&model).over.as_ref().unwrap();
    assert_eq!(over.form.text("words"), "met her");
}

#[test]
fn goal_added_goes_into_the_shared_part_and_leaves_harm_alone() {
    let mut model = drafting(SMALL, Language::English);
    press(&mut model, KeyCode::Char('w'));
    press(&mut model, KeyCode::Tab);
    type_in(&mut model, "my own room");
    let effects = press_ctrl(&mut model, 's');
    let plans::Ask::SetShared {
        plan,
        version,
        part,
    } = asked(&effects)
    else {
        panic!("{effects:?}");
    };
    assert_eq!((*plan, *version), (PlanId(3), 7));
    assert_eq!(part.goals[2].whose.as_str(), "Cerys");
    assert_eq!(part.goals[2].words.as_str(), "my own room");
    assert_eq!(part.actions.len(), 2);
}

#[test]
fn action_against_harm_is_sent_apart_from_what_is_shared() {
    let mut model = drafting(SMALL, Language::English);
    press(&mut model, KeyCode::Char('h'));
    type_in(&mut model, "trace the car");
    press(&mut model, KeyCode::Tab);
    type_in(&mut model, "police");
    press(&mut model, KeyCode::Tab);
    type_in(&mut model, "+2w");
    let effects = press_ctrl(&mut model, 's');
    let plans::Ask::SetAgainstHarm { actions, .. } = asked(&effects) else {
        panic!("{effects:?}");
    };
    assert_eq!(actions.len(), 2);
    assert_eq!(actions[1].what.for_professionals(), "trace the car");
    assert_eq!(actions[1].by, Some(day("2026-12-08")));
}

#[test]
fn goal_taken_out_leaves_its_actions_without_one() {
    let mut model = drafting(SMALL, Language::English);
    let effects = press(&mut model, KeyCode::Delete);
    let plans::Ask::SetShared { part, .. } = asked(&effects) else {
        panic!("{effects:?}");
    };
    assert_eq!(part.goals.len(), 1);
    assert_eq!(part.actions[1].goal, None);
}

#[test]
fn plan_is_agreed_by_those_who_are_chosen_and_typed() {
    let mut model = drafting(SMALL, Language::English);
    press_ctrl(&mut model, 's');
    press(&mut model, KeyCode::Char(' '));
    press(&mut model, KeyCode::Tab);
    type_in(&mut model, "Nan, Lowri");
    let effects = press_ctrl(&mut model, 's');
    let plans::Ask::Agree { agreement, .. } = asked(&effects) else {
        panic!("{effects:?}");
    };
    let names: Vec<&str> = agreement.by.iter().map(Shareable::as_str).collect();
    assert_eq!(names, ["Cerys", "Nan", "Lowri"]);
    assert_eq!(agreement.on, day("2026-11-24"));
    answer(&mut model, &effects, Answer::Plans(plans::Answer::Agreed));
    assert!(matches!(plan(&model).showing, Showing::Current));
}

#[test]
fn plan_thrown_away_is_asked_about_first() {
    let mut model = drafting(SMALL, Language::English);
    let effects = press(&mut model, KeyCode::Char('X'));
    assert_eq!(effects, []);
    let effects = press(&mut model, KeyCode::Enter);
    let drop = plans::Ask::Drop {
        plan: PlanId(3),
        version: 7,
    };
    assert_eq!(asked(&effects), &drop);
}

#[test]
fn copy_holds_the_family_plan_alone_and_is_written_in_the_language_of_the_screen() {
    let mut model = opened();
    press(&mut model, KeyCode::Char('y'));
    let copy = plan(&model).copy().unwrap();
    assert!(!format!("{copy:?}").contains("disruption"));
    assert!(plan(&model).plan().is_none());
    press(&mut model, KeyCode::F(3));
    press(&mut model, KeyCode::Char('w'));
    let effects = press_ctrl(&mut model, 's');
    let write = plans::Ask::WriteCopy {
        plan: PlanId(2),
        language: Language::Welsh,
        kind: plans::CopyKind::Word,
        folder: "~".to_owned(),
    };
    assert_eq!(asked(&effects), &write);
    let written = plans::Answer::Written("/x/our-plan.docx".to_owned());
    answer(&mut model, &effects, Answer::Plans(written));
    assert!(matches!(plan(&model).showing, Showing::Copy(_)));
    press(&mut model, KeyCode::Esc);
    assert!(matches!(plan(&model).showing, Showing::Current));
}

#[test]
fn duty_worker_notes_progress_and_makes_no_plan() {
    let screen = Screen::Plan(Plan::new(CaseId(38)));
    let (mut model, effects) = program_at(screen, SMALL, Language::English, Role::DutyWorker);
    let page = plans::Answer::Opened(Box::new(page_with_draft()));
    answer(&mut model, &effects, Answer::Plans(page));
    press(&mut model, KeyCode::Char('p'));
    assert_eq!(model.notice, Some(Notice::Trouble("refused")));
    press(&mut model, KeyCode::Enter);
    assert!(plan(&model).over.is_some());
}

#[test]
fn earlier_version_is_looked_at_as_it_was() {
    let mut model = opened();
    press(&mut model, KeyCode::Char('v'));
    press(&mut model, KeyCode::Down);
    let effects = press(&mut model, KeyCode::Enter);
    assert_eq!(asked(&effects), &plans::Ask::Version(PlanId(1)));
    let version = plans::Answer::Version(Box::new(whole()));
    answer(&mut model, &effects, Answer::Plans(version));
    assert!(matches!(plan(&model).showing, Showing::Version(_)));
    press(&mut model, KeyCode::Enter);
    assert_eq!(model.notice, Some(Notice::Why(W::PlanWhyAsItWas)));
    press(&mut model, KeyCode::Esc);
    assert!(matches!(plan(&model).showing, Showing::Versions));
}
