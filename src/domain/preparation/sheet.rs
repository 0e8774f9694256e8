//! All of one meeting's preparation, and the check list that follows from it.

use chrono::NaiveDate;

use super::{HeldBack, PersonItem, PersonPreparation, Report, State};
use crate::domain::bilingual::Language;
use crate::domain::invitation::{Invitation, Step};
use crate::domain::meeting::{Invited, InvitedKind, Meeting, MeetingStatus};
use crate::domain::person::ChosenLanguage;

/// One person with what is prepared with them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prepared {
    pub person: Invited,
    pub preparation: PersonPreparation,
}

impl Prepared {
    /// How far each of their lines has come.
    pub fn states(&self) -> impl Iterator<Item = (PersonItem, State)> {
        PersonItem::of(&self.person)
            .iter()
            .map(|item| (*item, self.preparation.state(*item)))
    }
}

/// What is known of a meeting's preparation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    pub meeting: Meeting,
    /// Those with whom something is to be prepared, in the order of the list.
    pub people: Vec<Prepared>,
    /// What still holds, the first noted first.
    pub held_back: Vec<HeldBack>,
    pub reports: Vec<Report>,
    /// Everybody on the list, and those taken off it who were sent something.
    pub invitations: Vec<(Invited, Option<Invitation>)>,
    /// The day by which all is to be ready.
    pub ready_by: NaiveDate,
}

/// What one line of the check list is about.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum What {
    /// The place in [`Sheet::people`].
    Person(usize, PersonItem),
    /// What can't be shared, and who agreed.
    HeldBack,
    /// The report of an agency, by its id.
    Report(String),
    /// Everybody has been sent what they are owed.
    Invitations,
}

/// One line of the check list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub what: What,
    pub state: State,
}

/// How many lines are done of how many.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Progress {
    pub done: usize,
    pub of: usize,
}

impl Progress {
    pub fn is_ready(self) -> bool {
        self.done == self.of
    }
}

impl Sheet {
    /// The whole check list in its order. Of a meeting that was called off, all that is left to
    /// do is to tell those who were asked.
    pub fn lines(&self) -> Vec<Line> {
        let mut lines = Vec::new();
        if self.is_planned() {
            for (at, one) in self.people.iter().enumerate() {
                let states = one.states();
                lines.extend(states.map(|(item, state)| Line {
                    what: What::Person(at, item),
                    state,
                }));
            }
            if self.meeting.plan.part2.is_some() {
                lines.push(Line {
                    what: What::HeldBack,
                    state: done_where(!self.held_back.is_empty()),
                });
            }
            for agency in self.agencies() {
                let state = done_where(self.report_of(agency).is_some());
                lines.push(Line {
                    what: What::Report(agency.to_owned()),
                    state,
                });
            }
        }
        lines.push(Line {
            what: What::Invitations,
            state: self.invitations_state(),
        });
        lines
    }

    pub fn progress(&self) -> Progress {
        let lines = self.lines();
        Progress {
            done: lines
                .iter()
                .filter(|line| line.state == State::Done)
                .count(),
            of: lines.len(),
        }
    }

    /// The agencies that are asked to Part 1, each once, in the order of the list.
    pub fn agencies(&self) -> Vec<&str> {
        let mut found: Vec<&str> = Vec::new();
        for person in &self.meeting.plan.people {
            let is_new = !found.contains(&person.agency.as_str());
            if person.part1 && !person.agency.is_empty() && is_new {
                found.push(&person.agency);
            }
        }
        found
    }

    pub fn report_of(&self, agency: &str) -> Option<&Report> {
        self.reports.iter().find(|report| report.agency == agency)
    }

    /// Where each invitation stands, in the order of [`Self::invitations`].
    pub fn steps(&self) -> Vec<Step> {
        let listed = |row: Option<i64>| {
            let people = &self.meeting.plan.people;
            row.is_some() && people.iter().any(|person| person.row == row)
        };
        self.invitations
            .iter()
            .map(|(person, invitation)| {
                let is_asked = self.is_planned() && person.is_asked() && listed(person.row);
                Step::of(is_asked, invitation.as_ref())
            })
            .collect()
    }

    /// The language in which somebody on the list is written to: the family's as they chose, a
    /// professional's as their invitation says.
    pub fn language_of(&self, person: &Invited, invitation: Option<&Invitation>) -> Language {
        match person.kind {
            InvitedKind::YoungPerson | InvitedKind::Family => {
                let mut people = self.people.iter();
                let found = people.find(|one| one.person.row == person.row);
                let chosen = found.map(|one| one.preparation.language);
                match chosen {
                    Some(ChosenLanguage::Welsh) => Language::Welsh,
                    _ => Language::English,
                }
            }
            InvitedKind::Professional | InvitedKind::Advocate => {
                invitation.map_or(Language::English, |one| one.language)
            }
        }
    }

    pub fn is_planned(&self) -> bool {
        self.meeting.status == MeetingStatus::Planned
    }

    fn invitations_state(&self) -> State {
        let steps = self.steps();
        if !steps.iter().any(|step| step.is_owed()) {
            State::Done
        } else if self.invitations.iter().any(|(_, one)| one.is_some()) {
            State::Waiting
        } else {
            State::Open
        }
    }
}

fn done_where(is_done: bool) -> State {
    if is_done { State::Done } else { State::Open }
}
