//! What is said about the young person in the header of the form: ethnicity, legal status, in care
//! since, as the form's own file asks for it. It adds nothing to the score.

use std::collections::BTreeMap;

use crate::domain::sharing::Confidential;

/// What was typed, by the id of its field. A field in which nothing stands is not in it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct About(BTreeMap<String, Confidential>);

impl About {
    /// Out of plain words by the ids of their fields, as a store keeps them.
    pub fn from_words(words: BTreeMap<String, String>) -> Self {
        let mut about = Self::default();
        for (id, words) in words {
            about.put(&id, Confidential::new(words));
        }
        about
    }

    /// The words by the ids of their fields, for a place that professionals alone see.
    pub fn for_professionals(&self) -> BTreeMap<&str, &str> {
        let all = self.0.iter();
        all.map(|(id, said)| (id.as_str(), said.for_professionals()))
            .collect()
    }

    /// What stands in a field, if anything does.
    pub fn of(&self, id: &str) -> Option<&Confidential> {
        self.0.get(id)
    }

    /// Says this in a field; blank words empty it.
    pub fn put(&mut self, id: &str, said: Confidential) {
        if said.is_blank() {
            self.0.remove(id);
        } else {
            self.0.insert(id.to_owned(), said);
        }
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Every text through a function, such as one that cleans it.
    pub fn change_texts(&mut self, change: impl Fn(&str) -> String) {
        for (id, said) in std::mem::take(&mut self.0) {
            self.put(&id, Confidential::new(change(said.for_professionals())));
        }
    }
}
