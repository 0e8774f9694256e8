//! Parts that several screens draw: the form, the month, rows of a list.

pub mod area;
pub mod form;
pub mod month;
pub mod over;
pub mod rows;
pub mod spans;
