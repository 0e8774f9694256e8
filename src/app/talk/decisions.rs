//! What the decision screens ask of the store and hear from it.

use crate::domain::case::CaseId;
use crate::domain::decision::{Before, Deciding, Decision, WaitingAfter, WaitingList};

#[derive(Debug, PartialEq, Eq)]
pub enum Ask {
    /// One page of the cases that wait. Answered by `Waiting`.
    Waiting { after: Option<WaitingAfter> },
    /// What a decision on a case is made on. Answered by `Before`.
    Before { case: CaseId },
    /// Decides. Answered by `Decided`.
    Decide(Box<Deciding>),
}

#[derive(Debug, PartialEq, Eq)]
pub enum Answer {
    Waiting(WaitingList),
    Before(Box<Before>),
    Decided(Box<Decision>),
}
