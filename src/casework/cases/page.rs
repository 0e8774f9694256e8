//! One case: beside a list, on its own page, and what happened in it.

use std::collections::HashSet;

use chrono_tz::Europe::London;
use serde_json::json;

use super::super::{CaseworkError, Change, Desk};
use crate::domain::case::{CaseBrief, CaseId};
use crate::domain::case_list::{Look, PageFrom};
use crate::domain::case_page::{MOST_NEWS, Near, NearHow, Overview, Preview};
use crate::domain::chronology::{ChronologyPage, HappenedKey};
use crate::domain::relation::{Join, RelationKind};
use crate::domain::roles::Action;
use crate::domain::today::Moments;
use crate::store::case_record::{self, Viewer};
use crate::store::{
    StoreError, account, assessment, chronology as events, decision, joined, person, referral,
    relation, today,
};

/// So many cases of one address, or that know one person, are shown beside a case.
const MOST_NEAR: u32 = 6;
const MOST_EVENTS: usize = 500;

/// What stands beside a list for the case under the cursor.
///
/// # Errors
/// Refused by role or restriction; no such case.
pub fn preview(desk: &mut Desk<'_>, id: CaseId) -> Result<Preview, CaseworkError> {
    let case = desk.case(Action::SeeCase, id)?;
    let viewer = desk.viewer();
    desk.change(|change| {
        change.audit("case-previewed", Some(id.0), &case.reference, &json!({}))?;
        Ok(read_preview(change, &case, viewer)?)
    })
}

/// Opens a case: all that its page shows at first. From now on the person has seen it.
///
/// # Errors
/// Refused by role or restriction; no such case.
pub fn open_case(desk: &mut Desk<'_>, id: CaseId) -> Result<Overview, CaseworkError> {
    let case = desk.case(Action::SeeCase, id)?;
    let viewer = desk.viewer();
    desk.change(|change| {
        change.audit("case-opened", Some(id.0), &case.reference, &json!({}))?;
        let owner = match case.owner {
            Some(owner) => account::by_id(change.tx, owner)?.map(|one| one.display_name),
            None => None,
        };
        let last_seen = events::last_seen(change.tx, id, viewer.user_id)?;
        let news = match last_seen {
            Some(since) => {
                let records = readable_records(change, id, viewer)?.0;
                events::news(change.tx, &records, since, viewer.user_id, MOST_NEWS)?
            }
            None => Vec::new(),
        };
        events::mark_seen(change.tx, id, viewer.user_id, change.now)?;
        Ok(Overview {
            preview: read_preview(change, &case, viewer)?,
            owner,
            decision: decision::of_case(change.tx, id)?.into_iter().next(),
            joins: joins(change, id, viewer)?,
            last_seen,
            news,
        })
    })
}

/// The case that a reference names, written in any way.
///
/// # Errors
/// Refused by role; no such case. A restricted case is found; opening it is another question.
pub fn by_reference(desk: &Desk<'_>, typed: &str) -> Result<CaseId, CaseworkError> {
    desk.allow(Action::SeeCase)?;
    let connection = desk.store.connection();
    let policy = &desk.rules.policies.policy.reference;
    // As written, for another authority's cases keep their own prefix.
    let written = typed.trim().to_ascii_uppercase();
    for reference in policy.read(typed).into_iter().chain([written]) {
        if let Some(case) = case_record::by_reference(connection, &reference)? {
            return Ok(case.id);
        }
    }
    Err(CaseworkError::NoCase)
}

/// One page of what happened in a case and in the records joined to it, the newest first, and
/// how many joined records are left out because they are restricted.
///
/// # Errors
/// Refused by role or restriction; no such case.
pub fn chronology(
    desk: &mut Desk<'_>,
    id: CaseId,
    from: &PageFrom<HappenedKey>,
    rows: usize,
    look: Look,
) -> Result<(ChronologyPage, usize), CaseworkError> {
    let case = desk.case(Action::SeeCase, id)?;
    let viewer = desk.viewer();
    desk.change(|change| {
        if look == Look::Begun {
            change.audit("chronology-read", Some(id.0), &case.reference, &json!({}))?;
        }
        let (records, hidden) = readable_records(change, id, viewer)?;
        let page = events::page(change.tx, &records, from, rows.min(MOST_EVENTS))?;
        Ok((page, hidden))
    })
}

/// The records of one person that this viewer may read, the one looked at first, and how many
/// there are beside them.
fn readable_records(
    change: &Change<'_>,
    id: CaseId,
    viewer: Viewer,
) -> Result<(Vec<CaseId>, usize), StoreError> {
    let all = events::records_of_one_person(change.tx, id)?;
    let mut readable = Vec::with_capacity(all.len());
    for record in &all {
        let case = case_record::by_id(change.tx, *record)?;
        if let Some(case) = case
            && !is_hidden(change, &case, viewer)?
        {
            readable.push(*record);
        }
    }
    let hidden = all.len() - readable.len();
    Ok((readable, hidden))
}

fn read_preview(
    change: &Change<'_>,
    case: &CaseBrief,
    viewer: Viewer,
) -> Result<Preview, StoreError> {
    let moments = Moments::at(viewer.now, &London);
    let person = person::of(change.tx, case.id)?;
    Ok(Preview {
        near: near(change, case, &person.address, viewer)?,
        person,
        referral: referral::of_case(change.tx, case.id)?.into_iter().next(),
        score: assessment::basis(change.tx, case.id)?,
        next: today::of_case(change.tx, case.id, viewer, moments)?,
        case: case.clone(),
    })
}

/// Siblings, family and household first, then cases of the same address, then those that know
/// the same people. Nobody twice.
fn near(
    change: &Change<'_>,
    case: &CaseBrief,
    address: &str,
    viewer: Viewer,
) -> Result<Vec<Near>, StoreError> {
    let mut near = Vec::new();
    let mut seen = HashSet::from([case.id]);
    let relations = relation::of_case(change.tx, case.id)?;
    for one in &relations {
        if let Some(other) = &one.case {
            seen.insert(other.id);
        }
        let how = if one.is_from_other && one.kind == RelationKind::ParentCarer {
            NearHow::ChildOfTheirs
        } else {
            NearHow::Relation(one.kind)
        };
        near.push(somebody(
            change,
            how,
            &one.name,
            one.case.clone(),
            &one.note,
            viewer,
        )?);
    }
    for other in person::at_address(change.tx, address, MOST_NEAR)? {
        if seen.insert(other.id) {
            let how = NearHow::SameAddress;
            near.push(somebody(change, how, "", Some(other), "", viewer)?);
        }
    }
    for one in relations.iter().filter(|one| one.case.is_none()) {
        for other in relation::cases_naming(change.tx, &one.name, case.id, MOST_NEAR)? {
            if seen.insert(other.id) {
                let how = NearHow::AlsoKnows {
                    name: one.name.clone(),
                };
                near.push(somebody(change, how, "", Some(other), "", viewer)?);
            }
        }
    }
    Ok(near)
}

fn somebody(
    change: &Change<'_>,
    how: NearHow,
    name: &str,
    case: Option<CaseBrief>,
    note: &str,
    viewer: Viewer,
) -> Result<Near, StoreError> {
    let is_hidden = match &case {
        Some(case) => is_hidden(change, case, viewer)?,
        None => false,
    };
    let name = match &case {
        Some(case) if name.is_empty() => case.full_name(),
        _ => name.to_owned(),
    };
    Ok(Near {
        how,
        name: if is_hidden { String::new() } else { name },
        case: case.map(|case| if is_hidden { case.hidden() } else { case }),
        is_hidden,
        note: if is_hidden {
            String::new()
        } else {
            note.to_owned()
        },
    })
}

/// The joins of a case that stand.
fn joins(change: &Change<'_>, id: CaseId, viewer: Viewer) -> Result<Vec<Join>, StoreError> {
    let mut joins = joined::of_case(change.tx, id)?;
    joins.retain(|join| join.undone_at.is_none());
    for join in &mut joins {
        for end in [&mut join.kept, &mut join.other] {
            if end.id != id && is_hidden(change, end, viewer)? {
                *end = end.clone().hidden();
            }
        }
    }
    Ok(joins)
}

fn is_hidden(change: &Change<'_>, case: &CaseBrief, viewer: Viewer) -> Result<bool, StoreError> {
    Ok(case.is_restricted
        && !case_record::is_named_for(change.tx, case.id, viewer.user_id, viewer.now)?)
}
