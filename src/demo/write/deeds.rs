//! One step as the deed of casework that it stands for, by the one who does it, at its moment.

use std::collections::HashMap;

use serde_json::json;

use crate::casework::assessments;
use crate::casework::decisions::{self, Deciding};
use crate::casework::referrals;
use crate::casework::voice;
use crate::casework::{CaseworkError, Desk, drafts, meetings, owner};
use crate::demo::cast::{CAST, Hand};
use crate::demo::story::{Deed, Kin, Protocol, Step, Story};
use crate::demo::texts;
use crate::domain::case::{CaseId, ClockKind, Due, EventKind, Stage};
use crate::domain::decision::DecisionId;
use crate::domain::meeting::{MeetingId, MeetingStatus};
use crate::domain::referral::{
    AfterHearing, How, NewStrategyDiscussion, NextSteps, ReferTo, ReferralId,
};
use crate::domain::relation::{NewRelation, Related, RelationKind};
use crate::domain::roles::Actor;
use crate::domain::rules::Rules;
use crate::domain::sharing::{Confidential, Shareable};
use crate::domain::voice::{
    Difference, Feeling, Heard, HeardHow, NewTold, News, Speaker, SupportFelt,
};
use crate::store::{Store, StoreError, case_record, clock, event, meeting, protocol, referral};

/// Where a story stands between two of its steps.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct UnderWay {
    referral: Option<ReferralId>,
    is_by_telephone: bool,
    decision: Option<DecisionId>,
    meeting: Option<MeetingId>,
    is_on_protocol: bool,
    is_owned: bool,
}

/// Writes steps.
pub(super) struct Writer<'a> {
    rules: &'a Rules,
    cast: Vec<Actor>,
    under_way: HashMap<u64, UnderWay>,
    /// The case of each story that others may hang together with: eight bytes a story.
    cases: HashMap<u64, CaseId>,
}

impl<'a> Writer<'a> {
    pub fn new(rules: &'a Rules) -> Self {
        let cast = CAST
            .iter()
            .map(|player| Actor {
                user_id: player.hand.user_id(),
                user_name: player.user_name.to_owned(),
                display_name: player.display_name.to_owned(),
                role: player.role,
            })
            .collect();
        Self {
            rules,
            cast,
            under_way: HashMap::new(),
            cases: HashMap::new(),
        }
    }

    /// Forgets what was only needed for further steps.
    pub fn is_over(&mut self, story: u64) {
        self.under_way.remove(&story);
    }

    /// Does the step. Answers whether it made a new case.
    pub fn write(
        &mut self,
        store: &mut Store,
        tale: &Story,
        step: &Step,
    ) -> Result<bool, CaseworkError> {
        let mut so_far = self
            .under_way
            .get(&tale.number)
            .copied()
            .unwrap_or_default();
        let known = self.cases.get(&tale.number).copied();
        let actor = self.cast.get(step.by as usize);
        let mut desk = Desk {
            store,
            actor: actor.ok_or(CaseworkError::NoName)?,
            now: step.at,
            rules: self.rules,
        };
        if let (Deed::Referred(new), None) = (&step.deed, known) {
            let taken = referrals::refer(&mut desk, new, ReferTo::NewCase)?;
            so_far.referral = Some(taken.referral);
            so_far.is_by_telephone = new.how == How::Telephone;
            let sibling = match tale.kin {
                Kin::Sibling(of) => self.cases.get(&of).copied(),
                _ => None,
            };
            relate(&mut desk, tale, taken.case.id, sibling)?;
            self.cases.insert(tale.number, taken.case.id);
            self.under_way.insert(tale.number, so_far);
            return Ok(true);
        }
        let Some(case) = known else {
            return Ok(false);
        };
        let kept = match tale.kin {
            Kin::SamePerson(of) => self.cases.get(&of).copied(),
            _ => None,
        };
        deed(&mut desk, case, kept, &mut so_far, &step.deed)?;
        self.under_way.insert(tale.number, so_far);
        Ok(false)
    }
}

fn relate(
    desk: &mut Desk<'_>,
    tale: &Story,
    case: CaseId,
    sibling: Option<CaseId>,
) -> Result<(), CaseworkError> {
    let sibling = sibling.map(|other| (RelationKind::Sibling, Related::Case(other)));
    let named = tale
        .known
        .iter()
        .map(|(kind, name)| (*kind, Related::Named((*name).to_owned())));
    for (kind, who) in sibling.into_iter().chain(named) {
        let note = String::new();
        referrals::add_relation(desk, case, &NewRelation { kind, who, note })?;
    }
    Ok(())
}

fn deed(
    desk: &mut Desk<'_>,
    case: CaseId,
    kept: Option<CaseId>,
    so_far: &mut UnderWay,
    deed: &Deed,
) -> Result<(), CaseworkError> {
    match deed {
        Deed::Referred(new) => {
            let taken = referrals::refer(desk, new, ReferTo::Case(case))?;
            so_far.referral = Some(taken.referral);
            so_far.is_by_telephone = new.how == How::Telephone;
        }
        Deed::ConfirmedInWriting => {
            if let (Some(id), true) = (so_far.referral, so_far.is_by_telephone) {
                referrals::confirm_in_writing(desk, id)?;
            }
        }
        Deed::HeardBack => {
            if let Some(id) = so_far.referral {
                let said = Confidential::new(texts::HEARD_BACK);
                referrals::heard_back(desk, id, &said, AfterHearing::TheyHaveIt)?;
            }
        }
        Deed::StrategyDiscussed => {
            let agencies = desk.rules.policies.agencies.all();
            let needed = agencies.iter().filter(|one| one.needed_for_strategy);
            let held = NewStrategyDiscussion {
                at: desk.now,
                agencies: needed.map(|one| one.id.clone()).collect(),
                decided: Confidential::new(texts::STRATEGY_DECIDED),
            };
            referrals::strategy_discussed(desk, case, &held)?;
        }
        Deed::PoliceTold => {
            if let Some(id) = so_far.referral {
                referrals::police_told(desk, id, desk.now)?;
            }
        }
        Deed::Triaged { outcome, reason } => {
            if let Some(id) = so_far.referral {
                triage(desk, id, outcome, reason)?;
            }
        }
        Deed::SerafLeft(content) => {
            take(desk, case, so_far)?;
            let opened = assessments::begin(desk, case)?;
            let draft = &opened.draft;
            assessments::save_draft(desk, draft.id, draft.version, content)?;
        }
        Deed::SerafCompleted(content) => {
            take(desk, case, so_far)?;
            assessments::complete_at_once(desk, case, content)?;
        }
        Deed::PutForward(reason) => assessments::put_forward(desk, case, reason)?,
        Deed::Decided {
            outcome,
            reason,
            instead,
        } => {
            let decided = decisions::decide(
                desk,
                &Deciding {
                    case,
                    seen: so_far.decision,
                    outcome: *outcome,
                    reason: Confidential::new(reason),
                    instead: Confidential::new(instead),
                },
            )?;
            so_far.decision = Some(decided.id);
        }
        Deed::MeetingPlanned(plan) => so_far.meeting = Some(meetings::plan(desk, case, plan)?),
        Deed::MeetingCancelled(reason) => {
            if let Some(id) = so_far.meeting.take() {
                meetings::cancel(desk, id, 1, reason)?;
            }
        }
        Deed::MeetingHeld(decided) => {
            if let Some(id) = so_far.meeting.take() {
                hold(desk, case, id, *decided, so_far)?;
            }
        }
        Deed::Joined(reason) => {
            if let Some(kept) = kept {
                referrals::join(desk, kept, case, reason)?;
            }
        }
        Deed::Restricted => restrict(desk, case)?,
        Deed::Closed(reason) => close(desk, case, reason)?,
        Deed::DraftKept { place, content } if !content.is_empty() => {
            drafts::keep(desk, place, content)?;
        }
        Deed::DraftKept { .. } => {}
    }
    Ok(())
}

fn triage(
    desk: &mut Desk<'_>,
    id: ReferralId,
    outcome: &str,
    reason: &str,
) -> Result<(), CaseworkError> {
    let found = referral::by_id(desk.store.connection(), id)?.ok_or(StoreError::NotFound)?;
    referrals::triage(
        desk,
        id,
        &NextSteps {
            outcome: outcome.to_owned(),
            reason: Confidential::new(reason),
            join_with: None,
            version: found.version,
        },
    )?;
    Ok(())
}

fn take(desk: &mut Desk<'_>, case: CaseId, so_far: &mut UnderWay) -> Result<(), CaseworkError> {
    if !so_far.is_owned {
        owner::take(desk, case)?;
        so_far.is_owned = true;
    }
    Ok(())
}

/// A meeting that took place, and what it decided about the protocol.
fn hold(
    desk: &mut Desk<'_>,
    case: CaseId,
    id: MeetingId,
    decided: Protocol,
    so_far: &mut UnderWay,
) -> Result<(), CaseworkError> {
    let today = desk.today();
    let policies = &desk.rules.policies;
    let window = policies.review_window(today);
    let owed = [
        (
            ClockKind::PlanAndSummary,
            policies.plan_and_summary_due(today),
        ),
        (ClockKind::FullRecord, policies.full_record_due(today)),
    ];
    let was_on = so_far.is_on_protocol;
    so_far.is_on_protocol = decided != Protocol::Off;
    desk.change(|change| {
        let (tx, now, user) = (change.tx, change.now, change.actor.user_id);
        let planned = meeting::by_id(tx, id)?.ok_or(StoreError::NotFound)?;
        meeting::set_status(tx, &planned, MeetingStatus::Held, "")?;
        for kind in [ClockKind::Meeting, ClockKind::Preparation] {
            clock::finish(tx, case, kind, Some(id.0), now)?;
        }
        let (event_kind, stage) = match decided {
            Protocol::On => {
                protocol::put_on(tx, case, today)?;
                (EventKind::ProtocolOn, Stage::OnProtocol)
            }
            Protocol::Stays => (EventKind::ProtocolStayed, Stage::OnProtocol),
            Protocol::Off => {
                if was_on {
                    protocol::take_off(tx, case, today, "Safer by every agency's account.")?;
                }
                (EventKind::ProtocolOff, Stage::Assessing)
            }
        };
        let said = json!({ "meeting": id.0 });
        for kind in [EventKind::MeetingHeld, event_kind] {
            event::append(tx, case, now, kind, Some(id.0), Some(user), &said)?;
        }
        let brief = case_record::by_id(tx, case)?.ok_or(CaseworkError::NoCase)?;
        if brief.stage != stage {
            case_record::set_stage(tx, &brief, stage, now, today)?;
        }
        // What was owed after the meeting before was written by now; the last is owed still.
        for kind in [
            ClockKind::PlanAndSummary,
            ClockKind::FullRecord,
            ClockKind::Corrections,
            ClockKind::Review,
        ] {
            clock::finish(tx, case, kind, None, now)?;
        }
        for (kind, due) in owed {
            let (Ok(due)
            | Err(crate::domain::calendar::BeyondHolidays {
                by_weekdays: due, ..
            })) = due;
            let due = Due::By(due);
            clock::start(tx, case, kind, Some(id.0), due, brief.owner)?;
        }
        if decided != Protocol::Off {
            let due = Due::By(window.last);
            clock::start(tx, case, ClockKind::Review, Some(id.0), due, brief.owner)?;
        }
        let decided = match decided {
            Protocol::On => "on",
            Protocol::Stays => "stays",
            Protocol::Off => "off",
        };
        let said = json!({ "meeting": id.0, "protocol": decided });
        Ok(change.audit("meeting-held", Some(case.0), &brief.reference, &said)?)
    })?;
    voice_at(desk, case, id)
}

/// How it was for the young person at the meeting, and what the family was told after it.
fn voice_at(desk: &mut Desk<'_>, case: CaseId, id: MeetingId) -> Result<(), CaseworkError> {
    let today = desk.today();
    let found = case_record::by_id(desk.store.connection(), case)?;
    // The chair may not be among those named for a restricted case.
    let Some(brief) = found.filter(|case| !case.is_restricted) else {
        return Ok(());
    };
    // Made up from the number of the meeting, so that the same seed says the same.
    let turn = u8::try_from(id.0.rem_euclid(5)).unwrap_or(0);
    let heard = Heard {
        meeting: Some(id),
        how: HeardHow::AtMeeting,
        feeling: Feeling::new(turn + 1),
        support: Some(match turn {
            0 => SupportFelt::No,
            1 => SupportFelt::ABit,
            2 | 3 => SupportFelt::Mostly,
            _ => SupportFelt::Yes,
        }),
        difference: Some(match turn {
            0 => Difference::TooSoon,
            1 | 2 => Difference::ALittle,
            _ => Difference::ALot,
        }),
        own_words: Shareable::new(texts::own_words(turn)),
        ..Heard::nothing_yet(today, Speaker::YoungPerson, brief.called())
    };
    voice::record(desk, case, &heard)?;
    let told = NewTold {
        on: today,
        whom: Shareable::new("Mum"),
        how: Confidential::new("at the meeting"),
        news: News::Said(Shareable::new(texts::FAMILY_TOLD)),
    };
    voice::tell_family(desk, case, &told)
}

fn restrict(desk: &mut Desk<'_>, case: CaseId) -> Result<(), CaseworkError> {
    desk.change(|change| {
        case_record::set_restricted(change.tx, case, true)?;
        for hand in [
            Hand::Principal,
            Hand::Worker,
            Hand::Chair,
            Hand::Worker2,
            Hand::Duty,
            Hand::Duty2,
        ] {
            case_record::name_for(change.tx, case, hand.user_id(), None)?;
        }
        Ok(change.audit("case-restricted", Some(case.0), "", &json!({}))?)
    })
}

fn close(desk: &mut Desk<'_>, case: CaseId, reason: &str) -> Result<(), CaseworkError> {
    let today = desk.today();
    desk.change(|change| {
        let (tx, now) = (change.tx, change.now);
        let brief = case_record::by_id(tx, case)?.ok_or(CaseworkError::NoCase)?;
        if brief.stage == Stage::Closed {
            return Ok(());
        }
        case_record::set_stage(tx, &brief, Stage::Closed, now, today)?;
        clock::finish_all(tx, case, now)?;
        let said = json!({ "reason": reason });
        let who = Some(change.actor.user_id);
        event::append(tx, case, now, EventKind::Closed, None, who, &said)?;
        Ok(change.audit("case-closed", Some(case.0), &brief.reference, &json!({}))?)
    })
}
