//! Who a case is about: its row, other names, how the names sound, and what search finds it by.
//!
//! Every change of a person writes all of them together. No transaction is opened here, so that
//! one deed, and a bulk writer of fictional cases, can wrap as much as they like.

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::StoreError;
use super::case_record::{BRIEF_COLUMNS, BRIEF_WIDTH, brief, instant, word};
use super::search;
use crate::domain::case::{CaseBrief, CaseId, Stage};
use crate::domain::likeness::{
    Identity, birth_dates_like, fold_for_search, sounds, welsh_sort_key,
};
use crate::domain::person::Person;

/// A case that is not in the store yet.
#[derive(Debug, Clone)]
pub struct NewCase<'a> {
    /// Stable beyond this store: a UUID.
    pub uid: &'a str,
    /// From `next_number` and the authority's policy.
    pub reference: &'a str,
    pub person: &'a Person,
    pub stage: Stage,
    pub is_restricted: bool,
    /// The user who works on it.
    pub owner: Option<i64>,
    pub opened_on: NaiveDate,
    /// Where the stage is [`Stage::Closed`].
    pub closed_on: Option<NaiveDate>,
    pub at: DateTime<Utc>,
}

/// Adds a case with all that it is found by.
///
/// # Errors
/// [`StoreError::Constraint`] where the reference is taken.
pub fn insert(connection: &Connection, new: &NewCase<'_>) -> Result<CaseId, StoreError> {
    let person = new.person;
    let stage: &str = new.stage.into();
    let gender: &str = person.gender.into();
    let living: &str = person.living.into();
    let language: &str = person.language.into();
    connection
        .prepare_cached(
            "INSERT INTO case_record (uid, reference, given_name, family_name, known_as, name_key,
                date_of_birth, stated_age, gender, address, address_key, living, school, language,
                stage, restricted, owner_id, opened_on, closed_on, last_event_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17,
                ?18, ?19, ?20)",
        )?
        .execute(params![
            new.uid,
            new.reference,
            person.given_name,
            person.family_name,
            person.known_as,
            sort_key(person),
            person.born,
            person.stated_age,
            gender,
            person.address,
            fold_for_search(&person.address),
            living,
            person.school,
            language,
            stage,
            new.is_restricted,
            new.owner,
            new.opened_on,
            new.closed_on,
            instant(new.at),
        ])?;
    let case = CaseId(connection.last_insert_rowid());
    insert_keys(connection, case, person, new.opened_on)?;
    Ok(case)
}

/// Writes a person's details over the earlier ones, where nobody else has changed them since the
/// case was read.
///
/// # Errors
/// [`StoreError::Conflict`] where somebody has.
pub fn update(
    connection: &Connection,
    case: &CaseBrief,
    person: &Person,
) -> Result<(), StoreError> {
    let gender: &str = person.gender.into();
    let living: &str = person.living.into();
    let language: &str = person.language.into();
    let changed = connection
        .prepare_cached(
            "UPDATE case_record
             SET given_name = ?1, family_name = ?2, known_as = ?3, name_key = ?4,
                 date_of_birth = ?5, stated_age = ?6, gender = ?7, address = ?8, address_key = ?9,
                 living = ?10, school = ?11, language = ?12, version = version + 1
             WHERE id = ?13 AND version = ?14",
        )?
        .execute(params![
            person.given_name,
            person.family_name,
            person.known_as,
            sort_key(person),
            person.born,
            person.stated_age,
            gender,
            person.address,
            fold_for_search(&person.address),
            living,
            person.school,
            language,
            case.id.0,
            case.version,
        ])?;
    if changed != 1 {
        return Err(StoreError::Conflict {
            what: "case",
            id: case.id.0,
        });
    }
    for sql in [
        "DELETE FROM case_alias WHERE case_id = ?1",
        "DELETE FROM name_key WHERE case_id = ?1",
    ] {
        connection.prepare_cached(sql)?.execute([case.id.0])?;
    }
    insert_keys(connection, case.id, person, case.opened_on)
}

/// The person of a case.
///
/// # Errors
/// [`StoreError::NotFound`] where there is no such case.
pub fn of(connection: &Connection, case: CaseId) -> Result<Person, StoreError> {
    let mut person = connection
        .prepare_cached(
            "SELECT given_name, family_name, known_as, date_of_birth, stated_age, gender, address,
                living, school, language
             FROM case_record WHERE id = ?1",
        )?
        .query_row([case.0], |row| {
            Ok(Person {
                given_name: row.get(0)?,
                family_name: row.get(1)?,
                known_as: row.get(2)?,
                other_names: Vec::new(),
                born: row.get(3)?,
                stated_age: row.get(4)?,
                gender: word(row, 5)?,
                address: row.get(6)?,
                living: word(row, 7)?,
                school: row.get(8)?,
                language: word(row, 9)?,
            })
        })
        .optional()?
        .ok_or(StoreError::NotFound)?;
    person.other_names = connection
        .prepare_cached("SELECT name FROM case_alias WHERE case_id = ?1 ORDER BY id")?
        .query_map([case.0], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    Ok(person)
}

/// A case that may be about the same person, before anybody has compared the two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    pub case: CaseBrief,
    pub address: String,
    pub other_names: Vec<String>,
}

impl Candidate {
    /// The person as a comparison takes them.
    pub fn identity(&self) -> Identity {
        let case = &self.case;
        let person = Person {
            given_name: case.given_name.clone(),
            family_name: case.family_name.clone(),
            known_as: case.known_as.clone(),
            other_names: self.other_names.clone(),
            born: case.born,
            stated_age: case.stated_age,
            address: self.address.clone(),
            ..Person::default()
        };
        person.identity(case.opened_on)
    }
}

/// Cases that may be about this person: whose names sound so in any order, or who were born on
/// that day or on the one with day and month in each other's place. At most `most` of each, the
/// ones with the latest events first.
///
/// # Errors
/// Those of the store.
pub fn candidates(
    connection: &Connection,
    person: &Person,
    on: NaiveDate,
    most: u32,
) -> Result<Vec<Candidate>, StoreError> {
    let identity = person.identity(on);
    let mut found = Vec::new();
    let heard = list(sounds(&identity));
    collect(connection, &by_sound(), params![heard, most], &mut found)?;
    if let Some(born) = person.born {
        let dates = list(birth_dates_like(born).iter().map(NaiveDate::to_string));
        let given = params![dates, most];
        collect(connection, &by_birth_date(), given, &mut found)?;
    }
    let mut seen = std::collections::HashSet::new();
    found.retain(|one| seen.insert(one.case.id));
    for one in &mut found {
        one.other_names = connection
            .prepare_cached("SELECT name FROM case_alias WHERE case_id = ?1 ORDER BY id")?
            .query_map([one.case.id.0], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
    }
    Ok(found)
}

/// Other cases at an address, at most `most`, the latest events first.
///
/// # Errors
/// Those of the store.
pub fn at_address(
    connection: &Connection,
    address: &str,
    most: u32,
) -> Result<Vec<CaseBrief>, StoreError> {
    let key = fold_for_search(address);
    if key.is_empty() {
        return Ok(Vec::new());
    }
    let found = connection
        .prepare_cached(&by_address())?
        .query_map(params![key, most], brief)?
        .collect::<Result<_, _>>()?;
    Ok(found)
}

// The signs before columns keep the database from walking all cases in the order of their events.

fn by_sound() -> String {
    format!(
        "SELECT {BRIEF_COLUMNS}, c.address FROM case_record c
         WHERE c.id IN (SELECT case_id FROM name_key
                        WHERE sound IN (SELECT value FROM json_each(?1)))
         ORDER BY +c.last_event_at DESC, c.id LIMIT ?2"
    )
}

fn by_birth_date() -> String {
    format!(
        "SELECT {BRIEF_COLUMNS}, c.address FROM case_record c
         WHERE c.date_of_birth IN (SELECT value FROM json_each(?1))
         ORDER BY +c.last_event_at DESC, c.id LIMIT ?2"
    )
}

fn by_address() -> String {
    format!(
        "SELECT {BRIEF_COLUMNS} FROM case_record c
         WHERE c.address_key = ?1 AND c.address_key <> ''
         ORDER BY +c.last_event_at DESC, c.id LIMIT ?2"
    )
}

fn collect(
    connection: &Connection,
    sql: &str,
    given: impl rusqlite::Params,
    found: &mut Vec<Candidate>,
) -> Result<(), StoreError> {
    let mut rows = connection.prepare_cached(sql)?;
    for row in rows.query_map(given, candidate)? {
        found.push(row?);
    }
    Ok(())
}

fn candidate(row: &Row<'_>) -> rusqlite::Result<Candidate> {
    Ok(Candidate {
        case: brief(row)?,
        address: row.get(BRIEF_WIDTH)?,
        other_names: Vec::new(),
    })
}

/// A list as one value of a query.
fn list(texts: impl IntoIterator<Item = String>) -> String {
    let texts = texts.into_iter().map(serde_json::Value::from);
    serde_json::Value::Array(texts.collect()).to_string()
}

/// Family name first, in the order of the Welsh alphabet.
fn sort_key(person: &Person) -> String {
    let given = if person.given_name.is_empty() {
        &person.known_as
    } else {
        &person.given_name
    };
    welsh_sort_key(&format!("{} {given}", person.family_name))
}

fn insert_keys(
    connection: &Connection,
    case: CaseId,
    person: &Person,
    on: NaiveDate,
) -> Result<(), StoreError> {
    for name in &person.other_names {
        connection
            .prepare_cached("INSERT INTO case_alias (case_id, name, name_key) VALUES (?1, ?2, ?3)")?
            .execute(params![case.0, name, welsh_sort_key(name)])?;
    }
    for sound in sounds(&person.identity(on)) {
        connection
            .prepare_cached("INSERT INTO name_key (sound, case_id) VALUES (?1, ?2)")?
            .execute(params![sound, case.0])?;
    }
    search::put(connection, case)
}

#[cfg(test)]
mod tests;
