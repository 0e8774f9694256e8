//! One step as the deed of casework that it stands for, by the one who does it, at its moment.

use std::collections::HashMap;

use super::{held, prepared};
use crate::casework::assessments;
use crate::casework::decisions::{self, Deciding};
use crate::casework::referrals;
use crate::casework::{CaseworkError, Desk, drafts, keeping, meetings, minutes, owner};
use crate::demo::cast::{CAST, Hand};
use crate::demo::story::{Deed, Kin, Step, Story};
use crate::demo::texts;
use crate::domain::case::{CaseId, Stage};
use crate::domain::decision::DecisionId;
use crate::domain::meeting::MeetingId;
use crate::domain::protocol::ProtocolDecisionId;
use crate::domain::referral::{
    AfterHearing, How, NewStrategyDiscussion, NextSteps, ReferTo, ReferralId,
};
use crate::domain::relation::{NewRelation, Related, RelationKind};
use crate::domain::roles::Actor;
use crate::domain::rules::Rules;
use crate::domain::sharing::Confidential;
use crate::store::{Store, StoreError, case_record, referral};

/// Where a story stands between two of its steps.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct UnderWay {
    referral: Option<ReferralId>,
    is_by_telephone: bool,
    decision: Option<DecisionId>,
    meeting: Option<MeetingId>,
    /// The last one held, and the last whose papers were sent.
    pub held: Option<MeetingId>,
    sent: Option<MeetingId>,
    pub is_on_protocol: bool,
    pub protocol_decision: Option<ProtocolDecisionId>,
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
        Deed::Invited | Deed::Answered(_) | Deed::Prepared(_) | Deed::ReportsIn { .. } => {
            if let Some(id) = so_far.meeting {
                before_meeting(desk, id, deed)?;
            }
        }
        Deed::MeetingHeld(held) => {
            if let Some(id) = so_far.meeting.take() {
                held::hold(desk, case, id, held, so_far)?;
            }
        }
        Deed::PapersSent => {
            if let Some(id) = so_far.held {
                held::send_papers(desk, case, id)?;
                so_far.sent = Some(id);
            }
        }
        Deed::FamilyTold => held::tell_family(desk, case)?,
        Deed::VoiceHeard(said) => held::hear(desk, case, said)?,
        Deed::CorrectionsClosed => {
            if let Some(id) = so_far.sent.take() {
                minutes::close_corrections(desk, id)?;
            }
        }
        Deed::Joined(reason) => {
            if let Some(kept) = kept {
                referrals::join(desk, kept, case, reason)?;
            }
        }
        Deed::Restricted => restrict(desk, case)?,
        Deed::Closed(reason) => {
            // Nothing is waited for in a closed case.
            so_far.sent = None;
            // A joined record is closed already.
            let brief = case_record::by_id(desk.store.connection(), case)?;
            if brief.is_some_and(|one| one.stage != Stage::Closed) {
                keeping::close(desk, case, reason)?;
            }
        }
        Deed::DraftKept { place, content } if !content.is_empty() => {
            drafts::keep(desk, place, content)?;
        }
        Deed::DraftKept { .. } => {}
    }
    Ok(())
}

fn before_meeting(desk: &mut Desk<'_>, id: MeetingId, deed: &Deed) -> Result<(), CaseworkError> {
    match deed {
        Deed::Invited => prepared::invite(desk, id),
        Deed::Answered(percent) => prepared::answer(desk, id, *percent),
        Deed::Prepared(said) => prepared::prepare(desk, id, said),
        Deed::ReportsIn { all } => prepared::reports_in(desk, id, *all),
        _ => Ok(()),
    }
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

fn restrict(desk: &mut Desk<'_>, case: CaseId) -> Result<(), CaseworkError> {
    let named = [
        Hand::Principal,
        Hand::Worker,
        Hand::Chair,
        Hand::Worker2,
        Hand::Duty,
        Hand::Duty2,
    ];
    keeping::restrict(desk, case, &named.map(Hand::user_id), texts::RESTRICTED)
}
