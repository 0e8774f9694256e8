//! Telling a plot: beats become steps with their moments, people and words.

mod meeting;

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Europe::London;

use super::cast::Hand;
use super::dice::Dice;
use super::plots::Beat;
use super::seraf;
use super::story::{Deed, Step};
use super::texts;
use crate::domain::assessment::Content;
use crate::domain::calendar::BeyondHolidays;
use crate::domain::decision::Outcome;
use crate::domain::meeting::MeetingPlan;
use crate::domain::person::Person;
use crate::domain::referral::{How, NewReferral, Source};
use crate::domain::rules::Rules;
use crate::domain::seraf::{Header, score};
use crate::domain::sharing::Confidential;

/// The hours at which work is done.
const FIRST_HOUR: i32 = 8;
const LAST_HOUR: i32 = 17;

/// Somebody who tells one story.
pub struct Teller<'a> {
    pub dice: Dice,
    pub rules: &'a Rules,
    pub today: NaiveDate,
    pub now: DateTime<Utc>,
    /// The young person as the first referral tells them.
    pub person: Person,
    day: NaiveDate,
    hour: Option<NaiveTime>,
    last: DateTime<Utc>,
    steps: Vec<Step>,
    before: Option<Content>,
    decided_on: Option<NaiveDate>,
    held_on: Option<NaiveDate>,
    planned: Option<Box<MeetingPlan>>,
    /// How many were held.
    meetings: usize,
    are_police_told: bool,
    worker: Hand,
    pub duty: Hand,
}

impl<'a> Teller<'a> {
    pub fn new(
        mut dice: Dice,
        rules: &'a Rules,
        now: DateTime<Utc>,
        person: Person,
        from: NaiveDate,
    ) -> Self {
        let worker = if dice.chance(60) {
            Hand::Worker
        } else {
            Hand::Worker2
        };
        let duty = if dice.chance(60) {
            Hand::Duty
        } else {
            Hand::Duty2
        };
        Self {
            dice,
            rules,
            today: now.with_timezone(&London).date_naive(),
            now,
            person,
            day: from,
            hour: None,
            last: DateTime::<Utc>::MIN_UTC,
            steps: Vec::new(),
            before: None,
            decided_on: None,
            held_on: None,
            planned: None,
            meetings: 0,
            are_police_told: false,
            worker,
            duty,
        }
    }

    /// The steps of these beats, up to now: what would be later has not happened.
    pub fn tell(mut self, beats: &[Beat]) -> Vec<Step> {
        for beat in beats {
            if !self.beat(*beat) {
                break;
            }
        }
        // Papers were written while the story went on.
        self.steps.sort_by_key(|step| step.at);
        self.steps
    }

    /// False once the story has reached now.
    fn beat(&mut self, beat: Beat) -> bool {
        match beat {
            Beat::On(days) => self.day = working_day(self.rules, self.today, days),
            Beat::Wait(days) => self.day = working_day(self.rules, self.day, days),
            Beat::At(hour, minute) => self.hour = NaiveTime::from_hms_opt(hour, minute, 0),
            Beat::Refer => return self.refer(false, false),
            Beat::ReferInDanger => return self.refer(false, true),
            Beat::ReferAgain => return self.refer(true, false),
            Beat::HearBack => return self.step(self.duty, Deed::HeardBack),
            Beat::Discuss => {
                let goes_on = self.step(self.duty, Deed::StrategyDiscussed);
                return if self.are_police_told {
                    goes_on
                } else {
                    self.step(self.duty, Deed::PoliceTold)
                };
            }
            Beat::Triage(outcome) => {
                let needs_reason = (self.rules.policies.triage_outcomes)
                    .get(outcome)
                    .is_some_and(|outcome| outcome.needs_reason);
                let reason = if needs_reason {
                    texts::some(&mut self.dice, &texts::TRIAGE_REASON)
                } else {
                    String::new()
                };
                let by = self.duty;
                return self.step(by, Deed::Triaged { outcome, reason });
            }
            Beat::SerafLeft(level) => {
                if let Some(content) = self.assess(level) {
                    return self.step(self.worker, Deed::SerafLeft(Box::new(content)));
                }
            }
            Beat::Seraf(level) => {
                if let Some(content) = self.assess(level) {
                    self.before = Some(content.clone());
                    return self.step(self.worker, Deed::SerafCompleted(Box::new(content)));
                }
            }
            Beat::PutForward => {
                let reason = texts::some(&mut self.dice, &texts::PUT_FORWARD);
                return self.step(self.worker, Deed::PutForward(reason));
            }
            Beat::Decide(outcome) => return self.decide(outcome),
            Beat::PlanInitial(days) => {
                let from = self.decided_on.unwrap_or(self.day);
                let day = working_day(self.rules, from.max(self.day), days);
                return self.plan(day);
            }
            Beat::PlanReview(days) => return self.plan_review(days),
            Beat::PlanFor(days) => {
                let day = working_day(self.rules, self.today, days);
                return self.plan(day);
            }
            Beat::Hold(protocol) => return self.hold(protocol),
            Beat::Cancel => {
                self.planned = None;
                let why = texts::some(&mut self.dice, &texts::CANCELLED);
                return self.step(self.worker, Deed::MeetingCancelled(why));
            }
            Beat::Join => {
                let why = "Same birth date and address; the school confirmed it.".to_owned();
                return self.step(Hand::Principal, Deed::Joined(why));
            }
            Beat::Restrict => return self.step(Hand::Principal, Deed::Restricted),
            Beat::Close => {
                let why = texts::some(&mut self.dice, &texts::CLOSE_REASON);
                return self.step(Hand::Principal, Deed::Closed(why));
            }
            Beat::Draft(place) => {
                let content = String::new();
                return self.step(self.worker, Deed::DraftKept { place, content });
            }
        }
        true
    }

    fn step(&mut self, by: Hand, deed: Deed) -> bool {
        let at = self.moment();
        if at > self.now {
            return false;
        }
        self.last = at;
        self.steps.push(Step { at, by, deed });
        true
    }

    /// A moment of the day that is not before the last one.
    fn moment(&mut self) -> DateTime<Utc> {
        let time = self.hour.take().unwrap_or_else(|| {
            let hour = u32::try_from(self.dice.between(FIRST_HOUR..=LAST_HOUR)).unwrap_or(9);
            let minute = u32::try_from(self.dice.below(60)).unwrap_or(0);
            NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default()
        });
        let at = in_wales(self.day.and_time(time));
        at.max(self.last + TimeDelta::minutes(7))
    }

    fn refer(&mut self, is_again: bool, in_danger: bool) -> bool {
        let until_birthday = self.rules.policies.policy.young_person.until_birthday;
        if is_again
            && self
                .header()
                .age
                .is_some_and(|age| u32::from(age) >= until_birthday)
        {
            // Grown up by now: adult safeguarding takes it.
            return false;
        }
        let dice = &mut self.dice;
        let told = &texts::TOLD[dice.below(texts::TOLD.len())];
        let (source, source_name, contact) = match dice.below(100) {
            0..62 => {
                let (agency, name) = texts::AGENCY_PEOPLE[dice.below(texts::AGENCY_PEOPLE.len())];
                (Source::Agency(agency.to_owned()), name, "01639 000 000")
            }
            62..82 => (
                Source::Family,
                dice.pick(&texts::FAMILY_TELLERS),
                "01639 000 001",
            ),
            82..92 => (Source::Public, "A neighbour", ""),
            92..95 => (Source::YoungPerson, "", ""),
            _ => (Source::Anonymous, "", ""),
        };
        let how = match dice.below(100) {
            0..45 => How::Telephone,
            45..90 => How::Written,
            _ => How::InPerson,
        };
        let knows = |dice: &mut Dice| match dice.below(3) {
            0 => None,
            1 => Some(false),
            _ => Some(true),
        };
        let young_person_knows = knows(dice);
        let parents_know = knows(dice);
        let view = dice.pick(&texts::VIEWS);
        let family = dice.pick(&texts::FAMILY_VIEWS);
        let danger_now = in_danger || dice.chance(6);
        let what_happened = texts::about(called(&self.person), told.words);
        let mut person = self.person.clone();
        if is_again {
            // Somebody else tells, who knows less.
            person.school.clear();
            person.known_as.clear();
            person.other_names.clear();
        }
        // A story that would begin later today has just begun.
        let received_at = self.moment().min(self.now - TimeDelta::minutes(5));
        // Nobody waits a day with that: only what came in today may still be untold.
        let tells_police = danger_now && !in_danger;
        self.are_police_told = tells_police;
        let referral = NewReferral {
            received_at,
            how,
            source,
            source_name: Confidential::new(source_name),
            source_contact: Confidential::new(contact),
            person,
            feared: told.feared.to_vec(),
            what_happened: Confidential::new(what_happened),
            danger_now,
            police_told_at: tells_police.then_some(received_at),
            young_person_knows,
            young_person_view: Confidential::new(view),
            parents_know,
            parents_view: Confidential::new(family),
        };
        // Written down while it is told.
        self.day = received_at.with_timezone(&London).date_naive();
        self.hour = Some(received_at.with_timezone(&London).time());
        let goes_on = self.step(self.duty, Deed::Referred(Box::new(referral)));
        if goes_on {
            self.confirm(received_at);
        }
        goes_on
    }

    /// A report by telephone is put in writing within the day, or first thing on the next. One in
    /// sixteen of those of the last days is still waited for.
    fn confirm(&mut self, received_at: DateTime<Utc>) {
        let is_waited_for = self.dice.chance(6);
        let next = working_day(self.rules, self.day, 1);
        let at = if self.dice.chance(70) {
            received_at + TimeDelta::minutes(i64::from(self.dice.between(5..=45)))
        } else {
            in_wales(next.and_time(NaiveTime::from_hms_opt(7, 55, 0).unwrap_or_default()))
        };
        let is_of_late = self.day >= working_day(self.rules, self.today, -4);
        if at <= self.now && !(is_waited_for && is_of_late) {
            let (by, deed) = (self.duty, Deed::ConfirmedInWriting);
            self.steps.push(Step { at, by, deed });
        }
    }

    fn assess(&mut self, level: seraf::Level) -> Option<Content> {
        let form = self.rules.forms.default_form()?;
        let header = self.header();
        let before = self.before.as_ref();
        let mut content = seraf::assessment(form, &mut self.dice, level, self.day, before, header);
        let category = before.map(|before| score(&before.answers, header).category);
        seraf::with_reasons(&mut content, &mut self.dice, header, category);
        Some(content)
    }

    fn header(&self) -> Header {
        let age = match (self.person.born, self.person.stated_age) {
            (Some(born), _) => crate::domain::date_words::age_on(born, self.day)
                .and_then(|age| u8::try_from(age).ok()),
            (None, stated) => stated,
        };
        Header { age }
    }

    fn decide(&mut self, outcome: Outcome) -> bool {
        let header = self.header();
        let is_at_risk = self
            .before
            .as_ref()
            .is_some_and(|content| score(&content.answers, header).at_risk);
        let dice = &mut self.dice;
        let (reason, instead): (&[&str], &[&str]) = match (outcome, is_at_risk) {
            (Outcome::Meeting, true) => (&texts::HEARD_REASON, &[]),
            (Outcome::Meeting, false) => (&texts::AGAINST_LOW_REASON, &[]),
            (Outcome::NoMeeting, _) => (&texts::NOT_HEARD_REASON, &texts::INSTEAD),
            (Outcome::MoreNeeded, _) => (&texts::MORE_NEEDED, &texts::MORE_NEEDED),
        };
        let deed = Deed::Decided {
            outcome,
            reason: dice.pick(reason).to_owned(),
            instead: dice.pick(instead).to_owned(),
        };
        if outcome == Outcome::Meeting {
            self.decided_on = Some(self.day);
        }
        self.step(Hand::Principal, deed)
    }
}

/// What the young person likes to be called.
fn called(person: &Person) -> &str {
    if person.known_as.is_empty() {
        person.given_name.split(' ').next().unwrap_or_default()
    } else {
        &person.known_as
    }
}

/// So many working days from a day, by the calendar, and by weekdays where it is not known.
pub fn working_day(rules: &Rules, from: NaiveDate, days: i32) -> NaiveDate {
    let (Ok(day)
    | Err(BeyondHolidays {
        by_weekdays: day, ..
    })) = rules.policies.holidays.add_working_days(from, days);
    day
}

fn in_wales(shown: NaiveDateTime) -> DateTime<Utc> {
    // None in the hour that the clocks skip, when nobody works here.
    London
        .from_local_datetime(&shown)
        .earliest()
        .map_or_else(|| shown.and_utc(), |there| there.with_timezone(&Utc))
}
