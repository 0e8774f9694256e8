//! Preparing a meeting: what each of the young person and family was told and asked, what can't be
//! shared and who agreed, which reports have come in.
//!
//! The clock of preparation stops when the whole check list is done, and runs again when
//! something on it is open again: somebody new on the list, a move that people are to be told of.

mod error;
#[cfg(test)]
pub(in crate::casework) mod tests;

use chrono::NaiveDate;
use chrono_tz::Europe::London;
use serde_json::json;

pub use self::error::PreparationError;
use super::meetings::MeetingError;
use super::{CaseworkError, Change, Desk};
use crate::domain::case::{CaseBrief, CaseId, ClockKind, Due};
use crate::domain::meeting::{InvitedKind, Meeting, MeetingId, MeetingStatus};
use crate::domain::person::ChosenLanguage;
use crate::domain::plain_text::{clean, clean_multiline};
use crate::domain::preparation::{
    PersonItem, PersonPreparation, Prepared, Report, Sheet, Withheld,
};
use crate::domain::roles::Action;
use crate::domain::rules::Rules;
use crate::domain::sharing::{Confidential, Shareable};
use crate::store::{clock, invitation, meeting, preparation};

/// Which meeting is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    Meeting(MeetingId),
    /// The one that is planned in a case, or one called off of which people are still to be told.
    Case(CaseId),
}

/// The preparation of a meeting with its case.
///
/// # Errors
/// Refused by role or case; no such meeting.
pub fn sheet(desk: &mut Desk<'_>, wanted: Wanted) -> Result<(CaseBrief, Sheet), CaseworkError> {
    let (case, id) = found(desk, Action::SeeCase, wanted)?;
    let rules = desk.rules;
    desk.change(|change| {
        change.audit(
            "preparation-seen",
            Some(case.id.0),
            &subject(id),
            &json!({}),
        )?;
        let sheet = read(change, id, rules)?;
        Ok((case, sheet))
    })
}

/// Keeps what is prepared with one person of the list.
///
/// # Errors
/// Refused by role or case; a meeting that is not planned any more; somebody with whom nothing is
/// to be prepared; what cannot be right; a conflict where somebody else changed it since.
pub fn prepare(
    desk: &mut Desk<'_>,
    id: MeetingId,
    person: i64,
    given: &PersonPreparation,
) -> Result<(), CaseworkError> {
    let (case, id) = found(desk, Action::PlanMeeting, Wanted::Meeting(id))?;
    let given = cleaned(given);
    let faults = given.faults(desk.today());
    if !faults.is_empty() {
        return Err(PreparationError::Faults(faults).into());
    }
    let rules = desk.rules;
    desk.change(|change| {
        let meeting = planned(change, id)?;
        let people = &meeting.plan.people;
        let listed = people.iter().find(|one| one.row == Some(person));
        if listed.is_none_or(|one| PersonItem::of(one, &meeting.plan).is_empty()) {
            return Err(PreparationError::NobodyThere.into());
        }
        let kept = preparation::of_meeting(change.tx, id)?.remove(&person);
        let given = told_again(given, kept.as_ref());
        preparation::save(change.tx, person, &given)?;
        let told = given.told_on.map(|on| on.to_string());
        let detail = json!({ "person": person, "told": told });
        change.audit("person-prepared", Some(case.id.0), &subject(id), &detail)?;
        settle(change, &case, id, rules)
    })
}

/// Notes something that can't be shared in Part 2, with who agreed to that, in the place of an
/// earlier note where one is named. Without something withheld it says that those who were asked
/// hold nothing back.
///
/// # Errors
/// Refused by role or case; a meeting that is not planned any more; a reason or name missing;
/// "nothing" while something is held back; a conflict where somebody else withdrew the note.
pub fn hold_back(
    desk: &mut Desk<'_>,
    id: MeetingId,
    instead_of: Option<i64>,
    withheld: Option<&Withheld>,
    agreed_by: &Confidential,
) -> Result<(), CaseworkError> {
    let (case, id) = found(desk, Action::PlanMeeting, Wanted::Meeting(id))?;
    let withheld = withheld.map(|given| Withheld {
        what: said(&given.what),
        reason: said(&given.reason),
    });
    let agreed_by = line(agreed_by);
    let is_whole = withheld
        .as_ref()
        .is_none_or(|given| !given.what.is_blank() && !given.reason.is_blank());
    if !is_whole || agreed_by.is_blank() {
        return Err(PreparationError::NotWhole.into());
    }
    let rules = desk.rules;
    desk.change(|change| {
        planned(change, id)?;
        let (by, now) = (change.actor.user_id, change.now);
        if let Some(earlier) = instead_of {
            preparation::withdraw_held_back(change.tx, id, earlier, by, now)?;
        }
        for note in preparation::held_back(change.tx, id)? {
            match (&note.withheld, &withheld) {
                (Some(_), None) => return Err(PreparationError::StillHeldBack.into()),
                // A new answer to the same question.
                (None, _) => preparation::withdraw_held_back(change.tx, id, note.id, by, now)?,
                (Some(_), Some(_)) => {}
            }
        }
        let note =
            preparation::insert_held_back(change.tx, id, withheld.as_ref(), &agreed_by, by, now)?;
        let detail =
            json!({ "note": note, "nothing": withheld.is_none(), "instead_of": instead_of });
        change.audit("held-back", Some(case.id.0), &subject(id), &detail)?;
        settle(change, &case, id, rules)
    })
}

/// Withdraws a note of what can't be shared. It stays on record.
///
/// # Errors
/// As for [`hold_back`].
pub fn take_back(desk: &mut Desk<'_>, id: MeetingId, note: i64) -> Result<(), CaseworkError> {
    let (case, id) = found(desk, Action::PlanMeeting, Wanted::Meeting(id))?;
    let rules = desk.rules;
    desk.change(|change| {
        planned(change, id)?;
        let by = change.actor.user_id;
        preparation::withdraw_held_back(change.tx, id, note, by, change.now)?;
        let detail = json!({ "note": note });
        change.audit(
            "held-back-withdrawn",
            Some(case.id.0),
            &subject(id),
            &detail,
        )?;
        settle(change, &case, id, rules)
    })
}

/// Writes down that an agency's report came in; without a day, that it has not after all.
/// `version` is that of the row it was read from, 0 where there was none.
///
/// # Errors
/// Refused by role or case; a meeting that is not planned any more; an agency that is not asked;
/// a day to come; a conflict.
pub fn report_received(
    desk: &mut Desk<'_>,
    id: MeetingId,
    agency: &str,
    received_on: Option<NaiveDate>,
    note: &Confidential,
    version: i64,
) -> Result<(), CaseworkError> {
    let (case, id) = found(desk, Action::PlanMeeting, Wanted::Meeting(id))?;
    if received_on.is_some_and(|on| on > desk.today()) {
        return Err(PreparationError::ReceivedInFuture.into());
    }
    let note = line(note);
    let rules = desk.rules;
    desk.change(|change| {
        planned(change, id)?;
        let sheet = read(change, id, rules)?;
        let is_known = sheet.agencies().contains(&agency) || sheet.report_of(agency).is_some();
        if !is_known {
            return Err(PreparationError::NobodyThere.into());
        }
        match received_on {
            Some(received_on) => preparation::save_report(
                change.tx,
                id,
                &Report {
                    agency: agency.to_owned(),
                    received_on,
                    note,
                    version,
                },
            )?,
            None => preparation::remove_report(change.tx, id, agency, version)?,
        }
        let on = received_on.map(|on| on.to_string());
        let detail = json!({ "agency": agency, "received": on });
        change.audit("report-received", Some(case.id.0), &subject(id), &detail)?;
        settle(change, &case, id, rules)
    })
}

/// Lets the clock of preparation follow the check list. Every deed that may change the list calls
/// it, in its own transaction.
///
/// # Errors
/// Those of the store; no such meeting.
pub fn settle(
    change: &Change<'_>,
    case: &CaseBrief,
    id: MeetingId,
    rules: &Rules,
) -> Result<(), CaseworkError> {
    let sheet = read(change, id, rules)?;
    let kind = ClockKind::Preparation;
    let is_running = clock::is_open(change.tx, case.id, kind, Some(id.0))?;
    let is_over = sheet.meeting.status == MeetingStatus::Held;
    if is_over || sheet.progress().is_ready() {
        clock::finish(change.tx, case.id, kind, Some(id.0), change.now)?;
    } else if !is_running {
        let today = change.now.with_timezone(&London).date_naive();
        // Those asked to a meeting that was called off are told at once.
        let by = if sheet.is_planned() {
            sheet.ready_by
        } else {
            today
        };
        let owner = case.owner.or(Some(change.actor.user_id));
        clock::start(change.tx, case.id, kind, Some(id.0), Due::By(by), owner)?;
    }
    Ok(())
}

/// All of a meeting's preparation, within a change.
pub(super) fn read(
    change: &Change<'_>,
    id: MeetingId,
    rules: &Rules,
) -> Result<Sheet, CaseworkError> {
    let meeting = meeting::by_id(change.tx, id)?.ok_or(MeetingError::NoMeeting)?;
    let known = invitation::language_known(change.tx, meeting.case)?;
    let mut kept = preparation::of_meeting(change.tx, id)?;
    let listed = meeting.plan.people.iter();
    let people = listed
        .map(|person| (person, PersonItem::of(person, &meeting.plan)))
        .filter(|(_, items)| !items.is_empty())
        .map(|(person, items)| {
            let row = person.row.unwrap_or_default();
            let mut preparation = kept.remove(&row).unwrap_or_default();
            // The young person has chosen already, where the case knows it. What they speak says
            // nothing of what their parents do.
            let is_open = preparation.language == ChosenLanguage::NotAsked;
            if is_open && person.kind == InvitedKind::YoungPerson {
                preparation.language = known;
            }
            Prepared {
                person: person.clone(),
                items,
                preparation,
            }
        })
        .collect();
    let ready_by = rules.policies.prepared_by(meeting.plan.day);
    Ok(Sheet {
        people,
        held_back: preparation::held_back(change.tx, id)?,
        reports: preparation::reports(change.tx, id)?,
        invitations: invitation::of_meeting(change.tx, id)?,
        ready_by,
        meeting,
    })
}

/// The case of the meeting that is meant, where the person may do this with it.
pub(super) fn found(
    desk: &Desk<'_>,
    action: Action,
    wanted: Wanted,
) -> Result<(CaseBrief, MeetingId), CaseworkError> {
    desk.allow(action)?;
    let connection = desk.store.connection();
    match wanted {
        Wanted::Case(id) => {
            let case = desk.case(action, id)?;
            let found = invitation::meeting_in_hand(connection, id)?;
            Ok((case, found.ok_or(MeetingError::NoMeeting)?))
        }
        Wanted::Meeting(id) => {
            let found = meeting::by_id(connection, id)?.ok_or(MeetingError::NoMeeting)?;
            Ok((desk.case(action, found.case)?, id))
        }
    }
}

/// A meeting that is still planned.
fn planned(change: &Change<'_>, id: MeetingId) -> Result<Meeting, CaseworkError> {
    let meeting = meeting::by_id(change.tx, id)?.ok_or(MeetingError::NoMeeting)?;
    if meeting.status == MeetingStatus::Planned {
        return Ok(meeting);
    }
    Err(MeetingError::NotPlanned.into())
}

/// With all text from people cleaned, and without what does not belong together.
fn cleaned(given: &PersonPreparation) -> PersonPreparation {
    let shared_line = |text: &Shareable| Shareable::new(clean(text.as_str()).trim());
    PersonPreparation {
        told_by: line(&given.told_by),
        told_how: line(&given.told_how),
        wants_to_say: Shareable::new(clean_multiline(given.wants_to_say.as_str()).trim()),
        said_by: shared_line(&given.said_by),
        beside_them: shared_line(&given.beside_them),
        transport: line(&given.transport),
        venue_hard: said(&given.venue_hard),
        ..given.clone()
    }
    .consistent()
}

/// Of somebody who is to be told again, what they were told before stays until they are: nothing
/// said of it means that nobody has told them yet.
fn told_again(given: PersonPreparation, kept: Option<&PersonPreparation>) -> PersonPreparation {
    let Some(kept) = kept.filter(|kept| kept.tell_again) else {
        return PersonPreparation {
            tell_again: false,
            ..given
        };
    };
    let tell_again = given.told_on.is_none();
    let says_nothing = tell_again && given.told_by.is_blank() && given.told_how.is_blank();
    if says_nothing {
        return PersonPreparation {
            told_on: kept.told_on,
            told_by: kept.told_by.clone(),
            told_how: kept.told_how.clone(),
            tell_again,
            ..given
        };
    }
    PersonPreparation {
        tell_again,
        ..given
    }
}

fn line(text: &Confidential) -> Confidential {
    Confidential::new(clean(text.for_professionals()).trim())
}

fn said(text: &Confidential) -> Confidential {
    Confidential::new(clean_multiline(text.for_professionals()).trim())
}

pub(super) fn subject(id: MeetingId) -> String {
    format!("meeting {}", id.0)
}
