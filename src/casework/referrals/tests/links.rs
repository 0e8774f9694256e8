//! Two records of one person, joined and let go; relations written down and taken back.

use super::*;
use crate::domain::relation::{NewRelation, Related, RelationKind};

fn two_records() -> (House, Referred, Referred) {
    let mut house = house();
    let one = house.refer(&sian());
    let two = house.refer(&named("Shan", "Llewelyn", ""));
    (house, one, two)
}

#[test]
fn records_joined_and_let_go_keep_both_chronologies() {
    let (mut house, one, two) = two_records();
    let principal = house.actor("principal");
    let (kept, other) = (one.case.id, two.case.id);
    let before = house.open_clocks(other);
    let why = "The school says it is one girl.";
    let id = join(&mut house.desk(&principal), kept, other, why).unwrap();
    assert_eq!(house.events_of(kept), ["referred", "joined"]);
    assert_eq!(house.events_of(other), ["referred", "joined"]);
    assert_eq!(house.open_clocks(other), before);
    let joins = joins_of(&mut house.desk(&principal), other).unwrap();
    assert_eq!(joins[0].kept.id, kept);
    assert_eq!(joins[0].by, "principal");

    let duty = house.actor("duty");
    let again = refer(&mut house.desk(&duty), &sian(), ReferTo::Case(other)).unwrap();
    assert_eq!(again.case.id, kept);

    undo_join(&mut house.desk(&principal), id, "Cousins.").unwrap();
    refused(undo_join(&mut house.desk(&principal), id, "Cousins."), 3);
    assert_eq!(
        house.events_of(other),
        ["referred", "joined", "join-undone"]
    );
    assert_eq!(house.case(other).stage, Stage::Referred);
    let joins = joins_of(&mut house.desk(&principal), kept).unwrap();
    assert!(joins[0].undone_at.is_some());
    house.check_chain();
}

#[test]
fn records_are_joined_by_the_principal_officer_alone_and_with_a_reason() {
    let (mut house, one, two) = two_records();
    for name in ["duty", "worker", "chair"] {
        let actor = house.actor(name);
        let tried = join(&mut house.desk(&actor), one.case.id, two.case.id, "why");
        refused(tried, 4);
    }
    let principal = house.actor("principal");
    let mut tried = |kept, other, why| join(&mut house.desk(&principal), kept, other, why);
    refused(tried(one.case.id, two.case.id, "  "), 1);
    refused(tried(one.case.id, one.case.id, "why"), 1);
    refused(tried(one.case.id, CaseId(99), "why"), 3);
    tried(one.case.id, two.case.id, "why").unwrap();
    refused(tried(one.case.id, two.case.id, "why"), 5);
    refused(tried(two.case.id, one.case.id, "in a ring"), 5);
}

#[test]
fn restricted_record_is_not_joined_by_who_is_not_named() {
    let (mut house, one, two) = two_records();
    house.restrict(two.case.id);
    let principal = house.actor("principal");
    let tried = join(&mut house.desk(&principal), one.case.id, two.case.id, "why");
    refused(tried, 4);
    assert_eq!(house.events_of(one.case.id), ["referred"]);
}

#[test]
fn record_joined_by_triage_closes_and_its_undoing_asks_for_a_new_decision() {
    let (mut house, one, two) = two_records();
    let decision = NextSteps {
        outcome: "join-open-case".to_owned(),
        reason: Confidential::new("One girl."),
        join_with: Some(one.case.id),
        version: 1,
    };
    let duty = house.actor("duty");
    refused(triage(&mut house.desk(&duty), two.referral, &decision), 4);
    let principal = house.actor("principal");
    let unsaid = NextSteps {
        reason: Confidential::default(),
        ..decision.clone()
    };
    refused(
        triage(&mut house.desk(&principal), two.referral, &unsaid),
        1,
    );
    let done = triage(&mut house.desk(&principal), two.referral, &decision).unwrap();
    assert_eq!(done.joined_to.unwrap().id, one.case.id);
    assert_eq!(done.case.stage, Stage::Closed);
    let id = joins_of(&mut house.desk(&principal), two.case.id).unwrap()[0].id;

    house.now += TimeDelta::days(3);
    undo_join(&mut house.desk(&principal), id, "Two girls.").unwrap();
    assert_eq!(house.case(two.case.id).stage, Stage::Referred);
    let due = (ClockKind::Triage, at("2026-11-24T14:10:00Z"));
    assert!(house.open_clocks(two.case.id).contains(&due));
    let seen = to_triage(&mut house.desk(&principal), two.referral).unwrap();
    assert!(seen.referral.triaged.is_none());
    assert_eq!(
        house.events_of(two.case.id),
        ["referred", "triaged", "joined", "join-undone"]
    );
    house.check_chain();
}

#[test]
fn relation_is_told_on_both_records_and_can_be_taken_back() {
    let (mut house, one, two) = two_records();
    let duty = house.actor("duty");
    let sibling = NewRelation {
        kind: RelationKind::Sibling,
        who: Related::Case(two.case.id),
        note: "half\u{1b}]0;x\u{7}-sisters".to_owned(),
    };
    let id = add_relation(&mut house.desk(&duty), one.case.id, &sibling).unwrap();
    refused(
        add_relation(&mut house.desk(&duty), one.case.id, &sibling),
        5,
    );
    let seen = relations_of(&mut house.desk(&duty), two.case.id).unwrap();
    assert_eq!(seen[0].note, "half-sisters");
    assert_eq!(seen[0].case.as_ref().unwrap().id, one.case.id);
    remove_relation(&mut house.desk(&duty), two.case.id, id).unwrap();
    refused(remove_relation(&mut house.desk(&duty), two.case.id, id), 3);
    let told = ["referred", "relation-added", "relation-removed"];
    assert_eq!(house.events_of(one.case.id), told);
    assert_eq!(house.events_of(two.case.id), told);
}

#[test]
fn relation_to_nobody_to_itself_or_to_a_hidden_record_is_refused() {
    let (mut house, one, two) = two_records();
    house.restrict(two.case.id);
    let duty = house.actor("duty");
    for (who, code) in [
        (Related::Named(" \u{1b}[2J".to_owned()), 1),
        (Related::Named("n".repeat(100_000)), 1),
        (Related::Case(one.case.id), 1),
        (Related::Case(two.case.id), 4),
        (Related::Case(CaseId(99)), 3),
    ] {
        let new = NewRelation {
            kind: RelationKind::Friend,
            who,
            note: String::new(),
        };
        refused(
            add_relation(&mut house.desk(&duty), one.case.id, &new),
            code,
        );
    }
    assert_eq!(house.events_of(one.case.id), ["referred"]);
}
