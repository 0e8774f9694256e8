//! The CSE protocol: the list of young people who are being protected (the report), what a meeting
//! decides on it, and when those on it are reviewed.
//!
//! A removal is held against stated criteria (`policy::protocol_criteria`); one against them can
//! still be decided, and is marked as such. Who may decide is `roles`', what is written down with
//! it casework's.

use chrono::{DateTime, NaiveDate, Utc};
use strum::{EnumIter, EnumString, IntoStaticStr};

use super::calendar::{DateWindow, Holidays};
use super::case::{CaseBrief, CaseId, Stage};
use super::meeting::{Meeting, MeetingId};
use super::policy::Policies;
use super::sharing::Confidential;

/// The number of a decision on the protocol in its own store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProtocolDecisionId(pub i64);

/// What a meeting decides on the protocol. The words are stable in the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumIter, EnumString, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum ProtocolOutcome {
    PutOn,
    NotPutOn,
    Stay,
    Remove,
}

impl ProtocolOutcome {
    /// What can be decided of a young person who is on the protocol, or is not.
    pub const fn offered(is_on: bool) -> [Self; 2] {
        if is_on {
            [Self::Stay, Self::Remove]
        } else {
            [Self::PutOn, Self::NotPutOn]
        }
    }

    /// Whether the young person is on the protocol after it.
    pub const fn is_on_after(self) -> bool {
        matches!(self, Self::PutOn | Self::Stay)
    }

    /// The stage of the case after it.
    pub const fn stage_after(self) -> Stage {
        if self.is_on_after() {
            Stage::OnProtocol
        } else {
            Stage::OffProtocol
        }
    }
}

/// A decision as recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProtocolDecision {
    pub id: ProtocolDecisionId,
    pub case: CaseId,
    pub meeting: MeetingId,
    /// The day of that meeting.
    pub meeting_on: NaiveDate,
    pub outcome: ProtocolOutcome,
    /// Ids of the criteria that are met; of a removal only.
    pub met: Vec<String>,
    /// Ids of those that were needed for a removal and were not met, as the file then was.
    pub unmet: Vec<String>,
    pub reason: Confidential,
    /// Who saw it otherwise, and why.
    pub dissent: Confidential,
    /// As shown to people.
    pub decided_by: String,
    pub decided_at: DateTime<Utc>,
}

impl ProtocolDecision {
    /// A removal that the stated criteria do not agree with.
    pub fn is_against_criteria(&self) -> bool {
        self.outcome == ProtocolOutcome::Remove && !self.unmet.is_empty()
    }
}

/// What a decision on the protocol is made on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BeforeProtocol {
    pub case: CaseBrief,
    pub meeting: Meeting,
    /// Since when the young person is on it; none where they are not.
    pub on_since: Option<NaiveDate>,
    /// Earlier decisions, the latest first.
    pub decisions: Vec<ProtocolDecision>,
    /// The day of a review that is planned.
    pub planned: Option<NaiveDate>,
}

/// What is decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProtocolDeciding {
    pub meeting: MeetingId,
    /// The latest decision that was seen beside it.
    pub seen: Option<ProtocolDecisionId>,
    pub outcome: ProtocolOutcome,
    /// Ids of the criteria for removal that are met; looked at for a removal only.
    pub met: Vec<String>,
    pub reason: Confidential,
    /// Who saw it otherwise, and why; may be blank.
    pub dissent: Confidential,
}

/// What is wrong with a decision that somebody wants to make.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProtocolFault {
    /// Taken off who is not on, or put on who is.
    DoesNotFit,
    ReasonMissing,
}

/// What must be mended before a decision can be made.
pub fn faults(outcome: ProtocolOutcome, is_on: bool, reason: &Confidential) -> Vec<ProtocolFault> {
    let mut faults = Vec::new();
    if !ProtocolOutcome::offered(is_on).contains(&outcome) {
        faults.push(ProtocolFault::DoesNotFit);
    }
    if reason.is_blank() {
        faults.push(ProtocolFault::ReasonMissing);
    }
    faults
}

/// One young person on the protocol, as its register shows them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OnProtocol {
    pub case: CaseBrief,
    /// A restricted case, and the person who looks is not among those named for it.
    pub is_hidden: bool,
    pub since: NaiveDate,
    /// The meeting they were last heard at; none where they came onto it otherwise.
    pub last_meeting: Option<(MeetingId, NaiveDate)>,
    /// The day of the meeting that is planned.
    pub planned: Option<NaiveDate>,
}

/// When a young person on the protocol is to be reviewed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NextReview {
    /// 4 to 6 weeks from the last meeting (report), as policy has it.
    pub window: DateWindow,
    pub planned: Option<NaiveDate>,
}

impl OnProtocol {
    /// When the next review is due, from the last meeting, or from the day they came onto it.
    pub fn next_review(&self, policies: &Policies) -> NextReview {
        let from = self.last_meeting.map_or(self.since, |(_, on)| on);
        NextReview {
            window: policies.review_window(from),
            planned: self.planned,
        }
    }
}

impl NextReview {
    /// How many working days it is past its window on this day, and whether that counts only
    /// weekdays because bank holidays are not known. A planned meeting inside the window is not
    /// late before its own day has passed; one outside is late by so much already.
    pub fn late_working_days(&self, today: NaiveDate, holidays: &Holidays) -> Option<i64> {
        let day = self.planned.map_or(today, |planned| planned.max(today));
        if day <= self.window.last {
            return None;
        }
        Some(match holidays.working_days_between(self.window.last, day) {
            Ok(days) => days,
            Err(beyond) => beyond.by_weekdays,
        })
    }
}

#[cfg(test)]
mod tests {
    use strum::IntoEnumIterator;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn review(last_meeting: &str, planned: Option<&str>) -> NextReview {
        let policies = Policies::embedded().unwrap();
        NextReview {
            window: policies.review_window(day(last_meeting)),
            planned: planned.map(day),
        }
    }

    #[test]
    fn words_of_the_store_are_read_back() {
        for outcome in ProtocolOutcome::iter() {
            let word: &'static str = outcome.into();
            assert_eq!(word.parse(), Ok(outcome));
        }
    }

    #[test]
    fn decision_fits_who_is_on_the_protocol_and_who_is_not() {
        let reason = Confidential::new("seen");
        for (outcome, fits_on, on_after) in [
            (ProtocolOutcome::PutOn, false, true),
            (ProtocolOutcome::NotPutOn, false, false),
            (ProtocolOutcome::Stay, true, true),
            (ProtocolOutcome::Remove, true, false),
        ] {
            assert_eq!(faults(outcome, true, &reason).is_empty(), fits_on);
            assert_eq!(faults(outcome, false, &reason).is_empty(), !fits_on);
            assert_eq!(outcome.is_on_after(), on_after, "{outcome:?}");
        }
    }

    #[test]
    fn decision_without_a_reason_is_faulty() {
        let blank = Confidential::new("  ");
        let found = faults(ProtocolOutcome::PutOn, false, &blank);
        assert_eq!(found, [ProtocolFault::ReasonMissing]);
    }

    #[test]
    fn review_is_due_four_to_six_weeks_after_the_meeting() {
        let review = review("2026-11-02", None);
        assert_eq!(review.window.first, day("2026-11-30"));
        assert_eq!(review.window.last, day("2026-12-14"));
    }

    #[test]
    fn review_is_late_by_working_days_after_the_last_day_of_its_window() {
        let holidays = Policies::embedded().unwrap().holidays;
        let open = review("2026-11-13", None);
        assert_eq!(open.window.last, day("2026-12-25"));
        assert_eq!(open.late_working_days(day("2026-12-25"), &holidays), None);
        // Boxing Day is on a Saturday, so Monday 28 December is a bank holiday too.
        let late = open.late_working_days(day("2026-12-29"), &holidays);
        assert_eq!(late, Some(1));
    }

    #[test]
    fn review_planned_inside_its_window_is_not_late_and_outside_it_is() {
        let holidays = Policies::embedded().unwrap().holidays;
        let today = day("2026-12-01");
        let inside = review("2026-11-02", Some("2026-12-10"));
        assert_eq!(inside.late_working_days(today, &holidays), None);
        let outside = review("2026-11-02", Some("2026-12-16"));
        assert_eq!(outside.late_working_days(today, &holidays), Some(2));
    }
}
