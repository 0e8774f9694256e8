//! A young person's details, put right. Where somebody else has changed them meanwhile, what the
//! record says now is shown beside what is typed, and the next save stands.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Reopen;
use super::referral::fields;
use super::referral::read::{self, Now};
use crate::app::cx::{Cx, Go};
use crate::app::effect::{Ask, AskId};
use crate::app::form::{Called, Form, Typed};
use crate::app::input::Key;
use crate::app::keymap::{Command, Letters, Place};
use crate::app::model::{Confirm, Notice};
use crate::app::msg::Answer;
use crate::app::page::{Handled, Page};
use crate::app::talk::{drafts, referrals};
use crate::app::typing::Typing;
use crate::domain::case::{CaseBrief, CaseId};
use crate::domain::person;
use crate::words::Key as W;

/// What stands on the screen.
#[derive(Debug)]
pub struct Person {
    pub case: CaseId,
    pub brief: Option<Box<CaseBrief>>,
    pub form: Form,
    pub typing: Typing,
    /// What the record says now in fields that were changed by somebody else while this was
    /// typed: the label, and what stands there.
    pub theirs: Vec<(Called, String)>,
    /// The record as the form was filled from it.
    filled_from: BTreeMap<String, Typed>,
    version: i64,
    saving: Option<AskId>,
}

/// What a draft keeps.
#[derive(Debug, Serialize, Deserialize)]
struct Draft {
    version: i64,
    filled_from: BTreeMap<String, Typed>,
    typed: BTreeMap<String, Typed>,
}

impl Person {
    pub fn new(case: CaseId) -> Self {
        Self {
            case,
            brief: None,
            form: Form::new(fields::person_fields()),
            typing: Typing::default(),
            theirs: Vec::new(),
            filled_from: BTreeMap::new(),
            version: 0,
            saving: None,
        }
    }

    /// Where the draft of a case's details is kept.
    pub fn draft_place(case: CaseId) -> String {
        format!("person:{}", case.0)
    }

    fn read(&self, cx: &mut Cx<'_>) {
        let case = self.case;
        cx.ask(Ask::Referrals(referrals::Ask::PersonOf { case }));
    }

    fn take_in(&mut self, cx: &mut Cx<'_>, brief: CaseBrief, person: &person::Person) {
        let first = self.brief.is_none();
        let record = as_typed(person, brief.age(cx.today()));
        self.version = brief.version;
        self.brief = Some(Box::new(brief));
        if self.typing.is_touched() {
            self.compare(&record);
        } else {
            self.form.restore(&record);
        }
        self.filled_from = record;
        if first {
            let place = Self::draft_place(self.case);
            cx.ask(Ask::Drafts(drafts::Ask::Of { place }));
        }
    }

    /// Notes where the record is no longer as the form was filled from it.
    fn compare(&mut self, record: &BTreeMap<String, Typed>) {
        let mut theirs = Vec::new();
        for field in self.form.fields() {
            let now = record.get(field.id());
            if now == self.filled_from.get(field.id()) || now == Some(&field.typed()) {
                continue;
            }
            let says = match now {
                Some(Typed::Text(text)) => text.clone(),
                Some(Typed::One(Some(word))) => word.clone(),
                _ => String::new(),
            };
            theirs.push((field.label().clone(), says));
        }
        self.theirs = theirs;
    }

    fn changed(&mut self, cx: &mut Cx<'_>) {
        let draft = Draft {
            version: self.version,
            filled_from: self.filled_from.clone(),
            typed: self.form.draft(),
        };
        cx.keep_draft(&Self::draft_place(self.case), &draft);
    }

    fn restore(&mut self, content: &str) {
        let Ok(draft) = serde_json::from_str::<Draft>(content) else {
            return;
        };
        self.form.restore(&draft.typed);
        self.typing.touch();
        if draft.version != self.version {
            let record = std::mem::replace(&mut self.filled_from, draft.filled_from);
            self.compare(&record);
            self.filled_from = record;
        }
    }

    fn save(&mut self, cx: &mut Cx<'_>) {
        let (Some(brief), None) = (&self.brief, self.saving) else {
            return;
        };
        let now = Now {
            at: cx.now,
            policies: &cx.rules.policies,
        };
        match read::edited_person(&self.form, now, brief.opened_on) {
            Err(faults) => {
                self.form.show_faults(faults);
                cx.say(Notice::Trouble("referral-faulty"));
            }
            Ok(person) => {
                self.form.show_faults([]);
                let ask = referrals::Ask::EditPerson {
                    case: self.case,
                    version: self.version,
                    person: Box::new(person),
                };
                self.saving = Some(cx.ask(Ask::Referrals(ask)));
            }
        }
    }
}

/// The record as it stands in the form's fields; a stated age has grown since it was stated.
fn as_typed(person: &person::Person, age: Option<u32>) -> BTreeMap<String, Typed> {
    let text = |text: &str| Typed::Text(text.to_owned());
    let word = |word: &'static str| {
        let chosen = (word != "not-known").then(|| word.to_owned());
        Typed::One(chosen)
    };
    let age = age.map_or_else(String::new, |age| age.to_string());
    let born = person
        .born
        .map_or(age, |born| born.format("%d/%m/%Y").to_string());
    [
        ("given_name", text(&person.given_name)),
        ("family_name", text(&person.family_name)),
        ("known_as", text(&person.known_as)),
        ("other_names", text(&person.other_names.join(", "))),
        ("born", text(&born)),
        ("gender", word(person.gender.into())),
        ("address", text(&person.address)),
        ("living", word(person.living.into())),
        ("school", text(&person.school)),
        ("language", word(person.language.into())),
    ]
    .into_iter()
    .map(|(id, typed)| (id.to_owned(), typed))
    .collect()
}

impl Page for Person {
    fn place(&self) -> Place {
        Place::Form
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
            Answer::Referrals(referrals::Answer::Person(brief, person)) => {
                self.take_in(cx, brief, &person);
            }
            Answer::Referrals(referrals::Answer::Noted) => {
                cx.say(Notice::Done(W::ReferralPersonSaved));
                cx.go(Go::Back);
            }
            Answer::Drafts(answer) => {
                if let Some(content) = self.typing.heard(answer) {
                    self.restore(&content);
                }
            }
            Answer::Failed(failure) => {
                cx.say(Notice::Trouble(failure.words_key));
                if failure.is_conflict {
                    self.read(cx);
                }
            }
            _ => {}
        }
    }

    fn confirmed(&mut self, cx: &mut Cx<'_>, confirm: &Confirm) {
        if *confirm == Confirm::DiscardDraft {
            cx.discard_draft(&Self::draft_place(self.case));
            *self = Self::new(self.case);
            self.read(cx);
        }
    }

    fn reopen(&self) -> Option<Reopen> {
        Some(Reopen::Person(self.case))
    }
}
