//! The short forms over the minutes: to whom they were sent, what is not right, a document.

use crate::app::cx::Cx;
use crate::app::form::{Field, Form, Reads, Reply, Typed};
use crate::app::input::Key;
use crate::app::talk::after;
use crate::domain::date_words::{self, Prefer};
use crate::domain::meeting::{InvitedKind, MeetingId};
use crate::domain::minutes::{
    Correcting, MinutesFault, MinutesId, MinutesKind, MinutesOfMeeting, Sending, entry_faults,
};
use crate::domain::sharing::{Confidential, Shareable};
use crate::words::Key as W;

/// Which form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OverKind {
    Sent,
    Correction,
    Document,
}

impl OverKind {
    pub const fn title(self) -> W {
        match self {
            Self::Sent => W::MinutesSentTitle,
            Self::Correction => W::MinutesCorrectionTitle,
            Self::Document => W::MinutesDocumentTitle,
        }
    }

    /// What must be known before it is filled in.
    pub const fn says(self) -> W {
        match self {
            Self::Sent => W::MinutesSentSays,
            Self::Correction => W::MinutesCorrectionSays,
            Self::Document => W::MinutesDocumentSays,
        }
    }

    pub(super) const fn done_words(self) -> W {
        match self {
            Self::Sent => W::MinutesSentDone,
            Self::Correction | Self::Document => W::MinutesCorrectionDone,
        }
    }
}

/// A form over the page, and of which minutes it is.
#[derive(Debug)]
pub struct Over {
    pub kind: OverKind,
    pub of: MinutesKind,
    pub form: Form,
    minutes: MinutesId,
    place: String,
    meeting_on: chrono::NaiveDate,
}

impl Over {
    pub(super) fn new(
        kind: OverKind,
        of: MinutesKind,
        minutes: MinutesId,
        found: &MinutesOfMeeting,
        cx: &Cx<'_>,
    ) -> Self {
        // The family's version goes to the family first, the full one to professionals.
        let mut people: Vec<_> = found.meeting.plan.people.iter().collect();
        let is_for_family = of == MinutesKind::Family;
        people.sort_by_key(|one| (one.kind == InvitedKind::Professional) == is_for_family);
        let names: Vec<(String, String)> = people
            .iter()
            .filter(|one| !one.name.is_empty())
            .map(|one| (one.name.clone(), one.name.clone()))
            .collect();
        let mut form = Form::new(match kind {
            OverKind::Sent => vec![
                Field::pick("whom", W::MinutesSentWhom, names).needed(),
                Field::reading("on", W::MinutesSentOn, Reads::DayPast).needed(),
                Field::line("how", W::MinutesSentHow),
            ],
            OverKind::Correction => vec![
                Field::pick("whom", W::MinutesCorrectionWhose, names).needed(),
                Field::reading("on", W::MinutesCorrectionOn, Reads::DayPast).needed(),
                Field::text("words", W::MinutesCorrectionWords).needed(),
            ],
            OverKind::Document => vec![Field::line("folder", W::MinutesDocumentFolder)],
        });
        form.put("on", &Typed::Text(cx.today().to_string()));
        let word = match kind {
            OverKind::Sent => "sent",
            OverKind::Correction => "correction",
            OverKind::Document => "document",
        };
        Self {
            kind,
            of,
            form,
            minutes,
            place: format!(
                "minutes:{}:{}:{word}:{}",
                found.case.id.0, found.meeting.id.0, minutes.0
            ),
            meeting_on: found.meeting.plan.day,
        }
    }

    pub(super) fn draft_place(&self) -> String {
        self.place.clone()
    }

    /// Takes a key; whether what is typed has changed.
    pub(super) fn key(&mut self, key: Key) -> bool {
        self.form.key(key) == Reply::Changed
    }

    /// What is to be done, or what is wrong shown beside its field.
    pub(super) fn ask(&mut self, meeting: MeetingId, cx: &Cx<'_>) -> Option<after::Ask> {
        if self.kind == OverKind::Document {
            return Some(after::Ask::Write {
                meeting,
                minutes: self.minutes,
                folder: self.form.text("folder"),
            });
        }
        let whom = self.form.text("whom");
        let words = self.form.text("words");
        let Ok(on) = date_words::date(&self.form.text("on"), &cx.dates(Prefer::Past)) else {
            self.form.show_faults([("on", W::MinutesFaultDay)]);
            return None;
        };
        let said = (self.kind == OverKind::Correction).then_some(words.as_str());
        let faults = entry_faults(&whom, said, on, self.meeting_on, cx.today());
        if !faults.is_empty() {
            self.form.show_faults(faults.into_iter().map(beside));
            return None;
        }
        self.form.show_faults([]);
        let minutes = self.minutes;
        Some(match (self.kind, self.of) {
            (OverKind::Sent | OverKind::Document, _) => after::Ask::NoteSent {
                minutes,
                sending: Box::new(Sending {
                    whom,
                    on,
                    how: self.form.text("how"),
                }),
            },
            (OverKind::Correction, MinutesKind::Full) => after::Ask::CorrectFull {
                minutes,
                correcting: Box::new(Correcting {
                    asked_by: whom,
                    on,
                    words: Confidential::new(words),
                }),
            },
            (OverKind::Correction, MinutesKind::Family) => after::Ask::CorrectFamily {
                minutes,
                correcting: Box::new(Correcting {
                    asked_by: whom,
                    on,
                    words: Shareable::new(words),
                }),
            },
        })
    }
}

fn beside(fault: MinutesFault) -> (&'static str, W) {
    match fault {
        MinutesFault::NobodyNamed => ("whom", W::MinutesFaultNobody),
        MinutesFault::Empty => ("words", W::MinutesFaultEmpty),
        MinutesFault::DayToCome => ("on", W::MinutesFaultToCome),
        MinutesFault::BeforeMeeting => ("on", W::MinutesFaultBefore),
    }
}
