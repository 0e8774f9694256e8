//! A plan as it is kept: text from people cleaned, and nothing in it that does not belong together.

use crate::domain::meeting::{Invited, MeetingPlan, NotAsked};
use crate::domain::plain_text::{clean, clean_multiline};

/// What people said in several lines, cleaned.
pub(super) fn said(text: &str) -> String {
    clean_multiline(text).trim().to_owned()
}

fn line(text: &str) -> String {
    clean(text).trim().to_owned()
}

/// A plan with all text from people cleaned, and without what does not belong together.
pub(super) fn cleaned(plan: &MeetingPlan) -> MeetingPlan {
    let agenda = |items: &[String]| -> Vec<String> {
        let items = items.iter().map(|item| line(item));
        items.filter(|item| !item.is_empty()).collect()
    };
    let mut plan = plan.clone();
    plan.part1.agenda = agenda(&plan.part1.agenda);
    if let Some(part2) = &mut plan.part2 {
        part2.agenda = agenda(&part2.agenda);
        plan.no_part2 = None;
    }
    plan.no_part2 = cleaned_reason(plan.no_part2.as_ref());
    plan.day_reason = said(&plan.day_reason);
    plan.people = plan.people.iter().map(cleaned_person).collect();
    plan
}

pub(super) fn cleaned_person(person: &Invited) -> Invited {
    let mut person = person.clone();
    person.name = line(&person.name);
    person.role = line(&person.role);
    person.not_asked = if person.part2 {
        None
    } else {
        cleaned_reason(person.not_asked.as_ref())
    };
    person
}

fn cleaned_reason(given: Option<&NotAsked>) -> Option<NotAsked> {
    let given = given?;
    let reason = said(&given.reason);
    (!reason.is_empty() && given.decided_by > 0).then_some(NotAsked {
        reason,
        decided_by: given.decided_by,
    })
}
