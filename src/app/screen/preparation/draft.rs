//! The draft of this screen: the form that is open and what was left in others.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::over::{Over, OverKind};
use super::{Part, Preparation};
use crate::app::cx::Cx;
use crate::app::form::Typed;
use crate::app::model::Notice;
use crate::domain::meeting::MeetingId;
use crate::words::Key as W;

/// A form as a draft keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Left {
    pub(super) form: OverKind,
    pub(super) typed: BTreeMap<String, Typed>,
}

/// Everything typed here and not yet saved.
#[derive(Debug, Serialize, Deserialize)]
struct Draft {
    meeting: MeetingId,
    open: Option<Left>,
    left: Vec<Left>,
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
            self.left.retain(|left| left.form != open.form);
            let form = open.form.clone();
            self.left.push(open);
            self.open_form(cx, form);
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
            open: self.over.as_ref().map(left_of),
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
            self.left.retain(|left| left.form != over.kind);
            if over.is_touched() {
                self.left.push(left_of(&over));
            }
            self.keep(cx);
        }
    }
}

fn left_of(over: &Over) -> Left {
    Left {
        form: over.kind.clone(),
        typed: over.form.draft(),
    }
}
