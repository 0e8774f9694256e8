use crate::app::input::KeyCode;
use crate::app::model::Size;
use crate::app::msg::Answer;
use crate::app::screen::runner::RunnerRow;
use crate::app::screen::runner::tests::{go_to, opened, part1};
use crate::app::talk::runner;
use crate::app::testing::{SMALL, WIDE, answer, press, press_ctrl};
use crate::domain::bilingual::Language;
use crate::domain::sharing::{PersonHere, Shareable};
use crate::ui::testing::drawn;

#[test]
fn part_1_says_who_is_here_what_is_said_and_what_is_shared() {
    for (name, size, language) in [
        ("part1_80x24", SMALL, Language::English),
        ("part1_120x40", WIDE, Language::English),
        ("part1_80x24_welsh", SMALL, Language::Welsh),
    ] {
        let mut model = opened(size, language, part1());
        go_to(&mut model, RunnerRow::Item(2));
        insta::assert_snapshot!(name, drawn(&model));
    }
}

#[test]
fn share_form_shows_what_was_said_above_the_words_for_the_family() {
    let mut model = opened(SMALL, Language::English, part1());
    go_to(&mut model, RunnerRow::Item(1));
    press(&mut model, KeyCode::Char('s'));
    insta::assert_snapshot!("share_80x24", drawn(&model));
}

#[test]
fn curtain_tells_what_enter_will_do() {
    let mut model = opened(SMALL, Language::English, part1());
    let effects = press_ctrl(&mut model, 't');
    let person = |name: &str, role: &str, agency: &str| PersonHere {
        name: Shareable::new(name),
        role: Shareable::new(role),
        agency: agency.to_owned(),
        speaker: None,
    };
    let preview = runner::Answer::Preview {
        here: vec![
            person("Cerys", "", ""),
            person("Siân", "Mum", ""),
            person("Lowri Ham", "", "childrens-services"),
        ],
        told: vec![Shareable::new(
            "Lowri can meet you each week, you pick where",
        )],
    };
    answer(&mut model, &effects, Answer::Runner(preview));
    insta::assert_snapshot!("curtain_80x24", drawn(&model));
}

#[test]
fn runner_is_drawn_at_every_size() {
    for cols in [0, 1, 20, 40, 80] {
        for rows in [0, 1, 5, 6, 8, 12, 24] {
            let mut model = opened(Size { cols, rows }, Language::English, part1());
            drawn(&model);
            press(&mut model, KeyCode::End);
            drawn(&model);
            press(&mut model, KeyCode::Char('a'));
            drawn(&model);
        }
    }
}
