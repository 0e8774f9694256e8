//! The interactive program without a terminal: what came in, the form, the keys.
//!
//! No drawing, no SQL, no files, no clock, no threads: those are `ui`'s and `runtime`'s.

pub mod effect;
pub mod form;
pub mod input;
pub mod keymap;
pub mod model;
pub mod msg;
pub mod screen;
pub mod update;
