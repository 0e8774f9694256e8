//! Drawing: `&Model` to a frame. Nothing is learnt while drawing, and nothing is changed.

pub mod text;
pub mod theme;
