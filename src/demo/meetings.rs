//! Meetings as they are planned in the stories: who is asked to which part, when and where.

use chrono::{NaiveDate, NaiveTime, TimeDelta};

use super::cast::Hand;
use super::dice::Dice;
use super::texts;
use crate::domain::meeting::{Invited, InvitedKind, MeetingKind, MeetingPlan, NotAsked, Part};
use crate::domain::person::Person;
use crate::domain::policy::Policies;

/// Agencies with the people they send.
#[rustfmt::skip]
const PROFESSIONALS: [(&str, &str, &str); 9] = [
    ("south-wales-police", "DS Hallam", "police officer"),
    ("better-futures", "Kai Prothero", "direct worker"),
    ("school-or-college", "Mr Adeyemi", "safeguarding lead"),
    ("camhs", "Dr Iwan Prosser", "psychologist"),
    ("school-nursing", "Nurse Begum", "school nurse"),
    ("youth-justice", "Kelly Orchard", "case manager"),
    ("residential-provider", "Sam Whitlock", "home manager"),
    ("fostering", "M. Sealy", "link worker"),
    ("substance-misuse", "Jo Tennant", "young people's worker"),
];

const FAMILY: [(&str, &str); 5] = [
    ("Mum", "mother"),
    ("Dad", "father"),
    ("Nan", "grandmother"),
    ("Foster carer", "carer"),
    ("Aunt", "aunt"),
];

/// A plan for a day.
pub fn plan(
    policies: &Policies,
    dice: &mut Dice,
    person: &Person,
    kind: MeetingKind,
    day: NaiveDate,
    start: NaiveTime,
) -> MeetingPlan {
    let lengths = &policies.policy.meetings;
    let minutes = |minutes: u32| TimeDelta::minutes(i64::from(minutes));
    let part1 = Part {
        start,
        minutes: lengths.part_1_minutes,
        agenda: agenda(&["Since last time", "Worries", "What each agency offers"]),
    };
    let has_part2 = !dice.chance(10);
    let second = start + minutes(lengths.part_1_minutes) + minutes(lengths.gap_minutes);
    let part2 = has_part2.then(|| Part {
        start: second,
        minutes: lengths.part_2_minutes,
        agenda: agenda(&["How it is for you", "What helps", "Our plan"]),
    });
    let by_chair = |reason: &str| NotAsked {
        reason: reason.to_owned(),
        decided_by: Hand::Chair.user_id(),
    };
    let no_part2 = (!has_part2).then(|| by_chair("The young person did not want to come yet."));
    let venue = if dice.chance(75) {
        policies.venues.usual()
    } else {
        let all = policies.venues.all();
        all.get(dice.below(all.len()))
            .unwrap_or(policies.venues.usual())
    };
    MeetingPlan {
        kind,
        day,
        part1,
        part2,
        no_part2,
        venue: venue.id.clone(),
        chair: Some(Hand::Chair.user_id()),
        day_reason: String::new(),
        people: people(policies, dice, person, has_part2, &by_chair),
    }
}

fn people(
    policies: &Policies,
    dice: &mut Dice,
    person: &Person,
    has_part2: bool,
    by_chair: &dyn Fn(&str) -> NotAsked,
) -> Vec<Invited> {
    let mut people = Vec::new();
    let worker = Hand::Worker.player();
    people.push(Invited {
        agency: "childrens-services".to_owned(),
        role: "social worker".to_owned(),
        user_id: Some(Hand::Worker.user_id()),
        part1: true,
        part2: has_part2,
        ..Invited::new(InvitedKind::Professional, worker.display_name)
    });
    for (place, (agency, name, role)) in PROFESSIONALS.iter().enumerate() {
        let is_asked = place < 2 || dice.chance(40);
        if is_asked && policies.agencies.get(agency).is_some() {
            people.push(Invited {
                agency: (*agency).to_owned(),
                role: (*role).to_owned(),
                part1: true,
                part2: has_part2 && (place == 1 || dice.chance(35)),
                ..Invited::new(InvitedKind::Professional, *name)
            });
        }
    }
    let no_part2 = || Some(by_chair("There is no Part 2 this time."));
    people.push(Invited {
        part2: has_part2,
        not_asked: if has_part2 { None } else { no_part2() },
        ..Invited::new(InvitedKind::YoungPerson, person.full_name())
    });
    let (called, role) = FAMILY[dice.below(FAMILY.len())];
    people.push(Invited {
        role: role.to_owned(),
        part2: has_part2,
        not_asked: if has_part2 { None } else { no_part2() },
        ..Invited::new(InvitedKind::Family, called)
    });
    if dice.chance(20) {
        people.push(Invited {
            role: "stepfather".to_owned(),
            not_asked: Some(by_chair(dice.pick(&texts::NOT_ASKED))),
            ..Invited::new(InvitedKind::Family, "Stepfather")
        });
    }
    if has_part2 && dice.chance(45) {
        people.push(Invited {
            agency: "advocacy".to_owned(),
            role: "advocate".to_owned(),
            part2: true,
            ..Invited::new(InvitedKind::Advocate, "Tegan Rowe")
        });
    }
    people
}

fn agenda(points: &[&str]) -> Vec<String> {
    points.iter().map(|point| (*point).to_owned()).collect()
}
