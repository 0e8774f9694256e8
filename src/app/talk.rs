//! What screens ask of the store's thread, and what it answers: one file for each part of the work.
//!
//! Values only. Who carries an asking out is `runtime::desk`; the rules are casework's.

pub mod accounts;
pub mod after;
pub mod cases;
pub mod decisions;
pub mod drafts;
pub mod meetings;
pub mod panel;
pub mod plans;
pub mod preparation;
pub mod referrals;
pub mod runner;
pub mod seraf;
pub mod today;
pub mod voice;

/// What can be asked of the store's thread.
#[derive(Debug, PartialEq, Eq)]
pub enum Ask {
    Accounts(accounts::Ask),
    After(after::Ask),
    Cases(cases::Ask),
    Decisions(decisions::Ask),
    Drafts(drafts::Ask),
    Meetings(meetings::Ask),
    Preparation(preparation::Ask),
    Plans(plans::Ask),
    Referrals(referrals::Ask),
    Runner(runner::Ask),
    Seraf(seraf::Ask),
    Today(today::Ask),
    Voice(voice::Ask),
    Panel(panel::Ask),
}

impl Ask {
    /// Whether this makes an earlier asking needless, should both still wait.
    pub fn overtakes(&self, earlier: &Self) -> bool {
        match (self, earlier) {
            (
                Self::Drafts(drafts::Ask::Keep { place, .. }),
                Self::Drafts(drafts::Ask::Keep { place: before, .. }),
            ) => place == before,
            (
                Self::Referrals(referrals::Ask::Likely { .. }),
                Self::Referrals(referrals::Ask::Likely { .. }),
            ) => true,
            (Self::Cases(later), Self::Cases(earlier)) => later.overtakes(earlier),
            _ => false,
        }
    }

    /// Whether it waits until nothing else has been asked for a moment.
    pub fn waits_for_rest(&self) -> bool {
        match self {
            Self::Cases(ask) => ask.waits_for_rest(),
            _ => false,
        }
    }

    /// Which keys wait until this is answered.
    pub fn holds(&self) -> Hold {
        match self {
            // A passphrase never waits among the keys, where it would not be wiped; and to go through
            // the whole audit takes as long as it takes.
            Self::Accounts(accounts::Ask::Names | accounts::Ask::Verify)
            | Self::Drafts(drafts::Ask::Keep { .. })
            | Self::Seraf(seraf::Ask::Save { .. }) => Hold::Nothing,
            Self::Cases(ask) => ask.holds(),
            Self::Meetings(meetings::Ask::Taken { .. })
            | Self::Referrals(referrals::Ask::Likely { .. }) => Hold::Commands,
            _ => Hold::Everything,
        }
    }
}

/// Which keys wait for an answer, from the least.
///
/// Whoever types does not look for how far the store is. Their keys are taken in as if each answer
/// had come at once: what opens a place is not followed by keys for the place before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hold {
    /// None: the answer only fills in what is shown.
    Nothing,
    /// Those that would act on what is being asked for. What is typed goes on into its field.
    Commands,
    /// All: what they mean depends on the answer.
    Everything,
}

/// What the store's thread answers, by the part that was asked.
#[derive(Debug, PartialEq)]
pub enum Answer {
    Accounts(accounts::Answer),
    After(after::Answer),
    Cases(cases::Answer),
    Decisions(decisions::Answer),
    Drafts(drafts::Answer),
    Meetings(meetings::Answer),
    Preparation(preparation::Answer),
    Plans(plans::Answer),
    Referrals(referrals::Answer),
    Runner(runner::Answer),
    Seraf(seraf::Answer),
    Today(today::Answer),
    Voice(voice::Answer),
    Panel(panel::Answer),
    /// It was not done; nothing has changed.
    Failed(Failure),
    /// A later asking made it needless. Screens do not hear of it.
    Overtaken,
}

/// Why an asking was not carried out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// Finds the two sentences for people in `words`.
    pub words_key: &'static str,
    /// Whether somebody else saved the same thing meanwhile.
    pub is_conflict: bool,
}
