//! Planning meetings: the offer to begin with, keeping a plan, moving and cancelling it, and what
//! is planned.
//!
//! A meeting that is planned stops the clock of arranging it and starts those of its day and of
//! its preparation; one that is cancelled starts the first again. Running a meeting is not here.

mod cleaned;
mod error;
mod offer;
#[cfg(test)]
mod tests;

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Europe::London;
use serde_json::{Value, json};

use self::cleaned::{cleaned, cleaned_person, said};
pub use self::error::MeetingError;
pub use self::offer::{offer, offer_again, planner, taken};
use super::{CaseworkError, Change, Desk, invitations};
use crate::domain::case::{CaseBrief, CaseId, ClockKind, Due, EventKind};
use crate::domain::meeting::{
    BusyWho, Invited, Meeting, MeetingBrief, MeetingId, MeetingKind, MeetingPlan, MeetingStatus,
    PlanContext, window,
};
use crate::domain::roles::Action;
use crate::domain::rules::Rules;
use crate::store::case_record::Viewer;
use crate::store::{clock, event, meeting};

/// So many meetings at most are shown of the days asked for.
pub const CALENDAR_LIMIT: u32 = 500;

/// Keeps a new plan.
///
/// # Errors
/// Refused by role or case; a case that is not to be heard; a meeting planned already; what is
/// wrong with the plan, place by place.
pub fn plan(
    desk: &mut Desk<'_>,
    case: CaseId,
    plan: &MeetingPlan,
) -> Result<MeetingId, CaseworkError> {
    let case = desk.case(Action::PlanMeeting, case)?;
    let plan = cleaned(plan);
    let (rules, today) = (desk.rules, desk.today());
    desk.change(|change| {
        let (kind, since) = basis(change, &case, None)?;
        if let Some(open) = open_meeting(change, case.id)? {
            return Err(MeetingError::PlannedAlready { meeting: open.id }.into());
        }
        check(&plan, kind, since, today, rules)?;
        let id = meeting::insert(change.tx, case.id, &plan, MeetingStatus::Planned, "")?;
        finish_arranging(change, case.id)?;
        start_clocks(change, &case, id, &plan, rules)?;
        record(
            change,
            case.id,
            id,
            EventKind::MeetingPlanned,
            &outline(&plan),
        )?;
        change.audit(
            "meeting-planned",
            Some(case.id.0),
            &subject(id),
            &outline(&plan),
        )?;
        Ok(id)
    })
}

/// Puts another plan in the place of a meeting's. Where it then takes place at another time or
/// place, so that people must be told again, a reason is needed.
///
/// # Errors
/// As for [`plan`]; a meeting that is not planned any more; a missing reason; a conflict where
/// somebody else changed it since `version`.
pub fn move_meeting(
    desk: &mut Desk<'_>,
    id: MeetingId,
    version: i64,
    plan: &MeetingPlan,
    reason: &str,
) -> Result<(), CaseworkError> {
    desk.allow(Action::PlanMeeting)?;
    let case_id = case_of(desk, id)?;
    let case = desk.case(Action::PlanMeeting, case_id)?;
    let plan = cleaned(plan);
    let reason = said(reason);
    let (rules, today) = (desk.rules, desk.today());
    desk.change(|change| {
        let before = as_read(change, id, version)?;
        let is_moved = plan.is_elsewhere_than(&before.plan);
        if is_moved && reason.is_empty() {
            return Err(MeetingError::ReasonMissing.into());
        }
        let (_, since) = basis(change, &case, Some(before.plan.kind))?;
        check(&plan, before.plan.kind, since, today, rules)?;
        meeting::update(change.tx, &before, &plan, change.now)?;
        if is_moved || before.plan.chair != plan.chair {
            finish_clocks(change, case.id, id)?;
            start_clocks(change, &case, id, &plan, rules)?;
        }
        invitations::moved(change, &case, &before, rules)?;
        let detail = json!({
            "from": outline(&before.plan), "to": outline(&plan), "reason": reason,
        });
        if is_moved {
            record(change, case.id, id, EventKind::MeetingMoved, &detail)?;
        }
        let deed = if is_moved {
            "meeting-moved"
        } else {
            "meeting-changed"
        };
        Ok(change.audit(deed, Some(case.id.0), &subject(id), &detail)?)
    })
}

/// Cancels a planned meeting; another is then to be arranged.
///
/// # Errors
/// Refused by role or case; a meeting that is not planned any more; a missing reason; a conflict.
pub fn cancel(
    desk: &mut Desk<'_>,
    id: MeetingId,
    version: i64,
    reason: &str,
) -> Result<(), CaseworkError> {
    desk.allow(Action::PlanMeeting)?;
    let case_id = case_of(desk, id)?;
    let case = desk.case(Action::PlanMeeting, case_id)?;
    let reason = said(reason);
    if reason.is_empty() {
        return Err(MeetingError::ReasonMissing.into());
    }
    let rules = desk.rules;
    desk.change(|change| {
        let before = as_read(change, id, version)?;
        meeting::set_status(change.tx, &before, MeetingStatus::Cancelled, &reason)?;
        finish_clocks(change, case.id, id)?;
        invitations::called_off(change, &case, id, rules)?;
        let (_, since) = basis(change, &case, Some(before.plan.kind))?;
        let last = window(before.plan.kind, since, &rules.policies).days.last;
        let again = match before.plan.kind {
            MeetingKind::Initial => ClockKind::MeetingToArrange,
            MeetingKind::Review => ClockKind::Review,
        };
        let owner = case.owner.or(Some(change.actor.user_id));
        clock::start(change.tx, case.id, again, None, Due::By(last), owner)?;
        let detail = json!({ "was": outline(&before.plan), "reason": reason });
        record(change, case.id, id, EventKind::MeetingCancelled, &detail)?;
        Ok(change.audit("meeting-cancelled", Some(case.id.0), &subject(id), &detail)?)
    })
}

/// Every meeting of a case, the last one first.
///
/// # Errors
/// Refused by role or case.
pub fn of_case(desk: &mut Desk<'_>, case: CaseId) -> Result<Vec<Meeting>, CaseworkError> {
    desk.case(Action::SeeCase, case)?;
    desk.change(|change| {
        change.audit("meetings-seen", Some(case.0), "", &json!({}))?;
        Ok(meeting::of_case(change.tx, case)?)
    })
}

/// The meetings on these days, both included, as far as the person may see their cases.
///
/// # Errors
/// Refused by role.
pub fn between(
    desk: &mut Desk<'_>,
    first: NaiveDate,
    last: NaiveDate,
) -> Result<Vec<MeetingBrief>, CaseworkError> {
    desk.allow(Action::SeeCase)?;
    desk.change(|change| {
        let detail = json!({ "from": first.to_string(), "to": last.to_string() });
        change.audit("calendar-seen", None, "", &detail)?;
        let viewer = Viewer {
            user_id: change.actor.user_id,
            role: change.actor.role,
            now: change.now,
        };
        Ok(meeting::between(
            change.tx,
            first,
            last,
            &viewer,
            CALENDAR_LIMIT,
        )?)
    })
}

/// Writes down that somebody asked to a case's meeting is away for whole days, both included.
///
/// # Errors
/// Refused by role or case; a person without a name; days the wrong way round.
pub fn note_away(
    desk: &mut Desk<'_>,
    case: CaseId,
    person: &Invited,
    first: NaiveDate,
    last: NaiveDate,
) -> Result<(), CaseworkError> {
    desk.case(Action::PlanMeeting, case)?;
    let person = cleaned_person(person);
    let Some(who) = BusyWho::of(&person) else {
        return Err(CaseworkError::NoName);
    };
    if last < first {
        return Err(MeetingError::DaysUpsideDown.into());
    }
    desk.change(|change| {
        let of_family = matches!(who, BusyWho::Family { .. }).then_some(case);
        meeting::busy::insert_away(change.tx, &who, &person.name, of_family, first, last)?;
        let detail = json!({ "from": first.to_string(), "to": last.to_string() });
        Ok(change.audit("away-noted", Some(case.0), &person.name, &detail)?)
    })
}

/// The instant at which clocks in Wales show this time; where they go forward over it, an hour on.
pub fn instant_in_wales(shown: NaiveDateTime) -> DateTime<Utc> {
    London
        .from_local_datetime(&shown)
        .earliest()
        .or_else(|| {
            London
                .from_local_datetime(&(shown + TimeDelta::hours(1)))
                .earliest()
        })
        .map_or_else(|| shown.and_utc(), |there| there.with_timezone(&Utc))
}

/// What kind of meeting is next in a case, and from which day its window is counted: the last
/// meeting since the decision, else the decision. `kind` is given where it stands already.
fn basis(
    change: &Change<'_>,
    case: &CaseBrief,
    kind: Option<MeetingKind>,
) -> Result<(MeetingKind, NaiveDate), CaseworkError> {
    use crate::domain::case::Stage;
    let today = change.now.with_timezone(&London).date_naive();
    let decided =
        meeting::decided_at(change.tx, case.id)?.map(|at| at.with_timezone(&London).date_naive());
    let held = meeting::last_held_on(change.tx, case.id)?;
    let on_protocol = meeting::on_protocol_since(change.tx, case.id)?;
    let is_heard = matches!(case.stage, Stage::ToBeHeard | Stage::OnProtocol);
    if !is_heard && kind.is_none() {
        return Err(MeetingError::NotToBeHeard.into());
    }
    let held_since = held.filter(|held| decided.is_none_or(|decided| *held >= decided));
    let found = match (held_since.or(on_protocol), kind) {
        (Some(last), None | Some(MeetingKind::Review)) => (MeetingKind::Review, last),
        (None, Some(MeetingKind::Review)) => (MeetingKind::Review, decided.unwrap_or(today)),
        (_, Some(MeetingKind::Initial)) | (None, None) => {
            (MeetingKind::Initial, decided.unwrap_or(today))
        }
    };
    Ok(found)
}

fn check(
    plan: &MeetingPlan,
    kind: MeetingKind,
    since: NaiveDate,
    today: NaiveDate,
    rules: &Rules,
) -> Result<(), CaseworkError> {
    if plan.kind != kind {
        return Err(MeetingError::OtherKind.into());
    }
    let faults = plan.faults(&PlanContext {
        today,
        window: &window(kind, since, &rules.policies),
        policies: &rules.policies,
    });
    if faults.is_empty() {
        return Ok(());
    }
    Err(MeetingError::Faults(faults).into())
}

fn open_meeting(change: &Change<'_>, case: CaseId) -> Result<Option<Meeting>, CaseworkError> {
    let all = meeting::of_case(change.tx, case)?;
    Ok(all
        .into_iter()
        .find(|one| one.status == MeetingStatus::Planned))
}

/// A planned meeting in the version that the person saw.
fn as_read(change: &Change<'_>, id: MeetingId, version: i64) -> Result<Meeting, CaseworkError> {
    let mut found = meeting::by_id(change.tx, id)?.ok_or(MeetingError::NoMeeting)?;
    if found.status != MeetingStatus::Planned {
        return Err(MeetingError::NotPlanned.into());
    }
    // The store compares; a stale one is its conflict.
    found.version = version;
    Ok(found)
}

fn case_of(desk: &Desk<'_>, id: MeetingId) -> Result<CaseId, CaseworkError> {
    let found = meeting::by_id(desk.store.connection(), id)?;
    Ok(found.ok_or(MeetingError::NoMeeting)?.case)
}

fn finish_arranging(change: &Change<'_>, case: CaseId) -> Result<(), CaseworkError> {
    for kind in [ClockKind::MeetingToArrange, ClockKind::Review] {
        clock::finish(change.tx, case, kind, None, change.now)?;
    }
    Ok(())
}

fn finish_clocks(change: &Change<'_>, case: CaseId, id: MeetingId) -> Result<(), CaseworkError> {
    for kind in [ClockKind::Meeting, ClockKind::Preparation] {
        clock::finish(change.tx, case, kind, Some(id.0), change.now)?;
    }
    Ok(())
}

fn start_clocks(
    change: &Change<'_>,
    case: &CaseBrief,
    id: MeetingId,
    plan: &MeetingPlan,
    rules: &Rules,
) -> Result<(), CaseworkError> {
    let begins = Due::At(instant_in_wales(plan.span().0));
    let worker = case.owner.or(Some(change.actor.user_id));
    let chair = plan.chair.or(worker);
    clock::start(
        change.tx,
        case.id,
        ClockKind::Meeting,
        Some(id.0),
        begins,
        chair,
    )?;
    let ready = Due::By(rules.policies.prepared_by(plan.day));
    clock::start(
        change.tx,
        case.id,
        ClockKind::Preparation,
        Some(id.0),
        ready,
        worker,
    )?;
    Ok(())
}

fn record(
    change: &Change<'_>,
    case: CaseId,
    id: MeetingId,
    kind: EventKind,
    detail: &Value,
) -> Result<(), CaseworkError> {
    let user = Some(change.actor.user_id);
    event::append(change.tx, case, change.now, kind, Some(id.0), user, detail)?;
    Ok(())
}

/// What chronology and audit say of a plan: when and where, and nothing that was written in it.
fn outline(plan: &MeetingPlan) -> Value {
    let kind: &str = plan.kind.into();
    let hour = |time: chrono::NaiveTime| time.format("%H:%M").to_string();
    json!({
        "kind": kind,
        "on": plan.day.to_string(),
        "part1": hour(plan.part1.start),
        "part2": plan.part2.as_ref().map(|part| hour(part.start)),
        "venue": plan.venue,
        "asked": plan.people.iter().filter(|person| person.is_asked()).count(),
    })
}

fn subject(id: MeetingId) -> String {
    format!("meeting {}", id.0)
}
