//! Running a meeting: Part 1 from its beginning to the curtain, and what is shared of it.
//!
//! While Part 2 goes on, Part 1 is behind the curtain: nothing here answers, whoever asks, until
//! the chair's own passphrase has lifted it (`part2`).

mod chair;
mod error;
mod part2;
mod sharing;
#[cfg(test)]
pub(super) mod tests;

use serde_json::json;

pub use self::chair::{take_chair, unlock_in_part2};
pub use self::error::RunnerError;
pub use self::part2::{
    draw_curtain, end, end_without_family, family, going_on, hear, lift_curtain, set_plan,
};
pub use self::sharing::{preview, share_with_family, take_back};
use super::meetings::instant_in_wales;
use super::{CaseworkError, Change, Desk};
use crate::domain::case::CaseBrief;
use crate::domain::meeting::{Invited, Meeting, MeetingId, MeetingStatus};
use crate::domain::plain_text::{clean, clean_multiline};
use crate::domain::roles::Action;
use crate::domain::runner::{Attending, How, ItemId, NewItem, Part1, RunStage};
use crate::domain::sharing::Confidential;
use crate::store::{meeting, plan, runner, voice};

/// Longer words are refused: what is said in a meeting is not an essay, and a paste may be.
pub const LONGEST_WORDS_CHARS: usize = 4000;

/// All that the runner of Part 1 shows.
///
/// # Errors
/// Refused by role or case; no such meeting; Part 2 goes on.
pub fn open(desk: &mut Desk<'_>, id: MeetingId) -> Result<Part1, CaseworkError> {
    let (case, _) = its_case(desk, id)?;
    desk.change(|change| {
        change.audit("part1-seen", Some(case.id.0), &subject(id), &json!({}))?;
        read(change, &case, id)
    })
}

/// Begins a meeting: whoever does it takes the chair, and the meeting is today's.
///
/// # Errors
/// As for [`open`]; a meeting that was held or cancelled.
pub fn begin(desk: &mut Desk<'_>, id: MeetingId) -> Result<Part1, CaseworkError> {
    let (case, _) = its_case(desk, id)?;
    let today = desk.today();
    desk.change(|change| {
        let found = planned(change, id)?;
        if runner::run(change.tx, id)?.is_none() {
            runner::begin(change.tx, id, change.actor.user_id, change.now)?;
            if found.plan.day != today {
                meeting::set_day(change.tx, &found, today)?;
            }
            let detail = json!({ "planned_on": found.plan.day.to_string() });
            change.audit("meeting-begun", Some(case.id.0), &subject(id), &detail)?;
        }
        read(change, &case, id)
    })
}

/// Notes how somebody attends a part.
///
/// # Errors
/// As for [`open`]; not begun; somebody who is not on this list; who came instead is missing.
pub fn attend(
    desk: &mut Desk<'_>,
    id: MeetingId,
    attending: &Attending,
) -> Result<Part1, CaseworkError> {
    let (case, found) = its_case(desk, id)?;
    let is_listed = |one: &Invited| one.row == Some(attending.person);
    if !found.plan.people.iter().any(is_listed) {
        return Err(RunnerError::NotOnTheList.into());
    }
    let represented_by = clean(&attending.represented_by).trim().to_owned();
    let is_represented = attending.how == How::Represented;
    if is_represented && represented_by.is_empty() {
        return Err(RunnerError::RepresentedByWhom.into());
    }
    let attending = Attending {
        represented_by: if is_represented {
            represented_by
        } else {
            String::new()
        },
        ..attending.clone()
    };
    desk.change(|change| {
        in_part1(change, id)?;
        runner::attend(change.tx, &attending)?;
        let how: &str = attending.how.into();
        let detail = json!({
            "person": attending.person, "part": attending.part.number(), "how": how,
        });
        change.audit("attendance-noted", Some(case.id.0), &subject(id), &detail)?;
        read(change, &case, id)
    })
}

/// Puts somebody on the list who came without being asked.
///
/// # Errors
/// As for [`open`]; not begun; nobody named.
pub fn bring(desk: &mut Desk<'_>, id: MeetingId, person: &Invited) -> Result<Part1, CaseworkError> {
    let (case, _) = its_case(desk, id)?;
    let person = Invited {
        row: None,
        name: clean(&person.name).trim().to_owned(),
        role: clean(&person.role).trim().to_owned(),
        ..person.clone()
    };
    if person.name.is_empty() {
        return Err(CaseworkError::NoName);
    }
    desk.change(|change| {
        in_part1(change, id)?;
        let row = meeting::insert_person(change.tx, id, &person)?;
        let detail = json!({ "person": row });
        change.audit("person-brought", Some(case.id.0), &subject(id), &detail)?;
        read(change, &case, id)
    })
}

/// Writes down something said. It is the professionals' until somebody releases it.
///
/// # Errors
/// As for [`open`]; not begun; nothing said, or too much.
pub fn add_item(
    desk: &mut Desk<'_>,
    id: MeetingId,
    item: &NewItem,
) -> Result<Part1, CaseworkError> {
    let (case, _) = its_case(desk, id)?;
    let item = cleaned(item)?;
    desk.change(|change| {
        in_part1(change, id)?;
        let row = runner::insert_item(change.tx, id, &item, change.actor.user_id)?;
        let detail = json!({ "item": row.0 });
        change.audit("item-added", Some(case.id.0), &subject(id), &detail)?;
        read(change, &case, id)
    })
}

/// Puts other words in the place of something said. What was released of it stays released, in
/// the family's own words.
///
/// # Errors
/// As for [`add_item`]; a conflict where somebody else changed it since `version`.
pub fn change_item(
    desk: &mut Desk<'_>,
    item: ItemId,
    version: i64,
    new: &NewItem,
) -> Result<Part1, CaseworkError> {
    let id = its_meeting(desk, item)?;
    let (case, _) = its_case(desk, id)?;
    let new = cleaned(new)?;
    desk.change(|change| {
        in_part1(change, id)?;
        runner::update_item(change.tx, item, version, &new)?;
        let detail = json!({ "item": item.0 });
        change.audit("item-changed", Some(case.id.0), &subject(id), &detail)?;
        read(change, &case, id)
    })
}

/// Takes something off that was not said; what was released of it is taken back with it.
///
/// # Errors
/// As for [`change_item`].
pub fn remove_item(
    desk: &mut Desk<'_>,
    item: ItemId,
    version: i64,
) -> Result<Part1, CaseworkError> {
    let id = its_meeting(desk, item)?;
    let (case, _) = its_case(desk, id)?;
    desk.change(|change| {
        in_part1(change, id)?;
        runner::remove_item(change.tx, item, version, change.now)?;
        runner::take_back(change.tx, item, change.actor.user_id, change.now)?;
        let detail = json!({ "item": item.0 });
        change.audit("item-removed", Some(case.id.0), &subject(id), &detail)?;
        read(change, &case, id)
    })
}

pub(super) fn read(
    change: &Change<'_>,
    case: &CaseBrief,
    id: MeetingId,
) -> Result<Part1, CaseworkError> {
    let tx = change.tx;
    let found = meeting::by_id(tx, id)?.ok_or(RunnerError::NoMeeting)?;
    let run = runner::run(tx, id)?;
    if let Some(run) = run.as_ref().filter(|run| run.stage == RunStage::Part2) {
        return Err(behind_curtain(run.chair, change.actor.user_id).into());
    }
    let (panel, of_panel) = super::panel::live(change, id)?;
    // Where this meeting has made a plan already, it is the one before.
    let plan = plan::before_meeting(tx, case.id, id)?;
    let (_, chair_name) = runner::family::called(tx, id)?;
    Ok(Part1 {
        attending: runner::attending(tx, id)?,
        items: runner::items(tx, id)?,
        scores: voice::scores(tx, case.id)?,
        plan: plan.map(|id| plan::by_id(tx, id)).transpose()?.flatten(),
        part2_due: found
            .plan
            .part2
            .as_ref()
            .map(|part| instant_in_wales(part.span(found.plan.day).0)),
        panel,
        of_panel,
        chair_name: chair_name.as_str().to_owned(),
        case: case.clone(),
        meeting: found,
        run,
    })
}

/// The case of a meeting, where this person may run it.
pub(super) fn its_case(
    desk: &Desk<'_>,
    id: MeetingId,
) -> Result<(CaseBrief, Meeting), CaseworkError> {
    desk.allow(Action::RunMeeting)?;
    let found = meeting::by_id(desk.store.connection(), id)?.ok_or(RunnerError::NoMeeting)?;
    Ok((desk.case(Action::RunMeeting, found.case)?, found))
}

pub(super) fn its_meeting(desk: &Desk<'_>, item: ItemId) -> Result<MeetingId, CaseworkError> {
    desk.allow(Action::RunMeeting)?;
    let found = runner::meeting_of(desk.store.connection(), item)?;
    Ok(found.ok_or(RunnerError::NoItem)?)
}

fn planned(change: &Change<'_>, id: MeetingId) -> Result<Meeting, CaseworkError> {
    let found = meeting::by_id(change.tx, id)?.ok_or(RunnerError::NoMeeting)?;
    if found.status != MeetingStatus::Planned {
        return Err(RunnerError::NotPlanned.into());
    }
    Ok(found)
}

/// Why Part 1 does not answer: to its chair, who can lift the curtain, and to anybody else, who is
/// to take the chair first.
fn behind_curtain(chair: i64, user: i64) -> RunnerError {
    if chair == user {
        RunnerError::BehindCurtain
    } else {
        RunnerError::OtherChair
    }
}

/// Part 1 goes on, or the meeting has ended and its record is being put right.
pub(super) fn in_part1(change: &Change<'_>, id: MeetingId) -> Result<(), CaseworkError> {
    match runner::run(change.tx, id)? {
        None => Err(RunnerError::NotBegun.into()),
        Some(run) if run.stage == RunStage::Part2 => {
            Err(behind_curtain(run.chair, change.actor.user_id).into())
        }
        Some(_) => Ok(()),
    }
}

fn cleaned(item: &NewItem) -> Result<NewItem, CaseworkError> {
    let words = clean_multiline(item.words.for_professionals());
    let words = words.trim();
    if words.is_empty() {
        return Err(RunnerError::NothingSaid.into());
    }
    if words.chars().nth(LONGEST_WORDS_CHARS).is_some() {
        return Err(RunnerError::TooLong.into());
    }
    Ok(NewItem {
        words: Confidential::new(words),
        ..item.clone()
    })
}

fn subject(id: MeetingId) -> String {
    format!("meeting {}", id.0)
}
