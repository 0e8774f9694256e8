use super::busy::{BusyDays, busy, insert_away};
use chrono::NaiveTime;

use super::*;
use crate::domain::meeting::{Busy, BusyWho, BusyWhy, InvitedKind, MeetingKind, Part};
use crate::domain::roles::Role;
use crate::store::account;
use crate::store::testing::connection_in_memory;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn at() -> DateTime<Utc> {
    "2026-11-24T10:00:00Z".parse().unwrap()
}

/// Two cases, 1 and 2, of brothers; user 1 is a chair.
fn connection() -> Connection {
    let connection = connection_in_memory().unwrap();
    account::insert(&connection, "chair", "Ann Bevan", Role::Chair).unwrap();
    for (id, given) in [(1, "Ioan"), (2, "Rhys")] {
        connection
            .execute(
                "INSERT INTO case_record (id, uid, reference, given_name, family_name, name_key,
                     living, language, stage, opened_on, last_event_at)
                 VALUES (?1, ?1, 'NPT-26-00' || ?1, ?2, 'Rees', 'rees', 'at-home', 'en',
                     'to-be-heard', '2026-11-01', '2026-11-01T09:00:00Z')",
                params![id, given],
            )
            .unwrap();
    }
    connection
        .execute_batch(
            "INSERT INTO relation (case_id, other_case, name, kind) VALUES
                 (1, 2, '', 'sibling'), (1, NULL, 'Nia Rees', 'parent-carer'),
                 (1, NULL, 'Gareth Pugh', 'household'), (1, NULL, 'X', 'adult-of-concern');",
        )
        .unwrap();
    connection
}

fn plan() -> MeetingPlan {
    let part = |hour, minutes| Part {
        start: NaiveTime::from_hms_opt(hour, 0, 0).unwrap(),
        minutes,
        agenda: vec!["What is going well".to_owned()],
    };
    let police = Invited {
        agency: "south-wales-police".to_owned(),
        role: "officer in the case".to_owned(),
        part1: true,
        ..Invited::new(InvitedKind::Professional, "Dai Rees")
    };
    let mum = Invited {
        role: "Mum".to_owned(),
        not_asked: Some(NotAsked {
            reason: "bail".to_owned(),
            decided_by: 1,
        }),
        ..Invited::new(InvitedKind::Family, "Nia Rees")
    };
    let ioan = Invited {
        part2: true,
        ..Invited::new(InvitedKind::YoungPerson, "Ioan Rees")
    };
    MeetingPlan {
        kind: MeetingKind::Initial,
        day: day("2026-12-04"),
        part1: part(14, 60),
        part2: Some(part(15, 50)),
        no_part2: None,
        venue: "sandfields".to_owned(),
        chair: Some(1),
        day_reason: String::new(),
        people: vec![police, ioan, mum],
    }
}

fn kept(connection: &Connection, id: MeetingId) -> Meeting {
    by_id(connection, id).unwrap().unwrap()
}

fn without_rows(mut plan: MeetingPlan) -> MeetingPlan {
    for person in &mut plan.people {
        person.row = None;
    }
    plan
}

#[test]
fn meeting_written_is_read_back_whole() {
    let connection = connection();
    let without_part2 = MeetingPlan {
        part2: None,
        no_part2: Some(NotAsked {
            reason: "Ioan asked for it".to_owned(),
            decided_by: 1,
        }),
        ..plan()
    };
    for plan in [plan(), without_part2] {
        let id = insert(&connection, CaseId(1), &plan, MeetingStatus::Planned, "").unwrap();
        let kept = kept(&connection, id);
        assert_eq!(kept.status, MeetingStatus::Planned);
        assert_eq!(kept.version, 1);
        assert_eq!(without_rows(kept.plan), plan);
    }
    assert_eq!(of_case(&connection, CaseId(1)).unwrap().len(), 2);
    assert_eq!(of_case(&connection, CaseId(2)).unwrap().len(), 0);
}

#[test]
fn changed_list_keeps_the_rows_of_those_who_stay() {
    let connection = connection();
    let id = insert(&connection, CaseId(1), &plan(), MeetingStatus::Planned, "").unwrap();
    let before = kept(&connection, id);
    let mut changed = before.plan.clone();
    changed.people.remove(0);
    changed.people[0].role = "prefers Ianto".to_owned();
    changed
        .people
        .push(Invited::new(InvitedKind::Advocate, "Mair"));
    update(&connection, &before, &changed, at()).unwrap();
    let after = kept(&connection, id);
    assert_eq!(after.version, 2);
    assert_eq!(after.plan.people.len(), 3);
    assert_eq!(after.plan.people[0].row, before.plan.people[1].row);
    assert_eq!(after.plan.people[0].role, "prefers Ianto");
    // Whoever is taken off keeps a row, for what was prepared for and sent to them.
    let gone = before.plan.people[0].row;
    let removed: Option<String> = connection
        .query_row(
            "SELECT removed_at FROM meeting_person WHERE id = ?1",
            [gone],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(removed.as_deref(), Some("2026-11-24T10:00:00Z"));
}

#[test]
fn second_writer_of_one_version_meets_a_conflict() {
    let connection = connection();
    let id = insert(&connection, CaseId(1), &plan(), MeetingStatus::Planned, "").unwrap();
    let read = kept(&connection, id);
    set_status(&connection, &read, MeetingStatus::Cancelled, "moved away").unwrap();
    let late = update(&connection, &read, &read.plan, at()).unwrap_err();
    assert_eq!(late.words_key(), "conflict");
    let late = set_status(&connection, &read, MeetingStatus::Held, "").unwrap_err();
    assert_eq!(late.words_key(), "conflict");
    assert_eq!(kept(&connection, id).cancelled_reason, "moved away");
}

type Breaks = fn(&mut MeetingPlan);

#[test]
fn rules_of_the_tables_refuse_what_no_screen_lets_through() {
    let connection = connection();
    let table: [Breaks; 6] = [
        |plan| plan.part1.minutes = 0,
        |plan| plan.part2 = None,
        |plan| plan.venue = String::new(),
        |plan| plan.part1.start = NaiveTime::from_hms_opt(16, 0, 0).unwrap(),
        |plan| plan.people[1].part1 = true,
        |plan| plan.people[1].name = String::new(),
    ];
    for (at, breaks) in table.into_iter().enumerate() {
        let mut broken = plan();
        breaks(&mut broken);
        let refused = insert(&connection, CaseId(1), &broken, MeetingStatus::Planned, "");
        assert_eq!(refused.unwrap_err().words_key(), "constraint", "{at}");
    }
}

#[test]
fn calendar_shows_the_days_asked_for_in_order_and_no_restricted_case() {
    let connection = connection();
    for (case, on) in [(2, "2026-12-05"), (1, "2026-12-04"), (1, "2026-12-06")] {
        let plan = MeetingPlan {
            day: day(on),
            ..plan()
        };
        insert(&connection, CaseId(case), &plan, MeetingStatus::Planned, "").unwrap();
    }
    let viewer = Viewer {
        user_id: 1,
        role: Role::Chair,
        now: "2026-11-24T10:00:00Z".parse().unwrap(),
    };
    let shown = || {
        let found = between(
            &connection,
            day("2026-12-04"),
            day("2026-12-05"),
            &viewer,
            100,
        )
        .unwrap();
        found
            .into_iter()
            .map(|one| (one.day.to_string(), one.case.given_name, one.chair_name))
            .collect::<Vec<_>>()
    };
    let ann = |on: &str, who: &str| (on.to_owned(), who.to_owned(), "Ann Bevan".to_owned());
    assert_eq!(
        shown(),
        [ann("2026-12-04", "Ioan"), ann("2026-12-05", "Rhys")]
    );
    connection
        .execute("UPDATE case_record SET restricted = 1 WHERE id = 2", [])
        .unwrap();
    assert_eq!(shown(), [ann("2026-12-04", "Ioan")]);
}

#[test]
fn time_taken_is_found_for_chair_room_professional_and_family_of_a_sibling() {
    let connection = connection();
    let id = insert(&connection, CaseId(1), &plan(), MeetingStatus::Planned, "").unwrap();
    let days = BusyDays {
        first: day("2026-12-01"),
        last: day("2026-12-07"),
        except: None,
    };
    let police = BusyWho::Professional {
        agency: "south-wales-police".to_owned(),
        name_key: "dai rees".to_owned(),
    };
    let ioan = BusyWho::Family {
        name_key: "ioan rees".to_owned(),
    };
    let count = |case, who: &BusyWho, days: &BusyDays| {
        busy(&connection, CaseId(case), std::slice::from_ref(who), days)
            .unwrap()
            .len()
    };
    // Both parts; both parts; Part 1 alone; Part 2 alone.
    let table = [
        (BusyWho::User(1), 2),
        (BusyWho::Room("sandfields".to_owned()), 2),
        (police.clone(), 1),
        (ioan.clone(), 1),
        (BusyWho::User(2), 0),
        (BusyWho::Room("civic-centre".to_owned()), 0),
    ];
    for (who, expected) in table {
        assert_eq!(count(2, &who, &days), expected, "{who:?}");
        let itself = BusyDays {
            except: Some(id),
            ..days
        };
        assert_eq!(count(2, &who, &itself), 0, "{who:?}");
        let later = BusyDays {
            first: day("2026-12-05"),
            ..days
        };
        assert_eq!(count(2, &who, &later), 0, "{who:?}");
    }
    let read = kept(&connection, id);
    set_status(&connection, &read, MeetingStatus::Cancelled, "ill").unwrap();
    assert_eq!(count(2, &police, &days), 0);
}

#[test]
fn people_away_are_found_on_the_days_that_touch() {
    let connection = connection();
    let chair = BusyWho::User(1);
    let mum = BusyWho::Family {
        name_key: "nia rees".to_owned(),
    };
    let (first, last) = (day("2026-12-01"), day("2026-12-03"));
    insert_away(&connection, &chair, "Ann Bevan", None, first, last).unwrap();
    insert_away(&connection, &mum, "Nia Rees", Some(CaseId(1)), first, last).unwrap();
    let on = |on: &str| BusyDays {
        first: day(on),
        last: day(on),
        except: None,
    };
    let both = [chair.clone(), mum.clone()];
    let found = busy(&connection, CaseId(1), &both, &on("2026-12-03")).unwrap();
    let expected = [Busy::away(chair, first, last), Busy::away(mum, first, last)];
    assert_eq!(found, expected);
    assert!(found.iter().all(|one| one.why == BusyWhy::Away));
    assert_eq!(
        busy(&connection, CaseId(1), &both, &on("2026-12-04")).unwrap(),
        []
    );
    let of_another = busy(&connection, CaseId(2), &both[1..], &on("2026-12-02")).unwrap();
    assert_eq!(of_another, []);
}

#[test]
fn family_known_is_offered_without_adults_of_concern() {
    let connection = connection();
    let names: Vec<String> = family_known(&connection, CaseId(1))
        .unwrap()
        .into_iter()
        .map(|(name, _, _)| name)
        .collect();
    assert_eq!(names, ["Nia Rees", "Gareth Pugh"]);
}
