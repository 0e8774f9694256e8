//! What happened in a case, in words: the kind, and what the step wrote beside it.

use super::{Key, Words};
use crate::domain::case::EventKind;
use crate::domain::chronology::{Detail, Happened};
use crate::domain::rules::Rules;

impl Words {
    /// What happened, in one line: the kind, and what the step wrote beside it.
    pub fn happened(&self, event: &Happened, rules: &Rules) -> String {
        let parts = self.details(event, rules);
        let kind = self.say(event_words(event.kind));
        if parts.is_empty() {
            return kind.to_owned();
        }
        format!("{kind}: {}", parts.join("; "))
    }

    fn details(&self, event: &Happened, rules: &Rules) -> Vec<String> {
        let detail = &event.detail;
        let mut parts = Vec::new();
        let told = |text: &Option<String>| {
            let text = text.as_deref().unwrap_or_default().trim();
            (!text.is_empty()).then(|| text.replace('\n', " "))
        };
        if let Some(outcome) = &detail.outcome {
            parts.push(self.outcome(event.kind, outcome, rules));
        }
        if let (Some(score), Some(category)) = (detail.score, detail.category) {
            parts.push(self.score(score, category));
        }
        if detail.against_score == Some(true) {
            parts.push(self.say(Key::EventAgainstScore).to_owned());
        }
        if detail.danger_now == Some(true) {
            parts.push(self.say(Key::EventDanger).to_owned());
        }
        if let Some(agency) = detail
            .agency
            .as_deref()
            .and_then(|id| rules.policies.agencies.get(id))
        {
            parts.push(agency.name.say(self.language()).to_owned());
        }
        // The other record may be restricted by now: its reference is no secret, a name is one.
        match &detail.with {
            Some(with) => {
                let given = [("reference", with.as_str().into())];
                parts.push(self.with(Key::EventWith, &given));
            }
            None => parts.extend(told(&detail.name)),
        }
        parts.extend(self.meeting_words(detail.to.as_deref().unwrap_or(detail), rules));
        for text in [&detail.decided, &detail.said, &detail.reason] {
            parts.extend(told(text));
        }
        parts
    }

    fn meeting_words(&self, detail: &Detail, rules: &Rules) -> Option<String> {
        let mut words = self.date_with_year(detail.on?);
        for part in [&detail.part1, &detail.part2].into_iter().flatten() {
            words.push(' ');
            words.push_str(part);
        }
        if let Some(venue) = &detail.venue {
            words.push_str(", ");
            words.push_str(&self.venue(venue, rules));
        }
        Some(words)
    }

    fn outcome(&self, kind: EventKind, id: &str, rules: &Rules) -> String {
        if kind == EventKind::Triaged
            && let Some(outcome) = rules.policies.triage_outcomes.get(id)
        {
            return outcome.text.say(self.language()).to_owned();
        }
        match id {
            "meeting" => self.say(Key::DecisionMeeting),
            "no-meeting" => self.say(Key::DecisionNoMeeting),
            "more-needed" => self.say(Key::DecisionMoreNeeded),
            // A record may hold an id that the authority's file no longer has.
            other => other,
        }
        .to_owned()
    }
}

const fn event_words(kind: EventKind) -> Key {
    match kind {
        EventKind::Referred => Key::EventReferred,
        EventKind::ConfirmedInWriting => Key::EventConfirmedInWriting,
        EventKind::PoliceTold => Key::EventPoliceTold,
        EventKind::Triaged => Key::EventTriaged,
        EventKind::StrategyDiscussed => Key::EventStrategyDiscussed,
        EventKind::HeardBack => Key::EventHeardBack,
        EventKind::DetailsChanged => Key::EventDetailsChanged,
        EventKind::RelationAdded => Key::EventRelationAdded,
        EventKind::RelationRemoved => Key::EventRelationRemoved,
        EventKind::Joined => Key::EventJoined,
        EventKind::JoinUndone => Key::EventJoinUndone,
        EventKind::AssessmentStarted => Key::EventAssessmentStarted,
        EventKind::AssessmentCompleted => Key::EventAssessmentCompleted,
        EventKind::PutForward => Key::EventPutForward,
        EventKind::Decided => Key::EventDecided,
        EventKind::MeetingPlanned => Key::EventMeetingPlanned,
        EventKind::MeetingMoved => Key::EventMeetingMoved,
        EventKind::MeetingCancelled => Key::EventMeetingCancelled,
        EventKind::MeetingHeld => Key::EventMeetingHeld,
        EventKind::ProtocolOn => Key::EventProtocolOn,
        EventKind::ProtocolNotOn => Key::EventProtocolNotOn,
        EventKind::ProtocolStayed => Key::EventProtocolStayed,
        EventKind::ProtocolOff => Key::EventProtocolOff,
        EventKind::PlanAgreed => Key::EventPlanAgreed,
        EventKind::ActionProgress => Key::EventActionProgress,
        EventKind::MinutesApproved => Key::EventMinutesApproved,
        EventKind::DocumentSent => Key::EventDocumentSent,
        EventKind::VoiceHeard => Key::EventVoiceHeard,
        EventKind::FamilyTold => Key::EventFamilyTold,
        EventKind::GlassBroken => Key::EventGlassBroken,
        EventKind::Restricted => Key::EventRestricted,
        EventKind::OpenToAll => Key::EventOpenToAll,
        EventKind::Closed => Key::EventClosed,
    }
}
