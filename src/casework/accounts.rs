//! The people of a store: who they are, what they are, and the slot that each unlocks it by.
//!
//! Names and roles stand in the encrypted file; slots beside it. A person is added to the file
//! first and given a slot after, so that nobody holds a key without a role.

use chrono::{DateTime, Utc};
use serde_json::json;

use super::{CaseworkError, Desk};
use crate::domain::plain_text;
use crate::domain::roles::{Account, Action, Actor, Role};
use crate::store::Store;
use crate::store::account;
use crate::store::audit::{self, Entry};
use crate::store::vault::{self, Passphrase};

/// The first person of a new store, who is not there yet to be asked for a role.
///
/// # Errors
/// A store that has people already, or a blank name.
pub fn found(
    store: &mut Store,
    now: DateTime<Utc>,
    user_name: &str,
    display_name: &str,
    role: Role,
) -> Result<Actor, CaseworkError> {
    let (user_name, display_name) = names(user_name, display_name)?;
    store.with_transaction(|tx| {
        if !account::all(tx)?.is_empty() {
            return Err(CaseworkError::UserThere { user: user_name });
        }
        let user_id = account::insert(tx, &user_name, &display_name, role)?;
        let role_word: &str = role.into();
        audit::append(
            tx,
            &Entry {
                at: now,
                user_id: Some(user_id),
                user_name: &user_name,
                action: "store-founded",
                case_id: None,
                subject: &user_name,
                detail: &json!({ "role": role_word }).to_string(),
            },
        )?;
        Ok(Actor {
            user_id,
            user_name: user_name.clone(),
            display_name,
            role,
        })
    })
}

/// The person who has unlocked the store, written down as having come in.
///
/// A store whose making was cut short between its key and its first person has nobody in it:
/// whoever holds its only slot then becomes its administrator.
///
/// # Errors
/// A name that is not known, or a person who no longer works here.
pub fn come_in(
    store: &mut Store,
    now: DateTime<Utc>,
    user_name: &str,
) -> Result<Actor, CaseworkError> {
    if account::all(store.connection())?.is_empty() {
        return found(store, now, user_name, "", Role::Administrator);
    }
    store.with_transaction(|tx| {
        let unknown = || CaseworkError::UnknownUser {
            user: user_name.to_owned(),
        };
        let account = account::by_name(tx, user_name)?.ok_or_else(unknown)?;
        if account.is_disabled {
            return Err(CaseworkError::Disabled {
                user: account.user_name,
            });
        }
        audit::append(
            tx,
            &Entry {
                at: now,
                user_id: Some(account.id),
                user_name: &account.user_name,
                action: "unlocked",
                case_id: None,
                subject: &account.user_name,
                detail: "{}",
            },
        )?;
        Ok(Actor {
            user_id: account.id,
            user_name: account.user_name,
            display_name: account.display_name,
            role: account.role,
        })
    })
}

/// Adds a person with a role and a slot of their own.
///
/// # Errors
/// Refused by role; a name already there; a weak passphrase, in which case nobody was added.
pub fn add(
    desk: &mut Desk<'_>,
    user_name: &str,
    display_name: &str,
    role: Role,
    passphrase: &Passphrase,
) -> Result<(), CaseworkError> {
    desk.allow(Action::ManageUsers)?;
    let (user_name, display_name) = names(user_name, display_name)?;
    desk.change(|change| {
        if account::by_name(change.tx, &user_name)?.is_some() {
            return Err(CaseworkError::UserThere {
                user: user_name.clone(),
            });
        }
        account::insert(change.tx, &user_name, &display_name, role)?;
        let role: &str = role.into();
        Ok(change.audit("user-added", None, &user_name, &json!({ "role": role }))?)
    })?;
    let given = vault::add_slot(desk.store.path(), desk.store.key(), &user_name, passphrase);
    if let Err(error) = given {
        // Without a slot the name would stand in the way of adding the person again.
        desk.change(|change| {
            account::remove_without_slot(change.tx, &user_name)?;
            Ok(change.audit("user-not-added", None, &user_name, &json!({}))?)
        })?;
        return Err(error.into());
    }
    Ok(())
}

/// Everybody who works or has worked in the store.
///
/// # Errors
/// Refused by role, or those of the store.
pub fn list(desk: &mut Desk<'_>) -> Result<Vec<Account>, CaseworkError> {
    desk.allow(Action::ManageUsers)?;
    desk.change(|change| {
        change.audit("users-listed", None, "", &json!({}))?;
        Ok(account::all(change.tx)?)
    })
}

/// Ends a person's work here: their slot goes, their name stays beside what they did.
///
/// # Errors
/// Refused by role; an unknown name; the only administrator left.
pub fn disable(desk: &mut Desk<'_>, user_name: &str) -> Result<(), CaseworkError> {
    desk.allow(Action::ManageUsers)?;
    let at = desk.now;
    let person = desk.change(|change| {
        let everybody = account::all(change.tx)?;
        let found = everybody
            .iter()
            .find(|one| one.user_name.eq_ignore_ascii_case(user_name));
        let Some(person) = found else {
            return Err(CaseworkError::UnknownUser {
                user: user_name.to_owned(),
            });
        };
        let others_administer = everybody
            .iter()
            .any(|one| one.id != person.id && !one.is_disabled && one.role == Role::Administrator);
        if person.role == Role::Administrator && !others_administer {
            return Err(CaseworkError::LastAdministrator {
                user: person.user_name.clone(),
            });
        }
        account::disable(change.tx, person, at)?;
        change.audit("user-disabled", None, &person.user_name, &json!({}))?;
        Ok(person.user_name.clone())
    })?;
    let names = vault::slot_names(desk.store.path())?;
    if names.iter().any(|name| name.eq_ignore_ascii_case(&person)) {
        vault::remove_slot(desk.store.path(), desk.store.key(), &person)?;
    }
    Ok(())
}

/// Gives the person at the desk a new passphrase.
///
/// # Errors
/// A weak passphrase; the old one then still opens the store.
pub fn change_own_passphrase(
    desk: &mut Desk<'_>,
    passphrase: &Passphrase,
) -> Result<(), CaseworkError> {
    let user = desk.actor.user_name.clone();
    vault::change_passphrase(desk.store.path(), desk.store.key(), &user, passphrase)?;
    desk.change(|change| Ok(change.audit("passphrase-changed", None, &user, &json!({}))?))
}

fn names(user_name: &str, display_name: &str) -> Result<(String, String), CaseworkError> {
    let user = plain_text::clean(user_name).trim().to_owned();
    let display = plain_text::clean(display_name).trim().to_owned();
    if user.is_empty() {
        return Err(CaseworkError::NoName);
    }
    let display = if display.is_empty() {
        user.clone()
    } else {
        display
    };
    Ok((user, display))
}

#[cfg(test)]
mod tests;
