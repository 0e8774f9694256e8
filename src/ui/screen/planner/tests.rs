use crate::app::input::KeyCode;
use crate::app::model::Size;
use crate::app::screen::planner::tests::{offer, opened_with, planned, select};
use crate::app::testing::{SMALL, WIDE, day, press, press_ctrl, type_in};
use crate::domain::bilingual::Language;
use crate::domain::meeting::NotAsked;
use crate::ui::testing::drawn;

/// As in the sketch: Gareth Pugh is not asked, with a reason; Cerys has an advocate.
fn whole_offer() -> crate::domain::meeting::PlannerOffer {
    use crate::domain::meeting::{Invited, InvitedKind};
    let mut offer = offer();
    offer.plan.people[1].name = "Dai Rees".to_owned();
    offer.plan.people[6].role = "Mum".to_owned();
    offer.plan.people.push(Invited {
        role: "stepfather".to_owned(),
        not_asked: Some(NotAsked {
            reason: "police bail".to_owned(),
            decided_by: 2,
        }),
        ..Invited::new(InvitedKind::Family, "Gareth Pugh")
    });
    offer.plan.people.push(Invited {
        agency: "advocacy".to_owned(),
        part2: true,
        ..Invited::new(InvitedKind::Advocate, "Ioan Lloyd")
    });
    offer
}

#[test]
fn planner_opened_shows_window_parts_and_the_clash_before_saving() {
    for (name, size, language) in [
        ("opened_80x24", SMALL, Language::English),
        ("opened_120x40", WIDE, Language::English),
        ("opened_80x24_welsh", SMALL, Language::Welsh),
    ] {
        let model = opened_with(size, language, whole_offer(), None);
        insta::assert_snapshot!(name, drawn(&model));
    }
}

#[test]
fn planned_meeting_says_how_far_it_is_prepared() {
    let model = opened_with(SMALL, Language::English, planned(1), None);
    insta::assert_snapshot!("planned_80x24", drawn(&model));
}

#[test]
fn agency_that_missed_twice_running_is_marked_while_inviting() {
    use crate::domain::attendance::MissedTwice;
    let mut offer = whole_offer();
    let agency = offer.plan.people[2].agency.clone();
    offer.missed = vec![MissedTwice {
        agency,
        days: [day("2026-11-10"), day("2026-09-29")],
        is_in_this_case: true,
    }];
    let model = opened_with(SMALL, Language::English, offer, None);
    let shown = drawn(&model);
    assert!(shown.contains("! missed twice running"), "{shown}");
    insta::assert_snapshot!("missed_twice_80x24", shown);
}

#[test]
fn list_in_focus_marks_one_part_of_one_person() {
    let mut model = opened_with(SMALL, Language::English, whole_offer(), None);
    select(&mut model, 4 + 7);
    press(&mut model, KeyCode::Right);
    insta::assert_snapshot!("list_80x24", drawn(&model));
}

#[test]
fn faults_stand_at_their_places() {
    let mut broken = whole_offer();
    broken.plan.day = day("2026-12-25");
    broken.plan.people[7].not_asked = None;
    broken.plan.chair = None;
    let mut model = opened_with(SMALL, Language::English, broken, None);
    press_ctrl(&mut model, 's');
    insta::assert_snapshot!("faults_80x24", drawn(&model));
}

#[test]
fn form_of_a_day_shows_what_was_understood() {
    let mut model = opened_with(SMALL, Language::English, whole_offer(), None);
    press(&mut model, KeyCode::Char('d'));
    type_in(&mut model, "+2w");
    insta::assert_snapshot!("day_80x24", drawn(&model));
}

#[test]
fn form_of_a_person_names_the_agency() {
    let mut model = opened_with(SMALL, Language::English, whole_offer(), None);
    select(&mut model, 4 + 1);
    press(&mut model, KeyCode::Enter);
    insta::assert_snapshot!("person_80x24", drawn(&model));
}

#[test]
fn names_are_hidden_while_the_privacy_key_is_on() {
    let mut model = opened_with(WIDE, Language::English, whole_offer(), None);
    press(&mut model, KeyCode::F(8));
    let shown = drawn(&model);
    for name in ["Cerys", "Siân", "Gareth", "Dai Rees", "Ioan"] {
        assert!(!shown.contains(name), "{name}: {shown}");
    }
}

#[test]
fn planner_is_drawn_at_every_size() {
    for cols in [0, 1, 20, 40, 59, 60, 80] {
        for rows in [0, 1, 5, 6, 8, 12, 24] {
            let size = Size { cols, rows };
            let mut model = opened_with(size, Language::English, whole_offer(), None);
            drawn(&model);
            select(&mut model, 4 + 8);
            drawn(&model);
        }
    }
}
