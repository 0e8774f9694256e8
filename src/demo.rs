//! Fictional casework that looks like the real thing, made from a seed.
//!
//! [`Population`] plans it purely: a stream of young people and what happens to them, in the
//! order of time. [`write`] keeps it in a store by the deeds of `casework`. Everything is made
//! up; the places do not exist ("Ffug" and "Chwedl" are Welsh for fake and fable). Nothing here
//! reads the clock or draws.

mod cast;
mod dice;
mod letters;
mod meetings;
mod names;
mod people;
mod plots;
mod population;
mod scenes;
mod seraf;
mod story;
mod telling;
#[cfg(test)]
mod tests;
mod texts;
pub mod write;

pub use cast::{CAST, Hand, Player};
pub use population::Population;
pub use story::{Deed, Held, Protocol, Said, Step, Story};
