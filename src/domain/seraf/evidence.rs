//! What a tick rests on, and which column a date belongs in.
//!
//! Statements are kept for each item, each with who said it and whether it was seen, reported or
//! is an opinion: one person's view is never recorded as fact. The edges of the windows are those
//! of DOMAIN.md, section 2: `assessed_on − 6 calendar months ≤ date ≤ assessed_on` is the past six
//! months, 6 to 12 months ago runs from 12 months before, inclusive, up to the day before that,
//! and month ends clamp.

use std::collections::BTreeMap;

use chrono::{Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};

use super::answers::{ItemAnswer, Ticks};
use super::form::{Choice, Column, ColumnAt, Form, ItemAt, Section, Window};

/// How it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    Seen,
    Reported,
    Opinion,
}

/// One statement about one item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// When it last was so, as far as this statement knows.
    pub last_known: Option<NaiveDate>,
    /// Who said so.
    pub source: String,
    pub note: String,
    pub basis: Basis,
}

/// The statements for each item of an assessment, by item id, in the order they were made.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EvidenceBook(BTreeMap<String, Vec<Evidence>>);

impl EvidenceBook {
    pub fn of(&self, item: &str) -> &[Evidence] {
        self.0.get(item).map_or(&[], Vec::as_slice)
    }

    pub fn add(&mut self, item: &str, evidence: Evidence) {
        self.0.entry(item.to_owned()).or_default().push(evidence);
    }

    /// Puts a statement in the place of another; nothing happens where there is none.
    pub fn replace(&mut self, item: &str, position: usize, evidence: Evidence) {
        if let Some(place) = self.0.get_mut(item).and_then(|all| all.get_mut(position)) {
            *place = evidence;
        }
    }

    /// Puts these statements in the place of all there were for an item.
    pub fn put_all(&mut self, item: &str, all: &[Evidence]) {
        if all.is_empty() {
            self.0.remove(item);
        } else {
            self.0.insert(item.to_owned(), all.to_vec());
        }
    }

    /// Takes a statement out and returns it, so that it can be put back.
    pub fn remove(&mut self, item: &str, position: usize) -> Option<Evidence> {
        let all = self.0.get_mut(item)?;
        let removed = (position < all.len()).then(|| all.remove(position));
        if all.is_empty() {
            self.0.remove(item);
        }
        removed
    }

    /// Puts every text that a person typed through `change`.
    pub fn change_texts(&mut self, change: impl Fn(&str) -> String) {
        for said in self.0.values_mut().flatten() {
            said.source = change(&said.source);
            said.note = change(&said.note);
        }
    }

    /// The latest date known for an item.
    pub fn last_known(&self, item: &str) -> Option<NaiveDate> {
        self.dates(item).max()
    }

    pub(super) fn dates(&self, item: &str) -> impl Iterator<Item = NaiveDate> {
        self.of(item).iter().filter_map(|said| said.last_known)
    }

    /// The columns that the dates of an item speak for. An earlier and a recent episode give both
    /// columns; where only one column may be ticked, the latest date decides. `None` where no date
    /// falls in any column. The screen offers these; the person's own ticks stand.
    pub fn ticks_by_dates(&self, form: &Form, at: ItemAt, assessed_on: NaiveDate) -> Option<Ticks> {
        let (section, item) = form.item(at)?;
        let in_columns = self
            .dates(&item.id)
            .filter_map(|date| Some((date, column_for(section, date, assessed_on)?)));
        match section.choice {
            Choice::Any => in_columns
                .filter_map(|(_, column)| Ticks::of(column))
                .reduce(Ticks::and),
            Choice::One => in_columns.max().and_then(|(_, column)| Ticks::of(column)),
        }
    }

    /// Whether an item has dates that speak for other columns than those ticked.
    pub fn dates_disagree(
        &self,
        form: &Form,
        at: ItemAt,
        answer: ItemAnswer,
        assessed_on: NaiveDate,
    ) -> bool {
        let Some((_, item)) = form.item(at) else {
            return false;
        };
        self.last_known(&item.id).is_some()
            && self.ticks_by_dates(form, at, assessed_on) != answer.ticks()
    }
}

/// The column a date belongs in on the day of assessment: the one whose window holds it, else one
/// that holds for life. `None` for a date that is too old, or after the assessment.
pub fn column_for(section: &Section, date: NaiveDate, assessed_on: NaiveDate) -> Option<ColumnAt> {
    if date > assessed_on {
        return None;
    }
    let holds = |column: &Column| match column.window {
        Some(window) => {
            let (first, last) = window_of(window, assessed_on)?;
            (first <= date && date <= last).then_some(())
        }
        None => None,
    };
    let by_window = section
        .columns()
        .find(|(_, column)| holds(column).is_some());
    let for_life = || {
        section
            .columns()
            .find(|(_, column)| column.window.is_none())
    };
    by_window.or_else(for_life).map(|(at, _)| at)
}

/// First and last day of a window, both inclusive. `None` beyond the calendar's beginning.
pub fn window_of(window: Window, assessed_on: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
    let first = assessed_on.checked_sub_months(Months::new(window.to_months))?;
    let last = match window.from_months {
        0 => assessed_on,
        months => assessed_on
            .checked_sub_months(Months::new(months))?
            .checked_sub_days(Days::new(1))?,
    };
    Some((first, last))
}

/// The day a tick is taken to speak of: the latest of the dates that fall in its window, and
/// without one the latest day the window allows, so that nothing is counted as over too soon.
/// `None` for a column that holds for life.
pub(super) fn day_of_tick(
    column: &Column,
    dates: impl Iterator<Item = NaiveDate>,
    assessed_on: NaiveDate,
) -> Option<NaiveDate> {
    let (first, last) = window_of(column.window?, assessed_on)?;
    let known = dates.filter(|date| (first..=last).contains(date)).max();
    Some(known.unwrap_or(last))
}
