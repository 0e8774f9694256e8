//! An unlocked store for one command: who came in, and the desk they work at.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::{CliError, Context, passphrase};
use crate::casework::{Desk, accounts};
use crate::domain::roles::Actor;
use crate::domain::rules::Rules;
use crate::runtime::clock::Clock;
use crate::store::{Store, vault};
use crate::words::Key;

/// A store that somebody has unlocked, for as long as the command runs.
pub struct Session {
    store: Store,
    actor: Actor,
    now: DateTime<Utc>,
    rules: Arc<Rules>,
}

impl Session {
    pub fn desk(&mut self) -> Desk<'_> {
        Desk {
            store: &mut self.store,
            actor: &self.actor,
            now: self.now,
            rules: &self.rules,
        }
    }

    pub fn store(&self) -> &Store {
        &self.store
    }
}

impl Context {
    /// Asks for the passphrase and opens the store. Who works is the one named, else the login
    /// name where it has a slot, else the only person of the store. The files are looked at
    /// before anything is asked, so that nobody types a passphrase in vain.
    pub fn unlock(&self) -> Result<Session, CliError> {
        let path = self.store_path()?;
        let user = self.person(vault::slot_names(&path)?)?;
        let now = clock()?.now();
        let passphrase = passphrase::ask(self, &user)?;
        let key = vault::unlock(&path, &user, &passphrase)?;
        let mut store = Store::open(&path, &key)?;
        let actor = accounts::come_in(&mut store, now, &user)?;
        Ok(Session {
            store,
            actor,
            now,
            rules: Arc::clone(&self.authority.rules),
        })
    }

    fn person(&self, mut names: Vec<String>) -> Result<String, CliError> {
        if let Some(one) = &self.user {
            return Ok(one.clone());
        }
        let login = std::env::var("LOGNAME").or_else(|_| std::env::var("USER"));
        if let Ok(login) = login
            && names.contains(&login)
        {
            return Ok(login);
        }
        match (names.pop(), names.is_empty()) {
            (Some(name), true) => Ok(name),
            _ => Err(CliError::usage(self.words().say(Key::CliSeveralPeople))
                .to_do(self.words().say(Key::CliSeveralPeopleToDo))),
        }
    }
}

/// The clock of the machine, or the one that `DIOGEL_CLOCK` stops.
pub fn clock() -> Result<Clock, CliError> {
    Clock::from_environment().map_err(|fault| CliError::usage(format!("{fault}.")))
}
