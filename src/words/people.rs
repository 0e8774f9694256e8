//! What people, referrals and relations are called: the key of each word of the domain.

use super::Key;
use crate::domain::likeness::Reason;
use crate::domain::person::{ChosenLanguage, Gender, Living};
use crate::domain::referral::{Fault, Fear, How, LONGEST_LINE_CHARS, ReferralField, Source};
use crate::domain::relation::RelationKind;

impl From<Gender> for Key {
    fn from(gender: Gender) -> Self {
        match gender {
            Gender::NotKnown => Key::ReferralNotKnown,
            Gender::Female => Key::ReferralGenderFemale,
            Gender::Male => Key::ReferralGenderMale,
            Gender::NonBinary => Key::ReferralGenderNonBinary,
            Gender::Other => Key::ReferralGenderOther,
        }
    }
}

impl From<Living> for Key {
    fn from(living: Living) -> Self {
        match living {
            Living::NotKnown => Key::ReferralNotKnown,
            Living::Independently => Key::ReferralLivingIndependently,
            Living::AtHome => Key::ReferralLivingAtHome,
            Living::WithCarers => Key::ReferralLivingWithCarers,
            Living::Residential => Key::ReferralLivingResidential,
            Living::Other => Key::ReferralLivingOther,
        }
    }
}

impl From<ChosenLanguage> for Key {
    fn from(language: ChosenLanguage) -> Self {
        match language {
            ChosenLanguage::NotAsked => Key::ReferralLanguageNotAsked,
            ChosenLanguage::English => Key::ReferralLanguageEnglish,
            ChosenLanguage::Welsh => Key::ReferralLanguageWelsh,
            ChosenLanguage::Other => Key::ReferralLanguageOther,
        }
    }
}

impl From<How> for Key {
    fn from(how: How) -> Self {
        match how {
            How::Telephone => Key::ReferralHowTelephone,
            How::Written => Key::ReferralHowWritten,
            How::InPerson => Key::ReferralHowInPerson,
        }
    }
}

impl From<&Source> for Key {
    fn from(source: &Source) -> Self {
        match source {
            Source::Agency(_) => Key::ReferralSourceAgency,
            Source::Family => Key::ReferralSourceFamily,
            Source::Public => Key::ReferralSourcePublic,
            Source::YoungPerson => Key::ReferralSourceYoungPerson,
            Source::Anonymous => Key::ReferralSourceAnonymous,
        }
    }
}

impl From<Fear> for Key {
    fn from(fear: Fear) -> Self {
        match fear {
            Fear::Exchange => Key::ReferralFearExchange,
            Fear::Images => Key::ReferralFearImages,
            Fear::GroomingDirect => Key::ReferralFearGroomingDirect,
            Fear::GroomingByTechnology => Key::ReferralFearGroomingByTechnology,
            Fear::Trafficking => Key::ReferralFearTrafficking,
        }
    }
}

impl From<RelationKind> for Key {
    fn from(kind: RelationKind) -> Self {
        match kind {
            RelationKind::Sibling => Key::ReferralSibling,
            RelationKind::ParentCarer => Key::ReferralParentCarer,
            RelationKind::Household => Key::ReferralHousehold,
            RelationKind::Friend => Key::ReferralFriend,
            RelationKind::AdultOfConcern => Key::ReferralAdultOfConcern,
        }
    }
}

impl From<Reason> for Key {
    fn from(reason: Reason) -> Self {
        match reason {
            Reason::SameName => Key::ReferralWhySameName,
            Reason::OtherOrder => Key::ReferralWhyOtherOrder,
            Reason::Alias => Key::ReferralWhyAlias,
            Reason::SoundsAlike => Key::ReferralWhySoundsAlike,
            Reason::SimilarSpelling => Key::ReferralWhySimilarSpelling,
            Reason::ShortForm => Key::ReferralWhyShortForm,
            Reason::Initial => Key::ReferralWhyInitial,
            Reason::SameGivenName => Key::ReferralWhySameGivenName,
            Reason::SameBirthDate => Key::ReferralWhySameBirthDate,
            Reason::SwappedBirthDate => Key::ReferralWhySwappedBirthDate,
            Reason::SimilarBirthDate => Key::ReferralWhySimilarBirthDate,
            Reason::AgeFits => Key::ReferralWhyAgeFits,
            Reason::SameAddress => Key::ReferralWhySameAddress,
            Reason::BirthDatesDiffer => Key::ReferralWhyBirthDatesDiffer,
            Reason::AgeDiffers => Key::ReferralWhyAgeDiffers,
        }
    }
}

impl From<Fault> for Key {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::NoName => Key::ReferralFaultNoName,
            Fault::BornInFuture => Key::ReferralFaultBornInFuture,
            Fault::BornTooLongAgo { .. } => Key::ReferralFaultBornTooLongAgo,
            Fault::NoLongerYoung { .. } => Key::ReferralFaultNoLongerYoung,
            Fault::NothingHappened => Key::ReferralFaultNothingHappened,
            Fault::ReceivedInFuture => Key::ReferralFaultReceivedInFuture,
            Fault::PoliceToldInFuture => Key::ReferralFaultPoliceToldInFuture,
            Fault::NoAgency => Key::ReferralFaultNoAgency,
            Fault::UnknownAgency => Key::ReferralFaultUnknownAgency,
            Fault::AnonymousNamed => Key::ReferralFaultAnonymousNamed,
            Fault::TooLong { longest_chars } if longest_chars <= LONGEST_LINE_CHARS => {
                Key::ReferralFaultLineTooLong
            }
            Fault::TooLong { .. } => Key::ReferralFaultTextTooLong,
        }
    }
}

impl From<ReferralField> for Key {
    fn from(field: ReferralField) -> Self {
        match field {
            ReferralField::ReceivedAt => Key::ReferralReceivedAt,
            ReferralField::Source => Key::ReferralSource,
            ReferralField::Agency => Key::ReferralAgency,
            ReferralField::SourceName => Key::ReferralSourceName,
            ReferralField::SourceContact => Key::ReferralSourceContact,
            ReferralField::GivenName => Key::ReferralGivenName,
            ReferralField::FamilyName => Key::ReferralFamilyName,
            ReferralField::KnownAs => Key::ReferralKnownAs,
            ReferralField::OtherNames => Key::ReferralOtherNames,
            ReferralField::Born => Key::ReferralBorn,
            ReferralField::StatedAge => Key::ReferralStatedAge,
            ReferralField::Address => Key::ReferralAddress,
            ReferralField::School => Key::ReferralSchool,
            ReferralField::WhatHappened => Key::ReferralWhatHappened,
            ReferralField::PoliceToldAt => Key::ReferralPoliceToldAt,
            ReferralField::YoungPersonView => Key::ReferralYoungPersonView,
            ReferralField::ParentsView => Key::ReferralParentsView,
        }
    }
}
