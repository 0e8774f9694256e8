//! Drafts: what was typed is kept at once, and comes back whatever happened in between.
//!
//! Drafts are a person's own and leave no trace in the audit; what they become does.

use super::{CaseworkError, Desk};
use crate::store::draft::{self, Draft};

/// Keeps what stands in a form.
///
/// # Errors
/// Those of the store.
pub fn keep(desk: &mut Desk<'_>, place: &str, content: &str) -> Result<(), CaseworkError> {
    let (user, now) = (desk.actor.user_id, desk.now);
    desk.change(|change| Ok(draft::save(change.tx, user, place, now, content)?))
}

/// What was last kept of a form.
///
/// # Errors
/// Those of the store.
pub fn of(desk: &Desk<'_>, place: &str) -> Result<Option<Draft>, CaseworkError> {
    Ok(draft::get(
        desk.store.connection(),
        desk.actor.user_id,
        place,
    )?)
}

/// Every unfinished form of the person at the desk, the last one first.
///
/// # Errors
/// Those of the store.
pub fn all(desk: &Desk<'_>) -> Result<Vec<Draft>, CaseworkError> {
    Ok(draft::all(desk.store.connection(), desk.actor.user_id)?)
}

/// Throws a draft away, because the person said so or because it was saved for good.
///
/// # Errors
/// Those of the store.
pub fn discard(desk: &mut Desk<'_>, place: &str) -> Result<(), CaseworkError> {
    let user = desk.actor.user_id;
    desk.change(|change| Ok(draft::discard(change.tx, user, place)?))
}
