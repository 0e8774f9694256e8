//! Several ordered queries read as one: for work of several people and records of one person.
//!
//! Each query walks its own index, and only as far as it is needed; nothing is sorted.

use std::cmp::Ordering;

use rusqlite::{Row, Rows};

use super::StoreError;

/// The first `most` rows of all queries together. Each query must already be in `order`.
///
/// # Errors
/// Those of the store and of `read`.
pub fn merged<T>(
    mut queries: Vec<Rows<'_>>,
    read: impl Fn(&Row<'_>) -> rusqlite::Result<T>,
    order: impl Fn(&T, &T) -> Ordering,
    most: usize,
) -> Result<Vec<T>, StoreError> {
    let next = |query: &mut Rows<'_>| query.next()?.map(&read).transpose();
    let mut heads: Vec<(Rows<'_>, T)> = Vec::with_capacity(queries.len());
    for mut query in queries.drain(..) {
        if let Some(first) = next(&mut query)? {
            heads.push((query, first));
        }
    }
    let mut found = Vec::new();
    while found.len() < most {
        let least = heads
            .iter()
            .enumerate()
            .min_by(|(_, (_, one)), (_, (_, other))| order(one, other))
            .map(|(place, _)| place);
        let Some(place) = least else { break };
        let Some((query, head)) = heads.get_mut(place) else {
            break;
        };
        match next(query)? {
            Some(after) => found.push(std::mem::replace(head, after)),
            None => found.push(heads.swap_remove(place).1),
        }
    }
    Ok(found)
}

/// Cuts what was read beyond the page, and brings it into the order of the list; whether there
/// was more. A page is read with one row too many to know.
pub fn page_of<T>(mut found: Vec<T>, rows: usize, is_backwards: bool) -> (Vec<T>, bool) {
    let has_more = found.len() > rows;
    found.truncate(rows);
    if is_backwards {
        found.reverse();
    }
    (found, has_more)
}
