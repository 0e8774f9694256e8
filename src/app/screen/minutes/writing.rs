//! Writing minutes: what is typed, its draft on every change, and two people at once.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Minutes;
use crate::app::cx::Cx;
use crate::app::effect::Ask;
use crate::app::form::{Field, Form, Pasted, Reply, Typed};
use crate::app::input::Key;
use crate::app::model::{Confirm, Notice};
use crate::app::talk::after::{self, Drafted};
use crate::app::talk::drafts::KeptDraft;
use crate::domain::bilingual::Language;
use crate::domain::minutes::{Keeping, MinutesId, MinutesKind};
use crate::domain::roles::Action;
use crate::domain::sharing::{Confidential, Shareable};
use crate::words::Key as W;

const FIELD: &str = "words";

/// What is typed of one version in one language, and not kept yet.
#[derive(Debug)]
pub struct Writing {
    pub kind: MinutesKind,
    pub language: Language,
    pub form: Form,
    /// The minutes that it was typed over, and their version.
    seen: Option<(MinutesId, i64)>,
    /// Somebody else changed them since.
    pub is_behind: bool,
}

/// As a draft holds it.
#[derive(Serialize, Deserialize)]
struct Kept {
    words: String,
    seen: Option<(i64, i64)>,
}

impl Writing {
    fn new(
        kind: MinutesKind,
        language: Language,
        words: &str,
        seen: Option<(MinutesId, i64)>,
    ) -> Self {
        let label = match kind {
            MinutesKind::Full => W::MinutesWordsFull,
            MinutesKind::Family => W::MinutesWordsFamily,
        };
        let mut form = Form::new(vec![Field::text(FIELD, label)]);
        let typed = Typed::Text(words.to_owned());
        form.restore(&BTreeMap::from([(FIELD.to_owned(), typed)]));
        Self {
            kind,
            language,
            form,
            seen,
            is_behind: false,
        }
    }

    pub fn words(&self) -> String {
        self.form.text(FIELD)
    }
}

impl Minutes {
    /// Begins to write, or goes on.
    pub(super) fn write(&mut self, cx: &mut Cx<'_>) {
        if !cx.may(Action::PlanMeeting) {
            cx.say(Notice::Trouble("refused"));
            return;
        }
        let (kind, language) = (self.kind, self.language(cx.language));
        if self.found.is_none() {
            return;
        }
        if self.writing(kind, language).is_none() {
            let present = self.present(kind, language);
            if present.is_some_and(|one| one.approved().is_some()) {
                cx.say_why(W::MinutesWhyLocked);
                return;
            }
            let seen = present.map(|one| (one.id(), one.version()));
            let words = present.map_or("", super::Present::words);
            let writing = Writing::new(kind, language, words, seen);
            self.writings.push(writing);
        }
        self.is_writing = true;
    }

    /// A draft from what was recorded; asks first where something is written already.
    pub(super) fn draft(&mut self, cx: &mut Cx<'_>) {
        if !cx.may(Action::PlanMeeting) {
            cx.say(Notice::Trouble("refused"));
            return;
        }
        let (kind, language) = (self.kind, self.language(cx.language));
        let present = self.present(kind, language);
        if present.is_some_and(|one| one.approved().is_some()) {
            cx.say_why(W::MinutesWhyLocked);
        } else if present.is_some_and(|one| !one.words().is_empty())
            || self.writing(kind, language).is_some()
        {
            cx.confirm(Confirm::DraftAgain);
        } else {
            self.ask_draft(cx);
        }
    }

    pub(super) fn ask_draft(&mut self, cx: &mut Cx<'_>) {
        if self.drafting.is_some() {
            return;
        }
        let ask = after::Ask::Draft {
            meeting: self.meeting,
            kind: self.kind,
            language: self.language(cx.language),
        };
        self.drafting = Some(cx.ask(Ask::After(ask)));
    }

    /// Takes a draft in as if it had been typed: it is read over before it is kept.
    pub(super) fn drafted(&mut self, cx: &mut Cx<'_>, language: Language, words: &Drafted) {
        let (kind, text) = match words {
            Drafted::Full(words) => (MinutesKind::Full, words.for_professionals()),
            Drafted::Family(words) => (MinutesKind::Family, words.as_str()),
        };
        let is_it = |one: &Writing| one.kind == kind && one.language == language;
        let before = self.writings.iter().find(|one| is_it(one));
        let seen = match before {
            Some(before) => before.seen,
            None => self
                .present(kind, language)
                .map(|one| (one.id(), one.version())),
        };
        self.writings.retain(|one| !is_it(one));
        self.writings.push(Writing::new(kind, language, text, seen));
        self.keep(cx, kind, language);
        cx.say(Notice::Done(W::MinutesDrafted));
    }

    fn keep(&self, cx: &mut Cx<'_>, kind: MinutesKind, language: Language) {
        if let (Some(place), Some(writing)) =
            (self.place_of(kind, language), self.writing(kind, language))
        {
            let kept = Kept {
                words: writing.words(),
                seen: writing.seen.map(|(id, version)| (id.0, version)),
            };
            cx.keep_draft(&place, &kept);
        }
    }

    pub(super) fn type_key(&mut self, cx: &mut Cx<'_>, key: Key) {
        let language = self.language(cx.language);
        let reply = self
            .writing_mut(language)
            .map(|writing| writing.form.key(key));
        if reply == Some(Reply::Changed) {
            self.keep(cx, self.kind, language);
        }
    }

    pub(super) fn type_paste(&mut self, cx: &mut Cx<'_>, text: &str) {
        let language = self.language(cx.language);
        let pasted = self
            .writing_mut(language)
            .map(|writing| writing.form.paste(text));
        if let Some(pasted) = pasted {
            cx.say_of_paste(pasted);
            if pasted == Pasted::Whole {
                self.keep(cx, self.kind, language);
            }
        }
    }

    /// A draft of what was typed before comes back.
    pub(super) fn found_draft(&mut self, cx: &mut Cx<'_>, draft: &KeptDraft) {
        if let Some(over) = &mut self.over
            && over.draft_place() == draft.place
        {
            if let Ok(typed) = serde_json::from_str(&draft.content) {
                over.form.restore(&typed);
            }
            return;
        }
        let (kind, language) = (self.kind, self.language(cx.language));
        let is_here = self.place_of(kind, language).as_ref() == Some(&draft.place);
        if !is_here || self.writing(kind, language).is_some() {
            return;
        }
        if let Ok(kept) = serde_json::from_str::<Kept>(&draft.content) {
            let seen = kept.seen.map(|(id, version)| (MinutesId(id), version));
            let writing = Writing::new(kind, language, &kept.words, seen);
            self.writings.push(writing);
            self.kept_at = Some(draft.saved_at);
            self.mark_behind();
        }
    }

    /// Marks what was typed over minutes that somebody has changed since.
    pub(super) fn mark_behind(&mut self) {
        let Some(found) = &self.found else {
            return;
        };
        let full = found.full.iter();
        let full = full.map(|one| (MinutesKind::Full, one.language, one.id, one.version));
        let family = found.family.iter();
        let family = family.map(|one| (MinutesKind::Family, one.language, one.id, one.version));
        let there: Vec<_> = full.chain(family).collect();
        for writing in &mut self.writings {
            let now = there
                .iter()
                .find(|(kind, language, ..)| (*kind, *language) == (writing.kind, writing.language))
                .map(|(_, _, id, version)| (*id, *version));
            writing.is_behind = now != writing.seen;
        }
    }

    /// Keeps what is written, unless somebody else was faster: then it asks.
    pub(super) fn save(&mut self, cx: &mut Cx<'_>) {
        let language = self.language(cx.language);
        let Some(writing) = self.writing(self.kind, language) else {
            cx.say_why(W::MinutesWhyNothingTyped);
            return;
        };
        let present = self.present(self.kind, language);
        if present.is_some_and(|one| one.approved().is_some()) {
            cx.say(Notice::Trouble("minutes-locked"));
        } else if writing.is_behind {
            cx.confirm(Confirm::KeepOverTheirs);
        } else {
            self.ask_keep(cx);
        }
    }

    /// Keeps what is written over what somebody else wrote, which was shown.
    pub(super) fn save_over(&mut self, cx: &mut Cx<'_>) {
        let language = self.language(cx.language);
        let now = self
            .present(self.kind, language)
            .map(|one| (one.id(), one.version()));
        if let Some(writing) = self.writing_mut(language) {
            writing.seen = now;
            writing.is_behind = false;
            self.ask_keep(cx);
        }
    }

    fn ask_keep(&mut self, cx: &mut Cx<'_>) {
        let language = self.language(cx.language);
        if self.saving.is_some() {
            return;
        }
        let Some(writing) = self.writing(self.kind, language) else {
            return;
        };
        let keeping = Keeping {
            meeting: self.meeting,
            language,
            seen: writing.seen,
        };
        let ask = match self.kind {
            MinutesKind::Full => after::Ask::KeepFull {
                keeping,
                words: Confidential::new(writing.words()),
            },
            // Written under the heading that says whom it is for.
            MinutesKind::Family => after::Ask::KeepFamily {
                keeping,
                words: Shareable::new(writing.words()),
            },
        };
        self.saving = Some(cx.ask(Ask::After(ask)));
    }

    /// What was written has been kept: it is no draft any more.
    pub(super) fn kept(&mut self, cx: &mut Cx<'_>) {
        self.throw_away(cx);
        cx.say(Notice::Done(W::MinutesKept));
        self.read(cx);
    }

    pub(super) fn throw_away(&mut self, cx: &mut Cx<'_>) {
        let (kind, language) = (self.kind, self.language(cx.language));
        if let Some(place) = self.place_of(kind, language) {
            cx.discard_draft(&place);
        }
        self.writings
            .retain(|one| one.kind != kind || one.language != language);
        self.is_writing = false;
        self.kept_at = None;
    }
}
