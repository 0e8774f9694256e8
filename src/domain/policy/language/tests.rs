use proptest::prelude::*;

use super::*;

fn embedded() -> LanguageWarnings {
    let text = include_str!("../../../../data/language-warnings.toml");
    LanguageWarnings::from_toml("language-warnings.toml", text).unwrap()
}

/// The ids and typed words that are found in a text.
fn warned(text: &str) -> Vec<(String, String)> {
    let warnings = embedded();
    let found = warnings.find(text).into_iter();
    found.map(|w| (w.wording.id.clone(), w.typed)).collect()
}

#[test]
fn wording_is_found_in_any_case_and_over_line_breaks() {
    let table = [
        (
            "She PUTS herself at\n  risk.",
            "puts-at-risk",
            "PUTS herself at\n  risk",
        ),
        (
            "a life-style choice",
            "lifestyle-choice",
            "life-style choice",
        ),
        ("seen with her boyfriend again", "boyfriend", "boyfriend"),
        ("her older boyfriend drives", "boyfriend", "older boyfriend"),
        ("He won’t engage", "wont-engage", "won’t engage"),
        (
            "cafodd ei gweld gyda'i chariad hŷn; ei cariad hŷn",
            "boyfriend",
            "cariad hŷn",
        ),
    ];
    for (text, id, typed) in table {
        assert_eq!(warned(text), [(id.to_owned(), typed.to_owned())], "{text}");
    }
}

#[test]
fn wording_that_is_quoted_or_other_is_left_alone() {
    let table = [
        "",
        "her \"boyfriend\" drives",
        "her “boyfriend” drives",
        "her 'boyfriend' drives",
        "she said \"my boyfriend bought it\" today",
        "puts children at risk",
        "boyfriendly",
        "lifestyle. Choice",
        "promiscuou",
    ];
    for text in table {
        assert_eq!(warned(text), [], "{text}");
    }
}

#[test]
fn wording_after_a_closed_quotation_is_found() {
    let text = "said \"no\", then her boyfriend \"left\"";
    assert_eq!(warned(text).len(), 1);
}

#[test]
fn wording_is_placed_by_characters() {
    let warnings = embedded();
    let found = warnings.find("ŵŷ 👧 promiscuous");
    assert_eq!(found[0].chars, 5..16);
}

proptest! {
    #[test]
    fn wording_found_stands_where_it_says(text in "(boyfriend|puts|herself|at risk|[ \\n\"'’ŵ👧a-c-]){0,40}") {
        let warnings = embedded();
        let chars: Vec<char> = text.chars().collect();
        let mut end = 0;
        for warning in warnings.find(&text) {
            prop_assert!(warning.chars.start >= end);
            end = warning.chars.end;
            let there: String = chars[warning.chars].iter().collect();
            prop_assert_eq!(there, warning.typed);
        }
    }
}
