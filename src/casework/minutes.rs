//! The minutes of a meeting: drafted, edited, approved by the chair and locked; sent, and what
//! somebody says is not right in them.
//!
//! The two versions are two types all the way: what is kept for the family was never
//! [`Confidential`] here. Their first sending stops the clock of what is owed, and starts the one
//! of corrections (`casework/minutes/beside.rs`). Sentences are `export::minutes`'.

mod beside;
#[cfg(test)]
mod tests;

use serde_json::{Value, json};

pub use self::beside::{close_corrections, correct_family, correct_full, note_sent, note_written};
use super::after::{AfterError, held_meeting, subject_of};
use super::{CaseworkError, Change, Desk};
use crate::domain::case::{CaseBrief, CaseId, ClockKind, EventKind};
use crate::domain::meeting::{Meeting, MeetingId};
use crate::domain::minutes::{
    FamilySource, FullSource, Keeping, MinutesId, MinutesKind, MinutesOfMeeting, Owed,
};
use crate::domain::plain_text::clean_multiline;
use crate::domain::roles::Action;
use crate::domain::sharing::{Confidential, Shareable};
use crate::store::minutes::MinutesHead;
use crate::store::{StoreError, clock, event, meeting, minutes};

/// The minutes of a meeting, with what is owed.
///
/// # Errors
/// Refused by role or case; no such meeting, or one that was not held.
pub fn look(desk: &mut Desk<'_>, id: MeetingId) -> Result<MinutesOfMeeting, CaseworkError> {
    let (case, held) = held_meeting(desk, Action::SeeCase, id)?;
    desk.change(|change| {
        let subject = subject_of(id);
        change.audit("minutes-seen", Some(case.id.0), &subject, &json!({}))?;
        Ok(MinutesOfMeeting {
            full: minutes::full_of(change.tx, id)?,
            family: minutes::family_of(change.tx, id)?,
            owed: owed(change, case.id, id)?,
            case: case.clone(),
            meeting: held.clone(),
        })
    })
}

/// Everything that was recorded of a meeting, to draft the full minutes from.
///
/// # Errors
/// Refused by role or case; no such meeting, or one that was not held.
pub fn full_source(desk: &mut Desk<'_>, id: MeetingId) -> Result<FullSource, CaseworkError> {
    let (case, held) = held_meeting(desk, Action::PlanMeeting, id)?;
    desk.change(|change| {
        let subject = subject_of(id);
        change.audit("record-read", Some(case.id.0), &subject, &json!({}))?;
        Ok(minutes::full_source(change.tx, &case, &held)?)
    })
}

/// What of a meeting the family may have, to draft their minutes from.
///
/// # Errors
/// Refused by role or case; no such meeting, or one that was not held.
pub fn family_source(desk: &mut Desk<'_>, id: MeetingId) -> Result<FamilySource, CaseworkError> {
    let (case, held) = held_meeting(desk, Action::PlanMeeting, id)?;
    desk.change(|change| {
        let subject = subject_of(id);
        change.audit("record-read", Some(case.id.0), &subject, &json!({}))?;
        Ok(minutes::family_source(change.tx, &case, &held)?)
    })
}

/// Keeps the words of the full minutes, new or edited.
///
/// # Errors
/// Refused by role or case; a meeting that was not held; locked; a conflict where somebody else
/// changed or began them meanwhile.
pub fn keep_full(
    desk: &mut Desk<'_>,
    keeping: Keeping,
    words: &Confidential,
) -> Result<MinutesId, CaseworkError> {
    let words = Confidential::new(said(words.for_professionals()));
    keep(
        desk,
        keeping,
        MinutesKind::Full,
        |change, seen| match seen {
            None => minutes::insert_full(change.tx, keeping.meeting, keeping.language, &words),
            Some((id, version)) => {
                minutes::update_full(change.tx, id, version, &words).map(|()| id)
            }
        },
    )
}

/// Keeps the words of the family's minutes, new or edited. They were written for the family.
///
/// # Errors
/// As for [`keep_full`].
pub fn keep_family(
    desk: &mut Desk<'_>,
    keeping: Keeping,
    words: &Shareable,
) -> Result<MinutesId, CaseworkError> {
    let words = Shareable::new(said(words.as_str()));
    keep(
        desk,
        keeping,
        MinutesKind::Family,
        |change, seen| match seen {
            None => minutes::insert_family(change.tx, keeping.meeting, keeping.language, &words),
            Some((id, version)) => {
                minutes::update_family(change.tx, id, version, &words).map(|()| id)
            }
        },
    )
}

/// Approves minutes: from now on their words are locked.
///
/// # Errors
/// Refused by role or case; no such minutes; nothing in them; approved already; a conflict where
/// somebody else changed them since `version`.
pub fn approve(desk: &mut Desk<'_>, id: MinutesId, version: i64) -> Result<(), CaseworkError> {
    let (case, held, _) = minutes_for(desk, Action::RunMeeting, id)?;
    desk.change(|change| {
        let which = minutes::head(change.tx, id)?.ok_or(AfterError::NoMinutes)?;
        if which.is_approved {
            return Err(AfterError::Locked.into());
        }
        if !which.has_words {
            return Err(AfterError::NothingWritten.into());
        }
        let by = change.actor.user_id;
        minutes::approve(change.tx, id, version, by, change.now)?;
        let detail = outline(&held, &which);
        record(change, &case, &held, EventKind::MinutesApproved, &detail)?;
        Ok(change.audit("minutes-approved", Some(case.id.0), &subject(id), &detail)?)
    })
}

fn keep(
    desk: &mut Desk<'_>,
    keeping: Keeping,
    kind: MinutesKind,
    write: impl FnOnce(&Change<'_>, Option<(MinutesId, i64)>) -> Result<MinutesId, StoreError>,
) -> Result<MinutesId, CaseworkError> {
    let (case, held) = held_meeting(desk, Action::PlanMeeting, keeping.meeting)?;
    desk.change(|change| {
        if let Some((id, _)) = keeping.seen {
            let which = minutes::head(change.tx, id)?.ok_or(AfterError::NoMinutes)?;
            if which.kind != kind || which.meeting != held.id || which.language != keeping.language
            {
                return Err(AfterError::NoMinutes.into());
            }
            if which.is_approved {
                return Err(AfterError::Locked.into());
            }
        }
        let id = match write(change, keeping.seen) {
            Err(StoreError::Constraint(_)) => return Err(AfterError::BegunMeanwhile.into()),
            other => other?,
        };
        let word: &str = kind.into();
        let detail = json!({ "minutes": word, "language": keeping.language.code() });
        change.audit("minutes-kept", Some(case.id.0), &subject(id), &detail)?;
        Ok(id)
    })
}

/// Minutes with their case and meeting, that this person may do this with.
fn minutes_for(
    desk: &Desk<'_>,
    action: Action,
    id: MinutesId,
) -> Result<(CaseBrief, Meeting, MinutesHead), CaseworkError> {
    desk.allow(action)?;
    let connection = desk.store.connection();
    let which = minutes::head(connection, id)?.ok_or(AfterError::NoMinutes)?;
    let held = meeting::by_id(connection, which.meeting)?.ok_or(AfterError::NoMinutes)?;
    Ok((desk.case(action, held.case)?, held, which))
}

fn owed(change: &Change<'_>, case: CaseId, id: MeetingId) -> Result<Vec<Owed>, CaseworkError> {
    let all = minutes::clocks_of(change.tx, case, id)?;
    let read = |(kind, due, is_done): (ClockKind, String, bool)| {
        clock::due_of(&due).map(|due| Owed { kind, due, is_done })
    };
    Ok(all.into_iter().filter_map(read).collect())
}

/// What chronology and audit say of minutes: which, and of what day, and nothing of their words.
fn outline(held: &Meeting, which: &MinutesHead) -> Value {
    let kind: &str = which.kind.into();
    json!({
        "on": held.plan.day.to_string(),
        "minutes": kind,
        "language": which.language.code(),
    })
}

fn record(
    change: &Change<'_>,
    case: &CaseBrief,
    held: &Meeting,
    kind: EventKind,
    detail: &Value,
) -> Result<(), CaseworkError> {
    let (subject, user) = (Some(held.id.0), Some(change.actor.user_id));
    event::append(change.tx, case.id, change.now, kind, subject, user, detail)?;
    Ok(())
}

fn subject(id: MinutesId) -> String {
    format!("minutes {}", id.0)
}

fn said(text: &str) -> String {
    clean_multiline(text).trim().to_owned()
}
