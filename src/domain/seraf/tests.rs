//! What the parts of the form, its answers, evidence and changes do at their edges. The totals of
//! the Welsh form are in `tests/seraf_scores.rs`.

mod about_tests;
mod answer_tests;
mod change_tests;
mod evidence_tests;
mod form_tests;
mod score_tests;

use chrono::NaiveDate;

use super::{Answers, Basis, ColumnAt, Evidence, EvidenceBook, Form, Forms, ItemAt};

const ISSUE_2013: &str = include_str!("../../../tests/fixtures/seraf/seraf-2013.toml");
const CERAF_LIKE: &str = include_str!("../../../tests/fixtures/seraf/ceraf-like.toml");

fn welsh() -> Form {
    let forms = Forms::embedded().unwrap();
    forms.default_form().unwrap().clone()
}

fn issue_2013() -> Form {
    Form::from_toml("seraf-2013.toml", ISSUE_2013).unwrap()
}

fn ceraf_like() -> Form {
    Form::from_toml("ceraf-like.toml", CERAF_LIKE).unwrap()
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn place(form: &Form, item: &str, column: &str) -> (ItemAt, ColumnAt) {
    let at = form.item_at(item).unwrap();
    let (section, _) = form.item(at).unwrap();
    (at, section.column_at(column).unwrap())
}

fn ticked(form: &Form, boxes: &[(&str, &str)]) -> Answers {
    let mut answers = Answers::blank(form);
    for (item, column) in boxes {
        let (at, column) = place(form, item, column);
        answers.tick(at, column);
    }
    answers
}

fn dated(items: &[(&str, NaiveDate)]) -> EvidenceBook {
    let mut book = EvidenceBook::default();
    for (item, last_known) in items {
        book.add(
            item,
            Evidence {
                last_known: Some(*last_known),
                source: "school".to_owned(),
                note: String::new(),
                basis: Basis::Reported,
            },
        );
    }
    book
}
