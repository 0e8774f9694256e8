//! What every drawing function is handed: the model, the words and the theme.

use std::borrow::Cow;

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Europe::London;

use super::theme::{Glyph, Theme};
use crate::app::form::Called;
use crate::app::model::Model;
use crate::words::{Key as W, Words};

/// How many signs stand for a masked name, whatever its length.
const MASK_COLS: usize = 6;

/// Everything that a frame is drawn from.
#[derive(Debug, Clone, Copy)]
pub struct View<'a> {
    pub model: &'a Model,
    pub words: &'a Words,
    pub theme: Theme,
}

/// The second row of the screen: what this is about, and how it stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Title {
    pub left: String,
    pub right: String,
}

impl<'a> View<'a> {
    /// Today in Wales.
    pub fn today(&self) -> NaiveDate {
        self.model.now.with_timezone(&London).date_naive()
    }

    /// The name of a person, hidden while the privacy key is on. Every name is drawn by way of
    /// this.
    pub fn name<'n>(&self, name: &'n str) -> Cow<'n, str> {
        if self.model.is_masked && !name.is_empty() {
            Cow::Owned(self.theme.glyph(Glyph::Masked).repeat(MASK_COLS))
        } else {
            Cow::Borrowed(name)
        }
    }

    /// That what was typed is kept as a draft, and since when.
    pub fn draft_kept(&self, at: DateTime<Utc>) -> String {
        let time = self.words.time(at.with_timezone(&London).time());
        self.words.with(W::DraftKept, &[("time", time.into())])
    }

    /// What a choice of a form is called, in the language of the screen.
    pub fn called(&self, called: &'a Called) -> &'a str {
        match called {
            Called::Word(key) => self.words.say(*key),
            Called::Data(text) => text.say(self.model.language),
            Called::Name(name) => name,
        }
    }
}
