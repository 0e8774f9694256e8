//! From an asking of this part to its function of casework.

use crate::app::talk::seraf::{Answer, Ask};
use crate::casework::assessments::{self, SerafError};
use crate::casework::{CaseworkError, Desk};

pub(super) fn answer(desk: &mut Desk<'_>, ask: Ask) -> Result<Answer, CaseworkError> {
    let answer = match ask {
        Ask::Begin { case } => {
            assessments::begin(desk, case).map(|opened| Answer::Opened(Box::new(opened)))
        }
        Ask::Save {
            id,
            version,
            content,
        } => assessments::save_draft(desk, id, version, &content).map(Answer::Saved),
        Ask::Complete { id, version } => assessments::complete(desk, id, version)
            .map(|completed| Answer::Completed(Box::new(completed))),
        Ask::PutForward { case, reason } => {
            assessments::put_forward(desk, case, reason.for_professionals())
                .map(|()| Answer::PutForward)
        }
        Ask::History { case } => {
            assessments::history(desk, case).map(|(case, all)| Answer::History(case, all))
        }
    };
    match answer {
        Err(CaseworkError::Seraf(SerafError::Stale { theirs })) => Ok(Answer::Stale(theirs)),
        other => other,
    }
}
