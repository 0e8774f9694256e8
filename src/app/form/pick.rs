//! A field in which one of many names is found by typing a part of it.
//!
//! The list narrows while letters come in; Up and Down move in it, Enter or Tab takes the marked
//! one. A name that is not on the list may stand as it was typed.

use super::field::{Called, LONGEST_LINE_CHARS, Pasted};
use super::{Reply, Typed};
use crate::app::input::{Key, KeyCode};
use crate::domain::bilingual::Language;
use crate::domain::likeness::fold_for_search;
use crate::words::Words;

/// How many names are offered at once.
pub const MOST_OFFERED: usize = 6;

/// The names, what was typed, and which one was taken.
#[derive(Debug)]
pub struct Pick {
    options: Vec<(String, Called)>,
    text: String,
    chosen: Option<String>,
    marked: Option<usize>,
}

impl Pick {
    pub(super) fn new(options: Vec<(String, Called)>) -> Self {
        Self {
            options,
            text: String::new(),
            chosen: None,
            marked: None,
        }
    }

    /// What stands in the field.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The id of the one that was taken from the list.
    pub fn chosen(&self) -> Option<&str> {
        self.chosen.as_deref()
    }

    /// Which of the offered is marked.
    pub fn marked(&self) -> Option<usize> {
        self.marked
    }

    /// The names that fit what was typed, in either language; none once one was taken.
    pub fn offered(&self) -> Vec<&(String, Called)> {
        if self.chosen.is_some() {
            return Vec::new();
        }
        let wanted = fold_for_search(&self.text);
        let fits = |called: &Called| {
            names(called)
                .iter()
                .any(|name| fold_for_search(name).contains(&wanted))
        };
        let fitting = self.options.iter().filter(|(_, called)| fits(called));
        fitting.take(MOST_OFFERED).collect()
    }

    pub(super) fn typed(&self) -> Typed {
        Typed::Picked {
            id: self.chosen.clone(),
            text: self.text.clone(),
        }
    }

    pub(super) fn restore(&mut self, id: Option<&str>, text: &str) {
        self.chosen = self
            .options
            .iter()
            .find(|(known, _)| Some(known.as_str()) == id)
            .map(|(known, _)| known.clone());
        text.clone_into(&mut self.text);
        self.marked = None;
    }

    pub(super) fn paste(&mut self, text: &str) -> Pasted {
        let room_chars = LONGEST_LINE_CHARS.saturating_sub(self.text.chars().count());
        if text.chars().count() > room_chars {
            return Pasted::TooLong { room_chars };
        }
        self.text.push_str(text);
        self.chosen = None;
        Pasted::Whole
    }

    pub(super) fn key(&mut self, key: Key) -> Reply {
        let plain = !key.ctrl && !key.alt;
        let offered = self.offered().len();
        match key.code {
            KeyCode::Char(letter) if plain && !letter.is_control() => {
                if self.text.chars().count() >= LONGEST_LINE_CHARS {
                    return Reply::Moved;
                }
                self.text.push(letter);
                self.chosen = None;
                self.marked = None;
                Reply::Changed
            }
            KeyCode::Backspace | KeyCode::Delete => {
                let had = self.text.pop().is_some() || self.chosen.is_some();
                self.chosen = None;
                self.marked = None;
                if had { Reply::Changed } else { Reply::Moved }
            }
            KeyCode::Down if self.marked.map_or(0, |at| at + 1) < offered => {
                self.marked = Some(self.marked.map_or(0, |at| at + 1));
                Reply::Moved
            }
            KeyCode::Up if self.marked.is_some() => {
                self.marked = self.marked.and_then(|at| at.checked_sub(1));
                Reply::Moved
            }
            KeyCode::Enter if plain => self.take_marked(),
            _ => Reply::NotMine,
        }
    }

    /// Takes the marked name, or the only one that fits.
    fn take_marked(&mut self) -> Reply {
        let at = match self.marked {
            Some(at) => at,
            None if self.offered().len() == 1 && !self.text.is_empty() => 0,
            None => return Reply::NotMine,
        };
        self.take_offered(at)
    }

    /// Takes the marked name, or the one that was typed whole: a part of a name may be another
    /// name and stands as it is, and of two that are called alike neither is taken.
    pub(super) fn leave(&mut self) -> Reply {
        let typed = fold_for_search(&self.text);
        let is_typed = |(_, called): &&(String, Called)| {
            let mut names = names(called).into_iter();
            names.any(|name| fold_for_search(name) == typed)
        };
        let is_one = self.options.iter().filter(is_typed).count() == 1;
        let at = self.marked.or_else(|| {
            let typed = self.offered().iter().position(is_typed);
            typed.filter(|_| is_one)
        });
        at.map_or(Reply::NotMine, |at| self.take_offered(at))
    }

    fn take_offered(&mut self, at: usize) -> Reply {
        let Some((id, called)) = self.offered().get(at).copied() else {
            return Reply::NotMine;
        };
        let (id, name) = (id.clone(), written(called));
        self.chosen = Some(id);
        self.text = name;
        self.marked = None;
        Reply::Changed
    }
}

/// What it is called, in either language.
fn names(called: &Called) -> Vec<&str> {
    match called {
        Called::Data(text) => vec![text.en.as_str(), text.cy.as_str()],
        Called::Name(name) => vec![name.as_str()],
        Called::Word(key) => [Language::English, Language::Welsh]
            .map(|language| Words::embedded(language).say(*key))
            .to_vec(),
    }
}

/// The name as the field keeps it; what is shown of a choice follows the language.
fn written(called: &Called) -> String {
    match called {
        Called::Data(text) => text.en.clone(),
        Called::Name(name) => name.clone(),
        Called::Word(key) => Words::embedded(Language::English).say(*key).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pick() -> Pick {
        let names = ["Heddlu De Cymru", "Gwasanaethau Plant", "Ysgol Cwrt Sart"];
        let options = names.map(|name| (name.to_lowercase(), Called::Name(name.to_owned())));
        Pick::new(options.to_vec())
    }

    fn press(pick: &mut Pick, code: KeyCode) -> Reply {
        pick.key(Key::plain(code))
    }

    #[test]
    fn part_of_a_name_narrows_the_list_and_enter_takes_the_only_one() {
        let mut pick = pick();
        for letter in "sart".chars() {
            press(&mut pick, KeyCode::Char(letter));
        }
        assert_eq!(pick.offered().len(), 1);
        assert_eq!(press(&mut pick, KeyCode::Enter), Reply::Changed);
        assert_eq!(pick.chosen(), Some("ysgol cwrt sart"));
        assert!(pick.offered().is_empty());
        press(&mut pick, KeyCode::Backspace);
        assert_eq!(pick.chosen(), None);
    }

    #[test]
    fn name_that_is_not_on_the_list_stands_as_typed() {
        let mut pick = pick();
        for letter in "Nan".chars() {
            press(&mut pick, KeyCode::Char(letter));
        }
        assert_eq!(pick.offered().len(), 0);
        assert_eq!(press(&mut pick, KeyCode::Enter), Reply::NotMine);
        let text = "Nan".to_owned();
        assert_eq!(pick.typed(), Typed::Picked { id: None, text });
    }

    #[test]
    fn leaving_takes_the_marked_name_or_one_typed_whole_and_no_other() {
        let mut marked = pick();
        press(&mut marked, KeyCode::Down);
        assert_eq!(marked.leave(), Reply::Changed);
        assert_eq!(marked.chosen(), Some("heddlu de cymru"));
        let mut whole = pick();
        for letter in "ysgol cwrt SART".chars() {
            press(&mut whole, KeyCode::Char(letter));
        }
        assert_eq!(whole.leave(), Reply::Changed);
        assert_eq!(whole.chosen(), Some("ysgol cwrt sart"));
        let mut part = pick();
        for letter in "Ysgol".chars() {
            press(&mut part, KeyCode::Char(letter));
        }
        assert_eq!(part.leave(), Reply::NotMine);
        assert_eq!((part.chosen(), part.text()), (None, "Ysgol"));
    }

    #[test]
    fn arrows_move_within_the_list_and_then_on() {
        let mut pick = pick();
        for _ in 0..3 {
            assert_eq!(press(&mut pick, KeyCode::Down), Reply::Moved);
        }
        assert_eq!(press(&mut pick, KeyCode::Down), Reply::NotMine);
        press(&mut pick, KeyCode::Up);
        press(&mut pick, KeyCode::Enter);
        assert_eq!(pick.chosen(), Some("gwasanaethau plant"));
    }
}
