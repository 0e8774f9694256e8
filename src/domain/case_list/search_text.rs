//! What is looked for by what was typed into a search: a reference, a birth date, or words of
//! names, other names and addresses, as far as they are typed.

use chrono::{Datelike, NaiveDate};

use crate::domain::date_words::{DateContext, Prefer, date};
use crate::domain::likeness::fold_for_search;
use crate::domain::rules::Rules;

/// More words than anybody types to find a case; a paste is cut here.
const MOST_WORDS: usize = 8;
const MOST_CHARS: usize = 120;
/// `12 o Fawrth 2011` is the longest date in words that a search reads.
const MOST_DATE_WORDS: usize = 4;

/// What a search looks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sought {
    /// Nothing that could be looked for.
    Nothing,
    /// A reference, or as much of one as is typed.
    Reference {
        /// As it is written, were this all of it.
        whole: String,
        /// The digits that are typed, year first: what references that are longer begin with.
        begins: String,
    },
    /// Words, each the beginning of one in the record, and a birth date where one was typed.
    Words {
        /// Folded, none empty. May be none where a birth date is there.
        words: Vec<String>,
        born: Option<NaiveDate>,
    },
}

/// Reads what was typed. A reference may be written in any way (`npt 26 41`, `26/041`,
/// `npt26041`); a birth date as people write dates, with its year, before or after a name.
pub fn sought(typed: &str, today: NaiveDate, rules: &Rules) -> Sought {
    let typed: String = typed.chars().take(MOST_CHARS).collect();
    let reference = &rules.policies.policy.reference;
    if let Some(whole) = reference.read(&spread(&typed, &reference.prefix)) {
        let begins = typed.chars().filter(char::is_ascii_digit).collect();
        return Sought::Reference { whole, begins };
    }
    let parts: Vec<&str> = typed.split_whitespace().collect();
    let context = DateContext {
        today,
        prefer: Prefer::Past,
        holidays: &rules.policies.holidays,
    };
    let (rest, born) = without_birth_date(&parts, &context);
    let mut words: Vec<String> = fold_for_search(&rest.join(" "))
        .split(' ')
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .take(MOST_WORDS)
        .collect();
    words.dedup();
    if words.is_empty() && born.is_none() {
        return Sought::Nothing;
    }
    Sought::Words { words, born }
}

/// `npt26041` as `npt 26 041`, for a reference is also read out and typed in one piece.
fn spread(typed: &str, prefix: &str) -> String {
    let typed = typed.trim();
    let upper = typed.to_ascii_uppercase();
    let Some(digits) = upper.strip_prefix(prefix) else {
        return typed.to_owned();
    };
    let digits = digits.trim_start();
    let is_whole = digits.len() >= 5 && digits.bytes().all(|byte| byte.is_ascii_digit());
    match digits.split_at_checked(2) {
        Some((year, number)) if is_whole => format!("{prefix} {year} {number}"),
        _ => typed.to_owned(),
    }
}

/// The words without those of a birth date at their end or beginning, and the date.
fn without_birth_date<'a>(
    parts: &[&'a str],
    context: &DateContext<'_>,
) -> (Vec<&'a str>, Option<NaiveDate>) {
    for length in (1..=MOST_DATE_WORDS.min(parts.len())).rev() {
        let (start, end) = parts.split_at(parts.len() - length);
        if let Some(born) = birth_date(&end.join(" "), context) {
            return (start.to_vec(), Some(born));
        }
        let (start, end) = parts.split_at(length);
        if let Some(born) = birth_date(&start.join(" "), context) {
            return (end.to_vec(), Some(born));
        }
    }
    (parts.to_vec(), None)
}

/// A date with its year that is not after today. Without a year it could be anybody's birthday,
/// and `may` or `fri` may be names.
fn birth_date(typed: &str, context: &DateContext<'_>) -> Option<NaiveDate> {
    let parts = typed
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|part| !part.is_empty());
    let numbers = parts
        .clone()
        .filter(|part| part.starts_with(|letter: char| letter.is_ascii_digit()));
    if parts.count() < 3 || numbers.count() < 2 {
        return None;
    }
    let born = date(typed, context).ok()?;
    let says_year = typed.contains(&format!("{:02}", born.year().rem_euclid(100)));
    (says_year && born <= context.today).then_some(born)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(typed: &str) -> Sought {
        let rules = Rules::embedded().unwrap();
        sought(typed, "2026-11-23".parse().unwrap(), &rules)
    }

    fn words(words: &[&str], born: Option<&str>) -> Sought {
        Sought::Words {
            words: words.iter().map(|&word| word.to_owned()).collect(),
            born: born.map(|day| day.parse().unwrap()),
        }
    }

    #[test]
    fn reference_in_any_form_is_the_reference() {
        for typed in [
            "NPT-26-041",
            "npt 26 41",
            "26/041",
            "npt26041",
            " npt 26041 ",
            "NPT26-41",
        ] {
            let Sought::Reference { whole, .. } = read(typed) else {
                panic!("{typed}")
            };
            assert_eq!(whole, "NPT-26-041", "{typed}");
        }
        let begun = Sought::Reference {
            whole: "NPT-26-004".to_owned(),
            begins: "2604".to_owned(),
        };
        assert_eq!(read("npt 26 04"), begun);
    }

    #[test]
    fn names_are_folded_into_words() {
        assert_eq!(read("Siân  LLEWELLYN"), words(&["sian", "llewellyn"], None));
        assert_eq!(read("O'Brien-Rees"), words(&["obrien", "rees"], None));
        assert_eq!(read("may"), words(&["may"], None));
        assert_eq!(read("12 High"), words(&["12", "high"], None));
    }

    #[test]
    fn birth_date_typed_in_any_way_is_read_with_or_without_a_name() {
        let born = Some("2012-03-04");
        for typed in [
            "4/3/2012",
            "04.03.12",
            "2012-03-04",
            "4 Mar 2012",
            "4 o Fawrth 2012",
        ] {
            assert_eq!(read(typed), words(&[], born), "{typed}");
        }
        assert_eq!(read("sian 4/3/2012"), words(&["sian"], born));
        assert_eq!(read("4 march 2012 siân ll"), words(&["sian", "ll"], born));
    }

    #[test]
    fn nothing_to_look_for_is_nothing() {
        for typed in ["", "  ", "-", "'"] {
            assert_eq!(read(typed), Sought::Nothing, "{typed:?}");
        }
        assert_eq!(read(&"a ".repeat(100_000)), words(&["a"], None));
    }
}
