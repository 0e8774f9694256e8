//! What stands beside a list for the selected row, read when the cursor rests.
//!
//! It bears the young person's name and stays until the next one is there: to wipe it for every
//! key would send more over the line than the key itself.

use crate::app::cx::Cx;
use crate::app::effect::{Ask, AskId};
use crate::app::msg::Answer;
use crate::app::talk::cases;
use crate::domain::case::CaseId;
use crate::domain::case_page::Preview;

/// The preview, and the one that is on its way.
#[derive(Debug, Default)]
pub struct Beside {
    pub preview: Option<Box<Preview>>,
    waiting: Option<(AskId, CaseId)>,
    /// Askings that may still be answered, the one waited for among them.
    asked: Vec<AskId>,
}

/// How many rows a preview takes of a body, its rule among them; none where a list needs them.
pub const fn preview_rows(body_rows: usize) -> usize {
    match body_rows {
        0..12 => 0,
        12..28 => 4,
        _ => 9,
    }
}

impl Beside {
    /// Looks at another case, or at none.
    pub(in crate::app::screen) fn look(&mut self, cx: &mut Cx<'_>, case: Option<CaseId>) {
        let Some(case) = case else {
            return self.forget();
        };
        let is_here = match (&self.waiting, &self.preview) {
            (Some((_, waited)), _) => *waited == case,
            (None, Some(preview)) => preview.case.id == case,
            (None, None) => false,
        };
        if !is_here {
            let id = cx.ask(Ask::Cases(cases::Ask::Preview(case)));
            self.waiting = Some((id, case));
            self.asked.push(id);
        }
    }

    /// Lets go what it shows, so that it is read again.
    pub(in crate::app::screen) fn forget(&mut self) {
        self.preview = None;
        self.waiting = None;
    }

    /// Takes an answer that is its own; gives back any other. A preview that came too late, and
    /// one that was refused, change nothing.
    pub(in crate::app::screen) fn answered(&mut self, id: AskId, answer: Answer) -> Option<Answer> {
        let is_waited_for = self.waiting.is_some_and(|(waited, _)| waited == id);
        let is_own = self.asked.contains(&id);
        if is_own {
            // Those before it were overtaken and will not be answered.
            self.asked.retain(|asked| *asked > id);
        }
        match answer {
            Answer::Cases(cases::Answer::Preview(preview)) => {
                if is_waited_for {
                    self.waiting = None;
                    self.preview = Some(preview);
                }
                None
            }
            Answer::Cases(cases::Answer::Noted) => None,
            Answer::Failed(_) if is_own => {
                if is_waited_for {
                    self.forget();
                }
                None
            }
            other => Some(other),
        }
    }
}
