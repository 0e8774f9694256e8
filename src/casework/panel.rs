//! What is done with the Risky Behaviour Panel's register: looking, raising, noting; and what a
//! meeting gives to it and takes from it.

mod error;
#[cfg(test)]
mod tests;

use serde_json::json;

pub use self::error::PanelError;
use super::runner::{in_part1, its_case, its_meeting, read};
use super::{CaseworkError, Desk};
use crate::domain::meeting::MeetingId;
use crate::domain::panel::{
    NewIssue, NewPanelNote, PanelIssue, PanelIssueId, PanelPage, names_young_person,
};
use crate::domain::plain_text;
use crate::domain::roles::{Action, may};
use crate::domain::runner::{ItemId, ItemSection, NewItem, Part1};
use crate::domain::sharing::Confidential;
use crate::store::panel::Link;
use crate::store::{case_record, panel, person, runner};

/// More live issues than any Panel has at once.
const MOST_LISTED: u32 = 500;
/// Longer than anything that is said of an issue.
const LONGEST_CHARS: usize = 2_000;

/// The register: live issues, or closed ones too, the latest first.
///
/// # Errors
/// Refused by role.
pub fn list(desk: &mut Desk<'_>, only_live: bool) -> Result<Vec<PanelIssue>, CaseworkError> {
    desk.allow(Action::SeePanel)?;
    desk.change(|change| {
        change.audit("panel-listed", None, "", &json!({ "only_live": only_live }))?;
        Ok(panel::issues(change.tx, only_live, MOST_LISTED)?)
    })
}

/// One issue, with what was noted of it; and the cases that hang together with it, to those who
/// see cases and may see these.
///
/// # Errors
/// Refused by role; no such issue.
pub fn look(desk: &mut Desk<'_>, id: PanelIssueId) -> Result<PanelPage, CaseworkError> {
    desk.allow(Action::SeePanel)?;
    let sees_cases = may(desk.actor.role, Action::SeeCase);
    desk.change(|change| {
        let issue = panel::by_id(change.tx, id)?.ok_or(PanelError::NoIssue)?;
        let mut cases = Vec::new();
        if sees_cases {
            for case in panel::cases(change.tx, id)? {
                let is_named =
                    case_record::is_named_for(change.tx, case.id, change.actor.user_id, change.now);
                if !case.is_restricted || is_named? {
                    cases.push(case);
                }
            }
        }
        change.audit("panel-read", None, &subject(id), &json!({}))?;
        Ok(PanelPage {
            issue,
            notes: panel::notes(change.tx, id)?,
            cases,
        })
    })
}

/// Raises an issue that no meeting gave.
///
/// # Errors
/// Refused by role; nothing said, or too much.
pub fn raise(desk: &mut Desk<'_>, new: &NewIssue) -> Result<PanelIssueId, CaseworkError> {
    desk.allow(Action::KeepPanel)?;
    let new = cleaned(new)?;
    desk.change(|change| {
        let id = panel::insert(change.tx, &new, change.now, change.actor.user_id)?;
        change.audit("panel-raised", None, &subject(id), &json!({}))?;
        Ok(id)
    })
}

/// Notes what was learnt or done about an issue, to whom it was passed, and whether it goes on.
///
/// # Errors
/// Refused by role; no such agency; nothing said, or too much; somebody noted something since
/// `version`.
pub fn note(
    desk: &mut Desk<'_>,
    id: PanelIssueId,
    version: i64,
    new: &NewPanelNote,
) -> Result<(), CaseworkError> {
    desk.allow(Action::KeepPanel)?;
    if !new.passed_to.is_empty() && desk.rules.policies.agencies.get(&new.passed_to).is_none() {
        return Err(PanelError::NoAgency.into());
    }
    let new = NewPanelNote {
        words: said(&new.words)?,
        ..new.clone()
    };
    desk.change(|change| {
        panel::note(
            change.tx,
            id,
            version,
            &new,
            change.now,
            change.actor.user_id,
        )?;
        let detail = json!({ "is_live": new.is_live, "passed_to": new.passed_to });
        Ok(change.audit("panel-noted", None, &subject(id), &detail)?)
    })
}

/// Gives something said in Part 1 to the Panel, in words for the Panel.
///
/// # Errors
/// As for the runner's own deeds; the young person's name in the words; given already.
pub fn give(desk: &mut Desk<'_>, item: ItemId, new: &NewIssue) -> Result<Part1, CaseworkError> {
    desk.allow(Action::KeepPanel)?;
    let meeting = its_meeting(desk, item)?;
    let (case, _) = its_case(desk, meeting)?;
    let new = cleaned(new)?;
    desk.change(|change| {
        in_part1(change, meeting)?;
        let young = person::of(change.tx, case.id)?;
        if names_young_person(&new, &young) {
            return Err(PanelError::NamesYoungPerson.into());
        }
        if panel::linked(change.tx, meeting)?
            .iter()
            .any(|(linked, _)| *linked == item)
        {
            return Err(PanelError::GivenAlready.into());
        }
        let by = change.actor.user_id;
        let issue = panel::insert(change.tx, &new, change.now, by)?;
        let link = Link {
            issue,
            case: case.id,
            meeting,
            item,
            is_given: true,
        };
        panel::link(change.tx, link, change.now, by)?;
        let detail = json!({ "item": item.0, "issue": issue.0 });
        change.audit("panel-given", Some(case.id.0), &subject(issue), &detail)?;
        read(change, &case, meeting)
    })
}

/// Takes a live issue of the Panel into Part 1, among the wider risks. It is the professionals'
/// there, as everything is, until it is released.
///
/// # Errors
/// As for the runner's own deeds; no such issue, or a closed one; taken already.
pub fn take(
    desk: &mut Desk<'_>,
    id: MeetingId,
    issue: PanelIssueId,
) -> Result<Part1, CaseworkError> {
    desk.allow(Action::SeePanel)?;
    let (case, _) = its_case(desk, id)?;
    desk.change(|change| {
        in_part1(change, id)?;
        let found = panel::by_id(change.tx, issue)?.ok_or(PanelError::NoIssue)?;
        if !found.is_live {
            return Err(PanelError::Closed.into());
        }
        // What was taken off the list again may be taken once more.
        let there = runner::items(change.tx, id)?;
        let is_there = |(item, linked): &(ItemId, PanelIssueId)| {
            *linked == issue && there.iter().any(|one| one.id == *item)
        };
        if panel::linked(change.tx, id)?.iter().any(is_there) {
            return Err(PanelError::TakenAlready.into());
        }
        let mut words = found.what.for_professionals().to_owned();
        let place = found.place.for_professionals();
        if !place.is_empty() {
            words = format!("{words} ({place})");
        }
        let new = NewItem {
            section: ItemSection::WiderRisks,
            change: None,
            agency: String::new(),
            words: Confidential::new(words),
        };
        let by = change.actor.user_id;
        let item = runner::insert_item(change.tx, id, &new, by)?;
        let link = Link {
            issue,
            case: case.id,
            meeting: id,
            item,
            is_given: false,
        };
        panel::link(change.tx, link, change.now, by)?;
        let detail = json!({ "item": item.0, "issue": issue.0 });
        change.audit("panel-taken", Some(case.id.0), &subject(issue), &detail)?;
        read(change, &case, id)
    })
}

/// Live issues, and which of what was said in a meeting is the Panel's, under which number.
type OfPanel = (Vec<PanelIssue>, Vec<(ItemId, PanelIssueId)>);

/// The live issues that a meeting may take.
///
/// # Errors
/// Those of the store.
pub(super) fn live(change: &super::Change<'_>, id: MeetingId) -> Result<OfPanel, CaseworkError> {
    let live = panel::issues(change.tx, true, MOST_LISTED)?;
    let linked = panel::linked(change.tx, id)?;
    Ok((live, linked))
}

fn subject(id: PanelIssueId) -> String {
    format!("panel:{}", id.0)
}

fn cleaned(new: &NewIssue) -> Result<NewIssue, PanelError> {
    let place = plain_text::clean_multiline(new.place.for_professionals());
    if place.chars().count() > LONGEST_CHARS {
        return Err(PanelError::TooLong);
    }
    Ok(NewIssue {
        kind: new.kind,
        what: said(&new.what)?,
        place: Confidential::new(place.trim()),
    })
}

fn said(words: &Confidential) -> Result<Confidential, PanelError> {
    let words = plain_text::clean_multiline(words.for_professionals());
    let words = words.trim();
    if words.is_empty() {
        return Err(PanelError::NothingSaid);
    }
    if words.chars().count() > LONGEST_CHARS {
        return Err(PanelError::TooLong);
    }
    Ok(Confidential::new(words))
}
