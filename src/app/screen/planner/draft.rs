//! The planner's draft: kept on every change, and put back when the planner opens again.

use serde::{Deserialize, Serialize};

use super::Planner;
use super::over::{self, OverKind};
use super::sheet::Sheet;
use crate::app::cx::Cx;
use crate::app::left::{Left, LeftForms};
use crate::app::model::Notice;
use crate::domain::meeting::{MeetingId, MeetingPlan};
use crate::words::{Key as W, Words};

/// Everything that was done here and not yet saved.
#[derive(Debug, Serialize, Deserialize)]
struct Draft {
    meeting: Option<MeetingId>,
    version: i64,
    plan: MeetingPlan,
    open: Option<Left<OverKind>>,
    left: LeftForms<OverKind>,
}

impl Planner {
    pub(super) fn place_of_draft(&self) -> String {
        format!("planner:{}", self.case.0)
    }

    /// Begins once both the offer and the draft are there.
    pub(super) fn settle(&mut self, cx: &mut Cx<'_>) {
        if !self.has_looked_for_draft {
            return;
        }
        let Some(mut offer) = self.offered.take() else {
            return;
        };
        if offer.meeting.is_none() {
            put_usual_agenda(&mut offer.plan, cx);
        }
        let mut sheet = Sheet::new(*offer, cx);
        let draft: Option<Draft> = self
            .draft
            .take()
            .and_then(|kept| serde_json::from_str(&kept.content).ok());
        if let Some(draft) = draft {
            let meeting = sheet.offer.meeting.as_ref();
            let (id, version) = (
                meeting.map(|meeting| meeting.id),
                meeting.map_or(0, |meeting| meeting.version),
            );
            let is_stale = (id, version) != (draft.meeting, draft.version);
            if is_stale && draft.plan != sheet.plan {
                sheet.theirs = Some(sheet.plan.clone());
                cx.say_why(W::MeetingsChangedMeanwhile);
            } else if draft.plan != sheet.plan {
                cx.say(Notice::Done(W::MeetingsDraftRestored));
            }
            let kind = sheet.plan.kind;
            sheet.put(cx, MeetingPlan { kind, ..draft.plan });
            self.left = draft.left;
            if let Some(open) = draft.open {
                let mut over = over::open(open.form, &sheet, cx);
                over.form.restore(&open.typed);
                self.over = Some(over);
            }
        }
        self.sheet = Some(Box::new(sheet));
        self.look_round(cx);
    }

    pub(super) fn keep(&self, cx: &mut Cx<'_>) {
        let Some(sheet) = &self.sheet else {
            return;
        };
        let meeting = sheet.offer.meeting.as_ref();
        let draft = Draft {
            meeting: meeting.map(|meeting| meeting.id),
            version: meeting.map_or(0, |meeting| meeting.version),
            plan: sheet.plan.clone(),
            open: self
                .over
                .as_ref()
                .map(|over| Left::of(&over.kind, &over.form)),
            left: self.left.clone(),
        };
        cx.keep_draft(&self.place_of_draft(), &draft);
    }
}

/// The standing agenda, in the language of the screen; an authority can put its own in its place.
fn put_usual_agenda(plan: &mut MeetingPlan, cx: &Cx<'_>) {
    let words = Words::embedded(cx.language);
    let points = |key| -> Vec<String> {
        let lines = words.say(key).lines().map(str::trim);
        lines
            .filter(|line| !line.is_empty())
            .map(str::to_owned)
            .collect()
    };
    plan.part1.agenda = points(W::MeetingsAgendaPart1);
    if let Some(part2) = &mut plan.part2 {
        part2.agenda = points(W::MeetingsAgendaPart2);
    }
}
