//! An assessment that was completed elsewhere and is written down in one go, as fictional cases
//! and papers from before the store are. The same must be settled, and the same follows.

use super::{SerafError, follow};
use crate::casework::{CaseworkError, Desk};
use crate::domain::assessment::{AssessmentId, Content, open_points};
use crate::domain::case::{CaseId, Stage};
use crate::domain::roles::Action;
use crate::domain::seraf::score;
use crate::store::assessment::{self, Completion, NewAssessment};

/// Keeps a whole assessment as completed now.
///
/// # Errors
/// Refused by role or restriction; a closed case; what is still to be settled.
pub fn complete_at_once(
    desk: &mut Desk<'_>,
    case: CaseId,
    content: &Content,
) -> Result<AssessmentId, CaseworkError> {
    let case = desk.case(Action::AssessSeraf, case)?;
    if case.stage == Stage::Closed {
        return Err(SerafError::CaseClosed.into());
    }
    let content = content.clone().cleaned();
    let (today, rules) = (desk.today(), desk.rules);
    desk.change(|change| {
        let header = content.header(&case);
        let before = assessment::latest(change.tx, case.id, Some(content.assessed_on))?;
        let open = open_points(&content, header, before.as_ref(), today);
        if !open.is_empty() {
            return Err(SerafError::OpenPoints(open).into());
        }
        let score = score(&content.answers, header);
        let by = change.actor.user_id;
        let id = assessment::insert_completed(
            change.tx,
            &NewAssessment {
                case: case.id,
                form_version: assessment::form_version(change.tx, content.form())?,
                content: &content,
                begun_by: by,
                begun_at: change.now,
            },
            &Completion {
                score: score.total,
                category: score.category,
                at_risk: score.at_risk,
                age: header.age,
                completed_by: by,
                completed_at: change.now,
            },
        )?;
        follow(change, rules, &case, id, &content, &score)?;
        Ok(id)
    })
}
