//! Keeping a population in a store: step by step in the order of time, each by the deed of
//! `casework` that a person would do, in large transactions.
//!
//! Few stories are under way at any time, so few are in memory: a step that is to come is a
//! moment and two numbers, and a story can always be told again from its number.

mod deeds;
mod held;
mod panel;
mod people;
#[cfg(test)]
mod tests;

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};
use std::ops::ControlFlow;
use std::path::Path;

use chrono::{DateTime, Utc};

use self::deeds::Writer;
use super::population::{Beginning, Population};
use super::story::Story;
use crate::casework::CaseworkError;
use crate::domain::rules::Rules;
use crate::store::open::place_to_make;
use crate::store::{Store, StoreError};

/// Steps kept as one change. Many: the indices by name and by stable name are written all over, and
/// each of their pages once a change.
const STEPS_A_BATCH: usize = 50_000;
/// Steps between two words about progress.
const STEPS_A_WORD: usize = 4_000;
/// Stories kept in memory between their steps; others are told again.
const STORIES_KEPT: usize = 4096;

/// The passphrase of everybody in a demo.
pub const PASSPHRASE: &str = "demo";

/// Which demo to make.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Making {
    pub seed: u64,
    pub stories: u64,
    /// The moment up to which everything has happened.
    pub now: DateTime<Utc>,
}

/// How much was made.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Made {
    pub cases: u64,
    pub steps: u64,
}

/// A step that is to come: when, of which story, and which of its steps.
type ToCome = Reverse<(DateTime<Utc>, u64, usize)>;

/// Makes a new store at `path` with everybody of the cast and all stories. `progress` is told
/// now and then how many cases there are, and may stop it.
///
/// # Errors
/// Whatever is at `path` already is left as it is; [`StoreError::Stopped`]; those of casework.
pub fn make(
    path: &Path,
    rules: &Rules,
    making: &Making,
    progress: &mut dyn FnMut(Made) -> ControlFlow<()>,
) -> Result<(Store, Made), CaseworkError> {
    let population = Population::new(rules, making.seed, making.stories, making.now);
    let from = population.beginnings().next();
    let from = from.map_or(making.now, |first| {
        first.not_before.and_time(chrono::NaiveTime::MIN).and_utc()
    });
    let aside = place_to_make(path)?;
    let mut store = people::open_with_cast(&aside, from)?;
    store.hurry_while_making()?;
    let made = fill(&mut store, rules, &population, progress)?;
    panel::tell(&mut store, rules, making)?;
    people::finish(&mut store, making)?;
    Ok((store.put_in_place(path)?, made))
}

/// Writes all stories of a population into a store that has the cast.
fn fill(
    store: &mut Store,
    rules: &Rules,
    population: &Population<'_>,
    progress: &mut dyn FnMut(Made) -> ControlFlow<()>,
) -> Result<Made, CaseworkError> {
    let mut beginnings = population.beginnings().peekable();
    let mut to_come: BinaryHeap<ToCome> = BinaryHeap::new();
    let mut kept: HashMap<u64, Story> = HashMap::new();
    let mut writer = Writer::new(rules);
    let mut made = Made::default();
    loop {
        let is_over = store.as_one_change(|store| -> Result<bool, CaseworkError> {
            for step in 1..=STEPS_A_BATCH {
                if step % STEPS_A_WORD == 0 && progress(made).is_break() {
                    return Err(StoreError::Stopped.into());
                }
                begin_what_may_be_next(&mut beginnings, population, &mut to_come, &mut kept);
                let Some(Reverse((_, number, place))) = to_come.pop() else {
                    return Ok(true);
                };
                let tale = kept
                    .remove(&number)
                    .unwrap_or_else(|| population.story(number));
                let Some(step) = tale.steps.get(place) else {
                    continue;
                };
                made.cases += u64::from(writer.write(store, &tale, step)?);
                made.steps += 1;
                match tale.steps.get(place + 1) {
                    Some(next) => {
                        to_come.push(Reverse((next.at, number, place + 1)));
                        if kept.len() < STORIES_KEPT {
                            kept.insert(number, tale);
                        }
                    }
                    None => writer.is_over(number),
                }
            }
            Ok(false)
        })?;
        if is_over {
            break;
        }
    }
    Ok(made)
}

/// Begins every story that could have a step before the one that is next.
fn begin_what_may_be_next(
    beginnings: &mut std::iter::Peekable<impl Iterator<Item = Beginning>>,
    population: &Population<'_>,
    to_come: &mut BinaryHeap<ToCome>,
    kept: &mut HashMap<u64, Story>,
) {
    while let Some(beginning) = beginnings.peek() {
        let earliest = beginning
            .not_before
            .and_time(chrono::NaiveTime::MIN)
            .and_utc()
            - chrono::TimeDelta::hours(1);
        if to_come
            .peek()
            .is_some_and(|Reverse((next, ..))| *next < earliest)
        {
            return;
        }
        let story = population.story(beginning.story);
        if let Some(first) = story.steps.first() {
            to_come.push(Reverse((first.at, story.number, 0)));
            if kept.len() < STORIES_KEPT {
                kept.insert(story.number, story);
            }
        }
        beginnings.next();
    }
}
