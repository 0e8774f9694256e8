//! From an asking about meetings to its function of casework.

use crate::app::talk::meetings::{Answer, Ask};
use crate::casework::{CaseworkError, Desk, meetings};

pub(super) fn answer(desk: &mut Desk<'_>, ask: Ask) -> Result<Answer, CaseworkError> {
    Ok(match ask {
        Ask::Open { case } => Answer::Offered(Box::new(meetings::planner(desk, case)?)),
        Ask::Taken {
            case,
            planned,
            whose,
            days,
        } => Answer::Taken {
            days,
            busy: meetings::taken(desk, case, planned, &whose, days)?,
        },
        Ask::Plan { case, plan } => Answer::Saved(meetings::plan(desk, case, &plan)?),
        Ask::Move {
            meeting,
            version,
            plan,
            reason,
        } => {
            meetings::move_meeting(desk, meeting, version, &plan, &reason)?;
            Answer::Saved(meeting)
        }
        Ask::Cancel {
            meeting,
            version,
            reason,
        } => {
            meetings::cancel(desk, meeting, version, &reason)?;
            Answer::Cancelled
        }
        Ask::NoteAway { case, person, days } => {
            meetings::note_away(desk, case, &person, days.0, days.1)?;
            Answer::AwayNoted
        }
        Ask::Between { first, last } => Answer::Calendar(meetings::between(desk, first, last)?),
    })
}
