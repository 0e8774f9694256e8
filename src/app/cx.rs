//! What a screen has beside itself when something happens: who, when, by which rules, and the
//! ways to ask the store, to say something and to go elsewhere.
//!
//! Still pure: what a screen orders is collected here as values.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Europe::London;

use super::effect::{Ask, AskId, Effect};
use super::form::Pasted;
use super::model::{Confirm, Notice, Size};
use super::screen::Screen;
use super::talk::{Hold, drafts};
use crate::domain::bilingual::Language;
use crate::domain::date_words::{DateContext, Prefer};
use crate::domain::roles::{Action, Actor, may};
use crate::domain::rules::Rules;
use crate::words::Key;

/// Where to go after a screen has had its say.
#[derive(Debug)]
pub enum Go {
    /// Over the present screen; Back returns to it.
    Over(Screen),
    /// In the place of the present screen.
    Instead(Screen),
    /// A main place: everything else is left.
    To(Screen),
    /// Everything else is forgotten, here and on the terminal: nothing of it can be seen again.
    Alone(Screen),
    Back,
}

/// Everything around a screen.
#[derive(Debug)]
pub struct Cx<'a> {
    pub size: Size,
    pub now: DateTime<Utc>,
    pub language: Language,
    /// Nobody while the program is locked.
    pub actor: Option<&'a Actor>,
    pub rules: &'a Rules,
    pub(super) next_ask: &'a mut u64,
    pub(super) effects: Vec<Effect>,
    pub(super) asked: Vec<(AskId, Hold)>,
    pub(super) go: Option<Go>,
    pub(super) notice: Option<Notice>,
    pub(super) confirm: Option<Confirm>,
    pub(super) must_be_seen: bool,
}

impl Cx<'_> {
    /// Today in Wales.
    pub fn today(&self) -> NaiveDate {
        self.now.with_timezone(&London).date_naive()
    }

    /// How typed dates are read just now.
    pub fn dates(&self, prefer: Prefer) -> DateContext<'_> {
        DateContext {
            today: self.today(),
            prefer,
            holidays: &self.rules.policies.holidays,
        }
    }

    /// How many rows a list has room for in the body of the screen.
    pub fn body_rows(&self) -> usize {
        usize::from(self.size.rows).saturating_sub(super::model::FRAME_ROWS)
    }

    /// Whether the person's role may do this; a screen asks before it offers it.
    pub fn may(&self, action: Action) -> bool {
        self.actor.is_some_and(|actor| may(actor.role, action))
    }

    /// Asks the store's thread. The answer comes to the screen that asked, with this id.
    pub fn ask(&mut self, ask: Ask) -> AskId {
        *self.next_ask += 1;
        let id = AskId(*self.next_ask);
        self.asked.push((id, ask.holds()));
        self.effects.push(Effect::Ask { id, ask });
        id
    }

    /// Keeps what stands in a form, encrypted like the rest.
    pub fn keep_draft(&mut self, place: &str, content: &impl serde::Serialize) {
        if let Ok(content) = serde_json::to_string(content) {
            let place = place.to_owned();
            self.ask(Ask::Drafts(drafts::Ask::Keep { place, content }));
        }
    }

    /// Throws away what was kept of a form.
    pub fn discard_draft(&mut self, place: &str) {
        let place = place.to_owned();
        self.ask(Ask::Drafts(drafts::Ask::Discard { place }));
    }

    /// Says something in the line above the footer.
    pub fn say(&mut self, notice: Notice) {
        self.notice = Some(notice);
    }

    /// Says why a key cannot act here.
    pub fn say_why(&mut self, why: Key) {
        self.notice = Some(Notice::Why(why));
    }

    /// Says what came of a paste, where it was not taken whole.
    pub fn say_of_paste(&mut self, pasted: Pasted) {
        match pasted {
            Pasted::TooLong { room_chars } => {
                self.notice = Some(Notice::PasteTooLong(room_chars));
            }
            Pasted::NotHere => self.say_why(Key::WhyPasteNotHere),
            Pasted::Whole => {}
        }
    }

    /// Asks before something is done that cannot be undone; `Page::confirmed` hears a yes.
    pub fn confirm(&mut self, confirm: Confirm) {
        self.confirm = Some(confirm);
    }

    /// What is put in front now is to be looked at before any key acts on it: those that were typed
    /// ahead are forgotten.
    pub fn must_be_seen(&mut self) {
        self.must_be_seen = true;
    }

    pub fn go(&mut self, go: Go) {
        self.go = Some(go);
    }
}
