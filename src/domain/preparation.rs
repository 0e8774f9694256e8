//! What is to be known and agreed before a meeting in two parts: a check list that planner and
//! Today follow.
//!
//! For each of the young person and family: told and asked beforehand, in their words where they
//! gave any; for the meeting: what can't be shared and who agreed, and the reports of agencies.
//! That nobody asked and that the answer was "nothing" are two things (DOMAIN.md, hazards).
//! Invitations are in `invitation`; nothing is read or kept here.

mod sheet;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};
use strum::{EnumIter, EnumString, IntoStaticStr};

pub use self::sheet::{Line, Prepared, Progress, Sheet, What};
use super::meeting::{Invited, InvitedKind, MeetingPlan};
use super::person::ChosenLanguage;
use super::sharing::{Confidential, Shareable};

/// Whether an advocate was offered, and what they said. It is offered more than once.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, EnumIter, EnumString, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Advocate {
    #[default]
    NotOffered,
    /// They have not answered yet.
    Offered,
    Accepted,
    Declined,
}

/// What may be answered with "nothing" or "nobody".
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, EnumString, IntoStaticStr,
)]
#[strum(serialize_all = "kebab-case")]
pub enum Asked {
    WantsToSay,
    BesideThem,
    Transport,
    VenueHard,
}

/// What is prepared with one person. Empty texts are not known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PersonPreparation {
    /// When they were told of the meeting and asked.
    pub told_on: Option<NaiveDate>,
    /// Who told them.
    pub told_by: Confidential,
    pub told_how: Confidential,
    /// The meeting has moved since, and no letter tells them of it: it is told again.
    pub tell_again: bool,
    /// What they want to say, or have said for them, in their words.
    pub wants_to_say: Shareable,
    /// Who says it for them, where they do not say it themselves.
    pub said_by: Shareable,
    /// Whom they want beside them.
    pub beside_them: Shareable,
    pub advocate: Advocate,
    /// When it was offered, or they answered.
    pub advocate_on: Option<NaiveDate>,
    pub language: ChosenLanguage,
    /// How they come and get home.
    pub transport: Confidential,
    /// Anything that makes the venue hard for them.
    pub venue_hard: Confidential,
    /// What they were asked and answered with nothing.
    pub nothing: BTreeSet<Asked>,
    /// 0 where nothing has been kept yet.
    pub version: i64,
}

/// One line of a person's check list, in the order in which it is usually done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter)]
pub enum PersonItem {
    /// Who told them, when and how.
    Told,
    WantsToSay,
    BesideThem,
    Advocate,
    Language,
    Transport,
    VenueHard,
}

impl PersonItem {
    const ALL: &'static [Self] = &[
        Self::Told,
        Self::WantsToSay,
        Self::BesideThem,
        Self::Advocate,
        Self::Language,
        Self::Transport,
        Self::VenueHard,
    ];
    /// Of a young person who does not come: they are told all the same, and may have something
    /// said for them.
    const NOT_COMING: &'static [Self] =
        &[Self::Told, Self::WantsToSay, Self::Advocate, Self::Language];

    /// What there is to prepare with a person on the list of a plan; nothing for those who are not
    /// of the family.
    pub fn of(person: &Invited, plan: &MeetingPlan) -> &'static [Self] {
        let comes = plan.part2.is_some() && person.part2;
        match person.kind {
            InvitedKind::YoungPerson | InvitedKind::Family if comes => Self::ALL,
            InvitedKind::YoungPerson => Self::NOT_COMING,
            InvitedKind::Family | InvitedKind::Professional | InvitedKind::Advocate => &[],
        }
    }
}

/// How far one line of the check list has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    Open,
    /// Asked or begun; an answer or the rest is to come.
    Waiting,
    Done,
}

impl PersonPreparation {
    /// How far a line has come.
    pub fn state(&self, item: PersonItem) -> State {
        match item {
            PersonItem::Told if self.tell_again => State::Waiting,
            PersonItem::Told => match self.told_on {
                Some(_) if !self.told_by.is_blank() && !self.told_how.is_blank() => State::Done,
                Some(_) => State::Waiting,
                None if !self.told_by.is_blank() || !self.told_how.is_blank() => State::Waiting,
                None => State::Open,
            },
            PersonItem::WantsToSay => self.asked(Asked::WantsToSay, self.wants_to_say.as_str()),
            PersonItem::BesideThem => self.asked(Asked::BesideThem, self.beside_them.as_str()),
            PersonItem::Transport => {
                self.asked(Asked::Transport, self.transport.for_professionals())
            }
            PersonItem::VenueHard => {
                self.asked(Asked::VenueHard, self.venue_hard.for_professionals())
            }
            PersonItem::Advocate => match self.advocate {
                Advocate::NotOffered => State::Open,
                Advocate::Offered => State::Waiting,
                Advocate::Accepted | Advocate::Declined => State::Done,
            },
            PersonItem::Language => match self.language {
                ChosenLanguage::NotAsked => State::Open,
                _ => State::Done,
            },
        }
    }

    /// What cannot be right, in the order of the form.
    pub fn faults(&self, today: NaiveDate) -> Vec<PreparationFault> {
        let mut faults = Vec::new();
        if self.told_on.is_some_and(|on| on > today) {
            faults.push(PreparationFault::ToldInFuture);
        }
        if self.advocate_on.is_some_and(|on| on > today) {
            faults.push(PreparationFault::AdvocateInFuture);
        }
        faults
    }

    /// Without a "nothing" beside words that say something, and without a day of an offer that
    /// was not made.
    #[must_use]
    pub fn consistent(mut self) -> Self {
        let given = [
            (Asked::WantsToSay, self.wants_to_say.as_str()),
            (Asked::BesideThem, self.beside_them.as_str()),
            (Asked::Transport, self.transport.for_professionals()),
            (Asked::VenueHard, self.venue_hard.for_professionals()),
        ];
        let said: Vec<Asked> = given
            .iter()
            .filter(|(_, words)| !words.trim().is_empty())
            .map(|(asked, _)| *asked)
            .collect();
        for asked in said {
            self.nothing.remove(&asked);
        }
        if self.advocate == Advocate::NotOffered {
            self.advocate_on = None;
        }
        self
    }

    fn asked(&self, asked: Asked, words: &str) -> State {
        if self.nothing.contains(&asked) || !words.trim().is_empty() {
            State::Done
        } else {
            State::Open
        }
    }
}

/// What cannot be right in a person's preparation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PreparationFault {
    ToldInFuture,
    AdvocateInFuture,
}

/// Something that can't be shared in Part 2, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withheld {
    pub what: Confidential,
    pub reason: Confidential,
}

/// What those who were asked in advance said can't be shared, and who agreed to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldBack {
    pub id: i64,
    /// `None` where they hold nothing back.
    pub withheld: Option<Withheld>,
    pub agreed_by: Confidential,
    pub noted_at: DateTime<Utc>,
}

/// A report that an agency gave in before the meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    pub agency: String,
    pub received_on: NaiveDate,
    pub note: Confidential,
    pub version: i64,
}
