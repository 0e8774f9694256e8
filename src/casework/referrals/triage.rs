//! The decision on next steps after a referral, and what it brings about.

use serde_json::json;

use super::{ReferralError, links, read_again};
use crate::casework::{CaseworkError, Change, Desk};
use crate::domain::case::{CaseBrief, CaseId, ClockKind, Due, EventKind, Stage};
use crate::domain::plain_text::clean_multiline;
use crate::domain::policy::TriageOutcome;
use crate::domain::referral::{
    AfterTriage, LONGEST_TEXT_CHARS, NextSteps, Referral, ReferralId, ToTriage, TriageDone,
    after_triage,
};
use crate::domain::roles::{Action, may};
use crate::domain::sharing::Confidential;
use crate::store::{StoreError, case_record, clock, event, person as people, referral, relation};

/// Reads a referral for the decision.
///
/// # Errors
/// No such referral; refused by role or restriction.
pub fn to_triage(desk: &mut Desk<'_>, id: ReferralId) -> Result<ToTriage, CaseworkError> {
    desk.allow(Action::SeeCase)?;
    let found = read(desk, id)?;
    let case = desk.case(Action::SeeCase, found.case)?;
    desk.change(|change| {
        let subject = &case.reference;
        change.audit(
            "referral-read",
            Some(case.id.0),
            subject,
            &json!({ "referral": id.0 }),
        )?;
        let mut others = referral::of_case(change.tx, case.id)?;
        others.retain(|one| one.id != id);
        let open = clock::open_of_case(change.tx, case.id)?;
        Ok(ToTriage {
            person: people::of(change.tx, case.id)?,
            relations: relation::of_case(change.tx, case.id)?,
            referral: found,
            case,
            open: open
                .iter()
                .filter(|one| one.subject == Some(id.0))
                .map(|one| (one.kind, one.due))
                .collect(),
            others,
        })
    })
}

/// Reads the referral of a case about which something has been due longest, such as its
/// decision; else the latest.
///
/// # Errors
/// No referral; refused by role or restriction.
pub fn to_triage_of(desk: &mut Desk<'_>, case: CaseId) -> Result<ToTriage, CaseworkError> {
    let case = desk.case(Action::SeeCase, case)?;
    let connection = desk.store.connection();
    let all = referral::of_case(connection, case.id)?;
    let open = clock::open_of_case(connection, case.id)?;
    let about = |kind: fn(ClockKind) -> bool| {
        let mut due = open.iter().filter(|one| kind(one.kind));
        due.find_map(|one| all.iter().find(|of| one.subject == Some(of.id.0)))
    };
    let waiting = about(|kind| kind == ClockKind::Triage);
    let owed = waiting.or_else(|| about(is_of_referral));
    let chosen = owed.or(all.first()).ok_or(ReferralError::NoReferral)?;
    let id = chosen.id;
    to_triage(desk, id)
}

/// Clocks that are about a referral and not about what followed it.
fn is_of_referral(kind: ClockKind) -> bool {
    matches!(
        kind,
        ClockKind::PoliceAtOnce
            | ClockKind::StrategyDiscussion
            | ClockKind::HeardBack
            | ClockKind::WrittenConfirmation
    )
}

/// Decides what happens next. Ends the clock of the decision and starts those of what follows.
///
/// # Errors
/// Refused by role or restriction; decided already; an outcome that is not known; a reason that
/// is wanting; nothing to join with. Joining a record needs the right to do so, and a reason.
pub fn triage(
    desk: &mut Desk<'_>,
    id: ReferralId,
    decision: &NextSteps,
) -> Result<TriageDone, CaseworkError> {
    desk.allow(Action::Triage)?;
    let found = read(desk, id)?;
    let case = desk.case(Action::Triage, found.case)?;
    let rules = desk.rules;
    let outcome = rules
        .policies
        .triage_outcomes
        .get(&decision.outcome)
        .ok_or_else(|| ReferralError::UnknownOutcome(decision.outcome.clone()))?;
    let reason = clean_multiline(decision.reason.for_professionals());
    let reason = Confidential::new(reason.trim());
    if outcome.needs_reason && reason.is_blank() {
        return Err(ReferralError::ReasonNeeded.into());
    }
    if reason
        .for_professionals()
        .chars()
        .nth(LONGEST_TEXT_CHARS)
        .is_some()
    {
        return Err(ReferralError::TooLong.into());
    }
    if found.triaged.is_some() {
        return Err(ReferralError::DecidedAlready.into());
    }
    let kept = kept_case(desk, outcome, &case, decision.join_with)?;
    if kept.is_some() && reason.is_blank() {
        return Err(ReferralError::ReasonNeeded.into());
    }
    desk.change(|change| {
        let by = change.actor.user_id;
        let (tx, now) = (change.tx, change.now);
        referral::set_outcome(tx, id, decision.version, &outcome.id, &reason, now, by)?;
        clock::finish(tx, case.id, ClockKind::Triage, Some(id.0), now)?;
        let others_wait = clock::is_open(tx, case.id, ClockKind::Triage, None)?;
        let police_told = found.told.police_told_at.is_some();
        let case_now = read_again(change, case.id)?;
        let after = after_triage(
            outcome,
            case_now.stage,
            others_wait,
            police_told,
            now,
            &rules.policies,
        );
        event::append(
            tx,
            case.id,
            now,
            EventKind::Triaged,
            Some(id.0),
            Some(by),
            &json!({ "outcome": outcome.id, "reason": reason.for_professionals() }),
        )?;
        let started = start(change, &case_now, id, &after)?;
        if let Some(stage) = after.stage {
            go_to(change, &case_now, stage)?;
        }
        if let Some(kept) = &kept {
            let case_now = read_again(change, case.id)?;
            links::link(change, kept, &case_now, reason.for_professionals(), true)?;
        }
        change.audit(
            "referral-triaged",
            Some(case.id.0),
            &case.reference,
            &json!({ "referral": id.0, "outcome": outcome.id }),
        )?;
        Ok(TriageDone {
            case: read_again(change, case.id)?,
            started,
            joined_to: kept,
        })
    })
}

/// The record to join with, for an outcome that joins an open case: none is needed where this
/// case was open before the referral came.
fn kept_case(
    desk: &Desk<'_>,
    outcome: &TriageOutcome,
    case: &CaseBrief,
    join_with: Option<CaseId>,
) -> Result<Option<CaseBrief>, CaseworkError> {
    if !outcome.joins_open_case {
        return Ok(None);
    }
    match join_with {
        Some(kept) => {
            let kept = desk.case(Action::JoinRecords, kept)?;
            links::check(desk, &kept, case)?;
            Ok(Some(kept))
        }
        None if matches!(case.stage, Stage::Referred | Stage::Closed) => {
            Err(ReferralError::NothingToJoin.into())
        }
        None => Ok(None),
    }
}

fn start(
    change: &Change<'_>,
    case: &CaseBrief,
    id: ReferralId,
    after: &AfterTriage,
) -> Result<Vec<(ClockKind, Due)>, StoreError> {
    let mut started = Vec::new();
    for (kind, due) in &after.clocks {
        if clock::is_open(change.tx, case.id, *kind, None)? {
            continue;
        }
        // What a duty worker may not do themselves waits for whoever takes the case.
        let can = *kind != ClockKind::Seraf || may(change.actor.role, Action::AssessSeraf);
        let owner = case.owner.or(can.then_some(change.actor.user_id));
        clock::start(change.tx, case.id, *kind, Some(id.0), *due, owner)?;
        started.push((*kind, *due));
    }
    Ok(started)
}

/// Brings a case to a stage, and says so in the chronology where it closes.
pub(super) fn go_to(change: &Change<'_>, case: &CaseBrief, stage: Stage) -> Result<(), StoreError> {
    let today = change
        .now
        .with_timezone(&chrono_tz::Europe::London)
        .date_naive();
    case_record::set_stage(change.tx, case, stage, change.now, today)?;
    if stage == Stage::Closed {
        event::append(
            change.tx,
            case.id,
            change.now,
            EventKind::Closed,
            None,
            Some(change.actor.user_id),
            &json!({}),
        )?;
    }
    Ok(())
}

/// A referral by its id, before anybody has asked whether its case may be seen.
pub(super) fn read(desk: &Desk<'_>, id: ReferralId) -> Result<Referral, CaseworkError> {
    referral::by_id(desk.store.connection(), id)?.ok_or(ReferralError::NoReferral.into())
}
