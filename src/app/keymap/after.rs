//! Rows of what comes after a meeting: the register of the protocol, the decision on it, minutes.

use super::Command as C;
use super::Footer::{HelpOnly, Shown};
use super::{Place, Row, ctrl, letter, plain, row};
use crate::app::input::KeyCode;
use crate::words::Key as W;

/// What can be done with the register of the protocol.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ProtocolCommand {
    /// The next review of the one that is selected.
    PlanReview,
    /// The minutes of their last meeting.
    LastMinutes,
}

/// What can be done with the minutes of a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MinutesCommand {
    /// From the full version to the family's, and back.
    OtherVersion,
    OtherLanguage,
    /// From reading to writing, and back.
    Write,
    /// Makes a draft from what was recorded.
    Draft,
    Approve,
    NoteSent,
    Correct,
    CloseCorrections,
    /// A Word document.
    Document,
    Decide,
    OpenCase,
}

/// Everybody on the protocol.
pub(super) const PROTOCOL: &[Row] = &[
    row(
        Place::Protocol,
        &[letter('p')],
        C::Protocol(ProtocolCommand::PlanReview),
        W::KeymapProtocolReview,
        Shown,
    ),
    row(
        Place::Protocol,
        &[letter('m')],
        C::Protocol(ProtocolCommand::LastMinutes),
        W::KeymapProtocolMinutes,
        Shown,
    ),
];

/// Minutes being read.
pub(super) const MINUTES: &[Row] = &[
    row(
        Place::Minutes,
        &[ctrl('s')],
        C::Save,
        W::KeymapMinutesSave,
        Shown,
    ),
    row(
        Place::Minutes,
        &[plain(KeyCode::Tab), plain(KeyCode::BackTab)],
        C::Minutes(MinutesCommand::OtherVersion),
        W::KeymapMinutesVersion,
        Shown,
    ),
    row(
        Place::Minutes,
        &[letter('e')],
        C::Minutes(MinutesCommand::Write),
        W::KeymapMinutesWrite,
        Shown,
    ),
    row(
        Place::Minutes,
        &[ctrl('x')],
        C::Discard,
        W::KeymapMinutesDiscard,
        HelpOnly,
    ),
    row(
        Place::Minutes,
        &[letter('d')],
        C::Minutes(MinutesCommand::Draft),
        W::KeymapMinutesDraft,
        Shown,
    ),
    row(
        Place::Minutes,
        &[letter('a')],
        C::Minutes(MinutesCommand::Approve),
        W::KeymapMinutesApprove,
        Shown,
    ),
    row(
        Place::Minutes,
        &[letter('s')],
        C::Minutes(MinutesCommand::NoteSent),
        W::KeymapMinutesSent,
        Shown,
    ),
    row(
        Place::Minutes,
        &[letter('r')],
        C::Minutes(MinutesCommand::Correct),
        W::KeymapMinutesCorrect,
        HelpOnly,
    ),
    row(
        Place::Minutes,
        &[letter('x')],
        C::Minutes(MinutesCommand::CloseCorrections),
        W::KeymapMinutesClose,
        HelpOnly,
    ),
    row(
        Place::Minutes,
        &[letter('w')],
        C::Minutes(MinutesCommand::Document),
        W::KeymapMinutesDocument,
        Shown,
    ),
    row(
        Place::Minutes,
        &[letter('p')],
        C::Minutes(MinutesCommand::Decide),
        W::KeymapMinutesDecide,
        Shown,
    ),
    row(
        Place::Minutes,
        &[letter('l')],
        C::Minutes(MinutesCommand::OtherLanguage),
        W::KeymapMinutesLanguage,
        HelpOnly,
    ),
    row(
        Place::Minutes,
        &[letter('c')],
        C::Minutes(MinutesCommand::OpenCase),
        W::KeymapMinutesCase,
        HelpOnly,
    ),
];

/// Minutes being written.
pub(super) const WRITING: &[Row] = &[row(
    Place::MinutesWriting,
    &[ctrl('e')],
    C::Minutes(MinutesCommand::Write),
    W::KeymapMinutesRead,
    Shown,
)];
