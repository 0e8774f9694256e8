//! The fields of a new referral, in the order of a call: danger first, then who, then what.

use strum::IntoEnumIterator;

use crate::app::form::{Field, Form, Reads};
use crate::domain::person::{ChosenLanguage, Gender, Living};
use crate::domain::referral::{Fear, How, Source};
use crate::domain::rules::Rules;
use crate::words::Key as W;

/// Which fields are asked for, as it follows from answers given.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Asked {
    /// Somebody is in danger now: when were the police told?
    pub police: bool,
    /// An agency told: which?
    pub agency: bool,
}

impl Asked {
    pub fn of(form: &Form) -> Self {
        Self {
            police: form.chosen("danger_now").as_deref() == Some(YES),
            agency: form.chosen("source").as_deref() == Some("agency"),
        }
    }
}

pub const YES: &str = "yes";
pub const NO: &str = "no";

/// Fields from which it follows who it may be.
pub const WHO: [&str; 6] = [
    "given_name",
    "family_name",
    "known_as",
    "other_names",
    "born",
    "address",
];

/// A form with the fields that are asked for.
pub fn form(asked: Asked, rules: &Rules) -> Form {
    let mut fields = vec![yes_no("danger_now", W::ReferralDanger).needed()];
    if asked.police {
        fields.extend([
            Field::reading("police_told_on", W::ReferralPoliceToldOn, Reads::DayPast),
            Field::reading("police_told_time", W::ReferralPoliceToldTime, Reads::Time),
        ]);
    }
    fields.extend(person_fields());
    fields.extend([
        Field::text("what_happened", W::ReferralWhatHappened).needed(),
        Field::many("feared", W::ReferralFeared, words_of::<Fear>()),
        Field::one("source", W::ReferralSource, sources()).needed(),
    ]);
    if asked.agency {
        let agencies = rules.policies.agencies.all();
        let agencies = agencies
            .iter()
            .map(|one| (one.id.clone(), one.name.clone()));
        fields.push(Field::pick("agency", W::ReferralAgency, agencies).needed());
    }
    fields.extend([
        Field::line("source_name", W::ReferralSourceName),
        Field::line("source_contact", W::ReferralSourceContact),
        Field::one("how", W::ReferralHow, words_of::<How>()).needed(),
        Field::reading("received_on", W::ReferralReceivedOn, Reads::DayPast).needed(),
        Field::reading("received_time", W::ReferralReceivedTime, Reads::Time).needed(),
        yes_no("young_person_knows", W::ReferralYoungPersonKnows),
        Field::text("young_person_view", W::ReferralYoungPersonView),
        yes_no("parents_know", W::ReferralParentsKnow),
        Field::text("parents_view", W::ReferralParentsView),
    ]);
    Form::new(fields)
}

/// Who the young person is; the same when details are put right later.
pub fn person_fields() -> Vec<Field> {
    let known = |living: &Living| *living != Living::NotKnown;
    let living = Living::iter().filter(known).map(with_word);
    let known = |gender: &Gender| *gender != Gender::NotKnown;
    let gender = Gender::iter().filter(known).map(with_word);
    vec![
        Field::line("given_name", W::ReferralGivenName).needed(),
        Field::line("family_name", W::ReferralFamilyName),
        Field::line("known_as", W::ReferralKnownAs),
        Field::line("other_names", W::ReferralOtherNames),
        Field::reading("born", W::ReferralBorn, Reads::Birth),
        Field::one("gender", W::ReferralGender, gender),
        Field::line("address", W::ReferralAddress),
        Field::one("living", W::ReferralLiving, living),
        Field::line("school", W::ReferralSchool),
        Field::one(
            "language",
            W::ReferralLanguage,
            words_of::<ChosenLanguage>(),
        ),
    ]
}

fn yes_no(id: &'static str, label: W) -> Field {
    let options = [(YES, W::ReferralYes), (NO, W::ReferralNo)];
    Field::one(id, label, options.map(|(id, key)| (id.to_owned(), key)))
}

fn sources() -> impl Iterator<Item = (String, W)> {
    let all = [
        Source::Agency(String::new()),
        Source::Family,
        Source::Public,
        Source::YoungPerson,
        Source::Anonymous,
    ];
    all.into_iter()
        .map(|source| (source.word().to_owned(), W::from(&source)))
}

/// Every answer of a kind by its word, with what it is called.
fn words_of<T: IntoEnumIterator + Copy + Into<&'static str> + Into<W>>()
-> impl Iterator<Item = (String, W)> {
    T::iter().map(with_word)
}

fn with_word<T: Copy + Into<&'static str> + Into<W>>(one: T) -> (String, W) {
    let word: &'static str = one.into();
    (word.to_owned(), one.into())
}
