//! Restricted cases: only named people see them; anyone else whose role sees cases may break the
//! glass with a reason, which the Principal Officer is told.

use chrono::TimeDelta;
use serde_json::json;

use super::super::{CaseworkError, Desk};
use super::GlassError;
use crate::domain::case::{CaseId, ClockKind, Due, EventKind};
use crate::domain::plain_text;
use crate::domain::roles::Action;
use crate::store::{case_record, clock, event};

/// A glass stays broken for one night's work and no longer (ours).
const OPEN_FOR_HOURS: i64 = 24;
/// Longer than any reason.
const LONGEST_REASON_CHARS: usize = 2_000;

/// Opens a restricted case to the person at the desk for [`OPEN_FOR_HOURS`]. It stands in the
/// chronology, in the audit, and on the Principal Officer's Today.
///
/// # Errors
/// Refused by role; no such case; no reason; a case that is open to this person already.
pub fn break_glass(desk: &mut Desk<'_>, id: CaseId, reason: &str) -> Result<(), CaseworkError> {
    desk.allow(Action::BreakGlass)?;
    let reason: String = plain_text::clean_multiline(reason)
        .trim()
        .chars()
        .take(LONGEST_REASON_CHARS)
        .collect();
    if reason.is_empty() {
        return Err(GlassError::NoReason.into());
    }
    let today = desk.today();
    desk.change(|change| {
        let user = change.actor.user_id;
        let case = case_record::by_id(change.tx, id)?.ok_or(CaseworkError::NoCase)?;
        if !case.is_restricted || case_record::is_named_for(change.tx, id, user, change.now)? {
            return Err(GlassError::NotNeeded.into());
        }
        let until = change.now + TimeDelta::hours(OPEN_FOR_HOURS);
        case_record::name_for(change.tx, id, user, Some(until))?;
        let said = json!({ "reason": reason });
        let broken = event::append(
            change.tx,
            id,
            change.now,
            EventKind::GlassBroken,
            None,
            Some(user),
            &said,
        )?;
        let due = Due::By(today);
        clock::start(
            change.tx,
            id,
            ClockKind::GlassBroken,
            Some(broken),
            due,
            None,
        )?;
        Ok(change.audit("glass-broken", Some(id.0), &case.reference, &said)?)
    })
}

/// The Principal Officer has read who opened a restricted case and why. `event` is the one that
/// the row of Today is about.
///
/// # Errors
/// Refused by role; no such case.
pub fn glass_seen(desk: &mut Desk<'_>, id: CaseId, event: i64) -> Result<(), CaseworkError> {
    desk.allow(Action::Decide)?;
    desk.change(|change| {
        let case = case_record::by_id(change.tx, id)?.ok_or(CaseworkError::NoCase)?;
        let kind = ClockKind::GlassBroken;
        clock::finish(change.tx, id, kind, Some(event), change.now)?;
        let said = json!({ "event": event });
        Ok(change.audit("glass-seen", Some(id.0), &case.reference, &said)?)
    })
}
