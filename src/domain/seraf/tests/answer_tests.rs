//! Answers: what a file may say, and what keys do to them.

use super::*;
use crate::domain::seraf::{AnswerError, ExtraAnswer, ItemAnswer, RawAnswers, Ticks};

fn read(form: &Form, json: &str) -> Result<Answers, AnswerError> {
    Answers::from_raw(form, &serde_json::from_str::<RawAnswers>(json).unwrap())
}

#[track_caller]
fn refused(answers: &str, sentence: &str) {
    let json = format!(r#"{{"form":"seraf-wales","answers":{answers}}}"#);
    assert_eq!(read(&welsh(), &json).unwrap_err().to_string(), sentence);
}

#[test]
fn answers_of_the_contract_are_read_and_written_alike() {
    let form = welsh();
    let json = r#"{"form":"seraf-wales","answers":{"V1":["present"],"V5":"no","V6":"not-known","S3":["current","past"]},"extra":{}}"#;
    let answers = read(&form, json).unwrap();
    let (s3, current) = place(&form, "S3", "current");
    assert!(answers.item(s3).is_ticked(current));
    assert_eq!(answers.item(form.item_at("V5").unwrap()), ItemAnswer::No);
    assert_eq!(
        answers.item(form.item_at("V6").unwrap()),
        ItemAnswer::NotKnown
    );
    assert_eq!(
        answers.item(form.item_at("V7").unwrap()),
        ItemAnswer::NotAsked
    );
    assert_eq!(serde_json::to_string(&answers).unwrap(), json);
}

#[test]
fn unknown_item_is_named() {
    refused(r#"{"V12":"no"}"#, "the form has no item \"V12\"");
}

#[test]
fn item_given_twice_is_named() {
    refused(
        r#"{"V1":["present"],"V1":"no"}"#,
        "item \"V1\" is answered twice",
    );
}

#[test]
fn unknown_column_is_named() {
    refused(
        r#"{"S1":["now"]}"#,
        "item S1: there is no column \"now\"; known are current, past",
    );
}

#[test]
fn column_given_twice_is_named() {
    refused(
        r#"{"S1":["past","past"]}"#,
        "item S1: column \"past\" is given twice",
    );
}

#[test]
fn unknown_word_is_named() {
    refused(
        r#"{"V1":"present"}"#,
        "item V1: \"present\" is no answer; write \"no\", \"not-known\" or a list of columns",
    );
}

#[test]
fn wrong_kinds_are_named() {
    for (answer, kind) in [
        ("true", "true or false"),
        ("1", "a number"),
        ("-1", "a negative number"),
        ("1.5", "a number with a fraction"),
        ("null", "null"),
        ("{\"a\":1}", "an object"),
        ("[1]", "a number"),
    ] {
        refused(
            &format!("{{\"V1\":{answer}}}"),
            &format!(
                "item V1: an answer is \"no\", \"not-known\" or a list of columns, not {kind}"
            ),
        );
    }
}

#[test]
fn empty_list_is_no_answer() {
    refused(
        r#"{"V1":[]}"#,
        "item V1: the list of columns is empty; write \"no\", or leave the item out",
    );
}

#[test]
fn answers_of_another_form_are_refused() {
    let error = read(&welsh(), r#"{"form":"ceraf","answers":{}}"#).unwrap_err();
    assert_eq!(
        error.to_string(),
        "these answers were given on the form \"ceraf\", not on \"seraf-wales\""
    );
}

#[test]
fn unknown_key_of_the_file_is_refused() {
    let json = r#"{"form":"seraf-wales","answers":{},"answer":{}}"#;
    let error = serde_json::from_str::<RawAnswers>(json).unwrap_err();
    assert!(error.to_string().contains("`answer`"), "{error}");
}

#[test]
fn second_choice_where_one_is_allowed_is_refused() {
    let json = r#"{"form":"ceraf-like","answers":{"L1":["low","high"]}}"#;
    assert_eq!(
        read(&ceraf_like(), json).unwrap_err(),
        AnswerError::MoreThanOne("L1".to_owned())
    );
}

#[test]
fn extra_fields_are_read_in_words_and_truth_values() {
    let form = issue_2013();
    let at = form.extra_at("disability").unwrap();
    for (said, answer) in [
        ("true", ExtraAnswer::Yes),
        ("\"yes\"", ExtraAnswer::Yes),
        ("false", ExtraAnswer::No),
        ("\"not-known\"", ExtraAnswer::NotKnown),
    ] {
        let json = format!(
            r#"{{"form":"seraf-2013","answers":{{}},"extra":{{"disability":{said},"age":12}}}}"#
        );
        let answers = read(&form, &json).unwrap();
        assert_eq!(
            (answers.extra(at), answers.stated_age()),
            (answer, Some(12))
        );
    }
}

#[test]
fn faulty_extra_fields_are_named() {
    let form = issue_2013();
    for (extra, sentence) in [
        ("\"x\":true", "the form has no extra field \"x\""),
        (
            "\"age\":40",
            "extra field age: write whole years, from 0 to 25",
        ),
        (
            "\"disability\":\"maybe\"",
            "extra field disability: an answer is \"yes\", \"no\" or \"not-known\"",
        ),
        (
            "\"disability\":true,\"disability\":false",
            "extra field \"disability\" is answered twice",
        ),
    ] {
        let json = format!(r#"{{"form":"seraf-2013","answers":{{}},"extra":{{{extra}}}}}"#);
        assert_eq!(read(&form, &json).unwrap_err().to_string(), sentence);
    }
}

#[test]
fn last_tick_taken_away_leaves_not_asked_and_never_no() {
    let form = welsh();
    let mut answers = Answers::blank(&form);
    let (at, past) = place(&form, "S1", "past");
    answers.say_no(at);
    answers.toggle(at, past);
    assert_eq!(answers.item(at).ticks(), Ticks::of(past));
    answers.toggle(at, past);
    assert_eq!(answers.item(at), ItemAnswer::NotAsked);
}

#[test]
fn second_tick_where_one_is_allowed_takes_the_first_ones_place() {
    let form = ceraf_like();
    let answers = ticked(&form, &[("L1", "low"), ("L1", "high")]);
    let (at, high) = place(&form, "L1", "high");
    assert_eq!(answers.item(at).ticks(), Ticks::of(high));
}

#[test]
fn place_of_a_larger_form_changes_nothing_on_a_smaller_one() {
    let (at, column) = place(&welsh(), "S7", "past");
    let mut answers = Answers::blank(&issue_2013());
    answers.toggle(at, column);
    answers.say_no(at);
    assert_eq!(answers, Answers::blank(&issue_2013()));
}
