//! What can be wrong with a referral as typed, field by field. `words` says each in a sentence.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Europe::London;

use super::{NewReferral, Source};
use crate::domain::date_words::{BirthDateProblem, check_birth_date};
use crate::domain::person::Person;
use crate::domain::policy::Policies;
use crate::domain::sharing::Confidential;

/// Room for any name, address or contact.
pub const LONGEST_LINE_CHARS: usize = 500;
/// Room for any account of what happened; about forty pages.
pub const LONGEST_TEXT_CHARS: usize = 100_000;

/// A part of a referral that can be at fault. Its word names it in JSON and in forms.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, strum::EnumIter, strum::IntoStaticStr,
)]
#[strum(serialize_all = "snake_case")]
pub enum ReferralField {
    ReceivedAt,
    Source,
    Agency,
    SourceName,
    SourceContact,
    GivenName,
    FamilyName,
    KnownAs,
    OtherNames,
    Born,
    StatedAge,
    Address,
    School,
    WhatHappened,
    PoliceToldAt,
    YoungPersonView,
    ParentsView,
}

/// What is wrong with a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// No part of a name is known.
    NoName,
    BornInFuture,
    BornTooLongAgo {
        age: u32,
    },
    /// No longer a young person on the day of the referral, by policy.
    NoLongerYoung {
        age: u32,
        until_birthday: u32,
    },
    NothingHappened,
    ReceivedInFuture,
    PoliceToldInFuture,
    /// An agency told, but not which.
    NoAgency,
    UnknownAgency,
    /// Who wants to stay anonymous is not to be named.
    AnonymousNamed,
    TooLong {
        longest_chars: usize,
    },
}

/// One fault beside its field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FieldFault {
    pub field: ReferralField,
    pub fault: Fault,
}

/// Everything that is wrong with a referral, in the order of its fields; empty where it can be
/// kept. Ask it of a referral that is [`NewReferral::cleaned`].
pub fn faults(new: &NewReferral, now: DateTime<Utc>, policies: &Policies) -> Vec<FieldFault> {
    let mut found = Vec::new();
    let mut at = |field, fault| found.push(FieldFault { field, fault });
    if new.received_at > now {
        at(ReferralField::ReceivedAt, Fault::ReceivedInFuture);
    }
    match &new.source {
        Source::Agency(id) if id.is_empty() => at(ReferralField::Agency, Fault::NoAgency),
        Source::Agency(id) if policies.agencies.get(id).is_none() => {
            at(ReferralField::Agency, Fault::UnknownAgency);
        }
        Source::Anonymous if !new.source_name.is_blank() => {
            at(ReferralField::SourceName, Fault::AnonymousNamed);
        }
        _ => {}
    }
    let line = |text: &Confidential| too_long(text.for_professionals(), LONGEST_LINE_CHARS);
    let lines = |text: &Confidential| too_long(text.for_professionals(), LONGEST_TEXT_CHARS);
    for (field, fault) in [
        (ReferralField::SourceName, line(&new.source_name)),
        (ReferralField::SourceContact, line(&new.source_contact)),
        (ReferralField::WhatHappened, lines(&new.what_happened)),
        (
            ReferralField::YoungPersonView,
            lines(&new.young_person_view),
        ),
        (ReferralField::ParentsView, lines(&new.parents_view)),
    ] {
        if let Some(fault) = fault {
            at(field, fault);
        }
    }
    if new.what_happened.is_blank() {
        at(ReferralField::WhatHappened, Fault::NothingHappened);
    }
    if new.police_told_at.is_some_and(|told| told > now) {
        at(ReferralField::PoliceToldAt, Fault::PoliceToldInFuture);
    }
    let received_on = new.received_at.with_timezone(&London).date_naive();
    let today = now.with_timezone(&London).date_naive();
    // A referral said to come from the future must not make a birth date of tomorrow right.
    found.extend(person_faults(&new.person, received_on.min(today), policies));
    found.sort_by_key(|fault| fault.field);
    found
}

/// What is wrong with a young person's details, as known on a day.
pub fn person_faults(person: &Person, on: NaiveDate, policies: &Policies) -> Vec<FieldFault> {
    let mut found = Vec::new();
    let mut at = |field, fault| found.push(FieldFault { field, fault });
    if !person.is_named() {
        at(ReferralField::GivenName, Fault::NoName);
    }
    let until_birthday = policies.policy.young_person.until_birthday;
    if let Some(born) = person.born
        && let Err(problem) = check_birth_date(born, on, until_birthday)
    {
        let fault = match problem {
            BirthDateProblem::InTheFuture => Fault::BornInFuture,
            BirthDateProblem::TooLongAgo { age } => Fault::BornTooLongAgo { age },
            BirthDateProblem::NoLongerYoung {
                age,
                until_birthday,
            } => Fault::NoLongerYoung {
                age,
                until_birthday,
            },
        };
        at(ReferralField::Born, fault);
    }
    if let Some(age) = person.stated_age.map(u32::from)
        && age >= until_birthday
    {
        let fault = Fault::NoLongerYoung {
            age,
            until_birthday,
        };
        at(ReferralField::StatedAge, fault);
    }
    let lines = [
        (ReferralField::GivenName, &person.given_name),
        (ReferralField::FamilyName, &person.family_name),
        (ReferralField::KnownAs, &person.known_as),
        (ReferralField::Address, &person.address),
        (ReferralField::School, &person.school),
    ];
    let others = person
        .other_names
        .iter()
        .map(|name| (ReferralField::OtherNames, name));
    for (field, text) in lines.into_iter().chain(others) {
        if let Some(fault) = too_long(text, LONGEST_LINE_CHARS) {
            at(field, fault);
        }
    }
    found
}

fn too_long(text: &str, longest_chars: usize) -> Option<Fault> {
    text.chars()
        .nth(longest_chars)
        .map(|_| Fault::TooLong { longest_chars })
}
