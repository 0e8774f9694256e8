//! Who the young person is: read, and put right when more is known.

use serde_json::json;

use super::{ReferralError, read_again, tell_what_changed};
use crate::casework::{CaseworkError, Desk};
use crate::domain::case::{CaseBrief, CaseId};
use crate::domain::person::Person;
use crate::domain::referral::person_faults;
use crate::domain::roles::Action;
use crate::store::{StoreError, person as people};

/// The young person of a case with all that is known of them.
///
/// # Errors
/// Refused by role or restriction.
pub fn person_of(desk: &mut Desk<'_>, case: CaseId) -> Result<(CaseBrief, Person), CaseworkError> {
    let case = desk.case(Action::SeeCase, case)?;
    desk.change(|change| {
        change.audit("person-read", Some(case.id.0), &case.reference, &json!({}))?;
        let person = people::of(change.tx, case.id)?;
        Ok((case, person))
    })
}

/// Writes a young person's details over the earlier ones. `version` is the case's as it was read.
/// A name given up is kept among the other names; the chronology says what was changed from what.
///
/// # Errors
/// Refused by role or restriction; changed by somebody else meanwhile; a fault, by field.
pub fn edit_person(
    desk: &mut Desk<'_>,
    case: CaseId,
    version: i64,
    person: &Person,
) -> Result<CaseBrief, CaseworkError> {
    let case = desk.case(Action::Refer, case)?;
    if case.version != version {
        return Err(StoreError::Conflict {
            what: "case",
            id: case.id.0,
        }
        .into());
    }
    let mut person = person.cleaned();
    // Who has come of age since is still the young person of this case.
    let faults = person_faults(&person, case.opened_on, &desk.rules.policies);
    if !faults.is_empty() {
        return Err(ReferralError::Faulty(faults).into());
    }
    desk.change(|change| {
        let was = people::of(change.tx, case.id)?;
        if was.full_name() != person.full_name() {
            person.add_other_name(&was.full_name());
        }
        if was == person {
            return read_again(change, case.id);
        }
        people::update(change.tx, &case, &person)?;
        let fields = tell_what_changed(change, case.id, &was, &person)?;
        let detail = json!({ "fields": fields });
        change.audit("person-edited", Some(case.id.0), &case.reference, &detail)?;
        read_again(change, case.id)
    })
}
