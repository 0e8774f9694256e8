//! A referral as JSON (docs/json.md): read key by key, unknown ones refused by their name.

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeZone, Utc};
use chrono_tz::Europe::London;
use serde::Deserialize;

use crate::domain::person::{ChosenLanguage, Gender, Living, Person};
use crate::domain::plain_text::clean;
use crate::domain::referral::{Fear, How, NewReferral, Source};
use crate::domain::sharing::Confidential;

/// What the JSON says, before anything in it is believed.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Told {
    received_at: Option<String>,
    how: How,
    source: String,
    #[serde(default)]
    agency: String,
    #[serde(default)]
    source_name: String,
    #[serde(default)]
    source_contact: String,
    young_person: YoungPerson,
    #[serde(default)]
    feared: Vec<Fear>,
    what_happened: String,
    danger_now: bool,
    police_told_at: Option<String>,
    young_person_knows: Option<bool>,
    #[serde(default)]
    young_person_view: String,
    parents_know: Option<bool>,
    #[serde(default)]
    parents_view: String,
    /// The reference of the case that it becomes part of.
    pub join: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct YoungPerson {
    #[serde(default)]
    given_name: String,
    #[serde(default)]
    family_name: String,
    #[serde(default)]
    known_as: String,
    #[serde(default)]
    other_names: Vec<String>,
    born: Option<String>,
    stated_age: Option<u8>,
    #[serde(default)]
    gender: Gender,
    #[serde(default)]
    address: String,
    #[serde(default)]
    living: Living,
    #[serde(default)]
    school: String,
    #[serde(default)]
    language: ChosenLanguage,
}

/// A value that cannot be read as what its field asks for.
#[derive(Debug, PartialEq, Eq)]
pub struct Wrong {
    pub field: &'static str,
    pub typed: String,
}

/// Longer than any date or code.
const MOST_SHOWN_CHARS: usize = 40;

/// Reads the JSON.
///
/// # Errors
/// Where it is no JSON, has a key that is not known or lacks one: in the words of the reader,
/// with line and column.
pub fn parse(text: &str) -> Result<Told, String> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    serde_json::from_str(text).map_err(|error| {
        let why: String = clean(&error.to_string()).chars().take(400).collect();
        why
    })
}

impl Told {
    /// The referral that is meant; without a time, it was received now.
    ///
    /// # Errors
    /// A date, time or source that cannot be read, by field.
    pub fn into_referral(self, now: DateTime<Utc>) -> Result<NewReferral, Wrong> {
        let source =
            Source::of(&self.source, &self.agency).ok_or_else(|| wrong("source", &self.source))?;
        let moment = |field, text: &Option<String>| match text {
            None => Ok(None),
            Some(text) => match instant(text) {
                Some(at) => Ok(Some(at)),
                None => Err(wrong(field, text)),
            },
        };
        let born = match &self.young_person.born {
            None => None,
            Some(text) => Some(
                text.trim()
                    .parse::<NaiveDate>()
                    .map_err(|_| wrong("born", text))?,
            ),
        };
        let person = self.young_person;
        Ok(NewReferral {
            received_at: moment("received_at", &self.received_at)?.unwrap_or(now),
            how: self.how,
            source,
            source_name: Confidential::new(self.source_name),
            source_contact: Confidential::new(self.source_contact),
            person: Person {
                given_name: person.given_name,
                family_name: person.family_name,
                known_as: person.known_as,
                other_names: person.other_names,
                born,
                stated_age: person.stated_age,
                gender: person.gender,
                address: person.address,
                living: person.living,
                school: person.school,
                language: person.language,
            },
            feared: self.feared,
            what_happened: Confidential::new(self.what_happened),
            danger_now: self.danger_now,
            police_told_at: moment("police_told_at", &self.police_told_at)?,
            young_person_knows: self.young_person_knows,
            young_person_view: Confidential::new(self.young_person_view),
            parents_know: self.parents_know,
            parents_view: Confidential::new(self.parents_view),
        })
    }
}

fn wrong(field: &'static str, typed: &str) -> Wrong {
    Wrong {
        field,
        typed: clean(typed).chars().take(MOST_SHOWN_CHARS).collect(),
    }
}

/// `2026-11-20T14:10:00Z`, or a time by the clock in Wales: `2026-11-20 14:10`.
fn instant(text: &str) -> Option<DateTime<Utc>> {
    let text = text.trim();
    if let Ok(at) = DateTime::parse_from_rfc3339(text) {
        return Some(at.with_timezone(&Utc));
    }
    let text = text.replace('T', " ");
    let there = NaiveDateTime::parse_from_str(&text, "%Y-%m-%d %H:%M").ok()?;
    let at = London.from_local_datetime(&there).earliest()?;
    Some(at.with_timezone(&Utc))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIAN: &str = r#"{ "how": "telephone", "source": "agency",
        "agency": "school-or-college", "source_name": "Ms Pugh",
        "young_person": { "given_name": "Siân", "family_name": "Llewellyn", "born": "2012-04-03",
            "living": "at-home", "language": "cy" },
        "feared": ["exchange"], "what_happened": "Out all night.", "danger_now": false }"#;

    fn now() -> DateTime<Utc> {
        "2026-11-20T14:10:00Z".parse().unwrap()
    }

    #[test]
    fn referral_documented_is_read() {
        let new = parse(SIAN).unwrap().into_referral(now()).unwrap();
        assert_eq!(new.received_at, now());
        assert_eq!(new.person.living, Living::AtHome);
        assert_eq!(new.person.language, ChosenLanguage::Welsh);
        assert_eq!(new.source, Source::Agency("school-or-college".to_owned()));
        assert!(parse(&format!("\u{feff}{SIAN}")).is_ok());
    }

    #[test]
    fn unknown_keys_and_words_are_refused_by_name() {
        for (change, to, named) in [
            ("\"how\"", "\"hwo\"", "hwo"),
            ("\"born\"", "\"birthday\"", "birthday"),
            ("\"exchange\"", "\"magic\"", "magic"),
            ("\"danger_now\": false", "\"feard\": []", "feard"),
            ("\"at-home\"", "\"on the moon\"", "on the moon"),
            ("Out all", "Out\u{7} all", "control character"),
        ] {
            let why = parse(&SIAN.replace(change, to)).unwrap_err();
            assert!(why.contains(named), "{why}");
        }
        let escape = SIAN.replace("\"how\"", "\"\\u001b[2J\"");
        assert!(!parse(&escape).unwrap_err().contains('\u{1b}'));
        assert!(parse("").is_err());
        assert!(parse("[1").is_err());
    }

    #[test]
    fn dates_that_cannot_be_are_named_by_field() {
        for (change, to, field) in [
            ("2012-04-03", "2012-02-30", "born"),
            ("2012-04-03", "3/4/12", "born"),
            ("\"source\": \"agency\"", "\"source\": \"circus\"", "source"),
        ] {
            let told = parse(&SIAN.replacen(change, to, 1)).unwrap();
            assert_eq!(told.into_referral(now()).unwrap_err().field, field);
        }
    }

    #[test]
    fn times_are_by_the_clock_in_wales_unless_they_say_otherwise() {
        let at = |text| instant(text).map(|at| at.to_rfc3339());
        assert_eq!(
            at("2026-07-01 14:10").as_deref(),
            Some("2026-07-01T13:10:00+00:00")
        );
        assert_eq!(
            at("2026-07-01T14:10").as_deref(),
            Some("2026-07-01T13:10:00+00:00")
        );
        assert_eq!(
            at("2026-07-01T14:10:00Z").as_deref(),
            Some("2026-07-01T14:10:00+00:00")
        );
        assert_eq!(at("2026-02-30 14:10"), None);
        // In the night when the clocks go forward, there is no such time.
        assert_eq!(at("2026-03-29 01:30"), None);
    }
}
