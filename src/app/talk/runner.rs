//! What the runner and the family session ask of the store and hear from it.
//!
//! The two halves never meet: what a family session hears is a [`FamilyView`] and nothing else.

use crate::app::effect::Secret;
use crate::domain::meeting::{Invited, MeetingId};
use crate::domain::panel::{NewIssue, PanelIssueId};
use crate::domain::plan::{FamilyPlan, SharedPart};
use crate::domain::runner::{Attending, Finish, ItemId, NewItem, Part1};
use crate::domain::sharing::{FamilyView, PersonHere, Shareable};
use crate::domain::voice::Heard;

#[derive(Debug, PartialEq, Eq)]
pub enum Ask {
    /// Answered by `Part1`, as all that follow up to `EndWithoutFamily` but for `Preview`.
    Open {
        meeting: MeetingId,
    },
    Begin {
        meeting: MeetingId,
    },
    /// Answered by `Part1`, or by `Family` while Part 2 goes on.
    TakeChair {
        meeting: MeetingId,
    },
    Attend {
        meeting: MeetingId,
        attending: Attending,
    },
    Bring {
        meeting: MeetingId,
        person: Box<Invited>,
    },
    AddItem {
        meeting: MeetingId,
        item: NewItem,
    },
    ChangeItem {
        id: ItemId,
        version: i64,
        item: NewItem,
    },
    RemoveItem {
        id: ItemId,
        version: i64,
    },
    Share {
        id: ItemId,
        words: String,
    },
    TakeBack {
        id: ItemId,
    },
    /// In words for the Panel.
    GiveToPanel {
        id: ItemId,
        issue: Box<NewIssue>,
    },
    TakeFromPanel {
        meeting: MeetingId,
        issue: PanelIssueId,
    },
    /// Answered by `Preview`.
    Preview {
        meeting: MeetingId,
    },
    EndWithoutFamily {
        meeting: MeetingId,
        reason: String,
    },
    /// Answered by `Family`, as all that follow but for `Lift`.
    Draw {
        meeting: MeetingId,
    },
    Family {
        meeting: MeetingId,
    },
    Hear {
        meeting: MeetingId,
        heard: Box<Heard>,
    },
    SetPlan {
        meeting: MeetingId,
        kept: Box<FamilyPlan>,
        part: Box<SharedPart>,
    },
    End {
        meeting: MeetingId,
        finish: Box<Finish>,
    },
    /// Answered by `Lifted`.
    Lift {
        meeting: MeetingId,
        passphrase: Secret,
    },
}

#[derive(Debug, PartialEq, Eq)]
pub enum Answer {
    Part1(Box<Part1>),
    /// Who the family will see as being there, and what they will be told.
    Preview {
        here: Vec<PersonHere>,
        told: Vec<Shareable>,
    },
    Family(Box<FamilyView>),
    Lifted,
}
