use super::*;

fn asked(meeting: i64, on: &str, agency: &str, how: Option<How>) -> Asked {
    Asked {
        meeting: MeetingId(meeting),
        on: on.parse().unwrap(),
        party: Party::Agency(agency.to_owned()),
        how,
    }
}

const DAYS: [&str; 4] = ["2026-08-01", "2026-09-01", "2026-10-01", "2026-11-01"];

/// One agency's meetings in order of their days.
#[track_caller]
fn check_missed_twice(hows: &[Option<How>], missed: Option<[&str; 2]>) {
    let rows: Vec<Asked> = hows
        .iter()
        .zip(DAYS)
        .zip(1..)
        .map(|((how, on), meeting)| asked(meeting, on, "camhs", *how))
        .collect();
    let counted = by_party(&rows);
    let found = counted.first().and_then(|one| one.missed_twice);
    assert_eq!(found, missed.map(|days| days.map(|on| on.parse().unwrap())));
}

#[test]
fn agency_is_marked_where_nobody_came_to_the_last_two() {
    use How::{Absent, Apologies, NotAsked, Present, Represented};
    check_missed_twice(
        &[Some(Present), Some(Absent), Some(Apologies)],
        Some([DAYS[2], DAYS[1]]),
    );
    check_missed_twice(&[Some(Absent), Some(Absent), Some(Present)], None);
    check_missed_twice(&[Some(Absent), Some(Represented), Some(Absent)], None);
    check_missed_twice(&[Some(Absent)], None);
    // A meeting they were not asked to after all, and one nobody noted, stand between.
    check_missed_twice(
        &[Some(Absent), Some(NotAsked), None, Some(Absent)],
        Some([DAYS[3], DAYS[0]]),
    );
}

#[test]
fn agency_counts_once_a_meeting_by_the_best_of_its_people() {
    let rows = [
        asked(1, DAYS[0], "police", Some(How::Absent)),
        asked(1, DAYS[0], "police", Some(How::ByVideo)),
        asked(2, DAYS[1], "police", Some(How::Apologies)),
        asked(2, DAYS[1], "police", Some(How::LeftEarly)),
        asked(3, DAYS[2], "police", Some(How::Represented)),
        asked(4, DAYS[3], "police", Some(How::NotAsked)),
    ];
    let counted = by_party(&rows);
    let [police] = &counted[..] else {
        panic!("{counted:?}");
    };
    assert_eq!(police.invited, 3);
    assert_eq!((police.came, police.from_afar, police.sent), (1, 1, 1));
    assert_eq!(
        (police.apologies, police.absent, police.not_noted),
        (0, 0, 0)
    );
    assert_eq!(police.took_part(), 3);
}

#[test]
fn columns_add_up_to_the_meetings_it_was_asked_to() {
    let hows = [
        Some(How::Present),
        Some(How::ByPhone),
        Some(How::Represented),
        Some(How::Apologies),
        Some(How::Absent),
        None,
    ];
    let rows: Vec<Asked> = hows
        .iter()
        .zip(1..)
        .map(|(how, meeting)| asked(meeting, DAYS[0], "school", *how))
        .collect();
    let school = &by_party(&rows)[0];
    let columns = school.took_part() + school.apologies + school.absent + school.not_noted;
    assert_eq!((school.invited, columns), (6, 6));
}

#[test]
fn family_that_did_not_come_is_not_marked() {
    let rows: Vec<Asked> = DAYS
        .iter()
        .zip(1..)
        .map(|(on, meeting)| Asked {
            party: Party::Family,
            ..asked(meeting, on, "", Some(How::Absent))
        })
        .collect();
    let family = &by_party(&rows)[0];
    assert_eq!((family.absent, family.missed_twice), (4, None));
}

#[test]
fn while_inviting_those_who_missed_in_this_case_come_first_and_nobody_twice() {
    let in_case = [
        asked(1, DAYS[0], "camhs", Some(How::Absent)),
        asked(2, DAYS[1], "camhs", Some(How::Apologies)),
        asked(1, DAYS[0], "school", Some(How::Present)),
    ];
    let in_all = [
        asked(1, DAYS[0], "camhs", Some(How::Absent)),
        asked(3, DAYS[2], "camhs", Some(How::Absent)),
        asked(4, DAYS[2], "drugs", Some(How::Absent)),
        asked(5, DAYS[3], "drugs", Some(How::Absent)),
    ];
    let marked: Vec<(String, bool)> = missed_while_inviting(&in_case, &in_all)
        .into_iter()
        .map(|one| (one.agency, one.is_in_this_case))
        .collect();
    assert_eq!(
        marked,
        [("camhs".to_owned(), true), ("drugs".to_owned(), false)]
    );
}
