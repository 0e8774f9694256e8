//! Rows of registers as referrals, and their faults by column.

use super::*;
use crate::domain::date_words::DateProblem;
use crate::domain::referral::{Fault, Fear};

fn now() -> DateTime<Utc> {
    "2026-11-23T10:42:00Z".parse().unwrap()
}

fn read(headings: &str, cells: &str) -> Result<Imported, Vec<CellFault>> {
    let known = Headings::embedded().unwrap();
    let policies = Policies::embedded().unwrap();
    let columns = HeadingRow {
        row: 1,
        columns: headings
            .split('|')
            .map(|name| (known.column(name), name.to_owned()))
            .collect(),
    };
    let reader = Reader {
        headings: &known,
        columns: &columns,
        policies: &policies,
        now: now(),
        nothing_said: "nothing said",
    };
    reader.read(&Row {
        number: 7,
        cells: cells
            .split('|')
            .map(|cell| match cell {
                "" => Cell::Empty,
                text => Cell::Text(text.to_owned()),
            })
            .collect(),
    })
}

#[test]
fn row_of_a_full_register_is_a_whole_referral() {
    let told = read(
        "Child's name|AKA|DOB|Sex|Address|Postcode|Lives with|School|Date received|Time|Method|Referred by|Concern|Type|Immediate risk|Parents aware|Outcome",
        "LLEWELLYN, Siân|Shaz; Bubbles|03/04/2012|F|1 Tŷ Gwyn|SA0 0AA|Foster care|Ysgol Ffug|12/11/2024|14:30|Phone|Police|Out all night.|Online / images|no|Y|SERAF",
    )
    .unwrap();
    let referral = &told.referral;
    let person = &referral.person;
    assert_eq!(person.given_name, "Siân");
    assert_eq!(person.family_name, "Llewellyn");
    assert_eq!(person.other_names, ["Shaz", "Bubbles"]);
    assert_eq!(person.born.unwrap().to_string(), "2012-04-03");
    assert_eq!(person.gender, Gender::Female);
    assert_eq!(person.address, "1 Tŷ Gwyn, SA0 0AA");
    assert_eq!(person.living, Living::WithCarers);
    assert_eq!(referral.received_at.to_string(), "2024-11-12 14:30:00 UTC");
    assert_eq!(referral.how, How::Telephone);
    assert_eq!(
        referral.source,
        Source::Agency("south-wales-police".to_owned())
    );
    assert_eq!(referral.feared, [Fear::Images, Fear::GroomingByTechnology]);
    assert_eq!(referral.parents_know, Some(true));
    assert_eq!(told.outcome.as_deref(), Some("seraf"));
    assert_eq!(told.row, 7);
}

#[test]
fn gaps_of_a_poor_register_are_not_known_and_nothing_is_made_up() {
    let told = read(
        "Forename|Surname|DOB|Referral date",
        "Ioan|ap Huw|14|01/07/2024",
    )
    .unwrap();
    let person = &told.referral.person;
    assert_eq!(person.born, None);
    assert_eq!(person.stated_age, Some(14));
    assert_eq!(person.gender, Gender::NotKnown);
    assert_eq!(told.referral.source, Source::Anonymous);
    assert_eq!(
        told.referral.what_happened.for_professionals(),
        "nothing said"
    );
    // By the clock on the wall it was noon; in summer that is eleven.
    assert_eq!(
        told.referral.received_at.to_string(),
        "2024-07-01 11:00:00 UTC"
    );
    let unknown = read("Name|DOB|Referral date", "Ioan|n/k|01/07/2024").unwrap();
    assert_eq!(unknown.referral.person.stated_age, None);
}

#[test]
fn source_that_is_not_known_is_kept_as_a_name() {
    let told = read("Name|Date|Source", "Ioan Rees|01/07/2024|Swim club").unwrap();
    assert_eq!(told.referral.source, Source::Agency("other".to_owned()));
    assert_eq!(told.referral.source_name.for_professionals(), "Swim club");
    let told = read(
        "Name|Date|Source",
        "Ioan Rees|01/07/2024|South Wales Police",
    )
    .unwrap();
    assert_eq!(told.referral.source.agency(), "south-wales-police");
}

#[track_caller]
fn check_fault(headings: &str, cells: &str, heading: &str, problem: &CellProblem) {
    let faults = read(headings, cells).unwrap_err();
    let found = faults.iter().find(|fault| fault.heading == heading);
    assert_eq!(
        found.map(|fault| &fault.problem),
        Some(problem),
        "{faults:?}"
    );
    assert!(faults.iter().all(|fault| fault.row == 7));
}

#[test]
fn faults_are_named_by_the_heading_of_the_file() {
    let columns = "Name|D.O.B.|Date referred|Sex|Outcome";
    let said = |said: &str| said.to_owned();
    check_fault(
        columns,
        "Siân|31/02/2012|01/07/2024|F|",
        "D.O.B.",
        &CellProblem::NoDate {
            said: said("31/02/2012"),
            why: DateProblem::NoSuchDay {
                day: 31,
                month: 2,
                year: Some(2012),
            },
        },
    );
    check_fault(
        columns,
        "Siân|||F|",
        "Date referred",
        &CellProblem::NoReceivedDate,
    );
    let word = CellProblem::NotAWord {
        said: said("banana"),
    };
    check_fault(columns, "Siân||01/07/2024|banana|", "Sex", &word);
    check_fault(columns, "Siân||01/07/2024||banana", "Outcome", &word);
    check_fault(
        columns,
        "||01/07/2024||",
        "Name",
        &CellProblem::Faulty(Fault::NoName),
    );
    check_fault(
        columns,
        "Siân|01/02/2030|01/07/2024||",
        "D.O.B.",
        &CellProblem::Faulty(Fault::BornInFuture),
    );
    check_fault(
        columns,
        "Siân|01/02/1990|01/07/2024||",
        "D.O.B.",
        &CellProblem::Faulty(Fault::NoLongerYoung {
            age: 34,
            until_birthday: 18,
        }),
    );
    check_fault(
        columns,
        "Siân||01/07/2030||",
        "Date referred",
        &CellProblem::Faulty(Fault::ReceivedInFuture),
    );
}

#[test]
fn row_with_several_faults_tells_each() {
    let columns = "Name|DOB|Date|Sex";
    let faults = read(columns, "Siân|31/02/2012|soon|banana").unwrap_err();
    assert_eq!(faults.len(), 3, "{faults:?}");
}

#[test]
fn escape_sequences_and_long_texts_in_cells_do_no_harm() {
    let told = read(
        "Name|Date|Notes",
        "Si\u{1b}[31mân Rees|01/07/2024|a\u{1b}]0;x\u{7}b",
    )
    .unwrap();
    assert_eq!(told.referral.person.given_name, "Siân");
    assert_eq!(told.referral.what_happened.for_professionals(), "ab");
    let long = "x".repeat(100_001);
    let faults = read("Name|Date|Notes", &format!("Siân|01/07/2024|{long}")).unwrap_err();
    assert_eq!(faults[0].heading, "Notes");
}

#[test]
fn names_are_taken_apart_as_they_are_written() {
    for (full, given, family) in [
        ("Siân Llewellyn", "Siân", "Llewellyn"),
        ("Llewellyn, Siân Mair", "Siân Mair", "Llewellyn"),
        ("Ioan ap Huw", "Ioan", "ap Huw"),
        ("Omar al Nahr", "Omar", "al Nahr"),
        ("Siân", "Siân", ""),
        ("", "", ""),
    ] {
        assert_eq!(
            two_names(full),
            (given.to_owned(), family.to_owned()),
            "{full}"
        );
    }
    assert_eq!(small_letters("LLŶR-EVANS"), "Llŷr-Evans");
    assert_eq!(small_letters("McDonald"), "McDonald");
    assert_eq!(small_letters("JO"), "JO");
}
