use super::*;
use crate::app::input::KeyCode;
use crate::app::model::{Model, Size};
use crate::app::screen::voice::tests::{opened_as, page};
use crate::app::testing::{SMALL, WIDE, press, type_in};
use crate::domain::bilingual::Language;
use crate::domain::case::CaseId;
use crate::domain::voice::Voices;
use crate::ui::testing::drawn;

fn opened(page: VoicePage, size: Size, language: Language) -> Model {
    opened_as(Voice::new(CaseId(38)), page, size, language)
}

#[test]
fn voice_stands_beside_the_score_with_who_is_to_be_told() {
    for (name, size, language) in [
        ("voice_80x24", SMALL, Language::English),
        ("voice_120x40", WIDE, Language::English),
        ("voice_80x24_welsh", SMALL, Language::Welsh),
    ] {
        insta::assert_snapshot!(name, drawn(&opened(page(), size, language)));
    }
}

#[test]
fn case_in_which_nobody_was_heard_says_how_to_record() {
    let none = VoicePage {
        voices: Voices {
            voices: Vec::new(),
            told: Vec::new(),
            told_at_meeting: None,
            scores: Vec::new(),
            hear_by: None,
            tell_by: None,
        },
        ..page()
    };
    insta::assert_snapshot!("none_80x24", drawn(&opened(none, SMALL, Language::English)));
}

#[test]
fn what_was_said_is_read_in_full() {
    let mut model = opened(page(), SMALL, Language::English);
    press(&mut model, KeyCode::Enter);
    insta::assert_snapshot!("whole_80x24", drawn(&model));
}

#[test]
fn forms_show_what_is_asked() {
    let mut model = opened(page(), SMALL, Language::English);
    press(&mut model, KeyCode::Char('r'));
    insta::assert_snapshot!("record_80x24", drawn(&model));
    let mut model = opened(page(), SMALL, Language::English);
    press(&mut model, KeyCode::Char('t'));
    type_in(&mut model, "Si");
    insta::assert_snapshot!("told_80x24", drawn(&model));
}

#[test]
fn names_are_hidden_while_the_privacy_key_is_on() {
    let mut model = opened(page(), WIDE, Language::English);
    press(&mut model, KeyCode::F(8));
    for _ in 0..6 {
        let shown = drawn(&model);
        for name in ["Cerys", "Siân", "Mari Huws"] {
            assert!(!shown.contains(name), "{name}: {shown}");
        }
        press(&mut model, KeyCode::Down);
    }
}

#[test]
fn voice_is_drawn_at_every_size() {
    for cols in [0, 1, 20, 37, 40, 80] {
        for rows in [0, 1, 5, 6, 8, 12, 24] {
            let size = Size { cols, rows };
            let mut model = opened(page(), size, Language::English);
            drawn(&model);
            press(&mut model, KeyCode::Enter);
            press(&mut model, KeyCode::PageDown);
            drawn(&model);
        }
    }
}
