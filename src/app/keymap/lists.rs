//! Rows of lists, and of the lists that have commands of their own.

use super::Command as C;
use super::Footer::{HelpOnly, Shown};
use super::{Place, Row, ctrl, letter, plain, row};
use crate::app::input::KeyCode;
use crate::words::Key as W;

/// What can be done with the people of a store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AdminCommand {
    AddPerson,
    DisablePerson,
    ChangePassphrase,
    Verify,
}

/// Any list.
pub(super) const ROWS: &[Row] = &[
    row(
        Place::List,
        &[plain(KeyCode::Enter)],
        C::Open,
        W::KeymapOpen,
        Shown,
    ),
    row(
        Place::List,
        &[plain(KeyCode::Up), letter('k')],
        C::Up,
        W::KeymapUp,
        HelpOnly,
    ),
    row(
        Place::List,
        &[plain(KeyCode::Down), letter('j')],
        C::Down,
        W::KeymapDown,
        HelpOnly,
    ),
    row(
        Place::List,
        &[letter('g'), plain(KeyCode::Home)],
        C::First,
        W::KeymapFirst,
        HelpOnly,
    ),
    row(
        Place::List,
        &[letter('G'), plain(KeyCode::End)],
        C::Last,
        W::KeymapLast,
        HelpOnly,
    ),
    row(
        Place::List,
        &[plain(KeyCode::PageUp)],
        C::PageUp,
        W::KeymapPageUp,
        HelpOnly,
    ),
    row(
        Place::List,
        &[plain(KeyCode::PageDown)],
        C::PageDown,
        W::KeymapPageDown,
        HelpOnly,
    ),
    row(
        Place::List,
        &[ctrl('u')],
        C::HalfPageUp,
        W::KeymapHalfPageUp,
        HelpOnly,
    ),
    row(
        Place::List,
        &[ctrl('d')],
        C::HalfPageDown,
        W::KeymapHalfPageDown,
        HelpOnly,
    ),
];

/// The people of the store.
pub(super) const ADMIN: &[Row] = &[
    row(
        Place::Admin,
        &[letter('a')],
        C::Admin(super::AdminCommand::AddPerson),
        W::KeymapAdminAdd,
        Shown,
    ),
    row(
        Place::Admin,
        &[letter('d')],
        C::Admin(super::AdminCommand::DisablePerson),
        W::KeymapAdminDisable,
        Shown,
    ),
    row(
        Place::Admin,
        &[letter('p')],
        C::Admin(super::AdminCommand::ChangePassphrase),
        W::KeymapAdminPassphrase,
        Shown,
    ),
    row(
        Place::Admin,
        &[letter('v')],
        C::Admin(super::AdminCommand::Verify),
        W::KeymapAdminVerify,
        Shown,
    ),
];
