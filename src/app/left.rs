//! Forms over a page that were left with something typed. The page's draft holds them, and each
//! comes back as it was typed when it is opened again.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::form::{Form, Typed};

/// What was typed in one form. `K` says which form of the page it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Left<K> {
    pub form: K,
    pub typed: BTreeMap<String, Typed>,
}

impl<K: Clone> Left<K> {
    pub fn of(kind: &K, form: &Form) -> Self {
        Self {
            form: kind.clone(),
            typed: form.draft(),
        }
    }
}

/// Each form that was left, once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct LeftForms<K>(Vec<Left<K>>);

impl<K> Default for LeftForms<K> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: Clone + PartialEq> LeftForms<K> {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Keeps what stands in a form, in the place of what was left of it before.
    pub fn leave(&mut self, kind: &K, form: &Form) {
        self.put(Left::of(kind, form));
    }

    /// As [`Self::leave`], with what a draft held of it.
    pub fn put(&mut self, left: Left<K>) {
        self.forget(&left.form);
        self.0.push(left);
    }

    /// Puts what was left of a form into it; it is in that form from now on.
    pub fn come_back(&mut self, kind: &K, form: &mut Form) {
        if let Some(at) = self.0.iter().position(|left| left.form == *kind) {
            form.restore(&self.0.remove(at).typed);
        }
    }

    /// Lets go what was left of all other forms.
    pub fn keep_only(&mut self, is_kept: impl Fn(&K) -> bool) {
        self.0.retain(|left| is_kept(&left.form));
    }

    /// It was saved: nothing of it is left typed.
    pub fn forget(&mut self, kind: &K) {
        self.0.retain(|left| left.form != *kind);
    }
}
