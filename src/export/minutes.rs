//! Minutes made of what was recorded: a draft to be edited, in English or Welsh, and the Word
//! document of what was approved.
//!
//! The full version is made of a [`FullSource`] and stays [`Confidential`]; the family's is made
//! of a [`FamilySource`], which has no place for professionals' words, and is [`Shareable`] from
//! its first sentence. A line that begins with `# ` is a heading, one with `- ` a point.

mod document;
mod family;
mod full;
mod phrases;
#[cfg(test)]
mod tests;

pub use self::document::{family_page, full_page, stem};
use crate::domain::minutes::{FamilySource, FullSource};
use crate::domain::rules::Rules;
use crate::domain::sharing::{Confidential, Shareable};
use crate::words::Words;

/// The full minutes as they can be drafted, for professionals alone.
pub fn draft_full(source: &FullSource, words: &Words, rules: &Rules) -> Confidential {
    Confidential::new(full::draft(source, words, rules))
}

/// The family's minutes as they can be drafted, in plain words.
///
/// Professionals' words do not fit into it:
///
/// ```compile_fail,E0308
/// use diogel::domain::minutes::FamilySource;
/// use diogel::domain::sharing::Confidential;
/// fn slip(source: &mut FamilySource, words: Confidential) {
///     source.released.push(words);
/// }
/// ```
pub fn draft_family(source: &FamilySource, words: &Words, rules: &Rules) -> Shareable {
    Shareable::new(family::draft(source, words, rules))
}
