//! A new referral: one form, and beside it the people who may be the same young person, found
//! while the name is typed. What is typed is kept as a draft at every change.

pub mod fields;
pub mod read;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use chrono_tz::Europe::London;
use serde::{Deserialize, Serialize};

use self::fields::{Asked, WHO};
use self::read::Now;
use super::{Case, Reopen, Screen};
use crate::app::cx::{Cx, Go};
use crate::app::effect::{Ask, AskId};
use crate::app::form::{Form, Typed};
use crate::app::input::Key;
use crate::app::keymap::{Command, Letters, Place, ReferralCommand};
use crate::app::model::{Confirm, Notice};
use crate::app::msg::Answer;
use crate::app::page::{Handled, Page};
use crate::app::talk::{drafts, referrals};
use crate::app::typing::Typing;
use crate::domain::case::CaseId;
use crate::domain::person::Person;
use crate::domain::referral::{Likely, LikelyPeople, ReferTo};
use crate::words::Key as W;

/// Where the draft is kept: one referral is typed at a time.
pub const DRAFT: &str = "referral";

/// A case that the referral joins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Joins {
    pub case: CaseId,
    pub reference: String,
}

/// What stands on the screen.
#[derive(Debug)]
pub struct Referral {
    pub form: Form,
    pub found: LikelyPeople,
    /// Which of those who may be the same is marked.
    pub marked: Option<usize>,
    pub joins: Option<Joins>,
    /// Whether enough is typed to look for anybody.
    pub has_looked: bool,
    pub typing: Typing,
    asked: Asked,
    /// What stands in fields that are not asked for just now.
    looked_for: Box<Person>,
    looking: Option<AskId>,
    /// Cases whose names were on this screen already.
    seen: Vec<CaseId>,
    saving: Option<AskId>,
    is_laid_out: bool,
}

/// What a draft keeps.
#[derive(Debug, Serialize, Deserialize)]
struct Draft {
    typed: BTreeMap<String, Typed>,
    focus: String,
    joins: Option<(i64, String)>,
}

impl Default for Referral {
    fn default() -> Self {
        Self {
            form: Form::new(Vec::new()),
            found: LikelyPeople::default(),
            marked: None,
            joins: None,
            has_looked: false,
            typing: Typing::default(),
            asked: Asked::default(),
            looked_for: Box::default(),
            looking: None,
            seen: Vec::new(),
            saving: None,
            is_laid_out: false,
        }
    }
}

impl Referral {
    /// Whether somebody is said to be in danger and the police were not told.
    pub fn needs_police(&self) -> bool {
        self.asked.police && self.form.text("police_told_on").trim().is_empty()
    }

    /// Whether a field is in focus from which it follows who it may be.
    pub fn is_about_who(&self) -> bool {
        let focused = self.form.focused();
        focused.is_some_and(|field| WHO.contains(&field.id()))
    }

    /// An empty form, received now.
    fn lay_out(&mut self, cx: &Cx<'_>) {
        self.form = fields::form(Asked::default(), cx.rules);
        let there = cx.now.with_timezone(&London);
        for (id, text) in [
            ("received_on", there.format("%d/%m/%Y").to_string()),
            ("received_time", there.format("%H:%M").to_string()),
        ] {
            self.form.put(id, &Typed::Text(text));
        }
        self.is_laid_out = true;
    }

    /// Something that would be saved has changed.
    fn changed(&mut self, cx: &mut Cx<'_>) {
        self.ask_what_follows(cx);
        let draft = Draft {
            typed: self.form.draft(),
            focus: self.focused_id().to_owned(),
            joins: self
                .joins
                .as_ref()
                .map(|joins| (joins.case.0, joins.reference.clone())),
        };
        cx.keep_draft(DRAFT, &draft);
        self.look(cx);
    }

    fn focused_id(&self) -> &str {
        self.form.focused().map_or("", |field| field.id())
    }

    /// Lays the form out anew where an answer makes other fields needed, with all that was typed.
    fn ask_what_follows(&mut self, cx: &Cx<'_>) {
        let asked = Asked::of(&self.form);
        if asked == self.asked {
            return;
        }
        self.asked = asked;
        self.form.ask_instead(fields::form(asked, cx.rules));
    }

    /// Looks for people who may be the same, where what is typed of the person has changed.
    fn look(&mut self, cx: &mut Cx<'_>) {
        let now = Now {
            at: cx.now,
            policies: &cx.rules.policies,
        };
        // A birth date half typed is no reason to stop looking by name.
        let typed =
            read::person(&self.form, now).unwrap_or_else(|_| read::person_without_age(&self.form));
        let typed = Person {
            school: String::new(),
            ..typed
        };
        if typed == *self.looked_for {
            return;
        }
        (*self.looked_for).clone_from(&typed);
        self.has_looked = is_enough(&typed);
        if !self.has_looked {
            self.looking = None;
            self.found = LikelyPeople::default();
            self.marked = None;
            return;
        }
        let ask = referrals::Ask::Likely {
            typed: Box::new(typed),
            shown: self.seen.clone(),
        };
        self.looking = Some(cx.ask(Ask::Referrals(ask)));
    }

    fn restore(&mut self, cx: &mut Cx<'_>, content: &str) {
        let Ok(draft) = serde_json::from_str::<Draft>(content) else {
            return;
        };
        self.form.restore(&draft.typed);
        self.ask_what_follows(cx);
        self.form.go_to(&draft.focus);
        self.joins = draft.joins.map(|(case, reference)| Joins {
            case: CaseId(case),
            reference,
        });
        self.typing.touch();
        self.look(cx);
    }

    fn save(&mut self, cx: &mut Cx<'_>) {
        if self.saving.is_some() {
            return;
        }
        let now = Now {
            at: cx.now,
            policies: &cx.rules.policies,
        };
        match read::referral(&self.form, now) {
            Err(faults) => {
                self.form.show_faults(faults);
                cx.say(Notice::Trouble("referral-faulty"));
            }
            Ok(new) => {
                self.form.show_faults([]);
                let to = match &self.joins {
                    Some(joins) => ReferTo::Case(joins.case),
                    None => ReferTo::NewCase,
                };
                let new = Box::new(new);
                let ask = referrals::Ask::Refer { new, to };
                self.saving = Some(cx.ask(Ask::Referrals(ask)));
            }
        }
    }

    fn deed(&mut self, cx: &mut Cx<'_>, command: ReferralCommand) {
        match command {
            ReferralCommand::NextPerson => {
                let Some(last) = self.found.same.len().checked_sub(1) else {
                    cx.say_why(W::ReferralNobodyShown);
                    return;
                };
                self.marked = match self.marked {
                    Some(at) if at < last => Some(at + 1),
                    _ => Some(0),
                };
            }
            ReferralCommand::ThisOne => {
                if self.joins.take().is_none() {
                    let Some(one) = self.marked_one() else {
                        cx.say_why(W::ReferralNobodyMarked);
                        return;
                    };
                    self.joins = Some(Joins {
                        case: one.id(),
                        reference: one.reference().to_owned(),
                    });
                }
                self.typing.touch();
                self.changed(cx);
            }
            ReferralCommand::LookAt => match self.marked_one().map(Likely::id) {
                Some(case) => cx.go(Go::Over(Screen::Case(Case::new(case)))),
                None => cx.say_why(W::ReferralNobodyMarked),
            },
        }
    }

    fn marked_one(&self) -> Option<&Likely> {
        self.marked.and_then(|at| self.found.same.get(at))
    }

    fn heard(&mut self, cx: &mut Cx<'_>, id: AskId, answer: referrals::Answer) {
        match answer {
            referrals::Answer::Likely(found) if self.looking == Some(id) => {
                self.looking = None;
                let before = self.marked_one().map(Likely::id);
                self.found = found;
                let there = |case| self.found.same.iter().position(|one| one.id() == case);
                self.marked = before.and_then(there);
                for (case, _) in self.found.told() {
                    if !self.seen.contains(&case) {
                        self.seen.push(case);
                    }
                }
            }
            referrals::Answer::Referred(taken) => {
                let said = if taken.is_joined {
                    W::ReferralSavedJoined
                } else {
                    W::ReferralSaved
                };
                cx.say(Notice::DoneTo(said, taken.case.reference.clone()));
                cx.go(Go::Instead(Screen::Case(Case::new(taken.case.id))));
            }
            _ => {}
        }
    }
}

/// Whether there is enough to look by: a name of two parts, a birth date, or an address.
fn is_enough(person: &Person) -> bool {
    const LEAST: usize = 2;
    let long = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count() >= LEAST;
    let first = long(&person.given_name) || long(&person.known_as);
    (first && long(&person.family_name))
        || (long(&person.given_name) && person.family_name.is_empty())
        || person.born.is_some()
        || person.address.chars().count() > LEAST
        || person.other_names.iter().any(|name| long(name))
}

impl Page for Referral {
    fn place(&self) -> Place {
        Place::Referral
    }

    /// Also where something is chosen, so that no letter leads away from a form.
    fn letters(&self) -> Letters {
        Letters::AreText
    }

    fn shown(&mut self, cx: &mut Cx<'_>) {
        if self.is_laid_out {
            return;
        }
        self.lay_out(cx);
        let place = DRAFT.to_owned();
        cx.ask(Ask::Drafts(drafts::Ask::Of { place }));
    }

    fn command(&mut self, cx: &mut Cx<'_>, command: Command) -> Handled {
        match command {
            Command::Save => self.save(cx),
            // What is being recorded must not be left half known.
            Command::Back if self.saving.is_some() => {}
            Command::Discard if self.typing.is_touched() => cx.confirm(Confirm::DiscardDraft),
            Command::Referral(deed) => self.deed(cx, deed),
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
            Answer::Drafts(answer) => {
                if let Some(content) = self.typing.heard(answer) {
                    self.restore(cx, &content);
                    // It may be about somebody else than the one who is told of now.
                    cx.say_why(W::ReferralDraftIsBack);
                }
            }
            Answer::Referrals(answer) => self.heard(cx, id, answer),
            Answer::Failed(failure) => cx.say(Notice::Trouble(failure.words_key)),
            _ => {}
        }
    }

    fn confirmed(&mut self, cx: &mut Cx<'_>, confirm: &Confirm) {
        if *confirm == Confirm::DiscardDraft {
            let seen = std::mem::take(&mut self.seen);
            *self = Self {
                seen,
                ..Self::default()
            };
            self.lay_out(cx);
            cx.discard_draft(DRAFT);
        }
    }

    fn reopen(&self) -> Option<Reopen> {
        Some(Reopen::Referral)
    }
}
