//! What is to be filled in about a referral, step by step, and what is asked of the store then.

use crate::app::form::{Called, Field, Form, Reads};
use crate::app::screen::referral::read::{FormFault, Now, moment};
use crate::app::talk::referrals::Ask;
use crate::domain::case::{ClockKind, Stage};
use crate::domain::referral::{AfterHearing, NewStrategyDiscussion, NextSteps, ToTriage};
use crate::domain::rules::Rules;
use crate::domain::sharing::Confidential;
use crate::words::Key as W;

/// What is to be done about a referral next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Decide on next steps.
    Decide,
    /// Write down the strategy discussion.
    Discuss,
    /// Write down what those said whom it was passed on to.
    HearBack,
    /// Nothing here, or nothing that this person may do.
    Nothing,
}

impl Step {
    pub fn of(found: &ToTriage, may_triage: bool) -> Self {
        let owed = |kind| found.open.iter().any(|(open, _)| *open == kind);
        if !may_triage {
            Self::Nothing
        } else if found.referral.triaged.is_none() {
            Self::Decide
        } else if owed(ClockKind::StrategyDiscussion) {
            Self::Discuss
        } else if owed(ClockKind::HeardBack) {
            Self::HearBack
        } else {
            Self::Nothing
        }
    }

    /// The word by which a draft says what it is for.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Decide => "decide",
            Self::Discuss => "discuss",
            Self::HearBack => "hear-back",
            Self::Nothing => "nothing",
        }
    }
}

const THEY_HAVE_IT: &str = "they-have-it";
const DECIDE_AGAIN: &str = "decide-again";

/// The form of a step; `joins` asks for the case to join with.
pub fn form(step: Step, joins: bool, rules: &Rules) -> Form {
    let policies = &rules.policies;
    let fields = match step {
        Step::Nothing => Vec::new(),
        Step::Decide => {
            let outcomes = policies.triage_outcomes.all().iter();
            let outcomes = outcomes.map(|one| (one.id.clone(), one.text.clone()));
            let mut fields = vec![Field::one("outcome", W::TriageOutcome, outcomes).needed()];
            if joins {
                fields.push(Field::line("join_with", W::TriageJoinWith));
            }
            fields.push(Field::text("reason", W::TriageReason));
            fields
        }
        Step::Discuss => {
            let agencies = policies.agencies.all().iter();
            let agencies = agencies.map(|one| (one.id.clone(), one.name.clone()));
            vec![
                Field::many("agencies", W::TriageAgencies, agencies).needed(),
                Field::text("decided", W::TriageDecided).needed(),
                Field::reading("held_on", W::TriageHeldOn, Reads::DayPast),
                Field::reading("held_time", W::TriageHeldTime, Reads::Time),
            ]
        }
        Step::HearBack => {
            let answers = [
                (THEY_HAVE_IT.to_owned(), Called::from(W::TriageTheyHaveIt)),
                (DECIDE_AGAIN.to_owned(), Called::from(W::TriageDecideAgain)),
            ];
            vec![
                Field::text("said", W::TriageSaid).needed(),
                Field::one("after", W::TriageAfter, answers).needed(),
            ]
        }
    };
    Form::new(fields)
}

/// Whether the chosen outcome joins an open case, and this case is not that itself.
pub fn joins(form: &Form, found: Option<&ToTriage>, rules: &Rules) -> bool {
    let Some(chosen) = form.chosen("outcome") else {
        return false;
    };
    let outcome = rules.policies.triage_outcomes.get(&chosen);
    let is_new = found.is_some_and(|found| found.case.stage == Stage::Referred);
    is_new && outcome.is_some_and(|outcome| outcome.joins_open_case)
}

/// What is asked of the store for what was filled in; nothing where there is nothing to do.
///
/// # Errors
/// What is wanting, beside its field.
pub fn ask(
    step: Step,
    form: &Form,
    found: &ToTriage,
    now: Now<'_>,
) -> Result<Option<Ask>, Vec<FormFault>> {
    match step {
        Step::Nothing => Ok(None),
        Step::Decide => decide(form, found, now).map(Some),
        Step::Discuss => discuss(form, found, now).map(Some),
        Step::HearBack => hear_back(form, found).map(Some),
    }
}

fn decide(form: &Form, found: &ToTriage, now: Now<'_>) -> Result<Ask, Vec<FormFault>> {
    let outcomes = &now.policies.triage_outcomes;
    let chosen = form.chosen("outcome");
    let Some(outcome) = chosen.and_then(|chosen| outcomes.get(&chosen)) else {
        return Err(vec![("outcome", W::TriageFaultNoOutcome)]);
    };
    let reason = form.text("reason");
    let join_with = form.text("join_with").trim().to_owned();
    let is_new = found.case.stage == Stage::Referred;
    let mut faults = Vec::new();
    if outcome.joins_open_case && is_new && join_with.is_empty() {
        faults.push(("join_with", W::TriageFaultNoCase));
    }
    let joins = outcome.joins_open_case && !join_with.is_empty();
    if (outcome.needs_reason || joins) && reason.trim().is_empty() {
        faults.push(("reason", W::TriageFaultNoReason));
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    Ok(Ask::Triage {
        referral: found.referral.id,
        steps: NextSteps {
            outcome: outcome.id.clone(),
            reason: Confidential::new(reason),
            join_with: None,
            version: found.referral.version,
        },
        join_with: joins.then_some(join_with),
    })
}

fn discuss(form: &Form, found: &ToTriage, now: Now<'_>) -> Result<Ask, Vec<FormFault>> {
    let agencies = form.chosen_all("agencies");
    let decided = form.text("decided");
    let mut faults = Vec::new();
    let needed = now.policies.agencies.all().iter();
    if needed
        .filter(|one| one.needed_for_strategy)
        .any(|one| !agencies.contains(&one.id))
    {
        faults.push(("agencies", W::TriageFaultAgencies));
    }
    if decided.trim().is_empty() {
        faults.push(("decided", W::TriageFaultNothingDecided));
    }
    let at = moment(form, "held_on", "held_time", now).unwrap_or_else(|fault| {
        faults.push(fault);
        None
    });
    let at = at.unwrap_or(now.at);
    if at > now.at {
        faults.push(("held_on", W::TriageFaultInFuture));
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    Ok(Ask::StrategyDiscussed {
        case: found.case.id,
        held: NewStrategyDiscussion {
            at,
            agencies,
            decided: Confidential::new(decided),
        },
    })
}

fn hear_back(form: &Form, found: &ToTriage) -> Result<Ask, Vec<FormFault>> {
    let said = form.text("said");
    let after = match form.chosen("after").as_deref() {
        Some(THEY_HAVE_IT) => Some(AfterHearing::TheyHaveIt),
        Some(DECIDE_AGAIN) => Some(AfterHearing::DecideAgain),
        _ => None,
    };
    let mut faults = Vec::new();
    if said.trim().is_empty() {
        faults.push(("said", W::TriageFaultNothingSaid));
    }
    let Some(after) = after else {
        faults.push(("after", W::TriageFaultNoAfter));
        return Err(faults);
    };
    if !faults.is_empty() {
        return Err(faults);
    }
    Ok(Ask::HeardBack {
        referral: found.referral.id,
        said: Confidential::new(said),
        after,
    })
}
