//! Floors, extras and choices on forms other than the Welsh one.

use super::*;
use crate::domain::seraf::{ExtraAnswer, Header, Score, Warning, score};

fn at_age(answers: &Answers, age: Option<u8>) -> Score {
    score(answers, Header { age })
}

#[test]
fn floor_rule_lifts_a_child_below_its_age() {
    let answers = ticked(&issue_2013(), &[("S2", "past")]);
    let young = at_age(&answers, Some(12));
    assert_eq!(
        (young.total, young.category, young.category_by_points),
        (1, 3, 1)
    );
    assert_eq!(
        young.warnings,
        [Warning::FloorApplied {
            rule: 0,
            category: 3
        }]
    );
    assert_eq!(young.warnings[0].code(answers.form()), "floor-under-13");
    assert_eq!(
        young.next_band.map(|next| (next.points, next.category)),
        Some((15, 4))
    );
}

#[test]
fn floor_rule_leaves_a_child_of_its_age_alone() {
    let answers = ticked(&issue_2013(), &[("S2", "past")]);
    let older = at_age(&answers, Some(13));
    assert_eq!((older.category, older.warnings.len()), (1, 0));
}

#[test]
fn floor_rule_asks_for_an_unknown_age() {
    let answers = ticked(&issue_2013(), &[("S2", "past")]);
    let unknown = at_age(&answers, None);
    assert_eq!(unknown.category, 1);
    assert_eq!(unknown.warnings, [Warning::AgeNeeded { rule: 0 }]);
}

#[test]
fn floor_rule_without_ticks_in_its_section_does_nothing() {
    let answers = ticked(&issue_2013(), &[("V1", "present"), ("M1", "current")]);
    assert_eq!(at_age(&answers, Some(11)).category, 1);
}

#[test]
fn floor_by_count_of_high_levels_decides_and_makes_at_risk() {
    let one = ticked(&ceraf_like(), &[("L1", "high")]);
    assert_eq!(at_age(&one, None).category, 1);
    let two = ticked(&ceraf_like(), &[("L1", "high"), ("L2", "high")]);
    let score = at_age(&two, None);
    assert_eq!((score.total, score.category, score.at_risk), (6, 3, true));
}

#[test]
fn extra_field_adds_its_points_beside_the_sections() {
    let form = issue_2013();
    let mut answers = ticked(&form, &[("V1", "present")]);
    let at = form.extra_at("disability").unwrap();
    answers.say_extra(at, ExtraAnswer::NotKnown);
    let open = at_age(&answers, None);
    assert_eq!((open.total, open.if_unknown_present), (1, 2));
    answers.say_extra(at, ExtraAnswer::Yes);
    let score = at_age(&answers, None);
    assert_eq!((score.total, score.extra_points), (2, 1));
}

#[test]
fn points_of_an_item_stand_before_those_of_its_column() {
    let form = issue_2013();
    assert_eq!(at_age(&ticked(&form, &[("S1", "current")]), None).total, 10);
    assert_eq!(at_age(&ticked(&form, &[("S1", "past")]), None).total, 1);
    assert_eq!(at_age(&ticked(&form, &[("S2", "current")]), None).total, 5);
}

#[test]
fn unknown_level_could_add_its_highest_choice_only() {
    let form = ceraf_like();
    let mut answers = Answers::blank(&form);
    answers.say_not_known(form.item_at("L1").unwrap());
    answers.say_not_known(form.item_at("H1").unwrap());
    assert_eq!(at_age(&answers, None).if_unknown_present, 9);
}
