//! Where the two files of a store lie, and how the key slots are written so that a crash at any
//! moment leaves the old slots or the new ones, whole.
//!
//! Nothing here knows what is in a file.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::time::Duration;

use rustix::fs::{Access, FlockOperation, RenameFlags};

use super::{Damage, Half, OpenError};

/// How often, and how long apart, another program's change of the slots is waited for.
const LOCK_TRIES: u32 = 100;
const LOCK_PAUSE: Duration = Duration::from_millis(50);

/// The files of one store, the links of its path followed.
pub(in crate::store) struct StoreFiles {
    pub database: PathBuf,
    pub keys: PathBuf,
}

impl StoreFiles {
    /// The files that belong to `path`, whether they exist or not.
    pub fn at(path: &Path) -> Self {
        let database = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
        let keys = with_suffix(&database, ".keys");
        Self { database, keys }
    }

    /// The files of a store that is there.
    pub fn find(path: &Path) -> Result<Self, OpenError> {
        let files = Self::at(path);
        let database = existing(&files.database)?;
        let keys = existing(&files.keys)?;
        let path = files.database.clone();
        let damaged = |damage| OpenError::Damaged {
            path: path.clone(),
            damage,
        };
        match (database, keys) {
            (None, None) => Err(OpenError::NoStore { path }),
            (None, Some(_)) => Err(OpenError::HalfMade {
                path,
                half: Half::SlotsOnly,
            }),
            (Some(found), _) if !found.is_file() => Err(damaged(Damage::NotAStore)),
            (Some(found), Some(_)) if found.len() == 0 => Err(OpenError::HalfMade {
                path,
                half: Half::EmptyFile,
            }),
            (Some(_), None) => Err(damaged(Damage::SlotsMissing)),
            (Some(_), Some(_)) => Ok(files),
        }
    }

    /// Refuses a place where something is already, whole or half.
    pub fn must_be_free(&self) -> Result<(), OpenError> {
        let path = self.database.clone();
        // A link that leads nowhere is something too: a name is not given over it.
        if fs::symlink_metadata(&path).is_ok_and(|found| found.is_symlink()) {
            return Err(OpenError::AlreadyThere { path });
        }
        match (existing(&self.database)?, existing(&self.keys)?) {
            (None, None) => Ok(()),
            (None, Some(_)) => Err(OpenError::HalfMade {
                path,
                half: Half::SlotsOnly,
            }),
            (Some(_), _) => Err(OpenError::AlreadyThere { path }),
        }
    }

    /// The folder both files lie in.
    pub fn folder(&self) -> &Path {
        match self.database.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        }
    }

    /// Refuses a store whose file or folder this person cannot write: WAL needs both.
    pub fn must_be_writable(&self) -> Result<(), OpenError> {
        for path in [self.folder(), &self.database] {
            rustix::fs::access(path, Access::WRITE_OK)
                .map_err(|error| OpenError::from_io(path, error.into()))?;
        }
        Ok(())
    }
}

/// `path` with `suffix` behind its last character, whatever its own ending.
pub(in crate::store) fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = OsString::from(path.as_os_str());
    name.push(suffix);
    PathBuf::from(name)
}

fn existing(path: &Path) -> Result<Option<fs::Metadata>, OpenError> {
    match fs::metadata(path) {
        Ok(found) => Ok(Some(found)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(OpenError::from_reading(path, error)),
    }
}

/// Held while the slots are changed, so that two administrators at once do not lose a slot: the
/// folder itself is locked, which leaves no lock file behind. Given back when dropped.
pub(in crate::store) struct FolderLock {
    _folder: File,
}

impl FolderLock {
    pub fn take(files: &StoreFiles) -> Result<Self, OpenError> {
        let folder = File::open(files.folder())
            .map_err(|error| OpenError::from_io(files.folder(), error))?;
        for _ in 0..LOCK_TRIES {
            match rustix::fs::flock(&folder, FlockOperation::NonBlockingLockExclusive) {
                Ok(()) => return Ok(Self { _folder: folder }),
                Err(rustix::io::Errno::WOULDBLOCK) => std::thread::sleep(LOCK_PAUSE),
                Err(error) => return Err(OpenError::from_io(files.folder(), error.into())),
            }
        }
        Err(OpenError::Locked {
            path: files.database.clone(),
        })
    }
}

/// Makes an empty file that only its owner may read. What was at `path` is emptied: call this
/// for temporary names only.
pub(in crate::store) fn make_private(path: &Path) -> Result<File, OpenError> {
    OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(path)
        .map_err(|error| OpenError::from_io(path, error))
}

/// Writes a whole file: beside it first, to the disk, then over the old one in one step. Keeps
/// the permissions an administrator gave the old file, less those of strangers.
pub(in crate::store) fn replace_private(path: &Path, bytes: &[u8]) -> Result<(), OpenError> {
    let beside = with_suffix(path, ".new");
    let old = existing(path)?;
    let write = || -> io::Result<()> {
        let mut file = OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(true)
            .mode(0o600)
            .open(&beside)?;
        let mode = old.map_or(0o600, |found| found.mode() & 0o660);
        file.set_permissions(fs::Permissions::from_mode(mode))?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&beside, path)?;
        sync_folder_of(path)
    };
    write().map_err(|error| OpenError::from_io(path, error))
}

/// Gives a finished file its real name, never over another file.
pub(in crate::store) fn publish(from: &Path, to: &Path) -> Result<(), OpenError> {
    use rustix::io::Errno;
    let here = rustix::fs::CWD;
    match rustix::fs::renameat_with(here, from, here, to, RenameFlags::NOREPLACE) {
        Ok(()) => {}
        Err(Errno::EXIST) => {
            return Err(OpenError::AlreadyThere {
                path: to.to_path_buf(),
            });
        }
        // Some file systems cannot promise it; the folder's lock is held, so looking will do.
        Err(Errno::INVAL | Errno::NOSYS) if !to.exists() => {
            fs::rename(from, to).map_err(|error| OpenError::from_io(to, error))?;
        }
        Err(error) => return Err(OpenError::from_io(to, error.into())),
    }
    sync_folder_of(to).map_err(|error| OpenError::from_io(to, error))
}

fn sync_folder_of(path: &Path) -> io::Result<()> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    File::open(folder)?.sync_all()
}
