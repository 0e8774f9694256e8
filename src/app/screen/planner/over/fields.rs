//! The fields of each form, filled in from the plan.

use super::super::sheet::Sheet;
use super::kind_words;
use crate::app::cx::Cx;
use crate::app::form::{Called, Field, Form, Reads, Typed};
use crate::domain::meeting::{Invited, InvitedKind, NotAsked, Part};
use crate::words::Key as W;

const YES: &str = "yes";
pub(super) const NO: &str = "no";

pub(super) fn filled(fields: Vec<Field>, values: &[(&'static str, Typed)]) -> Form {
    let mut form = Form::new(fields);
    for (id, typed) in values {
        form.put(id, typed);
    }
    form
}

pub(super) fn one_of(user: Option<i64>) -> Typed {
    Typed::One(user.map(|user| user.to_string()))
}

pub(super) fn chairs(sheet: &Sheet) -> Vec<(String, Called)> {
    let colleagues = sheet.offer.colleagues.iter();
    colleagues
        .filter(|one| one.can_chair)
        .map(|one| (one.user_id.to_string(), Called::Name(one.name.clone())))
        .collect()
}

pub(super) fn day_form(sheet: &Sheet) -> Form {
    filled(
        vec![
            Field::reading("day", W::MeetingsDay, Reads::DayToCome).needed(),
            Field::text("reason", W::MeetingsDayReason),
        ],
        &[("reason", Typed::Text(sheet.plan.day_reason.clone()))],
    )
}

fn part_fields() -> Vec<Field> {
    vec![
        Field::reading("start", W::MeetingsStart, Reads::Time).needed(),
        Field::line("minutes", W::MeetingsMinutes).needed(),
        Field::text("agenda", W::MeetingsAgenda),
    ]
}

fn part_values(part: &Part) -> Vec<(&'static str, Typed)> {
    vec![
        ("start", Typed::Text(part.start.format("%H:%M").to_string())),
        ("minutes", Typed::Text(part.minutes.to_string())),
        ("agenda", Typed::Text(part.agenda.join("\n"))),
    ]
}

pub(super) fn part1_form(part: &Part) -> Form {
    filled(part_fields(), &part_values(part))
}

pub(super) fn part2_form(sheet: &Sheet, cx: &Cx<'_>) -> Form {
    let answers = [(YES, W::MeetingsYes), (NO, W::MeetingsNo)];
    let answers = answers.map(|(id, word)| (id.to_owned(), word));
    let mut fields = vec![Field::one("held", W::MeetingsPart2Held, answers).needed()];
    fields.extend(part_fields());
    fields.push(Field::text("reason", W::MeetingsNoPart2Why));
    fields.push(Field::one(
        "decided-by",
        W::MeetingsDecidedBy,
        chairs(sheet),
    ));
    let usual = cx.rules.policies.policy.meetings;
    let after = chrono::TimeDelta::minutes(i64::from(usual.gap_minutes));
    let first_end = sheet.plan.part1.end().unwrap_or(sheet.plan.part1.start);
    let fallback = Part {
        start: first_end.overflowing_add_signed(after).0,
        minutes: usual.part_2_minutes,
        agenda: Vec::new(),
    };
    let mut values = part_values(sheet.plan.part2.as_ref().unwrap_or(&fallback));
    let held = if sheet.plan.part2.is_some() { YES } else { NO };
    values.push(("held", Typed::One(Some(held.to_owned()))));
    values.extend(reason_values(sheet, sheet.plan.no_part2.as_ref()));
    filled(fields, &values)
}

pub(super) fn reason_form(sheet: &Sheet, given: Option<&NotAsked>) -> Form {
    filled(
        vec![
            Field::text("reason", W::MeetingsReason).needed(),
            Field::one("decided-by", W::MeetingsDecidedBy, chairs(sheet)).needed(),
        ],
        &reason_values(sheet, given),
    )
}

/// By the procedures it is the chair who decides who is not asked.
fn reason_values(sheet: &Sheet, given: Option<&NotAsked>) -> Vec<(&'static str, Typed)> {
    let reason = given.map_or(String::new(), |one| one.reason.clone());
    let by = given.map(|one| one.decided_by).or(sheet.plan.chair);
    vec![("reason", Typed::Text(reason)), ("decided-by", one_of(by))]
}

pub(super) fn person_form(sheet: &Sheet, cx: &Cx<'_>, person: Option<&Invited>) -> Form {
    let kinds = [
        InvitedKind::Professional,
        InvitedKind::YoungPerson,
        InvitedKind::Family,
        InvitedKind::Advocate,
    ];
    let kinds = kinds.map(|kind| (kind_id(kind), kind_words(kind)));
    let agencies = cx.rules.policies.agencies.all().iter();
    let agencies = agencies.map(|one| (one.id.clone(), one.name.clone()));
    let colleagues = sheet.offer.colleagues.iter();
    let colleagues = colleagues.map(|one| (format!("{USER}{}", one.user_id), one.name.clone()));
    let family = sheet.offer.family.iter();
    let family = family.map(|one| (format!("family:{}", one.name), one.name.clone()));
    let fields = vec![
        Field::one("kind", W::MeetingsPersonKind, kinds).needed(),
        Field::pick("agency", W::MeetingsPersonAgency, agencies),
        Field::pick("name", W::MeetingsPersonName, colleagues.chain(family)),
        Field::line("role", W::MeetingsPersonRole),
    ];
    let Some(person) = person else {
        let kind = Typed::One(Some(kind_id(InvitedKind::Professional)));
        return filled(fields, &[("kind", kind)]);
    };
    let agency = cx.rules.policies.agencies.get(&person.agency);
    filled(
        fields,
        &[
            ("kind", Typed::One(Some(kind_id(person.kind)))),
            (
                "agency",
                Typed::Picked {
                    id: agency.map(|one| one.id.clone()),
                    text: agency.map_or(person.agency.clone(), |one| one.name.en.clone()),
                },
            ),
            (
                "name",
                Typed::Picked {
                    id: person.user_id.map(|user| format!("{USER}{user}")),
                    text: person.name.clone(),
                },
            ),
            ("role", Typed::Text(person.role.clone())),
        ],
    )
}

pub(super) const USER: &str = "user:";

fn kind_id(kind: InvitedKind) -> String {
    let word: &str = kind.into();
    word.to_owned()
}
