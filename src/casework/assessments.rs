//! The SERAF of a case: begun, saved as it is filled in, completed for ever, and looked back on.
//!
//! One draft a case, which everybody who may assess opens; a save from an old version is refused
//! with what stands there now. Completing writes the score and starts what follows from it; from
//! [`AT_RISK`](crate::domain::seraf::Score::at_risk) on that is the Principal Officer's decision.

mod at_once;
mod error;
#[cfg(test)]
pub(in crate::casework) mod tests;

use chrono::NaiveDate;
use chrono_tz::Europe::London;
use serde_json::json;

use super::{CaseworkError, Change, Desk};
use crate::domain::assessment::{
    Assessment, AssessmentId, Completed, CompletedNow, Content, Opened, Saved, open_points,
    with_changes,
};
use crate::domain::calendar::BeyondHolidays;
use crate::domain::case::{CaseBrief, CaseId, ClockKind, Due, EventKind, Stage};
use crate::domain::decision::PutForwardBy;
use crate::domain::plain_text;
use crate::domain::roles::Action;
use crate::domain::rules::Rules;
use crate::domain::seraf::{Score, score};
use crate::domain::sharing::Confidential;
use crate::store::assessment::{self, Completion, NewAssessment};
use crate::store::decision::{self, NewPutForward};
use crate::store::{StoreError, case_record, clock, event};
pub use at_once::complete_at_once;
pub use error::SerafError;

/// Opens the draft of a case, or begins one on the form in use today.
///
/// # Errors
/// Refused by role or restriction; a closed case; no form.
pub fn begin(desk: &mut Desk<'_>, case: CaseId) -> Result<Opened, CaseworkError> {
    let case = desk.case(Action::AssessSeraf, case)?;
    if case.stage == Stage::Closed {
        return Err(SerafError::CaseClosed.into());
    }
    let form = desk.rules.forms.default_form();
    let form = form.ok_or(SerafError::NoForm)?;
    let today = desk.today();
    desk.change(|change| {
        let earlier = assessment::completed(change.tx, case.id)?;
        let open = assessment::draft_of(change.tx, case.id)?;
        let is_new = open.is_none();
        let draft = if let Some(draft) = open {
            draft
        } else {
            let content = match earlier.first() {
                Some(before) => Content::after(&before.content, form, today),
                None => Content::blank(form, today),
            };
            new_draft(change, case.id, &content)?
        };
        let deed = if is_new {
            "assessment-begun"
        } else {
            "assessment-opened"
        };
        change.audit(
            deed,
            Some(case.id.0),
            &case.reference,
            &json!({ "assessment": draft.id.0, "version": draft.version }),
        )?;
        Ok(Opened {
            case: case.clone(),
            draft,
            earlier,
            is_new,
        })
    })
}

fn new_draft(
    change: &Change<'_>,
    case: CaseId,
    content: &Content,
) -> Result<Assessment, CaseworkError> {
    let id = assessment::insert_draft(
        change.tx,
        &NewAssessment {
            case,
            form_version: assessment::form_version(change.tx, content.form())?,
            content,
            begun_by: change.actor.user_id,
            begun_at: change.now,
        },
    )?;
    event::append(
        change.tx,
        case,
        change.now,
        EventKind::AssessmentStarted,
        Some(id.0),
        Some(change.actor.user_id),
        &json!({ "form": content.form().id().as_str() }),
    )?;
    Ok(assessment::by_id(change.tx, id)?.ok_or(StoreError::NotFound)?)
}

/// Saves a draft as it stands, where nobody else has saved it since `version` was read.
///
/// # Errors
/// Refused by role or restriction; [`SerafError::Stale`] with what stands there now.
pub fn save_draft(
    desk: &mut Desk<'_>,
    id: AssessmentId,
    version: i64,
    content: &Content,
) -> Result<Saved, CaseworkError> {
    let case = case_of(desk, id)?;
    let content = content.clone().cleaned();
    desk.change(|change| {
        let (by, at) = (change.actor.user_id, change.now);
        match assessment::save(change.tx, id, version, &content, by, at) {
            Err(StoreError::Conflict { .. }) => Err(stale(change, id)?),
            Err(error) => Err(error.into()),
            Ok(version) => {
                change.audit(
                    "assessment-saved",
                    Some(case.id.0),
                    &case.reference,
                    &json!({ "assessment": id.0, "version": version }),
                )?;
                Ok(Saved { version, at })
            }
        }
    })
}

/// Completes a draft as it was last saved. It is locked for ever; the clocks that waited for it
/// stop, the next SERAF is due by policy, and a young person at risk comes before the Principal
/// Officer at once.
///
/// # Errors
/// Refused by role or restriction; [`SerafError::OpenPoints`] with what must be settled first;
/// [`SerafError::Stale`] where it was saved since `version` was read.
pub fn complete(
    desk: &mut Desk<'_>,
    id: AssessmentId,
    version: i64,
) -> Result<CompletedNow, CaseworkError> {
    let case = case_of(desk, id)?;
    let (today, rules) = (desk.today(), desk.rules);
    desk.change(|change| {
        let draft = assessment::by_id(change.tx, id)?.ok_or(SerafError::NoDraft)?;
        if draft.version != version || !draft.is_draft() {
            return Err(SerafError::Stale {
                theirs: Box::new(draft),
            }
            .into());
        }
        let content = &draft.content;
        let header = content.header(&case);
        let before = assessment::latest(change.tx, case.id, Some(content.assessed_on))?;
        let open = open_points(content, header, before.as_ref(), today);
        if !open.is_empty() {
            return Err(SerafError::OpenPoints(open).into());
        }
        let score = score(&content.answers, header);
        assessment::complete(
            change.tx,
            id,
            version,
            &Completion {
                score: score.total,
                category: score.category,
                at_risk: score.at_risk,
                age: header.age,
                completed_by: change.actor.user_id,
                completed_at: change.now,
            },
        )?;
        let (is_put_forward, again_by) = follow(change, rules, &case, id, content, &score)?;
        Ok(CompletedNow {
            assessment: assessment::by_id(change.tx, id)?.ok_or(SerafError::NoDraft)?,
            is_put_forward,
            again_by,
        })
    })
}

/// What a completed assessment brings about: it is told, its clocks start, and from the line on
/// the case comes before the Principal Officer. Answers whether it did, and when the SERAF is due
/// again.
fn follow(
    change: &Change<'_>,
    rules: &Rules,
    case: &CaseBrief,
    id: AssessmentId,
    content: &Content,
    score: &Score,
) -> Result<(bool, NaiveDate), CaseworkError> {
    let judgement: Option<&str> = content.judgement.as_ref().map(|one| one.direction.into());
    let said = json!({
        "assessment": id.0,
        "score": score.total,
        "category": score.category,
        "at_risk": score.at_risk,
        "judgement": judgement,
        "assessed_on": content.assessed_on,
    });
    let who = Some(change.actor.user_id);
    let kind = EventKind::AssessmentCompleted;
    event::append(change.tx, case.id, change.now, kind, Some(id.0), who, &said)?;
    let subject = &case.reference;
    change.audit("assessment-completed", Some(case.id.0), subject, &said)?;
    // One of an earlier day, written up late, does not overrule what is known since.
    let latest = assessment::latest(change.tx, case.id, None)?.ok_or(SerafError::NoDraft)?;
    let again_by = restart_clocks(change, rules, case, &latest)?;
    let waits_already = !matches!(
        case.stage,
        Stage::Referred | Stage::Assessing | Stage::NotHeard | Stage::OffProtocol
    );
    let is_put_forward = score.at_risk && latest.id == id && !waits_already;
    if is_put_forward {
        let none = Confidential::default();
        bring_forward(change, rules, case, Some(id), PutForwardBy::Score, &none)?;
    }
    Ok((is_put_forward, again_by))
}

/// Stops what waited for a SERAF, and says when the next is due.
fn restart_clocks(
    change: &Change<'_>,
    rules: &Rules,
    case: &CaseBrief,
    latest: &Assessment,
) -> Result<NaiveDate, CaseworkError> {
    for kind in [ClockKind::Seraf, ClockKind::SerafAgain] {
        clock::finish(change.tx, case.id, kind, None, change.now)?;
    }
    let again_by = rules.policies.seraf_again_by(latest.content.assessed_on);
    clock::start(
        change.tx,
        case.id,
        ClockKind::SerafAgain,
        Some(latest.id.0),
        Due::By(again_by),
        case.owner,
    )?;
    Ok(again_by)
}

/// Puts a case before the Principal Officer whose score alone does not.
///
/// # Errors
/// Refused by role or restriction; no reason; a case that waits already, is to be heard or heard,
/// or is closed.
pub fn put_forward(desk: &mut Desk<'_>, case: CaseId, reason: &str) -> Result<(), CaseworkError> {
    let case = desk.case(Action::PutForward, case)?;
    let reason = plain_text::clean_multiline(reason);
    if reason.trim().is_empty() {
        return Err(SerafError::ReasonNeeded.into());
    }
    let reason = Confidential::new(reason.trim());
    let rules = desk.rules;
    desk.change(|change| {
        let case = case_record::by_id(change.tx, case.id)?.ok_or(CaseworkError::NoCase)?;
        match case.stage {
            Stage::Referred | Stage::Assessing | Stage::NotHeard | Stage::OffProtocol => {}
            Stage::PutForward => return Err(SerafError::WaitsAlready.into()),
            Stage::ToBeHeard | Stage::OnProtocol => return Err(SerafError::HeardAlready.into()),
            Stage::Closed => return Err(SerafError::CaseClosed.into()),
        }
        let basis = decision_basis(change, case.id)?;
        bring_forward(change, rules, &case, basis, PutForwardBy::Person, &reason)
    })
}

fn decision_basis(
    change: &Change<'_>,
    case: CaseId,
) -> Result<Option<AssessmentId>, CaseworkError> {
    Ok(assessment::basis(change.tx, case)?.map(|(basis, _)| basis.assessment))
}

fn bring_forward(
    change: &Change<'_>,
    rules: &Rules,
    case: &CaseBrief,
    assessment: Option<AssessmentId>,
    by: PutForwardBy,
    reason: &Confidential,
) -> Result<(), CaseworkError> {
    let id = decision::insert_put_forward(
        change.tx,
        &NewPutForward {
            case: case.id,
            assessment,
            at: change.now,
            user_id: change.actor.user_id,
            by,
            reason,
        },
    )?;
    let (Ok(due)
    | Err(BeyondHolidays {
        by_weekdays: due, ..
    })) = rules.policies.decision_due(change.now, &London);
    clock::finish(change.tx, case.id, ClockKind::Decision, None, change.now)?;
    clock::start(
        change.tx,
        case.id,
        ClockKind::Decision,
        Some(id),
        Due::At(due),
        None,
    )?;
    let today = change.now.with_timezone(&London).date_naive();
    case_record::set_stage(change.tx, case, Stage::PutForward, change.now, today)?;
    let by: &str = by.into();
    let said = json!({ "by": by, "assessment": assessment.map(|id| id.0) });
    let who = Some(change.actor.user_id);
    let kind = EventKind::PutForward;
    event::append(change.tx, case.id, change.now, kind, Some(id), who, &said)?;
    Ok(change.audit("put-forward", Some(case.id.0), &case.reference, &said)?)
}

/// Every completed assessment of a case, the latest day first, each with what changed.
///
/// # Errors
/// Refused by role or restriction.
pub fn history(
    desk: &mut Desk<'_>,
    case: CaseId,
) -> Result<(CaseBrief, Vec<Completed>), CaseworkError> {
    let case = desk.case(Action::SeeCase, case)?;
    desk.change(|change| {
        let all = with_changes(assessment::completed(change.tx, case.id)?);
        let said = json!({ "count": all.len() });
        change.audit("assessments-seen", Some(case.id.0), &case.reference, &said)?;
        Ok((case.clone(), all))
    })
}

/// The latest completed assessment of a case.
///
/// # Errors
/// Refused by role or restriction.
pub fn previous(desk: &mut Desk<'_>, case: CaseId) -> Result<Option<Assessment>, CaseworkError> {
    let case = desk.case(Action::SeeCase, case)?;
    desk.change(|change| {
        let latest = assessment::latest(change.tx, case.id, None)?;
        let said = json!({ "assessment": latest.as_ref().map(|one| one.id.0) });
        change.audit("assessment-seen", Some(case.id.0), &case.reference, &said)?;
        Ok(latest)
    })
}

/// The case of a draft, where this person may assess it.
fn case_of(desk: &Desk<'_>, id: AssessmentId) -> Result<CaseBrief, CaseworkError> {
    desk.allow(Action::AssessSeraf)?;
    let draft = assessment::by_id(desk.store.connection(), id)?.ok_or(SerafError::NoDraft)?;
    desk.case(Action::AssessSeraf, draft.case)
}

fn stale(change: &Change<'_>, id: AssessmentId) -> Result<CaseworkError, CaseworkError> {
    let theirs = assessment::by_id(change.tx, id)?.ok_or(SerafError::NoDraft)?;
    Ok(SerafError::Stale {
        theirs: Box::new(theirs),
    }
    .into())
}
