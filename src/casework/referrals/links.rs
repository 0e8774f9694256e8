//! Links: two records of one person, and who belongs to whom. Each can be taken back, and taking
//! it back is written down as well.

use serde_json::{Value, json};

use super::{ReferralError, kept_in_the_end, read_again, triage};
use crate::casework::{CaseworkError, Change, Desk};
use crate::domain::case::{CaseBrief, CaseId, ClockKind, Due, EventKind, Stage};
use crate::domain::plain_text::{clean, clean_multiline};
use crate::domain::referral::{LONGEST_LINE_CHARS, ReferralId, triage_due};
use crate::domain::relation::{Join, NewRelation, Related, Relation, RelationKind};
use crate::domain::roles::Action;
use crate::store::{StoreError, case_record, clock, event, joined, referral, relation};

/// Says that two records are about one person. Both keep their chronology, stage and clocks;
/// referrals that come after go to `kept`.
///
/// # Errors
/// Refused by role or restriction; one record with itself; joined already; no reason.
pub fn join(
    desk: &mut Desk<'_>,
    kept: CaseId,
    other: CaseId,
    reason: &str,
) -> Result<i64, CaseworkError> {
    let kept = desk.case(Action::JoinRecords, kept)?;
    let other = desk.case(Action::JoinRecords, other)?;
    check(desk, &kept, &other)?;
    let reason = words(reason)?;
    desk.change(|change| link(change, &kept, &other, &reason, false))
}

/// Lets two records go again. A record that was closed because it was joined opens again, and
/// what was decided by joining it is to be decided anew.
///
/// # Errors
/// Refused by role or restriction; no such join, or undone already; no reason.
pub fn undo_join(desk: &mut Desk<'_>, id: i64, reason: &str) -> Result<(), CaseworkError> {
    desk.allow(Action::JoinRecords)?;
    let ends = match joined::ends(desk.store.connection(), id) {
        Err(StoreError::NotFound) => return Err(ReferralError::NotJoined.into()),
        other => other?,
    };
    let kept = desk.case(Action::JoinRecords, ends.kept)?;
    let other = desk.case(Action::JoinRecords, ends.other)?;
    let reason = words(reason)?;
    let policies = &desk.rules.policies;
    desk.change(|change| {
        match joined::undo(change.tx, id, change.now, change.actor.user_id) {
            Err(StoreError::Conflict { .. }) => return Err(ReferralError::NotJoined.into()),
            undone => undone?,
        }
        let other_now = read_again(change, other.id)?;
        if let Some(stage) = ends.other_stage
            && other_now.stage == Stage::Closed
        {
            triage::go_to(change, &other_now, stage)?;
            decide_again(change, &other_now, policies)?;
        }
        tell_both(change, EventKind::JoinUndone, &kept, &other, &reason)?;
        let detail = json!({ "kept": kept.reference, "other": other.reference });
        Ok(change.audit("join-undone", Some(kept.id.0), &kept.reference, &detail)?)
    })
}

/// Every join of a case, undone ones too, the latest first.
///
/// # Errors
/// Refused by role or restriction.
pub fn joins_of(desk: &mut Desk<'_>, case: CaseId) -> Result<Vec<Join>, CaseworkError> {
    let case = desk.case(Action::SeeCase, case)?;
    desk.change(|change| {
        change.audit("joins-read", Some(case.id.0), &case.reference, &json!({}))?;
        Ok(joined::of_case(change.tx, case.id)?)
    })
}

/// Writes down who somebody is to a young person.
///
/// # Errors
/// Refused by role or restriction, of either record; nobody named; there already.
pub fn add_relation(
    desk: &mut Desk<'_>,
    case: CaseId,
    new: &NewRelation,
) -> Result<i64, CaseworkError> {
    let case = desk.case(Action::Refer, case)?;
    let (who, other) = match &new.who {
        Related::Case(other) if *other == case.id => return Err(ReferralError::SameRecord.into()),
        Related::Case(other) => (new.who.clone(), Some(desk.case(Action::Refer, *other)?)),
        Related::Named(name) => (Related::Named(one_line(name)?), None),
    };
    let new = NewRelation {
        kind: new.kind,
        who,
        note: clean_multiline(&new.note).trim().to_owned(),
    };
    if new.note.chars().nth(LONGEST_LINE_CHARS).is_some() {
        return Err(ReferralError::TooLong.into());
    }
    desk.change(|change| {
        if relation::is_there(change.tx, case.id, &new)? {
            return Err(ReferralError::RelatedAlready.into());
        }
        let id = relation::insert(change.tx, case.id, &new)?;
        tell_relation(
            change,
            EventKind::RelationAdded,
            &case,
            &new,
            other.as_ref(),
        )?;
        audit_relation(change, "relation-added", &case, new.kind, id)?;
        Ok(id)
    })
}

/// Everybody written down as belonging to a young person, on either record.
///
/// # Errors
/// Refused by role or restriction.
pub fn relations_of(desk: &mut Desk<'_>, case: CaseId) -> Result<Vec<Relation>, CaseworkError> {
    let case = desk.case(Action::SeeCase, case)?;
    desk.change(|change| {
        change.audit(
            "relations-read",
            Some(case.id.0),
            &case.reference,
            &json!({}),
        )?;
        Ok(relation::of_case(change.tx, case.id)?)
    })
}

/// Takes back a relation that was written down in error; the chronology keeps that it was there.
///
/// # Errors
/// Refused by role or restriction; no such relation.
pub fn remove_relation(desk: &mut Desk<'_>, case: CaseId, id: i64) -> Result<(), CaseworkError> {
    let case = desk.case(Action::Refer, case)?;
    desk.change(|change| {
        let gone = match relation::remove(change.tx, case.id, id) {
            Err(StoreError::NotFound) => return Err(ReferralError::NoRelation.into()),
            gone => gone?,
        };
        let who = match &gone.case {
            Some(other) => Related::Case(other.id),
            None => Related::Named(gone.name.clone()),
        };
        let was = NewRelation {
            kind: gone.kind,
            who,
            note: gone.note.clone(),
        };
        let told = EventKind::RelationRemoved;
        tell_relation(change, told, &case, &was, gone.case.as_ref())?;
        audit_relation(change, "relation-removed", &case, gone.kind, id)
    })
}

/// Whether two records can be joined.
pub(super) fn check(
    desk: &Desk<'_>,
    kept: &CaseBrief,
    other: &CaseBrief,
) -> Result<(), CaseworkError> {
    if kept.id == other.id {
        return Err(ReferralError::SameRecord.into());
    }
    let connection = desk.store.connection();
    let taken = joined::kept_of(connection, other.id)?.is_some();
    // What is joined to the other record already must not be joined round in a ring.
    if taken || kept_in_the_end(desk, kept.id)? == other.id {
        return Err(ReferralError::JoinedAlready.into());
    }
    Ok(())
}

/// Links two records in a change that is under way; `closes_other` where the work on the other
/// one ends by it.
pub(super) fn link(
    change: &Change<'_>,
    kept: &CaseBrief,
    other: &CaseBrief,
    reason: &str,
    closes_other: bool,
) -> Result<i64, CaseworkError> {
    let closes = closes_other && other.stage != Stage::Closed;
    let stage = closes.then_some(other.stage);
    let by = change.actor.user_id;
    let id = joined::insert(change.tx, kept.id, other.id, change.now, by, reason, stage)?;
    if closes {
        let today = change.now.with_timezone(&chrono_tz::Europe::London);
        let (at, today) = (change.now, today.date_naive());
        case_record::set_stage(change.tx, other, Stage::Closed, at, today)?;
    }
    tell_both(change, EventKind::Joined, kept, other, reason)?;
    let detail = json!({ "kept": kept.reference, "other": other.reference });
    change.audit("records-joined", Some(kept.id.0), &kept.reference, &detail)?;
    Ok(id)
}

/// The referrals whose decision was to join, to be decided again within policy's time from now.
fn decide_again(
    change: &Change<'_>,
    other: &CaseBrief,
    policies: &crate::domain::policy::Policies,
) -> Result<(), CaseworkError> {
    for one in referral::of_case(change.tx, other.id)? {
        let joins = one.triaged.as_ref().is_some_and(|decided| {
            let outcome = policies.triage_outcomes.get(&decided.outcome);
            outcome.is_some_and(|outcome| outcome.joins_open_case)
        });
        if joins {
            let ReferralId(id) = one.id;
            let due = Due::At(triage_due(change.now, policies));
            let owner = Some(change.actor.user_id);
            referral::clear_outcome(change.tx, one.id)?;
            clock::start(change.tx, other.id, ClockKind::Triage, Some(id), due, owner)?;
        }
    }
    Ok(())
}

fn tell_both(
    change: &Change<'_>,
    kind: EventKind,
    kept: &CaseBrief,
    other: &CaseBrief,
    reason: &str,
) -> Result<(), StoreError> {
    for (case, with) in [(kept, other), (other, kept)] {
        let is_kept = case.id == kept.id;
        let detail = json!({ "with": with.reference, "kept": is_kept, "reason": reason });
        tell(change, kind, case, &detail)?;
    }
    Ok(())
}

fn tell_relation(
    change: &Change<'_>,
    kind: EventKind,
    case: &CaseBrief,
    new: &NewRelation,
    other: Option<&CaseBrief>,
) -> Result<(), StoreError> {
    let relation: &str = new.kind.into();
    let name = match (&new.who, other) {
        (Related::Named(name), _) => name.clone(),
        (Related::Case(_), other) => other.map_or_else(String::new, CaseBrief::full_name),
    };
    let with = other.map(|other| other.reference.as_str());
    let detail = json!({ "relation": relation, "name": name, "with": with });
    tell(change, kind, case, &detail)?;
    if let Some(other) = other {
        let back = json!({ "relation": relation, "name": case.full_name(),
            "with": case.reference, "from_other": true });
        tell(change, kind, other, &back)?;
    }
    Ok(())
}

fn tell(
    change: &Change<'_>,
    kind: EventKind,
    case: &CaseBrief,
    detail: &Value,
) -> Result<(), StoreError> {
    let by = Some(change.actor.user_id);
    event::append(change.tx, case.id, change.now, kind, None, by, detail)?;
    Ok(())
}

fn audit_relation(
    change: &Change<'_>,
    action: &str,
    case: &CaseBrief,
    kind: RelationKind,
    id: i64,
) -> Result<(), CaseworkError> {
    let kind: &str = kind.into();
    let detail = json!({ "relation": id, "kind": kind });
    Ok(change.audit(action, Some(case.id.0), &case.reference, &detail)?)
}

fn one_line(name: &str) -> Result<String, ReferralError> {
    let name = clean(name).split_whitespace().collect::<Vec<_>>().join(" ");
    if !name.chars().any(char::is_alphanumeric) {
        return Err(ReferralError::NobodyRelated);
    }
    if name.chars().nth(LONGEST_LINE_CHARS).is_some() {
        return Err(ReferralError::TooLong);
    }
    Ok(name)
}

fn words(reason: &str) -> Result<String, ReferralError> {
    let reason = clean_multiline(reason).trim().to_owned();
    if reason.is_empty() {
        return Err(ReferralError::ReasonNeeded);
    }
    if reason.chars().nth(LONGEST_LINE_CHARS).is_some() {
        return Err(ReferralError::TooLong);
    }
    Ok(reason)
}
