//! A meeting decides on the protocol: what, by which criteria, why, and who saw it otherwise.
//!
//! The criteria are asked for only where somebody is to be taken off. A removal against them asks
//! once more.

use std::collections::BTreeMap;

use crate::app::cx::{Cx, Go};
use crate::app::effect::{Ask, AskId};
use crate::app::form::{Called, Field, Form, Typed};
use crate::app::input::Key;
use crate::app::keymap::{Command, Letters, Place};
use crate::app::model::{Confirm, Notice};
use crate::app::msg::Answer;
use crate::app::page::{Handled, Page};
use crate::app::screen::minutes::Minutes;
use crate::app::screen::{Reopen, Screen};
use crate::app::talk::{after, drafts};
use crate::app::typing::Typing;
use crate::domain::meeting::MeetingId;
use crate::domain::protocol::{
    BeforeProtocol, ProtocolDeciding, ProtocolFault, ProtocolOutcome, faults,
};
use crate::domain::roles::Action;
use crate::domain::rules::Rules;
use crate::domain::sharing::Confidential;
use crate::words::Key as W;

/// What stands on the screen.
#[derive(Debug)]
pub struct Deciding {
    pub meeting: MeetingId,
    /// None until it has been read.
    pub before: Option<Box<BeforeProtocol>>,
    pub form: Form,
    pub typing: Typing,
    /// What stands in fields that are not asked for just now.
    removes: bool,
    saving: Option<AskId>,
}

/// What an outcome is called.
pub const fn outcome_words(outcome: ProtocolOutcome) -> W {
    match outcome {
        ProtocolOutcome::PutOn => W::ProtocolPutOn,
        ProtocolOutcome::NotPutOn => W::ProtocolNotPutOn,
        ProtocolOutcome::Stay => W::ProtocolStay,
        ProtocolOutcome::Remove => W::ProtocolRemove,
    }
}

fn form(is_on: bool, removes: bool, rules: &Rules) -> Form {
    let outcomes = ProtocolOutcome::offered(is_on).map(|outcome| {
        let id: &str = outcome.into();
        (id.to_owned(), outcome_words(outcome))
    });
    let mut fields = vec![Field::one("outcome", W::ProtocolOutcome, outcomes).needed()];
    if removes {
        let criteria = rules.policies.protocol_criteria.all().iter();
        let criteria = criteria.map(|one| (one.id.clone(), Called::Data(one.text.clone())));
        fields.push(Field::many("met", W::ProtocolMet, criteria));
    }
    fields.push(Field::text("reason", W::ProtocolReason).needed());
    fields.push(Field::text("dissent", W::ProtocolDissent));
    Form::new(fields)
}

impl Deciding {
    pub fn new(meeting: MeetingId) -> Self {
        Self {
            meeting,
            before: None,
            form: Form::new(Vec::new()),
            typing: Typing::default(),
            removes: false,
            saving: None,
        }
    }

    /// The needed criteria that are not met, where somebody is to be taken off.
    pub fn unmet(&self, rules: &Rules) -> Vec<String> {
        if !self.removes {
            return Vec::new();
        }
        let met = self.form.chosen_all("met");
        rules.policies.protocol_criteria.unmet(&met)
    }

    /// Whether somebody is to be taken off.
    pub fn removes(&self) -> bool {
        self.removes
    }

    fn is_on(&self) -> bool {
        self.before
            .as_ref()
            .is_some_and(|before| before.on_since.is_some())
    }

    fn outcome(&self) -> Option<ProtocolOutcome> {
        self.form.chosen("outcome")?.parse().ok()
    }

    fn draft_place(&self) -> Option<String> {
        let before = self.before.as_ref()?;
        Some(format!("protocol:{}:{}", before.case.id.0, self.meeting.0))
    }

    fn take_in(&mut self, cx: &mut Cx<'_>, before: Box<BeforeProtocol>) {
        let was_on = self.before.as_ref().map(|before| before.on_since.is_some());
        let is_on = before.on_since.is_some();
        self.before = Some(before);
        if was_on == Some(is_on) {
            return;
        }
        self.removes = false;
        self.form.ask_instead(form(is_on, false, cx.rules));
        if let Some(place) = self.draft_place() {
            cx.ask(Ask::Drafts(drafts::Ask::Of { place }));
        }
    }

    /// A removal asks for the criteria.
    fn ask_what_follows(&mut self, cx: &Cx<'_>) {
        let removes = self.outcome() == Some(ProtocolOutcome::Remove);
        if removes == self.removes {
            return;
        }
        self.removes = removes;
        let other = form(self.is_on(), removes, cx.rules);
        self.form.ask_instead(other);
    }

    fn changed(&mut self, cx: &mut Cx<'_>) {
        self.ask_what_follows(cx);
        if let Some(place) = self.draft_place() {
            cx.keep_draft(&place, &self.form.draft());
        }
    }

    fn restore(&mut self, cx: &Cx<'_>, content: &str) {
        let Ok(typed) = serde_json::from_str::<BTreeMap<String, Typed>>(content) else {
            return;
        };
        self.form.restore(&typed);
        self.ask_what_follows(cx);
        self.typing.touch();
    }

    fn save(&mut self, cx: &mut Cx<'_>) {
        if self.saving.is_some() || self.before.is_none() {
            return;
        }
        if !cx.may(Action::RunMeeting) {
            cx.say(Notice::Trouble("refused"));
            return;
        }
        let Some(outcome) = self.outcome() else {
            self.form
                .show_faults([("outcome", W::ProtocolOutcomeNeeded)]);
            return;
        };
        let reason = Confidential::new(self.form.text("reason"));
        let found = faults(outcome, self.is_on(), &reason);
        if !found.is_empty() {
            self.form
                .show_faults(found.into_iter().map(|fault| match fault {
                    ProtocolFault::DoesNotFit => ("outcome", W::ProtocolOutcomeNeeded),
                    ProtocolFault::ReasonMissing => ("reason", W::ProtocolReasonNeeded),
                }));
            return;
        }
        self.form.show_faults([]);
        if self.unmet(cx.rules).is_empty() {
            self.decide(cx);
        } else {
            cx.confirm(Confirm::RemoveAgainstCriteria);
        }
    }

    fn decide(&mut self, cx: &mut Cx<'_>) {
        let (Some(before), Some(outcome)) = (&self.before, self.outcome()) else {
            return;
        };
        let deciding = ProtocolDeciding {
            meeting: self.meeting,
            seen: before.decisions.first().map(|one| one.id),
            outcome,
            met: self.form.chosen_all("met"),
            reason: Confidential::new(self.form.text("reason")),
            dissent: Confidential::new(self.form.text("dissent")),
        };
        let ask = after::Ask::Decide(Box::new(deciding));
        self.saving = Some(cx.ask(Ask::After(ask)));
    }

    fn read(&self, cx: &mut Cx<'_>) {
        let meeting = self.meeting;
        cx.ask(Ask::After(after::Ask::Before { meeting }));
    }
}

impl Page for Deciding {
    fn place(&self) -> Place {
        Place::ProtocolDecision
    }

    /// Also where something is chosen, so that no letter leads away from a form.
    fn letters(&self) -> Letters {
        Letters::AreText
    }

    fn shown(&mut self, cx: &mut Cx<'_>) {
        self.read(cx);
    }

    fn command(&mut self, cx: &mut Cx<'_>, command: Command) -> Handled {
        match command {
            Command::Save => self.save(cx),
            Command::Back if self.saving.is_some() => {}
            Command::Discard if self.typing.is_touched() => cx.confirm(Confirm::DiscardDraft),
            _ => return Handled::No,
        }
        Handled::Yes
    }

    fn key(&mut self, cx: &mut Cx<'_>, key: Key) {
        if self.typing.keyed(&mut self.form, key) {
            self.changed(cx);
        }
    }

    fn paste(&mut self, cx: &mut Cx<'_>, text: &str) {
        if self.typing.pasted(&mut self.form, cx, text) {
            self.changed(cx);
        }
    }

    fn answered(&mut self, cx: &mut Cx<'_>, id: AskId, answer: Answer) {
        if self.saving == Some(id) {
            self.saving = None;
        }
        match answer {
            Answer::After(after::Answer::Before(before)) => self.take_in(cx, before),
            Answer::After(after::Answer::Decided(decided)) => {
                if let Some(place) = self.draft_place() {
                    cx.discard_draft(&place);
                }
                cx.say(Notice::Done(outcome_words(decided.outcome)));
                cx.go(Go::Instead(Screen::Minutes(Minutes::new(self.meeting))));
            }
            Answer::Drafts(answer) => {
                if let Some(content) = self.typing.heard(answer) {
                    self.restore(cx, &content);
                }
            }
            Answer::Failed(failure) => {
                cx.say(Notice::Trouble(failure.words_key));
                // What somebody else decided is to be seen; the reason stays.
                if failure.is_conflict {
                    self.read(cx);
                }
            }
            _ => {}
        }
    }

    fn confirmed(&mut self, cx: &mut Cx<'_>, confirm: &Confirm) {
        match confirm {
            Confirm::RemoveAgainstCriteria => self.decide(cx),
            Confirm::DiscardDraft => {
                if let Some(place) = self.draft_place() {
                    cx.discard_draft(&place);
                }
                let before = self.before.take();
                *self = Self::new(self.meeting);
                if let Some(before) = before {
                    self.take_in(cx, before);
                }
            }
            _ => {}
        }
    }

    fn reopen(&self) -> Option<Reopen> {
        Some(Reopen::Deciding(self.meeting))
    }
}
