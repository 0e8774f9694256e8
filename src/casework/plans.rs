//! Plans made with the young person and family: drafting, agreeing, and what becomes of them.
//!
//! What is set before everybody and what is against those who cause the harm are two deeds, so
//! that a family session never holds the second. An agreed plan is never changed: a later one
//! takes its place, begins with what is still open, and the earlier one stays. Reading is in
//! `plans/reading.rs`.

mod cleaned;
mod error;
mod reading;
#[cfg(test)]
pub(super) mod tests;

use serde_json::{Value, json};

use self::cleaned::{cleaned_agreement, cleaned_harm, cleaned_part, said};
pub use self::error::PlanError;
pub use self::reading::{copy_to_give, current_for_family, family_copy, of_case, version};
use super::{CaseworkError, Change, Desk};
use crate::domain::case::{CaseBrief, CaseId, ClockKind, Due, EventKind};
use crate::domain::meeting::MeetingId;
use crate::domain::plan::{
    ActionId, ActionStatus, Agreement, FamilyPlan, HarmAction, NewProgress, Plan, PlanId,
    PlanStatus, SharedPart, shared_faults,
};
use crate::domain::roles::Action;
use crate::domain::sharing::Confidential;
use crate::store::{clock, event, meeting, plan};

/// Begins a plan with the goals of the one that holds and all that is still open in it, or goes
/// on with the one that is being made. Answers it as the family has it.
///
/// # Errors
/// Refused by role or case; a meeting of another case.
pub fn begin(
    desk: &mut Desk<'_>,
    case: CaseId,
    at: Option<MeetingId>,
) -> Result<FamilyPlan, CaseworkError> {
    let case = desk.case(Action::MakePlan, case)?;
    desk.change(|change| {
        if let Some(id) = at {
            let found = meeting::by_id(change.tx, id)?;
            if found.is_none_or(|meeting| meeting.case != case.id) {
                return Err(PlanError::OtherCase.into());
            }
        }
        let draft = plan::with_status(change.tx, case.id, PlanStatus::Draft)?;
        let id = match draft {
            Some(id) => {
                if let Some(at) = at {
                    plan::set_meeting(change.tx, id, at)?;
                }
                id
            }
            None => begin_anew(change, &case, at)?,
        };
        Ok(plan::family_plan(change.tx, id)?.ok_or(PlanError::NoPlan)?)
    })
}

fn begin_anew(
    change: &Change<'_>,
    case: &CaseBrief,
    at: Option<MeetingId>,
) -> Result<PlanId, CaseworkError> {
    let id = plan::insert_draft(change.tx, case.id, at)?;
    if let Some(current) = plan::with_status(change.tx, case.id, PlanStatus::Agreed)? {
        let (shared, harm) = read(change, current)?.carried_on();
        let version = plan::set_shared(change.tx, id, 1, &shared)?;
        plan::set_against_harm(change.tx, id, version, &harm)?;
    }
    let begun = read(change, id)?;
    audit(change, "plan-begun", case, &begun)?;
    Ok(id)
}

/// Sets the goals and the actions that everybody reads. Blank ones are left out. Answers the
/// draft's version from now on.
///
/// # Errors
/// Refused by role or case; no such draft; words too long; a conflict where somebody else
/// changed it since `version`.
pub fn set_shared(
    desk: &mut Desk<'_>,
    id: PlanId,
    version: i64,
    part: &SharedPart,
) -> Result<i64, CaseworkError> {
    let case = its_case(desk, Action::MakePlan, id)?;
    let part = cleaned_part(part)?;
    desk.change(|change| {
        draft(change, id)?;
        let next = plan::set_shared(change.tx, id, version, &part)?;
        let now = read(change, id)?;
        audit(change, "plan-set", &case, &now)?;
        Ok(next)
    })
}

/// Sets the actions against those who cause the harm; they are the professionals' alone. Answers
/// the draft's version from now on.
///
/// # Errors
/// As for [`set_shared`]; what an action lacks.
pub fn set_against_harm(
    desk: &mut Desk<'_>,
    id: PlanId,
    version: i64,
    actions: &[HarmAction],
) -> Result<i64, CaseworkError> {
    let case = its_case(desk, Action::MakePlan, id)?;
    let actions = cleaned_harm(actions)?;
    let faults: Vec<_> = actions
        .iter()
        .enumerate()
        .flat_map(|(place, action)| action.faults().into_iter().map(move |fault| (place, fault)))
        .collect();
    if !faults.is_empty() {
        return Err(PlanError::HarmFaults(faults).into());
    }
    desk.change(|change| {
        draft(change, id)?;
        let next = plan::set_against_harm(change.tx, id, version, &actions)?;
        let now = read(change, id)?;
        audit(change, "plan-against-harm-set", &case, &now)?;
        Ok(next)
    })
}

/// Makes a draft the plan that holds: the one before it stays as replaced, each open action
/// stands in its owner's list until its day.
///
/// # Errors
/// Refused by role or case; no such draft; what is missing; an open action of the plan that holds
/// that is neither gone on with nor closed; a conflict.
pub fn agree(
    desk: &mut Desk<'_>,
    id: PlanId,
    version: i64,
    agreement: &Agreement,
) -> Result<(), CaseworkError> {
    let case = its_case(desk, Action::MakePlan, id)?;
    let agreement = cleaned_agreement(agreement);
    let today = desk.today();
    desk.change(|change| {
        let found = draft(change, id)?;
        let part = SharedPart {
            goals: found.shared.goals,
            actions: found.shared.actions,
            not_agreed: found.shared.not_agreed,
        };
        let faults = shared_faults(&part, &agreement, today);
        if !faults.is_empty() {
            return Err(PlanError::Faults(faults).into());
        }
        if leaves_something_out(change, case.id)? {
            return Err(PlanError::LeavesOut.into());
        }
        plan::agree(change.tx, case.id, id, version, &agreement)?;
        let agreed = read(change, id)?;
        clock::finish(change.tx, case.id, ClockKind::PlanAction, None, change.now)?;
        for action in agreed.actions() {
            let owner = action.owner().map(|owner| owner.user_id);
            if let (ActionStatus::Open, Some(ActionId(row)), Some(by)) =
                (action.status(), action.id(), action.by())
            {
                start_clock(change, &case, row, by, owner)?;
            }
        }
        let detail = json!({ "on": agreement.on.to_string() });
        tell(change, &case, EventKind::PlanAgreed, id.0, &detail)?;
        audit(change, "plan-agreed", &case, &agreed)
    })
}

/// Throws away a plan that was being made. The one that holds is not touched.
///
/// # Errors
/// Refused by role or case; no such draft; a conflict.
pub fn drop_draft(desk: &mut Desk<'_>, id: PlanId, version: i64) -> Result<(), CaseworkError> {
    let case = its_case(desk, Action::MakePlan, id)?;
    desk.change(|change| {
        let found = draft(change, id)?;
        plan::drop_draft(change.tx, id, version)?;
        audit(change, "plan-dropped", &case, &found)
    })
}

/// Notes what became of an action of the plan that holds. One that is done or dropped leaves the
/// list of work; one that is open again comes back to it.
///
/// # Errors
/// Refused by role or case; an action of another plan; nothing said; a day that has not come; a
/// conflict where somebody else noted something since `version`.
pub fn note_progress(
    desk: &mut Desk<'_>,
    id: ActionId,
    version: i64,
    progress: &NewProgress,
) -> Result<(), CaseworkError> {
    desk.allow(Action::FollowPlan)?;
    let place =
        plan::progress::action_place(desk.store.connection(), id)?.ok_or(PlanError::NoAction)?;
    let case = desk.case(Action::FollowPlan, place.case)?;
    if place.plan_status != PlanStatus::Agreed {
        return Err(PlanError::NotCurrent.into());
    }
    let words = said(progress.words.for_professionals())?;
    if words.is_empty() {
        return Err(PlanError::WordsMissing.into());
    }
    if progress.on > desk.today() {
        return Err(PlanError::InFuture.into());
    }
    let progress = NewProgress {
        words: Confidential::new(words),
        ..progress.clone()
    };
    desk.change(|change| {
        let user = change.actor.user_id;
        plan::progress::note(change.tx, id, version, &progress, user)?;
        let kind = ClockKind::PlanAction;
        clock::finish(change.tx, case.id, kind, Some(id.0), change.now)?;
        if let (ActionStatus::Open, Some(by)) = (progress.status, place.by) {
            start_clock(change, &case, id.0, by, place.owner)?;
        }
        let status: &str = progress.status.into();
        let detail = json!({ "on": progress.on.to_string(), "status": status });
        tell(change, &case, EventKind::ActionProgress, id.0, &detail)?;
        let detail = json!({ "action": id.0, "status": status });
        let deed = "action-progress-noted";
        Ok(change.audit(deed, Some(case.id.0), &case.reference, &detail)?)
    })
}

/// Whether the plan that is being made, if any, leaves out something that is open in the one that
/// holds: nobody would know what became of it.
pub(super) fn leaves_something_out(
    change: &Change<'_>,
    case: CaseId,
) -> Result<bool, CaseworkError> {
    let draft = plan::with_status(change.tx, case, PlanStatus::Draft)?;
    let current = plan::with_status(change.tx, case, PlanStatus::Agreed)?;
    let (Some(draft), Some(current)) = (draft, current) else {
        return Ok(false);
    };
    let (draft, current) = (read(change, draft)?, read(change, current)?);
    Ok(!current.left_out_of(&draft).is_empty())
}

fn start_clock(
    change: &Change<'_>,
    case: &CaseBrief,
    action: i64,
    by: chrono::NaiveDate,
    owner: Option<i64>,
) -> Result<(), CaseworkError> {
    let kind = ClockKind::PlanAction;
    let owner = owner.or(case.owner);
    clock::start(change.tx, case.id, kind, Some(action), Due::By(by), owner)?;
    Ok(())
}

fn its_case(desk: &Desk<'_>, action: Action, id: PlanId) -> Result<CaseBrief, CaseworkError> {
    desk.allow(action)?;
    let case = plan::case_of(desk.store.connection(), id)?.ok_or(PlanError::NoPlan)?;
    desk.case(action, case)
}

fn read(change: &Change<'_>, id: PlanId) -> Result<Plan, CaseworkError> {
    Ok(plan::by_id(change.tx, id)?.ok_or(PlanError::NoPlan)?)
}

fn draft(change: &Change<'_>, id: PlanId) -> Result<Plan, CaseworkError> {
    let found = read(change, id)?;
    if found.shared.status != PlanStatus::Draft {
        return Err(PlanError::NotADraft.into());
    }
    Ok(found)
}

fn tell(
    change: &Change<'_>,
    case: &CaseBrief,
    kind: EventKind,
    subject: i64,
    detail: &Value,
) -> Result<(), CaseworkError> {
    let by = Some(change.actor.user_id);
    event::append(
        change.tx,
        case.id,
        change.now,
        kind,
        Some(subject),
        by,
        detail,
    )?;
    Ok(())
}

/// What the audit says of a plan: how much there is of it, and nothing that was written in it.
fn audit(
    change: &Change<'_>,
    deed: &str,
    case: &CaseBrief,
    plan: &Plan,
) -> Result<(), CaseworkError> {
    let detail = json!({
        "plan": plan.shared.number,
        "goals": plan.shared.goals.len(),
        "actions": plan.shared.actions.len(),
        "against_harm": plan.against_harm.len(),
    });
    Ok(change.audit(deed, Some(case.id.0), &case.reference, &detail)?)
}
