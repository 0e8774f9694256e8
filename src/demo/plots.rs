//! What can happen, as beats; and how often which course is taken.
//!
//! Most referrals lead to little, some to a SERAF, few to the protocol, as in the report's years.

use super::dice::Dice;
use super::seraf::Level;
use super::story::Protocol;
use crate::domain::decision::Outcome;

/// One beat of a plot. Days are working days.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Beat {
    /// Goes to the day so many working days from today; scenes only.
    On(i32),
    /// Goes on so many working days.
    Wait(i32),
    /// The hour of the next beats, by the clock on the wall.
    At(u32, u32),
    Refer,
    /// Somebody is in danger now, and the police have not been told yet.
    ReferInDanger,
    ReferAgain,
    Triage(&'static str),
    /// Those were heard from to whom it was passed on.
    HearBack,
    /// Police and social services have spoken.
    Discuss,
    SerafLeft(Level),
    Seraf(Level),
    PutForward,
    Decide(Outcome),
    /// The first meeting, so many working days after the decision.
    PlanInitial(i32),
    /// The next, so many days into its window of two weeks.
    PlanReview(i32),
    /// On the day so many working days from today; scenes only.
    PlanFor(i32),
    Hold(Protocol),
    Cancel,
    Join,
    Restrict,
    Close,
    Draft(&'static str),
}

use Beat::{
    Cancel, Close, Decide, Discuss, HearBack, Hold, Join, PlanInitial, PlanReview, PutForward,
    Refer, ReferAgain, Restrict, Seraf, Triage, Wait,
};

/// Looked at, and soon over.
fn quiet(beats: &mut Vec<Beat>, dice: &mut Dice) {
    beats.push(Wait(1));
    match dice.below(100) {
        0..42 => beats.push(Triage("no-further-action")),
        42..62 => beats.push(Triage("advice")),
        62..70 => beats.extend([Triage("pass-to-team"), Wait(4), HearBack]),
        _ => {
            beats.extend([Triage("seraf"), Wait(dice.between(2..=12))]);
            let levels = [(55, Level::Low), (35, Level::Mild), (10, Level::Moderate)];
            beats.push(Seraf(dice.weighted(&levels).unwrap_or(Level::Low)));
            beats.extend([Wait(dice.between(10..=50)), Close]);
        }
    }
}

/// The course of a young person's story, from the referral to as far as it goes; what lies beyond
/// today is cut off by whoever tells it. So many of a hundred go the whole way that they can; the
/// others are looked at and soon over.
pub fn course(dice: &mut Dice, is_same_person: bool, whole_percent: usize) -> Vec<Beat> {
    let mut beats = vec![Refer];
    if !is_same_person && !dice.chance(whole_percent) {
        quiet(&mut beats, dice);
        return beats;
    }
    if is_same_person {
        beats.extend([Wait(1), Triage("pass-to-team"), Wait(4), HearBack, Join]);
        return beats;
    }
    if dice.chance(1) {
        beats.push(Restrict);
    }
    // One in fourteen is decided late.
    beats.push(Wait(if dice.chance(7) {
        dice.between(2..=5)
    } else {
        1
    }));
    match dice.below(100) {
        0..27 => {
            beats.push(Triage("no-further-action"));
            again(&mut beats, dice);
        }
        27..40 => {
            beats.push(Triage("advice"));
            again(&mut beats, dice);
        }
        40..47 => {
            beats.extend([Triage("pass-to-team"), Wait(dice.between(3..=9)), HearBack]);
        }
        47..53 => {
            beats.extend([Triage("strategy-at-once"), Discuss]);
            assessed(&mut beats, dice, true);
        }
        _ => {
            beats.push(Triage("seraf"));
            assessed(&mut beats, dice, false);
        }
    }
    beats
}

/// Some come back after months, and are then looked at more closely.
fn again(beats: &mut Vec<Beat>, dice: &mut Dice) {
    if dice.chance(18) {
        beats.extend([Wait(dice.between(30..=300)), ReferAgain]);
        beats.extend([Wait(1), Triage("seraf")]);
        assessed(beats, dice, false);
    }
}

fn assessed(beats: &mut Vec<Beat>, dice: &mut Dice, is_grave: bool) {
    beats.push(Wait(dice.between(2..=12)));
    let levels: &[(usize, Level)] = if is_grave {
        &[(30, Level::Moderate), (70, Level::Significant)]
    } else {
        &[
            (42, Level::Low),
            (30, Level::Mild),
            (15, Level::Moderate),
            (13, Level::Significant),
        ]
    };
    let level = dice.weighted(levels).unwrap_or(Level::Low);
    beats.push(Seraf(level));
    match level {
        Level::Significant | Level::Grave => decided(beats, dice),
        Level::Moderate if dice.chance(25) => {
            beats.extend([Wait(1), PutForward]);
            decided(beats, dice);
        }
        _ if dice.chance(30) => {
            beats.extend([Wait(dice.between(45..=64)), Seraf(Level::Calmer), Close]);
        }
        _ => beats.extend([Wait(dice.between(10..=60)), Close]),
    }
}

fn decided(beats: &mut Vec<Beat>, dice: &mut Dice) {
    beats.push(Wait(if dice.chance(15) { 3 } else { 1 }));
    match dice.below(100) {
        0..12 => {
            beats.extend([
                Decide(Outcome::NoMeeting),
                Wait(dice.between(50..=66)),
                Seraf(Level::Calmer),
                Wait(dice.between(10..=40)),
                Close,
            ]);
        }
        12..20 => {
            beats.extend([Decide(Outcome::MoreNeeded), Wait(dice.between(1..=5))]);
            beats.extend([Seraf(Level::Significant), Wait(1)]);
            heard(beats, dice);
        }
        _ => heard(beats, dice),
    }
}

fn heard(beats: &mut Vec<Beat>, dice: &mut Dice) {
    beats.extend([Decide(Outcome::Meeting), Wait(dice.between(1..=3))]);
    beats.push(PlanInitial(dice.between(4..=7)));
    if dice.chance(6) {
        beats.extend([Cancel, Wait(1), PlanInitial(2)]);
    }
    if dice.chance(15) {
        // Heard once, and not put on the protocol.
        beats.extend([Hold(Protocol::Off), Wait(dice.between(10..=50)), Close]);
        return;
    }
    beats.push(Hold(Protocol::On));
    for review in 0..dice.between(1..=9) {
        beats.push(Wait(dice.between(1..=6)));
        beats.push(PlanReview(dice.between(0..=13)));
        if review % 2 == 1 {
            beats.push(Seraf(
                dice.weighted(&[(6, Level::Calmer), (3, Level::Same), (2, Level::Worse)])
                    .unwrap_or(Level::Same),
            ));
        }
        beats.push(Hold(Protocol::Stays));
    }
    beats.extend([
        Wait(3),
        PlanReview(dice.between(2..=12)),
        Seraf(Level::Calmer),
        Hold(Protocol::Off),
        Wait(dice.between(10..=60)),
        Close,
    ]);
}
