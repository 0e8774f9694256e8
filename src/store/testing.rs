//! Stores for tests, with cheap passphrases. Not for the program: nothing real may be kept in
//! what is made here.

use std::error::Error;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, params};

use super::migrations::{MigrationError, migrate};
use super::open::settle;
use super::vault::{self, DataKey, Passphrase, PassphraseCost};
use super::{OpenError, Store, StoreError, search};
use crate::domain::case::{CaseId, Stage};
use crate::domain::likeness::welsh_sort_key;

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

/// A young person for tests of plain functions over a connection, with everything that does not
/// matter left as it is.
#[derive(Debug, Clone)]
pub struct SomeCase<'a> {
    pub reference: &'a str,
    pub given: &'a str,
    pub family: &'a str,
    pub born: Option<&'a str>,
    pub stage: Stage,
    pub owner: Option<i64>,
    pub is_restricted: bool,
    /// `en` or `cy`: the language they chose.
    pub language: &'a str,
    pub last_event_at: &'a str,
}

impl Default for SomeCase<'_> {
    fn default() -> Self {
        Self {
            reference: "NPT-26-041",
            given: "Siân",
            family: "Llewellyn",
            born: Some("2012-03-04"),
            stage: Stage::Referred,
            owner: None,
            is_restricted: false,
            language: "en",
            last_event_at: "2026-11-20T14:10:00Z",
        }
    }
}

/// Writes it, with the words by which it is found.
///
/// # Errors
/// Those of the store.
pub fn insert_case(connection: &Connection, case: &SomeCase<'_>) -> Result<CaseId, StoreError> {
    let stage: &str = case.stage.into();
    let closed_on = (case.stage == Stage::Closed).then_some("2026-11-20");
    connection.execute(
        "INSERT INTO case_record (uid, reference, given_name, family_name, name_key,
             date_of_birth, living, language, stage, restricted, owner_id, opened_on, closed_on,
             last_event_at)
         VALUES (?1, ?1, ?2, ?3, ?4, ?5, 'at-home', ?11, ?6, ?7, ?8, '2026-11-20', ?9, ?10)",
        params![
            case.reference,
            case.given,
            case.family,
            welsh_sort_key(&format!("{} {}", case.family, case.given)),
            case.born,
            stage,
            case.is_restricted,
            case.owner,
            closed_on,
            case.last_event_at,
            case.language
        ],
    )?;
    let id = CaseId(connection.last_insert_rowid());
    search::put(connection, id)?;
    Ok(id)
}

/// How a query is carried out, a step a line; its variables need not be given.
///
/// # Errors
/// A query that cannot be read.
pub fn plan(connection: &Connection, sql: &str) -> rusqlite::Result<String> {
    let mut statement = connection.prepare(&format!("EXPLAIN QUERY PLAN {sql}"))?;
    let mut rows = statement.raw_query();
    let mut steps = String::new();
    while let Some(row) = rows.next()? {
        steps.push_str(&row.get::<_, String>(3)?);
        steps.push('\n');
    }
    Ok(steps)
}

/// The first column of what a query finds, for a test that looks at the rows behind what it tests.
///
/// # Errors
/// A query that cannot be read, or finds what is no text.
pub fn texts(connection: &Connection, sql: &str) -> rusqlite::Result<Vec<String>> {
    let mut statement = connection.prepare(sql)?;
    let rows = statement.query_map([], |row| row.get(0))?;
    rows.collect()
}

/// What is written down in the audit, in its order.
///
/// # Errors
/// Those of the store.
pub fn audited(connection: &Connection) -> rusqlite::Result<Vec<String>> {
    texts(connection, "SELECT action FROM audit ORDER BY seq")
}

/// The details of every entry of the audit of this kind, in their order.
///
/// # Errors
/// Those of the store.
pub fn audit_details(connection: &Connection, action: &str) -> rusqlite::Result<Vec<String>> {
    let mut statement =
        connection.prepare("SELECT detail FROM audit WHERE action = ?1 ORDER BY seq")?;
    let rows = statement.query_map([action], |row| row.get(0))?;
    rows.collect()
}

/// The kinds of what happened in a case, or in all of them, in its order.
///
/// # Errors
/// Those of the store.
pub fn events(connection: &Connection, case: Option<CaseId>) -> rusqlite::Result<Vec<String>> {
    let mut statement = connection
        .prepare("SELECT kind FROM event WHERE ?1 IS NULL OR case_id = ?1 ORDER BY id")?;
    let rows = statement.query_map([case.map(|case| case.0)], |row| row.get(0))?;
    rows.collect()
}

/// What is still to be done in a case, in the order in which it was set up: the kind, when it is due, and the name to come in with of
/// whoever it falls to, if anybody.
///
/// # Errors
/// Those of the store.
pub fn open_clocks(
    connection: &Connection,
    case: CaseId,
) -> rusqlite::Result<Vec<(String, String, Option<String>)>> {
    let mut statement = connection.prepare(
        "SELECT c.kind, c.due, u.user_name FROM clock c
             LEFT JOIN user_account u ON u.id = c.owner_id
         WHERE c.case_id = ?1 AND c.done_at IS NULL ORDER BY c.id",
    )?;
    let rows = statement.query_map([case.0], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    rows.collect()
}

/// Makes a case one for named people alone, of whom there is none yet.
///
/// # Errors
/// Those of the store.
pub fn restrict(connection: &Connection, case: CaseId) -> rusqlite::Result<()> {
    let sql = "UPDATE case_record SET restricted = 1 WHERE id = ?1";
    connection.execute(sql, [case.0])?;
    Ok(())
}
