//! From an asking about voices and attendance to its function of casework.

use crate::app::talk::voice::{Answer, Ask};
use crate::casework::{CaseworkError, Desk, attendance, voice};

pub(super) fn answer(desk: &mut Desk<'_>, ask: Ask) -> Result<Answer, CaseworkError> {
    Ok(match ask {
        Ask::Open(case) => Answer::Opened(Box::new(voice::of_case(desk, case)?)),
        Ask::Record { case, heard } => {
            voice::record(desk, case, &heard)?;
            Answer::Recorded
        }
        Ask::Answer { voice, what, on } => {
            voice::answer(desk, voice, &what, on)?;
            Answer::AnswerNoted
        }
        Ask::Told { case, told } => {
            voice::tell_family(desk, case, &told)?;
            Answer::ToldNoted
        }
        Ask::AttendanceOf(case) => {
            let (case, counted) = attendance::of_case(desk, case)?;
            Answer::OfCase(Box::new(case), counted)
        }
        Ask::AttendanceBetween { first, last } => {
            Answer::ByAgency(attendance::by_agency(desk, first, last)?)
        }
    })
}
