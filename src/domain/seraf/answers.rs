//! What was answered on a form, and the operations by which a screen changes it.
//!
//! An item is not asked, no, not known or ticked, and nothing else; which is why a tick is a set
//! that cannot be empty. [`Answers`] hold the form they were given on, so they can never be scored
//! on another. The JSON is that of DESIGN.md, section 5; its errors name the item and the word.
//! Evidence for a tick is elsewhere (`evidence`).

mod raw;

use std::num::NonZeroU8;

use serde::Serialize;
use serde::ser::{SerializeMap, SerializeStruct, Serializer};

use super::form::{Choice, ColumnAt, ExtraAt, Form, ItemAt, Section};
pub use raw::{AnswerError, RawAnswers};

/// The columns ticked for one item: at least one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Ticks(NonZeroU8);

impl Ticks {
    /// A single tick. `None` only for a place that no section has.
    pub fn of(column: ColumnAt) -> Option<Self> {
        bit(column).map(Self)
    }

    pub fn contains(self, column: ColumnAt) -> bool {
        bit(column).is_some_and(|bit| self.0.get() & bit.get() != 0)
    }

    /// The ticked columns in the order of the form.
    pub fn columns(self) -> impl Iterator<Item = ColumnAt> {
        (0..8).map(ColumnAt).filter(move |&at| self.contains(at))
    }

    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Without one column; `None` when nothing is left.
    pub fn without(self, column: ColumnAt) -> Option<Self> {
        let mask = bit(column).map_or(0, NonZeroU8::get);
        NonZeroU8::new(self.0.get() & !mask).map(Self)
    }
}

fn bit(column: ColumnAt) -> Option<NonZeroU8> {
    1u8.checked_shl(u32::from(column.0))
        .and_then(NonZeroU8::new)
}

/// What is said about one item. Only ticks score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ItemAnswer {
    #[default]
    NotAsked,
    No,
    NotKnown,
    Ticked(Ticks),
}

impl ItemAnswer {
    pub fn is_ticked(self, column: ColumnAt) -> bool {
        self.ticks().is_some_and(|ticks| ticks.contains(column))
    }

    pub fn ticks(self) -> Option<Ticks> {
        match self {
            Self::Ticked(ticks) => Some(ticks),
            Self::NotAsked | Self::No | Self::NotKnown => None,
        }
    }
}

/// What is said about one header field that adds points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ExtraAnswer {
    #[default]
    NotAsked,
    No,
    NotKnown,
    Yes,
}

/// All answers given on one form. Cloning is cheap enough for an undo history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answers {
    form: Form,
    items: Vec<ItemAnswer>,
    extras: Vec<ExtraAnswer>,
    /// The age that an answer file states, for scoring without a record of the young person.
    stated_age: Option<u8>,
}

impl Answers {
    /// Nothing asked yet.
    pub fn blank(form: &Form) -> Self {
        Self {
            items: vec![ItemAnswer::NotAsked; form.item_count()],
            extras: vec![ExtraAnswer::NotAsked; form.extras().len()],
            stated_age: None,
            form: form.clone(),
        }
    }

    pub fn form(&self) -> &Form {
        &self.form
    }

    /// The age written in the answers' own `extra.age`, in whole years.
    pub fn stated_age(&self) -> Option<u8> {
        self.stated_age
    }

    /// What is said of an item; not asked for a place the form does not have.
    pub fn item(&self, at: ItemAt) -> ItemAnswer {
        self.items.get(at.index()).copied().unwrap_or_default()
    }

    pub fn extra(&self, at: ExtraAt) -> ExtraAnswer {
        self.extras
            .get(usize::from(at.0))
            .copied()
            .unwrap_or_default()
    }

    /// What is said of each extra field, in the order of the form.
    pub fn extras(&self) -> impl Iterator<Item = ExtraAnswer> {
        self.extras.iter().copied()
    }

    /// The answers beside their items, in the order of the form.
    pub fn all(&self) -> impl Iterator<Item = Answered<'_>> {
        self.form
            .items()
            .map(|(at, section, item)| (at, section, item, self.item(at)))
    }

    /// Ticks a column, or takes its tick away; where the section allows one choice, another tick
    /// gives way. An item that loses its last tick is not asked again: taking away a slip of the
    /// key must not become the answer "no".
    pub fn toggle(&mut self, at: ItemAt, column: ColumnAt) {
        let Some((section, _)) = self.form.item(at) else {
            return;
        };
        let Some(tick) = section.column(column).and_then(|_| Ticks::of(column)) else {
            return;
        };
        let toggled = match (self.item(at).ticks(), section.choice) {
            (Some(ticks), _) if ticks.contains(column) => ticks.without(column),
            (Some(ticks), Choice::Any) => Some(ticks.and(tick)),
            (Some(_), Choice::One) | (None, _) => Some(tick),
        };
        self.put(at, toggled.map_or(ItemAnswer::NotAsked, ItemAnswer::Ticked));
    }

    /// Ticks a column if it is not ticked.
    pub fn tick(&mut self, at: ItemAt, column: ColumnAt) {
        if !self.item(at).is_ticked(column) {
            self.toggle(at, column);
        }
    }

    pub fn say_no(&mut self, at: ItemAt) {
        self.put(at, ItemAnswer::No);
    }

    pub fn say_not_known(&mut self, at: ItemAt) {
        self.put(at, ItemAnswer::NotKnown);
    }

    /// Back to not asked.
    pub fn clear(&mut self, at: ItemAt) {
        self.put(at, ItemAnswer::NotAsked);
    }

    /// Puts an answer that was given in another version of these answers, on the same form.
    pub fn put_like(&mut self, at: ItemAt, answer: ItemAnswer) {
        self.put(at, answer);
    }

    pub fn say_extra(&mut self, at: ExtraAt, answer: ExtraAnswer) {
        if let Some(place) = self.extras.get_mut(usize::from(at.0)) {
            *place = answer;
        }
    }

    fn put(&mut self, at: ItemAt, answer: ItemAnswer) {
        if let Some(place) = self.items.get_mut(at.index()) {
            *place = answer;
        }
    }
}

/// One item of the form with what was answered.
pub type Answered<'a> = (ItemAt, &'a Section, &'a super::form::Item, ItemAnswer);

/// The contract's JSON: items in the form's order, those not asked left out.
impl Serialize for Answers {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut whole = serializer.serialize_struct("Answers", 3)?;
        whole.serialize_field("form", self.form.id())?;
        whole.serialize_field("answers", &ItemsJson(self))?;
        whole.serialize_field("extra", &ExtrasJson(self))?;
        whole.end()
    }
}

struct ItemsJson<'a>(&'a Answers);

impl Serialize for ItemsJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (_, section, item, answer) in self.0.all() {
            match answer {
                ItemAnswer::NotAsked => {}
                ItemAnswer::No => map.serialize_entry(&item.id, raw::NO)?,
                ItemAnswer::NotKnown => map.serialize_entry(&item.id, raw::NOT_KNOWN)?,
                ItemAnswer::Ticked(ticks) => {
                    let ids: Vec<&str> = ticks
                        .columns()
                        .filter_map(|at| section.column(at))
                        .map(|column| column.id.as_str())
                        .collect();
                    map.serialize_entry(&item.id, &ids)?;
                }
            }
        }
        map.end()
    }
}

struct ExtrasJson<'a>(&'a Answers);

impl Serialize for ExtrasJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        if let Some(age) = self.0.stated_age {
            map.serialize_entry(raw::AGE, &age)?;
        }
        for (extra, answer) in self.0.form.extras().iter().zip(&self.0.extras) {
            match answer {
                ExtraAnswer::NotAsked => {}
                ExtraAnswer::No => map.serialize_entry(&extra.id, raw::NO)?,
                ExtraAnswer::NotKnown => map.serialize_entry(&extra.id, raw::NOT_KNOWN)?,
                ExtraAnswer::Yes => map.serialize_entry(&extra.id, raw::YES)?,
            }
        }
        map.end()
    }
}
