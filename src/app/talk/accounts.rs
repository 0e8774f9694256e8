//! Coming in, the people of the store, and whether it is as it was written.

use crate::app::effect::Secret;
use crate::domain::meeting::MeetingId;
use crate::domain::roles::{Account, Actor, Role};

#[derive(Debug, PartialEq, Eq)]
pub enum Ask {
    /// Who can unlock the store, or that there is none. Answered by `Names` or `NoStore`.
    Names,
    /// Opens the store. Answered by `CameIn` or `CameInDuringPart2`.
    Unlock {
        user: String,
        passphrase: Secret,
        /// The meeting during whose Part 2 this screen was locked: whoever may run it and unlocks
        /// takes its chair, and nobody else opens anything here.
        part2: Option<MeetingId>,
    },
    /// Makes a store with its first person. Answered by `Founded`.
    Found {
        user: String,
        display_name: String,
        role: Role,
        passphrase: Secret,
    },
    /// The one who has just founded the store comes in. Answered by `CameIn`.
    Stay,
    /// Everybody who works here. Answered by `People`.
    People,
    /// Adds a person. Answered by `People`.
    Add {
        user: String,
        display_name: String,
        role: Role,
        passphrase: Secret,
    },
    /// Ends a person's work here. Answered by `People`.
    Disable { user: String },
    /// Gives the person at the desk a new passphrase. Answered by `PassphraseChanged`.
    ChangePassphrase { passphrase: Secret },
    /// Checks the store and its audit. Answered by `Verified`.
    Verify,
}

#[derive(Debug, PartialEq, Eq)]
pub enum Answer {
    Names {
        names: Vec<String>,
        /// The cases are made up, and everybody's passphrase is known.
        is_fictional: bool,
    },
    NoStore {
        /// Where one would be made, as people read it.
        path: String,
    },
    CameIn(Actor),
    /// They came in while Part 2 of this meeting goes on, with them in the chair: the family may
    /// be before the screen.
    CameInDuringPart2(Actor, MeetingId),
    Founded {
        /// Shown once, to be written down.
        recovery_key: Secret,
    },
    People(Vec<Account>),
    PassphraseChanged,
    Verified(Verified),
}

/// What a check of the store found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    pub is_sound: bool,
    /// The end of the audit chain as it is printed, to be written down outside the store.
    pub head: Option<String>,
}
