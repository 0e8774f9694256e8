//! One named test for each way in which a form file can be wrong.

use super::*;
use crate::domain::seraf::{Bilingual, Choice, Every, Language, Window};

/// Changes the 2013 form in one place and gives the refusal's sentence.
#[track_caller]
fn refusal(from: &str, to: &str) -> String {
    assert!(ISSUE_2013.contains(from), "the fixture has no {from}");
    let text = ISSUE_2013.replacen(from, to, 1);
    Form::from_toml("own.toml", &text).unwrap_err().to_string()
}

#[test]
fn form_files_of_other_issues_are_carried_whole() {
    let form = issue_2013();
    assert_eq!(form.reassess_every(), Every::Days(84));
    assert_eq!(form.extras()[0].points, 1);
    assert_eq!(form.rules()[0].under_age, Some(13));
    let moderate = &form.sections()[1].columns[0];
    assert_eq!(
        moderate.window,
        Some(Window {
            from_months: 0,
            to_months: 3
        })
    );
    assert_eq!(form.sections()[2].items[0].points, [10, 1]);
    assert_eq!(form.most_points(), 1 + 1 + 11 + 6 + 1);
    let levels = ceraf_like();
    assert_eq!(levels.sections()[1].choice, Choice::One);
    assert_eq!(levels.most_points(), 6 + 3 + 3);
}

#[test]
fn text_given_once_stands_in_both_languages() {
    let form = ceraf_like();
    let Bilingual { en, cy } = form.title();
    assert_eq!(en, cy);
    let welsh = welsh();
    assert_eq!(welsh.title().say(Language::Welsh), "SERAF (Cymru)");
}

#[test]
fn significant_column_is_warned_of_below_at_risk_without_being_told() {
    let form = issue_2013();
    let columns = &form.sections()[2].columns;
    assert_eq!(
        (columns[0].warn_below, columns[1].warn_below),
        (Some(4), None)
    );
}

#[test]
fn text_that_is_no_toml_is_refused_with_its_line() {
    let error = Form::from_toml("own.toml", "id = \"x\"\ntitle = = 3\n").unwrap_err();
    assert!(
        error
            .to_string()
            .starts_with("own.toml: line 2: this is not valid TOML:"),
        "{error}"
    );
}

#[test]
fn overlapping_bands_are_refused() {
    assert_eq!(
        refusal("from = 6\n", "from = 5\n"),
        "own.toml: band.2.from: the band starts at 5, but the one before already reaches 5: \
         they overlap"
    );
}

#[test]
fn gapped_bands_are_refused() {
    assert_eq!(
        refusal("from = 11\n", "from = 12\n"),
        "own.toml: band.3.from: the band starts at 12, but the one before ends at 10: totals \
         between have none"
    );
}

#[test]
fn bands_that_start_above_nothing_are_refused() {
    assert_eq!(
        refusal("from = 0\nto = 5", "from = 1\nto = 5"),
        "own.toml: band.1.from: the first band must start at 0, but starts at 1"
    );
}

#[test]
fn bands_that_end_below_the_possible_are_refused() {
    assert_eq!(
        refusal("to = 99", "to = 19"),
        "own.toml: band.4.to: the last band ends at 19, but a total of 20 is possible"
    );
}

#[test]
fn band_upside_down_is_refused() {
    assert_eq!(
        refusal("from = 6\nto = 10", "from = 6\nto = 4"),
        "own.toml: band.2.to: the band ends at 4, below its start, 6"
    );
}

#[test]
fn categories_that_do_not_rise_are_refused() {
    assert_eq!(
        refusal("category = 3", "category = 2"),
        "own.toml: band.3.category: the category 2 must be above the one of the band before, 2"
    );
}

#[test]
fn at_risk_from_within_a_band_is_refused() {
    assert_eq!(
        refusal("at_risk_from = 16", "at_risk_from = 17"),
        "own.toml: at_risk_from: 17 is not where a band starts"
    );
}

#[test]
fn item_id_of_another_section_is_refused() {
    assert_eq!(
        refusal("id = \"M1\"", "id = \"V1\""),
        "own.toml: section.moderate.item.V1.id: the id \"V1\" is given twice"
    );
}

#[test]
fn double_section_column_rule_and_extra_ids_are_refused() {
    assert!(refusal("id = \"moderate\"", "id = \"vulnerability\"").contains("given twice"));
    assert!(refusal("id = \"past\"", "id = \"current\"").contains("given twice"));
    assert!(refusal("id = \"disability\"", "id = \"age\"").contains("given twice"));
}

#[test]
fn section_without_items_is_refused() {
    assert_eq!(
        refusal(
            "[[section.item]]\nid = \"M1\"\ntext = \"a moderate indicator\"\n",
            ""
        ),
        "own.toml: section.moderate.item: there is none; at least one is needed"
    );
}

#[test]
fn form_without_sections_is_refused() {
    let (head, _) = ISSUE_2013.split_once("[[section]]").unwrap();
    assert_eq!(
        Form::from_toml("own.toml", head).unwrap_err().to_string(),
        "own.toml: section: there is none; at least one is needed"
    );
}

#[test]
fn window_that_reaches_backwards_is_refused() {
    assert_eq!(
        refusal(
            "from_months = 6, to_months = 12",
            "from_months = 12, to_months = 6"
        ),
        "own.toml: section.significant.column.past.window.to_months: the window ends 6 months \
         back, which is not farther than its start, 12 months back"
    );
    assert_eq!(
        refusal("to_months = 3", "to_months = -3"),
        "own.toml: section.moderate.column.current.window.to_months: this must not be negative, \
         but is -3"
    );
}

#[test]
fn overlapping_windows_are_refused() {
    assert_eq!(
        refusal(
            "from_months = 6, to_months = 12",
            "from_months = 5, to_months = 12"
        ),
        "own.toml: section.significant.column.past.window: the window overlaps the one of column \
         \"current\": a date would fall in both"
    );
}

#[test]
fn negative_points_are_refused() {
    assert_eq!(
        refusal("points = 5", "points = -5"),
        "own.toml: section.significant.column.current.points: this must not be negative, but is -5"
    );
}

#[test]
fn unknown_key_is_refused_by_name() {
    assert_eq!(
        refusal("id = \"S2\"", "id = \"S2\"\npoint = 3"),
        "own.toml: section.significant.item.S2.point: no such key is known here; known are id, \
         text, guidance, points"
    );
    assert!(
        refusal("at_risk_from = 16", "at_risk_from = 16\nat_risk = 1").contains(": at_risk: no")
    );
    assert!(refusal("title.cy = ", "title.fr = ").contains("title.fr"));
}

#[test]
fn wrong_type_is_refused_by_name() {
    assert_eq!(
        refusal("points = 5", "points = \"five\""),
        "own.toml: section.significant.column.current.points: this must be a whole number, not a \
         text"
    );
    assert!(refusal("points = 5", "points = 5.5").contains("a number with a fraction"));
    assert!(refusal("text = \"a moderate indicator\"", "text = 7").contains("item.M1.text"));
}

#[test]
fn number_beyond_reason_is_refused() {
    assert_eq!(
        refusal("points = 5", "points = 5000"),
        "own.toml: section.significant.column.current.points: this is 5000, beyond the most \
         allowed, 1000"
    );
}

#[test]
fn missing_key_is_refused_by_name() {
    assert_eq!(
        refusal("action = \"Meet\"\n", ""),
        "own.toml: band.3.action: this key is missing"
    );
}

#[test]
fn empty_titles_are_refused_in_either_language() {
    assert_eq!(
        refusal("title.cy = \"SERAF, argraffiad 2013\"", "title.cy = \"  \""),
        "own.toml: title.cy: this must not be empty"
    );
    assert!(refusal("title = \"Mild\"", "title = \"\"").contains("band.2.title: this must not be"));
}

#[test]
fn escape_sequence_in_a_text_is_refused() {
    assert_eq!(
        refusal("\"a moderate indicator\"", "\"a \\u001b[2J indicator\""),
        "own.toml: section.moderate.item.M1.text: this holds a control or direction character; \
         use plain text only"
    );
    assert!(refusal("\"Mild\"", "\"\\u202eMild\"").contains("direction character"));
}

#[test]
fn id_with_spaces_is_refused() {
    assert!(refusal("id = \"M1\"", "id = \"M 1\"").contains("\"M 1\" is not an id"));
}

#[test]
fn unknown_choice_is_refused() {
    assert_eq!(
        refusal("choice = \"any\"", "choice = \"many\""),
        "own.toml: section.vulnerability.choice: \"many\" is not known here; known are \"any\" \
         and \"one\""
    );
}

#[test]
fn span_of_time_in_other_words_is_refused() {
    assert!(
        refusal("\"12 weeks\"", "\"quarterly\"").contains("reassess_every: \"quarterly\" is no")
    );
    assert!(refusal("\"12 weeks\"", "\"0 weeks\"").contains("is no span of time"));
}

#[test]
fn rule_that_points_nowhere_is_refused() {
    assert_eq!(
        refusal("section = \"significant\"", "section = \"signifcant\""),
        "own.toml: rule.under-13.section: there is no section \"signifcant\""
    );
    assert!(refusal("at_least = 3", "at_least = 9").contains("no band of category 9"));
    assert!(refusal("at_least = 3", "at_least = 3\nticks = 0").contains("at least 1, but is 0"));
    assert!(refusal("at_least = 3", "at_least = 3\ncolumn = \"x\"").contains("no column \"x\""));
}

#[test]
fn points_for_an_unknown_column_are_refused() {
    assert!(
        refusal("{ current = 10 }", "{ curent = 10 }").contains("S1.points.curent: there is no")
    );
}

#[test]
fn own_form_takes_the_place_of_the_embedded_but_not_of_another_own() {
    let mut forms = Forms::embedded().unwrap();
    let own = ISSUE_2013.replacen("seraf-2013", "seraf-wales", 1);
    forms.add("own.toml", &own).unwrap();
    assert_eq!(
        forms.default_form().unwrap().title().en,
        "SERAF, 2013 issue"
    );
    assert_eq!(
        forms.add("again.toml", &own).unwrap_err().to_string(),
        "again.toml: id: the form \"seraf-wales\" has been read already from another file"
    );
}

#[test]
fn next_due_day_clamps_at_the_month_end() {
    assert_eq!(
        Every::Months(3).after(day(2026, 11, 30)),
        Some(day(2027, 2, 28))
    );
    assert_eq!(
        Every::Days(84).after(day(2026, 11, 30)),
        Some(day(2027, 2, 22))
    );
}
