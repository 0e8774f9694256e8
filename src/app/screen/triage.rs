//! A referral read in full, with the decision on next steps below it; later what is owed after
//! the decision: the strategy discussion, or hearing back from those it was passed on to.

pub mod fields;

use std::collections::BTreeMap;

use self::fields::Step;
use super::referral::read::Now;
use super::{Case, Reopen, Screen};
use crate::app::cx::{Cx, Go};
use crate::app::effect::{Ask, AskId};
use crate::app::form::{Form, Typed};
use crate::app::input::Key;
use crate::app::keymap::{Command, Letters, Place, TriageCommand};
use crate::app::model::{Confirm, Notice};
use crate::app::msg::Answer;
use crate::app::page::{Handled, Page};
use crate::app::talk::{drafts, referrals};
use crate::app::typing::Typing;
use crate::domain::case::{CaseId, ClockKind};
use crate::domain::referral::{How, ReferralId, ToTriage};
use crate::domain::roles::Action;
use crate::words::Key as W;

/// What stands on the screen.
#[derive(Debug)]
pub struct Triage {
    pub case: CaseId,
    pub found: Option<Box<ToTriage>>,
    /// What is to be filled in, and for what.
    pub step: Step,
    pub form: Form,
    /// The first line of the referral's text that is in sight.
    pub first_line: usize,
    pub typing: Typing,
    /// What stands in fields that are not asked for just now.
    joins: bool,
    saving: Option<AskId>,
    /// The police or the written confirmation are being noted.
    noting: Option<AskId>,
}

impl Triage {
    pub fn new(case: CaseId) -> Self {
        Self {
            case,
            found: None,
            step: Step::Nothing,
            form: Form::new(Vec::new()),
            first_line: 0,
            typing: Typing::default(),
            joins: false,
            saving: None,
            noting: None,
        }
    }

    /// Whether the police are to be told and that was not written down.
    pub fn needs_police(&self) -> bool {
        self.found.as_ref().is_some_and(|found| {
            let told = &found.referral.told;
            let owed = |(kind, _): &(ClockKind, _)| *kind == ClockKind::PoliceAtOnce;
            told.police_told_at.is_none() && (told.danger_now || found.open.iter().any(owed))
        })
    }

    fn draft_place(&self) -> String {
        format!("triage:{}", self.case.0)
    }

    fn referral(&self) -> Option<ReferralId> {
        self.found.as_ref().map(|found| found.referral.id)
    }

    fn read(&self, cx: &mut Cx<'_>) {
        let case = self.case;
        cx.ask(Ask::Referrals(referrals::Ask::ToTriage { case }));
    }

    /// Takes in what was read; the form is laid out anew where something else is to be done.
    fn take_in(&mut self, cx: &mut Cx<'_>, found: Box<ToTriage>) {
        let step = Step::of(&found, cx.may(Action::Triage));
        let is_same = self.referral() == Some(found.referral.id) && self.step == step;
        self.found = Some(found);
        if is_same {
            return;
        }
        self.step = step;
        self.first_line = 0;
        self.joins = false;
        self.typing = Typing::default();
        self.form = fields::form(step, false, cx.rules);
        if step != Step::Nothing {
            let place = self.draft_place();
            cx.ask(Ask::Drafts(drafts::Ask::Of { place }));
        }
    }

    fn changed(&mut self, cx: &mut Cx<'_>) {
        self.ask_what_follows(cx);
        let draft = (self.step.word(), self.form.draft());
        cx.keep_draft(&self.draft_place(), &draft);
    }

    /// An outcome that joins an open case asks which.
    fn ask_what_follows(&mut self, cx: &Cx<'_>) {
        let joins = fields::joins(&self.form, self.found.as_deref(), cx.rules);
        if self.step != Step::Decide || joins == self.joins {
            return;
        }
        self.joins = joins;
        self.form
            .ask_instead(fields::form(self.step, joins, cx.rules));
    }

    fn restore(&mut self, cx: &Cx<'_>, content: &str) {
        let draft: Result<(String, BTreeMap<String, Typed>), _> = serde_json::from_str(content);
        let Ok((step, typed)) = draft else {
            return;
        };
        // What was typed for another step is not an answer to this one.
        if step != self.step.word() {
            return;
        }
        self.form.restore(&typed);
        self.ask_what_follows(cx);
        self.typing.touch();
    }

    fn save(&mut self, cx: &mut Cx<'_>) {
        let Some(found) = &self.found else {
            return;
        };
        if self.saving.is_some() {
            return;
        }
        let now = Now {
            at: cx.now,
            policies: &cx.rules.policies,
        };
        match fields::ask(self.step, &self.form, found, now) {
            Ok(Some(ask)) => {
                self.form.show_faults([]);
                self.saving = Some(cx.ask(Ask::Referrals(ask)));
            }
            Ok(None) => cx.say_why(W::TriageNothingToDo),
            Err(faults) => {
                self.form.show_faults(faults);
                cx.say(Notice::Trouble("referral-faulty"));
            }
        }
    }

    fn deed(&mut self, cx: &mut Cx<'_>, command: TriageCommand) {
        let Some(found) = &self.found else {
            return;
        };
        let referral = found.referral.id;
        match command {
            TriageCommand::PoliceTold if found.referral.told.police_told_at.is_some() => {
                cx.say_why(W::TriagePoliceTold);
            }
            TriageCommand::ConfirmedInWriting if found.referral.told.how != How::Telephone => {
                cx.say_why(W::TriageNotByTelephone);
            }
            TriageCommand::ConfirmedInWriting if found.referral.confirmed_at.is_some() => {
                cx.say_why(W::TriageConfirmed);
            }
            TriageCommand::PoliceTold => {
                let ask = referrals::Ask::PoliceTold {
                    referral,
                    at: cx.now,
                };
                self.noting = Some(cx.ask(Ask::Referrals(ask)));
            }
            TriageCommand::ConfirmedInWriting => {
                let ask = referrals::Ask::ConfirmInWriting { referral };
                self.noting = Some(cx.ask(Ask::Referrals(ask)));
            }
            TriageCommand::OpenCase => cx.go(Go::Over(Screen::Case(Case::new(self.case)))),
            TriageCommand::ReadOn => {
                let page = (cx.body_rows() / 2).max(1);
                let most = most_lines(found, usize::from(cx.size.cols));
                self.first_line = (self.first_line + page).min(most);
            }
            TriageCommand::ReadBack => {
                let page = (cx.body_rows() / 2).max(1);
                self.first_line = self.first_line.saturating_sub(page);
            }
        }
    }
}

/// Lines of a referral besides its texts, at most: who, when, how they live, who is around.
const LINES_BESIDE_TEXTS: usize = 14;

/// About how many lines a referral takes, rather more than less; drawing shows the true end.
fn most_lines(found: &ToTriage, cols: usize) -> usize {
    let told = &found.referral.told;
    let texts = [
        &told.what_happened,
        &told.young_person_view,
        &told.parents_view,
    ];
    let cols = cols.saturating_sub(4).max(10);
    texts
        .iter()
        .flat_map(|text| text.for_professionals().lines())
        .map(|line| line.chars().count() / cols + 1)
        .sum::<usize>()
        + LINES_BESIDE_TEXTS
        + found.relations.len() / 2
}

impl Page for Triage {
    fn place(&self) -> Place {
        Place::Triage
    }

    /// Also where something is chosen, so that no letter leads away from a form.
    fn letters(&self) -> Letters {
        match self.step {
            Step::Nothing => Letters::AreCommands,
            _ => Letters::AreText,
        }
    }

    fn shown(&mut self, cx: &mut Cx<'_>) {
        self.read(cx);
    }

    fn command(&mut self, cx: &mut Cx<'_>, command: Command) -> Handled {
        match command {
            Command::Save => self.save(cx),
            Command::Back if self.saving.is_some() => {}
            Command::Discard if self.typing.is_touched() => cx.confirm(Confirm::DiscardDraft),
            Command::Triage(deed) => self.deed(cx, deed),
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
        let (saved, noted) = (self.saving == Some(id), self.noting == Some(id));
        if saved {
            self.saving = None;
        }
        if noted {
            self.noting = None;
        }
        match answer {
            Answer::Referrals(referrals::Answer::ToTriage(found)) => self.take_in(cx, found),
            Answer::Referrals(referrals::Answer::Triaged(done)) => {
                cx.discard_draft(&self.draft_place());
                cx.say(Notice::DoneTo(W::TriageDone, done.case.reference.clone()));
                cx.go(Go::Instead(Screen::Case(Case::new(self.case))));
            }
            Answer::Referrals(referrals::Answer::Noted) => {
                if saved {
                    cx.discard_draft(&self.draft_place());
                    self.step = Step::Nothing;
                }
                if saved || noted {
                    cx.say(Notice::Done(W::TriageNoted));
                    self.read(cx);
                }
            }
            Answer::Drafts(answer) => {
                if let Some(content) = self.typing.heard(answer) {
                    self.restore(cx, &content);
                }
            }
            Answer::Failed(failure) => {
                cx.say(Notice::Trouble(failure.words_key));
                // Somebody else was here: what they decided is to be seen; the reason stays.
                if failure.is_conflict {
                    self.read(cx);
                }
            }
            _ => {}
        }
    }

    fn confirmed(&mut self, cx: &mut Cx<'_>, confirm: &Confirm) {
        if *confirm == Confirm::DiscardDraft {
            cx.discard_draft(&self.draft_place());
            let found = self.found.take();
            *self = Self::new(self.case);
            if let Some(found) = found {
                self.take_in(cx, found);
            }
        }
    }

    fn reopen(&self) -> Option<Reopen> {
        Some(Reopen::Triage(self.case))
    }
}
