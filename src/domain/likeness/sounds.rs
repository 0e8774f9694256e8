//! What the index of likely doubles holds: how a whole name may sound, in no order.
//!
//! One sound of a given name together with one of a family name, so that a store of a million
//! Joneses answers with a few. A likeness that shows without a birth date always shares one of
//! them; the others are found by the birth date.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::Identity;
use super::compare::swapped;
use super::names::{fold_for_search, phonetic_keys};

/// So many are kept of one person, and looked for at most.
pub const MOST_SOUNDS: usize = 32;
const MOST_WORDS: usize = 4;
const MOST_ALIASES: usize = 6;

/// The sounds of a person's names, sorted, at most [`MOST_SOUNDS`].
pub fn sounds(identity: &Identity) -> Vec<String> {
    let given = words(&identity.given);
    let family = words(&identity.family);
    let mut found = BTreeSet::new();
    match (given.first(), family.is_empty()) {
        (Some(first), false) => pair(first, &family, &mut found),
        (Some(first), true) => found.extend(phonetic_keys(first)),
        (None, false) => found.extend(family.iter().flat_map(|word| phonetic_keys(word))),
        (None, true) => {}
    }
    for alias in identity.aliases.iter().take(MOST_ALIASES) {
        let alias = words(alias);
        match alias.split_first() {
            // A nickname goes with the family name; it is how people are looked for.
            Some((only, [])) if !family.is_empty() => pair(only, &family, &mut found),
            Some((only, [])) => found.extend(phonetic_keys(only)),
            Some((first, rest)) => pair(first, rest, &mut found),
            None => {}
        }
    }
    found.into_iter().take(MOST_SOUNDS).collect()
}

/// The birth dates by which a person is looked for besides the name: the one told, and the one
/// that is meant if day and month changed places.
pub fn birth_dates_like(born: NaiveDate) -> Vec<NaiveDate> {
    let mut dates = vec![born];
    dates.extend(swapped(born).filter(|other| *other != born));
    dates
}

fn words(text: &str) -> Vec<String> {
    let folded = fold_for_search(text);
    let words = folded.split_whitespace().take(MOST_WORDS);
    words.map(str::to_owned).collect()
}

fn pair(first: &str, others: &[String], found: &mut BTreeSet<String>) {
    let firsts = phonetic_keys(first);
    for other in others {
        for b in phonetic_keys(other) {
            for a in &firsts {
                let (low, high) = if *a <= b { (a, &b) } else { (&b, a) };
                found.insert(format!("{low} {high}"));
            }
        }
    }
}
