use chrono::{DateTime, Utc};
use proptest::prelude::*;

use super::*;
use crate::domain::assessment::{AssessmentId, Stamp};
use crate::domain::case::{CaseId, Stage};
use crate::domain::rules::Rules;
use crate::domain::seraf::{Basis, Evidence, ItemAnswer};
use crate::domain::sharing::Confidential;

fn today() -> NaiveDate {
    "2026-11-23".parse().unwrap()
}

fn sheet() -> Sheet {
    let form = Rules::embedded().unwrap().forms;
    let at: DateTime<Utc> = "2026-11-23T10:00:00Z".parse().unwrap();
    let stamp = Stamp {
        user_id: 1,
        name: "Mari Huws".to_owned(),
        at,
    };
    let case = CaseBrief {
        id: CaseId(1),
        reference: "NPT-26-041".to_owned(),
        given_name: "Siân".to_owned(),
        family_name: "Example".to_owned(),
        known_as: String::new(),
        born: None,
        stated_age: Some(14),
        stage: Stage::Assessing,
        is_restricted: false,
        owner: None,
        opened_on: today(),
        version: 1,
    };
    let draft = Assessment {
        id: AssessmentId(1),
        case: case.id,
        content: Content::blank(form.default_form().unwrap(), today()),
        begun: stamp.clone(),
        saved: stamp,
        outcome: None,
        version: 1,
    };
    let opened = Opened {
        case,
        draft,
        earlier: Vec::new(),
        is_new: true,
    };
    Sheet::new(opened, today())
}

fn go_to(sheet: &mut Sheet, item: &str) {
    let at = sheet.content.form().item_at(item).unwrap();
    let line = sheet.lines.iter().position(|line| *line == Line::Item(at));
    sheet.cursor.at = line.unwrap();
}

#[test]
fn space_ticks_the_column_that_the_cursor_is_in() {
    let mut sheet = sheet();
    go_to(&mut sheet, "S1");
    sheet.give(today(), Given::Tick);
    assert_eq!(sheet.reckoned.score.total, 5);
    sheet.other_column();
    sheet.give(today(), Given::Tick);
    assert_eq!(sheet.reckoned.score.total, 6);
    sheet.other_column();
    sheet.give(today(), Given::Tick);
    assert_eq!(sheet.reckoned.score.total, 1);
    assert_eq!(sheet.reckoned.score.only_earlier, 1);
}

#[test]
fn no_and_not_known_and_clear_are_three_answers() {
    let mut sheet = sheet();
    go_to(&mut sheet, "V5");
    let at = sheet.content.form().item_at("V5").unwrap();
    for (given, answer) in [
        (Given::No, ItemAnswer::No),
        (Given::NotKnown, ItemAnswer::NotKnown),
        (Given::Clear, ItemAnswer::NotAsked),
    ] {
        sheet.give(today(), given);
        assert_eq!(sheet.content.answers.item(at), answer);
    }
}

#[test]
fn dates_of_the_evidence_tick_their_own_columns() {
    let mut sheet = sheet();
    go_to(&mut sheet, "S1");
    assert_eq!(sheet.give(today(), Given::ByDates), None);
    for day in ["2026-11-03", "2026-02-01"] {
        sheet.content.evidence.add(
            "S1",
            Evidence {
                last_known: Some(day.parse().unwrap()),
                source: "school".to_owned(),
                note: String::new(),
                basis: Basis::Seen,
            },
        );
    }
    assert_eq!(sheet.give(today(), Given::ByDates), Some(true));
    assert_eq!(sheet.reckoned.score.total, 6);
}

#[test]
fn text_takes_no_tick() {
    let mut sheet = sheet();
    sheet.cursor.at = sheet.lines.len() - 1;
    assert_eq!(sheet.give(today(), Given::Tick), None);
}

/// One thing that a person does on the form.
#[derive(Debug, Clone)]
enum Deed {
    Go(usize),
    Other,
    Give(Given),
    Say(String),
    Remove,
    Undo,
    Redo,
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        (0_usize..50).prop_map(Deed::Go),
        Just(Deed::Other),
        prop_oneof![
            Just(Given::Tick),
            Just(Given::No),
            Just(Given::NotKnown),
            Just(Given::Clear),
            Just(Given::ByDates)
        ]
        .prop_map(Deed::Give),
        "[a-z]{0,5}".prop_map(Deed::Say),
        Just(Deed::Remove),
        Just(Deed::Undo),
        Just(Deed::Redo),
    ]
}

fn carry_out(sheet: &mut Sheet, deed: Deed) {
    match deed {
        Deed::Go(at) => sheet.cursor.at = at % sheet.lines.len(),
        Deed::Other => sheet.other_column(),
        Deed::Give(given) => {
            sheet.give(today(), given);
        }
        Deed::Say(text) => {
            sheet.edit(today(), |content| {
                content.narrative = Confidential::new(text.clone());
                content.evidence.add(
                    "S1",
                    Evidence {
                        last_known: Some(today()),
                        source: text,
                        note: String::new(),
                        basis: Basis::Seen,
                    },
                );
            });
        }
        Deed::Remove => {
            sheet.edit(today(), |content| {
                content.evidence.remove("S1", 0);
            });
        }
        Deed::Undo => {
            sheet.undo(today());
        }
        Deed::Redo => {
            sheet.redo(today());
        }
    }
}

proptest! {
    #[test]
    fn whatever_was_done_undone_is_the_beginning_and_redone_the_end(deeds in proptest::collection::vec(deed(), 0..60)) {
        let mut sheet = sheet();
        let beginning = sheet.content.clone();
        for deed in deeds {
            carry_out(&mut sheet, deed);
        }
        let end = sheet.content.clone();
        let mut steps = 0;
        while sheet.undo(today()) {
            steps += 1;
        }
        prop_assert_eq!(&sheet.content, &beginning);
        for _ in 0..steps {
            prop_assert!(sheet.redo(today()));
        }
        prop_assert_eq!(&sheet.content, &end);
    }

    #[test]
    fn what_follows_is_never_older_than_the_content(deeds in proptest::collection::vec(deed(), 0..30)) {
        let mut sheet = sheet();
        for deed in deeds {
            carry_out(&mut sheet, deed);
            let header = sheet.content.header(&sheet.case);
            let fresh = crate::domain::seraf::score(&sheet.content.answers, header);
            prop_assert_eq!(&sheet.reckoned.score, &fresh);
        }
    }
}
