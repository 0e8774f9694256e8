//! What is due, as Today shows it: late, today or coming, and by how much.
//!
//! Lateness is counted in hours at first and in working days after, for that is how the
//! timescales are given. Which kinds of work come before all others, and whose they are while
//! nobody has taken them, is ours. Which rows there are is read by `store::today`.

#[cfg(test)]
mod tests;

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc};
use strum::{EnumIter, IntoStaticStr};

use super::calendar::{Counted, Holidays};
use super::case::{CaseBrief, ClockKind, Due};
use super::roles::Role;
use super::sharing::Confidential;

/// One thing that is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueRow {
    pub kind: ClockKind,
    pub due: Due,
    /// Without name, birth date and age where `is_hidden`.
    pub case: CaseBrief,
    /// A restricted case, and the person who looks is not among those named for it.
    pub is_hidden: bool,
    /// The row it is about: a referral, a meeting, an action.
    pub subject: Option<i64>,
    /// Whose work it is, by the name others read; nobody's where none has taken it.
    pub owner: Option<String>,
    pub about: About,
    /// From where Today goes on, before and after this row.
    pub key: DueKey,
}

/// What a row says of its own besides the young person.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum About {
    #[default]
    Nothing,
    /// When the referral came in.
    Received(DateTime<Utc>),
    /// What the last completed assessment says.
    Score { score: u32, category: u32 },
    /// When and where a meeting is.
    Meeting {
        /// By the clock on the wall.
        part1: NaiveTime,
        part2: Option<NaiveTime>,
        /// The venue's id in the authority's data.
        venue: String,
    },
    /// What is to be done by the plan, and who does it. It may be against those who cause the
    /// harm, so it is professionals'.
    Action {
        what: Confidential,
        who: Confidential,
    },
    /// Who opened the restricted case, and why; for those who are told.
    GlassBroken { by: String, reason: String },
}

/// Something that a person has begun to type and not saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unfinished {
    /// Which form, such as `referral` or `decision:12`.
    pub place: String,
    pub saved_at: DateTime<Utc>,
    /// The case it is about, where there is one yet.
    pub case: Option<CaseBrief>,
}

/// How many are due, each counted up to [`MOST_COUNTED`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct DueCounts {
    pub late: usize,
    pub today: usize,
    pub coming: usize,
}

/// From here on, many are many.
pub const MOST_COUNTED: usize = 100;

/// One page of what is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DuePage {
    /// In the order of Today, whichever way they were read.
    pub rows: Vec<DueRow>,
    /// Whether there is more in the direction that was read.
    pub has_more: bool,
}

/// The part of Today that a row stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Group {
    Late,
    Today,
    Coming,
}

/// The place of a row in its group. In what is late and what is due today, what is more urgent
/// comes first; what is coming stands in the order of days.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DueKey {
    pub group: Group,
    /// 0 before all others; always 0 for what is coming.
    pub rank: u8,
    pub late_from: DateTime<Utc>,
    /// The number of the clock.
    pub clock: i64,
}

/// By how much something is late.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lateness {
    /// Whole hours, for a moment that passed less than a day ago. 0 is less than one hour.
    Hours(u32),
    /// Days of which none was a working day, over a weekend or bank holidays.
    Days(u32),
    WorkingDays(u32),
}

/// The moments that part the groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moments {
    pub now: DateTime<Utc>,
    /// Midnight at the end of today in Wales.
    pub end_of_today: DateTime<Utc>,
}

impl Moments {
    /// The moments of a day.
    pub fn at<Z: TimeZone>(now: DateTime<Utc>, zone: &Z) -> Self {
        let today = now.with_timezone(zone).date_naive();
        Self {
            now,
            end_of_today: end_of_day(today, zone),
        }
    }

    /// The part of Today for what is late from this moment on.
    pub fn group(&self, late_from: DateTime<Utc>) -> Group {
        if late_from <= self.now {
            Group::Late
        } else if late_from <= self.end_of_today {
            Group::Today
        } else {
            Group::Coming
        }
    }
}

/// The moment from which a thing is late: its own, or the end of its day.
pub fn late_from<Z: TimeZone>(due: Due, zone: &Z) -> DateTime<Utc> {
    match due {
        Due::At(at) => at,
        Due::By(day) => end_of_day(day, zone),
    }
}

/// Midnight at the end of a day.
fn end_of_day<Z: TimeZone>(day: NaiveDate, zone: &Z) -> DateTime<Utc> {
    let next = day
        .checked_add_days(Days::new(1))
        .unwrap_or(NaiveDate::MAX)
        .and_time(NaiveTime::MIN);
    let there = zone.from_local_datetime(&next).earliest();
    there.map_or_else(|| next.and_utc(), |at| at.with_timezone(&Utc))
}

/// By how much a thing is late, or nothing where it is not. The second part says so where the
/// count touches years whose bank holidays are not known, and holds the count by weekdays.
///
/// # Errors
/// `BeyondHolidays`, as everywhere in `calendar`.
pub fn lateness<Z: TimeZone>(
    due: Due,
    now: DateTime<Utc>,
    zone: &Z,
    holidays: &Holidays,
) -> Counted<Option<Lateness>> {
    let from = late_from(due, zone);
    if now < from {
        return Ok(None);
    }
    let over = now - from;
    if let (Due::At(_), true) = (due, over < TimeDelta::days(1)) {
        return Ok(Some(Lateness::Hours(whole(over.num_hours()))));
    }
    let today = now.with_timezone(zone).date_naive();
    let day = match due {
        Due::At(at) => at.with_timezone(zone).date_naive(),
        Due::By(day) => day,
    };
    let late = |working_days: i64| {
        Some(if working_days > 0 {
            Lateness::WorkingDays(whole(working_days))
        } else {
            Lateness::Days(whole((today - day).num_days()))
        })
    };
    match holidays.working_days_between(day, today) {
        Ok(passed) => Ok(late(passed)),
        Err(beyond) => Err(super::calendar::BeyondHolidays {
            year: beyond.year,
            first_year: beyond.first_year,
            last_year: beyond.last_year,
            by_weekdays: late(beyond.by_weekdays),
        }),
    }
}

fn whole(count: i64) -> u32 {
    u32::try_from(count).unwrap_or(0)
}

impl ClockKind {
    /// How urgent work of this kind is beside what else is late or due on the day: a possible
    /// crime goes to the police at once and is spoken of with them (procedures), and nobody yet knows of an untriaged
    /// referral whether a young person is in danger. 0 comes first.
    pub const fn urgency(self) -> u8 {
        match self {
            Self::PoliceAtOnce | Self::StrategyDiscussion => 0,
            Self::Triage => 1,
            _ => 2,
        }
    }

    /// Whose work it is while nobody has taken it.
    pub const fn roles(self) -> &'static [Role] {
        match self {
            Self::PoliceAtOnce | Self::Triage | Self::WrittenConfirmation | Self::HeardBack => {
                &[Role::DutyWorker]
            }
            Self::StrategyDiscussion => &[Role::DutyWorker, Role::SocialWorker],
            Self::Seraf | Self::SerafAgain | Self::VoiceNotHeard | Self::FamilyNotTold => {
                &[Role::SocialWorker]
            }
            Self::Decision | Self::GlassBroken => &[Role::PrincipalOfficer],
            Self::MeetingToArrange
            | Self::Preparation
            | Self::InvitationAnswer
            | Self::Review
            | Self::PlanAction => &[Role::SocialWorker, Role::Chair],
            Self::Meeting
            | Self::ProtocolDecision
            | Self::PlanAndSummary
            | Self::FullRecord
            | Self::Corrections => &[Role::Chair],
        }
    }
}
