//! The house of `after` a week before its meeting.

use super::*;
use crate::casework::after::tests::{MEETING, house};
use crate::casework::meetings;
use crate::casework::testing::{CASE, House, day};
use crate::domain::invitation::Answer;
use crate::domain::person::ChosenLanguage;
use crate::domain::preparation::{Advocate, Asked, PreparationFault, State, What};

/// Tuesday 8 December 2026; the meeting is on the 15th, so all is to be ready by the 11th.
pub(in crate::casework) fn before() -> House {
    let mut house = house().on("2026-12-08T10:00:00Z");
    house.run("UPDATE clock SET due = '2026-12-11' WHERE kind = 'preparation'");
    house.rules.policies.policy.contact.email = "meetings@example.org".to_owned();
    house
}

pub(in crate::casework) const POLICE: i64 = 1;
pub(in crate::casework) const CERYS: i64 = 2;
pub(in crate::casework) const MUM: i64 = 3;

pub(in crate::casework) fn whole() -> PersonPreparation {
    PersonPreparation {
        told_on: Some(day("2026-12-07")),
        told_by: Confidential::new("Lowri Ham"),
        told_how: Confidential::new("at home"),
        wants_to_say: Shareable::new("I want to go back to football"),
        advocate: Advocate::Declined,
        language: ChosenLanguage::English,
        nothing: [Asked::BesideThem, Asked::Transport, Asked::VenueHard].into(),
        ..PersonPreparation::default()
    }
}

pub(in crate::casework) fn preparation_error<T: std::fmt::Debug>(
    result: Result<T, CaseworkError>,
) -> PreparationError {
    match result {
        Err(CaseworkError::Preparation(error)) => error,
        other => panic!("{other:?}"),
    }
}

fn looked_at(house: &mut House) -> Sheet {
    let found = house.as_user("worker", |desk| sheet(desk, Wanted::Case(CASE)));
    found.unwrap().1
}

fn prepared(house: &mut House, person: i64, given: &PersonPreparation) {
    house
        .as_user("worker", |desk| prepare(desk, MEETING, person, given))
        .unwrap();
}

#[test]
fn sheet_opened_has_the_family_the_agencies_and_what_the_case_knows() {
    let mut house = before();
    let sheet = looked_at(&mut house);
    let names: Vec<_> = sheet.people.iter().map(|one| &*one.person.name).collect();
    assert_eq!(names, ["Cerys", "Siân Hughes"]);
    // The case knows that Cerys chose Welsh; of her mother it knows nothing.
    let languages: Vec<_> = sheet
        .people
        .iter()
        .map(|one| one.preparation.language)
        .collect();
    assert_eq!(languages, [ChosenLanguage::Welsh, ChosenLanguage::NotAsked]);
    assert_eq!(sheet.agencies(), ["south-wales-police"]);
    assert_eq!(sheet.ready_by, day("2026-12-11"));
    let audited = house.texts("SELECT action FROM audit ORDER BY seq DESC LIMIT 1");
    assert_eq!(audited, ["preparation-seen"]);
}

#[test]
fn person_prepared_is_cleaned_kept_and_read_back() {
    let mut house = before();
    let given = PersonPreparation {
        told_how: Confidential::new(" at \u{1b}[31mhome\u{202e} "),
        wants_to_say: Shareable::new("one\r\ntwo\u{7}"),
        ..whole()
    };
    prepared(&mut house, CERYS, &given);
    let kept = looked_at(&mut house).people[0].preparation.clone();
    assert_eq!(kept.told_how.for_professionals(), "at home");
    assert_eq!(kept.wants_to_say.as_str(), "one\ntwo");
    assert_eq!(kept.version, 1);
    assert_eq!(kept.nothing.len(), 3);
    // What was said is not in the audit, which more people read.
    let details = house.audit_details("person-prepared");
    assert_eq!(details, [r#"{"person":2,"told":"2026-12-07"}"#]);
}

#[test]
fn person_prepared_from_an_old_version_is_a_conflict() {
    let mut house = before();
    prepared(&mut house, CERYS, &whole());
    for version in [0, 7] {
        let stale = PersonPreparation { version, ..whole() };
        let met = house.as_user("chair", |desk| prepare(desk, MEETING, CERYS, &stale));
        assert_eq!(met.unwrap_err().exit_code(), 5, "{version}");
    }
    let fresh = PersonPreparation {
        version: 1,
        ..whole()
    };
    prepared(&mut house, CERYS, &fresh);
}

#[test]
fn what_cannot_be_right_is_refused() {
    let mut house = before();
    let tomorrow = PersonPreparation {
        told_on: Some(day("2026-12-09")),
        ..whole()
    };
    let refused = house.as_user("worker", |desk| prepare(desk, MEETING, CERYS, &tomorrow));
    assert_eq!(
        preparation_error(refused),
        PreparationError::Faults(vec![PreparationFault::ToldInFuture])
    );
    // Nothing is prepared with professionals, and nobody is there under another number.
    for nobody in [POLICE, 77] {
        let refused = house.as_user("worker", |desk| prepare(desk, MEETING, nobody, &whole()));
        assert_eq!(preparation_error(refused), PreparationError::NobodyThere);
    }
    let none = Confidential::default();
    let report = house.as_user("worker", |desk| {
        report_received(desk, MEETING, "camhs", Some(day("2026-12-08")), &none, 0)
    });
    assert_eq!(preparation_error(report), PreparationError::NobodyThere);
    let future = house.as_user("worker", |desk| {
        let on = Some(day("2026-12-09"));
        report_received(desk, MEETING, "south-wales-police", on, &none, 0)
    });
    assert_eq!(
        preparation_error(future),
        PreparationError::ReceivedInFuture
    );
}

#[test]
fn roles_that_do_not_plan_look_and_change_nothing() {
    let mut house = before();
    house
        .as_user("duty", |desk| sheet(desk, Wanted::Meeting(MEETING)))
        .unwrap();
    let none = Confidential::default();
    let by = Confidential::new("x");
    let refused = [
        house.as_user("duty", |desk| prepare(desk, MEETING, CERYS, &whole())),
        house.as_user("duty", |desk| hold_back(desk, MEETING, None, None, &by)),
        house.as_user("duty", |desk| take_back(desk, MEETING, 1)),
        house.as_user("duty", |desk| {
            report_received(desk, MEETING, "south-wales-police", None, &none, 1)
        }),
        house
            .as_user("admin", |desk| sheet(desk, Wanted::Case(CASE)))
            .map(drop),
    ];
    for one in refused {
        assert_eq!(one.unwrap_err().exit_code(), 4);
    }
}

#[test]
fn restricted_case_is_kept_from_those_who_are_not_named() {
    let mut house = before();
    house.restrict(CASE);
    let looked = house.as_user("worker", |desk| sheet(desk, Wanted::Meeting(MEETING)));
    assert!(matches!(looked, Err(CaseworkError::Restricted { .. })));
    let changed = house.as_user("worker", |desk| prepare(desk, MEETING, CERYS, &whole()));
    assert!(matches!(changed, Err(CaseworkError::Restricted { .. })));
}

#[test]
fn held_back_is_noted_replaced_and_withdrawn_and_never_forgotten() {
    let mut house = before();
    let withheld = |what: &str, reason: &str| Withheld {
        what: Confidential::new(what),
        reason: Confidential::new(reason),
    };
    let chair = Confidential::new("Ann Bevan");
    let mut hold = |instead_of, given: Option<Withheld>, by: &Confidential| {
        house.as_user("worker", |desk| {
            hold_back(desk, MEETING, instead_of, given.as_ref(), by)
        })
    };
    for not_whole in [withheld("the car", ""), withheld(" ", "an inquiry")] {
        let refused = hold(None, Some(not_whole), &chair);
        assert_eq!(preparation_error(refused), PreparationError::NotWhole);
    }
    let nobody = Confidential::new(" ");
    assert_eq!(
        preparation_error(hold(None, None, &nobody)),
        PreparationError::NotWhole
    );
    // First nothing, then something after all, then other words for it.
    hold(None, None, &chair).unwrap();
    hold(None, Some(withheld("the car", "an inquiry")), &chair).unwrap();
    assert_eq!(
        preparation_error(hold(None, None, &chair)),
        PreparationError::StillHeldBack
    );
    hold(
        Some(2),
        Some(withheld("the white car", "an inquiry")),
        &chair,
    )
    .unwrap();
    let notes = looked_at(&mut house).held_back;
    assert_eq!(notes.len(), 1);
    let what = &notes[0].withheld.as_ref().unwrap().what;
    assert_eq!(what.for_professionals(), "the white car");
    house
        .as_user("worker", |desk| take_back(desk, MEETING, notes[0].id))
        .unwrap();
    let again = house.as_user("worker", |desk| take_back(desk, MEETING, notes[0].id));
    assert_eq!(again.unwrap_err().exit_code(), 5);
    assert!(looked_at(&mut house).held_back.is_empty());
    let kept = house.texts("SELECT what FROM not_shared WHERE withdrawn_at IS NOT NULL");
    assert_eq!(kept, ["", "the car", "the white car"]);
}

#[test]
fn clock_of_preparation_stops_when_the_list_is_done_and_runs_when_something_opens() {
    let mut house = before();
    let is_running = |house: &House| {
        let clocks = house.clocks();
        clocks.contains(&"preparation 2026-12-11".to_owned())
    };
    for person in [CERYS, MUM] {
        prepared(&mut house, person, &whole());
    }
    let chair = Confidential::new("Ann Bevan");
    house
        .as_user("worker", |desk| {
            hold_back(desk, MEETING, None, None, &chair)
        })
        .unwrap();
    let report = |house: &mut House, on: Option<&str>, version| {
        let none = Confidential::default();
        house
            .as_user("worker", |desk| {
                let on = on.map(day);
                report_received(desk, MEETING, "south-wales-police", on, &none, version)
            })
            .unwrap();
    };
    report(&mut house, Some("2026-12-07"), 0);
    assert!(is_running(&house), "nobody is invited yet");
    for person in [POLICE, CERYS, MUM] {
        house
            .as_user("worker", |desk| {
                crate::casework::invitations::mark_sent(desk, MEETING, person, 0)
            })
            .unwrap();
    }
    assert!(looked_at(&mut house).progress().is_ready());
    assert!(!is_running(&house));
    // The report was somebody else's after all.
    report(&mut house, None, 1);
    assert!(is_running(&house));
    report(&mut house, Some("2026-12-08"), 0);
    assert!(!is_running(&house));
    // Somebody new on the list is to be prepared and invited.
    let mut plan = looked_at(&mut house).meeting.plan;
    plan.people.push(crate::domain::meeting::Invited {
        part2: true,
        ..crate::domain::meeting::Invited::new(InvitedKind::Family, "Nan")
    });
    house
        .as_user("worker", |desk| {
            meetings::move_meeting(desk, MEETING, 1, &plan, "")
        })
        .unwrap();
    assert!(is_running(&house));
    let open: Vec<What> = looked_at(&mut house)
        .lines()
        .into_iter()
        .filter(|line| line.state != State::Done)
        .map(|line| line.what)
        .collect();
    assert_eq!(open.len(), 7 + 1);
    // Answers have clocks of their own.
    assert_eq!(
        house.texts("SELECT DISTINCT kind FROM clock WHERE kind LIKE 'invitation%'"),
        ["invitation-answer"]
    );
    house
        .as_user("worker", |desk| {
            let none = Confidential::default();
            crate::casework::invitations::answered(desk, MEETING, MUM, 1, Answer::Coming, &none)
        })
        .unwrap();
}

#[test]
fn told_by_word_of_mouth_alone_is_told_again_when_the_meeting_moves() {
    let mut house = before();
    for person in [CERYS, MUM] {
        prepared(&mut house, person, &whole());
    }
    // Mum has a letter too, and is sent the change of it; Cerys has only been spoken with.
    house
        .as_user("worker", |desk| {
            crate::casework::invitations::mark_sent(desk, MEETING, MUM, 0)
        })
        .unwrap();
    let told = |house: &mut House, at: usize| {
        let one = looked_at(house).people.remove(at).preparation;
        (one.state(PersonItem::Told), one.told_on, one.version)
    };
    let plan = crate::domain::meeting::MeetingPlan {
        day: day("2026-12-16"),
        ..looked_at(&mut house).meeting.plan
    };
    house
        .as_user("worker", |desk| {
            meetings::move_meeting(desk, MEETING, 1, &plan, "the chair is away")
        })
        .unwrap();
    let before_it = Some(day("2026-12-07"));
    assert_eq!(told(&mut house, 0), (State::Waiting, before_it, 2));
    assert_eq!(told(&mut house, 1).0, State::Done);
    // Something else is noted; nobody has told her yet, and what she was told stays known.
    let mut given = PersonPreparation {
        told_on: None,
        told_by: Confidential::default(),
        told_how: Confidential::default(),
        version: 2,
        ..whole()
    };
    prepared(&mut house, CERYS, &given);
    assert_eq!(told(&mut house, 0), (State::Waiting, before_it, 3));
    given.told_on = Some(day("2026-12-08"));
    given.told_by = Confidential::new("Lowri Ham");
    given.told_how = Confidential::new("by phone");
    given.version = 3;
    prepared(&mut house, CERYS, &given);
    assert_eq!(told(&mut house, 0), (State::Done, given.told_on, 4));
}

#[test]
fn case_without_a_meeting_has_nothing_to_prepare() {
    let mut house = before();
    house.run("UPDATE meeting SET status = 'held'");
    let looked = house.as_user("worker", |desk| sheet(desk, Wanted::Case(CASE)));
    assert_eq!(looked.unwrap_err().words_key(), "no-meeting");
    let changed = house.as_user("worker", |desk| prepare(desk, MEETING, CERYS, &whole()));
    assert_eq!(changed.unwrap_err().words_key(), "meeting-not-planned");
}
