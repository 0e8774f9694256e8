//! The minutes of a meeting in their two versions: read, written, approved, sent, corrected.
//!
//! Which version is looked at is never in doubt: it stands over the words, and what is typed for
//! one is never kept for the other. What is typed is kept as a draft on every change
//! (`minutes/writing.rs`); the forms over the page are in `minutes/over.rs`, what each key does in
//! `minutes/deeds.rs`.

mod deeds;
mod over;
#[cfg(test)]
pub(crate) mod tests;
mod writing;

use chrono::{DateTime, Utc};

pub use self::over::{Over, OverKind};
pub use self::writing::Writing;
use super::Reopen;
use crate::app::cx::Cx;
use crate::app::effect::{Ask, AskId};
use crate::app::input::Key;
use crate::app::keymap::{Command, Letters, MinutesCommand, Place};
use crate::app::model::{Confirm, Notice};
use crate::app::msg::Answer;
use crate::app::page::{Handled, Page};
use crate::app::talk::{after, drafts};
use crate::domain::bilingual::Language;
use crate::domain::meeting::MeetingId;
use crate::domain::minutes::{
    Approval, FamilyMinutes, FullMinutes, MinutesId, MinutesKind, MinutesOfMeeting, Sent,
};
use crate::words::Key as W;

/// What stands on the screen.
#[derive(Debug)]
pub struct Minutes {
    pub meeting: MeetingId,
    /// None until it has been read.
    pub found: Option<Box<MinutesOfMeeting>>,
    pub kind: MinutesKind,
    /// Of the minutes; that of the program before another was chosen.
    language: Option<Language>,
    /// What is being written or waits to be kept, of each version and language apart.
    writings: Vec<Writing>,
    pub is_writing: bool,
    pub over: Option<Over>,
    /// The first line that is in sight, of the full version and of the family's.
    pub first_lines: [usize; 2],
    pub kept_at: Option<DateTime<Utc>>,
    reading: Option<AskId>,
    saving: Option<AskId>,
    drafting: Option<AskId>,
}

/// Minutes that are there, of either version.
#[derive(Debug, Clone, Copy)]
pub enum Present<'a> {
    Full(&'a FullMinutes),
    Family(&'a FamilyMinutes),
}

impl<'a> Present<'a> {
    pub fn id(self) -> MinutesId {
        match self {
            Self::Full(minutes) => minutes.id,
            Self::Family(minutes) => minutes.id,
        }
    }

    pub fn version(self) -> i64 {
        match self {
            Self::Full(minutes) => minutes.version,
            Self::Family(minutes) => minutes.version,
        }
    }

    /// For this screen, which professionals alone see.
    pub fn words(self) -> &'a str {
        match self {
            Self::Full(minutes) => minutes.words.for_professionals(),
            Self::Family(minutes) => minutes.words.as_str(),
        }
    }

    pub fn approved(self) -> Option<&'a Approval> {
        match self {
            Self::Full(minutes) => minutes.approved.as_ref(),
            Self::Family(minutes) => minutes.approved.as_ref(),
        }
    }

    pub fn sent(self) -> &'a [Sent] {
        match self {
            Self::Full(minutes) => &minutes.sent,
            Self::Family(minutes) => &minutes.sent,
        }
    }
}

impl Minutes {
    /// With the full version in front.
    pub fn new(meeting: MeetingId) -> Self {
        Self {
            meeting,
            found: None,
            kind: MinutesKind::Full,
            language: None,
            writings: Vec::new(),
            is_writing: false,
            over: None,
            first_lines: [0, 0],
            kept_at: None,
            reading: None,
            saving: None,
            drafting: None,
        }
    }

    /// With this version in front.
    pub fn of_kind(meeting: MeetingId, kind: MinutesKind) -> Self {
        Self {
            kind,
            ..Self::new(meeting)
        }
    }

    /// The language of the minutes that are looked at.
    pub fn language(&self, of_program: Language) -> Language {
        self.language.unwrap_or(of_program)
    }

    /// The minutes of a version, where there are some.
    pub fn present(&self, kind: MinutesKind, language: Language) -> Option<Present<'_>> {
        let found = self.found.as_ref()?;
        match kind {
            MinutesKind::Full => found
                .full
                .iter()
                .find(|one| one.language == language)
                .map(Present::Full),
            MinutesKind::Family => found
                .family
                .iter()
                .find(|one| one.language == language)
                .map(Present::Family),
        }
    }

    /// What is written of a version and not kept yet.
    pub fn writing(&self, kind: MinutesKind, language: Language) -> Option<&Writing> {
        let is_it = |one: &&Writing| one.kind == kind && one.language == language;
        self.writings.iter().find(is_it)
    }

    fn writing_mut(&mut self, language: Language) -> Option<&mut Writing> {
        let kind = self.kind;
        let is_it = |one: &&mut Writing| one.kind == kind && one.language == language;
        self.writings.iter_mut().find(is_it)
    }

    pub fn is_drafting(&self) -> bool {
        self.drafting.is_some()
    }

    fn place_of(&self, kind: MinutesKind, language: Language) -> Option<String> {
        let found = self.found.as_ref()?;
        let kind: &str = kind.into();
        Some(format!(
            "minutes:{}:{}:{kind}:{}",
            found.case.id.0,
            self.meeting.0,
            language.code()
        ))
    }

    fn read(&mut self, cx: &mut Cx<'_>) {
        let meeting = self.meeting;
        self.reading = Some(cx.ask(Ask::After(after::Ask::Minutes { meeting })));
    }

    /// Looks for what was typed and not kept of the version in front.
    fn look_for_draft(&self, cx: &mut Cx<'_>) {
        let language = self.language(cx.language);
        if self.writing(self.kind, language).is_none()
            && let Some(place) = self.place_of(self.kind, language)
        {
            cx.ask(Ask::Drafts(drafts::Ask::Of { place }));
        }
    }
}

impl Page for Minutes {
    fn place(&self) -> Place {
        if self.over.is_some() {
            Place::Form
        } else if self.is_writing {
            Place::MinutesWriting
        } else {
            Place::Minutes
        }
    }

    fn offers(&self, command: Command, language: Language) -> bool {
        if self.over.is_some() || self.is_writing || self.found.is_none() {
            return true;
        }
        let language = self.language(language);
        let present = self.present(self.kind, language);
        let is_approved = present.is_some_and(|present| present.approved().is_some());
        match command {
            Command::Save | Command::Discard => self.writing(self.kind, language).is_some(),
            Command::Open | Command::Minutes(MinutesCommand::Write | MinutesCommand::Draft) => {
                !is_approved
            }
            Command::Minutes(MinutesCommand::Approve) => present.is_some() && !is_approved,
            Command::Minutes(MinutesCommand::Document) => present.is_some(),
            Command::Minutes(
                MinutesCommand::NoteSent
                | MinutesCommand::Correct
                | MinutesCommand::CloseCorrections,
            ) => is_approved,
            _ => true,
        }
    }

    fn letters(&self) -> Letters {
        if self.over.is_some() || self.is_writing {
            Letters::AreText
        } else {
            Letters::AreCommands
        }
    }

    fn shown(&mut self, cx: &mut Cx<'_>) {
        self.read(cx);
    }

    fn command(&mut self, cx: &mut Cx<'_>, command: Command) -> Handled {
        if let Some(over) = &mut self.over {
            match command {
                Command::Save if self.saving.is_none() => {
                    if let Some(ask) = over.ask(self.meeting, cx) {
                        self.saving = Some(cx.ask(Ask::After(ask)));
                    }
                }
                Command::Discard => cx.confirm(Confirm::DiscardDraft),
                // What was typed is in its draft.
                Command::Back => self.over = None,
                _ => return Handled::No,
            }
            return Handled::Yes;
        }
        if self.is_writing {
            match command {
                Command::Save => self.save(cx),
                Command::Discard => cx.confirm(Confirm::DiscardDraft),
                Command::Back | Command::Minutes(MinutesCommand::Write) => self.is_writing = false,
                _ => return Handled::No,
            }
            return Handled::Yes;
        }
        match command {
            Command::Save => self.save(cx),
            Command::Discard => match self.writing(self.kind, self.language(cx.language)) {
                Some(_) => cx.confirm(Confirm::DiscardDraft),
                None => cx.say_why(W::MinutesWhyNothingTyped),
            },
            Command::Open => self.write(cx),
            Command::Minutes(_) if self.found.is_none() => {}
            Command::Minutes(deed) => self.deed(cx, deed),
            _ if self.scroll(command, cx.body_rows()) => {}
            _ => return Handled::No,
        }
        Handled::Yes
    }

    fn key(&mut self, cx: &mut Cx<'_>, key: Key) {
        if let Some(over) = &mut self.over {
            if over.key(key) {
                cx.keep_draft(&over.draft_place(), &over.form.draft());
            }
        } else if self.is_writing {
            self.type_key(cx, key);
        }
    }

    fn paste(&mut self, cx: &mut Cx<'_>, text: &str) {
        if let Some(over) = &mut self.over {
            cx.say_of_paste(over.form.paste(text));
            cx.keep_draft(&over.draft_place(), &over.form.draft());
        } else if self.is_writing {
            self.type_paste(cx, text);
        } else {
            cx.say_why(W::WhyPasteNotHere);
        }
    }

    fn answered(&mut self, cx: &mut Cx<'_>, id: AskId, answer: Answer) {
        let was_saving = self.saving == Some(id);
        if was_saving {
            self.saving = None;
        }
        if self.drafting == Some(id) {
            self.drafting = None;
        }
        if self.reading == Some(id) {
            self.reading = None;
        }
        match answer {
            Answer::After(answer) => self.took(cx, answer),
            Answer::Drafts(drafts::Answer::Found(Some(draft))) => self.found_draft(cx, &draft),
            Answer::Drafts(drafts::Answer::Kept { at, .. }) => self.kept_at = Some(at),
            Answer::Failed(failure) => {
                cx.say(Notice::Trouble(failure.words_key));
                // What somebody else wrote meanwhile is to be seen; what was typed stays.
                if failure.is_conflict {
                    self.read(cx);
                }
            }
            _ => {}
        }
    }

    fn confirmed(&mut self, cx: &mut Cx<'_>, confirm: &Confirm) {
        match confirm {
            Confirm::DiscardDraft => {
                if let Some(over) = self.over.take() {
                    cx.discard_draft(&over.draft_place());
                } else {
                    self.throw_away(cx);
                }
            }
            Confirm::ApproveMinutes => {
                let language = self.language(cx.language);
                if let Some(present) = self.present(self.kind, language) {
                    cx.ask(Ask::After(after::Ask::Approve {
                        minutes: present.id(),
                        version: present.version(),
                    }));
                }
            }
            Confirm::DraftAgain => self.ask_draft(cx),
            Confirm::KeepOverTheirs => self.save_over(cx),
            _ => {}
        }
    }

    fn reopen(&self) -> Option<Reopen> {
        Some(Reopen::Minutes(self.meeting, self.kind))
    }
}
