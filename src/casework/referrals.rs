//! Taking referrals and deciding on them, and who the young person is.
//!
//! `refer` takes one, for a new case or one that is there; `likely` shows who it may be already;
//! `triage` decides what happens next. What joins records and people to each other is in `links`.

mod deeds;
mod error;
mod likely;
mod links;
mod person;
#[cfg(test)]
mod tests;
mod triage;

use chrono::Datelike;
use chrono_tz::Europe::London;
use serde_json::json;
use uuid::Uuid;

pub use self::deeds::{confirm_in_writing, heard_back, police_told, strategy_discussed};
pub use self::error::ReferralError;
pub use self::likely::likely;
pub use self::links::{add_relation, join, joins_of, relations_of, remove_relation, undo_join};
pub use self::person::{edit_person, person_of};
pub use self::triage::{to_triage, to_triage_of, triage};
use super::{CaseworkError, Change, Desk};
use crate::domain::case::{CaseBrief, CaseId, EventKind, Stage};
use crate::domain::date_words::age_on;
use crate::domain::person::Person;
use crate::domain::policy::Policies;
use crate::domain::referral::{NewReferral, ReferTo, Referral, Referred, clocks, faults};
use crate::domain::roles::Action;
use crate::store::person::NewCase;
use crate::store::{
    StoreError, case_record, clock, draft, event, joined, person as people, referral,
};

/// Takes a referral. In a case that is there, what is not known yet of the young person is filled
/// in from it, a closed case opens again, and nothing that is known is changed.
///
/// # Errors
/// Refused by role or restriction; [`ReferralError::Faulty`] with every fault.
pub fn refer(
    desk: &mut Desk<'_>,
    new: &NewReferral,
    to: ReferTo,
) -> Result<Referred, CaseworkError> {
    take(desk, new, to, None)
}

/// Takes a referral that was typed in a form, and throws its draft away in the same step: it is
/// never both recorded and still to be recorded.
///
/// # Errors
/// As for [`refer`]; the draft is then still there.
pub fn refer_from_draft(
    desk: &mut Desk<'_>,
    new: &NewReferral,
    to: ReferTo,
    place: &str,
) -> Result<Referred, CaseworkError> {
    take(desk, new, to, Some(place))
}

fn take(
    desk: &mut Desk<'_>,
    new: &NewReferral,
    to: ReferTo,
    draft_place: Option<&str>,
) -> Result<Referred, CaseworkError> {
    desk.allow(Action::Refer)?;
    let new = new.cleaned();
    let policies = &desk.rules.policies;
    let found = faults(&new, desk.now, policies);
    if !found.is_empty() {
        return Err(ReferralError::Faulty(found).into());
    }
    let kept = match to {
        ReferTo::NewCase => None,
        // A record joined to another passes on what it is given.
        ReferTo::Case(id) => {
            desk.case(Action::Refer, id)?;
            Some(desk.case(Action::Refer, kept_in_the_end(desk, id)?)?)
        }
    };
    desk.change(|change| {
        let case = match &kept {
            None => open_case(change, &new, policies)?,
            Some(case) => add_to_case(change, case, &new)?,
        };
        let referral = referral::insert(change.tx, case.id, &new, change.actor.user_id)?;
        let subject = Some(referral.0);
        for (kind, due) in clocks(&new, policies) {
            let owner = Some(change.actor.user_id);
            clock::start(change.tx, case.id, kind, subject, due, owner)?;
        }
        event::append(
            change.tx,
            case.id,
            new.received_at,
            EventKind::Referred,
            subject,
            Some(change.actor.user_id),
            &json!({ "source": new.source.word(), "agency": new.source.agency(),
                "danger_now": new.danger_now, "again": kept.is_some() }),
        )?;
        let how: &str = new.how.into();
        change.audit(
            "referred",
            Some(case.id.0),
            &case.reference,
            &json!({ "referral": referral.0, "how": how, "source": new.source.word(),
                "danger_now": new.danger_now, "joined": kept.is_some() }),
        )?;
        if let Some(place) = draft_place {
            draft::discard(change.tx, change.actor.user_id, place)?;
        }
        Ok(Referred {
            case,
            referral,
            is_joined: kept.is_some(),
        })
    })
}

/// The case that a typed reference means, to refer to or to join with.
///
/// # Errors
/// No such case; refused by role or restriction.
pub fn case_meant(desk: &Desk<'_>, typed: &str) -> Result<CaseBrief, CaseworkError> {
    desk.allow(Action::Refer)?;
    let policy = &desk.rules.policies.policy.reference;
    let reference = policy.read(typed).ok_or(CaseworkError::NoCase)?;
    let found = case_record::by_reference(desk.store.connection(), &reference)?;
    desk.case(Action::Refer, found.ok_or(CaseworkError::NoCase)?.id)
}

/// All referrals of a case, the latest first.
///
/// # Errors
/// Refused by role or restriction.
pub fn of_case(desk: &mut Desk<'_>, case: CaseId) -> Result<Vec<Referral>, CaseworkError> {
    let case = desk.case(Action::SeeCase, case)?;
    desk.change(|change| {
        change.audit(
            "referrals-read",
            Some(case.id.0),
            &case.reference,
            &json!({}),
        )?;
        Ok(referral::of_case(change.tx, case.id)?)
    })
}

fn open_case(
    change: &Change<'_>,
    new: &NewReferral,
    policies: &Policies,
) -> Result<CaseBrief, CaseworkError> {
    let opened_on = new.received_at.with_timezone(&London).date_naive();
    let number = case_record::next_number(change.tx, opened_on.year())?;
    let reference = policies
        .policy
        .reference
        .reference(opened_on.year(), number);
    let uid = Uuid::new_v4().to_string();
    let id = people::insert(
        change.tx,
        &NewCase {
            uid: &uid,
            reference: &reference,
            person: &new.person,
            stage: Stage::Referred,
            is_restricted: false,
            owner: None,
            opened_on,
            closed_on: None,
            at: new.received_at,
        },
    )?;
    read_again(change, id)
}

fn add_to_case(
    change: &Change<'_>,
    case: &CaseBrief,
    new: &NewReferral,
) -> Result<CaseBrief, CaseworkError> {
    let known = people::of(change.tx, case.id)?;
    let told_on = new.received_at.with_timezone(&London).date_naive();
    let filled = known.with_gaps_filled(&new.person, years_since(case, told_on));
    let mut now_known = read_again(change, case.id)?;
    if filled != known {
        people::update(change.tx, &now_known, &filled)?;
        tell_what_changed(change, case.id, &known, &filled)?;
        now_known = read_again(change, case.id)?;
    }
    if now_known.stage == Stage::Closed {
        let today = change.now.with_timezone(&London).date_naive();
        case_record::set_stage(change.tx, &now_known, Stage::Referred, change.now, today)?;
        now_known = read_again(change, case.id)?;
    }
    Ok(now_known)
}

/// Writes into the chronology which details changed, with what they were and are.
fn tell_what_changed(
    change: &Change<'_>,
    case: CaseId,
    was: &Person,
    now: &Person,
) -> Result<Vec<String>, CaseworkError> {
    let as_fields = |person: &Person| serde_json::to_value(person).unwrap_or_default();
    let (was, now) = (as_fields(was), as_fields(now));
    let mut changed = serde_json::Map::new();
    for (field, value) in now.as_object().into_iter().flatten() {
        if let Some(before) = was.get(field).filter(|before| *before != value) {
            changed.insert(field.clone(), json!({ "was": before, "now": value }));
        }
    }
    let fields: Vec<String> = changed.keys().cloned().collect();
    event::append(
        change.tx,
        case,
        change.now,
        EventKind::DetailsChanged,
        None,
        Some(change.actor.user_id),
        &json!({ "changed": changed }),
    )?;
    Ok(fields)
}

fn years_since(case: &CaseBrief, day: chrono::NaiveDate) -> u8 {
    let years = age_on(case.opened_on, day).unwrap_or(0);
    u8::try_from(years).unwrap_or(u8::MAX)
}

fn read_again(change: &Change<'_>, id: CaseId) -> Result<CaseBrief, CaseworkError> {
    case_record::by_id(change.tx, id)?.ok_or(CaseworkError::NoCase)
}

/// The record that a case is joined to now, through those that are joined in turn; itself where
/// there is none.
fn kept_in_the_end(desk: &Desk<'_>, id: CaseId) -> Result<CaseId, StoreError> {
    let mut kept = id;
    // A ring cannot be made by `join`; should one be there, this ends all the same.
    for _ in 0..16 {
        match joined::kept_of(desk.store.connection(), kept)? {
            Some(next) => kept = next,
            None => break,
        }
    }
    Ok(kept)
}
