//! What follows a referral: the clocks that start when it is taken, and when it is decided on.

use chrono::{DateTime, Utc};
use chrono_tz::Europe::London;

use super::{How, NewReferral};
use crate::domain::calendar::Counted;
use crate::domain::case::{ClockKind, Due, Stage};
use crate::domain::policy::{Policies, TriageOutcome};

/// The clocks that a referral starts: the decision on next steps, the written confirmation of a
/// report by telephone, and the police where somebody is in danger and they were not told.
pub fn clocks(new: &NewReferral, policies: &Policies) -> Vec<(ClockKind, Due)> {
    let triage = triage_due(new.received_at, policies);
    let mut started = vec![(ClockKind::Triage, Due::At(triage))];
    if new.how == How::Telephone {
        let due = policies.written_confirmation_due(new.received_at);
        started.push((ClockKind::WrittenConfirmation, Due::At(due)));
    }
    if new.danger_now && new.police_told_at.is_none() {
        started.push((ClockKind::PoliceAtOnce, Due::At(new.received_at)));
    }
    started
}

/// When the decision on a referral is due. Beyond the years whose bank holidays are known each
/// weekday counts: the clock may then end early by a holiday, and never late.
pub fn triage_due(received: DateTime<Utc>, policies: &Policies) -> DateTime<Utc> {
    by_weekdays_at_least(policies.triage_due(received, &London))
}

/// What a decision on next steps brings about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AfterTriage {
    /// Where the case goes, if it goes anywhere.
    pub stage: Option<Stage>,
    pub clocks: Vec<(ClockKind, Due)>,
}

/// What follows an outcome for a case at a stage. `others_wait` says that another referral of the
/// case is not decided yet; a case is not closed over it.
pub fn after_triage(
    outcome: &TriageOutcome,
    stage: Stage,
    others_wait: bool,
    police_told: bool,
    now: DateTime<Utc>,
    policies: &Policies,
) -> AfterTriage {
    let today = now.with_timezone(&London).date_naive();
    let mut clocks = Vec::new();
    if outcome.police_at_once && !police_told {
        clocks.push((ClockKind::PoliceAtOnce, Due::At(now)));
    }
    if outcome.strategy_discussion {
        clocks.push((ClockKind::StrategyDiscussion, Due::At(now)));
    }
    if outcome.seraf_follows {
        let due = by_weekdays_at_least(policies.seraf_due(today));
        clocks.push((ClockKind::Seraf, Due::By(due)));
    }
    if outcome.is_passed_on() {
        let due = by_weekdays_at_least(policies.acknowledgement_chased_on(today));
        clocks.push((ClockKind::HeardBack, Due::By(due)));
    }
    let at_rest = matches!(
        stage,
        Stage::Referred | Stage::NotHeard | Stage::OffProtocol | Stage::Closed
    );
    let stage = if outcome.seraf_follows && at_rest {
        Some(Stage::Assessing)
    } else if outcome.closes && stage == Stage::Referred && !others_wait {
        Some(Stage::Closed)
    } else {
        None
    };
    AfterTriage { stage, clocks }
}

fn by_weekdays_at_least<T: std::fmt::Debug>(counted: Counted<T>) -> T {
    match counted {
        Ok(due) => due,
        Err(beyond) => beyond.by_weekdays,
    }
}
