//! The Principal Officer's decision on one case: the form, and what it is made on.
//!
//! Those who may not decide read what was decided. What is typed is kept as a draft until it is
//! a decision. Whether a choice goes against the score is said before it is made.

use super::{Reopen, Screen, Seraf};
use crate::app::cx::{Cx, Go};
use crate::app::effect::{Ask, AskId};
use crate::app::form::{Field, Form, Pasted, Reply};
use crate::app::input::Key;
use crate::app::keymap::{Command, DecisionCommand, Letters, Place};
use crate::app::model::{Confirm, Notice};
use crate::app::msg::Answer;
use crate::app::page::{Handled, Page};
use crate::app::talk::{decisions, drafts};
use crate::domain::assessment::Completed;
use crate::domain::case::{CaseId, Stage};
use crate::domain::decision::{Before, Deciding, Outcome, against_score};
use crate::domain::roles::Action;
use crate::domain::sharing::Confidential;
use crate::words::Key as W;

/// What stands on the screen.
#[derive(Debug)]
pub struct Decision {
    pub case: CaseId,
    pub before: Option<Box<Before>>,
    pub form: Form,
    /// Whether the person may decide on this case as it stands.
    pub decides: bool,
    /// The first row in sight of what the decision is made on.
    pub side_first: usize,
    /// It cannot be opened; the two sentences why.
    pub shut: Option<&'static str>,
    asked: Option<AskId>,
}

/// What each outcome is called.
pub const OUTCOMES: [(Outcome, W); 3] = [
    (Outcome::Meeting, W::DecideMeeting),
    (Outcome::NoMeeting, W::DecideNoMeeting),
    (Outcome::MoreNeeded, W::DecideMoreNeeded),
];

impl Decision {
    pub fn new(case: CaseId) -> Self {
        let outcomes = OUTCOMES.map(|(outcome, words)| (<&str>::from(outcome).to_owned(), words));
        Self {
            case,
            before: None,
            form: Form::new(vec![
                Field::one("outcome", W::DecideOutcome, outcomes).needed(),
                Field::text("reason", W::DecideReason).needed(),
                Field::text("instead", W::DecideInstead),
            ]),
            decides: false,
            side_first: 0,
            shut: None,
            asked: None,
        }
    }

    /// What is chosen just now.
    pub fn outcome(&self) -> Option<Outcome> {
        self.form
            .chosen("outcome")
            .and_then(|word| word.parse().ok())
    }

    /// The latest completed assessment.
    pub fn latest(&self) -> Option<&Completed> {
        self.before.as_ref()?.assessments.first()
    }

    /// Whether what is chosen goes against the score.
    pub fn is_against_score(&self) -> bool {
        let at_risk = self
            .latest()
            .and_then(|latest| latest.assessment.outcome.as_ref())
            .map(|outcome| outcome.at_risk);
        self.outcome()
            .is_some_and(|outcome| against_score(outcome, at_risk))
    }

    fn place_of_draft(&self) -> String {
        format!("decision:{}", self.case.0)
    }

    fn changed(&mut self, cx: &mut Cx<'_>) {
        cx.keep_draft(&self.place_of_draft(), &self.form.draft());
    }

    fn decide(&mut self, cx: &mut Cx<'_>) {
        if !self.decides {
            cx.say(Notice::Trouble(if cx.may(Action::Decide) {
                "seraf-not-waiting"
            } else {
                "refused"
            }));
            return;
        }
        if self.asked.is_some() {
            return;
        }
        let text = |id: &str| Confidential::new(self.form.text(id).trim());
        let (reason, instead) = (text("reason"), text("instead"));
        let mut faults = Vec::new();
        let outcome = self.outcome();
        if outcome.is_none() {
            faults.push(("outcome", W::DecideFaultOutcome));
        }
        if reason.is_blank() {
            faults.push(("reason", W::DecideFaultReason));
        }
        if instead.is_blank() {
            match outcome {
                Some(Outcome::NoMeeting) => faults.push(("instead", W::DecideFaultInstead)),
                Some(Outcome::MoreNeeded) => faults.push(("instead", W::DecideFaultNeeded)),
                _ => {}
            }
        }
        let is_whole = faults.is_empty();
        self.form.show_faults(faults);
        let (Some(outcome), true) = (outcome, is_whole) else {
            return;
        };
        let earlier = self.before.as_ref().map(|before| &before.decisions);
        let seen = earlier.and_then(|all| all.first()).map(|one| one.id);
        let deciding = Deciding {
            case: self.case,
            seen,
            outcome,
            reason,
            instead,
        };
        let ask = decisions::Ask::Decide(Box::new(deciding));
        self.asked = Some(cx.ask(Ask::Decisions(ask)));
    }
}

impl Page for Decision {
    fn place(&self) -> Place {
        if self.decides {
            Place::Decision
        } else {
            Place::DecisionRead
        }
    }

    fn letters(&self) -> Letters {
        if self.decides {
            Letters::AreText
        } else {
            Letters::AreCommands
        }
    }

    fn shown(&mut self, cx: &mut Cx<'_>) {
        let case = self.case;
        cx.ask(Ask::Decisions(decisions::Ask::Before { case }));
        if self.form.is_blank() {
            let place = self.place_of_draft();
            cx.ask(Ask::Drafts(drafts::Ask::Of { place }));
        }
    }

    fn command(&mut self, cx: &mut Cx<'_>, command: Command) -> Handled {
        match command {
            Command::Save => self.decide(cx),
            Command::Redo => {
                if self.form.key(Key::ctrl('r')) == Reply::Changed {
                    self.changed(cx);
                }
            }
            Command::Discard if !self.form.is_blank() => cx.confirm(Confirm::DiscardDraft),
            Command::Decision(DecisionCommand::Assessments) => {
                cx.go(Go::Over(Screen::Seraf(Seraf::looking_back(self.case))));
            }
            Command::Decision(DecisionCommand::Side) => {
                self.side_first += (cx.body_rows() / 3).max(1);
            }
            _ => return Handled::No,
        }
        Handled::Yes
    }

    fn key(&mut self, cx: &mut Cx<'_>, key: Key) {
        if self.decides && self.form.key(key) == Reply::Changed {
            self.changed(cx);
        }
    }

    fn paste(&mut self, cx: &mut Cx<'_>, text: &str) {
        let pasted = self.form.paste(text);
        if pasted == Pasted::Whole {
            self.changed(cx);
        }
        cx.say_of_paste(pasted);
    }

    fn answered(&mut self, cx: &mut Cx<'_>, id: AskId, answer: Answer) {
        let was_deciding = self.asked == Some(id);
        if was_deciding {
            self.asked = None;
        }
        match answer {
            Answer::Decisions(decisions::Answer::Before(before)) => {
                let stage = before.case.stage;
                self.decides = cx.may(Action::Decide)
                    && matches!(
                        stage,
                        Stage::PutForward | Stage::NotHeard | Stage::ToBeHeard
                    );
                self.before = Some(before);
            }
            Answer::Decisions(decisions::Answer::Decided(decided)) => {
                cx.discard_draft(&self.place_of_draft());
                self.form = Self::new(self.case).form;
                cx.say(Notice::Done(match decided.outcome {
                    Outcome::Meeting => W::DecideDoneMeeting,
                    Outcome::NoMeeting => W::DecideDoneNoMeeting,
                    Outcome::MoreNeeded => W::DecideDoneMoreNeeded,
                }));
                cx.go(Go::Back);
            }
            Answer::Drafts(drafts::Answer::Found(Some(found))) if self.form.is_blank() => {
                if let Ok(typed) = serde_json::from_str(&found.content) {
                    self.form.restore(&typed);
                }
            }
            Answer::Failed(failure) => {
                if self.before.is_none() {
                    self.shut = Some(failure.words_key);
                }
                cx.say(Notice::Trouble(failure.words_key));
                if was_deciding && failure.is_conflict {
                    // What was decided meanwhile comes to be seen beside what is typed.
                    let case = self.case;
                    cx.ask(Ask::Decisions(decisions::Ask::Before { case }));
                }
            }
            _ => {}
        }
    }

    fn confirmed(&mut self, cx: &mut Cx<'_>, confirm: &Confirm) {
        if *confirm == Confirm::DiscardDraft {
            self.form = Self::new(self.case).form;
            cx.discard_draft(&self.place_of_draft());
        }
    }

    fn reopen(&self) -> Option<Reopen> {
        Some(Reopen::Decision(self.case))
    }
}
