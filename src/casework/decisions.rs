//! The Principal Officer's decision: what waits for it, and what was decided.
//!
//! A decision against the score is allowed, marked, and stands beside it for ever. A later one is
//! added and erases nothing.

#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use serde_json::json;

use super::assessments::SerafError;
use super::{CaseworkError, Change, Desk, voice};
use crate::domain::assessment::with_changes;
use crate::domain::calendar::BeyondHolidays;
use crate::domain::case::{CaseBrief, CaseId, ClockKind, Due, EventKind, Stage};
pub use crate::domain::decision::{Before, Deciding, WaitingList};
use crate::domain::decision::{Decision, DecisionId, Outcome, WaitingAfter, against_score};
use crate::domain::plain_text;
use crate::domain::roles::Action;
use crate::domain::rules::Rules;
use crate::domain::sharing::Confidential;
use crate::store::decision::{self, NewDecision};
use crate::store::{assessment, case_record, clock, event};

/// How many waiting cases are read at once.
const PAGE_ROWS: usize = 200;

/// The cases that wait for a decision.
///
/// # Errors
/// Refused by role.
pub fn waiting(
    desk: &mut Desk<'_>,
    after: Option<&WaitingAfter>,
) -> Result<WaitingList, CaseworkError> {
    desk.allow(Action::Decide)?;
    let viewer = desk.viewer();
    desk.change(|change| {
        let (cases, next) = decision::waiting(change.tx, viewer, after, PAGE_ROWS)?;
        let ids: Vec<i64> = cases.iter().map(|one| one.case.id.0).collect();
        change.audit("decisions-awaited-seen", None, "", &json!({ "cases": ids }))?;
        Ok(WaitingList {
            cases,
            next,
            unseen: decision::waiting_unseen(change.tx, viewer)?,
        })
    })
}

/// What a decision on a case is made on: its assessments and the decisions there were.
///
/// # Errors
/// Refused by role or restriction.
pub fn before(desk: &mut Desk<'_>, case: CaseId) -> Result<Before, CaseworkError> {
    let case = desk.case(Action::SeeCase, case)?;
    desk.change(|change| {
        let said = json!({});
        change.audit("decisions-seen", Some(case.id.0), &case.reference, &said)?;
        Ok(Before {
            put_forward: decision::last_put_forward(change.tx, case.id)?,
            assessments: with_changes(assessment::completed(change.tx, case.id)?),
            decisions: decision::of_case(change.tx, case.id)?,
            case: case.clone(),
        })
    })
}

/// Decides on a case that waits, or anew on one that was decided.
///
/// # Errors
/// Refused by role or restriction; no reason; nothing said of what is done instead; a case that
/// is at another stage; [`SerafError::DecidedMeanwhile`].
pub fn decide(desk: &mut Desk<'_>, deciding: &Deciding) -> Result<Decision, CaseworkError> {
    let case = desk.case(Action::Decide, deciding.case)?;
    let clean = |text: &Confidential| {
        Confidential::new(plain_text::clean_multiline(text.for_professionals()).trim())
    };
    let (reason, instead) = (clean(&deciding.reason), clean(&deciding.instead));
    if reason.is_blank() {
        return Err(SerafError::ReasonNeeded.into());
    }
    if deciding.outcome != Outcome::Meeting && instead.is_blank() {
        return Err(SerafError::InsteadNeeded.into());
    }
    let (today, rules) = (desk.today(), desk.rules);
    desk.change(|change| {
        let case = case_record::by_id(change.tx, case.id)?.ok_or(CaseworkError::NoCase)?;
        let earlier = decision::of_case(change.tx, case.id)?;
        if earlier.first().map(|decision| decision.id) != deciding.seen {
            return Err(SerafError::DecidedMeanwhile.into());
        }
        if !matches!(
            case.stage,
            Stage::PutForward | Stage::NotHeard | Stage::ToBeHeard
        ) {
            return Err(SerafError::NotWaiting.into());
        }
        let basis = assessment::basis(change.tx, case.id)?.map(|(basis, _)| basis);
        let is_against = against_score(deciding.outcome, basis.map(|basis| basis.at_risk));
        let id = decision::insert(
            change.tx,
            &NewDecision {
                case: case.id,
                basis,
                decided_at: change.now,
                decided_by: change.actor.user_id,
                outcome: deciding.outcome,
                against_score: is_against,
                reason: &reason,
                instead: &instead,
            },
        )?;
        follow(change, rules, &case, id, deciding.outcome, today)?;
        let outcome: &str = deciding.outcome.into();
        let said = json!({
            "outcome": outcome,
            "score": basis.map(|basis| basis.score),
            "category": basis.map(|basis| basis.category),
            "against_score": is_against,
        });
        let who = Some(change.actor.user_id);
        let kind = EventKind::Decided;
        event::append(change.tx, case.id, change.now, kind, Some(id.0), who, &said)?;
        change.audit("decided", Some(case.id.0), &case.reference, &said)?;
        let decided = decision::of_case(change.tx, case.id)?;
        let decided = decided.into_iter().find(|decision| decision.id == id);
        decided.ok_or(CaseworkError::NoCase)
    })
}

/// The stage and the clocks that follow from a decision.
fn follow(
    change: &Change<'_>,
    rules: &Rules,
    case: &CaseBrief,
    id: DecisionId,
    outcome: Outcome,
    today: NaiveDate,
) -> Result<(), CaseworkError> {
    if case.stage == Stage::ToBeHeard && outcome == Outcome::Meeting {
        // What is being arranged, or is planned already, goes on as it was.
        return Ok(());
    }
    for kind in [ClockKind::Decision, ClockKind::MeetingToArrange] {
        clock::finish(change.tx, case.id, kind, None, change.now)?;
    }
    let (stage, next) = match outcome {
        Outcome::Meeting => {
            let (Ok(window)
            | Err(BeyondHolidays {
                by_weekdays: window,
                ..
            })) = rules.policies.initial_meeting_window(today);
            let arrange = (ClockKind::MeetingToArrange, Due::By(window.last));
            (Stage::ToBeHeard, Some(arrange))
        }
        Outcome::NoMeeting => (Stage::NotHeard, None),
        // Back to those who assess, with as long as a decision itself may take: a child waits.
        Outcome::MoreNeeded => {
            let (Ok(due)
            | Err(BeyondHolidays {
                by_weekdays: due, ..
            })) = rules
                .policies
                .decision_due(change.now, &chrono_tz::Europe::London);
            (Stage::Assessing, Some((ClockKind::Seraf, Due::At(due))))
        }
    };
    if stage == Stage::ToBeHeard {
        voice::start_reminders(change, rules, case, today)?;
    } else {
        voice::stop_reminders(change, case.id)?;
    }
    if let Some((kind, due)) = next {
        clock::start(change.tx, case.id, kind, Some(id.0), due, case.owner)?;
    }
    Ok(case_record::set_stage(
        change.tx, case, stage, change.now, today,
    )?)
}
