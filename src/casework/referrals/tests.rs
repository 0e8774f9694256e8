//! Referrals taken, likely people shown, decisions and what follows, links made and undone.

mod decided;
mod links;
mod taken;

use chrono::{DateTime, NaiveDate, TimeDelta, TimeZone, Utc};
use tempfile::TempDir;

use super::*;
use crate::domain::case::{ClockKind, Due};
use crate::domain::referral::{
    AfterHearing, Fear, How, Likely, NearKind, NewStrategyDiscussion, NextSteps, ReferralId, Source,
};
use crate::domain::roles::{Actor, Role};
use crate::domain::rules::Rules;
use crate::domain::sharing::Confidential;
use crate::store::audit::{self, Verdict};
use crate::store::clock::due_of;
use crate::store::{Store, account, testing};

struct House {
    _folder: TempDir,
    store: Store,
    rules: Rules,
    now: DateTime<Utc>,
}

fn friday() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 20, 14, 10, 0).unwrap()
}

fn house() -> House {
    let folder = tempfile::tempdir().unwrap();
    let (_, _, store) = testing::store_in(folder.path()).unwrap();
    for (name, role) in [
        ("duty", Role::DutyWorker),
        ("worker", Role::SocialWorker),
        ("principal", Role::PrincipalOfficer),
        ("chair", Role::Chair),
        ("auditor", Role::Auditor),
        ("admin", Role::Administrator),
    ] {
        account::insert(store.connection(), name, name, role).unwrap();
    }
    House {
        _folder: folder,
        store,
        rules: Rules::embedded().unwrap(),
        now: friday(),
    }
}

impl House {
    fn actor(&self, name: &str) -> Actor {
        let account = account::by_name(self.store.connection(), name)
            .unwrap()
            .unwrap();
        Actor {
            user_id: account.id,
            user_name: account.user_name,
            display_name: account.display_name,
            role: account.role,
        }
    }

    fn desk<'a>(&'a mut self, actor: &'a Actor) -> Desk<'a> {
        Desk {
            now: self.now,
            store: &mut self.store,
            actor,
            rules: &self.rules,
        }
    }

    fn refer(&mut self, new: &NewReferral) -> Referred {
        let duty = self.actor("duty");
        refer(&mut self.desk(&duty), new, ReferTo::NewCase).unwrap()
    }

    fn restrict(&self, case: CaseId) {
        self.store
            .connection()
            .execute(
                "UPDATE case_record SET restricted = 1 WHERE id = ?1",
                [case.0],
            )
            .unwrap();
    }

    fn texts(&self, sql: &str) -> Vec<String> {
        let mut rows = self.store.connection().prepare(sql).unwrap();
        rows.query_map([], |row| row.get(0))
            .unwrap()
            .map(Result::unwrap)
            .collect()
    }

    fn audited(&self) -> Vec<String> {
        self.texts("SELECT action FROM audit ORDER BY seq")
    }

    fn references(&self) -> Vec<String> {
        self.texts("SELECT reference FROM case_record")
    }

    fn details(&self, kind: &str) -> Vec<String> {
        self.texts(&format!("SELECT detail FROM event WHERE kind = '{kind}'"))
    }

    /// Who has the open clocks of a kind.
    fn owners(&self, kind: &str) -> Vec<String> {
        self.texts(&format!(
            "SELECT user_name FROM clock JOIN user_account u ON u.id = owner_id
             WHERE kind = '{kind}' AND done_at IS NULL"
        ))
    }

    fn events(&self, case: CaseId) -> Vec<String> {
        self.texts(&format!(
            "SELECT kind FROM event WHERE case_id = {} ORDER BY id",
            case.0
        ))
    }

    fn open_clocks(&self, case: CaseId) -> Vec<(ClockKind, Due)> {
        self.texts(&format!(
            "SELECT kind || '|' || due FROM clock
             WHERE case_id = {} AND done_at IS NULL ORDER BY id",
            case.0
        ))
        .iter()
        .map(|text| {
            let (kind, due) = text.split_once('|').unwrap();
            (kind.parse().unwrap(), due_of(due).unwrap())
        })
        .collect()
    }

    fn case(&self, id: CaseId) -> CaseBrief {
        case_record::by_id(self.store.connection(), id)
            .unwrap()
            .unwrap()
    }

    #[track_caller]
    fn check_chain(&self) {
        let verdict = audit::verify(self.store.connection(), None).unwrap();
        assert!(matches!(verdict, Verdict::Whole { .. }));
    }
}

fn at(text: &str) -> Due {
    Due::At(text.parse().unwrap())
}

fn on(text: &str) -> Due {
    Due::By(text.parse().unwrap())
}

fn named(given: &str, family: &str, born: &str) -> NewReferral {
    NewReferral {
        received_at: friday(),
        how: How::Telephone,
        source: Source::Agency("school-or-college".to_owned()),
        source_name: Confidential::new("Ms Pugh"),
        source_contact: Confidential::default(),
        person: Person {
            given_name: given.to_owned(),
            family_name: family.to_owned(),
            born: born.parse::<NaiveDate>().ok(),
            ..Person::default()
        },
        feared: vec![Fear::Exchange, Fear::GroomingByTechnology],
        what_happened: Confidential::new("Out all night, and has a new phone."),
        danger_now: false,
        police_told_at: None,
        young_person_knows: Some(false),
        young_person_view: Confidential::default(),
        parents_know: None,
        parents_view: Confidential::default(),
    }
}

fn sian() -> NewReferral {
    named("Siân", "Llewellyn", "2012-04-03")
}

#[track_caller]
fn refused<T>(result: Result<T, CaseworkError>, exit_code: u8) {
    let code = result.map(|_| ()).unwrap_err().exit_code();
    assert_eq!(code, exit_code);
}
