//! The house that all tests of casework stand on: a store in a folder of its own, people who work
//! there, the rules and a moment; somebody put at the desk, and what was written behind it all.
//!
//! Each test adds the young people and meetings that it is about.

use chrono::{DateTime, NaiveDate, Utc};
use tempfile::TempDir;

use super::{CaseworkError, Desk, accounts};
use crate::domain::case::CaseId;
use crate::domain::roles::{Actor, Role};
use crate::domain::rules::Rules;
use crate::store::{Store, account, case_record, testing};

pub(in crate::casework) struct House {
    _folder: TempDir,
    pub store: Store,
    pub rules: Rules,
    pub now: DateTime<Utc>,
}

/// The case that most tests are about.
pub(in crate::casework) const CASE: CaseId = CaseId(1);

pub(in crate::casework) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Name to come in with, name to be called by, role.
pub(in crate::casework) type Person<'a> = (&'a str, &'a str, Role);

impl House {
    fn empty(now: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (_, _, store) = testing::store_in(folder.path()).unwrap();
        Self {
            _folder: folder,
            store,
            rules: Rules::embedded().unwrap(),
            now: now.parse().unwrap(),
        }
    }

    /// A store in which these people are, and nothing is written down yet.
    pub fn of(people: &[Person<'_>], now: &str) -> Self {
        let house = Self::empty(now);
        for (user, name, role) in people {
            account::insert(house.store.connection(), user, name, *role).unwrap();
        }
        house
    }

    /// A store that the first of these people founded, as is written down in it.
    pub fn founded(people: &[Person<'_>], now: &str) -> Self {
        let mut house = Self::empty(now);
        let ((user, name, role), others) = people.split_first().unwrap();
        accounts::found(&mut house.store, house.now, user, name, *role).unwrap();
        for (user, name, role) in others {
            account::insert(house.store.connection(), user, name, *role).unwrap();
        }
        house
    }

    /// At another moment.
    pub fn on(mut self, moment: &str) -> Self {
        self.now = moment.parse().unwrap();
        self
    }

    pub fn actor(&self, user: &str) -> Actor {
        let account = account::by_name(self.store.connection(), user)
            .unwrap()
            .unwrap();
        Actor {
            user_id: account.id,
            user_name: account.user_name,
            display_name: account.display_name,
            role: account.role,
        }
    }

    pub fn desk<'a>(&'a mut self, actor: &'a Actor) -> Desk<'a> {
        Desk {
            store: &mut self.store,
            actor,
            now: self.now,
            rules: &self.rules,
        }
    }

    /// With this person at the desk.
    pub fn as_user<T>(
        &mut self,
        user: &str,
        deed: impl FnOnce(&mut Desk<'_>) -> Result<T, CaseworkError>,
    ) -> Result<T, CaseworkError> {
        let actor = self.actor(user);
        deed(&mut self.desk(&actor))
    }

    /// Changes rows that no deed would.
    pub fn run(&self, sql: &str) {
        self.store.connection().execute_batch(sql).unwrap();
    }

    pub fn restrict(&self, case: CaseId) {
        testing::restrict(self.store.connection(), case).unwrap();
    }

    /// The first column of what a query finds.
    pub fn texts(&self, sql: &str) -> Vec<String> {
        testing::texts(self.store.connection(), sql).unwrap()
    }

    pub fn audited(&self) -> Vec<String> {
        testing::audited(self.store.connection()).unwrap()
    }

    pub fn audit_details(&self, action: &str) -> Vec<String> {
        testing::audit_details(self.store.connection(), action).unwrap()
    }

    /// What happened in the case.
    pub fn events(&self) -> Vec<String> {
        self.events_of(CASE)
    }

    pub fn events_of(&self, case: CaseId) -> Vec<String> {
        testing::events(self.store.connection(), Some(case)).unwrap()
    }

    /// What happened in any case.
    pub fn all_events(&self) -> Vec<String> {
        testing::events(self.store.connection(), None).unwrap()
    }

    /// What is still to be done in the case: the kind, and the day or moment that it is due, by the
    /// alphabet.
    pub fn clocks(&self) -> Vec<String> {
        let open = testing::open_clocks(self.store.connection(), CASE).unwrap();
        let lines = open.iter().map(|(kind, due, _)| format!("{kind} {due}"));
        sorted(lines)
    }

    /// The same, with whom it falls to.
    pub fn clocks_and_owners(&self) -> Vec<String> {
        let open = testing::open_clocks(self.store.connection(), CASE).unwrap();
        sorted(open.iter().map(|(kind, due, owner)| {
            format!("{kind} {due} {}", owner.as_deref().unwrap_or("nobody"))
        }))
    }

    pub fn stage(&self) -> String {
        let case = case_record::by_id(self.store.connection(), CASE).unwrap();
        <&str>::from(case.unwrap().stage).to_owned()
    }
}

fn sorted(lines: impl Iterator<Item = String>) -> Vec<String> {
    let mut lines: Vec<_> = lines.collect();
    lines.sort();
    lines
}
