//! The one form that every screen with fields uses: focus, editing, and what was typed.
//!
//! A form is data: a list of [`Field`]s. Keys come in, a [`Reply`] says what came of them. What
//! was typed can be taken out as [`Typed`] for a draft at any moment and put back, word for word,
//! so that nothing typed is lost. Meaning and rules are the screen's; drawing is `ui`'s.

mod editing;
mod field;
mod pick;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use self::field::{
    Called, Field, FieldKind, LONGEST_LINE_CHARS, LONGEST_TEXT_CHARS, Pasted, Reads,
};
pub use self::pick::Pick;
use crate::app::effect::Secret;
use crate::app::input::{Key, KeyCode};
use crate::words;

/// What came of a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reply {
    /// The form has no use for it; it may be a command.
    NotMine,
    /// Seen, but nothing that would be saved has changed (focus, cursor).
    Moved,
    /// What was typed has changed: the draft is to be saved.
    Changed,
}

/// What stands in one field, as a draft keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Typed {
    Text(String),
    /// The id of the one that is chosen, if any.
    One(Option<String>),
    /// The ids of all that are chosen, in the order they are offered.
    Many(Vec<String>),
    /// What was typed to find a name, and the id of the one that was taken from the list.
    Picked {
        id: Option<String>,
        text: String,
    },
    /// A passphrase, which no draft keeps.
    Secret,
}

/// Fields in their order, the one in focus, and what is wrong with each.
#[derive(Debug)]
pub struct Form {
    fields: Vec<Field>,
    focus: usize,
    faults: BTreeMap<&'static str, words::Key>,
    /// What was typed in fields that are not asked for just now, for when they are again.
    aside: BTreeMap<String, Typed>,
}

impl Form {
    /// A form with its first field in focus.
    pub fn new(fields: Vec<Field>) -> Self {
        Self {
            fields,
            focus: 0,
            faults: BTreeMap::new(),
            aside: BTreeMap::new(),
        }
    }

    /// Asks for other fields from now on. What was typed stays, also that in fields which are gone:
    /// it is there again when they are. So does the focus, where its field is still asked for.
    pub fn ask_instead(&mut self, other: Self) {
        let typed = self.draft();
        let focus = self.focused().map(|field| field.id().to_owned());
        *self = other;
        self.restore(&typed);
        if let Some(focus) = focus {
            self.go_to(&focus);
        }
    }

    pub fn fields(&self) -> &[Field] {
        &self.fields
    }

    /// The place of the field in focus.
    pub fn focus(&self) -> usize {
        self.focus
    }

    pub fn focused(&self) -> Option<&Field> {
        self.fields.get(self.focus)
    }

    /// Whether letters are text here and not commands.
    pub fn takes_text(&self) -> bool {
        self.focused().is_some_and(Field::takes_text)
    }

    /// What stands in a field; `None` for a field that the form does not have.
    pub fn typed(&self, id: &str) -> Option<Typed> {
        self.field(id).map(Field::typed)
    }

    /// The text of a text field, and nothing for the others.
    pub fn text(&self, id: &str) -> String {
        match self.typed(id) {
            Some(Typed::Text(text) | Typed::Picked { text, .. }) => text,
            _ => String::new(),
        }
    }

    /// The id that is chosen in a field of one, or picked from a list.
    pub fn chosen(&self, id: &str) -> Option<String> {
        match self.typed(id) {
            Some(Typed::One(id) | Typed::Picked { id, .. }) => id,
            _ => None,
        }
    }

    /// The ids that are chosen in a field of several.
    pub fn chosen_all(&self, id: &str) -> Vec<String> {
        match self.typed(id) {
            Some(Typed::Many(ids)) => ids,
            _ => Vec::new(),
        }
    }

    /// Takes a passphrase out of its field, which is then empty.
    pub fn take_secret(&mut self, id: &str) -> Secret {
        let field = self.fields.iter_mut().find(|field| field.id() == id);
        field.map(Field::take_secret).unwrap_or_default()
    }

    /// Puts one value into a field, as if it had been typed.
    pub fn put(&mut self, id: &str, typed: &Typed) {
        if let Some(field) = self.fields.iter_mut().find(|field| field.id() == id) {
            field.restore(typed);
        }
    }

    /// Brings a field into focus.
    pub fn go_to(&mut self, id: &str) {
        if let Some(at) = self.fields.iter().position(|field| field.id() == id) {
            self.focus = at;
        }
    }

    /// Whether nothing at all was typed or chosen.
    pub fn is_blank(&self) -> bool {
        self.fields.iter().all(|field| match field.typed() {
            Typed::Text(text) | Typed::Picked { text, .. } => text.trim().is_empty(),
            Typed::One(chosen) => chosen.is_none(),
            Typed::Many(chosen) => chosen.is_empty(),
            Typed::Secret => true,
        })
    }

    /// Whether anything is wrong with a field.
    pub fn has_faults(&self) -> bool {
        !self.faults.is_empty()
    }

    /// What is wrong with a field, to be shown beside it.
    pub fn fault(&self, id: &str) -> Option<words::Key> {
        self.faults.get(id).copied()
    }

    /// Says what is wrong, and brings the first faulty field into focus. Nothing typed changes.
    pub fn show_faults(&mut self, faults: impl IntoIterator<Item = (&'static str, words::Key)>) {
        self.faults = faults.into_iter().collect();
        let first = self
            .fields
            .iter()
            .position(|field| self.faults.contains_key(field.id()));
        if let Some(first) = first {
            self.focus = first;
        }
    }

    /// All that was typed, by field id; also in fields that are not asked for just now.
    pub fn draft(&self) -> BTreeMap<String, Typed> {
        let mut typed = self.aside.clone();
        let fields = self.fields.iter();
        typed.extend(fields.map(|field| (field.id().to_owned(), field.typed())));
        typed
    }

    /// Puts a draft back. Fields that the draft does not name keep what they have; choices that
    /// are no longer offered are left out.
    pub fn restore(&mut self, draft: &BTreeMap<String, Typed>) {
        for (id, typed) in draft {
            if self.field(id).is_none() {
                self.aside.insert(id.clone(), typed.clone());
            }
        }
        for field in &mut self.fields {
            if let Some(typed) = draft.get(field.id()) {
                field.restore(typed);
            }
        }
    }

    /// Takes a key: Tab and Shift-Tab move between fields everywhere; the rest is the field's.
    pub fn key(&mut self, key: Key) -> Reply {
        match key.code {
            KeyCode::Tab => {
                let left = self.fields.get_mut(self.focus).map(Field::leave);
                let moved = self.step(1);
                return left.filter(|left| *left == Reply::Changed).unwrap_or(moved);
            }
            KeyCode::BackTab => return self.step(-1),
            _ => {}
        }
        let Some(field) = self.fields.get_mut(self.focus) else {
            return Reply::NotMine;
        };
        let reply = field.key(key);
        if reply == Reply::Changed {
            self.faults.remove(field.id());
        }
        if reply != Reply::NotMine {
            return reply;
        }
        // The arrows that a field has no use for move on, as people expect of a form.
        match key.code {
            KeyCode::Down => self.step(1),
            KeyCode::Up => self.step(-1),
            KeyCode::Enter if !key.ctrl && !key.alt => self.step(1),
            _ => Reply::NotMine,
        }
    }

    /// Puts pasted text into the field in focus, and nowhere else.
    pub fn paste(&mut self, text: &str) -> Pasted {
        let Some(field) = self.fields.get_mut(self.focus) else {
            return Pasted::NotHere;
        };
        let pasted = field.paste(text);
        if pasted == Pasted::Whole {
            self.faults.remove(field.id());
        }
        pasted
    }

    fn field(&self, id: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.id() == id)
    }

    fn step(&mut self, by: isize) -> Reply {
        let Some(last) = self.fields.len().checked_sub(1) else {
            return Reply::NotMine;
        };
        self.focus = match by {
            ..0 if self.focus == 0 => last,
            ..0 => self.focus - 1,
            _ if self.focus == last => 0,
            _ => self.focus + 1,
        };
        Reply::Moved
    }
}
