//! A story: one young person, and what people do for them, step by step in time.

use chrono::{DateTime, Utc};

use super::cast::Hand;
use crate::domain::assessment::Content;
use crate::domain::decision::Outcome;
use crate::domain::meeting::MeetingPlan;
use crate::domain::person::Person;
use crate::domain::referral::NewReferral;
use crate::domain::relation::RelationKind;

/// One young person and all that happens.
#[derive(Debug, Clone, PartialEq)]
pub struct Story {
    pub number: u64,
    pub person: Person,
    pub kin: Kin,
    /// Somebody known by name alone.
    pub known: Vec<(RelationKind, &'static str)>,
    /// In the order of time; none is later than the day the population was planned for.
    pub steps: Vec<Step>,
}

/// How a story hangs together with another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kin {
    None,
    /// Brother or sister of the young person of that story, in one home.
    Sibling(u64),
    /// The very same young person, referred again by somebody who did not know.
    SamePerson(u64),
}

#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    pub at: DateTime<Utc>,
    pub by: Hand,
    pub deed: Deed,
}

/// What is done. Each is one deed of `casework`, or stands for one that is still to come there.
#[derive(Debug, Clone, PartialEq)]
pub enum Deed {
    Referred(Box<NewReferral>),
    ConfirmedInWriting,
    /// The team it was passed on to has answered.
    HeardBack,
    StrategyDiscussed,
    PoliceTold,
    /// By an id of `triage-outcomes.toml`.
    Triaged {
        outcome: &'static str,
        reason: String,
    },
    /// Begun, filled in as far as this, and left.
    SerafLeft(Box<Content>),
    SerafCompleted(Box<Content>),
    PutForward(String),
    Decided {
        outcome: Outcome,
        reason: String,
        instead: String,
    },
    MeetingPlanned(Box<MeetingPlan>),
    /// Everybody on the list is written to.
    Invited,
    /// Of a hundred people written to, so many have answered.
    Answered(usize),
    /// The young person and family are told and asked, and say this; all of it, or as far as they
    /// could say yet.
    Prepared(Box<Before>),
    /// Agencies gave in what they know; all of them, or the first alone.
    ReportsIn {
        all: bool,
    },
    MeetingHeld(Box<Held>),
    /// The minutes of the last meeting are approved and sent, and the family is told.
    PapersSent,
    /// Between meetings.
    FamilyTold,
    VoiceHeard(Box<Said>),
    /// Nobody corrects those minutes any more.
    CorrectionsClosed,
    MeetingCancelled(String),
    /// The record is found to be about the young person of another story.
    Joined(String),
    /// Only named people may see the case from now on.
    Restricted,
    Closed(String),
    /// Typed and not saved yet.
    DraftKept {
        place: &'static str,
        content: String,
    },
}

/// What the young person and family say before a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Before {
    pub wants_to_say: &'static str,
    pub beside_them: &'static str,
    pub transport: &'static str,
    pub wants_an_advocate: bool,
    /// Nothing is left to ask.
    pub is_whole: bool,
}

/// What was said and agreed at a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    pub protocol: Protocol,
    /// Where there was a Part 2.
    pub said: Option<Said>,
    /// A plan was made together, of this goal and these actions.
    pub has_plan: bool,
    pub goal: &'static str,
    /// Who will do what.
    pub actions: Vec<(&'static str, &'static str)>,
}

/// How it is for the young person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// What they like to be called.
    pub name: String,
    /// From 1, hard, to 5, good.
    pub feeling: u8,
    pub words: &'static str,
    pub worry: &'static str,
    pub strength: &'static str,
}

/// What a meeting decides about the CSE protocol.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Protocol {
    On,
    Stays,
    Off,
}
