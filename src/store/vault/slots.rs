//! The key slots file: its text form (contract, `docs/decisions/0001-vault.md`), and the data
//! key wrapped and unwrapped by `age`. No cryptography of our own: the hashes here are checks
//! against damage and mix-ups, of values that are no secret or cannot be guessed.

use std::fs;
use std::path::Path;

use age::DecryptError;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::files::replace_private;
use super::secrets::{DataKey, Passphrase, RecoveryKey};
use super::{Damage, OpenError};

const FORMAT: &str = "diogel-keys";
const VERSION: u32 = 1;
const HEADING: &str = "\
# Key slots of the Diogel store beside this file. Keep both together, in backups too: without\n\
# the slots nobody can open the store. Each is an age file holding the store's key.\n";

/// The dearest passphrase that is tried (log2 of the rounds): a dearer slot is not ours, and
/// would hang the machine.
const MAX_LOG_N: u8 = 20;

/// How much work one try of a passphrase costs. It belongs to the store and is chosen once,
/// when the store is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PassphraseCost {
    /// scrypt with N = 2^17, r = 8: 128 MiB and about half a second. Fixed, never measured down
    /// to what a slow machine likes (source: OWASP password storage guidance).
    Real,
    /// Next to nothing: for demo and test stores of fictional cases, marked in their slots.
    Cheap,
}

impl PassphraseCost {
    fn log_n(self) -> u8 {
        match self {
            Self::Real => 17,
            Self::Cheap => 4,
        }
    }
}

/// The whole file.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::store) struct Slots {
    format: String,
    version: u32,
    /// The store's name for ever, also in its `meta` table.
    pub store: String,
    pub cost: PassphraseCost,
    /// Says whether a key is the key of this store, without giving it away: a hash of 32 random
    /// bytes cannot be searched.
    key_check: String,
    recovery: Wrapped,
    #[serde(default, rename = "slot")]
    people: Vec<Slot>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Slot {
    name: String,
    #[serde(flatten)]
    key: Wrapped,
}

/// The data key as an age file, and the check that tells damage from a wrong passphrase.
#[derive(Serialize, Deserialize)]
struct Wrapped {
    check: String,
    age: String,
}

impl Slots {
    /// Slots for a new store: none but the recovery key's.
    pub fn new(
        store: String,
        cost: PassphraseCost,
        key: &DataKey,
        recovery: &RecoveryKey,
    ) -> Result<Self, OpenError> {
        let recovery = wrap_for_recovery(&store, key, recovery)?;
        Ok(Self {
            format: FORMAT.to_owned(),
            version: VERSION,
            key_check: key_check(&store, key),
            store,
            cost,
            recovery,
            people: Vec::new(),
        })
    }

    pub fn read(path: &Path) -> Result<Self, OpenError> {
        let text = fs::read_to_string(path).map_err(|error| match error.kind() {
            std::io::ErrorKind::InvalidData => unreadable(path, "they are not text"),
            _ => OpenError::from_reading(path, error),
        })?;
        Self::parse(path, &text)
    }

    fn parse(path: &Path, text: &str) -> Result<Self, OpenError> {
        // The version first: a newer program may have added what this one would call damage.
        let table: toml::Table =
            toml::from_str(text).map_err(|error| unreadable(path, error.message()))?;
        if table.get("format").and_then(toml::Value::as_str) != Some(FORMAT) {
            return Err(unreadable(path, "the format is not named"));
        }
        let version = table.get("version").and_then(toml::Value::as_integer);
        match version.and_then(|number| u32::try_from(number).ok()) {
            Some(VERSION) => {}
            Some(found) if found > VERSION => {
                return Err(OpenError::Newer {
                    path: path.to_path_buf(),
                    found,
                    known: VERSION,
                });
            }
            _ => return Err(unreadable(path, "the version is not named")),
        }
        table
            .try_into()
            .map_err(|error: toml::de::Error| unreadable(path, error.message()))
    }

    pub fn write(&self, path: &Path) -> Result<(), OpenError> {
        let body =
            toml::to_string_pretty(self).map_err(|error| unreadable(path, &error.to_string()))?;
        replace_private(path, format!("{HEADING}{body}").as_bytes())
    }

    pub fn names(&self) -> Vec<String> {
        self.people.iter().map(|slot| slot.name.clone()).collect()
    }

    pub fn has(&self, user: &str) -> bool {
        self.people.iter().any(|slot| slot.name == user)
    }

    /// Gives `user` a slot, in place of the one they had.
    pub fn put(
        &mut self,
        user: &str,
        passphrase: &Passphrase,
        key: &DataKey,
    ) -> Result<(), OpenError> {
        let mut recipient = age::scrypt::Recipient::new(passphrase.to_secret());
        recipient.set_work_factor(self.cost.log_n());
        let age = age::encrypt_and_armor(&recipient, key.expose()).map_err(encrypt_error)?;
        let slot = Slot {
            name: user.to_owned(),
            key: Wrapped {
                check: slot_check(&self.store, user, &age),
                age,
            },
        };
        match self.people.iter_mut().find(|slot| slot.name == user) {
            Some(old) => *old = slot,
            None => self.people.push(slot),
        }
        Ok(())
    }

    pub fn put_recovery(&mut self, recovery: &RecoveryKey, key: &DataKey) -> Result<(), OpenError> {
        self.recovery = wrap_for_recovery(&self.store, key, recovery)?;
        Ok(())
    }

    pub fn remove(&mut self, user: &str) {
        self.people.retain(|slot| slot.name != user);
    }

    /// Whether `key` is the one that encrypts this store.
    pub fn fits(&self, key: &DataKey) -> bool {
        key_check(&self.store, key) == self.key_check
    }

    pub fn unlock(
        &self,
        path: &Path,
        user: &str,
        passphrase: &Passphrase,
    ) -> Result<DataKey, OpenError> {
        let Some(slot) = self.people.iter().find(|slot| slot.name == user) else {
            return Err(OpenError::NoSlot {
                user: user.to_owned(),
            });
        };
        let damaged = || OpenError::Damaged {
            path: path.to_path_buf(),
            damage: Damage::Slot(user.to_owned()),
        };
        if slot.key.check != slot_check(&self.store, user, &slot.key.age) {
            return Err(damaged());
        }
        let mut identity = age::scrypt::Identity::new(passphrase.to_secret());
        identity.set_max_work_factor(MAX_LOG_N);
        match self.unwrap(&identity, &slot.key.age) {
            Ok(Some(key)) => Ok(key),
            Err(error) if means_wrong_key(&error) => Err(OpenError::WrongPassphrase {
                user: user.to_owned(),
            }),
            Ok(None) | Err(_) => Err(damaged()),
        }
    }

    pub fn unlock_with_recovery(
        &self,
        path: &Path,
        recovery: &RecoveryKey,
    ) -> Result<DataKey, OpenError> {
        let damaged = || OpenError::Damaged {
            path: path.to_path_buf(),
            damage: Damage::RecoverySlot,
        };
        if self.recovery.check != slot_check(&self.store, "", &self.recovery.age) {
            return Err(damaged());
        }
        let identity = recovery
            .identity()
            .map_err(|_| OpenError::WrongRecoveryKey)?;
        match self.unwrap(&identity, &self.recovery.age) {
            Ok(Some(key)) => Ok(key),
            Err(error) if means_wrong_key(&error) => Err(OpenError::WrongRecoveryKey),
            Ok(None) | Err(_) => Err(damaged()),
        }
    }

    /// The key in an age file, or nothing when what was in it is not this store's key.
    fn unwrap(
        &self,
        identity: &impl age::Identity,
        text: &str,
    ) -> Result<Option<DataKey>, DecryptError> {
        let bytes = Zeroizing::new(age::decrypt(identity, text.as_bytes())?);
        let Ok(bytes) = <&[u8; 32]>::try_from(bytes.as_slice()) else {
            return Ok(None);
        };
        let key = DataKey::from_bytes(bytes);
        Ok(self.fits(&key).then_some(key))
    }
}

/// A look, and a forger's hand, into the age file of a slot.
#[cfg(test)]
impl Slots {
    fn age_of(&self, user: &str) -> Vec<u8> {
        let slot = self.people.iter().find(|slot| slot.name == user).unwrap();
        let mut reader = age::armor::ArmoredReader::new(slot.key.age.as_bytes());
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut reader, &mut bytes).unwrap();
        bytes
    }

    /// The log2 of the rounds that a slot names.
    pub fn log_n_of(&self, user: &str) -> u32 {
        let bytes = self.age_of(user);
        let line = bytes.split(|byte| *byte == b'\n').nth(1).unwrap();
        let line = String::from_utf8(line.to_vec()).unwrap();
        line.rsplit(' ').next().unwrap().parse().unwrap()
    }

    /// Makes the slot of `user` name 2^30 rounds, with a check that fits.
    pub fn forge_dear_slot(&mut self, user: &str) {
        let bytes = self.age_of(user);
        let mut lines: Vec<Vec<u8>> = bytes
            .split(|byte| *byte == b'\n')
            .map(<[u8]>::to_vec)
            .collect();
        assert_eq!(lines[1].pop(), Some(b'4'));
        lines[1].extend_from_slice(b"30");
        let mut age = Vec::new();
        let mut writer =
            age::armor::ArmoredWriter::wrap_output(&mut age, age::armor::Format::AsciiArmor)
                .unwrap();
        std::io::Write::write_all(&mut writer, &lines.join(&b'\n')).unwrap();
        writer.finish().unwrap();
        let age = String::from_utf8(age).unwrap();
        let check = slot_check(&self.store, user, &age);
        let slot = self.people.iter_mut().find(|slot| slot.name == user);
        slot.unwrap().key = Wrapped { check, age };
    }
}

fn wrap_for_recovery(
    store: &str,
    key: &DataKey,
    recovery: &RecoveryKey,
) -> Result<Wrapped, OpenError> {
    let identity = recovery
        .identity()
        .map_err(|_| OpenError::WrongRecoveryKey)?;
    let age = age::encrypt_and_armor(&identity.to_public(), key.expose()).map_err(encrypt_error)?;
    Ok(Wrapped {
        check: slot_check(store, "", &age),
        age,
    })
}

/// Wrapping happens in memory, so that only the source of randomness can fail.
fn encrypt_error(_: age::EncryptError) -> OpenError {
    OpenError::NoRandomness
}

/// After the slot's own check has passed, these can only mean that the key was another.
fn means_wrong_key(error: &DecryptError) -> bool {
    matches!(
        error,
        DecryptError::DecryptionFailed
            | DecryptError::KeyDecryptionFailed
            | DecryptError::NoMatchingKeys
    )
}

fn slot_check(store: &str, user: &str, age: &str) -> String {
    checksum("diogel slot 1", &[store, user, age].map(str::as_bytes))
}

fn key_check(store: &str, key: &DataKey) -> String {
    checksum("diogel key 1", &[store.as_bytes(), key.expose()])
}

/// SHA-256 over the parts, each with its length before it, in hexadecimal.
fn checksum(label: &str, parts: &[&[u8]]) -> String {
    let mut hash = Sha256::new();
    hash.update(label.as_bytes());
    for part in parts {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    crate::store::hex::encode(&hash.finalize())
}

fn unreadable(path: &Path, why: &str) -> OpenError {
    OpenError::Damaged {
        path: path.to_path_buf(),
        damage: Damage::SlotsUnreadable(why.to_owned()),
    }
}
