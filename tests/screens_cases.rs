//! Today, the list of cases and a case's page: used by keys over a real store, and looked at.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::string_slice,
    reason = "a test stops at the first fault, and knows its own texts"
)]

use std::path::PathBuf;

use chrono::{DateTime, Duration, TimeZone, Utc};
use diogel::casework::referrals;
use diogel::domain::case::{CaseId, ClockKind, Due, Stage};
use diogel::domain::person::{Living, Person};
use diogel::domain::referral::{How, NewReferral, ReferTo, Source};
use diogel::domain::relation::{NewRelation, Related, RelationKind};
use diogel::domain::sharing::Confidential;
use diogel::store::{Store, StoreError, case_record, clock};
use tempfile::TempDir;

#[path = "support/house.rs"]
mod house;
#[path = "support/stores.rs"]
mod stores;

use house::House;
use stores::{ADMIN, STAFF, as_user, opened, store_of};

/// Monday 23 November 2026, 14:42 in Wales.
fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 23, 14, 42, 0).unwrap()
}

struct Office {
    _folder: TempDir,
    path: PathBuf,
    store: Store,
}

impl Office {
    fn empty() -> Self {
        let [duty, worker, principal, chair] = STAFF;
        let (folder, path) = store_of(&[duty, worker, principal, chair, ADMIN], now());
        let store = opened(&path);
        Self {
            _folder: folder,
            path,
            store,
        }
    }

    fn refer(
        &mut self,
        given: &str,
        family: &str,
        born: &str,
        hours_ago: i64,
        what: &str,
    ) -> CaseId {
        let at = now() - Duration::hours(hours_ago);
        let new = NewReferral {
            received_at: at,
            how: How::Written,
            source: Source::Agency("south-wales-police".to_owned()),
            source_name: Confidential::new("PC Dai Rees"),
            source_contact: Confidential::default(),
            person: Person {
                given_name: given.to_owned(),
                family_name: family.to_owned(),
                born: born.parse().ok(),
                living: Living::AtHome,
                address: format!("12 Heol {family}, Port Talbot"),
                ..Person::default()
            },
            feared: Vec::new(),
            what_happened: Confidential::new(what),
            danger_now: false,
            police_told_at: None,
            young_person_knows: None,
            young_person_view: Confidential::default(),
            parents_know: None,
            parents_view: Confidential::default(),
        };
        as_user(&mut self.store, "duty", at, |desk| {
            referrals::refer(desk, &new, ReferTo::NewCase)
                .unwrap()
                .case
                .id
        })
    }

    fn change(&mut self, deed: impl FnOnce(&rusqlite::Connection) -> Result<(), StoreError>) {
        self.store.with_transaction(deed).unwrap();
    }

    /// Brings a case to a stage, with a worker and one thing that is due.
    fn stands(&mut self, id: CaseId, stage: Stage, owner: i64, kind: ClockKind, due: &str) {
        let at = now() - Duration::hours(1);
        self.change(|tx| {
            for open in [ClockKind::Triage, kind] {
                clock::finish(tx, id, open, None, at)?;
            }
            let case = case_record::by_id(tx, id)?.unwrap();
            case_record::set_stage(tx, &case, stage, at, at.date_naive())?;
            tx.execute(
                "UPDATE case_record SET owner_id = ?2 WHERE id = ?1",
                [id.0, owner],
            )
            .map_err(StoreError::from)?;
            let due = Due::By(due.parse().unwrap());
            clock::start(tx, id, kind, None, due, Some(owner))?;
            Ok(())
        });
    }

    /// An office as it is on a Monday afternoon.
    fn busy() -> Self {
        let mut office = Self::empty();
        let sian = office.refer(
            "Siân",
            "Llewellyn",
            "2012-03-04",
            76,
            "Out overnight twice this month, a new phone that nobody bought her, and picked up \
             by a car outside school.",
        );
        let dafydd = office.refer(
            "Dafydd",
            "Llewellyn",
            "2009-05-06",
            9_000,
            "Missing overnight.",
        );
        office.stands(dafydd, Stage::Closed, 2, ClockKind::Seraf, "2026-11-30");
        office.change(|tx| {
            tx.execute(
                "UPDATE clock SET done_at = '2026-11-20T10:00:00Z' WHERE case_id = ?1",
                [dafydd.0],
            )
            .map_err(StoreError::from)?;
            Ok(())
        });
        let rhys = office.refer(
            "Rhys",
            "Morgan",
            "2010-01-02",
            2_000,
            "Gifts from an adult online.",
        );
        office.stands(rhys, Stage::OnProtocol, 2, ClockKind::Review, "2026-11-19");
        let owain = office.refer(
            "Owain",
            "Davies",
            "2009-12-30",
            500,
            "Seen in cars at night.",
        );
        office.stands(owain, Stage::Assessing, 2, ClockKind::Seraf, "2026-11-23");
        let long = office.refer(
            "Angharad Myfanwy Gwenllian",
            "Ap Llywelyn-Ffoulkes",
            "2011-07-08",
            30,
            "Messages from somebody she has never met.",
        );
        let hidden = office.refer("Ifan", "Rees", "2012-02-02", 20, "A worker's own family.");
        office.change(|tx| {
            tx.execute(
                "UPDATE case_record SET restricted = 1 WHERE id = ?1",
                [hidden.0],
            )
            .map_err(StoreError::from)?;
            Ok(())
        });
        as_user(&mut office.store, "duty", now(), |desk| {
            for (who, kind, note) in [
                (Related::Case(dafydd), RelationKind::Sibling, "same mother"),
                (
                    Related::Named("Nia Llewellyn".to_owned()),
                    RelationKind::ParentCarer,
                    "",
                ),
                (Related::Case(long), RelationKind::Friend, "seen together"),
            ] {
                let note = note.to_owned();
                referrals::add_relation(desk, sian, &NewRelation { kind, who, note }).unwrap();
            }
        });
        office
    }

    fn open(self, user: &str, size: (u16, u16)) -> (Self, House) {
        let mut house = House::open(&self.path, now(), size);
        house.come_in(user);
        (self, house)
    }

    fn audited(&self, action: &str) -> i64 {
        self.store
            .connection()
            .query_row(
                "SELECT count(*) FROM audit WHERE action = ?1",
                [action],
                |row| row.get(0),
            )
            .unwrap()
    }
}

#[test]
fn today_looks_as_it_should() {
    let (_office, house) = Office::busy().open("duty", (80, 24));
    insta::assert_snapshot!("today_80x24", house.screen());
    let (_office, house) = Office::busy().open("duty", (120, 40));
    insta::assert_snapshot!("today_120x40", house.screen());
    let (_office, house) = Office::busy().open("worker", (80, 24));
    insta::assert_snapshot!("today_of_worker_80x24", house.screen());
    let (_office, mut house) = Office::empty().open("duty", (80, 24));
    insta::assert_snapshot!("today_empty_80x24", house.screen());
    house.press("f");
    house.sees("everybody's");
}

#[test]
fn row_of_today_leads_to_the_place_of_its_work_and_back() {
    let (_office, mut house) = Office::busy().open("duty", (80, 24));
    house.press("<down>");
    house.sees("\u{258c}\u{25b2} Triage      NPT-26-001");
    house.press("<enter>");
    house.sees("NPT-26-001");
    house.sees("Out overnight twice");
    house.does_not_see("Monday 23 November 2026");
    house.press("<esc>");
    house.sees("\u{258c}\u{25b2} Triage      NPT-26-001");
    house.press("c");
    house.sees("overview");
    house.press("<esc>fff");
    house.sees("Monday 23 November 2026 · mine");
    // What was begun and not saved comes first when one is back.
    house.press("n<tab>");
    house.type_in("Sia");
    house.press("<esc>");
    house.sees("Unfinished");
    house.press("g<enter>");
    house.sees("Sia");
}

#[test]
fn welsh_screens_keep_their_columns() {
    let (_office, mut house) = Office::busy().open("duty", (80, 24));
    house.press("<f3>ff");
    insta::assert_snapshot!("today_welsh_80x24", house.screen());
    house.press("2");
    insta::assert_snapshot!("cases_welsh_80x24", house.screen());
    house.press("/sian<enter>");
    insta::assert_snapshot!("case_welsh_80x24", house.screen());
}

#[test]
fn list_of_cases_looks_as_it_should() {
    let (_office, mut house) = Office::busy().open("duty", (80, 24));
    house.press("2");
    insta::assert_snapshot!("cases_80x24", house.screen());
    house.press("f");
    insta::assert_snapshot!("cases_filters_80x24", house.screen());
    house.press("<end><enter>s");
    insta::assert_snapshot!("cases_everything_by_name_80x24", house.screen());
    let (_office, mut house) = Office::busy().open("principal", (120, 40));
    house.press("2");
    insta::assert_snapshot!("cases_120x40", house.screen());
    let (_office, mut house) = Office::empty().open("duty", (80, 24));
    house.press("2");
    insta::assert_snapshot!("cases_empty_80x24", house.screen());
}

#[test]
fn search_finds_while_it_is_typed_and_is_written_down() {
    let (office, mut house) = Office::busy().open("duty", (80, 24));
    house.press("/");
    house.sees("Type a name, another name, a reference");
    house.press("sian");
    house.sees("Siân Llewellyn, 14");
    house.does_not_see("Rhys Morgan");
    insta::assert_snapshot!("cases_search_80x24", house.screen());
    house.press("x");
    house.sees("Nobody is found by that");
    house.press("<backspace><backspace><backspace><backspace><backspace>26/003");
    house.sees("Owain Davies, 16");
    // A restricted case is found by whom it is about, and not while the name is spelt.
    for _ in 0..6 {
        house.press("<backspace>");
    }
    house.press("ifan");
    house.does_not_see("restricted");
    house.press(" rees");
    house.sees("restricted");
    house.sees("NPT-26-005");
    house.press("<esc>");
    house.sees("Cases · all that are worked on");
    assert!(office.audited("cases-searched") > 0);
    assert_eq!(office.audited("cases-listed"), 1);
}

#[test]
fn case_page_looks_as_it_should() {
    let (_office, mut house) = Office::busy().open("duty", (80, 24));
    house.press("/sian<enter>");
    insta::assert_snapshot!("case_80x24", house.screen());
    house.press("<tab>");
    insta::assert_snapshot!("case_chronology_80x24", house.screen());
    let (_office, mut house) = Office::busy().open("principal", (120, 40));
    house.press("/sian<enter>");
    insta::assert_snapshot!("case_120x40", house.screen());
}

#[test]
fn restricted_case_asks_for_a_reason_and_tells_the_principal_officer() {
    let (office, mut house) = Office::busy().open("duty", (80, 24));
    house.press("/26/005<enter>");
    insta::assert_snapshot!("case_restricted_80x24", house.screen());
    house.press("<ctrl-s>");
    house.sees("Say why, in your own words.");
    house.type_in("Mum rang: he is missing");
    // Going away keeps what was typed, and Today shows it first.
    house.press("<esc>1");
    house.sees("Unfinished");
    house.press("<enter>");
    house.sees("Mum rang: he is missing");
    house.press("<ctrl-s>");
    house.sees("Ifan Rees");
    house.sees("Opened to you until tomorrow");
    assert_eq!(office.audited("glass-broken"), 1);
    house.press("<ctrl-l>");
    house.come_in("principal");
    house.press("f");
    house.sees("by Mari Huws: Mum rang");
    house.press("f");
    while !house.screen().contains("\u{258c}\u{25cf} Opened") {
        house.press("<down>");
    }
    house.press("<enter>");
    house.sees("Have you read who opened it");
    house.press("<enter>");
    house.sees("Written down that you have read it.");
    house.does_not_see("Mum rang");
}

#[test]
fn principal_officer_restricts_a_case_and_closes_it_by_keys() {
    let (office, mut house) = Office::busy().open("principal", (80, 24));
    house.press("/owain<enter>z");
    insta::assert_snapshot!("case_restrict_80x24", house.screen());
    house.press("<ctrl-s>");
    house.sees("Choose who is to see it.");
    // Named people only; the second of them; why.
    house.press("<right><tab><right><space><tab>");
    house.type_in("Kin in the team");
    insta::assert_snapshot!("case_restrict_filled_80x24", house.screen());
    // Going away keeps what was typed.
    house.press("<esc>z");
    house.sees("Kin in the team");
    house.press("<ctrl-s>");
    house.sees("Kept: who sees this case.");
    assert_eq!(office.audited("case-restricted"), 1);
    house.press("Z");
    insta::assert_snapshot!("case_close_80x24", house.screen());
    house.press("<ctrl-s>");
    house.sees("Say why, in your own words.");
    house.type_in("Moved away");
    house.press("<ctrl-s>");
    house.sees("The case is closed.");
    assert_eq!(office.audited("case-closed"), 1);
    house.press("Z");
    house.type_in("Twice");
    house.press("<ctrl-s>");
    house.sees("The case is closed already.");
    house.sees("Twice");
    // The others are neither told of the keys nor served by them.
    house.press("<ctrl-l>");
    house.come_in("chair");
    house.press("/owain<enter>");
    house.does_not_see("Kin in the team");
}

#[test]
fn forms_of_the_case_page_do_their_work() {
    let (_office, mut house) = Office::busy().open("worker", (80, 24));
    house.press("/owain<enter>r");
    house.sees("Somebody near Owain");
    house.press("<ctrl-s>");
    house.sees("Choose what they are");
    house.press("<right><tab>26/002<tab>in one class<ctrl-s>");
    house.sees("Rhys Morgan, 16");
    house.press("p");
    house.type_in("Two people named the same car.");
    house.press("<ctrl-s>");
    house.sees("Put forward; it waits for the Principal Officer.");
    house.sees("decision awaited");
    house.press("d");
    house.sees("Your role does not allow that.");
    house.press("<ctrl-l>");
    house.come_in("principal");
    house.press("/owain<enter>o26/002<tab>");
    house.type_in("One boy under two names.");
    house.press("<ctrl-s>");
    house.sees("Joined with");
    house.press("<tab>");
    house.sees("[NPT-26-002]");
    house.press("<tab>x<enter>");
    house.type_in("Two boys after all.");
    house.press("<ctrl-s>");
    house.sees("Taken apart");
    house.does_not_see("Joined with");
}

#[test]
fn masked_names_are_on_no_screen() {
    let (_office, mut house) = Office::busy().open("duty", (80, 24));
    house.press("<f8>");
    house.does_not_see("Llewellyn");
    house.press("2");
    house.does_not_see("Llewellyn");
    house.press("/26/001<enter>");
    house.sees("NPT-26-001");
    house.does_not_see("Siân");
    house.does_not_see("Llewellyn");
}

#[test]
fn every_place_is_drawn_at_every_size_in_both_languages() {
    let (_office, mut house) = Office::busy().open("principal", (80, 24));
    for keys in [
        "1",
        "2",
        "2f",
        "/sian",
        "<enter>",
        "<tab>",
        "<tab>r",
        "1f",
        "<f3>1",
        "2",
        "/sian<enter>",
    ] {
        house.press(keys);
        for (cols, rows) in [
            (0, 0),
            (1, 1),
            (20, 5),
            (20, 6),
            (40, 12),
            (80, 24),
            (200, 60),
        ] {
            let frame = house.frame(cols, rows);
            assert_eq!(frame.lines().count(), usize::from(rows));
        }
        for size in [(20, 5), (40, 12), (1, 1), (80, 24)] {
            house.resize(size.0, size.1);
        }
    }
}
