//! The authority's numbers: timescales, lengths, limits. Sources are in DOMAIN.md, section 3.

use std::ops::RangeInclusive;

use serde::Deserialize;

use super::file::{Check, PolicyError, PolicyProblem, parse};

pub(super) const EMBEDDED: &str = include_str!("../../../data/policy.toml");

const MOST_WORKING_DAYS: u32 = 260;
const MOST_HOURS: u32 = 720;
const MOST_WEEKS: u32 = 52;
const MOST_MINUTES: u32 = 480;
const MOST_AGE: u32 = 25;
/// An unlocked screen left for longer is an open file on a desk.
const MOST_LOCK_MINUTES: u32 = 120;

/// All timescales and limits. The embedded file has the defaults.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Policy {
    pub referral: ReferralPolicy,
    pub decision: DecisionPolicy,
    pub meeting: MeetingPolicy,
    pub record: RecordPolicy,
    pub person: PersonPolicy,
    pub session: SessionPolicy,
}

/// From a report to what happens next.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReferralPolicy {
    /// The letters a reference starts with.
    pub prefix: String,
    pub triage_working_days: u32,
    pub written_confirmation_hours: u32,
    /// With no acknowledgement after these, the referrer chases.
    pub chase_working_days: u32,
}

/// The Principal Officer's decision.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DecisionPolicy {
    pub within_working_days: u32,
}

/// When meetings are held, and how long their parts take.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeetingPolicy {
    /// From the decision.
    pub initial_within_working_days: u32,
    pub review_from_weeks: u32,
    pub review_to_weeks: u32,
    pub professionals_minutes: u32,
    pub break_minutes: u32,
    pub family_minutes: u32,
}

/// What is owed after a meeting or a missing episode.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordPolicy {
    pub plan_copy_working_days: u32,
    pub full_record_working_days: u32,
    /// From receipt of the record.
    pub corrections_working_days: u32,
    /// From the moment the young person was found.
    pub return_interview_hours: u32,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PersonPolicy {
    /// Young people are under this age in years.
    pub age_limit: u32,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SessionPolicy {
    pub auto_lock_minutes: u32,
}

impl Policy {
    /// Reads and checks a policy file. `file` is only used to name it in errors.
    ///
    /// # Errors
    /// The first fault, with its key.
    pub fn from_toml(file: &str, text: &str) -> Result<Self, PolicyError> {
        let policy: Self = parse(file, text)?;
        policy.check(Check(file))?;
        Ok(policy)
    }

    /// The policy that comes with the program.
    ///
    /// # Errors
    /// None in a program that passed its tests.
    pub fn embedded() -> Result<Self, PolicyError> {
        Self::from_toml("policy.toml", EMBEDDED)
    }

    /// The reference of the `number`th referral of a year: `NPT-26-041`. Beyond 999 it grows.
    pub fn reference(&self, year: i32, number: u32) -> String {
        let prefix = &self.referral.prefix;
        format!("{prefix}-{:02}-{number:03}", year.rem_euclid(100))
    }

    /// Weeks from the last meeting within which the review is held.
    pub fn review_weeks(&self) -> RangeInclusive<u32> {
        self.meeting.review_from_weeks..=self.meeting.review_to_weeks
    }

    fn check(&self, check: Check<'_>) -> Result<(), PolicyError> {
        let (referral, meeting, record) = (&self.referral, &self.meeting, &self.record);
        let letters = referral.prefix.chars().all(|c| c.is_ascii_uppercase());
        if !letters || !(2..=5).contains(&referral.prefix.len()) {
            let shown = referral.prefix.chars().filter(|c| !c.is_control());
            let problem = PolicyProblem::NotAPrefix(shown.take(40).collect());
            return check.refuse("referral.prefix", problem);
        }
        for (key, found, most) in [
            (
                "referral.triage_working_days",
                referral.triage_working_days,
                MOST_WORKING_DAYS,
            ),
            (
                "referral.written_confirmation_hours",
                referral.written_confirmation_hours,
                MOST_HOURS,
            ),
            (
                "referral.chase_working_days",
                referral.chase_working_days,
                MOST_WORKING_DAYS,
            ),
            (
                "decision.within_working_days",
                self.decision.within_working_days,
                MOST_WORKING_DAYS,
            ),
            (
                "meeting.initial_within_working_days",
                meeting.initial_within_working_days,
                MOST_WORKING_DAYS,
            ),
            (
                "meeting.review_from_weeks",
                meeting.review_from_weeks,
                MOST_WEEKS,
            ),
            (
                "meeting.review_to_weeks",
                meeting.review_to_weeks,
                MOST_WEEKS,
            ),
            (
                "meeting.professionals_minutes",
                meeting.professionals_minutes,
                MOST_MINUTES,
            ),
            ("meeting.break_minutes", meeting.break_minutes, MOST_MINUTES),
            (
                "meeting.family_minutes",
                meeting.family_minutes,
                MOST_MINUTES,
            ),
            (
                "record.plan_copy_working_days",
                record.plan_copy_working_days,
                MOST_WORKING_DAYS,
            ),
            (
                "record.full_record_working_days",
                record.full_record_working_days,
                MOST_WORKING_DAYS,
            ),
            (
                "record.corrections_working_days",
                record.corrections_working_days,
                MOST_WORKING_DAYS,
            ),
            (
                "record.return_interview_hours",
                record.return_interview_hours,
                MOST_HOURS,
            ),
            ("person.age_limit", self.person.age_limit, MOST_AGE),
            (
                "session.auto_lock_minutes",
                self.session.auto_lock_minutes,
                MOST_LOCK_MINUTES,
            ),
        ] {
            check.range(key, found, 1, most)?;
        }
        let (from, to) = (meeting.review_from_weeks, meeting.review_to_weeks);
        if to < from {
            let problem = PolicyProblem::WindowUpsideDown { from, to };
            return check.refuse("meeting.review_to_weeks", problem);
        }
        Ok(())
    }
}
