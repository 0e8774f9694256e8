use chrono::NaiveTime;

use super::*;
use crate::casework::testing::{House, day};
use crate::domain::case::Stage;
use crate::domain::meeting::{
    BusyWhy, ClashWith, InvitedKind, NotAsked, PlanFault, PlanPlace, clashes,
};
use crate::domain::roles::Role;
use crate::store::audit::Verdict;
use crate::store::{account, audit, case_record};

/// Case 1, Cerys Hughes, is to be heard since Monday 23 November 2026; Mum is known, and so is
/// an adult of the household. Case 2, her brother, is to be heard too; case 3 is only referred.
fn house() -> House {
    let house = House::founded(
        &[
            ("worker", "Lowri Ham", Role::SocialWorker),
            ("chair", "Ann Bevan", Role::Chair),
            ("duty", "Mari Huws", Role::DutyWorker),
        ],
        "2026-11-24T10:00:00Z",
    );
    house.run(
        "INSERT INTO case_record (id, uid, reference, given_name, family_name, name_key, living,
                 language, stage, owner_id, opened_on, last_event_at) VALUES
                 (1, 'a', 'NPT-26-001', 'Cerys', 'Hughes', 'x', 'at-home', 'en', 'to-be-heard',
                     1, '2026-11-01', '2026-11-01T09:00:00Z'),
                 (2, 'b', 'NPT-26-002', 'Owain', 'Hughes', 'x', 'at-home', 'en', 'to-be-heard',
                     1, '2026-11-01', '2026-11-01T09:00:00Z'),
                 (3, 'c', 'NPT-26-003', 'Rhys', 'Morgan', 'x', 'at-home', 'en', 'referred',
                     1, '2026-11-01', '2026-11-01T09:00:00Z');
             INSERT INTO decision (case_id, decided_at, decided_by, outcome, against_score, reason)
                 VALUES (1, '2026-11-23T11:00:00Z', 2, 'meeting', 0, 'heard'),
                     (2, '2026-11-23T11:00:00Z', 2, 'meeting', 0, 'heard');
             INSERT INTO relation (case_id, name, kind, name_key) VALUES
                 (1, 'Siân Hughes', 'parent-carer', 'sian hughes'),
                 (1, 'Gareth Pugh', 'household', 'gareth pugh'),
                 (2, 'Siân Hughes', 'parent-carer', 'sian hughes');
             INSERT INTO relation (case_id, other_case, name, kind, name_key)
                 VALUES (1, 2, '', 'sibling', '');",
    );
    for (case, kind) in [(1, ClockKind::MeetingToArrange), (1, ClockKind::Seraf)] {
        let due = Due::By(day("2026-12-07"));
        clock::start(
            house.store.connection(),
            CaseId(case),
            kind,
            None,
            due,
            None,
        )
        .unwrap();
    }
    house
}

impl House {
    fn planned(&mut self) -> Meeting {
        let worker = self.actor("worker");
        let mut desk = self.desk(&worker);
        let offered = offer(&mut desk, CaseId(1)).unwrap();
        let id = plan(&mut desk, CaseId(1), &offered.plan).unwrap();
        self.kept(id)
    }

    fn kept(&self, id: MeetingId) -> Meeting {
        meeting::by_id(self.store.connection(), id)
            .unwrap()
            .unwrap()
    }
}

fn meeting_error(error: CaseworkError) -> MeetingError {
    match error {
        CaseworkError::Meeting(error) => error,
        other => panic!("{other}"),
    }
}

#[test]
fn offer_has_the_window_the_usual_agencies_and_the_family_that_is_known() {
    let mut house = house();
    let worker = house.actor("worker");
    let offered = offer(&mut house.desk(&worker), CaseId(1)).unwrap();
    assert_eq!(offered.window.days.first, day("2026-11-23"));
    assert_eq!(offered.window.days.last, day("2026-12-07"));
    let plan = &offered.plan;
    assert_eq!(plan.kind, MeetingKind::Initial);
    // The first free day that leaves two working days, from tomorrow on, to tell and ask them.
    assert_eq!(plan.day, day("2026-11-27"));
    assert_eq!(plan.venue, "sandfields");
    assert_eq!(
        plan.chair,
        Some(house.actor("chair").user_id),
        "the only one"
    );
    let told: Vec<_> = plan
        .people
        .iter()
        .map(|one| (one.agency.as_str(), one.name.as_str(), one.part1, one.part2))
        .collect();
    assert_eq!(
        told,
        [
            ("childrens-services", "Lowri Ham", true, true),
            ("south-wales-police", "", true, true),
            ("better-futures", "", true, true),
            ("camhs", "", true, true),
            ("school-or-college", "", true, true),
            ("", "Cerys Hughes", false, true),
            ("", "Siân Hughes", false, true),
        ]
    );
    let family: Vec<_> = offered.family.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(family, ["Siân Hughes", "Gareth Pugh"]);
}

#[test]
fn meeting_planned_moves_the_clocks_and_stands_in_chronology_and_audit() {
    let mut house = house();
    let mut wanted = {
        let worker = house.actor("worker");
        offer(&mut house.desk(&worker), CaseId(1)).unwrap().plan
    };
    wanted.day = day("2026-12-04");
    let worker = house.actor("worker");
    let id = plan(&mut house.desk(&worker), CaseId(1), &wanted).unwrap();
    assert_eq!(
        house.clocks(),
        [
            "meeting 2026-12-04T14:00:00Z",
            "preparation 2026-12-02",
            "seraf 2026-12-07"
        ]
    );
    assert_eq!(house.all_events(), ["meeting-planned"]);
    assert!(house.audited().contains(&"meeting-planned".to_owned()));
    let verdict = audit::verify(house.store.connection(), None).unwrap();
    assert!(matches!(verdict, Verdict::Whole { .. }));
    let kept = house.kept(id);
    assert_eq!(kept.plan.people.len(), wanted.people.len());
    let duty = house.actor("duty");
    let shown = of_case(&mut house.desk(&duty), CaseId(1)).unwrap();
    assert_eq!(shown, [kept]);
}

#[test]
fn time_of_a_summer_meeting_is_kept_as_the_clock_in_wales_shows_it() {
    let at = |text: &str| NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap();
    let table = [
        ("2026-12-04 14:00", "2026-12-04T14:00:00Z"),
        ("2026-07-03 14:00", "2026-07-03T13:00:00Z"),
        // The clocks go forward over 01:30.
        ("2026-03-29 01:30", "2026-03-29T01:30:00Z"),
        // And back over it: the first of the two.
        ("2026-10-25 01:30", "2026-10-25T00:30:00Z"),
    ];
    for (shown, instant) in table {
        assert_eq!(
            instant_in_wales(at(shown)),
            instant.parse::<DateTime<Utc>>().unwrap(),
            "{shown}"
        );
    }
}

#[test]
fn roles_that_may_not_plan_are_refused_and_nothing_is_written() {
    let mut house = house();
    let kept = house.planned();
    let before = house.audited();
    let duty = house.actor("duty");
    let mut desk = house.desk(&duty);
    let refused = [
        offer(&mut desk, CaseId(2)).map(drop),
        plan(&mut desk, CaseId(2), &kept.plan).map(drop),
        move_meeting(&mut desk, kept.id, 1, &kept.plan, "why"),
        cancel(&mut desk, kept.id, 1, "why"),
        offer_again(&mut desk, kept.id).map(drop),
        taken(
            &mut desk,
            CaseId(1),
            None,
            &[],
            (kept.plan.day, kept.plan.day),
        )
        .map(drop),
        note_away(
            &mut desk,
            CaseId(1),
            &kept.plan.people[0],
            kept.plan.day,
            kept.plan.day,
        ),
    ];
    for one in refused {
        assert_eq!(one.unwrap_err().exit_code(), 4);
    }
    assert_eq!(house.audited(), before);
}

#[test]
fn restricted_case_is_kept_from_those_who_are_not_named() {
    let mut house = house();
    let kept = house.planned();
    house
        .store
        .connection()
        .execute("UPDATE case_record SET restricted = 1 WHERE id = 1", [])
        .unwrap();
    let chair = house.actor("chair");
    let mut desk = house.desk(&chair);
    assert!(of_case(&mut desk, CaseId(1)).is_err());
    assert!(offer_again(&mut desk, kept.id).is_err());
    assert!(cancel(&mut desk, kept.id, 1, "why").is_err());
    let days = (day("2026-11-01"), day("2026-12-31"));
    assert_eq!(between(&mut desk, days.0, days.1).unwrap(), []);
    // But that the chair's time is taken is told, without whose case it is.
    let whose = [BusyWho::User(chair.user_id)];
    let told = taken(&mut desk, CaseId(2), None, &whose, days).unwrap();
    assert_eq!(told.len(), 2);
}

#[test]
fn case_not_to_be_heard_gets_no_meeting() {
    let mut house = house();
    let kept = house.planned();
    let worker = house.actor("worker");
    let mut desk = house.desk(&worker);
    for refused in [
        offer(&mut desk, CaseId(3)).map(drop),
        plan(&mut desk, CaseId(3), &kept.plan).map(drop),
    ] {
        assert_eq!(
            meeting_error(refused.unwrap_err()),
            MeetingError::NotToBeHeard
        );
    }
}

#[test]
fn second_meeting_at_a_time_is_refused_by_the_first() {
    let mut house = house();
    let kept = house.planned();
    let worker = house.actor("worker");
    let again = plan(&mut house.desk(&worker), CaseId(1), &kept.plan).unwrap_err();
    let expected = MeetingError::PlannedAlready { meeting: kept.id };
    assert_eq!(meeting_error(again), expected);
}

#[test]
fn plan_that_is_not_whole_is_refused_by_place_and_nothing_is_kept() {
    let mut house = house();
    let worker = house.actor("worker");
    let mut desk = house.desk(&worker);
    let mut wanted = offer(&mut desk, CaseId(1)).unwrap().plan;
    wanted.people[6].part2 = false;
    wanted.people[6].not_asked = Some(NotAsked {
        reason: " \u{1b}[2J ".to_owned(),
        decided_by: 2,
    });
    wanted.day = day("2026-12-08");
    let refused = plan(&mut desk, CaseId(1), &wanted).unwrap_err();
    let faults = vec![
        (PlanPlace::Day, PlanFault::DayReasonMissing),
        (PlanPlace::Person(6), PlanFault::NotAskedReasonMissing),
    ];
    assert_eq!(meeting_error(refused), MeetingError::Faults(faults));
    assert_eq!(house.texts("SELECT id || '' FROM meeting").len(), 0);
    assert_eq!(house.clocks().len(), 2);
}

#[test]
fn text_that_would_act_on_a_terminal_is_cleaned() {
    let mut house = house();
    let worker = house.actor("worker");
    let mut desk = house.desk(&worker);
    let mut wanted = offer(&mut desk, CaseId(1)).unwrap().plan;
    wanted.people[1].name = "Dai\u{1b}[31m Rees\n".to_owned();
    wanted.part1.agenda = vec!["\u{202e}Risks".to_owned(), " ".to_owned()];
    let id = plan(&mut desk, CaseId(1), &wanted).unwrap();
    let kept = house.kept(id);
    assert_eq!(kept.plan.people[1].name, "Dai Rees");
    assert_eq!(kept.plan.part1.agenda, ["Risks"]);
}

#[test]
fn meeting_moved_needs_a_reason_and_takes_its_clocks_along() {
    let mut house = house();
    let kept = house.planned();
    let mut later = kept.plan.clone();
    later.day = day("2026-12-03");
    let worker = house.actor("worker");
    let mut desk = house.desk(&worker);
    let without = move_meeting(&mut desk, kept.id, 1, &later, "  ").unwrap_err();
    assert_eq!(meeting_error(without), MeetingError::ReasonMissing);
    move_meeting(&mut desk, kept.id, 1, &later, "Mum works that day").unwrap();
    assert_eq!(
        house.clocks(),
        [
            "meeting 2026-12-03T14:00:00Z",
            "preparation 2026-12-01",
            "seraf 2026-12-07"
        ]
    );
    let events = house.all_events();
    assert_eq!(events, ["meeting-planned", "meeting-moved"]);
    assert_eq!(house.kept(kept.id).version, 2);
}

#[test]
fn list_changed_without_moving_needs_no_reason_and_makes_no_event() {
    let mut house = house();
    let kept = house.planned();
    let mut more = kept.plan.clone();
    more.people.push(Invited {
        part2: true,
        ..Invited::new(InvitedKind::Advocate, "Ioan Lloyd")
    });
    let worker = house.actor("worker");
    move_meeting(&mut house.desk(&worker), kept.id, 1, &more, "").unwrap();
    assert_eq!(house.all_events(), ["meeting-planned"]);
    assert!(house.audited().contains(&"meeting-changed".to_owned()));
}

#[test]
fn second_person_who_changes_the_same_version_meets_a_conflict() {
    let mut house = house();
    let kept = house.planned();
    let (worker, chair) = (house.actor("worker"), house.actor("chair"));
    let mut by_worker = kept.plan.clone();
    by_worker.part1.start = NaiveTime::from_hms_opt(13, 0, 0).unwrap();
    move_meeting(&mut house.desk(&worker), kept.id, 1, &by_worker, "earlier").unwrap();
    let mut by_chair = kept.plan.clone();
    by_chair.venue = "civic-centre".to_owned();
    let before = house.audited();
    let late = move_meeting(&mut house.desk(&chair), kept.id, 1, &by_chair, "room").unwrap_err();
    assert_eq!(late.exit_code(), 5);
    assert!(cancel(&mut house.desk(&chair), kept.id, 1, "ill").is_err());
    assert_eq!(house.audited(), before);
    assert_eq!(house.kept(kept.id).plan.venue, "sandfields");
}

#[test]
fn meeting_cancelled_is_to_be_arranged_again() {
    let mut house = house();
    let kept = house.planned();
    let chair = house.actor("chair");
    let mut desk = house.desk(&chair);
    let without = cancel(&mut desk, kept.id, 1, "").unwrap_err();
    assert_eq!(meeting_error(without), MeetingError::ReasonMissing);
    cancel(&mut desk, kept.id, 1, "Cerys is in hospital").unwrap();
    let late = cancel(&mut desk, kept.id, 2, "again").unwrap_err();
    assert_eq!(meeting_error(late), MeetingError::NotPlanned);
    assert!(offer(&mut desk, CaseId(1)).is_ok());
    assert_eq!(
        house.clocks(),
        ["meeting-to-arrange 2026-12-07", "seraf 2026-12-07"]
    );
}

#[test]
fn clashes_of_a_sister_and_brother_on_one_day_are_seen_before_saving() {
    let mut house = house();
    let kept = house.planned();
    let worker = house.actor("worker");
    let offered = offer(&mut house.desk(&worker), CaseId(2)).unwrap();
    assert_eq!(offered.plan.day, day("2026-11-30"), "the day after is free");
    let mut same_day = offered.plan.clone();
    same_day.day = kept.plan.day;
    let mut with: Vec<_> = clashes(&same_day, &offered.busy)
        .into_iter()
        .map(|clash| clash.with)
        .collect();
    with.dedup();
    // Chair, room, the worker and Mum; agencies that have not said whom they send clash with nothing.
    assert_eq!(
        with,
        [
            ClashWith::Chair,
            ClashWith::Room,
            ClashWith::Person(0),
            ClashWith::Person(6)
        ]
    );
}

#[test]
fn worker_known_to_be_away_is_shown_as_such() {
    let mut house = house();
    let worker = house.actor("worker");
    let mut desk = house.desk(&worker);
    let offered = offer(&mut desk, CaseId(1)).unwrap();
    let lowri = &offered.plan.people[0];
    let days = (day("2026-11-24"), day("2026-11-27"));
    assert!(note_away(&mut desk, CaseId(1), lowri, days.1, days.0).is_err());
    note_away(&mut desk, CaseId(1), lowri, days.0, days.1).unwrap();
    let again = offer(&mut desk, CaseId(1)).unwrap();
    assert_eq!(again.plan.day, day("2026-11-30"));
    assert!(again.busy.iter().any(|one| one.why == BusyWhy::Away));
}

#[test]
fn review_is_offered_from_the_last_meeting_with_the_same_people() {
    let mut house = house();
    let kept = house.planned();
    let connection = house.store.connection();
    meeting::set_status(connection, &kept, MeetingStatus::Held, "").unwrap();
    let case = case_record::by_id(connection, CaseId(1)).unwrap().unwrap();
    case_record::set_stage(
        connection,
        &case,
        Stage::OnProtocol,
        house.now,
        day("2026-11-24"),
    )
    .unwrap();
    let due = Due::By(day("2027-01-05"));
    clock::start(connection, CaseId(1), ClockKind::Review, None, due, None).unwrap();
    let worker = house.actor("worker");
    let mut desk = house.desk(&worker);
    let offered = offer(&mut desk, CaseId(1)).unwrap();
    assert_eq!(offered.plan.kind, MeetingKind::Review);
    assert_eq!(offered.window.days.first, day("2026-12-25"));
    assert_eq!(offered.window.days.last, day("2027-01-08"));
    assert_eq!(offered.plan.people.len(), kept.plan.people.len());
    assert!(offered.plan.people.iter().all(|one| one.row.is_none()));
    let mut wrong = offered.plan.clone();
    wrong.kind = MeetingKind::Initial;
    let refused = plan(&mut desk, CaseId(1), &wrong).unwrap_err();
    assert_eq!(meeting_error(refused), MeetingError::OtherKind);
    plan(&mut desk, CaseId(1), &offered.plan).unwrap();
    assert!(!house.clocks().iter().any(|one| one.starts_with("review")));
}

#[test]
fn calendar_is_read_with_a_trace() {
    let mut house = house();
    let kept = house.planned();
    let duty = house.actor("duty");
    let found = between(&mut house.desk(&duty), kept.plan.day, kept.plan.day).unwrap();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].chair_name, "Ann Bevan");
    assert_eq!(house.audited().last().unwrap(), "calendar-seen");
}

#[test]
fn chair_is_the_one_who_plans_where_their_role_may_and_nobody_chaired_before() {
    let mut house = house();
    let (worker, chair) = (house.actor("worker"), house.actor("chair"));
    let user = "other-chair";
    account::insert(house.store.connection(), user, "Bethan Rees", Role::Chair).unwrap();
    // One of two: nobody knows which.
    let offered = offer(&mut house.desk(&worker), CaseId(1)).unwrap();
    assert_eq!(offered.plan.chair, None);
    let offered = offer(&mut house.desk(&chair), CaseId(1)).unwrap();
    assert_eq!(offered.plan.chair, Some(chair.user_id));
}
