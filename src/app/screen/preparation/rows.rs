//! The rows of the check list, headings among them, in the order in which they stand.

use crate::app::cursor::Cursor;
use crate::app::keymap::Command;
use crate::domain::preparation::Sheet;

/// One row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// Over the people who are told and asked beforehand.
    PeopleHead,
    /// The place in the sheet's people.
    Person(usize),
    HeldBackHead,
    /// The place among what is held back.
    HeldBack(usize),
    /// Nobody has said yet what can't be shared.
    HeldBackOpen,
    ReportsHead,
    /// An agency's id.
    Report(String),
    InvitationsHead,
    Invitations,
}

impl Row {
    pub fn is_heading(&self) -> bool {
        matches!(
            self,
            Self::PeopleHead | Self::HeldBackHead | Self::ReportsHead | Self::InvitationsHead
        )
    }
}

/// All rows of a sheet. Of a meeting that was called off only the invitations are left.
pub fn rows(sheet: &Sheet) -> Vec<Row> {
    let mut rows = Vec::new();
    if sheet.is_planned() {
        if !sheet.people.is_empty() {
            rows.push(Row::PeopleHead);
            rows.extend((0..sheet.people.len()).map(Row::Person));
        }
        if sheet.meeting.plan.part2.is_some() {
            rows.push(Row::HeldBackHead);
            rows.extend((0..sheet.held_back.len()).map(Row::HeldBack));
            if sheet.held_back.is_empty() {
                rows.push(Row::HeldBackOpen);
            }
        }
        let agencies = sheet.agencies();
        if !agencies.is_empty() {
            rows.push(Row::ReportsHead);
            rows.extend(agencies.into_iter().map(|id| Row::Report(id.to_owned())));
        }
    }
    rows.push(Row::InvitationsHead);
    rows.push(Row::Invitations);
    rows
}

/// Takes the cursor off a heading, further in the direction in which it went.
pub fn leave_headings(cursor: &mut Cursor, rows: &[Row], page: usize, command: Command) {
    let goes_up = matches!(
        command,
        Command::Up | Command::PageUp | Command::HalfPageUp | Command::Last
    );
    let is_heading = |at: usize| rows.get(at).is_some_and(Row::is_heading);
    if is_heading(cursor.at) && goes_up && cursor.at > 0 {
        cursor.put(cursor.at - 1, rows.len(), page);
    }
    // The first row is a heading, and no two stand together.
    if is_heading(cursor.at) {
        cursor.put(cursor.at + 1, rows.len(), page);
    }
    // The heading over the first row in sight is shown with it where there is room.
    if cursor.first > 0 && cursor.first == cursor.at && is_heading(cursor.first - 1) && page > 1 {
        cursor.first -= 1;
    }
}

/// Below the list: a rule, and what there is to say of the selected row.
pub fn below_rows(body: usize) -> usize {
    match body {
        0..10 => 0,
        10..20 => 6,
        _ => 9,
    }
}
