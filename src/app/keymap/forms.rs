//! Rows of forms and of questions.

use super::Command as C;
use super::Footer::{HelpOnly, Shown};
use super::{Place, Row, ctrl, letter, plain, row};
use crate::app::input::KeyCode;
use crate::words::Key as W;

/// Any form, any question.
pub(super) const ROWS: &[Row] = &[
    row(Place::Form, &[ctrl('s')], C::Save, W::KeymapSave, Shown),
    row(
        Place::Form,
        &[letter('u')],
        C::Undo,
        W::KeymapUndo,
        HelpOnly,
    ),
    row(Place::Form, &[ctrl('r')], C::Redo, W::KeymapRedo, HelpOnly),
    row(
        Place::Form,
        &[ctrl('x')],
        C::Discard,
        W::KeymapDiscard,
        HelpOnly,
    ),
    row(
        Place::Dialog,
        &[plain(KeyCode::Enter)],
        C::Confirm,
        W::KeymapConfirm,
        Shown,
    ),
    row(
        Place::Dialog,
        &[plain(KeyCode::Esc), ctrl('g'), letter('n')],
        C::Refuse,
        W::KeymapRefuse,
        Shown,
    ),
];
