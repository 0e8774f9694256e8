//! The authority's numbers: `policy.toml`. How long things may take, how references read, how long
//! the parts of a meeting are, what is published and what is kept.
//!
//! Each value's source is written beside it in the file. Dates are not worked out here: see
//! [`super::due`].

use std::fmt::Write as _;
use std::ops::RangeInclusive;

use chrono::NaiveTime;
use serde::Deserialize;

use super::data_file::{DataFile, PolicyError, PolicyProblem};
use crate::domain::bilingual::Bilingual;

/// All of `policy.toml`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Policy {
    pub timescales: Timescales,
    pub reference: ReferencePolicy,
    pub young_person: YoungPersonPolicy,
    pub meetings: MeetingPolicy,
    pub contact: ContactPolicy,
    pub figures: FiguresPolicy,
    pub session: SessionPolicy,
    pub retention: RetentionPolicy,
}

/// How long each step may take. The unit is in the name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Timescales {
    /// From the receipt of a referral to the recorded decision on next steps.
    pub triage_working_days: u32,
    /// From a report by telephone to its confirmation in writing.
    pub written_confirmation_hours: u32,
    /// From a report to chasing its acknowledgement.
    pub chase_acknowledgement_working_days: u32,
    /// From the decision that a SERAF is needed to its completion.
    pub seraf_working_days: u32,
    /// From a completed SERAF to the Principal Officer's decision.
    pub decision_working_days: u32,
    /// From that decision to the initial CSE meeting.
    pub initial_meeting_working_days: u32,
    /// From the last meeting to the first day of the review window.
    pub review_from_weeks: u32,
    /// From the last meeting to the last day of the review window.
    pub review_to_weeks: u32,
    /// From one SERAF to the next, at the latest.
    pub seraf_again_months: u32,
    /// From a meeting to its plan and summary.
    pub plan_and_summary_working_days: u32,
    /// From a meeting to its full record.
    pub full_record_working_days: u32,
    /// From the receipt of a record to corrections.
    pub corrections_working_days: u32,
    /// From being found after a missing episode to the offer of a return interview.
    pub return_interview_hours: u32,
    /// From the young person being heard to their being heard again, at the latest.
    pub voice_again_days: u32,
    /// From the family being told something to their being told again, at the latest.
    pub family_told_again_days: u32,
}

impl Timescales {
    /// The weeks after the last meeting within which a review is held.
    pub fn review_weeks(&self) -> RangeInclusive<u32> {
        self.review_from_weeks..=self.review_to_weeks
    }
}

/// How a case's reference reads: `NPT-26-041`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReferencePolicy {
    /// 1 to 8 capital letters.
    pub prefix: String,
    /// The number is filled with zeros up to so many digits; a longer number keeps all of its own.
    pub least_digits: u32,
}

impl ReferencePolicy {
    /// The reference of the `number`th case of a year.
    pub fn reference(&self, year: i32, number: u32) -> String {
        self.written(year.rem_euclid(100), number)
    }

    /// The reference that somebody typed, as it is written: `npt 26 41`, `NPT26-041` and `26/041`
    /// are all `NPT-26-041`. `None` where it is no reference.
    pub fn read(&self, typed: &str) -> Option<String> {
        let typed = typed.trim().to_ascii_uppercase();
        let rest = typed.strip_prefix(&self.prefix).unwrap_or(&typed);
        let rest = rest.trim_start_matches(is_reference_gap);
        let (year, number) = rest.split_once(is_reference_gap)?;
        let all_digits = |text: &str| text.chars().all(|c| c.is_ascii_digit());
        if year.len() != 2 || number.is_empty() || !all_digits(year) || !all_digits(number) {
            return None;
        }
        Some(self.written(year.parse().ok()?, number.parse().ok()?))
    }

    fn written(&self, year: i32, number: u32) -> String {
        let width = usize::try_from(self.least_digits).unwrap_or(0);
        let mut reference = String::new();
        // Writing to a String cannot fail.
        let _ = write!(reference, "{}-{year:02}-{number:0width$}", self.prefix);
        reference
    }
}

fn is_reference_gap(c: char) -> bool {
    matches!(c, '-' | '/' | ' ' | '.' | '\u{2010}'..='\u{2015}')
}

/// Who is a young person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct YoungPersonPolicy {
    /// A young person up to the day before this birthday.
    pub until_birthday: u32,
}

/// How a meeting is laid out where nothing else is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeetingPolicy {
    /// When Part 1 starts.
    #[serde(deserialize_with = "time_of_day")]
    pub usual_start: NaiveTime,
    /// With professionals only.
    pub part_1_minutes: u32,
    /// Between the two, so that the family does not meet those who leave.
    pub gap_minutes: u32,
    /// With the young person and family.
    pub part_2_minutes: u32,
    /// So long before the meeting, preparation is to be done.
    pub prepared_working_days_before: u32,
    /// So long before Part 2 the young person and family are asked to be there.
    pub family_arrives_minutes_before: u32,
}

/// Whom people answer who are written to.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContactPolicy {
    pub name: Bilingual,
    pub telephone: String,
    /// Stands in calendar files as their sender.
    pub email: String,
}

/// What is published of small numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FiguresPolicy {
    pub small_numbers: SmallNumbers,
    pub small_from: u32,
    pub small_to: u32,
}

/// How numbers that could point to a person are shown in what is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SmallNumbers {
    Hidden,
    Banded,
    Shown,
}

/// A number as it may be published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PublishedCount {
    Exact(u64),
    /// Somewhere from one to the other, both included.
    Between(u32, u32),
    Hidden,
}

impl FiguresPolicy {
    /// A count as it may be published. Zero is always shown.
    pub fn published(&self, count: u64) -> PublishedCount {
        let small = u64::from(self.small_from)..=u64::from(self.small_to);
        match self.small_numbers {
            _ if count == 0 || !small.contains(&count) => PublishedCount::Exact(count),
            SmallNumbers::Shown => PublishedCount::Exact(count),
            SmallNumbers::Banded => PublishedCount::Between(self.small_from, self.small_to),
            SmallNumbers::Hidden => PublishedCount::Hidden,
        }
    }
}

/// The open program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SessionPolicy {
    /// Without a key for so long, it locks. From 1 to 120.
    pub auto_lock_minutes: u32,
}

/// How long records are kept before somebody is asked whether to destroy them.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RetentionPolicy {
    pub years_from_closure: u32,
    /// For a child who was looked after.
    pub years_from_birth_looked_after: u32,
    /// So many people must agree; at least two.
    pub people_to_dispose: u32,
    pub reason: Bilingual,
}

impl Policy {
    /// Reads and checks `policy.toml`.
    ///
    /// # Errors
    /// The first key that cannot be right, by file and key.
    pub fn from_toml(name: &str, text: &str) -> Result<Self, PolicyError> {
        let file = DataFile { name, text };
        let policy: Self = file.parse()?;
        policy.check(file)?;
        Ok(policy)
    }

    fn check(&self, file: DataFile) -> Result<(), PolicyError> {
        let times = &self.timescales;
        // Wide enough for any authority, and narrow enough that a slip of the finger is caught.
        #[rustfmt::skip]
        let ranges = [
            ("timescales.triage_working_days", times.triage_working_days, 0..=60),
            ("timescales.written_confirmation_hours", times.written_confirmation_hours, 1..=720),
            ("timescales.chase_acknowledgement_working_days", times.chase_acknowledgement_working_days, 1..=60),
            ("timescales.seraf_working_days", times.seraf_working_days, 0..=60),
            ("timescales.decision_working_days", times.decision_working_days, 0..=60),
            ("timescales.initial_meeting_working_days", times.initial_meeting_working_days, 1..=120),
            ("timescales.review_from_weeks", times.review_from_weeks, 1..=52),
            ("timescales.review_to_weeks", times.review_to_weeks, 1..=52),
            ("timescales.seraf_again_months", times.seraf_again_months, 1..=24),
            ("timescales.plan_and_summary_working_days", times.plan_and_summary_working_days, 1..=120),
            ("timescales.full_record_working_days", times.full_record_working_days, 1..=120),
            ("timescales.corrections_working_days", times.corrections_working_days, 1..=120),
            ("timescales.return_interview_hours", times.return_interview_hours, 1..=720),
            ("timescales.voice_again_days", times.voice_again_days, 1..=182),
            ("timescales.family_told_again_days", times.family_told_again_days, 1..=182),
            ("reference.least_digits", self.reference.least_digits, 3..=9),
            ("young_person.until_birthday", self.young_person.until_birthday, 16..=26),
            ("meetings.part_1_minutes", self.meetings.part_1_minutes, 5..=480),
            ("meetings.gap_minutes", self.meetings.gap_minutes, 0..=240),
            ("meetings.part_2_minutes", self.meetings.part_2_minutes, 5..=480),
            ("meetings.prepared_working_days_before", self.meetings.prepared_working_days_before, 0..=20),
            ("meetings.family_arrives_minutes_before", self.meetings.family_arrives_minutes_before, 0..=60),
            ("figures.small_from", self.figures.small_from, 1..=100),
            ("figures.small_to", self.figures.small_to, 1..=100),
            ("session.auto_lock_minutes", self.session.auto_lock_minutes, 1..=120),
            ("retention.years_from_closure", self.retention.years_from_closure, 1..=200),
            ("retention.years_from_birth_looked_after", self.retention.years_from_birth_looked_after, 18..=200),
            ("retention.people_to_dispose", self.retention.people_to_dispose, 2..=9),
        ];
        for (key, found, allowed) in ranges {
            file.check_range(key, found, allowed)?;
        }
        let above = |key: &str, beside| Err(file.refuse(key, PolicyProblem::Above { beside }));
        if times.review_from_weeks > times.review_to_weeks {
            return above("timescales.review_from_weeks", "review_to_weeks");
        }
        if self.figures.small_from > self.figures.small_to {
            return above("figures.small_from", "small_to");
        }
        let prefix = &self.reference.prefix;
        if !(1..=8).contains(&prefix.len()) || !prefix.chars().all(|c| c.is_ascii_uppercase()) {
            let shown = prefix
                .chars()
                .filter(|c| !c.is_control())
                .take(20)
                .collect();
            return Err(file.refuse("reference.prefix", PolicyProblem::NotAPrefix(shown)));
        }
        file.check_bilingual("contact.name", &self.contact.name)?;
        file.check_text("contact.telephone", &self.contact.telephone)?;
        let email = &self.contact.email;
        file.check_text("contact.email", email)?;
        // It is written into calendar files as an address; more than this is for the one who sends.
        if email.split('@').filter(|part| !part.is_empty()).count() != 2
            || email
                .chars()
                .any(|c| c.is_whitespace() || c == '"' || c == ';' || c == ',')
        {
            let shown = email.chars().take(60).collect();
            return Err(file.refuse("contact.email", PolicyProblem::NotAnAddress(shown)));
        }
        file.check_bilingual("retention.reason", &self.retention.reason)
    }
}

fn time_of_day<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<NaiveTime, D::Error> {
    let text = String::deserialize(deserializer)?;
    NaiveTime::parse_from_str(&text, "%H:%M").map_err(|_| {
        let shown = text.chars().filter(|c| !c.is_control()).take(20).collect();
        serde::de::Error::custom(PolicyProblem::NotATime(shown))
    })
}
