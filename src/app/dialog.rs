//! What lies over the screen: a question, the help, the palette. The last one is on top.

use super::keymap::{self, Command, Place, Row};
use super::model::Confirm;
use crate::domain::roles::Role;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Dialog {
    Confirm(Confirm),
    /// The keys of this place; the row from which they are shown.
    Help {
        first: usize,
    },
    Palette(Palette),
}

/// Every command of a place, narrowed down by what is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Palette {
    pub place: Place,
    /// Of the one who asks: nobody is offered what their role may not do.
    pub role: Option<Role>,
    pub typed: String,
    pub at: usize,
}

/// Longer than the words of any command.
const LONGEST_TYPED_CHARS: usize = 60;

impl Palette {
    pub fn new(place: Place, role: Option<Role>) -> Self {
        Self {
            place,
            role,
            typed: String::new(),
            at: 0,
        }
    }

    /// The rows it could offer; which of them fit the typed words depends on the language, so the
    /// one who draws and the one who chooses ask [`Self::matching`] with the words.
    pub fn rows(&self) -> impl Iterator<Item = &'static Row> {
        keymap::rows_for(self.place, self.role).filter(|row| row.command != Command::Palette)
    }

    /// The rows that fit, the best first. `say` gives the words of a row.
    pub fn matching(&self, say: impl Fn(&Row) -> String) -> Vec<&'static Row> {
        use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
        use nucleo_matcher::{Config, Matcher, Utf32Str};
        let pattern = Pattern::parse(&self.typed, CaseMatching::Ignore, Normalization::Smart);
        let mut matcher = Matcher::new(Config::DEFAULT);
        let mut letters = Vec::new();
        let mut found: Vec<(u32, &'static Row)> = self
            .rows()
            .filter_map(|row| {
                let words = say(row);
                let points = pattern.score(Utf32Str::new(&words, &mut letters), &mut matcher)?;
                Some((points, row))
            })
            .collect();
        // Stable: rows that fit equally stay in the order of the keymap.
        found.sort_by_key(|(points, _)| std::cmp::Reverse(*points));
        found.into_iter().map(|(_, row)| row).collect()
    }

    pub fn typed(&mut self, letter: char) {
        if !letter.is_control() && self.typed.chars().count() < LONGEST_TYPED_CHARS {
            self.typed.push(letter);
            self.at = 0;
        }
    }

    pub fn erase(&mut self) {
        self.typed.pop();
        self.at = 0;
    }
}
