//! The impure rim: the loop, terminal, input, signals, the store's thread, the clock.

pub mod clock;
pub mod crash;
pub mod desk;
mod drill;
pub mod input;
pub mod private_files;
pub mod program;
pub mod signals;
pub mod terminal;
