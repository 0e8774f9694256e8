//! The scores of the Welsh form against tables worked out by hand.
//!
//! The tables are literal: nothing on their right-hand sides is computed by the code they test,
//! which is also why this file is long.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use chrono::NaiveDate;
use diogel::domain::seraf::{
    Answers, Basis, ColumnAt, Evidence, EvidenceBook, Form, Forms, Header, ItemAnswer, ItemAt,
    Language, RawAnswers, Score, ScoreReport, projection, score,
};
use proptest::prelude::*;

/// Every box of the form, with the points it gives alone.
const BOXES: [(&str, &str, u32); 37] = [
    ("V1", "present", 1),
    ("V2", "present", 1),
    ("V3", "present", 1),
    ("V4", "present", 1),
    ("V5", "present", 1),
    ("V6", "present", 1),
    ("V7", "present", 1),
    ("V8", "present", 1),
    ("V9", "present", 1),
    ("V10", "present", 1),
    ("V11", "present", 1),
    ("M1", "current", 1),
    ("M2", "current", 1),
    ("M3", "current", 1),
    ("M4", "current", 1),
    ("M5", "current", 1),
    ("M6", "current", 1),
    ("M7", "current", 1),
    ("M8", "current", 1),
    ("M9", "current", 1),
    ("M10", "current", 1),
    ("M11", "current", 1),
    ("M12", "current", 1),
    ("S1", "current", 5),
    ("S1", "past", 1),
    ("S2", "current", 5),
    ("S2", "past", 1),
    ("S3", "current", 5),
    ("S3", "past", 1),
    ("S4", "current", 5),
    ("S4", "past", 1),
    ("S5", "current", 5),
    ("S5", "past", 1),
    ("S6", "current", 5),
    ("S6", "past", 1),
    ("S7", "current", 5),
    ("S7", "past", 1),
];

/// Totals of two boxes by the points of each, with the category: 1+1, 1+5 and 5+5 are all there are.
const PAIRS: [((u32, u32), u32, u8); 4] = [
    ((1, 1), 2, 1),
    ((1, 5), 6, 2),
    ((5, 1), 6, 2),
    ((5, 5), 10, 2),
];

/// Vulnerabilities, moderate, significant now only, earlier only, both → total, category.
/// DOMAIN.md, section 2.
const WORKED: [([usize; 5], u32, u8); 15] = [
    ([5, 0, 0, 0, 0], 5, 1),
    ([6, 0, 0, 0, 0], 6, 2),
    ([11, 0, 0, 0, 0], 11, 3),
    ([0, 12, 0, 0, 0], 12, 3),
    ([0, 0, 1, 0, 0], 5, 1),
    ([0, 0, 0, 1, 0], 1, 1),
    ([0, 0, 0, 0, 1], 6, 2),
    ([0, 0, 2, 0, 0], 10, 2),
    ([1, 0, 2, 0, 0], 11, 3),
    ([0, 0, 3, 0, 0], 15, 3),
    ([1, 0, 3, 0, 0], 16, 4),
    ([4, 4, 1, 1, 0], 14, 3),
    ([4, 4, 1, 1, 1], 20, 4),
    ([11, 12, 0, 0, 0], 23, 4),
    ([11, 12, 0, 0, 7], 65, 4),
];

/// Totals at the edges of the bands, made of V, M, significant now, earlier, both; with the
/// category, whether at risk, and the points to the next category.
type Edge = ([usize; 5], u32, u8, bool, Option<(u32, u8)>);
const EDGES: [Edge; 8] = [
    ([0, 0, 0, 0, 0], 0, 1, false, Some((6, 2))),
    ([2, 3, 0, 0, 0], 5, 1, false, Some((1, 2))),
    ([1, 0, 1, 0, 0], 6, 2, false, Some((5, 3))),
    ([3, 1, 0, 0, 1], 10, 2, false, Some((1, 3))),
    ([6, 5, 0, 0, 0], 11, 3, false, Some((5, 4))),
    ([1, 3, 1, 0, 1], 15, 3, false, Some((1, 4))),
    ([1, 3, 1, 1, 1], 16, 4, true, None),
    ([11, 12, 0, 0, 7], 65, 4, true, None),
];

fn welsh_form() -> Form {
    Forms::embedded()
        .unwrap()
        .get("seraf-wales")
        .unwrap()
        .clone()
}

fn place(form: &Form, item: &str, column: &str) -> (ItemAt, ColumnAt) {
    let at = form.item_at(item).unwrap();
    (at, form.item(at).unwrap().0.column_at(column).unwrap())
}

fn ticked(form: &Form, boxes: &[(&str, &str)]) -> Answers {
    let mut answers = Answers::blank(form);
    for (item, column) in boxes {
        let (at, column) = place(form, item, column);
        answers.tick(at, column);
    }
    answers
}

/// The first so many indicators of each kind; significant ones in the order now, earlier, both.
fn child(form: &Form, [v, m, now, earlier, both]: [usize; 5]) -> Answers {
    let mut answers = Answers::blank(form);
    let mut tick = |item: String, column: &str| {
        let (at, column) = place(form, &item, column);
        answers.tick(at, column);
    };
    (1..=v).for_each(|n| tick(format!("V{n}"), "present"));
    (1..=m).for_each(|n| tick(format!("M{n}"), "current"));
    for n in 1..=now + earlier + both {
        if n <= now || n > now + earlier {
            tick(format!("S{n}"), "current");
        }
        if n > now {
            tick(format!("S{n}"), "past");
        }
    }
    answers
}

fn scored(answers: &Answers) -> Score {
    score(answers, Header::default())
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

#[test]
fn welsh_form_as_embedded_has_the_shape_of_the_contract() {
    let form = welsh_form();
    let shape: Vec<(&str, usize)> = form
        .sections()
        .iter()
        .map(|section| (section.id.as_str(), section.items.len()))
        .collect();
    assert_eq!(
        shape,
        [("vulnerability", 11), ("moderate", 12), ("significant", 7)]
    );
    assert_eq!(form.most_points(), 65);
    assert_eq!(form.at_risk_from(), 16);
    assert!(!form.welsh_checked());
}

#[test]
fn welsh_form_texts_are_given_in_both_languages() {
    let form = welsh_form();
    for (_, _, item) in form.items() {
        assert_ne!(item.text.en, item.text.cy, "{}", item.id);
    }
    for band in form.bands() {
        assert_ne!(band.title.en, band.title.cy);
        assert_ne!(band.action.en, band.action.cy);
    }
}

#[test]
fn boxes_of_the_table_are_all_boxes_of_the_form() {
    let form = welsh_form();
    let of_form: Vec<(String, String)> = form
        .items()
        .flat_map(|(_, section, item)| {
            let columns = section.columns.iter();
            columns.map(|column| (item.id.clone(), column.id.clone()))
        })
        .collect();
    let of_table: Vec<(String, String)> = BOXES
        .iter()
        .map(|(item, column, _)| ((*item).to_owned(), (*column).to_owned()))
        .collect();
    assert_eq!(of_form, of_table);
}

#[test]
fn single_box_ticked_scores_its_points_and_is_category_1() {
    let form = welsh_form();
    for (item, column, points) in BOXES {
        let score = scored(&ticked(&form, &[(item, column)]));
        assert_eq!(
            (score.total, score.category, score.at_risk),
            (points, 1, false),
            "{item} {column}"
        );
        assert_eq!(score.not_asked, 29, "{item} {column}");
        assert_eq!(
            score.warnings.len(),
            usize::from(points == 5),
            "{item} {column}"
        );
    }
}

#[test]
fn every_pair_of_boxes_scores_as_the_table_says() {
    let form = welsh_form();
    let mut pairs = 0;
    for (first, (item, column, points)) in BOXES.into_iter().enumerate() {
        for (other_item, other_column, other_points) in BOXES.into_iter().skip(first + 1) {
            let score = scored(&ticked(
                &form,
                &[(item, column), (other_item, other_column)],
            ));
            let (_, total, category) = PAIRS
                .into_iter()
                .find(|(by_points, _, _)| *by_points == (points, other_points))
                .unwrap();
            assert_eq!(
                (score.total, score.category, score.at_risk),
                (total, category, false),
                "{item} {column} with {other_item} {other_column}"
            );
            pairs += 1;
        }
    }
    assert_eq!(pairs, 666);
}

/// The ways in which an indicator of each kind can be ticked: its columns and what they give.
const WAYS: [(char, &[&str], u32); 5] = [
    ('V', &["present"], 1),
    ('M', &["current"], 1),
    ('S', &["current"], 5),
    ('S', &["past"], 1),
    ('S', &["current", "past"], 6),
];

/// Totals of two indicators by the points of each, with the category, worked out by hand.
const TWO: [((u32, u32), u32, u8); 9] = [
    ((1, 1), 2, 1),
    ((1, 5), 6, 2),
    ((5, 1), 6, 2),
    ((1, 6), 7, 2),
    ((6, 1), 7, 2),
    ((5, 5), 10, 2),
    ((5, 6), 11, 3),
    ((6, 5), 11, 3),
    ((6, 6), 12, 3),
];

#[test]
fn single_indicator_ticked_in_any_way_scores_as_the_table_says() {
    let form = welsh_form();
    let mut ways = 0;
    for (_, _, item) in form.items() {
        for (kind, columns, points) in WAYS {
            if !item.id.starts_with(kind) {
                continue;
            }
            let boxes: Vec<(&str, &str)> =
                columns.iter().map(|column| (&*item.id, *column)).collect();
            let score = scored(&ticked(&form, &boxes));
            let category = if points == 6 { 2 } else { 1 };
            let found = (score.total, score.category, score.at_risk);
            assert_eq!(found, (points, category, false), "{} {columns:?}", item.id);
            ways += 1;
        }
    }
    assert_eq!(ways, 11 + 12 + 7 * 3);
}

#[test]
fn every_pair_of_indicators_in_every_way_scores_as_the_table_says() {
    let form = welsh_form();
    let items: Vec<&str> = form.items().map(|(_, _, item)| item.id.as_str()).collect();
    let ways_of = |item: &'static str| -> Vec<(&[&str], u32)> {
        let ways = WAYS.iter().filter(|(kind, ..)| item.starts_with(*kind));
        ways.map(|(_, columns, points)| (*columns, *points))
            .collect()
    };
    let mut pairs = 0;
    for (first, one) in items.iter().enumerate() {
        for other in items.iter().skip(first + 1) {
            for (columns, points) in ways_of(kind_of(one)) {
                for (other_columns, other_points) in ways_of(kind_of(other)) {
                    let boxes = columns.iter().map(|column| (*one, *column));
                    let boxes = boxes.chain(other_columns.iter().map(|column| (*other, *column)));
                    let boxes: Vec<(&str, &str)> = boxes.collect();
                    let score = scored(&ticked(&form, &boxes));
                    let (_, total, category) = TWO
                        .into_iter()
                        .find(|(by, _, _)| *by == (points, other_points))
                        .unwrap();
                    let found = (score.total, score.category, score.at_risk);
                    assert_eq!(found, (total, category, false), "{boxes:?}");
                    pairs += 1;
                }
            }
        }
    }
    // Pairs of V and M in one way; of one S in three ways with each of them; of two S in nine.
    assert_eq!(pairs, 23 * 22 / 2 + 23 * 7 * 3 + 7 * 6 / 2 * 9);
}

fn kind_of(item: &str) -> &'static str {
    match item.chars().next() {
        Some('V') => "V",
        Some('M') => "M",
        _ => "S",
    }
}

#[test]
fn worked_totals_of_the_field_come_out() {
    let form = welsh_form();
    for (counts, total, category) in WORKED {
        let score = scored(&child(&form, counts));
        assert_eq!(
            (score.total, score.category),
            (total, category),
            "{counts:?}"
        );
        assert_eq!(score.at_risk, category == 4, "{counts:?}");
    }
}

#[test]
fn totals_at_the_edges_of_bands_fall_on_the_right_side() {
    let form = welsh_form();
    for (counts, total, category, at_risk, next) in EDGES {
        let score = scored(&child(&form, counts));
        let next_band = score.next_band.map(|next| (next.points, next.category));
        assert_eq!(
            (score.total, score.category, score.at_risk, next_band),
            (total, category, at_risk, next),
            "{counts:?}"
        );
    }
}

#[test]
fn sections_of_a_mixed_form_add_up_each_for_itself() {
    let score = scored(&child(&welsh_form(), [4, 4, 1, 1, 1]));
    let points: Vec<u32> = score
        .sections
        .iter()
        .map(|section| section.points)
        .collect();
    assert_eq!(points, [4, 4, 12]);
    assert_eq!(score.only_earlier, 1);
}

#[test]
fn unknown_answers_score_nothing_and_tell_what_they_could_add() {
    let form = welsh_form();
    let mut answers = child(&form, [4, 4, 1, 1, 0]);
    answers.say_not_known(form.item_at("S7").unwrap());
    answers.say_no(form.item_at("V11").unwrap());
    let score = scored(&answers);
    assert_eq!((score.total, score.category), (14, 3));
    assert_eq!((score.not_known, score.not_asked), (1, 18));
    assert_eq!(
        (score.if_unknown_present, score.category_if_unknown_present),
        (20, 4)
    );
}

#[test]
fn current_significant_indicator_is_warned_of_below_category_4_only() {
    let form = welsh_form();
    let codes = |counts| -> Vec<String> {
        let score = scored(&child(&form, counts));
        score.warnings.iter().map(|w| w.code(&form)).collect()
    };
    assert_eq!(codes([0, 0, 1, 0, 0]), ["current-significant-below-4"]);
    assert_eq!(codes([0, 0, 3, 0, 0]), ["current-significant-below-4"]);
    assert_eq!(codes([1, 0, 3, 0, 0]), [""; 0]);
    assert_eq!(codes([5, 5, 0, 3, 0]), [""; 0]);
}

#[test]
fn report_in_json_has_the_fields_of_the_contract() {
    let form = welsh_form();
    let answers = child(&form, [1, 0, 2, 0, 0]);
    let report = ScoreReport::new(&answers, &scored(&answers), Language::English);
    assert_eq!(
        serde_json::to_string(&report).unwrap(),
        concat!(
            r#"{"form":"seraf-wales","score":11,"category":3,"title":"Moderate risk","#,
            r#""at_risk":false,"action":"Multi-agency meeting and plan, direct work.","#,
            r#""sections":{"vulnerability":1,"moderate":0,"significant":10},"#,
            r#""not_asked":27,"not_known":0,"score_if_unknown_present":11,"#,
            r#""warnings":["current-significant-below-4"]}"#
        )
    );
}

#[test]
fn same_child_seven_and_thirteen_months_on_falls_as_the_field_says() {
    let form = welsh_form();
    let answers = child(&form, [5, 3, 3, 0, 0]);
    let steps: Vec<(NaiveDate, u32, u8)> = projection(
        &answers,
        &EvidenceBook::default(),
        day(2026, 11, 23),
        Header::default(),
    )
    .into_iter()
    .map(|step| (step.from, step.total, step.category))
    .collect();
    assert_eq!(
        steps,
        [
            (day(2026, 11, 23), 23, 4),
            (day(2027, 5, 24), 8, 2),
            (day(2027, 11, 24), 5, 1),
        ]
    );
}

#[test]
fn dated_tick_falls_on_the_day_after_its_window() {
    let form = welsh_form();
    let answers = ticked(&form, &[("S1", "current"), ("V4", "present")]);
    let mut evidence = EvidenceBook::default();
    evidence.add(
        "S1",
        Evidence {
            last_known: Some(day(2026, 11, 3)),
            source: "foster carer".to_owned(),
            note: String::new(),
            basis: Basis::Seen,
        },
    );
    let steps: Vec<(NaiveDate, u32)> =
        projection(&answers, &evidence, day(2026, 11, 23), Header::default())
            .into_iter()
            .map(|step| (step.from, step.total))
            .collect();
    assert_eq!(
        steps,
        [
            (day(2026, 11, 23), 6),
            (day(2027, 5, 4), 2),
            (day(2027, 11, 4), 1)
        ]
    );
}

/// Any answer to any item: how it is given and what it scores.
fn any_answers() -> impl Strategy<Value = Vec<(usize, u8)>> {
    proptest::collection::vec((0..30usize, 0..4u8), 0..60)
}

fn apply(form: &Form, steps: &[(usize, u8)]) -> Answers {
    let mut answers = Answers::blank(form);
    let places: Vec<ItemAt> = form.items().map(|(at, _, _)| at).collect();
    for &(item, act) in steps {
        let columns: Vec<ColumnAt> = form
            .item(places[item])
            .unwrap()
            .0
            .columns()
            .map(|(at, _)| at)
            .collect();
        match act {
            0 => answers.say_no(places[item]),
            1 => answers.say_not_known(places[item]),
            act => answers.toggle(places[item], columns[usize::from(act - 2) % columns.len()]),
        }
    }
    answers
}

proptest! {
    #[test]
    fn ticking_more_never_lowers_total_or_category(steps in any_answers(), box_at in 0..37usize) {
        let form = welsh_form();
        let before = apply(&form, &steps);
        let mut after = before.clone();
        let (item, column, points) = BOXES[box_at];
        let (at, column) = place(&form, item, column);
        let new = !before.item(at).is_ticked(column);
        after.tick(at, column);
        let (low, high) = (scored(&before), scored(&after));
        prop_assert_eq!(high.total, low.total + if new { points } else { 0 });
        prop_assert!(high.category >= low.category);
        prop_assert!(high.total <= high.if_unknown_present && high.if_unknown_present <= 65);
    }

    #[test]
    fn order_of_ticking_does_not_matter(mut boxes in proptest::collection::vec(0..37usize, 0..37), turn in 0..37usize) {
        let form = welsh_form();
        boxes.sort_unstable();
        boxes.dedup();
        let tick_all = |boxes: &[usize]| {
            let named: Vec<(&str, &str)> = boxes.iter().map(|&n| (BOXES[n].0, BOXES[n].1)).collect();
            ticked(&form, &named)
        };
        let straight = tick_all(&boxes);
        if !boxes.is_empty() {
            let by = turn % boxes.len();
            boxes.rotate_left(by);
            boxes.reverse();
        }
        prop_assert_eq!(straight, tick_all(&boxes));
    }

    #[test]
    fn answers_written_and_read_again_are_the_same(steps in any_answers()) {
        let form = welsh_form();
        let answers = apply(&form, &steps);
        let json = serde_json::to_string(&answers).unwrap();
        let raw: RawAnswers = serde_json::from_str(&json).unwrap();
        prop_assert_eq!(Answers::from_raw(&form, &raw).unwrap(), answers);
    }

    #[test]
    fn toggling_twice_leaves_no_tick_behind(box_at in 0..37usize) {
        let form = welsh_form();
        let mut answers = Answers::blank(&form);
        let (at, column) = place(&form, BOXES[box_at].0, BOXES[box_at].1);
        answers.toggle(at, column);
        answers.toggle(at, column);
        prop_assert_eq!(answers.item(at), ItemAnswer::NotAsked);
    }

    #[test]
    fn projected_score_never_rises(steps in any_answers(), days in 0..800u64) {
        let form = welsh_form();
        let answers = apply(&form, &steps);
        let on = day(2024, 1, 1) + chrono::Days::new(days);
        let mut last = scored(&answers).total;
        for step in projection(&answers, &EvidenceBook::default(), on, Header::default()) {
            prop_assert!(step.total <= last);
            last = step.total;
        }
        prop_assert_eq!(last, scored(&answers).sections[0].points);
    }
}
