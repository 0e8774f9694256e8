use super::*;
use crate::casework::CaseworkError;
use crate::casework::plans::tests::house;
use crate::casework::testing::{CASE, House, day};
use crate::domain::attendance::Party;

/// Three meetings of case 1 and one of case 3, all held but the last; CAMHS came to the first.
fn met() -> House {
    let house = house();
    house
        .store
        .connection()
        .execute_batch(
            "INSERT INTO meeting (id, case_id, kind, status, held_on, part1_start, part1_minutes,
                 part2_start, part2_minutes, venue_id)
                 VALUES (3, 1, 'review', 'held', '2026-10-20', '14:00', 60, '15:10', 50, 'x'),
                     (4, 1, 'review', 'held', '2026-09-15', '14:00', 60, '15:10', 50, 'x');
             INSERT INTO meeting_person (id, meeting_id, name, name_key, agency_id, kind, part1,
                 part2) VALUES
                 (1, 4, '', '', 'camhs', 'professional', 1, 0),
                 (2, 3, '', '', 'camhs', 'professional', 1, 1),
                 (3, 1, '', '', 'camhs', 'professional', 1, 1),
                 (4, 1, 'D. Rees', 'd rees', 'police', 'professional', 1, 0),
                 (5, 1, 'Cerys', 'cerys', '', 'young-person', 0, 1),
                 (6, 2, 'D. Rees', 'd rees', 'police', 'professional', 1, 0);
             INSERT INTO attendance (meeting_person, part, how, represented_by) VALUES
                 (1, 1, 'present', ''), (2, 1, 'absent', ''), (2, 2, 'absent', ''),
                 (3, 1, 'apologies', ''), (4, 1, 'represented', 'S. Evans'),
                 (5, 2, 'present', ''), (6, 1, 'absent', '');",
        )
        .unwrap();
    house
}

#[test]
fn attendance_of_a_case_counts_held_meetings_by_party() {
    let mut house = met();
    let worker = house.actor("worker");
    let (_, counted) = of_case(&mut house.desk(&worker), CASE).unwrap();
    let line = |party: Party| counted.iter().find(|one| one.party == party).unwrap();
    let camhs = line(Party::Agency("camhs".to_owned()));
    assert_eq!((camhs.invited, camhs.came), (3, 1));
    assert_eq!((camhs.apologies, camhs.absent, camhs.not_noted), (1, 1, 0));
    assert_eq!(
        camhs.missed_twice,
        Some([day("2026-11-24"), day("2026-10-20")])
    );
    let police = line(Party::Agency("police".to_owned()));
    assert_eq!((police.invited, police.sent), (1, 1));
    assert_eq!(line(Party::YoungPerson).came, 1);
    assert_eq!(house.audited().last().unwrap(), "attendance-seen");
}

#[test]
fn attendance_by_agency_counts_the_days_asked_for_and_no_family() {
    let mut house = met();
    let worker = house.actor("worker");
    let mut desk = house.desk(&worker);
    let counted = by_agency(&mut desk, day("2026-10-01"), day("2026-12-31")).unwrap();
    let lines: Vec<(&Party, u32)> = counted
        .iter()
        .map(|one| (&one.party, one.invited))
        .collect();
    let (camhs, police) = (
        Party::Agency("camhs".to_owned()),
        Party::Agency("police".to_owned()),
    );
    assert_eq!(lines, [(&camhs, 2), (&police, 1)]);
}

#[test]
fn planner_marks_who_missed_twice_running() {
    let mut house = met();
    let worker = house.actor("worker");
    let missed = missed_twice_running(&mut house.desk(&worker), CASE).unwrap();
    let [camhs] = &missed[..] else {
        panic!("{missed:?}");
    };
    assert_eq!((&*camhs.agency, camhs.is_in_this_case), ("camhs", true));
    let elsewhere = missed_twice_running(&mut house.desk(&worker), CaseId(3)).unwrap();
    assert!(!elsewhere[0].is_in_this_case);
}

#[test]
fn roles_without_the_right_see_no_attendance() {
    let mut house = met();
    let (admin, duty) = (house.actor("admin"), house.actor("duty"));
    let refused = of_case(&mut house.desk(&admin), CASE).map(|_| ());
    assert!(matches!(refused, Err(CaseworkError::Refused { .. })));
    let today = day("2026-11-24");
    let refused = by_agency(&mut house.desk(&admin), today, today).map(|_| ());
    assert!(matches!(refused, Err(CaseworkError::Refused { .. })));
    let refused = missed_twice_running(&mut house.desk(&duty), CASE).map(|_| ());
    assert!(matches!(refused, Err(CaseworkError::Refused { .. })));
}
