//! Deciding on the CSE protocol at a meeting, and the register of those who are on it.
//!
//! A removal stands beside the stated criteria: those met, and those needed that were not. It can
//! be decided against them; the record then says so for ever. A later decision is added and
//! erases nothing.

#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use serde_json::json;

use super::after::{AfterError, held_meeting, restart_review, subject_of};
use super::{CaseworkError, Change, Desk, voice};
use crate::domain::case::{CaseBrief, CaseId, ClockKind, EventKind, Stage};
use crate::domain::meeting::{Meeting, MeetingId};
use crate::domain::plain_text;
use crate::domain::protocol::{
    BeforeProtocol, OnProtocol, ProtocolDeciding, ProtocolDecision, ProtocolFault, ProtocolOutcome,
    faults,
};
use crate::domain::roles::Action;
use crate::domain::sharing::Confidential;
use crate::store::case_record::Viewer;
use crate::store::protocol::NewProtocolDecision;
use crate::store::{case_record, clock, event, meeting, protocol};

/// What a decision on the protocol is made on.
///
/// # Errors
/// Refused by role or case; no such meeting, or one that was not held.
pub fn before(desk: &mut Desk<'_>, id: MeetingId) -> Result<BeforeProtocol, CaseworkError> {
    let (case, held) = held_meeting(desk, Action::SeeCase, id)?;
    desk.change(|change| {
        let subject = subject_of(id);
        change.audit("protocol-seen", Some(case.id.0), &subject, &json!({}))?;
        Ok(BeforeProtocol {
            on_since: meeting::on_protocol_since(change.tx, case.id)?,
            decisions: protocol::decisions_of(change.tx, case.id)?,
            planned: planned(change, case.id)?,
            case: case.clone(),
            meeting: held.clone(),
        })
    })
}

/// Every decision on the protocol in a case, the latest first.
///
/// # Errors
/// Refused by role or case.
pub fn of_case(desk: &mut Desk<'_>, id: CaseId) -> Result<Vec<ProtocolDecision>, CaseworkError> {
    let case = desk.case(Action::SeeCase, id)?;
    desk.change(|change| {
        change.audit("protocol-seen", Some(id.0), &case.reference, &json!({}))?;
        Ok(protocol::decisions_of(change.tx, id)?)
    })
}

/// Everybody who is on the protocol, the one whose last meeting is longest ago first; a restricted
/// case that the person is not named for is there, and hidden.
///
/// # Errors
/// Refused by role.
pub fn register(desk: &mut Desk<'_>) -> Result<Vec<OnProtocol>, CaseworkError> {
    desk.allow(Action::SeeCase)?;
    desk.change(|change| {
        let viewer = Viewer {
            user_id: change.actor.user_id,
            role: change.actor.role,
            now: change.now,
        };
        let everybody = protocol::everybody_on(change.tx, viewer)?;
        let seen = everybody.iter().filter(|one| !one.is_hidden);
        let ids: Vec<i64> = seen.map(|one| one.case.id.0).collect();
        change.audit("register-seen", None, "", &json!({ "cases": ids }))?;
        Ok(everybody)
    })
}

/// Decides at a meeting that was held whether the young person is on the protocol.
///
/// # Errors
/// Refused by role or case; a meeting that was not held; a closed case, but for a removal; a
/// decision that does not fit; no reason; a later meeting, or somebody else meanwhile, has decided.
pub fn decide(
    desk: &mut Desk<'_>,
    deciding: &ProtocolDeciding,
) -> Result<ProtocolDecision, CaseworkError> {
    let (case, held) = held_meeting(desk, Action::RunMeeting, deciding.meeting)?;
    let clean = |text: &Confidential| {
        Confidential::new(plain_text::clean_multiline(text.for_professionals()).trim())
    };
    let (reason, dissent) = (clean(&deciding.reason), clean(&deciding.dissent));
    let (rules, today) = (desk.rules, desk.today());
    let outcome = deciding.outcome;
    let criteria = &rules.policies.protocol_criteria;
    let (met, unmet) = if outcome == ProtocolOutcome::Remove {
        let met = criteria.known(&deciding.met);
        let unmet = criteria.unmet(&met);
        (met, unmet)
    } else {
        (Vec::new(), Vec::new())
    };
    desk.change(|change| {
        let case = case_record::by_id(change.tx, case.id)?.ok_or(CaseworkError::NoCase)?;
        let earlier = protocol::decisions_of(change.tx, case.id)?;
        if earlier.first().map(|one| one.id) != deciding.seen {
            return Err(AfterError::DecidedMeanwhile.into());
        }
        if earlier.iter().any(|one| one.meeting_on > held.plan.day) {
            return Err(AfterError::LaterDecided.into());
        }
        let is_on = meeting::on_protocol_since(change.tx, case.id)?.is_some();
        match faults(outcome, is_on, &reason).first() {
            Some(ProtocolFault::DoesNotFit) => return Err(AfterError::DoesNotFit.into()),
            Some(ProtocolFault::ReasonMissing) => return Err(AfterError::ReasonMissing.into()),
            None => {}
        }
        if case.stage == Stage::Closed && outcome != ProtocolOutcome::Remove {
            return Err(AfterError::CaseClosed.into());
        }
        let id = protocol::insert_decision(
            change.tx,
            &NewProtocolDecision {
                case: case.id,
                meeting: held.id,
                outcome,
                met: &met,
                unmet: &unmet,
                reason: &reason,
                dissent: &dissent,
                decided_by: change.actor.user_id,
                decided_at: change.now,
            },
        )?;
        match outcome {
            ProtocolOutcome::PutOn => {
                protocol::put_on(change.tx, case.id, held.plan.day)?;
            }
            ProtocolOutcome::Remove => {
                let said = reason.for_professionals();
                protocol::take_off(change.tx, case.id, ended(change, &case, &held)?, said)?;
            }
            ProtocolOutcome::Stay | ProtocolOutcome::NotPutOn => {}
        }
        clock::finish(
            change.tx,
            case.id,
            ClockKind::ProtocolDecision,
            None,
            change.now,
        )?;
        if outcome.is_on_after() {
            restart_review(change, rules, &case, &held)?;
            voice::start_reminders(change, rules, &case, today)?;
        } else {
            voice::stop_reminders(change, case.id)?;
            for kind in [ClockKind::Review, ClockKind::MeetingToArrange] {
                clock::finish(change.tx, case.id, kind, None, change.now)?;
            }
        }
        if case.stage != Stage::Closed {
            let stage = outcome.stage_after();
            case_record::set_stage(change.tx, &case, stage, change.now, today)?;
        }
        write_down(change, &case, &held, outcome, &unmet, &reason)?;
        let decided = protocol::decisions_of(change.tx, case.id)?;
        let decided = decided.into_iter().find(|one| one.id == id);
        decided.ok_or(CaseworkError::NoCase)
    })
}

/// The last day on the protocol: that of the meeting, or the first where that is later, for one
/// put on by a correction.
fn ended(
    change: &Change<'_>,
    case: &CaseBrief,
    held: &Meeting,
) -> Result<NaiveDate, CaseworkError> {
    let since = meeting::on_protocol_since(change.tx, case.id)?;
    Ok(since.map_or(held.plan.day, |since| since.max(held.plan.day)))
}

fn planned(change: &Change<'_>, case: CaseId) -> Result<Option<NaiveDate>, CaseworkError> {
    let all = meeting::of_case(change.tx, case)?;
    let planned = |one: &&Meeting| one.status == crate::domain::meeting::MeetingStatus::Planned;
    Ok(all.iter().filter(planned).map(|one| one.plan.day).min())
}

fn write_down(
    change: &Change<'_>,
    case: &CaseBrief,
    held: &Meeting,
    outcome: ProtocolOutcome,
    unmet: &[String],
    reason: &Confidential,
) -> Result<(), CaseworkError> {
    let word: &str = outcome.into();
    let kind = match outcome {
        ProtocolOutcome::PutOn => EventKind::ProtocolOn,
        ProtocolOutcome::NotPutOn => EventKind::ProtocolNotOn,
        ProtocolOutcome::Stay => EventKind::ProtocolStayed,
        ProtocolOutcome::Remove => EventKind::ProtocolOff,
    };
    let said = json!({
        "on": held.plan.day.to_string(),
        "reason": reason.for_professionals(),
    });
    let (subject, user) = (Some(held.id.0), Some(change.actor.user_id));
    event::append(change.tx, case.id, change.now, kind, subject, user, &said)?;
    let said = json!({ "meeting": held.id.0, "decision": word, "unmet": unmet });
    Ok(change.audit("protocol-decided", Some(case.id.0), &case.reference, &said)?)
}
