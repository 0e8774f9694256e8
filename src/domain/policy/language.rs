//! Words that blame a young person, found in typed text, with a gentle suggestion. Never blocks.

use std::ops::Range;

use serde::Deserialize;

use crate::domain::bilingual::Bilingual;
use crate::domain::likeness::fold_for_search;

use super::file::{Check, PolicyError, PolicyProblem, parse};

pub(super) const EMBEDDED: &str = include_str!("../../../data/language-warnings.toml");

/// The phrases to warn about.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LanguageWarnings {
    #[serde(default, rename = "phrase")]
    phrases: Vec<Phrase>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Phrase {
    id: String,
    find: Vec<String>,
    suggestion: Bilingual,
    /// In quotation marks it is someone's own word, not ours.
    #[serde(default)]
    fine_in_quotes: bool,
}

/// A phrase as it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundPhrase<'a> {
    /// Where, in bytes of the text that was looked through.
    pub at: Range<usize>,
    /// The id of the phrase in the file.
    pub id: &'a str,
    pub suggestion: &'a Bilingual,
}

impl LanguageWarnings {
    /// # Errors
    /// The first fault, with its key.
    pub fn from_toml(file: &str, text: &str) -> Result<Self, PolicyError> {
        let read: Self = parse(file, text)?;
        let check = Check(file);
        check.ids("phrase", read.phrases.iter().map(|phrase| &phrase.id))?;
        let mut seen: Vec<String> = Vec::new();
        for phrase in &read.phrases {
            let key = format!("phrase.{}.find", phrase.id);
            if phrase.find.is_empty() {
                return check.refuse(&key, PolicyProblem::NoneGiven);
            }
            for words in &phrase.find {
                check.text(&key, words)?;
                let folded = fold_for_search(words);
                if folded.is_empty() {
                    return check.refuse(&key, PolicyProblem::Empty);
                }
                if seen.contains(&folded) {
                    return check.refuse(&key, PolicyProblem::DoublePhrase(words.clone()));
                }
                seen.push(folded);
            }
            check.bilingual(
                &format!("phrase.{}.suggestion", phrase.id),
                &phrase.suggestion,
            )?;
        }
        Ok(read)
    }

    /// Every phrase in a text, by its place. Accents, case, line ends and hyphens make no
    /// difference; a phrase begins and ends with whole words.
    pub fn find(&self, text: &str) -> Vec<FoundPhrase<'_>> {
        let words = words_of(text);
        let mut found = Vec::new();
        for phrase in &self.phrases {
            for wanted in &phrase.find {
                let folded = fold_for_search(wanted);
                let wanted: Vec<&str> = folded.split(' ').collect();
                for run in words.windows(wanted.len()) {
                    let same = run
                        .iter()
                        .zip(&wanted)
                        .all(|(word, want)| word.folded == *want);
                    let (Some(first), Some(last)) = (run.first(), run.last()) else {
                        continue;
                    };
                    let at = first.at.start..last.at.end;
                    if same
                        && is_one_run(text, run)
                        && !(phrase.fine_in_quotes && is_quoted(text, &at))
                    {
                        found.push(FoundPhrase {
                            at,
                            id: &phrase.id,
                            suggestion: &phrase.suggestion,
                        });
                    }
                }
            }
        }
        found.sort_by_key(|phrase| phrase.at.start);
        found
    }
}

struct Word {
    at: Range<usize>,
    folded: String,
}

/// The words of a text. An apostrophe belongs to a word only between two letters, so that single
/// quotation marks do not.
fn words_of(text: &str) -> Vec<Word> {
    let belongs =
        |c: char| c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c);
    let mut words: Vec<Range<usize>> = Vec::new();
    let mut letters = text.char_indices().peekable();
    let mut open = false;
    while let Some((at, letter)) = letters.next() {
        let before_letter = letters.peek().is_some_and(|(_, next)| belongs(*next));
        let inside = open && before_letter && matches!(letter, '\'' | '’');
        if !belongs(letter) && !inside {
            open = false;
            continue;
        }
        let end = at + letter.len_utf8();
        match words.last_mut().filter(|_| open) {
            Some(word) => word.end = end,
            None => words.push(at..end),
        }
        open = true;
    }
    let folded = |at: Range<usize>| Word {
        folded: fold_for_search(text.get(at.clone()).unwrap_or_default()),
        at,
    };
    words.into_iter().map(folded).collect()
}

/// A full stop or comma between two words parts them.
fn is_one_run(text: &str, run: &[Word]) -> bool {
    run.windows(2).all(|pair| {
        let [one, next] = pair else { return true };
        let between = text.get(one.at.end..next.at.start).unwrap_or_default();
        between
            .chars()
            .all(|c| c.is_whitespace() || matches!(c, '-' | '‐' | '‑'))
    })
}

fn is_quoted(text: &str, at: &Range<usize>) -> bool {
    let quote = |c: char| matches!(c, '"' | '\'' | '“' | '”' | '‘' | '’' | '«' | '»');
    let before = text
        .get(..at.start)
        .and_then(|start| start.chars().next_back());
    let after = text.get(at.end..).and_then(|rest| rest.chars().next());
    before.is_some_and(quote) && after.is_some_and(quote)
}
