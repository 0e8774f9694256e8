//! The one way from what professionals said to what the family hears: somebody decides it, item
//! by item, in words made for the family, and it is written down who and when.

use serde_json::json;

use super::{LONGEST_WORDS_CHARS, RunnerError, in_part1, its_case, its_meeting, read, subject};
use crate::casework::{CaseworkError, Desk};
use crate::domain::meeting::MeetingId;
use crate::domain::plain_text::clean_multiline;
use crate::domain::runner::{ItemId, Part1};
use crate::domain::sharing::{PersonHere, Shareable};
use crate::store::runner;

/// Releases something said, in the words in which the family will hear it.
///
/// # Errors
/// Refused by role or case; no such item; behind the curtain; no words, or too many.
pub fn share_with_family(
    desk: &mut Desk<'_>,
    item: ItemId,
    words: &str,
) -> Result<Part1, CaseworkError> {
    let id = its_meeting(desk, item)?;
    let (case, _) = its_case(desk, id)?;
    let words = clean_multiline(words);
    let words = words.trim();
    if words.is_empty() {
        return Err(RunnerError::NothingSaid.into());
    }
    if words.chars().nth(LONGEST_WORDS_CHARS).is_some() {
        return Err(RunnerError::TooLong.into());
    }
    let words = Shareable::new(words);
    desk.change(|change| {
        in_part1(change, id)?;
        runner::release(change.tx, item, &words, change.actor.user_id, change.now)?;
        let detail = json!({ "item": item.0 });
        change.audit("shared-with-family", Some(case.id.0), &subject(id), &detail)?;
        read(change, &case, id)
    })
}

/// Takes back what was released; it is the professionals' again.
///
/// # Errors
/// As for [`share_with_family`].
pub fn take_back(desk: &mut Desk<'_>, item: ItemId) -> Result<Part1, CaseworkError> {
    let id = its_meeting(desk, item)?;
    let (case, _) = its_case(desk, id)?;
    desk.change(|change| {
        in_part1(change, id)?;
        runner::take_back(change.tx, item, change.actor.user_id, change.now)?;
        let detail = json!({ "item": item.0 });
        change.audit("taken-back", Some(case.id.0), &subject(id), &detail)?;
        read(change, &case, id)
    })
}

/// Exactly what the family will see first: who is there, and what they will be told. It is read
/// as Part 2 reads it, so that the two cannot differ.
///
/// # Errors
/// Refused by role or case; no such meeting; behind the curtain already.
pub fn preview(
    desk: &mut Desk<'_>,
    id: MeetingId,
) -> Result<(Vec<PersonHere>, Vec<Shareable>), CaseworkError> {
    let (case, _) = its_case(desk, id)?;
    desk.change(|change| {
        in_part1(change, id)?;
        change.audit(
            "curtain-previewed",
            Some(case.id.0),
            &subject(id),
            &json!({}),
        )?;
        let here = runner::family::here(change.tx, id)?;
        Ok((here, runner::family::told(change.tx, id)?))
    })
}
