//! The draft is saved on every change, one save at a time: while one is on its way the next
//! waits, and what waits is kept aside, so that a lock or a kill in between loses nothing.
//!
//! A save from an old version comes back as what stands in the store, and the two are brought
//! together by the person (`conflict`). Nothing is ever saved over unseen.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::sheet::Sheet;
use crate::app::cx::Cx;
use crate::app::effect::{Ask, AskId};
use crate::app::talk::seraf;
use crate::domain::assessment::{Assessment, Content, KeptContent, Saved};
use crate::domain::case::CaseId;

/// How the draft stands between screen and store.
#[derive(Debug, Default)]
pub struct Saving {
    /// On its way, with what was sent.
    under_way: Option<(AskId, Content)>,
    /// Something is kept aside that the store does not have yet.
    is_kept_aside: bool,
    /// The last save failed; the next change tries again.
    pub has_failed: bool,
    /// Somebody else's version, which stands in the store; nothing is saved until a person has
    /// said what is to stand.
    pub held: Option<Box<Assessment>>,
    pub last: Option<DateTime<Utc>>,
}

/// What is kept aside of a draft.
#[derive(Debug, Serialize, Deserialize)]
pub struct Aside {
    pub assessment: i64,
    /// The version that the content was made from.
    pub version: i64,
    pub content: KeptContent,
}

/// The place in which the content of a case's draft is kept aside.
pub fn place(case: CaseId) -> String {
    format!("seraf:{}", case.0)
}

impl Saving {
    pub fn is_under_way(&self) -> bool {
        self.under_way.is_some()
    }
}

impl Sheet {
    /// Whether the store has everything that stands here.
    pub fn is_saved(&self) -> bool {
        self.content == self.stored.content && !self.saving.is_under_way()
    }

    /// Saves what has changed, or keeps it aside until it can be saved.
    pub fn save(&mut self, cx: &mut Cx<'_>) {
        if self.content == self.stored.content && !self.saving.is_under_way() {
            self.forget_aside(cx);
            return;
        }
        if self.saving.held.is_some() || self.saving.is_under_way() {
            self.keep_aside(cx);
            return;
        }
        let content = self.content.clone();
        let id = cx.ask(Ask::Seraf(seraf::Ask::Save {
            id: self.stored.id,
            version: self.stored.version,
            content: Box::new(content.clone()),
        }));
        self.saving.has_failed = false;
        self.saving.under_way = Some((id, content));
    }

    /// Keeps what stands here aside, encrypted like the rest.
    pub fn keep_aside(&mut self, cx: &mut Cx<'_>) {
        self.saving.is_kept_aside = true;
        let aside = Aside {
            assessment: self.stored.id.0,
            version: self.stored.version,
            content: KeptContent::from(&self.content),
        };
        cx.keep_draft(&place(self.case.id), &aside);
    }

    /// Throws away what was kept aside, where there is anything.
    pub fn forget_aside(&mut self, cx: &mut Cx<'_>) {
        if std::mem::take(&mut self.saving.is_kept_aside) {
            cx.discard_draft(&place(self.case.id));
        }
    }

    /// Whether this is the save that is on its way; it then is no longer.
    pub fn takes_save(&mut self, id: AskId) -> Option<Content> {
        match self.saving.under_way.take() {
            Some((under_way, content)) if under_way == id => Some(content),
            other => {
                self.saving.under_way = other;
                None
            }
        }
    }

    /// Hears that what was sent is saved, and saves what came since.
    pub fn saved(&mut self, cx: &mut Cx<'_>, sent: Content, saved: Saved) {
        self.stored.content = sent;
        self.stored.version = saved.version;
        self.stored.saved.at = saved.at;
        if let Some(actor) = cx.actor {
            self.stored.saved.user_id = actor.user_id;
            self.stored.saved.name.clone_from(&actor.display_name);
        }
        self.saving.last = Some(saved.at);
        self.saving.has_failed = false;
        self.save(cx);
    }

    /// Takes back what was kept aside when this draft was left in the middle of a save. What was
    /// made from a version that somebody else has changed since is for the person to decide on:
    /// it is then answered.
    pub fn take_aside(&mut self, cx: &mut Cx<'_>, aside: Aside) -> Option<Content> {
        self.saving.is_kept_aside = true;
        let content = aside.content.on(self.content.form()).ok()?;
        if aside.assessment != self.stored.id.0 || content == self.stored.content {
            self.forget_aside(cx);
            return None;
        }
        let mine = cx.actor.map(|actor| actor.user_id);
        // The save that was on its way got there; nobody else has been here since.
        let is_own =
            aside.version + 1 == self.stored.version && Some(self.stored.saved.user_id) == mine;
        if aside.version != self.stored.version && !is_own {
            return Some(content);
        }
        let today = cx.today();
        self.edit(today, |here| *here = content);
        self.save(cx);
        None
    }
}
