//! The two reminders of a case that is to be heard or on the protocol: the young person was not
//! heard, the family was not told. Each is counted from the last time that it was done.

use chrono::NaiveDate;

use crate::casework::{CaseworkError, Change};
use crate::domain::case::{CaseBrief, CaseId, ClockKind, Due, Stage};
use crate::domain::rules::Rules;
use crate::domain::voice::Speaker;
use crate::store::{clock, voice};

/// Starts the two reminders in a case that is to be heard, or on the protocol, from now on. One
/// that runs already goes on as it is.
///
/// # Errors
/// Those of the store.
pub(in crate::casework) fn start_reminders(
    change: &Change<'_>,
    rules: &Rules,
    case: &CaseBrief,
    today: NaiveDate,
) -> Result<(), CaseworkError> {
    let policies = &rules.policies;
    for (kind, by) in [
        (ClockKind::VoiceNotHeard, policies.voice_again_by(today)),
        (
            ClockKind::FamilyNotTold,
            policies.family_told_again_by(today),
        ),
    ] {
        if !clock::is_open(change.tx, case.id, kind, None)? {
            clock::start(change.tx, case.id, kind, None, Due::By(by), case.owner)?;
        }
    }
    Ok(())
}

/// Stops them: the case is neither to be heard nor on the protocol any more.
///
/// # Errors
/// Those of the store.
pub(in crate::casework) fn stop_reminders(
    change: &Change<'_>,
    case: CaseId,
) -> Result<(), CaseworkError> {
    for kind in [ClockKind::VoiceNotHeard, ClockKind::FamilyNotTold] {
        clock::finish(change.tx, case, kind, None, change.now)?;
    }
    Ok(())
}

/// A meeting was held: where the young person or family was in Part 2 of it, they were told.
///
/// # Errors
/// Those of the store.
pub(in crate::casework) fn family_was_at_meeting(
    change: &Change<'_>,
    rules: &Rules,
    case: &CaseBrief,
) -> Result<(), CaseworkError> {
    restart_telling(change, rules, case)
}

/// Whether the reminders run in a case at this stage.
const fn is_followed(stage: Stage) -> bool {
    matches!(stage, Stage::ToBeHeard | Stage::OnProtocol)
}

/// Counts anew from the last day on which the young person was heard, which need not be the one
/// that was recorded last.
pub(super) fn restart_hearing(
    change: &Change<'_>,
    rules: &Rules,
    case: &CaseBrief,
) -> Result<(), CaseworkError> {
    let last = voice::last_heard(change.tx, case.id, Speaker::YoungPerson)?;
    let by = last.map(|on| rules.policies.voice_again_by(on));
    restart(change, case, ClockKind::VoiceNotHeard, by)
}

/// Counts anew from the last day on which the family was told something, by a colleague or in
/// Part 2 of a meeting.
pub(super) fn restart_telling(
    change: &Change<'_>,
    rules: &Rules,
    case: &CaseBrief,
) -> Result<(), CaseworkError> {
    let told = voice::last_told(change.tx, case.id)?;
    let last = told.max(voice::told_at_meeting(change.tx, case.id)?);
    let by = last.map(|on| rules.policies.family_told_again_by(on));
    restart(change, case, ClockKind::FamilyNotTold, by)
}

fn restart(
    change: &Change<'_>,
    case: &CaseBrief,
    kind: ClockKind,
    by: Option<NaiveDate>,
) -> Result<(), CaseworkError> {
    let Some(by) = by.filter(|_| is_followed(case.stage)) else {
        return Ok(());
    };
    // What is recorded late of an earlier day never makes a reminder come sooner.
    let running = voice::reminder(change.tx, case.id, kind)?;
    let by = running.map_or(by, |running| running.max(by));
    clock::finish(change.tx, case.id, kind, None, change.now)?;
    clock::start(change.tx, case.id, kind, None, Due::By(by), case.owner)?;
    Ok(())
}
