//! Documents and calendar files, made of domain values and the words of one language.
//!
//! Bytes only: where they are written, and whether they may be, is not known here. A family's
//! document is made of a family's letter, which has no place for what is professionals' alone.

pub mod calendar;
mod family_letter;
mod family_plan;
pub mod minutes;
mod names;
pub mod plain;
mod professional_letter;
#[cfg(test)]
pub(crate) mod tests;
pub mod word;

pub use self::names::stem;
use self::word::{Page, WordError};
use crate::domain::invitation::{Contact, Letter, Place};
use crate::domain::plan::FamilyPlan;
use crate::words::{Key, Words};

/// A letter as a Word document.
///
/// # Errors
/// Where the document cannot be put together.
pub fn letter_document(letter: &Letter, words: &Words) -> Result<Vec<u8>, WordError> {
    word::docx(&letter_page(letter, words), words.language())
}

/// A letter as it stands on paper.
pub fn letter_page(letter: &Letter, words: &Words) -> Page {
    match letter {
        Letter::Professional(letter) => professional_letter::page(letter, words),
        Letter::Family(letter) => family_letter::page(letter, words),
    }
}

/// The young person's and family's copy of their plan, as it stands on paper and on the screen.
pub fn family_plan_page(plan: &FamilyPlan, called: &str, words: &Words) -> Page {
    family_plan::page(plan, called, words)
}

/// The name of that copy's file, without its ending.
pub fn family_plan_stem(plan: &FamilyPlan, called: &str, words: &Words) -> String {
    names::joined(&family_plan::name_parts(plan, called, words))
}

/// Where, in one line: name and address of a room; of a video meeting its name.
fn place_line(place: &Place, words: &Words) -> String {
    let name = place.name.say(words.language());
    if place.address.is_empty() {
        name.to_owned()
    } else {
        format!("{name}, {}", place.address)
    }
}

/// Whom to tell whether one comes.
fn contact_line(contact: &Contact, words: &Words) -> String {
    with_contact(Key::LetterContact, contact, words)
}

/// Whom to ask, where there is nothing to come to.
fn ask_line(contact: &Contact, words: &Words) -> String {
    with_contact(Key::LetterAsk, contact, words)
}

fn with_contact(key: Key, contact: &Contact, words: &Words) -> String {
    words.with(
        key,
        &[
            ("name", contact.name.say(words.language()).into()),
            ("telephone", contact.telephone.as_str().into()),
            ("email", contact.email.as_str().into()),
        ],
    )
}
