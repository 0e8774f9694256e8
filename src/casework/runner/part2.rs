//! The curtain and Part 2: what goes on while the young person and family can see the screen.
//!
//! Everything that is answered here is a [`FamilyView`], made from columns that they may see. The
//! way back is the chair's own passphrase.

use chrono::NaiveDate;
use serde_json::json;

use super::{RunnerError, in_part1, its_case, planned, read, subject};
use crate::casework::after::after_meeting;
use crate::casework::{CaseworkError, Change, Desk, plans, voice};
use crate::domain::case::{CaseBrief, EventKind};
use crate::domain::meeting::{Meeting, MeetingId, MeetingKind, MeetingStatus, window};
use crate::domain::plain_text::clean_multiline;
use crate::domain::plan::{FamilyPlan, PlanStatus, SharedPart};
use crate::domain::roles::Action;
use crate::domain::rules::Rules;
use crate::domain::runner::{Finish, Part1, RunStage};
use crate::domain::sharing::FamilyView;
use crate::domain::voice::{Heard, HeardHow};
use crate::store::runner::Ending;
use crate::store::vault::{self, Passphrase};
use crate::store::{event, meeting, plan, runner};

/// Draws the curtain: from now on Part 1 answers to nobody.
///
/// # Errors
/// Refused by role or case; not begun; held without Part 2; nobody's attendance noted; the plan
/// that is being made leaves out what is open in the one before.
pub fn draw_curtain(desk: &mut Desk<'_>, id: MeetingId) -> Result<FamilyView, CaseworkError> {
    let (case, found) = its_case(desk, id)?;
    if found.plan.part2.is_none() {
        return Err(RunnerError::NoPart2.into());
    }
    desk.change(|change| {
        planned(change, id)?;
        in_part1(change, id)?;
        if !read(change, &case, id)?.has_attendance() {
            return Err(RunnerError::NoAttendance.into());
        }
        // Asked among professionals: in front of the family nothing may be told of it.
        if plans::leaves_something_out(change, case.id)? {
            return Err(RunnerError::PlanLeavesOut.into());
        }
        runner::set_stage(change.tx, id, RunStage::Part2, change.now)?;
        // Who draws it has the chair: theirs is the passphrase that leads back, and the session
        // that goes on after a lock or a kill.
        runner::set_chair(change.tx, id, change.actor.user_id)?;
        Ok(change.audit("curtain-drawn", Some(case.id.0), &subject(id), &json!({}))?)
    })?;
    family(desk, id)
}

/// The meeting as the young person and family see it.
///
/// # Errors
/// Refused by role or case; Part 2 neither goes on nor has just ended.
pub fn family(desk: &mut Desk<'_>, id: MeetingId) -> Result<FamilyView, CaseworkError> {
    let (case, found) = its_case(desk, id)?;
    own_chair(desk, id)?;
    let is_begun = runner::family::plan_of(desk.store.connection(), id)?.is_some();
    if !is_begun && in_part2(desk, id).is_ok() {
        // The plan is begun once the curtain is drawn, in front of everybody.
        plans::begin(desk, case.id, Some(id))?;
    }
    let rules = desk.rules;
    desk.change(|change| {
        change.audit("part2-seen", Some(case.id.0), &subject(id), &json!({}))?;
        view(change, rules, &found)
    })
}

/// The meeting whose Part 2 this person is in the midst of, after a lock, a kill or a hang-up.
///
/// # Errors
/// Those of the store.
pub fn going_on(desk: &Desk<'_>) -> Result<Option<MeetingId>, CaseworkError> {
    if desk.allow(Action::RunMeeting).is_err() {
        return Ok(None);
    }
    Ok(runner::part2_of(
        desk.store.connection(),
        desk.actor.user_id,
    )?)
}

/// Writes down how it is for somebody, as they said or typed it.
///
/// # Errors
/// Refused by role or case; Part 2 does not go on; nothing said.
pub fn hear(
    desk: &mut Desk<'_>,
    id: MeetingId,
    heard: &Heard,
) -> Result<FamilyView, CaseworkError> {
    let (case, _) = its_case(desk, id)?;
    in_part2(desk, id)?;
    let heard = Heard {
        meeting: Some(id),
        how: HeardHow::AtMeeting,
        on: desk.today(),
        ..heard.clone()
    };
    voice::record(desk, case.id, &heard)?;
    family(desk, id)
}

/// Sets the goals and actions of the plan that is made together.
///
/// # Errors
/// Refused by role or case; Part 2 does not go on; words too long; a conflict.
pub fn set_plan(
    desk: &mut Desk<'_>,
    id: MeetingId,
    kept: &FamilyPlan,
    part: &SharedPart,
) -> Result<FamilyView, CaseworkError> {
    its_case(desk, id)?;
    in_part2(desk, id)?;
    plans::set_shared(desk, kept.id, kept.version, part)?;
    family(desk, id)
}

/// Ends the meeting: the plan holds where somebody agreed to it, the next day is chosen, and what
/// is owed after a meeting begins to run.
///
/// # Errors
/// Refused by role or case; Part 2 does not go on; what the plan lacks; a next day outside the
/// window.
pub fn end(
    desk: &mut Desk<'_>,
    id: MeetingId,
    finish: &Finish,
) -> Result<FamilyView, CaseworkError> {
    let (case, _) = its_case(desk, id)?;
    in_part2(desk, id)?;
    let window = next_window(desk.rules, desk.today());
    if finish.next_on.is_some_and(|day| !window.holds(day)) {
        return Err(RunnerError::NextOutsideWindow.into());
    }
    agree(desk, &case, id, finish)?;
    let ending = Ended {
        no_part2: String::new(),
        cut_short: clean_multiline(&finish.cut_short).trim().to_owned(),
        next_on: finish.next_on,
    };
    close(desk, &case, id, &ending)?;
    family(desk, id)
}

/// Keeps the plan as everybody sees it, and lets it hold where somebody agrees. One that was
/// agreed already, before an ending that failed, is not agreed twice.
fn agree(
    desk: &mut Desk<'_>,
    case: &CaseBrief,
    id: MeetingId,
    finish: &Finish,
) -> Result<(), CaseworkError> {
    let connection = desk.store.connection();
    let made = runner::family::plan_of(connection, id)?;
    let made = made
        .map(|made| plan::family_plan(connection, made))
        .transpose()?;
    if made
        .flatten()
        .is_some_and(|made| made.status != PlanStatus::Draft)
    {
        return Ok(());
    }
    let draft = plans::begin(desk, case.id, Some(id))?;
    let part = SharedPart {
        goals: draft.goals,
        actions: draft.actions,
        not_agreed: finish.not_agreed.clone(),
    };
    let version = plans::set_shared(desk, draft.id, draft.version, &part)?;
    if let Some(agreement) = &finish.agreement {
        plans::agree(desk, draft.id, version, agreement)?;
    }
    Ok(())
}

/// Ends a meeting whose Part 2 did not take place: nobody came, or it was not appropriate.
///
/// # Errors
/// Refused by role or case; not begun; a missing reason.
pub fn end_without_family(
    desk: &mut Desk<'_>,
    id: MeetingId,
    reason: &str,
) -> Result<Part1, CaseworkError> {
    let (case, found) = its_case(desk, id)?;
    let reason = clean_multiline(reason).trim().to_owned();
    if reason.is_empty() && found.plan.part2.is_some() {
        return Err(RunnerError::ReasonMissing.into());
    }
    let ending = Ended {
        no_part2: reason,
        cut_short: String::new(),
        next_on: None,
    };
    close(desk, &case, id, &ending)?;
    desk.change(|change| read(change, &case, id))
}

/// Lifts the curtain, by the passphrase of the person at the desk: Part 1 answers again.
///
/// # Errors
/// Refused by role or case; somebody else's chair; another passphrase than theirs. Nothing has
/// changed then.
pub fn lift_curtain(
    desk: &mut Desk<'_>,
    id: MeetingId,
    passphrase: &Passphrase,
) -> Result<(), CaseworkError> {
    let (case, _) = its_case(desk, id)?;
    own_chair(desk, id)?;
    let opened = vault::unlock(desk.store.path(), &desk.actor.user_name, passphrase);
    let is_theirs = opened.is_ok();
    desk.change(|change| {
        let deed = if is_theirs {
            "curtain-lifted"
        } else {
            "curtain-not-lifted"
        };
        change.audit(deed, Some(case.id.0), &subject(id), &json!({}))?;
        let run = runner::run(change.tx, id)?;
        if is_theirs && run.is_some_and(|run| run.stage == RunStage::Part2) {
            runner::set_stage(change.tx, id, RunStage::Part1, change.now)?;
        }
        Ok(())
    })?;
    opened?;
    Ok(())
}

struct Ended {
    no_part2: String,
    cut_short: String,
    next_on: Option<NaiveDate>,
}

fn close(
    desk: &mut Desk<'_>,
    case: &CaseBrief,
    id: MeetingId,
    ended: &Ended,
) -> Result<(), CaseworkError> {
    let rules = desk.rules;
    desk.change(|change| {
        let found = planned(change, id)?;
        if runner::run(change.tx, id)?.is_none() {
            return Err(RunnerError::NotBegun.into());
        }
        runner::end(
            change.tx,
            id,
            &Ending {
                at: change.now,
                no_part2_reason: &ended.no_part2,
                cut_short_reason: &ended.cut_short,
                next_on: ended.next_on,
            },
        )?;
        meeting::set_status(change.tx, &found, MeetingStatus::Held, "")?;
        after_meeting(change, rules, &found)?;
        let kind: &str = found.plan.kind.into();
        let detail = json!({ "kind": kind, "on": found.plan.day.to_string() });
        let user = Some(change.actor.user_id);
        event::append(
            change.tx,
            case.id,
            change.now,
            EventKind::MeetingHeld,
            Some(id.0),
            user,
            &detail,
        )?;
        Ok(change.audit("meeting-ended", Some(case.id.0), &subject(id), &detail)?)
    })
}

/// While Part 2 goes on, it is its chair's: whoever else would have it takes the chair first.
fn own_chair(desk: &Desk<'_>, id: MeetingId) -> Result<(), CaseworkError> {
    match runner::run(desk.store.connection(), id)? {
        Some(run) if run.stage == RunStage::Part2 && run.chair != desk.actor.user_id => {
            Err(RunnerError::OtherChair.into())
        }
        _ => Ok(()),
    }
}

fn in_part2(desk: &Desk<'_>, id: MeetingId) -> Result<(), CaseworkError> {
    own_chair(desk, id)?;
    match runner::run(desk.store.connection(), id)?.map(|run| run.stage) {
        Some(RunStage::Part2) => Ok(()),
        _ => Err(RunnerError::NotInPart2.into()),
    }
}

fn next_window(rules: &Rules, today: NaiveDate) -> crate::domain::calendar::DateWindow {
    window(MeetingKind::Review, today, &rules.policies).days
}

fn view(change: &Change<'_>, rules: &Rules, found: &Meeting) -> Result<FamilyView, CaseworkError> {
    let (tx, id) = (change.tx, found.id);
    let run = runner::run(tx, id)?.ok_or(RunnerError::NotBegun)?;
    let is_over = run.stage == RunStage::Ended;
    let began_at = run.part2_began_at.filter(|_| run.stage != RunStage::Part1);
    let began_at = began_at.ok_or(RunnerError::NotInPart2)?;
    let today = began_at
        .with_timezone(&chrono_tz::Europe::London)
        .date_naive();
    let (called, chair) = runner::family::called(tx, id)?;
    let made = runner::family::plan_of(tx, id)?.ok_or(RunnerError::NotInPart2)?;
    let plan = plan::family_plan(tx, made)?.ok_or(RunnerError::NotInPart2)?;
    Ok(FamilyView {
        meeting: id,
        called,
        chair,
        here: runner::family::here(tx, id)?,
        told: runner::family::told(tx, id)?,
        wanted_to_say: runner::family::wanted_to_say(tx, id)?,
        plan,
        next_window: next_window(rules, today),
        next_on: runner::family::next_on(tx, id)?,
        heard: runner::family::heard(tx, id)?,
        began_at,
        minutes: found.plan.part2.as_ref().map_or(0, |part| part.minutes),
        is_over,
    })
}
