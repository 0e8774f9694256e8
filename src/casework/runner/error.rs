//! Why something in a meeting was not done.

use thiserror::Error;

/// Nothing has been changed where one of these is answered. None says anything of what was said
/// in a meeting: some are told while the family can read them.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum RunnerError {
    #[error("there is no such meeting")]
    NoMeeting,
    #[error("the meeting was held or cancelled")]
    NotPlanned,
    #[error("the meeting has not begun")]
    NotBegun,
    /// Part 2 goes on: only the chair's passphrase leads back.
    #[error("Part 1 is behind the curtain")]
    BehindCurtain,
    /// Part 2 goes on with somebody else in the chair: it is to be taken first.
    #[error("somebody else leads the meeting")]
    OtherChair,
    /// Part 2 goes on at this screen: nothing else opens here.
    #[error("the meeting goes on at this screen")]
    FamilyIsHere,
    #[error("Part 2 does not go on")]
    NotInPart2,
    #[error("nobody's attendance of Part 1 was noted")]
    NoAttendance,
    #[error("the plan being made leaves out what is open in the one before")]
    PlanLeavesOut,
    #[error("this meeting has no Part 2")]
    NoPart2,
    #[error("they are not on the list of this meeting")]
    NotOnTheList,
    #[error("who came in their place is missing")]
    RepresentedByWhom,
    #[error("there is no such item")]
    NoItem,
    #[error("nothing is said")]
    NothingSaid,
    #[error("the words are too long")]
    TooLong,
    #[error("a reason is needed")]
    ReasonMissing,
    /// The day chosen for the next meeting is not in the window.
    #[error("the next meeting is outside the window")]
    NextOutsideWindow,
}

impl RunnerError {
    /// The exit code of the command line (contract).
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::NoMeeting | Self::NoItem => 3,
            Self::NotPlanned => 5,
            Self::BehindCurtain | Self::OtherChair | Self::FamilyIsHere => 4,
            _ => 1,
        }
    }

    /// The part of a `words` key that names this kind of error.
    pub fn words_key(&self) -> &'static str {
        match self {
            Self::NoMeeting => "no-meeting",
            Self::NotPlanned => "meeting-not-planned",
            Self::NotBegun => "runner-not-begun",
            Self::BehindCurtain => "runner-behind-curtain",
            Self::OtherChair => "runner-other-chair",
            Self::FamilyIsHere => "runner-family-is-here",
            Self::NotInPart2 => "runner-not-in-part2",
            Self::NoAttendance => "runner-no-attendance",
            Self::PlanLeavesOut => "runner-plan-leaves-out",
            Self::NoPart2 => "runner-no-part2",
            Self::NotOnTheList => "runner-not-on-the-list",
            Self::RepresentedByWhom => "runner-represented",
            Self::NoItem => "runner-no-item",
            Self::NothingSaid => "runner-nothing-said",
            Self::TooLong => "runner-too-long",
            Self::ReasonMissing => "runner-reason-missing",
            Self::NextOutsideWindow => "runner-next-outside",
        }
    }
}
