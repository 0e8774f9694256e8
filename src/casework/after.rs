//! What begins when a meeting has been held: the decision on the protocol, and what is owed to
//! those who were there.
//!
//! The runner calls [`after_meeting`] in its own change; a meeting that was not run here is marked
//! held by [`mark_held`], with the same clocks. What is then done is in `protocol` and `minutes`.

mod error;
#[cfg(test)]
pub(in crate::casework) mod tests;

use chrono::NaiveDate;
use serde_json::json;

pub use self::error::AfterError;
use super::meetings::MeetingError;
use super::{CaseworkError, Change, Desk, invitations, voice};
use crate::domain::calendar::{BeyondHolidays, Counted};
use crate::domain::case::{CaseBrief, ClockKind, Due, EventKind, Stage};
use crate::domain::meeting::{Meeting, MeetingId, MeetingStatus};
use crate::domain::roles::Action;
use crate::domain::rules::Rules;
use crate::store::{case_record, clock, event, meeting, minutes};

/// Starts what is owed after a meeting: the decision on the protocol, plan and summary, the full
/// record, and for a young person on the protocol the next review. Stops the clocks of the
/// meeting itself. Safe to call twice: what was started once for a meeting is not started again.
///
/// # Errors
/// No such case; those of the store.
pub fn after_meeting(
    change: &Change<'_>,
    rules: &Rules,
    held: &Meeting,
) -> Result<(), CaseworkError> {
    let case = case_record::by_id(change.tx, held.case)?.ok_or(CaseworkError::NoCase)?;
    for kind in [ClockKind::Meeting, ClockKind::Preparation] {
        clock::finish(change.tx, case.id, kind, Some(held.id.0), change.now)?;
    }
    invitations::stop_answers(change, case.id, held.id)?;
    let started = minutes::clocks_of(change.tx, case.id, held.id)?;
    let chair = held.plan.chair.or(case.owner);
    let policies = &rules.policies;
    let day = held.plan.day;
    let owed = [
        (ClockKind::ProtocolDecision, day),
        (
            ClockKind::PlanAndSummary,
            counted(policies.plan_and_summary_due(day)),
        ),
        (
            ClockKind::FullRecord,
            counted(policies.full_record_due(day)),
        ),
    ];
    for (kind, due) in owed {
        if started.iter().all(|(there, ..)| *there != kind) {
            let due = Due::By(due);
            clock::start(change.tx, case.id, kind, Some(held.id.0), due, chair)?;
        }
    }
    if case.stage == Stage::OnProtocol {
        restart_review(change, rules, &case, held)?;
    }
    voice::family_was_at_meeting(change, rules, &case)
}

/// Marks a planned meeting held that was not run here.
///
/// # Errors
/// Refused by role or case; a meeting that is not planned any more, or whose day is to come; a
/// conflict where somebody else changed it since `version`.
pub fn mark_held(desk: &mut Desk<'_>, id: MeetingId, version: i64) -> Result<(), CaseworkError> {
    let found = meeting_for(desk, Action::RunMeeting, id)?.1;
    if found.status != MeetingStatus::Planned {
        return Err(MeetingError::NotPlanned.into());
    }
    if found.plan.day > desk.today() {
        return Err(AfterError::DayToCome.into());
    }
    let rules = desk.rules;
    desk.change(|change| {
        // The store compares the versions; a stale one is its conflict.
        let before = Meeting { version, ..found };
        meeting::set_status(change.tx, &before, MeetingStatus::Held, "")?;
        let said = json!({ "on": before.plan.day.to_string(), "venue": before.plan.venue });
        let user = Some(change.actor.user_id);
        let (kind, subject) = (EventKind::MeetingHeld, Some(id.0));
        event::append(
            change.tx,
            before.case,
            change.now,
            kind,
            subject,
            user,
            &said,
        )?;
        change.audit("meeting-held", Some(before.case.0), &subject_of(id), &said)?;
        after_meeting(change, rules, &before)
    })
}

/// A meeting, and its case, that this person may do this with.
pub(super) fn meeting_for(
    desk: &Desk<'_>,
    action: Action,
    id: MeetingId,
) -> Result<(CaseBrief, Meeting), CaseworkError> {
    desk.allow(action)?;
    let found = meeting::by_id(desk.store.connection(), id)?.ok_or(MeetingError::NoMeeting)?;
    Ok((desk.case(action, found.case)?, found))
}

/// The same, of a meeting that was held.
pub(super) fn held_meeting(
    desk: &Desk<'_>,
    action: Action,
    id: MeetingId,
) -> Result<(CaseBrief, Meeting), CaseworkError> {
    let found = meeting_for(desk, action, id)?;
    if found.1.status != MeetingStatus::Held {
        return Err(AfterError::NotHeld.into());
    }
    Ok(found)
}

/// Starts the clock of the next review, 4 to 6 weeks from this meeting (report), unless one is
/// planned already: planning has stopped that clock, and cancelling starts it again.
pub(super) fn restart_review(
    change: &Change<'_>,
    rules: &Rules,
    case: &CaseBrief,
    last: &Meeting,
) -> Result<(), CaseworkError> {
    clock::finish(change.tx, case.id, ClockKind::Review, None, change.now)?;
    let all = meeting::of_case(change.tx, case.id)?;
    if all.iter().any(|one| one.status == MeetingStatus::Planned) {
        return Ok(());
    }
    let due = Due::By(rules.policies.review_window(last.plan.day).last);
    let subject = Some(last.id.0);
    clock::start(
        change.tx,
        case.id,
        ClockKind::Review,
        subject,
        due,
        case.owner,
    )?;
    Ok(())
}

/// A day counted as well as the known bank holidays allow: weekdays beyond them.
pub(super) fn counted(day: Counted<NaiveDate>) -> NaiveDate {
    match day {
        Ok(day) => day,
        Err(BeyondHolidays { by_weekdays, .. }) => by_weekdays,
    }
}

pub(super) fn subject_of(id: MeetingId) -> String {
    format!("meeting {}", id.0)
}
