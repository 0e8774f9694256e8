//! The three secrets of a store as types that are hard to leak.
//!
//! None of them is `Clone`, `Debug`, `Display` or `Serialize`, on purpose: a copy is one more
//! place to wipe, and a derived `Debug` is how keys get into logs. Each is wiped when dropped.
//! What must leave does so through a method whose name says so.

use age::secrecy::{ExposeSecret, SecretString};
use thiserror::Error;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;
use zeroize::{Zeroize, Zeroizing};

use super::OpenError;

/// The fewest characters a passphrase of a real store may have.
pub const PASSPHRASE_MIN_CHARACTERS: usize = 12;

/// The fewest different characters in it, so that `aaaaaaaaaaaa` is refused.
const PASSPHRASE_MIN_DIFFERENT: usize = 5;

/// What a person types to open their slot.
pub struct Passphrase(SecretString);

/// Why a passphrase is not good enough for a real store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum WeakPassphrase {
    #[error("the passphrase has {given} characters and needs at least {needed}")]
    TooShort { given: usize, needed: usize },
    #[error("the passphrase repeats the same few characters")]
    Repetitive,
    #[error("the passphrase is built on the person's own user name")]
    UserName,
}

impl Passphrase {
    /// Takes what was typed, and wipes it. Accents are brought to one form (NFC) so that `ŵ`
    /// opens the slot from a terminal that sends it as one character or as two.
    pub fn new(typed: String) -> Self {
        let typed = Zeroizing::new(typed);
        // Sized beforehand: a growing string would leave pieces of the passphrase behind.
        let bytes = typed.nfc().map(char::len_utf8).sum();
        let mut normal = String::with_capacity(bytes);
        normal.extend(typed.nfc());
        Self(SecretString::from(normal))
    }

    /// Whether both are the same, for "type it again".
    pub fn is_same_as(&self, other: &Self) -> bool {
        self.0.expose_secret() == other.0.expose_secret()
    }

    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.0.expose_secret().is_empty()
    }

    /// Checks the passphrase of `user` for a real store. Length counts most (NCSC: three random
    /// words), so there are no rules about digits and signs.
    ///
    /// # Errors
    /// The first thing that is wrong with it.
    pub fn check_quality(&self, user: &str) -> Result<(), WeakPassphrase> {
        let text = self.0.expose_secret();
        let given = text.graphemes(true).count();
        if given < PASSPHRASE_MIN_CHARACTERS {
            return Err(WeakPassphrase::TooShort {
                given,
                needed: PASSPHRASE_MIN_CHARACTERS,
            });
        }
        let mut different: Vec<char> = text.chars().collect();
        different.sort_unstable();
        different.dedup();
        let few = different.len() < PASSPHRASE_MIN_DIFFERENT;
        different.zeroize();
        if few {
            return Err(WeakPassphrase::Repetitive);
        }
        let name = user.to_lowercase();
        let lower = Zeroizing::new(text.to_lowercase());
        if name.is_empty() {
            return Ok(());
        }
        let without_name = Zeroizing::new(lower.replace(&name, ""));
        if without_name.graphemes(true).count() < 6 {
            return Err(WeakPassphrase::UserName);
        }
        Ok(())
    }

    pub(super) fn to_secret(&self) -> SecretString {
        self.0.clone()
    }
}

/// The 32 random bytes that encrypt the whole store. Boxed, so that moving it about does not
/// leave copies on the stack.
pub struct DataKey(Box<Zeroizing<[u8; 32]>>);

impl DataKey {
    /// A new key from the operating system's source of randomness.
    ///
    /// # Errors
    /// [`OpenError::NoRandomness`] when the system cannot give any; then nothing may be made.
    pub(super) fn random() -> Result<Self, OpenError> {
        let mut key = Self(Box::new(Zeroizing::new([0; 32])));
        getrandom::fill(key.0.as_mut_slice()).map_err(|_| OpenError::NoRandomness)?;
        Ok(key)
    }

    /// A key that was kept elsewhere, such as in the kernel's keyring.
    pub fn from_bytes(bytes: &[u8; 32]) -> Self {
        Self(Box::new(Zeroizing::new(*bytes)))
    }

    /// The bytes themselves, for the cipher and for the kernel's keyring only.
    pub fn expose(&self) -> &[u8; 32] {
        &self.0
    }
}

/// The key on paper: opens the store when a passphrase is forgotten or a person has left.
/// It is an `age` identity, so that `age` itself can open the slot should Diogel be gone.
pub struct RecoveryKey(SecretString);

/// The text is not a recovery key, or has a typing mistake in it (the key carries a checksum).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("that is not a recovery key, or it has a typing mistake in it")]
pub struct NotARecoveryKey;

impl RecoveryKey {
    pub(super) fn generate() -> Self {
        Self(age::x25519::Identity::generate().to_string())
    }

    /// Reads a key as typed from paper: spaces, line ends and lower case do not matter.
    ///
    /// # Errors
    /// [`NotARecoveryKey`] when it is something else or has a typing mistake.
    pub fn parse(typed: &str) -> Result<Self, NotARecoveryKey> {
        let mut text = String::with_capacity(typed.len() * 2);
        text.extend(
            typed
                .chars()
                .filter(|c| !c.is_whitespace())
                .flat_map(char::to_uppercase),
        );
        let key = Self(SecretString::from(text));
        key.identity().map(|_| key)
    }

    /// The key as it is shown once, to be printed and put into a safe.
    pub fn expose_for_printing(&self) -> &str {
        self.0.expose_secret()
    }

    pub(super) fn identity(&self) -> Result<age::x25519::Identity, NotARecoveryKey> {
        self.0.expose_secret().parse().map_err(|_| NotARecoveryKey)
    }
}
