//! Everything that the program knows, and so everything that a frame may show.

use std::collections::VecDeque;
use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::dialog::Dialog;
use super::effect::{AskId, Effect};
use super::input::Input;
use super::keymap::{self, Row};
use super::screen::{Reopen, Screen};
use super::talk::Hold;
use crate::domain::bilingual::Language;
use crate::domain::roles::{Actor, Role};
use crate::domain::rules::Rules;
use crate::words::Key;

/// The terminal's size in cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    pub cols: u16,
    pub rows: u16,
}

/// Rows of the screen that are not the body: places, title, rule, notice, footer.
pub const FRAME_ROWS: usize = 5;

/// What may be asked before a dangerous verb is carried out. One dialog serves them all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Confirm {
    Quit,
    /// What was typed on this screen is thrown away.
    DiscardDraft,
    DisableUser,
    UndoJoin,
    CompleteAssessment,
    CancelMeeting,
    /// Files of the same names stand in the folder.
    ReplaceFiles,
    MarkHeld,
    /// Against the stated criteria.
    RemoveAgainstCriteria,
    ApproveMinutes,
    /// What is written already makes way for a new draft.
    DraftAgain,
    /// Somebody else changed them meanwhile.
    KeepOverTheirs,
    RemoveItem,
    /// Of a meeting that somebody else leads.
    TakeChair,
    /// In front of everybody: nothing may be told of what it is about.
    FinishMeeting,
    /// The Principal Officer has read who opened a restricted case.
    GlassSeen,
    /// A plan that is being made is thrown away.
    DropPlan,
}

/// A line that says what has just come of something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// An error, by the key of its two sentences.
    Trouble(&'static str),
    /// A key that cannot act here says why.
    Why(Key),
    /// Something was done.
    Done(Key),
    /// Something was done to what has this name, such as a reference; the text takes `name`.
    DoneTo(Key, String),
    /// A paste did not fit, and none of it was taken; so many characters have room.
    PasteTooLong(usize),
}

/// A screen with its number; answers to what it asked find it by that.
#[derive(Debug)]
pub struct Standing {
    pub serial: u64,
    pub screen: Screen,
}

/// An answer that a screen waits for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Waiting {
    pub id: AskId,
    /// The number of the screen.
    pub serial: u64,
    /// Which keys wait with it, while the screen is in front.
    pub holds: Hold,
}

/// The whole state of the interactive program.
#[derive(Debug)]
pub struct Model {
    pub size: Size,
    /// The clock's time when the last thing happened; put here by the rim.
    pub now: DateTime<Utc>,
    pub language: Language,
    pub rules: Arc<Rules>,
    /// Who came in; nobody while it is locked.
    pub actor: Option<Actor>,
    /// The last one is in front; there is always one.
    pub stack: Vec<Standing>,
    pub dialogs: Vec<Dialog>,
    pub notice: Option<Notice>,
    /// Names are not to be seen on the screen.
    pub is_masked: bool,
    /// What opens over the first place as soon as somebody has come in, such as the form of a new
    /// referral that the command line asked for.
    pub begins_with: Option<Reopen>,
    /// References of what was recorded since the start; the command line that asked for the form
    /// prints them after it.
    pub recorded: Vec<String>,
    /// Where to go on after unlocking, the main place first.
    pub(super) reopen: Vec<Reopen>,
    pub(super) waiting: Vec<Waiting>,
    /// What was typed while an answer was waited for that it depends on, in its order.
    pub(super) typed_ahead: VecDeque<Input>,
    pub(super) next_ask: u64,
    pub(super) next_serial: u64,
}

impl Model {
    /// A locked program before its first frame, and what it asks first.
    pub fn new(
        size: Size,
        now: DateTime<Utc>,
        language: Language,
        rules: Arc<Rules>,
        user: Option<String>,
    ) -> (Self, Vec<Effect>) {
        let mut model = Self {
            size,
            now,
            language,
            rules,
            actor: None,
            stack: Vec::new(),
            dialogs: Vec::new(),
            notice: None,
            is_masked: false,
            begins_with: None,
            recorded: Vec::new(),
            reopen: Vec::new(),
            waiting: Vec::new(),
            typed_ahead: VecDeque::new(),
            next_ask: 0,
            next_serial: 0,
        };
        let effects = model.open(Screen::unlock(user));
        (model, effects)
    }

    /// The screen in front.
    pub fn screen(&self) -> Option<&Screen> {
        self.stack.last().map(|standing| &standing.screen)
    }

    /// When a frame will look different though nothing has happened; none while it will not.
    pub fn wakes_at(&self) -> Option<DateTime<Utc>> {
        self.screen()?.look().wakes_at(self.now)
    }

    /// The role of the one who came in.
    pub fn role(&self) -> Option<Role> {
        self.actor.as_ref().map(|actor| actor.role)
    }

    /// The rows of the keymap that do something on the screen in front just now, for the help.
    pub fn rows_offered(&self) -> Vec<&'static Row> {
        let Some(page) = self.screen().map(Screen::look) else {
            return Vec::new();
        };
        keymap::rows_for(page.place(), self.role())
            .filter(|row| page.offers(row.command, self.language))
            .collect()
    }

    /// Puts a screen in front and lets it ask for what it shows.
    pub(super) fn open(&mut self, screen: Screen) -> Vec<Effect> {
        self.next_serial += 1;
        let serial = self.next_serial;
        self.stack.push(Standing { serial, screen });
        super::update::tell(self, |screen, cx| screen.page().shown(cx))
    }

    /// How to come back to every screen that stands here.
    pub(super) fn ways_back(&self) -> Vec<Reopen> {
        let screens = self.stack.iter().map(|standing| &standing.screen);
        screens
            .filter_map(|screen| screen.look().reopen())
            .collect()
    }
}
