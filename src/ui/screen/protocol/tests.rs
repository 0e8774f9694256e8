use crate::app::input::{Key, KeyCode};
use crate::app::model::{Model, Size};
use crate::app::screen::protocol::tests::{deciding, listed, register, second};
use crate::app::testing::{SMALL, WIDE, press_key, type_in};
use crate::domain::bilingual::Language;
use crate::ui::testing::drawn;

#[test]
fn register_shows_the_next_review_and_how_late_it_is() {
    let draw = |size, language| drawn(&listed(size, language, register()));
    insta::assert_snapshot!("register_80x24", draw(SMALL, Language::English));
    insta::assert_snapshot!("register_120x40", draw(WIDE, Language::English));
    insta::assert_snapshot!("register_cy_80x24", draw(SMALL, Language::Welsh));
}

#[test]
fn register_without_anybody_says_how_one_comes_onto_it() {
    let model = listed(SMALL, Language::English, Vec::new());
    assert!(drawn(&model).contains("Nobody is on the protocol."));
}

fn removing(size: Size, language: Language) -> Model {
    let mut model = deciding(size, language, true);
    second(&mut model);
    press_key(&mut model, Key::plain(KeyCode::Tab));
    press_key(&mut model, Key::plain(KeyCode::Char(' ')));
    press_key(&mut model, Key::plain(KeyCode::Tab));
    type_in(&mut model, "Mum says things are calm");
    model
}

#[test]
fn decision_shows_what_it_stands_on_and_which_criteria_are_not_met() {
    let first = deciding(SMALL, Language::English, false);
    insta::assert_snapshot!("deciding_80x24", drawn(&first));
    insta::assert_snapshot!("removing_80x24", drawn(&removing(SMALL, Language::English)));
    insta::assert_snapshot!("removing_120x40", drawn(&removing(WIDE, Language::English)));
    insta::assert_snapshot!(
        "removing_cy_80x24",
        drawn(&removing(SMALL, Language::Welsh))
    );
}

#[test]
fn screens_survive_every_size() {
    for (cols, rows) in [(40, 12), (20, 5), (1, 1), (0, 0)] {
        let size = Size { cols, rows };
        drawn(&listed(size, Language::English, register()));
        drawn(&removing(size, Language::English));
    }
}

#[test]
fn names_are_masked_when_nobody_shall_read_them() {
    let mut model = listed(SMALL, Language::English, register());
    press_key(&mut model, Key::plain(KeyCode::F(8)));
    let text = drawn(&model);
    assert!(
        !text.contains("Hughes") && !text.contains("Morgan"),
        "{text}"
    );
}
