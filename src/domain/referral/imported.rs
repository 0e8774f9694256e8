//! A referral out of somebody else's register.

use super::NewReferral;
use crate::domain::sharing::Confidential;

/// A referral as a row of a register tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// As the register numbers it, from 1.
    pub row: u64,
    pub referral: NewReferral,
    /// An id of `triage-outcomes.toml`, where the row says what was decided.
    pub outcome: Option<String>,
    pub outcome_reason: Confidential,
}
