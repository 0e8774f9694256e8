//! The runner: Part 1 of a meeting, professionals only, up to the curtain.
//!
//! Everything noted is saved at once; what is being typed is kept as a draft. When the curtain is
//! drawn, this whole state is dropped, and the family's screen is made from what the store
//! answers then. What is done by keys is in `runner/deeds.rs`, the draft in `runner/draft.rs`.

mod deeds;
mod draft;
pub mod over;
#[cfg(test)]
pub(crate) mod tests;

use chrono::{DateTime, Utc};

use self::over::{Over, OverKind};
use super::Reopen;
use crate::app::cursor::Cursor;
use crate::app::cx::{Cx, Go};
use crate::app::effect::{Ask, AskId};
use crate::app::form::Reply;
use crate::app::input::{Key, KeyCode};
use crate::app::keymap::{Command, Letters, Place, RunnerCommand};
use crate::app::left::LeftForms;
use crate::app::model::{Confirm, Notice};
use crate::app::msg::Answer;
use crate::app::page::{Handled, Page};
use crate::app::screen::{Family, Screen};
use crate::app::talk::{drafts, runner};
use crate::domain::bilingual::Language;
use crate::domain::meeting::MeetingId;
use crate::domain::runner::{Item, ItemSection, Part, Part1, RunStage, SECTIONS};
use crate::domain::sharing::{PersonHere, Shareable};

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

    fn open(&mut self, cx: &mut Cx<'_>, kind: OverKind) {
        let Some(part1) = &self.part1 else {
            return;
        };
        let mut over = over::open(kind, part1, cx);
        self.left.come_back(&kind, &mut over.form);
        self.over = Some(over);
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

    fn moves(&mut self, cx: &Cx<'_>, command: Command) -> bool {
        let (rows, page) = (self.rows().len(), list_rows(cx.body_rows()));
        self.cursor.moves(command, rows, page)
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

    fn offers(&self, command: Command, _language: Language) -> bool {
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
                cx.must_be_seen();
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
