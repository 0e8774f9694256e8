//! What ends the clocks of a referral besides the decision: written confirmation, the police
//! told, the strategy discussion held, those heard back from whom it was passed on to.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::triage::{go_to, read};
use super::{ReferralError, read_again};
use crate::casework::{CaseworkError, Change, Desk};
use crate::domain::case::{CaseBrief, CaseId, ClockKind, Due, EventKind, Stage};
use crate::domain::plain_text::clean_multiline;
use crate::domain::referral::{
    AfterHearing, LONGEST_TEXT_CHARS, NewStrategyDiscussion, Referral, ReferralId, triage_due,
};
use crate::domain::roles::Action;
use crate::domain::sharing::Confidential;
use crate::store::{clock, event, referral};

/// Writes down that a report by telephone has come in writing too.
///
/// # Errors
/// No such referral; refused; done already.
pub fn confirm_in_writing(desk: &mut Desk<'_>, id: ReferralId) -> Result<(), CaseworkError> {
    let (found, case) = its_case(desk, Action::Refer, id)?;
    if found.confirmed_at.is_some() {
        return Err(ReferralError::DoneAlready.into());
    }
    desk.change(|change| {
        referral::set_confirmed(change.tx, id, change.now)?;
        let kind = ClockKind::WrittenConfirmation;
        clock::finish(change.tx, case.id, kind, Some(id.0), change.now)?;
        let told = EventKind::ConfirmedInWriting;
        tell(change, &case, change.now, told, Some(id), &json!({}))?;
        written(change, "referral-confirmed", &case, id)
    })
}

/// Writes down when the police were told.
///
/// # Errors
/// No such referral; refused; a moment in the future; done already.
pub fn police_told(
    desk: &mut Desk<'_>,
    id: ReferralId,
    at: DateTime<Utc>,
) -> Result<(), CaseworkError> {
    let (found, case) = its_case(desk, Action::Refer, id)?;
    if at > desk.now {
        return Err(ReferralError::InFuture.into());
    }
    if found.told.police_told_at.is_some() {
        return Err(ReferralError::DoneAlready.into());
    }
    desk.change(|change| {
        referral::set_police_told(change.tx, id, at)?;
        let kind = ClockKind::PoliceAtOnce;
        clock::finish(change.tx, case.id, kind, Some(id.0), change.now)?;
        tell(
            change,
            &case,
            at,
            EventKind::PoliceTold,
            Some(id),
            &json!({}),
        )?;
        written(change, "police-told", &case, id)
    })
}

/// Writes down a strategy discussion on the young person's own record.
///
/// # Errors
/// Refused; an agency missing without which it is none (the procedures: police and social
/// services); nothing decided; a moment in the future.
pub fn strategy_discussed(
    desk: &mut Desk<'_>,
    case: CaseId,
    held: &NewStrategyDiscussion,
) -> Result<(), CaseworkError> {
    let case = desk.case(Action::Triage, case)?;
    let decided = words(&held.decided)?;
    if held.at > desk.now {
        return Err(ReferralError::InFuture.into());
    }
    let agencies = desk.rules.policies.agencies.all();
    let missing: Vec<String> = agencies
        .iter()
        .filter(|one| one.needed_for_strategy && !held.agencies.contains(&one.id))
        .map(|one| one.id.clone())
        .collect();
    if !missing.is_empty() {
        return Err(ReferralError::AgenciesMissing(missing).into());
    }
    let took_part: Vec<&str> = agencies
        .iter()
        .filter(|one| held.agencies.contains(&one.id))
        .map(|one| one.id.as_str())
        .collect();
    let detail = json!({ "agencies": took_part, "decided": decided });
    desk.change(|change| {
        clock::finish(
            change.tx,
            case.id,
            ClockKind::StrategyDiscussion,
            None,
            change.now,
        )?;
        let kind = EventKind::StrategyDiscussed;
        tell(change, &case, held.at, kind, None, &detail)?;
        let detail = json!({ "agencies": took_part });
        Ok(change.audit(
            "strategy-discussed",
            Some(case.id.0),
            &case.reference,
            &detail,
        )?)
    })
}

/// Writes down that those were heard from whom a referral was passed on to.
///
/// # Errors
/// No such referral; refused; nothing said; nothing awaited.
pub fn heard_back(
    desk: &mut Desk<'_>,
    id: ReferralId,
    said: &Confidential,
    after: AfterHearing,
) -> Result<(), CaseworkError> {
    let (_, case) = its_case(desk, Action::Triage, id)?;
    let said = words(said)?;
    let rules = desk.rules;
    desk.change(|change| {
        let (tx, now) = (change.tx, change.now);
        if clock::finish(tx, case.id, ClockKind::HeardBack, Some(id.0), now)? == 0 {
            return Err(ReferralError::DoneAlready.into());
        }
        let again = after == AfterHearing::DecideAgain;
        let detail = json!({ "said": said, "again": again });
        tell(change, &case, now, EventKind::HeardBack, Some(id), &detail)?;
        let case_now = read_again(change, case.id)?;
        if again {
            let owner = Some(change.actor.user_id);
            let due = Due::At(triage_due(now, &rules.policies));
            referral::clear_outcome(tx, id)?;
            clock::start(tx, case.id, ClockKind::Triage, Some(id.0), due, owner)?;
        } else if case_now.stage == Stage::Referred
            && !clock::is_open(tx, case.id, ClockKind::Triage, None)?
        {
            go_to(change, &case_now, Stage::Closed)?;
        }
        written(change, "heard-back", &case, id)
    })
}

fn its_case(
    desk: &Desk<'_>,
    action: Action,
    id: ReferralId,
) -> Result<(Referral, CaseBrief), CaseworkError> {
    desk.allow(action)?;
    let found = read(desk, id)?;
    let case = desk.case(action, found.case)?;
    Ok((found, case))
}

fn words(text: &Confidential) -> Result<String, ReferralError> {
    let cleaned = clean_multiline(text.for_professionals()).trim().to_owned();
    if cleaned.is_empty() {
        return Err(ReferralError::ReasonNeeded);
    }
    if cleaned.chars().nth(LONGEST_TEXT_CHARS).is_some() {
        return Err(ReferralError::TooLong);
    }
    Ok(cleaned)
}

fn tell(
    change: &Change<'_>,
    case: &CaseBrief,
    at: DateTime<Utc>,
    kind: EventKind,
    id: Option<ReferralId>,
    detail: &Value,
) -> Result<(), CaseworkError> {
    let by = Some(change.actor.user_id);
    event::append(change.tx, case.id, at, kind, id.map(|id| id.0), by, detail)?;
    Ok(())
}

fn written(
    change: &Change<'_>,
    action: &str,
    case: &CaseBrief,
    id: ReferralId,
) -> Result<(), CaseworkError> {
    let detail = json!({ "referral": id.0 });
    Ok(change.audit(action, Some(case.id.0), &case.reference, &detail)?)
}
