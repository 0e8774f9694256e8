//! The forms of preparation and invitations: made from what is known, and taken as a deed when
//! they are accepted.

mod fields;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use self::fields::{answer_form, held_back_form, person_form, report_form, write_form};
use crate::app::cx::Cx;
use crate::app::form::{Form, Typed};
use crate::app::talk::preparation::Deed;
use crate::domain::date_words::{self, Prefer};
use crate::domain::invitation::Answer;
use crate::domain::preparation::{Asked, PersonPreparation, PreparationFault, Sheet, Withheld};
use crate::domain::sharing::{Confidential, Shareable};
use crate::words::Key as W;

/// Which form it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OverKind {
    /// The person's row on the list of the meeting.
    Person(i64),
    /// The note in whose place another comes, if any.
    HeldBack(Option<i64>),
    /// The agency's id.
    Report(String),
    /// The person's row.
    Answer(i64),
    /// The row of the person who is selected.
    Write(Option<i64>),
}

/// A form over the lists.
#[derive(Debug)]
pub struct Over {
    pub kind: OverKind,
    pub form: Form,
    /// As it was when it opened, to know whether anything was typed.
    before: BTreeMap<String, Typed>,
}

impl Over {
    pub(super) fn is_touched(&self) -> bool {
        self.form.draft() != self.before
    }

    /// Chooses an answer and goes on to what is said beside it.
    pub(super) fn choose_answer(&mut self, answer: Answer) {
        let word: &str = answer.into();
        self.form.put("answer", &Typed::One(Some(word.to_owned())));
        self.form.go_to("note");
    }
}

/// What an accepted form asks for.
#[derive(Debug, PartialEq, Eq)]
pub enum Accepted {
    Keep(Deed),
    Write { people: Vec<i64>, folder: String },
}

/// Faults by field.
type Faults = Vec<(&'static str, W)>;

/// What a form is called.
pub const fn title(kind: &OverKind) -> W {
    match kind {
        OverKind::Person(_) => W::PreparationFormPerson,
        OverKind::HeldBack(_) => W::PreparationFormHeldBack,
        OverKind::Report(_) => W::PreparationFormReport,
        OverKind::Answer(_) => W::InvitationsFormAnswer,
        OverKind::Write(_) => W::InvitationsFormWrite,
    }
}

/// The form, filled in; `None` where what it is about is there no more.
pub fn open(kind: OverKind, sheet: &Sheet, folder: &str, cx: &Cx<'_>) -> Option<Over> {
    let form = match &kind {
        OverKind::Person(row) => {
            let one = sheet.people.iter().find(|one| one.person.row == Some(*row));
            person_form(one?)
        }
        OverKind::HeldBack(note) => {
            let notes = &sheet.held_back;
            held_back_form(notes.iter().find(|one| Some(one.id) == *note))
        }
        OverKind::Report(agency) => report_form(sheet.report_of(agency), cx.today()),
        OverKind::Answer(row) => {
            let mut found = sheet.invitations.iter();
            let (_, invitation) = found.find(|(person, _)| person.row == Some(*row))?;
            answer_form(invitation.as_ref()?)
        }
        OverKind::Write(person) => write_form(sheet, *person, folder),
    };
    Some(Over {
        kind,
        before: form.draft(),
        form,
    })
}

/// What stands in the form, as a deed.
///
/// # Errors
/// What is wrong with its fields.
pub fn accept(over: &Over, sheet: &Sheet, cx: &Cx<'_>) -> Result<Accepted, Faults> {
    let form = &over.form;
    Ok(Accepted::Keep(match &over.kind {
        OverKind::Person(row) => Deed::Prepare {
            person: *row,
            preparation: Box::new(person(form, sheet, *row, cx)?),
        },
        OverKind::HeldBack(note) => held_back(form, *note)?,
        OverKind::Report(agency) => {
            let kept = sheet.report_of(agency);
            let received_on = past_day(form, "received", cx)?;
            if received_on.is_none() && kept.is_none() {
                return Err(vec![("received", W::PreparationFaultNoDay)]);
            }
            Deed::Report {
                agency: agency.clone(),
                received_on,
                note: confidential(form, "note"),
                version: kept.map_or(0, |kept| kept.version),
            }
        }
        OverKind::Answer(row) => {
            let answer = form.chosen("answer").and_then(|word| word.parse().ok());
            let answer: Answer = answer.ok_or(vec![("answer", W::InvitationsFaultAnswer)])?;
            let note = confidential(form, "note");
            if answer == Answer::Sending && note.is_blank() {
                return Err(vec![("note", W::InvitationsFaultWho)]);
            }
            let mut found = sheet.invitations.iter();
            let kept = found.find(|(person, _)| person.row == Some(*row));
            let version = kept.and_then(|(_, one)| one.as_ref().map(|one| one.version));
            Deed::Answered {
                person: *row,
                version: version.unwrap_or(0),
                answer,
                note,
            }
        }
        OverKind::Write(person) => {
            let people = fields::chosen_people(form, sheet, *person);
            if people.is_empty() {
                return Err(vec![("whom", W::InvitationsFaultWhom)]);
            }
            let folder = form.text("folder").trim().to_owned();
            if folder.is_empty() {
                return Err(vec![("folder", W::InvitationsFaultFolder)]);
            }
            return Ok(Accepted::Write { people, folder });
        }
    }))
}

fn person(form: &Form, sheet: &Sheet, row: i64, cx: &Cx<'_>) -> Result<PersonPreparation, Faults> {
    let mut people = sheet.people.iter();
    let kept = people.find(|one| one.person.row == Some(row));
    let nothing = form.chosen_all("nothing");
    let nothing = nothing.iter().filter_map(|word| word.parse::<Asked>().ok());
    let given = PersonPreparation {
        told_on: past_day(form, "told-on", cx)?,
        told_by: confidential(form, "told-by"),
        told_how: confidential(form, "told-how"),
        wants_to_say: shareable(form, "wants"),
        said_by: shareable(form, "said-by"),
        beside_them: shareable(form, "beside"),
        advocate: chosen(form, "advocate"),
        advocate_on: past_day(form, "advocate-on", cx)?,
        language: chosen(form, "language"),
        transport: confidential(form, "transport"),
        venue_hard: confidential(form, "venue"),
        nothing: nothing.collect(),
        version: kept.map_or(0, |one| one.preparation.version),
        // Whether they were told again is known by what is kept, not by the form.
        tell_again: kept.is_some_and(|one| one.preparation.tell_again),
    };
    let faults = given.faults(cx.today());
    if faults.is_empty() {
        return Ok(given);
    }
    let place = |fault: &PreparationFault| match fault {
        PreparationFault::ToldInFuture => ("told-on", W::PreparationFaultFuture),
        PreparationFault::AdvocateInFuture => ("advocate-on", W::PreparationFaultFuture),
    };
    Err(faults.iter().map(place).collect())
}

fn held_back(form: &Form, note: Option<i64>) -> Result<Deed, Faults> {
    let held = form.chosen("held");
    if let (Some(fields::WITHDRAWN), Some(note)) = (held.as_deref(), note) {
        return Ok(Deed::TakeBack { note });
    }
    let agreed_by = confidential(form, "agreed-by");
    let no_name = || vec![("agreed-by", W::PreparationFaultAgreedBy)];
    let withheld = match held.as_deref() {
        Some(fields::NOTHING) => None,
        Some(fields::SOMETHING) => {
            let given = Withheld {
                what: confidential(form, "what"),
                reason: confidential(form, "reason"),
            };
            if given.what.is_blank() {
                return Err(vec![("what", W::PreparationFaultWhat)]);
            }
            if given.reason.is_blank() {
                return Err(vec![("reason", W::PreparationFaultWhy)]);
            }
            Some(given)
        }
        _ => return Err(vec![("held", W::PreparationFaultHeld)]),
    };
    if agreed_by.is_blank() {
        return Err(no_name());
    }
    Ok(Deed::HoldBack {
        instead_of: note,
        withheld,
        agreed_by,
    })
}

/// A day that has been; nothing where nothing is typed.
fn past_day(form: &Form, field: &'static str, cx: &Cx<'_>) -> Result<Option<NaiveDate>, Faults> {
    let typed = form.text(field);
    if typed.trim().is_empty() {
        return Ok(None);
    }
    let day = date_words::date(&typed, &cx.dates(Prefer::Past))
        .map_err(|_| vec![(field, W::PreparationFaultDay)])?;
    if day > cx.today() {
        return Err(vec![(field, W::PreparationFaultFuture)]);
    }
    Ok(Some(day))
}

fn chosen<T: std::str::FromStr + Default>(form: &Form, field: &str) -> T {
    let word = form.chosen(field);
    word.and_then(|word| word.parse().ok()).unwrap_or_default()
}

fn confidential(form: &Form, field: &str) -> Confidential {
    Confidential::new(form.text(field).trim())
}

fn shareable(form: &Form, field: &str) -> Shareable {
    Shareable::new(form.text(field).trim())
}
