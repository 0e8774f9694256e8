//! What is typed in a family session, kept at every change.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Family;
use super::pages::{self, PlanForm};
use crate::app::cx::Cx;
use crate::app::form::{Form, Typed};
use crate::app::left::LeftForms;
use crate::domain::runner::family_draft;

/// Everything that was typed and not yet saved.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Draft {
    at: usize,
    voices: Vec<BTreeMap<String, Typed>>,
    agree: BTreeMap<String, Typed>,
    over: Option<(PlanForm, BTreeMap<String, Typed>)>,
    #[serde(default)]
    left: LeftForms<PlanForm>,
}

impl Family {
    pub(super) fn place_of_draft(&self) -> String {
        family_draft(self.meeting)
    }

    /// Whether nothing stands here that is not in the store.
    pub(super) fn is_blank(&self) -> bool {
        self.over.is_none()
            && self.left.is_empty()
            && self.sent.is_none()
            && self.voices.iter().all(Form::is_blank)
            && self.agree.is_blank()
    }

    pub(super) fn keep(&self, cx: &mut Cx<'_>) {
        if self.is_blank() && self.at == 0 {
            return cx.discard_draft(&self.place_of_draft());
        }
        let draft = Draft {
            at: self.at,
            voices: self.voices.iter().map(Form::draft).collect(),
            agree: self.agree.draft(),
            over: self
                .over
                .as_ref()
                .or(self.sent.as_ref())
                .map(|(what, form)| (*what, form.draft())),
            left: self.left.clone(),
        };
        cx.keep_draft(&self.place_of_draft(), &draft);
    }

    pub(super) fn restore(&mut self) {
        let Some(view) = &self.view else {
            return;
        };
        let Some(kept) = self.draft.take() else {
            return;
        };
        let Ok(draft) = serde_json::from_str::<Draft>(&kept.content) else {
            return;
        };
        for (form, typed) in self.voices.iter_mut().zip(&draft.voices) {
            form.restore(typed);
        }
        self.agree.restore(&draft.agree);
        self.left = draft.left;
        if let Some((what, typed)) = draft.over {
            let mut form = pages::plan_form(what, view);
            form.restore(&typed);
            self.over = Some((what, form));
        }
        self.at = draft.at.min(self.pages().len().saturating_sub(1));
    }
}
