//! The interactive program without a terminal: model, messages, effects, keys.
//!
//! No drawing, no SQL, no files, no clock, no threads: those are `ui`'s and `runtime`'s.

pub mod cursor;
pub mod cx;
pub mod dialog;
pub mod effect;
pub mod form;
pub mod input;
pub mod keymap;
pub mod left;
pub mod model;
pub mod msg;
pub mod over;
pub mod page;
pub mod screen;
pub mod talk;
#[cfg(test)]
pub(crate) mod testing;
pub mod typing;
pub mod update;
pub mod window;
