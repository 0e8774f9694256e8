//! The search: words of names, other names, references, birth dates and addresses, each as far
//! as it is typed.
//!
//! Nothing is ranked, for a rank reads every match: the newest case comes first, and pages go on
//! from a row. Words are folded (no accents, no apostrophes) before they are written and before
//! they are looked for. The index keeps no text of its own; rows are read from the cases.

#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::StoreError;
use super::case_list::{row, row_columns};
use super::case_record::{Viewer, instant};
use super::merge::page_of;
use crate::domain::case::CaseId;
use crate::domain::case_list::{CaseRow, ListPage, PageFrom, RowKey};
use crate::domain::likeness::fold_for_search;

/// The words by which a case is found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Words {
    names: String,
    aliases: String,
    reference: String,
    born: String,
    address: String,
}

/// Writes the words of a case anew from its rows. To be called in the transaction that changes
/// name, other names, birth date or address.
///
/// # Errors
/// Those of the store.
pub fn put(connection: &Connection, id: CaseId) -> Result<(), StoreError> {
    let Some(mut words) = words_of(connection, id)? else {
        return Ok(());
    };
    words.aliases = fold_for_search(&aliases(connection, id)?.join(" "));
    connection
        .prepare_cached(
            "INSERT OR REPLACE INTO case_search
                 (rowid, names, aliases, reference, date_of_birth, address)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![
            id.0,
            words.names,
            words.aliases,
            words.reference,
            words.born,
            words.address
        ])?;
    Ok(())
}

/// One page of the cases that have, for each word, one that begins with it, the newest first.
///
/// # Errors
/// Those of the store.
pub fn by_words(
    connection: &Connection,
    words: &[String],
    born: Option<NaiveDate>,
    from: &PageFrom<RowKey>,
    rows: usize,
    viewer: Viewer,
) -> Result<ListPage, StoreError> {
    let is_backwards = from.is_backwards();
    let mut from = from.clone();
    let mut found = Vec::new();
    // A restricted case that is left out must not make a page look like the last.
    while found.len() <= rows {
        let most = rows.saturating_add(1);
        let read = some_by_words(connection, words, born, &from, most, viewer)?;
        let is_last = read.len() < most;
        if let Some(last) = read.last() {
            from = if is_backwards {
                PageFrom::Before(last.key.clone())
            } else {
                PageFrom::After(last.key.clone())
            };
        }
        for one in read {
            if !one.is_hidden || names_whole_person(connection, one.case.id, words, born)? {
                found.push(one);
            }
        }
        if is_last {
            break;
        }
    }
    let (rows, has_more) = page_of(found, rows, is_backwards);
    Ok(ListPage { rows, has_more })
}

fn some_by_words(
    connection: &Connection,
    words: &[String],
    born: Option<NaiveDate>,
    from: &PageFrom<RowKey>,
    most: usize,
    viewer: Viewer,
) -> Result<Vec<CaseRow>, StoreError> {
    let (table, id, condition, what) = match (words, born) {
        ([], Some(born)) => (
            "case_record c INDEXED BY case_by_date_of_birth",
            "c.id",
            "c.date_of_birth = :what",
            born.to_string(),
        ),
        _ => (
            "case_search s CROSS JOIN case_record c ON c.id = s.rowid",
            "s.rowid",
            "case_search MATCH :what",
            expression(words, born),
        ),
    };
    let (after, direction) = if from.is_backwards() {
        (">", "ASC")
    } else {
        ("<", "DESC")
    };
    let or_at = if from.holds_key() { "=" } else { "" };
    let columns = row_columns("''");
    let sql = format!(
        "SELECT {columns} FROM {table} LEFT JOIN user_account u ON u.id = c.owner_id
         WHERE {condition} AND {id} {after}{or_at} :key ORDER BY {id} {direction} LIMIT :rows"
    );
    let beyond_all = if from.is_backwards() {
        i64::MIN
    } else {
        i64::MAX
    };
    let found = connection
        .prepare_cached(&sql)?
        .query_map(
            rusqlite::named_params! {
                ":what": what,
                ":key": from.key().map_or(beyond_all, |key| key.id.0),
                ":rows": i64::try_from(most).unwrap_or(i64::MAX),
                ":user": viewer.user_id,
                ":now": instant(viewer.now),
            },
            row,
        )?
        .collect::<Result<_, _>>()?;
    Ok(found)
}

/// The words as the index is asked. They are folded, so that no sign of theirs means anything
/// to it; the quotes keep `AND` and `NEAR` words.
fn expression(words: &[String], born: Option<NaiveDate>) -> String {
    let mut parts: Vec<String> = words.iter().map(|word| format!("\"{word}\" *")).collect();
    if let Some(born) = born {
        parts.push(format!("date_of_birth : \"{}\"", born_word(born)));
    }
    parts.join(" AND ")
}

/// One word, so that it is found without the order of its parts.
fn born_word(born: NaiveDate) -> String {
    born.format("%Y%m%d").to_string()
}

/// `npt26041 26041`: what is left of a reference that is typed without its signs.
fn reference_words(reference: &str) -> String {
    let whole = fold_for_search(reference).replace(' ', "");
    let number = whole.trim_start_matches(|letter: char| !letter.is_ascii_digit());
    format!("{whole} {number}")
}

/// Whether somebody who typed this knows the young person by their whole name, their birth date
/// or their reference. Only then a restricted case is shown to be there: not while a name is
/// spelt letter by letter, and yet to somebody who would else make a second record.
fn names_whole_person(
    connection: &Connection,
    id: CaseId,
    words: &[String],
    born: Option<NaiveDate>,
) -> Result<bool, StoreError> {
    if words.is_empty() && born.is_some() {
        return Ok(true);
    }
    let Some(known) = words_of(connection, id)? else {
        return Ok(false);
    };
    let typed = |whole: &str| {
        let mut whole = whole.split(' ').filter(|word| !word.is_empty()).peekable();
        whole.peek().is_some() && whole.all(|word| words.iter().any(|typed| typed == word))
    };
    if known.reference.split(' ').any(typed) || typed(&known.names) {
        return Ok(true);
    }
    let aliases = aliases(connection, id)?;
    Ok(aliases.iter().any(|alias| {
        let alias = fold_for_search(alias);
        // One word of a nickname is no proof of knowing anybody.
        alias.contains(' ') && typed(&alias)
    }))
}

fn words_of(connection: &Connection, id: CaseId) -> Result<Option<Words>, StoreError> {
    let read = |row: &Row<'_>| {
        let names: [String; 3] = [row.get(0)?, row.get(1)?, row.get(2)?];
        let reference: String = row.get(3)?;
        let born: Option<NaiveDate> = row.get(4)?;
        let address: String = row.get(5)?;
        Ok(Words {
            names: fold_for_search(&names.join(" ")),
            aliases: String::new(),
            reference: reference_words(&reference),
            born: born.map(born_word).unwrap_or_default(),
            address: fold_for_search(&address),
        })
    };
    Ok(connection
        .prepare_cached(
            "SELECT given_name, family_name, known_as, reference, date_of_birth, address
             FROM case_record WHERE id = ?1",
        )?
        .query_row([id.0], read)
        .optional()?)
}

fn aliases(connection: &Connection, id: CaseId) -> Result<Vec<String>, StoreError> {
    let mut rows =
        connection.prepare_cached("SELECT name FROM case_alias WHERE case_id = ?1 ORDER BY id")?;
    let names = rows
        .query_map([id.0], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    Ok(names)
}
