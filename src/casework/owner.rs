//! Who works on a case: the person to whom what is due in it belongs.

use serde_json::json;

use super::{CaseworkError, Desk};
use crate::domain::case::{CaseId, EventKind};
use crate::domain::roles::Action;
use crate::store::{case_record, clock, event};

/// Takes a case on. What is due in it and nobody's yet is then theirs too.
///
/// # Errors
/// Refused by role or restriction; a conflict where somebody else changed the case meanwhile.
pub fn take(desk: &mut Desk<'_>, case: CaseId) -> Result<(), CaseworkError> {
    let case = desk.case(Action::AssessSeraf, case)?;
    let me = desk.actor.user_id;
    if case.owner == Some(me) {
        return Ok(());
    }
    desk.change(|change| {
        case_record::set_owner(change.tx, &case, me)?;
        clock::give_what_is_nobodys(change.tx, case.id, me)?;
        let said = json!({ "owner": change.actor.display_name });
        event::append(
            change.tx,
            case.id,
            change.now,
            EventKind::DetailsChanged,
            None,
            Some(me),
            &said,
        )?;
        Ok(change.audit("case-taken", Some(case.id.0), &case.reference, &json!({}))?)
    })
}
