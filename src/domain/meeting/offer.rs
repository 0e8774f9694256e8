//! What the planner is given to begin with: the case, the window, who is usually asked, what is taken.
//!
//! A proposal only. Nothing of it is kept before a person has looked at it.

use chrono::NaiveDate;

use super::{
    Busy, DayScore, Invited, InvitedKind, Meeting, MeetingKind, MeetingPlan, MeetingWindow, Part,
    best_day, score_days,
};
use crate::domain::attendance::MissedTwice;
use crate::domain::case::CaseBrief;
use crate::domain::policy::{MeetingPolicy, Policies};
use crate::domain::preparation::Progress;

/// Somebody who works in this store and can be asked to a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Colleague {
    pub user_id: i64,
    pub name: String,
    /// Whether they may take the chair.
    pub can_chair: bool,
}

/// One of the family as the case knows them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FamilyKnown {
    pub name: String,
    /// Parent or carer: asked unless somebody decides otherwise. Others are only offered.
    pub is_carer: bool,
    pub note: String,
}

/// All that the planner needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannerOffer {
    pub case: CaseBrief,
    /// The meeting that is being changed, as it is kept.
    pub meeting: Option<Meeting>,
    /// How far its preparation has come.
    pub prepared: Option<Progress>,
    /// The decision, or the last meeting, from which the window is counted.
    pub since: NaiveDate,
    pub window: MeetingWindow,
    pub plan: MeetingPlan,
    pub colleagues: Vec<Colleague>,
    pub family: Vec<FamilyKnown>,
    /// The days that were looked at for [`Self::busy`].
    pub looked_at: (NaiveDate, NaiveDate),
    pub busy: Vec<Busy>,
    /// Agencies of which nobody came to the last two meetings they were asked to.
    pub missed: Vec<MissedTwice>,
}

/// What a first proposal is made from.
#[derive(Debug, Clone, Copy)]
pub struct Proposal<'a> {
    pub kind: MeetingKind,
    pub case: &'a CaseBrief,
    pub last: Option<&'a Meeting>,
    pub colleagues: &'a [Colleague],
    pub family: &'a [FamilyKnown],
    pub policies: &'a Policies,
    /// Who plans it, by the row of their account: they take the chair where nobody did before and
    /// their role may.
    pub planned_by: i64,
}

/// A plan to begin with, on `day`: the usual times and venue; whoever was asked last time, else
/// the agencies that usually are, the young person and the carers who are known.
pub fn proposal(from: &Proposal<'_>, day: NaiveDate) -> MeetingPlan {
    let (part1, part2) = usual_parts(from.policies.policy.meetings);
    let mut chairs = from.colleagues.iter().filter(|one| one.can_chair);
    let only_chair = match (chairs.next(), chairs.next()) {
        (Some(only), None) => Some(only.user_id),
        _ => None,
    };
    let last_chair = from.last.and_then(|meeting| meeting.plan.chair);
    let is_here = |user: &i64| {
        from.colleagues
            .iter()
            .any(|one| one.can_chair && one.user_id == *user)
    };
    MeetingPlan {
        kind: from.kind,
        day,
        part1,
        part2: Some(part2),
        no_part2: None,
        venue: from.policies.venues.usual().id.clone(),
        chair: [last_chair, Some(from.planned_by)]
            .into_iter()
            .flatten()
            .find(is_here)
            .or(only_chair),
        day_reason: String::new(),
        people: match from.last {
            Some(meeting) => asked_again(meeting),
            None => usual_people(from),
        },
    }
}

/// The best day of the window for a plan, else its first day from today on.
pub fn proposed_day(
    plan: &MeetingPlan,
    window: &MeetingWindow,
    today: NaiveDate,
    policies: &Policies,
    busy: &[Busy],
) -> NaiveDate {
    let scores = score_days(plan, window, today, &policies.holidays, busy);
    // The young person and family are first told and asked, where the window leaves time for it.
    let is_in_time = |score: &DayScore| policies.prepared_by(score.day) > today;
    let (in_time, hurried): (Vec<_>, Vec<_>) = scores.into_iter().partition(is_in_time);
    match best_day(&in_time).or(best_day(&hurried)) {
        Some(best) => best.day,
        None => policies
            .holidays
            .nearest_working_day(today, super::window::from_day(today))
            .unwrap_or_else(|beyond| beyond.by_weekdays)
            .unwrap_or(today),
    }
}

fn usual_parts(usual: MeetingPolicy) -> (Part, Part) {
    let part = |start, minutes| Part {
        start,
        minutes,
        agenda: Vec::new(),
    };
    let after = chrono::TimeDelta::minutes(i64::from(usual.part_1_minutes + usual.gap_minutes));
    let (second, _) = usual.usual_start.overflowing_add_signed(after);
    (
        part(usual.usual_start, usual.part_1_minutes),
        part(second, usual.part_2_minutes),
    )
}

/// The same people, as nobody should type them twice. A reason of last time is not one of today:
/// whoever was kept out is asked about again.
fn asked_again(last: &Meeting) -> Vec<Invited> {
    let again = |person: &Invited| Invited {
        row: None,
        not_asked: None,
        ..person.clone()
    };
    last.plan.people.iter().map(again).collect()
}

fn usual_people(from: &Proposal<'_>) -> Vec<Invited> {
    let owner = from
        .colleagues
        .iter()
        .find(|one| Some(one.user_id) == from.case.owner);
    let usual = from.policies.agencies.all().iter();
    let mut people: Vec<Invited> = usual
        .filter(|agency| agency.usually_asked)
        .map(|agency| Invited {
            agency: agency.id.clone(),
            part1: true,
            part2: true,
            ..Invited::new(InvitedKind::Professional, "")
        })
        .collect();
    // The worker of the case is the one whom the authority's own agency sends.
    let own = from
        .policies
        .agencies
        .all()
        .iter()
        .find(|agency| agency.kind == crate::domain::policy::AgencyKind::SocialServices);
    if let (Some(owner), Some(own)) = (owner, own)
        && let Some(place) = people.iter_mut().find(|person| person.agency == own.id)
    {
        place.name.clone_from(&owner.name);
        place.user_id = Some(owner.user_id);
    }
    let asked = |kind, name: &str| Invited {
        part2: true,
        ..Invited::new(kind, name)
    };
    people.push(asked(InvitedKind::YoungPerson, &from.case.full_name()));
    let carers = from.family.iter().filter(|one| one.is_carer);
    people.extend(carers.map(|one| asked(InvitedKind::Family, &one.name)));
    people
}
