//! The forms at hand: those that come with the program, and an authority's own in their place.
//!
//! Reading the authority's folder is for others; here only texts come in.

use std::collections::BTreeMap;

use super::form::{Form, FormId};
use super::form_error::{FormError, FormProblem};

/// The form that is used where nothing else is said.
const DEFAULT_FORM: &str = "seraf-wales";
const EMBEDDED: [(&str, &str); 1] = [(
    "seraf-wales.toml",
    include_str!("../../../data/seraf/seraf-wales.toml"),
)];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Origin {
    Embedded,
    Added,
}

/// Forms by their ids.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Forms {
    by_id: BTreeMap<FormId, (Origin, Form)>,
}

impl Forms {
    /// The forms that come with the program.
    ///
    /// # Errors
    /// None in a program that passed its tests; they read every embedded form.
    pub fn embedded() -> Result<Self, FormError> {
        let mut forms = Self::default();
        for (file, text) in EMBEDDED {
            forms.read(file, text, Origin::Embedded)?;
        }
        Ok(forms)
    }

    /// Adds a form from the text of an authority's own file; one of the same id that came with the
    /// program gives way.
    ///
    /// # Errors
    /// A faulty form, or an id that another of the authority's files has used already.
    pub fn add(&mut self, file: &str, text: &str) -> Result<Form, FormError> {
        self.read(file, text, Origin::Added)
    }

    pub fn get(&self, id: &str) -> Option<&Form> {
        self.iter().find(|form| form.id().as_str() == id)
    }

    /// The form for a new assessment where policy names no other.
    pub fn default_form(&self) -> Option<&Form> {
        self.get(DEFAULT_FORM)
    }

    /// All forms in the order of their ids.
    pub fn iter(&self) -> impl Iterator<Item = &Form> {
        self.by_id.values().map(|(_, form)| form)
    }

    fn read(&mut self, file: &str, text: &str, origin: Origin) -> Result<Form, FormError> {
        let form = Form::from_toml(file, text)?;
        if let Some((Origin::Added, _)) = self.by_id.get(form.id()) {
            return Err(FormError {
                file: file.to_owned(),
                key: "id".to_owned(),
                problem: FormProblem::DoubleForm(form.id().to_string()),
            });
        }
        self.by_id.insert(form.id().clone(), (origin, form.clone()));
        Ok(form)
    }
}
