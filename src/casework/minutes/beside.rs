//! What stands beside approved minutes: to whom they were sent, what somebody says is not right in
//! them, and that a document was made of them. The words themselves are never touched here.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::{minutes_for, outline, owed, record, said, subject};
use crate::casework::after::{AfterError, counted, held_meeting, subject_of};
use crate::casework::{CaseworkError, Change, Desk};
use crate::domain::case::{CaseBrief, ClockKind, Due, EventKind};
use crate::domain::meeting::{Meeting, MeetingId};
use crate::domain::minutes::{Correcting, MinutesId, MinutesKind, Sending, entry_faults};
use crate::domain::plain_text::clean;
use crate::domain::roles::Action;
use crate::domain::sharing::{Confidential, Shareable};
use crate::store::minutes::MinutesHead;
use crate::store::{StoreError, clock, minutes};

/// Writes down to whom approved minutes were sent. The first sending stops the clock of what is
/// owed; each starts that of corrections, for so many working days from receipt.
///
/// # Errors
/// Refused by role or case; no such minutes, or not approved ones; what is wrong with the entry.
pub fn note_sent(
    desk: &mut Desk<'_>,
    id: MinutesId,
    sending: &Sending,
) -> Result<(), CaseworkError> {
    let (case, held, which) = approved_minutes(desk, id)?;
    let (whom, how) = (line(&sending.whom), line(&sending.how));
    let (rules, today) = (desk.rules, desk.today());
    checked(&whom, None, sending.on, &held, today)?;
    desk.change(|change| {
        let by = change.actor.user_id;
        minutes::insert_sent(change.tx, id, &whom, sending.on, &how, by)?;
        let (kind, meeting) = (which.kind.clock(), Some(held.id.0));
        clock::finish(change.tx, case.id, kind, meeting, change.now)?;
        let last = minutes::last_sent_on(change.tx, held.id)?.unwrap_or(sending.on);
        let kind = ClockKind::Corrections;
        clock::finish(change.tx, case.id, kind, meeting, change.now)?;
        let due = Due::By(counted(rules.policies.corrections_due(last)));
        let chair = held.plan.chair.or(case.owner);
        clock::start(change.tx, case.id, kind, meeting, due, chair)?;
        let mut detail = outline(&held, &which);
        detail["name"] = Value::from(whom.as_str());
        detail["sent"] = Value::from(sending.on.to_string());
        record(change, &case, &held, EventKind::DocumentSent, &detail)?;
        Ok(change.audit("minutes-sent", Some(case.id.0), &subject(id), &detail)?)
    })
}

/// Adds a correction to approved full minutes, which stay as they are.
///
/// # Errors
/// Refused by role or case; no such minutes, or not approved ones; what is wrong with the entry.
pub fn correct_full(
    desk: &mut Desk<'_>,
    id: MinutesId,
    correcting: &Correcting<Confidential>,
) -> Result<(), CaseworkError> {
    let words = Confidential::new(said(correcting.words.for_professionals()));
    let asked_by = Confidential::new(line(&correcting.asked_by));
    let text = words.for_professionals();
    let entry = (asked_by.for_professionals(), text, correcting.on);
    correct(desk, id, MinutesKind::Full, entry, |change| {
        let entry = (&asked_by, correcting.on, &words);
        minutes::insert_full_correction(change.tx, id, entry, change.actor.user_id)
    })
}

/// Adds a correction to the family's approved minutes, in words for the family.
///
/// # Errors
/// As for [`correct_full`].
pub fn correct_family(
    desk: &mut Desk<'_>,
    id: MinutesId,
    correcting: &Correcting<Shareable>,
) -> Result<(), CaseworkError> {
    let words = Shareable::new(said(correcting.words.as_str()));
    let asked_by = Confidential::new(line(&correcting.asked_by));
    let entry = (asked_by.for_professionals(), words.as_str(), correcting.on);
    correct(desk, id, MinutesKind::Family, entry, |change| {
        let entry = (&asked_by, correcting.on, &words);
        minutes::insert_family_correction(change.tx, id, entry, change.actor.user_id)
    })
}

/// Says that nobody is waited for any more: the days for corrections are over.
///
/// # Errors
/// Refused by role or case; no such meeting; days not over yet; nobody waited for.
pub fn close_corrections(desk: &mut Desk<'_>, id: MeetingId) -> Result<(), CaseworkError> {
    let (case, _) = held_meeting(desk, Action::RunMeeting, id)?;
    let today = desk.today();
    desk.change(|change| {
        let open = owed(change, case.id, id)?
            .into_iter()
            .find(|one| one.kind == ClockKind::Corrections && !one.is_done)
            .ok_or(AfterError::NoCorrectionsAwaited)?;
        if let Due::By(until) = open.due
            && until > today
        {
            return Err(AfterError::CorrectionsMayCome { until }.into());
        }
        let (kind, meeting) = (ClockKind::Corrections, Some(id.0));
        clock::finish(change.tx, case.id, kind, meeting, change.now)?;
        let subject = subject_of(id);
        Ok(change.audit("corrections-closed", Some(case.id.0), &subject, &json!({}))?)
    })
}

/// Writes down that a document was made of minutes: from then on there is a copy outside.
///
/// # Errors
/// Refused by role or case; no such minutes.
pub fn note_written(desk: &mut Desk<'_>, id: MinutesId, file: &str) -> Result<(), CaseworkError> {
    let (case, held, which) = minutes_for(desk, Action::PlanMeeting, id)?;
    desk.change(|change| {
        let mut detail = outline(&held, &which);
        detail["file"] = Value::from(file);
        Ok(change.audit("minutes-written", Some(case.id.0), &subject(id), &detail)?)
    })
}

fn correct(
    desk: &mut Desk<'_>,
    id: MinutesId,
    kind: MinutesKind,
    (asked_by, words, on): (&str, &str, NaiveDate),
    write: impl FnOnce(&Change<'_>) -> Result<i64, StoreError>,
) -> Result<(), CaseworkError> {
    let (case, held, which) = approved_minutes(desk, id)?;
    if which.kind != kind {
        return Err(AfterError::NoMinutes.into());
    }
    checked(asked_by, Some(words), on, &held, desk.today())?;
    desk.change(|change| {
        write(change)?;
        let detail = outline(&held, &which);
        Ok(change.audit("minutes-corrected", Some(case.id.0), &subject(id), &detail)?)
    })
}

fn approved_minutes(
    desk: &Desk<'_>,
    id: MinutesId,
) -> Result<(CaseBrief, Meeting, MinutesHead), CaseworkError> {
    let found = minutes_for(desk, Action::PlanMeeting, id)?;
    if !found.2.is_approved {
        return Err(AfterError::NotApproved.into());
    }
    Ok(found)
}

fn checked(
    named: &str,
    words: Option<&str>,
    on: NaiveDate,
    held: &Meeting,
    today: NaiveDate,
) -> Result<(), CaseworkError> {
    let faults = entry_faults(named, words, on, held.plan.day, today);
    if faults.is_empty() {
        return Ok(());
    }
    Err(AfterError::Faults(faults).into())
}

fn line(text: &str) -> String {
    clean(text).trim().to_owned()
}
