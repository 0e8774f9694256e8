//! The small forms over the planner: a day in words, a part, venue, chair, a person, a reason.
//!
//! Each is made from the plan and taken back into it when it is accepted. One that is left by Esc
//! keeps what was typed, and shows it again when it is opened the next time.

mod fields;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use self::fields::{
    NO, USER, chairs, day_form, filled, one_of, part1_form, part2_form, person_form, reason_form,
};
use super::sheet::Sheet;
use crate::app::cx::Cx;
use crate::app::form::{Field, Form, Reads, Typed};
use crate::domain::date_words::{self, Prefer};
use crate::domain::meeting::{Invited, InvitedKind, NotAsked, PLANNED_MINUTES, Part, day_question};
use crate::words::Key as W;

/// Which form it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OverKind {
    Day,
    Part1,
    Part2,
    Venue,
    Chair,
    AddPerson,
    Person(usize),
    WhyNot(usize),
    Away(usize),
    /// Why a meeting that people were told of takes place elsewhere or at another time.
    Moving,
    Cancelling,
}

/// A form over the planner.
#[derive(Debug)]
pub struct Over {
    pub kind: OverKind,
    pub form: Form,
}

/// What an accepted form asks for beyond a change of the plan.
#[derive(Debug, PartialEq, Eq)]
pub enum Accepted {
    Changed,
    NoteAway(usize, (NaiveDate, NaiveDate)),
    Move(String),
    Cancel(String),
}

/// Faults by field.
type Faults = Vec<(&'static str, W)>;

/// What a form is called.
pub const fn title(kind: OverKind) -> W {
    match kind {
        OverKind::Day => W::MeetingsFormDay,
        OverKind::Part1 => W::MeetingsFormPart1,
        OverKind::Part2 => W::MeetingsFormPart2,
        OverKind::Venue => W::MeetingsFormVenue,
        OverKind::Chair => W::MeetingsFormChair,
        OverKind::AddPerson => W::MeetingsFormAdd,
        OverKind::Person(_) => W::MeetingsFormPerson,
        OverKind::WhyNot(_) => W::MeetingsFormWhyNot,
        OverKind::Away(_) => W::MeetingsFormAway,
        OverKind::Moving => W::MeetingsFormMoving,
        OverKind::Cancelling => W::MeetingsFormCancelling,
    }
}

/// What the kinds of people are called.
pub const fn kind_words(kind: InvitedKind) -> W {
    match kind {
        InvitedKind::Professional => W::MeetingsKindProfessional,
        InvitedKind::YoungPerson => W::MeetingsKindYoungPerson,
        InvitedKind::Family => W::MeetingsKindFamily,
        InvitedKind::Advocate => W::MeetingsKindAdvocate,
    }
}

/// The form, filled in from the plan.
pub fn open(kind: OverKind, sheet: &Sheet, cx: &Cx<'_>) -> Over {
    let form = match kind {
        OverKind::Day => day_form(sheet),
        OverKind::Part1 => part1_form(&sheet.plan.part1),
        OverKind::Part2 => part2_form(sheet, cx),
        OverKind::Venue => {
            let venues = cx.rules.policies.venues.all().iter();
            let venues = venues.map(|venue| (venue.id.clone(), venue.name.clone()));
            filled(
                vec![Field::one("venue", W::MeetingsVenue, venues).needed()],
                &[("venue", Typed::One(Some(sheet.plan.venue.clone())))],
            )
        }
        OverKind::Chair => filled(
            vec![Field::one("chair", W::MeetingsChair, chairs(sheet)).needed()],
            &[("chair", one_of(sheet.plan.chair))],
        ),
        OverKind::AddPerson => person_form(sheet, cx, None),
        OverKind::Person(at) => person_form(sheet, cx, sheet.plan.people.get(at)),
        OverKind::WhyNot(at) => {
            let given = sheet
                .plan
                .people
                .get(at)
                .and_then(|one| one.not_asked.as_ref());
            reason_form(sheet, given)
        }
        OverKind::Away(_) => Form::new(vec![
            Field::reading("from", W::MeetingsAwayFrom, Reads::DayToCome).needed(),
            Field::reading("to", W::MeetingsAwayTo, Reads::DayToCome),
        ]),
        OverKind::Moving | OverKind::Cancelling => {
            Form::new(vec![Field::text("reason", W::MeetingsReason).needed()])
        }
    };
    Over { kind, form }
}

/// Takes what stands in the form into the plan.
///
/// # Errors
/// What is wrong with its fields; the plan is then as it was.
pub fn accept(over: &Over, sheet: &mut Sheet, cx: &Cx<'_>) -> Result<Accepted, Faults> {
    let form = &over.form;
    match over.kind {
        OverKind::Day => {
            let day = day(form, "day", cx)?;
            let reason = form.text("reason").trim().to_owned();
            let holidays = &cx.rules.policies.holidays;
            let asks = day_question(day, &sheet.offer.window, holidays).is_some();
            if asks && reason.is_empty() {
                return Err(vec![("reason", W::MeetingsFaultDayReason)]);
            }
            sheet.change(cx, |plan| {
                plan.day = day;
                plan.day_reason = reason;
            });
        }
        OverKind::Part1 => {
            let part = part(form)?;
            sheet.change(cx, |plan| plan.part1 = part);
        }
        OverKind::Part2 => {
            if form.chosen("held").as_deref() == Some(NO) {
                let reason = reason(form)?;
                sheet.change(cx, |plan| {
                    plan.part2 = None;
                    plan.no_part2 = Some(reason);
                });
            } else {
                let part = part(form)?;
                sheet.change(cx, |plan| {
                    plan.part2 = Some(part);
                    plan.no_part2 = None;
                });
            }
        }
        OverKind::Venue => {
            let needed = vec![("venue", W::MeetingsFaultVenue)];
            let venue = form.chosen("venue").ok_or(needed)?;
            sheet.change(cx, |plan| plan.venue = venue);
        }
        OverKind::Chair => {
            let chair = form.chosen("chair").and_then(|id| id.parse().ok());
            let Some(chair) = chair else {
                return Err(vec![("chair", W::MeetingsFaultChair)]);
            };
            sheet.change(cx, |plan| plan.chair = Some(chair));
        }
        OverKind::AddPerson => {
            let person = person(form, None)?;
            sheet.change(cx, |plan| plan.people.push(person));
            let (rows, page) = (sheet.rows(), sheet.list_rows(cx));
            sheet.cursor.put(rows, rows, page);
        }
        OverKind::Person(at) => {
            let person = person(form, sheet.plan.people.get(at))?;
            sheet.change(cx, |plan| {
                if let Some(place) = plan.people.get_mut(at) {
                    *place = person;
                }
            });
        }
        OverKind::WhyNot(at) => {
            let reason = reason(form)?;
            sheet.change(cx, |plan| {
                if let Some(person) = plan.people.get_mut(at) {
                    person.not_asked = Some(reason);
                    person.part2 = false;
                }
            });
        }
        OverKind::Away(at) => {
            let from = day(form, "from", cx)?;
            let to = if form.text("to").trim().is_empty() {
                from
            } else {
                day(form, "to", cx)?
            };
            if to < from {
                return Err(vec![("to", W::MeetingsFaultAwayDays)]);
            }
            return Ok(Accepted::NoteAway(at, (from, to)));
        }
        OverKind::Moving => return Ok(Accepted::Move(needed_reason(form)?)),
        OverKind::Cancelling => return Ok(Accepted::Cancel(needed_reason(form)?)),
    }
    Ok(Accepted::Changed)
}

fn day(form: &Form, field: &'static str, cx: &Cx<'_>) -> Result<NaiveDate, Faults> {
    date_words::date(&form.text(field), &cx.dates(Prefer::Future))
        .map_err(|_| vec![(field, W::MeetingsFaultDay)])
}

fn part(form: &Form) -> Result<Part, Faults> {
    let start =
        date_words::time(&form.text("start")).map_err(|_| vec![("start", W::MeetingsFaultTime)])?;
    let minutes: Option<u32> = form.text("minutes").trim().parse().ok();
    let minutes = minutes
        .filter(|minutes| PLANNED_MINUTES.contains(minutes))
        .ok_or_else(|| vec![("minutes", W::MeetingsFaultMinutes)])?;
    let agenda = form.text("agenda");
    let points = agenda
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty());
    Ok(Part {
        start,
        minutes,
        agenda: points.map(str::to_owned).collect(),
    })
}

fn needed_reason(form: &Form) -> Result<String, Faults> {
    let reason = form.text("reason").trim().to_owned();
    if reason.is_empty() {
        return Err(vec![("reason", W::MeetingsFaultReason)]);
    }
    Ok(reason)
}

fn reason(form: &Form) -> Result<NotAsked, Faults> {
    let reason = needed_reason(form)?;
    let by = form.chosen("decided-by").and_then(|id| id.parse().ok());
    let Some(decided_by) = by else {
        return Err(vec![("decided-by", W::MeetingsFaultDecidedBy)]);
    };
    Ok(NotAsked { reason, decided_by })
}

fn person(form: &Form, before: Option<&Invited>) -> Result<Invited, Faults> {
    let kind: Option<InvitedKind> = form.chosen("kind").and_then(|id| id.parse().ok());
    let Some(kind) = kind else {
        return Err(vec![("kind", W::MeetingsFaultKind)]);
    };
    let (name, agency) = (form.text("name").trim().to_owned(), form.chosen("agency"));
    if kind == InvitedKind::Professional && agency.is_none() {
        return Err(vec![("agency", W::MeetingsFaultAgency)]);
    }
    if kind != InvitedKind::Professional && name.is_empty() {
        return Err(vec![("name", W::MeetingsFaultName)]);
    }
    let picked = form.chosen("name");
    let user = picked.and_then(|id| id.strip_prefix(USER)?.parse().ok());
    let mut person = before.cloned().unwrap_or_else(|| Invited {
        part1: true,
        part2: true,
        ..Invited::new(kind, "")
    });
    person.kind = kind;
    person.part1 = person.part1 && kind == InvitedKind::Professional;
    person.agency = match kind {
        InvitedKind::Professional | InvitedKind::Advocate => agency.unwrap_or_default(),
        InvitedKind::YoungPerson | InvitedKind::Family => String::new(),
    };
    person.name = name;
    form.text("role").trim().clone_into(&mut person.role);
    person.user_id = user;
    Ok(person)
}
