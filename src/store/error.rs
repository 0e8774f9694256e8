//! What can go wrong between a person and the store, each kind apart from the others.
//!
//! [`OpenError`]: a store cannot be found, unlocked or opened. [`StoreError`]: an open store
//! refused or failed. The kind decides the exit code (a contract: DESIGN.md, section 5). The
//! sentences here are for logs and developers' eyes; people read those of `words`, found by
//! [`OpenError::words_key`] and [`StoreError::words_key`].

use std::io;
use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;
use thiserror::Error;

/// What is wrong with the files of a store that cannot be trusted as they are.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Damage {
    #[error("it is not a Diogel store")]
    NotAStore,
    #[error("its key slots (the file ending in .keys) are not beside it")]
    SlotsMissing,
    #[error("its key slots cannot be read: {0}")]
    SlotsUnreadable(String),
    #[error("the key slot of {0} is damaged")]
    Slot(String),
    #[error("the slot for the recovery key is damaged")]
    RecoverySlot,
    #[error("its contents do not pass their check")]
    Pages,
}

/// Which part of a store is there when the other is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Half {
    /// The key slots were written, the encrypted file was not, or has been moved away.
    SlotsOnly,
    /// The encrypted file is there but empty.
    EmptyFile,
}

/// Why a store could not be found, unlocked or opened. In every one of these cases the files
/// are left exactly as they were.
#[derive(Debug, Error)]
pub enum OpenError {
    #[error("there is no store at {}", .path.display())]
    NoStore { path: PathBuf },
    #[error("the store at {} was never finished", .path.display())]
    HalfMade { path: PathBuf, half: Half },
    #[error("there is already a store at {}", .path.display())]
    AlreadyThere { path: PathBuf },
    #[error("the store at {} is locked by another program", .path.display())]
    Locked { path: PathBuf },
    #[error("that is not the passphrase of {user}")]
    WrongPassphrase { user: String },
    #[error("{user} has no key slot in this store")]
    NoSlot { user: String },
    #[error("that is not the recovery key of this store")]
    WrongRecoveryKey,
    #[error("that key belongs to another store than {}", .path.display())]
    WrongKey { path: PathBuf },
    #[error("the store at {} is damaged or has been tampered with: {damage}", .path.display())]
    Damaged { path: PathBuf, damage: Damage },
    #[error("the store at {} was made by a newer Diogel (its format is {found}, this program knows up to {known})", .path.display())]
    Newer {
        path: PathBuf,
        found: u32,
        known: u32,
    },
    #[error("{} cannot be written to", .path.display())]
    ReadOnly { path: PathBuf },
    /// The file belongs to another user of the machine.
    #[error("{} may not be read by this user of the machine", .path.display())]
    NotReadable { path: PathBuf },
    #[error("{} is on a network file system ({kind}); a store must be on a disk of the machine itself", .path.display())]
    NetworkFileSystem { path: PathBuf, kind: &'static str },
    #[error("the disk is full; nothing was changed at {}", .path.display())]
    FullDisk { path: PathBuf },
    #[error("bringing the store up to date failed at step {number} and was undone: {source}")]
    Migration {
        number: u32,
        #[source]
        source: rusqlite::Error,
    },
    #[error("{}: {source}", .path.display())]
    Io {
        path: PathBuf,
        #[source]
        source: io::Error,
    },
    #[error("the store could not be opened: {0}")]
    Sqlite(#[source] rusqlite::Error),
    #[error("the system's source of random numbers failed")]
    NoRandomness,
}

impl OpenError {
    /// The exit code of the command line (contract).
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::NoStore { .. } => 10,
            Self::Locked { .. } => 11,
            Self::WrongPassphrase { .. }
            | Self::NoSlot { .. }
            | Self::WrongRecoveryKey
            | Self::WrongKey { .. } => 12,
            Self::Damaged { .. } | Self::HalfMade { .. } => 13,
            _ => 1,
        }
    }

    /// The part of a `words` key that names this kind of error.
    pub fn words_key(&self) -> &'static str {
        match self {
            Self::NoStore { .. } => "no-store",
            Self::HalfMade { .. } => "half-made",
            Self::AlreadyThere { .. } => "already-there",
            Self::Locked { .. } => "locked",
            Self::WrongPassphrase { .. } => "wrong-passphrase",
            Self::NoSlot { .. } => "no-slot",
            Self::WrongRecoveryKey => "wrong-recovery-key",
            Self::WrongKey { .. } => "wrong-key",
            Self::Damaged { .. } => "damaged",
            Self::Newer { .. } => "newer",
            Self::ReadOnly { .. } => "read-only",
            Self::NotReadable { .. } => "not-readable",
            Self::NetworkFileSystem { .. } => "network-file-system",
            Self::FullDisk { .. } => "full-disk",
            Self::Migration { .. } => "migration",
            Self::Io { .. } => "io",
            Self::Sqlite(_) => "sqlite",
            Self::NoRandomness => "no-randomness",
        }
    }

    /// Sorts an error of the file system by what a person can do about it.
    pub(in crate::store) fn from_io(path: &Path, source: io::Error) -> Self {
        let path = path.to_path_buf();
        match source.kind() {
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                Self::ReadOnly { path }
            }
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::FullDisk { path },
            _ => Self::Io { path, source },
        }
    }

    /// As [`Self::from_io`], where only reading was asked for.
    pub(in crate::store) fn from_reading(path: &Path, source: io::Error) -> Self {
        match Self::from_io(path, source) {
            Self::ReadOnly { path } => Self::NotReadable { path },
            other => other,
        }
    }

    /// Sorts an error of the database while opening. A file that cannot be read as a database
    /// is called damaged here; whether the key was wrong is for the caller to find out first.
    pub(in crate::store) fn from_sqlite(path: &Path, source: rusqlite::Error) -> Self {
        let path = path.to_path_buf();
        match source.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Locked { path },
            Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => Self::Damaged {
                path,
                damage: Damage::Pages,
            },
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => Self::ReadOnly { path },
            Some(ErrorCode::DiskFull) => Self::FullDisk { path },
            _ => Self::Sqlite(source),
        }
    }
}

/// Why an open store did not do what it was asked. A failed change leaves nothing behind.
#[derive(Debug, Error)]
pub enum StoreError {
    #[error("the store is busy with another person's change")]
    Busy,
    #[error("the disk is full; the change was not saved")]
    FullDisk,
    #[error("the store cannot be written to")]
    ReadOnly,
    /// Someone else saved the row after this person had read it.
    #[error("{what} {id} was changed by someone else in the meantime")]
    Conflict { what: &'static str, id: i64 },
    /// A rule of the tables was broken. Names tables and columns, never what they hold.
    #[error("the change breaks a rule of the store: {0}")]
    Constraint(String),
    #[error("there is no such row")]
    NotFound,
    #[error("the store is damaged or has been tampered with: {0}")]
    Damaged(String),
    #[error("the disk failed: {0}")]
    Disk(String),
    /// A person stopped long work.
    #[error("stopped before it was finished")]
    Stopped,
    #[error("a file could not be written: {0}")]
    File(#[from] OpenError),
    #[error("the store answered: {0}")]
    Other(rusqlite::Error),
}

impl StoreError {
    /// The exit code of the command line (contract).
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::Busy => 11,
            Self::Conflict { .. } => 5,
            Self::NotFound => 3,
            Self::Damaged(_) => 13,
            Self::File(error) => error.exit_code(),
            _ => 1,
        }
    }

    /// The part of a `words` key that names this kind of error.
    pub fn words_key(&self) -> &'static str {
        match self {
            Self::Busy => "busy",
            Self::FullDisk => "full-disk",
            Self::ReadOnly => "read-only",
            Self::Conflict { .. } => "conflict",
            Self::Constraint(_) => "constraint",
            Self::NotFound => "not-found",
            Self::Damaged(_) => "damaged",
            Self::Disk(_) => "disk",
            Self::Stopped => "stopped",
            Self::File(error) => error.words_key(),
            Self::Other(_) => "other",
        }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        if matches!(error, rusqlite::Error::QueryReturnedNoRows) {
            return Self::NotFound;
        }
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy,
            Some(ErrorCode::DiskFull) => Self::FullDisk,
            Some(ErrorCode::ConstraintViolation) => Self::Constraint(error.to_string()),
            Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => {
                Self::Damaged(error.to_string())
            }
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => Self::ReadOnly,
            Some(ErrorCode::SystemIoFailure | ErrorCode::CannotOpen) => {
                Self::Disk(error.to_string())
            }
            _ => Self::Other(error),
        }
    }
}
