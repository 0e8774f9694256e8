//! Taking a referral, for a new case and for one that is there; who is shown as likely.

use super::*;
use crate::casework::drafts;
use crate::domain::likeness::Reason;
use crate::domain::relation::{NewRelation, Related, RelationKind};

#[test]
fn referral_taken_makes_a_case_with_reference_clocks_event_and_audit() {
    let mut house = house();
    let taken = house.refer(&sian());
    assert_eq!(taken.case.reference, "NPT-26-001");
    assert_eq!(taken.case.stage, Stage::Referred);
    assert_eq!(
        house.open_clocks(taken.case.id),
        [
            (ClockKind::Triage, at("2026-11-23T14:10:00Z")),
            (ClockKind::WrittenConfirmation, at("2026-11-21T14:10:00Z")),
        ]
    );
    assert_eq!(house.events_of(taken.case.id), ["referred"]);
    assert_eq!(house.audited(), ["referred"]);
    let worker = house.actor("worker");
    let kept = of_case(&mut house.desk(&worker), taken.case.id).unwrap();
    assert_eq!(kept.len(), 1);
    assert_eq!(kept[0].told, sian());
    assert_eq!(kept[0].received_by, "duty");
    assert_eq!(house.refer(&sian()).case.reference, "NPT-26-002");
    house.check_chain();
}

#[test]
fn referral_with_faults_is_kept_nowhere() {
    let mut house = house();
    let duty = house.actor("duty");
    let mut new = sian();
    new.person.given_name = "\u{1b}[2J".to_owned();
    new.person.family_name.clear();
    new.what_happened = Confidential::new(" ");
    let error = refer(&mut house.desk(&duty), &new, ReferTo::NewCase).unwrap_err();
    let CaseworkError::Referral(ReferralError::Faulty(faults)) = error else {
        panic!("{error}");
    };
    assert_eq!(faults.len(), 2);
    assert!(house.audited().is_empty());
    assert_eq!(house.references().len(), 0);
}

#[test]
fn hundred_thousand_characters_of_account_are_kept_whole() {
    let mut house = house();
    let mut new = sian();
    new.what_happened = Confidential::new("ŵ".repeat(100_000));
    let taken = house.refer(&new);
    let worker = house.actor("worker");
    let kept = of_case(&mut house.desk(&worker), taken.case.id).unwrap();
    assert_eq!(kept[0].told.what_happened, new.what_happened);
}

#[test]
fn roles_without_the_right_take_no_referral_and_see_nobody() {
    let mut house = house();
    let taken = house.refer(&sian());
    let before = house.audited();
    for name in ["chair", "auditor", "admin"] {
        let actor = house.actor(name);
        refused(refer(&mut house.desk(&actor), &sian(), ReferTo::NewCase), 4);
        refused(likely(&mut house.desk(&actor), &sian().person, &[]), 4);
    }
    for name in ["auditor", "admin"] {
        let actor = house.actor(name);
        refused(of_case(&mut house.desk(&actor), taken.case.id), 4);
        refused(to_triage(&mut house.desk(&actor), taken.referral), 4);
    }
    assert_eq!(house.audited(), before);
}

#[test]
fn repeat_referral_joins_the_case_fills_gaps_and_changes_nothing_known() {
    let mut house = house();
    let first = house.refer(&sian());
    let duty = house.actor("duty");
    let mut again = named("Shan", "Llewelyn", "");
    again.person.address = "1 Tŷ Gwyn".to_owned();
    again.danger_now = true;
    house.now += TimeDelta::hours(2);
    let to = ReferTo::Case(first.case.id);
    let second = refer(&mut house.desk(&duty), &again, to).unwrap();
    assert!(second.is_joined);
    assert_eq!(second.case.reference, first.case.reference);
    let (_, person) = person_of(&mut house.desk(&duty), first.case.id).unwrap();
    assert_eq!(person.given_name, "Siân");
    assert_eq!(person.address, "1 Tŷ Gwyn");
    assert_eq!(person.other_names, ["Shan Llewelyn"]);
    let events = house.events_of(first.case.id);
    assert_eq!(events, ["referred", "details-changed", "referred"]);
    let kinds: Vec<_> = house
        .open_clocks(first.case.id)
        .into_iter()
        .map(|(kind, _)| kind)
        .collect();
    let (triage, written) = (ClockKind::Triage, ClockKind::WrittenConfirmation);
    assert_eq!(
        kinds,
        [triage, written, triage, written, ClockKind::PoliceAtOnce]
    );
}

#[test]
fn referral_of_a_closed_case_opens_it_again() {
    let mut house = house();
    let first = house.refer(&sian());
    let duty = house.actor("duty");
    let decision = NextSteps {
        outcome: "advice".to_owned(),
        reason: Confidential::new("Mum has it in hand."),
        join_with: None,
        version: 1,
    };
    triage(&mut house.desk(&duty), first.referral, &decision).unwrap();
    assert_eq!(house.case(first.case.id).stage, Stage::Closed);
    let to = ReferTo::Case(first.case.id);
    let second = refer(&mut house.desk(&duty), &sian(), to).unwrap();
    assert_eq!(second.case.stage, Stage::Referred);
    assert_eq!(house.case(first.case.id).stage, Stage::Referred);
}

#[test]
fn referral_to_a_restricted_case_is_refused_to_who_is_not_named() {
    let mut house = house();
    let first = house.refer(&sian());
    house.restrict(first.case.id);
    let duty = house.actor("duty");
    let to = ReferTo::Case(first.case.id);
    refused(refer(&mut house.desk(&duty), &sian(), to), 4);
    refused(to_triage(&mut house.desk(&duty), first.referral), 4);
    let shown = likely(&mut house.desk(&duty), &sian().person, &[]).unwrap();
    let hidden = Likely::Restricted {
        case: first.case.id,
        reference: "NPT-26-001".to_owned(),
    };
    assert_eq!(shown.same, [hidden]);
}

#[test]
fn likely_people_come_with_reasons_siblings_household_and_shared_contacts() {
    let mut house = house();
    let mut at_home = sian();
    at_home.person.address = "1 Tŷ Gwyn".to_owned();
    let first = house.refer(&at_home);
    let brother = house.refer(&named("Dafydd", "Llewellyn", "2010-01-09"));
    let mut lodger = named("Ffion", "Price", "2011-02-02");
    lodger.person.address = "1 ty gwyn".to_owned();
    let lodger = house.refer(&lodger);
    let far = house.refer(&named("Cerys", "Hughes", "2013-07-07"));
    let duty = house.actor("duty");
    let mut relate = |case: CaseId, kind, who| {
        let new = NewRelation {
            kind,
            who,
            note: String::new(),
        };
        add_relation(&mut house.desk(&duty), case, &new).unwrap();
    };
    let (gaz, sibling) = (Related::Named("Gaz".to_owned()), RelationKind::Sibling);
    relate(brother.case.id, sibling, Related::Case(first.case.id));
    relate(first.case.id, RelationKind::AdultOfConcern, gaz.clone());
    relate(far.case.id, RelationKind::AdultOfConcern, gaz);

    let typed = named("Shan", "Llewelyn", "2012-03-04").person;
    let found = likely(&mut house.desk(&duty), &typed, &[]).unwrap();
    let [Likely::Seen(known)] = &found.same[..] else {
        panic!("{found:?}");
    };
    assert_eq!(known.case.id, first.case.id);
    let heard = [Reason::SoundsAlike, Reason::SwappedBirthDate];
    assert_eq!(known.likeness.reasons, heard);
    let near: Vec<_> = known
        .near
        .iter()
        .map(|one| (one.kind.clone(), one.reference.clone()))
        .collect();
    let contact = NearKind::SharedContact {
        name: "Gaz".to_owned(),
    };
    let adult = NearKind::Related(RelationKind::AdultOfConcern);
    assert_eq!(
        near,
        [
            (
                NearKind::Related(sibling),
                Some(brother.case.reference.clone())
            ),
            (adult, None),
            (NearKind::SameAddress, Some(lodger.case.reference.clone())),
            (contact, Some(far.case.reference.clone())),
        ]
    );

    let mut moved_in = named("Ioan", "Rees", "").person;
    moved_in.address = "1 Tŷ-Gwyn".to_owned();
    let found = likely(&mut house.desk(&duty), &moved_in, &[]).unwrap();
    assert!(found.same.is_empty());
    assert_eq!(found.same_home.len(), 2);
}

#[test]
fn likely_people_shown_before_are_not_audited_again() {
    let mut house = house();
    let first = house.refer(&sian());
    let duty = house.actor("duty");
    likely(&mut house.desk(&duty), &sian().person, &[]).unwrap();
    likely(&mut house.desk(&duty), &sian().person, &[first.case.id]).unwrap();
    likely(&mut house.desk(&duty), &Person::default(), &[]).unwrap();
    assert_eq!(house.audited(), ["referred", "likely-person-shown"]);
}

#[test]
fn details_edited_keep_the_old_name_and_refuse_a_stale_version() {
    let mut house = house();
    let first = house.refer(&sian());
    let duty = house.actor("duty");
    let (case, mut person) = person_of(&mut house.desk(&duty), first.case.id).unwrap();
    person.family_name = "Pritchard".to_owned();
    person.school = "Ysgol Gyfun \u{1b}[31mCwm".to_owned();
    let edited = edit_person(&mut house.desk(&duty), case.id, case.version, &person).unwrap();
    assert_eq!(edited.family_name, "Pritchard");
    let (_, now) = person_of(&mut house.desk(&duty), case.id).unwrap();
    assert_eq!(now.other_names, ["Siân Llewellyn"]);
    assert_eq!(now.school, "Ysgol Gyfun Cwm");
    let stale = edit_person(&mut house.desk(&duty), case.id, case.version, &person);
    refused(stale, 5);
    let nobody = Person::default();
    let faulty = edit_person(&mut house.desk(&duty), case.id, edited.version, &nobody);
    refused(faulty, 1);
    let detail = house.details("details-changed");
    assert_eq!(detail.len(), 1);
    assert!(detail[0].contains(r#""was":"Llewellyn""#), "{detail:?}");
    house.check_chain();
}

#[test]
fn referral_from_a_draft_takes_the_draft_away_only_when_it_is_kept() {
    let mut house = house();
    let duty = house.actor("duty");
    let place = "referral";
    drafts::keep(&mut house.desk(&duty), place, "{}").unwrap();
    let mut faulty = sian();
    faulty.what_happened = Confidential::default();
    let tried = refer_from_draft(&mut house.desk(&duty), &faulty, ReferTo::NewCase, place);
    refused(tried, 1);
    assert!(drafts::of(&house.desk(&duty), place).unwrap().is_some());
    refer_from_draft(&mut house.desk(&duty), &sian(), ReferTo::NewCase, place).unwrap();
    assert_eq!(drafts::of(&house.desk(&duty), place).unwrap(), None);
}

#[test]
fn reference_typed_in_any_way_is_the_case_that_is_meant() {
    let mut house = house();
    let taken = house.refer(&sian());
    let duty = house.actor("duty");
    for typed in ["NPT-26-001", "npt 26 1", "26/001"] {
        assert_eq!(
            case_meant(&house.desk(&duty), typed).unwrap().id,
            taken.case.id
        );
    }
    refused(case_meant(&house.desk(&duty), "Siân"), 3);
    refused(case_meant(&house.desk(&duty), "NPT-26-999"), 3);
    let chair = house.actor("chair");
    refused(case_meant(&house.desk(&chair), "NPT-26-001"), 4);
}
