//! A meeting that took place, as people leave it: held, decided on the protocol, the young
//! person's voice, the plan made together, then the papers.

use super::deeds::UnderWay;
use crate::casework::plans;
use crate::casework::{CaseworkError, Desk, after, voice};
use crate::casework::{minutes, protocol};
use crate::demo::story::{Held, Protocol, Said};
use crate::demo::texts;
use crate::domain::bilingual::Language;
use crate::domain::case::CaseId;
use crate::domain::meeting::MeetingId;
use crate::domain::minutes::{Keeping, Sending};
use crate::domain::plan::{ActionStatus, Agreement, Goal, NewProgress, SharedAction, SharedPart};
use crate::domain::protocol::ProtocolDeciding;
use crate::domain::protocol::ProtocolOutcome;
use crate::domain::sharing::{Confidential, Shareable};
use crate::domain::voice::{
    Difference, Feeling, Heard, HeardHow, NewTold, News, Speaker, SupportFelt,
};
use crate::store::{StoreError, meeting};

/// Holds a meeting, with all that is said and decided at it.
pub(super) fn hold(
    desk: &mut Desk<'_>,
    case: CaseId,
    id: MeetingId,
    held: &Held,
    so_far: &mut UnderWay,
) -> Result<(), CaseworkError> {
    let planned = meeting::by_id(desk.store.connection(), id)?.ok_or(StoreError::NotFound)?;
    after::mark_held(desk, id, planned.version)?;
    if let Some(said) = &held.said {
        voice::record(desk, case, &heard(desk, id, said))?;
    }
    // Without another plan nothing of this one goes on.
    follow_up(desk, case, held.protocol == Protocol::Off || !held.has_plan)?;
    if held.has_plan {
        agree(desk, case, id, held)?;
    }
    decide(desk, id, held.protocol, so_far)?;
    so_far.held = Some(id);
    Ok(())
}

fn decide(
    desk: &mut Desk<'_>,
    id: MeetingId,
    decided: Protocol,
    so_far: &mut UnderWay,
) -> Result<(), CaseworkError> {
    let (outcome, reason) = match (decided, so_far.is_on_protocol) {
        (Protocol::On | Protocol::Stays, false) => (ProtocolOutcome::PutOn, texts::PUT_ON),
        (Protocol::On | Protocol::Stays, true) => (ProtocolOutcome::Stay, texts::STAYS),
        (Protocol::Off, true) => (ProtocolOutcome::Remove, texts::REMOVED),
        (Protocol::Off, false) => (ProtocolOutcome::NotPutOn, texts::NOT_PUT_ON),
    };
    let criteria = desk.rules.policies.protocol_criteria.all();
    let met = criteria.iter().filter(|one| !one.enough_alone);
    let decided = protocol::decide(
        desk,
        &ProtocolDeciding {
            meeting: id,
            seen: so_far.protocol_decision,
            outcome,
            met: met.map(|one| one.id.clone()).collect(),
            reason: Confidential::new(reason),
            dissent: Confidential::default(),
        },
    )?;
    so_far.protocol_decision = Some(decided.id);
    so_far.is_on_protocol = outcome.is_on_after();
    Ok(())
}

fn heard(desk: &Desk<'_>, id: MeetingId, said: &Said) -> Heard {
    let (support, difference) = match said.feeling {
        ..=1 => (SupportFelt::No, Difference::No),
        2 => (SupportFelt::ABit, Difference::TooSoon),
        3 => (SupportFelt::Mostly, Difference::ALittle),
        _ => (SupportFelt::Yes, Difference::ALot),
    };
    Heard {
        meeting: Some(id),
        how: HeardHow::AtMeeting,
        feeling: Feeling::new(said.feeling),
        support: Some(support),
        difference: Some(difference),
        own_words: Shareable::new(said.words),
        worry: Shareable::new(said.worry),
        strength: Shareable::new(said.strength),
        ..Heard::nothing_yet(desk.today(), Speaker::YoungPerson, said.name.clone())
    }
}

/// What became of the plan since: most of it was done, and all of it when nobody has to follow it
/// any more.
fn follow_up(desk: &mut Desk<'_>, case: CaseId, is_last: bool) -> Result<(), CaseworkError> {
    let Some(current) = plans::of_case(desk, case)?.plans.current else {
        return Ok(());
    };
    let today = desk.today();
    let open = current.shared.actions.iter().enumerate();
    for (place, action) in open.filter(|(_, action)| action.status == ActionStatus::Open) {
        let Some(id) = action.id else {
            continue;
        };
        let is_done = is_last || place % 4 != 3;
        let (status, words) = if is_done {
            (ActionStatus::Done, texts::ACTION_DONE)
        } else {
            (ActionStatus::Open, texts::ACTION_OPEN)
        };
        let progress = NewProgress {
            on: today,
            words: Confidential::new(words),
            status,
        };
        plans::note_progress(desk, id, action.version, &progress)?;
    }
    Ok(())
}

/// A plan made together, which goes on with what is still open of the one before.
fn agree(
    desk: &mut Desk<'_>,
    case: CaseId,
    id: MeetingId,
    held: &Held,
) -> Result<(), CaseworkError> {
    let begun = plans::begin(desk, case, Some(id))?;
    let whose = held.said.as_ref().map_or("", |said| said.name.as_str());
    let by = desk.rules.policies.review_window(desk.today()).last;
    let (mut goals, mut actions) = (begun.goals, begun.actions);
    // What is still open is agreed again, for the new date.
    for action in &mut actions {
        action.by = Some(by);
    }
    let new = held.actions.iter().map(|(who, what)| SharedAction {
        goal: Some(goals.len()),
        what: Shareable::new(*what),
        who: Shareable::new(*who),
        by: Some(by),
        how_we_know: Shareable::new(texts::HOW_WE_KNOW),
        ..SharedAction::default()
    });
    actions.extend(new);
    goals.push(Goal {
        whose: Shareable::new(whose),
        words: Shareable::new(held.goal),
    });
    let part = SharedPart {
        goals,
        actions,
        not_agreed: Shareable::default(),
    };
    let version = plans::set_shared(desk, begun.id, begun.version, &part)?;
    let agreement = Agreement {
        on: desk.today(),
        by: vec![Shareable::new(whose), Shareable::new("Mum")],
    };
    plans::agree(desk, begun.id, version, &agreement)
}

/// The full minutes and the family's, approved and sent, and the family told.
pub(super) fn send_papers(
    desk: &mut Desk<'_>,
    case: CaseId,
    id: MeetingId,
) -> Result<(), CaseworkError> {
    let keeping = Keeping {
        meeting: id,
        language: Language::English,
        seen: None,
    };
    let full = minutes::keep_full(desk, keeping, &Confidential::new(texts::FULL_MINUTES))?;
    let family = minutes::keep_family(desk, keeping, &Shareable::new(texts::FAMILY_MINUTES))?;
    for (which, whom) in [
        (full, "Agencies present"),
        (family, "Young person and family"),
    ] {
        minutes::approve(desk, which, 1)?;
        let sending = Sending {
            whom: whom.to_owned(),
            on: desk.today(),
            how: "secure mail".to_owned(),
        };
        minutes::note_sent(desk, which, &sending)?;
    }
    tell_family(desk, case)
}

/// The family hears how things stand, also between meetings.
pub(super) fn tell_family(desk: &mut Desk<'_>, case: CaseId) -> Result<(), CaseworkError> {
    let told = NewTold {
        on: desk.today(),
        whom: Shareable::new("Mum"),
        how: Confidential::new("by phone"),
        news: News::Said(Shareable::new(texts::FAMILY_NEWS)),
    };
    voice::tell_family(desk, case, &told)
}

/// The young person is heard between meetings.
pub(super) fn hear(desk: &mut Desk<'_>, case: CaseId, said: &Said) -> Result<(), CaseworkError> {
    let heard = Heard {
        how: HeardHow::InPerson,
        feeling: Feeling::new(said.feeling),
        own_words: Shareable::new(said.words),
        ..Heard::nothing_yet(desk.today(), Speaker::YoungPerson, said.name.clone())
    };
    voice::record(desk, case, &heard)?;
    Ok(())
}
