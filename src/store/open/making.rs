//! Making a whole store under another name first, so that what was interrupted never stands
//! where a store is looked for.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use super::{Store, refuse_network_file_system};
use crate::store::error::OpenError;
use crate::store::vault::DataKey;
use crate::store::vault::files::{FolderLock, StoreFiles, publish, with_suffix};

/// What stands between a store's path and the name it has while it is made.
const MAKING: &str = ".being-made";

/// Where a store for `path` is made, with nothing there: what an interrupted making left under
/// this name, which has never been a store's, is cleared away.
///
/// # Errors
/// A store that is at `path` already, whole or half; a folder that cannot be written.
pub fn place_to_make(path: &Path) -> Result<PathBuf, OpenError> {
    let files = StoreFiles::at(path);
    refuse_network_file_system(files.folder())?;
    files.must_be_free()?;
    let making = with_suffix(&files.database, MAKING);
    for suffix in ["", "-wal", "-shm", ".keys"] {
        let left = with_suffix(&making, suffix);
        if left.exists() {
            fs::remove_file(&left).map_err(|error| OpenError::from_io(&left, error))?;
        }
    }
    Ok(making)
}

impl Store {
    /// Gives a store that was made at [`place_to_make`] its real name, and opens it there.
    ///
    /// # Errors
    /// When it cannot be written, or something has come to be at `path` meanwhile.
    pub fn put_in_place(self, path: &Path) -> Result<Self, OpenError> {
        let (made, to) = (StoreFiles::at(&self.path), StoreFiles::at(path));
        let key = DataKey::from_bytes(self.key.expose());
        self.connection
            .execute_batch("PRAGMA wal_checkpoint(TRUNCATE)")
            .map_err(|error| OpenError::from_sqlite(&made.database, error))?;
        self.connection
            .close()
            .map_err(|(_, error)| OpenError::from_sqlite(&made.database, error))?;
        // It may have been written without waiting for the disk.
        File::open(&made.database)
            .and_then(|file| file.sync_all())
            .map_err(|error| OpenError::from_io(&made.database, error))?;
        let lock = FolderLock::take(&to)?;
        to.must_be_free()?;
        publish(&made.keys, &to.keys)?;
        publish(&made.database, &to.database)?;
        drop(lock);
        Self::open(path, &key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::testing::PASSPHRASE;
    use crate::store::vault::{self, Passphrase, PassphraseCost};

    fn make(path: &Path) -> Result<Store, OpenError> {
        let making = place_to_make(path)?;
        let words = Passphrase::new(PASSPHRASE.to_owned());
        let (key, _) = vault::create(&making, "duty", &words, PassphraseCost::Cheap).unwrap();
        Store::open(&making, &key)
    }

    #[test]
    fn store_made_aside_is_opened_in_its_place() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("demo.db");
        let store = make(&path).unwrap().put_in_place(&path).unwrap();
        assert_eq!(store.path(), StoreFiles::at(&path).database);
        let words = Passphrase::new(PASSPHRASE.to_owned());
        vault::unlock(&path, "duty", &words).unwrap();
        let left: Vec<_> = fs::read_dir(folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter(|name| name.contains(MAKING))
            .collect();
        assert!(left.is_empty(), "{left:?}");
    }

    #[test]
    fn store_whose_making_was_interrupted_is_made_anew_and_a_whole_one_is_left() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("demo.db");
        drop(make(&path).unwrap());
        let store = make(&path).unwrap().put_in_place(&path).unwrap();
        drop(store);
        let there = place_to_make(&path);
        assert!(matches!(there, Err(OpenError::AlreadyThere { .. })));
    }
}
