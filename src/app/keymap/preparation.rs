//! Rows of a meeting's preparation and of its invitations.

use super::Command as C;
use super::Footer::{HelpOnly, Shown};
use super::{Place, Row, letter, plain, row};
use crate::app::input::KeyCode;
use crate::words::Key as W;

/// What can be done with a meeting's preparation and with who is asked to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PreparationCommand {
    /// From the check list to the invitations, and back.
    OtherPart,
    AddHeldBack,
    OpenCase,
    WriteFiles,
    Sent,
    Coming,
    SendsOther,
    NotComing,
    NoAnswer,
    OtherLanguage,
}

use PreparationCommand as P;

/// The check list.
pub(super) const PREPARATION: &[Row] = &[
    row(
        Place::Preparation,
        &[letter('i'), plain(KeyCode::Tab)],
        C::Preparation(P::OtherPart),
        W::KeymapPreparationInvitations,
        Shown,
    ),
    row(
        Place::Preparation,
        &[letter('a')],
        C::Preparation(P::AddHeldBack),
        W::KeymapPreparationHeldBack,
        Shown,
    ),
    row(
        Place::Preparation,
        &[letter('c')],
        C::Preparation(P::OpenCase),
        W::KeymapPreparationCase,
        Shown,
    ),
];

/// Who is asked.
pub(super) const INVITATIONS: &[Row] = &[
    row(
        Place::Invitations,
        &[letter('w')],
        C::Preparation(P::WriteFiles),
        W::KeymapInvitationsWrite,
        Shown,
    ),
    row(
        Place::Invitations,
        &[letter('s')],
        C::Preparation(P::Sent),
        W::KeymapInvitationsSent,
        Shown,
    ),
    row(
        Place::Invitations,
        &[letter('y')],
        C::Preparation(P::Coming),
        W::KeymapInvitationsComing,
        Shown,
    ),
    row(
        Place::Invitations,
        &[letter('o')],
        C::Preparation(P::SendsOther),
        W::KeymapInvitationsOther,
        Shown,
    ),
    row(
        Place::Invitations,
        &[letter('x')],
        C::Preparation(P::NotComing),
        W::KeymapInvitationsNotComing,
        Shown,
    ),
    row(
        Place::Invitations,
        &[letter('u')],
        C::Preparation(P::NoAnswer),
        W::KeymapInvitationsNoAnswer,
        HelpOnly,
    ),
    row(
        Place::Invitations,
        &[letter('l')],
        C::Preparation(P::OtherLanguage),
        W::KeymapInvitationsLanguage,
        HelpOnly,
    ),
    row(
        Place::Invitations,
        &[letter('i'), plain(KeyCode::Tab)],
        C::Preparation(P::OtherPart),
        W::KeymapInvitationsList,
        HelpOnly,
    ),
];
