use super::*;
use crate::casework::after::tests::{MEETING, house};
use crate::casework::runner;
use crate::casework::testing::{CASE, House};
use crate::domain::panel::IssueKind;
use crate::domain::runner::{Attending, How, Part};
use crate::store::audit;

fn issue(what: &str, place: &str) -> NewIssue {
    NewIssue {
        kind: IssueKind::Place,
        what: Confidential::new(what),
        place: Confidential::new(place),
    }
}

fn noting(words: &str, is_live: bool) -> NewPanelNote {
    NewPanelNote {
        words: Confidential::new(words),
        passed_to: "south-wales-police".to_owned(),
        is_live,
    }
}

#[track_caller]
fn check_refused<T: std::fmt::Debug>(result: Result<T, CaseworkError>, why: PanelError) {
    match result {
        Err(CaseworkError::Panel(found)) => assert_eq!(found, why),
        other => panic!("{other:?}"),
    }
}

/// The meeting of today under way, with one thing said among the wider risks.
fn running() -> (House, ItemId) {
    let mut house = house();
    let said = NewItem {
        section: ItemSection::WiderRisks,
        change: None,
        agency: String::new(),
        words: Confidential::new("Cerys is met behind the station"),
    };
    let part1 = house
        .as_user("chair", |desk| {
            let part1 = runner::begin(desk, MEETING)?;
            let person = part1.meeting.plan.people[0].row.unwrap();
            let here = Attending {
                person,
                part: Part::One,
                how: How::Present,
                represented_by: String::new(),
            };
            runner::attend(desk, MEETING, &here)?;
            runner::add_item(desk, MEETING, &said)
        })
        .unwrap();
    let item = part1.items[0].id;
    (house, item)
}

#[test]
fn issue_is_raised_noted_passed_on_and_closed() {
    let mut house = house();
    for (user, raises) in [
        ("worker", true),
        ("chair", true),
        ("duty", false),
        ("admin", false),
    ] {
        let raised = house.as_user(user, |desk| raise(desk, &issue("lifts at night", "quay")));
        assert_eq!(raised.is_ok(), raises, "{user}");
    }
    check_refused(
        house.as_user("worker", |desk| raise(desk, &issue(" \n ", ""))),
        PanelError::NothingSaid,
    );
    let id = PanelIssueId(1);
    house
        .as_user("worker", |desk| {
            note(desk, id, 1, &noting("walked by\u{1b}[31m", true))
        })
        .unwrap();
    let stale = house.as_user("chair", |desk| note(desk, id, 1, &noting("late", true)));
    assert!(matches!(stale, Err(CaseworkError::Store(_))), "{stale:?}");
    let unknown = NewPanelNote {
        passed_to: "nobody".to_owned(),
        ..noting("x", true)
    };
    check_refused(
        house.as_user("worker", |desk| note(desk, id, 2, &unknown)),
        PanelError::NoAgency,
    );
    house
        .as_user("chair", |desk| {
            note(desk, id, 2, &noting("quiet since", false))
        })
        .unwrap();
    let live = house.as_user("duty", |desk| list(desk, true)).unwrap();
    assert_eq!(live.iter().map(|one| one.id.0).collect::<Vec<_>>(), [2]);
    let all = house.as_user("duty", |desk| list(desk, false)).unwrap();
    assert_eq!(all.iter().map(|one| one.id.0).collect::<Vec<_>>(), [2, 1]);
    let page = house.as_user("duty", |desk| look(desk, id)).unwrap();
    let words: Vec<_> = page
        .notes
        .iter()
        .map(|one| one.words.for_professionals())
        .collect();
    assert_eq!(words, ["quiet since", "walked by"]);
    assert!(!page.issue.is_live);
    assert!(
        audit::verify(house.store.connection(), None)
            .unwrap()
            .is_whole()
    );
}

#[test]
fn wider_risk_is_given_without_the_young_persons_name_and_once() {
    let (mut house, item) = running();
    for words in ["Cerys is met there", "HUGHES family", "met by cérys"] {
        check_refused(
            house.as_user("chair", |desk| give(desk, item, &issue(words, ""))),
            PanelError::NamesYoungPerson,
        );
        check_refused(
            house.as_user("chair", |desk| give(desk, item, &issue("a place", words))),
            PanelError::NamesYoungPerson,
        );
    }
    let part1 = house
        .as_user("chair", |desk| {
            give(desk, item, &issue("girls are met there", "station"))
        })
        .unwrap();
    assert_eq!(part1.of_panel, [(item, PanelIssueId(1))]);
    check_refused(
        house.as_user("chair", |desk| give(desk, item, &issue("again", ""))),
        PanelError::GivenAlready,
    );
    // Whose meeting it was is told to those alone who see the case.
    let page = house
        .as_user("worker", |desk| look(desk, PanelIssueId(1)))
        .unwrap();
    assert_eq!(
        page.cases.iter().map(|one| one.id).collect::<Vec<_>>(),
        [CASE]
    );
    house
        .store
        .connection()
        .execute_batch("UPDATE case_record SET restricted = 1 WHERE id = 1")
        .unwrap();
    let page = house
        .as_user("worker", |desk| look(desk, PanelIssueId(1)))
        .unwrap();
    assert_eq!(page.cases, []);
    assert_eq!(page.issue.young_people, 1);
}

#[test]
fn issue_is_taken_into_part_1_as_the_professionals_own() {
    let (mut house, _) = running();
    let raised = house.as_user("worker", |desk| {
        raise(desk, &issue("lifts at night", "quay"))
    });
    let id = raised.unwrap();
    let part1 = house
        .as_user("chair", |desk| take(desk, MEETING, id))
        .unwrap();
    let taken = part1
        .items
        .iter()
        .find(|one| (one.id, id) == part1.of_panel[0])
        .unwrap();
    assert_eq!(taken.section, ItemSection::WiderRisks);
    assert_eq!(taken.words.for_professionals(), "lifts at night (quay)");
    assert_eq!(taken.release, None);
    check_refused(
        house.as_user("chair", |desk| take(desk, MEETING, id)),
        PanelError::TakenAlready,
    );
    // Taken off the list, it may be taken once more; closed, it may not.
    let (item, version) = (taken.id, taken.version);
    house
        .as_user("chair", |desk| runner::remove_item(desk, item, version))
        .unwrap();
    house
        .as_user("chair", |desk| take(desk, MEETING, id))
        .unwrap();
    let other = house.as_user("worker", |desk| raise(desk, &issue("a flat", "")));
    let other = other.unwrap();
    house
        .as_user("worker", |desk| {
            note(desk, other, 1, &noting("empty now", false))
        })
        .unwrap();
    check_refused(
        house.as_user("chair", |desk| take(desk, MEETING, other)),
        PanelError::Closed,
    );
    check_refused(
        house.as_user("chair", |desk| take(desk, MEETING, PanelIssueId(99))),
        PanelError::NoIssue,
    );
}
