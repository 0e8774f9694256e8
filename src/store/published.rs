//! Figures of years before the store, as they were published.

use rusqlite::{Connection, params};

use super::StoreError;

/// Keeps a number of a series for a year, in the place of an earlier one.
///
/// # Errors
/// Those of the store.
pub fn put(
    connection: &Connection,
    series: &str,
    year: i32,
    value: u32,
    source: &str,
) -> Result<(), StoreError> {
    connection
        .prepare_cached(
            "INSERT INTO published_figure (series, year, value, source) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (series, year)
             DO UPDATE SET value = excluded.value, source = excluded.source",
        )?
        .execute(params![series, year, value, source])?;
    Ok(())
}

/// The numbers of a series, the earliest year first.
///
/// # Errors
/// Those of the store.
pub fn series(connection: &Connection, series: &str) -> Result<Vec<(i32, u32)>, StoreError> {
    Ok(connection
        .prepare_cached("SELECT year, value FROM published_figure WHERE series = ?1 ORDER BY year")?
        .query_map([series], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?)
}
