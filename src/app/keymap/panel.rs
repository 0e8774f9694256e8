//! Rows of the Risky Behaviour Panel's register.

use super::Command as C;
use super::Footer::Shown;
use super::{Place, Row, letter, row};
use crate::words::Key as W;

/// What can be done with the register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PanelCommand {
    Raise,
    /// What was learnt or done about the selected issue.
    Note,
    /// Live issues alone, or closed ones too.
    Turn,
}

pub(super) const PANEL: &[Row] = &[
    row(
        Place::Panel,
        &[letter('a')],
        C::Panel(PanelCommand::Raise),
        W::KeymapPanelRaise,
        Shown,
    ),
    row(
        Place::Panel,
        &[letter('e')],
        C::Panel(PanelCommand::Note),
        W::KeymapPanelNote,
        Shown,
    ),
    row(
        Place::Panel,
        &[letter('f')],
        C::Panel(PanelCommand::Turn),
        W::KeymapPanelTurn,
        Shown,
    ),
];
