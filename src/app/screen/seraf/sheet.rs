//! The form as it is filled in: the content, what follows from it, undo and redo.
//!
//! Every change goes through [`Sheet::edit`], which keeps the way back. Saving is in `saving`;
//! keys and what lies over the form are the screen's.

use chrono::NaiveDate;

use super::lines::{Line, lines};
use super::reckoned::Reckoned;
use super::saving::Saving;
use crate::app::cursor::Cursor;
use crate::domain::assessment::{Assessment, Content, Harmed, Opened, Part};
use crate::domain::case::CaseBrief;
use crate::domain::seraf::{ColumnAt, ExtraAnswer};

/// Steps that can be taken back. More than an afternoon's, and still few megabytes.
const MOST_STEPS: usize = 500;

/// One draft on the screen.
#[derive(Debug)]
pub struct Sheet {
    pub case: CaseBrief,
    /// As it was last known to stand in the store.
    pub stored: Assessment,
    /// As it stands here.
    pub content: Content,
    /// Completed assessments, the latest day first.
    pub earlier: Vec<Assessment>,
    pub lines: Vec<Line>,
    pub cursor: Cursor,
    /// The column of the selected line that Space ticks, counted from 0.
    pub column: usize,
    pub reckoned: Reckoned,
    pub saving: Saving,
    past: Vec<Content>,
    future: Vec<Content>,
}

/// An answer that a key gives to the selected line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Given {
    /// Ticks or unticks the column; yes where there is none.
    Tick,
    No,
    NotKnown,
    /// Back to not asked.
    Clear,
    /// Ticks what the dates of the evidence say.
    ByDates,
}

impl Sheet {
    pub fn new(opened: Opened, today: NaiveDate) -> Self {
        let Opened {
            case,
            draft,
            earlier,
            ..
        } = opened;
        let content = draft.content.clone();
        let reckoned = Reckoned::of(&content, content.header(&case), &earlier, today);
        Self {
            lines: lines(content.form()),
            cursor: Cursor { at: 1, first: 0 },
            column: 0,
            reckoned,
            saving: Saving::default(),
            past: Vec::new(),
            future: Vec::new(),
            stored: draft,
            content,
            earlier,
            case,
        }
    }

    /// The selected line.
    pub fn line(&self) -> Option<Line> {
        self.lines.get(self.cursor.at).copied()
    }

    /// The column that Space ticks on the selected line.
    pub fn column_at(&self) -> Option<ColumnAt> {
        let Some(Line::Item(at)) = self.line() else {
            return None;
        };
        let (section, _) = self.content.form().item(at)?;
        let last = section.columns.len().saturating_sub(1);
        section
            .columns()
            .nth(self.column.min(last))
            .map(|(at, _)| at)
    }

    /// Goes to the next column of the selected line, round again after the last.
    pub fn other_column(&mut self) {
        let Some(Line::Item(at)) = self.line() else {
            return;
        };
        let columns = self
            .content
            .form()
            .item(at)
            .map_or(1, |(section, _)| section.columns.len());
        let here = self.column.min(columns.saturating_sub(1));
        self.column = (here + 1) % columns.max(1);
    }

    /// Changes the content, keeps the way back, and works out what follows. Whether anything
    /// changed at all.
    pub fn edit(&mut self, today: NaiveDate, change: impl FnOnce(&mut Content)) -> bool {
        let before = self.content.clone();
        change(&mut self.content);
        if self.content == before {
            return false;
        }
        self.keep_way_back(before);
        self.reckon(today);
        true
    }

    /// Changes the content without a step of its own: text that is being typed, whose one step is
    /// kept by [`Self::keep_way_back`] when it is left.
    pub fn edit_in_passing(&mut self, today: NaiveDate, change: impl FnOnce(&mut Content)) -> bool {
        let before = self.content.clone();
        change(&mut self.content);
        let has_changed = self.content != before;
        if has_changed {
            self.reckon(today);
        }
        has_changed
    }

    /// Makes `before` the content that undo goes back to.
    pub fn keep_way_back(&mut self, before: Content) {
        if self.past.len() == MOST_STEPS {
            self.past.remove(0);
        }
        self.past.push(before);
        self.future.clear();
    }

    /// Takes the last step back. Whether there was one.
    pub fn undo(&mut self, today: NaiveDate) -> bool {
        let Some(before) = self.past.pop() else {
            return false;
        };
        self.future
            .push(std::mem::replace(&mut self.content, before));
        self.reckon(today);
        true
    }

    /// Takes the last step that was taken back again. Whether there was one.
    pub fn redo(&mut self, today: NaiveDate) -> bool {
        let Some(after) = self.future.pop() else {
            return false;
        };
        self.past.push(std::mem::replace(&mut self.content, after));
        self.reckon(today);
        true
    }

    /// Works out anew what follows from the content.
    pub fn reckon(&mut self, today: NaiveDate) {
        let header = self.content.header(&self.case);
        self.reckoned = Reckoned::of(&self.content, header, &self.earlier, today);
    }

    /// Gives an answer to the selected line. `None` where such an answer has no meaning there.
    pub fn give(&mut self, today: NaiveDate, given: Given) -> Option<bool> {
        match self.line()? {
            Line::Item(at) => {
                let column = self.column_at();
                let ticks = match given {
                    Given::ByDates => {
                        let form = self.content.form();
                        let on = self.content.assessed_on;
                        self.content.evidence.ticks_by_dates(form, at, on)
                    }
                    _ => None,
                };
                if given == Given::ByDates && ticks.is_none() {
                    return None;
                }
                Some(self.edit(today, |content| {
                    let answers = &mut content.answers;
                    match (given, column, ticks) {
                        (Given::Tick, Some(column), _) => answers.toggle(at, column),
                        (Given::No, ..) => answers.say_no(at),
                        (Given::NotKnown, ..) => answers.say_not_known(at),
                        (Given::ByDates, _, Some(ticks)) => {
                            answers.clear(at);
                            ticks.columns().for_each(|column| answers.tick(at, column));
                        }
                        (Given::Clear | Given::Tick | Given::ByDates, ..) => {
                            answers.clear(at);
                        }
                    }
                }))
            }
            Line::Extra(at) => {
                let here = self.content.answers.extra(at);
                let answer = match given {
                    Given::Tick if here == ExtraAnswer::Yes => ExtraAnswer::NotAsked,
                    Given::Tick => ExtraAnswer::Yes,
                    Given::No => ExtraAnswer::No,
                    Given::NotKnown => ExtraAnswer::NotKnown,
                    Given::Clear => ExtraAnswer::NotAsked,
                    Given::ByDates => return None,
                };
                Some(self.edit(today, |content| content.answers.say_extra(at, answer)))
            }
            Line::Text(Part::Harmed) => {
                let answer = match given {
                    Given::Tick if self.content.harmed == Harmed::Yes => Harmed::NotAsked,
                    Given::Tick => Harmed::Yes,
                    Given::No => Harmed::No,
                    Given::NotKnown => Harmed::NotKnown,
                    Given::Clear => Harmed::NotAsked,
                    Given::ByDates => return None,
                };
                Some(self.edit(today, |content| content.harmed = answer))
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests;
