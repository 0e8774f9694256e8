//! What files are called. A family's says no more than that there is a meeting.

use crate::domain::invitation::{Call, CallKind, Letter};
use crate::domain::likeness::fold_for_search;
use crate::words::{Key, Words};

/// Longer parts of a name say no more.
const LONGEST_PART_CHARS: usize = 40;

/// The name of a letter's files without ending: plain letters that every system takes. A change
/// and a cancellation have names of their own beside the invitation.
pub fn stem(letter: &Letter, words: &Words) -> String {
    let parts = match letter {
        Letter::Professional(letter) => {
            let who = if letter.to.name.is_empty() {
                letter.to.agency.say(words.language())
            } else {
                &letter.to.name
            };
            vec![
                letter.reference.clone(),
                letter.day.to_string(),
                who.to_owned(),
            ]
        }
        Letter::Family(letter) => vec![
            words.say(Key::LetterFileFamily).to_owned(),
            letter.day.to_string(),
            letter.to.as_str().to_owned(),
        ],
    };
    let mut name = joined(&parts);
    name.push_str(&ending(letter.call(), words));
    name
}

/// Parts of a name in plain letters, with what is empty left out.
pub(super) fn joined(parts: &[String]) -> String {
    let parts = parts.iter().map(|part| plain(part));
    let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
    parts.join("-")
}

fn ending(call: &Call, words: &Words) -> String {
    match call.kind {
        CallKind::Invite => String::new(),
        CallKind::Update => format!("-{}-{}", words.say(Key::LetterFileChanged), call.sequence),
        CallKind::Cancel => format!("-{}", words.say(Key::LetterFileCancelled)),
    }
}

fn plain(part: &str) -> String {
    let folded = fold_for_search(part);
    let letters = folded.chars().map(|letter| {
        if letter.is_ascii_alphanumeric() {
            letter
        } else {
            '-'
        }
    });
    let text: String = letters.collect();
    let whole = text.split('-').filter(|piece| !piece.is_empty());
    let whole = whole.collect::<Vec<_>>().join("-");
    whole.chars().take(LONGEST_PART_CHARS).collect()
}
