//! The draft of this screen: the form that is open and what was left in others.

use serde::{Deserialize, Serialize};

use super::over::OverKind;
use super::{Part, Preparation};
use crate::app::cx::Cx;
use crate::app::left::{Left, LeftForms};
use crate::app::model::Notice;
use crate::domain::meeting::MeetingId;
use crate::words::Key as W;

/// Everything typed here and not yet saved.
#[derive(Debug, Serialize, Deserialize)]
struct Draft {
    meeting: MeetingId,
    open: Option<Left<OverKind>>,
    left: LeftForms<OverKind>,
}

impl Preparation {
    pub(super) fn place_of_draft(&self) -> String {
        format!("preparation:{}", self.case.0)
    }

    /// Puts the draft back once both it and the sheet are there. What was typed for a meeting that
    /// is not the one in hand any more has no place here.
    pub(super) fn settle_draft(&mut self, cx: &mut Cx<'_>) {
        if self.opened.is_none() {
            return;
        }
        let Some(kept) = self.draft.take() else {
            return;
        };
        let Ok(draft) = serde_json::from_str::<Draft>(&kept.content) else {
            return;
        };
        let meeting = self.opened.as_ref().map(|opened| opened.sheet.meeting.id);
        if meeting != Some(draft.meeting) {
            return;
        }
        self.left = draft.left;
        if let Some(open) = draft.open {
            if matches!(open.form, OverKind::Answer(_) | OverKind::Write(_)) {
                self.part = Part::Invitations;
            }
            self.left.put(open.clone());
            self.open_form(cx, open.form);
            if self.over.is_some() {
                cx.say(Notice::Done(W::PreparationDraftRestored));
            }
        }
    }

    pub(super) fn keep(&self, cx: &mut Cx<'_>) {
        let Some(opened) = &self.opened else {
            return;
        };
        let draft = Draft {
            meeting: opened.sheet.meeting.id,
            open: self
                .over
                .as_ref()
                .map(|over| Left::of(&over.kind, &over.form)),
            left: self.left.clone(),
        };
        if draft.open.is_none() && draft.left.is_empty() {
            cx.discard_draft(&self.place_of_draft());
        } else {
            cx.keep_draft(&self.place_of_draft(), &draft);
        }
    }

    /// Leaves the form in front; what was typed comes back with it.
    pub(super) fn leave_form(&mut self, cx: &mut Cx<'_>) {
        if let Some(over) = self.over.take() {
            self.left.forget(&over.kind);
            if over.is_touched() {
                self.left.leave(&over.kind, &over.form);
            }
            self.keep(cx);
        }
    }
}
