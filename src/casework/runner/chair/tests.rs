//! The chair, handed over before Part 1, during it and during Part 2.

use super::*;
use crate::casework::drafts;
use crate::casework::runner::tests::{MEETING, house, passphrase, words_key};
use crate::casework::runner::{begin, draw_curtain, family, going_on, lift_curtain, open};
use crate::casework::testing::House;
use crate::domain::roles::{Actor, Role};
use crate::store::{account, testing};

/// Somebody else who may run meetings.
fn principal(house: &House) -> Actor {
    let (user, name) = ("principal", "Bethan Rees");
    let role = Role::PrincipalOfficer;
    account::insert(house.store.connection(), user, name, role).unwrap();
    house.actor(user)
}

fn chair_taken(house: &House) -> usize {
    let audited = house.audited();
    audited.iter().filter(|deed| *deed == "chair-taken").count()
}

#[test]
fn chair_taken_during_part_1_is_theirs_and_written_down_once() {
    let mut house = house();
    let principal = principal(&house);
    let id = MEETING;
    let unbegun = take_chair(&mut house.desk(&principal), id).unwrap_err();
    assert_eq!(words_key(&unbegun), "runner-not-begun");
    house.in_part1();
    for _ in 0..2 {
        let stage = take_chair(&mut house.desk(&principal), id).unwrap();
        assert_eq!(stage, RunStage::Part1);
    }
    assert_eq!(chair_taken(&house), 1);
    let part1 = open(&mut house.desk(&principal), id).unwrap();
    assert_eq!(part1.chair_name, "Bethan Rees");
    // The one before still writes with them, and may have the chair back.
    house.chair(|desk, id| begin(desk, id).unwrap());
    house.chair(|desk, id| take_chair(desk, id).unwrap());
    assert_eq!(chair_taken(&house), 2);
}

#[test]
fn part_2_is_its_chair_s_and_taken_over_with_what_the_family_had_typed() {
    let mut house = house();
    let principal = principal(&house);
    let id = MEETING;
    house.in_part1();
    house.chair(|desk, id| {
        draw_curtain(desk, id).unwrap();
        drafts::keep(desk, &family_draft(id), "{\"at\":1}").unwrap();
        drafts::keep(desk, "runner-1:1", "{}").unwrap();
    });
    // Before the chair is taken, nothing of the meeting answers to anybody else.
    let demo = passphrase(testing::PASSPHRASE);
    let mut desk = house.desk(&principal);
    for refused in [
        open(&mut desk, id).map(drop),
        family(&mut desk, id).map(drop),
        lift_curtain(&mut desk, id, &demo),
    ] {
        assert_eq!(words_key(&refused.unwrap_err()), "runner-other-chair");
    }
    assert_eq!(take_chair(&mut desk, id).unwrap(), RunStage::Part2);
    assert_eq!(family(&mut desk, id).unwrap().chair.as_str(), "Bethan Rees");
    assert_eq!(going_on(&desk).unwrap(), Some(id));
    let typed = drafts::of(&desk, &family_draft(id)).unwrap().unwrap();
    assert_eq!(typed.content, "{\"at\":1}");
    assert!(drafts::of(&desk, "runner-1:1").unwrap().is_none());
    // Still Part 2: Part 1 needs the passphrase of the one who has the chair now.
    assert_eq!(
        words_key(&open(&mut desk, id).unwrap_err()),
        "runner-behind-curtain"
    );
    house.chair(|desk, id| {
        let lifted = lift_curtain(desk, id, &demo).unwrap_err();
        assert_eq!(words_key(&lifted), "runner-other-chair");
        assert_eq!(going_on(desk).unwrap(), None);
    });
    assert_eq!(chair_taken(&house), 1);
}

#[test]
fn screen_locked_in_part_2_opens_to_those_who_may_run_it_and_to_nobody_else() {
    let mut house = house();
    let principal = principal(&house);
    let worker = house.actor("worker");
    let id = MEETING;
    house.in_part1();
    let early = unlock_in_part2(&mut house.desk(&worker), id).unwrap();
    assert!(!early, "Part 2 does not go on yet");
    house.chair(|desk, id| draw_curtain(desk, id).unwrap());
    let refused = unlock_in_part2(&mut house.desk(&worker), id).unwrap_err();
    assert_eq!(words_key(&refused), "runner-family-is-here");
    assert!(unlock_in_part2(&mut house.desk(&principal), id).unwrap());
    assert_eq!(chair_taken(&house), 1);
    // And back, by the one who had left.
    assert!(house.chair(|desk, id| unlock_in_part2(desk, id).unwrap()));
    assert_eq!(chair_taken(&house), 2);
}
