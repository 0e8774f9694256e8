//! What the keys of preparation and invitations do.

use super::over::OverKind;
use super::rows::Row;
use super::{Part, Preparation};
use crate::app::cx::{Cx, Go};
use crate::app::keymap::PreparationCommand as P;
use crate::app::model::Notice;
use crate::app::screen::{Case, Screen};
use crate::app::talk::preparation::Deed;
use crate::domain::bilingual::Language;
use crate::domain::invitation::{Answer, Invitation, Step};
use crate::domain::meeting::Invited;
use crate::domain::roles::Action;
use crate::domain::sharing::Confidential;
use crate::words::Key as W;

/// The selected person of the invitations, with all that a key needs to know.
struct Selected {
    person: Invited,
    invitation: Option<Invitation>,
    step: Step,
}

impl Preparation {
    pub(super) fn open_row(&mut self, cx: &mut Cx<'_>) {
        if self.part == Part::Invitations {
            return self.open_answer(cx, None);
        }
        let Some(opened) = &self.opened else {
            return;
        };
        let sheet = &opened.sheet;
        let form = match self.rows().get(self.cursor.at) {
            Some(Row::Person(at)) => sheet
                .people
                .get(*at)
                .and_then(|one| one.person.row)
                .map(OverKind::Person),
            Some(Row::HeldBack(at)) => sheet
                .held_back
                .get(*at)
                .map(|note| OverKind::HeldBack(Some(note.id))),
            Some(Row::HeldBackOpen) => Some(OverKind::HeldBack(None)),
            Some(Row::Report(agency)) => Some(OverKind::Report(agency.clone())),
            Some(Row::Invitations) => {
                self.part = Part::Invitations;
                return;
            }
            _ => None,
        };
        if let Some(form) = form {
            self.change(cx, form);
        }
    }

    /// Opens a form, where the role may fill it in.
    fn change(&mut self, cx: &mut Cx<'_>, form: OverKind) {
        if cx.may(Action::PlanMeeting) {
            self.open_form(cx, form);
        } else {
            cx.say(Notice::Trouble("refused"));
        }
    }

    pub(super) fn deed(&mut self, cx: &mut Cx<'_>, deed: P) {
        match deed {
            P::OtherPart => {
                self.part = match self.part {
                    Part::List => Part::Invitations,
                    Part::Invitations => Part::List,
                };
                return;
            }
            P::OpenCase => {
                let case = self.case;
                return cx.go(Go::Over(Screen::Case(Case::new(case))));
            }
            _ => {}
        }
        if self.opened.is_none() {
            return;
        }
        if !cx.may(Action::PlanMeeting) {
            return cx.say(Notice::Trouble("refused"));
        }
        match deed {
            P::AddHeldBack => {
                let is_asked = self.opened.as_ref().is_some_and(|opened| {
                    opened.sheet.is_planned() && opened.sheet.meeting.plan.part2.is_some()
                });
                if is_asked {
                    self.open_form(cx, OverKind::HeldBack(None));
                } else {
                    cx.say_why(W::PreparationWhyNoPart2);
                }
            }
            P::WriteFiles => {
                let person = self.selected().and_then(|one| one.person.row);
                self.open_form(cx, OverKind::Write(person));
            }
            P::Sent => self.mark_sent(cx),
            P::Coming => self.answer(cx, Answer::Coming),
            P::NotComing => self.answer(cx, Answer::NotComing),
            P::NoAnswer => self.answer(cx, Answer::None),
            P::SendsOther => self.open_answer(cx, Some(Answer::Sending)),
            P::OtherLanguage => self.other_language(cx),
            P::OtherPart | P::OpenCase => {}
        }
    }

    fn selected(&self) -> Option<Selected> {
        let sheet = &self.opened.as_ref()?.sheet;
        let (person, invitation) = sheet.invitations.get(self.people.at)?;
        Some(Selected {
            person: person.clone(),
            invitation: invitation.clone(),
            step: *sheet.steps().get(self.people.at)?,
        })
    }

    fn mark_sent(&mut self, cx: &mut Cx<'_>) {
        let Some(selected) = self.selected() else {
            return;
        };
        if !selected.step.is_owed() {
            return cx.say_why(match selected.step {
                Step::NotAsked => W::InvitationsWhyNotAsked,
                _ => W::InvitationsWhySentAlready,
            });
        }
        if let (None, Some(person)) = (self.saving, selected.person.row) {
            let version = version_of(&selected);
            self.send(cx, Deed::Sent { person, version });
        }
    }

    fn answer(&mut self, cx: &mut Cx<'_>, answer: Answer) {
        let Some(selected) = self.selected() else {
            return;
        };
        if !can_answer(cx, selected.step) {
            return;
        }
        if let (None, Some(person)) = (self.saving, selected.person.row) {
            let version = version_of(&selected);
            self.send(
                cx,
                Deed::Answered {
                    person,
                    version,
                    answer,
                    note: Confidential::default(),
                },
            );
        }
    }

    fn open_answer(&mut self, cx: &mut Cx<'_>, answer: Option<Answer>) {
        let Some(selected) = self.selected() else {
            return;
        };
        if !can_answer(cx, selected.step) {
            return;
        }
        if let Some(row) = selected.person.row {
            self.change(cx, OverKind::Answer(row));
            if let (Some(answer), Some(over)) = (answer, &mut self.over) {
                over.choose_answer(answer);
            }
        }
    }

    fn other_language(&mut self, cx: &mut Cx<'_>) {
        let Some(selected) = self.selected() else {
            return;
        };
        if selected.person.kind.belongs_in_part2() {
            return cx.say_why(W::InvitationsWhyLanguage);
        }
        let now = selected
            .invitation
            .as_ref()
            .map_or(Language::English, |one| one.language);
        let language = match now {
            Language::English => Language::Welsh,
            Language::Welsh => Language::English,
        };
        if let (None, Some(person)) = (self.saving, selected.person.row) {
            let version = version_of(&selected);
            self.send(
                cx,
                Deed::WriteIn {
                    person,
                    version,
                    language,
                },
            );
        }
    }
}

/// Whether this person can answer; else it is said why not.
fn can_answer(cx: &mut Cx<'_>, step: Step) -> bool {
    let why = match step {
        Step::Asked | Step::Answered => return true,
        Step::NotAsked => W::InvitationsWhyNotAsked,
        Step::Invite | Step::Update => W::InvitationsWhyNotSent,
        Step::TellCancelled | Step::Cancelled => W::InvitationsWhyCalledOff,
    };
    cx.say_why(why);
    false
}

fn version_of(selected: &Selected) -> i64 {
    selected.invitation.as_ref().map_or(0, |one| one.version)
}
