//! From an asking of Today to its function of casework.

use crate::app::talk::today::{Answer, Ask, Opened};
use crate::casework::cases::{self, DueAsked};
use crate::casework::{CaseworkError, Desk};
use crate::domain::case_list::Look;

pub(super) fn answer(desk: &mut Desk<'_>, ask: Ask) -> Result<Answer, CaseworkError> {
    match ask {
        Ask::Open {
            whose,
            from,
            rows,
            look,
        } => Ok(Answer::Opened(Opened {
            page: cases::due(desk, &DueAsked { whose, from, rows }, look)?,
            counts: cases::due_counts(desk, whose)?,
            unfinished: cases::unfinished(desk)?,
        })),
        Ask::More { whose, from, rows } => {
            let asked = DueAsked { whose, from, rows };
            Ok(Answer::Page(cases::due(desk, &asked, Look::GoesOn)?))
        }
        Ask::GlassSeen { case, event } => {
            cases::glass_seen(desk, case, event)?;
            Ok(Answer::GlassSeen)
        }
    }
}
