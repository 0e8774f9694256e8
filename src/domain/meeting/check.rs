//! What a plan must say before it is kept, place by place, and what is worth a second look.
//!
//! A fault stops the plan from being kept; a hint does not. Clashes are hints of their own kind
//! (`clash`): people may have good reasons for them.

use std::ops::RangeInclusive;

use chrono::NaiveDate;

use super::{InvitedKind, MeetingKind, MeetingPlan, MeetingWindow, NotAsked, Part, day_question};
use crate::domain::policy::Policies;

/// How long a part may be planned for, in minutes.
pub const PLANNED_MINUTES: RangeInclusive<u32> = 5..=480;

/// Where in a plan something is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PlanPlace {
    Day,
    Part1,
    Part2,
    Venue,
    Chair,
    /// The list as a whole.
    People,
    /// The place in the list.
    Person(usize),
}

/// What is wrong there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PlanFault {
    /// The day has passed.
    DayPast,
    /// Outside the window or on a day off, without a reason.
    DayReasonMissing,
    /// Shorter or longer than [`PLANNED_MINUTES`].
    Minutes,
    /// Goes on after midnight.
    PastMidnight,
    /// Part 2 begins while Part 1 goes on.
    Part2BeforePart1Ends,
    /// No Part 2, and it is not said why or who decided it.
    NoPart2ReasonMissing,
    VenueUnknown,
    ChairMissing,
    NobodyInPart1,
    /// The young person is not on the list: even one who is not asked stands there, with the reason.
    YoungPersonMissing,
    /// The young person is on the list twice.
    YoungPersonTwice,
    NameMissing,
    AgencyMissing,
    /// Part 1 is for professionals.
    NotForPart1,
    /// A professional or advocate who is asked to neither part.
    AskedToNothing,
    /// One of the family, or the young person, not asked to Part 2 without a reason or without a
    /// person who decided it.
    NotAskedReasonMissing,
}

/// What is worth a second look.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum PlanHint {
    /// A strategy discussion is not one without this agency (procedures); by its id.
    NeededAgency(String),
    /// Nobody stands beside the young person in Part 2 as advocate.
    NoAdvocate,
}

/// What a plan is checked against.
#[derive(Debug, Clone, Copy)]
pub struct PlanContext<'a> {
    pub today: NaiveDate,
    pub window: &'a MeetingWindow,
    pub policies: &'a Policies,
}

impl MeetingPlan {
    /// Everything that stops this plan from being kept, in the order of the screen.
    pub fn faults(&self, context: &PlanContext<'_>) -> Vec<(PlanPlace, PlanFault)> {
        let mut faults = Vec::new();
        if self.day < context.today {
            faults.push((PlanPlace::Day, PlanFault::DayPast));
        }
        let holidays = &context.policies.holidays;
        if day_question(self.day, context.window, holidays).is_some() && is_blank(&self.day_reason)
        {
            faults.push((PlanPlace::Day, PlanFault::DayReasonMissing));
        }
        faults.extend(part_fault(&self.part1).map(|fault| (PlanPlace::Part1, fault)));
        faults.extend(self.part2_fault().map(|fault| (PlanPlace::Part2, fault)));
        if context.policies.venues.get(&self.venue).is_none() {
            faults.push((PlanPlace::Venue, PlanFault::VenueUnknown));
        }
        if self.chair.is_none() {
            faults.push((PlanPlace::Chair, PlanFault::ChairMissing));
        }
        self.people_faults(&mut faults);
        faults
    }

    /// What is worth a second look; nothing of it stops the plan.
    pub fn hints(&self, policies: &Policies) -> Vec<PlanHint> {
        let mut hints = Vec::new();
        if self.kind == MeetingKind::Initial {
            let needed = policies.agencies.all().iter().filter(|agency| {
                let comes = |id: &str| {
                    self.people
                        .iter()
                        .any(|person| person.part1 && person.agency == id)
                };
                agency.needed_for_strategy && !comes(&agency.id)
            });
            hints.extend(needed.map(|agency| PlanHint::NeededAgency(agency.id.clone())));
        }
        let has_advocate = self
            .people
            .iter()
            .any(|person| person.kind == InvitedKind::Advocate && person.part2);
        if self.part2.is_some() && !has_advocate {
            hints.push(PlanHint::NoAdvocate);
        }
        hints
    }

    fn part2_fault(&self) -> Option<PlanFault> {
        let Some(part2) = &self.part2 else {
            return (!is_given(self.no_part2.as_ref())).then_some(PlanFault::NoPart2ReasonMissing);
        };
        if self.part1.end().is_some_and(|end| part2.start < end) {
            return Some(PlanFault::Part2BeforePart1Ends);
        }
        part_fault(part2)
    }

    fn people_faults(&self, faults: &mut Vec<(PlanPlace, PlanFault)>) {
        if !self.people.iter().any(|person| person.part1) {
            faults.push((PlanPlace::People, PlanFault::NobodyInPart1));
        }
        let young = self
            .people
            .iter()
            .filter(|person| person.kind == InvitedKind::YoungPerson)
            .count();
        match young {
            0 => faults.push((PlanPlace::People, PlanFault::YoungPersonMissing)),
            1 => {}
            _ => faults.push((PlanPlace::People, PlanFault::YoungPersonTwice)),
        }
        for (at, person) in self.people.iter().enumerate() {
            let is_professional = person.kind == InvitedKind::Professional;
            let fault = if is_professional && is_blank(&person.agency) {
                PlanFault::AgencyMissing
            } else if !is_professional && is_blank(&person.name) {
                PlanFault::NameMissing
            } else if person.part1 && !is_professional {
                PlanFault::NotForPart1
            } else if person.kind.belongs_in_part2() {
                if person.part2 || self.part2.is_none() || is_given(person.not_asked.as_ref()) {
                    continue;
                }
                PlanFault::NotAskedReasonMissing
            } else if !person.is_asked() {
                PlanFault::AskedToNothing
            } else {
                continue;
            };
            faults.push((PlanPlace::Person(at), fault));
        }
    }
}

fn part_fault(part: &Part) -> Option<PlanFault> {
    if !PLANNED_MINUTES.contains(&part.minutes) {
        return Some(PlanFault::Minutes);
    }
    part.end().is_none().then_some(PlanFault::PastMidnight)
}

fn is_given(reason: Option<&NotAsked>) -> bool {
    reason.is_some_and(|given| !is_blank(&given.reason) && given.decided_by > 0)
}

fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}
