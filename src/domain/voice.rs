//! How it is for the young person and their family: what they said, how it was heard, what was
//! done in answer, and when the family was last told something.
//!
//! What somebody said is recorded once and never changed. When they are to be heard and told
//! again is counted from it.

#[cfg(test)]
mod tests;

use chrono::{DateTime, NaiveDate, Utc};
use strum::{EnumIter, EnumString, IntoStaticStr};

use super::case::{CaseBrief, CaseId};
use super::meeting::{FamilyKnown, MeetingId};
use super::sharing::{Confidential, Shareable};

/// Longer words are refused before they reach the store.
pub const LONGEST_WORDS_CHARS: usize = 8000;

/// The number of a voice in its own store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VoiceId(pub i64);

/// Whose voice it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumIter, EnumString, IntoStaticStr, Default)]
#[strum(serialize_all = "kebab-case")]
pub enum Speaker {
    #[default]
    YoungPerson,
    /// One of the family, by name.
    Family,
}

/// How somebody was heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumIter, EnumString, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum HeardHow {
    AtMeeting,
    InPerson,
    ByPhone,
    /// A text, a letter, a voice message.
    Message,
    Drawing,
    /// Told by a worker whom they trust.
    ThroughWorker,
}

/// How somebody feels about how things are: 1 is hard, 5 is good.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Feeling(u8);

impl Feeling {
    /// From the hardest to the best.
    pub const ALL: [Self; 5] = [Self(1), Self(2), Self(3), Self(4), Self(5)];

    /// A step of the scale; `None` outside it.
    pub fn new(step: u8) -> Option<Self> {
        (1..=5).contains(&step).then_some(Self(step))
    }

    pub const fn step(self) -> u8 {
        self.0
    }
}

/// Whether the support felt positive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumIter, EnumString, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum SupportFelt {
    No,
    ABit,
    Mostly,
    Yes,
}

/// Whether it made a difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumIter, EnumString, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Difference {
    No,
    ALittle,
    ALot,
    TooSoon,
}

/// What somebody said, as it is recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heard {
    pub on: NaiveDate,
    /// The meeting at which it was said.
    pub meeting: Option<MeetingId>,
    pub who: Speaker,
    pub name: Shareable,
    pub how: HeardHow,
    pub feeling: Option<Feeling>,
    pub support: Option<SupportFelt>,
    pub difference: Option<Difference>,
    pub own_words: Shareable,
    /// What they see as the worry.
    pub worry: Shareable,
    /// What they see as the strength.
    pub strength: Shareable,
}

impl Heard {
    /// Somebody who has not said anything yet.
    pub fn nothing_yet(on: NaiveDate, who: Speaker, name: impl Into<String>) -> Self {
        Self {
            on,
            meeting: None,
            who,
            name: Shareable::new(name),
            how: HeardHow::InPerson,
            feeling: None,
            support: None,
            difference: None,
            own_words: Shareable::default(),
            worry: Shareable::default(),
            strength: Shareable::default(),
        }
    }

    /// Whether anything was said at all.
    pub fn says_something(&self) -> bool {
        self.feeling.is_some()
            || self.support.is_some()
            || self.difference.is_some()
            || [&self.own_words, &self.worry, &self.strength]
                .iter()
                .any(|words| !words.as_str().trim().is_empty())
    }

    /// What keeps it from being recorded.
    pub fn faults(&self, today: NaiveDate) -> Vec<HeardFault> {
        let mut faults = Vec::new();
        if self.name.as_str().trim().is_empty() {
            faults.push(HeardFault::NameMissing);
        }
        if self.on > today {
            faults.push(HeardFault::InFuture);
        }
        if !self.says_something() {
            faults.push(HeardFault::NothingSaid);
        }
        let is_long = |words: &Shareable| words.as_str().chars().nth(LONGEST_WORDS_CHARS).is_some();
        if [&self.own_words, &self.worry, &self.strength]
            .into_iter()
            .any(is_long)
        {
            faults.push(HeardFault::TooLong);
        }
        faults
    }
}

/// What keeps a voice from being recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum HeardFault {
    NameMissing,
    InFuture,
    NothingSaid,
    TooLong,
}

/// What was done in answer to a voice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VoiceAnswer {
    pub what: Shareable,
    pub on: NaiveDate,
    pub by: String,
}

/// What somebody said, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Voice {
    pub id: VoiceId,
    pub case: CaseId,
    pub heard: Heard,
    /// Who wrote it down, by the name others read.
    pub recorded_by: String,
    pub recorded_at: DateTime<Utc>,
    /// The earliest first.
    pub answers: Vec<VoiceAnswer>,
}

/// What a family was told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum News {
    /// That nothing has happened yet: families ask to hear that too (Pace).
    NothingYet,
    Said(Shareable),
}

/// The family is told something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewTold {
    pub on: NaiveDate,
    pub whom: Shareable,
    /// By phone, in person: for professionals.
    pub how: Confidential,
    pub news: News,
}

/// The family was told something, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    pub told: NewTold,
    /// Who told them, by the name others read.
    pub by: String,
}

/// A score of a completed SERAF, to be seen beside what was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ScoreOn {
    pub on: NaiveDate,
    pub score: u32,
    pub category: u32,
}

/// All that was heard and told in a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Voices {
    /// The last one first.
    pub voices: Vec<Voice>,
    /// The last one first.
    pub told: Vec<Told>,
    /// The last meeting in whose Part 2 one of them was.
    pub told_at_meeting: Option<NaiveDate>,
    /// The earliest first.
    pub scores: Vec<ScoreOn>,
    /// By when the young person is to be heard again; none where no reminder runs.
    pub hear_by: Option<NaiveDate>,
    /// By when the family is to be told again.
    pub tell_by: Option<NaiveDate>,
}

/// All that the voice's screen shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VoicePage {
    pub case: CaseBrief,
    pub voices: Voices,
    /// Of the family, who is known; offered as names.
    pub family: Vec<FamilyKnown>,
}

/// One line of the course of a case as it was lived: what was said and told, and the scores
/// between.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment<'a> {
    Said(&'a Voice),
    Told(&'a Told),
    Scored(ScoreOn),
}

impl Moment<'_> {
    pub fn on(&self) -> NaiveDate {
        match self {
            Self::Said(voice) => voice.heard.on,
            Self::Told(told) => told.told.on,
            Self::Scored(score) => score.on,
        }
    }
}

impl Voices {
    /// What was said, told and scored in one line of time, the last first; on one day what was
    /// said stands first and the score last.
    pub fn course(&self) -> Vec<Moment<'_>> {
        let said = self.voices.iter().map(Moment::Said);
        let told = self.told.iter().map(Moment::Told);
        let scored = self.scores.iter().rev().copied().map(Moment::Scored);
        let mut course: Vec<_> = said.chain(told).chain(scored).collect();
        course.sort_by_key(|moment| std::cmp::Reverse(moment.on()));
        course
    }

    /// When the young person was last heard.
    pub fn last_heard(&self) -> Option<NaiveDate> {
        self.voices
            .iter()
            .filter(|voice| voice.heard.who == Speaker::YoungPerson)
            .map(|voice| voice.heard.on)
            .max()
    }

    /// When the family was last told, by a colleague or at a meeting.
    pub fn last_told(&self) -> Option<NaiveDate> {
        let told = self.told.iter().map(|told| told.told.on).max();
        told.max(self.told_at_meeting)
    }
}
