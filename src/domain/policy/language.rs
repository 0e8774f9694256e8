//! Wording that blames a child, found in what is typed: `language-warnings.toml`.
//!
//! It is pointed to and never blocked (DOMAIN.md, section 1). How it looks is drawn elsewhere.

#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::ops::Range;

use serde::Deserialize;

use super::data_file::{DataFile, PolicyError};
use crate::domain::bilingual::Bilingual;

/// One kind of wording and what can be written in its place.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wording {
    pub id: String,
    /// Any of these, in any case.
    pub find: Vec<String>,
    /// Not pointed to inside quotation marks.
    #[serde(default)]
    pub unless_quoted: bool,
    /// What can be written in its place.
    #[serde(rename = "try")]
    pub suggestion: Bilingual,
}

/// A place in a text that has such wording.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LanguageWarning<'a> {
    /// Where it stands, in characters (not bytes, not columns) from the start of the text.
    pub chars: Range<usize>,
    /// What was typed there.
    pub typed: String,
    pub wording: &'a Wording,
}

/// All wording to look for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LanguageWarnings {
    list: Vec<Wording>,
    /// By the first word: the words of the phrase and the place of its wording.
    by_first_word: HashMap<String, Vec<(Vec<String>, usize)>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WarningsFile {
    #[serde(default)]
    wording: Vec<Wording>,
}

/// One word of a text with its place in characters.
struct Word {
    folded: String,
    chars: Range<usize>,
}

impl LanguageWarnings {
    /// Reads and checks `language-warnings.toml`.
    ///
    /// # Errors
    /// The first key that cannot be right, by file and key.
    pub fn from_toml(name: &str, text: &str) -> Result<Self, PolicyError> {
        let file = DataFile { name, text };
        let WarningsFile { wording: list } = file.parse()?;
        file.check_ids("wording", list.iter().map(|wording| wording.id.as_str()))?;
        let mut by_first_word: HashMap<_, Vec<_>> = HashMap::new();
        for (at, wording) in list.iter().enumerate() {
            let key = |key: &str| format!("wording.{}.{key}", wording.id);
            file.check_bilingual(&key("try"), &wording.suggestion)?;
            if wording.find.is_empty() {
                file.check_text(&key("find"), "")?;
            }
            for phrase in &wording.find {
                file.check_text(&key("find"), phrase)?;
                let chars: Vec<char> = phrase.chars().collect();
                let words: Vec<String> = words_of(&chars).into_iter().map(|w| w.folded).collect();
                match words.first() {
                    Some(first) => by_first_word
                        .entry(first.clone())
                        .or_default()
                        .push((words, at)),
                    // Only signs, no word: nothing could ever be found.
                    None => file.check_text(&key("find"), "")?,
                }
            }
        }
        Ok(Self {
            list,
            by_first_word,
        })
    }

    /// Every kind of wording in the order of the file.
    pub fn all(&self) -> &[Wording] {
        &self.list
    }

    /// The places in a text with wording to think again about, in order and never overlapping:
    /// where two begin at one word the longer is named.
    pub fn find(&self, text: &str) -> Vec<LanguageWarning<'_>> {
        let chars: Vec<char> = text.chars().collect();
        let words = words_of(&chars);
        let mut found: Vec<LanguageWarning> = Vec::new();
        let mut at = 0;
        while let Some(rest) = words.get(at..).filter(|rest| !rest.is_empty()) {
            let Some((length, warning)) = self.warning_at(&chars, rest) else {
                at += 1;
                continue;
            };
            found.extend(warning);
            at += length;
        }
        found
    }

    /// The longest phrase that begins at the first of these words, with its length in words. The
    /// warning is `None` where the phrase is there, but in quotation marks.
    fn warning_at(
        &self,
        chars: &[char],
        words: &[Word],
    ) -> Option<(usize, Option<LanguageWarning<'_>>)> {
        let first = words.first()?;
        let (phrase, wording) = self
            .by_first_word
            .get(&first.folded)?
            .iter()
            .filter(|(phrase, _)| starts_with(chars, words, phrase))
            .max_by_key(|(phrase, _)| phrase.len())?;
        let wording = self.list.get(*wording)?;
        let last = words.get(phrase.len() - 1)?;
        let place = first.chars.start..last.chars.end;
        if wording.unless_quoted && is_quoted(chars, &place) {
            return Some((phrase.len(), None));
        }
        let typed = chars.get(place.clone())?.iter().collect();
        let warning = LanguageWarning {
            chars: place,
            typed,
            wording,
        };
        Some((phrase.len(), Some(warning)))
    }
}

fn starts_with(chars: &[char], words: &[Word], phrase: &[String]) -> bool {
    let Some(words) = words.get(..phrase.len()) else {
        return false;
    };
    let gap_is_plain = |pair: &[Word]| match pair {
        [before, after] => chars
            .get(before.chars.end..after.chars.start)
            .is_some_and(|gap| gap.iter().all(|c| c.is_whitespace() || is_hyphen(*c))),
        _ => false,
    };
    words.iter().map(|word| &word.folded).eq(phrase) && words.windows(2).all(gap_is_plain)
}

/// Whether the place is wrapped in quotation marks, or stands inside a quotation of its line: an
/// odd number of double marks before it and one after it.
fn is_quoted(chars: &[char], place: &Range<usize>) -> bool {
    let before = chars.get(..place.start).unwrap_or(&[]);
    let after = chars.get(place.end..).unwrap_or(&[]);
    let wrapped = before.last().copied().is_some_and(is_quote)
        && after.first().copied().is_some_and(is_quote);
    let in_line = |c: &&char| **c != '\n';
    let doubles_before = before
        .iter()
        .rev()
        .take_while(in_line)
        .filter(is_double_quote);
    let mut doubles_after = after.iter().take_while(in_line).filter(is_double_quote);
    wrapped || (doubles_before.count() % 2 == 1 && doubles_after.next().is_some())
}

/// Letters and digits with the apostrophes inside them, in small letters.
fn words_of(chars: &[char]) -> Vec<Word> {
    let mut words = Vec::new();
    let mut at = 0;
    while let Some(first) = chars.get(at) {
        if !first.is_alphanumeric() {
            at += 1;
            continue;
        }
        let start = at;
        let mut folded = String::new();
        while let Some(c) = chars.get(at) {
            let inside =
                is_apostrophe(*c) && chars.get(at + 1).is_some_and(|c| c.is_alphanumeric());
            if inside {
                folded.push('\'');
            } else if c.is_alphanumeric() || is_mark(*c) {
                folded.extend(c.to_lowercase());
            } else {
                break;
            }
            at += 1;
        }
        words.push(Word {
            folded,
            chars: start..at,
        });
    }
    words
}

/// A combining mark, as in a ŷ typed as two characters.
fn is_mark(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{2bc}')
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2013}')
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "the shape that filter asks for"
)]
fn is_double_quote(c: &&char) -> bool {
    matches!(c, '"' | '“' | '”' | '«' | '»')
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\'' | '“' | '”' | '‘' | '’' | '«' | '»')
}
