//! Who a young person may be already: people whose names or birth dates are like what is being
//! typed, with the reasons, and who is near each of them.
//!
//! Asked at every pause of the typing, so the number of rows looked at does not grow with the
//! store, and only people who were not on the screen before are written into the audit.

use std::cmp::Reverse;

use serde_json::json;

use crate::casework::{CaseworkError, Desk};
use crate::domain::case::{CaseBrief, CaseId};
use crate::domain::likeness::{Likeness, likeness};
use crate::domain::person::Person;
use crate::domain::referral::{Known, Likely, LikelyPeople, Near, NearKind};
use crate::domain::roles::Action;
use crate::store::{StoreError, case_record, joined, person as people, relation};

/// So many are compared of those who sound so, and of those born on that day.
const MOST_COMPARED: u32 = 200;
const MOST_SHOWN: usize = 8;
const MOST_NEAR: usize = 8;

/// Looks for the young person who is being typed. `shown` are the cases that were on the screen
/// before: seeing them again is not written down again.
///
/// # Errors
/// Refused by role.
pub fn likely(
    desk: &mut Desk<'_>,
    typed: &Person,
    shown: &[CaseId],
) -> Result<LikelyPeople, CaseworkError> {
    desk.allow(Action::Refer)?;
    let (typed, today) = (typed.cleaned(), desk.today());
    let connection = desk.store.connection();
    let identity = typed.identity(today);
    let mut ranked: Vec<(Likeness, people::Candidate)> =
        people::candidates(connection, &typed, today, MOST_COMPARED)?
            .into_iter()
            .map(|one| (likeness(&identity, &one.identity()), one))
            .filter(|(likeness, _)| likeness.worth_showing())
            .collect();
    ranked.sort_by_key(|(likeness, one)| (Reverse(likeness.score), Reverse(one.case.id)));
    ranked.truncate(MOST_SHOWN);
    let mut same = Vec::new();
    for (likeness, one) in ranked {
        if !may_see(desk, &one.case)? {
            same.push(Likely::Restricted {
                case: one.case.id,
                reference: one.case.reference,
            });
            continue;
        }
        let near = near(desk, &one)?;
        let joined_to = match joined::kept_of(connection, one.case.id)? {
            Some(kept) => case_record::by_id(connection, kept)?.map(|kept| kept.reference),
            None => None,
        };
        same.push(Likely::Seen(Box::new(Known {
            case: one.case,
            likeness,
            address: one.address,
            near,
            joined_to,
        })));
    }
    let mut same_home = Vec::new();
    for case in people::at_address(connection, &typed.address, 6)? {
        let is_same = same.iter().any(|one| one.id() == case.id);
        if !is_same && may_see(desk, &case)? {
            same_home.push(case);
        }
    }
    let found = LikelyPeople { same, same_home };
    let fresh: Vec<(CaseId, &str)> = found
        .told()
        .filter(|(case, _)| !shown.contains(case))
        .collect();
    if !fresh.is_empty() {
        desk.change(|change| {
            for (case, reference) in &fresh {
                change.audit("likely-person-shown", Some(case.0), reference, &json!({}))?;
            }
            Ok(())
        })?;
    }
    Ok(found)
}

fn may_see(desk: &Desk<'_>, case: &CaseBrief) -> Result<bool, StoreError> {
    let (connection, user) = (desk.store.connection(), desk.actor.user_id);
    Ok(!case.is_restricted || case_record::is_named_for(connection, case.id, user, desk.now)?)
}

/// Brothers and sisters, the household, others at the address, and people whom other records name
/// too.
fn near(desk: &Desk<'_>, one: &people::Candidate) -> Result<Vec<Near>, StoreError> {
    let connection = desk.store.connection();
    let own = one.case.id;
    let mut found: Vec<Near> = Vec::new();
    let mut cases = vec![own];
    let named = |case: &CaseBrief, kind| Near {
        kind,
        name: case.full_name(),
        reference: Some(case.reference.clone()),
    };
    let relations = relation::of_case(connection, own)?;
    for relation in &relations {
        let kind = NearKind::Related(relation.kind);
        match &relation.case {
            Some(case) if may_see(desk, case)? => {
                cases.push(case.id);
                found.push(named(case, kind));
            }
            Some(_) => {}
            None => found.push(Near {
                kind,
                name: relation.name.clone(),
                reference: None,
            }),
        }
    }
    for case in people::at_address(connection, &one.address, 6)? {
        if !cases.contains(&case.id) && may_see(desk, &case)? {
            cases.push(case.id);
            found.push(named(&case, NearKind::SameAddress));
        }
    }
    for relation in relations.iter().filter(|one| one.case.is_none()) {
        for case in relation::cases_naming(connection, &relation.name, own, 3)? {
            if may_see(desk, &case)? {
                let name = relation.name.clone();
                found.push(named(&case, NearKind::SharedContact { name }));
            }
        }
    }
    found.truncate(MOST_NEAR);
    Ok(found)
}
