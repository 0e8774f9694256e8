//! Being built.

pub mod input;
