//! Rows that work in every place.

use super::Command as C;
use super::Footer::{HelpOnly, Shown};
use super::{Place, Row, ctrl, letter, plain, row};
use crate::app::input::KeyCode;
use crate::words::Key as W;

/// Everywhere.
pub(super) const ROWS: &[Row] = &[
    row(
        Place::Everywhere,
        &[letter('1')],
        C::GoToToday,
        W::KeymapToday,
        HelpOnly,
    ),
    row(
        Place::Everywhere,
        &[letter('2')],
        C::GoToCases,
        W::KeymapCases,
        HelpOnly,
    ),
    row(
        Place::Everywhere,
        &[letter('3')],
        C::GoToMeetings,
        W::KeymapMeetings,
        HelpOnly,
    ),
    row(
        Place::Everywhere,
        &[letter('P')],
        C::GoToProtocol,
        W::KeymapProtocol,
        HelpOnly,
    ),
    row(
        Place::Everywhere,
        &[letter('6')],
        C::GoToAdmin,
        W::KeymapAdmin,
        HelpOnly,
    ),
    row(
        Place::Everywhere,
        &[letter('n')],
        C::NewReferral,
        W::KeymapNewReferral,
        Shown,
    ),
    row(
        Place::Everywhere,
        &[letter('/')],
        C::Search,
        W::KeymapSearch,
        Shown,
    ),
    row(
        Place::Everywhere,
        &[letter(':')],
        C::Palette,
        W::KeymapPalette,
        Shown,
    ),
    row(
        Place::Everywhere,
        &[letter('?'), plain(KeyCode::F(1))],
        C::Help,
        W::KeymapHelp,
        Shown,
    ),
    row(
        Place::Everywhere,
        &[plain(KeyCode::Esc), ctrl('g')],
        C::Back,
        W::KeymapBack,
        HelpOnly,
    ),
    row(
        Place::Everywhere,
        &[letter('q')],
        C::Quit,
        W::KeymapQuit,
        HelpOnly,
    ),
    row(
        Place::Everywhere,
        &[ctrl('c')],
        C::Leave,
        W::KeymapLeave,
        HelpOnly,
    ),
    row(
        Place::Everywhere,
        &[ctrl('z')],
        C::Suspend,
        W::KeymapSuspend,
        HelpOnly,
    ),
    row(
        Place::Everywhere,
        &[ctrl('l')],
        C::Lock,
        W::KeymapLock,
        HelpOnly,
    ),
    row(
        Place::Everywhere,
        &[plain(KeyCode::F(3))],
        C::SwitchLanguage,
        W::KeymapLanguage,
        HelpOnly,
    ),
    row(
        Place::Everywhere,
        &[plain(KeyCode::F(8))],
        C::MaskNames,
        W::KeymapMask,
        HelpOnly,
    ),
];
