//! Every command as one row: where it works, by which keys, what it means, in which words.
//!
//! Footer, help, palette and manual are printed from these rows, so that they cannot tell
//! different stories. What a command does is `update`'s; how a key is written for people is
//! `words`'. Letters reach a row only where no text field takes them.

#[cfg(test)]
mod tests;

use crate::app::input::{Key, KeyCode};
use crate::words;

/// Where a row works. `Everywhere` stands behind every other place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    Everywhere,
    /// Any list with a selected row.
    List,
    /// Any form with fields.
    Form,
    /// Before anybody has come in: only the ways out, the language and help.
    Locked,
    /// A question that waits for an answer.
    Dialog,
}

/// What a person asks for by a key, the palette or the mouse.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Command {
    GoToToday,
    GoToCases,
    GoToMeetings,
    GoToAdmin,
    NewReferral,
    Search,
    Palette,
    Help,
    Back,
    Quit,
    Leave,
    Suspend,
    Lock,
    SwitchLanguage,
    MaskNames,
    Up,
    Down,
    First,
    Last,
    PageUp,
    PageDown,
    HalfPageUp,
    HalfPageDown,
    Open,
    Save,
    Undo,
    Redo,
    Confirm,
    Refuse,
}

/// One command as data.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    pub place: Place,
    /// The first is the one that footer and help show.
    pub keys: &'static [Key],
    pub command: Command,
    pub words: words::Key,
    /// Whether the footer shows it where there is room, the earlier row first.
    pub footer: Footer,
}

/// Whether a row is told of at the foot of the screen, or in the help only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Footer {
    Shown,
    HelpOnly,
}

const fn plain(code: KeyCode) -> Key {
    Key {
        code,
        ctrl: false,
        alt: false,
    }
}

const fn letter(letter: char) -> Key {
    plain(KeyCode::Char(letter))
}

const fn ctrl(letter: char) -> Key {
    Key {
        code: KeyCode::Char(letter),
        ctrl: true,
        alt: false,
    }
}

const fn row(
    place: Place,
    keys: &'static [Key],
    command: Command,
    words: words::Key,
    footer: Footer,
) -> Row {
    Row {
        place,
        keys,
        command,
        words,
        footer,
    }
}

use Command as C;
use Footer::{HelpOnly, Shown};
use Place::{Dialog, Everywhere, Form, List};
use words::Key as W;

/// All rows, in the order in which help lists them.
pub const ROWS: &[Row] = &[
    row(
        List,
        &[plain(KeyCode::Enter)],
        C::Open,
        W::KeymapOpen,
        Shown,
    ),
    row(
        List,
        &[plain(KeyCode::Up), letter('k')],
        C::Up,
        W::KeymapUp,
        HelpOnly,
    ),
    row(
        List,
        &[plain(KeyCode::Down), letter('j')],
        C::Down,
        W::KeymapDown,
        HelpOnly,
    ),
    row(
        List,
        &[letter('g'), plain(KeyCode::Home)],
        C::First,
        W::KeymapFirst,
        HelpOnly,
    ),
    row(
        List,
        &[letter('G'), plain(KeyCode::End)],
        C::Last,
        W::KeymapLast,
        HelpOnly,
    ),
    row(
        List,
        &[plain(KeyCode::PageUp)],
        C::PageUp,
        W::KeymapPageUp,
        HelpOnly,
    ),
    row(
        List,
        &[plain(KeyCode::PageDown)],
        C::PageDown,
        W::KeymapPageDown,
        HelpOnly,
    ),
    row(
        List,
        &[ctrl('u')],
        C::HalfPageUp,
        W::KeymapHalfPageUp,
        HelpOnly,
    ),
    row(
        List,
        &[ctrl('d')],
        C::HalfPageDown,
        W::KeymapHalfPageDown,
        HelpOnly,
    ),
    row(Form, &[ctrl('s')], C::Save, W::KeymapSave, Shown),
    row(Form, &[letter('u')], C::Undo, W::KeymapUndo, HelpOnly),
    row(Form, &[ctrl('r')], C::Redo, W::KeymapRedo, HelpOnly),
    row(
        Dialog,
        &[plain(KeyCode::Enter)],
        C::Confirm,
        W::KeymapConfirm,
        Shown,
    ),
    row(
        Dialog,
        &[plain(KeyCode::Esc), letter('n')],
        C::Refuse,
        W::KeymapRefuse,
        Shown,
    ),
    row(
        Everywhere,
        &[letter('1')],
        C::GoToToday,
        W::KeymapToday,
        HelpOnly,
    ),
    row(
        Everywhere,
        &[letter('2')],
        C::GoToCases,
        W::KeymapCases,
        HelpOnly,
    ),
    row(
        Everywhere,
        &[letter('3')],
        C::GoToMeetings,
        W::KeymapMeetings,
        HelpOnly,
    ),
    row(
        Everywhere,
        &[letter('6')],
        C::GoToAdmin,
        W::KeymapAdmin,
        HelpOnly,
    ),
    row(
        Everywhere,
        &[letter('n')],
        C::NewReferral,
        W::KeymapNewReferral,
        Shown,
    ),
    row(
        Everywhere,
        &[letter('/')],
        C::Search,
        W::KeymapSearch,
        Shown,
    ),
    row(
        Everywhere,
        &[letter(':')],
        C::Palette,
        W::KeymapPalette,
        Shown,
    ),
    row(
        Everywhere,
        &[letter('?'), plain(KeyCode::F(1))],
        C::Help,
        W::KeymapHelp,
        Shown,
    ),
    // Esc may come late over tmux and SSH: Ctrl-G is the second way out of everything.
    row(
        Everywhere,
        &[plain(KeyCode::Esc), ctrl('g')],
        C::Back,
        W::KeymapBack,
        HelpOnly,
    ),
    row(Everywhere, &[letter('q')], C::Quit, W::KeymapQuit, HelpOnly),
    row(Everywhere, &[ctrl('c')], C::Leave, W::KeymapLeave, HelpOnly),
    row(
        Everywhere,
        &[ctrl('z')],
        C::Suspend,
        W::KeymapSuspend,
        HelpOnly,
    ),
    row(Everywhere, &[ctrl('l')], C::Lock, W::KeymapLock, HelpOnly),
    row(
        Everywhere,
        &[plain(KeyCode::F(3))],
        C::SwitchLanguage,
        W::KeymapLanguage,
        HelpOnly,
    ),
    row(
        Everywhere,
        &[plain(KeyCode::F(8))],
        C::MaskNames,
        W::KeymapMask,
        HelpOnly,
    ),
];

/// Whether letters are text just now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Letters {
    AreText,
    AreCommands,
}

/// The command of a key in a place: the place's own rows come before those of everywhere.
pub fn command_of(place: Place, key: Key, letters: Letters) -> Option<Command> {
    let is_letter = matches!(key.code, KeyCode::Char(_)) && !key.ctrl && !key.alt;
    if is_letter && letters == Letters::AreText {
        return None;
    }
    rows_of(place)
        .find(|row| row.keys.contains(&key))
        .map(|row| row.command)
}

/// The rows that work in a place, its own first. A dialog hides those of everywhere but the ways
/// out, so that nothing happens behind a question; a locked program has no work to do.
pub fn rows_of(place: Place) -> impl Iterator<Item = &'static Row> {
    let behind = move |row: &&Row| {
        let here = match place {
            Dialog => matches!(row.command, C::Help | C::Leave | C::Suspend | C::Lock),
            Place::Locked => matches!(
                row.command,
                C::Help | C::Back | C::Leave | C::Suspend | C::SwitchLanguage
            ),
            _ => true,
        };
        row.place == Everywhere && here
    };
    let own = ROWS
        .iter()
        .filter(move |row| row.place == place && place != Everywhere);
    own.chain(ROWS.iter().filter(behind))
}
