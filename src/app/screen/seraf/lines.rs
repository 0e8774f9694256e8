//! The lines of the form in their order, and how much of the screen each part has.

use crate::app::cursor::Cursor;
use crate::app::keymap::Command;
use crate::app::model::{FRAME_ROWS, Size};
use crate::domain::assessment::Part;
use crate::domain::seraf::{ExtraAt, Form, ItemAt};

/// One line of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// The heading of a section, by its place in the form.
    Section(usize),
    Item(ItemAt),
    /// The heading of the header fields that add points.
    Extras,
    Extra(ExtraAt),
    /// The heading of what the score does not say.
    Beyond,
    Text(Part),
    /// The heading of what the header says of the young person.
    About,
}

impl Line {
    pub fn is_heading(self) -> bool {
        matches!(
            self,
            Self::Section(_) | Self::Extras | Self::Beyond | Self::About
        )
    }
}

/// What stands beside the score, in the order of the list.
pub const BEYOND: [Part; 10] = [
    Part::Judgement,
    Part::CategoryReason,
    Part::Harmed,
    Part::HarmedNote,
    Part::Protective,
    Part::Narrative,
    Part::YoungPersonView,
    Part::FamilyView,
    Part::HelpedBy,
    Part::AssessedOn,
];

/// Every line of a form.
pub fn lines(form: &Form) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut items = form.items().map(|(at, ..)| at);
    for (place, section) in form.sections().iter().enumerate() {
        lines.push(Line::Section(place));
        lines.extend(items.by_ref().take(section.items.len()).map(Line::Item));
    }
    let extras = form.extras().iter();
    let extras: Vec<Line> = extras
        .filter_map(|extra| form.extra_at(&extra.id).map(Line::Extra))
        .collect();
    if !extras.is_empty() {
        lines.push(Line::Extras);
        lines.extend(extras);
    }
    lines.push(Line::Beyond);
    lines.extend(BEYOND.map(Line::Text));
    // Not first, as on paper: on duty the indicators are ticked first.
    let about = form.about().map(|(at, _)| Line::Text(Part::About(at)));
    let about: Vec<Line> = about.collect();
    if !about.is_empty() {
        lines.push(Line::About);
        lines.extend(about);
    }
    lines
}

/// Moves over the lines, never to rest on a heading, whose section stays in sight.
pub fn moved(cursor: &mut Cursor, command: Command, lines: &[Line], page: usize) -> bool {
    let was = cursor.at;
    if !cursor.moves(command, lines.len(), page) {
        return false;
    }
    settle(cursor, lines, page, cursor.at >= was);
    true
}

/// Goes to the first line of the next section, or of the one before.
pub fn to_section(cursor: &mut Cursor, lines: &[Line], page: usize, is_forward: bool) {
    let heads = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| line.is_heading());
    let places: Vec<usize> = heads.map(|(at, _)| at + 1).collect();
    let here = places.iter().rposition(|place| *place <= cursor.at);
    let next = match (here, is_forward) {
        (Some(here), true) => places.get(here + 1).copied(),
        (Some(here), false) if places.get(here) == Some(&cursor.at) => here
            .checked_sub(1)
            .and_then(|place| places.get(place))
            .copied(),
        (Some(here), false) => places.get(here).copied(),
        (None, _) => places.first().copied(),
    };
    // Round the form, so that one key reaches every section.
    let round = if is_forward {
        places.first()
    } else {
        places.last()
    };
    put(cursor, next.or(round.copied()).unwrap_or(0), lines, page);
}

/// Puts the cursor on a line and shows the heading over it where there is room.
pub fn put(cursor: &mut Cursor, at: usize, lines: &[Line], page: usize) {
    cursor.put(at, lines.len(), page);
    settle(cursor, lines, page, true);
}

fn settle(cursor: &mut Cursor, lines: &[Line], page: usize, is_forward: bool) {
    let is_heading = |at: usize| lines.get(at).is_some_and(|line| line.is_heading());
    if is_heading(cursor.at) {
        let next = if is_forward || cursor.at == 0 {
            cursor.at + 1
        } else {
            cursor.at - 1
        };
        cursor.put(next, lines.len(), page);
    }
    if cursor.first == cursor.at && cursor.at > 0 && is_heading(cursor.at - 1) && page > 1 {
        cursor.first -= 1;
    }
}

/// How the body of the screen is shared out, in rows and columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    /// The score and what belongs to it, at the most.
    pub head_rows: usize,
    pub list_rows: usize,
    /// Cautions.
    pub foot_rows: usize,
    /// What is known of the selected line, beside the list.
    pub panel_cols: usize,
}

/// Below this width there is no room beside the list.
const COLS_FOR_A_PANEL: u16 = 116;
const PANEL_COLS: usize = 40;

/// Shares the body out for a screen of this size with so many cautions to show.
pub fn room(size: Size, cautions: usize) -> Room {
    let body = usize::from(size.rows).saturating_sub(FRAME_ROWS);
    let head_rows = match body {
        // The action of a category may take two rows.
        16.. => 6,
        10..=15 => 3,
        6..=9 => 2,
        _ => 1,
    };
    let most_foot = match body {
        24.. => 6,
        16..=23 => 3,
        8..=15 => 1,
        _ => 0,
    };
    let foot_rows = cautions.min(most_foot);
    Room {
        head_rows: head_rows.min(body),
        list_rows: body.saturating_sub(head_rows + foot_rows),
        foot_rows,
        panel_cols: if size.cols >= COLS_FOR_A_PANEL {
            PANEL_COLS
        } else {
            0
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::seraf::Forms;

    const WITHOUT_HEADER: &str = include_str!("../../../../tests/fixtures/seraf/ceraf-like.toml");

    #[test]
    fn header_stands_under_its_heading_last_of_all_and_only_where_a_form_has_one() {
        let forms = Forms::embedded().unwrap();
        let form = forms.default_form().unwrap();
        let all = lines(form);
        let at = all.iter().position(|line| *line == Line::About).unwrap();
        let header: Vec<Line> = form
            .about()
            .map(|(at, _)| Line::Text(Part::About(at)))
            .collect();
        assert_eq!(all[at + 1..], header);
        let without = lines(&Form::from_toml("own.toml", WITHOUT_HEADER).unwrap());
        assert!(!without.contains(&Line::About));
        assert_eq!(without.last(), Some(&Line::Text(Part::AssessedOn)));
    }
}
