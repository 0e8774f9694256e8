//! Many changes kept as one: an import that is taken whole or not at all, and the making of
//! fictional cases, which would take hours with the disk waited for after each.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use super::Store;
use crate::store::error::StoreError;

/// Pages kept in memory while fictional cases are made, 256 MiB at most: what a change writes all
/// over the indices is then written once.
const MAKING_CACHE_KIB: i32 = 262_144;
/// All deeds of casework together have some hundred statements.
const MAKING_STATEMENTS_KEPT: usize = 1024;

/// Whether the changes of a store are kept one by one or many as one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Batch {
    None,
    /// Each change can fail by itself.
    Careful,
    /// Without the room to undo a single change, which takes a third of the time.
    Hurried,
    /// A hurried one in which a change has failed: nothing of it can be kept.
    Spoilt,
}

impl Store {
    /// Runs `work`, whose changes are all kept when it returns `Ok`, and none of them when it
    /// returns an error or panics. The right to write is held throughout.
    ///
    /// # Errors
    /// Those of `work`, and of [`Self::with_transaction`]. [`StoreError::Stopped`] where a store is
    /// hurried and a change failed, whatever `work` made of it.
    pub fn as_one_change<T, E: From<StoreError>>(
        &mut self,
        work: impl FnOnce(&mut Self) -> Result<T, E>,
    ) -> Result<T, E> {
        if self.batch != Batch::None {
            return work(self);
        }
        self.run("BEGIN IMMEDIATE")?;
        self.batch = if self.is_hurried {
            Batch::Hurried
        } else {
            Batch::Careful
        };
        // Whoever catches a panic further up must not find the store within the batch still.
        let answer = catch_unwind(AssertUnwindSafe(|| work(self)));
        let is_spoilt = std::mem::replace(&mut self.batch, Batch::None) == Batch::Spoilt;
        match answer {
            Ok(Ok(_)) if is_spoilt => {
                self.undo();
                Err(StoreError::Stopped.into())
            }
            Ok(Ok(answer)) => match self.run("COMMIT") {
                Ok(()) => Ok(answer),
                Err(error) => {
                    self.undo();
                    Err(error.into())
                }
            },
            Ok(Err(error)) => {
                self.undo();
                Err(error)
            }
            Err(panic) => {
                self.undo();
                resume_unwind(panic)
            }
        }
    }

    /// Stops waiting for the disk, for a store of fictional cases while it is made: what a crash
    /// destroys is made again. A real store is left as it is.
    ///
    /// # Errors
    /// Those of the store.
    pub fn hurry_while_making(&mut self) -> Result<(), StoreError> {
        if !self.is_fictional() {
            return Ok(());
        }
        self.is_hurried = true;
        self.connection
            .set_prepared_statement_cache_capacity(MAKING_STATEMENTS_KEPT);
        self.run(&format!(
            "PRAGMA synchronous = OFF; PRAGMA cache_size = -{MAKING_CACHE_KIB};"
        ))
    }

    fn run(&self, sql: &str) -> Result<(), StoreError> {
        Ok(self.connection.execute_batch(sql)?)
    }

    /// Where the disk failed the database may have undone it by itself, which is no new fault.
    fn undo(&self) {
        let _ = self.connection.execute_batch("ROLLBACK");
    }
}

#[cfg(test)]
mod tests {
    use std::panic::{AssertUnwindSafe, catch_unwind};

    use chrono::DateTime;

    use super::*;
    use crate::store::audit::{self, Entry};
    use crate::store::testing::store_in;

    fn write(store: &mut Store, subject: &str) -> Result<(), StoreError> {
        store.with_transaction(|tx| {
            let entry = Entry {
                at: DateTime::UNIX_EPOCH,
                user_id: None,
                user_name: "duty",
                action: "test.written",
                case_id: None,
                subject,
                detail: "{}",
            };
            audit::append(tx, &entry)?;
            if subject == "bad" {
                return Err(StoreError::NotFound);
            }
            Ok(())
        })
    }

    fn written(store: &Store) -> i64 {
        audit::head(store.connection()).unwrap().seq
    }

    #[test]
    fn batch_that_succeeds_is_kept_whole_without_what_failed_in_it() {
        let folder = tempfile::tempdir().unwrap();
        let (path, key, mut store) = store_in(folder.path()).unwrap();
        store
            .as_one_change(|store| {
                write(store, "one")?;
                assert!(write(store, "bad").is_err());
                write(store, "two")
            })
            .unwrap();
        drop(store);
        let store = Store::open(&path, &key).unwrap();
        assert_eq!(written(&store), 2);
        assert!(audit::verify(store.connection(), None).unwrap().is_whole());
    }

    #[test]
    fn batch_that_fails_or_panics_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let (_, _, mut store) = store_in(folder.path()).unwrap();
        let failed = store.as_one_change(|store| {
            write(store, "one")?;
            write(store, "bad")
        });
        assert!(failed.is_err());
        let panicked = catch_unwind(AssertUnwindSafe(|| {
            store.as_one_change(|store| -> Result<(), StoreError> {
                write(store, "one")?;
                panic!("in the middle")
            })
        }));
        assert!(panicked.is_err());
        assert_eq!(written(&store), 0);
        write(&mut store, "after").unwrap();
        assert_eq!(written(&store), 1);
    }

    #[test]
    fn hurried_batch_in_which_a_change_failed_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let (_, _, mut store) = store_in(folder.path()).unwrap();
        store.hurry_while_making().unwrap();
        let spoilt = store.as_one_change(|store| {
            write(store, "one")?;
            assert!(write(store, "bad").is_err());
            Ok(())
        });
        assert!(matches!(spoilt, Err(StoreError::Stopped)));
        assert_eq!(written(&store), 0);
        store.as_one_change(|store| write(store, "two")).unwrap();
        assert_eq!(written(&store), 1);
    }

    #[test]
    fn real_store_is_never_hurried() {
        let folder = tempfile::tempdir().unwrap();
        let (_, _, mut store) = store_in(folder.path()).unwrap();
        let level = |store: &Store| -> i64 {
            let ask = "PRAGMA synchronous";
            store
                .connection
                .query_row(ask, [], |row| row.get(0))
                .unwrap()
        };
        assert_eq!(level(&store), 2);
        store.fictional = false;
        store.hurry_while_making().unwrap();
        assert_eq!(level(&store), 2);
        store.fictional = true;
        store.hurry_while_making().unwrap();
        assert_eq!(level(&store), 0);
    }
}
