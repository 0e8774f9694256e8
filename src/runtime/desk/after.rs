//! From an asking about protocol and minutes to its function of casework; a draft and a document
//! are made of its values here, for casework makes no sentences and writes no files.

use std::path::Path;

use super::Room;
use crate::app::talk::after::{Answer, Ask, Drafted};
use crate::casework::after::AfterError;
use crate::casework::{CaseworkError, after, minutes, protocol};
use crate::domain::bilingual::Language;
use crate::domain::meeting::MeetingId;
use crate::domain::minutes::{MinutesId, MinutesKind, MinutesOfMeeting};
use crate::domain::sharing::Shareable;
use crate::export;
use crate::export::word::Page;
use crate::runtime::private_files;
use crate::words::Words;

pub(super) fn answer(room: &mut Room, ask: Ask) -> Result<Answer, CaseworkError> {
    let store = room.place.path.clone();
    let rules = room.place.rules.clone();
    let desk = &mut room.desk()?;
    Ok(match ask {
        Ask::Register => Answer::Register(protocol::register(desk)?),
        Ask::Before { meeting } => Answer::Before(Box::new(protocol::before(desk, meeting)?)),
        Ask::Decide(deciding) => Answer::Decided(Box::new(protocol::decide(desk, &deciding)?)),
        Ask::MarkHeld { meeting, version } => {
            after::mark_held(desk, meeting, version)?;
            Answer::Held
        }
        Ask::Minutes { meeting } => Answer::Minutes(Box::new(minutes::look(desk, meeting)?)),
        Ask::Draft {
            meeting,
            kind,
            language,
        } => {
            let words = Words::embedded(language);
            let words = match kind {
                MinutesKind::Full => {
                    let source = minutes::full_source(desk, meeting)?;
                    Drafted::Full(export::minutes::draft_full(&source, words, &rules))
                }
                MinutesKind::Family => {
                    let source = minutes::family_source(desk, meeting)?;
                    Drafted::Family(export::minutes::draft_family(&source, words, &rules))
                }
            };
            Answer::Drafted { language, words }
        }
        Ask::KeepFull { keeping, words } => {
            Answer::Kept(minutes::keep_full(desk, keeping, &words)?)
        }
        Ask::KeepFamily { keeping, words } => {
            Answer::Kept(minutes::keep_family(desk, keeping, &words)?)
        }
        Ask::Approve { minutes, version } => {
            minutes::approve(desk, minutes, version)?;
            Answer::Approved
        }
        Ask::NoteSent { minutes, sending } => {
            minutes::note_sent(desk, minutes, &sending)?;
            Answer::Noted
        }
        Ask::CorrectFull {
            minutes,
            correcting,
        } => {
            minutes::correct_full(desk, minutes, &correcting)?;
            Answer::Noted
        }
        Ask::CorrectFamily {
            minutes,
            correcting,
        } => {
            minutes::correct_family(desk, minutes, &correcting)?;
            Answer::Noted
        }
        Ask::CloseCorrections { meeting } => {
            minutes::close_corrections(desk, meeting)?;
            Answer::CorrectionsClosed
        }
        Ask::Write {
            meeting,
            minutes,
            folder,
        } => write(room, &store, meeting, minutes, &folder)?,
    })
}

/// Makes the document, writes it, and then writes down that there is one.
fn write(
    room: &mut Room,
    store: &Path,
    meeting: MeetingId,
    id: MinutesId,
    folder: &str,
) -> Result<Answer, CaseworkError> {
    let desk = &mut room.desk()?;
    let found = minutes::look(desk, meeting)?;
    let Some((page, stem, language)) = page_of(&found, id) else {
        return Err(AfterError::NoMinutes.into());
    };
    // Written down first: a document that nobody knows of must not be.
    let folder = private_files::folder(folder, store).map_err(|_| AfterError::NotWritten)?;
    minutes::note_written(desk, id, &format!("{stem}.docx"))?;
    let bytes = export::word::docx(&page, language).map_err(|_| AfterError::NotWritten)?;
    let file =
        private_files::write(&folder, &stem, "docx", &bytes).map_err(|_| AfterError::NotWritten)?;
    Ok(Answer::Written {
        file: file.display().to_string(),
    })
}

fn page_of(found: &MinutesOfMeeting, id: MinutesId) -> Option<(Page, String, Language)> {
    let (case, day) = (&found.case, found.meeting.plan.day);
    if let Some(full) = found.full.iter().find(|one| one.id == id) {
        let words = Words::embedded(full.language);
        let page = export::minutes::full_page(case, &found.meeting, full, words);
        let stem = export::minutes::stem(MinutesKind::Full, case, day, words);
        return Some((page, stem, full.language));
    }
    let family = found.family.iter().find(|one| one.id == id)?;
    let words = Words::embedded(family.language);
    let called = Shareable::new(case.called());
    let page = export::minutes::family_page(&called, day, family, words);
    let stem = export::minutes::stem(MinutesKind::Family, case, day, words);
    Some((page, stem, family.language))
}
