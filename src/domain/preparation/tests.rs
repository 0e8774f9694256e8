use chrono::NaiveTime;

use super::*;
use crate::domain::case::CaseId;
use crate::domain::invitation::Invitation;
use crate::domain::meeting::{
    Meeting, MeetingId, MeetingKind, MeetingPlan, MeetingStatus, NotAsked, Part,
};

fn part(start: &str, minutes: u32) -> Part {
    Part {
        start: NaiveTime::parse_from_str(start, "%H:%M").unwrap(),
        minutes,
        agenda: Vec::new(),
    }
}

fn person(row: i64, kind: InvitedKind, agency: &str, parts: (bool, bool)) -> Invited {
    Invited {
        row: Some(row),
        agency: agency.to_owned(),
        part1: parts.0,
        part2: parts.1,
        ..Invited::new(kind, "Somebody")
    }
}

/// The young person, Mum, a stepfather who is not asked, two agencies of which one sends two.
fn sheet() -> Sheet {
    use InvitedKind::{Family, Professional, YoungPerson};
    let mut stepfather = person(3, Family, "", (false, false));
    stepfather.not_asked = Some(NotAsked {
        reason: "bail".to_owned(),
        decided_by: 1,
    });
    let people = vec![
        person(1, YoungPerson, "", (false, true)),
        person(2, Family, "", (false, true)),
        stepfather,
        person(4, Professional, "south-wales-police", (true, true)),
        person(5, Professional, "south-wales-police", (true, false)),
        person(6, Professional, "better-futures", (true, true)),
    ];
    let prepared = people.iter().filter(|one| !PersonItem::of(one).is_empty());
    Sheet {
        people: prepared
            .map(|one| Prepared {
                person: one.clone(),
                preparation: PersonPreparation::default(),
            })
            .collect(),
        held_back: Vec::new(),
        reports: Vec::new(),
        invitations: people.iter().map(|one| (one.clone(), None)).collect(),
        ready_by: "2026-12-01".parse().unwrap(),
        meeting: Meeting {
            id: MeetingId(1),
            case: CaseId(1),
            status: MeetingStatus::Planned,
            plan: MeetingPlan {
                kind: MeetingKind::Initial,
                day: "2026-12-03".parse().unwrap(),
                part1: part("14:00", 60),
                part2: Some(part("15:10", 50)),
                no_part2: None,
                venue: "sandfields".to_owned(),
                chair: Some(2),
                day_reason: String::new(),
                people,
            },
            cancelled_reason: String::new(),
            version: 1,
        },
    }
}

fn done() -> PersonPreparation {
    PersonPreparation {
        told_on: "2026-11-24".parse().ok(),
        told_by: Confidential::new("Lowri"),
        told_how: Confidential::new("at school"),
        wants_to_say: Shareable::new("football"),
        advocate: Advocate::Declined,
        language: ChosenLanguage::Welsh,
        nothing: [Asked::BesideThem, Asked::Transport, Asked::VenueHard].into(),
        ..PersonPreparation::default()
    }
}

fn sent(row: i64) -> Invitation {
    let mut invitation = Invitation::new(row, format!("uid-{row}"));
    let at = "2026-11-24T10:00:00Z".parse().unwrap();
    invitation.sent(crate::domain::invitation::Step::Invite, at, at);
    invitation
}

#[test]
fn person_s_lines_each_say_what_is_open_and_what_is_done() {
    use PersonItem as I;
    let open = PersonPreparation::default();
    for item in I::ALL {
        assert_eq!(open.state(*item), State::Open, "{item:?}");
        assert_eq!(done().state(*item), State::Done, "{item:?}");
    }
    let half = PersonPreparation {
        told_on: "2026-11-24".parse().ok(),
        advocate: Advocate::Offered,
        ..PersonPreparation::default()
    };
    assert_eq!(half.state(I::Told), State::Waiting);
    assert_eq!(half.state(I::Advocate), State::Waiting);
    // Nobody asked is not the same as nothing.
    assert_eq!(half.state(I::Transport), State::Open);
}

#[test]
fn nothing_beside_words_gives_way_to_the_words() {
    let both = PersonPreparation {
        transport: Confidential::new("taxi"),
        ..done()
    };
    let kept = both.consistent();
    assert!(!kept.nothing.contains(&Asked::Transport));
    assert!(kept.nothing.contains(&Asked::VenueHard));
}

#[test]
fn days_to_come_are_faults() {
    let given = PersonPreparation {
        advocate_on: "2026-11-25".parse().ok(),
        told_on: "2026-11-25".parse().ok(),
        ..done()
    };
    let today = |text: &str| text.parse().unwrap();
    assert_eq!(given.faults(today("2026-11-25")), []);
    assert_eq!(
        given.faults(today("2026-11-24")),
        [
            PreparationFault::ToldInFuture,
            PreparationFault::AdvocateInFuture
        ]
    );
}

#[test]
fn list_asks_for_family_agencies_and_invitations_and_not_for_those_not_asked() {
    let sheet = sheet();
    let lines = sheet.lines();
    // Two people of seven lines, what is held back, two agencies, invitations.
    assert_eq!(lines.len(), 14 + 1 + 2 + 1);
    assert_eq!(sheet.agencies(), ["south-wales-police", "better-futures"]);
    assert_eq!(sheet.progress(), Progress { done: 0, of: 18 });
}

#[test]
fn young_person_who_does_not_come_is_still_told_and_asked() {
    let mut sheet = sheet();
    sheet.people[0].person.part2 = false;
    let items: Vec<PersonItem> = sheet.people[0].states().map(|(item, _)| item).collect();
    assert_eq!(
        items,
        [
            PersonItem::Told,
            PersonItem::WantsToSay,
            PersonItem::Advocate,
            PersonItem::Language
        ]
    );
}

#[test]
fn list_is_done_when_all_of_it_is() {
    let mut sheet = sheet();
    for one in &mut sheet.people {
        one.preparation = done();
    }
    sheet.held_back.push(HeldBack {
        id: 1,
        withheld: None,
        agreed_by: Confidential::new("Ann Bevan"),
        noted_at: "2026-11-24T10:00:00Z".parse().unwrap(),
    });
    for agency in ["south-wales-police", "better-futures"] {
        sheet.reports.push(Report {
            agency: agency.to_owned(),
            received_on: "2026-11-24".parse().unwrap(),
            note: Confidential::default(),
            version: 1,
        });
    }
    assert_eq!(sheet.progress(), Progress { done: 17, of: 18 });
    for (person, invitation) in &mut sheet.invitations {
        let row = person.row.unwrap();
        *invitation = person.is_asked().then(|| sent(row));
    }
    assert!(sheet.progress().is_ready());
    // Called off: everybody who was asked is to be told, and nothing else is left.
    sheet.meeting.status = MeetingStatus::Cancelled;
    assert_eq!(sheet.progress(), Progress { done: 0, of: 1 });
}
