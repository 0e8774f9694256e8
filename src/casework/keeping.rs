//! What the Principal Officer decides about a case as a whole: that it is closed, and that only
//! named people see it.
//!
//! A closed case opens again by the next referral for the same young person, as it always has.

mod error;
#[cfg(test)]
mod tests;

use serde_json::json;

pub use self::error::KeepingError;
use super::{CaseworkError, Change, Desk};
use crate::domain::case::{CaseBrief, CaseId, ClockKind, EventKind, Stage};
use crate::domain::case_page::MayBeNamed;
use crate::domain::meeting::MeetingStatus;
use crate::domain::plain_text;
use crate::domain::roles::{Action, may};
use crate::store::{account, case_record, clock, event, meeting};

/// Longer than any reason.
const LONGEST_REASON_CHARS: usize = 2_000;

/// Closes a case. Whatever is due in it ends with it; everything recorded stays.
///
/// # Errors
/// Refused by role or restriction; no reason; closed already; a young person on the CSE protocol,
/// whom only a meeting takes off it; a meeting that is planned; a referral that waits for its
/// decision on next steps.
pub fn close(desk: &mut Desk<'_>, case: CaseId, reason: &str) -> Result<(), CaseworkError> {
    let case = desk.case(Action::CloseCase, case)?;
    let reason = reason_of(reason)?;
    let today = desk.today();
    desk.change(|change| {
        let brief = again(change, case.id)?;
        match brief.stage {
            Stage::Closed => return Err(KeepingError::ClosedAlready.into()),
            Stage::OnProtocol => return Err(KeepingError::OnProtocol.into()),
            _ => {}
        }
        let meetings = meeting::of_case(change.tx, case.id)?;
        if meetings
            .iter()
            .any(|one| one.status == MeetingStatus::Planned)
        {
            return Err(KeepingError::MeetingPlanned.into());
        }
        if clock::is_open(change.tx, case.id, ClockKind::Triage, None)? {
            return Err(KeepingError::ReferralWaits.into());
        }
        case_record::set_stage(change.tx, &brief, Stage::Closed, change.now, today)?;
        let ended = clock::finish_all(change.tx, case.id, change.now)?;
        let said = json!({ "reason": reason });
        let who = Some(change.actor.user_id);
        let now = change.now;
        event::append(change.tx, case.id, now, EventKind::Closed, None, who, &said)?;
        let detail = json!({ "reason": reason, "clocks_ended": ended });
        Ok(change.audit("case-closed", Some(case.id.0), &brief.reference, &detail)?)
    })
}

/// Who could be named for a restricted case, and who is: everybody whose role sees cases.
///
/// # Errors
/// Refused by role or restriction.
pub fn who_may_be_named(
    desk: &mut Desk<'_>,
    case: CaseId,
) -> Result<Vec<MayBeNamed>, CaseworkError> {
    let case = desk.case(Action::RestrictCase, case)?;
    desk.change(|change| {
        let named = case_record::named_for_good(change.tx, case.id)?;
        let people = account::all(change.tx)?.into_iter();
        let people = people
            .filter(|one| !one.is_disabled && may(one.role, Action::SeeCase))
            .map(|one| MayBeNamed {
                is_named: named.contains(&one.id),
                user_id: one.id,
                name: one.display_name,
            })
            .collect();
        change.audit(
            "restriction-read",
            Some(case.id.0),
            &case.reference,
            &json!({}),
        )?;
        Ok(people)
    })
}

/// Lets only these people see a case from now on; whoever decides it stays among them. With
/// nobody, everybody whose role sees cases sees it again.
///
/// # Errors
/// Refused by role or restriction; no reason; somebody whose role sees no cases.
pub fn restrict(
    desk: &mut Desk<'_>,
    case: CaseId,
    to: &[i64],
    reason: &str,
) -> Result<(), CaseworkError> {
    let case = desk.case(Action::RestrictCase, case)?;
    let reason = reason_of(reason)?;
    desk.change(|change| {
        let brief = again(change, case.id)?;
        let is_restricted = !to.is_empty();
        if !is_restricted && !brief.is_restricted {
            return Err(KeepingError::OpenAlready.into());
        }
        case_record::set_restricted(change.tx, case.id, is_restricted)?;
        case_record::forget_named(change.tx, case.id)?;
        let mut names = Vec::new();
        if is_restricted {
            let mut to = to.to_vec();
            if !to.contains(&change.actor.user_id) {
                to.push(change.actor.user_id);
            }
            for user in to {
                let person = account::by_id(change.tx, user)?
                    .filter(|one| may(one.role, Action::SeeCase))
                    .ok_or(KeepingError::SeesNoCases)?;
                case_record::name_for(change.tx, case.id, user, None)?;
                names.push(person.display_name);
            }
        }
        let kind = if is_restricted {
            EventKind::Restricted
        } else {
            EventKind::OpenToAll
        };
        let said = json!({ "reason": reason });
        let who = Some(change.actor.user_id);
        event::append(change.tx, case.id, change.now, kind, None, who, &said)?;
        let detail = json!({ "reason": reason, "named": names });
        let word = if is_restricted {
            "case-restricted"
        } else {
            "case-open-to-all"
        };
        Ok(change.audit(word, Some(case.id.0), &brief.reference, &detail)?)
    })
}

/// The case as it stands within the change.
fn again(change: &Change<'_>, case: CaseId) -> Result<CaseBrief, CaseworkError> {
    case_record::by_id(change.tx, case)?.ok_or(CaseworkError::NoCase)
}

fn reason_of(given: &str) -> Result<String, KeepingError> {
    let reason: String = plain_text::clean_multiline(given)
        .trim()
        .chars()
        .take(LONGEST_REASON_CHARS)
        .collect();
    if reason.is_empty() {
        return Err(KeepingError::NoReason);
    }
    Ok(reason)
}
