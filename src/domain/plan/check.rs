//! What a plan must say before it is kept or agreed.
//!
//! What is asked of the part that is set before everybody never speaks of the actions against
//! those who cause the harm: a fault is told where the family can read it.

use chrono::NaiveDate;
use strum::IntoStaticStr;

use super::{Agreement, HarmAction, SharedPart};

/// Longer words of one goal or action are refused before they reach the store.
pub const LONGEST_WORDS_CHARS: usize = 2000;

/// What keeps a plan from being agreed. Actions are counted from 0, as they stand in the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum PlanFault {
    /// No goal and no action.
    Nothing,
    /// Nobody agreed to it.
    NobodyAgreed,
    /// Agreed on a day that has not come.
    AgreedInFuture,
    /// Nobody is to do it.
    WhoMissing(usize),
    /// It has no day.
    ByMissing(usize),
    /// A new action, with a day before the plan itself.
    ByBefore(usize),
}

/// What keeps an action against harm from being kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum HarmFault {
    WhatMissing,
    WhoMissing,
    ByMissing,
}

/// What is missing before the shared part can be agreed: for each action what, who and by when.
/// An action that goes on from the earlier plan may keep a day that has passed: it is still late.
pub fn shared_faults(part: &SharedPart, agreement: &Agreement, today: NaiveDate) -> Vec<PlanFault> {
    let mut faults = Vec::new();
    if part.goals.is_empty() && part.actions.is_empty() {
        faults.push(PlanFault::Nothing);
    }
    for (place, action) in part.actions.iter().enumerate() {
        if action.who.as_str().trim().is_empty() {
            faults.push(PlanFault::WhoMissing(place));
        }
        match action.by {
            None => faults.push(PlanFault::ByMissing(place)),
            Some(by) if by < agreement.on && action.before.is_none() => {
                faults.push(PlanFault::ByBefore(place));
            }
            Some(_) => {}
        }
    }
    let named = |name: &&crate::domain::sharing::Shareable| !name.as_str().trim().is_empty();
    if !agreement.by.iter().any(|name| named(&name)) {
        faults.push(PlanFault::NobodyAgreed);
    }
    if agreement.on > today {
        faults.push(PlanFault::AgreedInFuture);
    }
    faults
}

impl HarmAction {
    /// What it lacks.
    pub fn faults(&self) -> Vec<HarmFault> {
        let mut faults = Vec::new();
        if self.what.is_blank() {
            faults.push(HarmFault::WhatMissing);
        }
        if self.who.is_blank() {
            faults.push(HarmFault::WhoMissing);
        }
        if self.by.is_none() {
            faults.push(HarmFault::ByMissing);
        }
        faults
    }
}
