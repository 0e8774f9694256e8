//! The impure rim: the terminal's guard, the input thread, signals, the store's thread, the clock.

pub mod clock;
pub mod input;
pub mod signals;
pub mod terminal;
