//! The header fields of a form file that say something of the young person: read, or refused by key.

use super::*;
use crate::domain::seraf::Language;

/// The form of a test with this after it.
fn with(about: &str) -> Result<Form, String> {
    let text = format!("{CERAF_LIKE}\n{about}");
    Form::from_toml("own.toml", &text).map_err(|error| error.to_string())
}

const SCHOOL: &str = "[[about]]\nid = \"school\"\ntext.en = \"school\"\ntext.cy = \"ysgol\"\n";

#[test]
fn form_without_a_header_is_fine() {
    assert_eq!(ceraf_like().about().count(), 0);
}

#[test]
fn welsh_form_asks_for_the_header_of_the_paper_form_and_gives_no_points_for_it() {
    let form = welsh();
    let ids: Vec<&str> = form.about().map(|(_, field)| field.id.as_str()).collect();
    assert_eq!(
        ids,
        [
            "ethnicity",
            "languages",
            "disability",
            "legal-status",
            "in-care-since",
            "protection-plan-since",
            "known-since",
            "youth-justice",
            "other-agencies",
            "named-before",
        ]
    );
    for (at, field) in form.about() {
        assert_eq!(form.about_field(at), Some(field));
        assert_ne!(field.text.en, field.text.cy);
        assert!(field.guidance.is_some(), "{}", field.id);
    }
    assert_eq!(form.most_points(), 65);
}

#[test]
fn field_is_read_in_both_languages_with_or_without_guidance() {
    let form = with(&format!("{SCHOOL}guidance = \"Which.\"\n")).unwrap();
    let (_, field) = form.about().next().unwrap();
    assert_eq!(field.text.say(Language::Welsh), "ysgol");
    assert_eq!(field.guidance.as_ref().unwrap().en, "Which.");
    assert_eq!(with(SCHOOL).unwrap().about().count(), 1);
}

#[test]
fn field_of_an_id_given_before_is_refused() {
    assert_eq!(
        with(&format!("{SCHOOL}\n{SCHOOL}")).unwrap_err(),
        "own.toml: about.school.id: the id \"school\" is given twice"
    );
}

#[test]
fn field_without_a_text_or_with_an_empty_one_is_refused() {
    assert_eq!(
        with("[[about]]\nid = \"school\"\n").unwrap_err(),
        "own.toml: about.school.text: this key is missing"
    );
    assert_eq!(
        with(&SCHOOL.replace("ysgol", " ")).unwrap_err(),
        "own.toml: about.school.text.cy: this must not be empty"
    );
    let guidance = format!("{SCHOOL}guidance.en = \"\"\n");
    assert!(
        with(&guidance)
            .unwrap_err()
            .contains("about.school.guidance.en: this must")
    );
}

#[test]
fn field_with_a_wrong_key_is_refused_by_name() {
    assert_eq!(
        with(&format!("{SCHOOL}points = 1\n")).unwrap_err(),
        "own.toml: about.school.points: no such key is known here; known are id, text, guidance"
    );
    assert_eq!(
        with("[about]\nid = \"school\"\n").unwrap_err(),
        "own.toml: about: this must be a list of tables, not a table"
    );
}

#[test]
fn more_fields_than_a_screen_can_ask_for_are_refused() {
    let many: Vec<String> = (0..41)
        .map(|number| SCHOOL.replace("\"school\"\ntext.en", &format!("\"f{number}\"\ntext.en")))
        .collect();
    assert_eq!(
        with(&many.concat()).unwrap_err(),
        "own.toml: about: there are 41, more than the 40 there can be"
    );
}
