//! Plans as they are read: by professionals whole, for the family without what is not theirs.

use serde_json::json;

use super::{PlanError, audit, its_case, read};
use crate::casework::{CaseworkError, Change, Desk};
use crate::domain::case::{CaseBrief, CaseId};
use crate::domain::plan::{FamilyPlan, Owner, Plan, PlanId, PlanPage, PlanStatus, Plans};
use crate::domain::roles::{Action, may};
use crate::store::{account, meeting, plan};

/// What a case has of plans: the one that holds, the one being made, the earlier ones.
///
/// # Errors
/// Refused by role or case.
pub fn of_case(desk: &mut Desk<'_>, case: CaseId) -> Result<PlanPage, CaseworkError> {
    let case = desk.case(Action::SeeCase, case)?;
    desk.change(|change| {
        change.audit("plans-seen", Some(case.id.0), &case.reference, &json!({}))?;
        let with = |status| match plan::with_status(change.tx, case.id, status)? {
            Some(id) => plan::by_id(change.tx, id),
            None => Ok(None),
        };
        Ok(PlanPage {
            plans: Plans {
                current: with(PlanStatus::Agreed)?,
                draft: with(PlanStatus::Draft)?,
                versions: plan::versions(change.tx, case.id)?,
            },
            owners: owners(change)?,
            names: names(change, &case)?,
            case: case.clone(),
        })
    })
}

/// One plan as it stands, or stood: an earlier version is as it was agreed.
///
/// # Errors
/// Refused by role or case; no such plan.
pub fn version(desk: &mut Desk<'_>, id: PlanId) -> Result<Plan, CaseworkError> {
    let case = its_case(desk, Action::SeeCase, id)?;
    desk.change(|change| {
        let found = read(change, id)?;
        audit(change, "plan-seen", &case, &found)?;
        Ok(found)
    })
}

/// A plan as the young person and family have it. What is against those who cause the harm is
/// not even read.
///
/// # Errors
/// Refused by role or case; no such plan.
pub fn family_copy(desk: &mut Desk<'_>, id: PlanId) -> Result<FamilyPlan, CaseworkError> {
    let case = its_case(desk, Action::SeeCase, id)?;
    desk.change(|change| {
        let found = plan::family_plan(change.tx, id)?.ok_or(PlanError::NoPlan)?;
        let detail = json!({ "plan": found.number });
        change.audit(
            "family-plan-seen",
            Some(case.id.0),
            &case.reference,
            &detail,
        )?;
        Ok(found)
    })
}

/// A plan as the family has it, to be written into a file for them, and what the young person is
/// called. That it leaves the store is written down.
///
/// # Errors
/// As for [`family_copy`].
pub fn copy_to_give(
    desk: &mut Desk<'_>,
    id: PlanId,
) -> Result<(FamilyPlan, String), CaseworkError> {
    let case = its_case(desk, Action::FollowPlan, id)?;
    desk.change(|change| {
        let found = plan::family_plan(change.tx, id)?.ok_or(PlanError::NoPlan)?;
        let detail = json!({ "plan": found.number });
        change.audit(
            "family-plan-given-out",
            Some(case.id.0),
            &case.reference,
            &detail,
        )?;
        Ok((found, case.called().to_owned()))
    })
}

/// The plan that holds, as the young person and family have it.
///
/// # Errors
/// Refused by role or case.
pub fn current_for_family(
    desk: &mut Desk<'_>,
    case: CaseId,
) -> Result<Option<FamilyPlan>, CaseworkError> {
    let case = desk.case(Action::SeeCase, case)?;
    let connection = desk.store.connection();
    match plan::with_status(connection, case.id, PlanStatus::Agreed)? {
        Some(id) => family_copy(desk, id).map(Some),
        None => Ok(None),
    }
}

/// The young person and the family, by the names they are called.
fn names(change: &Change<'_>, case: &CaseBrief) -> Result<Vec<String>, CaseworkError> {
    let family = meeting::family_known(change.tx, case.id)?;
    let young = std::iter::once(case.called().to_owned());
    Ok(young
        .chain(family.into_iter().map(|(name, _, _)| name))
        .collect())
}

/// Colleagues who may note what became of an action.
fn owners(change: &Change<'_>) -> Result<Vec<Owner>, CaseworkError> {
    let all = account::all(change.tx)?;
    let may_follow = all
        .into_iter()
        .filter(|one| !one.is_disabled && may(one.role, Action::FollowPlan));
    Ok(may_follow
        .map(|one| Owner {
            user_id: one.id,
            name: one.display_name,
        })
        .collect())
}
