use crate::app::input::KeyCode;
use crate::app::model::Size;
use crate::app::screen::preparation::tests::{opened, opened_with, small};
use crate::app::testing::{SMALL, WIDE, press};
use crate::domain::bilingual::Language;
use crate::domain::meeting::MeetingStatus;
use crate::ui::testing::drawn;

#[test]
fn list_shows_what_is_done_for_each_person_and_agency() {
    for (name, size, language) in [
        ("list_80x24", SMALL, Language::English),
        ("list_120x40", WIDE, Language::English),
        ("list_80x24_welsh", SMALL, Language::Welsh),
    ] {
        let model = opened_with(size, language, opened());
        insta::assert_snapshot!(name, drawn(&model));
    }
}

#[test]
fn list_at_its_end_says_what_invitations_are_owed() {
    let mut model = small();
    press(&mut model, KeyCode::End);
    insta::assert_snapshot!("list_end_80x24", drawn(&model));
}

#[test]
fn invitations_show_what_was_sent_and_answered() {
    for (name, size, language) in [
        ("invitations_80x24", SMALL, Language::English),
        ("invitations_120x40", WIDE, Language::English),
        ("invitations_80x24_welsh", SMALL, Language::Welsh),
    ] {
        let mut model = opened_with(size, language, opened());
        press(&mut model, KeyCode::Char('i'));
        press(&mut model, KeyCode::Down);
        press(&mut model, KeyCode::Down);
        insta::assert_snapshot!(name, drawn(&model));
    }
}

#[test]
fn meeting_called_off_leaves_those_to_be_told() {
    let mut called_off = opened();
    called_off.sheet.meeting.status = MeetingStatus::Cancelled;
    let model = opened_with(SMALL, Language::English, called_off);
    insta::assert_snapshot!("called_off_80x24", drawn(&model));
}

#[test]
fn forms_show_what_is_known() {
    let mut model = small();
    press(&mut model, KeyCode::Enter);
    insta::assert_snapshot!("person_80x24", drawn(&model));
    let mut model = small();
    press(&mut model, KeyCode::Char('a'));
    insta::assert_snapshot!("held_back_80x24", drawn(&model));
    let mut model = small();
    press(&mut model, KeyCode::Char('i'));
    press(&mut model, KeyCode::Char('w'));
    insta::assert_snapshot!("write_80x24", drawn(&model));
}

#[test]
fn names_are_hidden_while_the_privacy_key_is_on() {
    let mut model = opened_with(WIDE, Language::English, opened());
    press(&mut model, KeyCode::F(8));
    for part in 0..2 {
        let shown = drawn(&model);
        for name in [
            "Cerys", "Siân", "Gareth", "Dai", "Nerys", "Ioan", "by Lowri",
        ] {
            assert!(!shown.contains(name), "{part} {name}: {shown}");
        }
        press(&mut model, KeyCode::Char('i'));
    }
}

#[test]
fn screen_survives_any_size() {
    for cols in [0, 1, 20, 40, 80, 200] {
        for rows in [0, 1, 5, 6, 8, 12, 24, 60] {
            let size = Size { cols, rows };
            let mut model = opened_with(size, Language::Welsh, opened());
            for key in [
                KeyCode::End,
                KeyCode::Home,
                KeyCode::Char('i'),
                KeyCode::End,
                KeyCode::Char('w'),
            ] {
                press(&mut model, key);
                drawn(&model);
            }
        }
    }
}
