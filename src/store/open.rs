//! Opening a store: finding what is wrong before touching anything, the settings every
//! connection has, and the [`Store`] that the rest of the program holds.
//!
//! Who may open is decided in [`super::vault`]. Nothing here deletes or recreates a store.

mod backup;
mod batch;
mod file_system;
mod integrity;
mod making;
#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, TransactionBehavior};
use zeroize::Zeroizing;

pub use self::backup::{BackupDone, BackupProgress};
pub(super) use self::file_system::refuse_network_file_system;
pub use self::integrity::{Integrity, Thoroughness};
pub use self::making::place_to_make;

use self::batch::Batch;
use super::error::{OpenError, StoreError};
use super::hex;
use super::migrations::{self, MigrationError};
use super::vault::files::StoreFiles;
use super::vault::slots::Slots;
use super::vault::{DataKey, PassphraseCost};

/// How long a change waits for another session's change to be finished.
const BUSY_WAIT: Duration = Duration::from_secs(5);

/// How many prepared statements a connection keeps.
const STATEMENTS_KEPT: usize = 128;

/// An open, unlocked store. One connection; its owner is one thread.
pub struct Store {
    connection: Connection,
    path: PathBuf,
    fictional: bool,
    /// Whether many changes are being kept as one: see [`Self::as_one_change`].
    batch: Batch,
    is_hurried: bool,
    /// Kept because backups and new slots need it; the cipher holds the same bytes meanwhile.
    key: DataKey,
}

impl Store {
    /// Opens the store at `path` and brings it up to date.
    ///
    /// # Errors
    /// Each kind of [`OpenError`] is a different thing to do for the person. The files stay as
    /// they are in every case.
    pub fn open(path: &Path, key: &DataKey) -> Result<Self, OpenError> {
        Self::open_waiting(path, key, BUSY_WAIT)
    }

    fn open_waiting(path: &Path, key: &DataKey, wait: Duration) -> Result<Self, OpenError> {
        let files = StoreFiles::find(path)?;
        refuse_network_file_system(files.folder())?;
        files.must_be_writable()?;
        let path = files.database.clone();
        let mut connection =
            connect(&path, key, wait).map_err(|error| why_not_opened(&files, key, error))?;
        // Before anything could be written: an old program leaves a newer store alone.
        let found =
            migrations::version(&connection).map_err(|error| why_not_opened(&files, key, error))?;
        if found > migrations::latest() {
            return Err(newer(&path, found, migrations::latest()));
        }
        settle(&connection).map_err(|error| why_not_opened(&files, key, error))?;
        migrate(&mut connection, &files, key)?;
        let fictional =
            is_fictional(&connection).map_err(|error| why_not_opened(&files, key, error))?;
        if !fictional {
            // Wipes what the database frees. It makes a write four times dearer, which a person
            // does not feel and the making of a million fictional cases does.
            connection
                .execute_batch("PRAGMA cipher_memory_security = ON")
                .map_err(OpenError::Sqlite)?;
        }
        Ok(Self {
            connection,
            path,
            fictional,
            batch: Batch::None,
            is_hurried: false,
            key: DataKey::from_bytes(key.expose()),
        })
    }

    /// The connection, for the plain functions of this room. Changes go through
    /// [`Self::with_transaction`].
    pub fn connection(&self) -> &Connection {
        &self.connection
    }

    /// Where the store is, links followed.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The name of this store for ever, a UUID: copies of it bear the same.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn id(&self) -> Result<String, StoreError> {
        Ok(self
            .connection
            .query_row("SELECT value FROM meta WHERE key = 'store'", [], |row| {
                row.get(0)
            })?)
    }

    /// Whether it was made for fictional cases, with cheap passphrases.
    pub fn is_fictional(&self) -> bool {
        self.fictional
    }

    /// The key of this open store, for giving people slots and for the kernel's keyring.
    pub fn key(&self) -> &DataKey {
        &self.key
    }

    /// Runs `change` with the right to write, taken at once so that no other session's change
    /// comes between reading and writing. All of it is kept when `change` returns `Ok`, and
    /// nothing when it returns an error or panics.
    ///
    /// # Errors
    /// Those of `change`; [`StoreError::Busy`] when others write for more than five seconds;
    /// [`StoreError::FullDisk`] and the like when it could not be kept.
    pub fn with_transaction<T, E: From<StoreError>>(
        &mut self,
        change: impl FnOnce(&Connection) -> Result<T, E>,
    ) -> Result<T, E> {
        match self.batch {
            Batch::None => {}
            Batch::Careful => {
                // A change that fails leaves nothing of itself in the batch.
                let point = self.connection.savepoint().map_err(StoreError::from)?;
                let answer = change(&point)?;
                point.commit().map_err(StoreError::from)?;
                return Ok(answer);
            }
            Batch::Hurried | Batch::Spoilt => {
                let answer = change(&self.connection);
                if answer.is_err() {
                    self.batch = Batch::Spoilt;
                }
                return answer;
            }
        }
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(StoreError::from)?;
        let answer = change(&transaction)?;
        transaction.commit().map_err(StoreError::from)?;
        Ok(answer)
    }
}

/// Makes an encrypted file with all its tables in the empty file at `path`.
pub(super) fn make_database(
    path: &Path,
    key: &DataKey,
    store: &str,
    cost: PassphraseCost,
) -> Result<(), OpenError> {
    let make = || -> rusqlite::Result<Result<(), MigrationError>> {
        let mut connection = connect(path, key, BUSY_WAIT)?;
        connection.execute_batch("PRAGMA journal_mode = WAL")?;
        settle(&connection)?;
        if let Err(error) = migrations::migrate(&mut connection) {
            return Ok(Err(error));
        }
        let passphrases = match cost {
            PassphraseCost::Real => "real",
            PassphraseCost::Cheap => "cheap",
        };
        connection.execute(
            "INSERT INTO meta (key, value) VALUES ('store', ?1), ('passphrases', ?2)",
            [store, passphrases],
        )?;
        // Into the one file, which is about to get its real name.
        connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)")?;
        connection.close().map_err(|(_, error)| error)?;
        Ok(Ok(()))
    };
    make()
        .map_err(|error| OpenError::from_sqlite(path, error))?
        .map_err(|error| migration_error(path, error))
}

/// One connection is keyed at a time: the cipher's own set-up has been seen to refuse a key ("PRAGMA
/// key requires a key") where several threads of a process opened stores at the same moment.
static KEYING: Mutex<()> = Mutex::new(());

/// A connection with its key, and nothing read yet.
fn connect(path: &Path, key: &DataKey, wait: Duration) -> rusqlite::Result<Connection> {
    let _alone = KEYING.lock().unwrap_or_else(PoisonError::into_inner);
    let connection = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    connection.busy_timeout(wait)?;
    // The cipher would write its complaints to standard error, across the screen.
    connection.execute_batch("PRAGMA cipher_log_level = NONE")?;
    // A raw key: the passphrase has been stretched in its slot, and is not stretched here again.
    let digits = Zeroizing::new(hex::encode(key.expose()));
    let pragma = Zeroizing::new(format!("PRAGMA key = \"x'{}'\"", digits.as_str()));
    connection.execute_batch(&pragma)?;
    Ok(connection)
}

/// The settings of every connection.
pub(super) fn settle(connection: &Connection) -> rusqlite::Result<()> {
    // Off: views and triggers of a tampered file must not reach for functions; the schema and
    // the audit must not be writable by the back door; a mistyped column is not a text.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    // Else a kept statement is planned anew whenever other values are bound to it: a third of the
    // work of a small query. Which index serves it is not to hang on a value.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.execute_batch(
        "PRAGMA foreign_keys = ON;
         PRAGMA synchronous = FULL;
         PRAGMA temp_store = MEMORY;
         PRAGMA mmap_size = 0;
         PRAGMA cache_size = -3072;
         PRAGMA cell_size_check = ON;
         PRAGMA journal_size_limit = 67108864;",
    )?;
    let mode: String = connection.query_row("PRAGMA journal_mode", [], |row| row.get(0))?;
    if mode != "wal" {
        connection.execute_batch("PRAGMA journal_mode = WAL")?;
    }
    connection.set_prepared_statement_cache_capacity(STATEMENTS_KEPT);
    Ok(())
}

/// Cheap passphrases are for fictional cases only; the store itself remembers, for the slots
/// beside it are not encrypted and could be edited.
fn is_fictional(connection: &Connection) -> rusqlite::Result<bool> {
    connection.query_row(
        "SELECT EXISTS (SELECT 1 FROM meta WHERE key = 'passphrases' AND value = 'cheap')",
        [],
        |row| row.get(0),
    )
}

fn migrate(
    connection: &mut Connection,
    files: &StoreFiles,
    key: &DataKey,
) -> Result<(), OpenError> {
    migrations::migrate(connection).map_err(|error| match error {
        MigrationError::Unreadable(source) => why_not_opened(files, key, source),
        other => migration_error(&files.database, other),
    })
}

fn migration_error(path: &Path, error: MigrationError) -> OpenError {
    match error {
        MigrationError::Newer { found, known } => newer(path, found, known),
        MigrationError::Failed { number, source } => match OpenError::from_sqlite(path, source) {
            OpenError::Sqlite(source) => OpenError::Migration { number, source },
            sorted => sorted,
        },
        MigrationError::Unreadable(source) => OpenError::from_sqlite(path, source),
    }
}

fn newer(path: &Path, found: u32, known: u32) -> OpenError {
    OpenError::Newer {
        path: path.to_path_buf(),
        found,
        known,
    }
}

/// The cipher says "not a database" for a wrong key and for damage alike: the slots' check of
/// the key tells which.
fn why_not_opened(files: &StoreFiles, key: &DataKey, error: rusqlite::Error) -> OpenError {
    let path = &files.database;
    match OpenError::from_sqlite(path, error) {
        OpenError::Damaged { path, damage } => match Slots::read(&files.keys) {
            Ok(slots) if !slots.fits(key) => OpenError::WrongKey { path },
            _ => OpenError::Damaged { path, damage },
        },
        other => other,
    }
}
