//! An unlocked store for one command: who came in, and the desk they work at.

use chrono::{DateTime, Utc};

use super::{CliError, Context, passphrase};
use crate::casework::{Desk, accounts};
use crate::domain::roles::Actor;
use crate::domain::rules::Rules;
use crate::store::{Store, vault};

/// A store that somebody has unlocked, for as long as the command runs.
pub struct Session {
    store: Store,
    actor: Actor,
    now: DateTime<Utc>,
    rules: Rules,
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
        let rules = Rules::embedded().map_err(|error| CliError::failed(error.to_string()))?;
        let passphrase = passphrase::ask(self, &user)?;
        let key = vault::unlock(&path, &user, &passphrase)?;
        let mut store = Store::open(&path, &key)?;
        let now = Utc::now();
        let actor = accounts::come_in(&mut store, now, &user)?;
        Ok(Session {
            store,
            actor,
            now,
            rules,
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
            _ => Err(CliError::usage("Several people work in this store.")
                .to_do("Say who you are with --user NAME.")),
        }
    }
}
