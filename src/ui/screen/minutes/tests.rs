use crate::app::input::{Key, KeyCode};
use crate::app::model::{Model, Size};
use crate::app::screen::minutes::tests::{nothing, opened, under_way};
use crate::app::testing::{SMALL, WIDE, press_key, type_in};
use crate::domain::bilingual::Language;
use crate::domain::roles::Role;
use crate::ui::testing::drawn;

const TAB: Key = Key::plain(KeyCode::Tab);

fn chair(size: Size, language: Language) -> Model {
    opened(size, language, Role::Chair, under_way())
}

#[test]
fn version_in_front_says_for_whom_it_is() {
    let mut model = chair(SMALL, Language::English);
    insta::assert_snapshot!("full_80x24", drawn(&model));
    press_key(&mut model, TAB);
    insta::assert_snapshot!("family_80x24", drawn(&model));
    let text = drawn(&model);
    assert!(!text.contains("PROFESSIONALS ONLY"), "{text}");
    assert!(!text.contains("second phone"), "{text}");
}

#[test]
fn both_versions_stand_side_by_side_where_there_is_room() {
    let model = chair(WIDE, Language::English);
    insta::assert_snapshot!("both_120x40", drawn(&model));
    let mut model = opened(WIDE, Language::Welsh, Role::Chair, under_way());
    type_in(&mut model, "l");
    insta::assert_snapshot!("both_cy_120x40", drawn(&model));
}

#[test]
fn nothing_written_yet_says_how_to_begin() {
    let model = opened(SMALL, Language::English, Role::Chair, nothing());
    insta::assert_snapshot!("nothing_80x24", drawn(&model));
    let model = opened(SMALL, Language::Welsh, Role::Chair, nothing());
    insta::assert_snapshot!("nothing_cy_80x24", drawn(&model));
}

#[test]
fn writing_keeps_the_heading_in_sight() {
    let mut model = chair(SMALL, Language::English);
    type_in(&mut model, "e");
    type_in(&mut model, " and more");
    insta::assert_snapshot!("writing_80x24", drawn(&model));
}

#[test]
fn forms_over_the_minutes_say_of_which_version_they_are() {
    let mut model = chair(SMALL, Language::English);
    press_key(&mut model, TAB);
    type_in(&mut model, "s");
    insta::assert_snapshot!("sent_80x24", drawn(&model));
    let mut model = chair(SMALL, Language::Welsh);
    type_in(&mut model, "l");
    type_in(&mut model, "w");
    insta::assert_snapshot!("document_cy_80x24", drawn(&model));
}

#[test]
fn screens_survive_every_size() {
    for (cols, rows) in [(40, 12), (20, 5), (1, 1), (0, 0)] {
        let size = Size { cols, rows };
        let mut model = chair(size, Language::English);
        drawn(&model);
        type_in(&mut model, "e");
        drawn(&model);
    }
}
