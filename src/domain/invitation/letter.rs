//! What is written to those who are asked: professionals, who come to both parts, and the young
//! person, family and advocate, who come to Part 2.
//!
//! Two types, so that nothing meant for professionals can stand in the family's:
//!
//! ```compile_fail
//! use diogel::domain::invitation::Someone;
//! use diogel::domain::sharing::Confidential;
//! let who = Someone { name: Confidential::new("a name"), here_as: Confidential::new("a role") };
//! ```

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};

use crate::domain::bilingual::{Bilingual, Language};
use crate::domain::meeting::MeetingKind;
use crate::domain::sharing::{Confidential, Shareable};

/// What a letter and its calendar file are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CallKind {
    Invite,
    /// The same invitation with something changed.
    Update,
    Cancel,
}

/// What makes a calendar know the invitation again, and when it says to come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    pub kind: CallKind,
    pub uid: String,
    pub sequence: u32,
    pub from: DateTime<Utc>,
    pub to: DateTime<Utc>,
    /// When they were asked to come before, for a change or a cancellation.
    pub was: Option<NaiveDateTime>,
    /// The moment it was written.
    pub stamp: DateTime<Utc>,
}

/// Where the meeting is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub name: Bilingual,
    /// Empty for video.
    pub address: String,
    pub is_video: bool,
}

/// Whom to answer, of the authority's own data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    pub name: Bilingual,
    pub telephone: String,
    pub email: String,
}

/// One part by the clock on the wall.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartCall {
    pub start: NaiveTime,
    pub end: NaiveTime,
    pub agenda: Vec<String>,
}

/// A professional who is written to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Addressee {
    /// Empty where the agency has not said whom it sends.
    pub name: String,
    pub role: String,
    pub agency: Bilingual,
}

/// To a professional: both parts, as far as they are asked to them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProfessionalLetter {
    pub language: Language,
    pub call: Call,
    pub to: Addressee,
    pub reference: String,
    pub young_person: Confidential,
    pub kind: MeetingKind,
    pub day: NaiveDate,
    pub part1: Option<PartCall>,
    pub part2: Option<PartCall>,
    pub place: Place,
    /// Empty where nobody is in the chair.
    pub chair: String,
    /// By when their agency's report is wanted, where it is.
    pub report_by: Option<NaiveDate>,
    pub contact: Contact,
}

/// As what one of those who come to Part 2 is written to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Guest {
    YoungPerson,
    Family,
    Advocate,
}

/// One who will be there, as the family reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Someone {
    pub name: Shareable,
    /// What they are here: school nurse, Mum.
    pub here_as: Shareable,
}

/// To the young person, one of the family, or the advocate: Part 2 only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FamilyLetter {
    pub language: Language,
    pub call: Call,
    pub guest: Guest,
    /// What they are called.
    pub to: Shareable,
    /// What the young person is called.
    pub young_person: Shareable,
    pub day: NaiveDate,
    /// When they are to be there: after the professionals have left their part, before Part 2.
    pub arrive: NaiveTime,
    pub until: NaiveTime,
    pub place: Place,
    /// Who leads the meeting.
    pub chair: Shareable,
    /// Who else will be there.
    pub others: Vec<Someone>,
    /// What will be spoken of.
    pub agenda: Vec<Shareable>,
    /// Whom they want beside them, where they have said so.
    pub beside_them: Shareable,
    pub contact: Contact,
}

/// Either of the two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Letter {
    Professional(Box<ProfessionalLetter>),
    Family(Box<FamilyLetter>),
}

impl Letter {
    pub fn call(&self) -> &Call {
        match self {
            Self::Professional(letter) => &letter.call,
            Self::Family(letter) => &letter.call,
        }
    }

    pub fn language(&self) -> Language {
        match self {
            Self::Professional(letter) => letter.language,
            Self::Family(letter) => letter.language,
        }
    }
}
