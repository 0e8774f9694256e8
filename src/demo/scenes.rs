//! The first stories of every demo: cases of each stage whose days are counted from today, so
//! that there is something late, due, coming and being met about on whichever day it is opened.
//!
//! The most telling come first: a small demo has these alone.

use super::plots::Beat::{
    self, At, Cancel, Close, Decide, Discuss, Draft, HearBack, Hold, Join, On, PlanFor, PutForward,
    Refer, ReferAgain, ReferInDanger, Restrict, Seraf, SerafLeft, Triage,
};
use super::seraf::Level::{Calmer, Grave, Low, Mild, Moderate, Same, Significant, Worse};
use super::story::{Kin, Protocol};
use crate::domain::decision::Outcome;

/// One scene.
#[derive(Debug)]
pub struct Scene {
    pub kin: Kin,
    pub beats: &'static [Beat],
}

const fn alone(beats: &'static [Beat]) -> Scene {
    Scene {
        kin: Kin::None,
        beats,
    }
}

const fn sibling(of: u64, beats: &'static [Beat]) -> Scene {
    Scene {
        kin: Kin::Sibling(of),
        beats,
    }
}

#[rustfmt::skip]
pub const SCENES: [Scene; 38] = [
    // Triage is late; a brother had a case years ago (30).
    alone(&[On(-2), At(14, 10), Refer]),
    // On the protocol; a review today in the informal venue.
    alone(&[On(-80), Refer, On(-79), Triage("seraf"), On(-72), Seraf(Grave), On(-71), Decide(Outcome::Meeting),
        On(-70), PlanFor(-64), Hold(Protocol::On), On(-62), At(14, 0), PlanFor(-38), Hold(Protocol::Stays),
        On(-20), Seraf(Worse), On(-19), At(14, 0), PlanFor(-14), Hold(Protocol::Stays), On(-12), At(14, 0), PlanFor(9)]),
    // Waits for the decision, in time.
    alone(&[On(-9), Refer, On(-8), Triage("seraf"), On(-1), At(15, 30), Seraf(Significant)]),
    // A SERAF begun and left yesterday.
    alone(&[On(-6), Refer, On(-5), Triage("seraf"), On(-1), SerafLeft(Moderate)]),
    // To be heard: a meeting is to be arranged.
    alone(&[On(-14), Refer, On(-13), Triage("strategy-at-once"), Discuss, On(-6), Seraf(Grave), On(-4), Decide(Outcome::Meeting)]),
    // An initial meeting today at two.
    alone(&[On(-18), Refer, On(-17), Triage("seraf"), On(-11), Seraf(Significant), On(-9), Decide(Outcome::Meeting),
        On(-8), At(14, 0), PlanFor(0)]),
    // Just come in: in time.
    alone(&[On(-1), At(16, 20), Refer]),
    // Heard against a score below the line.
    alone(&[On(-40), Refer, On(-39), Triage("seraf"), On(-33), Seraf(Moderate), On(-32), PutForward, On(-31), Decide(Outcome::Meeting),
        On(-30), PlanFor(-23), Hold(Protocol::On), On(-20), At(10, 0), PlanFor(2)]),
    // Not heard against a score above it.
    alone(&[On(-50), Refer, On(-49), Triage("seraf"), On(-43), Seraf(Significant), On(-42), Decide(Outcome::NoMeeting)]),
    // The decision is late.
    alone(&[On(-16), Refer, On(-15), Triage("seraf"), On(-3), At(9, 20), Seraf(Grave)]),
    // A review planned for tomorrow.
    alone(&[On(-60), Refer, On(-59), Triage("seraf"), On(-52), Seraf(Significant), On(-51), Decide(Outcome::Meeting),
        On(-50), PlanFor(-45), Hold(Protocol::On), On(-43), PlanFor(-22), Hold(Protocol::Stays), On(-20), At(9, 30), PlanFor(1)]),
    // The window of a review has ended and nothing is planned.
    alone(&[On(-70), Refer, On(-69), Triage("seraf"), On(-62), Seraf(Grave), On(-61), Decide(Outcome::Meeting),
        On(-60), PlanFor(-54), Hold(Protocol::On), On(-52), PlanFor(-33), Hold(Protocol::Stays)]),
    // SERAF again is due soon.
    alone(&[On(-64), Refer, On(-63), Triage("seraf"), On(-61), Seraf(Mild)]),
    // SERAF again is late.
    alone(&[On(-75), Refer, On(-74), Triage("seraf"), On(-68), Seraf(Moderate)]),
    // More is needed before a decision.
    alone(&[On(-12), Refer, On(-11), Triage("seraf"), On(-5), Seraf(Significant), On(-3), Decide(Outcome::MoreNeeded)]),
    // Restricted: only named people see it.
    alone(&[On(-22), Refer, Restrict, On(-21), Triage("seraf"), On(-15), Seraf(Grave), On(-14), Decide(Outcome::Meeting), On(-13), At(11, 0), PlanFor(4)]),
    // A brother and a sister in one home, both referred this week.
    alone(&[On(-3), At(11, 40), Refer, On(-2), Triage("seraf")]),
    sibling(16, &[On(-3), At(11, 50), Refer, On(-2), Triage("seraf")]),
    // The same young person under another spelling; nobody has noticed yet.
    Scene { kin: Kin::SamePerson(3), beats: &[On(-1), At(10, 5), Refer] },
    // Back after a year.
    alone(&[On(-260), Refer, On(-259), Triage("advice"), On(-4), ReferAgain, On(-3), Triage("seraf")]),
    // Falls by the calendar alone.
    alone(&[On(-280), Refer, On(-279), Triage("seraf"), On(-272), Seraf(Grave), On(-271), Decide(Outcome::Meeting),
        On(-270), PlanFor(-264), Hold(Protocol::On), On(-262), PlanFor(-242), Hold(Protocol::Stays), On(-230), Seraf(Same),
        On(-225), PlanFor(-220), Hold(Protocol::Stays), On(-210), PlanFor(-198), Hold(Protocol::Stays), On(-180), Seraf(Calmer),
        On(-178), PlanFor(-174), Hold(Protocol::Stays), On(-172), PlanFor(-150), Hold(Protocol::Stays), On(-140), PlanFor(-126), Hold(Protocol::Stays),
        On(-112), Seraf(Calmer), On(-110), PlanFor(-102), Hold(Protocol::Off), On(-50), Seraf(Calmer)]),
    // A meeting next week, moved once.
    alone(&[On(-13), Refer, On(-12), Triage("seraf"), On(-7), Seraf(Significant), On(-6), Decide(Outcome::Meeting),
        On(-5), PlanFor(-1), Cancel, On(-1), At(14, 0), PlanFor(3)]),
    // Low, with one significant indicator current: the hazard that the form warns of.
    alone(&[On(-8), Refer, On(-7), Triage("seraf"), On(-2), Seraf(Low)]),
    // Passed to another team.
    alone(&[On(-10), Refer, On(-9), Triage("pass-to-team")]),
    // Closed at triage last week.
    alone(&[On(-7), Refer, On(-6), Triage("no-further-action")]),
    // Off the protocol and closed.
    alone(&[On(-220), Refer, On(-219), Triage("seraf"), On(-212), Seraf(Grave), On(-211), Decide(Outcome::Meeting),
        On(-210), PlanFor(-203), Hold(Protocol::On), On(-200), PlanFor(-180), Hold(Protocol::Stays), On(-150), Seraf(Calmer),
        On(-148), PlanFor(-146), Hold(Protocol::Off), On(-120), Close]),
    // On the protocol for long, reviewed last week: plan and summary are owed.
    alone(&[On(-120), Refer, On(-119), Triage("seraf"), On(-112), Seraf(Grave), On(-111), Decide(Outcome::Meeting),
        On(-110), PlanFor(-104), Hold(Protocol::On), On(-102), PlanFor(-80), Hold(Protocol::Stays), On(-78), PlanFor(-56), Hold(Protocol::Stays),
        On(-40), Seraf(Same), On(-38), PlanFor(-30), Hold(Protocol::Stays), On(-28), At(10, 0), PlanFor(-7), Hold(Protocol::Stays)]),
    // Police at once, today.
    alone(&[On(0), At(8, 45), ReferInDanger]),
    // Three more that came in over the last days.
    alone(&[On(-1), At(9, 15), Refer]),
    alone(&[On(-4), At(13, 0), Refer, On(-3), Triage("seraf")]),
    // The brother of the first, years ago.
    sibling(0, &[On(-700), Refer, On(-699), Triage("seraf"), On(-690), Seraf(Mild), On(-660), Close]),
    // Joined records of one person.
    alone(&[On(-100), Refer, On(-99), Triage("seraf"), On(-92), Seraf(Mild), On(-30), Seraf(Calmer)]),
    Scene { kin: Kin::SamePerson(31), beats: &[On(-45), Refer, On(-44), Triage("pass-to-team"), On(-42), HearBack, On(-40), Join] },
    // Meetings this week and next.
    alone(&[On(-20), Refer, On(-19), Triage("seraf"), On(-12), Seraf(Grave), On(-10), Decide(Outcome::Meeting), On(-9), At(9, 30), PlanFor(0)]),
    alone(&[On(-55), Refer, On(-54), Triage("seraf"), On(-48), Seraf(Significant), On(-47), Decide(Outcome::Meeting),
        On(-46), PlanFor(-40), Hold(Protocol::On), On(-38), PlanFor(-18), Hold(Protocol::Stays), On(-15), At(15, 30), PlanFor(6)]),
    alone(&[On(-30), Refer, On(-29), Triage("seraf"), On(-22), Seraf(Significant), On(-21), Decide(Outcome::Meeting),
        On(-20), PlanFor(-13), Hold(Protocol::On), On(-11), At(11, 0), PlanFor(8)]),
    // A worker has a referral half typed.
    alone(&[On(-25), Refer, On(-24), Triage("seraf"), On(-20), Seraf(Mild), On(-1), Draft("referral")]),
    alone(&[On(-11), At(16, 50), Refer, On(-10), Triage("advice")]),
];
