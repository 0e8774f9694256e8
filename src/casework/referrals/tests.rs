//! Referrals taken, likely people shown, decisions and what follows, links made and undone.

mod decided;
mod links;
mod taken;

use chrono::{DateTime, NaiveDate, TimeDelta, TimeZone, Utc};

use super::*;
use crate::casework::testing::House;
use crate::domain::case::{ClockKind, Due};
use crate::domain::referral::{
    AfterHearing, Fear, How, Likely, NearKind, NewStrategyDiscussion, NextSteps, ReferralId, Source,
};
use crate::domain::roles::Role;
use crate::domain::sharing::Confidential;
use crate::store::audit::{self, Verdict};
use crate::store::clock::due_of;
use crate::store::testing;

fn friday() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 20, 14, 10, 0).unwrap()
}

fn house() -> House {
    House::of(
        &[
            ("duty", "duty", Role::DutyWorker),
            ("worker", "worker", Role::SocialWorker),
            ("principal", "principal", Role::PrincipalOfficer),
            ("chair", "chair", Role::Chair),
            ("auditor", "auditor", Role::Auditor),
            ("admin", "admin", Role::Administrator),
        ],
        "2026-11-20T14:10:00Z",
    )
}

impl House {
    fn refer(&mut self, new: &NewReferral) -> Referred {
        let duty = self.actor("duty");
        refer(&mut self.desk(&duty), new, ReferTo::NewCase).unwrap()
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

    fn open_clocks(&self, case: CaseId) -> Vec<(ClockKind, Due)> {
        let open = testing::open_clocks(self.store.connection(), case).unwrap();
        open.iter()
            .map(|(kind, due, _)| (kind.parse().unwrap(), due_of(due).unwrap()))
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
