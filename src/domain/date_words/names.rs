//! The words for days, months and spans in English and Welsh, and what they stand for.
//!
//! All are given in small letters. A month is also known by its first three letters or more, a
//! Welsh one in its mutated form too (`12 o Fawrth`).

use chrono::Weekday;

/// A span that a number can be given in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Days,
    WorkingDays,
    Weeks,
    Months,
    Years,
}

const MONTHS: [&[&str]; 12] = [
    &["january", "ionawr"],
    &["february", "chwefror"],
    &["march", "mawrth", "fawrth"],
    &["april", "ebrill"],
    &["may", "mai", "fai"],
    &["june", "mehefin", "fehefin"],
    &["july", "gorffennaf", "orffennaf"],
    &["august", "awst"],
    &["september", "medi", "fedi"],
    &["october", "hydref"],
    &["november", "tachwedd", "dachwedd"],
    &["december", "rhagfyr", "ragfyr"],
];

/// The number of a month from its name, from 1.
pub(super) fn month(word: &str) -> Option<u32> {
    if word.chars().count() < 3 {
        return None;
    }
    let known = |names: &&[&str]| names.iter().any(|name| name.starts_with(word));
    (1..)
        .zip(&MONTHS)
        .find(|(_, names)| known(names))
        .map(|(number, _)| number)
}

pub(super) fn weekday(word: &str) -> Option<Weekday> {
    Some(match word {
        "mon" | "monday" | "llun" | "llu" => Weekday::Mon,
        "tue" | "tues" | "tuesday" | "mawrth" | "maw" => Weekday::Tue,
        "wed" | "weds" | "wednesday" | "mercher" | "mer" => Weekday::Wed,
        "thu" | "thur" | "thurs" | "thursday" | "iau" => Weekday::Thu,
        "fri" | "friday" | "gwener" | "gwe" => Weekday::Fri,
        "sat" | "saturday" | "sadwrn" | "sad" => Weekday::Sat,
        "sun" | "sunday" | "sul" => Weekday::Sun,
        _ => return None,
    })
}

/// Days from today for words that name a day by its distance.
pub(super) fn days_from_today(word: &str) -> Option<i64> {
    Some(match word {
        "today" | "tod" | "heddiw" => 0,
        "tomorrow" | "tom" | "tmrw" | "yfory" | "fory" => 1,
        "yesterday" | "yest" | "ddoe" | "doe" => -1,
        "trennydd" | "drennydd" => 2,
        "echdoe" => -2,
        _ => return None,
    })
}

pub(super) fn unit(words: &[&str]) -> Option<Unit> {
    Some(match words {
        ["d" | "day" | "days" | "diwrnod" | "dydd" | "dyddiau" | "ddiwrnod"] => Unit::Days,
        ["wd" | "wds" | "dg"]
        | ["working", "day" | "days"]
        | ["diwrnod" | "ddiwrnod", "gwaith"] => Unit::WorkingDays,
        ["w" | "wk" | "wks" | "week" | "weeks" | "wythnos" | "wythnosau"] => Unit::Weeks,
        ["m" | "month" | "months" | "mis" | "fis" | "misoedd"] => Unit::Months,
        [
            "y" | "yr" | "yrs" | "year" | "years" | "blynedd" | "flynedd" | "mlynedd" | "blwyddyn",
        ] => Unit::Years,
        _ => return None,
    })
}
