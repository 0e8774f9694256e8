//! What young people and families say, what is done in answer, and what they are told.
//!
//! It is recorded at any time, by anybody who works with them, and never changed: a slip is put
//! right by recording again. Two reminders run while a case is to be heard or on the protocol:
//! the young person was not heard, the family was not told.

mod error;
mod reminders;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use serde_json::{Value, json};

pub use self::error::VoiceError;
pub(super) use self::reminders::{family_was_at_meeting, start_reminders, stop_reminders};
use self::reminders::{restart_hearing, restart_telling};
use super::{CaseworkError, Change, Desk};
use crate::domain::case::{CaseBrief, CaseId, ClockKind, EventKind};
use crate::domain::meeting::FamilyKnown;
use crate::domain::plain_text::{clean, clean_multiline};
use crate::domain::roles::Action;
use crate::domain::sharing::{Confidential, Shareable};
use crate::domain::voice::{
    Heard, LONGEST_WORDS_CHARS, NewTold, News, Speaker, VoiceId, VoicePage, Voices,
};
use crate::store::{event, meeting, voice};

/// All that was heard and told in a case, with the scores to be seen beside it.
///
/// # Errors
/// Refused by role or case.
pub fn of_case(desk: &mut Desk<'_>, case: CaseId) -> Result<VoicePage, CaseworkError> {
    let case = desk.case(Action::SeeCase, case)?;
    desk.change(|change| {
        change.audit("voices-seen", Some(case.id.0), &case.reference, &json!({}))?;
        let reminder = |kind| voice::reminder(change.tx, case.id, kind);
        let family = meeting::family_known(change.tx, case.id)?;
        Ok(VoicePage {
            voices: Voices {
                voices: voice::of_case(change.tx, case.id)?,
                told: voice::told(change.tx, case.id)?,
                told_at_meeting: voice::told_at_meeting(change.tx, case.id)?,
                scores: voice::scores(change.tx, case.id)?,
                hear_by: reminder(ClockKind::VoiceNotHeard)?,
                tell_by: reminder(ClockKind::FamilyNotTold)?,
            },
            family: family
                .into_iter()
                .map(|(name, kind, note)| FamilyKnown {
                    name,
                    is_carer: kind == "parent-carer",
                    note,
                })
                .collect(),
            case: case.clone(),
        })
    })
}

/// Records what somebody said. It can never be changed after.
///
/// # Errors
/// Refused by role or case; a meeting of another case; what is missing.
pub fn record(desk: &mut Desk<'_>, case: CaseId, heard: &Heard) -> Result<VoiceId, CaseworkError> {
    let case = desk.case(Action::HearVoice, case)?;
    let heard = cleaned(heard);
    let today = desk.today();
    let faults = heard.faults(today);
    if !faults.is_empty() {
        return Err(VoiceError::Faults(faults).into());
    }
    let rules = desk.rules;
    desk.change(|change| {
        if let Some(at) = heard.meeting {
            let found = meeting::by_id(change.tx, at)?;
            if found.is_none_or(|meeting| meeting.case != case.id) {
                return Err(VoiceError::OtherCase.into());
            }
        }
        let user = change.actor.user_id;
        let id = voice::insert(change.tx, case.id, &heard, user, change.now)?;
        // Words of a parent do not stand for the young person's own.
        if heard.who == Speaker::YoungPerson {
            restart_hearing(change, rules, &case)?;
        }
        let detail = json!({ "name": heard.name.as_str(), "on": heard.on.to_string() });
        tell(change, &case, EventKind::VoiceHeard, id.0, &detail)?;
        let (who, how): (&str, &str) = (heard.who.into(), heard.how.into());
        let detail = json!({ "voice": id.0, "who": who, "how": how });
        change.audit("voice-recorded", Some(case.id.0), &case.reference, &detail)?;
        Ok(id)
    })
}

/// Writes down what was done in answer to what somebody said.
///
/// # Errors
/// Refused by role or case; no such voice; nothing said; a day that has not come.
pub fn answer(
    desk: &mut Desk<'_>,
    id: VoiceId,
    what: &Shareable,
    on: NaiveDate,
) -> Result<(), CaseworkError> {
    desk.allow(Action::HearVoice)?;
    let case = voice::case_of(desk.store.connection(), id)?.ok_or(VoiceError::NoVoice)?;
    let case = desk.case(Action::HearVoice, case)?;
    let what = lines(what.as_str());
    if what.as_str().is_empty() {
        return Err(VoiceError::WordsMissing.into());
    }
    if is_too_long(&what) {
        return Err(VoiceError::TooLong.into());
    }
    if on > desk.today() {
        return Err(VoiceError::InFuture.into());
    }
    desk.change(|change| {
        let user = change.actor.user_id;
        let row = voice::insert_answer(change.tx, id, &what, on, user)?;
        let detail = json!({ "voice": id.0, "answer": row });
        Ok(change.audit("voice-answered", Some(case.id.0), &case.reference, &detail)?)
    })
}

/// Writes down that the family was told something, also that nothing has happened yet.
///
/// # Errors
/// Refused by role or case; nobody named; nothing said; a day that has not come.
pub fn tell_family(desk: &mut Desk<'_>, case: CaseId, told: &NewTold) -> Result<(), CaseworkError> {
    let case = desk.case(Action::HearVoice, case)?;
    let told = NewTold {
        on: told.on,
        whom: line(told.whom.as_str()),
        how: Confidential::new(clean(told.how.for_professionals()).trim()),
        news: match &told.news {
            News::NothingYet => News::NothingYet,
            News::Said(words) => News::Said(lines(words.as_str())),
        },
    };
    if told.whom.as_str().is_empty() {
        return Err(VoiceError::WhomMissing.into());
    }
    if let News::Said(words) = &told.news {
        if words.as_str().is_empty() {
            return Err(VoiceError::WordsMissing.into());
        }
        if is_too_long(words) {
            return Err(VoiceError::TooLong.into());
        }
    }
    if told.on > desk.today() {
        return Err(VoiceError::InFuture.into());
    }
    let rules = desk.rules;
    desk.change(|change| {
        let user = change.actor.user_id;
        let row = voice::insert_told(change.tx, case.id, &told, user)?;
        restart_telling(change, rules, &case)?;
        let detail = json!({ "name": told.whom.as_str(), "on": told.on.to_string() });
        tell(change, &case, EventKind::FamilyTold, row, &detail)?;
        let nothing_yet = told.news == News::NothingYet;
        let detail = json!({ "told": row, "nothing_yet": nothing_yet });
        Ok(change.audit("family-told", Some(case.id.0), &case.reference, &detail)?)
    })
}

fn cleaned(heard: &Heard) -> Heard {
    Heard {
        name: line(heard.name.as_str()),
        own_words: lines(heard.own_words.as_str()),
        worry: lines(heard.worry.as_str()),
        strength: lines(heard.strength.as_str()),
        ..heard.clone()
    }
}

fn line(text: &str) -> Shareable {
    Shareable::new(clean(text).trim())
}

fn lines(text: &str) -> Shareable {
    Shareable::new(clean_multiline(text).trim())
}

fn is_too_long(words: &Shareable) -> bool {
    words.as_str().chars().nth(LONGEST_WORDS_CHARS).is_some()
}

fn tell(
    change: &Change<'_>,
    case: &CaseBrief,
    kind: EventKind,
    subject: i64,
    detail: &Value,
) -> Result<(), CaseworkError> {
    let by = Some(change.actor.user_id);
    event::append(
        change.tx,
        case.id,
        change.now,
        kind,
        Some(subject),
        by,
        detail,
    )?;
    Ok(())
}
