//! Who has the chair on the day, and how it is handed over: before the meeting by beginning it,
//! during Part 1 by a key, during Part 2 by unlocking the screen that the chair has locked.
//!
//! What the family had typed goes along; what the earlier chair had typed for professionals stays
//! theirs.

#[cfg(test)]
mod tests;

use serde_json::json;

use super::{RunnerError, its_case, planned, subject};
use crate::casework::{CaseworkError, Desk};
use crate::domain::meeting::MeetingId;
use crate::domain::runner::{RunStage, family_draft};
use crate::store::{draft, runner};

/// Takes the chair of a meeting that was begun, and answers how far it has come.
///
/// # Errors
/// Refused by role or case; not begun; held or cancelled.
pub fn take_chair(desk: &mut Desk<'_>, id: MeetingId) -> Result<RunStage, CaseworkError> {
    let (case, _) = its_case(desk, id)?;
    desk.change(|change| {
        planned(change, id)?;
        let run = runner::run(change.tx, id)?.ok_or(RunnerError::NotBegun)?;
        let me = change.actor.user_id;
        if run.chair != me {
            runner::set_chair(change.tx, id, me)?;
            draft::hand_over(change.tx, run.chair, me, &family_draft(id))?;
            let part = if run.stage == RunStage::Part2 { 2 } else { 1 };
            let detail = json!({ "from": run.chair, "part": part });
            change.audit("chair-taken", Some(case.id.0), &subject(id), &detail)?;
        }
        Ok(run.stage)
    })
}

/// Somebody unlocks a screen that was locked while the young person and family sat before it:
/// whoever may run the meeting takes its chair, nobody else opens anything there. Answers whether
/// Part 2 still goes on.
///
/// # Errors
/// Somebody who may not run it, while it goes on.
pub fn unlock_in_part2(desk: &mut Desk<'_>, id: MeetingId) -> Result<bool, CaseworkError> {
    let run = runner::run(desk.store.connection(), id)?;
    if run.is_none_or(|run| run.stage != RunStage::Part2) {
        return Ok(false);
    }
    // Why they may not is nothing to be told in front of a family.
    its_case(desk, id).map_err(|_| RunnerError::FamilyIsHere)?;
    take_chair(desk, id)?;
    Ok(true)
}
