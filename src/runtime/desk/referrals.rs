//! From an asking of this part to its function of casework.

use crate::app::screen::Person;
use crate::app::talk::referrals::{Answer, Ask};
use crate::casework::referrals::{self, case_meant};
use crate::casework::{CaseworkError, Desk, drafts};
use crate::domain::referral::NextSteps;

pub(super) fn answer(desk: &mut Desk<'_>, ask: Ask) -> Result<Answer, CaseworkError> {
    match ask {
        Ask::Likely { typed, shown } => referrals::likely(desk, &typed, &shown).map(Answer::Likely),
        Ask::Refer { new, to } => {
            let place = crate::app::screen::referral::DRAFT;
            let taken = referrals::refer_from_draft(desk, &new, to, place)?;
            Ok(Answer::Referred(Box::new(taken)))
        }
        Ask::ToTriage { case } => {
            let found = referrals::to_triage_of(desk, case)?;
            Ok(Answer::ToTriage(Box::new(found)))
        }
        Ask::Triage {
            referral,
            steps,
            join_with,
        } => {
            let join_with = match &join_with {
                Some(typed) => Some(case_meant(desk, typed)?.id),
                None => None,
            };
            let steps = NextSteps { join_with, ..steps };
            let done = referrals::triage(desk, referral, &steps)?;
            Ok(Answer::Triaged(Box::new(done)))
        }
        Ask::PersonOf { case } => {
            let (case, person) = referrals::person_of(desk, case)?;
            Ok(Answer::Person(case, Box::new(person)))
        }
        other => note(desk, other).map(|()| Answer::Noted),
    }
}

/// Deeds that are answered by their being done.
fn note(desk: &mut Desk<'_>, ask: Ask) -> Result<(), CaseworkError> {
    match ask {
        Ask::PoliceTold { referral, at } => referrals::police_told(desk, referral, at),
        Ask::ConfirmInWriting { referral } => referrals::confirm_in_writing(desk, referral),
        Ask::HeardBack {
            referral,
            said,
            after,
        } => referrals::heard_back(desk, referral, &said, after),
        Ask::StrategyDiscussed { case, held } => referrals::strategy_discussed(desk, case, &held),
        Ask::EditPerson {
            case,
            version,
            person,
        } => {
            referrals::edit_person(desk, case, version, &person)?;
            drafts::discard(desk, &Person::draft_place(case))
        }
        Ask::Likely { .. }
        | Ask::Refer { .. }
        | Ask::ToTriage { .. }
        | Ask::Triage { .. }
        | Ask::PersonOf { .. } => Ok(()),
    }
}
