//! A scoring form as it stands once its file has been checked.
//!
//! A [`Form`] can only be made by [`Form::from_toml`] (in `form_file`), so whoever holds one may
//! rely on it: ids are unique, bands run without gap or overlap from 0 to the highest possible
//! total, every rule names a section, a column and a category that exist. Forms are shared, not
//! copied: cloning one is cheap. Scores are not worked out here.

use std::fmt;
use std::sync::Arc;

use chrono::{Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};

pub use crate::domain::bilingual::{Bilingual, Language};

/// The name of a form, such as `seraf-wales`: what answers say they were given on.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct FormId(String);

impl FormId {
    pub(super) fn new(id: &str) -> Self {
        Self(id.to_owned())
    }

    /// The id as written in the file.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for FormId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// How many columns of one item may be ticked at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// Any number of them, and their points add up.
    Any,
    /// One: ticking another column takes its place.
    One,
}

/// The span of time a column speaks of, in calendar months before the day of assessment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// Nearer edge. 0 is the day of assessment itself.
    pub from_months: u32,
    /// Farther edge, inclusive; always above `from_months`.
    pub to_months: u32,
}

/// One box that can be ticked for each item of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    pub id: String,
    pub title: Bilingual,
    pub points: u32,
    /// No window: the tick holds for life.
    pub window: Option<Window>,
    /// A tick here is warned of while the category is below this one. Where the file says nothing,
    /// a column of 5 points or more has the category at which a child is at risk
    /// (DOMAIN.md, hazards: one current significant indicator alone is "not at risk").
    pub warn_below: Option<u8>,
}

/// One indicator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    pub id: String,
    pub text: Bilingual,
    pub guidance: Option<Bilingual>,
    /// Points for each column of the section, in the section's order: the column's own unless the
    /// item overrides them.
    pub points: Vec<u32>,
}

/// A group of items that are answered in the same columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    pub id: String,
    pub title: Bilingual,
    pub choice: Choice,
    pub columns: Vec<Column>,
    pub items: Vec<Item>,
}

impl Section {
    /// The place of the column with this id.
    pub fn column_at(&self, id: &str) -> Option<ColumnAt> {
        (0u8..)
            .zip(&self.columns)
            .find(|(_, column)| column.id == id)
            .map(|(at, _)| ColumnAt(at))
    }

    /// The column at a place of this section.
    pub fn column(&self, at: ColumnAt) -> Option<&Column> {
        self.columns.get(usize::from(at.0))
    }

    /// Every column with its place, in the order of the form.
    pub fn columns(&self) -> impl Iterator<Item = (ColumnAt, &Column)> {
        (0u8..)
            .zip(&self.columns)
            .map(|(at, column)| (ColumnAt(at), column))
    }

    /// The most points one item can give.
    pub fn most_for(&self, item: &Item) -> u32 {
        match self.choice {
            Choice::Any => item.points.iter().sum(),
            Choice::One => item.points.iter().copied().max().unwrap_or(0),
        }
    }
}

/// A range of totals with its category. Both ends belong to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Band {
    pub from: u32,
    pub to: u32,
    pub category: u8,
    pub title: Bilingual,
    pub action: Bilingual,
}

/// A floor: where it holds, the category is at least `at_least`, whatever the total.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    pub id: String,
    pub title: Option<Bilingual>,
    /// Holds only for a young person below this age, in years; none holds at any age.
    pub under_age: Option<u8>,
    /// Counts ticks in this section only; none counts all.
    pub section: Option<String>,
    /// Counts ticks in columns of this id only.
    pub column: Option<String>,
    /// How many items must be ticked.
    pub ticks: u32,
    pub at_least: u8,
}

/// A header field that adds points when the answer is yes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extra {
    pub id: String,
    pub title: Bilingual,
    pub points: u32,
}

/// A header field in which something is said of the young person. It adds no points.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AboutField {
    pub id: String,
    pub text: Bilingual,
    pub guidance: Option<Bilingual>,
}

/// How long until the form is due again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Every {
    Days(u32),
    Months(u32),
}

impl Every {
    /// The last day on which it is still in time, counted from a day; calendar months clamp.
    /// `None` beyond the calendar's end.
    pub fn after(self, day: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::Days(days) => day.checked_add_days(Days::new(u64::from(days))),
            Self::Months(months) => day.checked_add_months(Months::new(months)),
        }
    }
}

/// The place of an item in its form, counted over all sections.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemAt(pub(super) u16);

/// The place of a column in its section.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ColumnAt(pub(super) u8);

/// The place of an extra header field in its form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ExtraAt(pub(super) u16);

/// The place of a field about the young person in its form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AboutAt(pub(super) u16);

impl ItemAt {
    pub(super) fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// Most columns a section can have: a set of ticks is kept in one byte.
pub(super) const MOST_COLUMNS: usize = 8;
/// Most fields about the young person a form can have; a paper form has about ten.
pub(super) const MOST_ABOUT: usize = 40;

#[derive(Debug, PartialEq, Eq)]
pub(super) struct FormBody {
    pub id: FormId,
    pub title: Bilingual,
    pub source: String,
    pub at_risk_from: u32,
    pub reassess_every: Every,
    pub welsh_checked: bool,
    pub sections: Vec<Section>,
    pub bands: Vec<Band>,
    pub rules: Vec<Rule>,
    pub extras: Vec<Extra>,
    pub about: Vec<AboutField>,
    /// Of each item in the order of the form: its section and its place there.
    pub places: Vec<(usize, usize)>,
    pub file_text: String,
}

/// A checked form. Two are equal when all they say is equal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form(pub(super) Arc<FormBody>);

impl Form {
    pub fn id(&self) -> &FormId {
        &self.0.id
    }

    pub fn title(&self) -> &Bilingual {
        &self.0.title
    }

    /// Where the form and its scores come from.
    pub fn source(&self) -> &str {
        &self.0.source
    }

    /// The lowest total at which a child is at risk; always the start of a band.
    pub fn at_risk_from(&self) -> u32 {
        self.0.at_risk_from
    }

    pub fn reassess_every(&self) -> Every {
        self.0.reassess_every
    }

    /// Whether a translator has checked the Welsh; screens mark it while not.
    pub fn welsh_checked(&self) -> bool {
        self.0.welsh_checked
    }

    pub fn sections(&self) -> &[Section] {
        &self.0.sections
    }

    pub fn bands(&self) -> &[Band] {
        &self.0.bands
    }

    pub fn rules(&self) -> &[Rule] {
        &self.0.rules
    }

    pub fn extras(&self) -> &[Extra] {
        &self.0.extras
    }

    /// The file's own text, to be kept with a completed assessment, so that it can always be read
    /// on the very form it was made on.
    pub fn file_text(&self) -> &str {
        &self.0.file_text
    }

    /// Every item with its place and section, in the order of the form.
    pub fn items(&self) -> impl Iterator<Item = (ItemAt, &Section, &Item)> {
        let items = self
            .sections()
            .iter()
            .flat_map(|section| section.items.iter().map(move |item| (section, item)));
        (0u16..)
            .zip(items)
            .map(|(at, (section, item))| (ItemAt(at), section, item))
    }

    /// How many items there are.
    pub fn item_count(&self) -> usize {
        self.0.places.len()
    }

    /// The place of the item with this id.
    pub fn item_at(&self, id: &str) -> Option<ItemAt> {
        self.items()
            .find(|(_, _, item)| item.id == id)
            .map(|(at, _, _)| at)
    }

    /// The item at a place of this form, with its section.
    pub fn item(&self, at: ItemAt) -> Option<(&Section, &Item)> {
        let (section, item) = *self.0.places.get(at.index())?;
        let section = self.0.sections.get(section)?;
        Some((section, section.items.get(item)?))
    }

    /// The place of the extra field with this id.
    pub fn extra_at(&self, id: &str) -> Option<ExtraAt> {
        (0u16..)
            .zip(self.extras())
            .find(|(_, extra)| extra.id == id)
            .map(|(at, _)| ExtraAt(at))
    }

    /// The extra field at a place of this form.
    pub fn extra(&self, at: ExtraAt) -> Option<&Extra> {
        self.extras().get(usize::from(at.0))
    }

    /// Every field about the young person with its place, in the order of the form; often none.
    pub fn about(&self) -> impl Iterator<Item = (AboutAt, &AboutField)> {
        (0u16..)
            .zip(&self.0.about)
            .map(|(at, field)| (AboutAt(at), field))
    }

    /// The field about the young person at a place of this form.
    pub fn about_field(&self, at: AboutAt) -> Option<&AboutField> {
        self.0.about.get(usize::from(at.0))
    }

    /// The highest total there can be, extras included.
    pub fn most_points(&self) -> u32 {
        let items: u32 = self
            .items()
            .map(|(_, section, item)| section.most_for(item))
            .sum();
        items + self.extras().iter().map(|extra| extra.points).sum::<u32>()
    }

    /// The band of a total. Totals above the last band belong to it; there are none, because the
    /// form was checked, but a wrong panic would be worse than a right answer.
    pub fn band_for(&self, total: u32) -> &Band {
        let after = self.0.bands.partition_point(|band| band.from <= total);
        &self.0.bands[after.saturating_sub(1)]
    }

    /// The band of a category.
    pub fn band_of(&self, category: u8) -> Option<&Band> {
        self.0.bands.iter().find(|band| band.category == category)
    }

    /// The category that begins at [`Form::at_risk_from`].
    pub fn at_risk_category(&self) -> u8 {
        self.band_for(self.at_risk_from()).category
    }
}
