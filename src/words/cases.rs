//! Cases in words: stages, what is due and how late, next steps. What happened is in
//! `words/chronology.rs`.
//!
//! Screens and the command line say the same of a case because both ask here.

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use chrono_tz::Europe::London;

use super::{Key, Words};
use crate::domain::calendar::BeyondHolidays;
use crate::domain::case::{CaseBrief, ClockKind, Due, Stage};
use crate::domain::case_page::NearHow;
use crate::domain::person::Living;
use crate::domain::referral::Source;
use crate::domain::relation::RelationKind;
use crate::domain::rules::Rules;
use crate::domain::today::{About, DueRow, Group, Lateness, lateness};

impl Words {
    /// How far a case has come: `decision awaited`.
    pub fn stage(&self, stage: Stage) -> &str {
        self.say(match stage {
            Stage::Referred => Key::CaseStageReferred,
            Stage::Assessing => Key::CaseStageAssessing,
            Stage::PutForward => Key::CaseStagePutForward,
            Stage::ToBeHeard => Key::CaseStageToBeHeard,
            Stage::OnProtocol => Key::CaseStageOnProtocol,
            Stage::OffProtocol => Key::CaseStageOffProtocol,
            Stage::NotHeard => Key::CaseStageNotHeard,
            Stage::Closed => Key::CaseStageClosed,
        })
    }

    /// A kind of work in a word or two.
    pub fn due_kind(&self, kind: ClockKind) -> &str {
        self.say(match kind {
            ClockKind::Triage => Key::DueTriage,
            ClockKind::WrittenConfirmation => Key::DueWrittenConfirmation,
            ClockKind::PoliceAtOnce => Key::DuePoliceAtOnce,
            ClockKind::StrategyDiscussion => Key::DueStrategyDiscussion,
            ClockKind::HeardBack => Key::DueHeardBack,
            ClockKind::Seraf => Key::DueSeraf,
            ClockKind::Decision => Key::DueDecision,
            ClockKind::MeetingToArrange => Key::DueMeetingToArrange,
            ClockKind::Meeting => Key::DueMeeting,
            ClockKind::Preparation => Key::DuePreparation,
            ClockKind::InvitationAnswer => Key::DueInvitationAnswer,
            ClockKind::Review => Key::DueReview,
            ClockKind::SerafAgain => Key::DueSerafAgain,
            ClockKind::ProtocolDecision => Key::DueProtocolDecision,
            ClockKind::PlanAndSummary => Key::DuePlanAndSummary,
            ClockKind::FullRecord => Key::DueFullRecord,
            ClockKind::Corrections => Key::DueCorrections,
            ClockKind::PlanAction => Key::DuePlanAction,
            ClockKind::VoiceNotHeard => Key::DueVoiceNotHeard,
            ClockKind::FamilyNotTold => Key::DueFamilyNotTold,
            ClockKind::GlassBroken => Key::DueGlassBroken,
        })
    }

    /// The next step in a case, with the timescale that policy gives it.
    pub fn next_step(&self, kind: Option<ClockKind>, rules: &Rules) -> String {
        let times = &rules.policies.policy.timescales;
        let days = |key, days: u32| self.with(key, &[("days", days.into())]);
        let Some(kind) = kind else {
            return self.say(Key::NextNothing).to_owned();
        };
        let plain = match kind {
            ClockKind::Triage => return days(Key::NextTriage, times.triage_working_days),
            ClockKind::Decision => return days(Key::NextDecision, times.decision_working_days),
            ClockKind::MeetingToArrange => {
                return days(
                    Key::NextMeetingToArrange,
                    times.initial_meeting_working_days,
                );
            }
            ClockKind::PlanAndSummary => {
                return days(Key::NextPlanAndSummary, times.plan_and_summary_working_days);
            }
            ClockKind::FullRecord => {
                return days(Key::NextFullRecord, times.full_record_working_days);
            }
            ClockKind::WrittenConfirmation => {
                let hours = times.written_confirmation_hours;
                return self.with(Key::NextWrittenConfirmation, &[("hours", hours.into())]);
            }
            ClockKind::Review => {
                let (from, to) = (times.review_from_weeks, times.review_to_weeks);
                let given = [("from", from.into()), ("to", to.into())];
                return self.with(Key::NextReview, &given);
            }
            ClockKind::SerafAgain => {
                let months = times.seraf_again_months;
                return self.with(Key::NextSerafAgain, &[("months", months.into())]);
            }
            ClockKind::PoliceAtOnce => Key::NextPoliceAtOnce,
            ClockKind::StrategyDiscussion => Key::NextStrategyDiscussion,
            ClockKind::HeardBack => Key::NextHeardBack,
            ClockKind::Seraf => Key::NextSeraf,
            ClockKind::Meeting => Key::NextMeeting,
            ClockKind::Preparation => Key::NextPreparation,
            ClockKind::InvitationAnswer => Key::NextInvitationAnswer,
            ClockKind::ProtocolDecision => Key::NextProtocolDecision,
            ClockKind::Corrections => Key::NextCorrections,
            ClockKind::PlanAction => Key::NextPlanAction,
            ClockKind::VoiceNotHeard => Key::NextVoiceNotHeard,
            ClockKind::FamilyNotTold => Key::NextFamilyNotTold,
            ClockKind::GlassBroken => Key::NextGlassBroken,
        };
        self.say(plain).to_owned()
    }

    /// How late: `4 h over`, `2 wd over`.
    pub fn late(&self, late: Lateness) -> String {
        let (key, n) = match late {
            Lateness::Hours(0) => return self.say(Key::LateNow).to_owned(),
            Lateness::Hours(n) => (Key::LateHours, n),
            Lateness::Days(n) => (Key::LateDays, n),
            Lateness::WorkingDays(n) => (Key::LateWorkingDays, n),
        };
        self.with(key, &[("n", n.into())])
    }

    /// How late a thing is, or until when there is time: `2 wd over`, `by 16:00`, `by Fri 27 Nov`.
    pub fn due_when(&self, due: Due, now: DateTime<Utc>, rules: &Rules) -> String {
        let (Ok(late)
        | Err(BeyondHolidays {
            by_weekdays: late, ..
        })) = lateness(due, now, &London, &rules.policies.holidays);
        if let Some(late) = late {
            return self.late(late);
        }
        let today = now.with_timezone(&London).date_naive();
        match due {
            Due::By(day) if day == today => self.say(Key::DayToday).to_owned(),
            Due::By(day) => {
                let day = self.day_near(day, today);
                self.with(Key::DueByDay, &[("day", day.into())])
            }
            Due::At(at) => {
                let there = at.with_timezone(&London);
                let time = self.time(there.time());
                if there.date_naive() == today {
                    return self.with(Key::DueByTime, &[("time", time.into())]);
                }
                let day = self.day_near(there.date_naive(), today);
                self.with(Key::DueByDay, &[("day", day.into())])
            }
        }
    }

    /// The same for a row of Today. A meeting is on its day and not by it.
    pub fn row_when(&self, row: &DueRow, now: DateTime<Utc>, rules: &Rules) -> String {
        let today = now.with_timezone(&London).date_naive();
        let day = match row.due {
            Due::At(at) => at.with_timezone(&London).date_naive(),
            Due::By(day) => day,
        };
        match (row.kind, row.key.group) {
            (ClockKind::Meeting, Group::Today) => self.say(Key::DayToday).to_owned(),
            (ClockKind::Meeting, Group::Coming) => self.day_near(day, today),
            _ => self.due_when(row.due, now, rules),
        }
    }

    /// `Fri 27 Nov`, or with its year where that is half a year away.
    pub fn day_near(&self, day: NaiveDate, today: NaiveDate) -> String {
        if (day - today).num_days().abs() < 180 {
            self.date_short(day)
        } else {
            self.date_with_year(day)
        }
    }

    /// A moment as a list shows it: `14:10` today, `Fri 14:10` within the last days, else
    /// `Fri 13 Nov 14:10`.
    pub fn moment(&self, at: DateTime<Utc>, today: NaiveDate) -> String {
        let there = at.with_timezone(&London);
        let (day, time) = (there.date_naive(), self.time(there.time()));
        match (today - day).num_days() {
            0 => time,
            1..=6 => {
                let place = usize::try_from(day.weekday().num_days_from_monday()).unwrap_or(0);
                let weekday = self.weekdays_short().nth(place).unwrap_or_default();
                format!("{weekday} {time}")
            }
            _ => format!("{} {time}", self.day_near(day, today)),
        }
    }

    /// Where a young person lives, where that is known.
    pub fn lives(&self, living: Living) -> Option<&str> {
        Some(self.say(match living {
            Living::NotKnown => return None,
            Living::Independently => Key::ReferralLivingIndependently,
            Living::AtHome => Key::ReferralLivingAtHome,
            Living::WithCarers => Key::ReferralLivingWithCarers,
            Living::Residential => Key::ReferralLivingResidential,
            Living::Other => Key::ReferralLivingOther,
        }))
    }

    /// `referred by South Wales Police`: the agency, or what somebody is.
    pub fn referred_by(&self, source: &Source, rules: &Rules) -> String {
        let whom = match source {
            Source::Agency(id) => rules
                .policies
                .agencies
                .get(id)
                .map_or(id.as_str(), |agency| agency.name.say(self.language())),
            Source::Family => self.say(Key::ReferralSourceFamily),
            Source::Public => self.say(Key::ReferralSourcePublic),
            Source::YoungPerson => self.say(Key::ReferralSourceYoungPerson),
            Source::Anonymous => self.say(Key::ReferralSourceAnonymous),
        };
        self.with(Key::BesideReferredBy, &[("whom", whom.into())])
    }

    /// In which way somebody is near.
    pub fn near_how(&self, how: &NearHow) -> String {
        let key = match how {
            NearHow::Relation(kind) => match kind {
                RelationKind::Sibling => Key::ReferralSibling,
                RelationKind::ParentCarer => Key::ReferralParentCarer,
                RelationKind::Household => Key::ReferralHousehold,
                RelationKind::Friend => Key::ReferralFriend,
                RelationKind::AdultOfConcern => Key::ReferralAdultOfConcern,
            },
            NearHow::ChildOfTheirs => Key::NearChildOfTheirs,
            NearHow::SameAddress => Key::NearSameAddress,
            NearHow::AlsoKnows { name } => {
                return self.with(Key::NearAlsoKnows, &[("name", name.as_str().into())]);
            }
        };
        self.say(key).to_owned()
    }

    /// What a row of Today says besides who it is about.
    pub fn due_about(&self, row: &DueRow, today: NaiveDate, rules: &Rules) -> String {
        match &row.about {
            About::Nothing => String::new(),
            About::Received(at) => {
                // The hour matters for a day or two.
                let day = at.with_timezone(&London).date_naive();
                let when = if (today - day).num_days() < 7 {
                    self.moment(*at, today)
                } else {
                    self.day_near(day, today)
                };
                self.with(Key::AboutReceived, &[("when", when.into())])
            }
            About::Score { score, category } => self.score(*score, *category),
            About::Meeting {
                part1,
                part2,
                venue,
            } => {
                let time = self.time(*part1);
                let venue = self.venue(venue, rules);
                let mut given = vec![("time", time.into()), ("venue", venue.into())];
                let Some(part2) = part2 else {
                    return self.with(Key::AboutMeetingOnePart, &given);
                };
                given.push(("part2", self.time(*part2).into()));
                self.with(Key::AboutMeeting, &given)
            }
            About::Answer { agency, name } => {
                let known = rules.policies.agencies.get(agency);
                let agency = known.map(|one| one.name.say(self.language()));
                let who = agency.unwrap_or(name);
                self.with(Key::InvitationsAnswerFrom, &[("who", who.into())])
            }
            About::Action { what, who } => {
                let what = what.for_professionals().replace('\n', " ");
                let who = who.for_professionals();
                let given = [("what", what.into()), ("who", who.into())];
                self.with(Key::PlanAbout, &given)
            }
            About::GlassBroken { by, reason } => {
                let reason = reason.replace('\n', " ");
                let given = [("by", by.as_str().into()), ("reason", reason.into())];
                self.with(Key::AboutGlass, &given)
            }
        }
    }

    /// `SERAF 23, category 4`.
    pub fn score(&self, score: u32, category: u32) -> String {
        let given = [("score", score.into()), ("category", category.into())];
        self.with(Key::AboutScore, &given)
    }

    /// The name with the age, as far as they are known: `Siân Llewellyn, 14`.
    pub fn name_and_age(&self, name: &str, case: &CaseBrief, today: NaiveDate) -> String {
        match case.age(today) {
            Some(age) => format!("{name}, {age}"),
            None => name.to_owned(),
        }
    }

    /// The name of a venue; its id where the authority's file no longer has it.
    pub(super) fn venue(&self, id: &str, rules: &Rules) -> String {
        rules
            .policies
            .venues
            .get(id)
            .map_or(id, |venue| venue.name.say(self.language()))
            .to_owned()
    }
}
