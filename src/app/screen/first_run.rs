//! The first run: there is no store yet. Asks for its first person, makes it, and shows the
//! recovery key until somebody says that it is written down.

use crate::app::cx::Cx;
use crate::app::effect::{Ask, AskId, Secret};
use crate::app::form::{Field, Form};
use crate::app::input::{Key, KeyCode};
use crate::app::keymap::{Command, Letters, Place};
use crate::app::model::Notice;
use crate::app::msg::Answer;
use crate::app::page::{Handled, Page};
use crate::app::talk::accounts;
use crate::domain::roles::Role;
use crate::words::Key as W;
use strum::IntoEnumIterator;

/// What stands on the first screen of all.
#[derive(Debug)]
pub struct FirstRun {
    /// Where the store will be.
    pub path: String,
    pub form: Form,
    /// Shown once the store is made.
    pub recovery_key: Option<Secret>,
    making: Option<AskId>,
}

/// The roles as choices of a form.
pub fn roles() -> impl Iterator<Item = (String, W)> {
    Role::iter().map(|role| {
        let word: &str = role.into();
        (word.to_owned(), role_words(role))
    })
}

/// What a role is called.
pub const fn role_words(role: Role) -> W {
    match role {
        Role::DutyWorker => W::RoleDutyWorker,
        Role::SocialWorker => W::RoleSocialWorker,
        Role::PrincipalOfficer => W::RolePrincipalOfficer,
        Role::Chair => W::RoleChair,
        Role::PanelMember => W::RolePanelMember,
        Role::Auditor => W::RoleAuditor,
        Role::Administrator => W::RoleAdministrator,
    }
}

impl FirstRun {
    pub fn new(path: String) -> Self {
        Self {
            path,
            form: Form::new(vec![
                Field::line("user", W::ShellUserName).needed(),
                Field::line("display-name", W::ShellDisplayName),
                Field::one("role", W::ShellRole, roles()).needed(),
                Field::secret("passphrase", W::ShellPassphrase).needed(),
                Field::secret("again", W::ShellPassphraseAgain).needed(),
            ]),
            recovery_key: None,
            making: None,
        }
    }

    fn save(&mut self, cx: &mut Cx<'_>) {
        if self.making.is_some() {
            return;
        }
        let user = self.form.text("user").trim().to_owned();
        let role = self.form.chosen("role").and_then(|role| role.parse().ok());
        let mut faults = Vec::new();
        if user.is_empty() {
            faults.push(("user", W::ShellNameNeeded));
        }
        if role.is_none() {
            faults.push(("role", W::ShellRoleNeeded));
        }
        let Some(role) = role.filter(|_| faults.is_empty()) else {
            self.form.show_faults(faults);
            return;
        };
        let passphrase = self.form.take_secret("passphrase");
        let again = self.form.take_secret("again");
        if passphrase != again || passphrase.is_empty() {
            self.form
                .show_faults([("passphrase", W::ShellPassphrasesDiffer)]);
            return;
        }
        self.form.show_faults([]);
        self.making = Some(cx.ask(Ask::Accounts(accounts::Ask::Found {
            user,
            display_name: self.form.text("display-name"),
            role,
            passphrase,
        })));
    }
}

impl Page for FirstRun {
    fn place(&self) -> Place {
        if self.recovery_key.is_some() {
            Place::Locked
        } else {
            Place::FirstRun
        }
    }

    fn letters(&self) -> Letters {
        Letters::AreText
    }

    fn shown(&mut self, _cx: &mut Cx<'_>) {}

    fn command(&mut self, cx: &mut Cx<'_>, command: Command) -> Handled {
        if command == Command::Save && self.recovery_key.is_none() {
            self.save(cx);
            return Handled::Yes;
        }
        Handled::No
    }

    fn key(&mut self, cx: &mut Cx<'_>, key: Key) {
        if self.recovery_key.is_some() {
            if key.code == KeyCode::Enter {
                cx.ask(Ask::Accounts(accounts::Ask::Stay));
            }
            return;
        }
        let at_end = self.form.focus() + 1 == self.form.fields().len();
        if key.code == KeyCode::Enter && at_end {
            self.save(cx);
            return;
        }
        self.form.key(key);
    }

    fn paste(&mut self, cx: &mut Cx<'_>, text: &str) {
        cx.say_of_paste(self.form.paste(text));
    }

    fn answered(&mut self, cx: &mut Cx<'_>, id: AskId, answer: Answer) {
        if self.making == Some(id) {
            self.making = None;
        }
        match answer {
            Answer::Accounts(accounts::Answer::Founded { recovery_key }) => {
                self.recovery_key = Some(recovery_key);
            }
            Answer::Failed(failure) => cx.say(Notice::Trouble(failure.words_key)),
            _ => {}
        }
    }
}
