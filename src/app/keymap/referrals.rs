//! Rows of referrals: taking one and deciding on one. Where fields take letters, commands have Ctrl
//! or an F key.

use super::Command as C;
use super::Footer::{HelpOnly, Shown};
use super::{Place, Row, ctrl, plain, row};
use crate::app::input::KeyCode;
use crate::words::Key as W;

/// What can be done beside deciding on a referral.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TriageCommand {
    PoliceTold,
    ConfirmedInWriting,
    OpenCase,
    /// The text of the referral, a page on or back.
    ReadOn,
    ReadBack,
}

/// What can be done while a referral is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReferralCommand {
    /// Marks the next of the people who may be the same.
    NextPerson,
    /// It is the one marked: the referral joins their case. Again: it is not.
    ThisOne,
    /// Looks at the record of the one marked.
    LookAt,
}

/// A new referral and its decision.
pub(super) const ROWS: &[Row] = &[
    row(
        Place::Referral,
        &[plain(KeyCode::F(5)), ctrl('n')],
        C::Referral(ReferralCommand::NextPerson),
        W::ReferralKeyNextPerson,
        Shown,
    ),
    row(
        Place::Referral,
        &[plain(KeyCode::F(6)), ctrl('o')],
        C::Referral(ReferralCommand::ThisOne),
        W::ReferralKeyThisOne,
        Shown,
    ),
    row(
        Place::Referral,
        &[plain(KeyCode::F(7)), ctrl('v')],
        C::Referral(ReferralCommand::LookAt),
        W::ReferralKeyLookAt,
        Shown,
    ),
    row(
        Place::Triage,
        &[plain(KeyCode::F(5)), ctrl('p')],
        C::Triage(TriageCommand::PoliceTold),
        W::ReferralKeyPoliceTold,
        Shown,
    ),
    row(
        Place::Triage,
        &[plain(KeyCode::F(6)), ctrl('w')],
        C::Triage(TriageCommand::ConfirmedInWriting),
        W::ReferralKeyConfirmed,
        Shown,
    ),
    row(
        Place::Triage,
        &[plain(KeyCode::F(7)), ctrl('v')],
        C::Triage(TriageCommand::OpenCase),
        W::ReferralKeyOpenCase,
        Shown,
    ),
    row(
        Place::Triage,
        &[plain(KeyCode::PageDown), ctrl('d')],
        C::Triage(TriageCommand::ReadOn),
        W::ReferralKeyReadOn,
        HelpOnly,
    ),
    row(
        Place::Triage,
        &[plain(KeyCode::PageUp), ctrl('u')],
        C::Triage(TriageCommand::ReadBack),
        W::ReferralKeyReadBack,
        HelpOnly,
    ),
];
