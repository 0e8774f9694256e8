//! Drawing: a frame out of a model, and nothing else.
//!
//! [`draw`] lays out the frame that all screens share, lets the screen in front draw its title
//! and body, and puts dialogs over it. Nothing here changes or remembers anything.

pub mod dialog;
pub mod frame;
pub mod keys;
pub mod screen;
#[cfg(test)]
pub(crate) mod testing;
pub mod text;
pub mod theme;
pub mod view;
pub mod widget;

pub use frame::draw;
pub use theme::{Glyph, Theme};
pub use view::{Title, View};
