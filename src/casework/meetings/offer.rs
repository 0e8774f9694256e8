//! What a planner is given to begin with, and whose time is taken.

use chrono::{Days, NaiveDate};
use serde_json::json;

use super::{MeetingError, as_read, basis, case_of, open_meeting, subject};
use crate::casework::attendance::missed;
use crate::casework::{CaseworkError, Change, Desk, preparation};
use crate::domain::case::CaseId;
use crate::domain::meeting::{
    Busy, BusyWho, Colleague, FamilyKnown, MeetingId, MeetingWindow, PlannerOffer, Proposal,
    proposal, proposed_day, wanted, window,
};
use crate::domain::policy::{Policies, VenueKind};
use crate::domain::roles::{Action, may};
use crate::store::meeting::busy::{BusyDays, busy};
use crate::store::{account, meeting};

/// So many days beyond the window are looked at as well, for a meeting may have to be later.
const LOOK_BEYOND_DAYS: u64 = 42;

/// What the planner opens with: the meeting that is planned in a case, else a proposal for the
/// next one.
///
/// # Errors
/// Refused by role or case; a case that is not to be heard.
pub fn planner(desk: &mut Desk<'_>, case: CaseId) -> Result<PlannerOffer, CaseworkError> {
    match offer(desk, case) {
        Err(CaseworkError::Meeting(MeetingError::PlannedAlready { meeting })) => {
            offer_again(desk, meeting)
        }
        other => other,
    }
}

/// A proposal for the next meeting of a case.
///
/// # Errors
/// Refused by role or case; a case that is not to be heard; a meeting that is planned already.
pub fn offer(desk: &mut Desk<'_>, case: CaseId) -> Result<PlannerOffer, CaseworkError> {
    let case = desk.case(Action::PlanMeeting, case)?;
    let (rules, today) = (desk.rules, desk.today());
    desk.change(|change| {
        if let Some(open) = open_meeting(change, case.id)? {
            return Err(MeetingError::PlannedAlready { meeting: open.id }.into());
        }
        let (kind, since) = basis(change, &case, None)?;
        let before = meeting::of_case(change.tx, case.id)?;
        let policies = &rules.policies;
        let window = window(kind, since, policies);
        let (colleagues, family) = (colleagues(change)?, family(change, case.id)?);
        let from = Proposal {
            kind,
            case: &case,
            last: before
                .iter()
                .find(|one| one.status == crate::domain::meeting::MeetingStatus::Held),
            colleagues: &colleagues,
            family: &family,
            policies,
            planned_by: change.actor.user_id,
        };
        let mut plan = proposal(&from, today);
        let looked_at = days_to_look_at(today, &window);
        let whose = everybody(&wanted(&plan, &policies.venues), &colleagues, policies);
        let busy = taken_on(change, case.id, None, &whose, looked_at)?;
        plan.day = proposed_day(&plan, &window, today, policies, &busy);
        change.audit("planner-opened", Some(case.id.0), "", &json!({}))?;
        Ok(PlannerOffer {
            case: case.clone(),
            meeting: None,
            prepared: None,
            since,
            window,
            plan,
            colleagues,
            family,
            looked_at,
            busy,
            missed: missed(change, case.id, today)?,
        })
    })
}

/// A planned meeting to be changed.
///
/// # Errors
/// Refused by role or case; no such meeting; one that is not planned any more.
pub fn offer_again(desk: &mut Desk<'_>, id: MeetingId) -> Result<PlannerOffer, CaseworkError> {
    desk.allow(Action::PlanMeeting)?;
    let case_id = case_of(desk, id)?;
    let case = desk.case(Action::PlanMeeting, case_id)?;
    let (rules, today) = (desk.rules, desk.today());
    desk.change(|change| {
        let kept = meeting::by_id(change.tx, id)?.ok_or(MeetingError::NoMeeting)?;
        let kept = as_read(change, id, kept.version)?;
        let policies = &rules.policies;
        let (kind, since) = basis(change, &case, Some(kept.plan.kind))?;
        let window = window(kind, since, policies);
        let (colleagues, family) = (colleagues(change)?, family(change, case.id)?);
        let (first, last) = days_to_look_at(today, &window);
        let looked_at = (first.min(kept.plan.day), last.max(kept.plan.day));
        let whose = everybody(&wanted(&kept.plan, &policies.venues), &colleagues, policies);
        let busy = taken_on(change, case.id, Some(id), &whose, looked_at)?;
        change.audit("planner-opened", Some(case.id.0), &subject(id), &json!({}))?;
        let prepared = preparation::read(change, id, rules)?.progress();
        Ok(PlannerOffer {
            case: case.clone(),
            plan: kept.plan.clone(),
            meeting: Some(kept),
            prepared: Some(prepared),
            since,
            window,
            colleagues,
            family,
            looked_at,
            busy,
            missed: missed(change, case.id, today)?,
        })
    })
}

/// Whose time is taken on these days. Of other cases' meetings only their times are told.
///
/// # Errors
/// Refused by role or case.
pub fn taken(
    desk: &mut Desk<'_>,
    case: CaseId,
    planned: Option<MeetingId>,
    whose: &[BusyWho],
    days: (NaiveDate, NaiveDate),
) -> Result<Vec<Busy>, CaseworkError> {
    desk.case(Action::PlanMeeting, case)?;
    desk.change(|change| {
        change.audit("times-looked-up", Some(case.0), "", &json!({}))?;
        taken_on(change, case, planned, whose, days)
    })
}

fn taken_on(
    change: &Change<'_>,
    case: CaseId,
    except: Option<MeetingId>,
    whose: &[BusyWho],
    (first, last): (NaiveDate, NaiveDate),
) -> Result<Vec<Busy>, CaseworkError> {
    let days = BusyDays {
        first,
        last,
        except,
    };
    Ok(busy(change.tx, case, whose, &days)?)
}

/// Those whom the plan wants, with every chair and room that could be taken instead.
fn everybody(wanted: &[BusyWho], colleagues: &[Colleague], policies: &Policies) -> Vec<BusyWho> {
    let mut whose = wanted.to_vec();
    let chairs = colleagues.iter().filter(|one| one.can_chair);
    whose.extend(chairs.map(|one| BusyWho::User(one.user_id)));
    let venues = policies.venues.all().iter();
    let rooms = venues.filter(|venue| venue.by == VenueKind::Room);
    whose.extend(rooms.map(|venue| BusyWho::Room(venue.id.clone())));
    let mut once = Vec::with_capacity(whose.len());
    for who in whose {
        if !once.contains(&who) {
            once.push(who);
        }
    }
    once
}

fn days_to_look_at(today: NaiveDate, window: &MeetingWindow) -> (NaiveDate, NaiveDate) {
    let last = window.days.last.max(today);
    let beyond = last
        .checked_add_days(Days::new(LOOK_BEYOND_DAYS))
        .unwrap_or(last);
    (today, beyond)
}

fn colleagues(change: &Change<'_>) -> Result<Vec<Colleague>, CaseworkError> {
    let people = account::all(change.tx)?.into_iter();
    Ok(people
        .filter(|one| !one.is_disabled && may(one.role, Action::SeeCase))
        .map(|one| Colleague {
            user_id: one.id,
            name: one.display_name,
            can_chair: may(one.role, Action::RunMeeting),
        })
        .collect())
}

fn family(change: &Change<'_>, case: CaseId) -> Result<Vec<FamilyKnown>, CaseworkError> {
    let known = meeting::family_known(change.tx, case)?.into_iter();
    Ok(known
        .map(|(name, kind, note)| FamilyKnown {
            name,
            is_carer: kind == "parent-carer",
            note,
        })
        .collect())
}
