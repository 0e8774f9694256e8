//! Taking a whole register of referrals: all of it as one change, or none.
//!
//! A child who is known already, in the store or further up in the register, is recognised and
//! the referral joined to that case. Only what leaves no doubt joins by itself; a likeness is
//! told, and people look.

#[cfg(test)]
mod tests;

use serde_json::json;

use super::referrals::{refer, triage};
use super::{CaseworkError, Desk};
use crate::domain::case::CaseId;
use crate::domain::likeness::{Likeness, Reason, likeness};
use crate::domain::referral::{Imported, NextSteps, ReferTo, ReferralId};
use crate::domain::roles::Action;
use crate::store::{StoreError, person as people, referral};

/// So many of those who sound so, and of those born on that day, are compared.
const MOST_COMPARED: u32 = 200;

/// Whether what is taken is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    Yes,
    /// Everything is tried, and undone at the end.
    OnlyTried,
}

/// What became of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowOutcome {
    NewCase {
        reference: String,
    },
    /// The child was known.
    Joined {
        reference: String,
    },
    /// A new case, which may be the same child as that other one.
    LooksLike {
        reference: String,
        other: String,
    },
    /// The child's case is restricted, and the person is not named for it.
    Restricted,
}

/// How a register was taken.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Taken {
    pub referrals: u64,
    pub new_cases: u64,
    pub joined: u64,
    pub restricted: u64,
}

/// Takes the rows that `next` gives, until it gives none, and tells what became of each.
/// A restricted child's row is left out, which `may_leave_out` has to allow.
///
/// # Errors
/// Refused by role; those of the store. Nothing is then kept.
pub fn referrals(
    desk: &mut Desk<'_>,
    file: &str,
    kept: Kept,
    may_leave_out: bool,
    next: &mut dyn FnMut() -> Option<Imported>,
    tell: &mut dyn FnMut(u64, &RowOutcome),
) -> Result<Taken, CaseworkError> {
    desk.allow(Action::Refer)?;
    let (actor, now, rules) = (desk.actor, desk.now, desk.rules);
    let done = desk.store.as_one_change(|store| -> Result<Taken, End> {
        let mut desk = Desk {
            store,
            actor,
            now,
            rules,
        };
        let mut taken = Taken::default();
        while let Some(row) = next() {
            let outcome = take(&mut desk, &row)?;
            match outcome {
                RowOutcome::Restricted => taken.restricted += 1,
                RowOutcome::Joined { .. } => taken.joined += 1,
                RowOutcome::NewCase { .. } | RowOutcome::LooksLike { .. } => taken.new_cases += 1,
            }
            taken.referrals += u64::from(outcome != RowOutcome::Restricted);
            tell(row.row, &outcome);
        }
        let said = json!({ "file": file, "referrals": taken.referrals,
            "new_cases": taken.new_cases, "joined": taken.joined });
        desk.change(|change| Ok(change.audit("referrals-imported", None, "", &said)?))?;
        if kept == Kept::OnlyTried || (taken.restricted > 0 && !may_leave_out) {
            return Err(End::Undone(taken));
        }
        Ok(taken)
    });
    match done {
        Ok(taken) | Err(End::Undone(taken)) => Ok(taken),
        Err(End::Failed(error)) => Err(*error),
    }
}

/// Why nothing of it is kept.
enum End {
    Undone(Taken),
    Failed(Box<CaseworkError>),
}

impl From<StoreError> for End {
    fn from(error: StoreError) -> Self {
        Self::Failed(Box::new(error.into()))
    }
}

impl From<CaseworkError> for End {
    fn from(error: CaseworkError) -> Self {
        Self::Failed(Box::new(error))
    }
}

fn take(desk: &mut Desk<'_>, row: &Imported) -> Result<RowOutcome, CaseworkError> {
    let found = recognise(desk, row)?;
    let to = match &found {
        Recognised::Same(case) => ReferTo::Case(*case),
        Recognised::Likely(_) | Recognised::Nobody => ReferTo::NewCase,
    };
    let referred = match refer(desk, &row.referral, to) {
        Err(CaseworkError::Restricted { .. }) => return Ok(RowOutcome::Restricted),
        other => other?,
    };
    if let Some(outcome) = &row.outcome {
        decide(desk, referred.referral, outcome, row)?;
    }
    let reference = referred.case.reference;
    Ok(match found {
        Recognised::Same(_) => RowOutcome::Joined { reference },
        Recognised::Likely(other) => RowOutcome::LooksLike { reference, other },
        Recognised::Nobody => RowOutcome::NewCase { reference },
    })
}

fn decide(
    desk: &mut Desk<'_>,
    id: ReferralId,
    outcome: &str,
    row: &Imported,
) -> Result<(), CaseworkError> {
    let found = referral::by_id(desk.store.connection(), id)?.ok_or(StoreError::NotFound)?;
    triage(
        desk,
        id,
        &NextSteps {
            outcome: outcome.to_owned(),
            reason: row.outcome_reason.clone(),
            join_with: None,
            version: found.version,
        },
    )?;
    Ok(())
}

/// Who the young person of a row is.
enum Recognised {
    Same(CaseId),
    /// By the other's reference.
    Likely(String),
    Nobody,
}

fn recognise(desk: &Desk<'_>, row: &Imported) -> Result<Recognised, CaseworkError> {
    let person = &row.referral.person;
    let told_on = row
        .referral
        .received_at
        .with_timezone(&chrono_tz::Europe::London)
        .date_naive();
    let identity = person.identity(told_on);
    let connection = desk.store.connection();
    let compared = people::candidates(connection, person, desk.today(), MOST_COMPARED)?
        .into_iter()
        .map(|one| (likeness(&identity, &one.identity()), one))
        .filter(|(likeness, _)| likeness.worth_showing());
    // The first of equals: the case that has been there longer.
    let best = compared.max_by_key(|(likeness, one)| {
        (
            is_beyond_doubt(likeness),
            likeness.score,
            std::cmp::Reverse(one.case.id),
        )
    });
    Ok(match best {
        Some((likeness, one)) if is_beyond_doubt(&likeness) => Recognised::Same(one.case.id),
        // What is not to be seen is not to be hinted at.
        Some((_, one)) if !one.case.is_restricted => Recognised::Likely(one.case.reference),
        _ => Recognised::Nobody,
    })
}

/// The same birth date, and the same name however it is ordered; or a name that only sounds or
/// looks alike, at the same address.
fn is_beyond_doubt(likeness: &Likeness) -> bool {
    let has = |reason| likeness.reasons.contains(&reason);
    let is_same_name = has(Reason::SameName) || has(Reason::OtherOrder) || has(Reason::Alias);
    let is_near_name =
        has(Reason::SoundsAlike) || has(Reason::SimilarSpelling) || has(Reason::ShortForm);
    has(Reason::SameBirthDate) && (is_same_name || (is_near_name && has(Reason::SameAddress)))
}
