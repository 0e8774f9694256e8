//! The vault: who can open a store, and with what.
//!
//! A store is the encrypted file at its path and, beside it, the key slots (`PATH.keys`). One
//! random data key encrypts the file; each person has a slot with that key wrapped under their
//! passphrase, and one more slot is wrapped under a recovery key on paper. Roles and permissions
//! are not here. Why it is so: `docs/decisions/0001-vault.md`.

pub(in crate::store) mod files;
mod secrets;
pub(in crate::store) mod slots;
#[cfg(test)]
mod tests;

use std::path::Path;

use thiserror::Error;
use unicode_normalization::UnicodeNormalization;

pub use self::secrets::{
    DataKey, NotARecoveryKey, PASSPHRASE_MIN_CHARACTERS, Passphrase, RecoveryKey, WeakPassphrase,
};
pub use self::slots::PassphraseCost;
pub use super::error::{Damage, Half, OpenError};

use self::files::{FolderLock, StoreFiles, make_private, publish, with_suffix};
use self::slots::Slots;

/// The longest user name, in characters.
const USER_NAME_MAX: usize = 64;

/// Why a slot was not made, changed or removed. The slots are then as they were.
#[derive(Debug, Error)]
pub enum VaultError {
    #[error(transparent)]
    Weak(#[from] WeakPassphrase),
    #[error(
        "a user name has 1 to {USER_NAME_MAX} characters, with no spaces and no control characters"
    )]
    BadName,
    #[error("{0} already has a key slot")]
    NameTaken(String),
    #[error("{0} has the last key slot; without it only the recovery key would open the store")]
    LastSlot(String),
    #[error(transparent)]
    Open(#[from] OpenError),
}

impl VaultError {
    /// The exit code of the command line (contract).
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::Open(error) => error.exit_code(),
            _ => 1,
        }
    }

    /// The part of a `words` key that names this kind of error.
    pub fn words_key(&self) -> &'static str {
        match self {
            Self::Weak(WeakPassphrase::TooShort { .. }) => "passphrase-too-short",
            Self::Weak(WeakPassphrase::Repetitive) => "passphrase-repetitive",
            Self::Weak(WeakPassphrase::UserName) => "passphrase-user-name",
            Self::BadName => "bad-user-name",
            Self::NameTaken(_) => "user-name-taken",
            Self::LastSlot(_) => "last-slot",
            Self::Open(error) => error.words_key(),
        }
    }
}

/// Makes a new, empty store at `path`, with a slot for its first person. The recovery key is
/// returned this once and is kept nowhere.
///
/// [`PassphraseCost::Cheap`] is for stores of fictional cases only; the quality of a passphrase
/// is then not looked at either.
///
/// # Errors
/// Whatever is at `path` already is never touched ([`OpenError::AlreadyThere`],
/// [`OpenError::HalfMade`]); a weak passphrase or a bad name is refused before anything is made.
pub fn create(
    path: &Path,
    user: &str,
    passphrase: &Passphrase,
    cost: PassphraseCost,
) -> Result<(DataKey, RecoveryKey), VaultError> {
    let user = checked_name(user)?;
    if cost == PassphraseCost::Real {
        passphrase.check_quality(&user)?;
    }
    let files = StoreFiles::at(path);
    super::open::refuse_network_file_system(files.folder())?;
    let _lock = FolderLock::take(&files)?;
    files.must_be_free()?;

    let key = DataKey::random()?;
    let recovery = RecoveryKey::generate();
    let store = uuid::Uuid::new_v4().to_string();
    let mut slots = Slots::new(store.clone(), cost, &key, &recovery)?;
    slots.put(&user, passphrase, &key)?;

    // Under another name until it is whole. A file of that name was left by a set-up that died:
    // its key was never written anywhere, so there is nothing in it to lose.
    let making = with_suffix(&files.database, ".making");
    drop(make_private(&making)?);
    super::open::make_database(&making, &key, &store, cost)?;
    // Slots first: a store without slots would be lost, slots without a store hold nothing.
    slots.write(&files.keys)?;
    publish(&making, &files.database)?;
    Ok((key, recovery))
}

/// The data key, by a person's passphrase.
///
/// # Errors
/// Wrong passphrase, no slot of that name, and a damaged slot are three different errors.
pub fn unlock(path: &Path, user: &str, passphrase: &Passphrase) -> Result<DataKey, OpenError> {
    let files = StoreFiles::find(path)?;
    Slots::read(&files.keys)?.unlock(&files.keys, &normal(user), passphrase)
}

/// The data key, by the recovery key on paper.
///
/// # Errors
/// As for [`unlock`].
pub fn unlock_with_recovery(path: &Path, recovery: &RecoveryKey) -> Result<DataKey, OpenError> {
    let files = StoreFiles::find(path)?;
    Slots::read(&files.keys)?.unlock_with_recovery(&files.keys, recovery)
}

/// The names of those who have a slot, in the order in which they were given.
///
/// # Errors
/// When there is no store or its slots cannot be read.
pub fn slot_names(path: &Path) -> Result<Vec<String>, OpenError> {
    let files = StoreFiles::find(path)?;
    Ok(Slots::read(&files.keys)?.names())
}

/// Whether this is a store of fictional cases (cheap passphrases) or a real one.
///
/// # Errors
/// When there is no store or its slots cannot be read.
pub fn passphrase_cost(path: &Path) -> Result<PassphraseCost, OpenError> {
    let files = StoreFiles::find(path)?;
    Ok(Slots::read(&files.keys)?.cost)
}

/// Gives another person a slot.
///
/// # Errors
/// A name that has a slot is refused: changing a passphrase is another act.
pub fn add_slot(
    path: &Path,
    key: &DataKey,
    user: &str,
    passphrase: &Passphrase,
) -> Result<(), VaultError> {
    let user = checked_name(user)?;
    change(path, key, |slots| {
        if slots.has(&user) {
            return Err(VaultError::NameTaken(user.clone()));
        }
        check_for(slots, &user, passphrase)?;
        Ok(slots.put(&user, passphrase, key)?)
    })
}

/// Wraps the data key of `user` under a new passphrase. The old one opens the store no longer.
///
/// # Errors
/// [`OpenError::NoSlot`] when the person has none.
pub fn change_passphrase(
    path: &Path,
    key: &DataKey,
    user: &str,
    passphrase: &Passphrase,
) -> Result<(), VaultError> {
    let user = normal(user);
    change(path, key, |slots| {
        must_have(slots, &user)?;
        check_for(slots, &user, passphrase)?;
        Ok(slots.put(&user, passphrase, key)?)
    })
}

/// Takes the slot of `user` away.
///
/// # Errors
/// The last slot stays ([`VaultError::LastSlot`]).
pub fn remove_slot(path: &Path, key: &DataKey, user: &str) -> Result<(), VaultError> {
    let user = normal(user);
    change(path, key, |slots| {
        must_have(slots, &user)?;
        if slots.names().len() == 1 {
            return Err(VaultError::LastSlot(user.clone()));
        }
        slots.remove(&user);
        Ok(())
    })
}

/// Makes a new recovery key, after the old one was used or lost. The old one is void.
///
/// # Errors
/// When the slots cannot be read or written.
pub fn replace_recovery(path: &Path, key: &DataKey) -> Result<RecoveryKey, VaultError> {
    let recovery = RecoveryKey::generate();
    change(path, key, |slots| Ok(slots.put_recovery(&recovery, key)?))?;
    Ok(recovery)
}

/// Reads, changes and writes the slots while no other program does.
fn change(
    path: &Path,
    key: &DataKey,
    edit: impl FnOnce(&mut Slots) -> Result<(), VaultError>,
) -> Result<(), VaultError> {
    let files = StoreFiles::find(path)?;
    let _lock = FolderLock::take(&files)?;
    let mut slots = Slots::read(&files.keys)?;
    if !slots.fits(key) {
        // A slot with another store's key would lock its owner out.
        return Err(OpenError::WrongKey {
            path: files.database,
        }
        .into());
    }
    edit(&mut slots)?;
    Ok(slots.write(&files.keys)?)
}

fn check_for(slots: &Slots, user: &str, passphrase: &Passphrase) -> Result<(), WeakPassphrase> {
    match slots.cost {
        PassphraseCost::Real => passphrase.check_quality(user),
        PassphraseCost::Cheap => Ok(()),
    }
}

fn must_have(slots: &Slots, user: &str) -> Result<(), OpenError> {
    if slots.has(user) {
        return Ok(());
    }
    Err(OpenError::NoSlot {
        user: user.to_owned(),
    })
}

/// A name in one form of its accents, so that it is found however it was typed.
fn normal(user: &str) -> String {
    user.trim().nfc().collect()
}

fn checked_name(user: &str) -> Result<String, VaultError> {
    let user = normal(user);
    let length = user.chars().count();
    let plain = user
        .chars()
        .all(|c| !c.is_control() && !c.is_whitespace() && !is_direction_mark(c));
    if length == 0 || length > USER_NAME_MAX || !plain {
        return Err(VaultError::BadName);
    }
    Ok(user)
}

/// Invisible characters that could make two different names look the same.
fn is_direction_mark(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}
