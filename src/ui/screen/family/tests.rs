use super::*;
use crate::app::input::KeyCode;
use crate::app::model::Size;
use crate::app::screen::family::tests::{opened, turn_to, view as family_view};
use crate::app::testing::{SMALL, WIDE, press};
use crate::domain::bilingual::Language;
use crate::domain::sharing::Shareable;
use crate::ui::testing::drawn;

#[test]
fn each_page_is_plain_and_whole() {
    for (at, name) in [
        (0, "welcome_80x24"),
        (1, "voice_80x24"),
        (3, "plan_80x24"),
        (4, "agree_80x24"),
    ] {
        let mut model = opened(SMALL, Language::English, family_view());
        turn_to(&mut model, at);
        insta::assert_snapshot!(name, drawn(&model));
    }
}

#[test]
fn pages_in_welsh_and_wide() {
    let mut model = opened(SMALL, Language::Welsh, family_view());
    turn_to(&mut model, 1);
    insta::assert_snapshot!("voice_80x24_welsh", drawn(&model));
    let model = opened(WIDE, Language::English, family_view());
    insta::assert_snapshot!("welcome_120x40", drawn(&model));
}

#[test]
fn young_person_is_asked_by_the_name_they_like() {
    let mut here = family_view();
    here.here[0].name = Shareable::new("Cerys Hughes");
    let mut model = opened(SMALL, Language::English, here);
    turn_to(&mut model, 1);
    assert!(drawn(&model).contains("How is it for you, Cerys?"));
    turn_to(&mut model, 1);
    assert!(drawn(&model).contains("How is it for you, Siân?"));
}

#[test]
fn end_says_thank_you_and_when_we_meet_again() {
    let over = FamilyView {
        is_over: true,
        next_on: Some(family_view().next_window.last),
        ..family_view()
    };
    let model = opened(SMALL, Language::English, over);
    insta::assert_snapshot!("thanks_80x24", drawn(&model));
}

#[test]
fn nothing_stands_around_the_familys_page() {
    let mut model = opened(SMALL, Language::English, family_view());
    for _ in 0..5 {
        let shown = drawn(&model);
        for word in ["Diogel", "Today", "Cases", "Meetings", "NPT"] {
            assert!(!shown.contains(word), "{word}: {shown}");
        }
        press(&mut model, KeyCode::PageDown);
    }
    press(&mut model, KeyCode::Esc);
    insta::assert_snapshot!("passphrase_80x24", drawn(&model));
}

#[test]
fn family_is_drawn_at_every_size() {
    for cols in [0, 1, 20, 40, 80] {
        for rows in [0, 1, 5, 6, 8, 12, 24] {
            let mut model = opened(Size { cols, rows }, Language::English, family_view());
            for _ in 0..5 {
                drawn(&model);
                press(&mut model, KeyCode::PageDown);
            }
        }
    }
}
