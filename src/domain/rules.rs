//! All that policy can change, in one value: the authority's decisions and the SERAF forms.

use super::policy::{Policies, PoliciesError};
use super::seraf::{FormError, Forms};

/// What every deed of casework and every screen counts by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rules {
    pub policies: Policies,
    pub forms: Forms,
}

/// A data file that was refused, by file and key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RulesError {
    #[error(transparent)]
    Policies(#[from] PoliciesError),
    #[error(transparent)]
    Form(#[from] FormError),
}

impl Rules {
    /// What comes with the program.
    ///
    /// # Errors
    /// None in a program that passed its tests; they read every embedded file.
    pub fn embedded() -> Result<Self, RulesError> {
        Ok(Self {
            policies: Policies::embedded()?,
            forms: Forms::embedded()?,
        })
    }
}
