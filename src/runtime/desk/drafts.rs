//! What was typed and not yet saved.

use crate::app::talk::drafts::{Answer, Ask, KeptDraft};
use crate::casework::{CaseworkError, Desk, drafts};

pub(super) fn answer(desk: &mut Desk<'_>, ask: Ask) -> Result<Answer, CaseworkError> {
    match ask {
        Ask::Keep { place, content } => {
            drafts::keep(desk, &place, &content)?;
            let at = desk.now;
            Ok(Answer::Kept { place, at })
        }
        Ask::Of { place } => {
            let found = drafts::of(desk, &place)?;
            Ok(Answer::Found(found.map(|draft| KeptDraft {
                place: draft.place,
                saved_at: draft.saved_at,
                content: draft.content,
            })))
        }
        Ask::Discard { place } => {
            drafts::discard(desk, &place)?;
            Ok(Answer::Discarded { place })
        }
    }
}
