//! What the screens of this part ask of the store and hear from it.

#[derive(Debug, PartialEq, Eq)]
pub enum Ask {}

#[derive(Debug, PartialEq, Eq)]
pub enum Answer {}
