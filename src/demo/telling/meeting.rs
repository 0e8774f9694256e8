//! The meetings of a story: planned, held with what is said there, and what is done between them.

use chrono::{NaiveDate, NaiveTime, TimeDelta};

use super::{Teller, called, in_wales, working_day};
use crate::demo::cast::Hand;
use crate::demo::meetings;
use crate::demo::story::{Before, Deed, Held, Protocol, Said, Step};
use crate::demo::texts;
use crate::domain::calendar::BeyondHolidays;
use crate::domain::meeting::{MeetingKind, day_question, window};

impl Teller<'_> {
    pub(super) fn plan_review(&mut self, days: i32) -> bool {
        let since = self.held_on.unwrap_or(self.day);
        let allowed = self.rules.policies.review_window(since);
        let wished = allowed.first + TimeDelta::days(i64::from(days));
        let (Ok(day)
        | Err(BeyondHolidays {
            by_weekdays: day, ..
        })) = self
            .rules
            .policies
            .holidays
            .nearest_working_day(wished, allowed);
        self.plan(day.unwrap_or(wished).max(self.day))
    }

    pub(super) fn plan(&mut self, day: NaiveDate) -> bool {
        let kind = match self.held_on {
            Some(_) => MeetingKind::Review,
            None => MeetingKind::Initial,
        };
        let slots = [(9, 30), (11, 0), (13, 0), (14, 0), (15, 30)];
        let (hour, minute) = slots[self.dice.below(slots.len())];
        let start = self
            .hour
            .take()
            .or_else(|| NaiveTime::from_hms_opt(hour, minute, 0))
            .unwrap_or_default();
        let policies = &self.rules.policies;
        let mut plan = meetings::plan(policies, &mut self.dice, &self.person, kind, day, start);
        let since = self.held_on.or(self.decided_on).unwrap_or(self.day);
        let allowed = window(kind, since, policies);
        if day_question(day, &allowed, &policies.holidays).is_some() {
            plan.day_reason
                .push_str("The young person's own wish; agreed by the Principal Officer.");
        }
        self.planned = Some(Box::new(plan.clone()));
        let goes_on = self.step(self.worker, Deed::MeetingPlanned(Box::new(plan)));
        if goes_on && day >= self.today {
            self.prepare(day);
        }
        goes_on
    }

    /// A meeting to come is prepared while the story goes on. Those of the past were too, and nobody
    /// asks any more.
    fn prepare(&mut self, day: NaiveDate) {
        let planned_on = self.day;
        let ready_by = self.rules.policies.prepared_by(day);
        // By then nearly everything is ready; until then some of it.
        let is_due = ready_by <= self.today;
        let is_whole = self.dice.chance(if is_due { 85 } else { 50 });
        let said = Before {
            wants_to_say: self.dice.pick(&texts::BEFORE_SAY),
            beside_them: self.dice.pick(&texts::BEFORE_BESIDE),
            transport: self.dice.pick(&texts::BEFORE_TRANSPORT),
            wants_an_advocate: self.dice.chance(40),
            is_whole,
        };
        let answered = if is_due { 96 } else { 70 };
        let deeds = [
            (1, self.worker, Deed::Invited),
            (2, self.worker, Deed::Prepared(Box::new(said))),
            (3, self.worker, Deed::Answered(answered)),
            (4, self.worker, Deed::ReportsIn { all: is_whole }),
        ];
        for (days, by, deed) in deeds {
            let on = working_day(self.rules, planned_on, days).min(day);
            let minute = u32::try_from(self.dice.below(60)).unwrap_or(0);
            let time = NaiveTime::from_hms_opt(8, minute, 0).unwrap_or_default();
            let at =
                in_wales(on.and_time(time)).max(self.last + TimeDelta::minutes(i64::from(days)));
            if at <= self.now {
                self.steps.push(Step { at, by, deed });
            }
        }
    }

    pub(super) fn hold(&mut self, protocol: Protocol) -> bool {
        let Some(plan) = self.planned.take() else {
            return true;
        };
        let has_plan = protocol == Protocol::On || self.dice.chance(45);
        let held = self.held(protocol, plan.part2.is_some(), has_plan);
        self.day = plan.day;
        let (_, end) = plan.span();
        self.hour = Some(end.time());
        self.held_on = Some(plan.day);
        let goes_on = self.step(Hand::Chair, Deed::MeetingHeld(Box::new(held)));
        self.beside(plan.day, protocol);
        goes_on
    }

    fn held(&mut self, protocol: Protocol, has_part2: bool, has_plan: bool) -> Held {
        let said = has_part2.then(|| self.said());
        self.meetings += 1;
        let dice = &mut self.dice;
        let mut actions = texts::ACTIONS.to_vec();
        dice.shuffle(&mut actions);
        actions.truncate(2 + dice.below(3));
        Held {
            protocol,
            has_plan: has_plan && said.is_some() && protocol != Protocol::Off,
            said,
            goal: dice.pick(&texts::GOALS),
            actions,
        }
    }

    /// What is done while the story goes on: minutes within days, corrections after; the family
    /// told and the young person heard until the next meeting.
    fn beside(&mut self, held_on: NaiveDate, protocol: Protocol) {
        let sent = working_day(self.rules, held_on, self.dice.between(2..=5));
        let mut deeds = vec![
            (sent, Hand::Chair, Deed::PapersSent),
            (
                working_day(self.rules, sent, 11),
                Hand::Chair,
                Deed::CorrectionsClosed,
            ),
        ];
        if protocol != Protocol::Off {
            for days in [12, 21] {
                let day = working_day(self.rules, held_on, days);
                deeds.push((day, self.worker, Deed::FamilyTold));
            }
            let said = self.said();
            let day = working_day(self.rules, held_on, 16);
            deeds.push((day, self.worker, Deed::VoiceHeard(Box::new(said))));
        }
        for (day, by, deed) in deeds {
            let minute = u32::try_from(self.dice.below(60)).unwrap_or(0);
            let time = NaiveTime::from_hms_opt(9, minute, 0).unwrap_or_default();
            let at = in_wales(day.and_time(time));
            if at <= self.now {
                self.steps.push(Step { at, by, deed });
            }
        }
    }

    /// How it is for the young person: it gets better, mostly.
    fn said(&mut self) -> Said {
        let dice = &mut self.dice;
        let last = texts::SAID.len() - 1;
        let (feeling, words) = texts::SAID[(self.meetings + dice.below(4)).min(last)];
        Said {
            name: called(&self.person).to_owned(),
            feeling,
            words,
            worry: dice.pick(&texts::THEIR_WORRY),
            strength: dice.pick(&texts::THEIR_STRENGTH),
        }
    }
}
