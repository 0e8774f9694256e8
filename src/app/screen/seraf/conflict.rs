//! Two versions of one draft, side by side: what differs, and whose is to stand.
//!
//! What only one of them changed is proposed as they left it; what both changed waits for the
//! person, and texts can stand together. Nothing is lost either way: undo goes back to one's own.

use crate::app::cursor::Cursor;
use crate::app::keymap::Command;
use crate::domain::assessment::{Assessment, Content, Difference, Side, differences, merged};

/// The two versions.
#[derive(Debug)]
pub struct Conflict {
    pub theirs: Assessment,
    pub differences: Vec<Difference>,
    pub cursor: Cursor,
}

impl Conflict {
    /// Compares what stands here with what stands in the store. `base` is what both began with,
    /// where it is known.
    pub fn of(base: Option<&Content>, mine: &Content, theirs: Assessment) -> Self {
        Self {
            differences: differences(base, mine, &theirs.content),
            theirs,
            cursor: Cursor::default(),
        }
    }

    /// One version out of the two, as chosen.
    pub fn whole(&self, mine: &Content) -> Content {
        merged(mine, &self.theirs.content, &self.differences)
    }

    /// The next choice for the selected difference.
    pub fn choose_next(&mut self) {
        if let Some(difference) = self.differences.get_mut(self.cursor.at) {
            difference.side = difference.side.next(difference.part);
        }
    }

    /// One side for everything.
    pub fn choose_all(&mut self, side: Side) {
        for difference in &mut self.differences {
            difference.side = side;
        }
    }

    pub fn moves(&mut self, command: Command, page: usize) -> bool {
        self.cursor.moves(command, self.differences.len(), page)
    }
}
