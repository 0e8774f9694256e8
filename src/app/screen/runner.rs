//! The runner: Part 1 of a meeting, professionals only, up to the curtain.
//!
//! Everything noted is saved at once; what is being typed is kept as a draft. When the curtain is
//! drawn, this whole state is dropped, and the family's screen is made from what the store
//! answers then.
//!
//! Long because its keys, its answers and its draft are one thing that reads better whole.

pub mod over;
#[cfg(test)]
pub(crate) mod tests;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use self::over::{Over, OverKind};
use super::Reopen;
use crate::app::cursor::Cursor;
use crate::app::cx::{Cx, Go};
use crate::app::effect::{Ask, AskId};
use crate::app::form::Reply;
use crate::app::input::{Key, KeyCode};
use crate::app::keymap::{Command, Letters, Place, RunnerCommand};
use crate::app::left::{Left, LeftForms};
use crate::app::model::{Confirm, Notice};
use crate::app::msg::Answer;
use crate::app::page::{Handled, Page};
use crate::app::screen::{Case, Family, Minutes, Screen};
use crate::app::talk::{drafts, runner};
use crate::domain::meeting::{InvitedKind, MeetingId};
use crate::domain::runner::{Attending, How, Item, ItemSection, Part, Part1, RunStage, SECTIONS};
use crate::domain::sharing::{PersonHere, Shareable};
use crate::words::Key as W;

/// Rows under the list that say the selected item in full.
pub const BELOW_ROWS: usize = 5;

/// What a row of the list is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RunnerRow {
    HeadHere,
    /// The place on the meeting's list.
    Person(usize),
    HeadPlan,
    /// An action of the plan that holds, by its place.
    Action(usize),
    Head(ItemSection),
    /// The place among the items.
    Item(usize),
}

/// What the family will see, shown to the chair before the curtain is drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    pub here: Vec<PersonHere>,
    pub told: Vec<Shareable>,
}

/// What stands on the runner.
#[derive(Debug)]
pub struct Runner {
    pub meeting: MeetingId,
    pub part1: Option<Box<Part1>>,
    pub cursor: Cursor,
    /// Whose attendance is noted: of Part 1 or of Part 2.
    pub column: Part,
    pub over: Option<Over>,
    pub preview: Option<Preview>,
    left: LeftForms<OverKind>,
    draft: Option<drafts::KeptDraft>,
    /// A form that was accepted and is not yet kept.
    saving: Option<(AskId, OverKind)>,
}

/// What was typed and not yet saved.
#[derive(Debug, Serialize, Deserialize)]
struct Draft {
    open: Option<Left<OverKind>>,
    left: LeftForms<OverKind>,
}

impl Runner {
    pub fn new(meeting: MeetingId) -> Self {
        Self {
            meeting,
            part1: None,
            cursor: Cursor::default(),
            column: Part::One,
            over: None,
            preview: None,
            left: LeftForms::default(),
            draft: None,
            saving: None,
        }
    }

    /// The rows of the list, in order.
    pub fn rows(&self) -> Vec<RunnerRow> {
        let Some(part1) = &self.part1 else {
            return Vec::new();
        };
        let mut rows = vec![RunnerRow::HeadHere];
        rows.extend((0..part1.meeting.plan.people.len()).map(RunnerRow::Person));
        if let Some(plan) = &part1.plan {
            rows.push(RunnerRow::HeadPlan);
            rows.extend((0..plan.actions().len()).map(RunnerRow::Action));
        }
        for section in SECTIONS {
            rows.push(RunnerRow::Head(section));
            let of = |(_, item): &(usize, &Item)| item.section == section;
            let items = part1.items.iter().enumerate().filter(of);
            rows.extend(items.map(|(at, _)| RunnerRow::Item(at)));
        }
        rows
    }

    pub fn row(&self) -> Option<RunnerRow> {
        self.rows().get(self.cursor.at).copied()
    }

    /// The selected item.
    pub fn item(&self) -> Option<&Item> {
        match self.row()? {
            RunnerRow::Item(at) => self.part1.as_ref()?.items.get(at),
            _ => None,
        }
    }

    /// The section in which something would be added just now.
    pub fn section(&self) -> ItemSection {
        match self.row() {
            Some(RunnerRow::Head(section)) => section,
            _ => self
                .item()
                .map_or(ItemSection::SinceLast, |item| item.section),
        }
    }

    /// The form with its meeting, then the case, by which Today names what is unfinished.
    fn place_of_draft(&self) -> Option<String> {
        let case = self.part1.as_ref()?.case.id;
        Some(format!("runner-{}:{}", self.meeting.0, case.0))
    }

    fn keep(&self, cx: &mut Cx<'_>) {
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

    fn restore(&mut self, cx: &mut Cx<'_>) {
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

    fn open(&mut self, cx: &mut Cx<'_>, kind: OverKind) {
        let Some(part1) = &self.part1 else {
            return;
        };
        let mut over = over::open(kind, part1, cx);
        self.left.come_back(&kind, &mut over.form);
        self.over = Some(over);
    }

    /// Leaves the form in front; what was typed comes back with it.
    fn leave_over(&mut self, cx: &mut Cx<'_>) {
        if let Some(over) = self.over.take() {
            self.left.forget(&over.kind);
            if !over.form.is_blank() {
                self.left.leave(&over.kind, &over.form);
            }
            self.keep(cx);
        }
    }

    fn accept(&mut self, cx: &mut Cx<'_>) {
        if self.saving.is_some() {
            return;
        }
        let Some(over) = &mut self.over else {
            return;
        };
        match over::accept(over, self.meeting) {
            Ok(ask) => {
                let id = cx.ask(Ask::Runner(ask));
                self.saving = Some((id, over.kind));
                // It closes at once, so that no key typed meanwhile goes into it and is lost; were
                // it refused, it opens again with all that stood in it.
                self.leave_over(cx);
            }
            Err(faults) => over.form.show_faults(faults),
        }
    }

    /// Nothing waits for the answer: the next key may come before it, and none is lost.
    fn send(cx: &mut Cx<'_>, ask: runner::Ask) {
        cx.ask(Ask::Runner(ask));
    }

    fn attends(&mut self, cx: &mut Cx<'_>, how: How) {
        let Some(part1) = &self.part1 else {
            return;
        };
        let person = match self.row() {
            Some(RunnerRow::Person(at)) => part1.meeting.plan.people.get(at),
            _ => None,
        };
        let Some((person, row)) = person.and_then(|one| Some((one, one.row?))) else {
            return cx.say_why(W::RunnerWhyNobody);
        };
        if self.column == Part::One && person.kind != InvitedKind::Professional {
            return cx.say_why(W::MeetingsWhyPart1);
        }
        if part1.run.is_none() {
            return cx.say(Notice::Trouble("runner-not-begun"));
        }
        let part = self.column;
        if how == How::Represented {
            return self.open(cx, OverKind::Represented(row, part.number()));
        }
        let attending = Attending {
            person: row,
            part,
            how,
            represented_by: String::new(),
        };
        let meeting = self.meeting;
        Self::send(cx, runner::Ask::Attend { meeting, attending });
        // The next person, as a chair goes round the table.
        self.moves(cx, Command::Down);
    }

    /// Asks first: it is written down who leads a meeting, and since when.
    fn take_chair(&self, cx: &mut Cx<'_>) {
        let run = self.part1.as_ref().and_then(|part1| part1.run.as_ref());
        match run {
            None => cx.say(Notice::Trouble("runner-not-begun")),
            Some(run) if run.stage == RunStage::Ended => cx.say_why(W::RunnerWhyEnded),
            Some(run) if cx.actor.is_some_and(|actor| actor.user_id == run.chair) => {
                cx.say_why(W::RunnerWhyYourChair);
            }
            Some(_) => cx.confirm(Confirm::TakeChair),
        }
    }

    fn moves(&mut self, cx: &Cx<'_>, command: Command) -> bool {
        let (rows, page) = (self.rows().len(), list_rows(cx.body_rows()));
        self.cursor.moves(command, rows, page)
    }

    fn deed(&mut self, cx: &mut Cx<'_>, deed: RunnerCommand) {
        let meeting = self.meeting;
        let stage = self.part1.as_ref().and_then(|part1| part1.stage());
        match deed {
            // Nothing can be said of a meeting that has not been read yet.
            deed if self.part1.is_none() && deed != RunnerCommand::Begin => {
                cx.say_why(W::MeetingsOpening);
            }
            RunnerCommand::Begin if stage.is_some() => cx.say_why(W::RunnerWhyBegun),
            RunnerCommand::Begin => Self::send(cx, runner::Ask::Begin { meeting }),
            RunnerCommand::TakeChair => self.take_chair(cx),
            RunnerCommand::Attends(how) => self.attends(cx, how),
            RunnerCommand::Part1Column => self.column = Part::One,
            RunnerCommand::Part2Column => self.column = Part::Two,
            RunnerCommand::Minutes if stage == Some(RunStage::Ended) => {
                cx.go(Go::Over(Screen::Minutes(Minutes::new(meeting))));
            }
            RunnerCommand::Minutes => cx.say_why(W::RunnerWhyNotEnded),
            RunnerCommand::OpenCase => {
                if let Some(part1) = &self.part1 {
                    let case = part1.case.id;
                    cx.go(Go::Over(Screen::Case(Case::new(case))));
                }
            }
            _ if stage.is_none() => cx.say(Notice::Trouble("runner-not-begun")),
            RunnerCommand::Bring => self.open(cx, OverKind::Bring),
            RunnerCommand::AddItem => {
                let section = self.section();
                self.open(cx, OverKind::Add(section.into()));
            }
            RunnerCommand::RemoveItem => match self.item() {
                Some(_) => cx.confirm(Confirm::RemoveItem),
                None => cx.say_why(W::RunnerWhyNoItem),
            },
            RunnerCommand::Share => match self.item().map(|item| item.id.0) {
                Some(item) => self.open(cx, OverKind::Share(item)),
                None => cx.say_why(W::RunnerWhyNoItem),
            },
            RunnerCommand::GiveToPanel => match self.item().map(|item| item.id.0) {
                Some(item) => self.open(cx, OverKind::GiveToPanel(item)),
                None => cx.say_why(W::RunnerWhyNoItem),
            },
            RunnerCommand::TakeFromPanel => {
                let none = self
                    .part1
                    .as_ref()
                    .is_none_or(|part1| part1.panel.is_empty());
                if none {
                    return cx.say_why(W::RunnerNoLiveIssues);
                }
                self.open(cx, OverKind::TakeFromPanel);
            }
            RunnerCommand::TakeBack => match self.item() {
                Some(item) if item.release.is_some() => {
                    let id = item.id;
                    Self::send(cx, runner::Ask::TakeBack { id });
                }
                _ => cx.say_why(W::RunnerWhyNotShared),
            },
            RunnerCommand::Curtain | RunnerCommand::Draw | RunnerCommand::EndWithoutFamily
                if stage == Some(RunStage::Ended) =>
            {
                cx.say_why(W::RunnerWhyEnded);
            }
            RunnerCommand::Curtain => self.ask_preview(cx),
            RunnerCommand::Draw => Self::send(cx, runner::Ask::Draw { meeting }),
            RunnerCommand::EndWithoutFamily => self.open(cx, OverKind::EndWithoutFamily),
        }
    }

    /// What would be refused after the curtain is refused before it.
    fn ask_preview(&mut self, cx: &mut Cx<'_>) {
        let Some(part1) = &self.part1 else {
            return;
        };
        if part1.meeting.plan.part2.is_none() {
            return cx.say(Notice::Trouble("runner-no-part2"));
        }
        if !part1.has_attendance() {
            return cx.say(Notice::Trouble("runner-no-attendance"));
        }
        let meeting = self.meeting;
        Self::send(cx, runner::Ask::Preview { meeting });
    }

    /// What was just said is selected, so that the next key can share it.
    fn select_newest(&mut self, cx: &Cx<'_>) {
        let Some(part1) = &self.part1 else {
            return;
        };
        let newest = part1.items.iter().enumerate();
        let newest = newest.max_by_key(|(_, item)| item.id).map(|(at, _)| at);
        let rows = self.rows();
        let row = newest.and_then(|at| rows.iter().position(|row| *row == RunnerRow::Item(at)));
        if let Some(row) = row {
            let page = list_rows(cx.body_rows());
            self.cursor.put(row, rows.len(), page);
        }
    }

    fn came(&mut self, cx: &mut Cx<'_>, part1: Box<Part1>) {
        let before = self.row();
        self.part1 = Some(part1);
        let rows = self.rows();
        let at = before
            .and_then(|row| rows.iter().position(|one| *one == row))
            .unwrap_or(self.cursor.at);
        let page = list_rows(cx.body_rows());
        self.cursor.put(at, rows.len(), page);
    }
}

/// Of a body of so many rows, how many are the list's.
pub const fn list_rows(body: usize) -> usize {
    if body < 12 { body } else { body - BELOW_ROWS }
}

impl Page for Runner {
    fn place(&self) -> Place {
        if self.over.is_some() {
            Place::Form
        } else if self.preview.is_some() {
            Place::Curtain
        } else {
            Place::Runner
        }
    }

    fn offers(&self, command: Command) -> bool {
        let Some(part1) = &self.part1 else {
            return true;
        };
        let stage = part1.stage();
        match command {
            Command::Runner(RunnerCommand::Begin) => stage.is_none(),
            Command::Runner(RunnerCommand::Minutes) => stage == Some(RunStage::Ended),
            Command::Runner(RunnerCommand::Curtain) => {
                stage == Some(RunStage::Part1) && part1.meeting.plan.part2.is_some()
            }
            Command::Runner(RunnerCommand::EndWithoutFamily) => stage == Some(RunStage::Part1),
            Command::Runner(
                RunnerCommand::OpenCase
                | RunnerCommand::Draw
                | RunnerCommand::Part1Column
                | RunnerCommand::Part2Column,
            ) => true,
            // What is said and who is there is written down from the beginning on.
            Command::Runner(_) => stage.is_some(),
            _ => true,
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
        let meeting = self.meeting;
        cx.ask(Ask::Runner(runner::Ask::Open { meeting }));
    }

    fn command(&mut self, cx: &mut Cx<'_>, command: Command) -> Handled {
        match command {
            Command::Back if self.over.is_some() => self.leave_over(cx),
            Command::Back if self.preview.is_some() => self.preview = None,
            Command::Save if self.over.is_some() => self.accept(cx),
            Command::Open => match self.item().map(|item| item.id.0) {
                Some(_) if self.preview.is_some() => {}
                Some(item) => self.open(cx, OverKind::Change(item)),
                None => self.deed(cx, RunnerCommand::AddItem),
            },
            Command::Runner(deed) => self.deed(cx, deed),
            _ if self.over.is_none() && self.preview.is_none() => {
                if !self.moves(cx, command) {
                    return Handled::No;
                }
            }
            _ => return Handled::No,
        }
        Handled::Yes
    }

    fn key(&mut self, cx: &mut Cx<'_>, key: Key) {
        let Some(over) = &mut self.over else {
            return;
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
        let saved = self.saving.take_if(|(waited, _)| *waited == id);
        match answer {
            Answer::Runner(runner::Answer::Part1(part1)) => {
                let is_first = self.part1.is_none();
                self.came(cx, part1);
                if let (true, Some(place)) = (is_first, self.place_of_draft()) {
                    cx.ask(Ask::Drafts(drafts::Ask::Of { place }));
                }
                if let Some((_, kind)) = saved {
                    if matches!(kind, OverKind::Add(_) | OverKind::TakeFromPanel) {
                        self.select_newest(cx);
                    }
                    self.left.forget(&kind);
                    self.keep(cx);
                }
            }
            Answer::Runner(runner::Answer::Preview { here, told }) => {
                self.preview = Some(Preview { here, told });
            }
            Answer::Runner(runner::Answer::Family(view)) => {
                cx.go(Go::Alone(Screen::Family(Family::with(*view))));
            }
            Answer::Drafts(drafts::Answer::Found(draft)) => {
                self.draft = draft;
                self.restore(cx);
            }
            Answer::Failed(failure) if failure.words_key == "runner-behind-curtain" => {
                let family = Family::new(self.meeting);
                cx.go(Go::Alone(Screen::Family(family)));
            }
            Answer::Failed(failure)
                if failure.words_key == "runner-other-chair" && self.part1.is_none() =>
            {
                cx.say(Notice::Trouble(failure.words_key));
                cx.confirm(Confirm::TakeChair);
            }
            Answer::Failed(failure) => {
                cx.say(Notice::Trouble(failure.words_key));
                if let (Some((_, kind)), None) = (saved, &self.over) {
                    self.open(cx, kind);
                }
                if failure.is_conflict {
                    let meeting = self.meeting;
                    cx.ask(Ask::Runner(runner::Ask::Open { meeting }));
                }
            }
            _ => {}
        }
    }

    fn confirmed(&mut self, cx: &mut Cx<'_>, confirm: &Confirm) {
        if *confirm == Confirm::TakeChair {
            let meeting = self.meeting;
            Self::send(cx, runner::Ask::TakeChair { meeting });
        }
        if *confirm == Confirm::RemoveItem
            && let Some(item) = self.item()
        {
            let (id, version) = (item.id, item.version);
            Self::send(cx, runner::Ask::RemoveItem { id, version });
        }
    }

    fn resized(&mut self, cx: &mut Cx<'_>) {
        let (rows, page) = (self.rows().len(), list_rows(cx.body_rows()));
        self.cursor.put(self.cursor.at, rows, page);
    }

    fn wakes_at(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        self.part1.as_ref()?.timing_changes_at(now)
    }

    fn reopen(&self) -> Option<Reopen> {
        Some(Reopen::Runner(self.meeting))
    }
}
