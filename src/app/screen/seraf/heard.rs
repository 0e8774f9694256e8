//! What the store answers: a draft that is open, saved, held by another's version, or completed.

use super::conflict::Conflict;
use super::past::Past;
use super::sheet::Sheet;
use super::{Base, Carried, Completing, Over, Seraf, over};
use crate::app::cx::{Cx, Go};
use crate::app::effect::AskId;
use crate::app::model::Notice;
use crate::app::talk::seraf;
use crate::domain::assessment::{
    Assessment, CompletedNow, Direction, OpenPoint, Opened, differences, merged, with_changes,
};
use crate::words::Key as W;

impl Seraf {
    pub(super) fn opened(&mut self, cx: &mut Cx<'_>, opened: Opened) {
        let today = cx.today();
        let carries = opened.is_new && !opened.earlier.is_empty();
        let mut sheet = Sheet::new(opened, today);
        if let Some(before) = self
            .sheet()
            .filter(|before| before.stored.id == sheet.stored.id)
        {
            sheet.cursor = before.cursor;
        }
        if carries {
            cx.say(Notice::Done(W::SerafCarriedOver));
        }
        let theirs = self
            .aside
            .take()
            .and_then(|aside| sheet.take_aside(cx, *aside));
        if let Some(carried) = self.carried.take() {
            let Carried { base, mine } = *carried;
            let whole = merged(
                &mine,
                &sheet.content,
                &differences(Some(&base), &mine, &sheet.content),
            );
            if sheet.edit(today, |content| *content = whole) {
                sheet.save(cx);
            }
        }
        if let Some(mine) = theirs {
            let stands = sheet.stored.clone();
            sheet.edit(today, |content| *content = mine);
            self.over = Some(Over::Conflict(Box::new(Conflict::of(
                None,
                &sheet.content,
                stands.clone(),
            ))));
            sheet.saving.held = Some(Box::new(stands));
        }
        self.base = Base::Form(Box::new(sheet));
    }

    /// Somebody else's version came back in place of a save.
    pub(super) fn held(&mut self, theirs: Assessment, cx: &mut Cx<'_>) {
        self.completing = Completing::No;
        self.is_leaving = false;
        let Some(sheet) = self.sheet_mut() else {
            return;
        };
        sheet.saving.held = Some(Box::new(theirs));
        sheet.keep_aside(cx);
        if self.is_typing() {
            // Nobody is interrupted in the middle of a word, whose letters would become commands.
            cx.say_why(W::SerafTwoMeanwhile);
        } else {
            self.show_conflict();
        }
    }

    pub(super) fn completed(&mut self, cx: &mut Cx<'_>, done: CompletedNow) {
        self.completing = Completing::No;
        let judged = done.assessment.content.judgement.as_ref();
        let is_higher = judged.is_some_and(|judged| judged.direction == Direction::Higher);
        let said = if done.is_put_forward {
            W::SerafCompletedForward
        } else if is_higher {
            W::SerafCompletedHigher
        } else {
            W::SerafCompleted
        };
        if let Base::Form(sheet) = std::mem::replace(&mut self.base, Base::Opening) {
            let mut sheet = *sheet;
            sheet.forget_aside(cx);
            let mut all = sheet.earlier;
            all.push(done.assessment);
            all.sort_by_key(|one| (one.content.assessed_on, one.id));
            all.reverse();
            self.base = Base::Past(Box::new(Past::new(sheet.case, with_changes(all))));
        }
        self.over = None;
        cx.say(Notice::Done(said));
    }

    pub(super) fn heard(&mut self, cx: &mut Cx<'_>, id: AskId, answer: seraf::Answer) {
        match answer {
            seraf::Answer::Opened(opened) => self.opened(cx, *opened),
            seraf::Answer::History(case, all) => {
                self.base = Base::Past(Box::new(Past::new(case, all)));
            }
            seraf::Answer::Completed(done) => self.completed(cx, *done),
            seraf::Answer::Stale(theirs) => {
                if let Some(sheet) = self.sheet_mut() {
                    sheet.takes_save(id);
                }
                self.held(*theirs, cx);
            }
            seraf::Answer::Saved(saved) => {
                let Some(sheet) = self.sheet_mut() else {
                    return;
                };
                if let Some(sent) = sheet.takes_save(id) {
                    sheet.saved(cx, sent, saved);
                }
                if !sheet.is_saved() {
                    return;
                }
                if self.completing == Completing::WhenSaved {
                    self.complete_now(cx);
                }
                if std::mem::take(&mut self.is_leaving) {
                    cx.go(Go::Back);
                }
            }
            seraf::Answer::PutForward => {
                cx.discard_draft(&over::put_forward_place(self.case));
                self.over = None;
                cx.say(Notice::Done(W::SerafIsPutForward));
            }
        }
    }

    /// The open points of the form, as they stand.
    pub fn points(&self) -> &[OpenPoint] {
        self.sheet().map_or(&[], |sheet| &sheet.reckoned.open)
    }
}
