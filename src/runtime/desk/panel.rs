//! From an asking of the Panel's place to its function of casework.

use crate::app::talk::panel::{Answer, Ask};
use crate::casework::{CaseworkError, Desk, panel};

pub(super) fn answer(desk: &mut Desk<'_>, ask: Ask) -> Result<Answer, CaseworkError> {
    Ok(match ask {
        Ask::List { only_live } => Answer::Listed(panel::list(desk, only_live)?),
        Ask::Open(issue) => Answer::Opened(Box::new(panel::look(desk, issue)?)),
        Ask::Raise(new) => Answer::Raised(panel::raise(desk, &new)?),
        Ask::Note {
            issue,
            version,
            note,
        } => {
            panel::note(desk, issue, version, &note)?;
            Answer::Noted
        }
    })
}
