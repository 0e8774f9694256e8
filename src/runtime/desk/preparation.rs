//! From an asking about preparation and invitations to its function of casework, and letters into
//! files.

mod files;

use self::files::{NewFile, write_all};
use super::Room;
use crate::app::talk::preparation::{Answer, Ask, Deed, Opened, Unwritten};
use crate::casework::preparation::Wanted;
use crate::casework::{CaseworkError, Desk, invitations, preparation};
use crate::domain::invitation::Letter;
use crate::domain::meeting::MeetingId;
use crate::export;
use crate::words::Words;

pub(super) fn answer(room: &mut Room, ask: Ask) -> Result<Answer, CaseworkError> {
    let store = room.place.path.clone();
    let desk = &mut room.desk()?;
    match ask {
        Ask::Open { case } => Ok(Answer::Opened(opened(desk, Wanted::Case(case))?)),
        Ask::Keep { meeting, deed } => {
            keep(desk, meeting, deed)?;
            Ok(Answer::Kept(opened(desk, Wanted::Meeting(meeting))?))
        }
        Ask::Write {
            meeting,
            people,
            folder,
            replace,
        } => {
            let letters = invitations::letters(desk, meeting, &people)?;
            if letters.is_empty() {
                return Ok(Answer::NotWritten(Unwritten::Nobody));
            }
            let Some(files) = new_files(&letters) else {
                return Ok(Answer::NotWritten(Unwritten::Other));
            };
            match write_all(&folder, &store, &files, replace) {
                Ok(folder) => Ok(Answer::Written {
                    folder,
                    opened: opened(desk, Wanted::Meeting(meeting))?,
                }),
                Err(refused) => Ok(refused),
            }
        }
    }
}

fn opened(desk: &mut Desk<'_>, wanted: Wanted) -> Result<Box<Opened>, CaseworkError> {
    let (case, sheet) = preparation::sheet(desk, wanted)?;
    Ok(Box::new(Opened { case, sheet }))
}

fn keep(desk: &mut Desk<'_>, meeting: MeetingId, deed: Deed) -> Result<(), CaseworkError> {
    match deed {
        Deed::Prepare {
            person,
            preparation: given,
        } => preparation::prepare(desk, meeting, person, &given),
        Deed::HoldBack {
            instead_of,
            withheld,
            agreed_by,
        } => preparation::hold_back(desk, meeting, instead_of, withheld.as_ref(), &agreed_by),
        Deed::TakeBack { note } => preparation::take_back(desk, meeting, note),
        Deed::Report {
            agency,
            received_on,
            note,
            version,
        } => preparation::report_received(desk, meeting, &agency, received_on, &note, version),
        Deed::Sent { person, version } => invitations::mark_sent(desk, meeting, person, version),
        Deed::Answered {
            person,
            version,
            answer,
            note,
        } => invitations::answered(desk, meeting, person, version, answer, &note),
        Deed::WriteIn {
            person,
            version,
            language,
        } => invitations::write_in(desk, meeting, person, version, language),
    }
}

/// Each letter as a document and as a calendar file, under names that are all different.
fn new_files(letters: &[Letter]) -> Option<Vec<NewFile>> {
    let mut files: Vec<NewFile> = Vec::new();
    for letter in letters {
        let words = Words::embedded(letter.language());
        let stem = export::stem(letter, words);
        let mut name = stem.clone();
        let mut number = 1;
        while files.iter().any(|file| file.name == format!("{name}.docx")) {
            number += 1;
            name = format!("{stem}-{number}");
        }
        files.push(NewFile {
            name: format!("{name}.docx"),
            bytes: export::letter_document(letter, words).ok()?,
        });
        files.push(NewFile {
            name: format!("{name}.ics"),
            bytes: export::calendar::file(letter, words).into_bytes(),
        });
    }
    Some(files)
}
