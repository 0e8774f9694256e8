//! Whether a store is sound: the cipher's check of every page, the database's check of its own
//! structure, its references, and the steps it was made by. The audit chain has its own check
//! ([`crate::store::audit::verify()`]). Nothing is repaired here.

#[cfg(test)]
mod tests;

use rusqlite::Connection;

use super::Store;
use crate::store::error::StoreError;
use crate::store::migrations;

/// How many findings of a kind are told; one is enough to act on.
const FINDINGS_MAX: usize = 20;

/// How much is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Thoroughness {
    /// Everything but whether each index agrees with its table.
    Quick,
    /// Everything; on a million cases this takes minutes.
    Full,
}

/// What was found. All empty when the store is sound.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Integrity {
    /// Pages that were changed by something that does not hold the key, or by a failing disk.
    pub cipher: Vec<String>,
    /// Faults of the database's structure.
    pub structure: Vec<String>,
    /// Tables with rows that point to nothing.
    pub references: Vec<String>,
    /// Steps whose SQL has been edited since this store ran them.
    pub edited_steps: Vec<u32>,
}

impl Integrity {
    /// Whether nothing is amiss.
    pub fn is_sound(&self) -> bool {
        *self == Self::default()
    }
}

impl Store {
    /// Looks through the whole store. Others may go on working meanwhile.
    ///
    /// # Errors
    /// When the checks themselves cannot be run. A fault that is found is part of the answer.
    pub fn verify_integrity(&self, how: Thoroughness) -> Result<Integrity, StoreError> {
        let connection = self.connection();
        // The cipher's check looks at the file itself, without what is still in the log.
        connection.execute_batch("PRAGMA wal_checkpoint(PASSIVE)")?;
        let check = match how {
            Thoroughness::Quick => format!("PRAGMA quick_check({FINDINGS_MAX})"),
            Thoroughness::Full => format!("PRAGMA integrity_check({FINDINGS_MAX})"),
        };
        let cipher = findings(connection, "PRAGMA cipher_integrity_check")?;
        if !cipher.is_empty() {
            // What follows would stumble over the same pages.
            return Ok(Integrity {
                cipher,
                ..Integrity::default()
            });
        }
        let mut structure = findings(connection, &check)?;
        structure.retain(|line| line != "ok");
        Ok(Integrity {
            cipher,
            structure,
            references: findings(connection, "PRAGMA foreign_key_check")?,
            edited_steps: migrations::edited_since_run(connection)?,
        })
    }
}

/// The first column of each row that a check answers with.
fn findings(connection: &Connection, check: &str) -> rusqlite::Result<Vec<String>> {
    let mut query = connection.prepare(check)?;
    let mut rows = query.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        if found.len() == FINDINGS_MAX {
            break;
        }
        found.push(row.get(0)?);
    }
    Ok(found)
}
