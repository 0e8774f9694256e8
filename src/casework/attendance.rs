//! Who came to the meetings they were asked to: figures by agency and by case, and who is marked
//! while inviting.

#[cfg(test)]
mod tests;

use chrono::{Days, NaiveDate};
use serde_json::json;

use super::{CaseworkError, Change, Desk};
use crate::domain::attendance::{Attendance, MissedTwice, by_party, missed_while_inviting};
use crate::domain::case::{CaseBrief, CaseId};
use crate::domain::roles::Action;
use crate::store::attendance;

/// So far back the planner looks at meetings of other cases.
const INVITING_DAYS: u64 = 366;

/// Attendance at the meetings of one case: agencies, then the young person and family.
///
/// # Errors
/// Refused by role or case.
pub fn of_case(
    desk: &mut Desk<'_>,
    case: CaseId,
) -> Result<(CaseBrief, Vec<Attendance>), CaseworkError> {
    let case = desk.case(Action::SeeCase, case)?;
    desk.change(|change| {
        let (id, reference) = (Some(case.id.0), &case.reference);
        change.audit("attendance-seen", id, reference, &json!({}))?;
        let asked = attendance::of_case(change.tx, case.id)?;
        Ok((case.clone(), by_party(&asked)))
    })
}

/// Attendance of every agency at the meetings of these days, both included, of any case. Counts
/// alone: nothing says whose meeting it was.
///
/// # Errors
/// Refused by role.
pub fn by_agency(
    desk: &mut Desk<'_>,
    first: NaiveDate,
    last: NaiveDate,
) -> Result<Vec<Attendance>, CaseworkError> {
    desk.allow(Action::SeeFigures)?;
    desk.change(|change| {
        let detail = json!({ "from": first.to_string(), "to": last.to_string() });
        change.audit("attendance-figures-seen", None, "", &detail)?;
        let asked = attendance::of_agencies(change.tx, first, last)?;
        Ok(by_party(&asked))
    })
}

/// The agencies that are marked while inviting to a meeting of a case: nobody of them came to
/// the last two they were asked to, in this case or in any.
///
/// # Errors
/// Refused by role or case.
pub fn missed_twice_running(
    desk: &mut Desk<'_>,
    case: CaseId,
) -> Result<Vec<MissedTwice>, CaseworkError> {
    let case = desk.case(Action::PlanMeeting, case)?;
    let today = desk.today();
    desk.change(|change| {
        let (id, reference) = (Some(case.id.0), &case.reference);
        change.audit("attendance-seen", id, reference, &json!({}))?;
        missed(change, case.id, today)
    })
}

/// The same, as a part of what the planner reads.
///
/// # Errors
/// Those of the store.
pub(super) fn missed(
    change: &Change<'_>,
    case: CaseId,
    today: NaiveDate,
) -> Result<Vec<MissedTwice>, CaseworkError> {
    let in_case = attendance::of_case(change.tx, case)?;
    let since = today
        .checked_sub_days(Days::new(INVITING_DAYS))
        .unwrap_or(NaiveDate::MIN);
    let in_all = attendance::of_agencies(change.tx, since, today)?;
    Ok(missed_while_inviting(&in_case, &in_all))
}
