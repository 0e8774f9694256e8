use super::*;
use crate::app::input::KeyCode;
use crate::app::model::{Model, Size};
use crate::app::screen::plan::tests::{drafting, opened_as, page, page_with_draft};
use crate::app::testing::{SMALL, WIDE, press, type_in};
use crate::domain::bilingual::Language;
use crate::domain::case::CaseId;
use crate::domain::plan::{PlanPage, Plans};
use crate::ui::testing::drawn;

fn opened(page: PlanPage, size: Size, language: Language) -> Model {
    opened_as(Plan::new(CaseId(38)), page, size, language)
}

#[test]
fn plan_shows_goals_what_is_late_and_what_became_of_it() {
    for (name, size, language) in [
        ("plan_80x24", SMALL, Language::English),
        ("plan_120x40", WIDE, Language::English),
        ("plan_80x24_welsh", SMALL, Language::Welsh),
    ] {
        insta::assert_snapshot!(name, drawn(&opened(page(), size, language)));
    }
}

#[test]
fn case_without_a_plan_says_how_to_begin_one() {
    let none = PlanPage {
        plans: Plans::default(),
        ..page()
    };
    insta::assert_snapshot!("none_80x24", drawn(&opened(none, SMALL, Language::English)));
}

#[test]
fn plan_being_made_keeps_actions_against_harm_apart() {
    let mut model = drafting(SMALL, Language::English);
    for _ in 0..5 {
        press(&mut model, KeyCode::Down);
    }
    insta::assert_snapshot!("draft_80x24", drawn(&model));
    let model = drafting(SMALL, Language::Welsh);
    insta::assert_snapshot!("draft_80x24_welsh", drawn(&model));
}

#[test]
fn copy_shows_what_the_family_has_and_no_word_more() {
    for (name, size, language) in [
        ("copy_80x24", SMALL, Language::English),
        ("copy_120x40", WIDE, Language::English),
        ("copy_120x40_welsh", WIDE, Language::Welsh),
    ] {
        let mut model = opened(page(), size, language);
        press(&mut model, KeyCode::Char('y'));
        let shown = drawn(&model);
        for word in ["disruption", "NPT-26-038", "phoned twice", "SERAF"] {
            assert!(!shown.contains(word), "{word}: {shown}");
        }
        insta::assert_snapshot!(name, shown);
    }
}

#[test]
fn forms_of_an_action_show_what_is_asked() {
    let mut model = opened(page(), SMALL, Language::English);
    press(&mut model, KeyCode::Enter);
    type_in(&mut model, "met her at Nan's");
    insta::assert_snapshot!("progress_80x24", drawn(&model));
    let mut model = drafting(SMALL, Language::English);
    press(&mut model, KeyCode::Char('a'));
    insta::assert_snapshot!("action_80x24", drawn(&model));
}

#[test]
fn earlier_plans_are_listed() {
    let mut model = opened(page_with_draft(), SMALL, Language::English);
    press(&mut model, KeyCode::Char('v'));
    insta::assert_snapshot!("versions_80x24", drawn(&model));
}

#[test]
fn names_are_hidden_while_the_privacy_key_is_on() {
    for key in [None, Some('p'), Some('y'), Some('v')] {
        let mut model = opened(page_with_draft(), WIDE, Language::English);
        press(&mut model, KeyCode::F(8));
        if let Some(key) = key {
            press(&mut model, KeyCode::Char(key));
        }
        let shown = drawn(&model);
        for name in ["Cerys", "Siân", "Mari Huws", "Ann Bevan"] {
            assert!(!shown.contains(name), "{key:?} {name}: {shown}");
        }
    }
}

#[test]
fn plan_is_drawn_at_every_size() {
    for cols in [0, 1, 20, 40, 69, 80] {
        for rows in [0, 1, 5, 6, 8, 12, 24] {
            let size = Size { cols, rows };
            for key in ['.', 'p', 'y', 'v'] {
                let mut model = opened(page_with_draft(), size, Language::English);
                press(&mut model, KeyCode::Char(key));
                drawn(&model);
                press(&mut model, KeyCode::End);
                drawn(&model);
            }
        }
    }
}
