//! Admin: the people of the store, and whether the store is as it was written.

use super::Reopen;
use super::first_run::roles;
use crate::app::cursor::Cursor;
use crate::app::cx::Cx;
use crate::app::effect::{Ask, AskId};
use crate::app::form::{Field, Form};
use crate::app::input::{Key, KeyCode};
use crate::app::keymap::{AdminCommand, Command, Letters, Place};
use crate::app::model::{Confirm, Notice};
use crate::app::msg::Answer;
use crate::app::page::{Handled, Page};
use crate::app::talk::accounts::{self, Verified};
use crate::domain::bilingual::Language;
use crate::domain::roles::{Account, Action};
use crate::words::Key as W;

/// A form that stands over the list.
#[derive(Debug)]
pub enum Over {
    Adding(Form),
    ChangingPassphrase(Form),
}

/// What stands on the admin screen.
#[derive(Debug, Default)]
pub struct Admin {
    pub people: Vec<Account>,
    pub cursor: Cursor,
    pub verified: Option<Verified>,
    pub over: Option<Over>,
    /// The store is being checked.
    pub verifying: Option<AskId>,
    saving: Option<AskId>,
}

impl Admin {
    fn ask_for_people(cx: &mut Cx<'_>) {
        if cx.may(Action::ManageUsers) {
            cx.ask(Ask::Accounts(accounts::Ask::People));
        }
    }

    fn form(&mut self) -> Option<&mut Form> {
        match &mut self.over {
            Some(Over::Adding(form) | Over::ChangingPassphrase(form)) => Some(form),
            None => None,
        }
    }

    fn deed(&mut self, cx: &mut Cx<'_>, command: AdminCommand) {
        let manages = cx.may(Action::ManageUsers);
        match command {
            AdminCommand::Verify if cx.may(Action::VerifyStore) => {
                self.verified = None;
                self.verifying = Some(cx.ask(Ask::Accounts(accounts::Ask::Verify)));
            }
            AdminCommand::ChangePassphrase => {
                self.over = Some(Over::ChangingPassphrase(Form::new(vec![
                    Field::secret("passphrase", W::ShellPassphrase).needed(),
                    Field::secret("again", W::ShellPassphraseAgain).needed(),
                ])));
            }
            AdminCommand::AddPerson if manages => {
                self.over = Some(Over::Adding(Form::new(vec![
                    Field::line("user", W::ShellUserName).needed(),
                    Field::line("display-name", W::ShellDisplayName),
                    Field::one("role", W::ShellRole, roles()).needed(),
                    Field::secret("passphrase", W::ShellPassphrase).needed(),
                    Field::secret("again", W::ShellPassphraseAgain).needed(),
                ])));
            }
            AdminCommand::DisablePerson if manages => match self.people.get(self.cursor.at) {
                Some(person) if person.is_disabled => cx.say_why(W::AdminAlreadyEnded),
                Some(_) => cx.confirm(Confirm::DisableUser),
                None => {}
            },
            _ => cx.say(Notice::Trouble("refused")),
        }
    }

    fn save(&mut self, cx: &mut Cx<'_>) {
        if self.saving.is_some() {
            return;
        }
        let adding = matches!(self.over, Some(Over::Adding(_)));
        let Some(form) = self.form() else {
            return;
        };
        let user = form.text("user").trim().to_owned();
        let role = form.chosen("role").and_then(|role| role.parse().ok());
        if adding && user.is_empty() {
            form.show_faults([("user", W::ShellNameNeeded)]);
            return;
        }
        if adding && role.is_none() {
            form.show_faults([("role", W::ShellRoleNeeded)]);
            return;
        }
        let passphrase = form.take_secret("passphrase");
        let again = form.take_secret("again");
        if passphrase.is_empty() || passphrase != again {
            form.show_faults([("passphrase", W::ShellPassphrasesDiffer)]);
            return;
        }
        form.show_faults([]);
        let ask = match role {
            Some(role) if adding => accounts::Ask::Add {
                user,
                display_name: form.text("display-name"),
                role,
                passphrase,
            },
            _ => accounts::Ask::ChangePassphrase { passphrase },
        };
        self.saving = Some(cx.ask(Ask::Accounts(ask)));
    }
}

impl Page for Admin {
    fn place(&self) -> Place {
        if self.over.is_some() {
            Place::Form
        } else {
            Place::Admin
        }
    }

    fn offers(&self, command: Command, _language: Language) -> bool {
        // A person is a row to act on; there is no page behind it.
        command != Command::Open || self.over.is_some()
    }

    fn letters(&self) -> Letters {
        if self.over.is_some() {
            Letters::AreText
        } else {
            Letters::AreCommands
        }
    }

    fn shown(&mut self, cx: &mut Cx<'_>) {
        Self::ask_for_people(cx);
    }

    fn command(&mut self, cx: &mut Cx<'_>, command: Command) -> Handled {
        match command {
            Command::Back if self.over.is_some() => self.over = None,
            Command::Save if self.over.is_some() => self.save(cx),
            Command::Admin(deed) => self.deed(cx, deed),
            _ if self.over.is_none() => {
                let (rows, page) = (self.people.len(), cx.body_rows().saturating_sub(2));
                if !self.cursor.moves(command, rows, page) {
                    return Handled::No;
                }
            }
            _ => return Handled::No,
        }
        Handled::Yes
    }

    fn key(&mut self, cx: &mut Cx<'_>, key: Key) {
        let Some(form) = self.form() else {
            return;
        };
        let at_end = form.focus() + 1 == form.fields().len();
        if key.code == KeyCode::Enter && at_end {
            self.save(cx);
        } else {
            form.key(key);
        }
    }

    fn paste(&mut self, cx: &mut Cx<'_>, text: &str) {
        if let Some(form) = self.form() {
            cx.say_of_paste(form.paste(text));
        }
    }

    fn answered(&mut self, cx: &mut Cx<'_>, id: AskId, answer: Answer) {
        let was_saving = self.saving == Some(id);
        if was_saving {
            self.saving = None;
        }
        if self.verifying == Some(id) {
            self.verifying = None;
        }
        match answer {
            Answer::Accounts(accounts::Answer::People(people)) => {
                let page = cx.body_rows().saturating_sub(2);
                self.cursor.put(self.cursor.at, people.len(), page);
                self.people = people;
                if was_saving {
                    self.over = None;
                    cx.say(Notice::Done(W::AdminSaved));
                }
            }
            Answer::Accounts(accounts::Answer::PassphraseChanged) => {
                self.over = None;
                cx.say(Notice::Done(W::AdminPassphraseChanged));
            }
            Answer::Accounts(accounts::Answer::Verified(verified)) => {
                self.verified = Some(verified);
            }
            Answer::Failed(failure) => cx.say(Notice::Trouble(failure.words_key)),
            _ => {}
        }
    }

    fn confirmed(&mut self, cx: &mut Cx<'_>, confirm: &Confirm) {
        if *confirm == Confirm::DisableUser
            && let Some(person) = self.people.get(self.cursor.at)
        {
            let user = person.user_name.clone();
            self.saving = Some(cx.ask(Ask::Accounts(accounts::Ask::Disable { user })));
        }
    }

    fn reopen(&self) -> Option<Reopen> {
        Some(Reopen::Admin)
    }
}
