//! What is typed over the runner and not yet saved: one draft for the form in front and for those
//! that were left.

use serde::{Deserialize, Serialize};

use super::Runner;
use super::over::{self, OverKind};
use crate::app::cx::Cx;
use crate::app::left::{Left, LeftForms};

/// What was typed and not yet saved.
#[derive(Debug, Serialize, Deserialize)]
struct Draft {
    open: Option<Left<OverKind>>,
    left: LeftForms<OverKind>,
}

impl Runner {
    /// The form with its meeting, then the case, by which Today names what is unfinished.
    pub(super) fn place_of_draft(&self) -> Option<String> {
        let case = self.part1.as_ref()?.case.id;
        Some(format!("runner-{}:{}", self.meeting.0, case.0))
    }

    pub(super) fn keep(&self, cx: &mut Cx<'_>) {
        let Some(place) = self.place_of_draft() else {
            return;
        };
        if self.over.is_none() && self.left.is_empty() {
            return cx.discard_draft(&place);
        }
        let draft = Draft {
            open: self
                .over
                .as_ref()
                .map(|over| Left::of(&over.kind, &over.form)),
            left: self.left.clone(),
        };
        cx.keep_draft(&place, &draft);
    }

    pub(super) fn restore(&mut self, cx: &mut Cx<'_>) {
        let Some(part1) = &self.part1 else {
            return;
        };
        let Some(kept) = self.draft.take() else {
            return;
        };
        let Ok(draft) = serde_json::from_str::<Draft>(&kept.content) else {
            return;
        };
        self.left = draft.left;
        if let Some(open) = draft.open {
            let mut over = over::open(open.form, part1, cx);
            over.form.restore(&open.typed);
            self.over = Some(over);
        }
    }

    /// Leaves the form in front; what was typed comes back with it.
    pub(super) fn leave_over(&mut self, cx: &mut Cx<'_>) {
        if let Some(over) = self.over.take() {
            self.left.forget(&over.kind);
            if !over.form.is_blank() {
                self.left.leave(&over.kind, &over.form);
            }
            self.keep(cx);
        }
    }
}
