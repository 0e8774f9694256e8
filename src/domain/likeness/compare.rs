//! Two identities side by side: which reasons hold, and what they come to.

use chrono::{Datelike, NaiveDate};
use strsim::{jaro_winkler, osa_distance};

use super::names::{fold_for_search, phonetic_keys};
use super::short_forms::is_short_form;
use super::{Identity, Likeness, Reason};

const SIMILAR_SPELLING_FROM: f64 = 0.9;
/// People state ages a year off; more than two years is another person or a guess.
const AGE_FITS_WITHIN_YEARS: i32 = 1;
const AGE_DIFFERS_BEYOND_YEARS: i32 = 2;

/// How alike two identities are. The same both ways round.
pub fn likeness(one: &Identity, other: &Identity) -> Likeness {
    let (a, b) = (Folded::of(one), Folded::of(other));
    let mut reasons: Vec<Reason> = name_reason(&a, &b).into_iter().collect();
    let names_match = reasons
        .first()
        .is_some_and(|reason| !matches!(reason, Reason::SameGivenName | Reason::Initial));
    reasons.extend(age_reason(one, other));
    if !a.address.is_empty() && a.address == b.address {
        reasons.push(Reason::SameAddress);
    }
    let sum: i32 = reasons.iter().map(|why| why.points(names_match)).sum();
    Likeness {
        score: u8::try_from(sum.clamp(0, 100)).unwrap_or(0),
        reasons,
    }
}

struct Folded {
    given: Vec<String>,
    family: Vec<String>,
    aliases: Vec<Vec<String>>,
    address: String,
}

impl Folded {
    fn of(identity: &Identity) -> Self {
        Self {
            given: words(&identity.given),
            family: words(&identity.family),
            aliases: identity.aliases.iter().map(|name| words(name)).collect(),
            address: fold_for_search(&identity.address),
        }
    }

    fn first_given(&self) -> &str {
        self.given.first().map_or("", String::as_str)
    }

    fn is_whole(&self) -> bool {
        !self.given.is_empty() && !self.family.is_empty()
    }

    /// All words of the name, sorted: the order in which they were written is lost on purpose.
    fn whole(&self) -> Vec<String> {
        sorted(self.given.iter().chain(&self.family))
    }

    /// Every other name, and with `own` the names that an alias may stand for.
    fn known_as<'a>(&'a self, own: &'a [Vec<String>]) -> impl Iterator<Item = Vec<String>> + 'a {
        self.aliases.iter().chain(own).map(sorted)
    }
}

fn words(text: &str) -> Vec<String> {
    let folded = fold_for_search(text);
    folded.split_whitespace().map(str::to_owned).collect()
}

fn sorted<'a>(words: impl IntoIterator<Item = &'a String>) -> Vec<String> {
    let mut words: Vec<String> = words.into_iter().cloned().collect();
    words.sort();
    words
}

/// The strongest thing that can be said of the names.
fn name_reason(a: &Folded, b: &Folded) -> Option<Reason> {
    let same_given = !a.given.is_empty() && a.first_given() == b.first_given();
    // Where one name is all that anybody knows of either, it is the whole name.
    let one_name = a.family.is_empty() && b.family.is_empty();
    if same_given && one_name {
        return Some(Reason::SameName);
    }
    if a.is_whole() && b.is_whole() {
        // A middle name left out does not make another person.
        if same_given && a.family == b.family {
            return Some(Reason::SameName);
        }
        if a.whole() == b.whole() {
            return Some(Reason::OtherOrder);
        }
    }
    if alias_matches(a, b) || alias_matches(b, a) {
        return Some(Reason::Alias);
    }
    if a.is_whole() && b.is_whole() {
        let (a_family, b_family) = (a.family.join(" "), b.family.join(" "));
        if sounds_alike(a.first_given(), b.first_given()) && sounds_alike(&a_family, &b_family) {
            return Some(Reason::SoundsAlike);
        }
        let near = |x: &str, y: &str| jaro_winkler(x, y) >= SIMILAR_SPELLING_FROM;
        if near(a.first_given(), b.first_given()) && near(&a_family, &b_family) {
            return Some(Reason::SimilarSpelling);
        }
        if a_family == b_family && is_short_form(a.first_given(), b.first_given()) {
            return Some(Reason::ShortForm);
        }
        if a_family == b_family && is_initial(a.first_given(), b.first_given()) {
            return Some(Reason::Initial);
        }
    }
    same_given.then_some(Reason::SameGivenName)
}

fn alias_matches(a: &Folded, b: &Folded) -> bool {
    let own = [b.whole(), b.given.clone()];
    a.aliases
        .iter()
        .filter(|alias| !alias.is_empty())
        .map(sorted)
        .any(|alias| b.known_as(&own).any(|name| name == alias))
}

fn sounds_alike(one: &str, other: &str) -> bool {
    let keys = phonetic_keys(other);
    phonetic_keys(one).iter().any(|key| keys.contains(key))
}

fn is_initial(one: &str, other: &str) -> bool {
    let (mut a, mut b) = (one.chars(), other.chars());
    let same_first = a.next() == b.next();
    same_first && (a.next().is_none() || b.next().is_none())
}

fn age_reason(one: &Identity, other: &Identity) -> Option<Reason> {
    if let (Some(a), Some(b)) = (one.born, other.born) {
        return Some(birth_date_reason(a, b));
    }
    let apart = birth_year(one)?.abs_diff(birth_year(other)?);
    let apart = i32::try_from(apart).unwrap_or(i32::MAX);
    match apart {
        ..=AGE_FITS_WITHIN_YEARS => Some(Reason::AgeFits),
        _ if apart > AGE_DIFFERS_BEYOND_YEARS => Some(Reason::AgeDiffers),
        _ => None,
    }
}

/// Day and month in each other's place, where that is a date.
pub(super) fn swapped(day: NaiveDate) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(day.year(), day.day(), day.month())
}

fn birth_date_reason(a: NaiveDate, b: NaiveDate) -> Reason {
    if a == b {
        return Reason::SameBirthDate;
    }
    if swapped(a) == Some(b) {
        return Reason::SwappedBirthDate;
    }
    let digits = |day: NaiveDate| day.format("%Y%m%d").to_string();
    match osa_distance(&digits(a), &digits(b)) {
        0 | 1 => Reason::SimilarBirthDate,
        _ => Reason::BirthDatesDiffer,
    }
}

/// The year of birth as known, or as it follows from a stated age (to a year).
fn birth_year(identity: &Identity) -> Option<i32> {
    let stated = || {
        let age = identity.stated_age?;
        age.on.year().checked_sub(i32::try_from(age.years).ok()?)
    };
    identity.born.map(|day| day.year()).or_else(stated)
}
