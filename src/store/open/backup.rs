//! A copy of a store while people work in it: the encrypted file as it was at one moment, and
//! its key slots. The copy is a store like any other; bringing one back is opening it.

#[cfg(test)]
mod tests;

use std::fs::{self, File};
use std::ops::ControlFlow;
use std::path::Path;

use rusqlite::backup::{Backup, StepResult};

use super::{BUSY_WAIT, Store, connect, refuse_network_file_system};
use crate::store::audit::{self, Head};
use crate::store::error::{OpenError, StoreError};
use crate::store::vault::files::{
    FolderLock, StoreFiles, make_private, publish, replace_private, with_suffix,
};

/// Pages copied between two words about progress: about 4 MiB.
const PAGES_A_STEP: i32 = 1024;

/// How far a backup is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BackupProgress {
    pub pages_done: u64,
    pub pages: u64,
}

/// A finished backup.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BackupDone {
    pub pages: u64,
    /// The head of the audit chain in the copy: to be written down outside, for `verify`.
    pub head: Head,
}

impl Store {
    /// Copies the store to `dest`, where nothing may be yet, with its key slots. `progress` is
    /// told after every few megabytes and may stop it; nothing is then left at `dest`.
    ///
    /// # Errors
    /// [`StoreError::Stopped`]; [`StoreError::File`] when `dest` is taken or cannot be written.
    pub fn backup(
        &self,
        dest: &Path,
        mut progress: impl FnMut(BackupProgress) -> ControlFlow<()>,
    ) -> Result<BackupDone, StoreError> {
        let source = StoreFiles::at(self.path());
        let files = StoreFiles::at(dest);
        refuse_network_file_system(files.folder())?;
        let _lock = FolderLock::take(&files)?;
        files.must_be_free()?;
        let making = with_suffix(&files.database, ".making");
        drop(make_private(&making)?);
        let copied = self.copy_pages(&making, &mut progress);
        let done = match copied {
            Ok(done) => done,
            Err(error) => {
                // Only the unfinished copy, which has never had the name of a store.
                let _ = fs::remove_file(&making);
                return Err(error);
            }
        };
        let sync = File::open(&making).and_then(|file| file.sync_all());
        sync.map_err(|error| OpenError::from_io(&making, error))?;
        let slots =
            fs::read(&source.keys).map_err(|error| OpenError::from_io(&source.keys, error))?;
        replace_private(&files.keys, &slots)?;
        publish(&making, &files.database)?;
        Ok(done)
    }

    fn copy_pages(
        &self,
        making: &Path,
        progress: &mut impl FnMut(BackupProgress) -> ControlFlow<()>,
    ) -> Result<BackupDone, StoreError> {
        // One moment for all steps: without it every change made meanwhile would begin the copy
        // anew, and on a busy day it would never end.
        let snapshot = self.connection().unchecked_transaction()?;
        let head = audit::head(&snapshot)?;
        let mut copy = connect(making, self.key(), BUSY_WAIT)?;
        let pages = {
            let backup = Backup::new(&snapshot, &mut copy)?;
            loop {
                let step = backup.step(PAGES_A_STEP)?;
                let now = backup.progress();
                let pages = u64::try_from(now.pagecount).unwrap_or(0);
                let left = u64::try_from(now.remaining).unwrap_or(0);
                if step == StepResult::Done {
                    break pages;
                }
                if matches!(step, StepResult::Busy | StepResult::Locked) {
                    std::thread::sleep(std::time::Duration::from_millis(5));
                }
                let far = BackupProgress {
                    pages_done: pages.saturating_sub(left),
                    pages,
                };
                if progress(far).is_break() {
                    return Err(StoreError::Stopped);
                }
            }
        };
        copy.close().map_err(|(_, error)| error)?;
        Ok(BackupDone { pages, head })
    }
}
