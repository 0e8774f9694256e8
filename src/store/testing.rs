//! Stores for tests, with cheap passphrases. Not for the program: nothing real may be kept in
//! what is made here.

use std::error::Error;
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use super::migrations::{MigrationError, migrate};
use super::open::settle;
use super::vault::{self, DataKey, Passphrase, PassphraseCost};
use super::{OpenError, Store};

/// The passphrase of every person in a store made here.
pub const PASSPHRASE: &str = "demo";

/// A new store of cheap passphrases in `folder`, with a slot for `duty`, opened.
///
/// # Errors
/// As for [`vault::create`] and [`Store::open`].
pub fn store_in(folder: &Path) -> Result<(PathBuf, DataKey, Store), Box<dyn Error>> {
    let path = folder.join("test.diogel");
    let passphrase = Passphrase::new(PASSPHRASE.to_owned());
    let (key, _) = vault::create(&path, "duty", &passphrase, PassphraseCost::Cheap)?;
    let store = Store::open(&path, &key)?;
    Ok((path, key, store))
}

/// All tables in memory, with the settings of a store but without cipher and file, for tests of plain functions over a connection.
///
/// # Errors
/// When a migration fails.
pub fn connection_in_memory() -> Result<Connection, OpenError> {
    let mut connection = Connection::open_in_memory().map_err(OpenError::Sqlite)?;
    settle(&connection).map_err(OpenError::Sqlite)?;
    migrate(&mut connection).map_err(|error| match error {
        MigrationError::Failed { number, source } => OpenError::Migration { number, source },
        MigrationError::Unreadable(source) => OpenError::Sqlite(source),
        MigrationError::Newer { found, known } => OpenError::Newer {
            path: PathBuf::new(),
            found,
            known,
        },
    })?;
    Ok(connection)
}
