//! Invitations: where each person's stands, and what is written to professionals and to the family.
//!
//! The two kinds of letter are two types (`letter`): the family's takes only text that they may
//! see. Documents and calendar files are made of these values by `export`.

mod letter;
#[cfg(test)]
mod tests;

use chrono::{DateTime, NaiveDateTime, Utc};
use strum::{EnumIter, EnumString, IntoStaticStr};

pub use self::letter::{
    Addressee, Call, CallKind, Contact, FamilyLetter, Guest, Letter, PartCall, Place,
    ProfessionalLetter, Someone,
};
use super::bilingual::Language;
use super::meeting::{Invited, MeetingPlan};
use super::sharing::Confidential;

/// What somebody answered to an invitation.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, EnumIter, EnumString, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Answer {
    /// Not answered yet.
    #[default]
    None,
    Coming,
    /// Sends somebody else; the note says whom.
    Sending,
    NotComing,
}

/// What was sent to one person, and their answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    /// The person's row on the list of the meeting.
    pub person: i64,
    /// The same for as long as the invitation lives; tells nothing of the case (RFC 7986, 5.3).
    pub uid: String,
    /// Rises with every change that the person is to be told of (RFC 5545, 3.8.7.4).
    pub sequence: u32,
    /// Of what was last sent; nothing was where it is `None`.
    pub sent_sequence: Option<u32>,
    pub sent_at: Option<DateTime<Utc>>,
    /// For when they were last asked to come.
    pub told_start: Option<DateTime<Utc>>,
    /// When they were told that it is called off.
    pub cancelled_at: Option<DateTime<Utc>>,
    /// Of what is written to a professional.
    pub language: Language,
    pub answer: Answer,
    pub answer_note: Confidential,
    pub answered_at: Option<DateTime<Utc>>,
    /// 0 where nothing has been kept yet.
    pub version: i64,
}

impl Invitation {
    /// One that has not been sent.
    pub fn new(person: i64, uid: impl Into<String>) -> Self {
        Self {
            person,
            uid: uid.into(),
            sequence: 0,
            sent_sequence: None,
            sent_at: None,
            told_start: None,
            cancelled_at: None,
            language: Language::English,
            answer: Answer::None,
            answer_note: Confidential::default(),
            answered_at: None,
            version: 0,
        }
    }

    /// What they were told no longer holds: another time or place, no longer asked, or asked again.
    /// What they answered was an answer to that, so it goes. Whoever was sent nothing is told for
    /// the first time, as it is then.
    pub fn changed(&mut self) {
        if self.sent_sequence.is_some() {
            self.sequence += 1;
            self.forget_answer();
        }
    }

    /// What they are owed was sent, asking them to come at `start`.
    pub fn sent(&mut self, step: Step, start: DateTime<Utc>, at: DateTime<Utc>) {
        if step == Step::TellCancelled {
            self.cancelled_at = Some(at);
        } else {
            self.cancelled_at = None;
            self.told_start = Some(start);
        }
        self.sent_sequence = Some(self.sequence);
        self.sent_at = Some(at);
    }

    fn forget_answer(&mut self) {
        self.answer = Answer::None;
        self.answer_note = Confidential::default();
        self.answered_at = None;
    }
}

/// Where the invitation of one person stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumIter)]
pub enum Step {
    /// Not asked to the meeting.
    NotAsked,
    /// To be sent.
    Invite,
    /// The meeting changed since; to be sent again.
    Update,
    /// Sent; they owe an answer.
    Asked,
    Answered,
    /// They were asked and are not any more, or there is no meeting; they must be told.
    TellCancelled,
    /// They were told that it is called off.
    Cancelled,
}

impl Step {
    /// `is_asked`: they stand on the list of a meeting that is planned.
    pub fn of(is_asked: bool, invitation: Option<&Invitation>) -> Self {
        let Some(invitation) = invitation else {
            return if is_asked {
                Self::Invite
            } else {
                Self::NotAsked
            };
        };
        let Some(sent) = invitation.sent_sequence else {
            return if is_asked {
                Self::Invite
            } else {
                Self::NotAsked
            };
        };
        match (is_asked, invitation.cancelled_at) {
            (true, Some(_)) => Self::Invite,
            (false, Some(_)) => Self::Cancelled,
            (false, None) => Self::TellCancelled,
            (true, None) if sent < invitation.sequence => Self::Update,
            (true, None) if invitation.answer == Answer::None => Self::Asked,
            (true, None) => Self::Answered,
        }
    }

    /// Whether something is to be sent to them.
    pub fn is_owed(self) -> bool {
        matches!(self, Self::Invite | Self::Update | Self::TellCancelled)
    }
}

/// Whether what this person was told of the meeting no longer holds: other times of their parts,
/// another place, another day.
pub fn concerns(before: &MeetingPlan, after: &MeetingPlan, person: &Invited) -> bool {
    let told = |plan: &MeetingPlan| -> Vec<(NaiveDateTime, NaiveDateTime)> {
        let listed = plan.people.iter().find(|one| one.row == person.row);
        listed.map_or_else(Vec::new, |one| plan.spans_of(one))
    };
    before.venue != after.venue || told(before) != told(after)
}
