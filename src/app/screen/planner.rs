//! The planner: one meeting in two parts, with its window, its people and what is in the way.
//!
//! The plan itself is in `sheet`, the small forms over it in `over`. Every change is kept as a
//! draft at once; nothing of it is a meeting before it is saved.

mod deeds;
mod draft;
pub mod over;
pub mod sheet;
#[cfg(test)]
pub(crate) mod tests;

use chrono::{Days, NaiveDate};

use self::over::{Accepted, Over, OverKind};
use self::sheet::Sheet;
use super::Reopen;
use crate::app::cx::{Cx, Go};
use crate::app::effect::{Ask, AskId};
use crate::app::form::Reply;
use crate::app::input::{Key, KeyCode};
use crate::app::keymap::{Command, Letters, Place};
use crate::app::left::LeftForms;
use crate::app::model::{Confirm, Notice};
use crate::app::msg::Answer;
use crate::app::page::{Handled, Page};
use crate::app::talk::{drafts, meetings};
use crate::domain::case::CaseId;
use crate::domain::meeting::{MeetingPlan, PlannerOffer, wanted};
use crate::words::Key as W;

/// Longer than the way to any day that a meeting is planned for.
const LOOK_ROUND_DAYS: u64 = 31;

/// What stands on the planner.
#[derive(Debug)]
pub struct Planner {
    pub case: CaseId,
    /// The plan, once the store has answered.
    pub sheet: Option<Box<Sheet>>,
    pub over: Option<Over>,
    /// When the draft was last kept, for the title.
    pub kept_at: Option<chrono::DateTime<chrono::Utc>>,
    /// What was left by Esc in a form, until that form is opened again.
    left: LeftForms<OverKind>,
    offered: Option<Box<PlannerOffer>>,
    draft: Option<drafts::KeptDraft>,
    has_looked_for_draft: bool,
    saving: Option<AskId>,
    /// The plan met another one in the store; the next offer is theirs, and mine stays.
    has_met_conflict: bool,
}

impl Planner {
    pub fn new(case: CaseId) -> Self {
        Self {
            case,
            sheet: None,
            over: None,
            kept_at: None,
            left: LeftForms::default(),
            offered: None,
            draft: None,
            has_looked_for_draft: false,
            saving: None,
            has_met_conflict: false,
        }
    }

    /// Asks again whose time is taken, for other people or other days than before.
    fn ask_taken(&self, cx: &mut Cx<'_>, days: (NaiveDate, NaiveDate)) {
        let Some(sheet) = &self.sheet else {
            return;
        };
        let venues = &cx.rules.policies.venues;
        let mut whose = wanted(&sheet.plan, venues);
        for colleague in sheet.offer.colleagues.iter().filter(|one| one.can_chair) {
            let other = MeetingPlan {
                chair: Some(colleague.user_id),
                people: Vec::new(),
                ..sheet.plan.clone()
            };
            whose.extend(wanted(&other, venues));
        }
        whose.sort_by_key(|who| format!("{who:?}"));
        whose.dedup();
        cx.ask(Ask::Meetings(meetings::Ask::Taken {
            case: self.case,
            planned: sheet.offer.meeting.as_ref().map(|meeting| meeting.id),
            whose,
            days,
        }));
    }

    /// Looks up the days round the chosen one where they were not looked at yet.
    fn look_round(&self, cx: &mut Cx<'_>) {
        let Some(sheet) = &self.sheet else {
            return;
        };
        let (first, last) = sheet.offer.looked_at;
        let day = sheet.plan.day;
        if first <= day && day <= last {
            return;
        }
        let round = Days::new(LOOK_ROUND_DAYS);
        let before = day.checked_sub_days(round).unwrap_or(day);
        let after = day.checked_add_days(round).unwrap_or(day);
        self.ask_taken(cx, (first.min(before), last.max(after)));
    }

    fn open(&mut self, cx: &mut Cx<'_>, kind: OverKind) {
        let Some(sheet) = &self.sheet else {
            return;
        };
        let mut over = over::open(kind, sheet, cx);
        self.left.come_back(&kind, &mut over.form);
        self.over = Some(over);
    }

    /// Leaves the form in front; what was typed comes back with it.
    fn leave_over(&mut self, cx: &mut Cx<'_>) {
        if let Some(over) = self.over.take() {
            self.left.leave(&over.kind, &over.form);
            self.keep(cx);
        }
    }

    fn accept(&mut self, cx: &mut Cx<'_>) {
        let (Some(mut over), Some(sheet)) = (self.over.take(), &mut self.sheet) else {
            return;
        };
        let accepted = match over::accept(&over, sheet, cx) {
            Ok(accepted) => accepted,
            Err(faults) => {
                over.form.show_faults(faults);
                self.over = Some(over);
                return;
            }
        };
        match accepted {
            Accepted::Changed => {
                let days = sheet.offer.looked_at;
                if matches!(over.kind, OverKind::AddPerson | OverKind::Person(_)) {
                    self.ask_taken(cx, days);
                }
            }
            Accepted::NoteAway(at, days) => {
                self.left.leave(&over.kind, &over.form);
                if let Some(person) = sheet.plan.people.get(at) {
                    cx.ask(Ask::Meetings(meetings::Ask::NoteAway {
                        case: self.case,
                        person: Box::new(person.clone()),
                        days,
                    }));
                }
            }
            Accepted::Move(reason) => {
                self.send(cx, reason);
                // Until it is saved, the reason is still only typed.
                self.left.leave(&over.kind, &over.form);
            }
            Accepted::Cancel(reason) => {
                self.left.leave(&over.kind, &over.form);
                if let Some(meeting) = &sheet.offer.meeting {
                    self.saving = Some(cx.ask(Ask::Meetings(meetings::Ask::Cancel {
                        meeting: meeting.id,
                        version: meeting.version,
                        reason,
                    })));
                }
            }
        }
        self.keep(cx);
        self.look_round(cx);
    }

    fn save(&mut self, cx: &mut Cx<'_>) {
        let Some(sheet) = &mut self.sheet else {
            return;
        };
        if self.saving.is_some() {
            return;
        }
        sheet.faults = sheet.find_faults(cx);
        if let Some((place, _)) = sheet.faults.first().copied() {
            sheet.go_to(cx, place);
            cx.say(Notice::Trouble("meeting-faults"));
            return;
        }
        let kept = sheet.offer.meeting.as_ref().map(|meeting| &meeting.plan);
        if kept.is_some_and(|kept| sheet.plan.is_elsewhere_than(kept)) {
            self.open(cx, OverKind::Moving);
        } else {
            self.send(cx, String::new());
        }
    }

    fn send(&mut self, cx: &mut Cx<'_>, reason: String) {
        let Some(sheet) = &self.sheet else {
            return;
        };
        let plan = Box::new(sheet.plan.clone());
        let ask = match &sheet.offer.meeting {
            Some(meeting) => meetings::Ask::Move {
                meeting: meeting.id,
                version: meeting.version,
                plan,
                reason,
            },
            None => meetings::Ask::Plan {
                case: self.case,
                plan,
            },
        };
        self.saving = Some(cx.ask(Ask::Meetings(ask)));
    }
}

impl Page for Planner {
    fn place(&self) -> Place {
        if self.over.is_some() {
            Place::Form
        } else {
            Place::Planner
        }
    }

    fn letters(&self) -> Letters {
        if self.over.is_some() {
            Letters::AreText
        } else {
            Letters::AreCommands
        }
    }

    fn shown(&mut self, cx: &mut Cx<'_>) {
        if self.sheet.is_some() {
            return;
        }
        let case = self.case;
        cx.ask(Ask::Meetings(meetings::Ask::Open { case }));
        let place = self.place_of_draft();
        cx.ask(Ask::Drafts(drafts::Ask::Of { place }));
    }

    fn command(&mut self, cx: &mut Cx<'_>, command: Command) -> Handled {
        match command {
            Command::Back if self.over.is_some() => self.leave_over(cx),
            Command::Save if self.over.is_some() => self.accept(cx),
            Command::Save => self.save(cx),
            Command::Discard => cx.confirm(Confirm::DiscardDraft),
            Command::Undo | Command::Redo if self.over.is_none() => {
                let Some(sheet) = &mut self.sheet else {
                    return Handled::Yes;
                };
                let has_moved = if command == Command::Undo {
                    sheet.undo(cx)
                } else {
                    sheet.redo(cx)
                };
                if has_moved {
                    self.keep(cx);
                } else {
                    cx.say_why(W::MeetingsWhyNothingToUndo);
                }
            }
            Command::Planner(deed) => self.deed(cx, deed),
            _ => return Handled::No,
        }
        Handled::Yes
    }

    fn key(&mut self, cx: &mut Cx<'_>, key: Key) {
        let Some(over) = &mut self.over else {
            return self.moves(cx, key);
        };
        match over.form.key(key) {
            Reply::Changed => self.keep(cx),
            // Enter that no field has a use for any more says that the form is done.
            Reply::Moved if key.code == KeyCode::Enter && over.form.focus() == 0 => {
                self.accept(cx);
            }
            Reply::Moved | Reply::NotMine => {}
        }
    }

    fn paste(&mut self, cx: &mut Cx<'_>, text: &str) {
        if let Some(over) = &mut self.over {
            let pasted = over.form.paste(text);
            cx.say_of_paste(pasted);
            self.keep(cx);
        }
    }

    fn answered(&mut self, cx: &mut Cx<'_>, id: AskId, answer: Answer) {
        let was_saving = self.saving == Some(id);
        if was_saving {
            self.saving = None;
        }
        match answer {
            Answer::Meetings(meetings::Answer::Offered(offer)) => {
                if let (true, Some(sheet)) = (self.has_met_conflict, &mut self.sheet) {
                    self.has_met_conflict = false;
                    sheet.stand_on(cx, *offer);
                    self.keep(cx);
                    return;
                }
                self.offered = Some(offer);
                self.settle(cx);
            }
            Answer::Drafts(drafts::Answer::Found(draft)) => {
                self.draft = draft;
                self.has_looked_for_draft = true;
                self.settle(cx);
            }
            Answer::Drafts(drafts::Answer::Kept { at, .. }) => self.kept_at = Some(at),
            Answer::Meetings(meetings::Answer::Taken { days, busy }) => {
                if let Some(sheet) = &mut self.sheet {
                    sheet.offer.looked_at = days;
                    sheet.offer.busy = busy;
                    sheet.recount(cx);
                }
            }
            Answer::Meetings(meetings::Answer::AwayNoted) => {
                cx.say(Notice::Done(W::MeetingsAwayNoted));
                let is_away = |kind: &OverKind| matches!(kind, OverKind::Away(_));
                self.left.keep_only(|kind| !is_away(kind));
                self.keep(cx);
                if let Some(sheet) = &self.sheet {
                    self.ask_taken(cx, sheet.offer.looked_at);
                }
            }
            Answer::Meetings(meetings::Answer::Saved(_)) => self.done(cx, W::MeetingsSaved),
            Answer::Meetings(meetings::Answer::Cancelled) => self.done(cx, W::MeetingsCancelled),
            Answer::Failed(failure) if was_saving && failure.is_conflict => {
                self.has_met_conflict = true;
                let case = self.case;
                cx.ask(Ask::Meetings(meetings::Ask::Open { case }));
                cx.say(Notice::Why(W::MeetingsChangedMeanwhile));
            }
            Answer::Failed(failure) => cx.say(Notice::Trouble(failure.words_key)),
            _ => {}
        }
    }

    fn confirmed(&mut self, cx: &mut Cx<'_>, confirm: &Confirm) {
        if *confirm != Confirm::DiscardDraft {
            return;
        }
        cx.discard_draft(&self.place_of_draft());
        let case = self.case;
        *self = Self::new(case);
        self.shown(cx);
    }

    fn resized(&mut self, cx: &mut Cx<'_>) {
        if let Some(sheet) = &mut self.sheet {
            let (at, rows, page) = (sheet.cursor.at, sheet.rows(), sheet.list_rows(cx));
            sheet.cursor.put(at, rows, page);
        }
    }

    fn reopen(&self) -> Option<Reopen> {
        Some(Reopen::Planner(self.case))
    }
}

impl Planner {
    fn done(&mut self, cx: &mut Cx<'_>, word: W) {
        cx.discard_draft(&self.place_of_draft());
        cx.say(Notice::Done(word));
        cx.go(Go::Back);
    }
}
