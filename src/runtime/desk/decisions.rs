//! From an asking of this part to its function of casework.

use crate::app::talk::decisions::{Answer, Ask};
use crate::casework::{CaseworkError, Desk, decisions};

pub(super) fn answer(desk: &mut Desk<'_>, ask: Ask) -> Result<Answer, CaseworkError> {
    match ask {
        Ask::Waiting { after } => decisions::waiting(desk, after.as_ref()).map(Answer::Waiting),
        Ask::Before { case } => {
            decisions::before(desk, case).map(|before| Answer::Before(Box::new(before)))
        }
        Ask::Decide(deciding) => {
            decisions::decide(desk, &deciding).map(|decided| Answer::Decided(Box::new(decided)))
        }
    }
}
