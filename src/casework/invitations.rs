//! Invitations: what is written to each person, that it was sent, and what they answered.
//!
//! Moving and cancelling a meeting call [`moved`] and [`called_off`], so that everybody who was
//! asked is told: the uid stays, the sequence rises, and Today says who still is to be told and
//! who owes an answer. Files are made by `export` out of the letters given here.

mod letters;
#[cfg(test)]
mod tests;

use chrono_tz::Europe::London;
use serde_json::json;
use uuid::Uuid;

pub use self::letters::letters;
use super::preparation::{PreparationError, Wanted, found, read, settle, subject};
use super::{CaseworkError, Change, Desk};
use crate::domain::bilingual::Language;
use crate::domain::case::{CaseBrief, CaseId, ClockKind, Due, EventKind};
use crate::domain::invitation::{Answer, Invitation, Step, concerns, is_asked};
use crate::domain::meeting::{Invited, InvitedKind, Meeting, MeetingId};
use crate::domain::plain_text::clean;
use crate::domain::preparation::Sheet;
use crate::domain::roles::Action;
use crate::domain::rules::Rules;
use crate::domain::sharing::Confidential;
use crate::store::{clock, event, invitation, meeting, preparation};

/// One of those who were asked, with where their invitation stands.
struct Seat {
    person: Invited,
    invitation: Invitation,
    step: Step,
}

/// Writes down that a person has been sent what they were owed: the invitation, its change, or
/// that it is called off. `version` is that of the invitation as it was seen, 0 for none.
///
/// # Errors
/// Refused by role or case; somebody who is owed nothing; a conflict.
pub fn mark_sent(
    desk: &mut Desk<'_>,
    id: MeetingId,
    person: i64,
    version: i64,
) -> Result<(), CaseworkError> {
    let (case, id) = found(desk, Action::PlanMeeting, Wanted::Meeting(id))?;
    let rules = desk.rules;
    desk.change(|change| {
        let sheet = read(change, id, rules)?;
        let Seat {
            person,
            mut invitation,
            step,
        } = seat(&sheet, person, version)?;
        if !step.is_owed() {
            return Err(PreparationError::NothingToSend.into());
        }
        let start = letters::span(&sheet.meeting, &person, rules).0;
        invitation.sent(step, start, change.now);
        invitation::save(change.tx, &invitation)?;
        stop_answer_clock(change, case.id, invitation.person)?;
        if step != Step::TellCancelled && invitation.answer == Answer::None {
            start_answer_clock(change, &case, &sheet, invitation.person)?;
        }
        let document = match step {
            Step::Update => "invitation-changed",
            Step::TellCancelled => "invitation-cancelled",
            _ => "invitation",
        };
        let called = if person.name.is_empty() {
            &person.agency
        } else {
            &person.name
        };
        let detail = json!({
            "document": document, "name": called, "sequence": invitation.sequence,
            "on": sheet.meeting.plan.day.to_string(),
        });
        event::append(
            change.tx,
            case.id,
            change.now,
            EventKind::DocumentSent,
            Some(id.0),
            Some(change.actor.user_id),
            &detail,
        )?;
        change.audit("invitation-sent", Some(case.id.0), &subject(id), &detail)?;
        settle(change, &case, id, rules)
    })
}

/// Writes down what somebody answered. [`Answer::None`] takes an answer back that was written down
/// by mistake.
///
/// # Errors
/// Refused by role or case; somebody who has not been asked; whom they send missing; a conflict.
pub fn answered(
    desk: &mut Desk<'_>,
    id: MeetingId,
    person: i64,
    version: i64,
    answer: Answer,
    note: &Confidential,
) -> Result<(), CaseworkError> {
    let (case, id) = found(desk, Action::PlanMeeting, Wanted::Meeting(id))?;
    let note = Confidential::new(clean(note.for_professionals()).trim());
    if answer == Answer::Sending && note.is_blank() {
        return Err(PreparationError::NoteMissing.into());
    }
    let rules = desk.rules;
    desk.change(|change| {
        let sheet = read(change, id, rules)?;
        let Seat {
            mut invitation,
            step,
            ..
        } = seat(&sheet, person, version)?;
        if !matches!(step, Step::Asked | Step::Answered) {
            return Err(PreparationError::NotAsked.into());
        }
        invitation.answer = answer;
        invitation.answered_at = (answer != Answer::None).then_some(change.now);
        invitation.answer_note = if answer == Answer::None {
            Confidential::default()
        } else {
            note
        };
        invitation::save(change.tx, &invitation)?;
        stop_answer_clock(change, case.id, person)?;
        if answer == Answer::None {
            start_answer_clock(change, &case, &sheet, person)?;
        }
        let word: &str = answer.into();
        let detail = json!({ "person": person, "answer": word });
        Ok(change.audit(
            "invitation-answered",
            Some(case.id.0),
            &subject(id),
            &detail,
        )?)
    })
}

/// Chooses the language in which a professional is written to.
///
/// # Errors
/// Refused by role or case; one of the family, whose language is theirs to choose; a conflict.
pub fn write_in(
    desk: &mut Desk<'_>,
    id: MeetingId,
    person: i64,
    version: i64,
    language: Language,
) -> Result<(), CaseworkError> {
    let (case, id) = found(desk, Action::PlanMeeting, Wanted::Meeting(id))?;
    let rules = desk.rules;
    desk.change(|change| {
        let sheet = read(change, id, rules)?;
        let mut seat = seat(&sheet, person, version)?;
        if seat.person.kind.belongs_in_part2() {
            return Err(PreparationError::LanguageIsTheirs.into());
        }
        seat.invitation.language = language;
        invitation::save(change.tx, &seat.invitation)?;
        let detail = json!({ "person": person, "language": language.code() });
        Ok(change.audit(
            "invitation-language",
            Some(case.id.0),
            &subject(id),
            &detail,
        )?)
    })
}

/// A meeting has another plan: everybody whom that concerns is to be told, by a changed letter or,
/// where they have had none, by word of mouth as before. Called in the change
/// that put the plan into its place; `before` is the meeting as it was.
///
/// # Errors
/// Those of the store.
pub(super) fn moved(
    change: &Change<'_>,
    case: &CaseBrief,
    before: &Meeting,
    rules: &Rules,
) -> Result<(), CaseworkError> {
    let Some(after) = meeting::by_id(change.tx, before.id)? else {
        return Ok(());
    };
    for (person, invitation) in invitation::of_meeting(change.tx, before.id)? {
        let was = is_asked(&before.plan, person.row);
        let is = is_asked(&after.plan, person.row);
        let is_concerned = was != is || (is && concerns(&before.plan, &after.plan, &person));
        let is_written_to = invitation
            .as_ref()
            .is_some_and(|one| one.sent_sequence.is_some());
        // A young person who does not come is told of their meeting all the same.
        let is_theirs =
            person.kind == InvitedKind::YoungPerson && after.plan.is_elsewhere_than(&before.plan);
        if let (Some(row), true) = (person.row, !is_written_to && (is_concerned || is_theirs)) {
            preparation::tell_again(change.tx, row)?;
        }
        let Some(mut invitation) = invitation else {
            continue;
        };
        if is_concerned {
            invitation.changed();
            invitation::save(change.tx, &invitation)?;
            stop_answer_clock(change, case.id, invitation.person)?;
        }
    }
    settle(change, case, before.id, rules)
}

/// A meeting was called off: everybody who was asked is to be told. Called in the change that
/// called it off.
///
/// # Errors
/// Those of the store.
pub(super) fn called_off(
    change: &Change<'_>,
    case: &CaseBrief,
    id: MeetingId,
    rules: &Rules,
) -> Result<(), CaseworkError> {
    for (_, invitation) in invitation::of_meeting(change.tx, id)? {
        let Some(mut invitation) = invitation else {
            continue;
        };
        stop_answer_clock(change, case.id, invitation.person)?;
        if invitation.cancelled_at.is_none() && invitation.sent_sequence.is_some() {
            invitation.changed();
            invitation::save(change.tx, &invitation)?;
        }
    }
    settle(change, case, id, rules)
}

/// Nobody owes an answer any more: the meeting was held. Called in the change that says so.
///
/// # Errors
/// Those of the store.
pub(super) fn stop_answers(
    change: &Change<'_>,
    case: CaseId,
    id: MeetingId,
) -> Result<(), CaseworkError> {
    for (_, invitation) in invitation::of_meeting(change.tx, id)? {
        if let Some(invitation) = invitation {
            stop_answer_clock(change, case, invitation.person)?;
        }
    }
    Ok(())
}

/// One person's place on the sheet, in the version that was seen.
fn seat(sheet: &Sheet, row: i64, version: i64) -> Result<Seat, CaseworkError> {
    let steps = sheet.steps();
    let mut seats = sheet.invitations.iter().zip(steps);
    let found = seats.find(|((person, _), _)| person.row == Some(row));
    let Some(((person, invitation), step)) = found else {
        return Err(PreparationError::NobodyThere.into());
    };
    let mut invitation = invitation.clone().unwrap_or_else(|| fresh(row));
    // The store compares; a stale one is its conflict.
    invitation.version = version;
    Ok(Seat {
        person: person.clone(),
        invitation,
        step,
    })
}

/// An invitation to be kept for the first time. Its uid says nothing of whom it is about.
fn fresh(row: i64) -> Invitation {
    Invitation::new(row, Uuid::new_v4().to_string())
}

fn stop_answer_clock(change: &Change<'_>, case: CaseId, person: i64) -> Result<(), CaseworkError> {
    let kind = ClockKind::InvitationAnswer;
    clock::finish(change.tx, case, kind, Some(person), change.now)?;
    Ok(())
}

/// Answers are owed when preparation is to be ready; asked later than that, the day before the
/// meeting or at once.
fn start_answer_clock(
    change: &Change<'_>,
    case: &CaseBrief,
    sheet: &Sheet,
    person: i64,
) -> Result<(), CaseworkError> {
    let today = change.now.with_timezone(&London).date_naive();
    let day_before = sheet.meeting.plan.day.pred_opt().unwrap_or(today);
    let by = if sheet.ready_by > today {
        sheet.ready_by
    } else {
        day_before.max(today)
    };
    let owner = case.owner.or(Some(change.actor.user_id));
    let kind = ClockKind::InvitationAnswer;
    clock::start(change.tx, case.id, kind, Some(person), Due::By(by), owner)?;
    Ok(())
}

/// Whether somebody is written to as the family is: Part 2 only, in plain words.
fn is_guest(person: &Invited) -> bool {
    match person.kind {
        InvitedKind::YoungPerson | InvitedKind::Family | InvitedKind::Advocate => true,
        InvitedKind::Professional => false,
    }
}
