use super::*;
use crate::domain::case::CaseId;
use crate::domain::meeting::{
    Invited, InvitedKind, MeetingKind, MeetingPlan, MeetingStatus, Part as Planned,
};
use crate::domain::roles::Role;
use crate::domain::runner::ItemSection;
use crate::store::testing::connection_in_memory;
use crate::store::{account, meeting};

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

/// A meeting of one case with Mum on its list, begun.
fn begun() -> (Connection, MeetingId) {
    let connection = connection_in_memory().unwrap();
    account::insert(&connection, "chair", "Ann Bevan", Role::Chair).unwrap();
    connection
        .execute(
            "INSERT INTO case_record (id, uid, reference, given_name, family_name, name_key, living,
                 language, stage, opened_on, last_event_at)
             VALUES (1, 'a', 'NPT-26-001', 'Ioan', 'Rees', 'rees', 'at-home', 'en', 'to-be-heard',
                 '2026-11-01', '2026-11-01T09:00:00Z')",
            [],
        )
        .unwrap();
    let part = |hour| Planned {
        start: chrono::NaiveTime::from_hms_opt(hour, 0, 0).unwrap(),
        minutes: 50,
        agenda: Vec::new(),
    };
    let plan = MeetingPlan {
        kind: MeetingKind::Initial,
        day: "2026-12-04".parse().unwrap(),
        part1: part(14),
        part2: Some(part(15)),
        no_part2: None,
        venue: "sandfields".to_owned(),
        chair: Some(1),
        day_reason: String::new(),
        people: vec![Invited {
            part2: true,
            ..Invited::new(InvitedKind::Family, "Mum")
        }],
    };
    let id = meeting::insert(&connection, CaseId(1), &plan, MeetingStatus::Planned, "").unwrap();
    begin(&connection, id, 1, at("2026-12-04T14:00:00Z")).unwrap();
    (connection, id)
}

#[test]
fn stage_moves_keep_when_part_2_first_began_and_an_ended_meeting_stays_ended() {
    let (connection, id) = begun();
    set_stage(&connection, id, RunStage::Part2, at("2026-12-04T15:00:00Z")).unwrap();
    set_stage(&connection, id, RunStage::Part1, at("2026-12-04T15:10:00Z")).unwrap();
    set_stage(&connection, id, RunStage::Part2, at("2026-12-04T15:20:00Z")).unwrap();
    let found = run(&connection, id).unwrap().unwrap();
    assert_eq!(found.part2_began_at, Some(at("2026-12-04T15:00:00Z")));
    assert_eq!(part2_of(&connection, 1).unwrap(), Some(id));
    let ending = Ending {
        at: at("2026-12-04T16:00:00Z"),
        no_part2_reason: "",
        cut_short_reason: "the room was needed",
        next_on: None,
    };
    end(&connection, id, &ending).unwrap();
    assert!(end(&connection, id, &ending).is_err());
    assert!(set_stage(&connection, id, RunStage::Part1, at("2026-12-04T16:10:00Z")).is_err());
    assert_eq!(part2_of(&connection, 1).unwrap(), None);
}

#[test]
fn second_beginning_of_a_meeting_is_refused() {
    let (connection, id) = begun();
    assert!(begin(&connection, id, 1, at("2026-12-04T14:10:00Z")).is_err());
}

#[test]
fn family_of_whom_it_was_noted_that_they_are_absent_are_not_here() {
    let (connection, id) = begun();
    assert_eq!(family::here(&connection, id).unwrap().len(), 1);
    let mum = meeting::by_id(&connection, id)
        .unwrap()
        .unwrap()
        .plan
        .people[0]
        .row;
    let mut noted = Attending {
        person: mum.unwrap(),
        part: Part::Two,
        how: How::Absent,
        represented_by: String::new(),
    };
    attend(&connection, &noted).unwrap();
    assert_eq!(family::here(&connection, id).unwrap(), []);
    noted.how = How::LeftEarly;
    attend(&connection, &noted).unwrap();
    assert_eq!(family::here(&connection, id).unwrap().len(), 1);
    assert_eq!(attending(&connection, id).unwrap(), [noted]);
}

#[test]
fn professional_who_came_to_part_2_unasked_is_here() {
    let (connection, id) = begun();
    connection
        .execute(
            "INSERT INTO meeting_person (meeting_id, kind, name, name_key, agency_id, role, part1,
                 part2)
             VALUES (?1, 'professional', 'Dai Rees', 'rees', 'south-wales-police', 'officer', 1, 0)",
            [id.0],
        )
        .unwrap();
    let row = connection.last_insert_rowid();
    assert_eq!(family::here(&connection, id).unwrap().len(), 1);
    let noted = Attending {
        person: row,
        part: Part::Two,
        how: How::Present,
        represented_by: String::new(),
    };
    attend(&connection, &noted).unwrap();
    let here = family::here(&connection, id).unwrap();
    assert_eq!(here[1].name.as_str(), "Dai Rees");
}

#[test]
fn professional_who_sent_apologies_or_left_is_not_said_to_be_here_unless_noted() {
    let (connection, id) = begun();
    connection
        .execute(
            "INSERT INTO meeting_person (meeting_id, kind, name, name_key, agency_id, role, part1,
                 part2)
             VALUES (?1, 'professional', 'Kai Prothero', 'x', 'better-futures', '', 1, 1)",
            [id.0],
        )
        .unwrap();
    let row = connection.last_insert_rowid();
    let note = |part, how| {
        let noted = Attending {
            person: row,
            part,
            how,
            represented_by: String::new(),
        };
        attend(&connection, &noted).unwrap();
        family::here(&connection, id).unwrap().len()
    };
    assert_eq!(family::here(&connection, id).unwrap().len(), 2);
    assert_eq!(note(Part::One, How::ByPhone), 2);
    assert_eq!(note(Part::One, How::Apologies), 1);
    assert_eq!(note(Part::One, How::LeftEarly), 1);
    assert_eq!(note(Part::Two, How::Present), 2);
}

#[test]
fn words_released_anew_take_the_place_of_those_before() {
    let (connection, id) = begun();
    let new = NewItem {
        section: ItemSection::Support,
        change: None,
        agency: "better-futures".to_owned(),
        words: Confidential::new("weekly"),
    };
    let item = insert_item(&connection, id, &new, 1).unwrap();
    for words in ["first", "second"] {
        let words = Shareable::new(words);
        release(&connection, item, &words, 1, at("2026-12-04T14:30:00Z")).unwrap();
    }
    assert_eq!(
        family::told(&connection, id).unwrap(),
        [Shareable::new("second")]
    );
    remove_item(&connection, item, 1, at("2026-12-04T14:40:00Z")).unwrap();
    assert_eq!(family::told(&connection, id).unwrap(), []);
    assert_eq!(items(&connection, id).unwrap(), []);
}
