//! The completed assessments of a case: their scores over time, and each as it was completed.

use super::lines::{Line, lines, moved, put};
use super::reckoned::Reckoned;
use crate::app::cursor::Cursor;
use crate::app::keymap::Command;
use crate::app::model::{FRAME_ROWS, Size};
use crate::domain::assessment::{Assessment, Completed};
use crate::domain::case::CaseBrief;

/// What was completed, and which is looked at.
#[derive(Debug)]
pub struct Past {
    pub case: CaseBrief,
    /// The latest day first.
    pub completed: Vec<Completed>,
    pub cursor: Cursor,
    pub reading: Option<Reading>,
}

/// One completed assessment as it is read.
#[derive(Debug)]
pub struct Reading {
    /// Its place among the completed.
    pub at: usize,
    pub lines: Vec<Line>,
    pub cursor: Cursor,
    pub reckoned: Reckoned,
}

impl Past {
    pub fn new(case: CaseBrief, completed: Vec<Completed>) -> Self {
        Self {
            case,
            completed,
            cursor: Cursor::default(),
            reading: None,
        }
    }

    /// The one that is read.
    pub fn read(&self) -> Option<(&Assessment, &Reading)> {
        let reading = self.reading.as_ref()?;
        let completed = self.completed.get(reading.at)?;
        Some((&completed.assessment, reading))
    }

    /// Opens the selected one.
    pub fn open(&mut self, page: usize) {
        let at = self.cursor.at;
        let Some(one) = self.completed.get(at).map(|one| &one.assessment) else {
            return;
        };
        let before = self.completed.get(at + 1).map(|one| one.assessment.clone());
        let earlier: Vec<Assessment> = before.into_iter().collect();
        let content = &one.content;
        let mut reading = Reading {
            at,
            lines: lines(content.form()),
            cursor: Cursor::default(),
            reckoned: Reckoned::of(content, one.header(), &earlier, content.assessed_on),
        };
        put(&mut reading.cursor, 1, &reading.lines, page);
        self.reading = Some(reading);
    }

    /// Moves in the list, or in the one that is read.
    pub fn moves(&mut self, command: Command, list_page: usize, reading_page: usize) -> bool {
        match &mut self.reading {
            Some(reading) => moved(&mut reading.cursor, command, &reading.lines, reading_page),
            None => self.cursor.moves(command, self.completed.len(), list_page),
        }
    }
}

/// Rows that the list under the chart of scores has.
pub fn past_rows(size: Size) -> usize {
    let body = usize::from(size.rows).saturating_sub(FRAME_ROWS);
    body.saturating_sub(past_chart_rows(size) + 1).max(1)
}

/// Rows of the chart of scores; none where there is no room for one.
pub fn past_chart_rows(size: Size) -> usize {
    let body = usize::from(size.rows).saturating_sub(FRAME_ROWS);
    match body {
        30.. => 14,
        17..=29 => 9,
        _ => 0,
    }
}
